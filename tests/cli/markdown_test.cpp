// `--format markdown`: whole results as they should look, and what holds of all of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/cli/golden.hpp"
#include "tests/cli/rules_folder.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

Arguments operator+(Arguments a, const Arguments& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Outcome run_markdown(const Arguments& arguments, const std::map<std::string, std::string>& environment = {}) {
  return run({.arguments = arguments + Arguments{"--format", "markdown"},
              .environment = environment,
              .folder = BLOCTYPE_SOURCE_DIR});
}

testing::AssertionResult matches(const std::string& name, const std::string& actual) {
  return matches_golden(BLOCTYPE_SOURCE_DIR "/tests/cli/golden/markdown-" + name + ".md", actual);
}

/// A run of which the result is kept.
struct Golden {
  std::string name;
  Arguments arguments;
};
void PrintTo(const Golden& golden, std::ostream* out) { *out << golden.name; }

std::vector<Golden> goldens() {
  return {{"classify.en", {"classify", "mercosur@2003"}},
          {"classify-verbose.en", {"classify", "celac", "--axis", "political", "-v"}},
          {"classify.es", {"classify", "mercosur", "--lang", "es"}},
          {"compare.en", {"compare", "mercosur@1991", "mercosur@2003"}},
          {"compare.pt", {"compare", "mercosur@2010", "alba@2010", "--lang", "pt"}},
          {"landscape.en", {"landscape", "examples"}},
          {"landscape.es", {"landscape", "mercosur", "alba", "--axis", "economic", "--lang", "es"}},
          {"show.en", {"show"}},
          {"show-cards.en", {"show", "social", "political"}},
          {"rules-check.en", {"rules", "check", "examples/rulebooks/balassa", "-v"}},
          {"rules-gaps.es", {"rules", "gaps", "--most", "1", "--lang", "es"}},
          {"batch.en", {"batch", "examples/blocs.csv"}},
          {"batch-coders.pt", {"batch", "examples/coders.csv", "--by-coder", "--lang", "pt"}}};
}

struct Name {
  std::string operator()(const testing::TestParamInfo<Golden>& info) const {
    std::string name = info.param.name;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
    return name;
  }
};

class GoldenMarkdown : public testing::TestWithParam<Golden> {};

TEST_P(GoldenMarkdown, IsAsItWas) {
  const Outcome got = run_markdown(GetParam().arguments);
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_TRUE(matches(GetParam().name, got.out));
}

INSTANTIATE_TEST_SUITE_P(Texts, GoldenMarkdown, testing::ValuesIn(goldens()), Name());

class Markdown : public testing::TestWithParam<Golden> {};

TEST_P(Markdown, IsTheSameForEveryScreen) {
  const std::string usual = run_markdown(GetParam().arguments).out;
  EXPECT_EQ(run_markdown(GetParam().arguments + Arguments{"--width", "40", "--color", "always"}).out, usual);
}

/// The levels of the headings in `markdown`, from the first.
std::vector<std::size_t> levels_in(const std::string& markdown) {
  std::vector<std::size_t> levels;
  std::istringstream in(markdown);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) levels.push_back(line.find(' '));
  }
  return levels;
}

/// It is pasted below a heading of the reader's own.
TEST_P(Markdown, BeginsWithLevelTwoAndSkipsNoLevel) {
  const std::string text = run_markdown(GetParam().arguments).out;
  std::size_t before = 1;
  for (const std::size_t level : levels_in(text)) {
    EXPECT_GE(level, 2U);
    EXPECT_LE(level, before + 1) << text;
    before = level;
  }
}

TEST_P(Markdown, HasEmptyLinesBetweenBlocksAndEndsWithItsLastLine) {
  const std::string text = run_markdown(GetParam().arguments).out;
  EXPECT_EQ(text.find("\n\n\n"), std::string::npos);
  EXPECT_TRUE(text.ends_with('\n') && !text.ends_with("\n\n"));
}

INSTANTIATE_TEST_SUITE_P(Texts, Markdown, testing::ValuesIn(goldens()), Name());

// --- rulebooks that are at fault

TEST(GoldenMarkdownOfRules, TellsFindingsOfACheck) {
  RulesFolder rules;
  rules.append("models/customs_union.yaml", "contrary:\n  - {feature: tariffs_lifted, cite: [V-5], claim: ours}\n");
  const Outcome got = rules.run("check", {"-v", "--format", "markdown"});
  EXPECT_EQ(got.code, 1);
  EXPECT_TRUE(matches("rules-check-errors.en", got.out));
}

TEST(GoldenMarkdownOfRules, TellsFindingsOfACheckInALineEach) {
  RulesFolder rules;
  rules.replace("typology.yaml", "verdict: no_treaty", "verdict: none_such");
  const Outcome got = rules.run("check", {"--error-format", "short", "--format", "markdown", "--lang", "es"});
  EXPECT_EQ(got.code, 1);
  EXPECT_TRUE(matches("rules-check-short.es", got.out));
}

TEST(GoldenMarkdownOfRules, TellsCasesThatFail) {
  RulesFolder rules;
  rules.write("cases/unions.yaml",
              "cases:\n"
              "  - name: a union *on paper*\n"
              "    facts: {treaty: yes, tariffs_lifted: {discourse: full, practice: marginal}, common_tariff: full}\n"
              "    expect: {trade: {headline: customs_union, certainty: decided}}\n"
              "  - name: a union\n"
              "    facts: {treaty: yes, tariffs_lifted: full, common_tariff: full, revenue_shared: full}\n"
              "    expect: {trade: customs_union}\n");
  const Outcome got = rules.run("test", {"--coverage", "--format", "markdown"});
  EXPECT_EQ(got.code, 1);
  EXPECT_TRUE(matches("rules-test.en", got.out));
}

TEST(GoldenMarkdownOfRules, TellsPlacementsThatDiffer) {
  RulesFolder rules;
  rules.write("cases/unions.yaml",
              "cases:\n"
              "  - name: a union\n"
              "    facts: {treaty: yes, tariffs_lifted: full, common_tariff: full, revenue_shared: substantial}\n"
              "    expect: {trade: customs_union}\n");
  std::filesystem::copy(rules.path() / "rules", rules.path() / "mine", std::filesystem::copy_options::recursive);
  rules.replace("../mine/models/customs_union.yaml", "- {feature: revenue_shared", "- {not: revenue_shared");
  const Outcome got =
      run({.arguments = {"rules", "diff", "rules", "mine", "--format", "markdown"}, .folder = rules.path()});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_TRUE(matches("rules-diff.en", got.out));
}

// --- what strangers write

/// What of a Markdown text may be a mark: all but the characters behind a backslash.
std::string without_escaped(const std::string& markdown) {
  std::string out;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    if (markdown[i] == '\\') {
      ++i;
    } else {
      out += markdown[i];
    }
  }
  return out;
}

TEST(MarkdownOfStrangers, KeepsTheirMarksAsLetters) {
  const ScratchFolder folder;
  write_text(folder / "b.yaml",
             "bloc: b\nname: \"<img src=x> [x](https://x.org) | *b*\"\nsources: {s: {author: \"A\\nB\", title: '# T', "
             "year: 2001}}\nfacts:\n  state_led_process: {value: no, source: s, note: '</td>`'}\n");
  for (const Arguments& command :
       {Arguments{"classify", "b.yaml", "-v"}, Arguments{"show", "b.yaml"}, Arguments{"compare", "b.yaml", "alba"}}) {
    const Outcome got = run({.arguments = command + Arguments{"--format", "markdown"}, .folder = folder.path()});
    EXPECT_EQ(got.code, 0) << got.err;
    const std::string marks = without_escaped(got.out);
    for (const char* mark : {"<", ">", "[", "]", "://", "|", "`", " *b", "\n# T"}) {
      EXPECT_EQ(marks.find(mark), std::string::npos) << mark << "\n" << got.out;
    }
    EXPECT_NE(got.out.find("\\<img src=x\\> \\[x\\](https\\://x.org) \\| \\*b\\*"), std::string::npos) << got.out;
  }
}

TEST(MarkdownOfStrangers, StaysInItsCellsInATable) {
  const Outcome got = run({.arguments = {"batch", "-", "--format", "markdown"},
                           .input = "bloc,from,to,state_led_process,expect.economic\n"
                                    "\"a|b\n| c |\\\",2001,2002,no,social\n"});
  EXPECT_EQ(got.code, 1);
  std::istringstream in(got.out);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  ASSERT_EQ(lines.size(), 3U) << got.out;
  EXPECT_EQ(
      lines[2].find("| a\\|b\\\\u{A}\\| c \\|\\\\ | 2001-2002 | not (yet) regionalism (decided); expected social | "),
      0U)
      << got.out;
}

TEST(MarkdownOfTemplates, IsRefused) {
  const Outcome got = run_with({"show", "social", "--template", "yaml", "--format", "markdown"});
  EXPECT_EQ(got.code, 2);
  EXPECT_EQ(got.out, "");
  EXPECT_NE(got.err.find("takes no names"), std::string::npos) << got.err;  // both mistakes at once
  EXPECT_NE(got.err.find("--format is for cards"), std::string::npos) << got.err;
}

}  // namespace
}  // namespace bloctype::blackbox
