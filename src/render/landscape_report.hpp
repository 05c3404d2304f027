// `landscape` as a report: who prevails when, the figures, the placements behind them, and the story claim by claim.
// Why a bloc is placed where it is, `classify` tells.
#pragma once

#include "render/landscape_view.hpp"
#include "render/report.hpp"

namespace bloctype {

Report landscape_report(const LandscapeView& view, const Catalogue& texts);

}  // namespace bloctype
