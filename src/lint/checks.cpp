// The table, and the walk over it.
#include "lint/checks.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "lint/checks_of_logic.hpp"
#include "lint/checks_of_texts.hpp"

namespace bloctype {
namespace {

using Needs = Check::Needs;

constexpr auto kChecks = std::to_array<Check>({
    {Code::kUnknownFeature, Needs::kNothing, nullptr},
    {Code::kUnknownModel, Needs::kNothing, nullptr},
    {Code::kUnknownAxis, Needs::kNothing, nullptr},
    {Code::kMisplacedWeight, Needs::kNothing, nullptr},
    {Code::kUnreadFile, Needs::kEntries, check_unread_files},
    {Code::kBorrowedIdentity, Needs::kRulebook, check_identity},
    {Code::kUnknownCitation, Needs::kDocuments, check_citations},
    {Code::kUnknownVerdict, Needs::kDocuments, check_verdicts},
    {Code::kUnusedIndicator, Needs::kRulebook, check_unused_indicators},
    {Code::kUnusedSource, Needs::kDocuments, check_unused_sources},
    {Code::kUnusedVerdict, Needs::kDocuments, check_unused_verdicts},
    {Code::kMissingCitation, Needs::kEntries, check_missing_citations},
    {Code::kMissingClaim, Needs::kEntries, check_missing_claims},
    {Code::kMissingText, Needs::kDocuments, check_missing_texts},
    {Code::kBothSigns, Needs::kRulebook, check_signs},
    {Code::kCountedTwice, Needs::kRulebook, check_counted_twice},
    {Code::kConstantExpression, Needs::kRulebook, check_constants},
    {Code::kGateNeverFires, Needs::kRulebook, check_gates},
    {Code::kGatesPassNothing, Needs::kRulebook, check_passage},
    {Code::kModelUnreachable, Needs::kRulebook, check_models},
    {Code::kVariantNeverHolds, Needs::kRulebook, check_variants},
    {Code::kContraryExpectation, Needs::kRulebook, check_expectations},
});

template <typename Visit>
void for_each_document(const RulebookDocuments& documents, Visit visit) {
  for (const auto* list : {&documents.findings, &documents.indicators, &documents.landscape, &documents.models}) {
    for (const Document& document : *list) visit(document);
  }
  if (documents.typology.source != nullptr) visit(documents.typology);
}

/// The mark of the innermost node that begins at a place; of length 1 where none does.
Mark mark_at(const Node& node, const Place& place) {
  Mark mark{place.line, place.column, 1};
  if (node.is_scalar() && node.mark.line == place.line && node.mark.column == place.column) return node.mark;
  for (const auto* list : {&node.keys, &node.items}) {
    for (const Node& part : *list) {
      const Mark inner = mark_at(part, place);
      if (inner.length > mark.length) mark = inner;
    }
  }
  return mark;
}

}  // namespace

void CheckReport::add(const Document& document, const Node& node, Code code, Diagnostic::Details details) {
  diagnostics_.push_back(diagnose(*document.source, node.mark, code, std::move(details)));
}

void CheckReport::add(const Place& place, Code code, Diagnostic::Details details) {
  for_each_document(documents_, [&](const Document& document) {
    if (document.source->name != place.file) return;
    diagnostics_.push_back(diagnose(*document.source, mark_at(document.root, place), code, details));
  });
}

std::span<const Check> check_table() { return kChecks; }

Searched::Searched(const Rulebook& rulebook)
    : programs(compile(rulebook)), constants(constant_expressions(rulebook)), unmoved(constants) {}

CheckResult run_checks(Checked checked) {
  std::optional<Searched> searched;
  if (checked.rulebook != nullptr) checked.searched = &searched.emplace(*checked.rulebook);
  CheckReport report(checked.documents);
  for (const Check& check : kChecks) {
    const bool is_fit = check.run != nullptr && (check.needs != Needs::kDocuments || checked.is_whole) &&
                        (check.needs != Needs::kRulebook || checked.rulebook != nullptr);
    if (is_fit) check.run(checked, report);
  }
  return {std::move(report.diagnostics()), std::move(report.reached())};
}

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  const auto key = [](const Diagnostic& d) { return std::tuple(d.place.file, d.place.line, d.place.column); };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

}  // namespace bloctype
