// Rows of features on a scale.
#include "figure/profile.hpp"

#include <algorithm>

#include "figure/case_words.hpp"
#include "figure/column_writer.hpp"
#include "figure/profile_rows.hpp"
#include "figure/profile_words.hpp"

namespace bloctype {
namespace {

constexpr double kLabelRight = 100;  ///< of the names of features
constexpr double kScaleLeft = 107;
constexpr double kScaleRight = 194;
constexpr double kNoteLeft = 201;  ///< of the words beside a row
constexpr double kRow = 10;        ///< the least height
constexpr double kDot = 2.3;
constexpr std::size_t kLabelLines = 3;
constexpr std::size_t kNoteLines = 2;

/// The colour and the form of a case's mark say alike how far it is from what is expected.
Colouring colour_of(const ProfileRow& row) {
  if (!row.distance) return hue(0);
  return *row.distance == Distance::kInKind ? hue(1) : hue(4);
}

class ProfileWriter {
 public:
  explicit ProfileWriter(const FigureRequest& request) : request_(request), column_(figure_) {}

  Figure figure() {
    std::vector<std::string> axes;
    for (const std::size_t axis : request_.axes()) axes.push_back(long_axis_name(request_, axis));
    figure_.title = request_.texts.say("figure.profile.title", {{"axes", request_.texts.list(axes)}});
    column_.title();
    for (std::size_t i = 0; i < request_.cases.size(); ++i) draw_case(i);
    column_.text(request_.texts.say("figure.profile.legend"));
    column_.source(source_words(request_));
    figure_.height = column_.y() + kMargin - 2;
    figure_.description = profile_description(request_);
    figure_.table = profile_table(request_);
    return std::move(figure_);
  }

 private:
  void draw_case(std::size_t subject) {
    const CaseWords words(request_, subject);
    ColumnWriter::Paragraph heading;
    heading.size = 7;
    heading.weight = Weight::kBold;
    heading.most_lines = 4;
    column_.text(words.title(), heading);
    column_.skip(1);
    for (const std::size_t axis : request_.axes()) draw_axis(subject, axis, words);
    column_.skip(3);
  }

  void draw_axis(std::size_t subject, std::size_t axis, const CaseWords& words) {
    const double top = column_.y();
    column_.skip(2);
    ColumnWriter::Paragraph text = inset();
    column_.text(request_.texts.say("overview.axis",
                                    {{"axis", axis_name(request_, axis)}, {"placement", words.placement(axis)}}),
                 text);
    const std::vector<ComparedModel> models = compared_models(request_, request_.cases[subject], axis);
    if (models.empty()) column_.text(nothing_to_compare(request_, subject, axis), text);
    for (const ComparedModel& compared : models) {
      text.weight = Weight::kBold;
      column_.skip(2);
      column_.text(panel_title(request_, subject, axis, compared), text);
      draw_model(compared, words);
    }
    column_.skip(1);
    const Box box{kMargin, top, kColumnWidth - kMargin, column_.y()};
    figure_.shapes.push_back(area(box, {kNoColour, kBandColour, 0.6, 1, Dash::kSolid}));
    figure_.panels.push_back({axis_name(request_, axis), box, {}});
    column_.skip(3);
  }

  static ColumnWriter::Paragraph inset() {
    ColumnWriter::Paragraph text;
    text.left += 3;
    text.right -= 3;
    return text;
  }

  static double at(double degree) { return kScaleLeft + degree * (kScaleRight - kScaleLeft); }

  void draw_model(const ComparedModel& compared, const CaseWords& words) {
    draw_scale(words);
    std::string before;
    for (const ProfileRow& row : compared.rows) {
      const std::string role = role_words(request_, words, row);
      if (role != before) draw_role(role);
      draw_row(row, words);
      before = role;
    }
  }

  void draw_role(const std::string& role) {
    ColumnWriter::Paragraph text = inset();
    text.right = kLabelRight;
    text.colour = kFaintColour;
    const double top = column_.y();
    column_.skip(1);
    column_.text(role, text);
    draw_grid(top, column_.y());
  }

  void draw_grid(double top, double bottom) {
    for (const ScaleWord& word : request_.classifier.rulebook().scale) {
      figure_.shapes.push_back(line({{at(word.value), top}, {at(word.value), bottom}}, kBandColour, 0.5));
    }
  }

  /// The words of the scale at their degrees, on a second line where one has no room beside the last.
  void draw_scale(const CaseWords& words) {
    const double top = column_.y();
    const double height = leading_of(kSmallSize);
    double free_from[2] = {0, 0};
    bool has_second = false;
    for (const ScaleWord& word : request_.classifier.rulebook().scale) {
      const std::string text = words.phrases().text(word.label, word.id);
      const double width = text_width(text, kSmallSize);
      const double left = at(word.value) - width / 2;
      const std::size_t row = left >= free_from[0] ? 0 : 1;
      if (left < free_from[row]) continue;  // many words: the grid shows where they are
      free_from[row] = left + width + 2;
      has_second = has_second || row == 1;
      figure_.labels.push_back({{left, top + kAscent * kSmallSize + height * static_cast<double>(row)},
                                text,
                                kSmallSize,
                                Anchor::kStart,
                                Weight::kNormal,
                                Ground::kOpen,
                                kFaintColour});
    }
    column_.skip(height * (has_second ? 2 : 1) + 1);
  }

  void draw_row(const ProfileRow& row, const CaseWords& words) {
    const std::vector<std::string> name = label_lines(row, words);
    const std::vector<std::string> note =
        fitted(deviation_word(request_, row),
               {kColumnWidth - kMargin - 2 - kNoteLeft, kSmallSize, Weight::kNormal, kNoteLines});
    const double lines = static_cast<double>(std::max(name.size(), note.size()));
    const double top = column_.y();
    const double height = std::max(kRow, leading_of(kSmallSize) * lines + 2);
    const double middle = top + height / 2;
    draw_grid(top, top + height);
    write(name, inset().left, middle);
    if (!note.front().empty()) write(note, kNoteLeft, middle);
    figure_.shapes.push_back(line({{kScaleLeft, middle}, {kScaleRight, middle}}, kFaintColour, 0.3, Dash::kDotted));
    draw_distance(row, middle);
    column_.go_to(top + height);
  }

  /// The name of a feature, shortened where it must be, and its weight, which never is; that stands on its own line
  /// where it would be broken.
  std::vector<std::string> label_lines(const ProfileRow& row, const CaseWords& words) const {
    const std::string name = feature_name(request_, words, row);
    const std::string weight = weight_of(request_, row);
    Fit fit{kLabelRight - inset().left, kSmallSize, Weight::kNormal, 0};
    if (!weight.empty()) {
      const std::string both = request_.texts.say("figure.profile.weighted", {{"what", name}, {"weight", weight}});
      const std::vector<std::string> lines = fitted(both, fit);
      if (lines.size() <= kLabelLines && lines.back().ends_with(weight)) return lines;
    }
    fit.most_lines = kLabelLines;
    std::vector<std::string> lines = fitted(name, fit);
    fit.most_lines = 0;
    if (weight.empty()) return lines;
    for (std::string& line : fitted(weight, fit)) lines.push_back(std::move(line));
    return lines;
  }

  /// Lines of text around a height.
  void write(const std::vector<std::string>& lines, double left, double middle) {
    double y = middle - leading_of(kSmallSize) * static_cast<double>(lines.size()) / 2;
    for (const std::string& text : lines) {
      figure_.labels.push_back({{left, y + kAscent * kSmallSize},
                                text,
                                kSmallSize,
                                Anchor::kStart,
                                Weight::kNormal,
                                Ground::kOpen,
                                kInkColour});
      y += leading_of(kSmallSize);
    }
  }

  void draw_distance(const ProfileRow& row, double y) {
    const double goal = at(row.telling().expected_full ? 1 : 0);
    if (row.value.point) figure_.shapes.push_back(line({{at(*row.value.point), y}, {goal, y}}, colour_of(row), 1.2));
    if (is_open(row.value)) {
      figure_.shapes.push_back(line({{at(row.value.low), y}, {at(row.value.high), y}}, kInkColour, 0.6));
      for (const double end : {at(row.value.low), at(row.value.high)}) {
        figure_.shapes.push_back(line({{end, y - 1.6}, {end, y + 1.6}}, kInkColour, 0.6));
      }
    }
    const Look open{kPaperColour, kInkColour, 0.8, 1, Dash::kSolid};
    for (const bool full : {false, true}) {
      const auto expects_it = [&](const FeatureRole& role) { return role.expected_full == full; };
      if (std::none_of(row.roles.begin(), row.roles.end(), expects_it)) continue;
      const double x = at(full ? 1 : 0);
      figure_.shapes.push_back(area({{x, y - 3.6}, {x + 3.6, y}, {x, y + 3.6}, {x - 3.6, y}}, open));
    }
    if (row.value.point) draw_degree(row, {at(*row.value.point), y});
  }

  /// A disc where the case has what is expected, a triangle for a deviation in degree, a square for one in kind.
  void draw_degree(const ProfileRow& row, Point p) {
    const Look look{colour_of(row), kNoColour, 0, 1, Dash::kSolid};
    if (!row.distance) return figure_.shapes.push_back(disc(p, kDot, look));
    if (*row.distance == Distance::kInKind) {
      return figure_.shapes.push_back(area(Box{p.x - kDot, p.y - kDot, p.x + kDot, p.y + kDot}, look));
    }
    figure_.shapes.push_back(area(
        {{p.x, p.y - kDot - 0.6}, {p.x + kDot + 0.4, p.y + kDot - 0.4}, {p.x - kDot - 0.4, p.y + kDot - 0.4}}, look));
  }

  const FigureRequest& request_;
  Figure figure_;
  ColumnWriter column_;
};

}  // namespace

Figure draw_profile(const FigureRequest& request) { return ProfileWriter(request).figure(); }

}  // namespace bloctype
