// Which stream says what, and what the exit code tells a script.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t number = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++number;
  return number;
}

/// A description with this many facts that no rulebook knows.
std::string description_with_mistakes(int number) {
  std::string text = "bloc: toy\nfacts:\n";
  for (int i = 0; i < number; ++i) text += "  no_such_fact_" + std::to_string(i) + ": full\n";
  return text;
}

TEST(Streams, GiveAPlacementOnStandardOutputAndNothingElseAnywhere) {
  const Outcome got = run_with({"classify", "alba"});
  EXPECT_EQ(got.code, 0);
  EXPECT_NE(got.out.find("ALBA"), std::string::npos);
  EXPECT_EQ(got.err, "");
}

TEST(Streams, CountAnUndecidedPlacementAsDone) {
  const Outcome got = run({.arguments = {"classify", "-"}, .input = "bloc: blank\nfacts: {}\n"});
  EXPECT_EQ(got.code, 0);
  EXPECT_NE(got.out.find("undecided"), std::string::npos);
  EXPECT_EQ(got.err, "");
}

TEST(Streams, GiveHelpThatWasAskedForOnStandardOutput) {
  for (const Arguments& arguments : {Arguments{"--help"},
                                     {"-h"},
                                     {"classify", "--help"},
                                     {"classify", "-h"},
                                     {"--help", "classify"},
                                     {"classify", "no-such-bloc", "--help"},
                                     {"classify", "alba", "--format", "json", "--help"}}) {
    const Outcome got = run_with(arguments);
    EXPECT_EQ(got.code, 0);
    EXPECT_NE(got.out.find("usage: bloctype "), std::string::npos) << got.out;
    EXPECT_EQ(got.err, "");
  }
}

TEST(Streams, GiveTheVersionInOneLine) {
  const Outcome got = run_with({"--version"});
  EXPECT_EQ(got.code, 0);
  EXPECT_TRUE(std::regex_match(got.out, std::regex("bloctype \\d+\\.\\d+\\.\\d+\n"))) << got.out;
  EXPECT_EQ(got.err, "");
}

TEST(Streams, GiveNothingOnStandardOutputWhereAnythingIsRefused) {
  const ScratchFolder folder;
  write_text(folder / "broken.yaml", "bloc: [\n");
  const std::string broken = folder / "broken.yaml";
  for (const Arguments& arguments : {Arguments{},
                                     {"clasify"},
                                     {"classify"},
                                     {"classify", "alba", "--nope"},
                                     {"classify", "alba", broken},
                                     {"classify", "alba", "nowhere"},
                                     {"classify", "alba", "--at", "1066"},
                                     {"classify", "alba", "--axis", "x"},
                                     {"classify", "alba", "--why-not", "x"},
                                     {"classify", "alba", "--format", "yaml"},
                                     {"classify", "alba", "--rules", "/nowhere"},
                                     {"classify", "--format", "json", "alba", broken},
                                     {"classify", "--format", "ndjson", "alba", broken},
                                     {"classify", "--format", "json", "alba", "nowhere"},
                                     {"classify", "alba", "--lang"},
                                     {"classify", "alba", "--lang", "fr"}}) {
    const Outcome got = run_with(arguments);
    EXPECT_EQ(got.code, 2) << got.err;
    EXPECT_EQ(got.out, "");
    EXPECT_NE(got.err.find("error: "), std::string::npos) << got.err;
  }
}

TEST(Streams, GiveOneJsonTextEvenWhereThereAreWarnings) {
  const Outcome got =
      run({.arguments = {"classify", "-", "--format", "json"}, .input = "bloc: x\nfacts: {free_trade_core: full}\n"});
  EXPECT_EQ(got.code, 0);
  EXPECT_NE(got.err.find("warning: "), std::string::npos);
  EXPECT_TRUE(nlohmann::json::accept(got.out));
  EXPECT_TRUE(got.out.ends_with("}\n"));
}

TEST(Streams, GiveOneJsonTextALineWhereAskedTo) {
  const Outcome got = run_with({"classify", "mercosur", "alba", "--format", "ndjson"});
  const std::vector<std::string> lines = lines_of(got.out);
  ASSERT_EQ(lines.size(), 6U);  // three periods each
  for (const std::string& line : lines) EXPECT_TRUE(nlohmann::json::accept(line));
}

TEST(Mistakes, AreToldAllAtOnceWhateverTheyAreIn) {
  const ScratchFolder folder;
  write_text(folder / "one.yaml", "bloc: one\nfacts: {free_trade_cor: full, social_policy_mandate: 2}\n");
  write_text(folder / "two.yaml", "bloc: two\nbloc: two\nfacts: {}\n");
  const Outcome got = run({.arguments = {"classify", "one.yaml", "two.yaml", "atlantis", "three.yaml", "alba@1066",
                                         "--axis", "militry", "--why-not", "liberal", "--at", "soon"},
                           .folder = folder.path()});
  EXPECT_EQ(got.code, 2);
  for (const char* code :
       {"unknown-indicator", "out-of-range", "duplicate-key", "unknown-bloc", "no-such-file", "unknown-period"}) {
    EXPECT_EQ(count(got.err, "[" + std::string(code) + "]"), 1U) << code << "\n" << got.err;
  }
  EXPECT_EQ(count(got.err, "[usage]"), 3U) << got.err;
}

TEST(Mistakes, InTheCommandLineAreToldAllAtOnce) {
  const Outcome got = run_with({"classify", "alba", "--formt", "json", "--lang", "fr", "--color", "pink"});
  EXPECT_EQ(got.code, 2);
  EXPECT_EQ(count(got.err, "[usage]"), 3U) << got.err;
}

TEST(Mistakes, TakeOneLineEachInTheShortForm) {
  const ScratchFolder folder;
  write_text(folder / "one.yaml", description_with_mistakes(3));
  const Outcome got =
      run({.arguments = {"classify", "one.yaml", "atlantis", "--error-format", "short"}, .folder = folder.path()});
  const std::vector<std::string> lines = lines_of(got.err);
  EXPECT_EQ(lines.size(), 4U);
  for (const std::string& line : lines) {
    EXPECT_TRUE(std::regex_match(line, std::regex("[^ ]+: (error|warning): .+ \\[[a-z-]+\\]"))) << line;
  }
  EXPECT_TRUE(lines.front().starts_with("one.yaml:3:3: error: ")) << got.err;
}

TEST(Mistakes, PastAHundredAreOnlyCounted) {
  struct Case {
    int number;
    std::string last;
  };
  for (const Case& c : {Case{100, ""}, {101, "and 1 more"}, {130, "and 30 more"}}) {
    for (const char* form : {"full", "short"}) {
      const Outcome got =
          run({.arguments = {"classify", "-", "--error-format", form}, .input = description_with_mistakes(c.number)});
      EXPECT_EQ(count(got.err, "[unknown-indicator]"), 100U);
      const std::string last = lines_of(got.err).back();
      EXPECT_EQ(last.find(c.last), 0U) << last;
      EXPECT_EQ(count(got.err, "\nand "), c.last.empty() ? 0U : 1U);
    }
  }
}

TEST(Mistakes, OfManyInputsAreCountedTogether) {
  const ScratchFolder folder;
  write_text(folder / "one.yaml", description_with_mistakes(70));
  write_text(folder / "two.yaml", description_with_mistakes(70));
  const Outcome got = run({.arguments = {"classify", "one.yaml", "two.yaml"}, .folder = folder.path()});
  EXPECT_EQ(got.code, 2);
  EXPECT_TRUE(got.err.ends_with("and 40 more\n"));
}

TEST(Mistakes, AreNotHiddenByAHundredWarnings) {
  const ScratchFolder folder;
  Arguments arguments{"classify"};
  for (int i = 0; i < 120; ++i) {
    const std::string name = "bloc" + std::to_string(i) + ".yaml";
    write_text(folder / name, "bloc: x\nfacts: {free_trade_core: full}\n");
    arguments.push_back(name);
  }
  arguments.push_back("atlantis");
  const Outcome got = run({.arguments = arguments, .folder = folder.path()});
  EXPECT_EQ(got.code, 2);
  EXPECT_NE(got.err.find("atlantis"), std::string::npos) << "an error was counted among the warnings, and not told";
}

}  // namespace
}  // namespace bloctype::blackbox
