// Checks on what the documents say: citations, claims, texts, and names that nothing uses. They need no rulebook, so
// they run where it cannot be loaded.
#pragma once

#include "lint/checks.hpp"

namespace bloctype {

void check_unread_files(const Checked& checked, CheckReport& report);
void check_identity(const Checked& checked, CheckReport& report);
void check_citations(const Checked& checked, CheckReport& report);
void check_verdicts(const Checked& checked, CheckReport& report);
void check_unused_indicators(const Checked& checked, CheckReport& report);
void check_unused_sources(const Checked& checked, CheckReport& report);
void check_unused_verdicts(const Checked& checked, CheckReport& report);
void check_missing_citations(const Checked& checked, CheckReport& report);
void check_missing_claims(const Checked& checked, CheckReport& report);
void check_missing_texts(const Checked& checked, CheckReport& report);

}  // namespace bloctype
