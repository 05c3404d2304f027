// Many blocs over time: which are placed how in which years, how placements are shared among models, when one prevails,
// who changed in kind, and where members stand in contradicting blocs. Plain data, made from placements alone;
// `landscape` tells it, and figures draw it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/change.hpp"
#include "engine/classify.hpp"
#include "engine/contradiction.hpp"
#include "engine/period_pairs.hpp"
#include "engine/shares.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

/// How a bloc counts on an axis in a year, by deeds: what words alone place is open.
enum class Presence : std::uint8_t {
  kPlaced,   ///< in a model at least
  kOpen,     ///< in none, and of some it is open
  kNone,     ///< in none
  kVerdict,  ///< a gate or outcome comes before the models
};
std::string_view name(Presence presence);

/// A bloc that is coded in a year; bloc and period by their place in the blocs given.
struct BlocInYear {
  Side side;
  Presence presence = Presence::kNone;
  ModelsOfBloc models;
};

/// Whether one model prevails among the blocs of a year.
struct Prevailing {
  enum class State : std::uint8_t {
    kPrevails,  ///< `models` have a share above the threshold, whatever comes of the open ones
    kCould,     ///< `models` may have, by what is open
    kNone,      ///< no model has
    kTooFew,    ///< fewer blocs are placed than the rulebook asks for, as far as it matters
    kNobody,    ///< no bloc is placed, nor can be
  };

  State state = State::kNobody;
  std::vector<std::size_t> models;  ///< by their place on the axis

  bool operator==(const Prevailing&) const = default;
};
std::string_view name(Prevailing::State state);

/// Years in which every bloc is in one and the same period, or uncoded.
struct Stretch {
  YearSpan years;
  std::vector<BlocInYear> blocs;  ///< those that are coded, in the order given
  Shares shares;
  Prevailing prevailing;
};

/// Neighbouring stretches of an axis by their places, the last included.
struct StretchRun {
  std::size_t first = 0;
  std::size_t last = 0;
};

struct AxisLandscape {
  std::vector<Stretch> stretches;  ///< from the first year to the last, without a gap

  const Stretch* in_year(int year) const;
  YearSpan years(const StretchRun& run) const {
    return {stretches[run.first].years.from, stretches[run.last].years.to};
  }
  /// Runs in which the same prevails.
  std::vector<StretchRun> runs_of_prevailing() const;
  /// Runs with the same shares of the same number of blocs.
  std::vector<StretchRun> runs_of_shares() const;
};

/// Two periods of a bloc: neighbours, or with periods between them that stay open.
struct BlocChange {
  std::size_t bloc = 0;
  std::size_t before = 0;
  std::size_t period = 0;  ///< the later one
  std::size_t axis = 0;
  Register reg = Register::kPractice;  ///< in which both are told
};

/// Members of two blocs that at once stand in models which have nothing in common.
struct ContradictingOverlap {
  std::array<Side, 2> sides;
  YearSpan years;
  std::vector<std::string> members;
  Contradiction contradiction;
};

struct Landscape {
  YearSpan years;                   ///< first to last year coded; a period that goes on lasts to the last year known
  std::vector<AxisLandscape> axes;  ///< as the rulebook lists them
  std::vector<BlocChange> changes;  ///< in kind, bloc by bloc, then in order of time
  /// Neighbours of which what is open leaves untold whether they differ in kind, but for those within a change.
  std::vector<BlocChange> untold;
  std::vector<ContradictingOverlap> overlaps;
};

/// Whether a bloc stands in time: a description without periods does not.
bool has_years(const Description& bloc);

/// `blocs` are of `classifier`, each with its periods in order of time, and at least one of them has years; those that
/// have none are passed over.
Landscape landscape_of(const Classifier& classifier, std::span<const BlocResult> blocs);
/// One axis over the same years, one of the blocs left out.
AxisLandscape axis_without(const Classifier& classifier, std::span<const BlocResult> blocs, std::size_t axis,
                           std::size_t left_out);

}  // namespace bloctype
