// Reports as files. What they look like, and that they are safe, is told by tests/browser.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "run.hpp"
#include "scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

const std::string kExamples = BLOCTYPE_SOURCE_DIR "/examples";

const std::vector<Arguments> kReports = {
    {"classify", "mercosur", "unasur"},
    {"compare", "mercosur@2003", "alba@2004"},
    {"batch", kExamples + "/blocs.csv"},
    {"batch", kExamples + "/coders.csv", "--by-coder"},
};

Outcome report(Arguments arguments, const std::string& language) {
  for (const char* more : {"--format", "html", "--lang"}) arguments.emplace_back(more);
  arguments.push_back(language);
  return run({.arguments = arguments});
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(Report, IsOnePageInTheLanguageOfItsReader) {
  for (const Arguments& arguments : kReports) {
    for (const char* language : {"en", "es", "pt"}) {
      const Outcome got = report(arguments, language);
      ASSERT_EQ(got.code, 0) << got.err;
      EXPECT_TRUE(got.out.starts_with("<!DOCTYPE html>\n<html lang=\"" + std::string(language) + "\">\n"));
      EXPECT_TRUE(got.out.ends_with("</html>\n"));
      EXPECT_EQ(got.out.find("<h1"), got.out.rfind("<h1"));
      EXPECT_EQ(report(arguments, language).out, got.out);  // the same bytes
    }
  }
}

TEST(Report, NamesTheRulesAndTheWorksBehindThem) {
  const std::string page = report(kReports.front(), "en").out;
  const std::string json = run({.arguments = {"classify", "mercosur", "--format", "json"}}).out;
  const auto digest = json.substr(json.find("\"sha256\": \"") + 11, 64);
  EXPECT_TRUE(has(page, digest));
  EXPECT_TRUE(has(page, "Times of Change in Latin American Regionalism, Contexto Internacional 40(3)"));
  EXPECT_TRUE(has(page, "briceno-ruiz-2018 1.0.0"));
}

TEST(Report, HoldsEveryCodingWithItsSource) {
  const std::string page = report({"classify", "alba@2004"}, "en").out;
  EXPECT_TRUE(has(page, "(revolutionary_lead_state)</th>"));
  EXPECT_TRUE(has(page, "<td>briceno-ruiz-2015 15-5</td>")) << "the place in the source";
}

TEST(Report, OfATableTellsWhatDisagrees) {
  const ScratchFolder folder;
  write_text(folder / "t.csv", "bloc,state_led_process,expect.economic\nA,no,strategic\nB,no,not_regionalism\n");
  const Outcome got = run({.arguments = {"batch", "t.csv", "--format", "html"}, .folder = folder.path()});
  EXPECT_EQ(got.code, 1);
  EXPECT_TRUE(has(got.out, "1 placement is not the one that was expected."));
  EXPECT_TRUE(has(got.out, "row 2, A, economic: expected strategic; placed: not (yet) regionalism"));
  EXPECT_TRUE(has(got.out, "<th scope=\"row\">strategic</th>\n<td>1</td>\n<td>0</td>")) << "the table of both";
}

TEST(Report, OfATableWithoutExpectationsSaysSo) {
  const ScratchFolder folder;
  write_text(folder / "t.csv", "bloc,state_led_process\nA,no\n");
  const Outcome got = run({.arguments = {"batch", "t.csv", "--format", "html"}, .folder = folder.path()});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_TRUE(has(got.out, "The table does not say what is expected."));
}

/// A table of `rows` blocs of which nothing is known but that no states founded them.
std::string long_table(std::size_t rows) {
  std::string text = "bloc,from,state_led_process\n";
  for (std::size_t i = 0; i < rows; ++i) text += "B" + std::to_string(i) + ",2000,no\n";
  return text;
}

TEST(Report, HasOneNameForModelsInWhateverOrderTheirDegreesAre) {
  const ScratchFolder folder;
  // Strategic and social regionalism, the first higher in one and the second in the other.
  const std::string facts =
      "state_led_process,spatially_delimited,economic_integration_goal,free_trade_core,global_insertion_goal,"
      "social_policy_mandate,social_redistribution";
  write_text(folder / "t.csv", "bloc," + facts + "\nA,yes,full,full,full,full,substantial,substantial\n" +
                                   "B,yes,full,full,substantial,substantial,full,full\n");
  const Outcome got = run({.arguments = {"batch", "t.csv", "--format", "html"}, .folder = folder.path()});
  EXPECT_TRUE(has(got.out, "<td>2</td>\n<td>100.0</td>")) << got.out.substr(got.out.find("<tbody>"), 2000);
}

TEST(Report, OfALargeTableCountsAllAndDrawsNothing) {
  const ScratchFolder folder;
  write_text(folder / "t.csv", long_table(1001));
  const Outcome got = run({.arguments = {"batch", "t.csv", "--format", "html"}, .folder = folder.path()});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_TRUE(has(got.out, "There is no map: more than 200 cases cannot be told apart on one."));
  EXPECT_TRUE(has(got.out, "<td>1001</td>\n<td>100.0</td>"));
  EXPECT_FALSE(has(got.out, "<svg"));
}

TEST(Report, CountsAlikeWithSeveralJobs) {
  const ScratchFolder folder;
  write_text(folder / "t.csv", long_table(5000));
  const auto page = [&](const char* jobs) {
    return run({.arguments = {"batch", "t.csv", "--format", "html", "--jobs", jobs}, .folder = folder.path()}).out;
  };
  const std::string alone = page("1");
  EXPECT_TRUE(has(alone, "<td>5000</td>"));
  EXPECT_EQ(page("3"), alone);
}

TEST(Report, IsNotWrittenOfATableThatCannotBeReadToItsEnd) {
  const ScratchFolder folder;
  write_text(folder / "t.csv",
             "bloc,indicator,value\nA,state_led_process,yes\nB,state_led_process,no\nA,political_cooperation,full\n");
  const Outcome got = run({.arguments = {"batch", "t.csv", "--format", "html"}, .folder = folder.path()});
  EXPECT_EQ(got.code, 2);
  EXPECT_EQ(got.out, "");
}

TEST(Figure, OfATableIsItsMapOrTimeline) {
  const std::string table = kExamples + "/blocs.csv";
  for (const char* figure : {"map", "timeline"}) {
    const Outcome got = run({.arguments = {"batch", table, "--format", "svg", "--figure", figure}});
    EXPECT_EQ(got.code, 0) << got.err;
    EXPECT_TRUE(got.out.starts_with("<?xml"));
    EXPECT_TRUE(has(got.out, ">mercosur"));
  }
  EXPECT_EQ(run({.arguments = {"batch", table, "--format", "svg", "--figure", "profile"}}).code, 2);
}

TEST(Figure, OfTooManyCasesIsRefused) {
  const ScratchFolder folder;
  write_text(folder / "t.csv", long_table(201));
  const Outcome got = run({.arguments = {"batch", "t.csv", "--format", "svg"}, .folder = folder.path()});
  EXPECT_EQ(got.code, 2);
  EXPECT_EQ(got.out, "");
  EXPECT_TRUE(has(got.err, "201 cases are too many for one figure")) << got.err;
  write_text(folder / "t.csv", long_table(200));
  EXPECT_EQ(run({.arguments = {"batch", "t.csv", "--format", "svg"}, .folder = folder.path()}).code, 0);
}

TEST(Figure, IsAskedForWithAFormatThatDraws) {
  for (const char* format : {"csv", "html", "text"}) {
    const Outcome got = run({.arguments = {"batch", kExamples + "/blocs.csv", "--format", format, "--figure", "map"}});
    EXPECT_EQ(got.code, 2) << format;
    EXPECT_EQ(got.out, "") << format;
  }
}

}  // namespace
}  // namespace bloctype::blackbox
