// The rulebook, compiled: for each register one table of nodes in dependency order, so that every value of every rule
// is computed once, for a whole block of cases at a time, by evaluate(). Who reads values back (placing, explaining,
// recoding) finds the node numbers here. Sees no text and no YAML.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/block.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

/// The three caps of a membership, in the order in which ties between them are settled.
enum class Cap : std::uint8_t { kNecessary, kTypical, kContrary };
inline constexpr std::array kCaps = {Cap::kNecessary, Cap::kTypical, Cap::kContrary};

/// What a node computes from its operands.
enum class Operation : std::uint8_t { kInput, kNot, kAll, kAny, kMean, kAtLeast, kMembership };

struct ProgramNode {
  Operation operation = Operation::kInput;
  std::uint32_t first_operand = 0;  ///< into Program::operands and Program::weights
  std::uint32_t operand_count = 0;
  std::uint32_t rank = 1;  ///< `at_least: n`
};

/// Nodes [begin, end) of the table.
struct NodeRange {
  NodeId begin = 0;
  NodeId end = 0;
};

struct ItemNode {
  const Item* item = nullptr;
  NodeId node = 0;
};

struct CapNode {
  Cap cap = Cap::kNecessary;
  NodeId node = 0;
  std::vector<ItemNode> items;  ///< those that exist in this run, in file order
};

struct VariantNode {
  const Variant* variant = nullptr;
  NodeId condition = 0;
  std::vector<NodeId> expects;  ///< one for each of variant->expects
};

struct ModelNodes {
  const Model* model = nullptr;
  std::vector<CapNode> caps;  ///< those that exist in this run; the first must have a point for the model to have one
  NodeId membership = 0;
  std::vector<VariantNode> variants;
  std::vector<std::size_t> indicators;  ///< distinct ones of its lists in this run: the base of coverage
};

/// A gate or an outcome with its node; `verdict` numbers the distinct verdicts of the axis.
struct GateNode {
  const Gate* gate = nullptr;
  NodeId node = 0;
  std::size_t verdict = 0;
  bool is_outcome = false;
};

struct AxisNodes {
  const Axis* axis = nullptr;
  NodeRange range;              ///< everything the placement and the deviations of this axis need beside the inputs
  std::vector<GateNode> gates;  ///< gates in order, then outcomes in order
  std::vector<ModelNodes> models;
  std::vector<std::size_t> indicators;  ///< every indicator that gates, outcomes or models of the axis mention, sorted
  std::vector<bool> gate_only;          ///< one for each of `indicators`: it stands in gates alone
};

struct FindingNode {
  const Finding* finding = nullptr;
  NodeId node = 0;
};

/// One register's table. Nodes 0 .. inputs-1 are the indicators themselves, in the rulebook's order.
/// Points into the rulebook it was compiled from, which must outlive it.
struct Program {
  Register reg = Register::kPractice;
  const Rulebook* rulebook = nullptr;
  std::size_t inputs = 0;
  std::vector<ProgramNode> nodes;
  std::vector<NodeId> operands;
  std::vector<double> weights;  ///< one for each operand; 1 where the operation has none
  std::vector<AxisNodes> axes;
  NodeRange findings_range;
  std::vector<FindingNode> findings;
  /// Where the weights of `typical` and `mean` items stand in `weights`, in the order in which the robustness check
  /// draws them (axes, models, items, nested ones depth first); none for those that do not exist in this run.
  std::vector<std::optional<std::uint32_t>> drawn_weights;
};

using Programs = std::array<Program, 2>;  ///< by Register

Program compile(const Rulebook& rulebook, Register reg);
Programs compile(const Rulebook& rulebook);

}  // namespace bloctype
