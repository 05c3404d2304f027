// Free places for names.
#include "figure/map_labels.hpp"

#include "figure/case_words.hpp"
#include "figure/mix.hpp"
#include "figure/placing.hpp"
#include "page/text_metrics.hpp"

namespace bloctype {
namespace {

constexpr double kGap = 1.2;
constexpr double kWidest = 62;
constexpr double kLeading = leading_of(kSmallSize);
constexpr std::size_t kLines = 2;  ///< of a name, and of a period

/// A name in one or two lines, and the room it takes from 0, 0.
struct Name {
  std::vector<std::string> lines;
  double width = 0;
  double height = 0;
};

Name name_of(const FigureCase& entry, const std::string& period) {
  Name name;
  for (const std::string* part : {&entry.name, &period}) {
    if (part->empty()) continue;
    for (std::string& line : fitted(*part, {kWidest, kSmallSize, Weight::kNormal, kLines})) {
      name.lines.push_back(std::move(line));
    }
  }
  for (const std::string& line : name.lines) name.width = std::max(name.width, text_width(line, kSmallSize));
  name.height = static_cast<double>(name.lines.size() - 1) * kLeading + kSmallSize;
  return name;
}

/// Whether a segment enters a box, seen at steps of less than a point.
bool enters(const Box& box, Point a, Point b) {
  const int steps = 1 + static_cast<int>(distance(a, b));
  for (int i = 0; i <= steps; ++i) {
    const double share = static_cast<double>(i) / steps;
    const Point p{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
    if (box.left < p.x && p.x < box.right && box.top < p.y && p.y < box.bottom) return true;
  }
  return false;
}

/// How many lines and outlines of areas a label in `box` would hide in part.
std::size_t lines_through(const Figure& figure, const Box& box) {
  std::size_t count = 0;
  for (const Shape& shape : figure.shapes) {
    const std::size_t size = shape.points.size();
    const std::size_t segments = shape.form == Shape::Form::kArea ? size : size - 1;
    for (std::size_t i = 0; i < segments; ++i) {
      if (!enters(box, shape.points[i], shape.points[(i + 1) % size])) continue;
      ++count;
      break;
    }
  }
  return count;
}

/// Right of the mark, left, above, below, and at its corners.
std::vector<Box> candidates(const MapMark& mark, const Name& name) {
  std::vector<Box> boxes;
  const double reach = mark.radius + kGap;
  const auto add = [&](double left, double top) { boxes.push_back({left, top, left + name.width, top + name.height}); };
  const Point p = mark.place;
  add(p.x + reach, p.y - name.height / 2);
  add(p.x - reach - name.width, p.y - name.height / 2);
  add(p.x - name.width / 2, p.y - reach - name.height);
  add(p.x - name.width / 2, p.y + reach);
  for (const double dx : {0.72 * reach, -0.72 * reach - name.width}) {
    for (const double dy : {-0.72 * reach - name.height, 0.72 * reach}) add(p.x + dx, p.y + dy);
  }
  return boxes;
}

}  // namespace

void label_marks(const MapView& view, Figure& figure) {
  if (view.request.cases.size() > kMostNamed) return;
  Placing placing;
  for (const MapMark& mark : figure.marks) {
    placing.take(mark.place, mark.radius);
    placing.take(mark.truth, 1);
  }
  for (const Label& label : figure.labels) placing.take(box_of(label));
  for (const MapMark& mark : figure.marks) {
    const Name name = name_of(view.request.cases[mark.subject], CaseWords(view.request, mark.subject).period());
    const Box panel = figure.panels[mark.panel].box.grown(-1);
    std::optional<Box> best;
    for (const Box& box : candidates(mark, name)) {
      if (!panel.holds(box) || !placing.is_free(box)) continue;
      if (!best || lines_through(figure, box) < lines_through(figure, *best)) best = box;
    }
    if (!best) continue;
    placing.take(*best);
    for (std::size_t i = 0; i < name.lines.size(); ++i) {
      const double baseline = best->top + static_cast<double>(i) * kLeading + kAscent * kSmallSize;
      figure.labels.push_back({{best->left, baseline},
                               name.lines[i],
                               kSmallSize,
                               Anchor::kStart,
                               Weight::kNormal,
                               Ground::kPaper,
                               kInkColour});
    }
  }
}

}  // namespace bloctype
