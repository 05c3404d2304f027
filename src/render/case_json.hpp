// What `rules test` found, for programs.
#pragma once

#include <string>

#include "render/case_report.hpp"

namespace bloctype {

/// One JSON text (schema_version 1): `cases`, each with its failures, `coverage` or null, `passed` and `failed`.
std::string render_case_json(const CaseReport& report);

}  // namespace bloctype
