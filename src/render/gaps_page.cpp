// The reasons are those of `classify`: each description is placed once more, and explained as any other.
#include "render/gaps_page.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "render/facts_text.hpp"
#include "render/model_sentences.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kIndent = 2;

class PageWriter {
 public:
  PageWriter(const Classifier& classifier, const Catalogue& texts) : classifier_(classifier), texts_(texts) {}

  Page of_kind(const GapsOfKind& found, std::size_t most) const {
    const Axis& axis = classifier_.rulebook().axes[found.axis];
    const std::string_view label = axis.short_label.in(texts_.language());
    const std::string kind = "gaps." + std::string(name(found.kind));
    const std::string shown = escape_unsafe(label.empty() ? std::string_view(axis.id) : label);
    Page page;
    page.heading(found.gaps.empty() ? texts_.say(kind + ".none", {{"axis", shown}})
                                    : texts_.count(kind, found.gaps.size(), {{"axis", shown}}));
    Entries entries{{}, Items::Mark::kNumber};
    for (const RuleGap& gap : found.gaps) {
      if (entries.entries.size() < most) entries.entries.push_back({told(found.axis, gap), reasons(found, gap)});
    }
    page.entries(std::move(entries));
    if (found.gaps.size() > most) page.paragraph(texts_.count("gaps.more", found.gaps.size() - most), kIndent);
    page.paragraph(texts_.count(found.complete ? "gaps.complete" : "gaps.incomplete", found.ways,
                                {{"looked", std::to_string(found.looked)}}),
                   kIndent);
    return page;
  }

 private:
  std::vector<std::string> reasons(const GapsOfKind& found, const RuleGap& gap) const {
    const Description description = described(classifier_.rulebook(), gap.facts);
    const PeriodResult period = classifier_.place(description.periods.front());
    const AxisView view{classifier_, description, period, found.axis, texts_};
    const ModelSentences sentences(view);
    std::vector<std::string> lines;
    for (std::size_t m = 0; m < view.nodes().models.size(); ++m) {
      const bool is_in = std::find(gap.models.begin(), gap.models.end(), m) != gap.models.end();
      const std::string line =
          is_in ? texts_.say("gaps.is_in", {{"model", capitalised(view.short_label(m))},
                                            {"value", view.phrases().triple(view.membership(m).value)}})
                : sentences.not_placed(m);
      if (is_in || found.kind == Kind::kNone) lines.push_back(line);
    }
    return lines;
  }

  /// The facts, with those apart that do no more than pass the gates.
  std::string told(std::size_t axis, const RuleGap& gap) const {
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
};

}  // namespace

Page gaps_page(const Classifier& classifier, std::span<const GapsOfKind> gaps, std::size_t most,
               const Catalogue& texts) {
  Page page;
  page.paragraph(texts.say("gaps.intro"));
  const PageWriter writer(classifier, texts);
  for (const GapsOfKind& found : gaps) {
    page.gap();
    page.append(writer.of_kind(found, most));
  }
  return page;
}

}  // namespace bloctype
