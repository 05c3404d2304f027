// Members that stand at once in two blocs which share no model. Comparison and landscape ask it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/classify.hpp"

namespace bloctype {

/// The same members stand at once in blocs that share no model on an axis.
struct Contradiction {
  std::size_t axis = 0;
  Certainty certainty = Certainty::kDecided;  ///< the lesser of the two placements
};

/// The members that both descriptions list, sorted, each once.
std::vector<std::string> shared_members(const Description& a, const Description& b);

/// The axes on which both periods place models by deeds and share none, nor could by what is open.
std::vector<Contradiction> contradictions(const PeriodResult& a, const PeriodResult& b);

}  // namespace bloctype
