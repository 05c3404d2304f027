// Every sentence is a whole phrase of src/text with names filled in.
#include "render/outlook_sentences.hpp"

#include <algorithm>

namespace bloctype {
namespace {

constexpr std::size_t kMaxAlternatives = 2;
constexpr std::size_t kMaxDepartures = 3;  ///< in degree, by name; beyond, they are counted

}  // namespace

std::string OutlookSentences::openness() const {
  if (view_.result().headline.certainty == Certainty::kDecided) return {};
  return joined({view_.result().headline.declared_only ? texts_.say("certain.declared_only") : "", moving_models(),
                 pending(), next_question()});
}

/// The facts that could move models: those that are pivotal, else those that widen the intervals.
std::string OutlookSentences::moving_models() const {
  std::vector<std::string> models;
  std::vector<std::size_t> widening_facts;
  for (std::size_t m = 0; m < view_.nodes().models.size(); ++m) {
    if (view_.membership(m).certainty == Certainty::kDecided) continue;
    models.push_back(view_.short_label(m));
    for (const Bound bound : {Bound::kLow, Bound::kHigh}) {
      for (const std::size_t fact : view_.widening(m, bound)) add_once(widening_facts, fact);
    }
  }
  if (models.empty() || view_.shown().gate) return {};
  std::vector<std::size_t> facts;
  for (const Pivot& pivot : view_.result().pivotal[index_of(view_.reg())]) {
    if (!pivot.gate_only) facts.push_back(pivot.indicator);
  }
  const bool alone_enough = !facts.empty();
  if (!alone_enough) facts = widening_facts;
  const bool open = view_.shown().kind == Kind::kUndecided || view_.shown().kind == Kind::kAtLeast;
  const std::string key = open ? "certain.open" : alone_enough ? "certain.leaning" : "certain.leaning_together";
  if (facts.empty()) return texts_.count("certain.at_crossover", models.size(), {{"models", texts_.list(models)}});
  return texts_.count(key, models.size(), {{"models", texts_.list(models)}, {"causes", view_.causes(facts)}});
}

std::string OutlookSentences::pending() const {
  std::vector<std::string> verdicts;
  std::vector<std::size_t> facts;
  for (const std::size_t g : view_.shown().pending) {
    const GateNode& gate = view_.nodes().gates[g];
    const std::string label = phrases_.label_of_verdict(gate.gate->verdict);
    add_once(verdicts, label);
    for (const std::size_t indicator : indicators_of(gate.gate->condition)) {
      if (is_open(phrases_.value(indicator))) add_once(facts, indicator);
    }
  }
  if (verdicts.empty()) return {};
  return texts_.say("certain.pending", {{"verdicts", texts_.alternatives(verdicts)}, {"causes", view_.causes(facts)}});
}

/// The question whose answer can change most.
std::string OutlookSentences::next_question() const {
  const auto& pivots = view_.result().pivotal[index_of(view_.reg())];
  if (pivots.empty()) return {};
  const std::size_t indicator = pivots.front().indicator;
  return texts_.say(
      "next", {{"fact", phrases_.rulebook().indicators[indicator].id}, {"question", phrases_.question(indicator)}});
}

std::string OutlookSentences::changes_of(const Counterfactual& entry) const {
  std::vector<std::string> changes;
  for (const Recoding& change : entry.changes) changes.push_back(phrases_.recoding(change));
  return texts_.list(changes);
}

std::string OutlookSentences::alternatives() const {
  const auto& found = view_.result().recoded[index_of(view_.reg())];
  std::vector<std::pair<std::string, std::vector<std::string>>> outcomes;
  const std::size_t most = view_.shown().models.size() > 1 ? 1 : kMaxAlternatives;
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i) {
    const std::string placement = phrases_.placement(found[i].placement, view_.nodes());
    if (outcomes.empty() || outcomes.back().first != placement) outcomes.push_back({placement, {}});
    outcomes.back().second.push_back(texts_.say("recoding.if", {{"changes", changes_of(found[i])}}));
  }
  std::vector<std::string> sentences;
  for (const auto& [placement, changes] : outcomes) {
    sentences.push_back(
        texts_.say("recoding.sentence", {{"placement", placement}, {"changes", texts_.alternatives(changes)}}));
  }
  return joined(sentences);
}

std::string OutlookSentences::departures() const {
  std::vector<std::string> in_kind, in_degree;
  std::size_t undocumented = 0;
  for (const Deviation& deviation : view_.result().deviations) {
    const Distance d = distance(deviation);
    if (d == Distance::kUndocumented) ++undocumented;
    if (d == Distance::kInKind) add_once(in_kind, departure(deviation));
    if (d == Distance::kInDegree) add_once(in_degree, departure_label(deviation));
  }
  std::vector<std::string> parts;
  if (!in_kind.empty()) parts.push_back(texts_.say("departures.in_kind", {{"features", texts_.list(in_kind)}}));
  if (!in_degree.empty()) parts.push_back(texts_.say("departures.in_degree", {{"features", shortened(in_degree)}}));
  if (undocumented > 0) parts.push_back(texts_.count("departures.undocumented", undocumented));
  return parts.empty() ? std::string() : texts_.say("departures.title") + " " + joined(parts, "; ") + ".";
}

std::string OutlookSentences::shortened(const std::vector<std::string>& names) const {
  return names.size() <= kMaxDepartures ? texts_.list(names) : texts_.count("departures.count", names.size());
}

std::string OutlookSentences::departure_label(const Deviation& deviation) const {
  if (deviation.item != nullptr) return phrases_.label(*deviation.item);
  return phrases_.label(std::get<Feature>(deviation.expression->form).indicator);
}

std::string OutlookSentences::departure(const Deviation& deviation) const {
  const std::size_t indicator = view_.leading(deviation.node);
  const bool of_variant = deviation.variant != nullptr;
  const std::string key = std::string(of_variant ? "departures.of_variant." : "departures.of_model.") +
                          (deviation.expected_full ? "full" : "absent");
  return texts_.say(key,
                    {{"feature", departure_label(deviation)},
                     {"degree", phrases_.degree(indicator)},
                     {"variant", of_variant ? phrases_.text(deviation.variant->label, deviation.variant->id) : ""}});
}

std::vector<std::string> OutlookSentences::ways_in(std::size_t model) const {
  std::vector<Triple> inputs;
  for (const Fact& fact : view_.period.period->facts) inputs.push_back(fact.triples[index_of(view_.reg())]);
  const auto ways = ways_into({view_.program(), view_.nodes(), inputs}, model);
  if (ways.empty()) return {texts_.say("why_not.no_way", {{"count", std::to_string(kMaxRecoded)}})};
  std::vector<std::string> sentences;
  for (const Counterfactual& way : ways) {
    sentences.push_back(
        texts_.say("recoding.sentence", {{"placement", phrases_.placement(way.placement, view_.nodes())},
                                         {"changes", texts_.say("recoding.if", {{"changes", changes_of(way)}})}}));
  }
  return sentences;
}

}  // namespace bloctype
