// A figure as data: shapes and labels at places, with what each stands for, before any format. Tests read it; svg.hpp
// writes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "page/table.hpp"

namespace bloctype {

/// Lengths are points (1/72 inch), from the upper left corner.
struct Point {
  double x = 0;
  double y = 0;
};

/// A figure: its drawing, what it says in words, and the numbers in it.
struct Figure {
  std::string title;        ///< short; `<title>` of the SVG
  std::string description;  ///< what is drawn and how to read it, in sentences; `<desc>`
  Table table;              ///< the same numbers
};

}  // namespace bloctype
