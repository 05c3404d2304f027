// What always holds, asked of the engine on random rulebooks and random codings.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "embed/shipped.hpp"
#include "engine/classify.hpp"
#include "tests/properties/naive.hpp"
#include "tests/properties/random.hpp"

namespace bloctype {
namespace {

using naive::Inputs;

constexpr double kTolerance = 1e-9;

/// A random rulebook, compiled, with one random period.
struct Sample {
  explicit Sample(std::uint64_t seed, Size size = {})
      : random(seed),
        rulebook(random_rulebook(random, size)),
        programs(compile(*rulebook)),
        period(random_period(random, *rulebook)),
        inputs(naive::inputs_of(period)) {}

  Random random;
  std::shared_ptr<const Rulebook> rulebook;
  Programs programs;
  Period period;
  naive::Registers inputs;
};

/// A sample in one register.
struct InRegister {
  Random& random;
  const Rulebook& rulebook;
  const Program& program;
  const Inputs& inputs;

  Block values() const { return evaluate_case(program, inputs); }
  const Axis& axis(std::size_t number) const { return rulebook.axes[number]; }
};

struct Seeds {
  std::uint64_t first = 0;
  std::uint64_t count = 0;
};

/// Calls `visit` with both runs of a sample for each seed, up to the first that fails.
template <typename Visit>
void for_each_run(Seeds seeds, Size size, Visit visit) {
  for (std::uint64_t seed = seeds.first; seed < seeds.first + seeds.count; ++seed) {
    Sample sample(seed, size);
    for (const Program& program : sample.programs) {
      visit(InRegister{sample.random, *sample.rulebook, program, sample.inputs[index_of(program.reg)]});
      if (!testing::Test::HasFailure()) continue;
      ADD_FAILURE() << "seed " << seed << ", " << name(program.reg) << "\n"
                    << written(*sample.rulebook) << written(sample.period, *sample.rulebook);
      return;
    }
  }
}

/// The same, with each axis of the run.
template <typename Visit>
void for_each_axis(Seeds seeds, Size size, Visit visit) {
  for_each_run(seeds, size, [&](const InRegister& run) {
    for (std::size_t axis = 0; axis < run.program.axes.size(); ++axis) visit(run, axis);
  });
}

Placement placed(const Program& program, std::size_t axis, const Block& values) {
  return place(program.axes[axis], *program.rulebook, values, 0, program.rulebook->crossover);
}

Placement placed(const Program& program, std::size_t axis, const Inputs& inputs) {
  return placed(program, axis, evaluate_case(program, inputs));
}

/// The words a coder may write of an indicator.
std::vector<double> words_for(const Rulebook& rulebook, std::size_t indicator) {
  if (rulebook.indicators[indicator].yes_no) return {0, 1};
  return {0, 0.33, 0.67, 1};
}

/// Values an open fact may turn out to have: the words in its interval, the ends, and two others between them.
std::vector<double> completions_of(Random& random, const Triple& fact) {
  std::vector<double> values = {fact.low, fact.high};
  for (const double word : {0.33, 0.67}) {
    if (fact.low < word && word < fact.high) values.push_back(word);
  }
  for (int i = 0; i < 2; ++i) values.push_back(fact.low + (fact.high - fact.low) * random.unit());
  return values;
}

/// Calls `visit` with completions of the open facts: with all of them where there are few, else with some.
template <typename Visit>
void for_each_completion(Random& random, const Inputs& inputs, Visit visit) {
  constexpr std::size_t kAll = 300;
  constexpr std::size_t kSome = 40;
  std::vector<std::pair<std::size_t, std::vector<double>>> open;
  std::size_t count = 1;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (!naive::is_open(inputs[i])) continue;
    open.emplace_back(i, completions_of(random, inputs[i]));
    count = std::min(kAll + 1, count * open.back().second.size());
  }
  Inputs completed = inputs;
  for (std::size_t n = 0; n < (count > kAll ? kSome : count); ++n) {
    std::size_t rest = n;
    for (const auto& [fact, values] : open) {
      completed[fact] = known(count > kAll ? random.of(values) : values[rest % values.size()]);
      rest /= values.size();
    }
    visit(completed);
  }
}

/// Recodes known facts that models or outcomes use, in every way there is.
class BruteForce {
 public:
  BruteForce(const InRegister& run, std::size_t axis)
      : run_(run),
        axis_(axis),
        before_(placed(run.program, axis, run.inputs)),
        may_change_(naive::occurring({run.rulebook, axis, run.program.reg})) {}

  /// Whether some recoding of exactly `size` facts changes the placement.
  bool changes_with(std::size_t size) {
    Inputs inputs = run_.inputs;
    return try_from(0, size, inputs);
  }

 private:
  bool try_from(std::size_t first, std::size_t size, Inputs& inputs) {
    if (size == 0) return !naive::same_reading(run_.axis(axis_), before_, placed(run_.program, axis_, inputs));
    bool found = false;
    for (std::size_t i = first; i < inputs.size() && !found; ++i) {
      if (!may_change_[i] || naive::is_open(run_.inputs[i])) continue;
      for (const double word : words_for(run_.rulebook, i)) {
        if (naive::equal(word, run_.inputs[i].low)) continue;
        inputs[i] = known(word);
        found = found || try_from(i + 1, size - 1, inputs);
      }
      inputs[i] = run_.inputs[i];
    }
    return found;
  }

  const InRegister& run_;
  std::size_t axis_;
  Placement before_;
  std::vector<bool> may_change_;
};

/// The period with facts recoded as a coder would: in the one register where the indicator has two, else in both.
Period recoded(const Rulebook& rulebook, Period period, Register reg, const std::vector<Recoding>& changes) {
  for (const Recoding& change : changes) {
    for (const Register r : kRegisters) {
      if (r != reg && rulebook.indicators[change.indicator].subject == Subject::kBoth) continue;
      period.facts[change.indicator].triples[index_of(r)] = known(change.to);
    }
  }
  return period;
}

/// Classifies every counterfactual of an axis anew, as a case of its own; returns how many there are.
std::size_t reclassify(const std::shared_ptr<const Rulebook>& rulebook, const Description& description,
                       const BlocResult& result, std::size_t axis) {
  std::size_t printed = 0;
  const AxisResult& before = result.periods[0].axes[axis];
  for (const Register reg : kRegisters) {
    for (const Counterfactual& said : before.recoded[index_of(reg)]) {
      ++printed;
      Description changed = description;
      changed.periods[0] = recoded(*rulebook, description.periods[0], reg, said.changes);
      const BlocResult rerun = Classifier(rulebook).classify(changed);
      const Placement& after = rerun.periods[0].axes[axis].placements[index_of(reg)];
      const Axis& rules = rulebook->axes[axis];
      EXPECT_TRUE(naive::same_reading(rules, after, said.placement)) << "axis " << axis;
      EXPECT_EQ(after.models, said.placement.models) << "axis " << axis;
      EXPECT_EQ(after.certainty, said.placement.certainty) << "axis " << axis;
      EXPECT_FALSE(naive::same_reading(rules, after, before.placements[index_of(reg)])) << "axis " << axis;
      for (const Recoding& change : said.changes) {
        const Triple& coded = description.periods[0].facts[change.indicator].triples[index_of(reg)];
        EXPECT_EQ(change.from, coded.point) << "axis " << axis;
      }
    }
  }
  return printed;
}

/// How many of the words that an open fact may turn out to be change the placement.
int flips_of(const InRegister& run, std::size_t axis, std::size_t fact) {
  const Triple& coded = run.inputs[fact];
  if (!naive::is_open(coded)) return 0;
  const Placement before = placed(run.program, axis, run.inputs);
  int flips = 0;
  for (const double word : words_for(run.rulebook, fact)) {
    if (naive::less(word, coded.low) || naive::less(coded.high, word)) continue;
    Inputs inputs = run.inputs;
    inputs[fact] = known(word);
    if (!naive::same_reading(run.axis(axis), before, placed(run.program, axis, inputs))) ++flips;
  }
  return flips;
}

TEST(Properties, NothingCodedIsUndecidedOnEveryAxisOfTheShippedRulebookInBothRegisters) {
  const auto shipped = shipped_rulebook();
  ASSERT_TRUE(shipped.value.has_value());
  const Classifier classifier(std::make_shared<const Rulebook>(*shipped.value));
  Description description;
  description.periods.resize(1);
  description.periods[0].facts.resize(shipped.value->indicators.size());
  const BlocResult result = classifier.classify(description);
  ASSERT_FALSE(result.periods[0].axes.empty());
  for (const AxisResult& axis : result.periods[0].axes) {
    EXPECT_EQ(axis.headline.certainty, Certainty::kUndecided);
    for (const Placement& placement : axis.placements) {
      EXPECT_EQ(name(placement.kind), "undecided");
      EXPECT_EQ(placement.certainty, Certainty::kUndecided);
      EXPECT_TRUE(placement.models.empty());
    }
  }
  EXPECT_TRUE(result.periods[0].findings.empty());
}

TEST(Properties, MakingAnOpenFactKnownWidensNoNode) {
  for_each_run({100000, 1500}, {}, [](const InRegister& run) {
    const Block before = run.values();
    for (std::size_t i = 0; i < run.inputs.size(); ++i) {
      if (!naive::is_open(run.inputs[i])) continue;
      Inputs with_one_known = run.inputs;
      with_one_known[i] = known(run.random.of(completions_of(run.random, run.inputs[i])));
      const Block after = evaluate_case(run.program, with_one_known);
      for (NodeId node = 0; node < run.program.nodes.size(); ++node) {
        ASSERT_GE(after.low(node)[0], before.low(node)[0] - kTolerance) << "node " << node;
        ASSERT_LE(after.high(node)[0], before.high(node)[0] + kTolerance) << "node " << node;
      }
    }
  });
}

TEST(Properties, APointLiesWithinItsBounds) {
  for_each_run({110000, 2000}, {}, [](const InRegister& run) {
    const Block values = run.values();
    for (NodeId node = 0; node < run.program.nodes.size(); ++node) {
      const Triple t = values.at(node, 0);
      ASSERT_GE(t.low, -kTolerance) << "node " << node;
      ASSERT_LE(t.low, t.high + kTolerance) << "node " << node;
      ASSERT_LE(t.high, 1 + kTolerance) << "node " << node;
      ASSERT_LE(t.low, t.point.value_or(t.low) + kTolerance) << "node " << node;
      ASSERT_LE(t.point.value_or(t.high), t.high + kTolerance) << "node " << node;
    }
  });
}

TEST(Properties, ADecidedStatusSurvivesEveryCompletionOfOpenFacts) {
  std::size_t survived = 0;
  for_each_axis({120000, 1000}, {.indicators = 8}, [&](const InRegister& run, std::size_t axis) {
    const std::vector<Membership> before = placed(run.program, axis, run.inputs).memberships;
    for_each_completion(run.random, run.inputs, [&](const Inputs& completed) {
      const std::vector<Membership> after = placed(run.program, axis, completed).memberships;
      for (std::size_t m = 0; m < after.size(); ++m) {
        if (before[m].certainty != Certainty::kDecided) continue;
        ++survived;
        ASSERT_EQ(name(after[m].status), name(before[m].status)) << "model " << m << " of axis " << axis;
        ASSERT_EQ(name(after[m].certainty), "decided") << "model " << m << " of axis " << axis;
      }
    });
  });
  EXPECT_GT(survived, 10000U);
}

TEST(Properties, ADecidedPlacementSurvivesEveryCompletionOfOpenFacts) {
  std::size_t survived = 0;
  for_each_axis({130000, 1500}, {.indicators = 8}, [&](const InRegister& run, std::size_t axis) {
    const Placement before = placed(run.program, axis, run.inputs);
    if (before.certainty != Certainty::kDecided) return;
    for_each_completion(run.random, run.inputs, [&](const Inputs& completed) {
      const Placement after = placed(run.program, axis, completed);
      ++survived;
      ASSERT_TRUE(naive::same_reading(run.axis(axis), before, after)) << "axis " << axis;
      ASSERT_EQ(name(after.certainty), "decided") << "axis " << axis;
    });
  });
  EXPECT_GT(survived, 10000U);
}

TEST(Properties, TheQuickJudgementIsThatOfThePlacement) {
  for_each_axis({140000, 2000}, {}, [](const InRegister& run, std::size_t axis) {
    const Judgement quick = judge(run.program.axes[axis], run.rulebook, run.values(), 0);
    const Placement full = placed(run.program, axis, run.inputs);
    EXPECT_EQ(quick.reading, reading_of(run.program.axes[axis], full)) << "axis " << axis;
    EXPECT_EQ(quick.decided, full.certainty == Certainty::kDecided) << "axis " << axis;
  });
}

TEST(Properties, APrintedCounterfactualReclassifiesAsItSays) {
  std::size_t printed = 0;
  for (std::uint64_t seed = 150000; seed < 150500; ++seed) {
    Random random(seed);
    const auto rulebook = random_rulebook(random);
    const Description description = random_description(random, *rulebook, 1);
    const BlocResult result = Classifier(rulebook).classify(description);
    for (std::size_t axis = 0; axis < rulebook->axes.size(); ++axis) {
      printed += reclassify(rulebook, description, result, axis);
    }
    ASSERT_FALSE(HasFailure()) << seed << "\n" << written(*rulebook) << written(description.periods[0], *rulebook);
  }
  EXPECT_GT(printed, 1000U);
}

TEST(Properties, NoSetSmallerThanAPrintedCounterfactualChangesThePlacement) {
  std::set<std::size_t> sizes;
  for_each_axis({160000, 500}, {.indicators = 7, .axes = 2, .models = 3}, [&](const InRegister& run, std::size_t axis) {
    const auto printed = counterfactuals({run.program, run.program.axes[axis], run.inputs});
    const std::size_t size = printed.empty() ? kMaxRecoded + 1 : printed.front().changes.size();
    sizes.insert(size);
    for (const Counterfactual& one : printed) EXPECT_EQ(one.changes.size(), size) << "axis " << axis;
    BruteForce search(run, axis);
    for (std::size_t smaller = 1; smaller < size; ++smaller) EXPECT_FALSE(search.changes_with(smaller)) << axis;
  });
  EXPECT_EQ(sizes, (std::set<std::size_t>{1, 2, 3, 4})) << "the cases are too much alike";
}

TEST(Properties, PivotalFactsAreThoseOfWhichSomeWordChangesThePlacement) {
  std::size_t pivots = 0;
  for_each_axis({170000, 1000}, {}, [&](const InRegister& run, std::size_t axis) {
    std::map<std::size_t, int> expected;
    for (std::size_t i = 0; i < run.inputs.size(); ++i) {
      const int flips = flips_of(run, axis, i);
      if (flips > 0) expected[i] = flips;
    }
    std::map<std::size_t, int> found;
    for (const Pivot& pivot : pivotal({run.program, run.program.axes[axis], run.inputs})) {
      found[pivot.indicator] = pivot.flips;
      ++pivots;
    }
    EXPECT_EQ(found, expected) << "axis " << axis;
  });
  EXPECT_GT(pivots, 1000U);
}

}  // namespace
}  // namespace bloctype
