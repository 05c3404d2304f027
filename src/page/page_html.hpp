// A page as one HTML file that stands alone: no script, no outside address, a Content-Security-Policy that allows its
// own style sheet (page.css) and nothing else.
#pragma once

#include <string>
#include <string_view>

#include "page/page.hpp"

namespace bloctype {

/// What stands in the head of the file.
struct HtmlHead {
  std::string language;  ///< of all texts: `en`
  std::string title;     ///< of the window
  std::string contents;  ///< the name of the list of parts
};

/// The page must begin with its heading of level 1, and its headings must not skip a level.
std::string page_html(const Page& page, const HtmlHead& head);

}  // namespace bloctype
