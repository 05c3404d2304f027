// What `rules check` found, for programs.
#pragma once

#include <string>

#include "render/check_page.hpp"

namespace bloctype {

/// One JSON text (schema_version 1). Messages are in the language of `texts`.
std::string render_check_json(const CheckedRulebook& checked, const Catalogue& texts);

}  // namespace bloctype
