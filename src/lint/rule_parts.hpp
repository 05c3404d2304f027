// A rulebook as parts that place: thresholds, models, items, gates. Two rulebooks differ in some of them, and a part of
// one can be put in the place of its counterpart in the other. What labels, citations and texts say is no part.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/rulebook.hpp"

namespace bloctype {

/// Names a part the same way in every rulebook that has it.
struct RulePart {
  enum class What { kScale, kCrossover, kEvidenceFloor, kCombine, kModel, kItem, kGate, kOutcome, kOrder };

  What what = What::kItem;
  std::string owner;       ///< the id of its axis or model; empty for what holds for the whole rulebook
  std::string list;        ///< of an item: necessary, typical, contrary; of an order: gates, outcomes
  std::string id;          ///< an item as it is written (and its register), else the id of a model or a verdict
  std::size_t number = 0;  ///< of those that share all this: which

  bool operator==(const RulePart&) const = default;
};

std::string_view name(RulePart::What what);

/// The parts in which two aligned rulebooks differ, in the order of the first, then those that only the second has.
std::vector<RulePart> differing_parts(const Rulebook& first, const Rulebook& second);

/// What a part says in a rulebook, in ids: "weight 3", "any(a, b)", "0.5"; empty where the rulebook does not have it.
std::string what_it_says(const RulePart& part, const Rulebook& rulebook);

/// Where it stands; line 0 where the rulebook does not have it.
Place place_of(const RulePart& part, const Rulebook& rulebook);

/// Whether every model can be placed: in each run it has something to be a member by. A part may leave one without.
bool is_placeable(const Rulebook& rulebook);

/// `to` with this part as it is in `from`: put in, taken out or replaced. The scale moves no rule; see RulebookDiff.
void take_over(const RulePart& part, const Rulebook& from, Rulebook& to);

}  // namespace bloctype
