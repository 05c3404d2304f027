// One axis of one period as a part of a page: the headline, the models, what is open, what would change it.
#pragma once

#include "page/page.hpp"
#include "render/axis_view.hpp"

namespace bloctype {

enum class Departures { kInBrief, kNone };

/// Without departures where a list of all of them stands beside it.
Page axis_page(const AxisView& view, Departures departures = Departures::kInBrief);

/// How much of the placement hangs on our crossover and weights; empty where that was not asked for.
std::string robustness_text(const AxisView& view);

/// Why one model, by its place in AxisNodes::models, was not reached, or that it was, in full: each cap and what would
/// bring it in.
Page why_not_page(const AxisView& view, std::size_t model);
/// The same for those of `models`, by their place in the rulebook, that are of this axis.
Page why_not_pages(const AxisView& view, const std::vector<std::size_t>& models);

}  // namespace bloctype
