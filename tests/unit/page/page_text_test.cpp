// Text of pages: what the goldens of no command show.
#include "page/page_text.hpp"

#include <gtest/gtest.h>

namespace bloctype {
namespace {

constexpr std::size_t kNarrow = 24;

Style narrow() {
  Style style;
  style.width = kNarrow;
  return style;
}

std::string text_of(const PageBlock& block, const Style& style = narrow()) {
  Page page;
  page.add(block);
  return page_text(page, style);
}

TEST(PageText, PaintsTheNameOfATitleWhereItStandsOnOneLine) {
  Style style = narrow();
  style.colour = Colour::kAlways;
  EXPECT_EQ(text_of(Title{"nación", "bloc"}, style), "\x1b[1mNACIÓN\x1b[0m (bloc)\n");
  EXPECT_EQ(text_of(Title{"one that is too long for it", "bloc"}, style), "ONE THAT IS TOO LONG FOR\n  IT (bloc)\n");
  EXPECT_EQ(text_of(Title{"alone", {}}), "ALONE\n");
}

TEST(PageText, HangsTheFurtherLinesOfAHeading) {
  EXPECT_EQ(text_of(Heading{"a heading of more than a line", 2, 4}), "a heading of more than a\n    line\n");
}

TEST(PageText, HangsAConclusionBelowItsResultOrWhereItIsTold) {
  EXPECT_EQ(text_of(Conclusion{"axis", "a result that is long", {}}), "AXIS  a result that is\n      long\n");
  EXPECT_EQ(text_of(Conclusion{"axis", "a result that is long", {}, 3, 2}), "AXIS  a result that is\n  long\n");
}

TEST(PageText, PutsLinesBelowEntriesAndHangsThemAlike) {
  EXPECT_EQ(text_of(Entries{{{"an entry of two lines", {"a line that is wrapped"}}}}),
            "  an entry of two lines\n    a line that is\n    wrapped\n");
  EXPECT_EQ(text_of(Entries{{{"an entry of two lines", {"and its line"}}}, Items::Mark::kNumber}),
            "  1. an entry of two\n     lines\n     and its line\n");
}

TEST(PageText, GivesARecordForEachRowWhereATableDoesNotFit) {
  const Table table{"", {"bloc", "low", "high"}, {{"one", "0.25", "1"}, {"two", "0", "0.5"}}, 1};
  EXPECT_EQ(text_of(table), "  bloc   low  high\n  one   0.25     1\n  two      0   0.5\n");
  Style style = narrow();
  style.layout = Layout::kAccessible;
  EXPECT_EQ(text_of(table, style), "  one; low: 0.25; high:\n      1\n  two; low: 0; high: 0.5\n");
}

TEST(PageText, ListsRecordsWhereTheyMayNotStandInColumns) {
  const Records records{{{"1991", {"a", "b"}}, {"2003", {"c"}}}};
  EXPECT_EQ(text_of(records), "  1991  a · b\n  2003  c\n");
  Style style = narrow();
  style.layout = Layout::kAccessible;
  EXPECT_EQ(text_of(records, style), "  1991: a; b\n  2003: c\n");
}

TEST(PageText, QuotesALineThatIsCutWithoutCuttingTheNotice) {
  Notice notice;
  notice.severity = Notice::Severity::kWarning;
  notice.place = "a-long-name.yaml:3:40";
  notice.word = "warning";
  notice.message = "something";
  notice.code = "some-code";
  notice.quotes = {{{}, 3, std::string(38, 'x') + ": y", 41, 1}};
  EXPECT_EQ(text_of(notice),
            "a-long-name.yaml:3:40: warning: something [some-code]\n"
            "  3 | …xxxxxxxx: y\n    |            ^\n");
}

}  // namespace
}  // namespace bloctype
