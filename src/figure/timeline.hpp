// The timeline: degrees of membership over the years, bloc by bloc and model by model, practice and discourse apart.
#pragma once

#include "figure/figure_case.hpp"

namespace bloctype {

/// Draws every case that has a first year; the others are named below. Needs nothing of a case but its name, years and
/// placements.
Figure draw_timeline(const FigureRequest& request);

}  // namespace bloctype
