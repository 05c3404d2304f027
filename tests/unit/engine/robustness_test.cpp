// The random weightings: which numbers they take, and that both registers get the same.
#include "engine/robustness.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "toy.hpp"

namespace bloctype {
namespace {

/// Weights 1 and 2 on typical items, the first a mean with weights 3 and 4.
Toy weighted() {
  Toy toy(4);
  toy.model({}, {item(mean({f(0), f(1)}, {3, 4})), item(f(2), 2)});
  return toy;
}

/// The factor by which draw `d` multiplied the drawn weight `w`.
double factor(const Programs& programs, const Programs& draw, Register r, std::size_t w) {
  const std::uint32_t slot = programs[index_of(r)].drawn_weights.at(w).value();
  return draw[index_of(r)].weights[slot] / programs[index_of(r)].weights[slot];
}

TEST(RandomWeights, ComeFromSplitMix64SeededWithOneInOrderOfTheRules) {
  const Classifier classifier = weighted().classifier();
  const Programs& programs = classifier.programs();
  ASSERT_EQ(programs[0].drawn_weights.size(), 4U);  // the mean's item, its two parts, the other item
  const std::vector<Programs> draws = perturbed(programs);
  ASSERT_EQ(draws.size(), 200U);
  // The first outputs of the reference implementation, >> 11, times 2^-53, plus 0.5.
  const std::vector<double> expected = {1.066561575172281, 1.245781757262701, 1.4710027535867962, 0.9443592170557721};
  for (std::size_t w = 0; w < 4; ++w)
    EXPECT_NEAR(factor(programs, draws[0], Register::kPractice, w), expected[w], 1e-12);
}

TEST(RandomWeights, AreBetweenAHalfAndOneAndAHalfTimesTheRulesAndNeverAllAlike) {
  const Classifier classifier = weighted().classifier();
  const Programs& programs = classifier.programs();
  double least = 2, greatest = 0;
  for (const Programs& draw : perturbed(programs)) {
    for (std::size_t w = 0; w < 4; ++w) {
      const double is = factor(programs, draw, Register::kPractice, w);
      EXPECT_EQ(is, factor(programs, draw, Register::kDiscourse, w));
      EXPECT_GE(is, 0.5);
      EXPECT_LT(is, 1.5);
      least = std::min(least, is);
      greatest = std::max(greatest, is);
    }
  }
  EXPECT_LT(least, 0.55);
  EXPECT_GT(greatest, 1.45);
}

TEST(RandomWeights, AreTheSameEveryTimeAndLeaveEverythingElse) {
  const Classifier classifier = weighted().classifier();
  const std::vector<Programs> once = perturbed(classifier.programs());
  const std::vector<Programs> again = perturbed(classifier.programs());
  for (std::size_t d = 0; d < once.size(); ++d) EXPECT_EQ(once[d][0].weights, again[d][0].weights) << d;
  EXPECT_NE(once[0][0].weights, once[1][0].weights);
  EXPECT_EQ(once[0][0].operands, classifier.programs()[0].operands);
}

TEST(RandomWeights, TakeANumberForAnItemThatDoesNotExistInARun) {
  Toy toy(3);
  toy.model({}, {item(f(0), 1, Register::kPractice), item(f(1), 1)});
  const Classifier classifier = toy.classifier();
  const Programs& programs = classifier.programs();
  ASSERT_EQ(programs[1].drawn_weights.size(), 2U);
  EXPECT_FALSE(programs[index_of(Register::kDiscourse)].drawn_weights[0].has_value());
  const std::vector<Programs> draws = perturbed(programs);
  EXPECT_EQ(factor(programs, draws[0], Register::kPractice, 1), factor(programs, draws[0], Register::kDiscourse, 1));
}

}  // namespace
}  // namespace bloctype
