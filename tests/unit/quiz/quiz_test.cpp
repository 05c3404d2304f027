// Every question that the shipped rulebook, cases and blocs give is read back into facts, and the right choice and the
// wrong ones are decided anew: by the plain evaluator where a case is placed, by the lists of the rulebook elsewhere.
#include "quiz/quiz.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "embed/shipped.hpp"
#include "load/case_loader.hpp"
#include "load/description_loader.hpp"
#include "render/phrases.hpp"
#include "tests/properties/naive.hpp"

namespace bloctype {
namespace {

using naive::Inputs;

/// What `quiz` makes its questions from.
struct Shipped {
  Shipped() {
    for (const std::string& id : shipped_bloc_ids()) {
      blocs.push_back(load_description(*shipped_bloc(id), *rulebook, vocabulary).value.value());
    }
    const auto find = [](const std::string& name, const std::string&) {
      return Loaded<Document>{shipped_bloc(name), {}};
    };
    cases = load_cases(shipped_cases(), *rulebook, vocabulary, find).value.value();
    material = std::make_unique<QuizMaterial>(gather(classifier, blocs, cases));
  }

  std::shared_ptr<const Rulebook> rulebook = std::make_shared<const Rulebook>(shipped_rulebook().value.value());
  Vocabulary vocabulary{*rulebook};
  Classifier classifier{rulebook};
  std::vector<Description> blocs;
  std::vector<RuleCase> cases;
  std::unique_ptr<QuizMaterial> material;
};

const Shipped& shipped() {
  static const Shipped all;
  return all;
}
const Rulebook& rules() { return *shipped().rulebook; }
const Catalogue& english() {
  static const Catalogue texts = interface_texts("en");
  return texts;
}

std::vector<QuizQuestion> questions_of(std::vector<Topic> topics, const Catalogue& texts = english()) {
  return make_quiz(*shipped().material, texts, {.count = 1000, .seed = 7, .topics = std::move(topics)});
}

const QuizChoice& right_of(const QuizQuestion& question) { return question.choices[question.right()]; }

/// The question as a failed test shows it.
std::string told(const QuizQuestion& question) {
  std::string text = question.stem;
  for (const std::string& fact : question.facts) text += "\n  - " + fact;
  for (const QuizChoice& choice : question.choices)
    text += std::string(choice.is_right ? "\n  = " : "\n  ~ ") + choice.text;
  return text;
}

/// Names of rules and degrees of one subject, in English.
Phrases phrases_of(const QuizSubject& subject, Register r = Register::kPractice) {
  return {shipped().classifier, subject.description, subject.result, r, english()};
}

const AxisNodes& nodes_of(std::size_t axis) { return shipped().classifier.program(Register::kPractice).axes[axis]; }

/// Where the plain evaluator places what is coded of `subject`, as a choice would say it.
std::string placed(const QuizSubject& subject, std::size_t axis, Register r, const Inputs& inputs) {
  return phrases_of(subject).placement(naive::place({rules(), axis, r}, inputs), nodes_of(axis));
}

Inputs deeds(const QuizSubject& subject) { return naive::inputs_of(subject.period())[index_of(Register::kPractice)]; }
Inputs words(const QuizSubject& subject) { return naive::inputs_of(subject.period())[index_of(Register::kDiscourse)]; }

std::string title(const QuizSubject& subject) {
  const std::string name(subject.description.name.in("en"));
  return (name.empty() ? subject.description.bloc : name) +
         (subject.period().id.empty() ? "" : ", " + subject.period().id);
}

/// One axis of one bloc-period, which a stem names.
struct Asked {
  const QuizSubject* subject = nullptr;
  std::size_t axis = 0;
};

/// The one whose stem `said` gives.
template <typename Said>
Asked asked(const QuizQuestion& question, const Said& said) {
  for (const auto& subject : shipped().material->blocs) {
    for (std::size_t axis = 0; axis < rules().axes.size(); ++axis) {
      if (question.stem == said(*subject, axis)) return {subject.get(), axis};
    }
  }
  ADD_FAILURE() << "of no shipped bloc: " << told(question);
  return {};
}

using ToldFact = std::pair<std::size_t, Triple>;

/// The indicator and the value that a line of facts tells: a degree, or a dispute between two.
std::optional<ToldFact> fact_in(const std::string& line) {
  static const std::map<std::string, ToldFact> lines = [] {
    const Phrases phrases = phrases_of(*shipped().material->blocs.front());
    std::map<std::string, ToldFact> all;
    for (std::size_t i = 0; i < rules().indicators.size(); ++i) {
      const std::vector<double> degrees = rules().degrees_of(i);
      for (std::size_t pair = 0; pair < degrees.size() * degrees.size(); ++pair) {
        const double low = degrees[pair / degrees.size()];
        const double high = degrees[pair % degrees.size()];
        if (high < low) continue;
        const Triple value = naive::contested(low, high);
        const std::string degree = phrases.degree(value, rules().indicators[i].yes_no);
        const std::string text = english().say("quiz.fact", {{"feature", phrases.label(i)}, {"degree", degree}});
        EXPECT_TRUE(all.emplace(text, ToldFact(i, value)).second) << "tells two facts: " << text;
      }
    }
    return all;
  }();
  const auto found = lines.find(line);
  return found == lines.end() ? std::nullopt : std::optional(found->second);
}

/// The facts that are shown, and nothing else.
Inputs shown_facts(const QuizQuestion& question) {
  Inputs inputs(rules().indicators.size(), kUnknown);
  for (const std::string& line : question.facts) {
    const auto fact = fact_in(line);
    if (!fact) {
      ADD_FAILURE() << "`" << line << "` is no fact in\n" << told(question);
      continue;
    }
    inputs[fact->first] = fact->second;
  }
  return inputs;
}

TEST(Quiz, HasQuestionsOfEveryTopicWithOneRightChoiceAndAllThatIsToldOfThem) {
  for (const Topic topic : kTopics) {
    const std::vector<QuizQuestion> questions = questions_of({topic});
    EXPECT_GE(questions.size(), 5U) << name(topic);
    for (const QuizQuestion& question : questions) {
      SCOPED_TRACE(told(question));
      EXPECT_EQ(question.topic, topic);
      std::set<std::string> texts;
      for (const QuizChoice& choice : question.choices) texts.insert(choice.text);
      EXPECT_EQ(texts.size(), question.choices.size());
      EXPECT_GE(question.choices.size(), 2U);
      EXPECT_LE(question.choices.size(), kMostChoices);
      EXPECT_EQ(
          std::count_if(question.choices.begin(), question.choices.end(), [](const auto& c) { return c.is_right; }), 1);
      EXPECT_NE(question.stem, "");
      EXPECT_NE(question.hint, "");
      EXPECT_NE(question.explanation, "");
    }
  }
}

TEST(Quiz, AsksNothingTwice) {
  std::set<std::string> seen;
  for (const QuizQuestion& question : questions_of({})) {
    std::vector<std::string> choices;
    for (const QuizChoice& choice : question.choices) choices.push_back(choice.text);
    std::sort(choices.begin(), choices.end());
    std::string key = question.stem;
    for (const std::string& fact : question.facts) key += "\n" + fact;
    for (const std::string& choice : choices) key += "\n" + choice;
    EXPECT_TRUE(seen.insert(key).second) << told(question);
  }
}

TEST(Quiz, SendsReadersToAnEntryOfTheRulebookOrAShippedBloc) {
  for (const QuizQuestion& question : questions_of({})) {
    const std::string& name = question.read_again;
    const bool is_there = rules().indicator(name) || rules().model(name) || rules().axis(name) || shipped_bloc(name);
    EXPECT_TRUE(is_there) << name << " of\n" << told(question);
  }
}

TEST(Quiz, IsTheSameInEveryLanguageButForItsTexts) {
  const std::vector<QuizQuestion> english_questions = questions_of({});
  for (const std::string& language : interface_languages()) {
    const std::vector<QuizQuestion> questions = questions_of({}, interface_texts(language));
    ASSERT_EQ(questions.size(), english_questions.size()) << language;
    for (std::size_t i = 0; i < questions.size(); ++i) {
      const QuizQuestion& one = questions[i];
      const QuizQuestion& other = english_questions[i];
      const auto shape = [](const QuizQuestion& q) {
        return std::tuple(q.topic, q.right(), q.choices.size(), q.facts.size(), q.read_again);
      };
      EXPECT_EQ(shape(one), shape(other)) << told(one) << "\n" << told(other);
      EXPECT_EQ(one.stem == other.stem, language == "en") << told(one);
    }
  }
}

TEST(Quiz, GivesAnotherDrawForAnotherSeedAndTheSameForTheSame) {
  const auto stems = [](std::uint64_t seed) {
    std::string text;
    for (const QuizQuestion& q : make_quiz(*shipped().material, english(), {.count = 20, .seed = seed, .topics = {}}))
      text += told(q);
    return text;
  };
  EXPECT_EQ(stems(3), stems(3));
  EXPECT_NE(stems(3), stems(4));
}

TEST(QuizPlace, FactsShownSettleThePlacementThatIsRight) {
  for (const QuizQuestion& question : questions_of({Topic::kPlace})) {
    SCOPED_TRACE(told(question));
    const Asked it = asked(question, [](const QuizSubject& subject, std::size_t axis) {
      return english().say("quiz.stem.place",
                           {{"case", title(subject)}, {"axis", phrases_of(subject).label(rules().axes[axis])}}) +
             " " + english().say("quiz.known");
    });
    ASSERT_NE(it.subject, nullptr);
    const Inputs inputs = shown_facts(question);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      EXPECT_TRUE(spans_everything(inputs[i]) || same(inputs[i], deeds(*it.subject)[i])) << rules().indicators[i].id;
    }
    EXPECT_EQ(naive::place({rules(), it.axis, Register::kPractice}, inputs).certainty, Certainty::kDecided);
    EXPECT_EQ(placed(*it.subject, it.axis, Register::kPractice, inputs), right_of(question).text);
    EXPECT_EQ(placed(*it.subject, it.axis, Register::kPractice, deeds(*it.subject)), right_of(question).text);
  }
}

TEST(QuizTrap, FactsShownGiveThePlacementThatIsRight) {
  const QuizSubject& any = *shipped().material->blocs.front();
  for (const QuizQuestion& question : questions_of({Topic::kTrap})) {
    SCOPED_TRACE(told(question));
    std::optional<std::size_t> axis;
    for (std::size_t a = 0; a < rules().axes.size(); ++a) {
      const std::string stem =
          english().say("quiz.stem.trap", {{"axis", phrases_of(any).label(rules().axes[a])}}) + " ";
      if (question.stem.starts_with(stem)) axis = a;
    }
    ASSERT_TRUE(axis.has_value());
    const Inputs inputs = shown_facts(question);
    const Placement placement = naive::place({rules(), *axis, Register::kPractice}, inputs);
    EXPECT_EQ(phrases_of(any).placement(placement, nodes_of(*axis)), right_of(question).text);
  }
}

TEST(QuizTrap, ExplanationSpeaksOfTheDeedsThatTheQuestionAsksAbout) {
  std::size_t undecided = 0;
  for (const QuizQuestion& question : questions_of({Topic::kTrap})) {
    if (right_of(question).text != english().say("kind.undecided")) continue;
    ++undecided;
    // Undecided by its deeds: some model stays open.
    EXPECT_NE(question.explanation.find("stays open"), std::string::npos) << told(question) << "\n"
                                                                          << question.explanation;
  }
  EXPECT_GE(undecided, 1U);
}

/// What a cap comes to by itself, and what a choice calls it: by the features that set it.
struct CapReading {
  double value = 0;
  std::vector<std::string> texts;
};

std::vector<CapReading> caps_by_hand(const QuizSubject& subject, const Model& model) {
  const Phrases phrases = phrases_of(subject);
  const Inputs inputs = deeds(subject);
  std::vector<CapReading> found;
  double sum = 0;
  double weights = 0;
  for (const Item& item : model.typical) {
    const auto point = naive::value(item.expression, inputs).point;
    if (!point || !item.in_run(Register::kPractice)) continue;
    sum += item.weight * *point;
    weights += item.weight;
  }
  if (weights > 0) found.push_back({sum / weights, {english().say("quiz.cap.typical")}});
  const std::pair<const std::vector<Item>*, std::string> lists[] = {{&model.necessary, "necessary"},
                                                                    {&model.contrary, "contrary"}};
  for (const auto& [items, cap] : lists) {
    for (const Item& item : *items) {
      const auto point = naive::value(item.expression, inputs).point;
      if (!point || !item.in_run(Register::kPractice)) continue;
      CapReading reading{cap == "contrary" ? 1 - *point : *point, {}};
      std::vector<std::string> features = {phrases.label(item)};
      for (const std::size_t i : indicators_of(item.expression)) features.push_back(phrases.label(i));
      for (const std::string& feature : features) {
        reading.texts.push_back(english().say("quiz.cap." + cap, {{"feature", feature}}));
      }
      found.push_back(std::move(reading));
    }
  }
  return found;
}

TEST(QuizCap, TheRightChoiceIsLeastAndSetsTheMembershipThatIsTold) {
  for (const QuizQuestion& question : questions_of({Topic::kCap})) {
    SCOPED_TRACE(told(question));
    const Model* model = nullptr;
    double membership = 0;
    const Asked it = asked(question, [&](const QuizSubject& subject, std::size_t axis) {
      const Phrases phrases = phrases_of(subject);
      for (const std::size_t m : rules().axes[axis].models) {
        const naive::View view{rules(), axis, Register::kPractice};
        const auto point = naive::membership(view, rules().models[m], deeds(subject)).value.point;
        if (!point) continue;
        model = &rules().models[m];
        membership = *point;
        const std::string stem = english().say(
            "quiz.stem.cap",
            {{"case", title(subject)}, {"model", phrases.label(*model)}, {"value", phrases.number(membership)}});
        if (stem == question.stem) return stem;
      }
      return std::string();
    });
    ASSERT_NE(it.subject, nullptr);
    for (const QuizChoice& choice : question.choices) {
      std::size_t meant = 0;
      for (const CapReading& cap : caps_by_hand(*it.subject, *model)) {
        if (std::find(cap.texts.begin(), cap.texts.end(), choice.text) == cap.texts.end()) continue;
        ++meant;
        EXPECT_EQ(naive::equal(cap.value, membership), choice.is_right) << choice.text << ": " << cap.value;
        EXPECT_FALSE(naive::less(cap.value, membership)) << choice.text << ": " << cap.value;
        // Nor does it look like the least: people reckon with what is printed.
        const Phrases phrases = phrases_of(*it.subject);
        EXPECT_EQ(phrases.number(cap.value) == phrases.number(membership), choice.is_right) << choice.text;
      }
      EXPECT_EQ(meant, 1U) << choice.text;
    }
  }
}

TEST(QuizFlip, TheRightRecodingAloneChangesTheReading) {
  for (const QuizQuestion& question : questions_of({Topic::kFlip})) {
    SCOPED_TRACE(told(question));
    const Asked it = asked(question, [](const QuizSubject& subject, std::size_t axis) {
      return english().say("quiz.stem.flip",
                           {{"case", title(subject)},
                            {"axis", phrases_of(subject).label(rules().axes[axis])},
                            {"placement", placed(subject, axis, Register::kPractice, deeds(subject))}}) +
             " " + english().say("quiz.known");
    });
    ASSERT_NE(it.subject, nullptr);
    const Phrases phrases = phrases_of(*it.subject);
    const Inputs before = deeds(*it.subject);
    std::size_t read = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (naive::is_open(before[i])) continue;
      for (const double to : rules().degrees_of(i)) {
        const std::string text = english().say(
            "quiz.recoding",
            {{"feature", phrases.label(i)}, {"from", phrases.degree(i, before[i].low)}, {"to", phrases.degree(i, to)}});
        const auto choice = std::find_if(question.choices.begin(), question.choices.end(),
                                         [&](const auto& c) { return c.text == text; });
        if (choice == question.choices.end()) continue;
        ++read;
        Inputs after = before;
        after[i] = known(to);
        const naive::View view{rules(), it.axis, Register::kPractice};
        const Placement then = naive::place(view, after);
        EXPECT_EQ(naive::same_reading(view.rules(), then, naive::place(view, before)), !choice->is_right) << text;
        const std::string hint =
            english().say("quiz.hint.flip", {{"placement", phrases.placement(then, nodes_of(it.axis))}});
        EXPECT_TRUE(!choice->is_right || question.hint == hint) << question.hint;
      }
    }
    EXPECT_EQ(read, question.choices.size()) << "a choice is no recoding of a known fact";
  }
}

TEST(QuizDeeds, TellsThePlacementByWordsAndAsksForThatByDeeds) {
  std::size_t found = 0;
  for (const QuizQuestion& question : questions_of({Topic::kRegister})) {
    if (question.stem.find("By its words alone") == std::string::npos) continue;
    SCOPED_TRACE(told(question));
    ++found;
    const Asked it = asked(question, [](const QuizSubject& subject, std::size_t axis) {
      return english().say("quiz.stem.deeds",
                           {{"case", title(subject)},
                            {"axis", phrases_of(subject).label(rules().axes[axis])},
                            {"placement", placed(subject, axis, Register::kDiscourse, words(subject))}});
    });
    ASSERT_NE(it.subject, nullptr);
    EXPECT_EQ(right_of(question).text, placed(*it.subject, it.axis, Register::kPractice, deeds(*it.subject)));
  }
  EXPECT_GE(found, 3U);
}

TEST(Quiz, SaysOfAPlacementByWordsThatItIsOneOnlyWhereItIs) {
  for (const QuizQuestion& question : questions_of({Topic::kPlace})) {
    for (const QuizChoice& choice : question.choices) {
      if (choice.why != english().say("quiz.words_alone")) continue;
      bool is_one = false;
      for (const auto& subject : shipped().material->blocs) {
        if (!question.stem.starts_with(title(*subject) + ", ")) continue;
        for (std::size_t axis = 0; axis < rules().axes.size(); ++axis) {
          is_one = is_one || placed(*subject, axis, Register::kDiscourse, words(*subject)) == choice.text;
        }
      }
      EXPECT_TRUE(is_one) << choice.text << " of\n" << told(question);
    }
  }
}

}  // namespace
}  // namespace bloctype
