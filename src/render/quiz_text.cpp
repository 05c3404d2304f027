// Lines for a terminal; the same for a screen reader.
#include "render/quiz_text.hpp"

#include "core/number.hpp"
#include "render/axis_view.hpp"

namespace bloctype {
namespace {

std::string paragraph(const std::string& text, const Style& style, std::size_t indent, std::size_t hang) {
  return std::string(indent, ' ') + wrapped(text, style.width, indent, indent + hang);
}

/// "b) hybrid: social and productive".
std::string choice_text(const QuizQuestion& question, std::size_t choice) {
  return mark_of(choice) + question.choices[choice].text;
}

}  // namespace

std::string render_question(const QuizQuestion& question, std::size_t number, std::size_t count, const Catalogue& texts,
                            const Style& style) {
  const std::string title =
      texts.say("quiz.title", {{"number", std::to_string(number)},
                               {"count", std::to_string(count)},
                               {"topic", texts.say("quiz.topic." + std::string(name(question.topic)))}});
  std::string out =
      painted(wrapped(title, style.width, 0, 0), Tone::kStrong, style.colour) + paragraph(question.stem, style, 0, 0);
  for (const std::string& fact : question.facts) out += paragraph("- " + fact, style, 2, 2);
  for (std::size_t i = 0; i < question.choices.size(); ++i) out += paragraph(choice_text(question, i), style, 2, 3);
  return out;
}

std::string render_verdict(const QuizQuestion& question, std::optional<std::size_t> chosen, const Catalogue& texts,
                           const Style& style) {
  const std::size_t right = question.right();
  const std::string answer = choice_text(question, right);
  std::string out;
  if (chosen == right) {
    out = painted(texts.say("quiz.right"), Tone::kStrong, style.colour) + "\n";
  } else {
    std::string why = chosen ? question.choices[*chosen].why : std::string();
    if (question.explanation.find(why) != std::string::npos) why.clear();  // it is told below
    const std::string verdict = chosen ? texts.say("quiz.not_right") : std::string();
    out = paragraph(joined({verdict, why, texts.say("quiz.answer", {{"answer", answer}})}), style, 0, 0);
  }
  return out + paragraph(question.explanation, style, 2, 0);
}

std::string render_score(std::span<const QuizQuestion> questions, const std::vector<bool>& right,
                         const Catalogue& texts, const Style& style) {
  std::size_t hits = 0;
  std::vector<std::string> read_again;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (i < right.size() && right[i]) {
      ++hits;
    } else if (i < right.size()) {
      add_once(read_again, questions[i].read_again);
    }
  }
  std::string out = paragraph(texts.say("quiz.score", {{"right", std::to_string(hits)},
                                                       {"count", std::to_string(questions.size())},
                                                       {"percent", std::to_string(100 * hits / questions.size())}}),
                              style, 0, 0);
  if (right.size() < questions.size()) {
    out += paragraph(texts.count("quiz.not_asked", questions.size() - right.size()), style, 0, 0);
  }
  if (read_again.empty()) return out;
  out += paragraph(texts.say("quiz.read_again"), style, 0, 0);
  for (const std::string& name : read_again) out += "  " + name + "\n";
  return out;
}

}  // namespace bloctype
