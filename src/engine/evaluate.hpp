// The one evaluator: values of a program's nodes for a block of cases. Total and pure: every node of the range is
// computed for every row, nothing short-circuits, and bounds and points come out together.
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "engine/program.hpp"
#include "model/value.hpp"

namespace bloctype {

/// Values of all nodes for up to `rows` cases; a point that is none is NaN. Node-major, so that one operation runs over
/// neighbouring rows.
class Block {
 public:
  static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

  Block(std::size_t nodes, std::size_t rows);

  std::size_t rows() const { return rows_; }
  double* low(NodeId node) { return low_.data() + node * rows_; }
  double* point(NodeId node) { return point_.data() + node * rows_; }
  double* high(NodeId node) { return high_.data() + node * rows_; }
  const double* low(NodeId node) const { return low_.data() + node * rows_; }
  const double* point(NodeId node) const { return point_.data() + node * rows_; }
  const double* high(NodeId node) const { return high_.data() + node * rows_; }

  Triple at(NodeId node, std::size_t row) const;
  void set(NodeId node, std::size_t row, const Triple& value);

 private:
  std::size_t rows_;
  std::vector<double> low_, point_, high_;
};

/// Computes the nodes of `range` for rows 0 .. rows-1. The inputs, and nodes before the range that it reads, must be
/// set.
void evaluate(const Program& program, NodeRange range, Block& block, std::size_t rows);

/// Computes every node beyond the inputs.
void evaluate(const Program& program, Block& block, std::size_t rows);

/// A block of one, with the indicators' values given, evaluated whole.
Block evaluate_case(const Program& program, std::span<const Triple> inputs);

}  // namespace bloctype
