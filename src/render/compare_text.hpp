// What `compare` says in the reader's language: which pairs, the placements, then for each pair what differs, those
// facts first that decide.
#pragma once

#include <string>

#include "page/style.hpp"
#include "render/compared_blocs.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

std::string render_compare_text(const ComparedBlocs& compared, const Catalogue& texts, const Style& style);

}  // namespace bloctype
