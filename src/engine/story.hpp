// What sources say of a region over time, held against coded blocs: year by year a claim is borne out, contradicted, or
// cannot be told. The blocs given are what it is about, never the region.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/landscape.hpp"

namespace bloctype {

enum class Outcome : std::uint8_t { kBorneOut, kAgainst, kUntold };
std::string_view name(Outcome outcome);

/// Why nothing can be told.
enum class Untold : std::uint8_t {
  kTold,       ///< it can
  kNotCoded,   ///< no bloc is coded then
  kTooFew,     ///< fewer blocs are placed than the rulebook asks for
  kOpen,       ///< placements that are open could turn it
  kNoEarlier,  ///< nothing can be told of the earlier years that it is set against
};
std::string_view name(Untold reason);

/// Successive years of a claim that come out alike.
struct ClaimSpan {
  YearSpan years;
  Outcome outcome = Outcome::kUntold;
  Untold reason = Untold::kTold;
  /// Those that any of these years is told by: where a model is claimed to prevail, those in it; against the claim that
  /// none does, those in one that does; else all that are placed. For kOpen, those that are open.
  std::vector<std::size_t> blocs;
};

/// Years in which a claim that is borne out would be contradicted without one of the blocs, or the other way round.
struct HangsOn {
  std::size_t bloc = 0;
  std::vector<ClaimSpan> without;  ///< with the outcome that the other blocs give
};

struct ClaimResult {
  const StoryClaim* claim = nullptr;
  std::vector<ClaimSpan> spans;  ///< all years of the claim, in order
  /// For kLessDiverse: the mean of the effective number of models over the earlier years of which it can be told.
  std::optional<Range> earlier;
  std::vector<HangsOn> hangs_on;
};

/// One result for each claim of the rulebook, in its order.
std::vector<ClaimResult> tested_claims(const Classifier& classifier, std::span<const BlocResult> blocs,
                                       const Landscape& landscape);

}  // namespace bloctype
