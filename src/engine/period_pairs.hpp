// Which periods of which blocs are set side by side: successive ones of a bloc, and of two blocs those that share time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/description.hpp"

namespace bloctype {

/// A period of a bloc, both by their place in the lists that are compared.
struct Side {
  std::size_t bloc = 0;
  std::size_t period = 0;
};

/// Why two periods are compared: one follows the other in the same bloc, they share time, or they are the last of blocs
/// that share none.
enum class Pairing : std::uint8_t { kSuccessive, kOverlap, kLast };
std::string_view name(Pairing pairing);

struct PeriodPair {
  std::array<Side, 2> sides;
  Pairing pairing = Pairing::kSuccessive;
};

/// Whether two periods share more than a year in which one ends and the other begins. A period without a first year
/// shares time with none; one without a last year goes on.
bool overlap(const Period& a, const Period& b);

/// Periods of two blocs that share time, by their place in each list.
std::vector<std::array<std::size_t, 2>> overlapping(const std::vector<Period>& first, const std::vector<Period>& other);

/// First the pairs of two blocs, each bloc with the first one; then those of one bloc. `blocs` have their periods in
/// order of time.
std::vector<PeriodPair> period_pairs(std::span<const Description* const> blocs);

}  // namespace bloctype
