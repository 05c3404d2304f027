// Paragraphs for a conversation: short, and the same for a screen reader.
#include "render/interview_text.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "model/rules.hpp"
#include "page/page_text.hpp"
#include "render/axis_page.hpp"
#include "render/classify_page.hpp"
#include "render/disagreement.hpp"
#include "render/phrases.hpp"

namespace bloctype {
namespace {

/// `period` with another answer to one question.
Period answered(const Period& period, std::size_t indicator, double degree) {
  Period changed = period;
  Coding coding;
  coding.values.fill(known(degree));
  changed.facts[indicator] = fact_of(coding);
  return changed;
}

}  // namespace

std::string InterviewText::paragraph(const std::string& text, std::size_t indent) const {
  return std::string(indent, ' ') + wrapped(text, style_.width, indent, indent);
}

/// The words a coder may answer with, lowest first, and `unknown`.
std::string InterviewText::words_of(std::size_t indicator) const {
  const Phrases phrases = this->phrases();
  std::string words;
  for (const double degree : rulebook().degrees_of(indicator)) words += phrases.degree(indicator, degree) + ", ";
  return words + texts_.say("interview.unknown");
}

std::string InterviewText::scale_words(const std::string& ids) const {
  std::string words = ids;
  for (const ScaleWord& word : rulebook().scale) {
    const std::string_view label = word.label.in(texts_.language());
    const auto at = words.find(word.id);
    if (at != std::string::npos && !label.empty()) words.replace(at, word.id.size(), label);
  }
  return words;
}

std::string InterviewText::question(std::size_t indicator) const {
  const Phrases phrases = this->phrases();
  const Indicator& entry = rulebook().indicators[indicator];
  std::string out = paragraph(phrases.text(entry.question, entry.id), 2);
  if (!entry.full.texts.empty()) {
    out += paragraph(
        texts_.say(entry.yes_no ? "interview.yes" : "interview.full", {{"means", phrases.text(entry.full, "")}}), 2);
  }
  if (!entry.absent.texts.empty()) {
    out += paragraph(
        texts_.say(entry.yes_no ? "interview.no" : "interview.absent", {{"means", phrases.text(entry.absent, "")}}), 2);
  }
  if (entry.subject == Subject::kBoth) {
    const std::vector<double> degrees = rulebook().degrees_of(indicator);
    const std::string low = phrases.degree(indicator, degrees[degrees.size() > 2 ? 1 : 0]);
    out += paragraph(texts_.say("interview.apart", {{"low", low}, {"high", phrases.degree(indicator, degrees.back())}}),
                     2);
  }
  return out + paragraph(texts_.say("interview.answers", {{"words", words_of(indicator)}}), 2);
}

std::string InterviewText::help(std::size_t indicator) const {
  const Phrases phrases = this->phrases();
  const Indicator& entry = rulebook().indicators[indicator];
  std::string out;
  if (!entry.confusions.texts.empty()) out += paragraph(phrases.text(entry.confusions, ""), 2);
  if (!entry.yes_no) {
    for (const ScaleWord& word : rulebook().scale) {
      if (word.means.texts.empty()) continue;
      out += "  " + wrapped(texts_.say("interview.word", {{"word", phrases.text(word.label, word.id)},
                                                          {"means", phrases.text(word.means, "")}}),
                            style_.width, 2, 4);
    }
  }
  const std::vector<double> degrees = rulebook().degrees_of(indicator);
  const std::string low = phrases.degree(indicator, degrees[degrees.size() > 2 ? 1 : 0]);
  const std::string high = phrases.degree(indicator, degrees.back());
  for (const char* key : {"interview.help.value", "interview.help.disputed", "interview.help.note",
                          "interview.help.other", "interview.help.why", "interview.help.how", "interview.help.what_if",
                          "interview.help.back", "interview.help.rules", "interview.help.save"}) {
    out += "  " + wrapped(texts_.say(key, {{"indicator", entry.id}, {"low", low}, {"high", high}}), style_.width, 2, 4);
  }
  return out;
}

std::string InterviewText::coding_rules() const {
  const Phrases phrases = this->phrases();
  std::string out;
  for (const CodingRule& rule : rulebook().coding_rules) {
    out += "  - " + wrapped(phrases.text(rule.text, rule.id), style_.width, 4, 4);
  }
  return out;
}

/// A line for each rule that mentions the indicator and places: what it is to which model, or what verdict hangs on it.
std::string InterviewText::roles(std::size_t indicator) const {
  const Phrases phrases = this->phrases();
  std::string out;
  for (const Rule& rule : all_rules(rulebook())) {
    if (!mentions(rule, indicator) || (rule.gate == nullptr && rule.item == nullptr)) continue;
    const std::string what =
        rule.item != nullptr
            ? phrases.label(*rule.model)
            : texts_.say("overview.axis", {{"axis", phrases.label(*rule.axis)},
                                           {"placement", phrases.label_of_verdict(rule.gate->verdict)}});
    const std::string text = texts_.say("interview.role." + std::string(name(rule.role)), {{"what", what}});
    out += "  - " + wrapped(text + " " + phrases.cite(*rule.cite, rule.claim), style_.width, 4, 4);
  }
  return out;
}

/// What an answer would settle: axes that it decides, models that it puts in or out for good.
std::string InterviewText::settles(const PeriodResult& now, const Period& changed) const {
  const PeriodResult then = classifier_.place(changed);
  const Phrases phrases = this->phrases();
  std::vector<std::string> parts;
  for (std::size_t a = 0; a < then.axes.size(); ++a) {
    const AxisNodes& axis = classifier_.program(Register::kPractice).axes[a];
    const Placement& before = now.axes[a].placements[0];
    const Placement& after = then.axes[a].placements[0];
    if (before.certainty == Certainty::kDecided) continue;
    const bool is_other = reading_of(axis, after) != reading_of(axis, before);
    if (after.kind != Kind::kUndecided && (is_other || after.certainty == Certainty::kDecided)) {
      const std::string placement = phrases.with_certainty(phrases.placement(after, axis), after.certainty);
      parts.push_back(texts_.say("overview.axis", {{"axis", phrases.label(*axis.axis)}, {"placement", placement}}));
      continue;
    }
    for (std::size_t m = 0; m < after.memberships.size(); ++m) {
      if (before.memberships[m].certainty == Certainty::kDecided) continue;
      if (after.memberships[m].certainty != Certainty::kDecided) continue;
      const bool is_in = after.memberships[m].status == Status::kIn;
      parts.push_back(texts_.say(is_in ? "interview.settles.in" : "interview.settles.out",
                                 {{"model", phrases.short_label(*axis.models[m].model)}}));
    }
  }
  return parts.empty() ? texts_.say("interview.settles.nothing") : joined(parts, "; ");
}

std::string InterviewText::why(std::size_t indicator) const {
  const PeriodResult now = classifier_.place(period());
  const Phrases phrases = this->phrases();
  std::string out = paragraph(texts_.say("interview.why.rules", {{"indicator", phrases.label(indicator)}}), 2);
  out += roles(indicator) + paragraph(texts_.say("interview.why.known"), 2);
  for (std::size_t a = 0; a < now.axes.size(); ++a) {
    const AxisNodes& axis = classifier_.program(Register::kPractice).axes[a];
    std::vector<std::string> values;
    for (std::size_t m = 0; m < axis.models.size(); ++m) {
      const Triple& value = now.axes[a].placements[0].memberships[m].value;
      values.push_back(texts_.say("membership.value", {{"model", phrases.short_label(*axis.models[m].model)},
                                                       {"value", spans_everything(value) ? texts_.say("value.no_point")
                                                                                         : phrases.triple(value)}}));
    }
    out += "  - " + wrapped(texts_.say("overview.axis", {{"axis", phrases.label(*axis.axis)},
                                                         {"placement", joined(values, separator(style_))}}),
                            style_.width, 4, 4);
  }
  out += paragraph(texts_.say("interview.why.settles"), 2);
  for (const double degree : rulebook().degrees_of(indicator)) {
    out += "  - " +
           wrapped(texts_.say("overview.axis", {{"axis", phrases.degree(indicator, degree)},
                                                {"placement", settles(now, answered(period(), indicator, degree))}}),
                   style_.width, 4, 4);
  }
  return out;
}

std::string InterviewText::how() const {
  const BlocResult result = classifier_.classify(description_);
  std::string out;
  for (std::size_t axis = 0; axis < rulebook().axes.size(); ++axis) {
    out += page_text(axis_page({classifier_, description_, result.periods.front(), axis, texts_}), style_);
  }
  return out;
}

std::string InterviewText::headline(const PeriodResult& result, std::size_t axis) const {
  return placed_with_certainty({classifier_, description_, result, axis, texts_});
}

std::string InterviewText::what_if(const Period& changed) const {
  const PeriodResult now = classifier_.place(period());
  const PeriodResult then = classifier_.place(changed);
  std::string out;
  for (std::size_t axis = 0; axis < now.axes.size(); ++axis) {
    const Phrases phrases = this->phrases();
    const std::string before = headline(now, axis);
    const std::string after = headline(then, axis);
    out += paragraph(texts_.say(before == after ? "interview.what_if.same" : "interview.what_if.changed",
                                {{"axis", phrases.label(rulebook().axes[axis])}, {"before", before}, {"after", after}}),
                     2);
  }
  return out;
}

std::string InterviewText::noted(std::size_t indicator, Named named) const {
  const auto degree = [&](Register r) {
    const bool is_coded = period().facts[indicator].coded[index_of(r)];
    const Phrases phrases = this->phrases(r);
    return is_coded ? phrases.degree(indicator) : texts_.say("interview.unknown");
  };
  const std::string words = degree(Register::kDiscourse);
  const std::string deeds = degree(Register::kPractice);
  const std::string value =
      words == deeds ? words : texts_.say("interview.value_apart", {{"discourse", words}, {"practice", deeds}});
  const Phrases phrases = this->phrases();
  return paragraph(texts_.say(named == Named::kYes ? "interview.noted_of" : "interview.noted",
                              {{"feature", phrases.label(indicator)}, {"value", value}}),
                   2);
}

std::string InterviewText::newly_decided(const Period& before) const {
  const PeriodResult was = classifier_.place(before);
  const PeriodResult now = classifier_.place(period());
  std::string out;
  for (std::size_t axis = 0; axis < now.axes.size(); ++axis) {
    if (now.axes[axis].headline.certainty != Certainty::kDecided) continue;
    if (was.axes[axis].headline.certainty == Certainty::kDecided) continue;
    const Phrases phrases = this->phrases();
    const AxisView view{classifier_, description_, now, axis, texts_};
    out += paragraph(texts_.say("interview.decided", {{"axis", phrases.label(rulebook().axes[axis])},
                                                      {"placement", phrases.placement(view.shown(), view.nodes())}}),
                     2);
  }
  return out;
}

std::string InterviewText::headlines() const {
  const PeriodResult now = classifier_.place(period());
  std::string out;
  for (std::size_t axis = 0; axis < now.axes.size(); ++axis) {
    const Phrases phrases = this->phrases();
    out += paragraph(texts_.say("overview.axis",
                                {{"axis", phrases.label(rulebook().axes[axis])}, {"placement", headline(now, axis)}}),
                     2);
  }
  return out;
}

std::string InterviewText::placement() const {
  const BlocResult result = classifier_.classify(description_);
  return page_text(classify_page(classifier_, {&result, 1}, texts_, style_, {}), style_);
}

}  // namespace bloctype
