// Phrases that several cards of `show` share: a placement, a gate, the commands to go on with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/rules.hpp"
#include "render/card.hpp"
#include "render/show_view.hpp"

namespace bloctype {

/// What an axis says of a period, and how sure it is: "hybrid: social and productive (leaning)".
std::string placement_words(const ShowView& view, const PlacedPeriod& placed, std::size_t axis);

/// A gate or an outcome with its condition: "not applicable, if above 0.5: membership of the hegemon".
std::string gate_words(const ShowView& view, const Gate& gate);

/// What a rule does, and for what: "social: typical, weight 3".
std::string rule_words(const ShowView& view, const Rule& rule);

/// A text, then its citation: "[18-E, ours]".
std::string with_citation(const ShowView& view, const std::string& text, const Rule& rule);

/// What the mark of our own rules means, where a card has it.
void explain_ours(Card& card, const ShowView& view);

/// Where to go on: each command once, unbroken where the width allows it.
void add_next(Card& card, const ShowView& view, const std::vector<std::string>& commands);

/// What a command calls a period of a shipped bloc: `ID@YEAR`, or the id alone.
std::string argument_of(const PlacedPeriod& placed);

/// The place of a model among those of its axis.
std::size_t place_on_axis(const Rulebook& rulebook, const Model& model);

/// The place of an entry in the list it stands in.
template <typename T>
std::size_t index_in(const std::vector<T>& list, const T& entry) {
  return static_cast<std::size_t>(&entry - list.data());
}

}  // namespace bloctype
