// Deviations, findings, pivotal facts, counterfactuals and robustness.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <variant>

#include "tests/properties/naive.hpp"

namespace bloctype::naive {
namespace {

/// The same question asked of the same indicators.
bool is_same(const Expression& a, const Expression& b) {
  if (a.form.index() != b.form.index()) return false;
  if (const auto* feature = std::get_if<Feature>(&a.form)) {
    return feature->indicator == std::get<Feature>(b.form).indicator;
  }
  if (const auto* mean = std::get_if<Mean>(&a.form)) {
    const std::vector<double>& others = std::get<Mean>(b.form).weights;
    if (!std::equal(mean->weights.begin(), mean->weights.end(), others.begin(), others.end(), equal)) return false;
  }
  if (const auto* at_least = std::get_if<AtLeast>(&a.form)) {
    if (at_least->count != std::get<AtLeast>(b.form).count) return false;
  }
  const std::vector<Expression>& mine = parts_of(a);
  const std::vector<Expression>& others = parts_of(b);
  return std::equal(mine.begin(), mine.end(), others.begin(), others.end(), is_same);
}

/// Adds `candidate` with its degree, unless it agrees with what is expected or its expression is listed for the model.
void list(std::vector<Deviation>& listed, Deviation candidate, const Inputs& inputs) {
  for (const Deviation& earlier : listed) {
    if (earlier.model == candidate.model && is_same(*earlier.expression, *candidate.expression)) return;
  }
  const Triple t = value(*candidate.expression, inputs);
  if (t.point) {
    candidate.degree = candidate.expected_full ? 1 - *t.point : *t.point;
    if (!less(0, *candidate.degree)) return;
  }
  listed.push_back(candidate);
}

void list_items(std::vector<Deviation>& listed, const std::vector<Item>& items, Register reg, const Inputs& inputs,
                const Deviation& pattern) {
  for (const Item& item : items) {
    if (!item.in_run(reg)) continue;
    Deviation candidate = pattern;
    candidate.item = &item;
    candidate.expression = &item.expression;
    list(listed, candidate, inputs);
  }
}

const Variant* variant_of(const Model& model, const Inputs& inputs) {
  for (const Variant& variant : model.variants) {
    if (less(0.5, value(variant.condition, inputs).low)) return &variant;
  }
  return nullptr;
}

void mark(std::vector<bool>& flags, const Expression& expression) {
  for (const std::size_t indicator : indicators_of(expression)) flags[indicator] = true;
}

/// The words a coder may write of a fact, lowest first: a y/n indicator is absent or full, nothing between.
std::vector<double> words_for(const Rulebook& rulebook, std::size_t fact) {
  std::vector<double> words;
  for (const ScaleWord& word : rulebook.scale) {
    const bool is_end = equal(word.value, 0) || equal(word.value, 1);
    if (is_end || !rulebook.indicators[fact].yes_no) words.push_back(word.value);
  }
  return words;
}

/// Every way to recode a set of facts, lower values first; keeps the one of least total move that changes the
/// placement.
class SetSearch {
 public:
  SetSearch(const View& view, const Inputs& inputs, const Placement& before)
      : view_(view), inputs_(inputs), before_(before) {}

  std::optional<Counterfactual> best(const std::vector<std::size_t>& facts) {
    best_.reset();
    changes_.clear();
    Inputs recoded = inputs_;
    recode(facts, recoded);
    return best_;
  }

  static double move(const Counterfactual& c) {
    double total = 0;
    for (const Recoding& change : c.changes) total += std::abs(change.to - change.from);
    return total;
  }

 private:
  void recode(const std::vector<std::size_t>& facts, Inputs& recoded) {
    if (changes_.size() == facts.size()) return try_changes(recoded);
    const std::size_t fact = facts[changes_.size()];
    const double from = inputs_[fact].low;
    for (const double word : words_for(view_.rulebook, fact)) {
      if (equal(word, from)) continue;
      recoded[fact] = known(word);
      changes_.push_back({fact, from, word});
      recode(facts, recoded);
      changes_.pop_back();
    }
    recoded[fact] = inputs_[fact];
  }

  void try_changes(const Inputs& recoded) {
    const Counterfactual found{changes_, place(view_, recoded)};
    if (same_reading(view_.rules(), before_, found.placement)) return;
    if (!best_ || less(move(found), move(*best_))) best_ = found;
  }

  const View& view_;
  const Inputs& inputs_;
  const Placement& before_;
  std::vector<Recoding> changes_;
  std::optional<Counterfactual> best_;
};

/// All sets of `size` of the candidates, in the order of their ids.
std::vector<std::vector<std::size_t>> sets_of(const std::vector<std::size_t>& candidates, std::size_t size) {
  std::vector<std::vector<std::size_t>> sets = {{}};
  for (std::size_t i = 0; i < size; ++i) {
    std::vector<std::vector<std::size_t>> longer;
    for (const auto& set : sets) {
      for (const std::size_t candidate : candidates) {
        if (!set.empty() && candidate <= set.back()) continue;
        longer.push_back(set);
        longer.back().push_back(candidate);
      }
    }
    sets = longer;
  }
  return sets;
}

class SplitMix64 {
 public:
  /// The next number in [0, 1).
  double next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    z ^= z >> 31;
    return static_cast<double>(z >> 11) * std::ldexp(1.0, -53);
  }

 private:
  std::uint64_t state_ = 1;
};

void reweight(Expression& expression, SplitMix64& random);

void reweight_parts(std::vector<Expression>& parts, SplitMix64& random) {
  for (Expression& part : parts) reweight(part, random);
}

struct Reweight {
  SplitMix64& random;

  void operator()(Feature&) const {}
  void operator()(Not& x) const { reweight_parts(x.part, random); }
  void operator()(All& x) const { reweight_parts(x.parts, random); }
  void operator()(Any& x) const { reweight_parts(x.parts, random); }
  void operator()(AtLeast& x) const { reweight_parts(x.parts, random); }
  void operator()(Mean& x) const {
    for (std::size_t i = 0; i < x.parts.size(); ++i) {
      x.weights[i] *= 0.5 + random.next();
      reweight(x.parts[i], random);
    }
  }
};

void reweight(Expression& expression, SplitMix64& random) { std::visit(Reweight{random}, expression.form); }

void reweight(Model& model, SplitMix64& random) {
  for (Item& item : model.necessary) reweight(item.expression, random);
  for (Item& item : model.typical) {
    item.weight *= 0.5 + random.next();
    reweight(item.expression, random);
  }
  for (Item& item : model.contrary) reweight(item.expression, random);
}

/// The placement that the headline shows.
Placement shown(const Rulebook& rulebook, std::size_t axis, const Registers& inputs) {
  std::array<Placement, 2> placements;
  for (const Register reg : kRegisters) placements[index_of(reg)] = place({rulebook, axis, reg}, inputs[index_of(reg)]);
  return placements[index_of(naive::headline(placements[0], placements[1]).reg)];
}

}  // namespace

std::vector<Deviation> deviations(const View& view, const Placement& placement, const Inputs& inputs) {
  std::vector<Deviation> listed;
  for (std::size_t m = 0; m < placement.memberships.size(); ++m) {
    if (std::find(placement.models.begin(), placement.models.end(), m) == placement.models.end()) continue;
    const Model& model = view.model(m);
    Deviation pattern;
    pattern.model = m;
    pattern.role = Role::kNecessary;
    list_items(listed, model.necessary, view.reg, inputs, pattern);
    pattern.role = Role::kTypical;
    list_items(listed, model.typical, view.reg, inputs, pattern);
    pattern.role = Role::kContrary;
    pattern.expected_full = false;
    list_items(listed, model.contrary, view.reg, inputs, pattern);
    pattern.role = Role::kExpected;
    pattern.variant = variant_of(model, inputs);
    if (pattern.variant == nullptr) continue;
    for (const Expectation& expectation : pattern.variant->expects) {
      pattern.expression = &expectation.expression;
      pattern.expected_full = expectation.full;
      list(listed, pattern, inputs);
    }
  }
  return listed;
}

std::vector<Register> holds_in(const Finding& finding, const Registers& inputs) {
  std::vector<Register> found;
  for (const Register reg : kRegisters) {
    if (less(0.5, value(finding.condition, inputs[index_of(reg)]).low)) found.push_back(reg);
  }
  return found;
}

std::vector<bool> occurring(const View& view) {
  std::vector<bool> flags(view.rulebook.indicators.size(), false);
  for (const Gate& outcome : view.rules().outcomes) mark(flags, outcome.condition);
  for (const std::size_t m : view.rules().models) {
    const Model& model = view.rulebook.models[m];
    for (const auto* items : {&model.necessary, &model.typical, &model.contrary}) {
      for (const Item& item : *items) {
        if (item.in_run(view.reg)) mark(flags, item.expression);
      }
    }
  }
  return flags;
}

std::vector<Pivot> pivotal(const View& view, const Inputs& inputs) {
  const Placement before = place(view, inputs);
  const std::vector<bool> occurs = occurring(view);
  std::vector<Pivot> found;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (!naive::is_open(inputs[i])) continue;
    Pivot pivot{i, 0, !occurs[i]};
    for (const double word : words_for(view.rulebook, i)) {
      if (less(word, inputs[i].low) || less(inputs[i].high, word)) continue;
      Inputs recoded = inputs;
      recoded[i] = known(word);
      if (!same_reading(view.rules(), before, place(view, recoded))) ++pivot.flips;
    }
    if (pivot.flips > 0) found.push_back(pivot);
  }
  std::stable_sort(found.begin(), found.end(), [](const Pivot& a, const Pivot& b) {
    return a.gate_only != b.gate_only ? b.gate_only : a.flips > b.flips;
  });
  return found;
}

std::vector<Counterfactual> counterfactuals(const View& view, const Inputs& inputs) {
  const Placement before = place(view, inputs);
  const std::vector<bool> occurs = occurring(view);
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (occurs[i] && !naive::is_open(inputs[i])) candidates.push_back(i);
  }
  SetSearch search(view, inputs, before);
  std::vector<Counterfactual> found;
  for (std::size_t size = 1; size <= 3 && found.empty(); ++size) {
    for (const auto& set : sets_of(candidates, size)) {
      if (auto best = search.best(set)) found.push_back(*best);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Counterfactual& a, const Counterfactual& b) {
    return less(SetSearch::move(a), SetSearch::move(b));
  });
  if (found.size() > 5) found.resize(5);
  return found;
}

std::vector<Rulebook> reweighted(const Rulebook& rulebook) {
  SplitMix64 random;
  std::vector<Rulebook> draws;
  for (int i = 0; i < 200; ++i) {
    draws.push_back(rulebook);
    for (const Axis& axis : rulebook.axes) {
      for (const std::size_t model : axis.models) reweight(draws.back().models[model], random);
    }
  }
  return draws;
}

Robustness robustness(const Rulebook& rulebook, std::size_t axis, const std::vector<Rulebook>& draws,
                      const Registers& inputs) {
  const Axis& rules = rulebook.axes[axis];
  const Placement before = shown(rulebook, axis, inputs);
  Rulebook moved = rulebook;
  const auto stays = [&](int thousandths) {
    moved.crossover = thousandths / 1000.0;
    return same_reading(rules, before, shown(moved, axis, inputs));
  };
  const int start = static_cast<int>(std::lround(rulebook.crossover * 1000));
  int from = start;
  int to = start;
  while (from > 300 && stays(from - 1)) --from;
  while (to < 700 && stays(to + 1)) ++to;
  int kept = 0;
  for (const Rulebook& draw : draws) kept += same_reading(rules, before, shown(draw, axis, inputs)) ? 1 : 0;
  return {from / 1000.0, to / 1000.0, static_cast<double>(kept) / static_cast<double>(draws.size())};
}

}  // namespace bloctype::naive
