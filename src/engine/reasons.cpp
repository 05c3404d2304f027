// Downward walks over node values.
#include "engine/reasons.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <span>

#include "core/number.hpp"

namespace bloctype {
namespace {

std::span<const NodeId> operands_of(const Program& program, const ProgramNode& node) {
  return std::span(program.operands).subspan(node.first_operand, node.operand_count);
}

const CapNode* find_cap(const ModelNodes& model, Cap cap) {
  const auto found = std::find_if(model.caps.begin(), model.caps.end(), [&](const CapNode& c) { return c.cap == cap; });
  return found == model.caps.end() ? nullptr : &*found;
}

/// The point, or the high where there is none: what a walk goes by.
double weight_of_evidence(const Block& block, NodeId node, std::size_t row) {
  const double point = block.point(node)[row];
  return std::isnan(point) ? block.high(node)[row] : point;
}

/// The operand that stands at place `rank` (from 1) when operands are sorted by `key`, highest first; ties in file
/// order.
template <typename Key>
NodeId ranked_operand(std::span<const NodeId> operands, std::size_t rank, Key key) {
  std::vector<NodeId> sorted(operands.begin(), operands.end());
  std::stable_sort(sorted.begin(), sorted.end(), [&](NodeId a, NodeId b) { return less9(key(b), key(a)); });
  return sorted[rank - 1];
}

/// The operand that sets an extreme: the first of the least or of the greatest.
template <typename Key>
NodeId extreme_operand(std::span<const NodeId> operands, Key key) {
  NodeId best = operands.front();
  for (const NodeId x : operands) {
    if (less9(key(best), key(x))) best = x;
  }
  return best;
}

/// The operands that a node's value comes from: those whose point is the node's, else those whose bound it was clamped
/// to, else those with a point; all where the node has none, or is a mean.
std::vector<NodeId> deciding_operands(const Program& program, NodeId node, const Block& block, std::size_t row) {
  const auto all = operands_of(program, program.nodes[node]);
  const double point = block.point(node)[row];
  const auto filtered = [&](auto keep) {
    std::vector<NodeId> kept;
    std::copy_if(all.begin(), all.end(), std::back_inserter(kept), keep);
    return kept;
  };
  if (std::isnan(point)) return {all.begin(), all.end()};
  const auto has_point = filtered([&](NodeId x) { return !std::isnan(block.point(x)[row]); });
  const Operation operation = program.nodes[node].operation;
  if (operation != Operation::kMean && operation != Operation::kNot) {
    for (const auto& kept : {filtered([&](NodeId x) { return equal9(block.point(x)[row], point); }),
                             filtered([&](NodeId x) { return equal9(block.low(x)[row], point); }),
                             filtered([&](NodeId x) { return equal9(block.high(x)[row], point); })}) {
      if (!kept.empty()) return kept;
    }
  }
  return has_point.empty() ? std::vector<NodeId>(all.begin(), all.end()) : has_point;
}

bool is_input(const Program& program, NodeId node) { return node < program.inputs; }

class Widening {
 public:
  Widening(const Program& program, const Block& block, std::size_t row) : program_(program), block_(block), row_(row) {}

  void walk(NodeId node, Bound bound) {
    if (!less9(block_.low(node)[row_], block_.high(node)[row_])) return;
    if (is_input(program_, node)) {
      if (std::find(found_.begin(), found_.end(), node) == found_.end()) found_.push_back(node);
      return;
    }
    const ProgramNode& entry = program_.nodes[node];
    const auto operands = operands_of(program_, entry);
    const auto value = [&](NodeId x) { return bound == Bound::kLow ? block_.low(x)[row_] : block_.high(x)[row_]; };
    switch (entry.operation) {
      case Operation::kInput:
        return;
      case Operation::kNot:
        return walk(operands[0], bound == Bound::kLow ? Bound::kHigh : Bound::kLow);
      case Operation::kAll:
      case Operation::kMembership:
        if (bound == Bound::kHigh) return walk_short_of(node, operands, bound);
        return walk_tied(operands, value(extreme_operand(operands, [&](NodeId x) { return -value(x); })), bound);
      case Operation::kAny:
        if (bound == Bound::kLow) return walk_short_of(node, operands, bound);
        return walk_tied(operands, value(extreme_operand(operands, value)), bound);
      case Operation::kAtLeast:
      case Operation::kMean:
        for (const NodeId x : operands) walk(x, bound);
        return;
    }
  }

  /// Walks every operand that must move for the node to reach its bound: those whose point is not there yet.
  void walk_short_of(NodeId node, std::span<const NodeId> operands, Bound bound) {
    for (const NodeId x : operands) {
      const double point = block_.point(x)[row_];
      const bool there =
          bound == Bound::kHigh ? !less9(point, block_.high(node)[row_]) : !less9(block_.low(node)[row_], point);
      if (std::isnan(point) || !there) walk(x, bound);
    }
  }

  /// Walks every operand whose bound is the extreme `value`: moving one of them is enough.
  void walk_tied(std::span<const NodeId> operands, double value, Bound bound) {
    for (const NodeId x : operands) {
      if (equal9(value, bound == Bound::kLow ? block_.low(x)[row_] : block_.high(x)[row_])) walk(x, bound);
    }
  }

  std::vector<std::size_t> take() { return {found_.begin(), found_.end()}; }

 private:
  const Program& program_;
  const Block& block_;
  std::size_t row_;
  std::vector<NodeId> found_;
};

}  // namespace

std::string_view name(OutReason reason) {
  constexpr std::array<std::string_view, 4> kNames = {"necessary_absent", "necessary_weak", "too_few_typical",
                                                      "contrary"};
  return kNames[static_cast<std::size_t>(reason)];
}

std::string_view name(OpenReason reason) {
  constexpr std::array<std::string_view, 4> kNames = {"not_coded", "contested", "at_crossover", "too_little_evidence"};
  return kNames[static_cast<std::size_t>(reason)];
}

OutReason out_reason(const ModelNodes& model, const Membership& membership, const Block& block, std::size_t row) {
  if (membership.binding == Cap::kTypical) return OutReason::kTooFewTypical;
  if (membership.binding == Cap::kContrary) return OutReason::kContrary;
  const double value = weight_of_evidence(block, find_cap(model, Cap::kNecessary)->node, row);
  return less9(value, 0.33) ? OutReason::kNecessaryAbsent : OutReason::kNecessaryWeak;
}

OpenReason open_reason(const Program& program, const ModelNodes& model, const Membership& membership,
                       const Block& block, std::size_t row, const Period& period) {
  const double crossover = program.rulebook->crossover;
  if (membership.value.point && equal9(*membership.value.point, crossover)) return OpenReason::kAtCrossover;
  if (membership.value.point) return OpenReason::kTooLittleEvidence;
  for (const std::size_t indicator : widening(program, model.caps.front().node, Bound::kLow, block, row)) {
    if (!period.facts[indicator].coded[index_of(program.reg)]) return OpenReason::kNotCoded;
  }
  return OpenReason::kContested;
}

Leaf leading_leaf(const Program& program, NodeId node, const Block& block, std::size_t row) {
  Leaf leaf;
  while (!is_input(program, node)) {
    const ProgramNode& entry = program.nodes[node];
    const std::vector<NodeId> operands = deciding_operands(program, node, block, row);
    const auto value = [&](NodeId x) { return weight_of_evidence(block, x, row); };
    switch (entry.operation) {
      case Operation::kInput:
        break;
      case Operation::kNot:
        leaf.negated = !leaf.negated;
        node = operands[0];
        break;
      case Operation::kAll:
      case Operation::kMembership:
        node = extreme_operand(operands, [&](NodeId x) { return -value(x); });
        break;
      case Operation::kAny:
        node = extreme_operand(operands, value);
        break;
      case Operation::kMean:  // what makes it high, or what makes it low
        node = less9(value(node), 0.5) ? extreme_operand(operands, [&](NodeId x) { return -value(x); })
                                       : extreme_operand(operands, value);
        break;
      case Operation::kAtLeast:
        node = ranked_operand(operands, std::min<std::size_t>(entry.rank, operands.size()), value);
        break;
    }
  }
  leaf.indicator = node;
  return leaf;
}

std::vector<std::size_t> widening(const Program& program, NodeId node, Bound bound, const Block& block,
                                  std::size_t row) {
  Widening walk(program, block, row);
  walk.walk(node, bound);
  return walk.take();
}

}  // namespace bloctype
