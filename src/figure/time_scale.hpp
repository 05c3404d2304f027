// Years as places on a line, and which cases can share one line.
#pragma once

#include <optional>
#include <vector>

#include "figure/figure_case.hpp"

namespace bloctype {

/// Years between two places, from the beginning of `first` to that of `last`, which is drawn no more.
struct TimeScale {
  int first = 0;
  int last = 1;  ///< above `first`
  double left = 0;
  double right = 1;

  double at(double year) const { return left + (year - first) / (last - first) * (right - left); }
  /// Years for ticks: multiples of a round number, a handful.
  std::vector<int> ticks() const;
};

/// From the first year of any case to the end of the last year known. None where no case has a first year.
std::optional<TimeScale> time_scale(std::span<const FigureCase> cases, double left, double right);

/// The year at whose beginning a case ends on the scale: the one after its last, but its last where a later case of the
/// bloc begins in that; the end of the scale where it goes on.
int end_of(std::span<const FigureCase> cases, std::size_t subject, const TimeScale& scale);

/// Cases of one bloc that can stand on one line, in order of time.
struct Track {
  std::vector<std::size_t> cases;
  std::size_t number = 1;  ///< the bloc's first, second, ... line
};

/// A track for each bloc, and further ones where its cases share time (as those of several coders do). Without those
/// that have no first year.
std::vector<Track> tracks_of(std::span<const FigureCase> cases);

}  // namespace bloctype
