// The table of words a coder may write.
#include "model/vocabulary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace bloctype {
namespace {

Rulebook scale_of(std::vector<ScaleWord> words) {
  Rulebook rulebook;
  rulebook.scale = std::move(words);
  return rulebook;
}

const Rulebook kFour = scale_of({{"absent", 0, {}, {}},
                                 {"marginal", 0.33, {}, {}},
                                 {"substantial", 0.67, {{{"en", "considerable"}, {"pt", "notável"}}}, {}},
                                 {"full", 1, {}, {}}});

TEST(Vocabulary, KnowsScaleWordsYesNoAndUnknownInThreeLanguages) {
  struct Case {
    std::string word;
    Vocabulary::Meaning meaning;
  };
  const std::vector<Case> cases = {
      {"absent", 0.0},
      {"ausente", 0.0},
      {"AUSENTE", 0.0},
      {"marginal", 0.33},
      {"substantial", 0.67},
      {"sustancial", 0.67},
      {"substancial", 0.67},
      {"considerable", 0.67},
      {"notável", 0.67},
      {"notavel", 0.67},
      {"full", 1.0},
      {"plena", 1.0},
      {"pleno", 1.0},
      {"yes", 1.0},
      {"sí", 1.0},
      {"si", 1.0},
      {"sim", 1.0},
      {"no", 0.0},
      {"não", 0.0},
      {"nao", 0.0},
      {"unknown", std::nullopt},
      {"desconocido", std::nullopt},
      {"desconhecida", std::nullopt},
      {"?", std::nullopt},
      {"NA", std::nullopt},
      {"n/a", std::nullopt},
      {"n.d.", std::nullopt},
      {"null", std::nullopt},
      {"~", std::nullopt},
  };
  const Vocabulary vocabulary(kFour);
  for (const Case& c : cases) {
    const auto found = vocabulary.look_up(c.word);
    ASSERT_TRUE(found.has_value()) << c.word;
    EXPECT_EQ(*found, c.meaning) << c.word;
  }
}

TEST(Vocabulary, KnowsNoOtherWord) {
  const Vocabulary vocabulary(kFour);
  for (const char* word : {"half", "medium", "fulll", "", " full", "0", "1", "y", "n", "true", "false", "."}) {
    EXPECT_EQ(vocabulary.look_up(word), std::nullopt) << word;
  }
}

TEST(Vocabulary, HasOnlyTheScaleWordsOfItsRulebook) {
  const Vocabulary vocabulary(scale_of({{"low", 0, {}, {}}, {"high", 1, {}, {}}}));
  EXPECT_EQ(vocabulary.look_up("absent"), std::nullopt);
  EXPECT_EQ(vocabulary.look_up("ausente"), std::nullopt);
  EXPECT_EQ(vocabulary.look_up("marginal"), std::nullopt);
  EXPECT_EQ(vocabulary.look_up("high"), Vocabulary::Meaning(1.0));
  EXPECT_EQ(vocabulary.scale_words(), "low, high");
}

TEST(Vocabulary, ListsItsWordsInOrderAsTheyAreLookedUp) {
  const Vocabulary vocabulary(kFour);
  const auto entries = vocabulary.entries();
  EXPECT_TRUE(
      std::is_sorted(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; }));
  for (const auto& [word, meaning] : entries) EXPECT_EQ(vocabulary.look_up(word).value(), meaning) << word;
  for (const char* word : {"absent", "desconhecida", "nao", "n/a", "sim", "substancial"}) {
    EXPECT_EQ(std::count_if(entries.begin(), entries.end(), [&](const auto& e) { return e.first == word; }), 1) << word;
  }
}

TEST(Vocabulary, LetsAnEarlierMeaningStand) {
  const Vocabulary vocabulary(scale_of({{"no", 0.2, {}, {}}, {"yes", 0.8, {}, {}}}));
  EXPECT_EQ(vocabulary.look_up("yes"), Vocabulary::Meaning(0.8));
  EXPECT_EQ(vocabulary.look_up("no"), Vocabulary::Meaning(0.2));
}

TEST(Vocabulary, OffersWordsToSuggestFromAsTheyAreWritten) {
  const Vocabulary vocabulary(kFour);
  const auto& words = vocabulary.words();
  for (const char* word : {"absent", "marginal", "substantial", "notável", "unknown"}) {
    EXPECT_EQ(std::count(words.begin(), words.end(), word), 1) << word;
  }
  EXPECT_EQ(std::count(words.begin(), words.end(), "?"), 0);
  EXPECT_EQ(vocabulary.scale_words(), "absent, marginal, substantial, full");
}

}  // namespace
}  // namespace bloctype
