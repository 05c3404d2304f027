// The descriptions by which `rules check` shows that a rule can count, held against the placement itself: a witness is
// classified alone, with all else absent and with all else in full.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/cli/rules_folder.hpp"

namespace bloctype::blackbox {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path kShipped = RulesFolder::kSource / "rules";
const fs::path kBalassa = RulesFolder::kSource / "examples" / "rulebooks" / "balassa";

/// A rule with its witness, as the JSON gives it.
struct Witness {
  std::string rule, owner, id, reg;
  std::map<std::string, std::string> facts;
};

std::vector<Witness> witnesses_of(const json& checked) {
  std::vector<Witness> list;
  for (const json& reached : checked["reached"]) {
    list.push_back({text_of(reached, "rule"), text_of(reached, "owner"), text_of(reached, "id"),
                    text_of(reached, "register"), reached["facts"].get<std::map<std::string, std::string>>()});
  }
  return list;
}

/// Every indicator of a rulebook, by a search for the descriptions of its entries.
std::set<std::string> indicators_of(const fs::path& rulebook) {
  std::set<std::string> ids;
  static const std::regex kId(R"(^  - (?:\{)?id: ([a-z0-9_-]+).*)");
  for (const auto& file : fs::directory_iterator(rulebook / "indicators")) {
    for (const std::string& line : lines_of(read_text(file.path()))) {
      std::smatch found;
      if (std::regex_match(line, found, kId)) ids.insert(found[1]);
    }
  }
  return ids;
}

/// A bloc with the facts of a witness: alone, with all else absent, and with all else in full.
std::string description_of(const Witness& witness, const std::set<std::string>& indicators) {
  std::string facts;
  for (const auto& [indicator, word] : witness.facts) facts += "  " + indicator + ": " + word + "\n";
  std::string text = "bloc: witness\nfacts:\n" + facts + "periods:\n  - {id: alone, from: 2000, to: 2001}\n";
  int year = 2001;
  for (const char* word : {"no", "yes"}) {
    text += "  - id: others-" + std::string(word) + "\n    from: " + std::to_string(year) +
            "\n    to: " + std::to_string(year + 1) + "\n    facts:\n";
    for (const std::string& other : indicators) {
      if (witness.facts.count(other) == 0) text += "      " + other + ": \"" + word + "\"\n";
    }
    ++year;
  }
  return text;
}

const json& axis_of(const json& period, const std::string& id) {
  for (const json& axis : period["axes"]) {
    if (axis["axis"] == id) return axis;
  }
  throw std::runtime_error("no axis " + id);
}

/// The axis on which a model stands.
const json& axis_with(const json& period, const std::string& model) {
  for (const json& axis : period["axes"]) {
    if (axis["practice"]["memberships"].contains(model)) return axis;
  }
  throw std::runtime_error("no model " + model);
}

bool has(const json& list, const std::string& text) { return std::find(list.begin(), list.end(), text) != list.end(); }

/// Whether a period is as the witness says, for sure.
testing::AssertionResult shows(const json& period, const Witness& witness) {
  const bool is_variant = witness.rule == "variant";
  const json& axis = is_variant ? axis_with(period, witness.owner) : axis_of(period, witness.owner);
  const json& placement = axis[witness.reg];
  const auto answer = [&](bool holds) {
    return (holds ? testing::AssertionSuccess() : testing::AssertionFailure())
           << witness.rule << " " << witness.id << " in " << witness.reg << ", period " << period["period"] << "\n"
           << placement.dump(2);
  };
  if (witness.rule == "gate" || witness.rule == "outcome") {
    return answer(!placement["gate"].is_null() && placement["gate"]["verdict"] == witness.id &&
                  placement["kind"] == witness.id && placement["certainty"] == "decided");
  }
  const std::string model = is_variant ? witness.owner : witness.id;
  const json& membership = placement["memberships"][model];
  const bool is_in = has(placement["models"], model) && membership["status"] == "in" &&
                     membership["certainty"] == "decided" && placement["gate"].is_null() &&
                     placement["pending"].empty();
  const bool is_shown = witness.reg == "practice" && !axis["headline"]["declared_only"].get<bool>();
  const bool is_its_variant = !is_variant || !is_shown || axis["variants"][model] == witness.id;
  return answer(is_in && is_its_variant);
}

struct Known {
  std::string name;
  fs::path rulebook;
};

class KnownRulebook : public testing::TestWithParam<Known> {};

void PrintTo(const Known& known, std::ostream* out) { *out << known.name; }

TEST_P(KnownRulebook, HasNoErrorsAndNoWarnings) {
  const Outcome got = run_with({"rules", "check", GetParam().rulebook.string()});
  EXPECT_EQ(got.code, 0);
  EXPECT_EQ(got.err, "");
  const json result = json::parse(run_with({"rules", "check", GetParam().rulebook.string(), "--format", "json"}).out);
  EXPECT_EQ(findings_of(result), Cells{}) << got.out;
}

TEST_P(KnownRulebook, HasWitnessesThatDoWhatTheySayWhateverElseIsCoded) {
  const ScratchFolder folder;
  const json result = json::parse(run_with({"rules", "check", GetParam().rulebook.string(), "--format", "json"}).out);
  const std::set<std::string> indicators = indicators_of(GetParam().rulebook);
  std::vector<Witness> list = witnesses_of(result);
  std::vector<std::string> arguments{"classify", "--rules", GetParam().rulebook.string(), "--format", "json"};
  for (std::size_t i = 0; i < list.size(); ++i) {
    const fs::path file = folder / ("witness" + std::to_string(i) + ".yaml");
    write_text(file, description_of(list[i], indicators));
    arguments.push_back(file.string());
  }
  const Outcome classified = run_with(arguments);
  ASSERT_EQ(classified.code, 0) << classified.err;
  const json blocs = json::parse(classified.out)["blocs"];
  ASSERT_EQ(blocs.size(), list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    ASSERT_EQ(blocs[i]["periods"].size(), 3U);
    for (const json& period : blocs[i]["periods"]) EXPECT_TRUE(shows(period, list[i]));
  }
}

TEST_P(KnownRulebook, HasAWitnessForEveryModelGateOutcomeAndVariant) {
  const json result = json::parse(run_with({"rules", "check", GetParam().rulebook.string(), "--format", "json"}).out);
  std::map<std::string, std::size_t> count;
  for (const Witness& witness : witnesses_of(result)) ++count[witness.rule];
  // Counted another way: by what `rules test` covers, and by the files.
  std::map<std::string, std::size_t> rules;
  const json tested =
      json::parse(run_with({"rules", "test", GetParam().rulebook.string(), "--coverage", "--format", "json"}).out);
  for (const json& use : tested["coverage"]) ++rules[text_of(use, "rule")];
  for (const char* kind : {"gate", "outcome", "variant"}) EXPECT_EQ(count[kind], rules[kind]) << kind;
  const auto files = fs::directory_iterator(GetParam().rulebook / "models");
  EXPECT_EQ(count["model"], static_cast<std::size_t>(std::distance(begin(files), end(files))));
}

TEST_P(KnownRulebook, ShowsTheSameWitnessesInTextWhereAskedTo) {
  const std::string folder = GetParam().rulebook.string();
  const json result = json::parse(run_with({"rules", "check", folder, "--format", "json"}).out);
  const std::string usual = in_one_line(run_with({"rules", "check", folder}).out);
  const std::string verbose = in_one_line(run_with({"rules", "check", folder, "-v"}).out);
  for (const Witness& witness : witnesses_of(result)) {
    std::string facts;
    for (const auto& [indicator, word] : witness.facts) {
      facts += (facts.empty() ? "" : ", ") + indicator + ": " + word;
    }
    const std::string said = "the " + witness.rule + " " + witness.id + " (" + witness.owner + ")";
    EXPECT_TRUE(contains(verbose, said)) << said;
    EXPECT_TRUE(contains(verbose, facts)) << facts << "\n" << verbose;
    EXPECT_FALSE(contains(usual, facts)) << facts;
  }
}

INSTANTIATE_TEST_SUITE_P(RulesCheck, KnownRulebook,
                         testing::Values(Known{"shipped", kShipped}, Known{"balassa", kBalassa}),
                         [](const auto& known) { return known.param.name; });

TEST(RulesCheckShipped, IsWhatIsCheckedWithoutAFolder) {
  const fs::path parent = RulesFolder::kSource;
  const json inside = json::parse(run_with({"rules", "check", "--format", "json"}).out);
  const json folder =
      json::parse(run({.arguments = {"rules", "check", "rules", "--format", "json"}, .folder = parent}).out);
  EXPECT_EQ(inside, folder);
  const std::string id = text_of(inside["rules"], "id");
  const std::string text = in_one_line(run_with({"rules", "check", "-v"}).out);
  std::string of_folder = in_one_line(run({.arguments = {"rules", "check", "rules", "-v"}, .folder = parent}).out);
  const auto at = of_folder.find("Checked rules:");
  ASSERT_NE(at, std::string::npos) << of_folder;
  EXPECT_EQ(text, of_folder.replace(at, 14, "Checked " + id + ":"));
}

TEST(RulesCheckInWords, FindsAModelThatIsReachedInWordsAlone) {
  RulesFolder rules;
  rules.replace("models/customs_union.yaml", "{feature: common_tariff, cite",
                "{feature: common_tariff, register: discourse, cite");
  rules.append("models/customs_union.yaml",
               "contrary:\n  - {feature: treaty, register: practice, cite: [V-5], claim: ours}\n");
  const json result = json::parse(rules.run("check", {"--format", "json"}).out);
  EXPECT_EQ(findings_of(result), Cells{}) << result["findings"].dump(2);
  std::size_t found = 0;
  for (const Witness& witness : witnesses_of(result)) {
    if (witness.id != "customs_union") continue;
    ++found;
    EXPECT_EQ(witness.reg, "discourse");
    const ScratchFolder folder;
    write_text(folder / "witness.yaml", description_of(witness, indicators_of(rules.path() / "rules")));
    const Outcome got =
        run({.arguments = {"classify", (folder / "witness.yaml").string(), "--rules", "rules", "--format", "json"},
             .folder = rules.path()});
    ASSERT_EQ(got.code, 0) << got.err;
    const json placed = json::parse(got.out);
    for (const json& period : placed["blocs"][0]["periods"]) EXPECT_TRUE(shows(period, witness));
  }
  EXPECT_EQ(found, 1U);
}

}  // namespace
}  // namespace bloctype::blackbox
