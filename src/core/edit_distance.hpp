// How far two names are apart, for "did you mean": letters that are missing, extra, wrong or swapped.
// Loaders and the command line ask for the nearest known name when one is unknown.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bloctype {

/// The optimal string alignment distance over code points, after fold(): case and accents cost nothing, and a swap of
/// two neighbours costs 1. A byte that is not UTF-8 is a letter of its own. Takes time in the product of the lengths.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `name`: at a distance of at most 2 that is also less than the length of `name`; the
/// smallest distance first, then the longest shared beginning, then the first in byte order. Else the shortest that
/// begins with the whole of `name`, where that has five letters or more. None where there is none. Example:
/// nearest("mercosul", {"caricom", "mercosur"}) is "mercosur".
std::optional<std::string> nearest(std::string_view name, std::span<const std::string> candidates);

}  // namespace bloctype
