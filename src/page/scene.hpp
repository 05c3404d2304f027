// A figure as data: shapes and labels at places, with what each stands for, before any format. Tests read it; svg.hpp
// writes it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/value.hpp"
#include "page/table.hpp"

namespace bloctype {

/// Lengths are points (1/72 inch), from the upper left corner.
struct Point {
  double x = 0;
  double y = 0;
};

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
  /// Whether the insides meet; a shared edge does not count.
  bool meets(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  bool holds(const Box& other) const {
    return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
  }
  Box grown(double by) const { return {left - by, top - by, right + by, bottom + by}; }
};

inline constexpr double kColumnWidth = 255;  ///< one column of a journal: 90 mm
inline constexpr double kMargin = 6;
inline constexpr double kSmallSize = 6;  ///< the smallest text
inline constexpr double kUsualSize = 6.5;
inline constexpr double kHeadingSize = 8;
inline constexpr std::size_t kHues = 8;

/// A colour by what it is for. The first of the hues is kHue; hue() gives the others, which come again after kHues.
enum class Paint : std::uint8_t { kNone, kPaper, kInk, kFaint, kBand, kHue };
struct Colouring {
  Paint paint = Paint::kNone;
  std::size_t hue = 0;  ///< for kHue, below kHues
};
inline Colouring hue(std::size_t number) { return {Paint::kHue, number % kHues}; }

enum class Dash : std::uint8_t { kSolid, kDashed, kDotted };

struct Look {
  Colouring fill;
  Colouring stroke;
  double width = 0;    ///< of the stroke
  double opacity = 1;  ///< of the fill
  Dash dash = Dash::kSolid;
};

/// A line through points, an area within them, or a disc.
struct Shape {
  enum class Form : std::uint8_t { kLine, kArea, kDisc };

  Form form = Form::kLine;
  std::vector<Point> points;  ///< of a disc, its centre
  double radius = 0;          ///< of a disc
  Look look;
};

enum class Anchor : std::uint8_t { kStart, kMiddle, kEnd };
enum class Weight : std::uint8_t { kNormal, kBold };
/// What text stands on: nothing, paper that hides what lies behind it, or the area of a mark of a hue.
enum class Ground : std::uint8_t { kOpen, kPaper, kHue };

/// One line of text, safe to print.
struct Label {
  Point at;  ///< on the baseline
  std::string text;
  double size = kUsualSize;
  Anchor anchor = Anchor::kStart;
  Weight weight = Weight::kNormal;
  Ground ground = Ground::kOpen;
  Colouring colour = {Paint::kInk, 0};  ///< on a hue: that hue, which the text stands off
};

/// What a label takes up.
Box box_of(const Label& label);

/// The mark of a case on a map.
struct MapMark {
  std::size_t subject = 0;    ///< by its place in the list of cases
  std::size_t panel = 0;      ///< by its place in Figure::panels
  bool has_mix = false;       ///< else it stands on the shelf of its panel, and `truth` is where it stands
  Point truth;                ///< where the formula puts it
  Point place;                ///< where it is drawn
  double radius = 0;          ///< of the circle that it keeps to
  std::vector<Point> region;  ///< corners of what missing and disputed facts leave open; a single one where nothing
};

/// From one mark to the next of the same bloc, by their places in Figure::marks.
struct Join {
  std::size_t from = 0;
  std::size_t to = 0;
};

/// A part of a figure that has a heading of its own.
struct Panel {
  std::string title;
  Box box;
  std::vector<Point> corners;  ///< of the plane of a map, one for each model
};

/// A bar of a timeline: a membership in one register over the years.
struct Bar {
  std::size_t subject = 0;
  std::size_t axis = 0;
  std::size_t model = 0;  ///< by its place in AxisNodes::models
  Register reg = Register::kPractice;
  Box box;  ///< from the baseline to the point, or to the low end where there is no point
};

/// What a model has of the placements in some years, at least; without a model, what is open between the models.
struct ShareStep {
  std::size_t axis = 0;
  std::optional<std::size_t> model;  ///< by its place in AxisNodes::models
  int from = 0, to = 0;              ///< years, both included
  Box box;
};

/// A figure: its drawing, what it says in words, and the numbers in it.
struct Figure {
  std::string title;        ///< short; `<title>` of the SVG
  std::string description;  ///< what is drawn and how to read it, in sentences; `<desc>`
  Table table;              ///< the same numbers

  double width = kColumnWidth;
  double height = 0;
  std::vector<Shape> shapes;  ///< those behind first
  std::vector<Label> labels;  ///< on top of all shapes

  // What the drawing is made of, as far as it is a map (marks, joins, panels), a timeline (bars) or of shares (steps).
  std::vector<Panel> panels;
  std::vector<MapMark> marks;
  std::vector<Join> joins;
  std::vector<Bar> bars;
  std::vector<ShareStep> steps;
};

// Shapes in one line each.
Shape line(std::vector<Point> points, Colouring stroke, double width, Dash dash = Dash::kSolid);
Shape area(std::vector<Point> points, Look look);
Shape area(const Box& box, Look look);
Shape disc(Point centre, double radius, Look look);

inline constexpr Colouring kPaperColour{Paint::kPaper, 0};
inline constexpr Colouring kInkColour{Paint::kInk, 0};
inline constexpr Colouring kFaintColour{Paint::kFaint, 0};
inline constexpr Colouring kBandColour{Paint::kBand, 0};
inline constexpr Colouring kNoColour{};

}  // namespace bloctype
