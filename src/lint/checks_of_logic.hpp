// Checks on what the rules do together: features that count twice or both ways, and rules that nothing can bring to
// count. The latter search over the scale words (lint/search).
#pragma once

#include "lint/checks.hpp"

namespace bloctype {

void check_signs(const Checked& checked, CheckReport& report);
void check_counted_twice(const Checked& checked, CheckReport& report);
void check_constants(const Checked& checked, CheckReport& report);
void check_gates(const Checked& checked, CheckReport& report);
void check_passage(const Checked& checked, CheckReport& report);
void check_models(const Checked& checked, CheckReport& report);
void check_variants(const Checked& checked, CheckReport& report);
void check_expectations(const Checked& checked, CheckReport& report);

}  // namespace bloctype
