// The order of work for one case: values, placements, headline, and what explains them.
#include "engine/classify.hpp"

#include <algorithm>

#include "core/number.hpp"

namespace bloctype {
namespace {

/// What explains a placement that is made.
void explain_axis(const Programs& programs, std::size_t axis, const std::array<std::vector<Triple>, 2>& inputs,
                  const std::array<Block, 2>& values, AxisResult& result) {
  for (const Register r : kRegisters) {
    const Program& program = programs[index_of(r)];
    const Situation situation{program, program.axes[axis], inputs[index_of(r)]};
    result.pivotal[index_of(r)] = pivotal(situation);
    result.recoded[index_of(r)] = counterfactuals(situation);
  }
  const std::size_t shown = index_of(result.headline.reg);
  result.deviations = deviations(programs[shown].axes[axis], result.placements[shown], values[shown], 0);
}

std::vector<FindingResult> findings_of(const Programs& programs, const std::array<Block, 2>& values) {
  std::vector<FindingResult> found;
  for (std::size_t f = 0; f < programs[0].findings.size(); ++f) {
    FindingResult result{programs[0].findings[f].finding, {}};
    for (const Register r : kRegisters) {
      if (finding_holds(programs, f, r, values, 0)) result.registers.push_back(r);
    }
    if (!result.registers.empty()) found.push_back(std::move(result));
  }
  return found;
}

}  // namespace

namespace {

/// The nodes that placements and findings hang on, inputs aside: those of variants are left out.
std::vector<NodeRange> needed_nodes(const Program& program) {
  std::vector<bool> needed(program.nodes.size(), false);
  for (const AxisNodes& axis : program.axes) {
    for (const GateNode& gate : axis.gates) needed[gate.node] = true;
    for (const ModelNodes& model : axis.models) needed[model.membership] = true;
  }
  for (const FindingNode& finding : program.findings) needed[finding.node] = true;
  std::vector<NodeRange> ranges;  // last first: operands stand before the nodes that read them
  for (std::size_t id = program.nodes.size(); id-- > program.inputs;) {
    if (!needed[id]) continue;
    const ProgramNode& node = program.nodes[id];
    for (std::uint32_t i = 0; i < node.operand_count; ++i) needed[program.operands[node.first_operand + i]] = true;
    const auto begin = static_cast<NodeId>(id);
    if (!ranges.empty() && ranges.back().begin == begin + 1) {
      ranges.back().begin = begin;
    } else {
      ranges.push_back({begin, begin + 1});
    }
  }
  std::reverse(ranges.begin(), ranges.end());
  return ranges;
}

}  // namespace

BlockPlacer::BlockPlacer(const Programs& programs)
    : programs_(programs),
      needed_{needed_nodes(programs[0]), needed_nodes(programs[1])},
      memberships_(programs[0].axes.size()) {}

void BlockPlacer::take(std::array<Block, 2>& values, std::size_t rows) {
  values_ = &values;
  for (const Register r : kRegisters) {
    for (const NodeRange range : needed_[index_of(r)]) {
      evaluate(programs_[index_of(r)], range, values[index_of(r)], rows);
    }
  }
  const Rulebook& rulebook = *programs_[0].rulebook;
  for (std::size_t axis = 0; axis < memberships_.size(); ++axis) {
    for (const Register r : kRegisters) {
      find_memberships(programs_[index_of(r)].axes[axis], rulebook, values[index_of(r)], {0, rows}, rulebook.crossover,
                       memberships_[axis][index_of(r)]);
    }
  }
}

void BlockPlacer::place(std::size_t row, std::vector<AxisResult>& axes) const {
  const Rulebook& rulebook = *programs_[0].rulebook;
  axes.resize(memberships_.size());
  for (std::size_t axis = 0; axis < axes.size(); ++axis) {
    AxisResult& result = axes[axis];
    for (const Register r : kRegisters) {
      const AxisNodes& nodes = programs_[index_of(r)].axes[axis];
      const auto first =
          memberships_[axis][index_of(r)].begin() + static_cast<std::ptrdiff_t>(row * nodes.models.size());
      Placement& placement = result.placements[index_of(r)];
      placement.memberships.assign(first, first + static_cast<std::ptrdiff_t>(nodes.models.size()));
      place_by(nodes, rulebook, (*values_)[index_of(r)], row, placement);
    }
    headline(result.placements[index_of(Register::kPractice)], result.placements[index_of(Register::kDiscourse)],
             result.headline);
  }
}

bool finding_holds(const Programs& programs, std::size_t finding, Register r, const std::array<Block, 2>& values,
                   std::size_t row) {
  const NodeId node = programs[index_of(r)].findings[finding].node;
  return less9(0.5, values[index_of(r)].low(node)[row]);
}

Classifier::Classifier(std::shared_ptr<const Rulebook> rulebook)
    : rulebook_(std::move(rulebook)), programs_(compile(*rulebook_)) {}

BlocResult Classifier::classify(const Description& description, Robust robust) const {
  const std::vector<Programs> draws = robust == Robust::kYes ? perturbed(programs_) : std::vector<Programs>();
  BlocResult result{&description, {}};
  for (const Period& period : description.periods) result.periods.push_back(classify_period(period, draws));
  return result;
}

PeriodResult Classifier::place(const Period& period) const {
  const auto inputs = triples_of(period);
  PeriodResult result{
      &period, {evaluate_case(programs_[0], inputs[0]), evaluate_case(programs_[1], inputs[1])}, {}, {}};
  result.axes.resize(rulebook_->axes.size());
  for (std::size_t axis = 0; axis < result.axes.size(); ++axis) {
    AxisResult& entry = result.axes[axis];
    for (const Register r : kRegisters) {
      entry.placements[index_of(r)] =
          bloctype::place(program(r).axes[axis], *rulebook_, result.values[index_of(r)], 0, rulebook_->crossover);
    }
    entry.headline = headline(entry.placements[0], entry.placements[1]);
  }
  result.findings = findings_of(programs_, result.values);
  return result;
}

BlocResult Classifier::place(const Description& description) const {
  BlocResult result{&description, {}};
  for (const Period& period : description.periods) result.periods.push_back(place(period));
  return result;
}

PeriodResult Classifier::classify_period(const Period& period, const std::vector<Programs>& draws) const {
  PeriodResult result = place(period);
  const auto inputs = triples_of(period);
  for (std::size_t axis = 0; axis < rulebook_->axes.size(); ++axis) {
    explain_axis(programs_, axis, inputs, result.values, result.axes[axis]);
  }
  if (!draws.empty()) {
    const std::vector<Robustness> robust = robustness(programs_, draws, inputs, result.values);
    for (std::size_t axis = 0; axis < robust.size(); ++axis) result.axes[axis].robustness = robust[axis];
  }
  return result;
}

}  // namespace bloctype
