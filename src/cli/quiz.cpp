// `quiz`: asks questions that the rulebook gives, one after the other, or exports them for a class.
#include "quiz/quiz.hpp"

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/dialogue.hpp"
#include "cli/orders.hpp"
#include "cli/rules_input.hpp"
#include "core/number.hpp"
#include "core/utf8.hpp"
#include "render/quiz_export.hpp"
#include "render/quiz_text.hpp"

namespace bloctype::cli {
namespace {

/// What a person may type in place of a letter.
enum class Order : std::size_t { kHint, kPass, kQuit };

/// In the order of Order.
constexpr std::array<std::string_view, 3> kOrders = {"quiz.order.hint", "quiz.order.pass", "quiz.order.quit"};

QuizWish wish_of(Session& session) {
  QuizWish wish;
  wish.count = session.count_option("count", wish.count);
  wish.seed = session.count_option("seed", wish.seed);
  for (const std::string& wanted : session.invocation().all("topic")) {
    for (const Topic topic : kTopics) {
      if (name(topic) == wanted) wish.topics.push_back(topic);
    }
  }
  return wish;
}

/// The share of --pass, in percent; reported where it is none from 0 to 100.
std::optional<double> pass_mark(Session& session) {
  if (!session.invocation().has("pass")) return std::nullopt;
  const std::string written = session.invocation().get("pass");
  const auto percent = parse_number(written);
  if (percent && *percent >= 0 && *percent <= 100) return percent;
  session.report_usage("usage.bad_percent", {{"option", "--pass"}, {"found", written}});
  return std::nullopt;
}

/// One run through the questions.
class Asking {
 public:
  Asking(Session& session, Dialogue& dialogue, std::span<const QuizQuestion> questions)
      : session_(session), dialogue_(dialogue), questions_(questions) {}

  /// One entry a question that was answered or passed over: whether it was right.
  std::vector<bool> run() {
    const Catalogue& texts = session_.texts();
    dialogue_.say(wrapped(texts.say("quiz.intro"), session_.style().width, 0, 0));
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      dialogue_.say("\n" + render_question(questions_[i], i + 1, questions_.size(), texts, session_.style()));
      if (!ask(questions_[i])) break;
    }
    return std::move(right_);
  }

 private:
  /// Asks until there is an answer. False where the person goes.
  bool ask(const QuizQuestion& question) {
    while (true) {
      const auto line = dialogue_.ask(session_.texts().say("quiz.prompt") + " ");
      const auto given = line ? orders_.find(*line) : std::nullopt;
      const auto order = given ? std::optional(static_cast<Order>(given->order)) : std::nullopt;
      if (!line || order == Order::kQuit) return false;
      if (order == Order::kHint) {
        tell(question.hint);
        continue;
      }
      const bool passes = order == Order::kPass;
      const auto chosen = passes ? std::nullopt : choice_in(*line, question);
      if (!passes && !chosen) {
        const std::string last(1, letter_of(question.choices.size() - 1));
        tell(dialogue_.place() + session_.texts().say("quiz.help", {{"last", last}}));
        continue;
      }
      dialogue_.say(render_verdict(question, chosen, session_.texts(), session_.style()));
      right_.push_back(chosen == question.right());
      return true;
    }
  }

  void tell(const std::string& text) { dialogue_.say("  " + wrapped(text, session_.style().width, 2, 2)); }

  /// A letter, or its number; nothing where it is neither.
  static std::optional<std::size_t> choice_in(const std::string& line, const QuizQuestion& question) {
    std::string word = fold(line);
    if (word.ends_with(')')) word.pop_back();
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
      if (word == std::string(1, letter_of(i)) || word == std::to_string(i + 1)) return i;
    }
    return std::nullopt;
  }

  Session& session_;
  Dialogue& dialogue_;
  std::span<const QuizQuestion> questions_;
  Orders orders_{kOrders};
  std::vector<bool> right_;
};

void ask(Session& session, std::span<const QuizQuestion> questions, std::optional<double> mark) {
  const std::unique_ptr<Dialogue> dialogue = Dialogue::open(session);
  if (dialogue == nullptr) return;
  const std::vector<bool> right = Asking(session, *dialogue, questions).run();
  dialogue->say("\n" + render_score(questions, right, session.texts(), session.style()));
  const auto hits = static_cast<double>(std::count(right.begin(), right.end(), true));
  if (mark && hits * 100 < *mark * static_cast<double>(questions.size())) {
    dialogue->say(
        wrapped(session.texts().say("quiz.below", {{"percent", shortest(*mark)}}), session.style().width, 0, 0));
    session.found_something_to_act_on();
  }
  dialogue->close();
}

void export_quiz(Session& session, std::span<const QuizQuestion> questions, const QuizOrigin& origin) {
  const std::string format = session.invocation().get("export");
  if (format == "gift") return session.write(render_gift(questions, origin, session.texts()));
  if (format == "anki") return session.write(render_anki(questions, origin, session.texts()));
  session.write(render_quiz_markdown(questions, origin, session.texts()));
}

/// What does not go together.
void check_options(Session& session) {
  const Invocation& invocation = session.invocation();
  if (!invocation.arguments.empty()) {
    session.report_usage("usage.no_arguments", {{"found", invocation.arguments.front()}});
  }
  const bool exports = invocation.has("export");
  if (invocation.has("output") && !exports) session.report_usage("usage.quiz_output");
  for (const char* option : {"answers", "transcript", "pass"}) {
    if (exports && invocation.has(option)) {
      session.report_usage("usage.export_alone", {{"option", "--" + std::string(option)}});
    }
  }
}

}  // namespace

void quiz(Session& session) {
  check_options(session);
  const QuizWish wish = wish_of(session);
  const std::optional<double> mark = pass_mark(session);
  auto input = read_rules(session, session.invocation().get("rules"));
  if (input) session.report(std::move(input->diagnostics));
  if (session.refused() || !input || input->rulebook == nullptr) return;
  session.tell_reported();
  const Classifier classifier(input->rulebook);
  const auto blocs = Session::shipped_blocs(*input->rulebook, Vocabulary(*input->rulebook));
  const std::vector<RuleCase> cases = input->cases.value_or(std::vector<RuleCase>());
  const QuizMaterial material = gather(classifier, blocs, cases);
  const std::vector<QuizQuestion> questions = make_quiz(material, session.texts(), wish);
  if (questions.empty()) return session.report_usage("usage.no_questions");
  if (questions.size() < wish.count) {
    session.tell(wrapped(session.texts().count("quiz.fewer", questions.size()), session.error_style().width, 0, 0));
  }
  if (session.invocation().has("export")) return export_quiz(session, questions, {*input->rulebook, wish.seed});
  ask(session, questions, mark);
}

}  // namespace bloctype::cli
