// Panels of shares.
#include "figure/shares_figure.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "figure/case_words.hpp"
#include "figure/shares_bands.hpp"
#include "figure/shares_rows.hpp"
#include "figure/shares_words.hpp"
#include "figure/texture.hpp"

namespace bloctype {
namespace {

constexpr double kPlot = 84;        ///< height of the shares from 0 to 1
constexpr double kChart = 13;       ///< height of the line of effective numbers
constexpr double kWidestName = 46;  ///< of a row
constexpr double kNameGap = 4;
constexpr double kTick = 2;
constexpr double kPanelGap = 7;

class SharesWriter {
 public:
  SharesWriter(const LandscapeView& view, const Catalogue& texts)
      : view_(view),
        texts_(texts),
        words_(view, texts),
        request_{view.classifier, {}, texts, view.axis},
        column_(figure_),
        rows_(figure_, column_, scale_) {}

  Figure figure() {
    std::vector<std::string> axes;
    for (const std::size_t axis : request_.axes()) axes.push_back(long_axis_name(request_, axis));
    figure_.title = texts_.say("figure.shares.title", {{"axes", texts_.list(axes)}});
    column_.title();
    column_.skip(2);
    scale_ = {view_.landscape.years.from, view_.landscape.years.to + 1, kMargin + name_width() + kNameGap,
              kColumnWidth - kMargin - 4};
    for (const std::size_t axis : request_.axes()) panel(axis);
    column_.text(shares_legend(view_, texts_, legend_));
    figure_.height = column_.y() + kMargin - 2;
    figure_.description = shares_description(view_, words_, texts_);
    figure_.table = shares_table(view_, words_, texts_);
    return std::move(figure_);
  }

 private:
  const AxisLandscape& axis() const { return view_.landscape.axes[axis_]; }
  const Shares& shares(const StretchRun& run) const { return axis().stretches[run.first].shares; }
  std::size_t model_count() const { return view_.nodes(axis_).models.size(); }

  std::string prevails_name() const { return texts_.say("figure.shares.column.prevails"); }
  std::string placed_name() const { return texts_.say("landscape.column.placed"); }
  std::string effective_name() const { return texts_.say("landscape.column.effective"); }

  double name_width() const {
    double widest = 0;
    for (const std::string& name : {prevails_name(), placed_name(), effective_name()}) {
      widest = std::max(widest, text_width(name, kSmallSize));
    }
    return std::min(widest, kWidestName);
  }

  void panel(std::size_t axis) {
    axis_ = axis;
    const double top = column_.y();
    ColumnWriter::Paragraph heading;
    heading.size = kUsualSize;
    heading.weight = Weight::kBold;
    column_.text(capitalised(long_axis_name(request_, axis)), heading);
    column_.skip(4);
    plot_ = {scale_.left, column_.y(), scale_.right, column_.y() + kPlot};
    plot();
    years();
    prevailing();
    numbers();
    key();
    figure_.panels.push_back({long_axis_name(request_, axis), {kMargin, top, scale_.right, column_.y()}, {}});
    column_.skip(kPanelGap);
  }

  double height_of(double share) const { return plot_.bottom - share * kPlot; }

  // --- shares

  void plot() {
    const ShareBands bands(axis(), scale_, plot_);
    for (const ShareBand& band : bands.bands()) {
      if (band.model) add_textured(figure_.shapes, band.box, *band.model);
      if (!band.model) add_open(figure_.shapes, band.box);
      legend_.has_open = legend_.has_open || !band.model;
      figure_.steps.push_back({axis_, band.model, band.years.from, band.years.to, band.box});
    }
    for (const ShareBand& band : bands.bands()) {  // paper between neighbours
      const Box& b = band.box;
      figure_.shapes.push_back(line({{b.left, b.top}, {b.right, b.top}}, kPaperColour, 0.5));
    }
    threshold();
    outlines(bands);
    name_bands(bands);
    blanks();
    frame();
  }

  void threshold() {
    const double y = height_of(view_.rules().prevails_above);
    figure_.shapes.push_back(line({{scale_.left, y}, {scale_.right, y}}, kPaperColour, 1.4));
    figure_.shapes.push_back(line({{scale_.left, y}, {scale_.right, y}}, kInkColour, 0.6, Dash::kDashed));
  }

  /// Around the band of a model that prevails, whatever is settled.
  void outlines(const ShareBands& bands) {
    for (const StretchRun& run : axis().runs_of_prevailing()) {
      const Prevailing& found = axis().stretches[run.first].prevailing;
      if (found.state != Prevailing::State::kPrevails) continue;
      legend_.has_outline = true;
      for (const std::size_t m : found.models) {
        figure_.shapes.push_back(
            area(bands.outline(m, axis().years(run)), {kNoColour, kInkColour, 1.3, 1, Dash::kSolid}));
      }
    }
  }

  void put(std::string text, Point at, Anchor anchor) {
    figure_.labels.push_back({at, std::move(text), kSmallSize, anchor, Weight::kNormal, Ground::kOpen, kInkColour});
  }

  /// Names where they fit, and numbers of the key where a band leaves its name behind.
  void name_bands(const ShareBands& bands) {
    const auto name = [&](std::size_t m) { return words_.model(axis_, m); };
    for (const BandName& found : bands.names(name, texts_.say("figure.shares.open"))) {
      const Label label{found.at,
                        found.text,
                        kSmallSize,
                        Anchor::kMiddle,
                        Weight::kBold,
                        found.model ? Ground::kHue : Ground::kPaper,
                        found.model ? hue(*found.model) : kInkColour};
      const Colouring ground = found.model ? hue(*found.model) : kPaperColour;
      figure_.shapes.push_back(area(box_of(label).grown(0.5), {ground, kNoColour, 0, 1, Dash::kSolid}));
      figure_.labels.push_back(label);
    }
  }

  /// Years without a bloc that is placed or can be.
  void blanks() {
    const std::vector<StretchRun> runs = axis().runs_of_shares();
    for (const StretchRun& run : runs) {
      if (shares(run).possibly_placed > 0) continue;
      const YearSpan years = axis().years(run);
      const double left = rows_.left(years);
      const double right = rows_.right(years);
      const std::vector<std::string> lines = lines_of_words(blank_state(view_, texts_, axis_, run), right - left - 4);
      double y = plot_.centre().y - leading_of(kSmallSize) * static_cast<double>(lines.size() + 1);
      if (lines.size() > 4) continue;
      for (const std::string& text : lines) {
        put(text, {(left + right) / 2, y + kAscent * kSmallSize}, Anchor::kMiddle);
        y += leading_of(kSmallSize);
      }
    }
  }

  /// The sides of the plot, and the numbers of its height.
  void frame() {
    const double threshold = view_.rules().prevails_above;
    figure_.shapes.push_back(area(plot_, {kNoColour, kFaintColour, 0.5, 1, Dash::kSolid}));
    const auto mark = [&](double share, const std::string& text) {
      const double y = height_of(share);
      figure_.shapes.push_back(line({{scale_.left - kTick, y}, {scale_.left, y}}, kInkColour, 0.5));
      put(text, {scale_.left - kTick - 1.5, y + 0.36 * kSmallSize}, Anchor::kEnd);
    };
    mark(threshold, shortest(threshold));
    constexpr double kApart = 0.1;
    if (threshold > kApart) mark(0, shortest(0));
    if (threshold < 1 - kApart) mark(1, shortest(1));
  }

  /// Ticks where years begin.
  void years() {
    double free_from = 0;
    for (const int year : scale_.ticks()) {
      if (year >= scale_.last) continue;
      const double x = scale_.at(year);
      figure_.shapes.push_back(line({{x, plot_.bottom}, {x, plot_.bottom + kTick}}, kInkColour, 0.5));
      const std::string text = std::to_string(year);
      const double half = text_width(text, kSmallSize) / 2;
      const double middle = std::clamp(x, scale_.left - 3 + half, kColumnWidth - 1 - half);
      if (middle - half < free_from) continue;
      put(text, {middle, plot_.bottom + kTick + 0.5 + kAscent * kSmallSize}, Anchor::kMiddle);
      free_from = middle + half + 1;
    }
    column_.go_to(plot_.bottom + kTick + leading_of(kSmallSize) + 3);
  }

  // --- rows

  void prevailing() {
    std::vector<YearCell> cells;
    for (const StretchRun& run : axis().runs_of_prevailing()) {
      const bool is_sure = axis().stretches[run.first].prevailing.state == Prevailing::State::kPrevails;
      cells.push_back(
          {axis().years(run), short_state(view_, words_, texts_, axis_, run), is_sure ? Dash::kSolid : Dash::kDotted});
    }
    notes_ = rows_.words(prevails_name(), cells);
    column_.skip(2.5);
  }

  void numbers() {
    std::vector<YearCell> placed, effective;
    for (const StretchRun& run : axis().runs_of_shares()) {
      const YearSpan years = axis().years(run);
      placed.push_back({years, words_.count(shares(run))});
      if (shares(run).heterogeneity) effective.push_back({years, words_.effective(*shares(run).heterogeneity)});
    }
    const bool has_all_placed = rows_.numbers(placed_name(), placed);
    column_.skip(1.5);
    if (effective.empty()) return;
    const bool has_all_effective = rows_.numbers(effective_name(), effective);
    legend_.lacks_number = legend_.lacks_number || !has_all_placed || !has_all_effective;
    chart();
  }

  /// The effective number of models, from 1 to as many as there are.
  void chart() {
    const double most = static_cast<double>(std::max<std::size_t>(model_count(), 2));
    const double top = column_.y() + 4;
    const auto height = [&](double bits) { return top + kChart - (effective_number(bits) - 1) / (most - 1) * kChart; };
    for (const double number : {1.0, most}) {
      const double y = number > 1 ? top : top + kChart;
      figure_.shapes.push_back(line({{scale_.left, y}, {scale_.right, y}}, kFaintColour, 0.3, Dash::kDotted));
      put(shortest(number), {scale_.left - kNameGap, y + 0.36 * kSmallSize}, Anchor::kEnd);
    }
    std::vector<Point> points;
    const auto draw = [&] {
      if (!points.empty()) figure_.shapes.push_back(line(points, kInkColour, 0.8));
      points.clear();
    };
    for (const StretchRun& run : axis().runs_of_shares()) {
      const YearSpan years = axis().years(run);
      const std::optional<Range>& bits = shares(run).heterogeneity;
      if (!bits || !bits->is_settled()) draw();
      if (!bits) continue;
      const double left = rows_.left(years);
      const double right = rows_.right(years);
      if (bits->is_settled()) {
        points.push_back({left, height(bits->low)});
        points.push_back({right, height(bits->low)});
      } else {
        add_open(figure_.shapes, {left, height(bits->high), right, height(bits->low)});
        legend_.has_open = true;
      }
    }
    draw();
    column_.go_to(top + kChart + 5);
  }

  // --- below the rows

  /// Each model that has a share with its texture and number, side by side; then what found no room above.
  void key() {
    double x = kMargin;
    double y = column_.y();
    for (std::size_t m = 0; m < model_count(); ++m) {
      const auto has_share = [&](const Stretch& s) {
        return s.shares.possibly_placed > 0 && s.shares.of_models[m].high > 0;
      };
      if (std::none_of(axis().stretches.begin(), axis().stretches.end(), has_share)) continue;
      const std::string text =
          texts_.say("figure.shares.key", {{"number", std::to_string(m + 1)}, {"model", words_.model(axis_, m)}});
      const double room = kColumnWidth - 2 * kMargin - kSwatch.right - 3;
      const std::string shown = fitted(text, {room, kSmallSize, Weight::kNormal, 1}).front();
      const double width = kSwatch.right + 3 + text_width(shown, kSmallSize);
      if (x > kMargin && x + width > kColumnWidth - kMargin) {
        x = kMargin;
        y += kKeyLine;
      }
      add_textured(figure_.shapes, {x, y, x + kSwatch.right, y + kSwatch.bottom}, m);
      put(shown, {x + kSwatch.right + 3, y + 0.5 + kAscent * kSmallSize}, Anchor::kStart);
      x += width + 8;
    }
    column_.go_to(x > kMargin ? y + kKeyLine : y);
    for (const RowNote& note : notes_) {
      std::vector<std::string> spans;
      for (const YearSpan& span : note.years) spans.push_back(words_.years(span));
      column_.text(
          texts_.say("figure.shares.note", {{"sign", note.sign}, {"years", texts_.list(spans)}, {"state", note.text}}));
    }
  }

  static constexpr Box kSwatch{0, 0, 12, 6.5};
  static constexpr double kKeyLine = 9.5;

  const LandscapeView& view_;
  const Catalogue& texts_;
  LandscapeWords words_;
  FigureRequest request_;
  Figure figure_;
  ColumnWriter column_;
  TimeScale scale_;
  YearRows rows_;
  SharesLegend legend_;
  std::size_t axis_ = 0;        ///< of the panel at hand
  Box plot_;                    ///< its shares
  std::vector<RowNote> notes_;  ///< of its rows
};

}  // namespace

Figure draw_shares(const LandscapeView& view, const Catalogue& texts) { return SharesWriter(view, texts).figure(); }

}  // namespace bloctype
