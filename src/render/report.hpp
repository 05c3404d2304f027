// What every HTML report has around its parts: a title and the typology before them; how to read and how to cite it
// after them.
#pragma once

#include <span>
#include <string>

#include "engine/classify.hpp"
#include "page/page.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// A page with a title of its own.
struct Report {
  std::string title;
  Page page;                 ///< without the title and without what every report ends with
  std::string reading = {};  ///< how its numbers are read; those of placements where nothing stands here
};

/// The whole file. `blocs` are those whose sources are listed; there may be none.
std::string report_html(Report report, const Rulebook& rulebook, std::span<const BlocResult> blocs,
                        const Catalogue& texts);

}  // namespace bloctype
