// The cards of a work and of one of its sections: which rules rest on it.
#include <algorithm>

#include "core/utf8.hpp"
#include "render/card.hpp"
#include "render/expression_words.hpp"
#include "render/show_cards.hpp"
#include "render/show_words.hpp"

namespace bloctype {
namespace {

bool stands_in(const std::vector<std::string>& cite, std::string_view id) {
  return std::find(cite.begin(), cite.end(), id) != cite.end();
}

/// What of the rulebook cites one id, a section or a work.
class Citing {
 public:
  Citing(const ShowView& view, std::string_view id) : view_(view), id_(id), rules_(all_rules(view.rulebook())) {}

  std::size_t rules() const {
    const auto cited = [&](const Rule& rule) { return rule.role != Rule::Role::kExpected && cites(rule, id_); };
    return static_cast<std::size_t>(std::count_if(rules_.begin(), rules_.end(), cited));
  }

  std::size_t questions() const {
    const auto& list = view_.rulebook().indicators;
    return static_cast<std::size_t>(
        std::count_if(list.begin(), list.end(), [&](const Indicator& i) { return stands_in(i.cite, id_); }));
  }

  /// An entry for each axis and model with its rules, and one for the findings.
  std::vector<std::string> entries() const {
    std::vector<std::string> lines;
    for (const Axis& axis : view_.rulebook().axes) {
      add(lines, view_.phrases().label(axis), [&](const Rule& rule) { return rule.axis == &axis; });
      for (const std::size_t m : axis.models) {
        const Model& model = view_.rulebook().models[m];
        add(lines, view_.phrases().short_label(model), [&](const Rule& rule) { return rule.model == &model; });
      }
    }
    add(lines, view_.texts().say("show.section.findings"), [](const Rule& rule) { return rule.finding != nullptr; });
    return lines;
  }

 private:
  template <typename Belongs>
  void add(std::vector<std::string>& lines, const std::string& owner, Belongs belongs) const {
    std::vector<std::string> names;
    for (const Rule& rule : rules_) {
      if (rule.role != Rule::Role::kExpected && belongs(rule) && cites(rule, id_)) add_once(names, name_of(rule));
    }
    if (!names.empty()) lines.push_back(joined({owner, joined(names, "; ")}, ": "));
  }

  std::string name_of(const Rule& rule) const {
    const Phrases phrases = view_.phrases();
    std::string name;
    if (rule.gate != nullptr) name = phrases.label_of_verdict(rule.gate->verdict);
    if (rule.item != nullptr) {
      name = view_.texts().say("show.section." + std::string(bloctype::name(rule.role)),
                               {{"feature", phrases.label(*rule.item)}});
    }
    if (rule.variant != nullptr) {
      name =
          view_.texts().say("show.section.variant", {{"variant", phrases.text(rule.variant->label, rule.variant->id)}});
    }
    if (rule.finding != nullptr) name = phrases.text(rule.finding->label, rule.finding->id);
    return rule.claim == Claim::kOurs ? joined({name, phrases.cite({}, rule.claim)}) : name;
  }

  const ShowView& view_;
  std::string_view id_;
  std::vector<Rule> rules_;
};

/// "21 rules and 17 questions", or that there are none.
std::string counted(const ShowView& view, const Citing& citing) {
  const Catalogue& texts = view.texts();
  if (citing.rules() + citing.questions() == 0) return texts.say("show.source.nothing");
  return texts.list(
      {texts.count("show.source.rules", citing.rules()), texts.count("show.source.questions", citing.questions())});
}

}  // namespace

Page source_card(const ShowView& view, const Reference& source) {
  const Catalogue& texts = view.texts();
  const Phrases phrases = view.phrases();
  Card card;
  card.title(escape_unsafe(source.title.empty() ? source.id : source.title), texts.say("show.kind.source"));
  const std::string year = source.year.empty() ? "" : "(" + source.year + ")";
  card.paragraph(escape_unsafe(joined({joined({source.author, source.container}, ", "), year})));
  card.paragraph(texts.say("show.source.named", {{"id", escape_unsafe(source.id)}}));
  std::vector<std::string> lines, next;
  for (const Section& section : source.sections) {
    const Citing citing(view, section.id);
    lines.push_back(texts.say("show.source.section", {{"id", escape_unsafe(section.id)},
                                                      {"section", phrases.text(section.label, section.id)},
                                                      {"cited", counted(view, citing)}}));
    if (next.empty() && citing.rules() > 0) next.push_back("show " + section.id);
  }
  card.list(texts.say("show.source.sections"), lines);
  if (lines.empty()) {
    const Citing citing(view, source.id);
    card.paragraph(texts.say("show.source.cited", {{"cited", counted(view, citing)}}));
    card.list(texts.say("show.section.rules"), citing.entries());
  }
  next.push_back("show " + texts.say("show.coding.command"));
  explain_ours(card, view);
  add_next(card, view, next);
  return std::move(card).take();
}

Page section_card(const ShowView& view, const Reference& source, const Section& section) {
  const Catalogue& texts = view.texts();
  const Phrases phrases = view.phrases();
  const Citing citing(view, section.id);
  Card card;
  card.title(escape_unsafe(section.id), texts.say("show.kind.section", {{"section", phrases.text(section.label, "")}}));
  card.paragraph(escape_unsafe(joined({source.author, source.title, source.year}, ", ")) + ".");
  card.paragraph(texts.say("show.source.cited", {{"cited", counted(view, citing)}}));
  std::vector<std::string> models, questions;
  for (const Model& model : view.rulebook().models) {
    if (stands_in(model.cite, section.id)) models.push_back(phrases.label(model));
  }
  for (const Indicator& indicator : view.rulebook().indicators) {
    if (stands_in(indicator.cite, section.id)) questions.push_back(phrases.text(indicator.label, indicator.id));
  }
  if (!models.empty()) card.paragraph(texts.say("show.section.models", {{"models", texts.list(models)}}));
  card.list(texts.say("show.section.rules"), citing.entries());
  if (!questions.empty()) card.list(texts.say("show.section.questions"), {joined(questions, "; ")});
  std::vector<std::string> next{"show " + source.id};
  for (const Model& model : view.rulebook().models) {
    if (next.size() == 1 && stands_in(model.cite, section.id)) next.push_back("show " + model.id);
  }
  explain_ours(card, view);
  add_next(card, view, next);
  return std::move(card).take();
}

}  // namespace bloctype
