// What `rules check` says: every finding with its place, reason and advice, on request what shows that each rule can
// count, and the sum of it.
#pragma once

#include <algorithm>
#include <span>
#include <string>

#include "core/diagnostic.hpp"
#include "lint/checks.hpp"
#include "model/rulebook.hpp"
#include "page/page.hpp"
#include "page/style.hpp"
#include "render/diagnostics.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

struct CheckedRulebook {
  std::string name;                    ///< the folder, or the rulebook's id
  const Rulebook* rulebook = nullptr;  ///< nullptr where it could not be loaded
  std::size_t cases = 0;
  std::span<const Diagnostic> diagnostics;
  std::span<const Reached> reached;

  std::size_t count(Severity severity) const {
    return static_cast<std::size_t>(std::count_if(diagnostics.begin(), diagnostics.end(),
                                                  [&](const Diagnostic& d) { return severity_of(d) == severity; }));
  }
};

enum class CheckDetail { kUsual, kWitnesses };

/// Witnesses are told where `detail` asks for them.
Page check_page(const CheckedRulebook& checked, CheckDetail detail, DiagnosticForm form, const Catalogue& texts);

/// The checks with their codes, severities and titles, for the help.
std::string list_of_checks(const Catalogue& texts, const Style& style);

}  // namespace bloctype
