// What is written of a scene: well-formed, without style, script or address, whatever names stand in it.
#include "page/svg.hpp"

#include <algorithm>
#include <regex>

#include "tests/unit/figure/drawn.hpp"

namespace bloctype {
namespace {

Figure labelled(const std::string& text) {
  Figure figure;
  figure.title = text;
  figure.description = text;
  figure.height = 20;
  figure.labels.push_back({{10, 10}, text});
  return figure;
}

TEST(Svg, EscapesWhateverANameHolds) {
  const std::string svg = render_svg(labelled("<script>alert('x')</script> ]]> & \"q\""), SvgPlace::kFile, "map");
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_EQ(svg.find("]]>"), std::string::npos);
  EXPECT_NE(svg.find("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; ]]&gt; &amp; &quot;q&quot;</text>"),
            std::string::npos);
}

TEST(Svg, ShowsCharactersThatXmlDoesNotHave) {
  for (const auto& [text, shown] :
       std::vector<std::pair<std::string, std::string>>{{"a\x1Bz", "a\\u{1B}z"},
                                                        {"a\xEF\xBF\xBEz", "a\\u{FFFE}z"},
                                                        {"a\xEF\xBF\xBFz", "a\\u{FFFF}z"},
                                                        {std::string("a\0z", 3), "a\\u{0}z"},
                                                        {"a\xFFz", "a\\u{FF}z"}}) {
    const std::string svg = render_svg(labelled(text), SvgPlace::kFile, "map");
    EXPECT_NE(svg.find(">" + shown + "</text>"), std::string::npos) << svg;
  }
}

TEST(Svg, HasNoStyleScriptOrAddress) {
  const auto drawn = drawn_shipped();
  for (const FigureKind kind : kFigureKinds) {
    for (const SvgPlace place : {SvgPlace::kFile, SvgPlace::kPage}) {
      const std::string svg = render_svg(drawn->draw(kind), place, "figure");
      for (const char* part : {"style", "<script", "href", "url(", "onload", "<!"}) {
        EXPECT_EQ(svg.find(part), std::string::npos) << part;
      }
    }
  }
}

TEST(Svg, OfAFileHasASizeAndOfAPageHasNone) {
  const Figure figure = labelled("x");
  EXPECT_NE(render_svg(figure, SvgPlace::kFile, "map").find("width=\"255pt\" height=\"20pt\""), std::string::npos);
  const std::string page = render_svg(figure, SvgPlace::kPage, "map");
  EXPECT_EQ(page.find("255pt"), std::string::npos);
  EXPECT_EQ(page.rfind("<svg", 0), 0U) << "no XML declaration within a page";
  EXPECT_EQ(page.find("f-paper"), std::string::npos) << "a page has its own ground";
}

TEST(Svg, NamesItselfByIdsThatBeginAsThePageWants) {
  const std::string svg = render_svg(labelled("x"), SvgPlace::kPage, "figure-2");
  EXPECT_NE(svg.find("aria-labelledby=\"figure-2-title\" aria-describedby=\"figure-2-desc\""), std::string::npos);
  EXPECT_NE(svg.find("<title id=\"figure-2-title\">x</title>"), std::string::npos);
  EXPECT_NE(svg.find("<desc id=\"figure-2-desc\">x</desc>"), std::string::npos);
}

TEST(Svg, GivesEveryColourAClass) {
  const auto drawn = drawn_shipped();
  static const std::regex kElement("<(polygon|polyline|circle|text)[^>]*>");
  for (const FigureKind kind : kFigureKinds) {
    const std::string svg = render_svg(drawn->draw(kind), SvgPlace::kPage, "figure");
    for (std::sregex_iterator i(svg.begin(), svg.end(), kElement); i != std::sregex_iterator(); ++i) {
      EXPECT_NE(i->str().find("class=\""), std::string::npos) << i->str();
    }
  }
}

TEST(Svg, WritesCoordinatesWithAtMostTwoDecimals) {
  Figure figure = labelled("x");
  figure.shapes.push_back(line({{1.0 / 3, -0.001}, {10, 2.5}}, kInkColour, 0.5));
  const std::string svg = render_svg(figure, SvgPlace::kFile, "map");
  EXPECT_NE(svg.find("points=\"0.33,0 10,2.5\""), std::string::npos) << svg;
}

TEST(Svg, IsTheSameEveryTime) {
  for (const FigureKind kind : kFigureKinds) {
    const std::string first = render_svg(drawn_crowd(3)->draw(kind), SvgPlace::kFile, "figure");
    EXPECT_EQ(render_svg(drawn_crowd(3)->draw(kind), SvgPlace::kFile, "figure"), first);
  }
}

}  // namespace
}  // namespace bloctype
