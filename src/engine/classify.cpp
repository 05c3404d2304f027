// The order of work for one case: values, placements, headline, and what explains them.
#include "engine/classify.hpp"

#include "core/number.hpp"

namespace bloctype {
namespace {

std::array<std::vector<Triple>, 2> inputs_of(const Period& period) {
  std::array<std::vector<Triple>, 2> inputs;
  for (const Fact& fact : period.facts) {
    for (const Register r : kRegisters) inputs[index_of(r)].push_back(fact.triples[index_of(r)]);
  }
  return inputs;
}

AxisResult classify_axis(const Programs& programs, std::size_t axis, const std::array<std::vector<Triple>, 2>& inputs,
                         const std::array<Block, 2>& values) {
  AxisResult result;
  for (const Register r : kRegisters) {
    const Program& program = programs[index_of(r)];
    const Situation situation{program, program.axes[axis], inputs[index_of(r)]};
    result.placements[index_of(r)] =
        place(program.axes[axis], *program.rulebook, values[index_of(r)], 0, program.rulebook->crossover);
    result.pivotal[index_of(r)] = pivotal(situation);
    result.recoded[index_of(r)] = counterfactuals(situation);
  }
  result.headline = headline(result.placements[0], result.placements[1]);
  const std::size_t shown = index_of(result.headline.reg);
  result.deviations = deviations(programs[shown].axes[axis], result.placements[shown], values[shown], 0);
  return result;
}

std::vector<FindingResult> findings_of(const Programs& programs, const std::array<Block, 2>& values) {
  std::vector<FindingResult> found;
  for (std::size_t f = 0; f < programs[0].findings.size(); ++f) {
    FindingResult result{programs[0].findings[f].finding, {}};
    for (const Register r : kRegisters) {
      const NodeId node = programs[index_of(r)].findings[f].node;
      if (less9(0.5, values[index_of(r)].low(node)[0])) result.registers.push_back(r);
    }
    if (!result.registers.empty()) found.push_back(std::move(result));
  }
  return found;
}

}  // namespace

Classifier::Classifier(std::shared_ptr<const Rulebook> rulebook)
    : rulebook_(std::move(rulebook)), programs_(compile(*rulebook_)) {}

BlocResult Classifier::classify(const Description& description, Robust robust) const {
  const std::vector<Programs> draws = robust == Robust::kYes ? perturbed(programs_) : std::vector<Programs>();
  BlocResult result{&description, {}};
  for (const Period& period : description.periods) result.periods.push_back(classify_period(period, draws));
  return result;
}

PeriodResult Classifier::classify_period(const Period& period, const std::vector<Programs>& draws) const {
  const auto inputs = inputs_of(period);
  PeriodResult result{
      &period, {evaluate_case(programs_[0], inputs[0]), evaluate_case(programs_[1], inputs[1])}, {}, {}};
  for (std::size_t axis = 0; axis < rulebook_->axes.size(); ++axis) {
    result.axes.push_back(classify_axis(programs_, axis, inputs, result.values));
  }
  if (!draws.empty()) {
    const std::vector<Robustness> robust = robustness(programs_, draws, inputs, result.values);
    for (std::size_t axis = 0; axis < robust.size(); ++axis) result.axes[axis].robustness = robust[axis];
  }
  result.findings = findings_of(programs_, result.values);
  return result;
}

}  // namespace bloctype
