// `rules test`: cases that pass and fail, what is said of a failure and of its cause, and what a case may start from.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/cli/placed_table.hpp"
#include "tests/cli/rules_folder.hpp"

namespace bloctype::blackbox {
namespace {

using nlohmann::json;

const std::string kUnion = "{treaty: yes, tariffs_lifted: full, common_tariff: full, revenue_shared: substantial}";
const std::string kArea = "{treaty: yes, tariffs_lifted: full, common_tariff: marginal, own_tariffs: full}";
const std::string kOnPaper =
    "{treaty: yes, tariffs_lifted: {discourse: full, practice: marginal}, common_tariff: full, revenue_shared: full}";

/// A case of `facts`, with the lines of its expectations.
std::string case_of(const std::string& facts, const std::string& expectations) {
  return "  - name: a case\n    facts: " + facts + "\n    " + expectations + "\n";
}

class RulesTest : public testing::Test {
 protected:
  RulesTest() { rules_.append("models/customs_union.yaml", kOneVariant); }

  void write_cases(const std::string& cases, const std::string& file = "cases/unions.yaml") {
    rules_.write(file, "cases:\n" + cases);
  }
  Outcome test(std::vector<std::string> options = {}) const { return rules_.run("test", std::move(options)); }
  json tested(std::vector<std::string> options = {}) const {
    options.insert(options.end(), {"--format", "json"});
    return json::parse(test(std::move(options)).out);
  }
  /// The ids of what a case is placed in: what it does not expect shows where it is.
  std::string placed(const std::string& facts) {
    write_cases("  - name: a case\n    " + facts + "\n    expect: {trade: contested}\n");
    const json result = tested();
    return result["cases"][0]["failures"][0].value("actual", "");
  }

  RulesFolder rules_;
};

TEST_F(RulesTest, PassesWhereEveryCaseIsAsItExpects) {
  write_cases(case_of(kUnion,
                      "expect:\n"
                      "      trade:\n"
                      "        headline: free_trade_area | customs_union\n"
                      "        practice: customs_union\n"
                      "        discourse: customs_union\n"
                      "        certainty: decided\n"
                      "        binds: {customs_union: typical, free_trade_area: contrary}\n"
                      "        variants: {customs_union: undetermined}\n"
                      "        deviations: {customs_union: {in_kind: [], in_degree: [revenue_shared]}}\n"
                      "    findings: []") +
              "  - name: another\n    facts: " + kArea + "\n    expect: {trade: free_trade_area}\n");
  const Outcome got = test();
  EXPECT_EQ(got.code, 0) << got.out;
  EXPECT_EQ(got.err, "");
  EXPECT_EQ(got.out, "2 cases: all pass.\n");
}

/// A case that fails in one thing; what is said of it, and of what decided.
struct Failure {
  std::string of;
  std::string facts;
  std::string expectation;
  std::string expected, actual;  ///< in the JSON
  std::string head, blame;
};

void PrintTo(const Failure& failure, std::ostream* out) { *out << failure.of << ", " << failure.expectation; }

std::vector<Failure> failures() {
  return {
      {"headline", kArea, "expect: {trade: customs_union}", "customs_union", "free_trade_area",
       "trade: expected customs_union; placed: free-trade area (decided)",
       "Not customs union, for a necessary feature is weak: common tariff (marginal). [V-5]"},
      {"headline", kArea, "expect: {trade: customs_union | none}", "customs_union | none", "free_trade_area",
       "trade: expected customs_union | none; placed: free-trade area (decided)",
       "Free-trade area is in with 0.67. What the contrary ones leave: 0.67, from common tariff (marginal). This is "
       "what "
       "sets it."},
      {"headline", "{treaty: no, tariffs_lifted: full, common_tariff: full}", "expect: {trade: customs_union}",
       "customs_union", "no_treaty", "trade: expected customs_union; placed: not founded by a treaty (decided)",
       "Without a treaty there is no arrangement to place. The facts: treaty (no). [V-5, ours]"},
      {"headline", kUnion, "expect: {trade: no_treaty}", "no_treaty", "customs_union",
       "trade: expected no_treaty; placed: customs union (decided)",
       "“not founded by a treaty” does not apply. The facts: treaty (yes)."},
      {"headline", kOnPaper, "expect: {trade: none; formally none}", "none; formally none",
       "none; formally customs_union",
       "trade: expected none; formally none; placed: none of its models; formally customs union (decided)",
       "In words alone it is customs union (1; in deeds, 0.33). What lies between: tariffs lifted (full in words, "
       "marginal in deeds)."},
      {"register", kOnPaper, "expect: {trade: {practice: customs_union}}", "customs_union", "none",
       "trade, in practice: expected customs_union; placed: none of its models (decided)",
       "Not customs union, for a necessary feature is weak: tariffs lifted (marginal). [V-5]"},
      {"register", kOnPaper, "expect: {trade: {discourse: none}}", "none", "customs_union",
       "trade, in discourse: expected none; placed: customs union (decided)",
       "Customs union is in with 1. The least of the necessary: 1, from tariffs lifted (full) and common tariff "
       "(full)."},
      {"certainty", "{treaty: yes, tariffs_lifted: full, common_tariff: full, revenue_shared: [marginal, substantial]}",
       "expect: {trade: {certainty: decided}}", "decided", "leaning",
       "trade: expected decided; placed: customs union (leaning)", "because revenue_shared is in dispute."},
      {"binds", kUnion, "expect: {trade: {binds: {customs_union: necessary}}}", "necessary", "typical",
       "customs union: the cap that binds was to be the necessary one, and it is the typical one",
       "Typical, their weighted mean: 0.67, from revenue shared (substantial). This is what sets it."},
      {"variants", kUnion, "expect: {trade: {variants: {customs_union: one_crown}}}", "one_crown", "undetermined",
       "customs union: expected the variant one_crown; it is undetermined", "own tariffs"},
      {"variants", kArea, "expect: {trade: {variants: {customs_union: one_crown}}}", "one_crown", "",
       "customs union: expected the variant one_crown, and the case is not placed there",
       "Not customs union, for a necessary feature is weak: common tariff (marginal). [V-5]"},
      {"deviations", kUnion, "expect: {trade: {deviations: {customs_union: {in_kind: [revenue_shared]}}}}",
       "in_kind: [revenue_shared]", "in_kind: []",
       "customs union: expected as deviations in_kind: [revenue_shared]; there are in_kind: []",
       "revenue shared (substantial)"},
      {"deviations", kArea, "expect: {trade: {deviations: {customs_union: {in_degree: []}}}}", "in_degree: []", "",
       "customs union: expected as deviations in_degree: [], and the case is not placed there",
       "Not customs union, for a necessary feature is weak: common tariff (marginal). [V-5]"},
      {"findings", "{goods_excepted: full}", "findings: []", "[]", "[holes_in_the_tariff]",
       "findings: expected []; there are [holes_in_the_tariff]", "goods excepted (full)"},
      {"findings", "{goods_excepted: marginal}", "findings: [holes_in_the_tariff]", "[holes_in_the_tariff]", "[]",
       "findings: expected [holes_in_the_tariff]; there are []", "goods excepted (marginal)"},
  };
}

class RulesTestFailure : public RulesTest, public testing::WithParamInterface<Failure> {
 protected:
  RulesTestFailure() { write_cases(case_of(GetParam().facts, GetParam().expectation)); }
};

TEST_P(RulesTestFailure, IsTold) {
  const Outcome got = test();
  EXPECT_EQ(got.code, 1);
  EXPECT_EQ(got.err, "");
  const std::string said = in_one_line(got.out);
  EXPECT_TRUE(said.starts_with("rules/cases/unions.yaml:2: fails: a case " + GetParam().head)) << got.out;
  EXPECT_TRUE(said.ends_with("1 case: 1 fails. ") || said.ends_with("1 case: it fails. ")) << got.out;
}

TEST_P(RulesTestFailure, IsBlamedOnWhatDecided) {
  EXPECT_TRUE(contains(in_one_line(test().out), GetParam().blame)) << GetParam().blame << "\n" << test().out;
}

TEST_P(RulesTestFailure, IsTheOnlyOneInTheJson) {
  const json result = tested();
  EXPECT_EQ(result["failed"], 1);
  const json& failed = result["cases"][0];
  EXPECT_EQ(failed["passes"], false);
  ASSERT_EQ(failed["failures"].size(), 1U) << failed.dump(2);
  EXPECT_EQ(failed["failures"][0]["of"], GetParam().of);
  EXPECT_EQ(failed["failures"][0]["expected"], GetParam().expected);
  EXPECT_EQ(failed["failures"][0]["actual"], GetParam().actual);
}

INSTANTIATE_TEST_SUITE_P(OfEveryKind, RulesTestFailure, testing::ValuesIn(failures()));

TEST_F(RulesTest, TellsEveryFailureOfEveryCaseInTheirOrder) {
  write_cases(case_of(kUnion, "expect: {trade: {headline: none, certainty: leaning}}\n    findings: []"),
              "cases/b.yaml");
  write_cases(
      "  - name: first\n    facts: {treaty: no}\n    expect: {trade: none}\n"
      "  - name: second\n    facts: {treaty: no}\n    expect: {trade: no_treaty}\n"
      "  - name: third\n    facts: {treaty: no}\n    expect: {trade: pure}\n",
      "cases/a.yaml");
  const json result = tested();
  EXPECT_EQ(result["failed"], 3);
  std::vector<std::string> order;
  for (const json& entry : result["cases"]) {
    order.push_back(entry["file"].get<std::string>() + ":" + std::to_string(entry["line"].get<int>()) + " " +
                    entry["name"].get<std::string>() + " " + std::to_string(entry["failures"].size()));
  }
  EXPECT_EQ(order, (std::vector<std::string>{"rules/cases/a.yaml:2 first 1", "rules/cases/a.yaml:5 second 0",
                                             "rules/cases/a.yaml:8 third 1", "rules/cases/b.yaml:2 a case 2"}));
  const std::string text = test().out;
  EXPECT_LT(text.find("first"), text.find("third"));
  EXPECT_LT(text.find("third"), text.find("a case"));
  EXPECT_FALSE(contains(text, "second")) << text;
  EXPECT_TRUE(contains(text, "4 cases: 3 fail.")) << text;
}

TEST_F(RulesTest, RefusesACaseThatNamesNothingAndRunsNone) {
  struct Case {
    std::string facts, expectation;
    std::string code;
  };
  for (const Case& c : {
           Case{"{treaty: yes}", "expect: {trade: customs_onion}", "unknown-expectation"},
           {"{treaty: yes}", "expect: {trade: {practice: customs_onion}}", "unknown-expectation"},
           {"{treaty: yes}", "expect: {trades: customs_union}", "unknown-name"},
           {"{treaty: yes}", "expect: {trade: {binds: {customs_onion: typical}}}", "unknown-name"},
           {"{treaty: yes}", "expect: {trade: {binds: {customs_union: tight}}}", "unknown-choice"},
           {"{treaty: yes}", "expect: {trade: {certainty: sure}}", "unknown-choice"},
           {"{treaty: yes}", "expect: {trade: {variants: {customs_union: two_crowns}}}", "unknown-name"},
           {"{treaty: yes}", "expect: {trade: {variants: {free_trade_area: one_crown}}}", "unknown-name"},
           {"{treaty: yes}", "expect: {trade: {deviations: {customs_union: {in_kind: [treaty]}}}}", "unknown-name"},
           {"{treaty: yes}", "findings: [holes]", "unknown-name"},
           {"{treaties: yes}", "findings: []", "unknown-indicator"},
           {"{treaty: perhaps}", "findings: []", "yes-no-only"},
           {"{treaty: yes}", "expects: {trade: none}\n    findings: []", "unknown-key"},
           {"{treaty: yes}", "description: expects nothing", "missing-key"},
           {"{treaty: yes}", "expect: {}", "missing-key"},
           {"{treaty: yes}", "expect: {trade: {}}", "missing-key"},
           {"{treaty: yes}", "at: 1834\n    findings: []", "missing-key"},
       }) {
    write_cases(case_of(c.facts, c.expectation) +
                "  - name: a case that fails\n    facts: {treaty: no}\n    expect: {trade: none}\n");
    for (const char* format : {"text", "json", "junit"}) {
      const Outcome got = test({"--format", format, "--error-format", "short"});
      EXPECT_EQ(got.code, 1) << c.expectation;
      EXPECT_EQ(got.out, "") << c.expectation;
      ASSERT_EQ(messages_of(got.err).size(), 1U) << got.err;
      EXPECT_TRUE(messages_of(got.err).front().ends_with("error " + c.code)) << got.err;
    }
  }
}

TEST_F(RulesTest, SaysWhatIsWrongWithARulebookAndRunsNoCase) {
  write_cases(case_of(kUnion, "expect: {trade: none}"));
  rules_.replace("models/customs_union.yaml", "feature: common_tariff", "feature: comon_tariff");
  const Outcome got = test({"--error-format", "short"});
  EXPECT_EQ(got.code, 1);
  EXPECT_EQ(got.out, "");
  EXPECT_EQ(messages_of(got.err), Cells{"7:15 error unknown-feature"}) << got.err;
}

TEST_F(RulesTest, FindsNoCasesToRun) {
  for (const char* cases : {"", "cases/a.yml"}) {
    if (*cases != 0) write_cases(case_of(kUnion, "findings: []"), cases);
    const Outcome got = test();
    EXPECT_EQ(got.code, 1);
    EXPECT_EQ(got.out, "");
    EXPECT_TRUE(contains(got.err, "[no-cases]")) << got.err;
  }
}

TEST_F(RulesTest, CannotRunWithoutOneRulebook) {
  struct Case {
    std::vector<std::string> arguments;
    std::string code;
  };
  std::filesystem::create_directory(rules_.path() / "empty");
  for (const Case& c : {Case{{"atlantis"}, "no-rules-directory"},
                        {{"empty"}, "empty-rules"},
                        {{"rules", "empty"}, "usage"},
                        {{"empty", "--rules", "rules"}, "usage"},
                        {{"--format", "csv"}, "usage"}}) {
    for (const char* command : {"check", "test"}) {
      std::vector<std::string> arguments{"rules", command};
      arguments.insert(arguments.end(), c.arguments.begin(), c.arguments.end());
      const Outcome got = run({.arguments = arguments, .folder = rules_.path()});
      EXPECT_EQ(got.code, 2) << c.code;
      EXPECT_EQ(got.out, "") << c.code;
      EXPECT_TRUE(contains(got.err, "[" + c.code + "]")) << got.err;
    }
  }
}

// --- what a case starts from

TEST_F(RulesTest, StartsACaseFromAnotherInAnyFileAndOrder) {
  write_cases(
      "  - name: third\n    like: second\n    facts: {revenue_shared: full}\n    expect: {trade: {headline: "
      "customs_union, certainty: decided}}\n"
      "  - name: first\n    facts: {treaty: yes, tariffs_lifted: full}\n    expect: {trade: undecided}\n",
      "cases/b.yaml");
  write_cases(
      "  - name: second\n    like: first\n    facts: {common_tariff: full}\n    expect: {trade: {headline: "
      "customs_union, certainty: leaning}}\n"
      "  - name: fourth\n    like: third\n    facts: {tariffs_lifted: marginal}\n    expect: {trade: none}\n",
      "cases/a.yaml");
  const Outcome got = test();
  EXPECT_EQ(got.code, 0) << got.out << got.err;
  EXPECT_EQ(got.out, "4 cases: all pass.\n");
}

TEST_F(RulesTest, ReplacesTheFactsACaseStartsFromOneByOne) {
  const std::string base = case_of(kUnion, "findings: []");
  struct Case {
    std::string facts, expected;
  };
  for (const Case& c : {Case{"{}", "customs_union"},
                        {"{treaty: no}", "no_treaty"},
                        {"{tariffs_lifted: marginal}", "none"},
                        {"{common_tariff: unknown}", "undecided"},
                        {"{tariffs_lifted: {discourse: marginal}}", "none"},
                        {"{goods_excepted: full}", "customs_union"}}) {
    write_cases(base + "  - name: b\n    like: a case\n    facts: " + c.facts + "\n    expect: {trade: contested}\n");
    const json result = tested();
    EXPECT_EQ(result["cases"][0]["passes"], true);
    EXPECT_EQ(result["cases"][1]["failures"][0].value("actual", ""), c.expected) << c.facts;
  }
}

TEST_F(RulesTest, StartsACaseFromADescribedBlocInTheYearItNames) {
  write_text(rules_.path() / "zollverein.yaml",
             "bloc: zollverein\n"
             "facts: {treaty: yes, tariffs_lifted: full}\n"
             "periods:\n"
             "  - {id: early, from: 1834, to: 1854, facts: {common_tariff: marginal, own_tariffs: full}}\n"
             "  - {id: late, from: 1854, to: 1871, facts: {common_tariff: full, revenue_shared: full}}\n");
  const std::string bloc = "bloc: ../../zollverein.yaml\n    at: ";
  EXPECT_EQ(placed(bloc + "1840"), "free_trade_area");
  EXPECT_EQ(placed(bloc + "1854"), "customs_union");  // a boundary year belongs to the later period
  EXPECT_EQ(placed(bloc + "1871"), "customs_union");
  EXPECT_EQ(placed(bloc + "1860\n    facts: {treaty: no}"), "no_treaty");
}

TEST_F(RulesTest, AsksForTheYearOfABlocWithSeveralPeriods) {
  write_text(rules_.path() / "two.yaml",
             "bloc: two\nperiods:\n  - {id: a, from: 1834, to: 1854, facts: {treaty: yes}}\n"
             "  - {id: b, from: 1854, to: 1871, facts: {treaty: yes}}\n");
  write_text(rules_.path() / "one.yaml",
             "bloc: one\nperiods:\n  - {id: a, from: 1834, to: 1854, facts: {treaty: no}}\n");
  struct Case {
    std::string start, code;
  };
  for (const Case& c : {Case{"bloc: ../../two.yaml", "missing-key"},
                        {"bloc: ../../two.yaml\n    at: 1833", "unknown-period"},
                        {"bloc: ../../two.yaml\n    at: b", "invalid-year"},
                        {"bloc: ../../one.yaml\n    at: 1900", "unknown-period"},
                        {"bloc: ../../none.yaml", "no-such-file"},
                        {"bloc: two", "unknown-bloc"},
                        {"bloc: ../../one.yaml\n    like: another", "unknown-key"}}) {
    write_cases("  - name: a case\n    " + c.start + "\n    findings: []\n");
    const Outcome got = test({"--error-format", "short"});
    EXPECT_EQ(got.code, 1) << c.start;
    EXPECT_EQ(got.out, "") << c.start;
    EXPECT_TRUE(contains(got.err, "[" + c.code + "]")) << got.err;
    EXPECT_TRUE(got.err.starts_with("rules/cases/unions.yaml:")) << got.err;
  }
  EXPECT_EQ(placed("bloc: ../../one.yaml"), "no_treaty");
}

TEST(RulesTestShipped, StartsACaseFromAShippedBlocAsClassifyReadsIt) {
  RulesFolder rules(RulesFolder::kSource / "rules");
  std::filesystem::remove_all(rules.path() / "rules" / "cases");
  for (const char* year : {"1995", "2010"}) {
    const Outcome classified =
        run_with({"classify", "mercosur", "--at", year, "--axis", "economic", "--format", "json"});
    const json headline = json::parse(classified.out)["blocs"][0]["periods"][0]["axes"][0]["headline"];
    std::string models;
    for (const json& model : headline["models"]) models += (models.empty() ? "" : "+") + model.get<std::string>();
    if (models.empty()) models = headline["kind"].get<std::string>();
    const std::string start = "cases:\n  - name: a case\n    bloc: Mercosur\n    at: " + std::string(year);
    rules.write("cases/a.yaml", start + "\n    expect: {economic: {headline: " + models +
                                    ", certainty: " + headline["certainty"].get<std::string>() + "}}\n");
    EXPECT_EQ(rules.run("test").code, 0) << rules.run("test").out << rules.run("test").err;
    rules.write("cases/a.yaml", start + "\n    expect: {economic: contested}\n");
    EXPECT_EQ(rules.run("test").code, 1);
  }
}

TEST_F(RulesTest, DoesNotWriteOverWhatItReads) {
  const std::string bloc = "bloc: a\nfacts: {treaty: no}\n";
  write_text(rules_.path() / "bloc.yaml", bloc);
  write_cases("  - name: a case\n    bloc: ../../bloc.yaml\n    expect: {trade: no_treaty}\n");
  for (const char* input : {"rules/cases/unions.yaml", "rules/typology.yaml", "bloc.yaml"}) {
    const std::string before = read_text(rules_.path() / input);
    const Outcome got = test({"-o", input});
    EXPECT_EQ(got.code, 2) << input;
    EXPECT_TRUE(contains(got.err, "[output-is-input]")) << input << "\n" << got.err;
    EXPECT_EQ(read_text(rules_.path() / input), before) << input;
  }
}

// --- other forms

TEST_F(RulesTest, GivesTheSameJsonAndExitCodeInAllLanguages) {
  write_cases(case_of(kUnion, "expect: {trade: none}\n    findings: []"));
  const Outcome english = test({"--format", "json", "--coverage"});
  EXPECT_EQ(english.code, 1);
  std::set<std::string> texts;
  for (const char* language : {"en", "es", "pt"}) {
    EXPECT_EQ(test({"--format", "json", "--coverage", "--lang", language}).out, english.out);
    const Outcome text = test({"--lang", language});
    EXPECT_EQ(text.code, 1);
    EXPECT_TRUE(contains(text.out, "customs_union") || contains(text.out, "customs union")) << text.out;
    texts.insert(text.out);
  }
  EXPECT_EQ(texts.size(), 3U);
}

TEST_F(RulesTest, GivesJsonWithEverythingOfACase) {
  write_cases(case_of(kOnPaper, "expect: {trade: {discourse: none, binds: {customs_union: typical}}}"));
  const json result = tested();
  EXPECT_EQ(result["schema_version"], 1);
  EXPECT_EQ(result["rules"]["id"], "viner");
  EXPECT_EQ(result["failed"], 1);
  EXPECT_TRUE(result["coverage"].is_null());
  ASSERT_EQ(result["cases"].size(), 1U);
  const json& entry = result["cases"][0];
  EXPECT_EQ(entry["name"], "a case");
  EXPECT_EQ(entry["file"], "rules/cases/unions.yaml");
  EXPECT_EQ(entry["line"], 2);
  ASSERT_EQ(entry["failures"].size(), 2U);
  for (const json& failure : entry["failures"]) EXPECT_EQ(failure["axis"], "trade");
  EXPECT_EQ(entry["failures"][0]["register"], "discourse");
  EXPECT_EQ(entry["failures"][1]["model"], "customs_union");
}

TEST_F(RulesTest, GivesJUnitThatAnXmlReaderReads) {
  write_cases(case_of(kUnion, "expect: {trade: customs_union}") +
                  "  - name: >-\n      “Union” & <\"area\"> 'both'\n    facts: " + kUnion +
                  "\n    expect: {trade: free_trade_area}\n",
              "cases/a&b.yaml");
  write_cases("  - name: a third\n    facts: {treaty: no}\n    expect: {trade: no_treaty}\n", "cases/c.yaml");
  const Cells cases = junit_cases(rules_, "");
  ASSERT_EQ(cases.size(), 3U);
  EXPECT_EQ(cases[0], "rules/cases/a&b.yaml|2|1|a case|2|");
  EXPECT_EQ(cases[1],
            "rules/cases/a&b.yaml|2|1|“Union” & <\"area\"> 'both'|5|trade: expected free_trade_area; placed: customs "
            "union (decided)");
  EXPECT_EQ(cases[2], "rules/cases/c.yaml|1|0|a third|2|");
}

}  // namespace
}  // namespace bloctype::blackbox
