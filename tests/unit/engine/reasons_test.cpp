// Walks down node values: which indicator sets a value, and which ones keep its bounds apart. Why a model is out or
// open is told in tests/cases.
#include "engine/reasons.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "toy.hpp"

namespace bloctype {
namespace {

using Values = std::vector<Triple>;
using Letters = std::string;

/// One necessary expression over four indicators, evaluated in practice.
class Walked {
 public:
  Walked(Expression expression, const Values& values)
      : toy_([&] {
          Toy toy(values.size());
          toy.model({item(std::move(expression))});
          return toy;
        }()),
        classifier_(toy_.classifier()),
        block_(evaluate_case(program(), values)) {}

  const Program& program() const { return classifier_.program(Register::kPractice); }
  NodeId node() const { return program().axes[0].models[0].caps[0].items[0].node; }

  /// The letter of the leading indicator; a capital where it is negated.
  std::string leading() const {
    const Leaf leaf = leading_leaf(program(), node(), block_, 0);
    return std::string(1, static_cast<char>((leaf.negated ? 'A' : 'a') + leaf.indicator));
  }
  Letters widening(Bound bound) const {
    Letters letters;
    for (const std::size_t i : bloctype::widening(program(), node(), bound, block_, 0)) {
      letters += static_cast<char>('a' + i);
    }
    return letters;
  }

 private:
  Toy toy_;
  Classifier classifier_;
  Block block_;
};

TEST(LeadingLeaf, IsTheOneThatSetsTheValue) {
  struct Case {
    std::string name;
    Expression expression;
    Values values;
    std::string leading;
  };
  const Triple dispute = contested(0.33, 1);
  const std::vector<Case> cases = {
      {"a feature is its own", f(1), {known(0), known(1)}, "b"},
      {"the least of all", all({f(0), f(1), f(2)}), {known(0.67), known(0.33), known(1)}, "b"},
      {"the first of equal ones", all({f(1), f(0)}), {known(0.33), known(0.33)}, "b"},
      {"the greatest of any", any({f(0), f(1), f(2)}), {known(0.33), known(0.67), known(0)}, "b"},
      {"the least of a low mean", mean({f(0), f(1)}, {9, 1}), {known(0.33), known(0.67)}, "a"},
      {"the greatest of a high mean", mean({f(0), f(1)}, {1, 9}), {known(0.33), known(0.67)}, "b"},
      {"the one a clamped point comes from", any({f(0), f(1)}), {known(0), contested(0.4, 0.6)}, "b"},
      {"the second of at least two", at_least(2, {f(0), f(1), f(2)}), {known(0.33), known(1), known(0.67)}, "c"},
      {"negated under not", no(f(0)), {known(1)}, "A"},
      {"plain again under two", no(no(f(0))), {known(1)}, "a"},
      {"down through several forms", all({f(0), any({no(f(1)), f(2)})}), {known(1), known(0.33), known(0.5)}, "B"},
      {"by highs where points are lacking", all({f(0), f(1)}), {kUnknown, dispute}, "a"},
      {"a known low one before an unknown", all({f(0), f(1)}), {kUnknown, known(0.33)}, "b"},
      {"by points where there are any", any({f(0), f(1)}), {known(0.67), kUnknown}, "a"},
  };
  for (const Case& c : cases) EXPECT_EQ(Walked(c.expression, c.values).leading(), c.leading) << c.name;
}

TEST(Widening, NamesTheOpenFactsThatHoldABoundAway) {
  struct Case {
    std::string name;
    Expression expression;
    Values values;
    Letters low, high;
  };
  const Triple dispute = contested(0.33, 1);
  const std::vector<Case> cases = {
      {"nothing where all is known", all({f(0), f(1)}), {known(1), known(0.33)}, "", ""},
      {"an unknown feature", f(0), {kUnknown}, "a", "a"},
      {"under not the other bound, the same fact", no(f(0)), {kUnknown}, "a", "a"},
      {"of all the least", all({f(0), f(1)}), {kUnknown, known(0.67)}, "a", "a"},
      {"of all the least, and to rise all that are below", all({f(0), f(1)}), {dispute, kUnknown}, "b", "ab"},
      {"of any the greatest, and to fall all that are above", any({f(0), f(1)}), {kUnknown, known(0.67)}, "a", "a"},
      {"of a mean every open one", mean({f(0), f(1), f(2)}, {1, 1, 1}), {kUnknown, dispute, known(1)}, "ab", "ab"},
      {"of a mean each once", mean({f(0), no(f(0)), f(1)}, {1, 1, 1}), {kUnknown, dispute}, "ab", "ab"},
      {"of at least two every open one",
       at_least(2, {f(0), f(1), f(2)}),
       {contested(0.33, 0.6), known(0.67), kUnknown},
       "ac",
       "ac"},
      {"nothing where the bounds meet", all({f(0), f(1)}), {kUnknown, known(0)}, "", ""},
  };
  for (const Case& c : cases) {
    const Walked walked(c.expression, c.values);
    EXPECT_EQ(walked.widening(Bound::kLow), c.low) << c.name;
    EXPECT_EQ(walked.widening(Bound::kHigh), c.high) << c.name;
  }
}

TEST(Widening, GoesDownThroughSeveralForms) {
  // not b is [0, 1]; any(not b, 0.2) is [0.2, 1]; all with 0.9 is [0.2, 0.9]
  const Walked walked(all({f(0), any({no(f(1)), f(2)})}), {known(0.9), kUnknown, known(0.2)});
  EXPECT_EQ(walked.widening(Bound::kLow), "b");   // to fall to 0.2, not b must not stand above it
  EXPECT_EQ(walked.widening(Bound::kHigh), "b");  // to rise to 0.9, not b must lift `any` from 0.2
  // any(not b, c) is [0.33, 1], all with 1 the same: to fall both must, to rise to 1 only not b can
  const Walked other(all({f(0), any({no(f(1)), f(2)})}), {known(1), kUnknown, contested(0.33, 0.67)});
  EXPECT_EQ(other.widening(Bound::kLow), "bc");
  EXPECT_EQ(other.widening(Bound::kHigh), "b");
}

TEST(Names, OfReasonsAreAClosedList) {
  EXPECT_EQ(name(OutReason::kNecessaryAbsent), "necessary_absent");
  EXPECT_EQ(name(OutReason::kNecessaryWeak), "necessary_weak");
  EXPECT_EQ(name(OutReason::kTooFewTypical), "too_few_typical");
  EXPECT_EQ(name(OutReason::kContrary), "contrary");
  EXPECT_EQ(name(OpenReason::kNotCoded), "not_coded");
  EXPECT_EQ(name(OpenReason::kContested), "contested");
  EXPECT_EQ(name(OpenReason::kAtCrossover), "at_crossover");
  EXPECT_EQ(name(OpenReason::kTooLittleEvidence), "too_little_evidence");
}

}  // namespace
}  // namespace bloctype
