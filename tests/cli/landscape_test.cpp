// `landscape`: which arguments it takes, what it tells of shipped blocs, and how the author's story fares with them.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
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

const std::string kBalassa = "examples/rulebooks/balassa";

Outcome landscape(Arguments arguments) {
  arguments.insert(arguments.begin(), "landscape");
  return run({.arguments = std::move(arguments), .folder = BLOCTYPE_SOURCE_DIR});
}

json landscape_json(Arguments arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  const Outcome got = landscape(std::move(arguments));
  EXPECT_EQ(got.code, 0) << got.err;
  return got.out.empty() ? json::object() : json::parse(got.out);
}

Arguments ids_of(const json& result) {
  Arguments ids;
  for (const json& bloc : result["blocs"]) ids.push_back(text_of(bloc, "bloc"));
  return ids;
}

/// A bloc of one fact, in these years.
std::string small_bloc(const std::string& id, const std::string& years) {
  return "bloc: " + id + "\nsources: {s: {author: A, title: T, year: 2001}}\nperiods:\n  - {" + years +
         ", facts: {free_trade_core: {value: full, source: s}}}\n";
}

// --- arguments

TEST(LandscapeArguments, MayBeAFolderOfWhichTheDescriptionsAreReadInOrderOfTheirNames) {
  const Arguments all = {"alba", "celac", "mercosur", "nafta", "pacific-alliance", "unasur"};
  EXPECT_EQ(ids_of(landscape_json({"examples"})), all);  // tables and folders in it are passed over
  EXPECT_EQ(ids_of(landscape_json({"examples/"})), all);
  EXPECT_EQ(ids_of(landscape_json({"unasur", "examples/alba.yaml"})), (Arguments{"unasur", "alba"}));
}

TEST(LandscapeArguments, MayNameOnePeriodAndStandardInput) {
  const json one = landscape_json({"mercosur@2005"});
  EXPECT_EQ(one["from"], 2003);
  EXPECT_EQ(one["to"], 2015);
  const Outcome got = run({.arguments = {"landscape", "-", "nafta", "--format", "json"},
                           .input = small_bloc("mine", "from: 1990, to: 1999")});
  ASSERT_EQ(got.code, 0) << got.err;
  EXPECT_EQ(ids_of(json::parse(got.out)), (Arguments{"mine", "nafta"}));
}

TEST(LandscapeArguments, AreWrongAllAtOnce) {
  const ScratchFolder scratch;
  std::filesystem::create_directory(scratch / "empty");
  std::filesystem::create_directory(scratch / "twice");
  std::filesystem::create_directory(scratch / "broken");
  write_text(scratch / "twice" / "a.yaml", small_bloc("mine", "from: 1990, to: 1999"));
  write_text(scratch / "twice" / "b.yaml", small_bloc("mine", "from: 2000, to: 2001"));
  write_text(scratch / "broken" / "a.yaml", "bloc: [\n");
  write_text(scratch / "broken" / "b.yaml", "bloc: b\nfacts: {free_trade_cor: full}\n");
  write_text(scratch / "no-years.yaml", "bloc: timeless\nfacts: {free_trade_core: full}\n");
  const auto path = [&](const char* name) { return (scratch / name).string(); };
  struct Case {
    Arguments arguments;
    Arguments told;
  };
  for (const Case& c : {
           Case{{}, {"no bloc given"}},
           {{path("empty")}, {"there is no *.yaml in", "folders in it are not looked into"}},
           {{kBalassa}, {"holds a rulebook, not blocs", "--rules " + kBalassa}},
           {{path("twice")}, {"b.yaml` describes `mine`, which", "a.yaml` describes already"}},
           {{"examples", "Mercosul@2003"}, {"`Mercosul@2003` describes `mercosur`, which `examples/mercosur.yaml`"}},
           {{path("broken")}, {"yaml-syntax", "did you mean `free_trade_core`"}},
           {{path("no-years.yaml")}, {"no bloc has a period with years"}},
           {{"examples/blocs.csv", "alba"}, {"`examples/blocs.csv` is a table"}},
           {{"examples/", "--axis", "economc", "--format", "json"}, {"did you mean `economic`"}},
           {{"exampls/"}, {"exampls/"}},
       }) {
    const Outcome got = landscape(c.arguments);
    EXPECT_EQ(got.code, 2) << got.out;
    EXPECT_EQ(got.out, "");
    for (const std::string& told : c.told) EXPECT_TRUE(contains(in_one_line(got.err), told)) << told << "\n" << got.err;
  }
}

TEST(LandscapeArguments, WithoutYearsAreLeftOutAndNamed) {
  const ScratchFolder scratch;
  write_text(scratch / "timeless.yaml", "bloc: timeless\nfacts: {free_trade_core: full}\n");
  const std::string file = (scratch / "timeless.yaml").string();
  const Outcome got = landscape({"nafta", "alba", file});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_TRUE(contains(in_one_line(got.out), "Left out, for its description gives no years: timeless.")) << got.out;
  EXPECT_TRUE(contains(got.out, "2 blocs, 1994–2018"));
  const json result = landscape_json({"nafta", "alba", file});
  EXPECT_EQ(result["blocs"][2]["left_out"], true);
  EXPECT_EQ(result["blocs"][0]["left_out"], false);
}

TEST(LandscapeArguments, WithHostileNamesArePrintedSafely) {
  const ScratchFolder scratch;
  const std::string name = "\"=1+1 \\e[31m\\u202E\"";
  write_text(scratch / "a.yaml", small_bloc("a", "from: 1, to: 9999") + "name: " + name + "\n");
  write_text(scratch / "b.yaml", small_bloc("b", "from: 1990, to: 1990") + "name: " + name + "\n");
  for (const char* format : {"text", "markdown", "html", "svg", "json", "csv"}) {
    const Outcome got = landscape({scratch.path().string(), "--format", format});
    EXPECT_FALSE(contains(got.out, "\x1b")) << format;
    EXPECT_FALSE(contains(got.out, "\xE2\x80\xAE")) << format;
    EXPECT_FALSE(contains(got.err, "\x1b")) << format;
  }
}

// --- the story

/// `1991-1993 untold too_few, 1994-2002 borne_out` of each claim by its id.
std::map<std::string, std::string> verdicts_of(const json& result) {
  std::map<std::string, std::string> verdicts;
  for (const json& claim : result["claims"]) {
    std::string& line = verdicts[text_of(claim, "id")];
    for (const json& span : claim["years"]) {
      line += (line.empty() ? "" : ", ") + std::to_string(span["from"].get<int>()) + "-" +
              std::to_string(span["to"].get<int>()) + " " + text_of(span, "outcome");
      if (!span["reason"].is_null()) line += " " + text_of(span, "reason");
    }
  }
  return verdicts;
}

/// The expectations are worked out by hand from what `classify` says of the six blocs:
///   economic   Mercosur strategic, from 2003 a hybrid of all three, from 2015 strategic; NAFTA strategic from 1994;
///   ALBA
///              social from 2004 to 2012, then none; the Pacific Alliance strategic from 2011; UNASUR and CELAC not
///              classifiable. Shares of strategic: 1 to 2002; 4/6 in 2003; 4/9 to 2010; 7/12 to 2012; 7/9 to 2014; 1.
///   political  Mercosur autonomist from 2003 to 2014, none before and after; ALBA counter-hegemonic from 2004 to 2012;
///              the Pacific Alliance acquiescent from 2011; the others have no model.
TEST(TheStory, OfTheSixShippedBlocsIsWhatTheirPlacementsComeTo) {
  const auto verdicts = verdicts_of(landscape_json({"examples"}));
  EXPECT_EQ(verdicts.size(), 5U);
  EXPECT_EQ(verdicts.at("open_regionalism"), "1991-1993 untold too_few, 1994-2002 borne_out");
  EXPECT_EQ(verdicts.at("no_hegemony_economic"), "2003-2003 against, 2004-2010 borne_out, 2011-2014 against");
  EXPECT_EQ(verdicts.at("no_hegemony_political"), "2003-2003 untold too_few, 2004-2014 borne_out");
  EXPECT_EQ(verdicts.at("less_diverse_economic"), "2015-2018 borne_out");
  EXPECT_EQ(verdicts.at("less_diverse_political"), "2015-2018 untold too_few");
}

TEST(TheStory, NamesTheBlocsThatCarryItAndThoseThatItHangsOn) {
  const std::string text = in_one_line(landscape({"examples", "--axis", "economic"}).out);
  EXPECT_TRUE(contains(text, "Borne out in 1994–2002: strategic prevails (Mercosur and NAFTA).")) << text;
  // Without NAFTA, ALBA's one and Mercosur's third make social 2/3 to 2010; then strategic and social have 4/9 each.
  EXPECT_TRUE(contains(text, "Without NAFTA, 2011–2012 would bear it out and 2004–2010 would be against it.")) << text;
  EXPECT_FALSE(contains(text, "Without Mercosur")) << text;  // to 2010 two halves; from 2011 strategic still prevails
  EXPECT_FALSE(contains(text, "POLITICAL"));
}

TEST(TheStory, OfBlocsThatAreNotCodedThenIsNotTold) {
  const auto verdicts = verdicts_of(landscape_json({"pacific-alliance", "celac"}));
  EXPECT_EQ(verdicts.at("open_regionalism"), "1991-2002 untold not_coded");
  EXPECT_EQ(verdicts.at("less_diverse_economic"), "2015-2018 untold too_few");
}

TEST(TheStory, HasNoClaimsWhereTheRulebookHasNone) {
  const Arguments balassa = {kBalassa + "/blocs", "--rules", kBalassa};
  EXPECT_TRUE(landscape_json(balassa)["claims"].empty());
  EXPECT_EQ(landscape_json(balassa)["prevails_above"], 0.5);
  EXPECT_FALSE(contains(landscape(balassa).out, "THE STORY"));
}

TEST(TheStory, MovesWithTheRulebooksThreshold) {
  RulesFolder rules(RulesFolder::kSource / "rules");
  rules.replace("landscape.yaml", "prevails_above: 0.5", "prevails_above: 0.6");
  const Arguments blocs = {"examples", "--rules", (rules.path() / "rules").string()};
  EXPECT_EQ(verdicts_of(landscape_json(blocs)).at("no_hegemony_economic"),
            "2003-2003 against, 2004-2012 borne_out, 2013-2014 against");
  rules.replace("landscape.yaml", "least_blocs: 2", "least_blocs: 4");
  EXPECT_EQ(verdicts_of(landscape_json(blocs)).at("no_hegemony_economic"),
            "2003-2010 untold too_few, 2011-2012 borne_out, 2013-2014 untold too_few");
}

// --- what else it tells

TEST(Landscape, TellsOfOpenPlacementsAsIntervals) {
  const ScratchFolder scratch;
  const std::string file = (scratch / "mine.yaml").string();
  write_text(scratch / "mine.yaml",
             "bloc: mine\nsources: {s: {author: A, title: T, year: 2001}}\nperiods:\n"
             "  - from: 1995\n    to: 1999\n    facts:\n      state_led_process: {value: yes, source: s}\n"
             "      spatially_delimited: {value: full, source: s}\n"
             "      economic_integration_goal: {value: full, source: s}\n");
  const json result = landscape_json({"nafta", "mercosur@1991", file, "--axis", "economic"});
  const json stretch = result["axes"][0]["stretches"][2];
  EXPECT_EQ(stretch["from"], 1995);
  EXPECT_EQ(stretch["placed"], json({{"low", 2}, {"high", 3}}));
  EXPECT_EQ(stretch["blocs"][2]["presence"], "open");
  EXPECT_EQ(stretch["shares"]["strategic"]["high"], 1);
  EXPECT_NEAR(stretch["shares"]["strategic"]["low"].get<double>(), 2.0 / 3, 1e-9);
  EXPECT_EQ(stretch["state"], "prevails");  // two of three is above half whatever the third turns out to be
  const std::string text = in_one_line(landscape({"nafta", "mercosur@1991", file}).out);
  EXPECT_TRUE(contains(text, "1995–1999 2–3 0.67–1 0–0.33 0–0.33 1–2.38")) << text;
  EXPECT_TRUE(contains(text, "Two ends of a number are what open placements leave possible.")) << text;
}

TEST(Landscape, FindsMembersInContradictingBlocsWhateverTheirOrder) {
  for (const Arguments& blocs : {Arguments{"mercosur", "alba"}, Arguments{"nafta", "alba", "mercosur"}}) {
    const json overlaps = landscape_json(blocs)["overlaps"];
    ASSERT_EQ(overlaps.size(), 1U);
    EXPECT_EQ(overlaps[0]["axis"], "political");
    EXPECT_EQ(overlaps[0]["members"], json({"VE"}));
    EXPECT_EQ(overlaps[0]["from"], 2004);
    EXPECT_EQ(overlaps[0]["to"], 2012);  // 2013 belongs to ALBA's later period, which has no model by deeds
  }
  EXPECT_TRUE(landscape_json({"mercosur", "alba", "--axis", "economic"})["overlaps"].empty());
}

TEST(LandscapeJson, IsTheSameInEveryLanguage) {
  const std::string english = landscape({"examples", "--format", "json"}).out;
  for (const char* language : {"es", "pt"}) {
    EXPECT_EQ(landscape({"examples", "--format", "json", "--lang", language}).out, english);
    EXPECT_EQ(landscape({"examples", "--format", "csv", "--lang", language}).out,
              landscape({"examples", "--format", "csv"}).out);
  }
  const json result = json::parse(english);
  EXPECT_EQ(result["schema_version"], 1);
  for (const json& axis : result["axes"]) {
    int next = result["from"];
    for (const json& stretch : axis["stretches"]) {
      EXPECT_EQ(stretch["from"], next);
      next = stretch["to"].get<int>() + 1;
      double sum = 0;
      for (const json& share : stretch["shares"]) sum += share.is_null() ? 0 : share["low"].get<double>();
      EXPECT_NEAR(sum, stretch["placed"]["high"] == 0 ? 0 : 1, 1e-8);
    }
    EXPECT_EQ(next, result["to"].get<int>() + 1);
  }
}

TEST(LandscapeCsv, HasARowForEachAxisYearAndModel) {
  std::istringstream rows(landscape({"examples", "--format", "csv"}).out);
  std::string row;
  std::getline(rows, row);
  EXPECT_EQ(row,
            "axis,year,model,blocs_coded,blocs_placed_low,blocs_placed_high,share_low,share_high,prevails,"
            "entropy_low,entropy_high,effective_models_low,effective_models_high,rules");
  std::map<std::string, std::string> by_start;
  std::size_t count = 0;
  for (; std::getline(rows, row); ++count) {
    EXPECT_EQ(std::count(row.begin(), row.end(), ','), 13) << row;
    by_start[row.substr(0, row.find(",", row.find(",", row.find(",") + 1) + 1))] = row.substr(0, row.rfind(','));
  }
  EXPECT_EQ(count, 2U * 28 * 3);
  EXPECT_EQ(by_start["economic,2011,strategic"],
            "economic,2011,strategic,6,4,4,0.583333,0.583333,yes,1.280672,1.280672,2.429521,2.429521");
  EXPECT_EQ(by_start["economic,2004,social"],
            "economic,2004,social,3,3,3,0.444444,0.444444,no,1.392147,1.392147,2.62469,2.62469");
  EXPECT_EQ(by_start["political,1991,autonomist"], "political,1991,autonomist,1,0,0,,,,,,,");
  EXPECT_EQ(by_start["political,2018,acquiescent"], "political,2018,acquiescent,6,1,1,1,1,,0,0,1,1");
}

TEST(LandscapeText, KeepsTheWidthAndHasRecordsWhereThatIsAsked) {
  for (const char* language : {"en", "es", "pt"}) {
    for (const std::size_t width : {40U, 80U}) {
      std::istringstream lines(landscape({"examples", "--lang", language, "--width", std::to_string(width)}).out);
      for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), width) << line;
    }
  }
  const Outcome got = run({.arguments = {"landscape", "mercosur", "alba"}, .environment = {{"ACCESSIBLE", "1"}}});
  for (const char* mark : {"·", "│", "─", "→"}) EXPECT_FALSE(contains(got.out, mark)) << mark;
  EXPECT_FALSE(contains(got.out, "2004–2012  "));  // records, no columns
  EXPECT_TRUE(contains(in_one_line(got.out), "2004–2012; blocs: 2; strategic: 0.17; social: 0.67;")) << got.out;
}

// --- drawings and the report

TEST(LandscapeFigure, IsOfTheSharesUnlessAnotherIsNamed) {
  const auto drawn = [](Arguments arguments) {
    arguments.insert(arguments.begin(), {"mercosur", "alba", "--format", "svg"});
    const Outcome got = landscape(std::move(arguments));
    EXPECT_EQ(got.code, 0) << got.err;
    EXPECT_TRUE(got.out.starts_with("<?xml")) << got.out;
    return got.out;
  };
  EXPECT_EQ(drawn({}), drawn({"--figure", "shares"}));
  EXPECT_TRUE(contains(drawn({}), "<title id=\"shares-title\">Shares of the models"));
  EXPECT_TRUE(contains(drawn({"--figure", "map"}), "<title id=\"map-title\">Map"));
  EXPECT_TRUE(contains(drawn({"--figure", "timeline"}), "<title id=\"timeline-title\">Timeline"));
  EXPECT_TRUE(contains(drawn({"--axis", "political"}), ">2 autonomist<"));
  EXPECT_FALSE(contains(drawn({"--axis", "political"}), "strategic"));
  EXPECT_TRUE(contains(drawn({"--lang", "es"}), ">prevalece<"));
  EXPECT_TRUE(contains(drawn({"--lang", "pt"}), "Proporções dos modelos"));
}

TEST(LandscapeFigure, IsRefusedWhereNothingIsDrawnAndWhereItIsNone) {
  for (const auto& [arguments, told] :
       {std::pair{Arguments{"alba", "--figure", "shares"}, "`text` draws nothing"},
        {Arguments{"alba", "--figure", "map", "--format", "csv"}, "`csv` draws nothing"},
        {Arguments{"alba", "--figure", "profile", "--format", "svg"}, "it can be shares, map, timeline"}}) {
    const Outcome got = landscape(arguments);
    EXPECT_EQ(got.code, 2);
    EXPECT_EQ(got.out, "");
    EXPECT_TRUE(contains(in_one_line(got.err), told)) << got.err;
  }
}

/// What stands in `html` between two texts, both of which must be there in this order.
std::string between(const std::string& html, const std::string& begin, const std::string& end) {
  const auto from = html.find(begin);
  const auto to = html.find(end, from);
  EXPECT_NE(from, std::string::npos) << begin;
  EXPECT_NE(to, std::string::npos) << end;
  return from == std::string::npos || to == std::string::npos ? "" : html.substr(from, to - from);
}

TEST(LandscapeReport, TellsEachClaimWithItsVerdictItsBlocsAndWhoseItIs) {
  const std::string html = landscape({"examples", "--format", "html"}).out;
  const std::string claim = between(html, "No hegemonic economic model from 2003 on (2003–2014)", "</h3>");
  EXPECT_TRUE(contains(claim, "borne out in some years, not in others")) << claim;
  const std::string told = between(html, "No hegemonic economic model from 2003 on (2003–2014)", "<h3>");
  EXPECT_TRUE(contains(told, "<strong>The author:</strong>")) << told;
  EXPECT_TRUE(contains(told, "<strong>Ours:</strong> The era ends here")) << told;
  EXPECT_TRUE(contains(told, "Borne out in 2004–2010: none prevails among ALBA, Mercosur and NAFTA")) << told;
  const auto verdict = [&](const std::string& label) { return between(html, label, "</h3>"); };
  EXPECT_TRUE(contains(verdict("Open regionalism before"), "borne out, as far as it can be told"));
  EXPECT_TRUE(verdict("Less economic heterogeneity").ends_with(" borne out"));
  EXPECT_TRUE(verdict("Less political heterogeneity").ends_with(" cannot be told"));
}

TEST(LandscapeReport, HasTheFiguresAndNamesTheCommandThatExplainsThem) {
  for (const char* language : {"en", "es", "pt"}) {
    const std::string html = landscape({"examples", "--format", "html", "--lang", language}).out;
    for (const char* id : {"figure-1-title", "figure-2-title", "figure-3-title"}) {
      EXPECT_TRUE(contains(html, std::string("<title id=\"") + id)) << language;
    }
    EXPECT_TRUE(contains(html, "bloctype classify BLOC --format html")) << language;
  }
  const std::string one = landscape({"examples", "--format", "html", "--axis", "political"}).out;
  EXPECT_TRUE(contains(one, "No hegemonic political model"));
  EXPECT_FALSE(contains(one, "No hegemonic economic model"));
}

TEST(LandscapeReport, HasNoStoryWhereTheRulebookClaimsNothing) {
  const std::string html = landscape({kBalassa + "/blocs", "--rules", kBalassa, "--format", "html"}).out;
  EXPECT_TRUE(contains(html, "customs union"));
  EXPECT_FALSE(contains(html, "The story"));
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
    list.push_back({"landscape." + language, {"examples", "--lang", language}});
  }
  list.push_back({"landscape-narrow.es", {"mercosur", "alba", "--lang", "es", "--width", "40"}});
  list.push_back({"landscape-balassa.en", {kBalassa + "/blocs", "--rules", kBalassa}});
  list.push_back({"landscape-help.en", {"--help"}});
  return list;
}

class GoldenLandscape : public testing::TestWithParam<Golden> {};

TEST_P(GoldenLandscape, IsAsItWas) {
  const Outcome got = landscape(GetParam().arguments);
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_TRUE(matches_golden(BLOCTYPE_SOURCE_DIR "/tests/cli/golden/" + GetParam().name + ".txt", got.out));
}

INSTANTIATE_TEST_SUITE_P(Texts, GoldenLandscape, testing::ValuesIn(goldens()), [](const auto& golden) {
  std::string name = golden.param.name;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
  return name;
});

}  // namespace
}  // namespace bloctype::blackbox
