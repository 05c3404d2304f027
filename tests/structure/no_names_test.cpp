// The scholarship is in rules/ and examples/, the sentences in src/text/: no string in C++ names a model, an indicator,
// an axis, a verdict or a bloc, and none reads like a sentence.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <vector>

#include "embed/shipped.hpp"
#include "source_files.hpp"

namespace bloctype::structure {
namespace {

using Words = std::vector<std::string>;

/// Ids that are ordinary words, where one stands in a string in another sense. `file` and `word`, and why.
struct Allowed {
  std::string file, word, why;
};
const std::vector<Allowed> kAllowed = {};

constexpr int kSentence = 6;  ///< words in a row that make a string read like one

std::set<std::string> names() {
  std::set<std::string> names;
  const Rulebook rulebook = shipped_rulebook().value.value();
  for (const Indicator& indicator : rulebook.indicators) names.insert(indicator.id);
  for (const Model& model : rulebook.models) {
    names.insert(model.id);
    for (const Variant& variant : model.variants) names.insert(variant.id);
  }
  for (const Finding& finding : rulebook.findings) names.insert(finding.id);
  for (const Verdict& verdict : rulebook.verdicts) names.insert(verdict.id);
  for (const Axis& axis : rulebook.axes) {
    names.insert(axis.id);
    for (const auto* list : {&axis.gates, &axis.outcomes}) {
      for (const Gate& gate : *list) names.insert(gate.verdict);
    }
  }
  for (const std::string& id : shipped_bloc_ids()) names.insert(id);
  return names;
}

/// Runs of letters, digits, `_` and `-`, in lower case.
Words words_of(const std::string& text) {
  Words words{""};
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '_' || c == '-') {
      words.back() += static_cast<char>(std::tolower(byte));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// The longest run of words with nothing but one blank, or a comma and a blank, between them.
int longest_run(const std::string& text) {
  int longest = 0, run = 0;
  bool in_word = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool is_letter = i < text.size() && (std::isalpha(static_cast<unsigned char>(text[i])) != 0 ||
                                               text[i] == '\'' || static_cast<unsigned char>(text[i]) >= 0x80);
    if (is_letter) {
      if (!in_word) longest = std::max(longest, ++run);
      in_word = true;
      continue;
    }
    const bool parts_words = i < text.size() && ((text[i] == ' ' && in_word) || text[i] == ',' ||
                                                 (text[i] == ' ' && i > 0 && text[i - 1] == ','));
    if (!parts_words) run = 0;
    in_word = false;
  }
  return longest;
}

bool is_allowed(const std::string& file, const std::string& word) {
  for (const Allowed& allowed : kAllowed) {
    if (allowed.file == file && allowed.word == word) return true;
  }
  return false;
}

TEST(Strings, OfTheSourcesNameNothingOfTheRulebookAndNoBloc) {
  const std::set<std::string> forbidden = names();
  ASSERT_GT(forbidden.size(), 70U);
  std::size_t seen = 0;
  for (const SourceFile& file : files_below("src", {".cpp", ".hpp"})) {
    for (const Literal& literal : literals_of(file.text)) {
      ++seen;
      for (const std::string& word : words_of(literal.text)) {
        if (forbidden.count(word) == 0 || is_allowed(file.path, word)) continue;
        ADD_FAILURE() << file.path << ":" << literal.line << ": `" << word << "` in \"" << literal.text << "\"";
      }
    }
  }
  EXPECT_GT(seen, 500U);
}

TEST(Strings, OfTheSourcesAreNoSentences) {
  for (const SourceFile& file : files_below("src", {".cpp", ".hpp"})) {
    for (const Literal& literal : literals_of(file.text)) {
      EXPECT_LT(longest_run(literal.text), kSentence)
          << file.path << ":" << literal.line << ": \"" << literal.text << "\"";
    }
  }
}

TEST(Strings, AreFoundWhereverTheyStand) {  // or the two above would prove nothing
  struct Case {
    std::string source;
    Words literals;
  };
  const std::vector<Case> cases = {
      {"f(\"a\", \"b\");", {"a", "b"}},
      {"f(\"a\"\n  \"b\");", {"ab"}},
      {"// \"a\"\n/* \"b\" */ \"c\"", {"c"}},
      {"#include \"a.hpp\"\n\"b\"", {"b"}},
      {"'\"' + \"a\" + '\\'' + \"b\"", {"a", "b"}},
      {"\"a \\\"b\\\" c\"", {"a \"b\" c"}},
      {"\"a\\\\\" + \"b\"", {"a\\", "b"}},
      {"R\"(a \"b\")\" R\"x(c)\")x\"", {"a \"b\"c)\""}},
      {"1'000 + \"a\" + 0xF'F + \"b\"", {"a", "b"}},
      {"U'\"' + u8'\"' + \"a\"", {"a"}},
      {"static_assert(x, \"a\"); \"b\"", {"b"}},
      {"u8\"a\"", {"a"}},
  };
  for (const Case& c : cases) {
    Words is;
    for (const Literal& literal : literals_of(c.source)) is.push_back(literal.text);
    EXPECT_EQ(is, c.literals) << c.source;
  }
  EXPECT_EQ(literals_of("\n\n\"a\"").at(0).line, 3);
}

TEST(Strings, AreTakenApartIntoWordsAndSentences) {
  EXPECT_EQ(words_of("{Strategic} free_trade_core, pacific-alliance."),
            (Words{"strategic", "free_trade_core", "pacific-alliance"}));
  EXPECT_EQ(longest_run("The bloc is placed by its facts."), 7);
  EXPECT_EQ(longest_run("First, second, third and fourth"), 5);
  EXPECT_EQ(longest_run("a.b c: d; e"), 2);
  EXPECT_EQ(longest_run("axis practice discourse"), 3);
  EXPECT_EQ(longest_run(""), 0);
}

}  // namespace
}  // namespace bloctype::structure
