// Values for a block of cases at once: what loaders fill in, the evaluator computes and the writers of results read.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "model/value.hpp"

namespace bloctype {

/// A row of the table of nodes. The first nodes are the indicators, in the rulebook's order (see engine/program).
using NodeId = std::uint32_t;

/// How many cases are evaluated at once: few enough that their values stay near the processor.
inline constexpr std::size_t kBlockRows = 256;

/// Values of `nodes` nodes for up to `rows` cases; a point that is none is NaN. Node-major, so that one operation runs
/// over neighbouring rows. Everything is unknown at first.
class Block {
 public:
  static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

  Block(std::size_t nodes, std::size_t rows)
      : rows_(rows), low_(nodes * rows, 0.0), point_(nodes * rows, kNone), high_(nodes * rows, 1.0) {}

  std::size_t rows() const { return rows_; }
  double* low(NodeId node) { return low_.data() + node * rows_; }
  double* point(NodeId node) { return point_.data() + node * rows_; }
  double* high(NodeId node) { return high_.data() + node * rows_; }
  const double* low(NodeId node) const { return low_.data() + node * rows_; }
  const double* point(NodeId node) const { return point_.data() + node * rows_; }
  const double* high(NodeId node) const { return high_.data() + node * rows_; }

  Triple at(NodeId node, std::size_t row) const {
    const double p = point(node)[row];
    return {low(node)[row], std::isnan(p) ? std::nullopt : std::optional(p), high(node)[row]};
  }
  void set(NodeId node, std::size_t row, const Triple& value) {
    low(node)[row] = value.low;
    point(node)[row] = value.point.value_or(kNone);
    high(node)[row] = value.high;
  }

 private:
  std::size_t rows_;
  std::vector<double> low_, point_, high_;
};

}  // namespace bloctype
