// Which panel of a map each case stands in: by its placement, in deeds, on the axis whose models are the columns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "figure/figure_case.hpp"

namespace bloctype {

struct PanelPlan {
  std::string title;
  bool has_plane = false;          ///< even where no case stands on it
  std::vector<std::size_t> cases;  ///< in the order of the request
};

/// The panels of one axis, or a single panel where there is no axis beside the plane's. Every case stands in one.
struct BandPlan {
  std::optional<std::size_t> axis;
  std::vector<PanelPlan> panels;
};

struct MapPlan {
  std::size_t plane = 0;  ///< the axis whose models are the corners
  std::vector<BandPlan> bands;
};

/// The plane is the first axis on which models can go together, else the first. Each further axis is a band: a panel
/// for each of its models, with or without cases; then, as they occur, no model, combinations, undecided, and verdicts.
MapPlan plan_map(const FigureRequest& request);

}  // namespace bloctype
