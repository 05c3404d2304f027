// The claims of a rulebook about a region over time, and how they fare with the blocs given, as sentences.
#pragma once

#include <string>
#include <vector>

#include "render/landscape_words.hpp"

namespace bloctype {

/// A claim and what the blocs make of it.
struct ClaimTold {
  std::string subject;                ///< "Open regionalism before the turn of 2003 (1991–2002)"
  std::string says, cite;             ///< what is claimed, and where that stands
  Claim claim = Claim::kAuthor;       ///< whose it is
  std::string headline;               ///< how it fares over all its years: "not borne out"
  std::vector<std::string> verdicts;  ///< the same year by year, with the blocs that carry it
  std::string ours;                   ///< what of the test is ours; may be empty
};

/// Those on the axes that are shown, in the order of the rulebook.
std::vector<ClaimTold> story_of(const LandscapeView& view, const LandscapeWords& words, const Catalogue& texts);

}  // namespace bloctype
