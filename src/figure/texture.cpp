// Lines of a direction at equal distances, cut where they leave the box.
#include "figure/texture.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace bloctype {
namespace {

struct Texture {
  double dx, dy;    ///< direction of the lines; none where both are 0
  double distance;  ///< from line to line
  Dash dash;
  bool is_crossed;  ///< and lines across them
};
constexpr std::array<Texture, kHues> kTextures = {{{0, 0, 0, Dash::kSolid, false},
                                                   {1, -1, 3.2, Dash::kSolid, false},
                                                   {1, 0, 2.6, Dash::kSolid, false},
                                                   {1, 1, 3.2, Dash::kSolid, false},
                                                   {0, 1, 2.6, Dash::kSolid, false},
                                                   {1, 0, 3.2, Dash::kSolid, true},
                                                   {1, -1, 3.2, Dash::kDashed, false},
                                                   {1, 1, 4, Dash::kSolid, true}}};
constexpr double kStroke = 0.6;
constexpr double kSeam = 0.3;  ///< closes the gap that a viewer leaves between two areas
constexpr double kOpenDistance = 1.7;

/// The part of the line through `p` along (dx, dy) that lies in the box; no points where none does.
std::vector<Point> cut(Point p, double dx, double dy, const Box& box) {
  double low = -1e9;
  double high = 1e9;
  const auto keep = [&](double at, double step, double from, double to) {
    if (step == 0) {
      if (at <= from || at >= to) high = low;
      return;
    }
    low = std::max(low, std::min((from - at) / step, (to - at) / step));
    high = std::min(high, std::max((from - at) / step, (to - at) / step));
  };
  keep(p.x, dx, box.left, box.right);
  keep(p.y, dy, box.top, box.bottom);
  if (high - low < 1e-6) return {};
  return {{p.x + low * dx, p.y + low * dy}, {p.x + high * dx, p.y + high * dy}};
}

/// Lines that keep to places of their own on the canvas, so that boxes side by side go on in one another.
void add_lines(std::vector<Shape>& shapes, const Box& box, const Texture& texture, Colouring colour) {
  const double length = std::hypot(texture.dx, texture.dy);
  const double dx = texture.dx / length;
  const double dy = texture.dy / length;
  const auto across = [&](double x, double y) { return y * dx - x * dy; };
  const std::array<double, 4> ends = {across(box.left, box.top), across(box.right, box.top),
                                      across(box.left, box.bottom), across(box.right, box.bottom)};
  const double last = *std::max_element(ends.begin(), ends.end());
  const double first = *std::min_element(ends.begin(), ends.end());
  const auto steps = static_cast<long>(std::ceil(first / texture.distance));
  for (long i = steps; static_cast<double>(i) * texture.distance < last; ++i) {
    const double at = static_cast<double>(i) * texture.distance;
    std::vector<Point> points = cut({-at * dy, at * dx}, dx, dy, box);
    if (!points.empty()) shapes.push_back(line(std::move(points), colour, kStroke, texture.dash));
  }
}

}  // namespace

void add_textured(std::vector<Shape>& shapes, const Box& box, std::size_t number) {
  shapes.push_back(area(box, {hue(number), hue(number), kSeam, 1, Dash::kSolid}));
  Texture texture = kTextures[number % kTextures.size()];
  if (texture.distance == 0) return;
  add_lines(shapes, box, texture, kPaperColour);
  if (!texture.is_crossed) return;
  texture = {-texture.dy, texture.dx, texture.distance, texture.dash, false};
  add_lines(shapes, box, texture, kPaperColour);
}

void add_open(std::vector<Shape>& shapes, const Box& box) {
  shapes.push_back(area(box, {kPaperColour, kNoColour, 0, 1, Dash::kSolid}));
  add_lines(shapes, box, {1, -1, kOpenDistance, Dash::kSolid, false}, kFaintColour);
  shapes.push_back(area(box, {kNoColour, kInkColour, 0.6, 1, Dash::kDashed}));
}

}  // namespace bloctype
