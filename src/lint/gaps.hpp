// What a rulebook leaves open by its own rules: small descriptions, in scale words, that an axis places nowhere or
// leaves contested, whatever else is coded. For the author of a typology, before a reviewer finds them.
#pragma once

#include <cstddef>
#include <vector>

#include "lint/search.hpp"
#include "model/kind.hpp"

namespace bloctype {

/// A description that the rules leave so.
struct RuleGap {
  Kind kind = Kind::kNone;          ///< kNone or kContested
  std::vector<std::size_t> models;  ///< those that contest, by their place on the axis
  std::vector<CodedFact> facts;     ///< none of them can be left out
};

/// The gaps of one axis and one kind: fewest facts first, then by indicator and degree. One for each way in which the
/// rules can leave a case there: for kNone, each choice of a necessary feature, the typical ones or a contrary one that
/// keeps each model out; for kContested, each set of models.
struct GapsOfKind {
  std::size_t axis = 0;
  Kind kind = Kind::kNone;
  std::vector<RuleGap> gaps;
  std::size_t looked = 0;  ///< partial descriptions that were evaluated
  std::size_t ways = 0;    ///< that were looked at
  bool complete = true;    ///< all ways were, and no search gave up
};

/// How many ways are looked at for one axis and kind, and how many descriptions are evaluated, before it is left at
/// that.
inline constexpr std::size_t kMostWays = 2'000;
inline constexpr std::size_t kMostLooked = 200'000;

/// The gaps of an axis in practice, which is the register that places: kNone, and kContested on an axis of rivals.
std::vector<GapsOfKind> find_gaps(const Program& practice, std::size_t axis);

}  // namespace bloctype
