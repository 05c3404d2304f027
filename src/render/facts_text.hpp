// Facts that a search found, as a reader writes them: `free_trade_core: full, ...`.
#pragma once

#include <span>
#include <string>

#include "core/json_writer.hpp"
#include "lint/search.hpp"
#include "model/description.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

/// The scale word of a degree (yes or no for a yes/no indicator), by its id; a number where it is none.
std::string word_of(const Rulebook& rulebook, const CodedFact& fact);

/// `a: full, b: marginal`, in ids, as a description writes them.
std::string facts_text(const Rulebook& rulebook, std::span<const CodedFact> facts);

/// A description with these facts and no others.
Description described(const Rulebook& rulebook, std::span<const CodedFact> facts);

/// An object of indicators and words.
void write_facts(JsonWriter& json, const Rulebook& rulebook, std::span<const CodedFact> facts);

}  // namespace bloctype
