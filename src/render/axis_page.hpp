// One axis of one period as a part of a page: the headline, the models, what is open, what would change it.
#pragma once

#include "page/page.hpp"
#include "render/axis_view.hpp"

namespace bloctype {

Page axis_page(const AxisView& view);

/// Why one model, by its place in AxisNodes::models, was not reached, or that it was, in full: each cap and what would
/// bring it in.
Page why_not_page(const AxisView& view, std::size_t model);

}  // namespace bloctype
