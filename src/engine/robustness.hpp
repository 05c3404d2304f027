// How much of a placement hangs on the crossover and on the weights, both of them this project's choices and not the
// author's. On request only.
#pragma once

#include <span>
#include <vector>

#include "engine/place.hpp"
#include "engine/program.hpp"

namespace bloctype {

/// For one axis: the crossovers around the rulebook's own for which the headline's kind and models stay, and the share
/// of random weightings for which they do.
struct Robustness {
  double crossover_from = 0.5;  ///< within [0.3, 0.7], in thousandths
  double crossover_to = 0.5;
  double weights = 1;  ///< share of kWeightDraws, in [0, 1]
};

inline constexpr int kWeightDraws = 200;

/// The programs with every weight of `typical` and `mean` items times 0.5 + u, u uniform in [0, 1): the same for every
/// case, since the generator (SplitMix64, seeded with 1) starts anew here.
std::vector<Programs> perturbed(const Programs& programs);

/// One entry for each axis. `inputs` are the indicators' triples by register; `blocks` their values under `programs`.
std::vector<Robustness> robustness(const Programs& programs, std::span<const Programs> draws,
                                   const std::array<std::vector<Triple>, 2>& inputs,
                                   const std::array<Block, 2>& blocks);

}  // namespace bloctype
