// `compare`: which arguments it takes, how they become blocs and periods, and what it says of shipped blocs.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/utf8.hpp"
#include "tests/cli/golden.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using nlohmann::json;
using Arguments = std::vector<std::string>;

Outcome compare(Arguments arguments) {
  arguments.insert(arguments.begin(), "compare");
  return run({.arguments = std::move(arguments), .folder = BLOCTYPE_SOURCE_DIR});
}

json compare_json(Arguments arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  const Outcome got = compare(std::move(arguments));
  EXPECT_EQ(got.code, 0) << got.err;
  return got.out.empty() ? json::object() : json::parse(got.out);
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The text with every run of blanks and line ends as one blank.
std::string on_one_line(const std::string& text) {
  std::istringstream in(text);
  std::string out;
  for (std::string word; in >> word;) out += word + " ";
  return out;
}

/// Pairs as `0 1991-2002, 1 2004-2013, overlap`.
std::vector<std::string> pairs_of(const json& result) {
  const auto side = [](const json& s) {
    return std::to_string(s["bloc"].get<int>()) + " " + (s["period"].is_null() ? "-" : s["period"].get<std::string>());
  };
  std::vector<std::string> lines;
  for (const json& pair : result["pairs"]) {
    lines.push_back(side(pair["a"]) + ", " + side(pair["b"]) + ", " + pair["pairing"].get<std::string>());
  }
  return lines;
}

/// A description over the shipped rulebook with an economic side; `more` follows its facts.
std::string small_bloc(const std::string& name, const std::string& more) {
  return "bloc: " + name +
         "\nsources: {s: {author: A, title: T, year: 2001}}\nfacts:\n"
         "  state_led_process: {value: yes, source: s}\n  spatially_delimited: {value: full, source: s}\n"
         "  economic_integration_goal: {value: full, source: s}\n" +
         more;
}

TEST(CompareArguments, ThatNameOneBlocAreItsPeriods) {
  const json result = compare_json({"mercosur@2016", "Mercosul@1991"});
  ASSERT_EQ(result["blocs"].size(), 1U);
  EXPECT_EQ(pairs_of(result), (Arguments{"0 1991-2002, 0 2015-2018, successive"}));  // in order of time
  EXPECT_EQ(pairs_of(compare_json({"mercosur"})).size(), 2U);
}

TEST(CompareArguments, OfDifferentFilesAreDifferentBlocsEvenOfOneName) {
  const ScratchFolder scratch;
  std::filesystem::copy(example("mercosur"), scratch / "mine.yaml");
  const std::string mine = (scratch / "mine.yaml").string();
  const json result = compare_json({"mercosur@2010", mine + "@2010"});
  EXPECT_EQ(result["blocs"].size(), 2U);
  for (const json& axis : result["pairs"][0]["axes"]) {
    EXPECT_EQ(axis["same_placement"], true);
    EXPECT_EQ(axis["same_reasons"], true);
    EXPECT_EQ(axis["change"], "none");
    EXPECT_TRUE(axis["facts"].empty() && axis["evidence"].empty());
  }
  EXPECT_TRUE(contains(compare({"mercosur@2010", mine + "@2010"}).out, "[" + mine + "@2010]"));
}

TEST(CompareArguments, MayBeADescriptionOnStandardInputOrWithoutPeriods) {
  const Outcome got = run({.arguments = {"compare", "-", "nafta", "--format", "json"},
                           .input = small_bloc("mine", "  free_trade_core: {value: full, source: s}\n")});
  ASSERT_EQ(got.code, 0) << got.err;
  EXPECT_EQ(pairs_of(json::parse(got.out)), Arguments{"0 -, 1 1994-, last"});
}

TEST(CompareArguments, AreWrongAllAtOnce) {
  struct Case {
    Arguments arguments;
    Arguments told;
  };
  for (const Case& c : {
           Case{{}, {"no bloc given"}},
           {{"mercosur@2003"}, {"a comparison takes two", "name another bloc"}},
           {{"mercosur@2003", "mercosur@2004"}, {"`mercosur@2004` names a period that is named already"}},
           {{"mercosur", "mercosur@2004"}, {"`mercosur@2004` names a period that is named already"}},
           {{"examples/blocs.csv", "alba"}, {"`examples/blocs.csv` is a table"}},
           {{"mercosr", "alba@1800", "nowhere.yaml", "--axis", "economc"},
            {"did you mean `Mercosur`", "[unknown-period]", "nowhere.yaml", "did you mean `economic`"}},
       }) {
    const Outcome got = compare(c.arguments);
    EXPECT_EQ(got.code, 2) << got.out;
    EXPECT_EQ(got.out, "");
    for (const std::string& told : c.told) EXPECT_TRUE(contains(on_one_line(got.err), told)) << told << "\n" << got.err;
  }
}

TEST(CompareArguments, ReportAFileThatIsNamedTwiceOnce) {
  const ScratchFolder scratch;
  write_text(scratch / "mine.yaml",
             "bloc: mine\nperiods:\n  - {from: 2000, to: 2005, facts: {free_trade_cor: full}}\n");
  const std::string mine = (scratch / "mine.yaml").string();
  const Outcome got = compare({mine + "@2001", mine + "@2002"});
  EXPECT_EQ(got.code, 2);
  EXPECT_EQ(got.err.find("unknown-indicator"), got.err.rfind("unknown-indicator")) << got.err;
}

TEST(ComparedBlocs, OfWhichThereAreSeveralAreEachComparedWithTheFirst) {
  EXPECT_EQ(pairs_of(compare_json({"mercosur@2010", "alba@2010", "nafta", "unasur@2010"})),
            (Arguments{"0 2003-2015, 1 2004-2013, overlap", "0 2003-2015, 2 1994-, overlap",
                       "0 2003-2015, 3 2008-2015, overlap"}));
  EXPECT_TRUE(contains(on_one_line(compare({"mercosur@2010", "alba@2010", "nafta"}).out),
                       "Of several blocs, each is compared with the first, Mercosur."));
}

TEST(ComparedBlocs, ThatShareNoTimeAreSaidTo) {
  const Outcome got = compare({"mercosur@1991", "pacific-alliance"});
  EXPECT_TRUE(contains(on_one_line(got.out), "no two periods are known to share time")) << got.out;
  EXPECT_FALSE(contains(got.out, "at once"));
}

TEST(TheStoryOfChange, TellsWhatWasKeptInWords) {
  const std::string text = on_one_line(compare({"mercosur@2003", "mercosur@2016", "--axis", "economic"}).out);
  EXPECT_TRUE(contains(text,
                       "changed in kind In deeds it ceased to be social (from 0.67 to 0.33) and productive (from "
                       "0.67 to 0.33); in words it still is. It stayed strategic (0.67)."))
      << text;
  EXPECT_FALSE(contains(text, "POLITICAL"));
}

TEST(TheStoryOfChange, IsOfDegreeWhereNoModelCrossesTheCrossover) {
  const std::string text = on_one_line(compare({"mercosur@1991", "mercosur@2016", "--axis", "political"}).out);
  EXPECT_TRUE(contains(text, "the same placement, changed only in degree")) << text;
  EXPECT_TRUE(contains(text, "What moved most: autonomist (from 0.22 to 0.22–0.37).")) << text;
}

TEST(TheStoryOfChange, NamesTheVerdictThatWentAndTheFactThatEndsIt) {
  const std::string text = on_one_line(compare({"alba@2002", "alba@2005", "--axis", "economic"}).out);
  EXPECT_TRUE(contains(text, "It went from “not (yet) regionalism” to “social regionalism")) << text;
  EXPECT_TRUE(contains(text, "founding act signed by states (no, then yes; 18-H), a condition before the models"))
      << text;
}

TEST(AFactThatDecides, IsToldWithWhatItDoes) {
  const std::string text = on_one_line(compare({"alba@2005", "alba@2015", "--axis", "political"}).out);
  EXPECT_TRUE(contains(text,
                       "With this as in 2013-2018, 2004-2013 would read “none of its models”, like 2013-2018: - order "
                       "contested in practice (substantial, 15-2; then marginal, 18-C), necessary for "
                       "counter-hegemonic"))
      << text;
}

TEST(ADifferenceOfEvidence, IsToldAsSuch) {
  const ScratchFolder scratch;
  write_text(scratch / "a.yaml", small_bloc("a", "  free_trade_core: {value: full, source: s}\n"));
  write_text(scratch / "b.yaml", small_bloc("b", ""));
  const Arguments arguments = {(scratch / "a.yaml").string(), (scratch / "b.yaml").string(), "--axis", "economic"};
  const json axis = compare_json(arguments)["pairs"][0]["axes"][0];
  EXPECT_TRUE(axis["facts"].empty());
  EXPECT_EQ(axis["evidence"][0]["indicator"], "free_trade_core");
  EXPECT_TRUE(contains(on_one_line(compare(arguments).out), "evidence")) << compare(arguments).out;
}

TEST(ADifferenceOfEvidence, ThatAloneMakesTheDifferenceIsSaidTo) {
  const ScratchFolder scratch;
  const std::string facts =
      "  global_insertion_goal: {value: full, source: s}\n  firm_state_alliance: {value: full, source: s}\n"
      "  free_trade_rejected: {value: absent, source: s}\n  solidarity_exchange: {value: absent, source: s}\n"
      "  social_policy_mandate: {value: absent, source: s}\n  social_programmes_delivered: {value: absent, source: s}\n"
      "  production_integration_goal: {value: absent, source: s}\n";
  write_text(scratch / "a.yaml", small_bloc("a", facts + "  free_trade_core: {value: full, source: s}\n"));
  write_text(scratch / "b.yaml", small_bloc("b", facts));
  const Arguments arguments = {(scratch / "a.yaml").string(), (scratch / "b.yaml").string(), "--axis", "economic"};
  const json axis = compare_json(arguments)["pairs"][0]["axes"][0];
  EXPECT_EQ(axis["same_placement"], false);
  EXPECT_EQ(axis["change"], "unsettled");
  EXPECT_EQ(axis["on_evidence_alone"], true);
  EXPECT_TRUE(contains(on_one_line(compare(arguments).out), "rests on evidence alone")) << compare(arguments).out;
}

TEST(SharedMembers, OfBlocsThatContradictEachOtherAreNamed) {
  const json pair = compare_json({"mercosur@2010", "alba@2010"})["pairs"][0];
  EXPECT_EQ(pair["shared_members"], json({"VE"}));
  ASSERT_EQ(pair["contradictions"].size(), 1U);
  EXPECT_EQ(pair["contradictions"][0], json({{"axis", "political"}, {"certainty", "decided"}}));
  const std::string text = on_one_line(compare({"mercosur@2010", "alba@2010"}).out);
  EXPECT_TRUE(contains(text, "Political: VE at once, from 2004 to 2013, in a bloc that reads autonomist")) << text;
  EXPECT_FALSE(contains(on_one_line(compare({"mercosur@2010", "alba@2010", "--axis", "economic"}).out), "at once"));
}

TEST(Hegemons, ThatDifferAreSaidTo) {
  const ScratchFolder scratch;
  write_text(scratch / "far.yaml", "hegemon: CN\n" + small_bloc("far", ""));
  const Arguments arguments = {"nafta", (scratch / "far.yaml").string()};
  EXPECT_EQ(compare_json(arguments)["pairs"][0]["same_hegemon"], false);
  const std::string text = on_one_line(compare(arguments).out);
  EXPECT_TRUE(contains(text, "The hegemon of reference is not the same: NAFTA US, far CN.")) << text;
  EXPECT_FALSE(contains(text, "hegemon: US"));
}

TEST(CompareJson, HasTheFactsOfBothSidesAndWhatTheyDo) {
  const json result = compare_json({"alba@2005", "alba@2015"});
  EXPECT_EQ(result["schema_version"], 1);
  EXPECT_EQ(result["rules"]["id"], "briceno-ruiz-2018");
  const json& axis = result["pairs"][0]["axes"][1];
  EXPECT_EQ(axis["axis"], "political");
  EXPECT_EQ(axis["in_kind"], true);
  EXPECT_TRUE(axis["same_reasons"].is_null());
  const json& fact = axis["facts"][0];
  EXPECT_EQ(fact["indicator"], "order_contested_in_practice");
  EXPECT_EQ(fact["register"], "practice");
  EXPECT_EQ(fact["a"]["point"], 0.67);
  EXPECT_EQ(fact["b"]["point"], 0.33);
  EXPECT_EQ(fact["decides"], true);
  EXPECT_EQ(fact["exchanged"]["a"]["brings"], true);
  EXPECT_EQ(fact["exchanged"]["b"]["models"], json({"counter_hegemonic"}));
  EXPECT_EQ(fact["through"][0]["rule"], "necessary");
  EXPECT_EQ(axis["together"]["a"]["indicators"], json({"order_contested_in_practice"}));
}

TEST(CompareJson, IsTheSameInEveryLanguage) {
  const std::string english = compare({"mercosur", "alba", "--format", "json"}).out;
  for (const char* language : {"es", "pt"}) {
    EXPECT_EQ(compare({"mercosur", "alba", "--format", "json", "--lang", language}).out, english);
  }
}

TEST(CompareText, WorksWithAnotherRulebook) {
  const std::string folder = "examples/rulebooks/balassa";
  const Outcome got = compare({"--rules", folder, folder + "/blocs/mercosur.yaml", folder + "/blocs/efta.yaml"});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_TRUE(contains(on_one_line(got.out), "Only Mercosur is customs union (0.54; EFTA 0).")) << got.out;
}

TEST(CompareText, HasNoMarksThatAreReadAloudWhereThatIsAsked) {
  const Outcome got = run({.arguments = {"compare", "mercosur", "alba"}, .environment = {{"ACCESSIBLE", "1"}}});
  for (const char* mark : {"·", "│", "─", "→"}) EXPECT_FALSE(contains(got.out, mark)) << mark;
  EXPECT_FALSE(contains(got.out, "2003-2015  "));  // records, no columns
}

TEST(CompareText, KeepsTheWidth) {
  for (const char* language : {"en", "es", "pt"}) {
    for (const std::size_t width : {40U, 80U}) {
      std::istringstream lines(
          compare({"mercosur", "pacific-alliance", "unasur", "--lang", language, "--width", std::to_string(width)})
              .out);
      for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), width) << line;
    }
  }
}

TEST(CompareText, SaysOfARuleThatIsOursThatItIs) {
  const std::string text = on_one_line(compare({"mercosur@2010", "alba@2010", "--axis", "political"}).out);
  EXPECT_TRUE(contains(text, "contrary to autonomist [ours]")) << text;  // hegemon_named_threat
  EXPECT_FALSE(contains(text, "typical of autonomist [ours]")) << text;  // reform_within_order
}

// --- goldens

struct Golden {
  std::string name;
  Arguments arguments;
};
void PrintTo(const Golden& golden, std::ostream* out) { *out << golden.name; }

std::vector<Golden> goldens() {
  std::vector<Golden> list;
  for (const std::string language : {"en", "es", "pt"}) {
    list.push_back({"compare-mercosur." + language, {"mercosur@1991", "mercosur@2003", "--lang", language}});
    list.push_back({"compare-rivals." + language, {"mercosur@2010", "alba@2010", "--lang", language}});
  }
  list.push_back({"compare-gates.en", {"pacific-alliance", "unasur"}});
  list.push_back({"compare-gates-narrow.es", {"pacific-alliance", "unasur@2010", "--lang", "es", "--width", "40"}});
  list.push_back({"compare-kept-in-words.pt", {"mercosur@2003", "mercosur@2016", "--lang", "pt"}});
  list.push_back({"compare-help.en", {"--help"}});
  return list;
}

class GoldenComparison : public testing::TestWithParam<Golden> {};

TEST_P(GoldenComparison, IsAsItWas) {
  const Outcome got = compare(GetParam().arguments);
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_TRUE(matches_golden(BLOCTYPE_SOURCE_DIR "/tests/cli/golden/" + GetParam().name + ".txt", got.out));
}

INSTANTIATE_TEST_SUITE_P(Texts, GoldenComparison, testing::ValuesIn(goldens()), [](const auto& golden) {
  std::string name = golden.param.name;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
  return name;
});

}  // namespace
}  // namespace bloctype::blackbox
