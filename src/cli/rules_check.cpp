// `rules check [DIR]`: every problem of a rulebook at once. What is wrong with it is the result, not a refusal.
#include "cli/commands.hpp"
#include "cli/rules_input.hpp"
#include "embed/shipped.hpp"
#include "render/check_json.hpp"
#include "render/check_page.hpp"

namespace bloctype::cli {

void rules_check(Session& session) {
  const std::string folder = named_rules(session);
  if (session.refused()) return;
  std::optional<RulesInput> input = read_rules(session, folder);
  if (!input) return;
  const Rulebook inside = *shipped_rulebook().value;
  CheckResult found =
      run_checks({folder, input->files.documents, inside, input->is_whole, input->rulebook.get(), nullptr});
  std::vector<Diagnostic> diagnostics = std::move(input->diagnostics);
  for (Diagnostic& diagnostic : found.diagnostics) diagnostics.push_back(std::move(diagnostic));
  sort_by_place(diagnostics);
  if (has_errors(diagnostics)) session.found_something_to_act_on();
  const CheckedRulebook checked{folder.empty() ? input->rulebook->id : folder, input->rulebook.get(),
                                input->case_count(), diagnostics, found.reached};
  const Invocation& invocation = session.invocation();
  if (invocation.get("format", "text") == "json") return session.write(render_check_json(checked, session.texts()));
  const auto detail = invocation.has("verbose") ? CheckDetail::kWitnesses : CheckDetail::kUsual;
  session.write(check_page(checked, detail, session.diagnostic_form(), session.texts()));
}

}  // namespace bloctype::cli
