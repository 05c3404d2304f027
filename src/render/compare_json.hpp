// What `compare` finds as one JSON text (schema_version 1).
#pragma once

#include <string>

#include "render/compared_blocs.hpp"

namespace bloctype {

std::string render_compare_json(const ComparedBlocs& compared);

}  // namespace bloctype
