// Each format escapes what it gives a meaning of its own.
#include "render/quiz_export.hpp"

#include "core/utf8.hpp"
#include "render/axis_view.hpp"
#include "render/quiz_text.hpp"

namespace bloctype {
namespace {

/// `text` with a backslash before each of `special`.
std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string origin_text(const QuizOrigin& origin, const Catalogue& texts) {
  return texts.say("quiz.origin", {{"version", BLOCTYPE_VERSION},
                                   {"rulebook", origin.rulebook.id},
                                   {"rulebook_version", origin.rulebook.version},
                                   {"seed", std::to_string(origin.seed)}});
}

std::string topic_text(const QuizQuestion& question, const Catalogue& texts) {
  return texts.say("quiz.topic." + std::string(name(question.topic)));
}

/// What is said of a choice: whether it is right, and why not.
std::string feedback(const QuizChoice& choice, const Catalogue& texts) {
  return choice.is_right ? texts.say("quiz.right") : joined({texts.say("quiz.not_right"), choice.why});
}

// --- GIFT (Moodle docs, "GIFT format"): ~ = # { } : and the backslash have meanings; \n is a line break; [plain] keeps
// Moodle from reading the text as HTML.

std::string gift(std::string_view text) { return escaped(text, "\\~=#{}:"); }

std::string gift_question(const QuizQuestion& question, std::size_t number, const Catalogue& texts) {
  std::string out =
      "::" + gift(std::to_string(number) + " " + topic_text(question, texts)) + "::[plain]" + gift(question.stem);
  for (const std::string& fact : question.facts) out += "\\n- " + gift(fact);
  out += " {\n";
  for (const QuizChoice& choice : question.choices) {
    out += (choice.is_right ? "=" : "~") + gift(choice.text) + " #" + gift(feedback(choice, texts)) + "\n";
  }
  return out + "####" + gift(question.explanation) + "\n}\n";
}

// --- Anki: fields are HTML, parted by tabs.

std::string html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
      case '\n':
        out += ' ';
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string anki_question(const QuizQuestion& question) {
  std::string front = html(question.stem);
  for (const std::string& fact : question.facts) front += "<br>- " + html(fact);
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    front += "<br>" + mark_of(i) + html(question.choices[i].text);
  }
  const std::size_t right = question.right();
  const std::string back = mark_of(right) + html(question.choices[right].text) + "<br>" + html(question.explanation);
  return front + "\t" + back + "\tbloctype " + std::string(name(question.topic)) + "\n";
}

// --- Markdown

std::string markdown(std::string_view text) { return escaped(text, "\\`*_{}[]<>#|&~"); }

}  // namespace

std::string render_gift(std::span<const QuizQuestion> questions, const QuizOrigin& origin, const Catalogue& texts) {
  std::string out = "// " + origin_text(origin, texts) + "\n";
  for (std::size_t i = 0; i < questions.size(); ++i) out += "\n" + gift_question(questions[i], i + 1, texts);
  return out;
}

std::string render_anki(std::span<const QuizQuestion> questions, const QuizOrigin& origin, const Catalogue& texts) {
  std::string out = "#separator:tab\n#html:true\n#tags column:3\n# " + origin_text(origin, texts) + "\n";
  for (const QuizQuestion& question : questions) out += anki_question(question);
  return out;
}

std::string render_quiz_markdown(std::span<const QuizQuestion> questions, const QuizOrigin& origin,
                                 const Catalogue& texts) {
  std::string sheet = "# " + texts.say("quiz.sheet") + "\n\n" + markdown(origin_text(origin, texts)) + "\n";
  std::string key = "\n# " + texts.say("quiz.key") + "\n";
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const QuizQuestion& question = questions[i];
    const std::string title = "\n## " + std::to_string(i + 1) + ". " + topic_text(question, texts) + "\n\n";
    sheet += title + markdown(question.stem) + "\n\n";
    for (const std::string& fact : question.facts) sheet += "- " + markdown(fact) + "\n";
    if (!question.facts.empty()) sheet += "\n";
    for (std::size_t c = 0; c < question.choices.size(); ++c) {
      sheet += mark_of(c) + markdown(question.choices[c].text) + "  \n";
    }
    const std::size_t right = question.right();
    key += title + "**" + mark_of(right) + markdown(question.choices[right].text) + "**\n\n" +
           markdown(question.explanation) + "\n";
    for (std::size_t c = 0; c < question.choices.size(); ++c) {
      const QuizChoice& choice = question.choices[c];
      if (choice.is_right || choice.why.empty()) continue;
      key += "\n- " + mark_of(c) + markdown(choice.why) + "\n";
    }
  }
  return sheet + key;
}

}  // namespace bloctype
