// Compilation: expressions to nodes, operands before the node that reads them, axis after axis.
#include "engine/program.hpp"

#include <algorithm>
#include <unordered_map>

namespace bloctype {
namespace {

class Compiler {
 public:
  Compiler(const Rulebook& rulebook, Register reg) {
    program_.reg = reg;
    program_.rulebook = &rulebook;
    program_.inputs = rulebook.indicators.size();
    program_.nodes.resize(program_.inputs);
  }

  Program run() && {
    const Rulebook& rulebook = *program_.rulebook;
    for (const Axis& axis : rulebook.axes) program_.axes.push_back(compile_axis(axis));
    program_.findings_range.begin = next();
    for (const Finding& finding : rulebook.findings) {
      program_.findings.push_back({&finding, add(finding.condition)});
    }
    program_.findings_range.end = next();
    for (const Axis& axis : rulebook.axes) {
      for (const std::size_t model : axis.models) draw_model(rulebook.models[model]);
    }
    return std::move(program_);
  }

 private:
  struct Operands {
    std::vector<NodeId> nodes;
    std::vector<const double*> weights;  ///< empty: all 1
  };

  NodeId next() const { return static_cast<NodeId>(program_.nodes.size()); }

  NodeId emit(Operation operation, const Operands& operands, std::size_t rank = 1) {
    ProgramNode node{operation, static_cast<std::uint32_t>(program_.operands.size()),
                     static_cast<std::uint32_t>(operands.nodes.size()), static_cast<std::uint32_t>(rank)};
    for (std::size_t i = 0; i < operands.nodes.size(); ++i) {
      const double* weight = operands.weights.empty() ? nullptr : operands.weights[i];
      if (weight != nullptr) weight_slots_[weight] = static_cast<std::uint32_t>(program_.operands.size());
      program_.operands.push_back(operands.nodes[i]);
      program_.weights.push_back(weight == nullptr ? 1.0 : *weight);
    }
    program_.nodes.push_back(node);
    return next() - 1;
  }

  Operands add_all(const std::vector<Expression>& parts) {
    Operands operands;
    for (const Expression& part : parts) operands.nodes.push_back(add(part));
    return operands;
  }

  NodeId add(const Expression& expression) { return std::visit(*this, expression.form); }

 public:
  NodeId operator()(const Feature& x) { return static_cast<NodeId>(x.indicator); }
  NodeId operator()(const Not& x) { return emit(Operation::kNot, add_all(x.part)); }
  NodeId operator()(const All& x) { return emit(Operation::kAll, add_all(x.parts)); }
  NodeId operator()(const Any& x) { return emit(Operation::kAny, add_all(x.parts)); }
  NodeId operator()(const AtLeast& x) { return emit(Operation::kAtLeast, add_all(x.parts), x.count); }
  NodeId operator()(const Mean& x) {
    Operands operands = add_all(x.parts);
    for (const double& weight : x.weights) operands.weights.push_back(&weight);
    return emit(Operation::kMean, operands);
  }

 private:
  /// The cap over the items of `list` that exist in this run, or none where there are none.
  std::optional<CapNode> compile_cap(Cap cap, const std::vector<Item>& list) {
    CapNode result{cap, 0, {}};
    Operands operands;
    for (const Item& item : list) {
      if (!item.in_run(program_.reg)) continue;
      result.items.push_back({&item, add(item.expression)});
      operands.nodes.push_back(result.items.back().node);
      if (cap == Cap::kTypical) operands.weights.push_back(&item.weight);
    }
    if (result.items.empty()) return std::nullopt;
    switch (cap) {
      case Cap::kNecessary:
        result.node = emit(Operation::kAll, operands);
        break;
      case Cap::kTypical:
        result.node = emit(Operation::kMean, operands);
        break;
      case Cap::kContrary:
        result.node = emit(Operation::kNot, {{emit(Operation::kAny, operands)}, {}});
        break;
    }
    return result;
  }

  ModelNodes compile_model(const Model& model) {
    ModelNodes nodes;
    nodes.model = &model;
    Operands caps;
    for (const auto& [cap, list] :
         {std::pair{Cap::kNecessary, &model.necessary}, std::pair{Cap::kTypical, &model.typical},
          std::pair{Cap::kContrary, &model.contrary}}) {
      auto compiled = compile_cap(cap, *list);
      if (!compiled) continue;
      caps.nodes.push_back(compiled->node);
      for (const ItemNode& item : compiled->items) mention(item.item->expression, nodes.indicators);
      nodes.caps.push_back(std::move(*compiled));
    }
    nodes.membership = emit(Operation::kMembership, caps);
    for (const Variant& variant : model.variants) {
      VariantNode entry{&variant, add(variant.condition), {}};
      for (const Expectation& expectation : variant.expects) entry.expects.push_back(add(expectation.expression));
      nodes.variants.push_back(std::move(entry));
    }
    return nodes;
  }

  AxisNodes compile_axis(const Axis& axis) {
    AxisNodes nodes;
    nodes.axis = &axis;
    nodes.range.begin = next();
    std::vector<std::string> verdicts;
    std::vector<std::size_t> mentioned, beyond_gates;
    for (const auto* list : {&axis.gates, &axis.outcomes}) {
      for (const Gate& gate : *list) {
        const bool is_outcome = list == &axis.outcomes;
        nodes.gates.push_back({&gate, add(gate.condition), number_of(verdicts, gate.verdict), is_outcome});
        mention(gate.condition, is_outcome ? beyond_gates : mentioned);
      }
    }
    for (const std::size_t model : axis.models) {
      nodes.models.push_back(compile_model(program_.rulebook->models[model]));
      for (const std::size_t indicator : nodes.models.back().indicators) insert(beyond_gates, indicator);
    }
    nodes.range.end = next();
    for (const std::size_t indicator : beyond_gates) insert(mentioned, indicator);
    std::sort(mentioned.begin(), mentioned.end());
    for (const std::size_t indicator : mentioned) {
      nodes.gate_only.push_back(std::find(beyond_gates.begin(), beyond_gates.end(), indicator) == beyond_gates.end());
    }
    nodes.indicators = std::move(mentioned);
    return nodes;
  }

  static void insert(std::vector<std::size_t>& list, std::size_t value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
  }
  static void mention(const Expression& expression, std::vector<std::size_t>& list) {
    for (const std::size_t indicator : indicators_of(expression)) insert(list, indicator);
  }
  static std::size_t number_of(std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    names.push_back(name);
    return names.size() - 1;
  }

  void draw(const double& weight) {
    const auto slot = weight_slots_.find(&weight);
    program_.drawn_weights.push_back(slot == weight_slots_.end() ? std::nullopt : std::optional(slot->second));
  }
  void draw_nested(const Expression& expression) {
    const auto* mean = std::get_if<Mean>(&expression.form);
    const auto& parts = parts_of(expression);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (mean != nullptr) draw(mean->weights[i]);
      draw_nested(parts[i]);
    }
  }
  void draw_model(const Model& model) {
    for (const auto* list : {&model.necessary, &model.typical, &model.contrary}) {
      for (const Item& item : *list) {
        if (list == &model.typical) draw(item.weight);
        draw_nested(item.expression);
      }
    }
  }

  Program program_;
  std::unordered_map<const double*, std::uint32_t> weight_slots_;
};

}  // namespace

Program compile(const Rulebook& rulebook, Register reg) { return Compiler(rulebook, reg).run(); }

Programs compile(const Rulebook& rulebook) {
  return {compile(rulebook, Register::kPractice), compile(rulebook, Register::kDiscourse)};
}

}  // namespace bloctype
