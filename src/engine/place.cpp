// Statuses, gates and placements. Every comparison is on values rounded to 1e-9.
#include "engine/place.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/number.hpp"

namespace bloctype {
namespace {

struct Standing {
  Status status = Status::kOpen;
  Certainty certainty = Certainty::kUndecided;
};

double coverage_of(const ModelNodes& model, const Block& block, std::size_t row) {
  std::size_t with_point = 0;
  for (const std::size_t indicator : model.indicators) {
    with_point += std::isnan(block.point(static_cast<NodeId>(indicator))[row]) ? 0 : 1;
  }
  return static_cast<double>(with_point) / static_cast<double>(model.indicators.size());
}

/// What a status is judged by, beside the value itself.
struct Limits {
  double crossover = 0.5;
  double evidence_floor = 0.4;
};

Standing standing_of(double low, double point, double high, double coverage, Limits limits) {
  if (less9(limits.crossover, low)) return {Status::kIn, Certainty::kDecided};
  if (less9(high, limits.crossover)) return {Status::kOut, Certainty::kDecided};
  if (std::isnan(point) || equal9(point, limits.crossover) || less9(coverage, limits.evidence_floor)) {
    return {Status::kOpen, Certainty::kUndecided};
  }
  return {less9(limits.crossover, point) ? Status::kIn : Status::kOut, Certainty::kLeaning};
}

/// The cap whose point is the minimum, before clamping; without a point, the one with the lowest high.
Cap binding_cap(const ModelNodes& model, const Block& block, std::size_t row) {
  const bool has_point = !std::isnan(block.point(model.caps.front().node)[row]);
  const CapNode* tightest = nullptr;
  double least = 0;
  for (const CapNode& cap : model.caps) {
    const double value = has_point ? block.point(cap.node)[row] : block.high(cap.node)[row];
    if (std::isnan(value) || (tightest != nullptr && !less9(value, least))) continue;
    tightest = &cap;
    least = value;
  }
  return tightest->cap;
}

/// Kind of a placement without verdict, from how many models are in and whether any is open.
Kind kind_of(Axis::Combine combine, std::size_t in, bool any_open) {
  if (any_open) return in > 0 ? Kind::kAtLeast : Kind::kUndecided;
  if (in == 0) return Kind::kNone;
  if (in == 1) return Kind::kPure;
  return combine == Axis::Combine::kHybrid ? Kind::kHybrid : Kind::kContested;
}

/// Sorts models by point, highest first, those without a point after them by low; ties in axis order.
void order(std::vector<std::size_t>& models, const std::vector<Membership>& memberships) {
  const auto comes_first = [&](std::size_t a, std::size_t b) {
    const Triple& x = memberships[a].value;
    const Triple& y = memberships[b].value;
    if (x.point.has_value() != y.point.has_value()) return x.point.has_value();
    const double p = x.point.value_or(x.low);
    const double q = y.point.value_or(y.low);
    return equal9(p, q) ? a < b : less9(q, p);
  };
  std::sort(models.begin(), models.end(), comes_first);
}

/// Fills in the verdict, if a gate or outcome fires, and those before it that could.
void pass_gates(const AxisNodes& axis, const Block& block, std::size_t row, Placement& placement) {
  for (std::size_t i = 0; i < axis.gates.size(); ++i) {
    const Firing state = firing(axis.gates[i], block, row);
    if (state == Firing::kPending) placement.pending.push_back(i);
    if (state != Firing::kFires) continue;
    placement.kind = Kind::kVerdict;
    placement.gate = i;
    return;
  }
}

bool all_decided(const std::vector<Membership>& memberships) {
  return std::all_of(memberships.begin(), memberships.end(),
                     [](const Membership& m) { return m.certainty == Certainty::kDecided; });
}

std::optional<std::size_t> nearest_of(const std::vector<Membership>& memberships) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < memberships.size(); ++i) {
    const auto& point = memberships[i].value.point;
    if (!point || !less9(0, *point)) continue;
    if (!best || less9(*memberships[*best].value.point, *point)) best = i;
  }
  return best;
}

/// Models that are out, and yet near and documented enough to be named; by point.
void find_elements(const std::vector<Membership>& memberships, const Rulebook& rulebook,
                   std::vector<std::size_t>& found) {
  for (std::size_t i = 0; i < memberships.size(); ++i) {
    const Membership& m = memberships[i];
    if (m.status != Status::kOut || !m.value.point || less9(*m.value.point, rulebook.element_floor)) continue;
    if (!less9(m.coverage, rulebook.evidence_floor)) found.push_back(i);
  }
  order(found, memberships);
}

/// Models placed in `here` that are out in `there`, in the order of `here`.
void find_in_here_out_there(const Placement& here, const Placement& there, std::vector<std::size_t>& found) {
  for (const std::size_t model : here.models) {
    if (there.memberships[model].status == Status::kOut) found.push_back(model);
  }
}

}  // namespace

std::string_view name(Status status) {
  constexpr std::array<std::string_view, 3> kNames = {"in", "out", "open"};
  return kNames[static_cast<std::size_t>(status)];
}

std::string_view name(Certainty certainty) {
  constexpr std::array<std::string_view, 3> kNames = {"decided", "leaning", "undecided"};
  return kNames[static_cast<std::size_t>(certainty)];
}

std::string_view name(Cap cap) {
  constexpr std::array<std::string_view, 3> kNames = {"necessary", "typical", "contrary"};
  return kNames[static_cast<std::size_t>(cap)];
}

std::string_view name(Register reg) { return reg == Register::kPractice ? "practice" : "discourse"; }

Firing firing(const GateNode& gate, const Block& block, std::size_t row) {
  const double low = block.low(gate.node)[row];
  const double high = block.high(gate.node)[row];
  const double t = gate.gate->threshold;
  if (gate.gate->sense == Gate::Sense::kUnless) {
    if (less9(high, t)) return Firing::kFires;
    return less9(low, t) ? Firing::kPending : Firing::kSilent;
  }
  if (less9(t, low)) return Firing::kFires;
  return less9(t, high) ? Firing::kPending : Firing::kSilent;
}

std::string_view name(Firing state) {
  constexpr std::array<std::string_view, 4> kNames = {"fires", "pending", "silent", "unasked"};
  return kNames[static_cast<std::size_t>(state)];
}

Judgement judge(const AxisNodes& axis, const Rulebook& rulebook, const Block& block, std::size_t row) {
  bool pending = false;
  for (const GateNode& gate : axis.gates) {
    const Firing state = firing(gate, block, row);
    pending = pending || state == Firing::kPending;
    if (state == Firing::kFires) return {{Kind::kVerdict, gate.verdict, 0}, !pending};
  }
  Reading reading;
  std::size_t in = 0;
  bool open = false;
  bool decided = true;
  for (std::size_t i = 0; i < axis.models.size(); ++i) {
    const NodeId node = axis.models[i].membership;
    const Standing standing =
        standing_of(block.low(node)[row], block.point(node)[row], block.high(node)[row],
                    coverage_of(axis.models[i], block, row), {rulebook.crossover, rulebook.evidence_floor});
    open = open || standing.status == Status::kOpen;
    decided = decided && standing.certainty == Certainty::kDecided;
    if (standing.status != Status::kIn) continue;
    reading.models |= std::uint64_t{1} << i;
    ++in;
  }
  reading.kind = kind_of(axis.axis->combine, in, open);
  return {reading, decided && !pending};
}

void find_memberships(const AxisNodes& axis, const Rulebook& rulebook, const Block& block, RowRange rows,
                      double crossover, std::vector<Membership>& memberships) {
  const std::size_t models = axis.models.size();
  memberships.resize(models * rows.count);
  std::vector<double> with_point(rows.count);
  for (std::size_t m = 0; m < models; ++m) {
    const ModelNodes& model = axis.models[m];
    std::fill(with_point.begin(), with_point.end(), 0.0);
    for (const std::size_t indicator : model.indicators) {
      const double* const point = block.point(static_cast<NodeId>(indicator)) + rows.first;
      for (std::size_t r = 0; r < rows.count; ++r) with_point[r] += std::isnan(point[r]) ? 0.0 : 1.0;
    }
    const auto all = static_cast<double>(model.indicators.size());
    for (std::size_t r = 0; r < rows.count; ++r) {
      Membership& out = memberships[r * models + m];
      const std::size_t row = rows.first + r;
      out.value = block.at(model.membership, row);
      out.coverage = with_point[r] / all;
      const Standing standing = standing_of(out.value.low, out.value.point.value_or(Block::kNone), out.value.high,
                                            out.coverage, {crossover, rulebook.evidence_floor});
      out.status = standing.status;
      out.certainty = standing.certainty;
    }
  }
}

Placement place(const AxisNodes& axis, const Rulebook& rulebook, const Block& block, std::size_t row,
                double crossover) {
  Placement placement;
  find_memberships(axis, rulebook, block, {row, 1}, crossover, placement.memberships);
  for (std::size_t m = 0; m < axis.models.size(); ++m) {
    placement.memberships[m].binding = binding_cap(axis.models[m], block, row);
  }
  place_by(axis, rulebook, block, row, placement);
  return placement;
}

void place_by(const AxisNodes& axis, const Rulebook& rulebook, const Block& block, std::size_t row,
              Placement& placement) {
  placement.kind = Kind::kUndecided;
  placement.gate.reset();
  placement.pending.clear();
  placement.models.clear();
  placement.elements.clear();
  placement.certainty = Certainty::kUndecided;
  bool open = false;
  for (std::size_t i = 0; i < placement.memberships.size(); ++i) {
    open = open || placement.memberships[i].status == Status::kOpen;
    if (placement.memberships[i].status == Status::kIn) placement.models.push_back(i);
  }
  placement.nearest = nearest_of(placement.memberships);
  pass_gates(axis, block, row, placement);
  const bool pending = !placement.pending.empty();
  if (placement.kind == Kind::kVerdict) {
    placement.models.clear();
    placement.certainty = pending ? Certainty::kLeaning : Certainty::kDecided;
    return;
  }
  placement.kind = kind_of(axis.axis->combine, placement.models.size(), open);
  order(placement.models, placement.memberships);
  find_elements(placement.memberships, rulebook, placement.elements);
  if (placement.kind != Kind::kUndecided) {
    placement.certainty = !pending && all_decided(placement.memberships) ? Certainty::kDecided : Certainty::kLeaning;
  }
}

Reading reading_of(const AxisNodes& axis, const Placement& placement) {
  Reading reading{placement.kind, placement.gate ? axis.gates[*placement.gate].verdict : 0, 0};
  for (const std::size_t model : placement.models) reading.models |= std::uint64_t{1} << model;
  return reading;
}

Headline headline(const Placement& practice, const Placement& discourse) {
  Headline result;
  headline(practice, discourse, result);
  return result;
}

void headline(const Placement& practice, const Placement& discourse, Headline& result) {
  result.formally.clear();
  result.undeclared.clear();
  result.declared_only = practice.kind == Kind::kUndecided && discourse.kind != Kind::kUndecided;
  result.reg = result.declared_only ? Register::kDiscourse : Register::kPractice;
  result.certainty = result.declared_only ? Certainty::kLeaning : practice.certainty;
  if (result.declared_only || practice.gate || discourse.gate) return;
  find_in_here_out_there(discourse, practice, result.formally);
  find_in_here_out_there(practice, discourse, result.undeclared);
}

}  // namespace bloctype
