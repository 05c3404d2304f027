// What a change of rules changes: the placements that differ between two rulebooks, each with the rule that does it.
// That is how two scholars argue. Called by `rules diff`.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/classify.hpp"
#include "lint/aligned_rulebooks.hpp"
#include "lint/rule_parts.hpp"
#include "model/description.hpp"

namespace bloctype {

/// Something that both rulebooks place: a period of a bloc, or a case. The facts are those of the first rulebook's
/// scale, and of the second's; both over the aligned indicators.
struct Compared {
  enum class Of { kBloc, kCase } of = Of::kBloc;
  std::string name;
  Description description;  ///< one period, under the first scale
  Period second;            ///< the same under the second
  Place place{};            ///< of a case
};

/// One placement that differs. Axes are numbered in the first rulebook and in the second.
struct PlacementChange {
  const Compared* subject = nullptr;
  std::array<std::size_t, 2> axis{};
  std::array<std::string, 2> labels;  ///< the placements in ids: `strategic+social; formally productive`
  std::array<AxisResult, 2> results;  ///< by the first and the second rulebook
  /// The parts that do it: each, put back alone, brings the first placement back. Where none does that alone: those
  /// of which each alone changes the first placement; where there are none of these either: all that bear on the axis.
  std::vector<std::size_t> causes;  ///< places in RulebookDiff::parts
  enum class Why { kEachUndoes, kEachMoves, kTogether } why = Why::kEachUndoes;
};

std::string_view name(PlacementChange::Why why);

struct RulebookDiff {
  std::vector<RulePart> parts;                       ///< in which the rulebooks differ
  std::vector<std::string> only_first, only_second;  ///< axes that the other lacks
  std::vector<PlacementChange> changes;              ///< in the order of what was compared, then of the axes
};

/// Compares the placements (kind, verdict, set of models and what is formal) of two aligned rulebooks on the axes that
/// both have.
RulebookDiff compare_rulebooks(const AlignedRulebooks& rulebooks, std::span<const Compared> compared);

}  // namespace bloctype
