// A quiz for a class: as Moodle, Anki and paper take it.
#pragma once

#include <span>
#include <string>

#include "model/rulebook.hpp"
#include "quiz/quiz.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// What an export says of itself.
struct QuizOrigin {
  const Rulebook& rulebook;
  std::uint64_t seed = 1;
};

/// GIFT, which Moodle imports: a multiple-choice question each, with feedback on every choice.
std::string render_gift(std::span<const QuizQuestion> questions, const QuizOrigin& origin, const Catalogue& texts);

/// A table parted by tabs, which Anki imports: front, back, tags.
std::string render_anki(std::span<const QuizQuestion> questions, const QuizOrigin& origin, const Catalogue& texts);

/// One text: the sheet, then the key under a heading of its own.
std::string render_quiz_markdown(std::span<const QuizQuestion> questions, const QuizOrigin& origin,
                                 const Catalogue& texts);

}  // namespace bloctype
