// Crossovers and weights.
#include "engine/robustness.hpp"

#include <cmath>

#include "core/split_mix.hpp"

namespace bloctype {
namespace {

/// The reading of an axis's headline.
Reading headline_reading(const Programs& programs, std::size_t axis, const std::array<Block, 2>& blocks,
                         double crossover) {
  const auto placed = [&](Register r) {
    const Program& program = programs[index_of(r)];
    return place(program.axes[axis], *program.rulebook, blocks[index_of(r)], 0, crossover);
  };
  const Placement practice = placed(Register::kPractice);
  const Placement discourse = placed(Register::kDiscourse);
  const Register reg = headline(practice, discourse).reg;
  const Placement& shown = reg == Register::kPractice ? practice : discourse;
  return reading_of(programs[index_of(reg)].axes[axis], shown);
}

/// The last crossover, in thousandths, that `stays` holds for on the way from `start` to `end` by `step`.
template <typename Stays>
double walk(int start, int end, int step, double none, Stays stays) {
  double last = none;
  for (int t = start; t * step <= end * step; t += step) {
    if (!stays(t / 1000.0)) break;
    last = t / 1000.0;
  }
  return last;
}

}  // namespace

std::vector<Programs> perturbed(const Programs& programs) {
  SplitMix64 random(1);
  std::vector<Programs> draws;
  draws.reserve(kWeightDraws);
  for (int d = 0; d < kWeightDraws; ++d) {
    Programs draw = programs;
    for (std::size_t w = 0; w < programs[0].drawn_weights.size(); ++w) {
      const double factor = 0.5 + random.uniform();
      for (Program& program : draw) {
        if (const auto slot = program.drawn_weights[w]) program.weights[*slot] *= factor;
      }
    }
    draws.push_back(std::move(draw));
  }
  return draws;
}

std::vector<Robustness> robustness(const Programs& programs, std::span<const Programs> draws,
                                   const std::array<std::vector<Triple>, 2>& inputs,
                                   const std::array<Block, 2>& blocks) {
  const double center = programs[0].rulebook->crossover;
  std::vector<Robustness> results;
  std::vector<Reading> base;
  for (std::size_t axis = 0; axis < programs[0].axes.size(); ++axis) {
    base.push_back(headline_reading(programs, axis, blocks, center));
    const auto stays = [&](double c) { return headline_reading(programs, axis, blocks, c) == base[axis]; };
    const double scaled = center * 1000;
    results.push_back({walk(static_cast<int>(std::floor(scaled + 1e-6)), 300, -1, center, stays),
                       walk(static_cast<int>(std::ceil(scaled - 1e-6)), 700, 1, center, stays), 0});
  }
  std::vector<int> kept(base.size(), 0);
  for (const Programs& draw : draws) {
    const std::array<Block, 2> values = {evaluate_case(draw[0], inputs[0]), evaluate_case(draw[1], inputs[1])};
    for (std::size_t axis = 0; axis < base.size(); ++axis) {
      if (headline_reading(draw, axis, values, center) == base[axis]) ++kept[axis];
    }
  }
  for (std::size_t axis = 0; axis < base.size(); ++axis) {
    results[axis].weights = static_cast<double>(kept[axis]) / kWeightDraws;
  }
  return results;
}

}  // namespace bloctype
