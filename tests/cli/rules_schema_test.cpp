// `rules schema`: one schema or all three, of which rulebook, in which language. Whether they say what the loaders do
// is asked in tests/schema.
#include <gtest/gtest.h>

#include <functional>
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

const std::vector<std::string> kNames = {"rulebook", "description", "result"};

Outcome schema(Arguments arguments) {
  arguments.insert(arguments.begin(), {"rules", "schema"});
  return run_with(std::move(arguments));
}

json schema_json(Arguments arguments) {
  const Outcome got = schema(std::move(arguments));
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_EQ(got.err, "");
  return json::parse(got.out);
}

/// The indicators that a schema of descriptions knows.
std::set<std::string> indicators_of(const json& description) {
  std::set<std::string> ids;
  for (const auto& [id, fact] : description.at("$defs").at("facts").at("properties").items()) ids.insert(id);
  return ids;
}

/// Calls `visit` with every value below, and the key that it stands under.
void for_each_member(const json& value, const std::function<void(const std::string&, const json&)>& visit) {
  for (const auto& [key, member] : value.items()) {
    visit(value.is_object() ? key : "", member);
    if (member.is_structured()) for_each_member(member, visit);
  }
}

/// A schema without what it tells its readers.
json without_texts(json value) {
  if (value.is_object()) {
    for (const char* key : {"title", "description", "errorMessage"}) {
      if (value.contains(key) && value[key].is_string()) value.erase(key);
    }
    value.erase("defaultSnippets");  // an editor's proposals
  }
  if (value.is_structured()) {
    for (json& member : value) member = without_texts(member);
  }
  return value;
}

TEST(RulesSchema, EachNameGivesASchemaOf2020) {
  for (const std::string& name : kNames) {
    const json got = schema_json({name});
    EXPECT_EQ(got.at("$schema"), "https://json-schema.org/draft/2020-12/schema") << name;
    EXPECT_FALSE(got.at("title").get<std::string>().empty()) << name;
    EXPECT_EQ(schema({name}).out.back(), '\n') << name;
  }
}

TEST(RulesSchema, AllInOneObjectAreTheThreeApart) {
  for (const char* language : {"en", "es", "pt"}) {
    json apart = json::object();
    for (const std::string& name : kNames) apart[name] = schema_json({name, "--lang", language});
    EXPECT_EQ(schema_json({"--lang", language}), apart) << language;
  }
}

TEST(RulesSchema, EveryReferenceLeadsSomewhereFromItsOwnRoot) {
  for (const std::string& name : kNames) {
    const json got = schema_json({name});
    std::size_t references = 0;
    for_each_member(got, [&](const std::string& key, const json& value) {
      if (key != "$ref") return;
      const std::string target = value;
      ASSERT_TRUE(target.starts_with("#/")) << name << ": " << target;
      EXPECT_TRUE(got.contains(json::json_pointer(target.substr(1)))) << name << ": " << target;
      ++references;
    });
    EXPECT_GT(references, 0U) << name;
  }
}

TEST(RulesSchema, KnowsTheIndicatorsOfTheRulebookInside) {
  const std::set<std::string> ids = indicators_of(schema_json({"description"}));
  EXPECT_TRUE(ids.contains("free_trade_core"));
  EXPECT_TRUE(ids.contains("state_led_process"));
  EXPECT_EQ(ids.size(), 63U);
}

TEST(RulesSchema, TakesIndicatorsFromAnotherRulebook) {
  RulesFolder rules;
  const Arguments option{"--rules", (rules.path() / "rules").string()};
  const auto with = [&](Arguments arguments) {
    arguments.insert(arguments.end(), option.begin(), option.end());
    return schema_json(std::move(arguments));
  };
  EXPECT_EQ(indicators_of(with({"description"})),
            (std::set<std::string>{"common_tariff", "goods_excepted", "own_tariffs", "revenue_shared", "tariffs_lifted",
                                   "treaty"}));
  for (const char* name : {"rulebook", "result"}) EXPECT_EQ(with({name}), schema_json({name})) << name;
  EXPECT_EQ(with({}).at("description"), with({"description"}));
  rules.replace("indicators/trade.yaml", "Are inner tariffs lifted?", "Is trade free within?");
  EXPECT_TRUE(contains(with({"description"}).dump(), "Is trade free within?"));
  rules.replace("typology.yaml", "marginal: 0.33", "slight: 0.33");
  EXPECT_TRUE(contains(with({"description"}).dump(), "\"slight\""));
}

TEST(RulesSchema, SpeaksThreeLanguagesAndMeansTheSame) {
  for (const std::string& name : kNames) {
    const json english = schema_json({name, "--lang", "en"});
    for (const char* language : {"es", "pt"}) {
      const json other = schema_json({name, "--lang", language});
      EXPECT_NE(other, english) << name << " " << language;
      EXPECT_EQ(without_texts(other), without_texts(english)) << name << " " << language;
    }
  }
  EXPECT_TRUE(contains(schema({"description", "--lang", "es"}).out, "¿"));
}

TEST(RulesSchema, WritesAFile) {
  const ScratchFolder scratch;
  const std::filesystem::path file = scratch / "description.schema.json";
  write_text(file, "what was there");
  const Outcome got = schema({"description", "-o", file.string()});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_EQ(got.out, "");
  EXPECT_EQ(read_text(file), schema({"description"}).out);
  EXPECT_EQ(scratch.size(), 1U);
  EXPECT_EQ(schema({"description", "-o", (scratch / "nowhere/x.json").string()}).code, 2);
}

TEST(RulesSchema, RefusesWhatThereIsNot) {
  const RulesFolder rules;
  RulesFolder broken;
  broken.replace("typology.yaml", "combine: rival", "combine: rivals");
  struct Case {
    Arguments arguments;
    std::string told;
  };
  for (const Case& c : std::vector<Case>{
           {{"descripton"}, "did you mean `description`"},
           {{"results"}, "did you mean `result`"},
           {{"RULEBOOK"}, "did you mean `rulebook`"},
           {{"placement"}, "rulebook, description and result"},
           {{""}, "rulebook, description and result"},
           {{"rulebook", "result"}, "one schema"},
           {{"rulebook", "rulebook"}, "one schema"},
           {{"rulebook", "--format", "json"}, "`--format`"},
           {{"description", "--rules", "nowhere"}, "`nowhere`"},
           {{"--rules", "nowhere"}, "`nowhere`"},
           {{"description", "--rules", (broken.path() / "rules").string()}, "`rivals`"},
       }) {
    const Outcome got = schema(c.arguments);
    EXPECT_EQ(got.code, 2) << c.arguments.back();
    EXPECT_EQ(got.out, "") << c.arguments.back();
    EXPECT_TRUE(contains(in_one_line(got.err), c.told)) << got.err;
  }
  EXPECT_FALSE(contains(schema({"placement"}).err, "did you mean"));
}

}  // namespace
}  // namespace bloctype::blackbox
