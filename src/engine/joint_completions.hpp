// A year's effective number of models against the mean of earlier years where placements are open. One and the same
// period may stand in both; then it is settled once, and the ends of the two numbers do not come together at will.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "engine/landscape.hpp"

namespace bloctype {

inline constexpr std::size_t kMostJointCompletions = 1024;

/// Whether `year` has fewer models than the mean of `earlier`, whatever is settled in any of them; none where that
/// makes a difference, or has more than kMostJointCompletions ways. `earlier` has an entry for each year, at least one;
/// some bloc is surely placed in each.
std::optional<bool> has_fewer_models(const Stretch& year, std::span<const Stretch* const> earlier);

}  // namespace bloctype
