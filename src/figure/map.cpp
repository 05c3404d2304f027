// Panels put together, marks joined and drawn.
#include "figure/map.hpp"

#include <algorithm>
#include <cmath>

#include "figure/case_words.hpp"
#include "figure/column_writer.hpp"
#include "figure/glyph.hpp"
#include "figure/map_key.hpp"
#include "figure/map_labels.hpp"
#include "figure/map_panel.hpp"
#include "figure/map_plan.hpp"
#include "figure/mix.hpp"

namespace bloctype {
namespace {

constexpr double kGutter = 4;
constexpr std::size_t kFewMarks = 9;     ///< in one panel: then three panels stand side by side
constexpr std::size_t kManyMarks = 24;   ///< in one panel: then each has a row of its own
constexpr std::size_t kMostShaded = 20;  ///< cases; with more, regions are outlines
constexpr double kArrow = 3.2;

class MapWriter {
 public:
  explicit MapWriter(const FigureRequest& request)
      : request_(request), plan_(plan_map(request)), blocs_(request.cases), column_(figure_) {}

  Figure figure() {
    std::vector<std::string> axes{long_axis_name(request_, plan_.plane)};
    for (const BandPlan& band : plan_.bands) {
      if (band.axis) axes.push_back(long_axis_name(request_, *band.axis));
    }
    figure_.title = request_.texts.say("figure.map.title", {{"axes", request_.texts.list(axes)}});
    column_.title();
    for (const BandPlan& band : plan_.bands) draw_band(band);
    for (const MapMark& mark : figure_.marks) draw_region(mark);
    draw_joins();
    for (const MapMark& mark : figure_.marks) draw_leader(mark);
    for (const MapMark& mark : figure_.marks) draw_mark(mark);
    label_marks(view(), figure_);
    column_.skip(3);
    write_map_key(view(), figure_, column_);
    write_map_legend(view(), figure_, column_);
    column_.source(source_words(request_));
    figure_.height = column_.y() + kMargin - 2;
    figure_.description = map_description(view());
    figure_.table = map_table(view());
    return std::move(figure_);
  }

 private:
  MapView view() const { return {request_, plan_, blocs_}; }

  static std::size_t columns_for(const BandPlan& band) {
    std::size_t most = 0;
    for (const PanelPlan& panel : band.panels) most = std::max(most, panel.cases.size());
    const std::size_t columns = most <= kFewMarks ? 3 : most <= kManyMarks ? 2 : 1;
    return std::min(columns, band.panels.size());
  }

  void draw_band(const BandPlan& band) {
    if (band.axis) {
      const std::string axis = axis_name(request_, *band.axis);
      column_.text(request_.texts.say("figure.map.band", {{"axis", axis}}));
      column_.skip(2);
    }
    const std::size_t columns = columns_for(band);
    const double whole = kColumnWidth - 2 * kMargin;
    const double width = (whole - kGutter * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    for (std::size_t first = 0; first < band.panels.size(); first += columns) {
      std::vector<PanelDrawing> row;
      for (std::size_t i = first; i < std::min(first + columns, band.panels.size()); ++i) {
        row.push_back(lay_out(view(), band.panels[i], room_for(request_, band, width)));
      }
      draw_row(row, width);
    }
  }

  void draw_row(std::vector<PanelDrawing>& row, double width) {
    double height = 0;
    for (const PanelDrawing& drawing : row) height = std::max(height, drawing.panel.box.height());
    double left = kMargin;
    for (PanelDrawing& drawing : row) {
      drawing.panel.box.bottom = height;
      move(drawing, {left, column_.y()});
      add(drawing);
      left += width + kGutter;
    }
    column_.skip(height + kGutter);
  }

  void add(PanelDrawing& drawing) {
    figure_.shapes.push_back(area(drawing.panel.box, {kNoColour, kBandColour, 0.6, 1, Dash::kSolid}));
    for (Shape& shape : drawing.shapes) figure_.shapes.push_back(std::move(shape));
    for (Label& label : drawing.labels) figure_.labels.push_back(std::move(label));
    for (MapMark& mark : drawing.marks) {
      mark.panel = figure_.panels.size();
      figure_.marks.push_back(std::move(mark));
    }
    figure_.panels.push_back(std::move(drawing.panel));
  }

  Colouring colour(const MapMark& mark) const { return hue(blocs_.of_case[mark.subject]); }

  void draw_region(const MapMark& mark) {
    if (mark.region.size() < 2) return;
    if (mark.region.size() == 2) {
      figure_.shapes.push_back(line(mark.region, colour(mark), 1.6));
      return;
    }
    const bool is_crowded = request_.cases.size() > kMostShaded;
    figure_.shapes.push_back(
        area(mark.region, {colour(mark), colour(mark), 0.4, is_crowded ? 0.04 : 0.14, Dash::kDotted}));
  }

  /// Marks of one band stand together, every case once.
  void draw_joins() {
    const std::size_t cases = request_.cases.size();
    for (std::size_t begin = 0; begin < figure_.marks.size(); begin += cases) {
      std::vector<std::size_t> mark_of(cases);
      for (std::size_t i = begin; i < begin + cases; ++i) mark_of[figure_.marks[i].subject] = i;
      for (const std::vector<std::size_t>& periods : blocs_.members) {
        for (std::size_t i = 1; i < periods.size(); ++i) draw_join({mark_of[periods[i - 1]], mark_of[periods[i]]});
      }
    }
  }

  /// Bends around the marks of others where it can.
  void draw_join(Join join) {
    const MapMark& a = figure_.marks[join.from];
    const MapMark& b = figure_.marks[join.to];
    std::vector<Point> best;
    std::size_t fewest = figure_.marks.size() + 1;
    for (const double bend : {0.0, 0.12, -0.12, 0.24, -0.24}) {
      std::vector<Point> path = curve(a, b, bend);
      if (bend != 0 && leaves_page(path)) continue;
      const std::size_t hits = marks_on(path, join);
      if (hits >= fewest) continue;
      fewest = hits;
      best = std::move(path);
    }
    figure_.joins.push_back(join);
    if (best.size() < 2) return;  // they touch
    const Point tip = best.back();
    const Point before = best[best.size() - 2];
    const double angle = std::atan2(tip.y - before.y, tip.x - before.x);
    const auto wing = [&](double turn) {
      return Point{tip.x - kArrow * std::cos(angle + turn), tip.y - kArrow * std::sin(angle + turn)};
    };
    figure_.shapes.push_back(line(best, colour(a), 0.7));
    figure_.shapes.push_back(area({tip, wing(0.45), wing(-0.45)}, {colour(a), kNoColour, 0, 1, Dash::kSolid}));
  }

  /// From the edge of one mark to that of the other.
  static std::vector<Point> curve(const MapMark& a, const MapMark& b, double bend) {
    constexpr int kSteps = 24;
    const Point along{b.place.x - a.place.x, b.place.y - a.place.y};
    const Point middle{(a.place.x + b.place.x) / 2 - bend * along.y, (a.place.y + b.place.y) / 2 + bend * along.x};
    std::vector<Point> path;
    for (int i = 0; i <= kSteps; ++i) {
      const double t = static_cast<double>(i) / kSteps;
      const double s = 1 - t;
      const Point p{s * s * a.place.x + 2 * s * t * middle.x + t * t * b.place.x,
                    s * s * a.place.y + 2 * s * t * middle.y + t * t * b.place.y};
      if (distance(p, a.place) > a.radius + 0.5 && distance(p, b.place) > b.radius + 0.5) path.push_back(p);
    }
    return path;
  }

  bool leaves_page(const std::vector<Point>& path) const {
    const Box page{kMargin / 2, 0, kColumnWidth - kMargin / 2, column_.y()};
    return !std::all_of(path.begin(), path.end(), [&](Point p) { return page.holds({p.x, p.y, p.x, p.y}); });
  }

  std::size_t marks_on(const std::vector<Point>& path, Join join) const {
    std::size_t hits = 0;
    for (std::size_t i = 0; i < figure_.marks.size(); ++i) {
      if (i == join.from || i == join.to) continue;
      const MapMark& mark = figure_.marks[i];
      hits += std::any_of(path.begin(), path.end(), [&](Point p) { return distance(p, mark.place) < mark.radius; });
    }
    return hits;
  }

  /// To where the mark would stand, had it not been moved for another.
  void draw_leader(const MapMark& mark) {
    if (distance(mark.truth, mark.place) < 0.01) return;
    figure_.shapes.push_back(line({mark.truth, mark.place}, kInkColour, 0.4));
    figure_.shapes.push_back(disc(mark.truth, 0.9, {kInkColour, kNoColour, 0, 1, Dash::kSolid}));
  }

  void draw_mark(const MapMark& mark) {
    const Glyph glyph = glyph_of(view(), mark.subject);
    figure_.shapes.push_back(shape_of(glyph, mark.place));
    figure_.labels.push_back(number_in(glyph, mark.place, mark.subject + 1));
  }

  const FigureRequest& request_;
  MapPlan plan_;
  FigureBlocs blocs_;
  Figure figure_;
  ColumnWriter column_;
};

}  // namespace

Figure draw_map(const FigureRequest& request) { return MapWriter(request).figure(); }

}  // namespace bloctype
