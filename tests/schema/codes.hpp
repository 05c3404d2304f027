// What the schemas see of what the loaders report.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "core/diagnostic.hpp"

namespace bloctype::schema {

/// Errors of the shape of a document: the schemas refuse what has one.
inline constexpr auto kSeen =
    std::to_array<std::string_view>({"decimal-comma",      "empty-list",          "empty-text",        "interval-ends",
                                     "invalid-count",      "invalid-id",          "invalid-weight",    "invalid-year",
                                     "misplaced-register", "misplaced-weight",    "missing-key",       "no-cap",
                                     "no-facts",           "out-of-range",        "reserved-id",       "split-coding",
                                     "unknown-choice",     "unknown-in-interval", "unknown-indicator", "unknown-key",
                                     "unknown-word",       "wrong-shape",         "yes-no-only"});

/// Errors of how the parts of documents stand to one another, which a schema cannot say: names that must exist or be
/// new, and orders of years and of numbers.
inline constexpr auto kUnseen = std::to_array<std::string_view>({"duplicate-id", "period-overlap", "period-reversed",
                                                                 "reversed-interval", "unknown-axis", "unknown-feature",
                                                                 "unknown-model", "unknown-name", "unknown-source"});

inline bool is_seen(std::string_view code) { return std::find(kSeen.begin(), kSeen.end(), code) != kSeen.end(); }
inline bool is_unseen(std::string_view code) {
  return std::find(kUnseen.begin(), kUnseen.end(), code) != kUnseen.end();
}

}  // namespace bloctype::schema
