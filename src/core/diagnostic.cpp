// The one table of diagnostic codes; the parser, the help and the tests read it.
#include "core/diagnostic.hpp"

#include <algorithm>
#include <array>

namespace bloctype {
namespace {

constexpr auto kTable = std::to_array<CodeInfo>({
    {"no-such-file"},
    {"not-a-file"},
    {"unreadable-file"},
    {"file-too-large"},
    {"empty-file"},
    {"invalid-utf8"},
    {"control-character"},
    {"yaml-syntax"},
    {"yaml-anchor"},
    {"yaml-tag"},
    {"yaml-complex-key"},
    {"yaml-second-document"},
    {"yaml-too-deep"},
    {"yaml-too-large"},
    {"duplicate-key"},
    {"unknown-key"},
    {"missing-key"},
    {"wrong-shape"},
    {"empty-list"},
    {"empty-text"},
    {"unknown-word"},
    {"unknown-choice"},
    {"out-of-range"},
    {"decimal-comma"},
    {"yes-no-only"},
    {"split-coding"},
    {"unused-value", Severity::kWarning},
    {"reversed-interval"},
    {"interval-ends"},
    {"unknown-in-interval"},
    {"unknown-indicator"},
    {"unknown-source"},
    {"no-facts"},
    {"invalid-year"},
    {"period-reversed"},
    {"period-overlap"},
    {"duplicate-id"},
    {"missing-source", Severity::kWarning},
    {"no-rules-directory"},
    {"empty-rules"},
    {"unknown-feature"},
    {"unknown-model"},
    {"unknown-axis"},
    {"invalid-weight"},
    {"misplaced-weight"},
    {"misplaced-register"},
    {"invalid-count"},
    {"reserved-id"},
    {"no-cap"},
    {"invalid-id"},
    {"unknown-bloc"},
    {"unknown-period"},
    {"usage"},
    {"output-failed"},
    {"output-is-input"},
    {"csv-utf16"},
    {"csv-workbook"},
    {"csv-duplicate-column"},
    {"csv-empty-column", Severity::kWarning},
    {"csv-unknown-column", Severity::kWarning},
    {"csv-missing-column"},
    {"csv-too-many-columns"},
    {"csv-no-indicators", Severity::kWarning},
    {"csv-no-rows", Severity::kWarning},
    {"csv-ragged-row"},
    {"csv-stray-quote"},
    {"csv-text-after-quote"},
    {"csv-unclosed-quote"},
    {"csv-cell-too-long"},
    {"csv-row-too-long"},
    {"csv-windows-1252", Severity::kWarning},
    {"csv-no-line-end", Severity::kWarning},
    {"csv-no-bloc"},
    {"csv-repeated-period", Severity::kWarning},
    {"csv-not-grouped"},
    {"unknown-expectation"},
    {"unknown-register"},
    {"unknown-coder"},
    {"result-too-large"},
    {"unknown-name"},
    {"case-circle"},
    {"misplaced-formally"},
    {"no-cases"},
    {"unfit-bloc"},
    {"unread-file", Severity::kWarning},
    {"borrowed-identity", Severity::kWarning},
    {"unknown-citation"},
    {"unknown-verdict"},
    {"unused-indicator", Severity::kWarning},
    {"unused-source", Severity::kWarning},
    {"unused-verdict", Severity::kWarning},
    {"missing-citation"},
    {"missing-claim"},
    {"missing-text", Severity::kWarning},
    {"both-signs", Severity::kWarning},
    {"counted-twice", Severity::kWarning},
    {"constant-expression"},
    {"gate-never-fires"},
    {"gates-pass-nothing"},
    {"model-unreachable"},
    {"variant-never-holds"},
    {"contrary-expectation"},
    {"search-gave-up", Severity::kWarning},
});
static_assert(kTable.size() == static_cast<std::size_t>(Code::kCount), "every code has its row");

}  // namespace

std::span<const CodeInfo> code_table() { return kTable; }

const CodeInfo& info(Code code) { return kTable[static_cast<std::size_t>(code)]; }

Severity severity_of(const Diagnostic& diagnostic) {
  return diagnostic.severity.value_or(info(diagnostic.code).severity);
}

bool has_errors(std::span<const Diagnostic> diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return severity_of(d) == Severity::kError; });
}

}  // namespace bloctype
