// Panels by placement.
#include "figure/map_plan.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "figure/case_words.hpp"

namespace bloctype {
namespace {

/// What panels are ordered by: the sort of placement, then what it is more closely.
enum class Sort : int { kModel, kNone, kSeveral, kUndecided, kVerdict };
using PanelKey = std::tuple<Sort, Kind, std::vector<std::size_t>>;

PanelKey key_of(const Placement& placement, const AxisNodes& nodes) {
  std::vector<std::size_t> models = placement.models;
  std::sort(models.begin(), models.end());
  switch (placement.kind) {
    case Kind::kPure:
      return {Sort::kModel, Kind::kPure, models};
    case Kind::kNone:
      return {Sort::kNone, Kind::kNone, {}};
    case Kind::kUndecided:
      return {Sort::kUndecided, Kind::kUndecided, {}};
    case Kind::kVerdict:
      return {Sort::kVerdict, Kind::kVerdict, {nodes.gates[*placement.gate].verdict}};
    case Kind::kHybrid:
    case Kind::kAtLeast:
    case Kind::kContested:
      return {Sort::kSeveral, placement.kind, models};
  }
  return {};
}

/// A placement of no case: what a model's panel is called.
Placement pure(std::size_t model) {
  Placement placement;
  placement.kind = Kind::kPure;
  placement.models = {model};
  return placement;
}

std::string title_of(const FigureRequest& request, std::size_t axis, Placement placement) {
  std::sort(placement.models.begin(), placement.models.end());  // one title, whatever the order by point
  const Description blank;
  const PeriodResult none = unplaced();
  return Phrases(request.classifier, blank, none, Register::kPractice, request.texts)
      .placement(placement, request.nodes(axis));
}

BandPlan plan_band(const FigureRequest& request, std::size_t axis) {
  const AxisNodes& nodes = request.nodes(axis);
  std::map<PanelKey, PanelPlan> panels;
  for (std::size_t m = 0; m < nodes.models.size(); ++m) {
    panels[key_of(pure(m), nodes)] = {title_of(request, axis, pure(m)), true, {}};
  }
  for (std::size_t i = 0; i < request.cases.size(); ++i) {
    const Placement& placement = request.cases[i].practice(axis);
    PanelPlan& panel = panels[key_of(placement, nodes)];
    if (panel.title.empty()) panel.title = title_of(request, axis, placement);
    panel.cases.push_back(i);
  }
  BandPlan band{axis, {}};
  for (auto& entry : panels) band.panels.push_back(std::move(entry.second));
  return band;
}

std::size_t plane_of(const FigureRequest& request, const std::vector<std::size_t>& axes) {
  const auto joins_models = [&](std::size_t a) {
    return request.classifier.rulebook().axes[a].combine == Axis::Combine::kHybrid;
  };
  const auto found = std::find_if(axes.begin(), axes.end(), joins_models);
  return found == axes.end() ? axes.front() : *found;
}

}  // namespace

MapPlan plan_map(const FigureRequest& request) {
  const std::vector<std::size_t> axes = request.axes();
  MapPlan plan{plane_of(request, axes), {}};
  for (const std::size_t axis : axes) {
    if (axis != plan.plane) plan.bands.push_back(plan_band(request, axis));
  }
  if (!plan.bands.empty()) return plan;
  PanelPlan all{axis_name(request, plan.plane), true, {}};
  for (std::size_t i = 0; i < request.cases.size(); ++i) all.cases.push_back(i);
  plan.bands.push_back({std::nullopt, {std::move(all)}});
  return plan;
}

}  // namespace bloctype
