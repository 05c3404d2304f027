// Questions about the rules themselves: what is necessary, who stands for a model, what an indicator is about.
#include <algorithm>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "engine/evaluate.hpp"
#include "quiz/makers.hpp"
#include "render/axis_view.hpp"

namespace bloctype {
namespace {

/// Phrases about no case in particular.
class RuleView {
 public:
  explicit RuleView(const QuizContext& context) : context_(context) {}
  RuleView(const RuleView&) = delete;
  RuleView& operator=(const RuleView&) = delete;

  const Rulebook& rulebook() const { return context_.material.classifier.rulebook(); }
  Phrases phrases() const {
    return {context_.material.classifier, description_, result_, Register::kPractice, context_.texts};
  }

 private:
  const QuizContext& context_;
  Description description_;
  PeriodResult result_ = unplaced();
};

const ModelNodes& nodes_of(const Program& program, const Model& model) {
  const auto& models = program.axes[model.axis].models;
  return *std::find_if(models.begin(), models.end(), [&](const ModelNodes& m) { return m.model == &model; });
}

/// Whether the model is out of reach by deeds, whatever else is coded, once `item` is as far from holding as can be;
/// the test of what is necessary. False where no value of its indicators makes it fail.
bool is_out_without(const Program& program, const Model& model, const Item& item) {
  const ModelNodes& nodes = nodes_of(program, model);
  for (const double value : {0.0, 1.0}) {
    std::vector<Triple> inputs(program.inputs, kUnknown);
    for (const std::size_t indicator : indicators_of(item.expression)) inputs[indicator] = known(value);
    const Block block = evaluate_case(program, inputs);
    for (const CapNode& cap : nodes.caps) {
      for (const ItemNode& entry : cap.items) {
        const bool fails = entry.item == &item && less9(block.high(entry.node)[0], 0.5);
        if (fails) return less9(block.high(nodes.membership)[0], program.rulebook->crossover);
      }
    }
  }
  return false;
}

/// A feature that a model does without, and why.
struct Spare {
  const Item* item;
  const char* why;  ///< an interface text
};

std::vector<Spare> spare_features(const Program& program, const Model& model) {
  std::vector<Spare> spare;
  const std::pair<const std::vector<Item>*, const char*> lists[] = {{&model.typical, "quiz.spare.typical"},
                                                                    {&model.contrary, "quiz.spare.contrary"}};
  for (const auto& [items, why] : lists) {
    for (const Item& item : *items) {
      const bool is_necessary_too = std::any_of(model.necessary.begin(), model.necessary.end(), [&](const Item& other) {
        return same(other.expression, item.expression);
      });
      if (!is_necessary_too && !is_out_without(program, model, item)) spare.push_back({&item, why});
    }
  }
  return spare;
}

std::optional<QuizQuestion> ask_for_necessary(const QuizContext& context, const Model& model, const Item& item,
                                              SplitMix64& random) {
  const RuleView view(context);
  const Phrases phrases = view.phrases();
  const Catalogue& texts = context.texts;
  QuizQuestion question;
  question.stem = texts.say("quiz.stem.necessary", {{"model", phrases.label(model)}});
  question.hint = texts.say("quiz.hint.necessary", {{"idea", phrases.text(model.idea, model.id)}});
  question.explanation = joined({texts.say("quiz.necessary", {{"feature", phrases.label(item)}}),
                                 phrases.text(item.reason, ""), phrases.cite(item.cite, item.claim)});
  question.read_again = model.id;
  std::vector<Spare> spare = spare_features(context.material.classifier.program(Register::kPractice), model);
  random.shuffle(spare);
  std::vector<QuizChoice> wrong;
  for (const Spare& entry : spare) wrong.push_back({phrases.label(*entry.item), texts.say(entry.why)});
  return finished(std::move(question), {phrases.label(item), {}}, std::move(wrong), random);
}

std::optional<QuizQuestion> ask_for_model(const QuizContext& context, const Model& model, const std::string& theorist,
                                          SplitMix64& random) {
  const RuleView view(context);
  const Phrases phrases = view.phrases();
  const Catalogue& texts = context.texts;
  QuizQuestion question;
  question.stem = texts.say("quiz.stem.theorist", {{"theorist", theorist}});
  question.hint = texts.say("quiz.hint.theorist", {{"axis", phrases.label(view.rulebook().axes[model.axis])}});
  question.explanation = joined({texts.say("quiz.theorists", {{"model", capitalised(phrases.label(model))},
                                                              {"theorists", texts.list(model.theorists)}}),
                                 phrases.text(model.idea, ""), phrases.cite(model.cite)});
  question.read_again = model.id;
  std::vector<QuizChoice> wrong;
  for (const Model& other : view.rulebook().models) {
    const auto& names = other.theorists;
    if (std::find(names.begin(), names.end(), theorist) != names.end()) continue;
    const std::string why = names.empty() ? std::string()
                                          : texts.say("quiz.theorists", {{"model", capitalised(phrases.label(other))},
                                                                         {"theorists", texts.list(names)}});
    wrong.push_back({phrases.label(other), why});
  }
  random.shuffle(wrong);
  return finished(std::move(question), {phrases.label(model), {}}, std::move(wrong), random);
}

/// The texts of what indicators are about, in the order of Subject.
constexpr std::array<const char*, 3> kSubjects = {"quiz.subject.declared", "quiz.subject.done", "quiz.subject.both"};

std::optional<QuizQuestion> ask_for_subject(const QuizContext& context, std::size_t indicator, SplitMix64& random) {
  const RuleView view(context);
  const Phrases phrases = view.phrases();
  const Catalogue& texts = context.texts;
  const Indicator& entry = view.rulebook().indicators[indicator];
  const auto subject = static_cast<std::size_t>(entry.subject);
  QuizQuestion question;
  question.stem = texts.say("quiz.stem.subject", {{"question", phrases.question(indicator)}});
  question.hint = texts.say("quiz.hint.subject");
  question.explanation =
      joined({texts.say(std::string(kSubjects[subject]) + "_why"), phrases.text(entry.confusions, "")});
  question.read_again = entry.id;
  std::vector<QuizChoice> wrong;
  for (std::size_t i = 0; i < kSubjects.size(); ++i) {
    if (i != subject) wrong.push_back({texts.say(kSubjects[i]), {}});
  }
  return finished(std::move(question), {texts.say(kSubjects[subject]), {}}, std::move(wrong), random);
}

}  // namespace

std::vector<QuizMaker> necessary_makers(const QuizContext& context) {
  std::vector<QuizMaker> makers;
  const Program& program = context.material.classifier.program(Register::kPractice);
  for (const Model& model : program.rulebook->models) {
    for (const Item& item : model.necessary) {
      if (!is_out_without(program, model, item)) continue;
      makers.emplace_back(
          [&context, &model, &item](SplitMix64& random) { return ask_for_necessary(context, model, item, random); });
    }
  }
  return makers;
}

std::vector<QuizMaker> theorist_makers(const QuizContext& context) {
  std::vector<QuizMaker> makers;
  for (const Model& model : context.material.classifier.rulebook().models) {
    for (const std::string& theorist : model.theorists) {
      makers.emplace_back([&context, &model, &theorist](SplitMix64& random) {
        return ask_for_model(context, model, theorist, random);
      });
    }
  }
  return makers;
}

std::vector<QuizMaker> subject_makers(const QuizContext& context) {
  std::vector<QuizMaker> makers;
  for (std::size_t i = 0; i < context.material.classifier.rulebook().indicators.size(); ++i) {
    makers.emplace_back([&context, i](SplitMix64& random) { return ask_for_subject(context, i, random); });
  }
  return makers;
}

}  // namespace bloctype
