// Scripts that are run in the page, and what the accessibility tree and xmllint say.
#include "tests/browser/judgements.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "tests/cli/run.hpp"

namespace bloctype::browser {
namespace {

constexpr double kTolerance = 1;  // pixels

std::string script(std::string_view name) {
  std::string text =
      blackbox::read_text(std::filesystem::path(BLOCTYPE_SOURCE_DIR) / "tests/browser" / (std::string(name) + ".js"));
  if (text.empty()) throw std::runtime_error("no script " + std::string(name));
  return text;
}

/// What the function in a script gives.
std::vector<std::string> asked(Page& page, std::string_view name, const Json& options = Json::object()) {
  const std::string function = script(name);
  return page.evaluate("(() => {\n" + script("sight") + "\nreturn (\n" + function + ")(" + options.dump() + ");\n})()");
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\n") == std::string::npos; }

/// From each outermost <svg> of a page to its end, or to that of the page.
std::vector<std::string> figures_of(const std::string& text) {
  static constexpr std::string_view kBegin = "<svg", kEnd = "</svg>";
  std::vector<std::string> figures;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = text.find(kBegin); at != std::string::npos;) {
    if (text.compare(at, kBegin.size(), kBegin) == 0) {
      if (depth++ == 0) begin = at;
    } else if (--depth == 0) {
      figures.push_back(text.substr(begin, at + kEnd.size() - begin));
    }
    at = std::min(text.find(kBegin, at + 1), depth > 0 ? text.find(kEnd, at + 1) : std::string::npos);
  }
  if (depth > 0) figures.push_back(text.substr(begin));
  return figures;
}

/// The accessibility tree with all that is folded up.
std::vector<AccessibleNode> whole_tree(Page& page) {
  const std::string open = "[...document.querySelectorAll('details')]";
  page.evaluate("globalThis.folded_up_ = " + open +
                ".map((d) => [d, d.open, d.getAttribute('name')]);"
                "for (const d of " +
                open + ") { d.removeAttribute('name'); d.open = true; }");
  std::vector<AccessibleNode> tree = page.accessibility_tree();
  page.evaluate(
      "for (const [d, open, name] of folded_up_) { d.open = open; if (name !== null) d.setAttribute('name', name); }"
      "delete globalThis.folded_up_; 0");
  return tree;
}

using Node = std::vector<AccessibleNode>::const_iterator;

/// Chromium gives a figure no name from its caption, which is read with it all the same.
bool has_caption(Node figure, Node end) {
  if (figure->role != "figure") return false;
  const auto is_outside = [&](const AccessibleNode& node) { return node.depth <= figure->depth; };
  const Node last = std::find_if(figure + 1, end, is_outside);
  const Node caption = std::find_if(figure + 1, last, [](const auto& node) { return node.role == "Figcaption"; });
  return std::any_of(caption, last, [&](const auto& node) {
    return node.role == "StaticText" && node.depth > caption->depth && !is_blank(node.name);
  });
}

}  // namespace

Faults no_noise(Page& page) {
  page.settle();
  return page.noise();
}

Faults fits_width(Page& page) { return asked(page, "fits_width"); }

Faults readable(Page& page, const Legibility& least) {
  return asked(page, "readable", {{"html", least.html_pixels}, {"svg", least.svg_pixels}, {"least", least.contrast}});
}

Faults no_overlapping_svg_text(Page& page) { return asked(page, "svg_text", {{"tolerance", kTolerance}}); }

Faults heading_order(Page& page) {
  Faults faults;
  int before = 0, tops = 0;
  for (const AccessibleNode& node : whole_tree(page)) {
    if (node.ignored || node.role != "heading") continue;
    if (is_blank(node.name)) faults.push_back("an empty heading of level " + std::to_string(node.level));
    if (node.level > before + 1) {
      faults.push_back("level " + std::to_string(node.level) + " below " + std::to_string(before) + ": " + node.name);
    }
    if (node.level == 1) ++tops;
    before = node.level;
  }
  if (tops != 1) faults.push_back(std::to_string(tops) + " headings of level 1");
  return faults;
}

Faults figures_named(Page& page) {
  static const std::set<std::string> kGraphics = {"image",  "img",     "figure",          "graphics-document",
                                                  "Canvas", "SvgRoot", "graphics-object", "graphics-symbol"};
  const std::vector<AccessibleNode> tree = whole_tree(page);
  Faults faults;
  for (auto node = tree.begin(); node != tree.end(); ++node) {
    if (node->ignored || kGraphics.count(node->role) == 0 || !is_blank(node->name)) continue;
    if (!has_caption(node, tree.end())) faults.push_back("without a name: " + node->role);
  }
  return faults;
}

Faults tables_named(Page& page) { return asked(page, "tables"); }

Faults inert(Page& page, const std::vector<std::string>& planted) {
  return asked(page, "inert", {{"planted", planted}});
}

Faults has_strict_policy(Page& page) { return asked(page, "policy"); }

Faults print_shows_all(Page& page) { return asked(page, "print_shows_all"); }

std::vector<std::string> shapes(Page& page) { return asked(page, "shapes"); }

Faults no_new_shapes(Page& page, const std::vector<std::string>& known) {
  const std::set<std::string> all(known.begin(), known.end());
  Faults faults;
  for (const std::string& shape : shapes(page)) {
    if (all.count(shape) == 0) faults.push_back(shape);
  }
  return faults;
}

Faults well_formed_svg(const std::filesystem::path& file) {
  const std::string text = blackbox::read_text(file);
  const std::vector<std::string> figures = file.extension() == ".svg" ? std::vector{text} : figures_of(text);
  Faults faults;
  for (const std::string& svg : figures) {
    const blackbox::Outcome got = blackbox::run(
        {.program = "/usr/bin/xmllint", .arguments = {"--noout", "--nonet", "--pedantic", "-"}, .input = svg});
    if (got.code != 0 || !got.err.empty()) faults.push_back(got.err.empty() ? "xmllint did not run" : got.err);
  }
  if (figures.empty()) faults.emplace_back("no figure");
  return faults;
}

}  // namespace bloctype::browser
