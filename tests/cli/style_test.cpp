// Colour, width and plain output: what the terminal, the environment and the options decide.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <sstream>

#include "core/utf8.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;
using Environment = std::map<std::string, std::string>;

const std::vector<std::string> kLanguages = {"en", "es", "pt"};
const std::vector<std::string> kBlocs = {"alba", "celac", "mercosur", "nafta", "pacific-alliance", "unasur"};

bool has_escapes(const std::string& text) { return text.find('\x1b') != std::string::npos; }

std::string without_colours(const std::string& text) {
  return std::regex_replace(text, std::regex("\x1b\\[[0-9;]*m"), "");
}

std::string without_returns(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<Arguments> texts() {
  std::vector<Arguments> list;
  for (const std::string& bloc : kBlocs) {
    list.push_back({"classify", bloc});
    list.push_back({"classify", bloc, "-v"});
    list.push_back({"classify", bloc, "--robustness", "--why-not", "strategic", "--why-not", "autonomist"});
  }
  return list;
}

Arguments joined(Arguments arguments, const Arguments& further) {
  arguments.insert(arguments.end(), further.begin(), further.end());
  return arguments;
}

std::string written(const Arguments& arguments) {
  std::string line;
  for (const std::string& argument : arguments) line += argument + " ";
  return line;
}

// --- Colour

TEST(Colour, IsForTerminalsThatAreNotToldOtherwise) {
  struct Case {
    Stream out;
    Arguments options;
    Environment environment;
    bool coloured;
  };
  const std::vector<Case> cases = {
      {Stream::kTerminal, {}, {{"TERM", "xterm"}}, true},
      {Stream::kTerminal, {}, {{"TERM", "dumb"}}, false},
      {Stream::kTerminal, {}, {{"TERM", "xterm"}, {"NO_COLOR", "1"}}, false},
      {Stream::kTerminal, {}, {{"TERM", "xterm"}, {"NO_COLOR", ""}}, true},
      {Stream::kTerminal, {"--color", "never"}, {{"TERM", "xterm"}}, false},
      {Stream::kTerminal, {"--color", "auto"}, {{"TERM", "xterm"}}, true},
      {Stream::kTerminal, {"--color", "always"}, {{"TERM", "dumb"}, {"NO_COLOR", "1"}}, true},
      {Stream::kCaptured, {}, {{"TERM", "xterm"}}, false},
      {Stream::kCaptured, {"--color", "auto"}, {{"TERM", "xterm"}, {"CLICOLOR_FORCE", "1"}}, false},
      {Stream::kCaptured, {"--color", "always"}, {{"NO_COLOR", "1"}}, true},
      {Stream::kCaptured, {"--color=never"}, {}, false},
  };
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Case& c = cases[i];
    for (const Arguments& arguments : {Arguments{"classify", "nafta"}, {"classify", "--help"}}) {
      const Outcome got = run({.arguments = joined(arguments, c.options), .out = c.out, .environment = c.environment});
      EXPECT_EQ(got.code, 0);
      EXPECT_EQ(has_escapes(got.out), c.coloured) << "case " << i;
    }
  }
}

TEST(Colour, OfMessagesFollowsTheStreamOfMessages) {
  const Environment xterm{{"TERM", "xterm"}};
  EXPECT_FALSE(
      has_escapes(run({.arguments = {"classify", "atlantis"}, .out = Stream::kTerminal, .environment = xterm}).err));
  EXPECT_TRUE(has_escapes(run({.arguments = {"classify", "atlantis", "--color", "always"}}).err));
  EXPECT_TRUE(has_escapes(run({.arguments = {"clasify", "--color", "always"}}).err));
  EXPECT_FALSE(has_escapes(run({.arguments = {"classify", "atlantis"}, .environment = xterm}).err));
}

TEST(Colour, NeverGoesToAFileUnlessAskedTo) {
  const ScratchFolder folder;
  const Arguments arguments{"classify", "nafta", "-o", "out.txt"};
  const Environment xterm{{"TERM", "xterm"}};
  run({.arguments = arguments, .out = Stream::kTerminal, .environment = xterm, .folder = folder.path()});
  EXPECT_FALSE(has_escapes(read_text(folder / "out.txt")));
  run({.arguments = joined(arguments, {"--color", "always"}), .folder = folder.path()});
  EXPECT_TRUE(has_escapes(read_text(folder / "out.txt")));
}

TEST(Colour, NeverEntersJson) {
  for (const char* format : {"json", "ndjson"}) {
    const Outcome got = run_with({"classify", "nafta", "--format", format, "--color", "always"});
    EXPECT_FALSE(has_escapes(got.out));
  }
}

TEST(Colour, SaysNothingThatWordsDoNot) {
  for (const Arguments& arguments : texts()) {
    for (const char* width : {"40", "80"}) {
      const std::string coloured = run_with(joined(arguments, {"--width", width, "--color", "always"})).out;
      const std::string plain = run_with(joined(arguments, {"--width", width, "--color", "never"})).out;
      EXPECT_TRUE(has_escapes(coloured));
      EXPECT_TRUE(without_colours(coloured) == plain) << written(arguments) << width;
    }
  }
  const std::string coloured = run_with({"classify", "atlantis", "alba@1066", "--color", "always"}).err;
  EXPECT_EQ(without_colours(coloured), run_with({"classify", "atlantis", "alba@1066"}).err);
}

TEST(Colour, IsAllThatEscapesAreFor) {
  for (const Arguments& arguments : texts()) {
    EXPECT_FALSE(has_escapes(without_colours(run_with(joined(arguments, {"--color", "always"})).out)));
  }
}

// --- Width

/// Lines that are too long although a blank in them would let them be wrapped.
std::vector<std::string> too_long(const std::string& text, std::size_t width) {
  std::vector<std::string> found;
  for (const std::string& line : lines_of(text)) {
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    const bool is_one_word = line.find(' ', begin) == std::string::npos;
    if (display_width(line) > width && !is_one_word) found.push_back(line);
  }
  return found;
}

class Width : public testing::TestWithParam<std::size_t> {};

TEST_P(Width, IsKeptByEveryLineOfAPlacement) {
  for (const std::string& language : kLanguages) {
    for (const Arguments& arguments : texts()) {
      const std::string text =
          run_with(joined(arguments, {"--width", std::to_string(GetParam()), "--lang", language})).out;
      EXPECT_EQ(too_long(text, GetParam()), std::vector<std::string>()) << written(arguments) << language;
    }
  }
}

TEST_P(Width, IsKeptInPlainOutputToo) {
  for (const Arguments& arguments : texts()) {
    const Outcome got = run({.arguments = joined(arguments, {"--width", std::to_string(GetParam())}),
                             .environment = {{"ACCESSIBLE", "1"}}});
    EXPECT_EQ(too_long(got.out, GetParam()), std::vector<std::string>()) << written(arguments);
  }
}

TEST_P(Width, DropsNoWord) {
  const std::string text = run_with({"classify", "mercosur", "-v", "--width", std::to_string(GetParam())}).out;
  const std::string wide = run_with({"classify", "mercosur", "-v", "--width", "2000"}).out;
  // What is set apart by blanks where there is room may stand in brackets or on a line of its own.
  const auto letters = [](const std::string& all) { return std::regex_replace(all, std::regex("[^A-Za-z0-9]+"), ""); };
  EXPECT_EQ(letters(text), letters(wide));
}

INSTANTIATE_TEST_SUITE_P(Columns, Width, testing::Values(40U, 80U, 120U));

TEST(Width, OfHelpIsKeptAtEightyColumns) {
  for (const std::string& language : kLanguages) {
    for (const Arguments& arguments : {Arguments{"--help"}, {"classify", "--help"}}) {
      for (const std::string& line : lines_of(run_with(joined(arguments, {"--lang", language})).out)) {
        EXPECT_LE(display_width(line), 80U) << line;
      }
    }
  }
}

TEST(Width, IsThatOfTheOptionThenColumnsThenTheTerminalThenEighty) {
  const auto text = [](const std::string& width) { return run_with({"classify", "nafta", "--width", width}).out; };
  const auto shown = [](const Arguments& options, const Environment& environment, Stream out) {
    const Outcome got = run({.arguments = joined({"classify", "nafta", "--color", "never"}, options),
                             .out = out,
                             .environment = environment});
    return without_returns(got.out);
  };
  EXPECT_TRUE(shown({}, {}, Stream::kCaptured) == text("80"));
  EXPECT_TRUE(shown({}, {}, Stream::kTerminal) == text(std::to_string(kTerminalColumns)));
  EXPECT_TRUE(shown({}, {{"COLUMNS", "100"}}, Stream::kTerminal) == text("100"));
  EXPECT_TRUE(shown({}, {{"COLUMNS", "100"}}, Stream::kCaptured) == text("100"));
  EXPECT_TRUE(shown({"--width", "60"}, {{"COLUMNS", "100"}}, Stream::kTerminal) == text("60"));
  EXPECT_TRUE(shown({}, {{"COLUMNS", "wide"}}, Stream::kCaptured) == text("80"));
  EXPECT_TRUE(shown({}, {{"COLUMNS", "0"}}, Stream::kCaptured) == text("80"));
}

TEST(Width, OfADiagnosticIsKeptByItsHelpAndItsExcerpt) {
  const std::string input = "bloc: x\nfacts: {free_trade_core: {note: " + std::string(300, 'n') + ", value: half}}\n";
  for (const std::size_t width : {40U, 60U, 80U}) {
    const Outcome got = run({.arguments = {"classify", "-", "--width", std::to_string(width)}, .input = input});
    const std::string below = got.err.substr(got.err.find('\n') + 1);  // place and message are one line, for scripts
    EXPECT_EQ(too_long(below, width), std::vector<std::string>());
  }
}

TEST(Excerpt, ShowsAWholeLineThatFits) {
  const std::string line = "facts: {free_trade_core: full, social_policy_mandate: halfish}";
  const Outcome got = run({.arguments = {"classify", "-"}, .input = "bloc: x\n" + line + "\n"});
  EXPECT_NE(got.err.find("  2 | " + line + "\n"), std::string::npos) << got.err;
}

// --- Plain output

bool is_plain(char32_t c) {
  const std::u32string_view marks = U"“”‘’«»–¿¡ªº°";
  const bool ascii = c == U'\n' || (c >= 0x20 && c < 0x7F);
  const bool latin = c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7;
  return ascii || latin || marks.find(c) != std::u32string_view::npos;
}

TEST(AccessibleOutput, HoldsNothingButWordsAndPunctuation) {
  for (const std::string& language : kLanguages) {
    for (const Arguments& arguments : texts()) {
      const Outcome got =
          run({.arguments = arguments, .environment = {{"ACCESSIBLE", "1"}, {"BLOCTYPE_LANG", language}}});
      std::string_view rest = got.out;
      while (!rest.empty()) {
        const CodePoint point = decode_utf8(rest);
        ASSERT_GT(point.size, 0U);
        ASSERT_TRUE(is_plain(point.value)) << rest.substr(0, 60);
        rest.remove_prefix(point.size);
      }
    }
  }
}

TEST(AccessibleOutput, IsAskedForByAnyValueButZero) {
  const auto text = [](const Environment& environment) {
    return run({.arguments = {"classify", "mercosur"}, .environment = environment}).out;
  };
  const std::string usual = text({});
  EXPECT_FALSE(text({{"ACCESSIBLE", "1"}}) == usual);
  EXPECT_TRUE(text({{"ACCESSIBLE", "yes"}}) == text({{"ACCESSIBLE", "1"}}));
  EXPECT_TRUE(text({{"ACCESSIBLE", ""}}) == usual);
  EXPECT_TRUE(text({{"ACCESSIBLE", "0"}}) == usual);
}

TEST(AccessibleOutput, MovesNoCursor) {
  const Outcome got = run({.arguments = {"classify", "mercosur"},
                           .out = Stream::kTerminal,
                           .environment = {{"ACCESSIBLE", "1"}, {"TERM", "xterm"}}});
  EXPECT_FALSE(has_escapes(without_colours(got.out)));
}

TEST(AccessibleOutput, ChangesNoJson) {
  const Arguments arguments{"classify", "mercosur", "--format", "json"};
  EXPECT_TRUE(run({.arguments = arguments, .environment = {{"ACCESSIBLE", "1"}}}).out == run_with(arguments).out);
}

}  // namespace
}  // namespace bloctype::blackbox
