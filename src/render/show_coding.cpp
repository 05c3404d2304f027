// The card on how to code: the words of the scale, what is unknown or in dispute, and the rulebook's rules of coding.
#include "core/number.hpp"
#include "core/utf8.hpp"
#include "render/card.hpp"
#include "render/show_cards.hpp"
#include "render/show_words.hpp"

namespace bloctype {

Page coding_card(const ShowView& view) {
  const Catalogue& texts = view.texts();
  const Phrases phrases = view.phrases();
  const Rulebook& rulebook = view.rulebook();
  std::vector<std::string> scale, rules;
  std::vector<std::string> words;
  for (const ScaleWord& word : rulebook.scale) {
    const std::string label = phrases.text(word.label, word.id);
    const std::string id = label == word.id ? label : label + " (" + escape_unsafe(word.id) + ")";
    scale.push_back(joined({joined({id, shortest(word.value)}, ", "), phrases.text(word.means, "")}, ": "));
    words.push_back(label);
  }
  scale.push_back(texts.say("show.coding.yes_no"));
  scale.push_back(texts.say("show.coding.unknown"));
  if (words.size() > 1) {
    const std::size_t upper = words.size() / 2;
    scale.push_back(texts.say("show.coding.disputed", {{"low", words[upper - 1]}, {"high", words[upper]}}));
  }
  for (const CodingRule& rule : rulebook.coding_rules) rules.push_back(phrases.text(rule.text, rule.id));
  Card card;
  card.title(texts.say("show.coding.title"), texts.say("show.coding.kind"));
  card.list(texts.say("show.coding.scale"), scale);
  card.list(texts.say("show.coding.registers"),
            {texts.say("show.register.declared"), texts.say("show.register.done"), texts.say("show.register.both")});
  card.list(texts.say("show.coding.rules"), rules);
  card.paragraph(phrases.text(rulebook.ours, ""));
  std::vector<std::string> next{"show --template yaml", "show --template csv"};
  for (const Rule& rule : all_rules(rulebook)) {
    if (next.size() > 2 || rule.role != Rule::Role::kNecessary) continue;
    next.push_back("show " + rulebook.indicators[indicators_of(*rule.expression).front()].id);
  }
  add_next(card, view, next);
  return std::move(card).take();
}

}  // namespace bloctype
