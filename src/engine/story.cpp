// Each year by itself; then years that come out alike together.
#include "engine/story.hpp"

#include <algorithm>
#include <array>

#include "core/lists.hpp"
#include "core/number.hpp"
#include "engine/joint_completions.hpp"

namespace bloctype {
namespace {

using Holds = StoryClaim::Holds;
using State = Prevailing::State;

Range effective_range(const Stretch& stretch) {
  const Range bits = stretch.shares.heterogeneity.value_or(Range());
  return {effective_number(bits.low), effective_number(bits.high)};
}

class ClaimTest {
 public:
  ClaimTest(const StoryClaim& claim, const AxisLandscape& axis, std::size_t least_blocs)
      : claim_(claim), axis_(axis), least_blocs_(least_blocs) {}

  ClaimResult run() {
    ClaimResult result{&claim_, {}, {}, {}};
    if (claim_.holds == Holds::kLessDiverse) {
      told_earlier_ = told_earlier();
      earlier_ = result.earlier = mean(told_earlier_);
    }
    for (int year = claim_.years.from; year <= claim_.years.to; ++year) add(test(year), result.spans);
    return result;
  }

 private:
  static void add(ClaimSpan year, std::vector<ClaimSpan>& spans) {
    if (spans.empty() || spans.back().outcome != year.outcome || spans.back().reason != year.reason) {
      spans.push_back(std::move(year));
      return;
    }
    spans.back().years.to = year.years.to;
    for (const std::size_t bloc : year.blocs) add_once(spans.back().blocs, bloc);
    std::sort(spans.back().blocs.begin(), spans.back().blocs.end());
  }

  /// Why a year tells nothing, whatever is claimed of it.
  Untold untold(const Stretch* stretch) const {
    if (stretch == nullptr || stretch->blocs.empty()) return Untold::kNotCoded;
    if (stretch->shares.possibly_placed < least_blocs_) return Untold::kTooFew;
    if (stretch->shares.surely_placed < least_blocs_) return Untold::kOpen;
    return Untold::kTold;
  }

  /// Of each earlier year of which it can be told.
  std::vector<const Stretch*> told_earlier() const {
    std::vector<const Stretch*> told;
    for (int year = claim_.earlier.from; year <= claim_.earlier.to; ++year) {
      const Stretch* stretch = axis_.in_year(year);
      if (untold(stretch) == Untold::kTold) told.push_back(stretch);
    }
    return told;
  }

  static std::optional<Range> mean(const std::vector<const Stretch*>& stretches) {
    Range sum;
    for (const Stretch* stretch : stretches) {
      const Range number = effective_range(*stretch);
      sum = {sum.low + number.low, sum.high + number.high};
    }
    const auto years = static_cast<double>(stretches.size());
    return stretches.empty() ? std::nullopt : std::optional(Range{sum.low / years, sum.high / years});
  }

  ClaimSpan test(int year) const {
    const Stretch* stretch = axis_.in_year(year);
    ClaimSpan span{{year, year}, Outcome::kUntold, untold(stretch), {}};
    if (span.reason == Untold::kNotCoded) return span;
    if (span.reason == Untold::kTold) judge(*stretch, span);
    span.blocs = blocs(*stretch, span);
    return span;
  }

  void judge(const Stretch& stretch, ClaimSpan& span) const {
    if (claim_.holds == Holds::kLessDiverse) return judge_heterogeneity(stretch, span);
    const Prevailing& found = stretch.prevailing;
    const bool claims_one = claim_.holds == Holds::kPrevails;
    const bool could = found.state == State::kCould && (!claims_one || contains(found.models, claim_.model));
    if (could) {
      span.reason = Untold::kOpen;
      return;
    }
    const bool holds = claims_one ? found.state == State::kPrevails && contains(found.models, claim_.model)
                                  : found.state == State::kNone;
    span.outcome = holds ? Outcome::kBorneOut : Outcome::kAgainst;
  }

  void judge_heterogeneity(const Stretch& stretch, ClaimSpan& span) const {
    const Range number = effective_range(stretch);
    if (!earlier_) {
      span.reason = Untold::kNoEarlier;
    } else if (less9(number.high, earlier_->low)) {
      span.outcome = Outcome::kBorneOut;
    } else if (!less9(number.low, earlier_->high)) {
      span.outcome = Outcome::kAgainst;
    } else if (const auto has_fewer = has_fewer_models(stretch, told_earlier_)) {  // ends of one period go together
      span.outcome = *has_fewer ? Outcome::kBorneOut : Outcome::kAgainst;
    } else {
      span.reason = Untold::kOpen;
    }
  }

  std::vector<std::size_t> blocs(const Stretch& stretch, const ClaimSpan& span) const {
    std::vector<std::size_t> found;
    for (const BlocInYear& bloc : stretch.blocs) {
      if (counts(bloc, stretch, span)) found.push_back(bloc.side.bloc);
    }
    return found;
  }

  bool counts(const BlocInYear& bloc, const Stretch& stretch, const ClaimSpan& span) const {
    if (span.reason == Untold::kOpen) return !bloc.models.open.empty();
    if (bloc.presence != Presence::kPlaced) return false;
    const auto is_in = [&](std::size_t model) { return contains(bloc.models.in, model); };
    if (span.outcome == Outcome::kBorneOut && claim_.holds == Holds::kPrevails) return is_in(claim_.model);
    if (span.outcome == Outcome::kAgainst && claim_.holds == Holds::kNonePrevails) {
      return std::any_of(stretch.prevailing.models.begin(), stretch.prevailing.models.end(), is_in);
    }
    return true;
  }

  const StoryClaim& claim_;
  const AxisLandscape& axis_;
  std::size_t least_blocs_;
  std::vector<const Stretch*> told_earlier_;
  std::optional<Range> earlier_;
};

const ClaimSpan& span_of(const ClaimResult& result, int year) {
  return *std::find_if(result.spans.begin(), result.spans.end(),
                       [&](const ClaimSpan& span) { return year <= span.years.to; });
}

/// Years that both tell, and tell otherwise.
std::vector<ClaimSpan> turned_years(const ClaimResult& all, const ClaimResult& without) {
  std::vector<ClaimSpan> turned;
  for (int year = all.claim->years.from; year <= all.claim->years.to; ++year) {
    const ClaimSpan& before = span_of(all, year);
    const ClaimSpan& after = span_of(without, year);
    const bool are_told = before.outcome != Outcome::kUntold && after.outcome != Outcome::kUntold;
    if (!are_told || before.outcome == after.outcome) continue;
    const bool goes_on =
        !turned.empty() && turned.back().years.to == year - 1 && turned.back().outcome == after.outcome;
    if (goes_on) turned.back().years.to = year;
    if (!goes_on) turned.push_back({{year, year}, after.outcome, Untold::kTold, {}});
  }
  return turned;
}

}  // namespace

std::string_view name(Outcome outcome) {
  constexpr std::array<std::string_view, 3> kNames = {"borne_out", "against", "untold"};
  return kNames[static_cast<std::size_t>(outcome)];
}

std::string_view name(Untold reason) {
  constexpr std::array<std::string_view, 5> kNames = {"told", "not_coded", "too_few", "open", "no_earlier"};
  return kNames[static_cast<std::size_t>(reason)];
}

std::vector<ClaimResult> tested_claims(const Classifier& classifier, std::span<const BlocResult> blocs,
                                       const Landscape& landscape) {
  const LandscapeRules& rules = classifier.rulebook().landscape;
  std::vector<ClaimResult> results;
  for (const StoryClaim& claim : rules.claims) {
    results.push_back(ClaimTest(claim, landscape.axes[claim.axis], rules.least_blocs).run());
  }
  for (std::size_t axis = 0; axis < landscape.axes.size(); ++axis) {
    const auto is_about = [&](const StoryClaim& claim) { return claim.axis == axis; };
    if (std::none_of(rules.claims.begin(), rules.claims.end(), is_about)) continue;
    for (std::size_t bloc = 0; bloc < blocs.size(); ++bloc) {
      const AxisLandscape others = axis_without(classifier, blocs, axis, bloc);
      for (ClaimResult& result : results) {
        if (!is_about(*result.claim)) continue;
        const ClaimResult without = ClaimTest(*result.claim, others, rules.least_blocs).run();
        std::vector<ClaimSpan> turned = turned_years(result, without);
        if (!turned.empty()) result.hangs_on.push_back({bloc, std::move(turned)});
      }
    }
  }
  return results;
}

}  // namespace bloctype
