// `landscape` as a page, for text and Markdown.
#pragma once

#include "page/page.hpp"
#include "render/landscape_view.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

Page landscape_page(const LandscapeView& view, const Catalogue& texts);

}  // namespace bloctype
