// A page as text for a terminal or a file: wrapped, with colours where they can be shown.
#pragma once

#include <string>

#include "page/page.hpp"
#include "page/style.hpp"

namespace bloctype {

std::string page_text(const Page& page, const Style& style);

}  // namespace bloctype
