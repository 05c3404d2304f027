// The sign of a bloc: a hue and a form, so that neither has to be seen for the other, with room for a number.
#pragma once

#include <cstddef>
#include <vector>

#include "page/scene.hpp"

namespace bloctype {

enum class Filling : std::uint8_t { kFilled, kHollow };

struct Glyph {
  std::size_t bloc = 0;  ///< by its place among the blocs of the figure
  Filling filling = Filling::kFilled;
  Dash outline = Dash::kSolid;
  double scale = 1;  ///< more than 1 for numbers of more than two digits
};

/// The circle that the sign keeps to.
double radius_of(const Glyph& glyph);
/// The scale that suits numbers up to `count`.
double scale_for(std::size_t count);

/// The sign, and the number in it.
Shape shape_of(const Glyph& glyph, Point centre);
Label number_in(const Glyph& glyph, Point centre, std::size_t number);

}  // namespace bloctype
