// Ways into a model: the smallest recodings after which it is placed. What changes a placement in any way is told in
// tests/cases.
#include "engine/recode.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "toy.hpp"

namespace bloctype {
namespace {

/// Ways into model 0, each as `a 0.33>0.67`, changes joined by commas, and the kind it then is.
std::vector<std::string> ways(const Toy& toy, const std::vector<Triple>& values) {
  const Classifier classifier = toy.classifier();
  const Program& program = classifier.program(Register::kPractice);
  std::vector<std::string> lines;
  for (const Counterfactual& way : ways_into({program, program.axes[0], values}, 0)) {
    std::string line;
    for (const Recoding& change : way.changes) {
      char text[32];
      std::snprintf(text, sizeof text, "%s %.2f>%.2f, ", toy.rulebook.indicators[change.indicator].id.c_str(),
                    change.from, change.to);
      line += text;
    }
    lines.push_back(line + std::string(name(way.placement.kind)));
    EXPECT_NE(std::find(way.placement.models.begin(), way.placement.models.end(), 0U), way.placement.models.end());
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(WaysIntoAModel, AreTheSmallestRecodingsThatPlaceIt) {
  Toy one(2);
  one.model({item(f(0))}).model({item(f(1))});
  EXPECT_EQ(ways(one, {known(0.33), known(1)}), Lines{"a 0.33>0.67, hybrid"});
  EXPECT_EQ(ways(one, {known(0), known(0)}), Lines{"a 0.00>0.67, pure"});

  Toy two(3);
  two.model({item(f(0)), item(f(1))}).model({item(f(2))});
  EXPECT_EQ(ways(two, {known(0), known(0.33), known(1)}), Lines{"a 0.00>0.67, b 0.33>0.67, hybrid"});
  EXPECT_EQ(ways(two, {known(1), known(0.33), known(1)}), Lines{"b 0.33>0.67, hybrid"});
}

TEST(WaysIntoAModel, LeaveOutWhatOnlyChangesThePlacement) {
  Toy toy(2);
  toy.model({item(f(0))}).model({item(f(1))});
  const Classifier classifier = toy.classifier();
  const Program& program = classifier.program(Register::kPractice);
  const std::vector<Triple> values = {known(0), known(1)};
  EXPECT_EQ(counterfactuals({program, program.axes[0], values}).size(), 2U);  // a up, b down
  EXPECT_EQ(ways(toy, values).size(), 1U);                                    // a up
}

TEST(WaysIntoAModel, CountTheContraryFeaturesDown) {
  Toy toy(2);
  toy.model({item(f(0))}, {}, {item(f(1))});
  EXPECT_EQ(ways(toy, {known(1), known(0.67)}), Lines{"b 0.67>0.33, pure"});
}

TEST(WaysIntoAModel, AreNoneBehindAGateOrOnlyThroughTheUnknown) {
  Toy gated(2);
  gated.model({item(f(0))});
  gated.rulebook.axes[0].gates.push_back(gate(Gate::Sense::kUnless, f(1), "closed"));
  EXPECT_EQ(ways(gated, {known(0), known(0)}), Lines());
  EXPECT_EQ(ways(gated, {known(0), known(1)}), Lines{"a 0.00>0.67, pure"});
  EXPECT_EQ(ways(gated, {kUnknown, known(1)}), Lines());
}

}  // namespace
}  // namespace bloctype
