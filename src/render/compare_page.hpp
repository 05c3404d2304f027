// What `compare` says in the reader's language: which pairs, the placements, then for each pair what differs, those
// facts first that decide.
#pragma once

#include "page/page.hpp"
#include "page/style.hpp"
#include "render/compared_blocs.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// `style` says what stands between short remarks on one line.
Page compare_page(const ComparedBlocs& compared, const Catalogue& texts, const Style& style);

/// The pairs alone, as a part of a report that has the placements elsewhere.
Page compared_differences(const ComparedBlocs& compared, const Catalogue& texts, const Style& style);

}  // namespace bloctype
