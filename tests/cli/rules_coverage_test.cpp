// `rules test --coverage`: which rules the cases of a rulebook put to use. An item counts where a case turns on it, not
// where it was evaluated; gates, outcomes, findings and variants count both ways.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/rules_folder.hpp"

namespace bloctype::blackbox {
namespace {

using nlohmann::json;

/// A rulebook with a rule of every kind, and cases that put each to use.
class Coverage : public testing::Test {
 protected:
  Coverage() {
    rules_.append("models/customs_union.yaml", kOneVariant);
    rules_.append("indicators/trade.yaml",
                  "  - {id: coal_alone, register: r, answers: yes_no, cite: [V-5], label: coal, question: Coal alone}\n"
                  "  - {id: one_coin, register: d/r, cite: [V-5], label: one coin, question: Is there one coin}\n");
    rules_.replace("models/customs_union.yaml", "{feature: revenue_shared,", "{feature: revenue_shared, weight: 3,");
    rules_.replace("models/customs_union.yaml",
                   "variants:", "  - {feature: one_coin, cite: [V-5], claim: ours}\nvariants:");
    rules_.replace("typology.yaml", "verdicts:\n", "verdicts:\n  - {id: one_good, label: about one good}\n");
    rules_.append("typology.yaml",
                  "    outcomes:\n"
                  "      - {id: one_good, if: coal_alone, cite: [V-5], claim: ours, reason: It is about one good.}\n");
    cases_ =
        "cases:\n"
        "  - name: a union under one crown\n"
        "    facts: {treaty: yes, coal_alone: no, tariffs_lifted: full, common_tariff: full, revenue_shared: full,\n"
        "            own_tariffs: absent}\n"
        "    expect: {trade: {headline: customs_union, variants: {customs_union: one_crown}}}\n"
        "  - name: a union of equals\n"
        "    like: a union under one crown\n"
        "    facts: {own_tariffs: full}\n"
        "    expect: {trade: {headline: customs_union, variants: {customs_union: none}}}\n"
        "  - name: a union that lacks a coin\n"
        "    like: a union under one crown\n"
        "    facts: {revenue_shared: 0.6, one_coin: absent}\n"
        "    expect: {trade: none}\n"
        "  - name: a free-trade area\n"
        "    like: a union under one crown\n"
        "    facts: {common_tariff: absent, own_tariffs: full}\n"
        "    expect: {trade: free_trade_area}\n"
        "  - name: coal and nothing else\n"
        "    like: a union under one crown\n"
        "    facts: {coal_alone: yes}\n"
        "    expect: {trade: one_good}\n"
        "  - name: a habit without a treaty\n"
        "    facts: {treaty: no}\n"
        "    expect: {trade: no_treaty}\n"
        "  - name: a tariff with holes\n"
        "    facts: {goods_excepted: full}\n"
        "    findings: [holes_in_the_tariff]\n"
        "  - name: a tariff without holes\n"
        "    facts: {goods_excepted: marginal}\n"
        "    findings: []\n";
    rules_.write("cases/trade.yaml", cases_);
  }

  /// "item customs_union one_coin", with what a case makes of it, for each rule that is not covered.
  static Cells uncovered(const json& result) {
    Cells found;
    for (const json& use : result["coverage"]) {
      const bool passes = use.value("passes", true);
      if (use["decides"] == true && passes) continue;
      found.push_back(use["rule"].get<std::string>() + " " + use["owner"].get<std::string>() + " " +
                      use["id"].get<std::string>() + (use["decides"] == true ? "" : ", never decides") +
                      (passes ? "" : ", never passes"));
    }
    return found;
  }

  Outcome test(std::vector<std::string> options = {}) const { return rules_.run("test", std::move(options)); }
  json covered() const { return json::parse(test({"--coverage", "--format", "json"}).out); }

  RulesFolder rules_;
  std::string cases_;
};

TEST_F(Coverage, IsCompleteWhereACaseTurnsOnEveryRule) {
  const Outcome got = test({"--coverage"});
  EXPECT_EQ(got.code, 0) << got.out << got.err;
  EXPECT_TRUE(contains(in_one_line(got.out),
                       "items 7 of 7, gates 1 of 1, outcomes 1 of 1, findings 1 of 1, variants 1 of 1. 8 cases"))
      << got.out;
  const json result = covered();
  EXPECT_EQ(result["coverage"].size(), 11U);
  EXPECT_EQ(uncovered(result), Cells{});
}

TEST_F(Coverage, ListsExactlyTheRuleOnWhichNoCaseTurns) {
  struct Change {
    std::string from, to;
    std::string uncovered, said;
  };
  const std::vector<Change> changes = {
      {"{revenue_shared: 0.6, one_coin: absent}\n    expect: {trade: none}",
       "{one_coin: absent}\n    expect: {trade: customs_union}", "item customs_union one_coin, never decides",
       "rules/models/customs_union.yaml:10: no case turns on this item: customs_union, typical: one_coin"},
      {"own_tariffs: full}\n    expect: {trade: free_trade_area}", "own_tariffs: absent}\n    expect: {trade: none}",
       "item free_trade_area tariffs_lifted, never decides",
       "rules/models/free_trade_area.yaml:6: no case turns on this item: free_trade_area, necessary: tariffs_lifted"},
      {"facts: {treaty: no}\n    expect: {trade: no_treaty}", "facts: {treaty: yes}\n    expect: {trade: undecided}",
       "gate trade no_treaty, never decides", "no case is ended by this gate: trade: no_treaty"},
      {"treaty: yes", "treaty: unknown", "gate trade no_treaty, never passes",
       "no case is known to pass this gate: trade: no_treaty"},
      {"coal_alone: yes}\n    expect: {trade: one_good}", "coal_alone: no}\n    expect: {trade: customs_union}",
       "outcome trade one_good, never decides", "no case has this outcome: trade: one_good"},
      {"coal_alone: no", "coal_alone: unknown", "outcome trade one_good, never passes",
       "no case is known not to have this outcome: trade: one_good"},
      {", variants: {customs_union: one_crown}", "", "variant customs_union one_crown, never decides",
       "a case that states this variant is missing: customs_union: one_crown"},
      {", variants: {customs_union: none}", "", "variant customs_union one_crown, never passes",
       "a case that states another variant than this one is missing: customs_union: one_crown"},
      {"{goods_excepted: full}\n    findings: [holes_in_the_tariff]", "{goods_excepted: marginal}\n    findings: []",
       "finding  holes_in_the_tariff, never decides", "no case that states its findings has this one"},
      {"{goods_excepted: marginal}\n    findings: []", "{goods_excepted: unknown}\n    findings: []",
       "finding  holes_in_the_tariff, never passes", "no case that states its findings is known not to have this one"},
  };
  for (const Change& change : changes) {
    rules_.write("cases/trade.yaml", cases_);
    rules_.replace("cases/trade.yaml", change.from, change.to);
    const json result = covered();
    EXPECT_EQ(result["failed"], 0) << change.to;
    EXPECT_EQ(uncovered(result), Cells{change.uncovered});
    const Outcome got = test({"--coverage"});
    EXPECT_EQ(got.code, 1) << change.uncovered;
    EXPECT_TRUE(contains(in_one_line(got.out), change.said)) << change.said << "\n" << got.out;
    EXPECT_EQ(test().code, 0) << change.uncovered;  // nobody asked for coverage
  }
}

TEST_F(Coverage, CountsNoCaseThatFails) {
  rules_.replace("cases/trade.yaml", "expect: {trade: one_good}", "expect: {trade: customs_union}");
  const json result = covered();
  EXPECT_EQ(result["failed"], 1);
  EXPECT_EQ(uncovered(result), Cells{"outcome trade one_good, never decides"});
}

TEST_F(Coverage, CountsNoAxisOfWhichACaseExpectsNothing) {
  rules_.replace("cases/trade.yaml", "expect: {trade: one_good}", "findings: []");
  EXPECT_EQ(uncovered(covered()), Cells{"outcome trade one_good, never decides"});
}

TEST_F(Coverage, CountsTheRegistersOfWhichACaseExpectsSomething) {
  // In practice it lacks the coin that would make it a union; in words it is one with or without.
  const std::string from = "{revenue_shared: 0.6, one_coin: absent}\n    expect: {trade: none}";
  const std::string facts =
      "{revenue_shared: {practice: 0.6, discourse: full}, one_coin: absent}\n    expect: {trade: ";
  rules_.replace("cases/trade.yaml", from, facts + "{discourse: customs_union}}");
  EXPECT_EQ(uncovered(covered()), Cells{"item customs_union one_coin, never decides"});
  for (const char* expectation : {"{practice: none}}", "none}", "none; formally customs_union}"}) {
    rules_.write("cases/trade.yaml", cases_);
    rules_.replace("cases/trade.yaml", from, facts + expectation);
    const json result = covered();
    EXPECT_EQ(result["failed"], 0) << expectation;
    EXPECT_EQ(uncovered(result), Cells{}) << expectation;
  }
}

TEST_F(Coverage, IsASuiteOfItsOwnInJUnit) {
  rules_.replace("cases/trade.yaml", "{revenue_shared: 0.6, one_coin: absent}\n    expect: {trade: none}",
                 "{one_coin: absent}\n    expect: {trade: customs_union}");
  std::size_t rules = 0;
  std::size_t uncovered = 0;
  for (const std::string& line : junit_cases(rules_, "--coverage")) {
    if (!line.starts_with("coverage|11|1|")) continue;
    ++rules;
    if (!contains(line, "no case turns on this item")) continue;
    ++uncovered;
    EXPECT_TRUE(contains(line, "|customs_union: typical one_coin|10|")) << line;
  }
  EXPECT_EQ(rules, 11U);
  EXPECT_EQ(uncovered, 1U);
}

TEST(CoverageOfTheShippedRulebook, IsComplete) {
  const Outcome got = run_with({"rules", "test", "--coverage"});
  EXPECT_EQ(got.code, 0) << got.out << got.err;
}

TEST(CoverageOfTheExampleRulebook, IsComplete) {
  const std::filesystem::path balassa = RulesFolder::kSource / "examples" / "rulebooks" / "balassa";
  const Outcome got = run_with({"rules", "test", balassa.string(), "--coverage"});
  EXPECT_EQ(got.code, 0) << got.out << got.err;
}

}  // namespace
}  // namespace bloctype::blackbox
