// `classify BLOC...`: reads all, places all, writes all. What is read, reported and written goes through the session.
#include "cli/commands.hpp"
#include "cli/drawing.hpp"
#include "core/number.hpp"
#include "render/classify_page.hpp"
#include "render/classify_report.hpp"
#include "render/json.hpp"

namespace bloctype::cli {
namespace {

/// The year of --at; nothing, reported, where it is none.
std::optional<int> year_option(Session& session) {
  if (!session.invocation().has("at")) return std::nullopt;
  const std::string text = session.invocation().get("at");
  const auto year = parse_year(text);
  if (!year) session.report_usage("usage.bad_number", {{"option", "--at"}, {"found", text}});
  return year;
}

void load_blocs(Session& session, const Rulebook& rulebook, std::vector<std::unique_ptr<Description>>& blocs) {
  const Vocabulary vocabulary(rulebook);
  const std::optional<int> at = year_option(session);
  for (const std::string& argument : session.invocation().arguments) {
    std::optional<int> year = at;
    const bool is_table = session.is_table(argument);
    if (!is_table && (session.invocation().has("bloc") || session.invocation().has("coder"))) {
      session.report_usage("usage.not_a_table", {{"found", argument}});
      continue;
    }
    auto bloc = is_table ? session.load_table_bloc(argument, rulebook, vocabulary)
                         : session.load_bloc(argument, rulebook, vocabulary, &year);
    if (bloc == nullptr) continue;
    session.keep_year(*bloc, year, argument);
    blocs.push_back(std::move(bloc));
  }
}

/// What --axis and --why-not choose, resolved against the rulebook.
PageChoices choices(Session& session, const Rulebook& rulebook) {
  const Invocation& invocation = session.invocation();
  PageChoices result;
  result.whole_tree = invocation.has("verbose");
  result.axis = session.axis_option(rulebook);
  for (const std::string& name : invocation.all("why-not")) {
    if (const auto model = session.find_model(rulebook, name)) result.why_not.push_back(*model);
  }
  return result;
}

}  // namespace

void classify(Session& session) {
  const Invocation& invocation = session.invocation();
  if (invocation.arguments.empty()) return session.report_usage("usage.no_bloc");
  const auto rulebook = session.load_rulebook();
  if (rulebook == nullptr) return;
  PageChoices chosen = choices(session, *rulebook);
  std::vector<std::unique_ptr<Description>> blocs;
  load_blocs(session, *rulebook, blocs);
  check_figure(session, "text");
  if (session.refused()) return;

  const Classifier classifier(rulebook);
  const std::string format = invocation.get("format", "text");
  const bool is_robust = invocation.has("robustness") || format == "html";  // a report has it always
  const auto robust = is_robust ? Classifier::Robust::kYes : Classifier::Robust::kNo;
  std::vector<BlocResult> results;
  for (const auto& bloc : blocs) results.push_back(classifier.classify(*bloc, robust));

  if (format == "json") return session.write(render_json(classifier, results));
  if (format == "ndjson") return session.write(render_ndjson(classifier, results));
  if (draws(format)) return write_figure(session, classifier, results, chosen.axis);
  if (format == "html") {
    return session.write(report_html(classify_report(classifier, results, session.texts(), chosen), *rulebook, results,
                                     session.texts()));
  }
  chosen.all_messages = format == "markdown";
  session.write(classify_page(classifier, results, session.texts(), session.style(), chosen));
}

}  // namespace bloctype::cli
