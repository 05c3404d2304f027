// Files, rulebook, cases: each only where what it rests on is sound.
#include "cli/rules_input.hpp"

#include <filesystem>
#include <iterator>

#include "core/edit_distance.hpp"
#include "embed/shipped.hpp"

namespace bloctype::cli {
namespace {

void append(std::vector<Diagnostic>& all, std::vector<Diagnostic>&& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// A bloc that a case names: a path, seen from the folder of the case file, or a shipped name.
Loaded<Document> find_bloc(Session& session, const std::string& name, const std::string& case_file) {
  if (name.ends_with(".yaml") || name.find('/') != std::string::npos) {
    const std::string path = (std::filesystem::path(case_file).parent_path() / name).lexically_normal().string();
    return session.read_description(path);
  }
  if (auto shipped = shipped_bloc(name)) return {std::move(shipped), {}};
  Diagnostic::Details details{{"found", name}, {"shipped", session.texts().list(shipped_bloc_ids())}, {"help", "case"}};
  if (auto near = nearest(name, shipped_bloc_names())) details.emplace_back("suggestion", *near);
  return {std::nullopt, {{Code::kUnknownBloc, {}, 1, {}, std::move(details), {}}}};
}

Loaded<std::vector<RuleCase>> cases_of(Session& session, std::span<const Document> documents, const Rulebook& rulebook,
                                       CaseParts parts) {
  const auto find = [&](const std::string& name, const std::string& file) { return find_bloc(session, name, file); };
  return load_cases(documents, rulebook, Vocabulary(rulebook), find, parts);
}

}  // namespace

std::string named_rules(Session& session) {
  const Invocation& invocation = session.invocation();
  if (!invocation.arguments.empty() && invocation.has("rules")) session.report_usage("usage.rules_twice");
  if (!invocation.arguments.empty() && invocation.arguments.front().empty()) session.report_usage("usage.no_rulebook");
  if (invocation.arguments.size() > 1) session.report_usage("usage.one_rulebook");
  return invocation.arguments.empty() ? invocation.get("rules") : invocation.arguments.front();
}

std::optional<RulesInput> read_rules(Session& session, const std::string& folder) {
  RulesInput input;
  input.folder = folder;
  if (folder.empty()) {
    input.files.documents = shipped_rules();
    input.case_documents = shipped_cases();
  } else {
    session.add_rule_files(folder);
    input.files = read_rulebook_files(folder);
    if (input.files.documents.sha256.empty()) {  // no folder, or none of a rulebook
      session.report(std::move(input.files.diagnostics));
      return std::nullopt;
    }
    Loaded<std::vector<Document>> cases = read_case_files(folder);
    input.case_documents = std::move(*cases.value);
    append(input.diagnostics, std::move(cases.diagnostics));
  }
  input.is_whole = !has_errors(input.files.diagnostics);
  const bool whole_cases = !has_errors(input.diagnostics);
  append(input.diagnostics, std::move(input.files.diagnostics));
  if (!input.is_whole) return input;
  Loaded<Rulebook> rulebook = load_rulebook(input.files.documents);
  append(input.diagnostics, std::move(rulebook.diagnostics));
  if (!rulebook.value) return input;
  input.rulebook = std::make_shared<const Rulebook>(std::move(*rulebook.value));
  Loaded<std::vector<RuleCase>> cases = cases_of(session, input.case_documents, *input.rulebook, CaseParts::kAll);
  append(input.diagnostics, std::move(cases.diagnostics));
  if (whole_cases) input.cases = std::move(cases.value);
  return input;
}

std::size_t RulesInput::case_count() const {
  std::size_t count = 0;
  for (const Document& document : case_documents) {
    const Node* list = document.root.find("cases");
    if (list != nullptr) count += list->items.size();
  }
  return count;
}

std::vector<Document> read_cases(Session& session, const std::string& folder) {
  if (folder.empty()) return shipped_cases();
  Loaded<std::vector<Document>> documents = read_case_files(folder);
  session.report(std::move(documents.diagnostics));
  return std::move(*documents.value);
}

std::vector<RuleCase> load_facts_of_cases(Session& session, std::span<const Document> documents,
                                          const Rulebook& rulebook) {
  Loaded<std::vector<RuleCase>> cases = cases_of(session, documents, rulebook, CaseParts::kFacts);
  session.report(std::move(cases.diagnostics));
  return cases.value ? std::move(*cases.value) : std::vector<RuleCase>();
}

}  // namespace bloctype::cli
