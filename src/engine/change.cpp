// Statuses and verdicts set side by side.
#include "engine/change.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "engine/exchange.hpp"

namespace bloctype {

std::string_view name(Change change) {
  constexpr std::array<std::string_view, 4> kNames = {"none", "in_degree", "unsettled", "in_kind"};
  return kNames[static_cast<std::size_t>(change)];
}

AxisSides::AxisSides(const Classifier& classifier, const PeriodResult& first, const PeriodResult& second,
                     std::size_t axis)
    : classifier_(classifier), sides_{&first.axes[axis], &second.axes[axis]}, axis_(axis), reg_(headline(0).reg) {
  if (headline(0).reg == headline(1).reg) return;
  reg_ = is_same_in(Register::kPractice) ? Register::kDiscourse : Register::kPractice;
}

bool AxisSides::is_same_in(Register reg) const {
  const AxisNodes& axis = classifier_.program(reg).axes[axis_];
  return reading_of(axis, sides_[0]->placements[index_of(reg)]) ==
         reading_of(axis, sides_[1]->placements[index_of(reg)]);
}

Change AxisSides::change() const {
  const std::array<bool, 2> gated = {placement(0).gate.has_value(), placement(1).gate.has_value()};
  if (gated[0] || gated[1]) {
    if (is_same_in(reg_)) return Change::kNone;
    return could_be_ended_alike(0) || could_be_ended_alike(1) ? Change::kUnsettled : Change::kInKind;
  }
  bool moves = false;
  for (std::size_t m = 0; m < nodes().models.size(); ++m) {
    const Membership& a = placement(0).memberships[m];
    const Membership& b = placement(1).memberships[m];
    const bool open = a.status == Status::kOpen || b.status == Status::kOpen;
    if (!open && a.status != b.status) return Change::kInKind;
    moves = moves || less9(0, moved(a.value, b.value));
  }
  if (!is_same_in(reg_)) return Change::kUnsettled;
  return moves ? Change::kInDegree : Change::kNone;
}

/// The placement of `side` alone is ended by a gate or outcome, and the other is undecided or may yet be ended so too.
bool AxisSides::could_be_ended_alike(std::size_t side) const {
  const Placement& ended = placement(side);
  const Placement& other = placement(1 - side);
  if (!ended.gate || other.gate) return false;
  const auto is_the_verdict = [&](std::size_t gate) {
    return nodes().gates[gate].verdict == nodes().gates[*ended.gate].verdict;
  };
  return other.kind == Kind::kUndecided || std::any_of(other.pending.begin(), other.pending.end(), is_the_verdict);
}

}  // namespace bloctype
