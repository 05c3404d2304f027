// `landscape` as JSON: ids and numbers, the same in every language.
#pragma once

#include <string>

#include "render/landscape_view.hpp"

namespace bloctype {

std::string render_landscape_json(const LandscapeView& view);

}  // namespace bloctype
