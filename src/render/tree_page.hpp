// The whole explanation tree of one axis (`-v`), node by node: every value with its bounds, weight, rule and fact.
#pragma once

#include "page/page.hpp"
#include "render/axis_view.hpp"

namespace bloctype {

/// A root for each register.
Tree explanation_tree(const AxisView& view);

/// One more root for the deviations, where there are any.
void add_deviations(Tree& tree, const AxisView& view);

/// Every deviation of the models that are placed, a line each.
std::vector<std::string> deviation_lines(const AxisView& view);

}  // namespace bloctype
