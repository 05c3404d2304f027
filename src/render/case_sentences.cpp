// By kind of failure: what was expected and what came out, then the sentences of `classify` on why.
#include "render/case_sentences.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "render/disagreement.hpp"
#include "render/model_sentences.hpp"
#include "render/outlook_sentences.hpp"

namespace bloctype {
namespace {

class FailureWriter {
 public:
  FailureWriter(const CaseReport& report, const CaseResult& result, const Catalogue& texts)
      : report_(report), result_(result), texts_(texts) {}

  std::vector<std::string> lines(const CaseFailure& failure) const {
    std::vector<std::string> lines = of_findings(failure);
    if (failure.expectation != nullptr) {
      PeriodResult period{result_.period.period, result_.period.values, result_.period.axes, {}};
      AxisResult& axis = period.axes[failure.expectation->axis];
      if (failure.reg) axis = in_register(axis, *failure.reg);
      const AxisView view{report_.classifier, result_.entry->description, period, failure.expectation->axis, texts_};
      lines = of_axis(failure, view);
    }
    std::erase(lines, std::string());
    return lines;
  }

 private:
  using Lines = std::vector<std::string>;

  Lines of_axis(const CaseFailure& failure, const AxisView& view) const {
    switch (failure.of) {
      case CaseFailure::Of::kHeadline:
      case CaseFailure::Of::kRegister:
        return of_placement(failure, view);
      case CaseFailure::Of::kCertainty:
        return of_certainty(failure, view);
      case CaseFailure::Of::kCap:
        return of_cap(failure, view);
      case CaseFailure::Of::kVariant:
        return of_model(failure, view, conditions_of(rulebook().models[*failure.model]), "case.variant");
      case CaseFailure::Of::kDeviations:
        return of_model(failure, view, features_called(rulebook().models[*failure.model], failure.differing),
                        "case.deviations");
      case CaseFailure::Of::kFindings:
        break;
    }
    return {};
  }

  Lines of_placement(const CaseFailure& failure, const AxisView& view) const {
    std::string where = view.phrases().label(*view.nodes().axis);
    if (failure.reg) {
      const std::string reg = texts_.say("register." + std::string(name(*failure.reg)));
      where = texts_.say("tree.register", {{"axis", where}, {"register", reg}});
    }
    Lines lines{texts_.say(
        "case.placement",
        {{"axis", where}, {"expected", escape_unsafe(failure.expected)}, {"placed", placed_with_certainty(view)}})};
    const auto& written =
        failure.reg ? failure.expectation->registers[index_of(*failure.reg)] : failure.expectation->headline;
    for (std::string& reason : disagreement_reasons(view, written->placement)) lines.push_back(std::move(reason));
    return lines;
  }

  Lines of_certainty(const CaseFailure& failure, const AxisView& view) const {
    const std::string why = OutlookSentences(view).openness();
    return {texts_.say("case.certainty", {{"axis", view.phrases().label(*view.nodes().axis)},
                                          {"expected", escape_unsafe(failure.expected)},
                                          {"placed", placed_with_certainty(view)}}),
            why.empty() ? texts_.say("case.decided") : why};
  }

  Lines of_cap(const CaseFailure& failure, const AxisView& view) const {
    const std::size_t model = local(view, *failure.model);
    return {texts_.say("case.cap", {{"model", view.short_label(model)},
                                    {"expected", texts_.say("case.cap_name." + failure.expected)},
                                    {"actual", texts_.say("case.cap_name." + failure.actual)}}),
            ModelSentences(view).cap(model, *view.cap(model, view.membership(model).binding))};
  }

  /// A variant or deviations: of a model that is placed with the facts that decided, of another with why it is not.
  Lines of_model(const CaseFailure& failure, const AxisView& view, const std::vector<const Expression*>& decided,
                 const std::string& key) const {
    const std::size_t model = local(view, *failure.model);
    const std::string label = view.short_label(model);
    const std::string expected = escape_unsafe(failure.expected);
    if (failure.actual.empty()) {
      return {texts_.say(key + "_not_placed", {{"model", label}, {"expected", expected}}),
              ModelSentences(view).not_placed(model)};
    }
    return {texts_.say(key, {{"model", label}, {"expected", expected}, {"actual", escape_unsafe(failure.actual)}}),
            facts_of(decided, view.phrases())};
  }

  Lines of_findings(const CaseFailure& failure) const {
    std::vector<const Expression*> decided;
    for (const Finding& finding : rulebook().findings) {
      if (contains(failure.differing, finding.id)) decided.push_back(&finding.condition);
    }
    const Phrases phrases(report_.classifier, result_.entry->description, result_.period, Register::kPractice, texts_);
    return {texts_.say("case.findings", {{"expected", failure.expected}, {"actual", failure.actual}}),
            facts_of(decided, phrases)};
  }

  const Rulebook& rulebook() const { return report_.classifier.rulebook(); }

  static bool contains(const Lines& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  }

  static std::vector<const Expression*> conditions_of(const Model& model) {
    std::vector<const Expression*> found;
    for (const Variant& variant : model.variants) found.push_back(&variant.condition);
    return found;
  }

  /// The features of a model that are written so.
  std::vector<const Expression*> features_called(const Model& model, const Lines& names) const {
    std::vector<const Expression*> found;
    const auto add = [&](const Expression& expression) {
      if (contains(names, written(expression, rulebook()))) found.push_back(&expression);
    };
    for (const auto* list : {&model.necessary, &model.typical, &model.contrary}) {
      for (const Item& item : *list) add(item.expression);
    }
    for (const Variant& variant : model.variants) {
      for (const Expectation& expected : variant.expects) add(expected.expression);
    }
    return found;
  }

  /// "The facts: a (full) and b (not coded)."; empty without expressions.
  std::string facts_of(const std::vector<const Expression*>& expressions, const Phrases& phrases) const {
    Lines facts;
    for (const Expression* expression : expressions) {
      for (const std::size_t indicator : indicators_of(*expression)) add_once(facts, phrases.named(indicator));
    }
    return facts.empty() ? std::string() : texts_.say("verdict.facts", {{"facts", texts_.list(facts)}});
  }

  static std::size_t local(const AxisView& view, std::size_t model) {
    const auto& models = view.nodes().axis->models;
    return static_cast<std::size_t>(std::find(models.begin(), models.end(), model) - models.begin());
  }

  const CaseReport& report_;
  const CaseResult& result_;
  const Catalogue& texts_;
};

/// What a rule lacks, as the name of an interface text.
std::string lack_of(const RuleUse& use) {
  if (use.kind == RuleKind::kItem) return "case.unused.item";
  const std::string base = "case.unused." + std::string(name(use.kind));
  return base + (!use.decides && !use.passes ? ".neither" : use.decides ? ".passes" : ".decides");
}

}  // namespace

std::vector<std::string> failure_sentences(const CaseReport& report, const CaseResult& result,
                                           const CaseFailure& failure, const Catalogue& texts) {
  return FailureWriter(report, result, texts).lines(failure);
}

std::string lack_sentence(const RuleUse& use, const Catalogue& texts) {
  return texts.say(lack_of(use), {{"owner", escape_unsafe(use.owner)},
                                  {"id", escape_unsafe(use.id)},
                                  {"list", use.list.empty() ? "" : texts.say("case.cap_name." + use.list)}});
}

}  // namespace bloctype
