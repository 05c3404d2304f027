// Cases of a table, a block at a time: which bloc and period each row is, what is expected of it, and the values of its
// indicators where the evaluator reads them. Filled by load/, placed by engine/, written by render/.
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/block.hpp"
#include "model/value.hpp"

namespace bloctype {

struct Case {
  std::string_view bloc, coder;  ///< owned by the block of the table or by CaseBlock::texts
  std::optional<int> from, to;   ///< years
  std::size_t row = 0;           ///< its (first) row in the file, counted from 1, the header included
  std::size_t index = 0;         ///< of a wide row, in the block of the table
  bool is_bad = false;           ///< set aside: it holds a place among the values, and is not placed
};

struct CaseBlock {
  /// Room for kBlockRows cases; `nodes` by Register.
  CaseBlock(std::array<std::size_t, 2> nodes, std::size_t axis_count)
      : values{Block(nodes[0], kBlockRows), Block(nodes[1], kBlockRows)},
        expected(axis_count * kBlockRows),
        axes(axis_count) {}

  std::array<Block, 2> values;  ///< by Register, a row a case
  std::vector<Case> cases;
  std::vector<std::string_view> expected;  ///< `axes` for each case: an expectation as it is written, or empty
  std::size_t axes = 0;
  std::deque<std::string> texts;

  bool is_full() const { return cases.size() == kBlockRows; }
  std::string_view expectation(std::size_t c, std::size_t axis) const { return expected[c * axes + axis]; }
  std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }
  void clear() {
    cases.clear();
    texts.clear();
  }
};

}  // namespace bloctype
