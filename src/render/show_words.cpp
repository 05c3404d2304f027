// Whole phrases of src/text with names filled in.
#include "render/show_words.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "render/expression_words.hpp"

namespace bloctype {

std::string placement_words(const ShowView& view, const PlacedPeriod& placed, std::size_t axis) {
  const AxisView v = view.axis_view(placed, axis);
  const std::string placement = v.phrases().headline(v.result(), v.nodes());
  const Certainty certainty = v.result().headline.certainty;
  return certainty == Certainty::kLeaning ? v.phrases().with_certainty(placement, certainty) : placement;
}

std::string gate_words(const ShowView& view, const Gate& gate) {
  const Phrases phrases = view.phrases();
  const bool is_if = gate.sense == Gate::Sense::kIf;
  return view.texts().say(is_if ? "show.gate.if" : "show.gate.unless",
                          {{"verdict", phrases.label_of_verdict(gate.verdict)},
                           {"condition", in_words(gate.condition, phrases, view.texts())},
                           {"threshold", shortest(gate.threshold)}});
}

std::string rule_words(const ShowView& view, const Rule& rule) {
  const Phrases phrases = view.phrases();
  const Catalogue& texts = view.texts();
  const std::string model = rule.model == nullptr ? std::string() : phrases.short_label(*rule.model);
  const std::string variant =
      rule.variant == nullptr ? std::string() : phrases.text(rule.variant->label, rule.variant->id);
  const std::string axis = rule.axis == nullptr ? std::string() : phrases.label(*rule.axis);
  switch (rule.role) {
    case Rule::Role::kGate:
    case Rule::Role::kOutcome:
      return texts.say("show.role." + std::string(name(rule.role)),
                       {{"axis", axis}, {"verdict", phrases.label_of_verdict(rule.gate->verdict)}});
    case Rule::Role::kNecessary:
    case Rule::Role::kTypical:
    case Rule::Role::kContrary:
      return texts.say("show.role." + std::string(name(rule.role)),
                       {{"model", model}, {"weight", shortest(rule.item->weight)}});
    case Rule::Role::kVariant:
      return texts.say("show.role.variant", {{"model", model}, {"variant", variant}});
    case Rule::Role::kExpected:
      return texts.say(rule.expectation->full ? "show.role.expected_full" : "show.role.expected_absent",
                       {{"model", model}, {"variant", variant}});
    case Rule::Role::kFinding:
      break;
  }
  return texts.say("show.role.finding", {{"finding", phrases.text(rule.finding->label, rule.finding->id)}});
}

std::string with_citation(const ShowView& view, const std::string& text, const Rule& rule) {
  return joined({text, view.phrases().cite(*rule.cite, rule.claim)});
}

void explain_ours(Card& card, const ShowView& view) {
  const std::string mark = view.texts().say("mark.ours");
  if (card.has(mark + "]")) card.paragraph(view.texts().say("show.ours", {{"mark", mark}}));
}

void add_next(Card& card, const ShowView& view, const std::vector<std::string>& commands) {
  std::vector<std::string> parts;
  for (const std::string& command : commands) add_once(parts, view.command(command));
  if (parts.empty()) return;
  parts.front() = view.texts().say("show.next", {{"command", parts.front()}});
  card.parts(parts);
}

std::string argument_of(const PlacedPeriod& placed) {
  const std::string id = escape_unsafe(placed.bloc->bloc);
  return placed.period().from ? id + "@" + std::to_string(*placed.period().from) : id;
}

std::size_t place_on_axis(const Rulebook& rulebook, const Model& model) {
  const std::vector<std::size_t>& models = rulebook.axes[model.axis].models;
  const auto found = std::find(models.begin(), models.end(), index_in(rulebook.models, model));
  return static_cast<std::size_t>(found - models.begin());
}

}  // namespace bloctype
