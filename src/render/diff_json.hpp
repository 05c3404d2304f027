// What `rules diff` found, for programs.
#pragma once

#include <string>

#include "render/diff_page.hpp"

namespace bloctype {

/// One JSON text (schema_version 1).
std::string render_diff_json(const ComparedRulebooks& compared);

}  // namespace bloctype
