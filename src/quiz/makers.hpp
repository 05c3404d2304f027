// For each topic, the questions that could be asked. Internal to src/quiz: quiz.cpp draws from these lists.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/split_mix.hpp"
#include "quiz/quiz.hpp"

namespace bloctype {

/// Makes one question, or nothing where too few wrong choices pass the engine's test. Draws from `random` alike in
/// every language.
using QuizMaker = std::function<std::optional<QuizQuestion>(SplitMix64& random)>;

/// What every maker is given. Refers to both.
struct QuizContext {
  const QuizMaterial& material;
  const Catalogue& texts;
};

std::vector<QuizMaker> place_makers(const QuizContext& context);
std::vector<QuizMaker> trap_makers(const QuizContext& context);
std::vector<QuizMaker> cap_makers(const QuizContext& context);
std::vector<QuizMaker> flip_makers(const QuizContext& context);
std::vector<QuizMaker> necessary_makers(const QuizContext& context);
std::vector<QuizMaker> theorist_makers(const QuizContext& context);
/// Cases whose words and deeds differ; what indicators are about.
std::vector<QuizMaker> deeds_makers(const QuizContext& context);
std::vector<QuizMaker> subject_makers(const QuizContext& context);

/// The question with its choices in a drawn order: the right one, and the first wrong ones up to kMostChoices. Nothing
/// where there is no wrong one, or where two choices read alike.
std::optional<QuizQuestion> finished(QuizQuestion question, QuizChoice right, std::vector<QuizChoice> wrong,
                                     SplitMix64& random);

}  // namespace bloctype
