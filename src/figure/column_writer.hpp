// The parts of a figure that go down a column: title, lines of text, entries with a sign before them. What stands where
// in a panel is not decided here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/scene.hpp"
#include "page/text_metrics.hpp"

namespace bloctype {

/// Writes into a figure from top to bottom.
class ColumnWriter {
 public:
  explicit ColumnWriter(Figure& figure) : figure_(figure) {}

  double y() const { return y_; }
  void skip(double by) { y_ += by; }
  void go_to(double y) { y_ = y; }

  struct Paragraph {
    double left = kMargin;
    double right = kColumnWidth - kMargin;
    double size = kSmallSize;
    Weight weight = Weight::kNormal;
    Colouring colour = {Paint::kInk, 0};
    std::size_t most_lines = 0;
  };
  /// A text in lines; the column goes on below it.
  void text(std::string_view text, const Paragraph& paragraph);
  void text(std::string_view words) { text(words, Paragraph()); }
  /// The title of the figure.
  void title();
  /// The last words of the figure: where it comes from.
  void source(std::string_view words);

 private:
  Figure& figure_;
  double y_ = kMargin;
};

}  // namespace bloctype
