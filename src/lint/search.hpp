// Looks for a description that makes rules come out a certain way: "is there a case in which this gate fires?". The
// values tried are the scale words. A finding is a small set of facts that settles the matter whatever else is coded;
// a failure is a proof, by the bounds of partial descriptions, unless the search gave up. Called by the checks that say
// "never" and by the gaps.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/place.hpp"
#include "engine/program.hpp"

namespace bloctype {

/// What a node's value must be: above (or at least) the threshold, or below (or at most) it.
struct Demand {
  enum class Side { kAbove, kAtLeast, kBelow, kAtMost };

  NodeId node = 0;
  Side side = Side::kAbove;
  double threshold = 0.5;
};

/// One fact of a witness: an indicator, by its place in the rulebook, and its degree.
struct CodedFact {
  std::size_t indicator = 0;
  double value = 0;
};

struct SearchResult {
  /// Facts, by indicator, that meet every demand whatever else is coded. None of them can be left out, and each is as
  /// far towards the middle as it may be.
  std::optional<std::vector<CodedFact>> witness;
  std::size_t looked = 0;  ///< partial descriptions that were evaluated
  bool gave_up = false;    ///< without a witness: the limit was reached, and there may be one
};

/// How many partial descriptions are evaluated before the search gives up.
inline constexpr std::size_t kSearchLimit = 50'000;

SearchResult find_witness(const Program& program, std::span<const Demand> demands);

/// The least of `facts`, which must meet every demand, that still meets them, and as far towards the middle as it may
/// be.
std::vector<CodedFact> made_small(const Program& program, std::span<const Demand> demands,
                                  std::span<const CodedFact> facts);

/// That a gate or outcome fires, or that it cannot.
Demand fires(const GateNode& gate);
Demand passes(const GateNode& gate);

/// That none of the gates and outcomes of an axis before number `end` fires, added to `demands`.
void pass_gates(const AxisNodes& axis, std::size_t end, std::vector<Demand>& demands);

}  // namespace bloctype
