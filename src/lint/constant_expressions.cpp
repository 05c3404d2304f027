// They are compiled as findings of a rulebook that has nothing else, innermost first.
#include "lint/constant_expressions.hpp"

#include <algorithm>
#include <optional>

#include "core/number.hpp"
#include "engine/evaluate.hpp"
#include "lint/search.hpp"

namespace bloctype {
namespace {

/// An expression of a rule, and when it counts.
struct Asked {
  enum class Counts { kAbove, kBelow, kByDegree };

  const Expression* expression = nullptr;
  Counts counts = Counts::kAbove;  ///< above or below the threshold; by its degree in a mean, which has none
  double threshold = 0.5;
  bool is_gate = false;  ///< that it never counts is told by the check of gates
};

using Counts = Asked::Counts;

/// Finds expressions that no scale word can move. They are compiled as findings of a rulebook that has nothing else.
class Constants {
 public:
  explicit Constants(const Rulebook& rulebook) : rulebook_(rulebook) {
    for (const Axis& axis : rulebook.axes) {
      for (const auto* gates : {&axis.gates, &axis.outcomes}) {
        for (const Gate& gate : *gates) {
          const Counts counts = gate.sense == Gate::Sense::kUnless ? Counts::kBelow : Counts::kAbove;
          add({&gate.condition, counts, gate.threshold, true});
        }
      }
    }
    for (const Model& model : rulebook.models) {
      for (const Item& item : model.necessary) add({&item.expression, Counts::kAbove, rulebook.crossover});
      for (const Item& item : model.typical) add({&item.expression, Counts::kByDegree});
      for (const Item& item : model.contrary) add({&item.expression, Counts::kAbove, 1 - rulebook.crossover});
      for (const Variant& variant : model.variants) add({&variant.condition});
    }
    for (const Finding& finding : rulebook.findings) add({&finding.condition});
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
  /// An expression and its parts, innermost first. A part counts from the same point as the whole: the least and the
  /// greatest of several are above it where all, or any, are; a negation turns it round; a mean goes by degrees.
  void add(const Asked& asked) {
    const auto& form = asked.expression->form;
    if (std::holds_alternative<Feature>(form)) return;
    Asked part = asked;
    part.is_gate = false;
    if (std::holds_alternative<Mean>(form)) part.counts = Counts::kByDegree;
    if (std::holds_alternative<Not>(form) && part.counts != Counts::kByDegree) {
      part.counts = part.counts == Counts::kAbove ? Counts::kBelow : Counts::kAbove;
      part.threshold = 1 - part.threshold;
    }
    for (const Expression& inner : parts_of(*asked.expression)) {
      part.expression = &inner;
      add(part);
    }
    asked_.push_back(asked);
  }

  /// What is never the case, and what the expression then always is.
  static std::optional<ConstantExpression> examine(NodeId node, const Program& program, const Asked& asked) {
    const auto never = [&](Demand::Side side, double threshold,
                           std::string_view always) -> std::optional<ConstantExpression> {
      const Demand demand{node, side, threshold};
      const SearchResult result = find_witness(program, {&demand, 1});
      if (result.witness) return std::nullopt;
      return ConstantExpression{asked.expression, threshold, result.gave_up ? std::string_view() : always,
                                result.looked};
    };
    if (asked.counts == Counts::kByDegree) {
      const double degree = degree_of(node, program);
      auto never_more = never(Demand::Side::kAbove, degree, "@check.always.equal");
      return never_more && never(Demand::Side::kBelow, degree, "@check.always.equal") ? never_more : std::nullopt;
    }
    // Where nothing could cross the threshold, it is not this expression's doing.
    const auto& scale = program.rulebook->scale;
    const bool is_within = less9(scale.front().value, asked.threshold) && less9(asked.threshold, scale.back().value);
    if (!is_within && !asked.is_gate) return std::nullopt;
    const bool above = asked.counts == Counts::kAbove;
    auto found = above ? never(Demand::Side::kAtMost, asked.threshold, "@check.always.above")
                       : never(Demand::Side::kAtLeast, asked.threshold, "@check.always.below");
    if (found || asked.is_gate) return found;
    return above ? never(Demand::Side::kAbove, asked.threshold, "@check.always.not_above")
                 : never(Demand::Side::kBelow, asked.threshold, "@check.always.not_below");
  }

  /// Of a case in which everything is coded at the lowest word: if the degree never changes, it is this.
  static double degree_of(NodeId node, const Program& program) {
    std::vector<Triple> inputs;
    for (std::size_t i = 0; i < program.inputs; ++i) inputs.push_back(known(program.rulebook->degrees_of(i).front()));
    return evaluate_case(program, inputs).low(node)[0];
  }

  const Rulebook& rulebook_;
  std::vector<Asked> asked_;
};

}  // namespace

std::vector<ConstantExpression> constant_expressions(const Rulebook& rulebook) { return Constants(rulebook).find(); }

Unmoved::Unmoved(const std::vector<ConstantExpression>& constants) {
  for (const ConstantExpression& found : constants) {
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
