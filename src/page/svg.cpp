// Scenes written as SVG. Every colour is an attribute, for files and printers, and a class, for the style sheet of a
// page.
#include "page/svg.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "core/markup.hpp"
#include "core/utf8.hpp"

namespace bloctype {
namespace {

/// The palette of Okabe and Ito (2008), which readers with any colour vision tell apart, and the colour of text that
/// stands out against each.
struct Hue {
  std::string_view colour, text;
};
constexpr std::array<Hue, kHues> kPalette = {{{"#0072B2", "#FFFFFF"},
                                              {"#D55E00", "#000000"},
                                              {"#009E73", "#000000"},
                                              {"#CC79A7", "#000000"},
                                              {"#E69F00", "#000000"},
                                              {"#56B4E9", "#000000"},
                                              {"#000000", "#FFFFFF"},
                                              {"#F0E442", "#000000"}}};
constexpr std::string_view kFonts = "Helvetica, Arial, 'Liberation Sans', sans-serif";

std::string_view colour_of(Colouring colouring) {
  switch (colouring.paint) {
    case Paint::kNone:
      return "none";
    case Paint::kPaper:
      return "#FFFFFF";
    case Paint::kInk:
      return "#1A1A1A";
    case Paint::kFaint:
      return "#767676";
    case Paint::kBand:
      return "#E3E3E3";
    case Paint::kHue:
      return kPalette[colouring.hue].colour;
  }
  return "none";
}

/// The class of a paint, without `f-` (fill) or `s-` (stroke) before it.
std::string class_of(Colouring colouring) {
  switch (colouring.paint) {
    case Paint::kNone:
      return {};
    case Paint::kPaper:
      return "paper";
    case Paint::kInk:
      return "ink";
    case Paint::kFaint:
      return "faint";
    case Paint::kBand:
      return "band";
    case Paint::kHue:
      return "c" + std::to_string(colouring.hue + 1);
  }
  return {};
}

/// At most two decimals, without trailing zeros.
std::string coordinate(double value) {
  const double rounded = std::round(value * 100) / 100;
  std::array<char, 32> digits{};
  const auto end =
      std::to_chars(digits.begin(), digits.end(), rounded == 0 ? 0.0 : rounded, std::chars_format::fixed, 2);
  std::string text(digits.begin(), end.ptr);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

/// `text` with the two characters of UTF-8 that XML does not have shown as others are that cannot be printed.
std::string without_noncharacters(std::string text) {
  for (const auto& [bytes, shown] : {std::pair{"\xEF\xBF\xBE", "\\u{FFFE}"}, std::pair{"\xEF\xBF\xBF", "\\u{FFFF}"}}) {
    for (auto at = text.find(bytes); at != std::string::npos; at = text.find(bytes, at)) text.replace(at, 3, shown);
  }
  return text;
}

/// Text for an element or an attribute. XML has no way to write a control character, which is therefore shown.
std::string escaped(std::string_view text) { return escape_markup(without_noncharacters(escape_unsafe(text))); }

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + escaped(value) + "\"";
}
std::string attribute(std::string_view name, double value) { return attribute(name, coordinate(value)); }

std::string_view dashes(Dash dash) {
  constexpr std::array<std::string_view, 3> kDashes = {"", "2 1.2", "0.6 1.4"};
  return kDashes[static_cast<std::size_t>(dash)];
}

std::string attributes_of(const Look& look) {
  std::string classes;
  const auto add = [&](std::string_view prefix, Colouring colouring) {
    if (colouring.paint == Paint::kNone) return;
    classes += (classes.empty() ? "" : " ") + std::string(prefix) + class_of(colouring);
  };
  add("f-", look.fill);
  add("s-", look.stroke);
  std::string out = classes.empty() ? "" : attribute("class", classes);
  out += attribute("fill", colour_of(look.fill));
  if (look.opacity < 1 && look.fill.paint != Paint::kNone) out += attribute("fill-opacity", look.opacity);
  if (look.stroke.paint == Paint::kNone || look.width <= 0) return out;
  out += attribute("stroke", colour_of(look.stroke)) + attribute("stroke-width", look.width);
  if (look.dash != Dash::kSolid) out += attribute("stroke-dasharray", dashes(look.dash));
  return out + attribute("stroke-linejoin", "round");
}

std::string element_of(const Shape& shape) {
  if (shape.form == Shape::Form::kDisc) {
    return "<circle" + attribute("cx", shape.points.front().x) + attribute("cy", shape.points.front().y) +
           attribute("r", shape.radius) + attributes_of(shape.look) + "/>\n";
  }
  std::string points;
  for (const Point p : shape.points) {
    points += (points.empty() ? "" : " ") + coordinate(p.x) + "," + coordinate(p.y);
  }
  const std::string_view name = shape.form == Shape::Form::kLine ? "polyline" : "polygon";
  return "<" + std::string(name) + attribute("points", points) + attributes_of(shape.look) + "/>\n";
}

std::string_view anchor_name(Anchor anchor) {
  constexpr std::array<std::string_view, 3> kNames = {"start", "middle", "end"};
  return kNames[static_cast<std::size_t>(anchor)];
}

std::string element_of(const Label& label) {
  std::string out;
  if (label.ground == Ground::kPaper) {
    const Look ground{kPaperColour, kNoColour, 0, 0.85, Dash::kSolid};
    out += element_of(area(box_of(label), ground));
  }
  const bool is_on_hue = label.ground == Ground::kHue;
  const std::string classes = is_on_hue ? "on-" + class_of(label.colour) : "f-" + class_of(label.colour);
  const std::string_view colour = is_on_hue ? kPalette[label.colour.hue].text : colour_of(label.colour);
  out += "<text" + attribute("x", label.at.x) + attribute("y", label.at.y) + attribute("font-size", label.size);
  if (label.anchor != Anchor::kStart) out += attribute("text-anchor", anchor_name(label.anchor));
  if (label.weight == Weight::kBold) out += attribute("font-weight", "bold");
  return out + attribute("class", classes) + attribute("fill", colour) + ">" + escaped(label.text) + "</text>\n";
}

}  // namespace

std::string render_svg(const Figure& figure, SvgPlace place, std::string_view id) {
  const std::string title = std::string(id) + "-title";
  const std::string description = std::string(id) + "-desc";
  const bool is_file = place == SvgPlace::kFile;
  std::string out = is_file ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "";
  out += "<svg" + attribute("xmlns", "http://www.w3.org/2000/svg") + attribute("class", "figure");
  if (is_file) out += attribute("width", coordinate(figure.width) + "pt");
  if (is_file) out += attribute("height", coordinate(figure.height) + "pt");
  out += attribute("viewBox", "0 0 " + coordinate(figure.width) + " " + coordinate(figure.height));
  out += attribute("role", "img") + attribute("aria-labelledby", title) + attribute("aria-describedby", description);
  out += attribute("font-family", kFonts) + ">\n";
  out += "<title" + attribute("id", title) + ">" + escaped(figure.title) + "</title>\n";
  out += "<desc" + attribute("id", description) + ">" + escaped(figure.description) + "</desc>\n";
  if (is_file) {
    out += element_of(area(Box{0, 0, figure.width, figure.height}, {kPaperColour, kNoColour, 0, 1, Dash::kSolid}));
  }
  for (const Shape& shape : figure.shapes) out += element_of(shape);
  for (const Label& label : figure.labels) out += element_of(label);
  return out + "</svg>\n";
}

}  // namespace bloctype
