// Whole outputs as they should look, in tests/cli/golden; and what every period of a shipped bloc must fit into.
#include "tests/cli/golden.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/run.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

constexpr std::size_t kMostLines = 40;  // of a period at 80 columns: less than a page

/// A golden file and the run that it holds; the language is the part of the name before `.txt`.
struct Golden {
  std::string name;
  Arguments arguments;
  std::map<std::string, std::string> environment = {};
};

void PrintTo(const Golden& golden, std::ostream* out) { *out << golden.name; }

std::vector<Golden> goldens() {
  std::vector<Golden> list;
  for (const std::string language : {"en", "es", "pt"}) {
    for (const std::string bloc : {"alba", "celac", "mercosur", "nafta", "pacific-alliance", "unasur"}) {
      list.push_back({bloc + "." + language, {"classify", bloc, "--lang", language}});
    }
    list.push_back({"help." + language, {"--help", "--lang", language}});
    list.push_back({"classify-help." + language, {"classify", "--help", "--lang", language}});
    list.push_back({"batch-help." + language, {"batch", "--help", "--lang", language}});
    list.push_back({"rules-help." + language, {"rules", "--help", "--lang", language}});
    list.push_back({"rules-check-help." + language, {"rules", "check", "--help", "--lang", language}});
    list.push_back({"rules-gaps." + language, {"rules", "gaps", "--most", "2", "--lang", language}});
    list.push_back({"batch-text." + language, {"batch", "examples/blocs.csv", "--format", "text", "--lang", language}});
    list.push_back({"show-help." + language, {"show", "--help", "--lang", language}});
    list.push_back({"show." + language, {"show", "--lang", language}});
    list.push_back({"show-model." + language, {"show", "social", "--lang", language}});
    list.push_back({"show-indicator." + language, {"show", "free_trade_core", "--lang", language}});
    list.push_back({"show-bloc." + language, {"show", "mercosur", "--lang", language}});
    list.push_back({"show-coding." + language, {"show", "scale", "--lang", language}});
    list.push_back({"show-reading." + language, {"show", "hybrid", "--lang", language}});
  }
  list.push_back({"show-axis.en", {"show", "political"}});
  list.push_back(
      {"show-verdict-finding.es", {"show", "not_classifiable", "soft_balancing_instruments", "--lang", "es"}});
  list.push_back({"show-source-section.pt", {"show", "briceno-ruiz-2018", "18-E", "--lang", "pt"}});
  list.push_back({"show-narrow.es", {"show", "autonomist", "--width", "40", "--lang", "es"}});
  list.push_back({"show-accessible.en", {"show"}, {{"ACCESSIBLE", "1"}}});
  list.push_back({"show-balassa.en", {"show", "stage", "customs_union", "--rules", "examples/rulebooks/balassa"}});
  list.push_back({"show-template-yaml.es", {"show", "--template", "yaml", "--lang", "es"}});
  list.push_back({"blank.en", {"classify", "tests/cli/blank.yaml"}});
  list.push_back({"celac-verbose.en", {"classify", "celac", "--axis", "political", "-v"}});
  list.push_back({"rules-check-verbose.en", {"rules", "check", "-v"}});
  list.push_back({"rules-gaps-contested.en", {"rules", "gaps", "examples/rulebooks/balassa"}});
  list.push_back({"nafta-why-not.en", {"classify", "nafta", "--why-not", "social", "--why-not", "autonomist"}});
  list.push_back({"mercosur-robustness.en", {"classify", "mercosur@2010", "--robustness"}});
  list.push_back({"mercosur-accessible.en", {"classify", "mercosur"}, {{"ACCESSIBLE", "1"}}});
  list.push_back({"mercosur-narrow.en", {"classify", "mercosur@2010", "--width", "40"}});
  list.push_back({"nafta-coloured.en", {"classify", "nafta", "--color", "always"}});
  return list;
}

struct GoldenName {
  std::string operator()(const testing::TestParamInfo<Golden>& info) const {
    std::string name = info.param.name;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
    return name;
  }
};

class GoldenOutput : public testing::TestWithParam<Golden> {};

TEST_P(GoldenOutput, IsAsItWas) {
  const Outcome got =
      run({.arguments = GetParam().arguments, .environment = GetParam().environment, .folder = BLOCTYPE_SOURCE_DIR});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_TRUE(matches_golden(BLOCTYPE_SOURCE_DIR "/tests/cli/golden/" + GetParam().name + ".txt", got.out));
}

INSTANTIATE_TEST_SUITE_P(Texts, GoldenOutput, testing::ValuesIn(goldens()), GoldenName());

/// The stretches of a text between blank lines.
std::vector<std::vector<std::string>> blocks_of(const std::string& text) {
  std::vector<std::vector<std::string>> blocks(1);
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) {
      blocks.emplace_back();
    } else {
      blocks.back().push_back(line);
    }
  }
  return blocks;
}

class Periods : public testing::TestWithParam<std::string> {};

TEST_P(Periods, OfEveryShippedBlocFitFortyLines) {
  for (const char* bloc : {"alba", "celac", "mercosur", "nafta", "pacific-alliance", "unasur"}) {
    const auto json = nlohmann::json::parse(run_with({"classify", bloc, "--format", "json"}).out);
    const std::size_t periods = json["blocs"][0]["periods"].size();
    const auto blocks = blocks_of(run_with({"classify", bloc, "--lang", GetParam()}).out);
    // The rulebook, what each period comes out as where there are several, the periods, and how to read them.
    const std::size_t before = periods > 1 ? 2 : 1;
    ASSERT_EQ(blocks.size(), before + periods + 1) << bloc;
    for (std::size_t i = 0; i < periods; ++i) {
      const auto& block = blocks[before + i];
      EXPECT_LE(block.size(), kMostLines) << block.front();
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, Periods, testing::Values("en", "es", "pt"),
                         [](const auto& language) { return std::string(language.param); });

}  // namespace
}  // namespace bloctype::blackbox
