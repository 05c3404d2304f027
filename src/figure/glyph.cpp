// Forms and hues.
#include "figure/glyph.hpp"

#include <array>
#include <cmath>
#include <numbers>

#include "page/text_metrics.hpp"

namespace bloctype {
namespace {

/// A circle, or a regular polygon whose first corner stands at `turn` (in turns, clockwise from the right). Their
/// number has no divisor in common with that of the hues, so that both together tell many blocs apart.
struct Form {
  int corners;  ///< 0 for a circle
  double turn;
  double radius;
  double lift;  ///< of the number's middle above the centre
};
constexpr std::array<Form, 7> kForms = {{{0, 0, 4.9, 0},
                                         {4, 0.125, 5.9, 0},
                                         {6, 0, 5.6, 0},
                                         {4, 0, 6.6, 0},
                                         {5, -0.25, 5.8, 0},
                                         {3, -0.25, 7.6, -1.4},
                                         {3, 0.25, 7.6, 1.4}}};

const Form& form_of(std::size_t bloc) { return kForms[bloc % kForms.size()]; }

}  // namespace

double radius_of(const Glyph& glyph) { return form_of(glyph.bloc).radius * glyph.scale; }

double scale_for(std::size_t count) { return count < 100 ? 1 : count < 1000 ? 1.4 : 1.8; }

Shape shape_of(const Glyph& glyph, Point centre) {
  const Form& form = form_of(glyph.bloc);
  const bool is_filled = glyph.filling == Filling::kFilled;
  const Look look{is_filled ? hue(glyph.bloc) : kPaperColour,
                  glyph.outline == Dash::kSolid ? hue(glyph.bloc) : kInkColour,
                  glyph.outline == Dash::kSolid && !is_filled ? 1.3 : 0.8, 1, glyph.outline};
  if (form.corners == 0) return disc(centre, radius_of(glyph), look);
  std::vector<Point> points;
  for (int i = 0; i < form.corners; ++i) {
    const double angle = 2 * std::numbers::pi * (form.turn + static_cast<double>(i) / form.corners);
    points.push_back({centre.x + radius_of(glyph) * std::cos(angle), centre.y + radius_of(glyph) * std::sin(angle)});
  }
  return area(std::move(points), look);
}

Label number_in(const Glyph& glyph, Point centre, std::size_t number) {
  const double middle = centre.y - form_of(glyph.bloc).lift * glyph.scale;
  const bool is_filled = glyph.filling == Filling::kFilled;
  return {{centre.x, middle + 0.36 * kSmallSize},
          std::to_string(number),
          kSmallSize,
          Anchor::kMiddle,
          Weight::kBold,
          is_filled ? Ground::kHue : Ground::kOpen,
          is_filled ? hue(glyph.bloc) : kInkColour};
}

}  // namespace bloctype
