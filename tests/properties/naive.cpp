// Values, expressions, memberships, placements and headlines.
#include "tests/properties/naive.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <variant>

namespace bloctype::naive {
namespace {

/// The nearest whole number of 1e-9; halves to even, as a double rounds.
double billionths(double value) { return std::nearbyint(value * 1e9); }

/// What holds after every operator: equal ends are the point, and a point lies between the ends.
Triple settled(Triple t) {
  if (equal(t.low, t.high)) return {t.low, t.low, t.high};
  if (t.point && less(*t.point, t.low)) t.point = t.low;
  if (t.point && less(t.high, *t.point)) t.point = t.high;
  return t;
}

Triple negation(const Triple& t) {
  const std::optional<double> point = t.point ? std::optional(1 - *t.point) : std::nullopt;
  return settled({1 - t.high, point, 1 - t.low});
}

Triple all_of(const std::vector<Triple>& parts) {
  Triple result = parts.front();
  for (const Triple& part : parts) {
    result.low = std::min(result.low, part.low);
    result.high = std::min(result.high, part.high);
    if (!result.point || !part.point) {
      result.point = std::nullopt;
    } else {
      result.point = std::min(*result.point, *part.point);
    }
  }
  return settled(result);
}

Triple any_of(const std::vector<Triple>& parts) {
  Triple result{0, std::nullopt, 0};
  for (const Triple& part : parts) {
    result.low = std::max(result.low, part.low);
    result.high = std::max(result.high, part.high);
    if (part.point) result.point = result.point ? std::max(*result.point, *part.point) : *part.point;
  }
  return settled(result);
}

Triple mean_of(const std::vector<Triple>& parts, const std::vector<double>& weights) {
  double low = 0;
  double high = 0;
  double point = 0;
  double all_weights = 0;
  double pointed_weights = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    low += parts[i].low * weights[i];
    high += parts[i].high * weights[i];
    all_weights += weights[i];
    if (!parts[i].point) continue;
    point += *parts[i].point * weights[i];
    pointed_weights += weights[i];
  }
  Triple result{low / all_weights, std::nullopt, high / all_weights};
  if (pointed_weights > 0) result.point = point / pointed_weights;
  return settled(result);
}

double nth_largest(std::vector<double> values, std::size_t n) {
  std::sort(values.begin(), values.end(), std::greater<>());
  return values[n - 1];
}

Triple at_least_of(const std::vector<Triple>& parts, std::size_t n) {
  std::vector<double> lows;
  std::vector<double> points;
  std::vector<double> highs;
  for (const Triple& part : parts) {
    lows.push_back(part.low);
    highs.push_back(part.high);
    if (part.point) points.push_back(*part.point);
  }
  Triple result{nth_largest(lows, n), std::nullopt, nth_largest(highs, n)};
  if (points.size() >= n) result.point = nth_largest(points, n);
  return settled(result);
}

std::vector<Triple> values(const std::vector<Expression>& parts, const Inputs& inputs) {
  std::vector<Triple> result;
  for (const Expression& part : parts) result.push_back(value(part, inputs));
  return result;
}

struct Value {
  const Inputs& inputs;

  Triple operator()(const Feature& x) const { return inputs[x.indicator]; }
  Triple operator()(const Not& x) const { return negation(value(x.part.front(), inputs)); }
  Triple operator()(const All& x) const { return all_of(values(x.parts, inputs)); }
  Triple operator()(const Any& x) const { return any_of(values(x.parts, inputs)); }
  Triple operator()(const Mean& x) const { return mean_of(values(x.parts, inputs), x.weights); }
  Triple operator()(const AtLeast& x) const { return at_least_of(values(x.parts, inputs), x.count); }
};

/// Points of the caps, combined; none unless the leading cap has one.
std::optional<double> least_point(const std::vector<CapValue>& caps) {
  if (!caps.front().value.point) return std::nullopt;
  double least = 1;
  for (const CapValue& cap : caps) {
    if (cap.value.point) least = std::min(least, *cap.value.point);
  }
  return least;
}

Cap binding_cap(const std::vector<CapValue>& caps, const std::optional<double>& least, double high) {
  for (const CapValue& cap : caps) {
    if (least && cap.value.point && equal(*cap.value.point, *least)) return cap.cap;
    if (!least && equal(cap.value.high, high)) return cap.cap;
  }
  return caps.front().cap;
}

double coverage(const Model& model, Register reg, const Inputs& inputs) {
  std::set<std::size_t> all;
  std::set<std::size_t> pointed;
  for (const auto* list : {&model.necessary, &model.typical, &model.contrary}) {
    for (const Item& item : *list) {
      if (!item.in_run(reg)) continue;
      for (const std::size_t indicator : indicators_of(item.expression)) {
        all.insert(indicator);
        if (inputs[indicator].point) pointed.insert(indicator);
      }
    }
  }
  return static_cast<double>(pointed.size()) / static_cast<double>(all.size());
}

void set_status(const Rulebook& rulebook, Membership& m) {
  const double crossover = rulebook.crossover;
  if (less(crossover, m.value.low)) {
    m.status = Status::kIn;
    m.certainty = Certainty::kDecided;
  } else if (less(m.value.high, crossover)) {
    m.status = Status::kOut;
    m.certainty = Certainty::kDecided;
  } else if (!m.value.point || equal(*m.value.point, crossover) || less(m.coverage, rulebook.evidence_floor)) {
    m.status = Status::kOpen;
    m.certainty = Certainty::kUndecided;
  } else {
    m.status = less(crossover, *m.value.point) ? Status::kIn : Status::kOut;
    m.certainty = Certainty::kLeaning;
  }
}

/// A list of models by point, highest first; those without one after them, by low; ties in axis order.
std::vector<std::size_t> ranked(std::vector<std::size_t> models, const std::vector<Membership>& memberships) {
  std::stable_sort(models.begin(), models.end(), [&](std::size_t a, std::size_t b) {
    const Triple& x = memberships[a].value;
    const Triple& y = memberships[b].value;
    if (x.point && y.point) return less(*y.point, *x.point);
    if (x.point || y.point) return x.point.has_value();
    return less(y.low, x.low);
  });
  return models;
}

std::vector<std::size_t> with_status(const std::vector<Membership>& memberships, Status status) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < memberships.size(); ++i) {
    if (memberships[i].status == status) found.push_back(i);
  }
  return found;
}

bool fires(const Gate& gate, const Triple& t) {
  return gate.sense == Gate::Sense::kIf ? less(gate.threshold, t.low) : less(t.high, gate.threshold);
}

/// Of a gate that does not fire.
bool is_pending(const Gate& gate, const Triple& t) {
  if (gate.sense == Gate::Sense::kIf) return less(gate.threshold, t.high);
  return less(t.low, gate.threshold);
}

void run_gates(const Axis& axis, const Inputs& inputs, Placement& placement) {
  std::vector<const Gate*> all;
  for (const Gate& gate : axis.gates) all.push_back(&gate);
  for (const Gate& outcome : axis.outcomes) all.push_back(&outcome);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Triple t = value(all[i]->condition, inputs);
    if (fires(*all[i], t)) {
      placement.gate = i;
      return;
    }
    if (is_pending(*all[i], t)) placement.pending.push_back(i);
  }
}

void set_elements(const Rulebook& rulebook, Placement& placement) {
  std::vector<std::size_t> found;
  for (const std::size_t i : with_status(placement.memberships, Status::kOut)) {
    const Membership& m = placement.memberships[i];
    if (!m.value.point || less(*m.value.point, rulebook.element_floor)) continue;
    if (!less(m.coverage, rulebook.evidence_floor)) found.push_back(i);
  }
  placement.elements = ranked(found, placement.memberships);
}

void set_nearest(Placement& placement) {
  double highest = 0;
  for (std::size_t i = 0; i < placement.memberships.size(); ++i) {
    const auto& point = placement.memberships[i].value.point;
    if (!point || !less(highest, *point)) continue;
    highest = *point;
    placement.nearest = i;
  }
}

Kind kind_of(const Axis& axis, std::size_t in, bool any_open) {
  if (any_open) return in > 0 ? Kind::kAtLeast : Kind::kUndecided;
  if (in == 0) return Kind::kNone;
  if (in == 1) return Kind::kPure;
  return axis.combine == Axis::Combine::kHybrid ? Kind::kHybrid : Kind::kContested;
}

Certainty certainty_of(const Placement& placement, bool every_status_decided) {
  if (placement.kind == Kind::kUndecided) return Certainty::kUndecided;
  if (!placement.pending.empty()) return Certainty::kLeaning;
  return placement.gate || every_status_decided ? Certainty::kDecided : Certainty::kLeaning;
}

/// Models in by `one` and out by `other`, ranked in `one`.
std::vector<std::size_t> in_and_out(const Placement& one, const Placement& other) {
  std::vector<std::size_t> found;
  for (const std::size_t i : with_status(one.memberships, Status::kIn)) {
    if (other.memberships[i].status == Status::kOut) found.push_back(i);
  }
  return ranked(found, one.memberships);
}

}  // namespace

Registers inputs_of(const Period& period) {
  Registers inputs;
  for (const Register reg : kRegisters) {
    for (const Fact& fact : period.facts) inputs[index_of(reg)].push_back(fact.triples[index_of(reg)]);
  }
  return inputs;
}

bool less(double a, double b) { return billionths(a) < billionths(b); }
bool equal(double a, double b) { return billionths(a) == billionths(b); }
bool is_open(const Triple& t) { return !equal(t.low, t.high); }

Triple contested(double low, double high) {
  if (equal(low, high)) return {low, low, high};
  if (less(0.5, low) || less(high, 0.5)) return {low, (low + high) / 2, high};
  return {low, std::nullopt, high};
}

Triple merged(const std::vector<Triple>& codings) {
  if (codings.empty()) return {0, std::nullopt, 1};
  Triple hull = codings.front();
  bool all_equal = true;
  for (const Triple& t : codings) {
    if (!equal(t.low, codings.front().low) || !equal(t.high, codings.front().high)) all_equal = false;
    hull.low = std::min(hull.low, t.low);
    hull.high = std::max(hull.high, t.high);
  }
  return all_equal ? codings.front() : contested(hull.low, hull.high);
}

Triple value(const Expression& expression, const Inputs& inputs) { return std::visit(Value{inputs}, expression.form); }

std::vector<CapValue> caps(const Model& model, Register reg, const Inputs& inputs) {
  std::vector<CapValue> result;
  const std::array lists = {&model.necessary, &model.typical, &model.contrary};
  for (std::size_t i = 0; i < lists.size(); ++i) {
    std::vector<Triple> items;
    std::vector<double> weights;
    for (const Item& item : *lists[i]) {
      if (!item.in_run(reg)) continue;
      items.push_back(value(item.expression, inputs));
      weights.push_back(item.weight);
    }
    if (items.empty()) continue;
    if (kCaps[i] == Cap::kNecessary) result.push_back({Cap::kNecessary, all_of(items)});
    if (kCaps[i] == Cap::kTypical) result.push_back({Cap::kTypical, mean_of(items, weights)});
    if (kCaps[i] == Cap::kContrary) result.push_back({Cap::kContrary, negation(any_of(items))});
  }
  return result;
}

Membership membership(const View& view, const Model& model, const Inputs& inputs) {
  const std::vector<CapValue> limits = caps(model, view.reg, inputs);
  Membership m;
  m.value = {1, least_point(limits), 1};
  for (const CapValue& cap : limits) {
    m.value.low = std::min(m.value.low, cap.value.low);
    m.value.high = std::min(m.value.high, cap.value.high);
  }
  m.binding = binding_cap(limits, m.value.point, m.value.high);
  m.value = settled(m.value);
  m.coverage = coverage(model, view.reg, inputs);
  set_status(view.rulebook, m);
  return m;
}

Placement place(const View& view, const Inputs& inputs) {
  Placement placement;
  for (const std::size_t model : view.rules().models) {
    placement.memberships.push_back(membership(view, view.rulebook.models[model], inputs));
  }
  run_gates(view.rules(), inputs, placement);
  set_nearest(placement);
  bool decided = true;
  for (const Membership& m : placement.memberships) decided = decided && m.certainty == Certainty::kDecided;
  if (placement.gate) {
    placement.kind = Kind::kVerdict;
  } else {
    placement.models = ranked(with_status(placement.memberships, Status::kIn), placement.memberships);
    const bool any_open = !with_status(placement.memberships, Status::kOpen).empty();
    placement.kind = kind_of(view.rules(), placement.models.size(), any_open);
    set_elements(view.rulebook, placement);
  }
  placement.certainty = certainty_of(placement, decided);
  return placement;
}

bool same_reading(const Axis& axis, const Placement& a, const Placement& b) {
  if (a.kind != b.kind) return false;
  if (a.gate && b.gate) {
    const auto verdict = [&](std::size_t gate) {
      return gate < axis.gates.size() ? axis.gates[gate].verdict : axis.outcomes[gate - axis.gates.size()].verdict;
    };
    return verdict(*a.gate) == verdict(*b.gate);
  }
  return std::set<std::size_t>(a.models.begin(), a.models.end()) ==
         std::set<std::size_t>(b.models.begin(), b.models.end());
}

Headline headline(const Placement& practice, const Placement& discourse) {
  Headline result;
  if (practice.kind == Kind::kUndecided && discourse.kind != Kind::kUndecided) {
    result.reg = Register::kDiscourse;
    result.declared_only = true;
    result.certainty = Certainty::kLeaning;
    return result;
  }
  result.certainty = practice.certainty;
  if (practice.gate || discourse.gate) return result;
  result.formally = in_and_out(discourse, practice);
  result.undeclared = in_and_out(practice, discourse);
  return result;
}

}  // namespace bloctype::naive
