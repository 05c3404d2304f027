// Sentences that are put together from data: over many made-up blocs none may show a seam (an empty list, a
// placeholder, doubled or missing punctuation), pass the width or break a run.
#include <gtest/gtest.h>

#include <random>
#include <regex>
#include <sstream>

#include "core/utf8.hpp"
#include "embed/shipped.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

/// What is coded of a made-up bloc: how many facts, and how.
struct Recipe {
  double coded = 1;     ///< share of the indicators that are coded
  double disputed = 0;  ///< share of these that are intervals
  double apart = 0;     ///< share of those with two registers that are coded apart
};

/// Made-up descriptions. The engine's raw numbers are used, since distributions differ from library to library.
class Inventor {
 public:
  explicit Inventor(unsigned seed) : random_(seed), rulebook_(*shipped_rulebook().value) {}

  std::string description(const Recipe& recipe) {
    std::string text = "bloc: toy\nname: Toy\nsources: {one: {author: A, title: First, year: 2001}}\nfacts:\n  {}\n";
    std::string facts;
    for (const Indicator& indicator : rulebook_.indicators) {
      if (chance(recipe.coded)) facts += "  " + indicator.id + ": {" + values(indicator, recipe) + ", source: one}\n";
    }
    return facts.empty() ? text : text.substr(0, text.find("  {}")) + facts;
  }

 private:
  bool chance(double share) { return static_cast<double>(random_()) < share * 4294967296.0; }
  std::string pick(const std::vector<std::string>& list) { return list[random_() % list.size()]; }

  std::string value(const Indicator& indicator, const Recipe& recipe) {
    if (indicator.yes_no) return chance(recipe.disputed) ? "[no, yes]" : pick({"yes", "no"});
    if (chance(recipe.disputed))
      return pick({"[absent, full]", "[marginal, substantial]", "[0.2, 0.6]", "[absent, marginal]"});
    return pick({"absent", "absent", "marginal", "substantial", "full", "full", "0.5", "unknown"});
  }
  std::string values(const Indicator& indicator, const Recipe& recipe) {
    if (indicator.subject != Subject::kBoth || !chance(recipe.apart)) return "value: " + value(indicator, recipe);
    return "discourse: " + value(indicator, recipe) + ", practice: " + value(indicator, recipe);
  }

  std::mt19937 random_;
  Rulebook rulebook_;
};

std::vector<Recipe> recipes() {
  return {{1, 0, 0},     {1, 0, 0.8},     {0.8, 0.1, 0.5}, {0.6, 0.3, 0.5},
          {0.4, 0, 0.3}, {0.2, 0.5, 0.5}, {0.05, 0, 0},    {0.9, 1, 0.5}};
}

/// Where a text shows how it was put together; empty where it does not.
std::string seam(const std::string& text) {
  static const std::regex kSeams(
      "\\{[a-z_]+\\}|: *[;.,]|[(\\[] *[)\\]]|[(\\[] +[^ ]| "
      "+[;,.)]|,,|;;|[;,]\\.|[^.]\\.\\.[^.]|“”|«»|\\bnan\\b|\\binf\\b|"
      "\\b[a-z_]+\\.(?!yaml)[a-z_]+");  // the last: the key of an interface text that is missing
  const std::string line = std::regex_replace(text, std::regex("\\s+"), " ");
  std::smatch found;
  if (!std::regex_search(line, found, kSeams)) return {};
  const auto at = static_cast<std::size_t>(found.position());
  return line.substr(at < 60 ? 0 : at - 60, 140);
}

class Sentences : public testing::TestWithParam<std::string> {
 protected:
  Outcome classified(const std::string& description, const Arguments& options) const {
    Arguments arguments{"classify", "-", "--lang", GetParam()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run({.arguments = arguments, .input = description});
  }
};

TEST_P(Sentences, ShowNoSeamWhateverIsCoded) {
  Inventor inventor(7);
  for (const Recipe& recipe : recipes()) {
    for (int i = 0; i < 12; ++i) {
      const std::string description = inventor.description(recipe);
      const Outcome got = classified(description, i == 0 ? Arguments{"-v"} : Arguments{"--robustness"});
      ASSERT_EQ(got.code, 0) << got.err << description;
      EXPECT_EQ(seam(got.out), "") << description;
      if (HasFailure()) return;  // one description tells enough
    }
  }
}

TEST_P(Sentences, OfWhyNotShowNoSeam) {
  Inventor inventor(8);
  Arguments options;
  for (const char* model : {"strategic", "social", "productive", "acquiescent", "autonomist", "counter_hegemonic"}) {
    options.insert(options.end(), {"--why-not", model});
  }
  for (const Recipe& recipe : recipes()) {
    for (int i = 0; i < 4; ++i) {
      const std::string description = inventor.description(recipe);
      const Outcome got = classified(description, options);
      ASSERT_EQ(got.code, 0) << got.err << description;
      EXPECT_EQ(seam(got.out), "") << description;
      if (HasFailure()) return;
    }
  }
}

TEST_P(Sentences, KeepTheWidth) {
  Inventor inventor(9);
  for (const Recipe& recipe : recipes()) {
    for (const std::size_t width : {50U, 80U}) {
      const std::string description = inventor.description(recipe);
      std::istringstream lines(classified(description, {"--width", std::to_string(width), "-v", "--robustness"}).out);
      for (std::string line; std::getline(lines, line);) {
        const bool is_one_word =
            line.find(' ', std::min(line.find_first_not_of(' '), line.size())) == std::string::npos;
        EXPECT_TRUE(is_one_word || display_width(line) <= width) << width << ": " << line;
        if (HasFailure()) return;
      }
    }
  }
}

TEST_P(Sentences, OfComparisonsShowNoSeamAndKeepTheWidth) {
  const ScratchFolder scratch;
  Inventor inventor(10);
  for (const Recipe& recipe : recipes()) {
    for (int i = 0; i < 8; ++i) {
      write_text(scratch / "a.yaml", inventor.description(recipe));
      write_text(scratch / "b.yaml", inventor.description(i % 2 == 0 ? recipe : recipes()[0]));
      const std::size_t width = i % 3 == 0 ? 50 : 80;
      const Outcome got =
          run({.arguments = {"compare", "a.yaml", "b.yaml", "--lang", GetParam(), "--width", std::to_string(width)},
               .folder = scratch.path()});
      ASSERT_EQ(got.code, 0) << got.err;
      EXPECT_EQ(seam(got.out), "");
      std::istringstream lines(got.out);
      for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), width) << line;
      if (HasFailure()) FAIL() << read_text(scratch / "a.yaml") << read_text(scratch / "b.yaml");
    }
  }
}

TEST_P(Sentences, NameASourceByWhateverIsKnownOfIt) {
  for (const char* source : {"{}", "{year: 2001}", "{author: A}", "{title: First}", "{author: A, year: 2001}",
                             "{title: First, year: 2001}", "{author: A, title: First}"}) {
    const std::string description = "bloc: toy\nsources: {one: " + std::string(source) +
                                    "}\nfacts: {free_trade_core: {value: full, source: one}}\n";
    EXPECT_EQ(seam(classified(description, {}).out), "") << source;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, Sentences, testing::Values("en", "es", "pt"),
                         [](const auto& language) { return std::string(language.param); });

}  // namespace
}  // namespace bloctype::blackbox
