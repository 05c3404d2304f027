// A figure as SVG.
#pragma once

#include <string>
#include <string_view>

#include "page/scene.hpp"

namespace bloctype {

/// Where the drawing goes: into a file of its own, or into a page, whose style sheet colours it by class.
enum class SvgPlace { kFile, kPage };

/// Well-formed SVG 1.1 without script, outside address or style attribute. `id` begins the ids in it, and must be
/// unique on a page.
std::string render_svg(const Figure& figure, SvgPlace place, std::string_view id);

}  // namespace bloctype
