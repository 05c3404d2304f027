// `interview [BLOC]`: asks, one question after the other, until no answer could change where the bloc is placed.
#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "cli/commands.hpp"
#include "cli/dialogue.hpp"
#include "cli/orders.hpp"
#include "cli/shell_word.hpp"
#include "core/interrupt.hpp"
#include "core/number.hpp"
#include "core/system_error.hpp"
#include "core/utf8.hpp"
#include "engine/consultation.hpp"
#include "load/answer_text.hpp"
#include "model/names.hpp"
#include "render/description_yaml.hpp"
#include "render/interview_text.hpp"

namespace bloctype::cli {
namespace {

/// What a person may type in place of an answer.
enum class Order : std::size_t { kWhy, kHow, kWhatIf, kBack, kSave, kQuit, kHelp, kRules };

/// In the order of Order.
constexpr std::array<std::string_view, 8> kOrders = {
    "interview.order.why",  "interview.order.how",  "interview.order.what_if", "interview.order.back",
    "interview.order.save", "interview.order.quit", "interview.order.help",    "interview.order.rules"};

/// `bloc-of-the-south` of "Bloc of the South".
std::string id_of(std::string_view name) {
  std::string id;
  for (const char c : fold(name)) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_letter) id += c;
    if (!is_letter && !id.empty() && id.back() != '-') id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? "bloc" : id;
}

/// One interview about one bloc in one period.
class Interview {
 public:
  Interview(Session& session, const Classifier& classifier, Dialogue& dialogue, Description& description)
      : session_(session),
        classifier_(classifier),
        dialogue_(dialogue),
        description_(description),
        vocabulary_(classifier.rulebook()),
        orders_(kOrders),
        texts_(session.texts()),
        says_(classifier, description, session.texts(), session.style()) {}

  void greet() { say("interview.intro"); }

  /// Asks what the bloc is called, when, and against which hegemon. False where the conversation ends before.
  bool ask_for_the_bloc() {
    const auto name = ask("interview.ask.name");
    if (!name) return false;
    description_.bloc = id_of(*name);
    if (*name != description_.bloc && !name->empty()) {
      description_.name.texts.emplace_back(session_.language(), escape_unsafe(*name));
    }
    while (true) {
      const auto years = ask("interview.ask.years");
      if (!years) return false;
      if (years->empty() || take_years(*years)) break;
      problem(texts_.say("interview.bad_years", {{"found", escape_unsafe(*years)}}));
    }
    const auto hegemon = ask("interview.ask.hegemon", {{"hegemon", description_.hegemon}});
    if (hegemon && !hegemon->empty()) description_.hegemon = escape_unsafe(*hegemon);
    return hegemon.has_value();
  }

  void run() {
    while (dialogue_.is_heard()) {
      const std::vector<std::size_t> open = open_questions(classifier_.programs(), period());
      const auto question = next_question(classifier_.programs(), period(), open);
      if (!question) return conclude();
      put(*question);
      while (!has_moved_ && !has_ended_) answer(*question);
      if (has_ended_) return;
    }
  }

 private:
  using Values = std::initializer_list<Catalogue::Value>;

  Period& period() { return description_.periods.front(); }

  void say(std::string_view key, Values values = {}) {
    dialogue_.say(wrapped(texts_.say(key, values), session_.style().width, 0, 0));
  }

  void problem(const std::string& text) {
    dialogue_.say("  " + wrapped(dialogue_.place() + text, session_.style().width, 2, 2));
  }

  /// One of the first questions, and the last: nothing where the person goes.
  std::optional<std::string> ask(std::string_view key, Values values = {}) {
    while (true) {
      auto answer = dialogue_.ask(texts_.say(key, values) + " ");
      const auto given = answer ? orders_.find(*answer) : std::nullopt;
      const auto order = given ? std::optional(static_cast<Order>(given->order)) : std::nullopt;
      const bool is_bare = given && given->rest.empty();  // a name may begin like an order
      if (order == Order::kQuit && is_bare) return std::nullopt;
      if (order != Order::kHelp || !is_bare) return answer;
      greet();
    }
  }

  /// `2004-2013`, `2004-` or `2004`.
  bool take_years(const std::string& text) {
    const auto dash = text.find('-');
    const auto from = parse_year(text.substr(0, dash));
    const std::string end = dash == std::string::npos ? text : text.substr(dash + 1);
    const auto to = parse_year(end);
    if (!from || (!end.empty() && (!to || *to < *from))) return false;
    period().id = text;
    period().from = from;
    period().to = to;
    return true;
  }

  void put(std::size_t question) {
    has_moved_ = false;
    const std::size_t left = most_questions_left(classifier_.programs(), period()) - 1;
    const Indicator& entry = classifier_.rulebook().indicators[question];
    const std::string_view label = entry.label.in(session_.language());
    const std::string title = texts_.count("interview.title", left,
                                           {{"number", std::to_string(answered() + 1)},
                                            {"label", label.empty() ? std::string_view(entry.id) : label},
                                            {"indicator", entry.id}});
    dialogue_.say("\n" + painted(wrapped(title, session_.style().width, 0, 0), Tone::kStrong, session_.style().colour));
    dialogue_.say(says_.question(question));
  }

  /// Takes one line.
  void answer(std::size_t question) {
    const auto line = dialogue_.ask(texts_.say("interview.prompt") + " ");
    if (!line) return end();
    if (line->empty()) return problem(texts_.say("interview.nothing"));
    const auto given = orders_.find(*line);
    const bool is_help = given && static_cast<Order>(given->order) == Order::kHelp;
    // A scale word comes before an order of the same name.
    if (given && (is_help || !vocabulary_.look_up(*line))) return obey(*given, question);
    auto read = read_answer_text(*line, question, classifier_.rulebook(), vocabulary_, session_.language());
    if (const auto* wrong = std::get_if<ValueProblem>(&read)) return explain(*wrong);
    take(std::get<Answer>(read), question);
  }

  /// The message of a bad value, its scale words in the person's language.
  void explain(const ValueProblem& wrong) {
    Diagnostic::Details details = wrong.details;
    for (auto& [key, text] : details) {
      if (key == "expected" || key == "low" || key == "high") text = says_.scale_words(text);
    }
    const bool has_suggestion =
        std::any_of(details.begin(), details.end(), [](const auto& entry) { return entry.first == "suggestion"; });
    const DiagnosticText text = diagnostic_text({wrong.code, {}, 1, {}, std::move(details), {}}, texts_);
    problem(text.message);
    const std::string help = has_suggestion ? text.help : texts_.say("interview.try_again");
    dialogue_.say("  " + wrapped(help, session_.style().width, 2, 2));
  }

  void take(const Answer& answer, std::size_t question) {
    const Period before = period();
    const bool was_asked = answer.indicator == question;
    past_.emplace_back(answer.indicator, before.facts[answer.indicator]);
    period().facts[answer.indicator] = fact_of(answer.coding);
    has_moved_ = is_unsaved_ = is_output_stale_ = true;
    dialogue_.say(says_.noted(answer.indicator, was_asked ? InterviewText::Named::kNo : InterviewText::Named::kYes));
    dialogue_.say(says_.newly_decided(before));
  }

  void obey(const Orders::Given& given, std::size_t question) {
    switch (static_cast<Order>(given.order)) {
      case Order::kWhy:
        return dialogue_.say(says_.why(question));
      case Order::kHow:
        return dialogue_.say(says_.how());
      case Order::kWhatIf:
        return what_if(given.rest, question);
      case Order::kBack:
        return back();
      case Order::kSave:
        save(given.rest);
        return;
      case Order::kQuit:
        return end();
      case Order::kHelp:
        return dialogue_.say(says_.help(question));
      case Order::kRules:
        return dialogue_.say(says_.coding_rules());
    }
  }

  void what_if(const std::string& text, std::size_t question) {
    if (text.empty()) return problem(texts_.say("interview.what_if.usage"));
    auto read = read_answer_text(text, question, classifier_.rulebook(), vocabulary_, session_.language());
    if (const auto* wrong = std::get_if<ValueProblem>(&read)) return explain(*wrong);
    const Answer& answer = std::get<Answer>(read);
    Period changed = period();
    changed.facts[answer.indicator] = fact_of(answer.coding);
    dialogue_.say(says_.what_if(changed));
  }

  void back() {
    if (past_.empty()) return problem(texts_.say("interview.no_way_back"));
    period().facts[past_.back().first] = past_.back().second;
    past_.pop_back();
    has_moved_ = is_unsaved_ = is_output_stale_ = true;
  }

  /// No answer could change anything any more.
  void conclude() {
    const std::size_t all = classifier_.rulebook().indicators.size();
    dialogue_.say("\n");
    dialogue_.say(wrapped(texts_.count("interview.done", answered(), {{"all", std::to_string(all)}}),
                          session_.style().width, 0, 0));
    dialogue_.say("\n" + says_.placement() + "\n");
    keep();
  }

  /// The person goes, or there is nothing left to read.
  void end() {
    has_ended_ = true;
    const auto& facts = period().facts;
    if (std::none_of(facts.begin(), facts.end(), is_answered)) return;
    say("interview.so_far");
    dialogue_.say(says_.headlines());
    keep();
  }

  /// How many questions have an answer of this interview.
  std::size_t answered() const {
    std::set<std::size_t> indicators;
    for (const auto& [indicator, fact] : past_) indicators.insert(indicator);
    return indicators.size();
  }

  /// Sees that the answers are not lost: in the file of -o, else in one that the person names, else as text.
  void keep() {
    const bool has_output = session_.invocation().has("output");
    if (!interrupted() && has_output && is_output_stale_) save("");
    while (is_unsaved_ && !interrupted()) {
      const auto line = dialogue_.ask(texts_.say("interview.ask.file") + " ");
      if (!line || is_order(*line, Order::kQuit)) break;
      if (line->empty()) return;
      save(is_order(*line, Order::kSave) ? orders_.find(*line)->rest : *line);
    }
    if (!is_unsaved_) return;
    say("interview.as_text");
    dialogue_.say("\n" + render_description(description_, classifier_.rulebook()));
  }

  bool is_order(const std::string& line, Order order) const {
    const auto given = orders_.find(line);
    return given && static_cast<Order>(given->order) == order;
  }

  /// Writes the description to `name`, or to the file of -o where it is empty, and tells what came of it. A file that
  /// is there stays as it is.
  void save(const std::string& name) {
    const std::string file = name.empty() ? session_.invocation().get("output") : name;
    if (const std::string why = objection(name); !why.empty()) return problem(why);
    OutputError error{file, 0};
    const std::unique_ptr<Output> output = Output::open(file, &error);
    bool is_written = false;
    if (output != nullptr) {
      output->write(render_description(description_, classifier_.rulebook()));
      is_written = output->finish();
      error = output->failed().value_or(error);
    }
    if (!is_written) {
      const Diagnostic failed{
          Code::kOutputFailed, {}, 1, {}, {{"file", escape_unsafe(file)}, {"reason", system_reason(error.error)}}, {}};
      problem(diagnostic_text(failed, texts_).message);
      if (name.empty()) session_.report(failed);
      return;
    }
    if (!name.empty()) written_ = file;
    if (name.empty()) is_output_stale_ = false;
    is_unsaved_ = false;
    say("interview.saved", {{"file", shell_word(file)}});
  }

  /// Why the description cannot go to the file `name` (or, where it is empty, to that of -o); empty where it can.
  std::string objection(const std::string& name) const {
    const Invocation& invocation = session_.invocation();
    if (name.empty()) return invocation.has("output") ? "" : texts_.say("interview.save_where");
    const auto mark = name.find('=');
    const bool is_answer =
        mark != std::string::npos &&
        find_named(classifier_.rulebook().indicators, name.substr(0, name.find_last_not_of(' ', mark - 1) + 1));
    if (name == "-" || is_answer) return texts_.say("interview.no_file", {{"found", escape_unsafe(name)}});
    for (const char* option : {"transcript", "answers"}) {
      const bool is_used = invocation.has(option) && output_target(invocation.get(option)) == output_target(name);
      if (is_used) return texts_.say("interview.exists", {{"file", escape_unsafe(name)}});
    }
    std::error_code ignored;
    const bool is_there = name != written_ && std::filesystem::exists(name, ignored);
    return is_there ? texts_.say("interview.exists", {{"file", escape_unsafe(name)}}) : std::string();
  }

  Session& session_;
  const Classifier& classifier_;
  Dialogue& dialogue_;
  Description& description_;
  Vocabulary vocabulary_;
  Orders orders_;
  const Catalogue& texts_;
  InterviewText says_;
  std::vector<std::pair<std::size_t, Fact>> past_;  ///< what was answered, and the fact before
  std::string written_;                             ///< the file that holds answers of this interview
  bool has_moved_ = false;                          ///< the question is not the one to ask any more
  bool has_ended_ = false;
  bool is_unsaved_ = false;      ///< there are answers that no file holds
  bool is_output_stale_ = true;  ///< the file of -o does not hold what is answered
};

/// The description to begin with: the one period that is named, or an empty one. nullptr, reported, where there is
/// none.
std::unique_ptr<Description> first_description(Session& session, const Rulebook& rulebook) {
  const std::vector<std::string>& arguments = session.invocation().arguments;
  if (arguments.empty()) {
    auto blank = std::make_unique<Description>();
    blank->periods.emplace_back().facts.resize(rulebook.indicators.size());
    return blank;
  }
  if (arguments.size() > 1) {
    session.report_usage("usage.one_interview");
    return nullptr;
  }
  if (arguments.front() == "-" && session.invocation().get("answers") == "-") {
    session.report_usage("usage.input_twice");
    return nullptr;
  }
  std::optional<int> year;
  auto bloc = session.load_bloc(arguments.front(), rulebook, Vocabulary(rulebook), &year);
  if (bloc == nullptr) return nullptr;
  session.keep_year(*bloc, year, arguments.front());
  if (bloc->periods.size() > 1) session.report_usage("usage.one_period", {{"found", arguments.front()}});
  return bloc;
}

/// Sees before the first question that the file of -o can be written, and is not that of --transcript.
void check_outputs(Session& session) {
  const Invocation& invocation = session.invocation();
  if (!invocation.has("output")) return;
  if (invocation.has("answers")) session.add_input(invocation.get("answers"));  // may not be written
  const std::string file = invocation.get("output");
  if (invocation.has("transcript") && output_target(file) == output_target(invocation.get("transcript"))) {
    session.report_usage("usage.same_transcript", {{"found", file}});
  }
  session.open_output("output");
}

}  // namespace

void interview(Session& session) {
  const auto rulebook = session.load_rulebook();
  if (rulebook == nullptr) return;
  const std::unique_ptr<Description> description = first_description(session, *rulebook);
  check_outputs(session);
  if (session.refused()) return;
  session.tell_reported();
  const std::unique_ptr<Dialogue> dialogue = Dialogue::open(session);
  if (dialogue == nullptr) return;
  const Classifier classifier(rulebook);
  Interview interview(session, classifier, *dialogue, *description);
  interview.greet();
  if (!session.invocation().arguments.empty() || interview.ask_for_the_bloc()) interview.run();
  dialogue->close();
}

}  // namespace bloctype::cli
