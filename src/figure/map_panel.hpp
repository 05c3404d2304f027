// One panel of a map: the plane with its corners named, the marks on it, and the shelf of those that have no mix.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "figure/figure_case.hpp"
#include "figure/map_plan.hpp"
#include "page/scene.hpp"

namespace bloctype {

/// What all panels of a map share. Refers to all of it.
struct MapView {
  const FigureRequest& request;
  const MapPlan& plan;
  const FigureBlocs& blocs;
};

/// A panel with its upper left corner at 0, 0.
struct PanelDrawing {
  Panel panel;
  std::vector<Shape> shapes;  ///< the plane
  std::vector<Label> labels;
  std::vector<MapMark> marks;  ///< their shapes are not drawn yet
};

/// With more cases, marks have numbers alone.
inline constexpr std::size_t kMostNamed = 16;

/// The width of a panel, and the lines that its title takes beside the longest of its band, so that planes stand level.
struct PanelRoom {
  double width = 0;
  std::size_t title_lines = 1;
  std::string axis;  ///< the name that titles begin with; empty where it has no room in one of them
};

/// The room that suits all panels of a band.
PanelRoom room_for(const FigureRequest& request, const BandPlan& band, double width);

PanelDrawing lay_out(const MapView& view, const PanelPlan& plan, PanelRoom room);

/// Moves the drawing down and to the right.
void move(PanelDrawing& drawing, Point by);

/// The memberships of a case in the models of the plane, in deeds.
std::vector<Triple> plane_memberships(const MapView& view, std::size_t subject);

/// Whether the placement of a case on the plane's axis is by its models, so that it has a mix there.
bool is_placed_by_models(const Placement& placement);

}  // namespace bloctype
