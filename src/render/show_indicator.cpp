// The card of an indicator: how it is coded, what it does in the rules, and how the blocs are coded.
#include "core/number.hpp"
#include "core/utf8.hpp"
#include "render/card.hpp"
#include "render/coded_words.hpp"
#include "render/expression_words.hpp"
#include "render/show_cards.hpp"
#include "render/show_words.hpp"

namespace bloctype {
namespace {

class IndicatorCard {
 public:
  IndicatorCard(const ShowView& view, std::size_t index)
      : view_(view),
        index_(index),
        indicator_(view.rulebook().indicators[index]),
        phrases_(view.phrases()),
        texts_(view.texts()) {}

  Page write() && {
    card_.title(phrases_.label(index_), texts_.say("show.kind.indicator", {{"id", escape_unsafe(indicator_.id)}}));
    card_.paragraph(joined({phrases_.text(indicator_.question, ""), phrases_.cite(indicator_.cite)}));
    card_.paragraph(texts_.say("show.register." + register_key(indicator_)));
    card_.paragraph(texts_.say(indicator_.yes_no ? "show.indicator.yes_no" : "show.indicator.scale",
                               {{"words", scale_words(view_.rulebook(), phrases_, texts_)}}));
    labelled(indicator_.yes_no ? "show.indicator.yes" : "show.indicator.full", indicator_.full);
    labelled(indicator_.yes_no ? "show.indicator.no" : "show.indicator.absent", indicator_.absent);
    labelled("show.indicator.confusions", indicator_.confusions);
    rules();
    card_.list(texts_.say("show.indicator.coded"), codings());
    explain_ours(card_, view_);
    next();
    return std::move(card_).take();
  }

 private:
  void labelled(std::string_view key, const Localized& text) {
    if (!text.texts.empty()) card_.paragraph(texts_.say(key, {{"text", phrases_.text(text, "")}}));
  }

  void rules() {
    std::vector<std::string> lines;
    for (const Rule& rule : all_rules(view_.rulebook())) {
      if (!mentions(rule, index_)) continue;
      const std::string reason = rule.item == nullptr ? std::string() : phrases_.text(rule.item->reason, "");
      add_once(lines, with_citation(view_, joined({in_rule(rule), reason}, ". "), rule));
    }
    if (lines.empty()) lines.push_back(texts_.say("show.indicator.no_rule"));
    card_.list(texts_.say("show.indicator.rules"), lines);
  }

  /// What it does in a rule; where the rule takes it with others or turns it round, the whole condition too.
  std::string in_rule(const Rule& rule) const {
    const std::string role = rule_words(view_, rule);
    if (std::holds_alternative<Feature>(rule.expression->form)) return role;
    return texts_.say("show.role.part", {{"role", role}, {"condition", in_words(*rule.expression, phrases_, texts_)}});
  }

  /// Periods that are coded alike stand together; those that are not coded come last.
  std::vector<std::string> codings() const {
    std::vector<std::string> lines;
    std::vector<PlacedPeriod> uncoded;
    const auto words = [&](const PlacedPeriod& placed) { return coded_words(view_, placed, index_); };
    for (const PeriodGroup& group : grouped(view_.periods(), words)) {
      if (group.words.empty()) {
        uncoded.insert(uncoded.end(), group.periods.begin(), group.periods.end());
      } else {
        lines.push_back(joined({view_.names_of(group.periods), group.words}, ": "));
      }
    }
    if (!uncoded.empty()) lines.push_back(joined({texts_.say("value.not_coded"), view_.names_of(uncoded)}, ": "));
    return lines;
  }

  void next() {
    std::vector<std::string> commands;
    for (const Rule& rule : all_rules(view_.rulebook())) {
      if (!commands.empty() || !mentions(rule, index_)) continue;
      if (rule.model != nullptr) commands.push_back("show " + rule.model->id);
      if (rule.axis != nullptr) commands.push_back("show " + rule.axis->id);
    }
    commands.push_back("show " + texts_.say("show.coding.command"));
    add_next(card_, view_, commands);
  }

  const ShowView& view_;
  std::size_t index_;
  const Indicator& indicator_;
  Phrases phrases_;
  const Catalogue& texts_;
  Card card_;
};

}  // namespace

Page indicator_card(const ShowView& view, std::size_t indicator) { return IndicatorCard(view, indicator).write(); }

}  // namespace bloctype
