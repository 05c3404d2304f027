// The card of a finding: what it says, on what condition, and of which periods.
#include "render/card.hpp"
#include "render/expression_words.hpp"
#include "render/show_cards.hpp"
#include "render/show_words.hpp"

namespace bloctype {
namespace {

/// The periods in which a finding holds; those in which it does in one register alone say so.
std::vector<std::string> holding(const ShowView& view, const Finding& finding, std::vector<PlacedPeriod>& found) {
  std::vector<std::string> names;
  for (const PlacedPeriod& placed : view.periods()) {
    for (const FindingResult& result : placed.result->findings) {
      if (result.finding != &finding) continue;
      std::string name = view.name_of(placed);
      if (result.registers.size() == 1) {
        name += " (" + view.texts().say("register." + std::string(bloctype::name(result.registers.front()))) + ")";
      }
      names.push_back(name);
      found.push_back(placed);
    }
  }
  return names;
}

}  // namespace

Page finding_card(const ShowView& view, std::size_t index) {
  const Finding& finding = view.rulebook().findings[index];
  const Catalogue& texts = view.texts();
  const Phrases phrases = view.phrases();
  std::vector<PlacedPeriod> found;
  const std::vector<std::string> names = holding(view, finding, found);
  Card card;
  card.title(phrases.text(finding.label, finding.id), texts.say("show.kind.finding"));
  card.paragraph(joined({phrases.text(finding.message, ""), phrases.cite(finding.cite, finding.claim)}));
  card.paragraph(texts.say("show.finding.holds", {{"condition", in_words(finding.condition, phrases, texts)}}));
  if (!view.blocs().empty()) {
    card.paragraph(names.empty() ? texts.say("show.finding.nowhere")
                                 : texts.say("show.finding.blocs", {{"blocs", joined(names, "; ")}}));
  }
  std::vector<std::string> next;
  for (const std::size_t indicator : indicators_of(finding.condition)) {
    const std::string& id = view.rulebook().indicators[indicator].id;
    if (next.empty() && id != finding.id) next.push_back("show " + id);  // one of its name is shown with it
  }
  if (!found.empty()) next.push_back("classify " + argument_of(found.front()) + " -v");
  explain_ours(card, view);
  if (next.empty()) next.push_back("show " + texts.say("show.coding.command"));
  add_next(card, view, next);
  return std::move(card).take();
}

}  // namespace bloctype
