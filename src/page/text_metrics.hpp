// How wide text is in a sans serif of Helvetica's width, on the safe side, since nobody knows the font that a viewer
// has; and text broken into lines of a width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "page/scene.hpp"

namespace bloctype {

/// Parts of the size that letters take above and below the baseline.
inline constexpr double kAscent = 0.78;
inline constexpr double kDescent = 0.22;

/// From line to line of text of a size.
constexpr double leading_of(double size) { return size * 1.22; }

/// In the unit of `size`.
double text_width(std::string_view text, double size, Weight weight = Weight::kNormal);

/// What a text may take up.
struct Fit {
  double width = 0;
  double size = kUsualSize;
  Weight weight = Weight::kNormal;
  std::size_t most_lines = 0;  ///< 0 for any number; a text that needs more ends in an ellipsis
};

/// `text` in lines that keep to `fit`, broken at blanks; a word that is wider than a line is broken within. At least
/// one line.
std::vector<std::string> fitted(std::string_view text, const Fit& fit);

}  // namespace bloctype
