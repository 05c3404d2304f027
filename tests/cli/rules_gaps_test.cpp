// `rules gaps`: each description that is shown is placed as it says, by `batch` on the same facts; what the text says,
// in three languages; odd rulebooks; what is refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/cli/rules_folder.hpp"

namespace bloctype::blackbox {
namespace {

using nlohmann::json;
using Arguments = std::vector<std::string>;
using Facts = std::map<std::string, std::string>;

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

Outcome gaps(Arguments arguments) {
  arguments.insert(arguments.begin(), {"rules", "gaps"});
  return run_with(std::move(arguments));
}

json gaps_json(Arguments arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  return json::parse(gaps(std::move(arguments)).out);
}

/// What is told of each axis and kind.
std::vector<json> kinds_of(Arguments arguments) { return gaps_json(std::move(arguments))["gaps"]; }

/// The folders that the tests look at; the rulebook inside for the first.
const std::vector<std::string> kRulebooks = {"", std::string(BLOCTYPE_SOURCE_DIR) + "/examples/rulebooks/balassa",
                                             std::string(BLOCTYPE_SOURCE_DIR) + "/tests/diagnostics/base/rules"};

Arguments folder_argument(const std::string& folder) { return folder.empty() ? Arguments{} : Arguments{folder}; }

struct Placed {
  std::string kind;
  std::set<std::string> models;
  std::string certainty;
};

/// Facts to be placed on an axis, and what is claimed of them.
struct Row {
  std::string axis;
  Facts facts;
  json gap;
  std::string kind;
};

/// Where `batch` places each row on its axis, by deeds: rows are coded the same in words.
std::vector<Placed> placed(const std::string& folder, const std::vector<Row>& rows) {
  std::set<std::string> columns;
  for (const Row& row : rows) {
    for (const auto& [indicator, value] : row.facts) columns.insert(indicator);
  }
  std::string table = "bloc";
  for (const std::string& column : columns) table += "," + column;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    table += "\nx" + std::to_string(i);
    for (const std::string& column : columns) {
      const auto found = rows[i].facts.find(column);
      table += "," + (found == rows[i].facts.end() ? std::string() : found->second);
    }
  }
  Command command{.arguments = {"batch", "-", "--format", "ndjson"}, .input = table + "\n"};
  if (!folder.empty()) command.arguments.insert(command.arguments.end(), {"--rules", folder});
  std::istringstream lines(run(command).out);
  std::vector<Placed> all;
  for (std::string line; std::getline(lines, line);) {
    const json result = json::parse(line);
    if (result.value("type", "") != "row") continue;
    for (const json& axis : result["axes"]) {
      if (axis["axis"] != rows.at(all.size()).axis) continue;
      all.push_back({axis["kind"], axis["models"], axis["certainty"]});
      EXPECT_EQ(axis["register"], "practice");
      break;
    }
  }
  EXPECT_EQ(all.size(), rows.size());
  all.resize(rows.size());
  return all;
}

/// Each description that is given for a rulebook.
std::vector<Row> described(const std::string& folder) {
  std::vector<Row> rows;
  for (const json& found : kinds_of(folder_argument(folder))) {
    for (const json& gap : found["descriptions"]) {
      rows.push_back({found["axis"], gap["facts"].get<Facts>(), gap, found["kind"]});
    }
  }
  return rows;
}

bool is_as_told(const Row& row, const Placed& placed) {
  return placed.kind == row.kind && placed.models == row.gap["models"].get<std::set<std::string>>();
}

/// `rows` with an axis and what is claimed, and its facts as `change` makes them, once for each thing it can do.
template <typename Change>
std::vector<Row> changed(const std::vector<Row>& rows, Change change) {
  std::vector<Row> all;
  for (const Row& row : rows) {
    for (Facts& facts : change(row.facts)) all.push_back({row.axis, std::move(facts), row.gap, row.kind});
  }
  return all;
}

std::string told_of(const Row& row) { return row.axis + " " + row.kind + " " + json(row.facts).dump(); }

TEST(RulesGaps, EveryDescriptionIsPlacedAsItSays) {
  for (const std::string& folder : kRulebooks) {
    const std::vector<Row> rows = described(folder);
    const std::vector<Placed> got = placed(folder, rows);
    EXPECT_FALSE(rows.empty()) << folder;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_TRUE(is_as_told(rows[i], got[i])) << told_of(rows[i]);
      EXPECT_EQ(got[i].certainty, "decided") << told_of(rows[i]);
    }
  }
}

TEST(RulesGaps, NoFactOfADescriptionCanBeLeftOut) {
  const auto one_fewer = [](const Facts& facts) {
    std::vector<Facts> all;
    for (const auto& [indicator, value] : facts) {
      all.push_back(facts);
      all.back().erase(indicator);
    }
    return all;
  };
  for (const std::string& folder : kRulebooks) {
    const std::vector<Row> rows = changed(described(folder), one_fewer);
    const std::vector<Placed> got = placed(folder, rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_FALSE(is_as_told(rows[i], got[i]) && got[i].certainty == "decided") << told_of(rows[i]);
    }
  }
}

/// The indicators of a rulebook and the words that answer each, from the schema of descriptions.
std::map<std::string, bool> answers_yes_no(const std::string& folder) {
  Arguments arguments{"rules", "schema", "description"};
  if (!folder.empty()) arguments.insert(arguments.end(), {"--rules", folder});
  const json facts = json::parse(run_with(arguments).out)["$defs"]["facts"]["properties"];
  std::map<std::string, bool> all;
  for (const auto& [id, fact] : facts.items()) all[id] = contains(fact.dump(), "answered");
  return all;
}

TEST(RulesGaps, NothingElseThatIsCodedChangesADescription) {
  std::mt19937 random(1);
  const std::vector<std::string> words = {"absent", "marginal", "substantial", "full", ""};
  for (const std::string& folder : kRulebooks) {
    const std::map<std::string, bool> indicators = answers_yes_no(folder);
    const auto completions = [&](const Facts& facts) {
      std::vector<Facts> all(10, facts);
      for (Facts& more : all) {
        for (const auto& [id, yes_no] : indicators) {
          const std::string word = words[random() % words.size()];
          if (!word.empty()) more.emplace(id, yes_no ? (word == "full" ? "yes" : "no") : word);
        }
      }
      return all;
    };
    const std::vector<Row> rows = changed(described(folder), completions);
    const std::vector<Placed> got = placed(folder, rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      ASSERT_TRUE(is_as_told(rows[i], got[i])) << told_of(rows[i]) << " is " << got[i].kind;
    }
  }
}

TEST(RulesGaps, JsonTellsEachAxisAndKindInOrder) {
  for (const std::string& folder : kRulebooks) {
    for (const json& found : kinds_of(folder_argument(folder))) {
      EXPECT_TRUE(found["complete"].get<bool>());
      EXPECT_GT(found["ways"], 0);
      EXPECT_GE(found["looked"], found["ways"]);
      std::set<std::string> seen;
      std::size_t size = 0;
      for (const json& gap : found["descriptions"]) {
        EXPECT_TRUE(seen.insert(gap["facts"].dump()).second) << gap;
        EXPECT_LE(size, gap["facts"].size());
        size = gap["facts"].size();
        EXPECT_EQ(gap["models"].empty(), found["kind"] == "none") << gap;
        for (const json& model : gap["models"]) EXPECT_FALSE(gap["out"].contains(model.get<std::string>())) << gap;
      }
    }
  }
  const json shipped = gaps_json({});
  EXPECT_EQ(shipped["schema_version"], 1);
  EXPECT_EQ(shipped["rules"]["id"], "briceno-ruiz-2018");
  std::vector<std::string> headings;
  for (const json& found : shipped["gaps"])
    headings.push_back(found["axis"].get<std::string>() + "/" + found["kind"].get<std::string>());
  EXPECT_EQ(headings, (std::vector<std::string>{"economic/none", "political/contested", "political/none"}));
}

TEST(RulesGaps, TextShowsWhatJsonTells) {
  const json all = gaps_json({});
  const std::string text = in_one_line(gaps({"--most", "100"}).out);
  for (const json& found : all["gaps"]) {
    const std::size_t count = found["descriptions"].size();
    const std::string kind = found["kind"] == "none" ? "placed nowhere" : "contested";
    const std::string told = count == 0 ? "no description" : std::to_string(count) + " description";
    EXPECT_TRUE(contains(text, found["axis"].get<std::string>() + ", " + kind + ": " + told)) << found["axis"];
  }
  EXPECT_FALSE(contains(text, "--most")) << "nothing is left to be shown";
}

TEST(RulesGaps, SetsApartTheFactsThatOnlyPassTheGates) {
  const RulesFolder rules;
  const std::string text = in_one_line(rules.run("gaps").out);
  EXPECT_TRUE(contains(text, "1. tariffs_lifted: marginal; past the gates with treaty: yes")) << text;
  RulesFolder open;
  std::string typology = read_text(open.path() / "rules/typology.yaml");
  typology.erase(typology.find("    gates:"));
  open.write("typology.yaml", typology);
  const std::string without = in_one_line(open.run("gaps").out);
  EXPECT_TRUE(contains(without, "1. tariffs_lifted: marginal ")) << without;
  EXPECT_FALSE(contains(without, "past the gates")) << without;
}

TEST(RulesGaps, MostSaysHowManyAreShown) {
  for (const auto& [most, shown] :
       std::vector<std::pair<std::string, std::size_t>>{{"1", 1}, {"2", 2}, {"6", 6}, {"007", 6}, {"1000", 6}}) {
    const std::string text = gaps({"--axis", "economic", "--most", most}).out;
    EXPECT_EQ(times(text, "Not strategic"), shown) << most;
    EXPECT_EQ(contains(text, "more"), shown < 6) << text;
  }
  EXPECT_EQ(times(gaps({"--axis", "economic"}).out, "Not strategic"), 5U);
  EXPECT_TRUE(contains(gaps({"--axis", "economic"}).out, "And 1 more"));
}

TEST(RulesGaps, OneAxisByItsNameInAnyLanguage) {
  const std::string expected = gaps({"--axis", "political"}).out;
  EXPECT_TRUE(contains(expected, "political, contested"));
  EXPECT_FALSE(contains(expected, "economic, "));
  for (const char* name : {"POLITICAL", "político", "politico", "Político"}) {
    const Outcome got = gaps({"--axis", name});
    EXPECT_EQ(got.out, expected) << name << got.err;
  }
  EXPECT_EQ(kinds_of({"--axis", "económico"}).size(), 1U);
}

TEST(RulesGaps, SpeaksThreeLanguages) {
  const std::map<std::string, std::vector<std::string>> sentences = {
      {"en",
       {"economic, placed nowhere: 6 descriptions", "political, contested: no description", "state_led_process: yes"}},
      {"es", {"económico", "político", "state_led_process"}},
      {"pt", {"econômico", "político", "state_led_process"}}};
  std::set<std::string> texts;
  for (const auto& [language, expected] : sentences) {
    const Outcome got = gaps({"--lang", language});
    EXPECT_EQ(got.code, 0) << got.err;
    EXPECT_TRUE(got.err.empty()) << got.err;
    for (const std::string& part : expected) EXPECT_TRUE(contains(in_one_line(got.out), part)) << language << part;
    EXPECT_FALSE(contains(got.out, "{")) << got.out;
    texts.insert(got.out);
    EXPECT_EQ(gaps({"--lang", language, "--format", "json"}).out, gaps({"--format", "json"}).out);
  }
  EXPECT_EQ(texts.size(), 3U);
}

/// Columns of a line of UTF-8.
std::size_t width_of(const std::string& line) {
  std::size_t width = 0;
  for (const char c : line) width += (c & 0xC0) != 0x80 ? 1 : 0;
  return width;
}

TEST(RulesGaps, KeepsToTheWidth) {
  for (const std::string& folder : kRulebooks) {
    for (const std::size_t width : {80U, 40U}) {
      for (const char* language : {"en", "es", "pt"}) {
        Arguments arguments = folder_argument(folder);
        arguments.insert(arguments.end(), {"--most", "100", "--lang", language, "--width", std::to_string(width)});
        std::istringstream lines(gaps(arguments).out);
        for (std::string line; std::getline(lines, line);) {
          const std::string words = line.substr(std::min(line.find_first_not_of(' '), line.size()));
          EXPECT_TRUE(width_of(line) <= width || !contains(words, " ")) << line;
          EXPECT_TRUE(line.empty() || line.back() != ' ') << line;
        }
      }
    }
  }
}

TEST(RulesGaps, AFolderIsAnArgumentOrAnOption) {
  const RulesFolder rules;
  const Outcome argument = rules.run("gaps");
  EXPECT_EQ(argument.code, 0) << argument.err;
  EXPECT_EQ(run({.arguments = {"rules", "gaps", "--rules", "rules"}, .folder = rules.path()}).out, argument.out);
  EXPECT_NE(argument.out, gaps({}).out);
}

TEST(RulesGaps, RefusesWhatItCannotDo) {
  const RulesFolder rules;
  RulesFolder broken;
  broken.replace("models/customs_union.yaml", "feature: common_tariff", "feature: comon_tariff");
  struct Case {
    const RulesFolder* folder;
    Arguments arguments;
    std::string told;
  };
  for (const Case& c : std::vector<Case>{
           {&rules, {"nowhere"}, "there is no folder `nowhere`"},
           {&rules, {"rules", "rules"}, "one folder"},
           {&rules, {"rules", "--rules", "rules"}, "named twice"},
           {&rules, {"rules", "--axis", "military"}, "there are trade"},
           {&rules, {"rules", "--axis", "trad"}, "did you mean `trade`"},
           {&rules, {"rules", "--most", "0"}, "--most"},
           {&rules, {"rules", "--most", "-1"}, "--most"},
           {&rules, {"rules", "--most", "many"}, "`many`"},
           {&rules, {"rules", "--most", "1e2"}, "`1e2`"},
           {&rules, {"rules", "--most", ""}, "--most"},
           {&rules, {"rules", "--most", "99999999999999999999999"}, "--most"},
           {&rules, {"rules", "--format", "csv"}, "text, markdown, json"},
           {&rules, {"rules", "--mots", "3"}, "did you mean `--most`"},
           {&broken, {"rules"}, "did you mean `common_tariff`"},
       }) {
    Arguments arguments = c.arguments;
    arguments.insert(arguments.begin(), {"rules", "gaps"});
    const Outcome got = run({.arguments = arguments, .folder = c.folder->path()});
    EXPECT_EQ(got.code, 2) << arguments.back();
    EXPECT_EQ(got.out, "") << arguments.back();
    EXPECT_TRUE(contains(in_one_line(got.err), c.told)) << got.err;
  }
}

TEST(RulesGaps, DoesNotNeedSoundCases) {
  RulesFolder rules;
  const std::string expected = rules.run("gaps").out;
  rules.write("cases/broken.yaml", "cases:\n  - nothing\n");
  EXPECT_EQ(rules.run("gaps").out, expected);
}

// --- odd rulebooks: the small one, with a line of it changed

struct Odd {
  const char* name;
  std::function<void(RulesFolder&)> change;
  /// What is found, by kind; none where the kind is not looked for.
  std::map<std::string, std::size_t> found;
};

TEST(RulesGaps, HoldInOddRulebooks) {
  const std::string kArea = "models/free_trade_area.yaml";
  const std::string kUnion = "models/customs_union.yaml";
  const std::string kTypology = "typology.yaml";
  const std::vector<Odd> odds = {
      {"as it is", [](RulesFolder&) {}, {{"contested", 0}, {"none", 4}}},
      {"a rival that rules nothing out",
       [&](RulesFolder& r) {
         r.replace(kArea, "contrary:\n  - {feature: common_tariff, cite: [V-5], claim: ours}\n", "");
       },
       {{"contested", 1}, {"none", 3}}},
      {"models that combine",
       [&](RulesFolder& r) { r.replace(kTypology, "combine: rival", "combine: hybrid"); },
       {{"none", 4}}},
      {"a gate that only the whole of a feature passes",
       [&](RulesFolder& r) { r.replace(kTypology, "verdict: no_treaty\n", "above: 1\n        verdict: no_treaty\n"); },
       {{"contested", 0}, {"none", 4}}},
      {"a gate that stops everything",
       [&](RulesFolder& r) { r.replace(kTypology, "unless: treaty", "if: {any: [treaty, {not: treaty}]}"); },
       {{"contested", 0}, {"none", 0}}},
      {"a gate that is always passed",
       [&](RulesFolder& r) { r.replace(kTypology, "verdict: no_treaty\n", "above: 0\n        verdict: no_treaty\n"); },
       {{"contested", 0}, {"none", 4}}},
      {"one model alone",
       [&](RulesFolder& r) {
         r.replace(kTypology, "[customs_union, free_trade_area]", "[customs_union]");
         std::filesystem::remove(r.path() / "rules" / kArea);
       },
       {{"none", 3}}},
      {"a model that rules itself out",
       [&](RulesFolder& r) {
         r.append(kUnion, "contrary:\n  - {feature: tariffs_lifted, cite: [V-5], claim: ours}\n");
       },
       {}},
      {"an item in words alone",
       [&](RulesFolder& r) {
         r.replace(kArea, "necessary:\n  - {feature: tariffs_lifted,",
                   "necessary:\n  - {feature: tariffs_lifted, register: discourse,");
       },
       {}},
      {"a high crossover", [&](RulesFolder& r) { r.replace(kTypology, "axes:", "crossover: 0.9\naxes:"); }, {}},
      {"a low crossover", [&](RulesFolder& r) { r.replace(kTypology, "axes:", "crossover: 0.1\naxes:"); }, {}},
      {"a crossover at a scale word",
       [&](RulesFolder& r) { r.replace(kTypology, "axes:", "crossover: 0.67\naxes:"); },
       {}},
  };
  for (const Odd& odd : odds) {
    RulesFolder rules;
    odd.change(rules);
    const Outcome got = rules.run("gaps", {"--format", "json"});
    ASSERT_EQ(got.code, 0) << odd.name << "\n" << got.err;
    const std::string folder = (rules.path() / "rules").string();
    const std::vector<Row> rows = described(folder);
    const std::vector<Placed> at = placed(folder, rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_TRUE(is_as_told(rows[i], at[i]) && at[i].certainty == "decided") << odd.name << ": " << told_of(rows[i]);
    }
    std::map<std::string, std::size_t> found;
    for (const json& kind : kinds_of({folder})) found[kind["kind"]] = kind["descriptions"].size();
    EXPECT_TRUE(odd.found.empty() || found == odd.found) << odd.name << json(found);
    EXPECT_EQ(rules.run("gaps").code, 0) << odd.name;
  }
}

/// An axis of `count` models, each with two necessary features of its own.
std::string many_models(RulesFolder& rules, std::size_t count) {
  std::string ids;
  std::string indicators = "indicators:\n";
  for (std::size_t i = 0; i < count; ++i) {
    const std::string id = "m" + std::to_string(i);
    ids += (i == 0 ? "" : ", ") + id;
    std::string items;
    for (const char* letter : {"a", "b"}) {
      const std::string feature = letter + std::to_string(i);
      indicators += "  - {id: " + feature + ", register: r, cite: [V-5], label: x, question: \"X?\"}\n";
      items += "  - {feature: " + feature + ", cite: [V-5], claim: ours}\n";
    }
    rules.write("models/" + id + ".yaml",
                "model: " + id + "\naxis: many\nlabel: " + id + "\nshort: " + id + "\nnecessary:\n" + items);
  }
  rules.write("indicators/many.yaml", indicators);
  rules.append("typology.yaml", "  - {id: many, combine: rival, models: [" + ids + "], label: many, short: many}\n");
  return ids;
}

TEST(RulesGaps, SaysWhereNotAllWaysWereLookedAt) {
  RulesFolder rules;
  many_models(rules, 12);
  const json found = json::parse(rules.run("gaps", {"--axis", "many", "--format", "json"}).out)["gaps"];
  for (const json& kind : found) EXPECT_FALSE(kind["complete"].get<bool>()) << kind["kind"];
  EXPECT_TRUE(contains(rules.run("gaps", {"--axis", "many"}).out, "there are more"));
}

}  // namespace
}  // namespace bloctype::blackbox
