// The cards of an axis and of a verdict: what comes before the models, how they combine, and where the blocs are.

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "render/card.hpp"
#include "render/show_cards.hpp"
#include "render/show_words.hpp"

namespace bloctype {
namespace {

std::string gate_entry(const ShowView& view, const Gate& gate) {
  const Phrases phrases = view.phrases();
  return joined({gate_words(view, gate) + ".", phrases.text(gate.reason, ""), phrases.cite(gate.cite, gate.claim)});
}

std::vector<std::string> gates(const ShowView& view, const std::vector<Gate>& list) {
  std::vector<std::string> lines;
  for (const Gate& gate : list) lines.push_back(gate_entry(view, gate));
  return lines;
}

std::vector<std::string> models(const ShowView& view, const Axis& axis) {
  const Phrases phrases = view.phrases();
  std::vector<std::string> lines;
  for (const std::size_t m : axis.models) {
    const Model& model = view.rulebook().models[m];
    lines.push_back(joined({phrases.label(model), first_sentence(phrases.text(model.idea, ""))}, ": "));
  }
  return lines;
}

/// Each placement on the axis with the periods that have it, in the order in which it first comes up.
std::vector<std::string> blocs_by_placement(const ShowView& view, std::size_t axis) {
  std::vector<std::pair<std::string, std::vector<PlacedPeriod>>> groups;
  for (const PlacedPeriod& placed : view.periods()) {
    const std::string words = placement_words(view, placed, axis);
    auto group = groups.begin();
    while (group != groups.end() && group->first != words) ++group;
    if (group == groups.end()) group = groups.insert(group, {words, {}});
    group->second.push_back(placed);
  }
  std::vector<std::string> lines;
  for (const auto& [words, periods] : groups) {
    lines.push_back(view.texts().say("show.axis.placed", {{"blocs", view.names_of(periods)}, {"placement", words}}));
  }
  return lines;
}

bool gives(const PlacedPeriod& placed, std::size_t axis, const AxisNodes& nodes, const Verdict& verdict) {
  const Placement& shown = placed.result->axes[axis].shown();
  return shown.gate && nodes.gates[*shown.gate].gate->verdict == verdict.id;
}

}  // namespace

Page axis_card(const ShowView& view, const Axis& axis) {
  const Catalogue& texts = view.texts();
  const std::size_t index = index_in(view.rulebook().axes, axis);
  Card card;
  card.title(view.label(axis), texts.say("show.kind.axis"));
  card.paragraph(view.phrases().text(axis.about, ""));
  card.paragraph(joined({texts.say(axis.combine == Axis::Combine::kHybrid ? "show.axis.hybrid" : "show.axis.rival"),
                         texts.say("show.axis.thresholds", {{"crossover", shortest(view.rulebook().crossover)},
                                                            {"floor", shortest(view.rulebook().evidence_floor)}})}));
  card.list(texts.say("show.axis.models"), models(view, axis));
  card.steps(texts.say("show.axis.gates"), gates(view, axis.gates));
  card.steps(texts.say("show.axis.outcomes"), gates(view, axis.outcomes));
  card.list(texts.say("show.axis.blocs"), blocs_by_placement(view, index));
  std::vector<std::string> next;
  for (const std::size_t model : axis.models) {
    if (next.empty()) next.push_back("show " + view.rulebook().models[model].id);
  }
  if (!axis.gates.empty()) next.push_back("show " + axis.gates.back().verdict);
  if (!view.blocs().empty()) {
    next.push_back("classify " + escape_unsafe(view.blocs().front().description->bloc) + " --axis " + axis.id);
  }
  explain_ours(card, view);
  add_next(card, view, next);
  return std::move(card).take();
}

Page verdict_card(const ShowView& view, const Verdict& verdict) {
  const Catalogue& texts = view.texts();
  const Rulebook& rulebook = view.rulebook();
  std::vector<std::string> given, blocs, next;
  for (std::size_t a = 0; a < rulebook.axes.size(); ++a) {
    const Axis& axis = rulebook.axes[a];
    for (const auto* list : {&axis.gates, &axis.outcomes}) {
      for (const Gate& gate : *list) {
        if (gate.verdict != verdict.id) continue;
        given.push_back(joined({view.phrases().label(axis), gate_entry(view, gate)}, ": "));
        next.push_back("show " + axis.id);
      }
    }
    std::vector<PlacedPeriod> placed;
    for (const PlacedPeriod& period : view.periods()) {
      if (gives(period, a, view.axis_view(period, a).nodes(), verdict)) placed.push_back(period);
    }
    if (placed.empty()) continue;
    blocs.push_back(joined({view.phrases().label(axis), view.names_of(placed)}, ": "));
    next.push_back("classify " + argument_of(placed.front()) + " --axis " + axis.id);
  }
  Card card;
  card.title(view.label(verdict), texts.say("show.kind.verdict"));
  card.paragraph(view.phrases().text(verdict.says, ""));
  card.list(texts.say("show.verdict.given"), given);
  card.list(texts.say("show.verdict.blocs"), blocs);
  explain_ours(card, view);
  add_next(card, view, next);
  return std::move(card).take();
}

}  // namespace bloctype
