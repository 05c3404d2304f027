// A table as data: what the writers of a page, and the numbers beside a figure, are made of.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bloctype {

/// Texts must be safe to print; the writers of formats escape what their format needs. Every row has as many cells as
/// the header.
struct Table {
  std::string caption;  ///< may be empty
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  std::size_t heads = 1;  ///< how many cells of a row, from the first, name it

  bool empty() const { return rows.empty(); }
};

}  // namespace bloctype
