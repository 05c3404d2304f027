// Two rulebooks over the same indicators, so that the facts of one description are facts for both. Called by `rules
// diff`.
#pragma once

#include "model/rulebook.hpp"

namespace bloctype {

/// Two rulebooks over the same indicators: each has all of both, in order of their ids. No placement changes by that.
struct AlignedRulebooks {
  Rulebook first, second;
};
AlignedRulebooks aligned(const Rulebook& first, const Rulebook& second);

}  // namespace bloctype
