// Each judgement lets a good page pass and finds what is wrong with a bad one. The pages are here, as small as they can
// be.
#include "tests/browser/judgements.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/browser/payloads.hpp"

namespace bloctype::browser {
namespace {

const std::string kHead = R"~(<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>t</title>
<style>:root{color-scheme:light dark}body{margin:8px;font:16px sans-serif}</style></head><body>)~";

const std::string kGood = R"~(<main><h1>A bloc</h1><h2>One</h2><h3>Deep</h3>
<p>Some text that goes on for a while, long enough to be wrapped in a narrow window.</p><h2>Two</h2>
<figure style="margin:0"><svg role="img" aria-labelledby="n" viewBox="0 0 300 100" width="300" height="100">
<title id="n">A figure</title>
<defs><pattern id="h" width="4" height="4" patternUnits="userSpaceOnUse">
<line x2="4" y2="4" stroke="#eee"/></pattern></defs>
<rect width="300" height="100" fill="#fff"/><rect x="10" y="10" width="100" height="30" fill="#024"/>
<rect x="150" y="10" width="100" height="30" fill="url(#h)"/>
<text x="20" y="30" font-size="12" fill="#fff">on dark</text><text x="160" y="30" font-size="12">on lines</text>
<text x="20" y="60" font-size="12">below</text><rect x="10" y="80" width="60" height="20" fill="#000"/>
<text x="15" y="95" font-size="12" stroke="#fff" stroke-width="3" paint-order="stroke">haloed</text>
<text transform="translate(150 50) rotate(45)" font-size="12">turned</text>
<text transform="translate(172 50) rotate(45)" font-size="12">turned</text>
</svg><figcaption>A figure</figcaption></figure>
<table><caption>Its numbers</caption><tr><th scope="col">a</th></tr><tr><td>1</td></tr></table>
<div class="box" style="overflow-x:auto"><div style="width:2000px">wide in its box</div></div>
<details><summary>More</summary><p>Folded <a href="#n">up</a></p></details></main>
<style>@media print{details::details-content{content-visibility:visible}.box div{width:auto !important}}</style>)~";

/// A tab, and files for it.
class Judgement : public testing::Test {
 protected:
  void SetUp() override {
    if (!Browser::is_installed()) GTEST_SKIP() << "Chromium is not installed (bootstrap.sh --tests installs it)";
  }

  void show(Page& page, const std::string& text) const {
    blackbox::write_text(folder_ / "page.html", text);
    page.open(folder_ / "page.html");
  }
  void show_body(Page& page, const std::string& body) const { show(page, kHead + body); }

  blackbox::ScratchFolder folder_;
};

/// Whether one of `faults` says each of `parts`.
testing::AssertionResult say(const Faults& faults, const std::vector<std::string>& parts) {
  for (const std::string& part : parts) {
    if (std::any_of(faults.begin(), faults.end(), [&](const auto& f) { return f.find(part) != std::string::npos; })) {
      continue;
    }
    return testing::AssertionFailure() << "none says `" << part << "`: " << testing::PrintToString(faults);
  }
  return testing::AssertionSuccess();
}

TEST_F(Judgement, LetsAGoodPagePass) {
  Page page;
  show_body(page, kGood);
  for (const Scheme scheme : {Scheme::kLight, Scheme::kDark}) {
    page.set_scheme(scheme);
    for (const int width : {320, 768, 1280}) {
      page.set_width(width);
      EXPECT_EQ(fits_width(page), Faults{}) << width;
      EXPECT_EQ(readable(page), Faults{}) << width;
      EXPECT_EQ(no_overlapping_svg_text(page), Faults{}) << width;
    }
  }
  EXPECT_EQ(heading_order(page), Faults{});
  EXPECT_EQ(figures_named(page), Faults{});
  EXPECT_EQ(tables_named(page), Faults{});
  EXPECT_EQ(has_strict_policy(page), Faults{});
  EXPECT_EQ(inert(page, {"Some  text that", "Folded up"}), Faults{});
  EXPECT_EQ(no_new_shapes(page, shapes(page)), Faults{});
  EXPECT_EQ(well_formed_svg(page.file()), Faults{});
  page.set_media(Media::kPrint);
  EXPECT_EQ(print_shows_all(page), Faults{});
  EXPECT_EQ(no_noise(page), Faults{});
}

TEST_F(Judgement, HearsWhatAPageDoes) {
  struct Noisy {
    std::string page, heard;
  };
  const std::vector<Noisy> noisy = {
      {"<script>console.log('a', 1)</script>", "console log: a 1"},
      {"<script>console.error('b')</script>", "console error: b"},
      {"<script>throw new Error('c')</script>", "exception: Uncaught Error: c"},
      {"<script>alert('d')</script>", "dialog: d"},
      {"<img src='https://a.example/p.png'>", "request: https://a.example/p.png"},
      {"<style>p{background:url(other.png)}</style><p>x</p>", "request: file:///"},
      {"<script>fetch('data:,x')</script>", "request: data:,x"},
      {"<meta http-equiv='refresh' content='0;url=https://a.example/'>", "navigation: https://a.example/"},
      {"<script>location.hash = 'e'</script>", "navigation within: "},
      {"<script>open('https://a.example/')</script>", "window: https://a.example/"},
      {"<iframe srcdoc='f'></iframe>", "frame"},
      {"<script>new WebSocket('wss://a.example/')</script>", "request: wss://a.example/"},
      {"<script>new Worker(URL.createObjectURL(new Blob(['0'])))</script>", "target: "}};
  Page page;
  for (const Noisy& one : noisy) {
    show(page, "<!doctype html><meta charset='utf-8'><body>" + one.page);
    EXPECT_TRUE(say(no_noise(page), {one.heard})) << one.page;
  }
  show(page, "<!doctype html><meta charset='utf-8'><body>quiet again");
  EXPECT_EQ(no_noise(page), Faults{});
}

TEST_F(Judgement, HearsBreachesOfThePolicyAndWhatComesOfThemWithoutIt) {
  Page guarded, bare(Policy::kIgnored);
  const std::string text = "<p>x</p><script>window.__pwned=1</script><img src='https://a.example/' onerror='alert(1)'>";
  show_body(guarded, text);
  EXPECT_TRUE(say(no_noise(guarded), {"ContentSecurityPolicyIssue", "security error: "}));
  EXPECT_TRUE(guarded.evaluate("window.__pwned").is_null());
  show_body(bare, text);
  EXPECT_EQ(bare.evaluate("window.__pwned"), 1);
  EXPECT_TRUE(say(no_noise(bare), {"request: https://a.example/", "dialog: 1"}));
  EXPECT_TRUE(say(inert(bare), {"window.__pwned is there", "element script", "onerror of img", "src=\"https://a"}));
}

TEST_F(Judgement, FindsWhatIsTooWide) {
  Page page;
  page.set_width(320);
  show_body(page, "<div style='width:500px'>w</div>");
  EXPECT_TRUE(say(fits_width(page), {"folded: 508 px wide in a window of 320", "up to 508 px: div"}));
  show_body(page, "<details><summary>s</summary><div style='width:500px'>w</div></details>");
  EXPECT_TRUE(say(fits_width(page), {"unfolded: 508 px wide"}));
  EXPECT_TRUE(page.evaluate("document.querySelector('details[open]')").is_null());
  show_body(page, "<div style='overflow:hidden;white-space:nowrap'>" + std::string(200, 'w') + "</div>");
  EXPECT_TRUE(say(fits_width(page), {"cut off at 304 of"}));
  show(page, "<!doctype html><body>no viewport");
  EXPECT_TRUE(say(fits_width(page), {"no meta viewport"}));
}

TEST_F(Judgement, FindsWhatCannotBeRead) {
  Page page;
  show_body(
      page,
      "<p style='font-size:11px'>tiny</p><p style='color:#999;background:#fff'>grey</p>"
      "<div style='background:#222'><p style='color:#333'>murky</p></div><p style='opacity:.4'>faint</p>"
      "<details><summary>s</summary><p style='color:#ffa;background:#fff'>pale</p></details>"
      "<svg viewBox='0 0 400 200' width='200' height='100'><rect width='400' height='200' fill='white'/>"
      "<text x='0' y='20' font-size='16'>shrunk</text><rect y='30' width='90' height='40' fill='#004'/>"
      "<text x='5' y='60' font-size='24'>sunk</text><text x='0' y='110' font-size='24'>covered</text>"
      "<rect y='80' width='200' height='50' fill='white'/><text x='5' y='180' font-size='24' fill='none'>gone"
      "</text></svg><svg width='200' height='100'><pattern id='h' width='4' height='4'><line y2='4' stroke='#111'/>"
      "</pattern><rect width='200' height='100' fill='#fff'/><rect width='99' height='40' fill='url(#h)'/><text "
      "x='5' y='25'>hatched</text></svg><div style='background:linear-gradient(#fff,#000)'>shaded</div>");
  EXPECT_TRUE(say(readable(page),
                  {"11.0 px: p \"tiny\"", "contrast 2.85, #999999 on #ffffff: p \"grey\"", "\"murky\"", "\"faint\"",
                   "\"pale\"", "8.0 px in a figure: text \"shrunk\"", "#000000 on #000044: text \"sunk\"",
                   "painted over: text \"covered\"", "without a colour: text \"gone\"",
                   "#000000 on #111111: text \"hatched\"", "no contrast can be told: div \"shaded\""}));
  EXPECT_EQ(readable(page, {.html_pixels = 1, .svg_pixels = 1, .contrast = 1}).size(), 3U);  // covered, gone, shaded

  const std::string lettered = "<p style='color:#000'>black</p><svg width='99' height='30'><text y='20'>b</text></svg>";
  show_body(page, lettered);
  EXPECT_EQ(readable(page), Faults{});
  page.set_scheme(Scheme::kDark);
  EXPECT_TRUE(say(readable(page), {"p \"black\"", "text \"b\""}));
}

TEST_F(Judgement, FindsTextsOfAFigureThatMeetOrLeaveIt) {
  Page page;
  const auto figure = [](const std::string& texts) {
    return "<svg width='200' height='100' style='font:12px sans-serif'>" + texts + "</svg>";
  };
  show_body(page, figure("<text x='0' y='20'>first</text><text x='10' y='24'>second</text>"));
  EXPECT_TRUE(say(no_overlapping_svg_text(page), {"\"first\" and text \"second\""}));
  show_body(page, figure("<text x='180' y='20'>too far</text>"));
  EXPECT_TRUE(say(no_overlapping_svg_text(page), {"outside its figure: text \"too far\""}));
  show_body(page, "<details><summary>s</summary>" + figure("<text y='5'>high</text>") + "</details>");
  EXPECT_TRUE(say(no_overlapping_svg_text(page), {"outside its figure: text \"high\""}));
  show_body(page, figure("<text transform='translate(20 20) rotate(45)'>turned</text><text x='35' y='40'>met</text>"));
  EXPECT_TRUE(say(no_overlapping_svg_text(page), {"\"turned\" and text \"met\""}));
  // Boxes around both would overlap; the texts do not.
  show_body(page, figure("<text x='5' y='20'>one<tspan x='5' dy='50'>two</tspan></text><text x='5' y='45'>mid</text>"));
  EXPECT_EQ(no_overlapping_svg_text(page), Faults{});
}

TEST_F(Judgement, FindsHeadingsOutOfOrder) {
  Page page;
  show_body(page, "<h2>a</h2><h1>b</h1><h3>c</h3><h4> </h4><details><summary>s</summary><h1>d</h1></details>");
  EXPECT_TRUE(say(heading_order(page), {"level 2 below 0: a", "level 3 below 1: c", "an empty heading of level 4",
                                        "2 headings of level 1"}));
  show_body(page, "<p>none</p>");
  EXPECT_EQ(heading_order(page), Faults{"0 headings of level 1"});
}

TEST_F(Judgement, FindsWhatHasNoName) {
  Page page;
  const std::string drawn = "<rect width='9' height='9'/></svg>";
  for (const std::string& bare :
       {std::string("<svg role='img'>") + drawn, "<svg role='img' aria-labelledby='nobody'>" + drawn,
        "<svg role='graphics-document'>" + drawn, std::string("<svg><text y='9'>x</text></svg>"),
        std::string("<figure><p>x</p></figure>"),
        "<details><summary>s</summary><svg role='img'>" + drawn + "</details>"}) {
    show_body(page, bare);
    EXPECT_TRUE(say(figures_named(page), {"without a name: "})) << bare;
  }
  show_body(page, "<svg aria-hidden='true'>" + drawn);
  EXPECT_EQ(figures_named(page), Faults{});
  show_body(page,
            "<table><tr><td>a</td></tr></table><p id='x'></p><p id='x'></p><p aria-labelledby='y'></p><a href='#z'>"
            "z</a><svg width='9' height='9'><rect width='9' height='9' fill='url(#w)'/></svg>");
  EXPECT_TRUE(
      say(tables_named(page), {"without a name: table", "without header cells: table", "2 elements are called #x",
                               "no #y for aria-labelledby", "no #z for href", "no #w for fill"}));
}

TEST_F(Judgement, FindsWhatIsFoldedUpOrCutOffOnPaper) {
  Page page;
  page.set_media(Media::kPrint);
  show_body(page, "<details><summary>s</summary><p>a</p></details><details><summary>bare</summary>text</details>");
  EXPECT_TRUE(say(print_shows_all(page), {"folded up on paper: details \"sa\"", "details \"baretext\""}));
  show_body(page, "<div style='overflow:auto;width:100px'><div style='width:300px'>w</div></div>");
  EXPECT_TRUE(say(print_shows_all(page), {"cut off on paper at 100 of 300 px"}));
  page.set_media(Media::kScreen);
  EXPECT_TRUE(say(print_shows_all(page), {"the styles for print are not in force"}));
}

TEST_F(Judgement, FindsALaxPolicy) {
  const std::string begin = "<!doctype html><meta charset='utf-8'>";
  const auto policy = [&](const std::string& rules) {
    return begin + "<meta http-equiv='Content-Security-Policy' content=\"" + rules + "\"><body>x";
  };
  Page page;
  show(page, begin + "<body>x");
  EXPECT_EQ(has_strict_policy(page), Faults{"no policy"});
  show(page, policy("default-src 'self'; script-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"));
  EXPECT_TRUE(say(has_strict_policy(page),
                  {"default-src is not 'none'", "base-uri is not 'none'", "form-action is not 'none'",
                   "script-src allows 'unsafe-inline'", "img-src allows data:", "frame-ancestors has no meaning"}));
  show(page, begin + "<style>p{}</style>" + policy("default-src 'none'; base-uri 'none'; form-action 'none'"));
  EXPECT_TRUE(say(has_strict_policy(page), {"before the policy: style"}));
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : c == '\'' ? "&#39;" : std::string(1, c);
  }
  return out;
}

std::string page_with(const std::string& text) {
  return "<h1>" + text + "</h1><p title=\"" + text + "\">p</p><p title='" + text +
         "'>p</p><svg width='9' height='9'><title>" + text + "</title></svg>";
}

/// Where escaping alone does not help, besides.
std::string careless_page_with(const std::string& text) {
  return page_with(text) + "<a href=\"" + text + "\">a</a><p class=" + text + ">p</p><p style=\"width:" + text +
         "\">p</p><!-- " + text + " -->";
}

TEST_F(Judgement, FindsEveryPayloadThatIsNotEscaped) {
  Page page(Policy::kIgnored);
  show_body(page, careless_page_with("#harmless"));
  const std::vector<std::string> known = shapes(page);
  ASSERT_EQ(inert(page, {"#harmless"}), Faults{});
  std::vector<std::string_view> missed;
  for (const std::string_view payload : kPayloads) {
    const std::string text(payload);
    show_body(page, careless_page_with(text));
    const bool is_found = !no_new_shapes(page, known).empty() || !inert(page, {text}).empty() || !page.noise().empty();
    if (!is_found) missed.push_back(payload);
  }
  EXPECT_EQ(missed, std::vector<std::string_view>{}) << "no page is broken by these";
}

TEST_F(Judgement, LetsEveryPayloadPassThatIsEscaped) {
  Page page(Policy::kIgnored);
  show_body(page, page_with("harmless"));
  const std::vector<std::string> known = shapes(page);
  for (const std::string_view payload : kPayloads) {
    const std::string text(payload);
    show_body(page, page_with(escaped(text)));
    EXPECT_EQ(no_new_shapes(page, known), Faults{}) << text;
    EXPECT_EQ(inert(page, {text}), Faults{}) << text;
    EXPECT_EQ(no_noise(page), Faults{}) << text;
  }
}

TEST_F(Judgement, FindsSvgThatIsNotXml) {
  const auto judge = [this](const std::string& name, const std::string& text) {
    blackbox::write_text(folder_ / name, text);
    return well_formed_svg(folder_ / name);
  };
  EXPECT_TRUE(say(judge("open.html", "<p><svg><g></svg></p><svg></svg>"), {"Opening and ending tag mismatch"}));
  EXPECT_TRUE(
      say(judge("second.html", "<p><svg><svg></svg></svg></p><svg><text>a & b</text></svg>"), {"xmlParseEntityRef"}));
  EXPECT_TRUE(say(judge("endless.html", "<p><svg><text>a"), {"Premature end"}));
  EXPECT_TRUE(say(judge("prefix.html", "<svg><use xlink:href='#a'/></svg>"), {"xlink"}));
  EXPECT_EQ(judge("nested.html", "<p><svg><svg></svg></svg></p>"), Faults{});
  EXPECT_EQ(judge("none.html", "<p>"), Faults{"no figure"});
  EXPECT_FALSE(judge("alone.svg", "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><a></svg>").empty());
  EXPECT_EQ(judge("good.svg", "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'></svg>"), Faults{});
}

TEST_F(Judgement, HasPicturesOfTheWholePage) {
  Page page;
  page.set_width(320, 2);
  show_body(page, "<div style='height:3000px'>tall</div>");
  page.screenshot(folder_ / "page.png");
  page.print_to_pdf(folder_ / "page.pdf");
  const std::string png = blackbox::read_text(folder_ / "page.png");
  ASSERT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1a\n");
  const auto number = [&](std::size_t at) {
    int value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value * 256 + static_cast<unsigned char>(png[at + i]);
    return value;
  };
  EXPECT_EQ(number(16), 640);
  EXPECT_EQ(number(20), 6032);
  EXPECT_EQ(blackbox::read_text(folder_ / "page.pdf").substr(0, 5), "%PDF-");
}

TEST_F(Judgement, FailsInWordsWhereTheBrowserRefuses) {
  Page page;
  const auto told = [](const auto& act) -> std::string {
    try {
      act();
    } catch (const std::exception& e) {
      return e.what();
    }
    return "nothing";
  };
  EXPECT_NE(told([&] { page.evaluate("nobody.there"); }).find("nobody is not defined"), std::string::npos);
  EXPECT_NE(told([&] { page.open(folder_ / "none.html"); }).find("ERR_FILE_NOT_FOUND"), std::string::npos);
  EXPECT_NE(told([&] { Browser::shared().call("", "No.such"); }).find("No.such is refused"), std::string::npos);
  EXPECT_EQ(page.evaluate("1 + 1"), 2);
}

}  // namespace
}  // namespace bloctype::browser
