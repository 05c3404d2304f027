// `rules check`: everything that is wrong with a rulebook at once, in order, in every form. What each check finds is
// tried in tests/diagnostics; the descriptions by which it shows that a rule can count, in rules_witness_test.cpp.
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/cli/placed_table.hpp"
#include "tests/cli/rules_folder.hpp"

namespace bloctype::blackbox {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class RulesCheck : public testing::Test {
 protected:
  Outcome check(std::vector<std::string> options = {}) const { return rules_.run("check", std::move(options)); }
  json checked() const { return json::parse(check({"--format", "json"}).out); }

  RulesFolder rules_;
};

/// Something wrong with every file, in ways that let the rulebook be loaded.
void spoil(RulesFolder& rules) {
  rules.replace("findings.yaml", "    claim: ours\n", "");
  rules.replace("indicators/trade.yaml", "label: own tariffs, ", "");
  rules.replace("models/customs_union.yaml", "{feature: common_tariff, cite: [V-5], claim: author}",
                "{any: [common_tariff, {not: common_tariff}], cite: [V-6], claim: author, label: any tariff}");
  rules.replace("models/free_trade_area.yaml", "own_tariffs, cite: [V-5]", "own_tariffs");
  rules.replace("typology.yaml", "verdicts:\n", "verdicts:\n  - {id: no_goods, label: without goods}\n");
  rules.write("cases/unions.yaml", "cases:\n  - {name: one, facts: {treaty: yes}, expect: {trade: custom_union}}\n");
  rules.write("cases/unions.yml", "");
}

TEST_F(RulesCheck, TellsTheProblemsOfAllFilesAtOnceInOrderOfPlace) {
  spoil(rules_);
  const Cells expected = {
      "rules/cases/unions.yaml:2:55 unknown-expectation",
      "rules/cases/unions.yml:0:0 unread-file",
      "rules/findings.yaml:2:9 missing-claim",
      "rules/indicators/trade.yaml:5:10 missing-text",
      "rules/models/customs_union.yaml:7:6 constant-expression",
      "rules/models/customs_union.yaml:7:33 both-signs",
      "rules/models/customs_union.yaml:7:57 unknown-citation",
      "rules/models/free_trade_area.yaml:8:15 missing-citation",
      "rules/typology.yaml:16:10 unused-verdict",
  };
  const json result = checked();
  EXPECT_EQ(findings_of(result), expected) << result["findings"].dump(2);
  EXPECT_EQ(result["errors"], 5);
  EXPECT_EQ(result["warnings"], 4);
  const Outcome got = check();
  EXPECT_EQ(got.code, 1);
  EXPECT_EQ(got.err, "");
  EXPECT_TRUE(contains(in_one_line(got.out), "5 errors, 4 warnings.")) << got.out;
}

TEST_F(RulesCheck, TellsInTextAndJsonTheSameInTheSameOrder) {
  spoil(rules_);
  Cells in_text;
  static const std::regex kHead(R"(^(\S+?)(:\d+:\d+)?: (?:error|warning): .*\[([a-z-]+)\]$)");
  for (const std::string& line : lines_of(check({"--width", "200"}).out)) {
    std::smatch found;
    if (!std::regex_match(line, found, kHead)) continue;
    in_text.push_back(found[1].str() + (found[2].matched ? found[2].str() : ":0:0") + " " + found[3].str());
  }
  EXPECT_EQ(in_text, findings_of(checked()));
  EXPECT_FALSE(in_text.empty());
}

TEST_F(RulesCheck, TellsEachFindingInOneLineWhereAskedTo) {
  spoil(rules_);
  const std::string text = check({"--error-format", "short"}).out;
  EXPECT_EQ(messages_of(text).size(), 9U) << text;
  EXPECT_FALSE(contains(text, "help:")) << text;
}

TEST_F(RulesCheck, GoesOnBesideAFileThatIsNoYaml) {
  spoil(rules_);
  rules_.replace("models/free_trade_area.yaml", "label: free-trade area", "label: \"free-trade area");
  const Outcome got = check();
  EXPECT_EQ(got.code, 1);
  EXPECT_EQ(got.err, "");
  // What an entry says by itself is checked; what asks for the other files is not.
  for (const char* code : {"[yaml-syntax]", "[missing-claim]", "[unread-file]"}) {
    EXPECT_TRUE(contains(got.out, code)) << code << "\n" << got.out;
  }
  for (const char* code : {"[unused-indicator]", "[unused-source]", "[unused-verdict]", "[unknown-model]",
                           "[model-unreachable]", "[unknown-citation]"}) {
    EXPECT_FALSE(contains(got.out, code)) << code << "\n" << got.out;
  }
  EXPECT_TRUE(contains(in_one_line(got.out), "The rules as a whole are checked once these errors are mended."))
      << got.out;
  const json result = checked();
  EXPECT_TRUE(result["rules"].is_null());
  EXPECT_EQ(result["reached"], json::array());
}

TEST_F(RulesCheck, SaysOfARulebookThatCannotBeLoadedWhatItsDocumentsLack) {
  spoil(rules_);
  rules_.replace("models/customs_union.yaml", "feature: tariffs_lifted", "feature: tarifs_lifted");
  const Cells found = findings_of(checked());
  const std::set<std::string> all(found.begin(), found.end());
  for (const char* finding :
       {"rules/models/customs_union.yaml:6:15 unknown-feature", "rules/models/customs_union.yaml:7:57 unknown-citation",
        "rules/indicators/trade.yaml:5:10 missing-text", "rules/typology.yaml:16:10 unused-verdict"}) {
    EXPECT_EQ(all.count(finding), 1U) << finding;
  }
  EXPECT_TRUE(std::is_sorted(found.begin(), found.end(), [](const std::string& a, const std::string& b) {
    return a.substr(0, a.find(':')) < b.substr(0, b.find(':'));
  })) << checked()["findings"].dump(2);
  EXPECT_EQ(check().code, 1);
}

TEST_F(RulesCheck, IsDoneWhereThereAreWarningsAlone) {
  rules_.replace("typology.yaml", "verdicts:\n", "verdicts:\n  - {id: no_goods, label: without goods}\n");
  const Outcome got = check();
  EXPECT_EQ(got.code, 0);
  EXPECT_TRUE(contains(in_one_line(got.out), "0 errors, 1 warning.")) << got.out;
}

TEST_F(RulesCheck, GivesTheSameFindingsAndExitCodeInAllLanguages) {
  spoil(rules_);
  const Cells findings = findings_of(checked());
  std::set<std::string> texts, messages;
  for (const char* language : {"en", "es", "pt"}) {
    const Outcome text = check({"--lang", language});
    EXPECT_EQ(text.code, 1);
    texts.insert(text.out);
    const json result = json::parse(check({"--lang", language, "--format", "json"}).out);
    EXPECT_EQ(findings_of(result), findings);
    for (const json& finding : result["findings"]) {
      EXPECT_NE(text_of(finding, "message"), "");
      EXPECT_NE(text_of(finding, "help"), "") << text_of(finding, "code");
      EXPECT_FALSE(contains(text_of(finding, "message"), "{")) << finding;
      EXPECT_TRUE(messages.insert(text_of(finding, "message")).second) << finding;
    }
  }
  EXPECT_EQ(texts.size(), 3U);
}

TEST_F(RulesCheck, SaysOfEveryFindingHowGraveItIs) {
  spoil(rules_);
  const json result = checked();
  std::map<std::string, int> count;
  for (const json& finding : result["findings"]) ++count[text_of(finding, "severity")];
  EXPECT_EQ(count["error"], result["errors"]);
  EXPECT_EQ(count["warning"], result["warnings"]);
  EXPECT_EQ(count.size(), 2U);
}

TEST(RulesCheckFolder, MayBeNamedAsACommandIs) {
  const RulesFolder rules;
  for (const char* name : {"rules", "check", "classify", "batch"}) {
    if (std::string(name) != "rules") {
      fs::copy(rules.path() / "rules", rules.path() / name, fs::copy_options::recursive);
    }
    const Outcome got = run({.arguments = {"rules", "check", name}, .folder = rules.path()});
    EXPECT_TRUE(contains(in_one_line(got.out), "Checked " + std::string(name) + ": 6 indicators"))
        << got.out << got.err;
  }
}

TEST_F(RulesCheck, TakesTheFolderAsAnArgumentOrAnOption) {
  const std::string as_option = run({.arguments = {"rules", "check", "--rules", "rules"}, .folder = rules_.path()}).out;
  EXPECT_EQ(check().out, as_option);
  EXPECT_NE(as_option, "");
}

TEST_F(RulesCheck, DoesNotWriteOverWhatItReads) {
  rules_.write("cases/unions.yaml", "cases:\n  - {name: one, facts: {treaty: no}, expect: {trade: no_treaty}}\n");
  for (const char* file : {"rules/cases/unions.yaml", "rules/findings.yaml", "rules/models/customs_union.yaml"}) {
    const std::string before = read_text(rules_.path() / file);
    const Outcome got = check({"-o", file});
    EXPECT_EQ(got.code, 2) << file;
    EXPECT_TRUE(contains(got.err, "[output-is-input]")) << got.err;
    EXPECT_EQ(read_text(rules_.path() / file), before);
  }
}

TEST_F(RulesCheck, AnswersSoonWhereTheSearchGivesUp) {
  RulesFolder hard;
  const fs::path folder = RulesFolder::kSource / "tests" / "diagnostics" / "search-gave-up" / "rules";
  for (const char* file : {"typology.yaml", "indicators/states.yaml"}) hard.write(file, read_text(folder / file));
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_TRUE(contains(hard.run("check").out, "[search-gave-up]"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(RulesCheckFolder, JudgesAnExpressionAtThePointAtWhichItsRuleCounts) {
  const std::string half_true = "{any: [{all: [goods_excepted, {not: goods_excepted}]}, {not: treaty}]}";
  RulesFolder low;  // a third is enough here, and what can be a third can decide
  low.replace("typology.yaml", "unless: treaty", "if: " + half_true + "\n        above: 0.3");
  EXPECT_EQ(low.run("check").code, 0) << low.run("check").out;
  RulesFolder usual;
  usual.replace("typology.yaml", "unless: treaty", "if: " + half_true);
  const Outcome told = usual.run("check");
  EXPECT_EQ(told.code, 1);
  EXPECT_NE(told.out.find("[constant-expression]"), std::string::npos) << told.out;
}

}  // namespace
}  // namespace bloctype::blackbox
