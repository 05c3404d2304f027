// What `rules diff` says: the placements that differ between two rulebooks, each with the rule that does it, and the
// rules that differ.
#pragma once

#include <span>
#include <string>

#include "lint/rulebook_diff.hpp"
#include "page/page.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

struct ComparedRulebooks {
  const AlignedRulebooks& rulebooks;
  std::array<std::string, 2> names;  ///< as the user knows them: folders, or the id of the one inside
  const RulebookDiff& diff;
  std::span<const Compared> compared;
};

Page diff_page(const ComparedRulebooks& compared, const Catalogue& texts);

}  // namespace bloctype
