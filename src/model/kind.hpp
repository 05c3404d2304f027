// The kinds of placement, and their names, which no verdict may take.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace bloctype {

enum class Kind : std::uint8_t { kPure, kHybrid, kNone, kAtLeast, kUndecided, kContested, kVerdict };

inline constexpr std::array<std::string_view, 6> kKindNames = {"pure",     "hybrid",    "none",
                                                               "at_least", "undecided", "contested"};

/// The name of a kind; of kVerdict it is empty, since the verdict's own id stands in its place.
constexpr std::string_view name(Kind kind) {
  return kind == Kind::kVerdict ? std::string_view() : kKindNames[static_cast<std::size_t>(kind)];
}

constexpr bool is_kind_word(std::string_view word) {
  return std::find(kKindNames.begin(), kKindNames.end(), word) != kKindNames.end();
}

/// What stands for a variant, and so may not be one's id: none of the model's variants is known to hold, and some may;
/// or it is known that none does.
inline constexpr std::string_view kVariantOpen = "undetermined";
inline constexpr std::string_view kNoVariant = "none";

/// How many models an axis may have.
inline constexpr std::size_t kMaxModels = 64;

}  // namespace bloctype
