// The manual page: that groff finds nothing wrong with it, and that it tells all that the help tells.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "tests/cli/help_page.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

namespace fs = std::filesystem;

const std::string kLanguages[] = {"en", "es", "pt"};

/// The text in one line, one blank between words.
std::string flowing(const std::string& text) { return std::regex_replace(text, std::regex("\\s+"), " "); }

class Manual : public testing::Test {
 protected:
  /// What groff makes of the page that `bloctype --man OPTIONS` writes; its complaints are `err`.
  Outcome page(const std::string& options, const std::string& columns = "78") const {
    return shell(folder_.path(),
                 "bloctype --man " + options + " | groff -man -ww -Tutf8 -rLL=" + columns + "n -P-c -P-b -P-u");
  }
  std::string source(const std::string& language) const { return run_with({"--man", "--lang", language}).out; }

  ScratchFolder folder_;
};

TEST_F(Manual, IsSetWithoutAWarningInEveryLanguageAndWidth) {
  ASSERT_EQ(shell(folder_.path(), "groff --version >/dev/null").code, 0) << "install the Debian package groff-base";
  for (const std::string& language : kLanguages) {
    for (const char* columns : {"40", "78", "200"}) {
      const Outcome got = page("--lang " + language, columns);
      EXPECT_EQ(got.code, 0);
      EXPECT_EQ(got.err, "") << language << " " << columns;
    }
  }
}

TEST_F(Manual, TellsEveryCommandAndOptionWithItsText) {
  const std::string text = flowing(page("--lang en").out);
  const std::vector<std::string> commands = commands_in_help();
  ASSERT_GE(commands.size(), 11U);
  for (const std::string& command : commands) {
    EXPECT_TRUE(contains(text, " bloctype " + command + " ")) << command;
    for (const std::string& option : options_in_help(command)) EXPECT_TRUE(contains(text, " " + option)) << option;
  }
  for (const std::string& option : options_in_help("")) EXPECT_TRUE(contains(text, " " + option)) << option;
  EXPECT_TRUE(contains(text, "-o, --output FILE write to this file, which is replaced whole or not at all"));
  EXPECT_TRUE(contains(text, "--color auto|always|never colours, which never say what words do not"));
  EXPECT_TRUE(contains(text, "cells that a spreadsheet may take for a formula stay as they are, without ' before"));
}

TEST_F(Manual, TellsEveryExitCodeAndVariable) {
  const std::string text = flowing(page("--lang en").out);
  for (const char* part : {" 0 done", " 1 done", " 2 it could not be done", " 3 a bug", " BLOCTYPE_LANG, LC_ALL,",
                           " COLUMNS columns", " NO_COLOR ", " TERM ", " ACCESSIBLE "}) {
    EXPECT_TRUE(contains(text, part)) << part;
  }
}

TEST_F(Manual, NamesTheWorksThatTheRulebookCites) {
  EXPECT_TRUE(contains(flowing(page("--lang en").out), "Times of Change in Latin American Regionalism"));
  const std::string other = std::string(BLOCTYPE_SOURCE_DIR) + "/examples/rulebooks/balassa";
  const Outcome got = page("--lang en --rules '" + other + "'");
  EXPECT_EQ(got.err, "");
  EXPECT_TRUE(contains(got.out, "Balassa"));
  EXPECT_FALSE(contains(got.out, "Times of Change"));
}

TEST_F(Manual, IsInTheLanguageOfTheTexts) {
  for (const auto& [language, heading, accented] : {std::tuple{"en", "\nENVIRONMENT\n", "José Briceño-Ruiz"},
                                                    {"es", "\nVÉASE TAMBIÉN\n", "tipología del regionalismo"},
                                                    {"pt", "\nDESCRIÇÃO\n", "classificação"}}) {
    const std::string text = page("--lang " + std::string(language)).out;
    EXPECT_TRUE(contains(text, heading)) << text;
    EXPECT_TRUE(contains(flowing(text), accented)) << text;
  }
  EXPECT_EQ(run({.arguments = {"--man"}, .environment = {{"LANG", "es_UY.UTF-8"}}}).out, source("es"));
}

TEST_F(Manual, IsPlainAsciiAndTheSameWhateverTheTerminal) {
  for (const std::string& language : kLanguages) {
    const std::string text = source(language);
    EXPECT_TRUE(std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
    EXPECT_EQ(run({.arguments = {"--man", "--lang", language, "--color", "always", "--width", "40"},
                   .environment = {{"ACCESSIBLE", "1"}}})
                  .out,
              text);
  }
}

TEST_F(Manual, ReadsNoTextOfARulebookAsARequest) {
  fs::copy(std::string(BLOCTYPE_SOURCE_DIR) + "/examples/rulebooks/balassa", folder_ / "rules",
           fs::copy_options::recursive);
  std::string typology = read_text(folder_ / "rules/typology.yaml");
  const auto author = typology.find("author: ");
  ASSERT_NE(author, std::string::npos);
  typology.replace(author, typology.find('\n', author) - author,
                   "author: \".so /etc/passwd \\\\fB \\\\n(.x \\\"quoted\\\" - it's ^~`\"");
  write_text(folder_ / "rules/typology.yaml", typology);
  const Outcome got = page("--lang en --rules rules", "200");
  EXPECT_EQ(got.err, "");
  EXPECT_TRUE(contains(got.out, ".so /etc/passwd \\fB \\n(.x \"quoted\" - it's ^~`")) << got.out;
}

TEST_F(Manual, GoesToTheFileOfO) {
  EXPECT_EQ(run({.arguments = {"--man", "--lang", "es", "-o", "bloctype.1"}, .folder = folder_.path()}).code, 0);
  EXPECT_EQ(read_text(folder_ / "bloctype.1"), source("es"));
}

}  // namespace
}  // namespace bloctype::blackbox
