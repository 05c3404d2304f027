// Plain trial, by the one evaluator: nothing is inferred about what an exchange would do.
#include "engine/exchange.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "core/number.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kRows = 128;
constexpr std::size_t kMostTrials = 200'000;    ///< sets of one size that are tried
constexpr std::size_t kMostNodes = 40'000'000;  ///< nodes that are computed for them

using Indicators = std::vector<std::size_t>;

/// The values of `side` in both registers, once it has the other's for `indicators`.
std::array<Block, 2> exchanged_values(const TwoCases& cases, std::size_t side, const Indicators& indicators) {
  const auto in = [&](Register r) {
    std::vector<Triple> inputs = cases.inputs[side][index_of(r)];
    for (const std::size_t i : indicators) inputs[i] = cases.inputs[1 - side][index_of(r)][i];
    const Program& program = cases.programs[index_of(r)];
    Block block(program.nodes.size(), 1);
    for (std::size_t i = 0; i < inputs.size(); ++i) block.set(static_cast<NodeId>(i), 0, inputs[i]);
    evaluate(program, cases.nodes(r).range, block, 1);  // this axis alone
    return block;
  };
  return {in(kRegisters[0]), in(kRegisters[1])};
}

AxisResult result_of(const TwoCases& cases, const std::array<Block, 2>& values) {
  AxisResult result;
  for (const Register r : kRegisters) {
    const Rulebook& rulebook = *cases.programs[index_of(r)].rulebook;
    result.placements[index_of(r)] = place(cases.nodes(r), rulebook, values[index_of(r)], 0, rulebook.crossover);
  }
  result.headline = headline(result.placements[0], result.placements[1]);
  return result;
}

HeadlineReading reading_of(const TwoCases& cases, const AxisResult& result) {
  return {bloctype::reading_of(cases.nodes(result.headline.reg), result.shown()), result.headline.declared_only};
}

bool differs_in(const TwoCases& cases, std::size_t indicator, Register r) {
  const std::vector<std::size_t>& read = cases.nodes(r).indicators;
  return std::binary_search(read.begin(), read.end(), indicator) &&
         !same(cases.inputs[0][index_of(r)][indicator], cases.inputs[1][index_of(r)][indicator]);
}

/// Whether what is said can matter to a headline: it does where deeds leave a case undecided.
bool words_count(const TwoCases& cases) {
  return std::any_of(cases.results.begin(), cases.results.end(), [](const AxisResult* result) {
    return result->placements[index_of(Register::kPractice)].kind == Kind::kUndecided;
  });
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

  /// A case in one register.
  struct Felt {
    const Block& values;
    const Placement& placement;
  };

  /// Adds what an exchange turned or moved in register `r`.
  void feel(Register r, const Felt& before, const Felt& after) {
    const AxisNodes& axis = cases_.nodes(r);
    for (std::size_t g = 0; g < axis.gates.size(); ++g) {
      const GateNode& gate = axis.gates[g];
      if (firing(gate, before.values, 0) == firing(gate, after.values, 0)) continue;
      add_routes(gate.gate->condition, indicator_, {g, 0, Cap::kNecessary, gate.gate->claim, false}, routes_);
    }
    for (std::size_t m = 0; m < axis.models.size(); ++m) {
      const Membership& was = before.placement.memberships[m];
      const Membership& is = after.placement.memberships[m];
      const bool asked = std::find(cases_.models_in_question.begin(), cases_.models_in_question.end(), m) !=
                         cases_.models_in_question.end();
      if (was.status == is.status && (!asked || same(was.value, is.value))) continue;
      for (const CapNode& cap : axis.models[m].caps) {
        for (const ItemNode& item : cap.items) {
          if (same(before.values.at(item.node, 0), after.values.at(item.node, 0))) continue;
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

/// The values of both cases, by case and Register.
using Values = std::array<std::array<Block, 2>, 2>;

/// One case with the other's fact; adds the rules that it is felt through.
Exchange exchanged(const TwoCases& cases, const DifferingFact& fact, std::size_t side, const Values& values,
                   RouteFinder& finder) {
  const AxisResult& before = *cases.results[side];
  const std::array<Block, 2> after = exchanged_values(cases, side, {fact.indicator});
  Exchange exchange;
  exchange.result = result_of(cases, after);
  const HeadlineReading reading = reading_of(cases, exchange.result);
  exchange.changes = reading != reading_of(cases, before);
  exchange.brings = exchange.changes && reading == reading_of(cases, *cases.results[1 - side]);
  const std::size_t told = index_of(cases.reg);
  for (const std::size_t m : cases.models_in_question) {
    const Triple& was = before.placements[told].memberships[m].value;
    const Triple& is = exchange.result.placements[told].memberships[m].value;
    exchange.moves += moved(was, is);
    exchange.turns = exchange.turns || was.point.has_value() != is.point.has_value();
  }
  for (const GateNode& gate : cases.nodes(cases.reg).gates) {
    exchange.turns = exchange.turns || firing(gate, values[side][told], 0) != firing(gate, after[told], 0);
  }
  for (const Register r : kRegisters) {
    const bool speaks = r == before.headline.reg || r == exchange.result.headline.reg;
    if (r != fact.reg && !(exchange.changes && speaks)) continue;
    const std::size_t i = index_of(r);
    finder.feel(r, {values[side][i], before.placements[i]}, {after[i], exchange.result.placements[i]});
  }
  return exchange;
}

/// One fact exchanged both ways.
DifferingFact tried(const TwoCases& cases, std::size_t indicator, Register reg, const Values& values) {
  const Triple& a = cases.inputs[0][index_of(reg)][indicator];
  const Triple& b = cases.inputs[1][index_of(reg)][indicator];
  const bool apart = less9(a.high, b.low) || less9(b.high, a.low);
  DifferingFact fact;
  fact.indicator = indicator;
  fact.reg = reg;
  fact.values = {a, b};
  fact.ground = apart ? DifferingFact::Ground::kReal : DifferingFact::Ground::kEvidence;
  RouteFinder finder(cases, indicator);
  for (std::size_t side = 0; side < 2; ++side) fact.exchanged[side] = exchanged(cases, fact, side, values, finder);
  fact.routes = finder.take();
  return fact;
}

/// Judges one case with several sets of facts exchanged, kRows sets at a time.
class Bench {
 public:
  Bench(const TwoCases& cases, std::size_t side)
      : cases_(cases),
        side_(side),
        wanted_(reading_of(cases, *cases.results[1 - side])),
        blocks_{Block(cases.nodes(kRegisters[0]).range.end, kRows),
                Block(cases.nodes(kRegisters[1]).range.end, kRows)} {
    for (std::size_t row = 0; row < kRows; ++row) {
      for (std::size_t i = 0; i < cases.inputs[side][0].size(); ++i) set(i, row, side);
    }
  }

  /// For each set whether it turns the headline into that of the other case.
  std::vector<bool> turns(const std::vector<Indicators>& sets) {
    std::vector<bool> found;
    for (std::size_t begin = 0; begin < sets.size(); begin += kRows) {
      const std::size_t rows = std::min(kRows, sets.size() - begin);
      for (std::size_t row = 0; row < rows; ++row) {
        for (const std::size_t i : sets[begin + row]) set(i, row, 1 - side_);
      }
      take(Register::kPractice, rows);
      if (asks_for_words()) take(Register::kDiscourse, rows);
      for (std::size_t row = 0; row < rows; ++row) {
        found.push_back(reads_as_wanted(row));
        for (const std::size_t i : sets[begin + row]) set(i, row, side_);
      }
    }
    return found;
  }

 private:
  void set(std::size_t indicator, std::size_t row, std::size_t side) {
    for (std::size_t r = 0; r < 2; ++r) {
      blocks_[r].set(static_cast<NodeId>(indicator), row, cases_.inputs[side][r][indicator]);
    }
  }
  void take(Register r, std::size_t rows) {
    evaluate(cases_.programs[index_of(r)], cases_.nodes(r).range, blocks_[index_of(r)], rows);
  }
  Reading reading(Register r, std::size_t row) const {
    return judge(cases_.nodes(r), *cases_.programs[index_of(r)].rulebook, blocks_[index_of(r)], row).reading;
  }

  /// What is wanted is read only where deeds leave the case undecided.
  bool asks_for_words() const { return wanted_.declared_only || wanted_.reading.kind == Kind::kUndecided; }

  bool reads_as_wanted(std::size_t row) const {
    const Reading deeds = reading(Register::kPractice, row);
    if (!asks_for_words()) return deeds == wanted_.reading;
    if (deeds.kind != Kind::kUndecided) return false;
    return reading(Register::kDiscourse, row) == wanted_.reading;
  }

  const TwoCases& cases_;
  std::size_t side_;
  HeadlineReading wanted_;
  std::array<Block, 2> blocks_;  ///< by Register
};

/// Every set of a number of facts, in order.
class Sets {
 public:
  Sets(const std::vector<DifferingFact>& facts, std::size_t most) : facts_(facts), most_(most) {}

  /// Nothing where there are too many.
  std::optional<std::vector<Indicators>> of(std::size_t size) {
    sets_.clear();
    if (!add(size, 0)) return std::nullopt;
    return sets_;
  }

 private:
  /// Adds those that have `size` facts more than what is chosen, from `next` on; false where there are too many.
  bool add(std::size_t size, std::size_t next) {
    if (size == 0) {
      sets_.push_back(chosen_);
      return sets_.size() <= most_;
    }
    for (std::size_t i = next; i + size <= facts_.size(); ++i) {
      chosen_.push_back(facts_[i].indicator);
      const bool goes_on = add(size - 1, i + 1);
      chosen_.pop_back();
      if (!goes_on) return false;
    }
    return true;
  }

  const std::vector<DifferingFact>& facts_;
  std::size_t most_;
  Indicators chosen_;
  std::vector<Indicators> sets_;
};

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
  const Values values = {exchanged_values(cases, 0, {}), exchanged_values(cases, 1, {})};
  const Register other = cases.reg == Register::kPractice ? Register::kDiscourse : Register::kPractice;
  const bool both_count = words_count(cases);
  std::vector<DifferingFact> facts;
  for (std::size_t i = 0; i < cases.inputs[0][0].size(); ++i) {
    if (differs_in(cases, i, cases.reg)) {
      facts.push_back(tried(cases, i, cases.reg, values));
    } else if (both_count && differs_in(cases, i, other)) {
      facts.push_back(tried(cases, i, other, values));
    }
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
  const NodeRange range = cases.nodes(cases.reg).range;
  Sets all(facts, std::min(kMostTrials, kMostNodes / std::max<std::size_t>(1, range.end - range.begin)));
  for (std::size_t size = 1; size <= kMostTogether; ++size) {
    const auto drawn = all.of(size);
    if (!drawn) return {TurningSet::Outcome::kNotSearched, {}, 0};
    const std::vector<Indicators>& sets = *drawn;
    const std::vector<bool> found = bench.turns(sets);
    const auto first = std::find(found.begin(), found.end(), true);
    if (first == found.end()) continue;
    return {TurningSet::Outcome::kFound, sets[static_cast<std::size_t>(first - found.begin())],
            static_cast<std::size_t>(std::count(found.begin(), found.end(), true))};
  }
  return {TurningSet::Outcome::kTooMany, {}, 0};
}

Kept kept_by(const TwoCases& cases, std::size_t side, const std::vector<std::size_t>& indicators) {
  const AxisResult& before = *cases.results[side];
  const AxisResult after = result_of(cases, exchanged_values(cases, side, indicators));
  return {reading_of(cases, before) == reading_of(cases, after), before.headline.certainty == after.headline.certainty};
}

}  // namespace bloctype
