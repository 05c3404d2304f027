// How facts are coded, in words: the register and the scale of an indicator, and what a period says of it.
#pragma once

#include <string>

#include "render/show_view.hpp"

namespace bloctype {

/// Under which key of the texts the register of an indicator is told: `declared`, `done`, `both`.
std::string register_key(const Indicator& indicator);

/// "absent, marginal, substantial or full"
std::string scale_words(const Rulebook& rulebook, const Phrases& phrases, const Catalogue& texts);

/// How a period codes an indicator, and where that stands: "substantial, 18-H"; both registers where they differ;
/// empty where nothing is coded.
std::string coded_words(const ShowView& view, const PlacedPeriod& placed, std::size_t indicator);

}  // namespace bloctype
