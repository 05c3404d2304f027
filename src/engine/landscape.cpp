// Cuts time where a period begins or ends; between two cuts nothing changes.
#include "engine/landscape.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "core/number.hpp"

namespace bloctype {
namespace {

/// Where a bloc stands by deeds.
BlocInYear standing(const PeriodResult& period, std::size_t axis, const Side& side) {
  const Placement& placement = period.axes[axis].placements[index_of(Register::kPractice)];
  BlocInYear result{side, Presence::kVerdict, {}};
  if (placement.gate) return result;
  result.models.in = placement.models;
  for (std::size_t m = 0; m < placement.memberships.size(); ++m) {
    if (placement.memberships[m].status == Status::kOpen) result.models.open.push_back(m);
  }
  const bool is_open = !result.models.open.empty();
  result.presence = !placement.models.empty() ? Presence::kPlaced : is_open ? Presence::kOpen : Presence::kNone;
  return result;
}

Prevailing prevailing(const Shares& shares, std::span<const ModelsOfBloc> blocs, const LandscapeRules& rules) {
  using State = Prevailing::State;
  if (shares.possibly_placed == 0) return {State::kNobody, {}};
  if (shares.possibly_placed < rules.least_blocs) return {State::kTooFew, {}};
  std::vector<std::size_t> sure, possible;
  for (std::size_t m = 0; m < shares.of_models.size(); ++m) {
    if (less9(rules.prevails_above, shares.of_models[m].low)) sure.push_back(m);
    if (less9(rules.prevails_above, greatest_share(m, blocs, rules.least_blocs))) possible.push_back(m);
  }
  const bool is_enough = shares.surely_placed >= rules.least_blocs;
  if (!sure.empty() && is_enough) return {State::kPrevails, std::move(sure)};
  if (!possible.empty()) return {State::kCould, std::move(possible)};
  return {is_enough ? State::kNone : State::kTooFew, {}};
}

class Surveyor {
 public:
  Surveyor(const Classifier& classifier, std::span<const BlocResult> blocs) : classifier_(classifier), blocs_(blocs) {
    years_ = {std::numeric_limits<int>::max(), 0};
    for (const BlocResult& bloc : blocs) {
      for (const PeriodResult& result : bloc.periods) {
        const Period& period = *result.period;
        if (!period.from) continue;
        years_.from = std::min(years_.from, *period.from);
        years_.to = std::max(years_.to, period.to.value_or(*period.from));
        cuts_.insert(*period.from);
        if (period.to) cuts_.insert(*period.to + 1);
      }
    }
  }

  Landscape run() const {
    Landscape result;
    result.years = years_;
    for (std::size_t axis = 0; axis < rulebook().axes.size(); ++axis) result.axes.push_back(survey(axis, std::nullopt));
    for (std::size_t bloc = 0; bloc < blocs_.size(); ++bloc) add_changes(bloc, result);
    for (std::size_t a = 0; a < blocs_.size(); ++a) {
      for (std::size_t b = a + 1; b < blocs_.size(); ++b) add_overlaps(a, b, result.overlaps);
    }
    return result;
  }

  AxisLandscape survey(std::size_t axis, std::optional<std::size_t> left_out) const {
    AxisLandscape result;
    for (auto cut = cuts_.begin(); cut != cuts_.end() && *cut <= years_.to; ++cut) {
      const auto next = std::next(cut);
      const int last = next == cuts_.end() ? years_.to : std::min(*next - 1, years_.to);
      const std::vector<Side> sides = sides_in(*cut, left_out);
      const bool goes_on = !result.stretches.empty() && are_of(result.stretches.back(), sides);
      if (!goes_on) result.stretches.push_back(stretch_of(axis, sides, *cut));
      result.stretches.back().years.to = last;
    }
    return result;
  }

 private:
  const Rulebook& rulebook() const { return classifier_.rulebook(); }

  /// The periods that hold in a year.
  std::vector<Side> sides_in(int year, std::optional<std::size_t> left_out) const {
    std::vector<Side> sides;
    for (std::size_t bloc = 0; bloc < blocs_.size(); ++bloc) {
      const auto period = period_in(bloc, year);
      if (period && bloc != left_out) sides.push_back({bloc, *period});
    }
    return sides;
  }

  static bool are_of(const Stretch& stretch, const std::vector<Side>& sides) {
    return std::equal(stretch.blocs.begin(), stretch.blocs.end(), sides.begin(), sides.end(),
                      [](const BlocInYear& bloc, const Side& side) {
                        return bloc.side.bloc == side.bloc && bloc.side.period == side.period;
                      });
  }

  Stretch stretch_of(std::size_t axis, const std::vector<Side>& sides, int from) const {
    Stretch stretch;
    stretch.years = {from, from};
    std::vector<ModelsOfBloc> models;
    for (const Side& side : sides) {
      stretch.blocs.push_back(standing(blocs_[side.bloc].periods[side.period], axis, side));
      models.push_back(stretch.blocs.back().models);
    }
    stretch.shares = shares_of(models, rulebook().axes[axis].models.size());
    stretch.prevailing = prevailing(stretch.shares, models, rulebook().landscape);
    return stretch;
  }

  /// The last year that is the period's own: one that it shares with the next is not.
  int last_year(const Side& side) const {
    const std::vector<PeriodResult>& periods = blocs_[side.bloc].periods;
    const int last = periods[side.period].period->to.value_or(years_.to);
    if (side.period + 1 == periods.size()) return last;
    return std::min(last, *periods[side.period + 1].period->from - 1);
  }

  /// The period that holds in a year; of two that share it, the later.
  std::optional<std::size_t> period_in(std::size_t bloc, int year) const {
    const std::vector<PeriodResult>& periods = blocs_[bloc].periods;
    for (std::size_t p = periods.size(); p-- > 0;) {
      const Period& period = *periods[p].period;
      if (!period.from || *period.from > year) continue;
      return period.to && *period.to < year ? std::nullopt : std::optional(p);
    }
    return std::nullopt;
  }

  void add_changes(std::size_t bloc, Landscape& result) const {
    std::vector<BlocChange> changes;
    for (std::size_t axis = 0; axis < rulebook().axes.size(); ++axis) {
      std::size_t first = 0;  // the last change in kind led to it
      std::vector<BlocChange> untold;
      for (std::size_t p = 1; p < blocs_[bloc].periods.size(); ++p) {
        const auto change = change_to({bloc, p}, axis, first);
        if (change) {
          changes.push_back(*change);
          first = p;
          std::erase_if(untold, [&](const BlocChange& within) { return within.period > change->before; });
        } else if (difference(bloc, p - 1, p, axis).change() == Change::kUnsettled) {
          untold.push_back({bloc, p - 1, p, axis, Register::kPractice});
        }
      }
      result.untold.insert(result.untold.end(), untold.begin(), untold.end());
    }
    std::stable_sort(changes.begin(), changes.end(),
                     [](const BlocChange& a, const BlocChange& b) { return a.period < b.period; });
    result.changes.insert(result.changes.end(), changes.begin(), changes.end());
  }

  AxisSides difference(std::size_t bloc, std::size_t before, std::size_t after, std::size_t axis) const {
    return {classifier_, blocs_[bloc].periods[before], blocs_[bloc].periods[after], axis};
  }

  /// The change in kind that leads to a period: from the one before it or, where that leaves it open, from the nearest
  /// that does not, back to `first`.
  std::optional<BlocChange> change_to(const Side& after, std::size_t axis, std::size_t first) const {
    for (std::size_t before = after.period; before-- > first;) {
      const AxisSides sides = difference(after.bloc, before, after.period, axis);
      if (sides.change() == Change::kInKind) return BlocChange{after.bloc, before, after.period, axis, sides.reg()};
      if (sides.change() != Change::kUnsettled) return std::nullopt;
    }
    return std::nullopt;
  }

  /// The years in which both periods hold.
  std::optional<YearSpan> shared_years(const Side& a, const Side& b) const {
    const auto from = [&](const Side& side) { return blocs_[side.bloc].periods[side.period].period->from; };
    if (!from(a) || !from(b)) return std::nullopt;
    const YearSpan years = {std::max(*from(a), *from(b)), std::min(last_year(a), last_year(b))};
    return years.from <= years.to ? std::optional(years) : std::nullopt;
  }

  void add_overlaps(std::size_t a, std::size_t b, std::vector<ContradictingOverlap>& overlaps) const {
    const std::vector<std::string> members = shared_members(*blocs_[a].description, *blocs_[b].description);
    if (members.empty()) return;
    for (std::size_t p = 0; p < blocs_[a].periods.size(); ++p) {
      for (std::size_t q = 0; q < blocs_[b].periods.size(); ++q) {
        const auto years = shared_years({a, p}, {b, q});
        if (!years) continue;
        for (const Contradiction& found : contradictions(blocs_[a].periods[p], blocs_[b].periods[q])) {
          overlaps.push_back({{Side{a, p}, Side{b, q}}, *years, members, found});
        }
      }
    }
  }

  const Classifier& classifier_;
  std::span<const BlocResult> blocs_;
  YearSpan years_;
  std::set<int> cuts_;
};

template <typename Same>
std::vector<StretchRun> runs_of(const std::vector<Stretch>& stretches, Same same) {
  std::vector<StretchRun> runs;
  for (std::size_t s = 0; s < stretches.size(); ++s) {
    if (!runs.empty() && same(stretches[s - 1], stretches[s])) {
      runs.back().last = s;
    } else {
      runs.push_back({s, s});
    }
  }
  return runs;
}

bool same_range(const Range& a, const Range& b) { return equal9(a.low, b.low) && equal9(a.high, b.high); }

bool same_shares(const Shares& a, const Shares& b) {
  return a.surely_placed == b.surely_placed && a.possibly_placed == b.possibly_placed &&
         std::equal(a.of_models.begin(), a.of_models.end(), b.of_models.begin(), b.of_models.end(), same_range) &&
         same_range(a.heterogeneity.value_or(Range()), b.heterogeneity.value_or(Range()));
}

}  // namespace

std::string_view name(Presence presence) {
  constexpr std::array<std::string_view, 4> kNames = {"placed", "open", "none", "verdict"};
  return kNames[static_cast<std::size_t>(presence)];
}

std::string_view name(Prevailing::State state) {
  constexpr std::array<std::string_view, 5> kNames = {"prevails", "could", "none", "too_few", "nobody"};
  return kNames[static_cast<std::size_t>(state)];
}

const Stretch* AxisLandscape::in_year(int year) const {
  const auto found = std::find_if(stretches.begin(), stretches.end(),
                                  [&](const Stretch& s) { return s.years.from <= year && year <= s.years.to; });
  return found == stretches.end() ? nullptr : &*found;
}

std::vector<StretchRun> AxisLandscape::runs_of_prevailing() const {
  return runs_of(stretches, [](const Stretch& a, const Stretch& b) {
    return a.prevailing == b.prevailing && a.blocs.empty() == b.blocs.empty();
  });
}

std::vector<StretchRun> AxisLandscape::runs_of_shares() const {
  return runs_of(stretches, [](const Stretch& a, const Stretch& b) { return same_shares(a.shares, b.shares); });
}

bool has_years(const Description& bloc) {
  return std::any_of(bloc.periods.begin(), bloc.periods.end(), [](const Period& p) { return p.from.has_value(); });
}

Landscape landscape_of(const Classifier& classifier, std::span<const BlocResult> blocs) {
  return Surveyor(classifier, blocs).run();
}

AxisLandscape axis_without(const Classifier& classifier, std::span<const BlocResult> blocs, std::size_t axis,
                           std::size_t left_out) {
  return Surveyor(classifier, blocs).survey(axis, left_out);
}

}  // namespace bloctype
