// The map: the mix of models on one axis by the placement on the others, every case with what missing and disputed
// facts leave open of it, and each bloc's periods joined in order.
#pragma once

#include "figure/figure_case.hpp"

namespace bloctype {

/// Draws every case once in each band (see map_plan.hpp). Needs nothing of a case but its name, years and placements.
Figure draw_map(const FigureRequest& request);

}  // namespace bloctype
