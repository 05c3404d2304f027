// `--format svg` and `--figure`: drawings that any reader of SVG can take, of whatever blocs and names, in every
// language and with every rulebook.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

const Arguments kFigures = {"map", "timeline", "profile"};
const std::filesystem::path kXmllint = "/usr/bin/xmllint";

Outcome in_project(Arguments arguments) {
  return run({.arguments = std::move(arguments), .folder = BLOCTYPE_SOURCE_DIR});
}

/// A drawing, which must have come about.
std::string drawing(Arguments arguments) {
  arguments.insert(arguments.end(), {"--format", "svg"});
  const Outcome got = in_project(std::move(arguments));
  EXPECT_EQ(got.code, 0) << got.err;
  return got.out;
}

void expect_well_formed(const std::string& svg) {
  EXPECT_TRUE(svg.starts_with("<?xml"));
  EXPECT_TRUE(svg.ends_with("</svg>\n"));
  if (!std::filesystem::exists(kXmllint)) return;
  const Outcome got =
      run({.program = kXmllint.string(), .arguments = {"--noout", "--nonet", "--pedantic", "-"}, .input = svg});
  EXPECT_EQ(got.code, 0) << got.err;
}

TEST(Drawing, IsWellFormedForEveryFigureLanguageAndCommand) {
  for (const std::string& figure : kFigures) {
    for (const char* language : {"en", "es", "pt"}) {
      expect_well_formed(drawing({"classify", "mercosur", "alba", "nafta", "--figure", figure, "--lang", language}));
    }
    expect_well_formed(drawing({"compare", "mercosur@1991", "mercosur@2003", "alba", "--figure", figure}));
  }
}

TEST(Drawing, IsTheMapWhereNoFigureIsNamed) {
  EXPECT_EQ(drawing({"classify", "unasur"}), drawing({"classify", "unasur", "--figure", "map"}));
  EXPECT_NE(drawing({"classify", "unasur"}), drawing({"classify", "unasur", "--figure", "timeline"}));
}

TEST(Drawing, SpeaksTheLanguageOfTheReader) {
  EXPECT_TRUE(contains(drawing({"classify", "mercosur", "--lang", "es"}), ">Mapa: integración económica"));
  EXPECT_TRUE(contains(drawing({"classify", "mercosur", "--lang", "pt"}), "<title id=\"map-title\">Mapa: integração"));
  EXPECT_TRUE(contains(drawing({"classify", "mercosur", "--lang", "pt"}), ">Mercosul"));
}

TEST(Drawing, IsTheSameInAFileAndOnStandardOutputAndEveryTime) {
  const ScratchFolder scratch;
  const std::string file = (scratch / "map.svg").string();
  const std::string svg = drawing({"classify", "mercosur", "celac"});
  EXPECT_EQ(drawing({"classify", "mercosur", "celac", "-o", file}), "");
  EXPECT_EQ(read_text(file), svg);
  EXPECT_EQ(drawing({"classify", "mercosur", "celac", "--color", "always", "--width", "40"}), svg);
}

TEST(Drawing, TakesOneAxisOrOnePeriod) {
  const std::string one = drawing({"classify", "mercosur@2010", "--axis", "political", "--figure", "timeline"});
  EXPECT_TRUE(contains(one, ">autonomist<"));
  EXPECT_FALSE(contains(one, ">strategic<"));
  EXPECT_FALSE(contains(one, "1991"));
}

TEST(Drawing, TakesBlocsOfATableAndAnotherRulebook) {
  expect_well_formed(drawing({"classify", "examples/blocs.csv", "--bloc", "mercosur"}));
  const std::string rules = "examples/rulebooks/balassa";
  for (const std::string& figure : kFigures) {
    const std::string svg = drawing({"classify", rules + "/blocs/european-communities.yaml", rules + "/blocs/efta.yaml",
                                     "--rules", rules, "--figure", figure});
    expect_well_formed(svg);
    EXPECT_TRUE(contains(svg, "customs union")) << figure;
  }
}

TEST(Drawing, OfABlocOfWhichNothingIsKnownSaysSo) {
  for (const std::string& figure : kFigures) {
    const std::string svg = drawing({"classify", "tests/cli/blank.yaml", "--figure", figure});
    expect_well_formed(svg);
    EXPECT_TRUE(contains(svg, "undecided")) << figure;
  }
}

TEST(Drawing, ComparesACaseWithoutAPointWithTheModelOfTheHighestUpperEnd) {
  const std::string svg = drawing({"classify", "mercosur@2016", "--axis", "political", "--figure", "profile"});
  EXPECT_TRUE(contains(svg, "autonomist model, the nearest")) << svg;
  EXPECT_TRUE(contains(svg, "0.22–0.37")) << "decided without a point: its range alone";
  EXPECT_FALSE(contains(svg, "No model is above 0"));
}

TEST(Drawing, StaysWellFormedAndOnItsPageWhateverNamesHold) {
  const ScratchFolder scratch;
  const std::string facts =
      "periods:\n  - {id: \"</text>&<!--\", from: 1990, to: 1991, facts: {free_trade_core: full}}\n";
  const std::vector<std::string> names = {"\"</text><script>alert(1)</script>\"",
                                          "\"]]> & &amp; &#0; <!-- --> ' \\\" \"",
                                          "\"نص عربي من اليمين\"",
                                          "\"地域主義の類型\"",
                                          "\"" + std::string(3000, 'W') + "\"",
                                          "\"" + std::string(300, '<') + "\""};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string file = (scratch / (std::to_string(i) + ".yaml")).string();
    write_text(file, "bloc: x\nname: {en: " + names[i] + "}\n" + facts);
    for (const std::string& figure : kFigures) {
      const std::string svg = drawing({"classify", file, "--figure", figure});
      expect_well_formed(svg);
      EXPECT_FALSE(contains(svg, "<script"));
      EXPECT_FALSE(contains(svg, "<!--"));
    }
  }
}

TEST(Drawing, IsNotMadeOfWhatWasRefused) {
  const Outcome got = in_project({"classify", "mercosur", "atlantis", "--format", "svg"});
  EXPECT_EQ(got.code, 2);
  EXPECT_EQ(got.out, "");
}

TEST(FigureOption, IsRefusedWithAFormatThatDrawsNothing) {
  for (const Arguments& arguments : {Arguments{"classify", "alba", "--figure", "map"},
                                     Arguments{"classify", "alba", "--figure", "map", "--format", "json"},
                                     Arguments{"compare", "alba", "--figure", "timeline"}}) {
    const Outcome got = in_project(arguments);
    EXPECT_EQ(got.code, 2);
    EXPECT_EQ(got.out, "");
    EXPECT_TRUE(contains(got.err, "--figure is for a format that draws")) << got.err;
    EXPECT_TRUE(contains(got.err, "--format svg")) << got.err;
  }
}

TEST(FigureOption, NamesTheFiguresThereAre) {
  const Outcome got = in_project({"classify", "alba", "--format", "svg", "--figure", "chart"});
  EXPECT_EQ(got.code, 2);
  EXPECT_TRUE(contains(got.err, "map, timeline, profile")) << got.err;
}

}  // namespace
}  // namespace bloctype::blackbox
