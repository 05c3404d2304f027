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
});
static_assert(kTable.size() == static_cast<std::size_t>(Code::kCount), "every code has its row");

}  // namespace

std::span<const CodeInfo> code_table() { return kTable; }

const CodeInfo& info(Code code) { return kTable[static_cast<std::size_t>(code)]; }

bool has_errors(std::span<const Diagnostic> diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return info(d.code).severity == Severity::kError; });
}

}  // namespace bloctype
