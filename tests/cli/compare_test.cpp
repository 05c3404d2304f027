// `compare`: which arguments it takes, how they become blocs and periods, and what it says of shipped blocs.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/utf8.hpp"
#include "tests/cli/golden.hpp"
#include "tests/cli/rules_folder.hpp"
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
    for (const std::string& told : c.told) EXPECT_TRUE(contains(in_one_line(got.err), told)) << told << "\n" << got.err;
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
  EXPECT_TRUE(contains(in_one_line(compare({"mercosur@2010", "alba@2010", "nafta"}).out),
                       "Of several blocs, each is compared with the first, Mercosur."));
}

TEST(ComparedBlocs, ThatShareNoTimeAreSaidTo) {
  const Outcome got = compare({"mercosur@1991", "pacific-alliance"});
  EXPECT_TRUE(contains(in_one_line(got.out), "no two periods are known to share time")) << got.out;
  EXPECT_FALSE(contains(got.out, "share no model"));
}

TEST(TheStoryOfChange, TellsWhatWasKeptInWords) {
  const std::string text = in_one_line(compare({"mercosur@2003", "mercosur@2016", "--axis", "economic"}).out);
  EXPECT_TRUE(contains(text,
                       "changed in kind In deeds it ceased to be social (from 0.67 to 0.33) and productive (from "
                       "0.67 to 0.33); in words it still is. It stayed strategic (0.67)."))
      << text;
  EXPECT_FALSE(contains(text, "POLITICAL"));
}

/// What is said of the economic axis of a bloc of two periods, where `facts` hold in both.
std::string told_of_two_periods(const std::string& facts, const std::string& first, const std::string& second,
                                const std::string& language = "en") {
  const ScratchFolder scratch;
  const std::string usual =
      "  state_led_process: yes\n  spatially_delimited: full\n  economic_integration_goal: full\n"
      "  social_policy_mandate: absent\n  social_programmes_delivered: absent\n  global_insertion_goal: full\n"
      "  sensitive_sector_exclusions: full\n  firm_state_alliance: full\n  free_trade_rejected: absent\n"
      "  solidarity_exchange: absent\n";
  write_text(scratch / "z.yaml", "bloc: z\nfacts:\n" + usual + facts +
                                     "periods:\n  - {id: P1, from: 2000, to: 2005, facts: {" + first +
                                     "}}\n  - {id: P2, from: 2005, to: 2010, facts: {" + second + "}}\n");
  return in_one_line(compare({(scratch / "z.yaml").string(), "--axis", "economic", "--lang", language}).out);
}

const std::string kProductiveInWords =
    "  regional_value_chains: {discourse: full, practice: absent}\n"
    "  productive_instruments: {discourse: full, practice: absent}\n"
    "  production_integration_goal: {discourse: full, practice: absent}\n";

TEST(TheStoryOfChange, DoesNotTakeWordsToBeGoneWhereDeedsAreOpen) {
  const std::string text = told_of_two_periods(kProductiveInWords, "free_trade_core: full", "");
  EXPECT_TRUE(contains(text, "undecided in deeds; in words: at least productive")) << text;
  EXPECT_FALSE(contains(text, "no longer even in words")) << text;
  const std::string back = told_of_two_periods(kProductiveInWords, "", "free_trade_core: full");
  EXPECT_FALSE(contains(back, "In words alone it became")) << back;
}

TEST(TheStoryOfChange, TellsWordsThatCameAfterTheDeeds) {
  const std::string first =
      "production_integration_goal: {discourse: absent, practice: full}, regional_value_chains: full, "
      "productive_instruments: full";
  for (const auto& [language, told] :
       {std::pair{"en", "In deeds it ceased to be productive (from 1 to 0); in words it now is."},
        std::pair{"es", "dejó de ser productivo (de 1 a 0); en el discurso ahora lo es."},
        std::pair{"pt", "deixou de ser produtivo (de 1 a 0); no discurso, agora é."}}) {
    const std::string text = told_of_two_periods(kProductiveInWords + "  free_trade_core: full\n", first, "", language);
    EXPECT_TRUE(contains(text, told)) << text;
  }
}

TEST(TheStoryOfChange, TellsWhatChangedInWordsOfADeedThatStayed) {
  const std::string in_deeds = "free_trade_core: {discourse: absent, practice: full}",
                    in_both = "free_trade_core: full";
  struct Row {
    std::string language, gained, lost;
  };
  for (const Row& row : {Row{"en", "In words it became strategic (from 0 to 1) too.",
                             "In words it ceased to be strategic (from 1 to 0); in deeds it still is."},
                         {"es", "Pasó a ser estratégico (de 0 a 1) también en el discurso.",
                          "En el discurso dejó de ser estratégico (de 1 a 0); en la práctica lo sigue siendo."},
                         {"pt", "Passou a ser estratégico (de 0 a 1) também no discurso.",
                          "No discurso deixou de ser estratégico (de 1 a 0); na prática ainda o é."}}) {
    const std::string gained = told_of_two_periods(kProductiveInWords, in_deeds, in_both, row.language);
    EXPECT_TRUE(contains(gained, row.gained)) << gained;
    const std::string lost = told_of_two_periods(kProductiveInWords, in_both, in_deeds, row.language);
    EXPECT_TRUE(contains(lost, row.lost)) << lost;
  }
}

TEST(TheStoryOfChange, TellsWhatIsNowOpenOrSettledInWordsAlone) {
  const std::string strategic = "free_trade_core: full", goal = "production_integration_goal: ";
  const std::string open = strategic + ", " + goal + "{discourse: unknown, practice: absent}";
  const std::string opened = told_of_two_periods(kProductiveInWords, strategic, open);
  EXPECT_TRUE(contains(opened, "Whether it is productive (from 1 to 0–1) in words is no longer settled.")) << opened;
  const std::string settled = told_of_two_periods(kProductiveInWords, open, strategic);
  EXPECT_TRUE(contains(settled, "In words alone it is now productive (from 0–1 to 1).")) << settled;
}

TEST(TheStoryOfChange, TellsAVerdictThatHoldsInWordsAlone) {
  RulesFolder rules(RulesFolder::kSource / "examples/rulebooks/balassa");
  rules.replace("typology.yaml", "if: confined_to_sectors", "if: free_labour");
  write_text(rules.path() / "z.yaml",
             "bloc: z\nfacts: {founding_agreement: yes, discrimination_abolished: full, tariffs_abolished: full, "
             "quotas_abolished: full, common_external_tariff: {discourse: full, practice: absent}, "
             "common_trade_policy: {discourse: full, practice: absent}, customs_revenue_pooled: absent, "
             "own_external_tariffs: absent, free_capital: absent, rules_of_origin: absent}\n"
             "periods:\n  - {id: P1, from: 2000, to: 2005, facts: {free_labour: absent}}\n"
             "  - {id: P2, from: 2005, to: 2010, facts: {free_labour: {discourse: full, practice: absent}}}\n");
  const std::string text =
      in_one_line(compare({(rules.path() / "z.yaml").string(), "--rules", (rules.path() / "rules").string()}).out);
  EXPECT_TRUE(contains(text, "In words it went from “customs union” to “partial in scope”.")) << text;
}

TEST(ComparedBlocs, OfWhichOneAloneIsSilentAboutItsDeedsAreSaidToDiffer) {
  const ScratchFolder scratch;
  const std::string facts =
      "  social_policy_mandate: absent\n  global_insertion_goal: full\n  sensitive_sector_exclusions: full\n"
      "  firm_state_alliance: full\n  free_trade_rejected: absent\n  solidarity_exchange: absent\n"
      "  production_integration_goal: absent\n  social_programmes_delivered: absent\n";
  write_text(scratch / "a.yaml", small_bloc("a", facts + "  free_trade_core: full\n"));
  write_text(scratch / "b.yaml", small_bloc("b", facts + "  free_trade_core: {discourse: absent, practice: full}\n"));
  const std::string text =
      in_one_line(compare({(scratch / "a.yaml").string(), (scratch / "b.yaml").string(), "--axis", "economic"}).out);
  EXPECT_TRUE(contains(text, "the same in deeds, not in words In deeds alone b is strategic.")) << text;
}

TEST(TheStoryOfChange, CallsAVerdictAgainstAnUncodedPeriodUnsettled) {
  const ScratchFolder scratch;
  write_text(scratch / "z.yaml",
             "bloc: z\nperiods:\n  - {id: P1, from: 2000, to: 2005, facts: {spatially_delimited: absent}}\n"
             "  - {id: P2, from: 2005, to: 2010}\n");
  const std::string text = in_one_line(compare({(scratch / "z.yaml").string(), "--axis", "economic"}).out);
  EXPECT_FALSE(contains(text, "changed in kind")) << text;
  EXPECT_TRUE(contains(text, "changed only in what is settled It went from “")) << text;
}

TEST(TheStoryOfChange, IsOfDegreeWhereNoModelCrossesTheCrossover) {
  const std::string text = in_one_line(compare({"mercosur@1991", "mercosur@2016", "--axis", "political"}).out);
  EXPECT_TRUE(contains(text, "the same placement, changed only in degree")) << text;
  EXPECT_TRUE(contains(text, "What moved most: autonomist (from 0.22 to 0.22–0.37).")) << text;
}

TEST(TheStoryOfChange, NamesTheVerdictThatWentAndTheFactThatEndsIt) {
  const std::string text = in_one_line(compare({"alba@2002", "alba@2005", "--axis", "economic"}).out);
  EXPECT_TRUE(contains(text, "It went from “not (yet) regionalism” to “social regionalism")) << text;
  EXPECT_TRUE(contains(text, "founding act signed by states (no, then yes; 18-H), a condition before the models"))
      << text;
}

TEST(AFactThatDecides, IsToldByTheHeadlineThatItGives) {
  const ScratchFolder scratch;
  const std::string facts =
      "  global_insertion_goal: full\n  sensitive_sector_exclusions: full\n  firm_state_alliance: full\n"
      "  free_trade_rejected: absent\n  solidarity_exchange: absent\n  social_policy_mandate: absent\n"
      "  social_programmes_delivered: absent\n";
  write_text(scratch / "a.yaml", small_bloc("a", facts + kProductiveInWords + "  free_trade_core: full\n"));
  write_text(scratch / "b.yaml", small_bloc("b", facts + "  production_integration_goal: absent\n"));
  const Arguments arguments = {(scratch / "a.yaml").string(), (scratch / "b.yaml").string(), "--axis", "economic"};
  const std::string text = in_one_line(compare(arguments).out);
  EXPECT_TRUE(contains(text,
                       "With this as in b, a would read “undecided in deeds; in words: at least productive”: free "
                       "trade as the central instrument"))
      << text;
  EXPECT_TRUE(contains(text, "in words: production integration as a goal (a full; b absent), necessary")) << text;
  const json axis = compare_json(arguments)["pairs"][0]["axes"][0];
  EXPECT_EQ(axis["evidence"][0]["exchanged"]["a"]["declared_only"], true);
  EXPECT_EQ(axis["facts"][0]["register"], "discourse");
}

TEST(AReason, ThatIsAnAbsenceIsNamedByItsRule) {
  const ScratchFolder scratch;
  write_text(
      scratch / "cu.yaml",
      "bloc: z\nfacts: {founding_agreement: yes, discrimination_abolished: full, confined_to_sectors: absent, "
      "tariffs_abolished: full, quotas_abolished: full, common_external_tariff: full, common_trade_policy: full, "
      "customs_revenue_pooled: full, own_external_tariffs: absent, free_labour: absent, free_capital: absent}\n"
      "periods:\n  - {id: P1, from: 2000, to: 2005, facts: {rules_of_origin: absent}}\n"
      "  - {id: P2, from: 2005, to: 2010, facts: {rules_of_origin: full}}\n");
  const std::string text =
      in_one_line(compare({(scratch / "cu.yaml").string(), "--rules", "examples/rulebooks/balassa"}).out);
  EXPECT_TRUE(contains(text,
                       "In P1 alone holds free circulation whatever the origin (proof of origin among members: "
                       "absent)."))
      << text;
}

TEST(AFactThatDecides, IsToldWithWhatItDoes) {
  const std::string text = in_one_line(compare({"alba@2005", "alba@2015", "--axis", "political"}).out);
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
  EXPECT_TRUE(contains(in_one_line(compare(arguments).out), "evidence")) << compare(arguments).out;
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
  EXPECT_TRUE(contains(in_one_line(compare(arguments).out), "rests on evidence alone")) << compare(arguments).out;
}

TEST(SharedMembers, OfBlocsThatContradictEachOtherAreNamed) {
  const json pair = compare_json({"mercosur@2010", "alba@2010"})["pairs"][0];
  EXPECT_EQ(pair["shared_members"], json({"VE"}));
  ASSERT_EQ(pair["contradictions"].size(), 1U);
  EXPECT_EQ(pair["contradictions"][0], json({{"axis", "political"}, {"certainty", "decided"}}));
  const std::string text = in_one_line(compare({"mercosur@2010", "alba@2010"}).out);
  EXPECT_TRUE(contains(
      text,
      "Political: VE, listed in both without dates; where memberships overlapped between 2004 and 2013, in a bloc "
      "that reads “autonomist model” and in one that reads “counter-hegemonic regionalism”"))
      << text;
  EXPECT_FALSE(
      contains(in_one_line(compare({"mercosur@2010", "alba@2010", "--axis", "economic"}).out), "share no model"));
}

TEST(Hegemons, ThatDifferAreSaidTo) {
  const ScratchFolder scratch;
  write_text(scratch / "far.yaml", "hegemon: CN\n" + small_bloc("far", ""));
  const Arguments arguments = {"nafta", (scratch / "far.yaml").string()};
  EXPECT_EQ(compare_json(arguments)["pairs"][0]["same_hegemon"], false);
  const std::string text = in_one_line(compare(arguments).out);
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
  EXPECT_TRUE(contains(in_one_line(got.out), "Only Mercosur is customs union (0.54; EFTA 0).")) << got.out;
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
  const std::string text = in_one_line(compare({"mercosur@2010", "alba@2010", "--axis", "political"}).out);
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
