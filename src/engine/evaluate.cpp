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
  double* scratch;  ///< one for each row

  void copy_first() const {
    std::copy_n(block.low(operands[0]), rows, block.low(node));
    std::copy_n(block.point(operands[0]), rows, block.point(node));
    std::copy_n(block.high(operands[0]), rows, block.high(node));
  }
};

/// The three columns of a node.
struct Columns {
  double* low;
  double* point;
  double* high;
};

Columns columns(const Step& s, NodeId node) { return {s.block.low(node), s.block.point(node), s.block.high(node)}; }

// The loops below choose between values and never branch, so that they run over several rows at a time.

void negate(const Step& s) {
  const Columns x = columns(s, s.operands[0]);
  const Columns out = columns(s, s.node);
  for (std::size_t r = 0; r < s.rows; ++r) out.low[r] = 1 - x.high[r];
  for (std::size_t r = 0; r < s.rows; ++r) out.point[r] = 1 - x.point[r];
  for (std::size_t r = 0; r < s.rows; ++r) out.high[r] = 1 - x.low[r];
}

void take_lesser(double* into, const double* other, std::size_t rows) {
  for (std::size_t r = 0; r < rows; ++r) into[r] = other[r] < into[r] ? other[r] : into[r];
}

void take_greater(double* into, const double* other, std::size_t rows) {
  for (std::size_t r = 0; r < rows; ++r) into[r] = other[r] > into[r] ? other[r] : into[r];
}

/// `all`: the point needs every part's.
void minimum(const Step& s) {
  s.copy_first();
  const Columns out = columns(s, s.node);
  for (const NodeId operand : s.operands.subspan(1)) {
    const Columns x = columns(s, operand);
    take_lesser(out.low, x.low, s.rows);
    take_lesser(out.high, x.high, s.rows);
    for (std::size_t r = 0; r < s.rows; ++r) {
      const double p = out.point[r];
      const double q = x.point[r];
      const double lesser = q < p ? q : p;  // p where q is none
      out.point[r] = std::isnan(q) ? q : lesser;
    }
  }
}

/// The tightest cap: the point needs the first cap's, and takes of the others those that exist.
void membership(const Step& s) {
  s.copy_first();
  const Columns out = columns(s, s.node);
  for (const NodeId operand : s.operands.subspan(1)) {
    const Columns x = columns(s, operand);
    take_lesser(out.low, x.low, s.rows);
    take_lesser(out.point, x.point, s.rows);  // a comparison with none is false
    take_lesser(out.high, x.high, s.rows);
  }
}

/// `any`: the greatest of the points that exist.
void maximum(const Step& s) {
  s.copy_first();
  const Columns out = columns(s, s.node);
  for (const NodeId operand : s.operands.subspan(1)) {
    const Columns x = columns(s, operand);
    take_greater(out.low, x.low, s.rows);
    take_greater(out.high, x.high, s.rows);
    for (std::size_t r = 0; r < s.rows; ++r) {
      const double p = out.point[r];
      const double q = x.point[r];
      const double greater = q > p ? q : p;
      out.point[r] = std::isnan(p) ? q : greater;
    }
  }
}

/// Weighted means: of the bounds over all weights, of the points over the weights of those that exist. Every row adds
/// up in the order of the items.
void mean(const Step& s) {
  const Columns out = columns(s, s.node);
  std::fill_n(out.low, s.rows, 0.0);
  std::fill_n(out.point, s.rows, 0.0);
  std::fill_n(out.high, s.rows, 0.0);
  std::fill_n(s.scratch, s.rows, 0.0);
  double* const point_weights = s.scratch;
  double all_weights = 0;
  for (std::size_t i = 0; i < s.operands.size(); ++i) {
    const Columns x = columns(s, s.operands[i]);
    const double w = s.weights[i];
    all_weights += w;
    for (std::size_t r = 0; r < s.rows; ++r) out.low[r] += w * x.low[r];
    for (std::size_t r = 0; r < s.rows; ++r) out.high[r] += w * x.high[r];
    for (std::size_t r = 0; r < s.rows; ++r) {
      const bool exists = !std::isnan(x.point[r]);
      const double product = w * x.point[r];
      out.point[r] += exists ? product : 0.0;
      point_weights[r] += exists ? w : 0.0;
    }
  }
  for (std::size_t r = 0; r < s.rows; ++r) out.low[r] /= all_weights;
  for (std::size_t r = 0; r < s.rows; ++r) out.high[r] /= all_weights;
  for (std::size_t r = 0; r < s.rows; ++r) out.point[r] /= point_weights[r];  // 0 / 0, which is none, where none exists
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
  const Columns out = columns(s, s.node);
  for (std::size_t r = 0; r < s.rows; ++r) {
    const double low = out.low[r];
    const double high = out.high[r];
    const double point = out.point[r];
    const double raised = point < low ? low : point;  // none stays none
    const double top = low < high ? high : low;
    const double clamped = top < raised ? top : raised;
    out.point[r] = steps9(low) == steps9(high) ? low : clamped;
  }
}

}  // namespace

void evaluate(const Program& program, NodeRange range, Block& block, std::size_t rows) {
  const std::span<const NodeId> operands(program.operands);
  const std::span<const double> weights(program.weights);
  std::vector<double> scratch(rows);
  for (NodeId id = range.begin; id < range.end; ++id) {
    const ProgramNode& node = program.nodes[id];
    const Step step{block,
                    id,
                    operands.subspan(node.first_operand, node.operand_count),
                    weights.subspan(node.first_operand, node.operand_count),
                    node.rank,
                    rows,
                    scratch.data()};
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
