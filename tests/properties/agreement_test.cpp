// The engine and the second implementation agree to 1e-9, on everything they say of random cases.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "embed/shipped.hpp"
#include "engine/classify.hpp"
#include "tests/properties/naive.hpp"
#include "tests/properties/random.hpp"

namespace bloctype {
namespace {

constexpr double kTolerance = 1e-9;
constexpr std::size_t kPeriods = 4;

/// Random bloc of a random rulebook, and what the engine says of it.
struct Trial {
  Trial(std::uint64_t seed, Size size, Classifier::Robust robust = Classifier::Robust::kNo)
      : random(seed),
        rulebook(random_rulebook(random, size)),
        classifier(rulebook),
        description(random_description(random, *rulebook, kPeriods)),
        result(classifier.classify(description, robust)) {}

  Random random;
  std::shared_ptr<const Rulebook> rulebook;
  Classifier classifier;
  Description description;
  BlocResult result;
};

void expect_near(const std::optional<double>& engine, const std::optional<double>& naive, const std::string& what) {
  ASSERT_EQ(engine.has_value(), naive.has_value()) << what;
  EXPECT_NEAR(engine.value_or(0), naive.value_or(0), kTolerance) << what;
}

void expect_same(const Triple& engine, const Triple& naive, const std::string& what) {
  EXPECT_NEAR(engine.low, naive.low, kTolerance) << what << ", low";
  EXPECT_NEAR(engine.high, naive.high, kTolerance) << what << ", high";
  expect_near(engine.point, naive.point, what + ", point");
}

void expect_same(const Membership& engine, const Membership& naive, const std::string& what) {
  expect_same(engine.value, naive.value, what);
  EXPECT_NEAR(engine.coverage, naive.coverage, kTolerance) << what;
  EXPECT_EQ(name(engine.status), name(naive.status)) << what;
  EXPECT_EQ(name(engine.certainty), name(naive.certainty)) << what;
  EXPECT_EQ(name(engine.binding), name(naive.binding)) << what << ", binding cap";
}

void expect_same(const Placement& engine, const Placement& naive, const std::string& what) {
  EXPECT_EQ(engine.kind, naive.kind) << what;
  EXPECT_EQ(engine.gate, naive.gate) << what << ", gate";
  EXPECT_EQ(engine.pending, naive.pending) << what << ", pending";
  EXPECT_EQ(engine.models, naive.models) << what << ", models";
  EXPECT_EQ(engine.elements, naive.elements) << what << ", elements";
  EXPECT_EQ(engine.nearest, naive.nearest) << what << ", nearest";
  EXPECT_EQ(name(engine.certainty), name(naive.certainty)) << what;
  ASSERT_EQ(engine.memberships.size(), naive.memberships.size()) << what;
  for (std::size_t i = 0; i < engine.memberships.size(); ++i) {
    expect_same(engine.memberships[i], naive.memberships[i], what + ", model " + std::to_string(i));
  }
}

void expect_same(const Headline& engine, const Headline& naive) {
  EXPECT_EQ(name(engine.reg), name(naive.reg));
  EXPECT_EQ(engine.declared_only, naive.declared_only);
  EXPECT_EQ(name(engine.certainty), name(naive.certainty)) << "headline";
  EXPECT_EQ(engine.formally, naive.formally);
  EXPECT_EQ(engine.undeclared, naive.undeclared);
}

void expect_same(const std::vector<Deviation>& engine, const std::vector<Deviation>& naive) {
  ASSERT_EQ(engine.size(), naive.size()) << "deviations";
  for (std::size_t i = 0; i < engine.size(); ++i) {
    const std::string what = "deviation " + std::to_string(i);
    EXPECT_EQ(engine[i].model, naive[i].model) << what;
    EXPECT_EQ(name(engine[i].role), name(naive[i].role)) << what;
    EXPECT_EQ(engine[i].item, naive[i].item) << what;
    EXPECT_EQ(engine[i].expression, naive[i].expression) << what;
    EXPECT_EQ(engine[i].expected_full, naive[i].expected_full) << what;
    expect_near(engine[i].degree, naive[i].degree, what);
    EXPECT_EQ(engine[i].variant, naive[i].variant) << what;
    const Distance expected = !naive[i].degree                     ? Distance::kUndocumented
                              : naive::less(0.5, *naive[i].degree) ? Distance::kInKind
                                                                   : Distance::kInDegree;
    EXPECT_EQ(name(distance(engine[i])), name(expected)) << what;
  }
}

void expect_same(const std::vector<Pivot>& engine, const std::vector<Pivot>& naive) {
  ASSERT_EQ(engine.size(), naive.size()) << "pivotal facts";
  for (std::size_t i = 0; i < engine.size(); ++i) {
    EXPECT_EQ(engine[i].indicator, naive[i].indicator) << "pivotal fact " << i;
    EXPECT_EQ(engine[i].flips, naive[i].flips) << "pivotal fact " << i;
    EXPECT_EQ(engine[i].gate_only, naive[i].gate_only) << "pivotal fact " << i;
  }
}

void expect_same(const std::vector<Counterfactual>& engine, const std::vector<Counterfactual>& naive) {
  ASSERT_EQ(engine.size(), naive.size()) << "counterfactuals";
  for (std::size_t i = 0; i < engine.size(); ++i) {
    const std::string what = "counterfactual " + std::to_string(i);
    ASSERT_EQ(engine[i].changes.size(), naive[i].changes.size()) << what;
    for (std::size_t k = 0; k < engine[i].changes.size(); ++k) {
      EXPECT_EQ(engine[i].changes[k].indicator, naive[i].changes[k].indicator) << what;
      EXPECT_NEAR(engine[i].changes[k].from, naive[i].changes[k].from, kTolerance) << what;
      EXPECT_NEAR(engine[i].changes[k].to, naive[i].changes[k].to, kTolerance) << what;
    }
    expect_same(engine[i].placement, naive[i].placement, what);
  }
}

/// The node of an expression, and of all that a reader of the program can find, against the walk over the rules.
void compare_nodes(const Program& program, const Block& block, const naive::Inputs& inputs) {
  const auto compare = [&](NodeId node, const Expression& expression) {
    expect_same(block.at(node, 0), naive::value(expression, inputs), written(expression, *program.rulebook));
  };
  for (const AxisNodes& axis : program.axes) {
    for (const GateNode& gate : axis.gates) compare(gate.node, gate.gate->condition);
    for (const ModelNodes& model : axis.models) {
      const auto limits = naive::caps(*model.model, program.reg, inputs);
      ASSERT_EQ(model.caps.size(), limits.size());
      for (std::size_t i = 0; i < limits.size(); ++i) {
        EXPECT_EQ(model.caps[i].cap, limits[i].cap);
        expect_same(block.at(model.caps[i].node, 0), limits[i].value, std::string(name(limits[i].cap)));
        for (const ItemNode& item : model.caps[i].items) compare(item.node, item.item->expression);
      }
      for (const VariantNode& variant : model.variants) {
        compare(variant.condition, variant.variant->condition);
        for (std::size_t i = 0; i < variant.expects.size(); ++i) {
          compare(variant.expects[i], variant.variant->expects[i].expression);
        }
      }
    }
  }
  for (const FindingNode& finding : program.findings) compare(finding.node, finding.finding->condition);
}

void compare_findings(const Rulebook& rulebook, const PeriodResult& period, const naive::Registers& inputs) {
  std::vector<std::string> engine;
  std::vector<std::string> naive;
  for (const FindingResult& found : period.findings) {
    for (const Register reg : found.registers) engine.push_back(found.finding->id + " in " + std::string(name(reg)));
  }
  for (const Finding& finding : rulebook.findings) {
    for (const Register reg : naive::holds_in(finding, inputs)) {
      naive.push_back(finding.id + " in " + std::string(name(reg)));
    }
  }
  EXPECT_EQ(engine, naive);
}

void compare_axis(const Rulebook& rulebook, std::size_t axis, const AxisResult& engine,
                  const naive::Registers& inputs) {
  std::array<Placement, 2> placements;
  for (const Register reg : kRegisters) {
    placements[index_of(reg)] = naive::place({rulebook, axis, reg}, inputs[index_of(reg)]);
    expect_same(engine.placements[index_of(reg)], placements[index_of(reg)], std::string(name(reg)));
  }
  const Headline headline = naive::headline(placements[0], placements[1]);
  expect_same(engine.headline, headline);
  const std::size_t shown = index_of(headline.reg);
  expect_same(engine.deviations, naive::deviations({rulebook, axis, headline.reg}, placements[shown], inputs[shown]));
}

/// Placements, headlines, deviations and findings of every period; false where something differs.
bool agrees(const Rulebook& rulebook, const BlocResult& result) {
  for (const PeriodResult& period : result.periods) {
    const naive::Registers inputs = naive::inputs_of(*period.period);
    for (std::size_t axis = 0; axis < rulebook.axes.size(); ++axis) {
      compare_axis(rulebook, axis, period.axes[axis], inputs);
    }
    compare_findings(rulebook, period, inputs);
    if (!testing::Test::HasFailure()) continue;
    ADD_FAILURE() << written(rulebook) << written(*period.period, rulebook);
    return false;
  }
  return true;
}

/// Asks `compare` about every axis of every period of `trial`; false where something differs.
template <typename Compare>
bool agrees_on_axes(const Trial& trial, Compare compare) {
  for (const PeriodResult& period : trial.result.periods) {
    const naive::Registers inputs = naive::inputs_of(*period.period);
    for (std::size_t axis = 0; axis < trial.rulebook->axes.size(); ++axis) {
      compare(axis, period.axes[axis], inputs);
      if (!testing::Test::HasFailure()) continue;
      ADD_FAILURE() << "axis " << axis << "\n" << written(*trial.rulebook) << written(*period.period, *trial.rulebook);
      return false;
    }
  }
  return true;
}

TEST(Agreement, OnEveryNodeOfTheRules) {
  for (std::uint64_t seed = 0; seed < 2500; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Random random(seed);
    const auto rulebook = random_rulebook(random);
    const Programs programs = compile(*rulebook);
    for (std::size_t i = 0; i < kPeriods; ++i) {
      const Period period = random_period(random, *rulebook);
      const naive::Registers inputs = naive::inputs_of(period);
      for (const Register reg : kRegisters) {
        const Program& program = programs[index_of(reg)];
        compare_nodes(program, evaluate_case(program, inputs[index_of(reg)]), inputs[index_of(reg)]);
      }
      ASSERT_FALSE(HasFailure()) << written(*rulebook) << written(period, *rulebook);
    }
  }
}

TEST(Agreement, OnPlacementsHeadlinesDeviationsAndFindings) {
  for (std::uint64_t seed = 10000; seed < 12000; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Trial trial(seed, {});
    ASSERT_TRUE(agrees(*trial.rulebook, trial.result));
  }
}

TEST(Agreement, OnPivotalFacts) {
  for (std::uint64_t seed = 20000; seed < 20600; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Trial trial(seed, {.indicators = 8});
    ASSERT_TRUE(agrees_on_axes(trial, [&](std::size_t axis, const AxisResult& engine, const naive::Registers& inputs) {
      for (const Register reg : kRegisters) {
        const naive::View view{*trial.rulebook, axis, reg};
        expect_same(engine.pivotal[index_of(reg)], naive::pivotal(view, inputs[index_of(reg)]));
      }
    }));
  }
}

TEST(Agreement, OnCounterfactuals) {
  for (std::uint64_t seed = 30000; seed < 30300; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Trial trial(seed, {.indicators = 8, .axes = 2});
    ASSERT_TRUE(agrees_on_axes(trial, [&](std::size_t axis, const AxisResult& engine, const naive::Registers& inputs) {
      for (const Register reg : kRegisters) {
        const naive::View view{*trial.rulebook, axis, reg};
        expect_same(engine.recoded[index_of(reg)], naive::counterfactuals(view, inputs[index_of(reg)]));
      }
    }));
  }
}

TEST(Agreement, OnRobustness) {
  for (std::uint64_t seed = 40000; seed < 40040; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Trial trial(seed, {}, Classifier::Robust::kYes);
    const std::vector<Rulebook> draws = naive::reweighted(*trial.rulebook);
    ASSERT_TRUE(agrees_on_axes(trial, [&](std::size_t axis, const AxisResult& engine, const naive::Registers& inputs) {
      const Robustness expected = naive::robustness(*trial.rulebook, axis, draws, inputs);
      ASSERT_TRUE(engine.robustness.has_value());
      EXPECT_NEAR(engine.robustness->crossover_from, expected.crossover_from, kTolerance);
      EXPECT_NEAR(engine.robustness->crossover_to, expected.crossover_to, kTolerance);
      EXPECT_NEAR(engine.robustness->weights, expected.weights, kTolerance);
    }));
  }
}

TEST(Agreement, OnRandomCodingsOfTheShippedRulebook) {
  const auto shipped = shipped_rulebook();
  ASSERT_TRUE(shipped.value.has_value());
  const Classifier classifier(std::make_shared<const Rulebook>(*shipped.value));
  Random random(50000);
  for (std::size_t i = 0; i < 5; ++i) {
    const Description description = random_description(random, classifier.rulebook(), kPeriods);
    ASSERT_TRUE(agrees(classifier.rulebook(), classifier.classify(description)));
  }
}

TEST(Agreement, OnDisputesAndSeveralCodings) {
  Random random(60000);
  for (std::size_t i = 0; i < 20000; ++i) {
    std::vector<Triple> codings;
    const std::size_t count = random.below(4);
    for (std::size_t k = 0; k < count; ++k) {
      const double low = static_cast<double>(random.below(9)) / 8;
      const double high = random.chance(50) ? low : low + (1 - low) * random.unit();
      expect_same(contested(low, high), naive::contested(low, high), "contested");
      codings.push_back(naive::contested(low, high));
    }
    expect_same(merged(codings), naive::merged(codings), "merged");
    std::reverse(codings.begin(), codings.end());
    expect_same(merged(codings), naive::merged(codings), "merged in another order");
  }
}

}  // namespace
}  // namespace bloctype
