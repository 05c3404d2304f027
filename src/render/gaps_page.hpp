// What `rules gaps` says: for each axis the small descriptions that are contested or placed nowhere, each with why, and
// how far the search looked.
#pragma once

#include <span>

#include "engine/classify.hpp"
#include "lint/gaps.hpp"
#include "page/page.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// At most `most` descriptions of each axis and kind; the others are counted.
Page gaps_page(const Classifier& classifier, std::span<const GapsOfKind> gaps, std::size_t most,
               const Catalogue& texts);

}  // namespace bloctype
