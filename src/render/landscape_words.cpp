// Phrases from what was found, and from texts.
#include "render/landscape_words.hpp"

#include <algorithm>

#include "core/lists.hpp"
#include "core/number.hpp"
#include "core/utf8.hpp"
#include "render/axis_view.hpp"

namespace bloctype {
namespace {

using Strings = std::vector<std::string>;
using State = Prevailing::State;

constexpr std::size_t kMostNamed = 8;  ///< blocs that are named where there are more

/// The models whose share of a stretch may be the greatest.
std::vector<std::size_t> largest(const Shares& shares) {
  std::vector<std::size_t> found;
  double most = 0;  // that one of them has at least
  for (const Range& share : shares.of_models) most = std::max(most, share.low);
  for (std::size_t m = 0; m < shares.of_models.size(); ++m) {
    if (!less9(shares.of_models[m].high, most) && less9(0, shares.of_models[m].high)) found.push_back(m);
  }
  return found;
}

}  // namespace

Range hull(const Range& a, const Range& b) { return {std::min(a.low, b.low), std::max(a.high, b.high)}; }

Phrases LandscapeWords::phrases(const Side& side, Register reg) const {
  return {view_.classifier, *view_.blocs[side.bloc].description, view_.period(side), reg, texts_};
}

std::string LandscapeWords::text(const Localized& localized) const { return phrases({0, 0}).text(localized, ""); }

std::string LandscapeWords::axis(std::size_t axis) const { return phrases({0, 0}).label(view_.rulebook().axes[axis]); }

std::string LandscapeWords::model(std::size_t axis, std::size_t model) const {
  return phrases({0, 0}).short_label(*view_.nodes(axis).models[model].model);
}

std::string LandscapeWords::models(std::size_t axis, const std::vector<std::size_t>& models) const {
  Strings names;
  for (const std::size_t m : models) names.push_back(model(axis, m));
  return texts_.list(names);
}

std::string LandscapeWords::bloc(std::size_t bloc) const {
  const auto plain = [&](const BlocResult& result) { return display_name(*result.description, texts_); };
  const std::string name = plain(view_.blocs[bloc]);
  const auto same = std::count_if(view_.blocs.begin(), view_.blocs.end(),
                                  [&](const BlocResult& other) { return plain(other) == name; });
  return same == 1 ? name : name + " [" + escape_unsafe(view_.arguments[bloc]) + "]";
}

std::string LandscapeWords::listed(Strings names) const {
  if (names.size() <= kMostNamed) return texts_.list(names);
  const std::size_t more = names.size() - kMostNamed;
  names.resize(kMostNamed);
  names.push_back(texts_.count("landscape.more", more));
  return texts_.list(names);
}

std::string LandscapeWords::blocs(const std::vector<std::size_t>& blocs) const {
  Strings names;
  for (const std::size_t b : blocs) names.push_back(bloc(b));
  return listed(std::move(names));
}

std::string LandscapeWords::years(const YearSpan& years) const {
  if (years.from == years.to) return std::to_string(years.from);
  return std::to_string(years.from) + "–" + std::to_string(years.to);
}

std::string LandscapeWords::range(const Range& range, std::string_view low, std::string_view high) const {
  return range.is_settled() || low == high ? std::string(low) : std::string(low) + "–" + std::string(high);
}

std::string LandscapeWords::share(const Range& share) const {
  const std::array thresholds = {view_.rules().prevails_above};
  return range(share, show(share.low, thresholds), show(share.high, thresholds));
}

std::string LandscapeWords::number(const Range& number) const {
  return range(number, show(number.low, {}), show(number.high, {}));
}

std::string LandscapeWords::effective(const Range& bits) const {
  return number({effective_number(bits.low), effective_number(bits.high)});
}

std::string LandscapeWords::count(const Shares& shares) const {
  const std::string low = std::to_string(shares.surely_placed), high = std::to_string(shares.possibly_placed);
  return low == high ? low : low + "–" + high;
}

std::string LandscapeWords::placement(const Side& side, std::size_t axis) const {
  const Placement& placement = view_.period(side).axes[axis].placements[index_of(Register::kPractice)];
  return phrases(side).placement(placement, view_.nodes(axis));
}

/// `all` of the blocs that are coded in these years, or those that have a model or may; each with its placements.
std::string LandscapeWords::blocs_with_placements(std::size_t axis, const StretchRun& run, bool all) const {
  std::vector<std::size_t> found;
  std::vector<Strings> placements;
  for (std::size_t s = run.first; s <= run.last; ++s) {
    for (const BlocInYear& entry : view_.landscape.axes[axis].stretches[s].blocs) {
      const bool is_placed = entry.presence == Presence::kPlaced || entry.presence == Presence::kOpen;
      if (!all && !is_placed) continue;
      add_once(found, entry.side.bloc);
      placements.resize(found.size());
      const auto at = std::find(found.begin(), found.end(), entry.side.bloc) - found.begin();
      add_once(placements[static_cast<std::size_t>(at)], placement(entry.side, axis));
    }
  }
  Strings names;
  for (std::size_t i = 0; i < found.size(); ++i) {
    names.push_back(
        texts_.say("landscape.bloc", {{"bloc", bloc(found[i])}, {"placement", joined(placements[i], "; ")}}));
  }
  return listed(std::move(names));
}

std::string LandscapeWords::prevailing(std::size_t axis, const StretchRun& run) const {
  const std::vector<Stretch>& stretches = view_.landscape.axes[axis].stretches;
  const Prevailing& found = stretches[run.first].prevailing;
  if (found.state == State::kNobody) {
    const std::string names = blocs_with_placements(axis, run, true);
    return names.empty() ? texts_.say("landscape.state.uncoded")
                         : texts_.say("landscape.state.nobody", {{"blocs", names}});
  }
  if (found.state == State::kTooFew) {
    return texts_.say("landscape.state.too_few", {{"blocs", blocs_with_placements(axis, run, false)}});
  }
  std::vector<std::size_t> models = found.models, carriers;
  Range share{1, 0};
  for (std::size_t s = run.first; s <= run.last; ++s) {
    const std::vector<std::size_t> top = found.state == State::kNone ? largest(stretches[s].shares) : found.models;
    for (const std::size_t m : top) {
      add_once(models, m);
      if (found.state != State::kNone) share = hull(share, stretches[s].shares.of_models[m]);
    }
    if (found.state == State::kNone) share = hull(share, *stretches[s].shares.largest);
    for (const BlocInYear& entry : stretches[s].blocs) {
      const bool is_open = found.state == State::kCould && !entry.models.open.empty();
      const auto is_in = [&](std::size_t m) { return contains(entry.models.in, m); };
      const bool carries = found.state == State::kNone ? entry.presence == Presence::kPlaced
                                                       : std::any_of(found.models.begin(), found.models.end(), is_in);
      if (found.state == State::kCould ? is_open : carries) add_once(carriers, entry.side.bloc);
    }
  }
  std::sort(carriers.begin(), carriers.end());
  std::sort(models.begin(), models.end());
  const bool is_whole = found.state == State::kPrevails && equal9(share.low, 1);
  const std::string key = is_whole ? "all" : std::string(name(found.state));
  return texts_.count(
      "landscape.state." + key, models.size(),
      {{"models", this->models(axis, models)}, {"share", this->share(share)}, {"blocs", blocs(carriers)}});
}

std::string LandscapeWords::headline(const Side& side, const BlocChange& change) const {
  const AxisResult& result = view_.period(side).axes[change.axis];
  const Register reg = result.headline.reg;
  return phrases(side, reg).headline(result, view_.nodes(change.axis, reg));
}

std::string LandscapeWords::overlap(const ContradictingOverlap& overlap) const {
  const std::size_t axis = overlap.contradiction.axis;
  Strings members;
  for (const std::string& member : overlap.members) members.push_back(escape_unsafe(member));
  const auto side = [&](const Side& s) {
    return texts_.say("landscape.bloc", {{"bloc", bloc(s.bloc)}, {"placement", placement(s, axis)}});
  };
  const std::string text = capitalised(texts_.count("landscape.overlaps.entry", overlap.members.size(),
                                                    {{"axis", this->axis(axis)},
                                                     {"years", years(overlap.years)},
                                                     {"members", listed(std::move(members))},
                                                     {"first", side(overlap.sides[0])},
                                                     {"second", side(overlap.sides[1])}}));
  const bool is_leaning = overlap.contradiction.certainty == Certainty::kLeaning;
  return is_leaning ? text + " " + texts_.say("compare.members.leaning") : text;
}

std::string LandscapeWords::cite(const std::vector<std::string>& sections, Claim claim) const {
  return phrases({0, 0}).cite(sections, claim);
}

}  // namespace bloctype
