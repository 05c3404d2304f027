// The reasons are those of `classify`: each description is placed once more, and explained as any other.
#include "render/gaps_text.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "engine/reasons.hpp"
#include "render/facts_text.hpp"
#include "render/json_identity.hpp"
#include "render/model_sentences.hpp"

namespace bloctype {
namespace {

/// A description with these facts and no others.
Description described(const Rulebook& rulebook, std::span<const CodedFact> facts) {
  Description description;
  description.periods.resize(1);
  std::vector<Fact>& all = description.periods.front().facts;
  all.resize(rulebook.indicators.size());
  for (const CodedFact& fact : facts) {
    Coding coding;
    coding.values = {known(fact.value), known(fact.value)};
    all[fact.indicator].codings.push_back(std::move(coding));
    resolve(all[fact.indicator]);
  }
  return description;
}

class GapsText {
 public:
  GapsText(const Classifier& classifier, const Catalogue& texts, const Style& style)
      : classifier_(classifier), texts_(texts), style_(style) {}

  std::string of_kind(const GapsOfKind& found, std::size_t most) const {
    const Axis& axis = classifier_.rulebook().axes[found.axis];
    const std::string_view label = axis.short_label.in(texts_.language());
    const std::string kind = "gaps." + std::string(name(found.kind));
    const std::string shown = escape_unsafe(label.empty() ? std::string_view(axis.id) : label);
    const std::string title = found.gaps.empty() ? texts_.say(kind + ".none", {{"axis", shown}})
                                                 : texts_.count(kind, found.gaps.size(), {{"axis", shown}});
    std::string out = painted(wrapped(title, style_.width, 0, 0), Tone::kStrong, style_.colour);
    for (std::size_t i = 0; i < std::min(most, found.gaps.size()); ++i) out += one(found, found.gaps[i], i + 1);
    if (found.gaps.size() > most) {
      out += "  " + wrapped(texts_.count("gaps.more", found.gaps.size() - most), style_.width, 2, 2);
    }
    const std::string looked = texts_.count(found.complete ? "gaps.complete" : "gaps.incomplete", found.ways,
                                            {{"looked", std::to_string(found.looked)}});
    return out + "  " + wrapped(looked, style_.width, 2, 2) + "\n";
  }

 private:
  std::string one(const GapsOfKind& found, const Gap& gap, std::size_t number) const {
    const std::string head = std::to_string(number) + ". ";
    const std::size_t indent = 2 + head.size();
    std::string out = "  " + head + wrapped(told(found.axis, gap), style_.width, indent, indent);
    const Description description = described(classifier_.rulebook(), gap.facts);
    const PeriodResult period = classifier_.place(description.periods.front());
    const AxisView view{classifier_, description, period, found.axis, texts_, style_};
    const ModelSentences sentences(view);
    for (std::size_t m = 0; m < view.nodes().models.size(); ++m) {
      const bool is_in = std::find(gap.models.begin(), gap.models.end(), m) != gap.models.end();
      const std::string line =
          is_in ? texts_.say("gaps.is_in", {{"model", capitalised(view.short_label(m))},
                                            {"value", view.phrases().triple(view.membership(m).value)}})
                : sentences.not_placed(m);
      if (is_in || found.kind == Kind::kNone)
        out += std::string(indent, ' ') + wrapped(line, style_.width, indent, indent);
    }
    return out;
  }

  /// The facts, with those apart that do no more than pass the gates.
  std::string told(std::size_t axis, const Gap& gap) const {
    const AxisNodes& nodes = classifier_.program(Register::kPractice).axes[axis];
    std::vector<CodedFact> facts, at_gates;
    for (const CodedFact& fact : gap.facts) {
      const auto place = std::lower_bound(nodes.indicators.begin(), nodes.indicators.end(), fact.indicator);
      const bool gate_only = nodes.gate_only[static_cast<std::size_t>(place - nodes.indicators.begin())];
      (gate_only ? at_gates : facts).push_back(fact);
    }
    const Rulebook& rulebook = classifier_.rulebook();
    const std::string text = facts_text(rulebook, facts);
    if (at_gates.empty() || facts.empty()) return escape_unsafe(facts.empty() ? facts_text(rulebook, at_gates) : text);
    return texts_.say("gaps.past_gates", {{"facts", text}, {"at_gates", facts_text(rulebook, at_gates)}});
  }

  const Classifier& classifier_;
  const Catalogue& texts_;
  const Style& style_;
};

void write_gap(JsonWriter& json, const Classifier& classifier, const GapsOfKind& found, const Gap& gap) {
  const Rulebook& rulebook = classifier.rulebook();
  const Description description = described(rulebook, gap.facts);
  const PeriodResult period = classifier.place(description.periods.front());
  const AxisNodes& axis = classifier.program(Register::kPractice).axes[found.axis];
  const Placement& placement = period.axes[found.axis].placements[index_of(Register::kPractice)];
  json.begin_object();
  json.key("facts");
  write_facts(json, rulebook, gap.facts);
  json.key("models");
  json.begin_array();
  for (const std::size_t m : gap.models) json.string(axis.models[m].model->id);
  json.end_array();
  json.key("out");
  json.begin_object();
  for (std::size_t m = 0; m < axis.models.size(); ++m) {
    if (placement.memberships[m].status != Status::kOut) continue;
    json.key(axis.models[m].model->id);
    json.string(name(out_reason(axis.models[m], placement.memberships[m], period.values[0], 0)));
  }
  json.end_object();
  json.end_object();
}

}  // namespace

std::string render_gaps_text(const Classifier& classifier, std::span<const GapsOfKind> gaps, std::size_t most,
                             const Catalogue& texts, const Style& style) {
  std::string out = wrapped(texts.say("gaps.intro"), style.width, 0, 0) + "\n";
  const GapsText text(classifier, texts, style);
  for (const GapsOfKind& found : gaps) out += text.of_kind(found, most);
  out.pop_back();
  return out;
}

std::string render_gaps_json(const Classifier& classifier, std::span<const GapsOfKind> gaps) {
  std::string out;
  JsonWriter json(out, JsonLayout::kIndented);
  json.begin_object();
  write_identity(json, classifier.rulebook());
  json.key("gaps");
  json.begin_array();
  for (const GapsOfKind& found : gaps) {
    json.begin_object();
    write_member(json, "axis", classifier.rulebook().axes[found.axis].id);
    write_member(json, "kind", name(found.kind));
    json.key("complete");
    json.boolean(found.complete);
    write_member(json, "ways", found.ways);
    write_member(json, "looked", found.looked);
    json.key("descriptions");
    json.begin_array();
    for (const Gap& gap : found.gaps) write_gap(json, classifier, found, gap);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out + "\n";
}

}  // namespace bloctype
