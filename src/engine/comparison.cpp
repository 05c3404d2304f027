// Axis by axis: which placements differ, then what an exchange of facts says about it.
#include "engine/comparison.hpp"

#include <algorithm>

#include "core/lists.hpp"
#include "core/number.hpp"

namespace bloctype {
namespace {

using Sides = std::array<const PeriodResult*, 2>;

std::vector<std::size_t> sorted(std::vector<std::size_t> list) {
  std::sort(list.begin(), list.end());
  return list;
}

/// One axis of two periods.
class AxisPair {
 public:
  AxisPair(const Classifier& classifier, const Sides& sides, std::size_t axis, Pairing pairing)
      : classifier_(classifier),
        sides_(sides),
        axis_(axis),
        pairing_(pairing),
        found_(classifier, *sides[0], *sides[1], axis),
        reg_(found_.reg()) {}

  AxisComparison run() const {
    AxisComparison result;
    result.reg = reg_;
    result.same_placement = is_same_in(reg_) && headline(0).declared_only == headline(1).declared_only;
    result.change = found_.change();
    result.formally_differs = sorted(headline(0).formally) != sorted(headline(1).formally) ||
                              sorted(headline(0).undeclared) != sorted(headline(1).undeclared);
    result.certainty_differs = headline(0).certainty != headline(1).certainty;
    result.models_in_question = models_in_question();
    const TwoCases cases = two_cases(result.models_in_question);
    result.facts = differing_facts(cases);
    result.on_evidence_alone = is_on_evidence_alone(cases, result);
    if (!result.same_placement) {
      std::vector<DifferingFact> real_first = result.facts;
      std::stable_partition(real_first.begin(), real_first.end(),
                            [](const DifferingFact& fact) { return fact.ground == DifferingFact::Ground::kReal; });
      for (std::size_t side = 0; side < 2; ++side) result.turning[side] = turning_set(cases, side, real_first);
    }
    if (result.same_placement) compare_reasons(result);
    return result;
  }

 private:
  const Headline& headline(std::size_t side) const { return found_.headline(side); }
  const Placement& placement(std::size_t side) const { return found_.placement(side); }
  const Program& program() const { return classifier_.program(reg_); }
  const AxisNodes& nodes() const { return program().axes[axis_]; }
  const Block& block(std::size_t side) const { return sides_[side]->values[index_of(reg_)]; }

  bool is_same_in(Register reg) const { return found_.is_same_in(reg); }

  /// Those that stand otherwise; where a gate or outcome ended one of the placements, those that the other has. For the
  /// same placement those it names; all where it names none, and in the story of one bloc.
  std::vector<std::size_t> models_in_question() const {
    std::vector<std::size_t> models;
    const bool gated = placement(0).gate || placement(1).gate;
    const bool same = is_same_in(reg_);
    for (std::size_t m = 0; m < nodes().models.size(); ++m) {
      const bool differs = placement(0).memberships[m].status != placement(1).memberships[m].status;
      const bool placed = contains(placement(0).models, m) || contains(placement(1).models, m);
      const bool told = placed || pairing_ == Pairing::kSuccessive || placement(0).models.empty();
      const bool counts = gated ? placed : same ? told : differs;
      if (counts) models.push_back(m);
    }
    return models;
  }

  TwoCases two_cases(const std::vector<std::size_t>& models) const {
    return {classifier_.programs(),
            axis_,
            reg_,
            {triples_of(*sides_[0]->period), triples_of(*sides_[1]->period)},
            {&sides_[0]->axes[axis_], &sides_[1]->axes[axis_]},
            models};
  }

  static bool is_on_evidence_alone(const TwoCases& cases, const AxisComparison& result) {
    if (result.same_placement && !result.certainty_differs) return false;
    std::vector<std::size_t> real;
    bool any_evidence = false;
    for (const DifferingFact& fact : result.facts) {
      if (fact.ground == DifferingFact::Ground::kReal) real.push_back(fact.indicator);
      any_evidence = any_evidence || fact.ground == DifferingFact::Ground::kEvidence;
    }
    if (!any_evidence) return false;
    for (std::size_t side = 0; side < 2; ++side) {
      const Kept kept = kept_by(cases, side, real);
      if (!kept.reading || (result.same_placement && !kept.certainty)) return false;
    }
    return true;
  }

  Standing standing(const CapNode& cap, const ItemNode& item, std::size_t side) const {
    const auto point = block(side).at(item.node, 0).point;
    if (!point || (cap.cap != Cap::kContrary && equal9(*point, 0.5))) return Standing::kOpen;
    return less9(0.5, *point) ? Standing::kHolds : Standing::kLacks;
  }

  /// The caps that hold a model where it is: the one that binds, and those that stand as low.
  std::vector<Cap> holding_caps(std::size_t m, std::size_t side) const {
    const ModelNodes& model = nodes().models[m];
    const bool has_point = block(side).at(model.caps.front().node, 0).point.has_value();
    const auto value = [&](const CapNode& cap) {
      const Triple triple = block(side).at(cap.node, 0);
      return has_point ? triple.point.value_or(1) : triple.high;
    };
    double least = 1;
    for (const CapNode& cap : model.caps) {
      if (cap.cap == placement(side).memberships[m].binding) least = value(cap);
    }
    std::vector<Cap> caps;
    for (const CapNode& cap : model.caps) {
      if (equal9(value(cap), least)) caps.push_back(cap.cap);
    }
    return caps;
  }

  /// Of a placed model every item counts, of another those of the caps that hold it down in both cases.
  ReasonDifference reason_of(std::size_t m) const {
    ReasonDifference reason{m, {placement(0).memberships[m].binding, placement(1).memberships[m].binding}, false, {}};
    const std::vector<Cap> first = holding_caps(m, 0), second = holding_caps(m, 1);
    reason.other_cap = std::none_of(first.begin(), first.end(), [&](Cap cap) { return contains(second, cap); });
    for (const CapNode& cap : nodes().models[m].caps) {
      const bool counts = contains(placement(0).models, m) || (contains(first, cap.cap) && contains(second, cap.cap));
      for (const ItemNode& item : cap.items) {
        const std::array<Standing, 2> standings = {standing(cap, item, 0), standing(cap, item, 1)};
        if (counts && standings[0] != standings[1]) reason.items.push_back({cap.cap, item, standings});
      }
    }
    return reason;
  }

  /// Of the models that are placed or, where none is, of all.
  void compare_reasons(AxisComparison& result) const {
    if (placement(0).gate) {
      result.same_reasons = placement(0).gate == placement(1).gate;
      return;
    }
    for (std::size_t m = 0; m < nodes().models.size(); ++m) {
      if (!placement(0).models.empty() && !contains(placement(0).models, m)) continue;
      ReasonDifference reason = reason_of(m);
      if (reason.is_real()) result.same_reasons = false;
      if (reason.other_cap || !reason.items.empty()) result.reasons.push_back(std::move(reason));
    }
  }

  const Classifier& classifier_;
  const Sides& sides_;
  std::size_t axis_;
  Pairing pairing_;
  AxisSides found_;
  Register reg_;
};

std::vector<FindingDifference> differing_findings(const Classifier& classifier, const Sides& sides) {
  std::vector<FindingDifference> found;
  for (std::size_t f = 0; f < classifier.rulebook().findings.size(); ++f) {
    std::array<std::vector<Register>, 2> holds;
    std::array<bool, 2> open = {false, false};
    for (std::size_t side = 0; side < 2; ++side) {
      for (const Register r : kRegisters) {
        const NodeId node = classifier.program(r).findings[f].node;
        if (finding_holds(classifier.programs(), f, r, sides[side]->values, 0)) holds[side].push_back(r);
        open[side] = open[side] || less9(0.5, sides[side]->values[index_of(r)].high(node)[0]);
      }
    }
    if (holds[0].empty() == holds[1].empty()) continue;
    const std::size_t side = holds[0].empty() ? 1 : 0;
    found.push_back({&classifier.rulebook().findings[f], side, holds[side], open[1 - side]});
  }
  return found;
}

PairComparison compared(const Classifier& classifier, std::span<const BlocResult> blocs, const PeriodPair& pair) {
  PairComparison result;
  result.pair = pair;
  const std::array<const BlocResult*, 2> of = {&blocs[pair.sides[0].bloc], &blocs[pair.sides[1].bloc]};
  const Sides sides = {&of[0]->periods[pair.sides[0].period], &of[1]->periods[pair.sides[1].period]};
  for (std::size_t side = 0; side < 2; ++side) {
    result.hegemons[side] = hegemon_of(*of[side]->description, *sides[side]->period);
  }
  for (std::size_t axis = 0; axis < classifier.rulebook().axes.size(); ++axis) {
    result.axes.push_back(AxisPair(classifier, sides, axis, pair.pairing).run());
  }
  result.findings = differing_findings(classifier, sides);
  if (pair.pairing == Pairing::kSuccessive) return result;
  result.shared_members = shared_members(*of[0]->description, *of[1]->description);
  if (pair.pairing == Pairing::kOverlap && !result.shared_members.empty())
    result.contradictions = contradictions(*sides[0], *sides[1]);
  return result;
}

}  // namespace

std::string_view name(Standing standing) {
  constexpr std::array<std::string_view, 3> kNames = {"holds", "lacks", "open"};
  return kNames[static_cast<std::size_t>(standing)];
}

const std::string& hegemon_of(const Description& description, const Period& period) {
  return period.hegemon.empty() ? description.hegemon : period.hegemon;
}

std::vector<PairComparison> compare_blocs(const Classifier& classifier, std::span<const BlocResult> blocs) {
  std::vector<const Description*> descriptions;
  for (const BlocResult& bloc : blocs) descriptions.push_back(bloc.description);
  std::vector<PairComparison> result;
  for (const PeriodPair& pair : period_pairs(descriptions)) result.push_back(compared(classifier, blocs, pair));
  return result;
}

}  // namespace bloctype
