// The card on how to read a placement: what its words mean. All of it is interface text, and the rulebook's thresholds.
#include "core/number.hpp"
#include "render/card.hpp"
#include "render/show_cards.hpp"
#include "render/show_words.hpp"

namespace bloctype {

Page reading_card(const ShowView& view) {
  const Catalogue& texts = view.texts();
  const Rulebook& rulebook = view.rulebook();
  const auto say = [&](std::string_view key) {
    return texts.say(key, {{"crossover", shortest(rulebook.crossover)},
                           {"floor", shortest(rulebook.evidence_floor)},
                           {"elements", shortest(rulebook.element_floor)}});
  };
  Card card;
  card.title(texts.say("show.reading.title"), texts.say("show.reading.kind"));
  card.list(texts.say("show.reading.numbers"),
            {say("show.reading.membership"), say("show.reading.caps"), say("show.reading.bounds")});
  card.list(texts.say("show.reading.kinds"),
            {say("show.reading.pure"), say("show.reading.hybrid"), say("show.reading.contested"),
             say("show.reading.none"), say("show.reading.at_least"), say("show.reading.undecided"),
             say("show.reading.verdict"), say("show.reading.elements")});
  card.list(texts.say("show.reading.certainty"), {say("show.reading.decided"), say("show.reading.leaning")});
  card.list(texts.say("show.reading.registers"), {say("show.reading.formally"), say("show.reading.declared")});
  card.list(texts.say("show.reading.deviations"), {say("show.reading.in_kind"), say("show.reading.in_degree")});
  std::vector<std::string> next;
  for (const Axis& axis : rulebook.axes) next.push_back("show " + axis.id);
  next.push_back("show " + texts.say("show.coding.command"));
  add_next(card, view, next);
  return std::move(card).take();
}

}  // namespace bloctype
