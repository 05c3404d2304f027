// HTML pages as strings; how they look and behave in a browser is told by tests/browser.
#include "page/page_html.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/digest.hpp"
#include "embed/shipped.hpp"
#include "page/svg.hpp"

namespace bloctype {
namespace {

constexpr const char* kNasty = "<script>alert('x')</script> & \"y\"";
constexpr const char* kHarmless = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string html(Page page) {
  Page whole;
  whole.heading("Title", 1);
  whole.append(std::move(page));
  return page_html(whole, {"en", "Window", "Contents"});
}

std::string html(PageBlock block) {
  Page page;
  page.add(std::move(block));
  return html(std::move(page));
}

TEST(PageHtml, EscapesEveryTextOfEveryBlock) {
  const Table table{kNasty, {kNasty, kNasty}, {{kNasty, kNasty}}, 1};
  Figure figure;
  figure.title = figure.description = kNasty;
  figure.table = table;
  Label label;
  label.text = kNasty;
  figure.labels = {label};
  Notice notice;
  notice.place = notice.word = notice.message = notice.code = notice.lead = notice.help = kNasty;
  notice.quotes.push_back({kNasty, 1, kNasty, 1, 1});
  const std::vector<PageBlock> blocks = {
      Heading{kNasty, 2, 0},
      Title{kNasty, kNasty, 2},
      Conclusion{kNasty, kNasty, kNasty, 3, 0},
      Paragraph{kNasty, 0, 0, kNasty},
      Parts{{kNasty}, 0, kNasty},
      Records{{{kNasty, {kNasty}}}, 2},
      Items{{kNasty}, 2, 2, Items::Mark::kDash, kNasty},
      Tree{{{kNasty, true, {kNasty}, {{kNasty, false, {}, {}}}}}},
      Entries{{{kNasty, {kNasty}}}, Items::Mark::kNone},
      notice,
      table,
      figure,
      Fold{kNasty, {Paragraph{kNasty, 0, 0, {}}}},
  };
  ASSERT_EQ(blocks.size() + 1, std::variant_size_v<PageBlock>) << "a kind of block is not tried; a gap has no text";
  for (const PageBlock& block : blocks) {
    const std::string text = html(block);
    EXPECT_TRUE(has(text, kHarmless)) << block.index();
    EXPECT_FALSE(has(text, "<script")) << block.index();
    EXPECT_FALSE(has(text, "'x'")) << block.index();
  }
}

TEST(PageHtml, EscapesWhatStandsInItsHead) {
  Page page;
  page.heading(kNasty, 1);
  const std::string text = page_html(page, {kNasty, kNasty, kNasty});
  EXPECT_FALSE(has(text, "<script"));
  EXPECT_TRUE(has(text, std::string("<title>") + kHarmless));
}

TEST(PageHtml, AllowsItsOwnStyleSheetAndNothingElse) {
  const std::string text = html(Paragraph{"x", 0, 0, {}});
  const auto begin = text.find("<style>") + 7;
  const std::string style = text.substr(begin, text.find("</style>") - begin);
  EXPECT_EQ(style, page_style());
  EXPECT_TRUE(has(text, "content=\"default-src &#39;none&#39;; style-src &#39;sha256-" + sha256_base64(style) +
                            "&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\""));
  EXPECT_FALSE(has(style, "url("));
  EXPECT_FALSE(has(style, "@import"));
}

TEST(PageHtml, ListsItsPartsWhereThereAreThree) {
  Page two, three;
  for (const char* name : {"One", "Two"}) two.heading(name, 2);
  for (const char* name : {"One", "Two", "Three"}) three.heading(name, 2);
  EXPECT_FALSE(has(html(two), "<nav"));
  const std::string text = html(three);
  EXPECT_TRUE(has(text, "<nav aria-label=\"Contents\">"));
  EXPECT_TRUE(has(text, "<a href=\"#part-3\">Three</a>"));
  EXPECT_TRUE(has(text, "<h2 id=\"part-3\">Three</h2>"));
}

TEST(PageHtml, NamesTheHeadsOfATable) {
  const std::string text = html(Table{"Caption", {"Bloc", "Value"}, {{"ALBA", "0.67"}}, 1});
  EXPECT_TRUE(has(text, "<caption>Caption</caption>"));
  EXPECT_TRUE(has(text, "<th scope=\"col\">Value</th>"));
  EXPECT_TRUE(has(text, "<th scope=\"row\">ALBA</th>"));
  EXPECT_TRUE(has(text, "<td>0.67</td>"));
}

TEST(PageHtml, FoldsANodeThatRestsOnSomething) {
  const std::string text = html(Tree{{{"root", true, {}, {{"leaf", false, {}, {}}, {"coded", false, {"note"}, {}}}}}});
  EXPECT_TRUE(has(text, "<details><summary><strong>root</strong></summary>"));
  EXPECT_TRUE(has(text, "<li>leaf</li>"));
  EXPECT_TRUE(has(text, "<details><summary>coded</summary>\n<p class=\"note\">note</p>"));
}

/// The colour behind `opening` in `text`: `#0072B2`.
std::string colour_after(const std::string& text, const std::string& opening) {
  const auto at = text.find(opening);
  return at == std::string::npos ? "" : text.substr(at + opening.size(), 7);
}

/// Red, green and blue of `#0072B2`.
std::array<int, 3> channels_of(const std::string& colour) {
  std::array<int, 3> values{};
  for (std::size_t i = 0; i < 3; ++i) values[i] = std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16);
  return values;
}

/// By which channels a colour is seen: grey, or the order from the strongest.
std::string kind_of(const std::string& colour) {
  const std::array<int, 3> value = channels_of(colour);
  const auto [least, most] = std::minmax_element(value.begin(), value.end());
  if (*most - *least < 16) return "grey";
  std::vector<std::pair<int, char>> channels = {{-value[0], 'r'}, {-value[1], 'g'}, {-value[2], 'b'}};
  std::stable_sort(channels.begin(), channels.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
  std::string order;
  for (const auto& [strength, letter] : channels) order += letter;
  return order;
}

TEST(PageHtml, KeepsTheHuesOfFiguresInTheDark) {
  const std::string style(page_style());
  Figure figure;
  for (std::size_t h = 0; h < kHues; ++h) {
    Look look;
    look.fill = hue(h);
    figure.shapes.push_back(disc({1, 1}, 1, look));
  }
  const std::string svg = render_svg(figure, SvgPlace::kPage, "f");
  for (std::size_t h = 1; h <= kHues; ++h) {
    const std::string name = "f-c" + std::to_string(h);
    const std::string light = colour_after(svg, "class=\"" + name + "\" fill=\"");
    const std::string dark = colour_after(style, "." + name + " { fill: ");
    ASSERT_FALSE(light.empty() || dark.empty()) << name;
    EXPECT_EQ(kind_of(light), kind_of(dark)) << name << " is " << light << " in the light, " << dark << " in the dark";
    EXPECT_EQ(colour_after(style, ".s-c" + std::to_string(h) + " { stroke: "), dark) << name;
  }
}

}  // namespace
}  // namespace bloctype
