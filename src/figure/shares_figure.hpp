// Shares of models over the years: for each axis a panel with the shares of each stretch of years, one upon the other
// from 0 to 1, and below it who prevails, how many blocs have a model and how many models there are in effect.
#pragma once

#include <string_view>

#include "page/scene.hpp"
#include "render/landscape_view.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

inline constexpr std::string_view kSharesFigure = "shares";  ///< its name for commands

Figure draw_shares(const LandscapeView& view, const Catalogue& texts);

}  // namespace bloctype
