// Codings for the benchmarks: every indicator of a rulebook answered, in the same way on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/rulebook.hpp"

namespace bloctype::bench {

/// A value in [0, 1] for each indicator: a value of the scale, or 0 or 1 for yes and no, drawn with SplitMix64. Under
/// an even `number` the gates of every axis are open, so that models decide; under an odd one most are closed.
std::vector<double> coded_values(const Rulebook& rulebook, std::uint64_t number);

/// The same coding as a description in YAML.
std::string coded_description(const Rulebook& rulebook, std::uint64_t number);

}  // namespace bloctype::bench
