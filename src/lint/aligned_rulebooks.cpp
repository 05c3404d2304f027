// Indicators in order of their ids, and every expression pointed at the new places.
#include "lint/aligned_rulebooks.hpp"

#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace bloctype {
namespace {

void remap(Expression& expression, const std::vector<std::size_t>& places) {
  struct Visitor {
    const std::vector<std::size_t>& places;
    void operator()(Feature& x) const { x.indicator = places[x.indicator]; }
    void operator()(Not& x) const { all(x.part); }
    void operator()(All& x) const { all(x.parts); }
    void operator()(Any& x) const { all(x.parts); }
    void operator()(Mean& x) const { all(x.parts); }
    void operator()(AtLeast& x) const { all(x.parts); }
    void all(std::vector<Expression>& parts) const {
      for (Expression& part : parts) remap(part, places);
    }
  };
  std::visit(Visitor{places}, expression.form);
}

Rulebook over(Rulebook rulebook, const std::map<std::string, Indicator>& all) {
  std::vector<std::size_t> places;
  for (const Indicator& own : rulebook.indicators) {
    places.push_back(static_cast<std::size_t>(std::distance(all.begin(), all.find(own.id))));
  }
  std::vector<Indicator> indicators;
  for (const auto& [id, indicator] : all) {
    const auto own = rulebook.indicator(id);
    indicators.push_back(own ? rulebook.indicators[*own] : indicator);
  }
  rulebook.indicators = std::move(indicators);
  for (Axis& axis : rulebook.axes) {
    for (auto* gates : {&axis.gates, &axis.outcomes}) {
      for (Gate& gate : *gates) remap(gate.condition, places);
    }
  }
  for (Model& model : rulebook.models) {
    for (auto* list : {&model.necessary, &model.typical, &model.contrary}) {
      for (Item& item : *list) remap(item.expression, places);
    }
    for (Variant& variant : model.variants) {
      remap(variant.condition, places);
      for (Expectation& expected : variant.expects) remap(expected.expression, places);
    }
  }
  for (Finding& finding : rulebook.findings) remap(finding.condition, places);
  return rulebook;
}

}  // namespace

AlignedRulebooks aligned(const Rulebook& first, const Rulebook& second) {
  std::map<std::string, Indicator> all;  // by id, which is the order of a rulebook's indicators
  for (const auto* rulebook : {&first, &second}) {
    for (const Indicator& indicator : rulebook->indicators) all.emplace(indicator.id, indicator);
  }
  return {over(first, all), over(second, all)};
}

}  // namespace bloctype
