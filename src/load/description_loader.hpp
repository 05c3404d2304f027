// A document to a Description: names resolved against the rulebook, facts shared by all periods laid under each,
// periods in order of time.
#pragma once

#include "core/diagnostic.hpp"
#include "model/description.hpp"
#include "model/document.hpp"
#include "model/vocabulary.hpp"

namespace bloctype {

/// Reads what `document` says of one bloc. A period's entry for an indicator replaces the shared one whole.
Loaded<Description> load_description(const Document& document, const Rulebook& rulebook, const Vocabulary& vocabulary);

}  // namespace bloctype
