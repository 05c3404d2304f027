// `landscape` as CSV: a row for each axis, year and model, as statistics programs read it at once. A number that open
// placements leave open has two ends; without a bloc that is or can be placed, the cells of shares are empty.
#pragma once

#include <string>

#include "render/landscape_view.hpp"

namespace bloctype {

std::string render_landscape_csv(const LandscapeView& view);

}  // namespace bloctype
