// Labels and counts.
#include "engine/agreement.hpp"

#include <algorithm>
#include <set>

namespace bloctype {
namespace {

std::uint64_t set_of(const std::vector<std::size_t>& models) {
  std::uint64_t set = 0;
  for (const std::size_t model : models) set |= std::uint64_t{1} << model;
  return set;
}

bool agrees(const ExpectedPlacement::Alternative& expected, const AxisResult& axis, const AxisNodes& nodes) {
  if (expected.formally && *expected.formally != set_of(axis.headline.formally)) return false;
  return placement_agrees(expected, axis, nodes);
}

/// Whether more than one placement would agree.
bool is_broad(const ExpectedPlacement& expectation) {
  const ExpectedPlacement::Alternative& first = expectation.alternatives.front();
  if (expectation.alternatives.size() > 1) return true;
  // A kind that goes with models, and names none.
  return first.kind && first.models == 0 && *first.kind != Kind::kNone && *first.kind != Kind::kUndecided &&
         *first.kind != Kind::kVerdict;
}

/// What came out, with its formal part where one was expected.
std::string label_of(const AxisResult& axis, const AxisNodes& nodes, const Rulebook& rulebook, bool with_formally) {
  const Placement& placed = axis.shown();
  std::string label;
  if (placed.gate) {
    label = nodes.gates[*placed.gate].gate->verdict;
  } else if (placed.kind == Kind::kAtLeast) {
    label = std::string(name(placed.kind)) + " " + joined_models(set_of(placed.models), *nodes.axis, rulebook);
  } else {
    label = placed.models.empty() ? std::string(name(placed.kind))
                                  : joined_models(set_of(placed.models), *nodes.axis, rulebook);
  }
  if (!with_formally) return label;
  const std::uint64_t formally = set_of(axis.headline.formally);
  return label + "; formally " +
         (formally == 0 ? std::string(name(Kind::kNone)) : joined_models(formally, *nodes.axis, rulebook));
}

}  // namespace

std::string placement_label(const AxisResult& axis, const AxisNodes& nodes, const Rulebook& rulebook) {
  std::string label = label_of(axis, nodes, rulebook, !axis.headline.formally.empty());
  return axis.headline.declared_only ? label + " (discourse)" : label;
}

bool placement_agrees(const ExpectedPlacement::Alternative& expected, const AxisResult& axis, const AxisNodes& nodes) {
  const Placement& placed = axis.shown();
  if (expected.kind == Kind::kVerdict) {
    return placed.gate && nodes.gates[*placed.gate].gate->verdict == expected.verdict;
  }
  if (expected.kind && placed.kind != *expected.kind) return false;
  if (expected.kind) return expected.models == 0 || expected.models == set_of(placed.models);
  return placed.kind != Kind::kAtLeast && set_of(placed.models) == expected.models;
}

Comparison compare(const ExpectedPlacement& expectation, const AxisResult& axis, const AxisNodes& nodes,
                   const Rulebook& rulebook) {
  const Kind kind = axis.shown().kind;
  const bool is_open = kind == Kind::kUndecided || kind == Kind::kAtLeast;
  for (const ExpectedPlacement::Alternative& alternative : expectation.alternatives) {
    if (agrees(alternative, axis, nodes)) {
      return {true, is_open, alternative.label, alternative.label, is_broad(expectation)};
    }
  }
  std::set<std::string> labels;
  for (const ExpectedPlacement::Alternative& alternative : expectation.alternatives) labels.insert(alternative.label);
  std::string expected;
  for (const std::string& label : labels) expected += (expected.empty() ? "" : "|") + label;
  const ExpectedPlacement::Alternative& first = expectation.alternatives.front();
  return {false, is_open, expected, label_of(axis, nodes, rulebook, first.formally.has_value()), is_broad(expectation)};
}

void Agreement::add(const Comparison& comparison) {
  ++table_[{comparison.expected, comparison.placed}];
  agreed_ += comparison.agrees ? 1 : 0;
  open_ += comparison.is_open && !comparison.agrees ? 1 : 0;
  broad_ += comparison.is_broad ? 1 : 0;
}

void Agreement::add(const Agreement& other) {
  agreed_ += other.agreed_;
  open_ += other.open_;
  broad_ += other.broad_;
  for (const auto& [labels, count] : other.table_) table_[labels] += count;
}

std::size_t Agreement::rows() const {
  std::size_t sum = 0;
  for (const auto& [labels, count] : table_) sum += count;
  return sum;
}

double Agreement::observed() const {
  const std::size_t all = rows();
  return all == 0 ? 0 : static_cast<double>(agreed()) / static_cast<double>(all);
}

double Agreement::by_chance() const {
  std::map<std::string, std::pair<double, double>> margins;
  for (const auto& [labels, count] : table_) {
    margins[labels.first].first += static_cast<double>(count);
    margins[labels.second].second += static_cast<double>(count);
  }
  const auto all = static_cast<double>(rows());
  double sum = 0;
  for (const auto& [label, margin] : margins) sum += margin.first * margin.second;
  return all == 0 ? 0 : sum / (all * all);
}

std::optional<double> Agreement::kappa() const {
  const double chance = by_chance();
  if (rows() == 0 || !(chance < 1)) return std::nullopt;
  return (observed() - chance) / (1 - chance);
}

}  // namespace bloctype
