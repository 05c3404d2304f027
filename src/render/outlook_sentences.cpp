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

/// How far each model that is not decided could move, and by which facts.
std::string OutlookSentences::moving_models() const {
  if (view_.shown().gate) return {};
  std::vector<std::string> moves;
  for (std::size_t m = 0; m < view_.nodes().models.size(); ++m) {
    if (view_.membership(m).certainty != Certainty::kDecided) moves.push_back(move_of(m));
  }
  if (moves.empty()) return {};
  const bool open = view_.shown().kind == Kind::kUndecided;
  return texts_.say(open ? "certain.open" : "certain.leaning", {{"moves", joined(moves, "; ")}});
}

std::string OutlookSentences::move_of(std::size_t model) const {
  const Membership& m = view_.membership(model);
  const std::string bound = phrases_.number(m.status == Status::kIn ? m.value.low : m.value.high);
  std::string key = m.status == Status::kIn ? "move.fall" : "move.rise";
  if (m.status == Status::kOpen) key = "move." + std::string(name(view_.open_reason(model)));
  return texts_.say(
      key,
      {{"model", view_.short_label(model)}, {"bound", bound}, {"causes", view_.causes(view_.moving_facts(model))}});
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
  const bool same = verdicts.size() == 1 && verdicts.front() == phrases_.placement(view_.shown(), view_.nodes());
  return texts_.say(same ? "certain.pending_same" : "certain.pending",
                    {{"verdicts", texts_.alternatives(verdicts)}, {"causes", view_.causes(facts)}});
}

/// The question whose answer can change most; where none can alone, one of those that can together.
std::string OutlookSentences::next_question() const {
  const auto fact = next_fact();
  if (!fact) return {};
  return texts_.say("next",
                    {{"fact", phrases_.rulebook().indicators[*fact].id}, {"question", phrases_.question(*fact)}});
}

std::optional<std::size_t> OutlookSentences::next_fact() const {
  const auto& pivots = view_.result().pivotal[index_of(view_.reg())];
  if (!pivots.empty()) return pivots.front().indicator;
  for (std::size_t m = 0; m < view_.nodes().models.size() && !view_.shown().gate; ++m) {
    if (view_.membership(m).certainty == Certainty::kDecided) continue;
    const std::vector<std::size_t> facts = view_.moving_facts(m);
    if (!facts.empty()) return facts.front();
  }
  return std::nullopt;
}

/// "In deeds it would read ..." or "In words ...", by the register that is shown.
std::string OutlookSentences::recoding_key() const { return "recoding." + std::string(name(view_.reg())); }

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
        texts_.say(recoding_key(), {{"placement", placement}, {"changes", texts_.alternatives(changes)}}));
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
  const std::vector<Triple> inputs = triples_of(*view_.period.period, view_.reg());
  const auto ways = ways_into({view_.program(), view_.nodes(), inputs}, model);
  if (ways.empty()) return {texts_.say("why_not.no_way", {{"count", std::to_string(kMaxRecoded)}})};
  std::vector<std::string> sentences;
  for (const Counterfactual& way : ways) {
    sentences.push_back(
        texts_.say(recoding_key(), {{"placement", phrases_.placement(way.placement, view_.nodes())},
                                    {"changes", texts_.say("recoding.if", {{"changes", changes_of(way)}})}}));
  }
  return sentences;
}

}  // namespace bloctype
