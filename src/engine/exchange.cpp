// Plain trial, by the one evaluator: nothing is inferred about what an exchange would do.
#include "engine/exchange.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/number.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kRows = 128;
constexpr std::size_t kMostTrials = 200'000;  ///< sets of one size that are tried

using Indicators = std::vector<std::size_t>;

/// The case that `side` is once it has the other's values for `indicators`.
std::vector<Triple> exchanged_inputs(const TwoCases& cases, std::size_t side, const Indicators& indicators) {
  std::vector<Triple> inputs = cases.inputs[side];
  for (const std::size_t i : indicators) inputs[i] = cases.inputs[1 - side][i];
  return inputs;
}

Reading reading_of(const TwoCases& cases, std::size_t side) {
  return bloctype::reading_of(cases.axis, *cases.placements[side]);
}

/// Adds the rules by which `indicator` speaks in `expression`: at most one plain and one negated.
void add_routes(const Expression& expression, std::size_t indicator, Route route, std::vector<Route>& routes) {
  if (const auto* feature = std::get_if<Feature>(&expression.form)) {
    const bool is_new = std::find(routes.begin(), routes.end(), route) == routes.end();
    if (feature->indicator == indicator && is_new) routes.push_back(route);
    return;
  }
  if (std::holds_alternative<Not>(expression.form)) route.negated = !route.negated;
  for (const Expression& part : parts_of(expression)) add_routes(part, indicator, route, routes);
}

/// The rules that an exchange of `indicator` is felt through.
class RouteFinder {
 public:
  RouteFinder(const TwoCases& cases, std::size_t indicator) : cases_(cases), indicator_(indicator) {}

  /// Adds what the exchange of `side` turned or moved, from `before` to `after`, which gave `placement`.
  void feel(std::size_t side, const Block& before, const Block& after, const Placement& placement) {
    for (std::size_t g = 0; g < cases_.axis.gates.size(); ++g) {
      const GateNode& gate = cases_.axis.gates[g];
      if (firing(gate, before, 0) == firing(gate, after, 0)) continue;
      add_routes(gate.gate->condition, indicator_, {g, 0, Cap::kNecessary, gate.gate->claim, false}, routes_);
    }
    for (std::size_t m = 0; m < cases_.axis.models.size(); ++m) {
      const Membership& was = cases_.placements[side]->memberships[m];
      const Membership& is = placement.memberships[m];
      const bool asked = std::find(cases_.models_in_question.begin(), cases_.models_in_question.end(), m) !=
                         cases_.models_in_question.end();
      if (was.status == is.status && (!asked || same(was.value, is.value))) continue;
      for (const CapNode& cap : cases_.axis.models[m].caps) {
        for (const ItemNode& item : cap.items) {
          if (same(before.at(item.node, 0), after.at(item.node, 0))) continue;
          add_routes(item.item->expression, indicator_, {std::nullopt, m, cap.cap, item.item->claim, false}, routes_);
        }
      }
    }
  }

  /// Gates first, then models in axis order.
  std::vector<Route> take() {
    const auto rank = [](const Route& r) {
      return std::tuple(!r.gate, r.gate.value_or(0), r.model, r.cap, r.negated, r.claim);
    };
    std::sort(routes_.begin(), routes_.end(), [&](const Route& a, const Route& b) { return rank(a) < rank(b); });
    return std::move(routes_);
  }

 private:
  const TwoCases& cases_;
  std::size_t indicator_;
  std::vector<Route> routes_;
};

/// One fact exchanged both ways.
DifferingFact tried(const TwoCases& cases, std::size_t indicator, const std::array<Block, 2>& values) {
  const Triple& a = cases.inputs[0][indicator];
  const Triple& b = cases.inputs[1][indicator];
  const bool apart = less9(a.high, b.low) || less9(b.high, a.low);
  const Rulebook& rulebook = *cases.program.rulebook;
  DifferingFact fact;
  fact.indicator = indicator;
  fact.values = {a, b};
  fact.ground = apart ? DifferingFact::Ground::kReal : DifferingFact::Ground::kEvidence;
  RouteFinder finder(cases, indicator);
  for (std::size_t side = 0; side < 2; ++side) {
    const Block after = evaluate_case(cases.program, exchanged_inputs(cases, side, {indicator}));
    Exchange& exchange = fact.exchanged[side];
    exchange.placement = place(cases.axis, rulebook, after, 0, rulebook.crossover);
    const Reading reading = bloctype::reading_of(cases.axis, exchange.placement);
    exchange.changes = reading != reading_of(cases, side);
    exchange.brings = exchange.changes && reading == reading_of(cases, 1 - side);
    for (const std::size_t m : cases.models_in_question) {
      const Triple& before = cases.placements[side]->memberships[m].value;
      const Triple& now = exchange.placement.memberships[m].value;
      exchange.moves += moved(before, now);
      exchange.turns = exchange.turns || before.point.has_value() != now.point.has_value();
    }
    for (const GateNode& gate : cases.axis.gates) {
      exchange.turns = exchange.turns || firing(gate, values[side], 0) != firing(gate, after, 0);
    }
    finder.feel(side, values[side], after, exchange.placement);
  }
  fact.routes = finder.take();
  return fact;
}

/// Judges one case with several sets of facts exchanged, kRows sets at a time.
class Bench {
 public:
  Bench(const TwoCases& cases, std::size_t side) : cases_(cases), side_(side), block_(cases.axis.range.end, kRows) {
    for (std::size_t row = 0; row < kRows; ++row) {
      for (std::size_t i = 0; i < cases.inputs[side].size(); ++i) set(i, row, side);
    }
  }

  /// For each set whether it turns the placement into that of the other case.
  std::vector<bool> turns(const std::vector<Indicators>& sets) {
    const Reading wanted = reading_of(cases_, 1 - side_);
    std::vector<bool> found;
    for (std::size_t begin = 0; begin < sets.size(); begin += kRows) {
      const std::size_t rows = std::min(kRows, sets.size() - begin);
      for (std::size_t row = 0; row < rows; ++row) {
        for (const std::size_t i : sets[begin + row]) set(i, row, 1 - side_);
      }
      evaluate(cases_.program, cases_.axis.range, block_, rows);
      for (std::size_t row = 0; row < rows; ++row) {
        found.push_back(judge(cases_.axis, *cases_.program.rulebook, block_, row).reading == wanted);
        for (const std::size_t i : sets[begin + row]) set(i, row, side_);
      }
    }
    return found;
  }

 private:
  void set(std::size_t indicator, std::size_t row, std::size_t side) {
    block_.set(static_cast<NodeId>(indicator), row, cases_.inputs[side][indicator]);
  }

  const TwoCases& cases_;
  std::size_t side_;
  Block block_;
};

/// Adds every set that has `size` facts more than `chosen`, from `next` on; false where there are too many.
bool add_sets(const std::vector<DifferingFact>& facts, std::size_t size, std::size_t next, Indicators& chosen,
              std::vector<Indicators>& sets) {
  if (size == 0) {
    sets.push_back(chosen);
    return sets.size() <= kMostTrials;
  }
  for (std::size_t i = next; i + size <= facts.size(); ++i) {
    chosen.push_back(facts[i].indicator);
    const bool goes_on = add_sets(facts, size - 1, i + 1, chosen, sets);
    chosen.pop_back();
    if (!goes_on) return false;
  }
  return true;
}

}  // namespace

std::string_view name(DifferingFact::Ground ground) {
  return ground == DifferingFact::Ground::kReal ? "real" : "evidence";
}

std::string_view name(TurningSet::Outcome outcome) {
  constexpr std::array<std::string_view, 3> kNames = {"found", "too_many", "not_searched"};
  return kNames[static_cast<std::size_t>(outcome)];
}

bool DifferingFact::is_idle() const {
  const bool turns = exchanged[0].turns || exchanged[1].turns;
  return !decides() && !turns && equal9(moves(), 0);
}

double moved(const Triple& from, const Triple& to) {
  if (from.point && to.point) return std::abs(*to.point - *from.point);
  return std::max(std::abs(to.low - from.low), std::abs(to.high - from.high));
}

std::vector<DifferingFact> differing_facts(const TwoCases& cases) {
  const std::array<Block, 2> values = {evaluate_case(cases.program, cases.inputs[0]),
                                       evaluate_case(cases.program, cases.inputs[1])};
  std::vector<DifferingFact> facts;
  for (const std::size_t indicator : cases.axis.indicators) {
    if (same(cases.inputs[0][indicator], cases.inputs[1][indicator])) continue;
    facts.push_back(tried(cases, indicator, values));
  }
  std::stable_sort(facts.begin(), facts.end(), [](const DifferingFact& a, const DifferingFact& b) {
    if (a.brings() != b.brings()) return a.brings();
    if (a.decides() != b.decides()) return a.decides();
    return less9(b.moves(), a.moves());
  });
  return facts;
}

TurningSet turning_set(const TwoCases& cases, std::size_t side, const std::vector<DifferingFact>& facts) {
  Bench bench(cases, side);
  for (std::size_t size = 1; size <= kMostTogether; ++size) {
    std::vector<Indicators> sets;
    Indicators chosen;
    if (!add_sets(facts, size, 0, chosen, sets)) return {TurningSet::Outcome::kNotSearched, {}, 0};
    const std::vector<bool> found = bench.turns(sets);
    const auto first = std::find(found.begin(), found.end(), true);
    if (first == found.end()) continue;
    return {TurningSet::Outcome::kFound, sets[static_cast<std::size_t>(first - found.begin())],
            static_cast<std::size_t>(std::count(found.begin(), found.end(), true))};
  }
  return {TurningSet::Outcome::kTooMany, {}, 0};
}

Kept kept_by(const TwoCases& cases, std::size_t side, const std::vector<std::size_t>& indicators) {
  const Rulebook& rulebook = *cases.program.rulebook;
  const auto judged = [&](const std::vector<Triple>& inputs) {
    return judge(cases.axis, rulebook, evaluate_case(cases.program, inputs), 0);
  };
  const Judgement before = judged(cases.inputs[side]);
  const Judgement after = judged(exchanged_inputs(cases, side, indicators));
  return {before.reading == after.reading, before.decided == after.decided};
}

}  // namespace bloctype
