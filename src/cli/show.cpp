// `show [NAME...]`: the typology on one screen, a card for each name, or a blank description to fill in.
#include "cli/commands.hpp"
#include "cli/shell_word.hpp"
#include "cli/show_names.hpp"
#include "render/blank_form.hpp"
#include "render/show_cards.hpp"

namespace bloctype::cli {
namespace {

/// What a suggested command carries so that it means the rulebook of this run.
std::string rules_option(const Session& session) {
  const std::string folder = session.invocation().get("rules");
  if (folder.empty()) return {};
  return "--rules " + shell_word(folder);
}

void show_template(Session& session, const Rulebook& rulebook) {
  const bool is_table = session.invocation().get("template") == "csv";
  session.write(is_table ? blank_csv(rulebook, session.texts()) : blank_yaml(rulebook, session.texts()));
}

Page card(const ShowView& view, const Subject& subject) {
  if (const auto* entry = std::get_if<Entry>(&subject)) return entry_card(view, *entry);
  if (const auto* bloc = std::get_if<NamedBloc>(&subject)) {
    return bloc_card(view, view.classifier().place(*bloc->description), bloc->argument);
  }
  return std::get<Guide>(subject) == Guide::kCoding ? coding_card(view) : reading_card(view);
}

}  // namespace

void show(Session& session) {
  const Invocation& invocation = session.invocation();
  if (invocation.has("template") && !invocation.arguments.empty()) {
    session.report_usage("usage.template_with_names", {{"found", invocation.arguments.front()}});
  }
  if (invocation.has("template") && invocation.has("format")) session.report_usage("usage.template_with_format");
  if (session.refused()) return;
  const auto rulebook = session.load_rulebook();
  if (rulebook == nullptr) return;
  if (invocation.has("template")) return show_template(session, *rulebook);
  const std::vector<Description> shipped = Session::shipped_blocs(*rulebook, Vocabulary(*rulebook));
  const std::vector<Subject> subjects = named_subjects(session, *rulebook, shipped);
  if (session.refused()) return;

  const Classifier classifier(rulebook);
  const ShowView view(classifier, shipped, session.texts(), session.style(), rules_option(session));
  Page page = subjects.empty() ? typology_card(view) : Page();
  for (const Subject& subject : subjects) {
    if (!page.empty()) page.gap();
    page.append(card(view, subject));
  }
  session.write(page);
}

}  // namespace bloctype::cli
