// Panels.
#include "figure/map_panel.hpp"

#include <algorithm>

#include "figure/case_words.hpp"
#include "figure/glyph.hpp"
#include "figure/mix.hpp"
#include "figure/placing.hpp"
#include "page/text_metrics.hpp"

namespace bloctype {
namespace {

constexpr double kInset = 3;        ///< of text from the panel's edge
constexpr double kEdge = 8.5;       ///< of the plane from it: room for a mark at a corner
constexpr double kCornerGap = 8.5;  ///< from a corner to its name
constexpr double kLeading = leading_of(kSmallSize);
constexpr double kLargestPlane = 84;  ///< from its centre to a corner
constexpr double kFlatPlane = 20;     ///< room above and below a plane that is a segment
constexpr double kShare = 1.8;        ///< room that a mark needs, against the square around it
constexpr double kShelfGap = 5;       ///< between marks on a shelf: room for an arrow
constexpr std::size_t kTitleLines = 3;
constexpr std::size_t kCornerLines = 2;

/// "political: autonomist"; without an axis, the title as it is.
std::string title_of(const FigureRequest& request, const std::string& axis, const PanelPlan& plan) {
  if (axis.empty()) return plan.title;
  return request.texts.say("overview.axis", {{"axis", axis}, {"placement", plan.title}});
}

std::vector<std::string> title_lines(const std::string& title, double width) {
  return fitted(title, {width - 2 * kInset, kUsualSize, Weight::kBold, kTitleLines});
}

/// Whether a title has room for every word.
bool has_room(const std::string& title, double width) {
  return fitted(title, {width - 2 * kInset, kUsualSize, Weight::kBold, 0}).size() <= kTitleLines;
}

class PanelWriter {
 public:
  PanelWriter(const MapView& view, const PanelPlan& plan, PanelRoom room)
      : view_(view), plan_(plan), room_(room), width_(room.width) {}

  PanelDrawing drawing() {
    title();
    if (has_plane()) plane();
    if (has_plane()) marks();
    shelves();
    out_.panel.title = plan_.title;
    out_.panel.box = {0, 0, width_, y_ + kInset};
    return std::move(out_);
  }

 private:
  void text(const std::string& line, Point at, Anchor anchor, Weight weight, Colouring colour) {
    out_.labels.push_back(
        {at, line, weight == Weight::kBold ? kUsualSize : kSmallSize, anchor, weight, Ground::kPaper, colour});
  }

  void title() {
    y_ = kInset;
    double y = y_;
    for (const std::string& line : title_lines(title_of(view_.request, room_.axis, plan_), width_)) {
      text(line, {kInset, y + kAscent * kUsualSize}, Anchor::kStart, Weight::kBold, kInkColour);
      y += leading_of(kUsualSize);
    }
    y_ += leading_of(kUsualSize) * static_cast<double>(room_.title_lines) + 1;
  }

  bool has_plane() const {
    const auto has_mix = [&](std::size_t subject) {
      const FigureCase& entry = view_.request.cases[subject];
      const auto is_above_0 = [](const Triple& m) { return m.point.value_or(m.low) > 0; };
      const std::vector<Triple> memberships = plane_memberships(view_, subject);
      return is_placed_by_models(entry.practice(view_.plan.plane)) &&
             std::any_of(memberships.begin(), memberships.end(), is_above_0);
    };
    return plan_.has_plane || std::any_of(plan_.cases.begin(), plan_.cases.end(), has_mix);
  }

  std::size_t model_count() const { return view_.request.nodes(view_.plan.plane).models.size(); }

  double plane_radius() const {
    double reach = 0;
    for (const Point corner : plane_corners(model_count(), {}, 1)) reach = std::max(reach, std::abs(corner.x));
    return std::min(kLargestPlane, (width_ / 2 - kEdge) / reach);
  }

  /// The plane and the names of its corners, first around a centre at height 0, then moved below the title.
  void plane() {
    std::vector<Point> corners = plane_corners(model_count(), {width_ / 2, 0}, plane_radius());
    std::vector<Label> names;
    for (std::size_t m = 0; m < model_count(); ++m) {
      name_corner(model_name(view_.request, view_.plan.plane, m), corners[model_count() == 1 ? 1 : m], names);
    }
    const double slack = model_count() <= 2 ? kFlatPlane : 0;
    double top = -slack, bottom = slack;
    for (const Point corner : corners) bottom = std::max(bottom, corner.y + kEdge);
    for (const Point corner : corners) top = std::min(top, corner.y - kEdge);
    for (const Label& name : names) top = std::min(top, box_of(name).top);
    for (const Label& name : names) bottom = std::max(bottom, box_of(name).bottom);
    for (Point& corner : corners) corner.y += y_ - top;
    for (Label& name : names) {
      name.at.y += y_ - top;
      placing_.take(box_of(name));
      out_.labels.push_back(name);
    }
    zone_ = {1, y_, width_ - 1, y_ + bottom - top};
    const Look look{kNoColour, kFaintColour, 0.6, 1, Dash::kSolid};
    out_.shapes.push_back(area(corners, look));
    out_.panel.corners = std::move(corners);
  }

  /// Above a corner of the upper half, else below; further off where a name stands there already.
  void name_corner(const std::string& name, Point corner, std::vector<Label>& names) const {
    const std::vector<std::string> lines = fitted(name, {width_ * 0.48, kSmallSize, Weight::kNormal, kCornerLines});
    double half = 0;
    for (const std::string& line : lines) half = std::max(half, text_width(line, kSmallSize) / 2);
    const double x = std::clamp(corner.x, half + 1, width_ - half - 1);
    const double height = kLeading * static_cast<double>(lines.size());
    const bool is_above = corner.y < -1;
    double top = is_above ? corner.y - kCornerGap - height : corner.y + kCornerGap;
    const auto is_taken = [&] {
      return std::any_of(names.begin(), names.end(), [&](const Label& other) {
        return box_of(other).meets({x - half, top, x + half, top + height});
      });
    };
    while (is_taken()) top += is_above ? -kLeading : kLeading;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      names.push_back({{x, top + kLeading * static_cast<double>(i) + kAscent * kSmallSize},
                       lines[i],
                       kSmallSize,
                       Anchor::kMiddle,
                       Weight::kNormal,
                       Ground::kPaper,
                       kFaintColour});
    }
  }

  double radius(std::size_t subject) const {
    return radius_of(
        {view_.blocs.of_case[subject], Filling::kFilled, Dash::kSolid, scale_for(view_.request.cases.size())});
  }

  /// Those at their own place first, so that no mark is moved for one that could have stood elsewhere.
  void marks() {
    double needed = 0;
    for (const std::size_t subject : plan_.cases) {
      const auto truth = truth_of(subject);
      if (!truth) continue;
      const double side = 2 * radius(subject);
      needed += kShare * side * side / zone_.width();
      out_.marks.push_back({subject, 0, true, *truth, *truth, radius(subject), region_of(subject)});
    }
    zone_.bottom = std::max(zone_.bottom, zone_.top + needed);
    std::vector<MapMark*> moved;
    for (MapMark& mark : out_.marks) {
      if (placing_.is_free(mark.truth, mark.radius, zone_)) {
        placing_.take(mark.truth, mark.radius);
      } else {
        moved.push_back(&mark);
      }
    }
    for (MapMark* mark : moved) place(*mark);
    y_ = zone_.bottom;
  }

  void place(MapMark& mark) {
    auto found = placing_.nearest(mark.truth, mark.radius, zone_);
    while (!found) {
      zone_.bottom += 2 * mark.radius;
      found = placing_.nearest(mark.truth, mark.radius, zone_);
    }
    mark.place = *found;
    placing_.take(mark.place, mark.radius);
  }

  std::optional<Point> truth_of(std::size_t subject) const {
    if (out_.panel.corners.empty()) return std::nullopt;
    if (!is_placed_by_models(view_.request.cases[subject].practice(view_.plan.plane))) return std::nullopt;
    return mix(plane_memberships(view_, subject), out_.panel.corners);
  }

  std::vector<Point> region_of(std::size_t subject) const {
    return mix_region(plane_memberships(view_, subject), out_.panel.corners);
  }

  /// Cases without a mix, under the words of their placement on the plane's axis.
  void shelves() {
    std::vector<std::pair<std::string, std::vector<std::size_t>>> shelves;
    for (const std::size_t subject : plan_.cases) {
      if (truth_of(subject)) continue;
      const std::string words = CaseWords(view_.request, subject).in_practice(view_.plan.plane);
      const auto found = std::find_if(shelves.begin(), shelves.end(), [&](const auto& s) { return s.first == words; });
      if (found == shelves.end()) {
        shelves.push_back({words, {subject}});
      } else {
        found->second.push_back(subject);
      }
    }
    std::sort(shelves.begin(), shelves.end());
    for (const auto& [words, cases] : shelves) shelf(words, cases);
  }

  void shelf(const std::string& words, const std::vector<std::size_t>& cases) {
    y_ += 2;
    out_.shapes.push_back(line({{kInset, y_}, {width_ - kInset, y_}}, kFaintColour, 0.4, Dash::kDotted));
    y_ += 1.5;
    const std::string axis = axis_name(view_.request, view_.plan.plane);
    const std::string whole = view_.request.texts.say("overview.axis", {{"axis", axis}, {"placement", words}});
    for (const std::string& line : fitted(whole, {width_ - 2 * kInset, kSmallSize, Weight::kNormal, kTitleLines})) {
      text(line, {kInset, y_ + kAscent * kSmallSize}, Anchor::kStart, Weight::kNormal, kInkColour);
      y_ += kLeading;
    }
    double widest = 0;
    for (const std::size_t subject : cases) widest = std::max(widest, radius(subject));
    const bool is_crowded = view_.request.cases.size() > kMostNamed;
    const double step = 2 * widest + kShelfGap;
    double x = kInset;
    y_ += 1;
    for (const std::size_t subject : cases) {
      const bool is_full = !is_crowded || x + step > width_ - 1;  // a name may stand beside each
      if (is_full && x > kInset) {
        x = kInset;
        y_ += step;
      }
      const Point place{x + widest, y_ + widest};
      out_.marks.push_back({subject, 0, false, place, place, radius(subject), {}});
      x += step;
    }
    y_ += step;
  }

  const MapView& view_;
  const PanelPlan& plan_;
  PanelRoom room_;
  double width_;
  double y_ = 0;
  Box zone_;  ///< where marks on the plane may stand
  Placing placing_;
  PanelDrawing out_;
};

void move(Point& point, Point by) {
  point.x += by.x;
  point.y += by.y;
}

}  // namespace

PanelRoom room_for(const FigureRequest& request, const BandPlan& band, double width) {
  PanelRoom room{width, 1, band.axis ? axis_name(request, *band.axis) : std::string()};
  const auto fits = [&](const PanelPlan& panel) { return has_room(title_of(request, room.axis, panel), width); };
  if (!std::all_of(band.panels.begin(), band.panels.end(), fits)) room.axis.clear();
  for (const PanelPlan& panel : band.panels) {
    room.title_lines = std::max(room.title_lines, title_lines(title_of(request, room.axis, panel), width).size());
  }
  return room;
}

PanelDrawing lay_out(const MapView& view, const PanelPlan& plan, PanelRoom room) {
  return PanelWriter(view, plan, room).drawing();
}

void move(PanelDrawing& drawing, Point by) {
  Box& box = drawing.panel.box;
  box = {box.left + by.x, box.top + by.y, box.right + by.x, box.bottom + by.y};
  for (Point& corner : drawing.panel.corners) move(corner, by);
  for (Shape& shape : drawing.shapes) {
    for (Point& point : shape.points) move(point, by);
  }
  for (Label& label : drawing.labels) move(label.at, by);
  for (MapMark& mark : drawing.marks) {
    move(mark.truth, by);
    move(mark.place, by);
    for (Point& point : mark.region) move(point, by);
  }
}

std::vector<Triple> plane_memberships(const MapView& view, std::size_t subject) {
  std::vector<Triple> memberships;
  for (const Membership& m : view.request.cases[subject].practice(view.plan.plane).memberships) {
    memberships.push_back(m.value);
  }
  return memberships;
}

bool is_placed_by_models(const Placement& placement) {
  return placement.kind != Kind::kVerdict && placement.kind != Kind::kUndecided;
}

}  // namespace bloctype
