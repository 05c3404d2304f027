// The profile: each case against the ideal type it is placed as, feature by feature, deviations marked.
#pragma once

#include "figure/figure_case.hpp"

namespace bloctype {

/// Draws a panel for each case, axis and model. Every case must have its description and result.
Figure draw_profile(const FigureRequest& request);

}  // namespace bloctype
