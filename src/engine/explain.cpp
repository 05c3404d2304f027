// Walks rules and node numbers side by side.
#include "engine/explain.hpp"

#include <array>

namespace bloctype {
namespace {

class Explainer {
 public:
  Explainer(const Classifier& classifier, const PeriodResult& result, Register reg)
      : program_(classifier.program(reg)), result_(result), block_(result.values[index_of(reg)]), reg_(reg) {}

  Why axis_branch(std::size_t axis) const {
    const AxisNodes& nodes = program_.axes[axis];
    Why why = node(Why::Form::kRegister);
    why.place = &nodes.axis->place;
    why.axis = nodes.axis;
    bool fired = false;
    for (const GateNode& gate : nodes.gates) {
      why.children.push_back(gate_branch(gate));
      Firing& state = why.children.back().firing;
      if (fired) state = Firing::kUnasked;
      fired = fired || state == Firing::kFires;
    }
    for (std::size_t m = 0; m < nodes.models.size(); ++m) why.children.push_back(model_branch(axis, m));
    return why;
  }

  Why model_branch(std::size_t axis, std::size_t index) const {
    const ModelNodes& nodes = program_.axes[axis].models[index];
    const Membership& membership = result_.axes[axis].placements[index_of(reg_)].memberships[index];
    Why why = node(Why::Form::kModel, nodes.membership);
    why.place = &nodes.model->place;
    why.cite = &nodes.model->cite;
    why.model = nodes.model;
    why.membership = &membership;
    for (const CapNode& cap : nodes.caps) {
      why.children.push_back(cap_branch(cap, nodes));
      why.children.back().binds = cap.cap == membership.binding;
    }
    return why;
  }

 private:
  Why node(Why::Form form) const {
    Why why;
    why.form = form;
    why.reg = reg_;
    return why;
  }
  Why node(Why::Form form, NodeId id) const {
    Why why = node(form);
    why.value = block_.at(id, 0);
    return why;
  }

  Why gate_branch(const GateNode& gate) const {
    Why why = node(gate.is_outcome ? Why::Form::kOutcome : Why::Form::kGate, gate.node);
    why.gate = gate.gate;
    why.firing = firing(gate, block_, 0);
    why.place = &gate.gate->place;
    why.cite = &gate.gate->cite;
    why.claim = gate.gate->claim;
    why.children.push_back(branch(gate.gate->condition, gate.node, gate.gate->cite));
    return why;
  }

  Why cap_branch(const CapNode& cap, const ModelNodes& model) const {
    Why why = node(Why::Form::kCap, cap.node);
    why.cap = cap.cap;
    why.place = &model.model->place;
    why.cite = &model.model->cite;
    for (const ItemNode& item : cap.items) {
      Why child = branch(item.item->expression, item.node, item.item->cite);
      if (child.form == Why::Form::kOperator) child.form = Why::Form::kItem;
      child.item = item.item;
      child.claim = item.item->claim;
      child.place = &item.item->place;
      if (cap.cap == Cap::kTypical) child.weight = item.item->weight;
      why.children.push_back(std::move(child));
    }
    return why;
  }

  /// An expression and its parts; `cite` is the rule's that it stands in.
  Why branch(const Expression& expression, NodeId id, const std::vector<std::string>& cite) const {
    Why why = node(Why::Form::kOperator, id);
    why.expression = &expression;
    why.place = &expression.place;
    why.cite = &cite;
    if (const auto* feature = std::get_if<Feature>(&expression.form)) {
      why.form = Why::Form::kIndicator;
      why.indicator = &program_.rulebook->indicators[feature->indicator];
      why.fact = &result_.period->facts[feature->indicator];
      return why;
    }
    const auto* mean = std::get_if<Mean>(&expression.form);
    const auto& parts = parts_of(expression);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      why.children.push_back(branch(parts[i], program_.operands[program_.nodes[id].first_operand + i], cite));
      if (mean != nullptr) why.children.back().weight = mean->weights[i];
    }
    return why;
  }

  const Program& program_;
  const PeriodResult& result_;
  const Block& block_;
  Register reg_;
};

}  // namespace

std::string_view name(Why::Form form) {
  constexpr std::array<std::string_view, 9> kNames = {"axis", "register", "gate",     "outcome",  "model",
                                                      "cap",  "item",     "operator", "indicator"};
  return kNames[static_cast<std::size_t>(form)];
}

Why explain(const Classifier& classifier, const PeriodResult& result, std::size_t axis) {
  Why why;
  why.axis = &classifier.rulebook().axes[axis];
  why.place = &why.axis->place;
  for (const Register r : kRegisters) why.children.push_back(Explainer(classifier, result, r).axis_branch(axis));
  return why;
}

Why explain_model(const Classifier& classifier, const PeriodResult& result, std::size_t axis, Register reg,
                  std::size_t model) {
  return Explainer(classifier, result, reg).model_branch(axis, model);
}

}  // namespace bloctype
