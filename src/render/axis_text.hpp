// One axis of one period as a paragraph: the headline, the models, what is open, what would change it.
#pragma once

#include <string>

#include "render/axis_view.hpp"

namespace bloctype {

/// The paragraph of the axis, ending in a line feed.
std::string render_axis(const AxisView& view);

/// Why one model, by its place in AxisNodes::models, was not reached, or that it was, in full: each cap and what would
/// bring it in.
std::string render_why_not(const AxisView& view, std::size_t model);

}  // namespace bloctype
