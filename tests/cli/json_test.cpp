// The JSON of `classify` as the contract gives it (schema_version 1): every key is there and has its type.
#include <gtest/gtest.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using nlohmann::json;
using Arguments = std::vector<std::string>;

const std::vector<std::string> kBlocs = {"alba", "celac", "mercosur", "nafta", "pacific-alliance", "unasur"};
const std::set<std::string> kKinds = {"pure", "hybrid", "none", "at_least", "undecided", "contested"};
const std::set<std::string> kCertainties = {"decided", "leaning", "undecided"};
const std::set<std::string> kSeverities = {"in_kind", "in_degree", "undocumented"};
const std::set<std::string> kRegisters = {"practice", "discourse"};
const std::map<std::string, std::set<std::string>> kModels = {
    {"economic", {"strategic", "social", "productive"}},
    {"political", {"acquiescent", "autonomist", "counter_hegemonic"}}};

/// What may stand under a key.
enum class Type {
  kText,
  kTextOrNull,
  kNumber,
  kNumberOrNull,
  kInteger,
  kIntegerOrNull,
  kFlag,
  kList,
  kMap,
  kMapOrNull
};

bool has_type(const json& value, Type type) {
  switch (type) {
    case Type::kText:
      return value.is_string();
    case Type::kTextOrNull:
      return value.is_string() || value.is_null();
    case Type::kNumber:
      return value.is_number();
    case Type::kNumberOrNull:
      return value.is_number() || value.is_null();
    case Type::kInteger:
      return value.is_number_integer();
    case Type::kIntegerOrNull:
      return value.is_number_integer() || value.is_null();
    case Type::kFlag:
      return value.is_boolean();
    case Type::kList:
      return value.is_array();
    case Type::kMap:
      return value.is_object();
    case Type::kMapOrNull:
      return value.is_object() || value.is_null();
  }
  return false;
}

void expect_keys(const json& map, const std::string& where, const std::vector<std::pair<std::string, Type>>& keys) {
  ASSERT_TRUE(map.is_object()) << where;
  for (const auto& [key, type] : keys) {
    ASSERT_TRUE(map.contains(key)) << where << "." << key;
    EXPECT_TRUE(has_type(map[key], type)) << where << "." << key << " is " << map[key].dump();
  }
}

void expect_texts(const json& list, const std::set<std::string>& among) {
  for (const json& entry : list) {
    ASSERT_TRUE(entry.is_string());
    EXPECT_TRUE(among.empty() || among.contains(entry.get<std::string>())) << entry;
  }
}

void expect_one_of(const json& text, const std::set<std::string>& among) {
  EXPECT_TRUE(text.is_string() && among.contains(text.get<std::string>())) << text;
}

/// low <= point <= high, where they are known.
void expect_triple(const json& map, const std::string& where) {
  expect_keys(map, where,
              {{"low", Type::kNumberOrNull}, {"point", Type::kNumberOrNull}, {"high", Type::kNumberOrNull}});
  if (map["low"].is_null() || map["high"].is_null()) {
    EXPECT_TRUE(map["low"].is_null() && map["point"].is_null() && map["high"].is_null()) << where;
    return;
  }
  const double low = map["low"];
  const double high = map["high"];
  const double point = map["point"].is_null() ? low : map["point"].get<double>();
  EXPECT_LE(0, low) << where;
  EXPECT_LE(low, point) << where;
  EXPECT_LE(point, high) << where;
  EXPECT_LE(high, 1) << where;
}

void expect_gate(const json& gate, const std::string& where) {
  expect_keys(gate, where, {{"verdict", Type::kText}, {"indicators", Type::kList}});
  expect_texts(gate["indicators"], {});
  EXPECT_FALSE(gate["indicators"].empty()) << where;
}

void expect_placement(const json& placement, const std::set<std::string>& models, const std::string& where) {
  expect_keys(placement, where,
              {{"kind", Type::kText},
               {"models", Type::kList},
               {"elements", Type::kList},
               {"nearest", Type::kTextOrNull},
               {"certainty", Type::kText},
               {"gate", Type::kMapOrNull},
               {"pending", Type::kList},
               {"memberships", Type::kMap}});
  expect_texts(placement["models"], models);
  expect_texts(placement["elements"], models);
  expect_one_of(placement["certainty"], kCertainties);
  for (const json& gate : placement["pending"]) expect_gate(gate, where + ".pending");
  if (placement["gate"].is_null()) {
    expect_one_of(placement["kind"], kKinds);
  } else {
    expect_gate(placement["gate"], where + ".gate");
    EXPECT_EQ(placement["kind"], placement["gate"]["verdict"]) << where;
  }
  std::set<std::string> named;
  for (const auto& [model, membership] : placement["memberships"].items()) {
    named.insert(model);
    expect_triple(membership, where + "." + model);
    expect_keys(
        membership, where + "." + model,
        {{"coverage", Type::kNumber}, {"status", Type::kText}, {"certainty", Type::kText}, {"binding", Type::kText}});
    expect_one_of(membership["status"], {"in", "out", "open"});
    expect_one_of(membership["certainty"], kCertainties);
    expect_one_of(membership["binding"], {"necessary", "typical", "contrary"});
    EXPECT_LE(0, membership["coverage"].get<double>());
    EXPECT_LE(membership["coverage"].get<double>(), 1);
  }
  EXPECT_EQ(named, models) << where;
}

void expect_headline(const json& headline, const std::set<std::string>& models, const std::string& where) {
  expect_keys(headline, where,
              {{"kind", Type::kText},
               {"models", Type::kList},
               {"formally", Type::kList},
               {"undeclared", Type::kList},
               {"declared_only", Type::kFlag},
               {"elements", Type::kList},
               {"nearest", Type::kTextOrNull},
               {"certainty", Type::kText}});
  for (const char* key : {"models", "formally", "undeclared", "elements"}) expect_texts(headline[key], models);
  expect_one_of(headline["certainty"], kCertainties);
}

void expect_why(const json& why, const std::string& where) {
  expect_keys(why, where, {{"id", Type::kText}, {"children", Type::kList}});
  EXPECT_NE(why["id"], "") << where;
  expect_triple(why, where);
  for (const json& child : why["children"]) expect_why(child, where + "/" + child["id"].get<std::string>());
}

void expect_reasons(const json& axis, const std::set<std::string>& models, const std::string& where) {
  for (const json& entry : axis["deviations"]) {
    expect_keys(entry, where + ".deviations",
                {{"model", Type::kText},
                 {"variant", Type::kTextOrNull},
                 {"item", Type::kText},
                 {"indicator", Type::kTextOrNull},
                 {"expected", Type::kText},
                 {"degree", Type::kNumberOrNull},
                 {"severity", Type::kText}});
    expect_one_of(entry["model"], models);
    expect_one_of(entry["severity"], kSeverities);
    EXPECT_EQ(entry["degree"].is_null(), entry["severity"] == "undocumented") << where;
  }
  for (const json& entry : axis["pivotal"]) {
    expect_keys(
        entry, where + ".pivotal",
        {{"register", Type::kText}, {"indicator", Type::kText}, {"flips", Type::kInteger}, {"gate_only", Type::kFlag}});
    expect_one_of(entry["register"], kRegisters);
  }
  for (const json& entry : axis["counterfactuals"]) {
    expect_keys(entry, where + ".counterfactuals",
                {{"register", Type::kText}, {"changes", Type::kList}, {"kind", Type::kText}, {"models", Type::kList}});
    expect_one_of(entry["register"], kRegisters);
    EXPECT_FALSE(entry["changes"].empty()) << where;
    for (const json& change : entry["changes"]) {
      expect_keys(change, where + ".changes",
                  {{"indicator", Type::kText}, {"from", Type::kNumber}, {"to", Type::kNumber}});
      EXPECT_NE(change["from"], change["to"]) << where;
    }
  }
}

void expect_axis(const json& axis, const std::string& where) {
  expect_keys(axis, where,
              {{"axis", Type::kText},
               {"headline", Type::kMap},
               {"practice", Type::kMap},
               {"discourse", Type::kMap},
               {"deviations", Type::kList},
               {"pivotal", Type::kList},
               {"counterfactuals", Type::kList},
               {"why", Type::kMap}});
  const std::set<std::string>& models = kModels.at(axis["axis"]);
  expect_headline(axis["headline"], models, where + ".headline");
  expect_placement(axis["practice"], models, where + ".practice");
  expect_placement(axis["discourse"], models, where + ".discourse");
  expect_reasons(axis, models, where);
  expect_why(axis["why"], where + ".why");
}

void expect_period(const json& period, const std::string& where) {
  expect_keys(period, where,
              {{"period", Type::kTextOrNull},
               {"from", Type::kIntegerOrNull},
               {"to", Type::kIntegerOrNull},
               {"axes", Type::kList},
               {"findings", Type::kList}});
  ASSERT_EQ(period["axes"].size(), 2U);
  EXPECT_EQ(period["axes"][0]["axis"], "economic");
  EXPECT_EQ(period["axes"][1]["axis"], "political");
  for (const json& axis : period["axes"]) expect_axis(axis, where + "." + axis["axis"].get<std::string>());
  for (const json& finding : period["findings"]) {
    expect_keys(finding, where + ".findings", {{"id", Type::kText}, {"registers", Type::kList}, {"cite", Type::kList}});
    expect_texts(finding["registers"], kRegisters);
    expect_texts(finding["cite"], {});
  }
}

void expect_head(const json& document) {
  expect_keys(document, "document",
              {{"schema_version", Type::kInteger}, {"bloctype", Type::kText}, {"rules", Type::kMap}});
  EXPECT_EQ(document["schema_version"], 1);
  EXPECT_EQ("bloctype " + document["bloctype"].get<std::string>() + "\n", run_with({"--version"}).out);
  expect_keys(document["rules"], "rules", {{"id", Type::kText}, {"version", Type::kText}, {"sha256", Type::kText}});
  EXPECT_TRUE(std::regex_match(document["rules"]["sha256"].get<std::string>(), std::regex("[0-9a-f]{64}")));
}

json classified(Arguments arguments, const std::string& input = "") {
  arguments.insert(arguments.begin(), "classify");
  arguments.insert(arguments.end(), {"--format", "json"});
  const Outcome got = run({.arguments = arguments, .input = input});
  EXPECT_EQ(got.code, 0) << got.err;
  return json::parse(got.out);
}

class Json : public testing::TestWithParam<std::string> {};

TEST_P(Json, OfAShippedBlocHoldsWhatTheContractNames) {
  const json document = classified({GetParam()});
  expect_head(document);
  ASSERT_EQ(document["blocs"].size(), 1U);
  const json& bloc = document["blocs"][0];
  expect_keys(bloc, "bloc", {{"bloc", Type::kText}, {"name", Type::kText}, {"periods", Type::kList}});
  EXPECT_EQ(bloc["bloc"], GetParam());
  EXPECT_FALSE(bloc["periods"].empty());
  for (const json& period : bloc["periods"]) expect_period(period, GetParam() + " " + period["period"].dump());
}

TEST_P(Json, LinesHoldTheSameAsTheWhole) {
  const json document = classified({GetParam()});
  const std::string lines = run_with({"classify", GetParam(), "--format", "ndjson"}).out;
  std::istringstream in(lines);
  std::size_t number = 0;
  for (std::string line; std::getline(in, line); ++number) {
    json record = json::parse(line);
    expect_head(record);
    json period = document["blocs"][0]["periods"][number];
    EXPECT_EQ(record["bloc"], document["blocs"][0]["bloc"]);
    EXPECT_EQ(record["name"], document["blocs"][0]["name"]);
    for (const auto& [key, value] : period.items()) EXPECT_EQ(record[key], value) << key;
  }
  EXPECT_EQ(number, document["blocs"][0]["periods"].size());
}

TEST_P(Json, NumbersAreTheShortestThatReadBackAsTheSame) {
  const std::string text = run_with({"classify", GetParam(), "--format", "json", "--robustness"}).out;
  const std::regex number("[:\\[,]\\s*(-?[0-9][-+.0-9eE]*)");
  std::size_t seen = 0;
  for (std::sregex_iterator i(text.begin(), text.end(), number); i != std::sregex_iterator(); ++i, ++seen) {
    const std::string written = (*i)[1];
    double value = 0;
    std::from_chars(written.data(), written.data() + written.size(), value);
    std::array<char, 32> shortest{};
    const auto end = std::to_chars(shortest.data(), shortest.data() + shortest.size(), value).ptr;
    EXPECT_EQ(written, std::string(shortest.data(), end));
  }
  EXPECT_GT(seen, 100U);
}

TEST_P(Json, HoldsRobustnessWhereItWasAskedFor) {
  const json plain = classified({GetParam()});
  const json robust = classified({GetParam(), "--robustness"});
  for (std::size_t p = 0; p < plain["blocs"][0]["periods"].size(); ++p) {
    for (std::size_t a = 0; a < 2; ++a) {
      json axis = robust["blocs"][0]["periods"][p]["axes"][a];
      ASSERT_TRUE(axis.contains("robustness"));
      const json& crossover = axis["robustness"]["crossover"];
      ASSERT_EQ(crossover.size(), 2U);
      EXPECT_LE(crossover[0].get<double>(), crossover[1].get<double>());
      EXPECT_TRUE(axis["robustness"]["weights"].is_number());
      axis.erase("robustness");
      EXPECT_EQ(axis, plain["blocs"][0]["periods"][p]["axes"][a]);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Shipped, Json, testing::ValuesIn(kBlocs), [](const auto& bloc) {
  std::string name = bloc.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(JsonOfABlank, HoldsWhatTheContractNamesAndNullWhereNothingIsKnown) {
  const json document = classified({"-"}, "bloc: blank\nfacts: {}\n");
  const json& period = document["blocs"][0]["periods"][0];
  expect_period(period, "blank");
  for (const char* key : {"period", "from", "to"}) EXPECT_TRUE(period[key].is_null()) << key;
  for (const json& axis : period["axes"]) {
    EXPECT_EQ(axis["headline"]["kind"], "undecided");
    for (const json& membership : axis["practice"]["memberships"]) {
      EXPECT_TRUE(membership["point"].is_null());
      EXPECT_EQ(membership["status"], "open");
    }
  }
}

TEST(JsonOfABlank, SaysNullForTheEndOfAnOngoingPeriod) {
  const json document = classified({"-"}, "bloc: x\nperiods: [{from: 1990}]\n");
  const json& period = document["blocs"][0]["periods"][0];
  EXPECT_EQ(period["from"], 1990);
  EXPECT_TRUE(period["to"].is_null());
}

}  // namespace
}  // namespace bloctype::blackbox
