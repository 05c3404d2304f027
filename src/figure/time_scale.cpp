// Years.
#include "figure/time_scale.hpp"

#include <algorithm>
#include <array>

namespace bloctype {
namespace {

constexpr int kMostTicks = 8;

/// Whether `next` begins no sooner than `last` ends; a shared boundary year is none that they share.
bool follows(const FigureCase& last, const FigureCase& next) {
  return last.to && *next.from >= *last.to && *next.from > *last.from;
}

}  // namespace

std::vector<int> TimeScale::ticks() const {
  constexpr std::array kSteps = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};
  const auto step =
      *std::find_if(kSteps.begin(), kSteps.end() - 1, [&](int s) { return (last - first) / s < kMostTicks; });
  std::vector<int> years;
  for (int year = (first + step - 1) / step * step; year < last; year += step) years.push_back(year);
  return years;
}

std::optional<TimeScale> time_scale(std::span<const FigureCase> cases, double left, double right) {
  std::optional<int> first;
  int last = 0;
  for (const FigureCase& entry : cases) {
    if (!entry.from) continue;
    first = std::min(first.value_or(*entry.from), *entry.from);
    last = std::max({last, *entry.from, entry.to.value_or(0)});
  }
  if (!first) return std::nullopt;
  return TimeScale{*first, last + 1, left, right};
}

int end_of(std::span<const FigureCase> cases, std::size_t subject, const TimeScale& scale) {
  const FigureCase& entry = cases[subject];
  if (!entry.to) return scale.last;
  const auto takes_over = [&](const FigureCase& next) {
    return next.bloc == entry.bloc && next.from == entry.to && *next.from > *entry.from;
  };
  return std::any_of(cases.begin(), cases.end(), takes_over) ? *entry.to : *entry.to + 1;
}

std::vector<Track> tracks_of(std::span<const FigureCase> cases) {
  std::vector<Track> all;
  for (const std::vector<std::size_t>& members : FigureBlocs(cases).members) {
    std::vector<Track> tracks;
    for (const std::size_t subject : members) {
      if (!cases[subject].from) continue;
      const auto fits = [&](const Track& track) { return follows(cases[track.cases.back()], cases[subject]); };
      const auto found = std::find_if(tracks.begin(), tracks.end(), fits);
      if (found != tracks.end()) {
        found->cases.push_back(subject);
      } else {
        tracks.push_back({{subject}, tracks.size() + 1});
      }
    }
    all.insert(all.end(), tracks.begin(), tracks.end());
  }
  return all;
}

}  // namespace bloctype
