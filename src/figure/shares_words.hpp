// What stands around the shares: legend, description, table, and short words for who prevails.
#pragma once

#include <string>

#include "page/scene.hpp"
#include "render/landscape_words.hpp"

namespace bloctype {

/// Short words for who prevails in a run: "strategic", "none", "too few".
std::string short_state(const LandscapeView& view, const LandscapeWords& words, const Catalogue& texts,
                        std::size_t axis, const StretchRun& run);

/// Why nothing is drawn over the years of a run: that no bloc has a model, or that none is coded.
std::string blank_state(const LandscapeView& view, const Catalogue& texts, std::size_t axis, const StretchRun& run);

/// The key to a figure that is drawn.
struct SharesLegend {
  bool has_open = false;      ///< something is open
  bool has_outline = false;   ///< some model prevails
  bool lacks_number = false;  ///< one found no room
};
std::string shares_legend(const LandscapeView& view, const Catalogue& texts, const SharesLegend& drawn);

std::string shares_description(const LandscapeView& view, const LandscapeWords& words, const Catalogue& texts);
/// A row for each axis, run and model.
Table shares_table(const LandscapeView& view, const LandscapeWords& words, const Catalogue& texts);

}  // namespace bloctype
