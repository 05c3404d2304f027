// One walk over the rulebook.
#include "model/rules.hpp"

#include <algorithm>
#include <array>

namespace bloctype {
namespace {

using Role = Rule::Role;

class RuleList {
 public:
  explicit RuleList(const Rulebook& rulebook) : rulebook_(rulebook) {}

  std::vector<Rule> all() && {
    for (const Axis& axis : rulebook_.axes) {
      for (const Gate& gate : axis.gates) add_gate(Role::kGate, axis, gate);
      for (const Gate& gate : axis.outcomes) add_gate(Role::kOutcome, axis, gate);
      for (const std::size_t model : axis.models) add_model(rulebook_.models[model]);
    }
    for (const Finding& finding : rulebook_.findings) {
      add(Role::kFinding, finding.condition, finding).finding = &finding;
    }
    return std::move(rules_);
  }

 private:
  /// `source` is what has the citation and the claim.
  template <typename Source>
  Rule& add(Role role, const Expression& expression, const Source& source) {
    Rule rule;
    rule.role = role;
    rule.expression = &expression;
    rule.cite = &source.cite;
    rule.claim = source.claim;
    rules_.push_back(rule);
    return rules_.back();
  }

  void add_gate(Role role, const Axis& axis, const Gate& gate) {
    Rule& rule = add(role, gate.condition, gate);
    rule.axis = &axis;
    rule.gate = &gate;
  }

  void add_items(Role role, const Model& model, const std::vector<Item>& items) {
    for (const Item& item : items) {
      Rule& rule = add(role, item.expression, item);
      rule.model = &model;
      rule.item = &item;
    }
  }

  void add_model(const Model& model) {
    add_items(Role::kNecessary, model, model.necessary);
    add_items(Role::kTypical, model, model.typical);
    add_items(Role::kContrary, model, model.contrary);
    for (const Variant& variant : model.variants) {
      Rule& condition = add(Role::kVariant, variant.condition, variant);
      condition.model = &model;
      condition.variant = &variant;
      for (const Expectation& expectation : variant.expects) {
        Rule& expected = add(Role::kExpected, expectation.expression, variant);
        expected.model = &model;
        expected.variant = &variant;
        expected.expectation = &expectation;
      }
    }
  }

  const Rulebook& rulebook_;
  std::vector<Rule> rules_;
};

}  // namespace

std::string_view name(Rule::Role role) {
  constexpr std::array<std::string_view, 8> kNames = {"gate",     "outcome", "necessary", "typical",
                                                      "contrary", "variant", "expected",  "finding"};
  return kNames[static_cast<std::size_t>(role)];
}

std::vector<Rule> all_rules(const Rulebook& rulebook) { return RuleList(rulebook).all(); }

bool mentions(const Rule& rule, std::size_t indicator) {
  const std::vector<std::size_t> mentioned = indicators_of(*rule.expression);
  return std::find(mentioned.begin(), mentioned.end(), indicator) != mentioned.end();
}

bool cites(const Rule& rule, std::string_view section) {
  return std::find(rule.cite->begin(), rule.cite->end(), section) != rule.cite->end();
}

}  // namespace bloctype
