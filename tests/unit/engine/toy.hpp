// A rulebook of one axis for engine tests, without any file: indicators 0, 1, 2, ... named a, b, c, ...
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/classify.hpp"
#include "tests/unit/model/expressions.hpp"

namespace bloctype {

inline Item item(Expression expression, double weight = 1, std::optional<Register> only = std::nullopt) {
  Item result;
  result.expression = std::move(expression);
  result.weight = weight;
  result.only = only;
  return result;
}

inline Gate gate(Gate::Sense sense, Expression condition, std::string verdict) {
  Gate result;
  result.sense = sense;
  result.condition = std::move(condition);
  result.verdict = std::move(verdict);
  return result;
}

/// A rulebook with the usual scale, `indicators` scale indicators and one hybrid axis; tests add the rest.
class Toy {
 public:
  explicit Toy(std::size_t indicators) {
    for (std::size_t i = 0; i < indicators; ++i) {
      rulebook.indicators.emplace_back().id = std::string(1, static_cast<char>('a' + i));
    }
    rulebook.scale = {
        {"absent", 0, {}, {}}, {"marginal", 0.33, {}, {}}, {"substantial", 0.67, {}, {}}, {"full", 1, {}, {}}};
    rulebook.axes.emplace_back().id = "line";
  }

  Toy& model(std::vector<Item> necessary, std::vector<Item> typical = {}, std::vector<Item> contrary = {}) {
    Model& added = rulebook.models.emplace_back();
    added.id = "m" + std::to_string(rulebook.models.size() - 1);
    added.necessary = std::move(necessary);
    added.typical = std::move(typical);
    added.contrary = std::move(contrary);
    rulebook.axes[0].models.push_back(rulebook.models.size() - 1);
    return *this;
  }

  Classifier classifier() const { return Classifier(std::make_shared<const Rulebook>(rulebook)); }

  Rulebook rulebook;
};

/// A description of one period with these values, the same in both registers.
inline Description coded(const std::vector<Triple>& values) {
  Description description;
  Period& period = description.periods.emplace_back();
  for (const Triple& value : values) {
    Fact& fact = period.facts.emplace_back();
    fact.triples = {value, value};
    fact.coded = {!spans_everything(value), !spans_everything(value)};
  }
  return description;
}

}  // namespace bloctype
