// The rules of a rulebook in one list, and which of them mention an indicator or cite a section.
#include "model/rules.hpp"

#include <gtest/gtest.h>

#include "tests/unit/engine/toy.hpp"

namespace bloctype {
namespace {

/// One of each: a gate on a, an outcome on b, a model of a, b, c and d, a variant on not e that expects f, a finding on
/// a.
Rulebook one_of_each() {
  Toy toy(6);
  toy.model({item(f(0))}, {item(any({f(1), f(2)}), 2)}, {item(f(3))});
  Axis& axis = toy.rulebook.axes[0];
  axis.gates.push_back(gate(Gate::Sense::kUnless, f(0), "closed"));
  axis.outcomes.push_back(gate(Gate::Sense::kIf, f(1), "even"));
  Variant variant;
  variant.condition = no(f(4));
  variant.expects.push_back({f(5), true, {}});
  variant.cite = {"S-2"};
  variant.claim = Claim::kAuthor;
  toy.rulebook.models[0].variants.push_back(variant);
  Finding& finding = toy.rulebook.findings.emplace_back();
  finding.condition = f(0);
  finding.cite = {"S-1", "S-2"};
  return toy.rulebook;
}

std::vector<std::string> roles(const std::vector<Rule>& rules) {
  std::vector<std::string> names;
  for (const Rule& rule : rules) names.emplace_back(name(rule.role));
  return names;
}

TEST(Rules, AreListedAxisByAxisAndFindingsLast) {
  const Rulebook r = one_of_each();
  EXPECT_EQ(roles(all_rules(r)), (std::vector<std::string>{"gate", "outcome", "necessary", "typical", "contrary",
                                                           "variant", "expected", "finding"}));
}

TEST(Rules, PointToWhatTheyAreRulesOf) {
  const Rulebook r = one_of_each();
  const std::vector<Rule> rules = all_rules(r);
  EXPECT_EQ(rules[0].axis, &r.axes[0]);
  EXPECT_EQ(rules[1].gate, &r.axes[0].outcomes[0]);
  EXPECT_EQ(rules[3].item, &r.models[0].typical[0]);
  EXPECT_EQ(rules[4].model, &r.models[0]);
  EXPECT_EQ(rules[6].variant, &r.models[0].variants[0]);
  EXPECT_EQ(rules[6].expectation, &r.models[0].variants[0].expects[0]);
  EXPECT_EQ(rules[7].finding, &r.findings[0]);
}

TEST(Rules, MentionWhatStandsAnywhereInTheirConditions) {
  const Rulebook r = one_of_each();
  const auto mentioning = [&](std::size_t indicator) {
    std::vector<Rule> found;
    for (const Rule& rule : all_rules(r)) {
      if (mentions(rule, indicator)) found.push_back(rule);
    }
    return roles(found);
  };
  EXPECT_EQ(mentioning(0), (std::vector<std::string>{"gate", "necessary", "finding"}));
  EXPECT_EQ(mentioning(2), (std::vector<std::string>{"typical"}));
  EXPECT_EQ(mentioning(4), (std::vector<std::string>{"variant"}));
  EXPECT_EQ(mentioning(5), (std::vector<std::string>{"expected"}));
}

TEST(Rules, OfAnExpectationCiteAndClaimWhatItsVariantDoes) {
  const Rulebook r = one_of_each();
  const std::vector<Rule> rules = all_rules(r);
  EXPECT_TRUE(cites(rules[6], "S-2"));
  EXPECT_FALSE(cites(rules[6], "S-1"));
  EXPECT_EQ(rules[6].claim, Claim::kAuthor);
  EXPECT_TRUE(cites(rules[7], "S-1"));
  EXPECT_FALSE(cites(rules[7], "S"));
  EXPECT_EQ(rules[7].claim, Claim::kOurs);
}

}  // namespace
}  // namespace bloctype
