// What `rules check` says: every finding with its place, reason and advice, on request what shows that each rule can
// count, and the sum of it. As text and JSON.
#pragma once

#include <span>
#include <string>

#include "core/diagnostic.hpp"
#include "lint/checks.hpp"
#include "model/rulebook.hpp"
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
};

enum class CheckDetail { kUsual, kWitnesses };

std::string render_check_text(const CheckedRulebook& checked, CheckDetail detail, DiagnosticForm form,
                              const Catalogue& texts, const Style& style);

/// One JSON text (schema_version 1). Messages are in the language of `texts`.
std::string render_check_json(const CheckedRulebook& checked, const Catalogue& texts);

/// The checks with their codes, severities and titles, for the help.
std::string list_of_checks(const Catalogue& texts, const Style& style);

}  // namespace bloctype
