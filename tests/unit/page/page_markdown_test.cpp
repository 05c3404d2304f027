// Markdown of pages. That what is escaped reads as it is was tried with cmark-gfm and markdown-it; expected strings are
// what they were given.
#include "page/page_markdown.hpp"

#include <gtest/gtest.h>

namespace bloctype {
namespace {

struct Escaped {
  std::string text, markdown;
};
void PrintTo(const Escaped& escaped, std::ostream* out) { *out << escaped.text; }

class MarkdownOf : public testing::TestWithParam<Escaped> {};

TEST_P(MarkdownOf, IsTheTextAsLetters) { EXPECT_EQ(markdown(GetParam().text), GetParam().markdown); }

INSTANTIATE_TEST_SUITE_P(Html, MarkdownOf,
                         testing::Values(Escaped{"<b>x</b>", "\\<b\\>x\\</b\\>"},
                                         Escaped{"<!-- x -->", "\\<!-- x --\\>"},
                                         Escaped{"<a href=\"javascript:x\">", "\\<a href=\"javascript:x\"\\>"},
                                         Escaped{"a<br>b", "a\\<br\\>b"}, Escaped{"&amp; &#65;", "\\&amp; \\&\\#65;"}));
INSTANTIATE_TEST_SUITE_P(Links, MarkdownOf,
                         testing::Values(Escaped{"[x](http://x.org)", "\\[x\\](http\\://x.org)"},
                                         Escaped{"![x](y)", "!\\[x\\](y)"}, Escaped{"[1]: x", "\\[1\\]: x"},
                                         Escaped{"[^1] x", "\\[^1\\] x"},
                                         Escaped{"<https://x.org>", "\\<https\\://x.org\\>"},
                                         Escaped{"https://x.org/a#b", "https\\://x.org/a\\#b"},
                                         Escaped{"FTP://x.org", "FTP\\://x.org"},
                                         Escaped{"www.x.org, WWW.x.org", "www\\.x.org, WWW\\.x.org"},
                                         Escaped{"at 12:30, p. 5", "at 12:30, p. 5"}));
INSTANTIATE_TEST_SUITE_P(Emphasis, MarkdownOf,
                         testing::Values(Escaped{"*x* **y**", "\\*x\\* \\*\\*y\\*\\*"},
                                         Escaped{"_x_ __y__", "\\_x\\_ \\_\\_y\\_\\_"},
                                         Escaped{"free_trade_core", "free_trade_core"}, Escaped{"“_x_”", "“\\_x\\_”"},
                                         Escaped{"~~x~~", "\\~\\~x\\~\\~"}, Escaped{"`x`", "\\`x\\`"},
                                         Escaped{"$x$", "\\$x\\$"}));
INSTANTIATE_TEST_SUITE_P(Blocks, MarkdownOf,
                         testing::Values(Escaped{"# x #", "\\# x \\#"}, Escaped{"- x", "\\- x"},
                                         Escaped{"+ x", "\\+ x"}, Escaped{"* x", "\\* x"}, Escaped{"1. x", "1\\. x"},
                                         Escaped{"12) x", "12\\) x"}, Escaped{"0.5 x", "0\\.5 x"},
                                         Escaped{"> x", "\\> x"}, Escaped{"===", "\\==="}, Escaped{"---", "\\---"},
                                         Escaped{"```c", "\\`\\`\\`c"}, Escaped{"[ ] x", "\\[ \\] x"},
                                         Escaped{"a - b + 1. c", "a - b + 1. c"}));
INSTANTIATE_TEST_SUITE_P(Ends, MarkdownOf,
                         testing::Values(Escaped{"x\\", "x\\\\"}, Escaped{"x\\|", "x\\\\\\|"}, Escaped{"    x", "x"},
                                         Escaped{"\t- x  ", "\\- x"}, Escaped{"x\n# y\r\ny", "x \\# y  y"},
                                         Escaped{"", ""}, Escaped{" ", ""}));

TEST(PageMarkdown, WritesHeadingsByTheirLevels) {
  Page page;
  page.heading("#1");
  page.add(Title{"ámbito", "axis"});
  page.add(Title{"nothing more", {}, 3});
  page.add(Conclusion{"economic", "no model", "decided"});
  page.add(Conclusion{"economic", "undecided", {}});
  EXPECT_EQ(page_markdown(page),
            "## \\#1\n\n## Ámbito (axis)\n\n### Nothing more\n\n### Economic: no model (decided)\n\n"
            "### Economic: undecided\n");
}

TEST(PageMarkdown, LeavesIndentsAndGapsOut) {
  Page page;
  page.paragraph("one", 2, 4);
  page.gap();
  page.add(Paragraph{"two", 0, 2, "Lead."});
  page.add(Parts{{"a", "b"}, 2});
  page.add(Parts{{"a", "b"}, 0, "; "});
  EXPECT_EQ(page_markdown(page), "one\n\n**Lead.** two\n\na · b\n\na; b\n");
}

TEST(PageMarkdown, KeepsListsApartThatFollowOneAnother) {
  const Items list{{"a", "b"}, 2, 2, Items::Mark::kNone, {}};
  const Items steps{{"a", "b"}, 2, 2, Items::Mark::kNumber, {}};
  Page page;
  page.items(list);
  page.gap();
  page.items(list);
  page.items(list);
  page.paragraph("x");
  page.items(steps);
  page.items(steps);
  EXPECT_EQ(page_markdown(page), "- a\n- b\n\n* a\n* b\n\n- a\n- b\n\nx\n\n1. a\n2. b\n\n1) a\n2) b\n");
}

TEST(PageMarkdown, PutsWhatIsToldOfAnEntryBelowIt) {
  Page page;
  page.add(Entries{{{"a", {"*why*"}}, {"b", {}}}, Items::Mark::kNumber});
  page.paragraph("x");
  page.add(Entries{{{"a", {"why", "how"}}}});
  page.paragraph("x");
  page.add(Tree{{{"root", true, {"note"}, {{"child", false, {}, {}}}}}});
  EXPECT_EQ(page_markdown(page),
            "1. a\n   - \\*why\\*\n2. b\n\nx\n\n- a\n  - why\n  - how\n\nx\n\n- **root**\n  - note\n  - child\n");
}

TEST(PageMarkdown, WritesTablesThatCellsCannotBreak) {
  Page page;
  page.add(Table{"Caption", {"a|b", "n"}, {{"x\ny|", "1"}, {"\\", ""}}, 1});
  EXPECT_EQ(page_markdown(page), "**Caption**\n\n| a\\|b | n |\n| --- | ---: |\n| x y\\| | 1 |\n| \\\\ |  |\n");
}

Notice notice() {
  Notice notice;
  notice.place = "a.yaml:3:2";
  notice.word = "error";
  notice.message = "no `*`";
  notice.code = "some-code";
  return notice;
}

TEST(PageMarkdown, MakesOneListOfNotices) {
  Page page;
  page.add(notice());
  page.add(notice());
  EXPECT_EQ(
      page_markdown(page),
      "- **error** `some-code`, `a.yaml:3:2`: no \\`\\*\\`\n\n- **error** `some-code`, `a.yaml:3:2`: no \\`\\*\\`\n");
}

TEST(PageMarkdown, QuotesTheLineOfANoticeAsCode) {
  Notice wrong = notice();
  wrong.place = "`.yaml:3:2";
  wrong.quotes = {{{}, 3, "a: ```\x1b", 4, 3}, {"b.yaml:1:1: <first>", 0, "", 0, 1}};
  wrong.lead = "help";
  wrong.help = "mend it";
  Page page;
  page.add(wrong);
  EXPECT_EQ(page_markdown(page),
            "- **error** `some-code`, `` `.yaml:3:2 ``: no \\`\\*\\`\n\n"
            "  ````\n  3 | a: ```\\u{1B}\n    |    ^^^\n  ````\n\n"
            "  b.yaml:1:1: \\<first\\>\n\n  Help: mend it\n");
}

}  // namespace
}  // namespace bloctype
