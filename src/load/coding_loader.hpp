// One indicator's codings as a description writes them: a word, a number, an interval, a map with source and registers,
// or a list of such maps.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "load/fields.hpp"
#include "model/description.hpp"
#include "model/vocabulary.hpp"

namespace bloctype {

/// Everything a coding is read against.
struct CodingContext {
  const Rulebook& rulebook;
  const Vocabulary& vocabulary;
  std::vector<std::string> sources;  ///< ids that a fact may name
  std::string language;              ///< of texts that name none
};

/// The fact that `node` codes for the indicator at `indicator`. Errors are reported where they stand; what can be read
/// of it is given all the same.
Fact read_fact(const NodeReader& reading, const Node& node, std::size_t indicator, const CodingContext& context);

/// Facts as they stand in one map of a document, each under its indicator.
using Facts = std::map<std::size_t, Fact>;

/// The facts of the map `node`; nothing coded where it is empty. What no indicator is called is reported.
Facts read_facts(const NodeReader& reading, const Node& node, const CodingContext& context);

}  // namespace bloctype
