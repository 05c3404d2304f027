// What `rules gaps` says: for each axis the small descriptions that are contested or placed nowhere, each with why, and
// how far the search looked. As text and JSON.
#pragma once

#include <span>
#include <string>

#include "engine/classify.hpp"
#include "lint/gaps.hpp"
#include "page/style.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// At most `most` descriptions of each axis and kind; the others are counted.
std::string render_gaps_text(const Classifier& classifier, std::span<const GapsOfKind> gaps, std::size_t most,
                             const Catalogue& texts, const Style& style);

/// One JSON text (schema_version 1) with all of them.
std::string render_gaps_json(const Classifier& classifier, std::span<const GapsOfKind> gaps);

}  // namespace bloctype
