// Lanes and bars.
#include "figure/timeline.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "figure/case_words.hpp"
#include "figure/column_writer.hpp"
#include "figure/time_scale.hpp"
#include "figure/timeline_words.hpp"

namespace bloctype {
namespace {

constexpr double kLane = 13;        ///< height of a lane
constexpr double kLaneGap = 3;      ///< below it
constexpr double kWidestName = 72;  ///< of a model
constexpr double kBlocGap = 6;
constexpr double kWhisker = 1.6;
constexpr double kYearGap = 1.5;  ///< between two years in words
constexpr Colouring kPractice{Paint::kHue, 0};
constexpr Colouring kDiscourse{Paint::kHue, 1};

class TimelineWriter {
 public:
  explicit TimelineWriter(const FigureRequest& request) : request_(request), column_(figure_) {}

  Figure figure() {
    std::vector<std::string> axes;
    for (const std::size_t axis : request_.axes()) axes.push_back(long_axis_name(request_, axis));
    figure_.title = request_.texts.say("figure.timeline.title", {{"axes", request_.texts.list(axes)}});
    column_.title();
    const double left = kMargin + name_width() + 3;
    const auto scale = time_scale(request_.cases, left, kColumnWidth - kMargin - 4);
    if (scale) {
      scale_ = *scale;
      draw();
    }
    const std::string undated = undated_cases(request_);
    if (!undated.empty()) column_.text(undated);
    column_.source(source_words(request_));
    figure_.height = column_.y() + kMargin - 2;
    figure_.description = timeline_description(request_);
    figure_.table = timeline_table(request_);
    return std::move(figure_);
  }

 private:
  void draw() {
    years(Side::kTop);
    for (const Track& track : tracks_of(request_.cases)) draw_track(track);
    years(Side::kBottom);
    column_.skip(3);
    column_.text(timeline_legend(request_, figure_, scale_));
  }

  double name_width() const {
    double widest = 0;
    for (const std::size_t axis : request_.axes()) {
      for (std::size_t m = 0; m < request_.nodes(axis).models.size(); ++m) {
        widest = std::max(widest, text_width(model_name(request_, axis, m), kSmallSize));
      }
    }
    return std::min(widest, kWidestName);
  }

  void put(std::string text, Point at, Anchor anchor, Ground ground) {
    figure_.labels.push_back({at, std::move(text), kSmallSize, anchor, Weight::kNormal, ground, kInkColour});
  }

  enum class Side { kTop, kBottom };

  /// The line of years, its ticks away from the lanes.
  void years(Side side) {
    const bool is_top = side == Side::kTop;
    const double height = leading_of(kSmallSize);
    const double y = is_top ? column_.y() + height + 2 : column_.y() + 1;
    figure_.shapes.push_back(line({{scale_.left, y}, {scale_.right, y}}, kInkColour, 0.5));
    for (const int year : scale_.ticks()) {
      const double x = scale_.at(year);
      figure_.shapes.push_back(line({{x, y}, {x, y + (is_top ? -2.0 : 2.0)}}, kInkColour, 0.5));
      const std::string text = std::to_string(year);
      const double half = text_width(text, kSmallSize) / 2;
      const double middle = std::clamp(x, kMargin + half, kColumnWidth - 1 - half);
      put(text, {middle, is_top ? y - 3.5 : y + 2.5 + kAscent * kSmallSize}, Anchor::kMiddle, Ground::kOpen);
    }
    column_.go_to(is_top ? y + 4 : y + 3 + height);
  }

  const FigureCase& of(std::size_t subject) const { return request_.cases[subject]; }
  double begin(std::size_t subject) const { return scale_.at(*of(subject).from); }
  /// A period of a single year still shows.
  double end(std::size_t subject) const {
    return std::max(scale_.at(end_of(request_.cases, subject, scale_)), begin(subject) + 1.5);
  }

  bool ends_with_its_year(std::size_t subject) const {
    return end_of(request_.cases, subject, scale_) > of(subject).to;
  }

  void draw_track(const Track& track) {
    notes_.clear();
    ColumnWriter::Paragraph heading;
    heading.size = kUsualSize;
    heading.weight = Weight::kBold;
    heading.most_lines = 3;
    column_.text(track_title(request_, track), heading);
    periods(track);
    for (const std::size_t axis : request_.axes()) draw_axis(track, axis);
    for (const std::string& note : notes_) column_.text(note);
    column_.skip(kBlocGap);
  }

  /// A line for each period with the years at its ends, an arrow where it goes on.
  void periods(const Track& track) {
    const double y = column_.y() + leading_of(kSmallSize) + 2;
    double free_from = 0;  ///< where the next year may begin
    const auto tick = [&](double x) { figure_.shapes.push_back(line({{x, y - 1.5}, {x, y + 1.5}}, kInkColour, 0.6)); };
    const auto year = [&](const std::string& text, double wanted) {
      const double width = text_width(text, kSmallSize);
      const double left = std::clamp(wanted, kMargin, kColumnWidth - 1 - width);
      if (left < free_from - 0.01) return;
      put(text, {left, y - 3}, Anchor::kStart, Ground::kOpen);
      free_from = left + width + kYearGap;
    };
    /// Before the end; that of the last period may stand about its tick, where no other year begins.
    const auto last_year = [&](std::size_t subject) {
      const std::string text = std::to_string(*of(subject).to);
      const double width = text_width(text, kSmallSize);
      const double before = end(subject) - kYearGap - width;
      const bool is_last = subject == track.cases.back();
      year(text, is_last ? std::max(before, std::min(free_from, end(subject) - width / 2)) : before);
    };
    for (const std::size_t subject : track.cases) {
      figure_.shapes.push_back(line({{begin(subject), y}, {end(subject), y}}, kInkColour, 0.8));
      const double x = end(subject);
      tick(begin(subject));
      year(std::to_string(*of(subject).from), begin(subject));
      if (of(subject).to) {
        tick(x);
        if (ends_with_its_year(subject)) last_year(subject);
      } else {
        figure_.shapes.push_back(
            area({{x + 3, y}, {x - 1, y - 1.8}, {x - 1, y + 1.8}}, {kInkColour, kNoColour, 0, 1, Dash::kSolid}));
      }
    }
    column_.go_to(y + 3);
  }

  void draw_axis(const Track& track, std::size_t axis) {
    ColumnWriter::Paragraph heading;
    column_.skip(1.5);
    heading.colour = kFaintColour;
    column_.text(axis_name(request_, axis), heading);
    const double top = column_.y();
    const std::size_t models = request_.nodes(axis).models.size();
    for (std::size_t m = 0; m < models; ++m) draw_lane(track, axis, m);
    for (const std::size_t subject : track.cases) {
      if (of(subject).practice(axis).gate) draw_band(subject, axis, {begin(subject), top, end(subject), column_.y()});
    }
  }

  double height_of(double membership) const { return foot_ - membership * (kLane - 2); }

  void draw_lane(const Track& track, std::size_t axis, std::size_t model) {
    const double top = column_.y();
    foot_ = top + kLane;
    const std::vector<std::string> name =
        fitted(model_name(request_, axis, model), {scale_.left - 3 - kMargin, kSmallSize, Weight::kNormal, 2});
    for (std::size_t i = 0; i < name.size(); ++i) {
      const double lift = leading_of(kSmallSize) * static_cast<double>(name.size() - 1 - i);
      put(name[i], {scale_.left - 3, foot_ - (name.size() > 1 ? 0.5 : 3.5) - lift}, Anchor::kEnd, Ground::kOpen);
    }
    const double crossover = height_of(request_.classifier.rulebook().crossover);
    for (const std::size_t subject : track.cases) {
      if (!of(subject).practice(axis).gate) draw_bars(subject, axis, model);
    }
    figure_.shapes.push_back(
        line({{scale_.left, crossover}, {scale_.right, crossover}}, kInkColour, 0.35, Dash::kDotted));
    figure_.shapes.push_back(line({{scale_.left, foot_}, {scale_.right, foot_}}, kFaintColour, 0.4));
    column_.go_to(foot_ + kLaneGap);
  }

  void draw_bars(std::size_t subject, std::size_t axis, std::size_t model) {
    const double left = begin(subject) + 0.4;
    const double right = end(subject) - 0.4;
    const Membership& deeds = of(subject).practice(axis).memberships[model];
    const Triple& value = deeds.value;
    const Box bar{left, height_of(value.point.value_or(value.low)), right, foot_};
    const bool is_in = deeds.status == Status::kIn;
    figure_.bars.push_back({subject, axis, model, Register::kPractice, bar});
    figure_.shapes.push_back(area(bar, {kPractice, kNoColour, 0, is_in ? 0.85 : 0.4, Dash::kSolid}));
    if (is_open(value)) interval(value, {left, height_of(value.high), right, height_of(value.low)});
    if (!of(subject).discourse(axis).gate) draw_discourse(subject, axis, model, {left, 0, right, foot_});
    if (!value.point) return;
    const std::string number = CaseWords(request_, subject).phrases().number(*value.point);
    if (text_width(number, kSmallSize) + 2 * kWhisker + 4 > right - left) return;
    put(number, {(left + right) / 2, foot_ - 1.6}, Anchor::kMiddle, Ground::kPaper);
  }

  /// What is open, as an area and as a thin bar with ends near its left.
  void interval(const Triple& value, const Box& box) {
    figure_.shapes.push_back(area(box, {kPractice, kNoColour, 0, 0.18, Dash::kSolid}));
    if (equal9(value.low, value.high)) return;
    const double x = std::min(box.left + kWhisker + 0.6, box.centre().x);
    figure_.shapes.push_back(line({{x, box.top}, {x, box.bottom}}, kInkColour, 0.5));
    for (const double y : {box.top, box.bottom}) {
      figure_.shapes.push_back(line({{x - kWhisker / 2, y}, {x + kWhisker / 2, y}}, kInkColour, 0.5));
    }
  }

  void draw_discourse(std::size_t subject, std::size_t axis, std::size_t model, Box box) {
    const Triple& value = of(subject).discourse(axis).memberships[model].value;
    box.top = height_of(value.point.value_or(value.low));
    figure_.bars.push_back({subject, axis, model, Register::kDiscourse, box});
    figure_.shapes.push_back(
        line({{box.left, box.bottom}, {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}}, kDiscourse,
             0.9, Dash::kDashed));
  }

  /// The verdict's words where they fit into the band, else a letter that the notes below the bloc explain.
  void draw_band(std::size_t subject, std::size_t axis, const Box& box) {
    figure_.shapes.push_back(area({box.left + 0.4, box.top, box.right - 0.4, box.bottom - kLaneGap + 1},
                                  {kBandColour, kNoColour, 0, 0.9, Dash::kSolid}));
    const CaseWords words(request_, subject);
    const std::string verdict = words.in_practice(axis);
    std::vector<std::string> lines{fitted_whole(verdict, box)};
    if (lines.back().empty()) lines = fitted(verdict, {box.width() - 3, kSmallSize, Weight::kNormal, 0});
    const auto most = static_cast<std::size_t>(box.height() / leading_of(kSmallSize));
    if (!breaks_no_word(verdict, lines) || lines.size() > most) {
      const std::string letter = note_sign(notes_.size());
      notes_.push_back(
          letter + "  " +
          request_.texts.say("figure.timeline.verdict",
                             {{"period", words.period()},
                              {"verdict", request_.texts.say("overview.axis", {{"axis", axis_name(request_, axis)},
                                                                               {"placement", verdict}})}}));
      lines = {letter};
    }
    double y = box.centre().y - leading_of(kSmallSize) * static_cast<double>(lines.size()) / 2;
    for (const std::string& text : lines) {
      put(text, {box.centre().x, y + kAscent * kSmallSize}, Anchor::kMiddle, Ground::kOpen);
      y += leading_of(kSmallSize);
    }
  }

  /// a, b, ... z, a2, b2, ...
  static std::string note_sign(std::size_t number) {
    const std::string letter(1, static_cast<char>('a' + number % 26));
    return number < 26 ? letter : letter + std::to_string(number / 26 + 1);
  }

  /// The words on one line, or nothing where they are too wide.
  static std::string fitted_whole(const std::string& words, const Box& box) {
    return text_width(words, kSmallSize) <= box.width() - 3 ? words : std::string();
  }

  static bool breaks_no_word(const std::string& words, const std::vector<std::string>& lines) {
    std::string joined;
    for (const std::string& line : lines) joined += (joined.empty() ? "" : " ") + line;
    return joined == words;
  }

  const FigureRequest& request_;
  Figure figure_;
  ColumnWriter column_;
  TimeScale scale_;
  double foot_ = 0;                 ///< the baseline of the lane at hand
  std::vector<std::string> notes_;  ///< below the bloc at hand
};

}  // namespace

Figure draw_timeline(const FigureRequest& request) { return TimelineWriter(request).figure(); }

}  // namespace bloctype
