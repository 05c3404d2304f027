// `-v`: the whole explanation tree of one axis, line by line: every value with its bounds, weight, rule and fact.
#pragma once

#include <string>

#include "render/axis_text.hpp"

namespace bloctype {

std::string render_tree(const AxisView& view);

}  // namespace bloctype
