// They are compiled as findings of a rulebook that has nothing else, innermost first.
#include "lint/constant_expressions.hpp"

#include <algorithm>
#include <optional>

#include "lint/search.hpp"

namespace bloctype {
namespace {

/// An expression of a rule, and what makes it true.
struct Asked {
  const Expression* expression = nullptr;
  double threshold = 0.5;
  bool below_counts = false;  ///< it counts where it is below the threshold (`unless`), not where it is above
  bool is_gate = false;       ///< that it never counts is told by the check of gates
};

/// Finds expressions that no fact can move. They are compiled as findings of a rulebook that has nothing else.
class Constants {
 public:
  explicit Constants(const Rulebook& rulebook) : rulebook_(rulebook) {
    for (const Axis& axis : rulebook.axes) {
      for (const auto* gates : {&axis.gates, &axis.outcomes}) {
        for (const Gate& gate : *gates) {
          add_parts(gate.condition);
          add({&gate.condition, gate.threshold, gate.sense == Gate::Sense::kUnless, true});
        }
      }
    }
    for (const Model& model : rulebook.models) {
      for (const auto* list : {&model.necessary, &model.typical, &model.contrary}) {
        for (const Item& item : *list) add_whole(item.expression);
      }
      for (const Variant& variant : model.variants) add_whole(variant.condition);
    }
    for (const Finding& finding : rulebook.findings) add_whole(finding.condition);
  }

  std::vector<ConstantExpression> find() {
    Rulebook bare;
    bare.indicators = rulebook_.indicators;
    bare.scale = rulebook_.scale;
    for (const Asked& asked : asked_) {
      Finding finding;
      finding.condition = *asked.expression;
      bare.findings.push_back(std::move(finding));
    }
    const Program program = compile(bare, Register::kPractice);
    std::vector<ConstantExpression> found;
    std::set<const Expression*> constant;
    for (std::size_t i = 0; i < asked_.size(); ++i) {
      const Asked& asked = asked_[i];
      const auto& parts = parts_of(*asked.expression);
      const bool is_told =
          std::any_of(parts.begin(), parts.end(), [&](const auto& p) { return constant.count(&p) != 0; });
      if (is_told) {
        constant.insert(asked.expression);
        continue;
      }
      if (auto one = examine(program.findings[i].node, program, asked)) {
        constant.insert(asked.expression);
        found.push_back(std::move(*one));
      }
    }
    return found;
  }

 private:
  void add(Asked asked) {
    if (!std::holds_alternative<Feature>(asked.expression->form)) asked_.push_back(asked);
  }
  void add_whole(const Expression& expression) {
    add_parts(expression);
    add({&expression});
  }
  /// Innermost first.
  void add_parts(const Expression& expression) {
    for (const Expression& part : parts_of(expression)) add_whole(part);
  }

  static std::optional<ConstantExpression> examine(NodeId node, const Program& program, const Asked& asked) {
    // What is never the case, and what the expression then always is.
    const auto never = [&](Demand::Side side, std::string_view always) -> std::optional<ConstantExpression> {
      const Demand demand{node, side, asked.threshold};
      const SearchResult result = find_witness(program, {&demand, 1});
      if (result.witness) return std::nullopt;
      return ConstantExpression{asked.expression, asked.threshold, result.gave_up ? std::string_view() : always,
                                result.looked};
    };
    if (asked.below_counts) return never(Demand::Side::kAtLeast, "@check.always.below");
    auto found = never(Demand::Side::kAtMost, "@check.always.above");
    return found || asked.is_gate ? found : never(Demand::Side::kAbove, "@check.always.not_above");
  }

  const Rulebook& rulebook_;
  std::vector<Asked> asked_;
};

}  // namespace

std::vector<ConstantExpression> constant_expressions(const Rulebook& rulebook) { return Constants(rulebook).find(); }

Unmoved::Unmoved(const Rulebook& rulebook) {
  for (const ConstantExpression& found : constant_expressions(rulebook)) {
    if (!found.always.empty()) expressions_.insert(found.expression);
  }
}

bool Unmoved::has(const Expression& expression) const {
  if (expressions_.count(&expression) != 0) return true;
  const auto& parts = parts_of(expression);
  return std::any_of(parts.begin(), parts.end(), [&](const Expression& part) { return has(part); });
}

bool Unmoved::has(const AxisNodes& axis) const {
  return std::any_of(axis.gates.begin(), axis.gates.end(),
                     [&](const GateNode& gate) { return has(gate.gate->condition); });
}

bool Unmoved::has(const Model& model) const {
  const auto rests_on_one = [&](const Item& item) { return has(item.expression); };
  return std::any_of(model.necessary.begin(), model.necessary.end(), rests_on_one) ||
         std::any_of(model.typical.begin(), model.typical.end(), rests_on_one) ||
         std::any_of(model.contrary.begin(), model.contrary.end(), rests_on_one);
}

}  // namespace bloctype
