// Blocks from what was found.
#include "render/landscape_parts.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "render/axis_view.hpp"

namespace bloctype {
namespace {

using Strings = std::vector<std::string>;

constexpr std::size_t kIndent = 2;

Items listed(Strings items) { return {std::move(items), kIndent, 2 * kIndent}; }

bool has_open(const AxisLandscape& axis) {
  const auto is_open = [](const BlocInYear& bloc) { return !bloc.models.open.empty(); };
  return std::any_of(axis.stretches.begin(), axis.stretches.end(), [&](const Stretch& stretch) {
    return std::any_of(stretch.blocs.begin(), stretch.blocs.end(), is_open);
  });
}

}  // namespace

Strings LandscapeParts::which_blocs() const {
  std::vector<std::size_t> given, left_out;
  for (std::size_t b = 0; b < view_.blocs.size(); ++b) {
    (has_years(*view_.blocs[b].description) ? given : left_out).push_back(b);
  }
  Strings parts{texts_.count("landscape.which", given.size(),
                             {{"years", words_.years(view_.landscape.years)}, {"blocs", words_.blocs(given)}})};
  if (left_out.empty()) return parts;
  parts.push_back(texts_.count("landscape.left_out", left_out.size(), {{"blocs", words_.blocs(left_out)}}));
  return parts;
}

Records LandscapeParts::prevailing(std::size_t a) const {
  const AxisLandscape& axis = view_.landscape.axes[a];
  Records records;
  for (const StretchRun& run : axis.runs_of_prevailing()) {
    records.records.push_back({words_.years(axis.years(run)), {words_.prevailing(a, run)}});
  }
  return records;
}

Table LandscapeParts::shares(std::size_t a) const {
  const AxisLandscape& axis = view_.landscape.axes[a];
  Table table;
  table.caption = texts_.say("landscape.shares", {{"axis", words_.axis(a)}});
  table.header = {texts_.say("landscape.column.years"), texts_.say("landscape.column.placed")};
  for (std::size_t m = 0; m < view_.nodes(a).models.size(); ++m) table.header.push_back(words_.model(a, m));
  table.header.push_back(texts_.say("landscape.column.effective"));
  for (const StretchRun& run : axis.runs_of_shares()) {
    const Shares& shares = axis.stretches[run.first].shares;
    if (shares.possibly_placed == 0) continue;
    Strings& row = table.rows.emplace_back();
    row.push_back(words_.years(axis.years(run)));
    row.push_back(words_.count(shares));
    for (const Range& share : shares.of_models) row.push_back(words_.share(share));
    row.push_back(words_.effective(*shares.heterogeneity));
  }
  return table;
}

Items LandscapeParts::changes() const {
  Strings items;
  Strings untold;
  std::vector<std::size_t> unchanged, of_one_period;
  for (std::size_t b = 0; b < view_.blocs.size(); ++b) {
    const Strings changes = changes_of(b);
    items.insert(items.end(), changes.begin(), changes.end());
    const std::string cannot_be_told = untold_changes_of(b);
    if (!cannot_be_told.empty()) untold.push_back(cannot_be_told);
    const bool is_told = !changes.empty() || !cannot_be_told.empty();
    if (is_told || !has_years(*view_.blocs[b].description)) continue;
    (view_.blocs[b].periods.size() == 1 ? of_one_period : unchanged).push_back(b);
  }
  if (!untold.empty()) items.push_back(texts_.say("landscape.changes.untold", {{"blocs", joined(untold, "; ")}}));
  if (!unchanged.empty()) items.push_back(texts_.say("landscape.changes.none", {{"blocs", words_.blocs(unchanged)}}));
  if (!of_one_period.empty()) {
    items.push_back(texts_.say("landscape.changes.one_period", {{"blocs", words_.blocs(of_one_period)}}));
  }
  return listed(std::move(items));
}

/// An item for each time at which the bloc changes: a year or, where what lies between stays open, the years in which
/// it must have been.
Strings LandscapeParts::changes_of(std::size_t bloc) const {
  const auto begins = [&](std::size_t period) { return view_.period({bloc, period}).period->from.value_or(0); };
  std::vector<std::pair<YearSpan, Strings>> times;
  for (const BlocChange& change : view_.landscape.changes) {
    if (change.bloc != bloc || !view_.shows(change.axis)) continue;
    const YearSpan years = {begins(change.before + 1), begins(change.period)};
    if (times.empty() || !(times.back().first == years)) times.push_back({years, {}});
    times.back().second.push_back(
        texts_.say("landscape.changes.axis", {{"axis", words_.axis(change.axis)},
                                              {"before", words_.headline({bloc, change.before}, change)},
                                              {"after", words_.headline({bloc, change.period}, change)}}));
  }
  Strings items;
  for (const auto& [years, changes] : times) {
    items.push_back(
        texts_.say("landscape.changes.bloc",
                   {{"bloc", words_.bloc(bloc)}, {"year", words_.years(years)}, {"changes", joined(changes, "; ")}}));
  }
  return items;
}

/// "UNASUR (economic, 2008; political, 2012 and 2015)": where it cannot be told whether the bloc changed; empty where
/// it can.
std::string LandscapeParts::untold_changes_of(std::size_t bloc) const {
  Strings axes;
  for (std::size_t axis = 0; axis < view_.landscape.axes.size(); ++axis) {
    Strings years;
    for (const BlocChange& change : view_.landscape.untold) {
      if (change.bloc != bloc || change.axis != axis || !view_.shows(axis)) continue;
      years.push_back(std::to_string(view_.period({bloc, change.period}).period->from.value_or(0)));
    }
    if (!years.empty()) axes.push_back(words_.axis(axis) + ", " + texts_.list(years));
  }
  if (axes.empty()) return {};
  return texts_.say("landscape.bloc", {{"bloc", words_.bloc(bloc)}, {"placement", joined(axes, "; ")}});
}

Items LandscapeParts::overlaps() const {
  Strings items;
  for (const ContradictingOverlap& overlap : view_.landscape.overlaps) {
    if (view_.shows(overlap.contradiction.axis)) items.push_back(words_.overlap(overlap));
  }
  if (items.empty()) items.push_back(texts_.say("landscape.overlaps.none"));
  return listed(std::move(items));
}

Strings LandscapeParts::measures() const {
  const LandscapeRules& rules = view_.rules();
  const std::string last = std::to_string(view_.landscape.years.to);
  Strings shares{
      texts_.count("landscape.legend.shares", rules.least_blocs, {{"threshold", shortest(rules.prevails_above)}})};
  const std::string ours = words_.text(rules.ours);
  if (!ours.empty()) shares.push_back(ours);
  Strings others{texts_.say("landscape.legend.heterogeneity"), texts_.say("landscape.legend.years", {{"last", last}})};
  const auto& axes = view_.landscape.axes;
  bool is_open = false;
  for (std::size_t a = 0; a < axes.size(); ++a) is_open |= view_.shows(a) && has_open(axes[a]);
  if (is_open) others.push_back(texts_.say("landscape.legend.open"));
  if (!view_.claims.empty()) others.push_back(texts_.say("landscape.legend.coherence"));
  return {joined(shares), joined(others)};
}

}  // namespace bloctype
