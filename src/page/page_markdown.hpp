// A page as Markdown (CommonMark, with the tables of GitHub), for an appendix or a pull request.
#pragma once

#include <string>
#include <string_view>

#include "page/page.hpp"

namespace bloctype {

std::string page_markdown(const Page& page);

/// `text` so that it reads as it is: marks, HTML and references in it stay letters.
std::string markdown(std::string_view text);

}  // namespace bloctype
