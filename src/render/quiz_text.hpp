// A quiz on a terminal: a question, what came of the answer, the result.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "page/style.hpp"
#include "quiz/quiz.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// The letter of a choice: `a` for the first.
inline char letter_of(std::size_t choice) { return static_cast<char>('a' + choice); }
/// `a) ` for the first.
inline std::string mark_of(std::size_t choice) { return std::string(1, letter_of(choice)) + ") "; }

/// "Question 3 of 10", the stem, the facts and the choices by letter.
std::string render_question(const QuizQuestion& question, std::size_t number, std::size_t count, const Catalogue& texts,
                            const Style& style);

/// Whether `chosen` (none: it was passed over) is right, what was wrong about it, and the explanation.
std::string render_verdict(const QuizQuestion& question, std::optional<std::size_t> chosen, const Catalogue& texts,
                           const Style& style);

/// How it went: one entry for each question, true where the answer was right; questions beyond were not asked.
std::string render_score(std::span<const QuizQuestion> questions, const std::vector<bool>& right,
                         const Catalogue& texts, const Style& style);

}  // namespace bloctype
