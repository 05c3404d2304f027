// What `compare` tells: results, how the user named the blocs, and what differs between their periods. Shared by text
// and JSON.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/comparison.hpp"

namespace bloctype {

struct ComparedBlocs {
  const Classifier& classifier;
  std::span<const BlocResult> blocs;
  std::span<const std::string> arguments;  ///< one for each bloc: how it was first named
  const std::vector<PairComparison>& pairs;
  std::optional<std::size_t> axis;  ///< this one only

  const BlocResult& bloc(const Side& side) const { return blocs[side.bloc]; }
  const PeriodResult& period(const Side& side) const { return blocs[side.bloc].periods[side.period]; }
  bool shows(std::size_t a) const { return !axis || *axis == a; }
};

}  // namespace bloctype
