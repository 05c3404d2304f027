// `rules diff`: which placements a change of rules changes, and by which rule, for hand-made changes of a small
// rulebook. What is said of a rule is tried by editing the files: put back, or brought in, alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/cli/rules_folder.hpp"

namespace bloctype::blackbox {
namespace {

using nlohmann::json;
using Arguments = std::vector<std::string>;

std::string folder_of(const RulesFolder& rules) { return (rules.path() / "rules").string(); }

Outcome diff(Arguments arguments) {
  arguments.insert(arguments.begin(), {"rules", "diff"});
  return run_with(std::move(arguments));
}

json diff_json(Arguments arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  const Outcome got = diff(std::move(arguments));
  EXPECT_EQ(got.code, 0) << got.err;
  return got.out.empty() ? json::object() : json::parse(got.out);
}

/// A part that differs: "customs_union/typical/revenue_shared".
std::string part_of(const json& difference) {
  std::string text;
  for (const char* key : {"rule", "owner", "list", "id"}) {
    const std::string value = difference[key];
    if (!value.empty()) text += (text.empty() ? "" : "/") + value;
  }
  return text;
}

/// What differs for one subject on one axis.
struct Change {
  std::string first, second, why;
  std::set<std::string> causes;
};

/// By subject and axis: "a union, trade".
std::map<std::string, Change> changes_of(const json& result) {
  std::map<std::string, Change> all;
  for (const json& change : result["changes"]) {
    Change& told = all[change["name"].get<std::string>() + ", " + change["axis"].get<std::string>()];
    told = {change["first"], change["second"], change["why"], {}};
    for (const json& cause : change["causes"])
      told.causes.insert(part_of(result["differences"][cause.get<std::size_t>()]));
  }
  return all;
}

const std::string kTypology = "typology.yaml";
const std::string kUnion = "models/customs_union.yaml";
const std::string kArea = "models/free_trade_area.yaml";

const std::string kCases =
    "cases:\n"
    "  - name: a union\n"
    "    facts: {treaty: yes, tariffs_lifted: full, common_tariff: full, revenue_shared: full, own_tariffs: absent}\n"
    "    expect: {trade: customs_union}\n"
    "  - name: a union that shares little\n"
    "    like: a union\n"
    "    facts: {revenue_shared: marginal}\n"
    "    expect: {trade: customs_union}\n"
    "  - name: an area\n"
    "    facts: {treaty: yes, tariffs_lifted: full, common_tariff: marginal, revenue_shared: absent, own_tariffs: "
    "full}\n"
    "    expect: {trade: free_trade_area}\n"
    "  - name: an area in words\n"
    "    like: an area\n"
    "    facts: {tariffs_lifted: {discourse: full, practice: marginal}}\n"
    "    expect: {trade: none; formally free_trade_area}\n"
    "  - name: without a treaty or free trade\n"
    "    like: a union\n"
    "    facts: {treaty: no, tariffs_lifted: absent}\n"
    "    expect: {trade: no_treaty}\n"
    "  - name: half known\n"
    "    facts: {treaty: yes, tariffs_lifted: full, own_tariffs: full}\n"
    "    expect: {trade: undecided}\n"
    "  - name: both tariffs\n"
    "    like: a union\n"
    "    facts: {own_tariffs: full}\n"
    "    expect: {trade: customs_union}\n";

/// A change of one file, and the parts that differ by it.
struct Edit {
  std::string file, from, to;
  std::vector<std::string> parts;
};

/// The small rulebook with a weight, a mark, a second gate, an outcome, and cases.
struct Rules : RulesFolder {
  Rules() {
    replace(kUnion, "{feature: revenue_shared, cite", "{feature: revenue_shared, weight: 2, cite");
    append(kUnion, "  - {not: own_tariffs, cite: [V-5], claim: ours}\n");
    replace(kTypology, "{id: no_treaty, label: not founded by a treaty}",
            "{id: no_treaty, label: not founded by a treaty}\n"
            "  - {id: no_trade, label: no free trade}\n"
            "  - {id: mixed, label: a mixture}");
    append(kTypology,
           "      - {unless: tariffs_lifted, above: 0.2, verdict: no_trade, cite: [V-5], claim: ours, reason: None.}\n"
           "    outcomes:\n"
           "      - {id: mixed, if: {all: [common_tariff, own_tariffs]}, cite: [V-5], claim: ours, reason: Both.}\n");
    write("cases/unions.yaml", kCases);
  }
  /// The same after these edits, without cases: what they expect may be gone.
  explicit Rules(const std::vector<Edit>& edits) : Rules() {
    std::filesystem::remove_all(path() / "rules/cases");
    for (const Edit& edit : edits) replace(edit.file, edit.from, edit.to);
  }
};

/// Edits, and the placements that they change: "a union, trade: customs_union -> none, each_undoes".
struct Row {
  const char* name;
  std::vector<Edit> edits;
  std::vector<std::string> changes;
};

const std::string kGate =
    "      - unless: treaty\n        verdict: no_treaty\n        cite: [V-5]\n        claim: ours\n"
    "        reason: Without a treaty there is no arrangement to place.\n";
const std::string kSecondGate =
    "      - {unless: tariffs_lifted, above: 0.2, verdict: no_trade, cite: [V-5], claim: ours, reason: None.}\n";

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows = {
      {"nothing", {}, {}},
      {"a text", {{kUnion, "label: customs union", "label: union of customs", {}}}, {}},
      {"whose a rule is", {{kUnion, "claim: author", "claim: ours", {}}}, {}},
      {"a weight",
       {{kUnion, "weight: 2", "weight: 8", {"item/customs_union/typical/revenue_shared"}}},
       {"a union that shares little, trade: customs_union -> none, each_undoes"}},
      {"an item less",
       {{kUnion,
         "  - {not: own_tariffs, cite: [V-5], claim: ours}\n",
         "",
         {"item/customs_union/typical/not(own_tariffs)"}}},
       {"a union that shares little, trade: customs_union -> none, each_undoes"}},
      {"an item more",
       {{kUnion,
         "necessary:\n",
         "necessary:\n  - {feature: revenue_shared, cite: [V-5], claim: ours}\n",
         {"item/customs_union/necessary/revenue_shared"}}},
       {"a union that shares little, trade: customs_union -> none, each_undoes"}},
      {"a contrary item less",
       {{kArea,
         "contrary:\n  - {feature: common_tariff, cite: [V-5], claim: ours}\n",
         "",
         {"item/free_trade_area/contrary/common_tariff"}}},
       {}},
      {"a register mark",
       {{kArea,
         "{feature: tariffs_lifted,",
         "{feature: tariffs_lifted, register: discourse,",
         {"item/free_trade_area/necessary/tariffs_lifted",
          "item/free_trade_area/necessary/tariffs_lifted (discourse)"}}},
       {"an area in words, trade: none; formally free_trade_area -> free_trade_area, each_undoes"}},
      {"a gate less",
       {{kTypology, kGate, "", {"gate/trade/no_treaty"}}},
       {"without a treaty or free trade, trade: no_treaty -> no_trade, each_undoes"}},
      {"a gate's threshold",
       {{kTypology, "above: 0.2", "above: 0.5", {"gate/trade/no_trade"}}},
       {"an area in words, trade: none; formally free_trade_area -> no_trade, each_undoes"}},
      {"an outcome less",
       {{kTypology,
         "    outcomes:\n      - {id: mixed, if: {all: [common_tariff, own_tariffs]}, cite: [V-5], claim: ours, "
         "reason: "
         "Both.}\n",
         "",
         {"outcome/trade/mixed"}}},
       {"both tariffs, trade: mixed -> customs_union, each_undoes"}},
      {"the crossover",
       {{kTypology, "axes:", "crossover: 0.6\naxes:", {"crossover"}}},
       {"a union that shares little, trade: customs_union -> none, each_undoes"}},
      {"the evidence floor",
       {{kTypology, "axes:", "evidence_floor: 1\naxes:", {"evidence_floor"}}},
       {"half known, trade: at_least free_trade_area -> undecided, each_undoes"}},
      {"a scale word",
       {{kTypology, "marginal: 0.33", "marginal: 0.1", {"scale"}}},
       {"a union that shares little, trade: customs_union -> none, each_undoes",
        "an area in words, trade: none; formally free_trade_area -> no_trade, each_undoes"}},
      {"how models combine", {{kTypology, "combine: rival", "combine: hybrid", {"combine/trade"}}}, {}},
      {"two edits of which either does it",
       {{kUnion, "weight: 2", "weight: 8", {"item/customs_union/typical/revenue_shared"}},
        {kUnion,
         "necessary:\n",
         "necessary:\n  - {feature: revenue_shared, cite: [V-5], claim: ours}\n",
         {"item/customs_union/necessary/revenue_shared"}}},
       {"a union that shares little, trade: customs_union -> none, each_moves"}},
      {"two edits that do it together",
       {{kUnion, "weight: 2", "weight: 2.2", {"item/customs_union/typical/revenue_shared"}},
        {kTypology, "axes:", "crossover: 0.54\naxes:", {"crossover"}}},
       {"a union that shares little, trade: customs_union -> none, each_undoes"}},
      {"two edits that do different things",
       {{kUnion, "weight: 2", "weight: 8", {"item/customs_union/typical/revenue_shared"}},
        {kTypology, kGate, "", {"gate/trade/no_treaty"}}},
       {"a union that shares little, trade: customs_union -> none, each_undoes",
        "without a treaty or free trade, trade: no_treaty -> no_trade, each_undoes"}},
      {"three edits of which any two do it",
       {{kUnion, "weight: 2", "weight: 2.6", {"item/customs_union/typical/revenue_shared"}},
        {kUnion,
         "{not: own_tariffs,",
         "{not: own_tariffs, weight: 0.75,",
         {"item/customs_union/typical/not(own_tariffs)"}},
        {kTypology, "axes:", "crossover: 0.54\naxes:", {"crossover"}}},
       {"a union that shares little, trade: customs_union -> none, together"}},
  };
  return kRows;
}

std::vector<std::string> told(const json& result) {
  std::vector<std::string> all;
  for (const auto& [subject, change] : changes_of(result)) {
    all.push_back(subject + ": " + change.first + " -> " + change.second + ", " + change.why);
  }
  return all;
}

TEST(RulesDiff, TellsTheRulesAndThePlacementsThatDiffer) {
  const Rules first;
  for (const Row& row : rows()) {
    const json result = diff_json({folder_of(first), folder_of(Rules(row.edits))});
    EXPECT_EQ(told(result), row.changes) << row.name;
    std::multiset<std::string> expected;
    for (const Edit& edit : row.edits) expected.insert(edit.parts.begin(), edit.parts.end());
    std::multiset<std::string> parts;
    for (const json& difference : result["differences"]) parts.insert(part_of(difference));
    EXPECT_EQ(parts, expected) << row.name;
  }
}

/// Whether a subject's placement differs between the rulebook as it is and after these edits.
bool moves(const Rules& first, const std::vector<Edit>& edits, const std::string& subject) {
  return changes_of(diff_json({folder_of(first), folder_of(Rules(edits))})).contains(subject);
}

TEST(RulesDiff, WhatItSaysOfARuleIsSoWhenTheFilesAreEdited) {
  const Rules first;
  for (const Row& row : rows()) {
    for (const auto& [subject, change] : changes_of(diff_json({folder_of(first), folder_of(Rules(row.edits))}))) {
      for (std::size_t i = 0; i < row.edits.size(); ++i) {
        if (row.edits[i].parts.size() != 1) continue;
        std::vector<Edit> others = row.edits;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        const bool is_cause = change.causes.contains(row.edits[i].parts[0]);
        const bool undoes = !moves(first, others, subject);
        const bool does = moves(first, {row.edits[i]}, subject);
        EXPECT_EQ(undoes, is_cause && change.why == "each_undoes") << row.name << ", edit " << i << ": " << subject;
        EXPECT_TRUE(change.why != "each_moves" || does == is_cause) << row.name << ", edit " << i << ": " << subject;
        EXPECT_TRUE(change.why != "together" || !does) << row.name << ", edit " << i << ": " << subject;
      }
    }
  }
}

/// What every change must have: two placements, and rules that do it.
void expect_causes(const json& result, const std::string& name) {
  EXPECT_FALSE(result["changes"].empty()) << name;
  EXPECT_FALSE(result["differences"].empty()) << name;
  for (const json& change : result["changes"]) {
    EXPECT_NE(change["first"], change["second"]) << name;
    EXPECT_FALSE(change["causes"].empty()) << name << ": " << change["name"];
    for (const json& cause : change["causes"]) EXPECT_LT(cause, result["differences"].size()) << name;
  }
}

TEST(RulesDiff, NamesARuleForChangesOfEveryShape) {
  struct Shape {
    const char* name;
    std::vector<Edit> both;
    Edit second;
  };
  const Edit bare{kArea,
                  "typical:\n  - {feature: own_tariffs, cite: [V-5], claim: ours}\ncontrary:\n  - {feature: "
                  "common_tariff, cite: [V-5], claim: ours}\n",
                  "",
                  {}};
  const std::string last = "  - {not: own_tariffs, cite: [V-5], claim: ours}\n";
  const std::string again = "  - {feature: revenue_shared, weight: 3, cite: [V-5], claim: ours}\n";
  for (const Shape& shape : std::vector<Shape>{
           {"gates in another order", {}, {kTypology, kGate + kSecondGate, kSecondGate + kGate, {}}},
           {"the only item of a model is another",
            {bare},
            {kArea, "{feature: tariffs_lifted,", "{feature: goods_excepted,", {}}},
           {"the weight of an item that counts twice",
            {{kUnion, last, last + again, {}}},
            {kUnion, "weight: 3", "weight: 0.1", {}}},
           {"a crossover that differs by very little",
            {{kTypology, "axes:", "crossover: 0.5533333\naxes:", {}}},
            {kTypology, "crossover: 0.5533333", "crossover: 0.5533334", {}}},
       }) {
    const Rules first(shape.both);
    Rules second(shape.both);
    second.replace(shape.second.file, shape.second.from, shape.second.to);
    second.write("cases/unions.yaml", kCases);
    const Outcome got = diff({folder_of(first), folder_of(second), "--format", "json"});
    ASSERT_EQ(got.code, 0) << shape.name << ", signal " << got.signal << "\n" << got.err;
    expect_causes(json::parse(got.out), shape.name);
  }
}

// --- models

/// The shipped rulebook without its cases, which expect what a test takes away.
struct Shipped : RulesFolder {
  Shipped() : RulesFolder(kSource / "rules") { std::filesystem::remove_all(path() / "rules/cases"); }
};

TEST(RulesDiff, PuttingAModelBackBringsEachPlacementBack) {
  for (const char* model : {"strategic", "social", "productive"}) {
    Shipped second;
    std::filesystem::remove(second.path() / "rules/models" / (std::string(model) + ".yaml"));
    std::filesystem::remove(second.path() / "rules/landscape.yaml");  // a claim names a model that has gone
    const std::string listed = "[strategic, social, productive]";
    std::string rest = listed;
    const auto at = rest.find(model);
    rest.erase(at, rest.find_first_of(",]", at) - at);
    for (const auto& [from, to] :
         std::vector<std::pair<std::string, std::string>>{{"[, ", "["}, {", , ", ", "}, {", ]", "]"}}) {
      if (rest.find(from) != std::string::npos) rest.replace(rest.find(from), from.size(), to);
    }
    second.replace(kTypology, listed, rest);
    const std::string part = std::string("model/economic/") + model;
    for (const bool removed : {true, false}) {
      const std::string shipped = (RulesFolder::kSource / "rules").string();
      const json result = removed ? diff_json({folder_of(second)}) : diff_json({folder_of(second), shipped});
      ASSERT_EQ(result["differences"].size(), 1U) << result["differences"];
      EXPECT_EQ(part_of(result["differences"][0]), part);
      EXPECT_FALSE(result["changes"].empty());
      for (const auto& [subject, change] : changes_of(result)) {
        ASSERT_EQ(change.why, "each_undoes")
            << model << ": " << subject << ": " << change.first << " -> " << change.second;
      }
    }
  }
}

TEST(RulesDiff, SeesAModelThatMovesToAnotherAxis) {
  Shipped second;
  second.replace(kTypology, "[strategic, social, productive]", "[strategic, social]");
  second.replace(kTypology, "autonomist, counter_hegemonic]", "autonomist, counter_hegemonic, productive]");
  second.replace("models/productive.yaml", "axis: economic", "axis: political");
  const json result = diff_json({folder_of(second)});
  expect_causes(result, "a model that moves");
  std::set<std::string> parts;
  for (const json& difference : result["differences"]) parts.insert(part_of(difference));
  EXPECT_EQ(parts, (std::set<std::string>{"model/economic/productive", "model/political/productive"}));
  for (const auto& [subject, change] : changes_of(result)) ASSERT_EQ(change.why, "each_undoes") << subject;
}

TEST(RulesDiff, AnIndicatorOfAnotherNameIsAnother) {
  Shipped second;
  for (const char* file :
       {"indicators/economic.yaml", "models/strategic.yaml", "models/social.yaml", "models/productive.yaml"}) {
    std::string text = read_text(second.path() / "rules" / file);
    for (auto at = text.find("free_trade_core"); at != std::string::npos; at = text.find("free_trade_core", at)) {
      text.replace(at, 15, "free_trade_within");
    }
    second.write(file, text);
  }
  const json result = diff_json({folder_of(second)});
  expect_causes(result, "a renamed indicator");
  for (const auto& [subject, change] : changes_of(result)) EXPECT_TRUE(contains(subject, ", economic")) << subject;
}

// --- what is compared

/// The placement that `classify` gives, in the words of `rules diff`, by "name period, axis".
std::map<std::string, std::string> classified(const Arguments& blocs, const std::string& folder) {
  Arguments arguments{"classify", "--format", "json"};
  arguments.insert(arguments.end(), blocs.begin(), blocs.end());
  if (!folder.empty()) arguments.insert(arguments.end(), {"--rules", folder});
  std::map<std::string, std::string> all;
  const json result = json::parse(run_with(arguments).out);
  for (const json& bloc : result["blocs"]) {
    for (const json& period : bloc["periods"]) {
      for (const json& axis : period["axes"]) {
        json shown = {axis["headline"]["kind"], axis["headline"]["declared_only"]};
        for (const char* key : {"models", "formally"}) {
          shown.push_back(axis["headline"][key].get<std::set<std::string>>());
        }
        const std::string id = period["period"].is_null() ? "" : " " + period["period"].get<std::string>();
        all[bloc["name"].get<std::string>() + id + ", " + axis["axis"].get<std::string>()] = shown.dump();
      }
    }
  }
  return all;
}

std::size_t shipped_cases() {
  std::size_t count = 0;
  for (const auto& file : std::filesystem::directory_iterator(RulesFolder::kSource / "rules/cases")) {
    for (const std::string& line : lines_of(read_text(file.path()))) count += line.starts_with("  - name:") ? 1 : 0;
  }
  return count;
}

TEST(RulesDiff, ShippedBlocsThatDifferAreThoseThatClassifyPlacesDifferently) {
  const Arguments blocs{"alba", "celac", "mercosur", "nafta", "pacific-alliance", "unasur"};
  struct Case {
    std::string file, from, to;
  };
  for (const Case& c : std::vector<Case>{{kTypology, "crossover: 0.5", "crossover: 0.7"},
                                         {kTypology, "marginal: 0.33", "marginal: 0.6"},
                                         {"models/strategic.yaml", "weight: 3", "weight: 0.1"},
                                         {kTypology, "unless: spatially_delimited", "if: spatially_delimited"}}) {
    Shipped second;
    second.replace(c.file, c.from, c.to);
    const auto before = classified(blocs, "");
    const auto after = classified(blocs, folder_of(second));
    std::set<std::string> expected;
    for (const auto& [subject, placement] : before) {
      if (after.at(subject) != placement) expected.insert(subject);
    }
    const json result = diff_json({folder_of(second)});
    std::set<std::string> got;
    for (const json& change : result["changes"]) {
      if (change["of"] == "bloc")
        got.insert(change["name"].get<std::string>() + ", " + change["axis"].get<std::string>());
    }
    EXPECT_EQ(got, expected) << c.from;
    EXPECT_EQ(before.size() / 2 + shipped_cases(), result["compared"])
        << "periods of the shipped blocs, and the shipped cases";
  }
}

const std::string kBloc =
    "bloc: zone\nname: {en: Zone}\nperiods:\n"
    "  - {id: early, from: 1990, to: 1999, facts: {treaty: yes, tariffs_lifted: full, common_tariff: full, "
    "revenue_shared: marginal, own_tariffs: absent}}\n"
    "  - {id: late, from: 2000, facts: {treaty: yes, tariffs_lifted: full, common_tariff: full, revenue_shared: full, "
    "own_tariffs: absent}}\n";

TEST(RulesDiff, ComparesTheBlocsThatAreNamed) {
  const ScratchFolder scratch;
  const std::string bloc = (scratch / "zone.yaml").string();
  write_text(bloc, kBloc);
  const Rules first;
  const Rules second({rows()[3].edits});
  const json without = diff_json({folder_of(first), folder_of(second)});
  const json with = diff_json({folder_of(first), folder_of(second), bloc});
  EXPECT_EQ(with["compared"], without["compared"].get<int>() + 2);
  EXPECT_TRUE(changes_of(with).contains("Zone early, trade"));
  EXPECT_FALSE(changes_of(with).contains("Zone late, trade"));
  const json late = diff_json({folder_of(first), folder_of(second), bloc + "@2010"});
  EXPECT_EQ(late["compared"], without["compared"].get<int>() + 1);
  EXPECT_FALSE(changes_of(late).contains("Zone early, trade"));
  EXPECT_TRUE(
      changes_of(diff_json({folder_of(first), folder_of(second), bloc + "@1995"})).contains("Zone early, trade"));
  EXPECT_EQ(diff({folder_of(first), folder_of(second), bloc + "@1950"}).code, 2);
}

TEST(RulesDiff, ReadsABlocFromStandardInput) {
  const Rules first;
  const Rules second({rows()[3].edits});
  const Outcome got = run(
      {.arguments = {"rules", "diff", folder_of(first), folder_of(second), "-", "--format", "json"}, .input = kBloc});
  ASSERT_EQ(got.code, 0) << got.err;
  EXPECT_TRUE(changes_of(json::parse(got.out)).contains("Zone early, trade"));
}

TEST(RulesDiff, ReadsABlocByBothScales) {
  const ScratchFolder scratch;
  const std::string bloc = (scratch / "zone.yaml").string();
  write_text(bloc, kBloc);
  const Rules first;
  const Rules second({{kTypology, "marginal: 0.33", "marginal: 0.1", {}}});
  const json result = diff_json({folder_of(first), folder_of(second), bloc});
  EXPECT_EQ(changes_of(result).at("Zone early, trade").causes, std::set<std::string>{"scale"});
}

TEST(RulesDiff, TheFirstIsTheRulebookInsideOrThatOfTheOption) {
  const Rules first;
  const Rules second({rows()[3].edits});
  const std::string apart = diff({folder_of(first), folder_of(second)}).out;
  EXPECT_EQ(diff({folder_of(second), "--rules", folder_of(first)}).out, apart);
  EXPECT_EQ(diff({folder_of(first), folder_of(second), "--rules", folder_of(first)}).code, 2)
      << "the first is named twice";
  const json inside = diff_json({folder_of(Shipped())});
  EXPECT_EQ(inside["rules"][0], inside["rules"][1]);
  EXPECT_TRUE(inside["changes"].empty() && inside["differences"].empty());
}

TEST(RulesDiff, CountsACaseOfBothOnce) {
  const Rules first;
  Rules second;
  EXPECT_EQ(diff_json({folder_of(first), folder_of(second)})["compared"], 7);
  second.append("cases/unions.yaml", "  - name: another\n    facts: {treaty: yes}\n    expect: {trade: undecided}\n");
  EXPECT_EQ(diff_json({folder_of(first), folder_of(second)})["compared"], 8);
}

TEST(RulesDiff, SaysWhatIsNotCompared) {
  const std::string balassa = (RulesFolder::kSource / "examples/rulebooks/balassa").string();
  const Outcome got = diff({balassa});
  EXPECT_EQ(got.code, 0) << got.err;
  const std::string text = in_one_line(got.out);
  EXPECT_TRUE(contains(text, "Only the first has the axes economic and political")) << text;
  EXPECT_TRUE(contains(text, "Only the second has the axis stage; it is not compared.")) << text;
  EXPECT_TRUE(contains(text, "no axis in common")) << text;
  EXPECT_FALSE(contains(text, "differs")) << "nothing was compared: " << text;
  const json result = diff_json({balassa});
  EXPECT_EQ(result["axes_only_in_first"], (json{"economic", "political"}));
  EXPECT_EQ(result["axes_only_in_second"], json{"stage"});
  for (const json& difference : result["differences"]) {
    EXPECT_TRUE(difference["owner"].get<std::string>().empty()) << difference;
  }
}

TEST(RulesDiff, JsonIsNumberedAndKnowsBothRulebooks) {
  const json result = diff_json({folder_of(Rules()), folder_of(Rules(rows()[3].edits))});
  EXPECT_EQ(result["schema_version"], 1);
  EXPECT_EQ(result["rules"].size(), 2U);
  EXPECT_EQ(result["rules"][0]["id"], "viner");
  EXPECT_NE(result["rules"][0]["sha256"], result["rules"][1]["sha256"]);
  EXPECT_EQ(result["differences"][0]["first"], "weight 2");
  EXPECT_EQ(result["differences"][0]["second"], "weight 8");
  EXPECT_EQ(result["changes"][0]["of"], "case");
  EXPECT_EQ(result["changes"][0]["causes"], json{0});
}

// --- text and refusals

TEST(RulesDiff, TextNamesTheRuleItsPlacesAndTheCase) {
  const Rules first;
  const Rules second({rows()[3].edits});
  const std::string text = in_one_line(diff({folder_of(first), folder_of(second), "--width", "200"}).out);
  for (const char* part :
       {"1 placement differs", "“a union that shares little”", "customs union → none of its models", "1 rule differs",
        "customs_union, typical: revenue_shared: weight 2", "in the second weight 8", "customs_union.yaml:9]",
        "alone, it brings the first placement back"}) {
    EXPECT_TRUE(contains(text, part)) << part << "\n" << text;
  }
  const std::string same = diff({folder_of(first), folder_of(first)}).out;
  EXPECT_TRUE(contains(same, "No placement differs.")) << same;
  EXPECT_TRUE(contains(same, "No rule that places differs.")) << same;
}

TEST(RulesDiff, SpeaksThreeLanguagesWithinTheWidth) {
  Shipped second;
  second.replace(kTypology, "crossover: 0.5", "crossover: 0.7");
  std::set<std::string> texts;
  std::set<std::string> machine;
  for (const char* language : {"en", "es", "pt"}) {
    const Outcome got = diff({folder_of(second), "--lang", language});
    EXPECT_EQ(got.code, 0) << got.err;
    EXPECT_EQ(got.err, "");
    EXPECT_FALSE(contains(got.out, "{")) << got.out;
    texts.insert(got.out);
    machine.insert(diff_json({folder_of(second), "--lang", language})["differences"].dump());
    for (const std::string& line : lines_of(got.out)) {
      std::size_t width = 0;
      for (const char c : line) width += (c & 0xC0) != 0x80 ? 1 : 0;
      const std::string words = line.substr(std::min(line.find_first_not_of(' '), line.size()));
      EXPECT_TRUE(width <= 80 || !contains(words, " ")) << line;
    }
  }
  EXPECT_EQ(texts.size(), 3U);
  EXPECT_EQ(machine.size(), 1U);
}

TEST(RulesDiff, RefusesWhatItCannotCompare) {
  const Rules rules;
  const std::string good = folder_of(rules);
  Rules broken;
  broken.replace(kUnion, "feature: common_tariff", "feature: comon_tariff");
  Rules cases;
  cases.append("cases/unions.yaml", "  - name: another\n    facts: {traety: yes}\n    expect: {trade: none}\n");
  const ScratchFolder scratch;
  const std::string bloc = (scratch / "zone.yaml").string();
  write_text(bloc, "bloc: zone\nfacts: {traety: yes}\n");
  struct Case {
    Arguments arguments;
    std::string told;
  };
  for (const Case& c : std::vector<Case>{{{}, "no folder"},
                                         {{"nowhere"}, "`nowhere`"},
                                         {{good, "nowhere"}, "`nowhere`"},
                                         {{"nowhere", good}, "`nowhere`"},
                                         {{good, folder_of(broken)}, "did you mean `common_tariff`"},
                                         {{folder_of(broken), good}, "did you mean `common_tariff`"},
                                         {{good, folder_of(cases)}, "did you mean `treaty`"},
                                         {{folder_of(cases), good}, "did you mean `treaty`"},
                                         {{good, good, bloc}, "did you mean `treaty`"},
                                         {{good, good, "atlantis"}, "`atlantis`"},
                                         {{good, good, "--format", "csv"}, "text, markdown, json"},
                                         {{good, good, "--axis", "trade"}, "`--axis`"}}) {
    const Outcome got = diff(c.arguments);
    EXPECT_EQ(got.code, 2) << c.told;
    EXPECT_EQ(got.out, "") << c.told;
    const std::string text = in_one_line(got.err);
    const auto at = text.find(c.told);
    ASSERT_NE(at, std::string::npos) << c.told << "\n" << got.err;
    EXPECT_TRUE(text.find(c.told, at + 1) == std::string::npos || !c.told.starts_with("did")) << "said twice\n"
                                                                                              << got.err;
  }
}

}  // namespace
}  // namespace bloctype::blackbox
