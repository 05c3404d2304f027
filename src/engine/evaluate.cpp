// The operators of expressions and the caps of memberships, each as a loop over the rows of a block.
#include "engine/evaluate.hpp"

#include <algorithm>

#include "core/number.hpp"

namespace bloctype {
namespace {

/// The operands of a node, with the bounds of the loop over rows.
struct Step {
  Block& block;
  NodeId node;
  std::span<const NodeId> operands;
  std::span<const double> weights;
  std::size_t rank;
  std::size_t rows;

  void copy_first() const {
    std::copy_n(block.low(operands[0]), rows, block.low(node));
    std::copy_n(block.point(operands[0]), rows, block.point(node));
    std::copy_n(block.high(operands[0]), rows, block.high(node));
  }
};

void negate(const Step& s) {
  const NodeId x = s.operands[0];
  for (std::size_t r = 0; r < s.rows; ++r) {
    s.block.low(s.node)[r] = 1 - s.block.high(x)[r];
    s.block.point(s.node)[r] = 1 - s.block.point(x)[r];
    s.block.high(s.node)[r] = 1 - s.block.low(x)[r];
  }
}

/// min of the points that exist.
double min_existing(double a, double b) { return std::isnan(a) || b < a ? b : a; }
/// max of the points that exist.
double max_existing(double a, double b) { return std::isnan(a) || b > a ? b : a; }

/// `all`: the point needs every part's.
void minimum(const Step& s) {
  s.copy_first();
  for (const NodeId x : s.operands.subspan(1)) {
    for (std::size_t r = 0; r < s.rows; ++r) {
      s.block.low(s.node)[r] = std::min(s.block.low(s.node)[r], s.block.low(x)[r]);
      s.block.high(s.node)[r] = std::min(s.block.high(s.node)[r], s.block.high(x)[r]);
      const double p = s.block.point(s.node)[r];
      const double q = s.block.point(x)[r];
      s.block.point(s.node)[r] = std::isnan(p) || std::isnan(q) ? Block::kNone : std::min(p, q);
    }
  }
}

/// The tightest cap: the point needs the first cap's, and takes of the others those that exist.
void membership(const Step& s) {
  s.copy_first();
  for (const NodeId x : s.operands.subspan(1)) {
    for (std::size_t r = 0; r < s.rows; ++r) {
      s.block.low(s.node)[r] = std::min(s.block.low(s.node)[r], s.block.low(x)[r]);
      s.block.high(s.node)[r] = std::min(s.block.high(s.node)[r], s.block.high(x)[r]);
      const double p = s.block.point(s.node)[r];
      s.block.point(s.node)[r] = std::isnan(p) ? p : min_existing(p, s.block.point(x)[r]);
    }
  }
}

void maximum(const Step& s) {
  s.copy_first();
  for (const NodeId x : s.operands.subspan(1)) {
    for (std::size_t r = 0; r < s.rows; ++r) {
      s.block.low(s.node)[r] = std::max(s.block.low(s.node)[r], s.block.low(x)[r]);
      s.block.high(s.node)[r] = std::max(s.block.high(s.node)[r], s.block.high(x)[r]);
      s.block.point(s.node)[r] = max_existing(s.block.point(s.node)[r], s.block.point(x)[r]);
    }
  }
}

/// Weighted means: of the bounds over all weights, of the points over the weights of those that exist.
void mean(const Step& s) {
  for (std::size_t r = 0; r < s.rows; ++r) {
    double low = 0, high = 0, point = 0, all_weights = 0, point_weights = 0;
    for (std::size_t i = 0; i < s.operands.size(); ++i) {
      const NodeId x = s.operands[i];
      const double w = s.weights[i];
      low += w * s.block.low(x)[r];
      high += w * s.block.high(x)[r];
      all_weights += w;
      const double p = s.block.point(x)[r];
      if (std::isnan(p)) continue;
      point += w * p;
      point_weights += w;
    }
    s.block.low(s.node)[r] = low / all_weights;
    s.block.high(s.node)[r] = high / all_weights;
    s.block.point(s.node)[r] = point_weights > 0 ? point / point_weights : Block::kNone;
  }
}

/// The rank-th largest of `values`, or none where there are fewer.
double ranked(std::vector<double>& values, std::size_t rank) {
  if (values.size() < rank) return Block::kNone;
  const auto nth = values.begin() + static_cast<std::ptrdiff_t>(rank - 1);
  std::nth_element(values.begin(), nth, values.end(), std::greater<>());
  return *nth;
}

void at_least(const Step& s) {
  std::vector<double> values;
  const auto gather = [&](auto column, std::size_t row) {
    values.clear();
    for (const NodeId x : s.operands) {
      const double v = column(x)[row];
      if (!std::isnan(v)) values.push_back(v);
    }
    return ranked(values, s.rank);
  };
  for (std::size_t r = 0; r < s.rows; ++r) {
    s.block.low(s.node)[r] = gather([&](NodeId x) { return s.block.low(x); }, r);
    s.block.point(s.node)[r] = gather([&](NodeId x) { return s.block.point(x); }, r);
    s.block.high(s.node)[r] = gather([&](NodeId x) { return s.block.high(x); }, r);
  }
}

/// After every operator: bounds that meet are the point; a point is clamped to its bounds.
void settle_points(const Step& s) {
  for (std::size_t r = 0; r < s.rows; ++r) {
    const double low = s.block.low(s.node)[r];
    const double high = s.block.high(s.node)[r];
    double& point = s.block.point(s.node)[r];
    if (equal9(low, high)) {
      point = low;
    } else if (!std::isnan(point)) {
      point = std::clamp(point, low, std::max(low, high));
    }
  }
}

}  // namespace

Block::Block(std::size_t nodes, std::size_t rows)
    : rows_(rows), low_(nodes * rows, 0.0), point_(nodes * rows, kNone), high_(nodes * rows, 1.0) {}

Triple Block::at(NodeId node, std::size_t row) const {
  const double p = point(node)[row];
  return {low(node)[row], std::isnan(p) ? std::nullopt : std::optional(p), high(node)[row]};
}

void Block::set(NodeId node, std::size_t row, const Triple& value) {
  low(node)[row] = value.low;
  point(node)[row] = value.point.value_or(kNone);
  high(node)[row] = value.high;
}

void evaluate(const Program& program, NodeRange range, Block& block, std::size_t rows) {
  const std::span<const NodeId> operands(program.operands);
  const std::span<const double> weights(program.weights);
  for (NodeId id = range.begin; id < range.end; ++id) {
    const ProgramNode& node = program.nodes[id];
    const Step step{block,
                    id,
                    operands.subspan(node.first_operand, node.operand_count),
                    weights.subspan(node.first_operand, node.operand_count),
                    node.rank,
                    rows};
    switch (node.operation) {
      case Operation::kInput:
        continue;
      case Operation::kNot:
        negate(step);
        break;
      case Operation::kAll:
        minimum(step);
        break;
      case Operation::kAny:
        maximum(step);
        break;
      case Operation::kMean:
        mean(step);
        break;
      case Operation::kAtLeast:
        at_least(step);
        break;
      case Operation::kMembership:
        membership(step);
        break;
    }
    settle_points(step);
  }
}

void evaluate(const Program& program, Block& block, std::size_t rows) {
  const auto first = static_cast<NodeId>(program.inputs);
  evaluate(program, {first, static_cast<NodeId>(program.nodes.size())}, block, rows);
}

Block evaluate_case(const Program& program, std::span<const Triple> inputs) {
  Block block(program.nodes.size(), 1);
  for (std::size_t i = 0; i < inputs.size(); ++i) block.set(static_cast<NodeId>(i), 0, inputs[i]);
  evaluate(program, block, 1);
  return block;
}

}  // namespace bloctype
