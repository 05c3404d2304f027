// Draws questions from what the makers offer.
#include "quiz/quiz.hpp"

#include <algorithm>

#include "quiz/makers.hpp"

namespace bloctype {
namespace {

using Makers = std::vector<QuizMaker> (*)(const QuizContext& context);

/// A topic, and one or two sorts of questions for it, which are asked by turns.
struct TopicInfo {
  std::string_view name;
  Makers makers;
  Makers others = nullptr;
};

/// In the order of Topic.
constexpr std::array<TopicInfo, kTopics.size()> kTopicTable = {{{"place", place_makers},
                                                                {"cap", cap_makers},
                                                                {"flip", flip_makers},
                                                                {"necessary", necessary_makers},
                                                                {"theorist", theorist_makers},
                                                                {"trap", trap_makers},
                                                                {"register", deeds_makers, subject_makers}}};

/// The makers of one sort in a drawn order; those that were used are gone.
using Sort = std::vector<QuizMaker>;

struct Pile {
  Topic topic;
  std::vector<Sort> sorts;
  std::size_t turn = 0;
};

Pile pile_of(const QuizContext& context, Topic topic, SplitMix64& random) {
  const TopicInfo& info = kTopicTable[static_cast<std::size_t>(topic)];
  Pile pile{topic, {info.makers(context)}};
  if (info.others != nullptr) pile.sorts.push_back(info.others(context));
  for (Sort& sort : pile.sorts) random.shuffle(sort);
  return pile;
}

/// The next question of a pile; nothing where it has no more.
std::optional<QuizQuestion> draw(Pile& pile, SplitMix64& random) {
  const auto is_left = [](const Sort& sort) { return !sort.empty(); };
  while (std::any_of(pile.sorts.begin(), pile.sorts.end(), is_left)) {
    Sort& sort = pile.sorts[pile.turn++ % pile.sorts.size()];
    if (sort.empty()) continue;
    const QuizMaker make = std::move(sort.back());
    sort.pop_back();
    auto question = make(random);
    if (!question) continue;
    question->topic = pile.topic;
    return question;
  }
  return std::nullopt;
}

}  // namespace

std::string_view name(Topic topic) { return kTopicTable[static_cast<std::size_t>(topic)].name; }

std::size_t QuizQuestion::right() const {
  const auto found = std::find_if(choices.begin(), choices.end(), [](const QuizChoice& c) { return c.is_right; });
  return static_cast<std::size_t>(found - choices.begin());
}

std::optional<QuizQuestion> finished(QuizQuestion question, QuizChoice right, std::vector<QuizChoice> wrong,
                                     SplitMix64& random) {
  if (wrong.size() >= kMostChoices) wrong.resize(kMostChoices - 1);
  if (wrong.empty()) return std::nullopt;
  right.is_right = true;
  question.choices = std::move(wrong);
  question.choices.push_back(std::move(right));
  random.shuffle(question.choices);
  std::vector<std::string> seen;
  for (const QuizChoice& choice : question.choices) {
    if (std::find(seen.begin(), seen.end(), choice.text) != seen.end()) return std::nullopt;
    seen.push_back(choice.text);
  }
  return question;
}

std::vector<QuizQuestion> make_quiz(const QuizMaterial& material, const Catalogue& texts, const QuizWish& wish) {
  const QuizContext context{material, texts};
  SplitMix64 random(wish.seed);
  std::vector<Pile> piles;
  for (const Topic topic : kTopics) {
    const bool is_wanted =
        wish.topics.empty() || std::find(wish.topics.begin(), wish.topics.end(), topic) != wish.topics.end();
    if (is_wanted) piles.push_back(pile_of(context, topic, random));
  }
  std::vector<QuizQuestion> questions;
  bool is_exhausted = false;
  while (questions.size() < wish.count && !is_exhausted) {
    is_exhausted = true;
    for (Pile& pile : piles) {
      if (questions.size() == wish.count) break;
      auto question = draw(pile, random);
      if (!question) continue;
      questions.push_back(std::move(*question));
      is_exhausted = false;
    }
  }
  return questions;
}

}  // namespace bloctype
