// Questions about cases: where they are placed, what holds a membership, what would move it, what words add to deeds.
#include <algorithm>
#include <memory>

#include "core/number.hpp"
#include "quiz/case_view.hpp"
#include "quiz/makers.hpp"

namespace bloctype {
namespace {

/// Calls `make` with each axis of each subject that deeds place.
template <typename Make>
void for_each_case(const QuizContext& context, const std::vector<std::unique_ptr<QuizSubject>>& subjects, Make make) {
  for (const auto& subject : subjects) {
    for (std::size_t axis = 0; axis < subject->result.axes.size(); ++axis) {
      if (CaseView(context, *subject, axis).is_placed_by_deeds()) make(*subject, axis);
    }
  }
}

std::vector<QuizChoice> choices_of(const CaseView& view, const std::vector<NearMiss>& misses) {
  std::vector<QuizChoice> choices;
  for (const NearMiss& miss : misses) choices.push_back({view.text(miss.placement), miss.why});
  return choices;
}

/// Where is this case placed? Behind `stem` stands what is known of it.
std::optional<QuizQuestion> ask_for_place(const CaseView& view, const std::string& stem,
                                          const std::vector<std::size_t>& kept, SplitMix64& random) {
  QuizQuestion question;
  question.stem = stem + " " + view.texts().say("quiz.known");
  question.facts = view.facts(kept);
  question.hint = view.hint();
  question.explanation = view.explanation();
  question.read_again = view.read_again();
  return finished(std::move(question), {view.text(view.placement()), {}}, choices_of(view, view.near_misses(random)),
                  random);
}

// --- which cap binds

/// A cap that has a value, and what sets it.
struct CapValue {
  const CapNode* cap;
  double value;
};

/// The caps of a model by value, least first; empty where it is not plain which one binds.
std::vector<CapValue> caps_of(const CaseView& view, std::size_t model) {
  std::vector<CapValue> caps;
  for (const CapNode& cap : view.axis().model(model).caps) {
    const Triple value = view.axis().block().at(cap.node, 0);
    if (value.point) caps.push_back({&cap, *value.point});
  }
  std::stable_sort(caps.begin(), caps.end(),
                   [](const CapValue& a, const CapValue& b) { return less9(a.value, b.value); });
  const Phrases phrases = view.axis().phrases();  // values that print alike would look the same to a student
  const bool is_plain = caps.size() > 1 && phrases.number(caps[0].value) != phrases.number(caps[1].value) &&
                        caps[0].cap->cap == view.placement().memberships[model].binding &&
                        view.placement().memberships[model].value.point;
  return is_plain ? caps : std::vector<CapValue>();
}

/// A cap by the feature that sets it: the item that the indicator behind its value belongs to.
std::string cap_text(const CaseView& view, const Catalogue& texts, const CapNode& cap) {
  const std::size_t indicator = view.axis().leading(cap.node);
  std::string feature = view.axis().phrases().label(indicator);
  for (const ItemNode& item : cap.items) {
    const bool is_bare = std::holds_alternative<Feature>(item.item->expression.form);
    if (!is_bare && view.axis().leading(item.node) == indicator) feature = view.axis().phrases().label(*item.item);
  }
  return texts.say("quiz.cap." + std::string(name(cap.cap)), {{"feature", feature}});
}

/// The items of a model with their degrees and weights.
std::vector<std::string> item_lines(const CaseView& view, const Catalogue& texts, std::size_t model) {
  const Phrases phrases = view.axis().phrases();
  std::vector<std::string> lines;
  for (const CapNode& cap : view.axis().model(model).caps) {
    for (const ItemNode& item : cap.items) {
      const Triple value = view.axis().block().at(item.node, 0);
      const bool is_bare = !value.point && spans_everything(value);
      lines.push_back(texts.say("quiz.item." + std::string(name(cap.cap)),
                                {{"feature", phrases.label(*item.item)},
                                 {"degree", is_bare ? texts.say("value.not_coded") : phrases.degree(value, false)},
                                 {"weight", shortest(item.item->weight)}}));
    }
  }
  return lines;
}

std::optional<QuizQuestion> ask_for_cap(const CaseView& view, const Catalogue& texts, std::size_t model,
                                        SplitMix64& random) {
  const std::vector<CapValue> caps = caps_of(view, model);
  const Phrases phrases = view.axis().phrases();
  QuizQuestion question;
  question.stem = texts.say("quiz.stem.cap", {{"case", view.title()},
                                              {"model", phrases.label(*view.axis().model(model).model)},
                                              {"value", phrases.number(caps.front().value)}});
  question.facts = item_lines(view, texts, model);
  question.hint = texts.say("quiz.hint.cap");
  question.explanation =
      joined({view.placement().memberships[model].status == Status::kIn ? view.models().placed(model)
                                                                        : view.models().not_placed(model),
              view.models().cap(model, *caps.front().cap)});
  question.read_again = view.axis().model(model).model->id;
  std::vector<QuizChoice> wrong;
  for (std::size_t i = 1; i < caps.size(); ++i) {
    wrong.push_back({cap_text(view, texts, *caps[i].cap), view.models().cap(model, *caps[i].cap)});
  }
  // Other necessary features, which by their degree hold nothing as low.
  for (const CapNode& cap : view.axis().model(model).caps) {
    for (const ItemNode& item : cap.items) {
      const auto point = view.axis().block().at(item.node, 0).point;
      if (cap.cap != Cap::kNecessary || !point || !less9(caps.front().value, *point)) continue;
      if (phrases.number(*point) == phrases.number(caps.front().value)) continue;
      const std::string text = texts.say("quiz.cap.necessary", {{"feature", phrases.label(*item.item)}});
      const bool is_there =
          std::any_of(wrong.begin(), wrong.end(), [&](const QuizChoice& c) { return c.text == text; });
      if (!is_there) wrong.push_back({text, {}});
    }
  }
  return finished(std::move(question), {cap_text(view, texts, *caps.front().cap), {}}, std::move(wrong), random);
}

// --- what would flip it

/// Recodings of one known fact that leave the reading as it is: each fact's furthest.
std::vector<Recoding> idle_recodings(const CaseView& view) {
  const AxisNodes& axis = view.axis().nodes();
  const Program& program = view.axis().program();
  std::vector<Triple> inputs = triples_of(*view.axis().period.period, Register::kPractice);
  std::vector<Recoding> found;
  for (std::size_t i = 0; i < axis.indicators.size(); ++i) {
    const std::size_t indicator = axis.indicators[i];
    const Triple value = inputs[indicator];
    if (axis.gate_only[i] || is_open(value)) continue;
    std::vector<double> degrees = program.rulebook->degrees_of(indicator);
    std::stable_sort(degrees.begin(), degrees.end(),
                     [&](double a, double b) { return less9(std::abs(b - value.low), std::abs(a - value.low)); });
    for (const double degree : degrees) {
      if (equal9(degree, value.low)) continue;
      inputs[indicator] = known(degree);
      if (judge(axis, *program.rulebook, evaluate_case(program, inputs), 0).reading != view.reading()) continue;
      found.push_back({indicator, value.low, degree});
      break;
    }
    inputs[indicator] = value;
  }
  return found;
}

std::optional<QuizQuestion> ask_for_flip(const CaseView& view, const Catalogue& texts, SplitMix64& random) {
  const auto& recoded = view.axis().result().recoded[index_of(Register::kPractice)];
  const Counterfactual& flip = recoded[random.below(recoded.size())];
  const Recoding& change = flip.changes.front();
  QuizQuestion question;
  question.stem =
      texts.say("quiz.stem.flip",
                {{"case", view.title()}, {"axis", view.axis_label()}, {"placement", view.text(view.placement())}}) +
      " " + texts.say("quiz.known");
  question.hint = texts.say("quiz.hint.flip", {{"placement", view.text(flip.placement)}});
  question.explanation = view.text(flip) + " " + view.explanation(CaseView::Models::kPlaced);
  question.read_again = view.read_again();
  std::vector<Recoding> idle = idle_recodings(view);
  random.shuffle(idle);
  if (idle.size() >= kMostChoices) idle.resize(kMostChoices - 1);
  std::vector<std::size_t> kept{change.indicator};
  std::vector<QuizChoice> wrong;
  for (const Recoding& other : idle) {
    kept.push_back(other.indicator);
    wrong.push_back({view.text(other), texts.say("quiz.still", {{"placement", view.text(view.placement())}})});
  }
  question.facts = view.facts(kept);
  return finished(std::move(question), {view.text(change), {}}, std::move(wrong), random);
}

// --- words and deeds

std::optional<QuizQuestion> ask_for_deeds(const CaseView& view, const Catalogue& texts, SplitMix64& random) {
  const Placement& words = view.of(Register::kDiscourse);
  QuizQuestion question;
  question.stem = texts.say("quiz.stem.deeds",
                            {{"case", view.title()}, {"axis", view.axis_label()}, {"placement", view.text(words)}});
  question.hint = texts.say("quiz.hint.deeds");
  std::vector<std::string> gaps;
  for (const std::size_t model : view.axis().result().headline.formally) {
    gaps.push_back(view.models().gap(Register::kDiscourse, model));
  }
  question.explanation = gaps.empty() ? view.explanation() : joined(gaps);
  question.read_again = view.read_again();
  std::vector<QuizChoice> wrong{{view.text(words), texts.say("quiz.words_alone")}};
  for (const NearMiss& miss : view.near_misses(random)) {
    if (reading_of(view.axis().nodes(), miss.placement) == reading_of(view.axis().nodes(), words)) continue;
    wrong.push_back({view.text(miss.placement), miss.why});
  }
  return finished(std::move(question), {view.text(view.placement()), {}}, std::move(wrong), random);
}

/// The axes about which a case expects something and which its own facts bear on; the first it names where there are
/// none.
std::vector<std::size_t> taught_axes(const QuizContext& context, const QuizSubject& subject) {
  std::vector<std::size_t> axes;
  for (const AxisExpectation& expectation : subject.rule_case->axes) {
    const auto& asked = context.material.classifier.program(Register::kPractice).axes[expectation.axis].indicators;
    const bool bears = std::any_of(subject.own_facts.begin(), subject.own_facts.end(), [&](std::size_t indicator) {
      return std::find(asked.begin(), asked.end(), indicator) != asked.end();
    });
    if (bears) axes.push_back(expectation.axis);
  }
  if (axes.empty() && !subject.rule_case->axes.empty()) axes.push_back(subject.rule_case->axes.front().axis);
  return axes;
}

}  // namespace

std::vector<QuizMaker> place_makers(const QuizContext& context) {
  std::vector<QuizMaker> makers;
  for_each_case(context, context.material.blocs, [&](const QuizSubject& subject, std::size_t axis) {
    if (!CaseView(context, subject, axis).is_decided()) return;
    makers.emplace_back([&context, &subject, axis](SplitMix64& random) {
      const CaseView view(context, subject, axis);
      return ask_for_place(view,
                           context.texts.say("quiz.stem.place", {{"case", view.title()}, {"axis", view.axis_label()}}),
                           {}, random);
    });
  });
  return makers;
}

std::vector<QuizMaker> trap_makers(const QuizContext& context) {
  std::vector<QuizMaker> makers;
  for (const auto& subject : context.material.cases) {
    for (const std::size_t axis : taught_axes(context, *subject)) {
      makers.emplace_back([&context, &subject = *subject, axis](SplitMix64& random) {
        const CaseView view(context, subject, axis);
        std::vector<std::size_t> kept = subject.own_facts;  // what leads astray is told too
        for (const std::size_t indicator : view.present()) add_once(kept, indicator);
        auto question =
            ask_for_place(view, context.texts.say("quiz.stem.trap", {{"axis", view.axis_label()}}), kept, random);
        if (!question) return question;
        const std::string about = view.axis().phrases().text(subject.rule_case->about, "");
        question->explanation = joined({about, question->explanation});
        return question;
      });
    }
  }
  return makers;
}

std::vector<QuizMaker> cap_makers(const QuizContext& context) {
  std::vector<QuizMaker> makers;
  for_each_case(context, context.material.blocs, [&](const QuizSubject& subject, std::size_t axis) {
    const CaseView view(context, subject, axis);
    if (view.placement().gate) return;
    for (std::size_t model = 0; model < view.axis().nodes().models.size(); ++model) {
      if (caps_of(view, model).empty()) continue;
      makers.emplace_back([&context, &subject, axis, model](SplitMix64& random) {
        return ask_for_cap(CaseView(context, subject, axis), context.texts, model, random);
      });
    }
  });
  return makers;
}

std::vector<QuizMaker> flip_makers(const QuizContext& context) {
  std::vector<QuizMaker> makers;
  for_each_case(context, context.material.blocs, [&](const QuizSubject& subject, std::size_t axis) {
    const auto& recoded = subject.result.axes[axis].recoded[index_of(Register::kPractice)];
    if (recoded.empty() || recoded.front().changes.size() != 1) return;
    makers.emplace_back([&context, &subject, axis](SplitMix64& random) {
      return ask_for_flip(CaseView(context, subject, axis), context.texts, random);
    });
  });
  return makers;
}

std::vector<QuizMaker> deeds_makers(const QuizContext& context) {
  std::vector<QuizMaker> makers;
  for_each_case(context, context.material.blocs, [&](const QuizSubject& subject, std::size_t axis) {
    const CaseView view(context, subject, axis);
    const Placement& words = view.of(Register::kDiscourse);
    if (words.kind == Kind::kUndecided || reading_of(view.axis().nodes(), words) == view.reading()) return;
    makers.emplace_back([&context, &subject, axis](SplitMix64& random) {
      return ask_for_deeds(CaseView(context, subject, axis), context.texts, random);
    });
  });
  return makers;
}

}  // namespace bloctype
