// A page as Markdown (CommonMark, with the tables of GitHub), for an appendix or a pull request.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/page.hpp"

namespace bloctype {

std::string page_markdown(const Page& page);

/// The first two lines of a table, of whose columns the first `heads` stand to the left and the others, numbers, to the
/// right; and a line of it. For tables that come row by row.
std::string markdown_head(const std::vector<std::string>& cells, std::size_t heads);
std::string markdown_row(const std::vector<std::string>& cells);

/// `text` so that it reads as it is: marks, HTML and references in it stay letters, and so do addresses, since they may
/// come from a stranger's file.
std::string markdown(std::string_view text);

}  // namespace bloctype
