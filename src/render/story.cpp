// Claim by claim: what is said, in which years the blocs bear it out, in which they do not, in which nothing can be
// told.
#include "render/story.hpp"

#include <algorithm>

#include "core/lists.hpp"
#include "core/utf8.hpp"
#include "render/axis_view.hpp"

namespace bloctype {
namespace {

using Strings = std::vector<std::string>;
using Holds = StoryClaim::Holds;

/// All years of a claim that come out alike.
struct Verdict {
  Outcome outcome;
  Untold reason;
  std::vector<YearSpan> years;
  std::vector<std::size_t> blocs;
};

std::vector<Verdict> verdicts_of(const ClaimResult& result) {
  std::vector<Verdict> verdicts;
  for (const ClaimSpan& span : result.spans) {
    auto found = std::find_if(verdicts.begin(), verdicts.end(),
                              [&](const Verdict& v) { return v.outcome == span.outcome && v.reason == span.reason; });
    if (found == verdicts.end()) found = verdicts.insert(found, {span.outcome, span.reason, {}, {}});
    found->years.push_back(span.years);
    for (const std::size_t bloc : span.blocs) add_once(found->blocs, bloc);
    std::sort(found->blocs.begin(), found->blocs.end());
  }
  std::stable_sort(verdicts.begin(), verdicts.end(), [](const Verdict& a, const Verdict& b) {
    return std::pair(a.outcome, a.reason) < std::pair(b.outcome, b.reason);
  });
  return verdicts;
}

class ClaimWriter {
 public:
  ClaimWriter(const LandscapeView& view, const LandscapeWords& words, const Catalogue& texts, const ClaimResult& result)
      : view_(view), words_(words), texts_(texts), result_(result), claim_(*result.claim) {}

  ClaimTold told() const {
    const std::string label = words_.text(claim_.label);
    return {texts_.say("landscape.claim.subject", {{"label", capitalised(label.empty() ? claim_.id : label)},
                                                   {"years", words_.years(claim_.years)}}),
            words_.text(claim_.says),
            words_.cite(claim_.cite, claim_.claim),
            claim_.claim,
            texts_.say("landscape.claim.headline." + headline()),
            verdicts(),
            words_.text(claim_.ours)};
  }

 private:
  std::string headline() const {
    const auto any = [&](Outcome outcome) {
      return std::any_of(result_.spans.begin(), result_.spans.end(),
                         [&](const ClaimSpan& span) { return span.outcome == outcome; });
    };
    if (any(Outcome::kBorneOut) && any(Outcome::kAgainst)) return "mixed";
    if (!any(Outcome::kBorneOut) && !any(Outcome::kAgainst)) return "untold";
    const std::string told = any(Outcome::kBorneOut) ? "borne_out" : "against";
    return any(Outcome::kUntold) ? told + "_as_far" : told;
  }

  Strings verdicts() const {
    Strings lines;
    for (const Verdict& verdict : verdicts_of(result_)) lines.push_back(told_of(verdict));
    Strings hanging;
    for (const HangsOn& entry : result_.hangs_on) hanging.push_back(without(entry));
    if (!hanging.empty()) lines.push_back(joined(hanging));
    return lines;
  }

  std::string told_of(const Verdict& verdict) const {
    if (verdict.outcome == Outcome::kUntold) return untold(verdict);
    const std::string holds = claim_.holds == Holds::kPrevails       ? "prevails"
                              : claim_.holds == Holds::kNonePrevails ? "none_prevails"
                                                                     : "less_diverse";
    const Range mean = result_.earlier.value_or(Range());
    const std::string key = "landscape.claim." + holds + "." + std::string(name(verdict.outcome));
    const bool is_one = named_models(verdict).size() == 1;
    return texts_.say(texts_.has(key) ? key : key + (is_one ? ".one" : ".other"),
                      {{"years", years(verdict)},
                       {"blocs", words_.blocs(verdict.blocs)},
                       {"models", models(verdict)},
                       {"share", words_.share(shares(verdict))},
                       {"number", words_.number(numbers(verdict))},
                       {"mean", words_.number(mean)},
                       {"earlier", words_.years(claim_.earlier)}});
  }

  std::string untold(const Verdict& verdict) const {
    const std::string key = "landscape.claim.untold." + std::string(name(verdict.reason));
    const std::string which = verdict.blocs.empty() ? ".none" : ".some";
    return texts_.say(
        texts_.has(key) ? key : key + which,
        {{"years", years(verdict)}, {"blocs", words_.blocs(verdict.blocs)}, {"earlier", words_.years(claim_.earlier)}});
  }

  std::string years(const Verdict& verdict) const {
    Strings spans;
    for (const YearSpan& span : verdict.years) spans.push_back(words_.years(span));
    return texts_.list(spans);
  }

  /// "Without NAFTA, 2004–2010 would be against it and 2011–2012 would bear it out."
  std::string without(const HangsOn& entry) const {
    Strings parts;
    for (const Outcome outcome : {Outcome::kBorneOut, Outcome::kAgainst}) {
      Strings spans;
      for (const ClaimSpan& span : entry.without) {
        if (span.outcome == outcome) spans.push_back(words_.years(span.years));
      }
      if (spans.empty()) continue;
      parts.push_back(
          texts_.say("landscape.claim.turned." + std::string(name(outcome)), {{"years", texts_.list(spans)}}));
    }
    return texts_.say("landscape.claim.without", {{"bloc", words_.bloc(entry.bloc)}, {"outcomes", texts_.list(parts)}});
  }

  template <typename Visit>
  void for_each_stretch(const Verdict& verdict, Visit visit) const {
    for (const Stretch& stretch : view_.landscape.axes[claim_.axis].stretches) {
      const bool is_in = std::any_of(verdict.years.begin(), verdict.years.end(), [&](const YearSpan& span) {
        return span.from <= stretch.years.to && stretch.years.from <= span.to;
      });
      if (is_in) visit(stretch);
    }
  }

  /// Those that prevail; the one that is claimed to.
  std::vector<std::size_t> named_models(const Verdict& verdict) const {
    if (claim_.holds == Holds::kPrevails) return {claim_.model};
    std::vector<std::size_t> models;
    for_each_stretch(verdict, [&](const Stretch& stretch) {
      for (const std::size_t m : stretch.prevailing.models) add_once(models, m);
    });
    return models;
  }

  std::string models(const Verdict& verdict) const { return words_.models(claim_.axis, named_models(verdict)); }

  /// Of the models named or, where none is, the largest.
  Range shares(const Verdict& verdict) const {
    const std::vector<std::size_t> models = named_models(verdict);
    Range shares{1, 0};
    for_each_stretch(verdict, [&](const Stretch& stretch) {
      for (const std::size_t m : models) {
        const bool is_meant = claim_.holds == Holds::kPrevails || contains(stretch.prevailing.models, m);
        if (is_meant) shares = hull(shares, stretch.shares.of_models[m]);
      }
      if (models.empty()) shares = hull(shares, stretch.shares.largest.value_or(Range()));
    });
    return shares;
  }

  Range numbers(const Verdict& verdict) const {
    Range numbers{1e9, 0};
    for_each_stretch(verdict, [&](const Stretch& stretch) {
      const Range bits = stretch.shares.heterogeneity.value_or(Range());
      numbers = hull(numbers, {effective_number(bits.low), effective_number(bits.high)});
    });
    return numbers;
  }

  const LandscapeView& view_;
  const LandscapeWords& words_;
  const Catalogue& texts_;
  const ClaimResult& result_;
  const StoryClaim& claim_;
};

}  // namespace

std::vector<ClaimTold> story_of(const LandscapeView& view, const LandscapeWords& words, const Catalogue& texts) {
  std::vector<ClaimTold> claims;
  for (const ClaimResult& result : view.claims) {
    if (view.shows(result.claim->axis)) claims.push_back(ClaimWriter(view, words, texts, result).told());
  }
  return claims;
}

}  // namespace bloctype
