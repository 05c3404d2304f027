// Rows below a panel of years: words and numbers under the stretches that they are said of.
#pragma once

#include <string>
#include <vector>

#include "figure/column_writer.hpp"
#include "figure/time_scale.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

/// What is said of some years.
struct YearCell {
  YearSpan years;
  std::string text;
  Dash dash = Dash::kSolid;  ///< of the line above words
};

/// What found no room, with the sign that stands in its place.
struct RowNote {
  std::string sign, text;
  std::vector<YearSpan> years;
};

class YearRows {
 public:
  YearRows(Figure& figure, ColumnWriter& column, const TimeScale& scale)
      : figure_(figure), column_(column), scale_(scale) {}

  /// Words in lines, each under a line as long as its years. Gives those that found no room.
  std::vector<RowNote> words(const std::string& name, const std::vector<YearCell>& cells);
  /// Numbers, each amid its years; false where one found no room.
  bool numbers(const std::string& name, const std::vector<YearCell>& cells);

  double left(const YearSpan& years) const { return scale_.at(years.from); }
  double right(const YearSpan& years) const { return scale_.at(years.to + 1); }

 private:
  /// The name of a row, to the left of it, from `top`; gives where it ends.
  double named(const std::string& name, double top);

  Figure& figure_;
  ColumnWriter& column_;
  const TimeScale& scale_;
};

/// `text` in lines of a width, whole words alone; empty where that cannot be.
std::vector<std::string> lines_of_words(const std::string& text, double width);

}  // namespace bloctype
