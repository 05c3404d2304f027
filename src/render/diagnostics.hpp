// Diagnostics as a reader sees them: place, sentence, the line with a caret, and what to do.
#pragma once

#include <span>
#include <string>

#include "core/diagnostic.hpp"
#include "page/page.hpp"
#include "page/style.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

enum class DiagnosticForm { kFull, kShort };  ///< short: one line each

/// How many diagnostics are printed; the rest are counted.
inline constexpr std::size_t kMaxDiagnostics = 100;

/// What a diagnostic says and advises, unwrapped; the advice may be empty.
struct DiagnosticText {
  std::string message, help;
};
DiagnosticText diagnostic_text(const Diagnostic& diagnostic, const Catalogue& texts);

/// All of them in order, at most kMaxDiagnostics, and how many more there are.
Page diagnostics_page(std::span<const Diagnostic> diagnostics, const Catalogue& texts, DiagnosticForm form);
/// The same as text.
std::string render_diagnostics(std::span<const Diagnostic> diagnostics, const Catalogue& texts, const Style& style,
                               DiagnosticForm form);

}  // namespace bloctype
