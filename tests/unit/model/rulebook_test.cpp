// Look-ups in a rulebook, texts in several languages, and the names of kinds.
#include "model/rulebook.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/kind.hpp"

namespace bloctype {
namespace {

TEST(Localized, GivesTheTextOfALanguageElseTheFirstElseNothing) {
  const Localized text{{{"es", "bloque"}, {"pt", "bloco"}}};
  EXPECT_EQ(text.in("pt"), "bloco");
  EXPECT_EQ(text.in("es"), "bloque");
  EXPECT_EQ(text.in("en"), "bloque");
  EXPECT_EQ(text.in(""), "bloque");
  EXPECT_EQ(Localized{}.in("en"), "");
}

TEST(Rulebook, FindsEntriesByTheirId) {
  Rulebook r;
  for (const char* id : {"aid", "bank"}) r.indicators.emplace_back().id = id;
  for (const char* id : {"market", "welfare"}) r.models.emplace_back().id = id;
  r.axes.emplace_back().id = "line";
  r.verdicts.push_back({"closed", {}, {}});
  EXPECT_EQ(r.indicator("bank"), 1U);
  EXPECT_EQ(r.indicator("Bank"), std::nullopt);
  EXPECT_EQ(r.indicator(""), std::nullopt);
  EXPECT_EQ(r.model("welfare"), 1U);
  EXPECT_EQ(r.model("bank"), std::nullopt);
  EXPECT_EQ(r.axis("line"), 0U);
  EXPECT_EQ(r.axis("market"), std::nullopt);
  EXPECT_EQ(r.verdict("closed"), &r.verdicts[0]);
  EXPECT_EQ(r.verdict("open"), nullptr);
}

TEST(Kind, HasANameThatNoVerdictMayTake) {
  const std::vector<std::pair<Kind, std::string>> kinds = {
      {Kind::kPure, "pure"},        {Kind::kHybrid, "hybrid"},       {Kind::kNone, "none"},
      {Kind::kAtLeast, "at_least"}, {Kind::kUndecided, "undecided"}, {Kind::kContested, "contested"}};
  for (const auto& [kind, word] : kinds) {
    EXPECT_EQ(name(kind), word);
    EXPECT_TRUE(is_kind_word(word)) << word;
  }
  for (const char* word : {"not_applicable", "", "Pure", "verdict"}) EXPECT_FALSE(is_kind_word(word)) << word;
}

}  // namespace
}  // namespace bloctype
