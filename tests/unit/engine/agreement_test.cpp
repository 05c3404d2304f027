// When a placement is the one that was expected, and what many of them come to.
#include "engine/agreement.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "toy.hpp"

namespace bloctype {
namespace {

using Alternative = ExpectedPlacement::Alternative;

Alternative of_kind(Kind kind) {
  Alternative result;
  result.kind = kind;
  result.label = name(kind);
  return result;
}

/// Models m0, m1, ... of an axis by number.
std::uint64_t bits(const std::vector<std::size_t>& models) {
  std::uint64_t set = 0;
  for (const std::size_t model : models) set |= std::uint64_t{1} << model;
  return set;
}

class Compared : public testing::Test {
 protected:
  Compared() : classifier_(toy().classifier()) {}

  static Toy toy() {
    Toy toy(3);
    for (std::size_t i = 0; i < 3; ++i) toy.model({item(f(i))});
    toy.rulebook.axes[0].gates.push_back(gate(Gate::Sense::kUnless, f(0), "no_bloc"));
    toy.rulebook.axes[0].outcomes.push_back(gate(Gate::Sense::kIf, f(1), "minimum"));
    return toy;
  }

  Alternative of_models(const std::vector<std::size_t>& models) const {
    Alternative result;
    result.models = bits(models);
    result.label = joined(models);
    return result;
  }
  Alternative formally(Alternative alternative, const std::vector<std::size_t>& models) const {
    alternative.formally = bits(models);
    alternative.label += "; formally " + (models.empty() ? "none" : joined(models));
    return alternative;
  }
  static Alternative of_verdict(const std::string& verdict) {
    Alternative result = of_kind(Kind::kVerdict);
    result.verdict = result.label = verdict;
    return result;
  }
  std::string joined(const std::vector<std::size_t>& models) const {
    return joined_models(bits(models), classifier_.rulebook().axes[0], classifier_.rulebook());
  }

  static AxisResult placed(Kind kind, std::vector<std::size_t> models = {}) {
    AxisResult axis;
    axis.placements[0].kind = kind;
    axis.placements[0].models = std::move(models);
    return axis;
  }
  static AxisResult by_gate(std::size_t gate) {
    AxisResult axis = placed(Kind::kVerdict);
    axis.placements[0].gate = gate;
    return axis;
  }

  /// `EXPECTED = PLACED` where they agree, else with `/`.
  std::string compared(const std::vector<Alternative>& alternatives, const AxisResult& axis) const {
    const Comparison c =
        compare({alternatives}, axis, classifier_.program(axis.headline.reg).axes[0], classifier_.rulebook());
    EXPECT_EQ(c.agrees, c.expected == c.placed);
    return c.expected + (c.agrees ? " = " : " / ") + c.placed;
  }

  Classifier classifier_;
};

TEST_F(Compared, ModelsAgreeAsASet) {
  EXPECT_EQ(compared({of_models({0})}, placed(Kind::kPure, {0})), "m0 = m0");
  EXPECT_EQ(compared({of_models({0})}, placed(Kind::kPure, {1})), "m0 / m1");
  EXPECT_EQ(compared({of_models({0, 2})}, placed(Kind::kHybrid, {2, 0})), "m0+m2 = m0+m2");
  EXPECT_EQ(compared({of_models({0, 2})}, placed(Kind::kHybrid, {2, 0, 1})), "m0+m2 / m0+m1+m2");
  EXPECT_EQ(compared({of_models({0, 2})}, placed(Kind::kContested, {0, 2})), "m0+m2 = m0+m2");
  EXPECT_EQ(compared({of_models({0})}, placed(Kind::kNone)), "m0 / none");
  EXPECT_EQ(compared({of_models({0})}, placed(Kind::kUndecided)), "m0 / undecided");
}

TEST_F(Compared, ModelsNeverAgreeWhereOneIsStillOpen) {
  EXPECT_EQ(compared({of_models({0})}, placed(Kind::kAtLeast, {0})), "m0 / at_least m0");
  EXPECT_EQ(compared({of_models({0, 1})}, placed(Kind::kAtLeast, {1, 0})), "m0+m1 / at_least m0+m1");
  EXPECT_EQ(compared({of_kind(Kind::kAtLeast)}, placed(Kind::kAtLeast, {0})), "at_least = at_least");
}

TEST_F(Compared, KindsAgreeWithEveryPlacementOfThatKind) {
  EXPECT_EQ(compared({of_kind(Kind::kPure)}, placed(Kind::kPure, {1})), "pure = pure");
  EXPECT_EQ(compared({of_kind(Kind::kHybrid)}, placed(Kind::kHybrid, {1, 0})), "hybrid = hybrid");
  EXPECT_EQ(compared({of_kind(Kind::kNone)}, placed(Kind::kNone)), "none = none");
  EXPECT_EQ(compared({of_kind(Kind::kUndecided)}, placed(Kind::kUndecided)), "undecided = undecided");
  EXPECT_EQ(compared({of_kind(Kind::kPure)}, placed(Kind::kHybrid, {1, 0})), "pure / m0+m1");
  EXPECT_EQ(compared({of_kind(Kind::kNone)}, placed(Kind::kUndecided)), "none / undecided");
  EXPECT_EQ(compared({of_kind(Kind::kNone)}, by_gate(0)), "none / no_bloc");
}

TEST_F(Compared, VerdictsAgreeByName) {
  EXPECT_EQ(compared({of_verdict("no_bloc")}, by_gate(0)), "no_bloc = no_bloc");
  EXPECT_EQ(compared({of_verdict("minimum")}, by_gate(1)), "minimum = minimum");
  EXPECT_EQ(compared({of_verdict("minimum")}, by_gate(0)), "minimum / no_bloc");
  EXPECT_EQ(compared({of_verdict("minimum")}, placed(Kind::kNone)), "minimum / none");
  EXPECT_EQ(compared({of_models({0})}, by_gate(0)), "m0 / no_bloc");
}

TEST_F(Compared, FormalModelsMatterWhereTheyAreExpected) {
  AxisResult axis = placed(Kind::kPure, {0});
  axis.headline.formally = {2, 1};
  EXPECT_EQ(compared({of_models({0})}, axis), "m0 = m0");
  EXPECT_EQ(compared({formally(of_models({0}), {1, 2})}, axis), "m0; formally m1+m2 = m0; formally m1+m2");
  EXPECT_EQ(compared({formally(of_models({0}), {1})}, axis), "m0; formally m1 / m0; formally m1+m2");
  EXPECT_EQ(compared({formally(of_models({0}), {})}, axis), "m0; formally none / m0; formally m1+m2");
  EXPECT_EQ(compared({formally(of_models({1}), {1, 2})}, axis), "m1; formally m1+m2 / m0; formally m1+m2");
  EXPECT_EQ(compared({formally(of_kind(Kind::kPure), {1, 2})}, axis), "pure; formally m1+m2 = pure; formally m1+m2");
  axis.headline.formally.clear();
  EXPECT_EQ(compared({formally(of_models({0}), {})}, axis), "m0; formally none = m0; formally none");
  EXPECT_EQ(compared({formally(of_models({0}), {1})}, axis), "m0; formally m1 / m0; formally none");
}

TEST_F(Compared, AnyAlternativeWillDoAndAllStandWhereNoneDoesWhateverTheirOrder) {
  const std::vector<Alternative> two = {of_models({0}), of_kind(Kind::kNone)};
  const std::vector<Alternative> turned = {two[1], two[0]};
  EXPECT_EQ(compared(two, placed(Kind::kPure, {0})), "m0 = m0");
  EXPECT_EQ(compared(two, placed(Kind::kNone)), "none = none");
  EXPECT_EQ(compared(two, placed(Kind::kPure, {1})), "m0|none / m1");
  EXPECT_EQ(compared(turned, placed(Kind::kPure, {1})), "m0|none / m1");
}

TEST_F(Compared, ThePlacementIsThatOfTheHeadline) {
  AxisResult axis = placed(Kind::kUndecided);
  axis.placements[index_of(Register::kDiscourse)].kind = Kind::kPure;
  axis.placements[index_of(Register::kDiscourse)].models = {1};
  EXPECT_EQ(compared({of_models({1})}, axis), "m1 / undecided");
  axis.headline.reg = Register::kDiscourse;
  EXPECT_EQ(compared({of_models({1})}, axis), "m1 = m1");
}

TEST_F(Compared, ExpectationsThatMoreThanOnePlacementMeetsAreCounted) {
  Alternative hybrid_of = of_kind(Kind::kHybrid);
  hybrid_of.models = bits({0, 1});
  const std::vector<std::pair<ExpectedPlacement, std::size_t>> cases = {
      {{{of_models({0})}}, 0},
      {{{of_models({0}), of_models({1})}}, 1},
      {{{of_kind(Kind::kHybrid)}}, 1},
      {{{hybrid_of}}, 0},
      {{{of_kind(Kind::kUndecided)}}, 0},
      {{{of_kind(Kind::kNone)}}, 0},
      {{{of_kind(Kind::kAtLeast)}}, 1},
      {{{of_kind(Kind::kContested)}}, 1},
      {{{of_verdict("no_bloc")}}, 0},
  };
  const AxisNodes& nodes = classifier_.program(Register::kPractice).axes[0];
  for (const auto& [expectation, broad] : cases) {
    for (const Kind kind : {Kind::kPure, Kind::kUndecided}) {
      const AxisResult axis = kind == Kind::kPure ? placed(kind, {1}) : placed(kind);
      Agreement agreement;
      agreement.add(bloctype::compare(expectation, axis, nodes, classifier_.rulebook()));
      Agreement sum;
      sum.add(agreement);
      EXPECT_EQ(sum.broad(), broad) << expectation.alternatives.front().label;
    }
  }
}

/// A table of counts, expected down and placed across, with labels a, b, c, ...
Agreement table(const std::vector<std::vector<std::size_t>>& counts) {
  Agreement agreement;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    for (std::size_t k = 0; k < counts[i].size(); ++k) {
      const Comparison c{i == k, false, std::string(1, static_cast<char>('a' + i)),
                         std::string(1, static_cast<char>('a' + k)), false};
      for (std::size_t n = 0; n < counts[i][k]; ++n) agreement.add(c);
    }
  }
  return agreement;
}

/// The proportions of table 1 in Cohen (1960), for 200 cases: 0.70 agree, 0.41 by chance, kappa 0.29 / 0.59.
TEST(Agreement, HasTheKappaOfTheTextbook) {
  const Agreement cohen = table({{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
  EXPECT_EQ(cohen.rows(), 200U);
  EXPECT_EQ(cohen.agreed(), 140U);
  EXPECT_DOUBLE_EQ(cohen.observed(), 0.70);
  EXPECT_DOUBLE_EQ(cohen.by_chance(), 0.41);
  EXPECT_NEAR(cohen.kappa().value(), 0.29 / 0.59, 1e-12);
}

TEST(Agreement, HasAKappaFromMinusOneToOne) {
  struct Case {
    std::vector<std::vector<std::size_t>> counts;
    double kappa;
  };
  const std::vector<Case> cases = {
      {{{20, 5}, {10, 15}}, 0.4}, {{{5, 0}, {0, 5}}, 1}, {{{0, 5}, {5, 0}}, -1},
      {{{5, 5}, {5, 5}}, 0},      {{{9, 1}, {0, 0}}, 0}, {{{0, 1}}, 0},
  };
  for (const Case& c : cases) EXPECT_NEAR(table(c.counts).kappa().value(), c.kappa, 1e-12);
}

TEST(Agreement, HasNoKappaWhereChanceAloneWouldAgreeAlways) {
  EXPECT_EQ(table({{7}}).kappa(), std::nullopt);
  EXPECT_DOUBLE_EQ(table({{7}}).observed(), 1);
  EXPECT_DOUBLE_EQ(table({{7}}).by_chance(), 1);
}

TEST(Agreement, HasNoKappaWithoutRows) {
  EXPECT_EQ(Agreement().kappa(), std::nullopt);
  EXPECT_EQ(Agreement().rows(), 0U);
  EXPECT_EQ(Agreement().observed(), 0);
  EXPECT_EQ(Agreement().by_chance(), 0);
}

TEST(Agreement, AddsUp) {
  Agreement sum = table({{1, 2}, {3, 4}});
  sum.add(table({{10, 0}, {0, 20}}));
  EXPECT_EQ(sum.table(), table({{11, 2}, {3, 24}}).table());
}

}  // namespace
}  // namespace bloctype
