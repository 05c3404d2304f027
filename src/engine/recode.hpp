// What if a fact were coded otherwise: runs recoded cases through the same evaluator, a block at a time, and answers
// the two questions built on it, which open facts are pivotal and which known facts would have to change.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/place.hpp"
#include "engine/program.hpp"

namespace bloctype {

/// One axis of one case in one register: what is recoded, and against what it is compared.
struct Situation {
  const Program& program;
  const AxisNodes& axis;
  std::span<const Triple> inputs;  ///< the register's triple of every indicator
};

/// An open fact for which some word changes the placement's kind or set of models.
struct Pivot {
  std::size_t indicator = 0;
  int flips = 0;  ///< how many words do, at least 1
  bool gate_only = false;
};

/// Most flips first, then by id; those that stand in gates alone come last, in the same order.
std::vector<Pivot> pivotal(const Situation& situation);

struct Recoding {
  std::size_t indicator = 0;
  double from = 0;
  double to = 0;
};

/// A smallest set of known facts that, recoded, changes the placement, and what the placement then is.
struct Counterfactual {
  std::vector<Recoding> changes;  ///< by id of the indicator
  Placement placement;            ///< from a run of its own over the recoded case
};

inline constexpr std::size_t kMaxRecoded = 3;
inline constexpr std::size_t kMaxCounterfactuals = 5;

/// At most kMaxCounterfactuals sets of the smallest size up to kMaxRecoded, least total move first, then by ids.
std::vector<Counterfactual> counterfactuals(const Situation& situation);

/// The same search for recodings after which `model` (by its place in AxisNodes::models) is among those placed.
std::vector<Counterfactual> ways_into(const Situation& situation, std::size_t model);

}  // namespace bloctype
