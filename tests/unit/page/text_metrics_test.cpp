// Widths on the safe side, and lines that keep to them.
#include "page/text_metrics.hpp"

#include <gtest/gtest.h>

namespace bloctype {
namespace {

TEST(TextWidth, GrowsWithSizeWeightAndLetters) {
  EXPECT_EQ(text_width("", 6), 0);
  EXPECT_GT(text_width("MW", 6), text_width("il", 6));
  EXPECT_DOUBLE_EQ(text_width("bloc", 12), 2 * text_width("bloc", 6));
  EXPECT_GT(text_width("bloc", 6, Weight::kBold), text_width("bloc", 6));
}

TEST(TextWidth, IsNeverUnderThatOfHelvetica) {
  EXPECT_GE(text_width("strategic", 1000), 500 + 278 + 333 + 556 + 278 + 556 + 556 + 222 + 500);
  EXPECT_GE(text_width("Mercosur", 1000), 833 + 556 + 333 + 500 + 556 + 500 + 556 + 333);
}

TEST(TextWidth, OfAccentedLettersIsThatOfTheLetters) {
  EXPECT_DOUBLE_EQ(text_width("integração económica", 6), text_width("integracao economica", 6));
  EXPECT_DOUBLE_EQ(text_width("ÁÑ", 6), text_width("AN", 6));
}

TEST(TextWidth, OfWideAndOfUnknownLettersIsLarge) {
  EXPECT_GE(text_width("地域", 6), 12);
  EXPECT_GE(text_width("ж", 6), 4);
  EXPECT_EQ(text_width("\xCC\x81", 6), 0) << "a combining accent";
  EXPECT_GT(text_width("\xFF", 6), 0) << "no UTF-8 at all";
}

TEST(Fitted, BreaksAtBlanksAndKeepsToTheWidth) {
  const std::string text = "a bloc is placed by its facts and by the rules alone";
  const std::vector<std::string> lines = fitted(text, {60, 6, Weight::kNormal, 0});
  EXPECT_GT(lines.size(), 1U);
  std::string joined;
  for (const std::string& line : lines) {
    EXPECT_LE(text_width(line, 6), 60.001);
    joined += (joined.empty() ? "" : " ") + line;
  }
  EXPECT_EQ(joined, text);
}

TEST(Fitted, BreaksAWordThatIsWiderThanALine) {
  for (const std::string& line : fitted(std::string(200, 'w') + " 日本語日本語日本語", {30, 6, Weight::kNormal, 0})) {
    EXPECT_LE(text_width(line, 6), 30.001) << line;
  }
}

TEST(Fitted, EndsInAnEllipsisWhereLinesRunOut) {
  const std::vector<std::string> lines = fitted("one two three four five six", {20, 6, Weight::kNormal, 2});
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[1].substr(lines[1].size() - 3), "…");
  EXPECT_LE(text_width(lines[1], 6), 20.001);
}

TEST(Fitted, TakesTextThatIsAsWideAsTheLine) {
  const double width = (text_width("contrahegemónico", 6) + 100.1) - 100.1;  // not quite the same number
  EXPECT_EQ(fitted("contrahegemónico", {width, 6, Weight::kNormal, 0}).size(), 1U);
  EXPECT_EQ(fitted("contrahegemónico", {width - 0.1, 6, Weight::kNormal, 0}).size(), 2U);
}

TEST(Fitted, HasALineEvenForNothing) {
  EXPECT_EQ(fitted("", {20, 6, Weight::kNormal, 0}), std::vector<std::string>{""});
  EXPECT_EQ(fitted("  ", {20, 6, Weight::kNormal, 1}).size(), 1U);
}

TEST(Fitted, EndsEvenWhereNothingFits) {
  EXPECT_EQ(fitted("abc", {0, 6, Weight::kNormal, 0}).size(), 3U);
  EXPECT_EQ(fitted("abc", {0, 6, Weight::kNormal, 1}).size(), 1U);
}

}  // namespace
}  // namespace bloctype
