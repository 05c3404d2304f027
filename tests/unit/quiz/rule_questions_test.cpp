// Questions about the rules themselves, decided anew from the rulebook's own lists: what is necessary by looking for a
// case that does without, theorists and registers by what stands there.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/split_mix.hpp"
#include "embed/shipped.hpp"
#include "quiz/quiz.hpp"
#include "render/phrases.hpp"
#include "tests/properties/naive.hpp"

namespace bloctype {
namespace {

using naive::Inputs;

/// The shipped rulebook without a bloc or a case.
class QuizRules : public testing::Test {
 protected:
  static Description blank(const Rulebook& rulebook) {
    Description description;
    description.periods.emplace_back().facts.resize(rulebook.indicators.size());
    return description;
  }

  std::vector<QuizQuestion> questions_of(Topic topic) const {
    return make_quiz(material_, texts_, {.count = 1000, .seed = 5, .topics = {topic}});
  }
  Phrases phrases() const { return {classifier_, nothing_, result_, Register::kPractice, texts_}; }

  /// The model of which `stem`, an interface text, gives the question.
  const Model* asked(const QuizQuestion& question, std::string_view stem) const {
    for (const Model& model : rulebook_->models) {
      if (question.stem == texts_.say(stem, {{"model", phrases().label(model)}})) return &model;
    }
    return nullptr;
  }
  const Model* model_called(const std::string& label) const {
    for (const Model& model : rulebook_->models) {
      if (phrases().label(model) == label) return &model;
    }
    return nullptr;
  }

  std::shared_ptr<const Rulebook> rulebook_ = std::make_shared<const Rulebook>(shipped_rulebook().value.value());
  Classifier classifier_{rulebook_};
  QuizMaterial material_ = gather(classifier_, {}, {});
  Catalogue texts_ = interface_texts("en");
  Description nothing_ = blank(*rulebook_);
  PeriodResult result_ = classifier_.place(nothing_.periods.front());
};

/// Sets the indicators of `item` to what makes it hold entirely, or not at all.
void set(Inputs& inputs, const Item& item, double wanted) {
  for (const double value : {0.0, 1.0}) {
    for (const std::size_t i : indicators_of(item.expression)) inputs[i] = known(value);
    if (naive::equal(*naive::value(item.expression, inputs).point, wanted)) return;
  }
  ADD_FAILURE() << "no value of its indicators alone makes an item " << wanted;
}

bool reaches(const Rulebook& rulebook, const Model& model, const Inputs& inputs) {
  const naive::View view{rulebook, model.axis, Register::kPractice};
  return naive::less(rulebook.crossover, naive::membership(view, model, inputs).value.low);
}

/// Nothing against the model and everything for it, but for `missing`.
Inputs best_without(const Rulebook& rulebook, const Model& model, const Item& missing) {
  Inputs inputs(rulebook.indicators.size(), known(0));
  for (const Item& item : model.contrary) set(inputs, item, 0);
  for (const Item& item : model.typical) set(inputs, item, 1);
  for (const Item& item : model.necessary) set(inputs, item, 1);
  set(inputs, missing, 0);
  return inputs;
}

std::vector<const Item*> items_of(const Model& model) {
  std::vector<const Item*> items;
  for (const auto* list : {&model.necessary, &model.typical, &model.contrary}) {
    for (const Item& item : *list) items.push_back(&item);
  }
  return items;
}

TEST_F(QuizRules, WhatIsNecessaryCannotBeDoneWithoutAndTheOtherChoicesCan) {
  SplitMix64 random(11);
  const std::vector<QuizQuestion> questions = questions_of(Topic::kNecessary);
  EXPECT_GE(questions.size(), rulebook_->models.size());
  for (const QuizQuestion& question : questions) {
    SCOPED_TRACE(question.stem);
    const Model* model = asked(question, "quiz.stem.necessary");
    ASSERT_NE(model, nullptr);
    for (const QuizChoice& choice : question.choices) {
      const std::vector<const Item*> items = items_of(*model);
      const auto item = std::find_if(items.begin(), items.end(),
                                     [&](const Item* entry) { return phrases().label(*entry) == choice.text; });
      ASSERT_NE(item, items.end()) << choice.text;
      EXPECT_EQ(reaches(*rulebook_, *model, best_without(*rulebook_, *model, **item)), !choice.is_right) << choice.text;
      for (std::size_t completion = 0; choice.is_right && completion < 500; ++completion) {
        Inputs inputs;
        for (std::size_t i = 0; i < rulebook_->indicators.size(); ++i) {
          const std::vector<double> degrees = rulebook_->degrees_of(i);
          inputs.push_back(known(degrees[random.below(degrees.size())]));
        }
        set(inputs, **item, 0);
        EXPECT_FALSE(reaches(*rulebook_, *model, inputs)) << choice.text;
      }
    }
  }
}

TEST_F(QuizRules, TheoristsBelongToTheRightModelAndToNoOtherChoice) {
  std::size_t named = 0;
  for (const Model& model : rulebook_->models) named += model.theorists.size();
  const std::vector<QuizQuestion> questions = questions_of(Topic::kTheorist);
  EXPECT_EQ(questions.size(), named);
  for (const QuizQuestion& question : questions) {
    SCOPED_TRACE(question.stem);
    for (const QuizChoice& choice : question.choices) {
      const Model* model = model_called(choice.text);
      ASSERT_NE(model, nullptr) << choice.text;
      const bool is_named = std::any_of(model->theorists.begin(), model->theorists.end(), [&](const auto& theorist) {
        return question.stem == texts_.say("quiz.stem.theorist", {{"theorist", theorist}});
      });
      EXPECT_EQ(is_named, choice.is_right) << choice.text;
    }
  }
}

TEST_F(QuizRules, IndicatorsAreAboutWhatTheRulebookSays) {
  const std::vector<QuizQuestion> questions = questions_of(Topic::kRegister);
  EXPECT_EQ(questions.size(), rulebook_->indicators.size());
  const std::vector<std::string> subjects = {texts_.say("quiz.subject.declared"), texts_.say("quiz.subject.done"),
                                             texts_.say("quiz.subject.both")};
  for (const QuizQuestion& question : questions) {
    const auto indicator = rulebook_->indicator(question.read_again);
    ASSERT_TRUE(indicator.has_value()) << question.stem;
    EXPECT_EQ(question.stem, texts_.say("quiz.stem.subject", {{"question", phrases().question(*indicator)}}));
    EXPECT_EQ(question.choices[question.right()].text,
              subjects[static_cast<std::size_t>(rulebook_->indicators[*indicator].subject)])
        << question.stem;
  }
}

TEST_F(QuizRules, ExplanationGivesTheRulesOwnReason) {
  for (const QuizQuestion& question : questions_of(Topic::kNecessary)) {
    const Model* model = asked(question, "quiz.stem.necessary");
    ASSERT_NE(model, nullptr) << question.stem;
    const bool has_reason = std::any_of(model->necessary.begin(), model->necessary.end(), [&](const Item& item) {
      return question.explanation.find(phrases().text(item.reason, "?")) != std::string::npos;
    });
    EXPECT_TRUE(has_reason) << question.explanation;
  }
}

}  // namespace
}  // namespace bloctype
