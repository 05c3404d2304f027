// Items are tried one by one: the rulebook is compiled once more with every item behind a node of its own, so that the
// value of one item can be replaced without touching others that ask the same.
#include "lint/coverage.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "engine/evaluate.hpp"

namespace bloctype {
namespace {

/// The same rulebook with every item's expression under an `all` of one part, which changes no value.
Rulebook with_own_nodes(Rulebook rulebook) {
  for (Model& model : rulebook.models) {
    for (auto* list : {&model.necessary, &model.typical, &model.contrary}) {
      for (Item& item : *list) {
        Expression whole;
        whole.place = item.expression.place;
        whole.form = All{{std::move(item.expression)}};
        item.expression = std::move(whole);
      }
    }
  }
  return rulebook;
}

/// The registers about which a case expects something on an axis.
std::array<bool, 2> registers_of(const AxisExpectation& expectation, const AxisResult& axis) {
  std::array<bool, 2> counts = {expectation.registers[0].has_value(), expectation.registers[1].has_value()};
  const bool is_of_headline = expectation.headline || !expectation.certainty.empty() || !expectation.caps.empty();
  if (is_of_headline) counts[index_of(axis.headline.reg)] = true;
  if (!expectation.headline) return counts;
  for (const auto& alternative : expectation.headline->placement.alternatives) {
    if (alternative.formally) counts = {true, true};
  }
  return counts;
}

/// All rules, in the order in which they are told, and where each stands among them.
class Uses {
 public:
  explicit Uses(const Rulebook& rulebook) {
    for (const Axis& axis : rulebook.axes) {
      for (const Gate& gate : axis.gates) add(&gate, {RuleKind::kGate, axis.id, gate.verdict, {}, gate.place});
      for (const Gate& gate : axis.outcomes) add(&gate, {RuleKind::kOutcome, axis.id, gate.verdict, {}, gate.place});
    }
    for (const Model& model : rulebook.models) {
      add_items(rulebook, model, model.necessary, Cap::kNecessary);
      add_items(rulebook, model, model.typical, Cap::kTypical);
      add_items(rulebook, model, model.contrary, Cap::kContrary);
      for (const Variant& v : model.variants) add(&v, {RuleKind::kVariant, model.id, v.id, {}, v.place});
    }
    for (const Finding& finding : rulebook.findings) {
      add(&finding, {RuleKind::kFinding, {}, finding.id, {}, finding.place});
    }
  }

  RuleUse& of(const void* rule) {
    return uses[static_cast<std::size_t>(std::find(rules_.begin(), rules_.end(), rule) - rules_.begin())];
  }

  std::vector<RuleUse> uses;

 private:
  void add(const void* rule, RuleUse use) {
    rules_.push_back(rule);
    uses.push_back(std::move(use));
  }
  void add_items(const Rulebook& rulebook, const Model& model, const std::vector<Item>& list, Cap cap) {
    for (const Item& item : list) {
      const Expression& inner = parts_of(item.expression).front();  // see with_own_nodes()
      add(&item, {RuleKind::kItem, model.id, written(inner, rulebook), std::string(name(cap)), item.place});
    }
  }

  std::vector<const void*> rules_;
};

/// Tries the items of one axis on one case.
class ItemTrial {
 public:
  ItemTrial(const Program& program, std::size_t axis, const Period& period)
      : program_(program), axis_(program.axes[axis]), block_(program.nodes.size(), program.rulebook->scale.size()) {
    for (std::size_t i = 0; i < period.facts.size(); ++i) {
      for (std::size_t row = 0; row < block_.rows(); ++row) {
        block_.set(static_cast<NodeId>(i), row, period.facts[i].triples[index_of(program.reg)]);
      }
    }
    evaluate(program_, axis_.range, block_, block_.rows());
    base_ = judge(axis_, *program.rulebook, block_, 0).reading;
  }

  void run(Uses& uses) {
    for (const ModelNodes& model : axis_.models) {
      for (const CapNode& cap : model.caps) {
        for (const ItemNode& item : cap.items) {
          RuleUse& use = uses.of(item.item);
          use.decides = use.decides || decides(item.node);
        }
      }
    }
  }

 private:
  bool decides(NodeId node) {
    const Rulebook& rulebook = *program_.rulebook;
    const Triple coded = block_.at(node, 0);
    for (std::size_t row = 0; row < block_.rows(); ++row) block_.set(node, row, known(rulebook.scale[row].value));
    evaluate(program_, {node + 1, axis_.range.end}, block_, block_.rows());
    bool changes = false;
    for (std::size_t row = 0; row < block_.rows(); ++row) {
      changes = changes || !(judge(axis_, rulebook, block_, row).reading == base_);
    }
    for (std::size_t row = 0; row < block_.rows(); ++row) block_.set(node, row, coded);
    evaluate(program_, {node + 1, axis_.range.end}, block_, block_.rows());
    return changes;
  }

  const Program& program_;
  const AxisNodes& axis_;
  Block block_;
  Reading base_;
};

/// Adds what one case that passes makes of the rules. `programs` are those of the rulebook with its items apart.
class CaseUse {
 public:
  CaseUse(const Programs& programs, const CaseResult& result, Uses& uses)
      : programs_(programs), result_(result), uses_(uses) {
    for (const Register r : kRegisters) {
      values_.push_back(evaluate_case(programs[index_of(r)], triples_of(result.entry->period(), r)));
    }
  }

  void run() {
    for (const AxisExpectation& expectation : result_.entry->axes) {
      const AxisResult& axis = result_.period.axes[expectation.axis];
      const std::array<bool, 2> counts = registers_of(expectation, axis);
      for (const Register r : kRegisters) {
        if (counts[index_of(r)]) use_axis(expectation.axis, r);
      }
      use_variants(expectation, axis);
    }
    if (result_.entry->findings) use_findings();
  }

 private:
  void use_axis(std::size_t axis, Register r) {
    const Program& program = programs_[index_of(r)];
    const Placement& placement = result_.period.axes[axis].placements[index_of(r)];
    const auto& gates = program.axes[axis].gates;
    for (std::size_t i = 0; i < gates.size() && i <= placement.gate.value_or(gates.size()); ++i) {
      RuleUse& use = uses_.of(gates[i].gate);
      use.decides = use.decides || placement.gate == i;
      use.passes = use.passes || firing(gates[i], values_[index_of(r)], 0) == Firing::kSilent;
    }
    ItemTrial(program, axis, result_.entry->period()).run(uses_);
  }

  void use_variants(const AxisExpectation& expectation, const AxisResult& axis) {
    const std::size_t r = index_of(axis.headline.reg);
    const AxisNodes& nodes = programs_[r].axes[expectation.axis];
    for (std::size_t m = 0; m < nodes.models.size(); ++m) {
      if (!expectation.states_variant_of(nodes.axis->models[m])) continue;
      const VariantNode* is = variant_of(nodes.models[m], values_[r], 0);
      for (const VariantNode& variant : nodes.models[m].variants) {
        RuleUse& use = uses_.of(variant.variant);
        use.decides = use.decides || is == &variant;
        use.passes = use.passes || is_known_not_to_hold(variant.condition, r);
      }
    }
  }

  void use_findings() {
    for (std::size_t f = 0; f < programs_[0].findings.size(); ++f) {
      RuleUse& use = uses_.of(programs_[0].findings[f].finding);
      bool holds = false;
      bool cannot = true;
      for (const Register r : kRegisters) {
        const NodeId node = programs_[index_of(r)].findings[f].node;
        holds = holds || less9(0.5, values_[index_of(r)].low(node)[0]);
        cannot = cannot && is_known_not_to_hold(node, index_of(r));
      }
      use.decides = use.decides || holds;
      use.passes = use.passes || cannot;
    }
  }

  bool is_known_not_to_hold(NodeId node, std::size_t r) const { return !less9(0.5, values_[r].high(node)[0]); }

  const Programs& programs_;
  const CaseResult& result_;
  Uses& uses_;
  std::vector<Block> values_;  ///< by Register
};

}  // namespace

std::string_view name(RuleKind kind) {
  constexpr std::array<std::string_view, 5> kNames = {"item", "gate", "outcome", "finding", "variant"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<RuleUse> coverage(const Classifier& classifier, std::span<const CaseResult> results) {
  const Rulebook rulebook = with_own_nodes(classifier.rulebook());
  const Programs programs = compile(rulebook);
  Uses uses(rulebook);
  for (const CaseResult& result : results) {
    if (result.passes()) CaseUse(programs, result, uses).run();
  }
  return std::move(uses.uses);
}

}  // namespace bloctype
