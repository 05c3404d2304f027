// A line of a file around the place that is meant, cut to what a page has room for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bloctype {

/// A stretch of a line, safe to print, and where in it the carets stand.
struct Excerpt {
  std::string text;
  std::size_t indent = 0;  ///< columns before the caret
  std::size_t width = 1;   ///< columns under the caret
};

/// The part of the line around `column` (from 1) that fits in `room` columns.
Excerpt excerpt(std::string_view line, int column, int length, std::size_t room);

}  // namespace bloctype
