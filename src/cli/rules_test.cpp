// `rules test [DIR]`: runs the cases of a rulebook and says which fail, by which rule, and what no case puts to use.
#include "cli/commands.hpp"
#include "cli/rules_input.hpp"
#include "render/case_json.hpp"
#include "render/case_junit.hpp"
#include "render/case_page.hpp"

namespace bloctype::cli {

void rules_test(Session& session) {
  const std::string folder = named_rules(session);
  if (session.refused()) return;
  const std::optional<RulesInput> input = read_rules(session, folder);
  if (!input) return;
  for (const Diagnostic& diagnostic : input->diagnostics) session.tell(diagnostic);
  if (!input->cases) return;
  if (input->cases->empty()) {
    return session.tell({Code::kNoCases, {folder, 0, 0}, 1, {}, {{"file", folder + "/cases"}}, {}});
  }
  const Classifier classifier(input->rulebook);
  const std::vector<CaseResult> results = run_cases(classifier, *input->cases);
  const std::vector<RuleUse> uses =
      session.invocation().has("coverage") ? coverage(classifier, results) : std::vector<RuleUse>();
  for (const CaseResult& result : results) {
    if (!result.passes()) session.found_something_to_act_on();
  }
  for (const RuleUse& use : uses) {
    if (!use.is_covered()) session.found_something_to_act_on();
  }
  const CaseReport report{classifier, results, uses};
  const std::string format = session.invocation().get("format", "text");
  if (format == "json") return session.write(render_case_json(report));
  if (format == "junit") return session.write(render_case_junit(report, session.texts()));
  session.write(case_page(report, session.texts()));
}

}  // namespace bloctype::cli
