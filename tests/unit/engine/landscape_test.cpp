// Blocs over time on small rulebooks where it can be seen by eye; and intervals against every completion of the facts.
#include "engine/landscape.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/split_mix.hpp"
#include "engine/story.hpp"
#include "toy.hpp"

namespace bloctype {
namespace {

using Lines = std::vector<std::string>;
using Values = std::vector<Triple>;
using Years = std::optional<int>;

const Triple kIn = known(1);
const Triple kOut = known(0);

struct Coded {
  Years from, to;
  Values values;
};

/// Blocs of a rulebook, placed; keeps what the results point to.
class Placed {
 public:
  Placed(const Toy& toy, const std::vector<std::vector<Coded>>& blocs) : classifier_(toy.classifier()) {
    for (const std::vector<Coded>& periods : blocs) {
      Description& bloc = descriptions_.emplace_back();
      for (const Coded& period : periods) {
        bloc.periods.push_back(coded(period.values).periods.front());
        bloc.periods.back().from = period.from;
        bloc.periods.back().to = period.to;
      }
    }
  }

  Description& description(std::size_t bloc) { return descriptions_[bloc]; }
  std::vector<BlocResult> results() const {
    std::vector<BlocResult> results;
    for (const Description& bloc : descriptions_) results.push_back(classifier_.place(bloc));
    return results;
  }
  Landscape landscape() const { return landscape_of(classifier_, results()); }
  std::vector<ClaimResult> claims() const {
    const std::vector<BlocResult> placed = results();
    return tested_claims(classifier_, placed, landscape_of(classifier_, placed));
  }

 private:
  Classifier classifier_;
  std::vector<Description> descriptions_;
};

/// A model for each of three facts, and a fourth fact that opens a gate.
Toy three_models() {
  Toy toy(4);
  for (std::size_t m = 0; m < 3; ++m) toy.model({item(f(m))});
  toy.rulebook.axes[0].gates.push_back(gate(Gate::Sense::kIf, f(3), "no_bloc"));
  return toy;
}

const Values kFirst = {kIn, kOut, kOut, kOut};
const Values kSecond = {kOut, kIn, kOut, kOut};
const Values kNowhere = {kOut, kOut, kOut, kOut};
const Values kGated = {kIn, kOut, kOut, kIn};
const Values kMaybeFirst = {kUnknown, kOut, kOut, kOut};
const Values kMaybeSecond = {kOut, kUnknown, kOut, kOut};
const Values kUncoded = {kUnknown, kUnknown, kUnknown, kUnknown};

/// Stretches as `1990-1994 0:placed 1:none | prevails 0`.
Lines stretches_of(const Landscape& landscape) {
  Lines lines;
  for (const Stretch& stretch : landscape.axes[0].stretches) {
    std::string line = std::to_string(stretch.years.from) + "-" + std::to_string(stretch.years.to);
    for (const BlocInYear& bloc : stretch.blocs) {
      line += " " + std::to_string(bloc.side.bloc) + ":" + std::string(name(bloc.presence));
    }
    line += " | " + std::string(name(stretch.prevailing.state));
    for (const std::size_t m : stretch.prevailing.models) line += " " + std::to_string(m);
    lines.push_back(line);
  }
  return lines;
}

TEST(Landscape, GivesAYearThatTwoPeriodsShareToTheLater) {
  const Placed blocs(three_models(), {{{1990, 1995, kFirst}, {1995, 2000, kSecond}}, {{1990, 2000, kFirst}}});
  EXPECT_EQ(stretches_of(blocs.landscape()),
            (Lines{"1990-1994 0:placed 1:placed | prevails 0", "1995-2000 0:placed 1:placed | none"}));
}

TEST(Landscape, FollowsAPeriodThatGoesOnToTheLastYearKnown) {
  const Placed blocs(three_models(), {{{1990, {}, kFirst}}, {{1995, 2003, kFirst}}});
  EXPECT_EQ(stretches_of(blocs.landscape()),
            (Lines{"1990-1994 0:placed | too_few", "1995-2003 0:placed 1:placed | prevails 0"}));
  const Placed alone(three_models(), {{{1990, {}, kFirst}}});
  EXPECT_EQ(stretches_of(alone.landscape()), Lines{"1990-1990 0:placed | too_few"});
}

TEST(Landscape, HasNoGapWhereNoBlocIsCoded) {
  const Placed blocs(three_models(), {{{1990, 1991, kFirst}}, {{1995, 1996, kGated}}, {{{}, {}, kFirst}}});
  EXPECT_EQ(stretches_of(blocs.landscape()),
            (Lines{"1990-1991 0:placed | too_few", "1992-1994 | nobody", "1995-1996 1:verdict | nobody"}));
}

TEST(Landscape, CountsAPeriodOfOneYear) {
  const Placed blocs(three_models(), {{{1990, 1990, kFirst}}, {{1990, 1992, kFirst}}});
  EXPECT_EQ(stretches_of(blocs.landscape()),
            (Lines{"1990-1990 0:placed 1:placed | prevails 0", "1991-1992 1:placed | too_few"}));
}

/// What prevails in the only stretch.
std::string state_of(const Toy& toy, const std::vector<std::vector<Coded>>& blocs) {
  const std::string line = stretches_of(Placed(toy, blocs).landscape()).front();
  return line.substr(line.find("| ") + 2);
}

TEST(AModel, PrevailsAboveTheThresholdAndNotAtIt) {
  Toy toy = three_models();
  const std::vector<std::vector<Coded>> blocs = {
      {{1990, 1990, kFirst}}, {{1990, 1990, kFirst}}, {{1990, 1990, kSecond}}, {{1990, 1990, kNowhere}}};
  EXPECT_EQ(stretches_of(Placed(toy, blocs).landscape()),
            Lines{"1990-1990 0:placed 1:placed 2:placed 3:none | prevails 0"});
  toy.rulebook.landscape.prevails_above = 2.0 / 3;
  EXPECT_EQ(state_of(toy, blocs), "none");
  toy.rulebook.landscape.least_blocs = 4;  // one without a model does not count
  EXPECT_EQ(state_of(toy, blocs), "too_few");
  toy.rulebook.landscape = {0.2, 1, {}, {}};
  EXPECT_EQ(state_of(toy, blocs), "prevails 0 1");
}

TEST(AModel, CouldPrevailWhereAnOpenPlacementCanMakeIt) {
  const Placed blocs(three_models(), {{{1990, 1990, kFirst}}, {{1990, 1990, kSecond}}, {{1990, 1990, kMaybeFirst}}});
  EXPECT_EQ(stretches_of(blocs.landscape()), Lines{"1990-1990 0:placed 1:placed 2:open | could 0"});
  const Placed two(three_models(), {{{1990, 1990, kFirst}}, {{1990, 1990, kMaybeFirst}}});
  EXPECT_EQ(stretches_of(two.landscape()), Lines{"1990-1990 0:placed 1:open | could 0"});  // two blocs, if it is one
  // Alone it would have all, and be too few; with another in the second, half.
  const Placed never(three_models(), {{{1990, 1990, kFirst}}, {{1990, 1990, kMaybeSecond}}});
  EXPECT_EQ(stretches_of(never.landscape()), Lines{"1990-1990 0:placed 1:open | too_few"});
}

TEST(ABlocThatWordsAlonePlace, IsOpen) {
  Placed blocs(three_models(), {{{1990, 1990, kMaybeFirst}}});
  blocs.description(0).periods[0].facts[0].triples[index_of(Register::kDiscourse)] = kIn;
  EXPECT_TRUE(blocs.results()[0].periods[0].axes[0].headline.declared_only);
  EXPECT_EQ(stretches_of(blocs.landscape()), Lines{"1990-1990 0:open | too_few"});
}

TEST(Changes, AreThoseInKindOfSuccessivePeriods) {
  const Values weakly_first = {known(0.67), kOut, kOut, kOut};
  const Placed blocs(three_models(), {{{1990, 1995, kFirst}, {1995, 2000, weakly_first}, {2002, 2004, kSecond}},
                                      {{1990, 1995, kMaybeFirst}, {1995, 2000, kFirst}},
                                      {{1990, 1995, kGated}, {1995, 2000, kFirst}}});
  const Landscape landscape = blocs.landscape();
  ASSERT_EQ(landscape.changes.size(), 2U);  // not in degree, and not in what is known
  EXPECT_EQ(landscape.changes[0].bloc, 0U);
  EXPECT_EQ(landscape.changes[0].period, 2U);
  EXPECT_EQ(landscape.changes[1].bloc, 2U);
  ASSERT_EQ(landscape.untold.size(), 1U);
  EXPECT_EQ(landscape.untold[0].bloc, 1U);
}

/// Changes as `0-2`, and those untold as `?0-1`: the periods before and after.
Lines changes_of(const std::vector<Coded>& periods) {
  const Placed blocs(three_models(), {periods});
  const Landscape landscape = blocs.landscape();
  Lines lines;
  const auto add = [&](const char* mark, const BlocChange& change) {
    lines.push_back(mark + std::to_string(change.before) + "-" + std::to_string(change.period));
  };
  for (const BlocChange& change : landscape.changes) add("", change);
  for (const BlocChange& change : landscape.untold) add("?", change);
  return lines;
}

TEST(Changes, AreSeenAcrossPeriodsThatStayOpen) {
  const Coded first{1990, 1991, kFirst}, open{1992, 1993, kUncoded}, still_open{1994, 1995, kUncoded};
  const Coded second{1996, 1997, kSecond}, again{1996, 1997, kFirst}, last{1998, 1999, kUncoded};
  EXPECT_EQ(changes_of({first, open, second}), Lines{"0-2"});
  EXPECT_EQ(changes_of({first, open, still_open, second}), Lines{"0-3"});
  EXPECT_EQ(changes_of({first, open, second, last}), (Lines{"0-2", "?2-3"}));
  EXPECT_EQ(changes_of({open, second}), Lines{"?0-1"});
  EXPECT_EQ(changes_of({first, open, again}), (Lines{"?0-1", "?1-2"}));  // it may have changed, and back
  EXPECT_EQ(changes_of({first, again}), Lines{});
}

TEST(Overlaps, AreFoundBetweenAnyTwoBlocsAndEndBeforeTheNextPeriod) {
  Placed blocs(three_models(), {{{1980, 2020, kNowhere}},
                                {{1990, 1995, kFirst}, {1995, 2000, kSecond}},
                                {{1992, {}, kSecond}},
                                {{1992, 1999, kSecond}}});
  for (const std::size_t bloc : {0U, 1U, 2U}) blocs.description(bloc).members = {"XB", "XA", "XB"};
  const Landscape landscape = blocs.landscape();
  ASSERT_EQ(landscape.overlaps.size(), 1U);  // the last bloc has no members in common with another
  const ContradictingOverlap& overlap = landscape.overlaps[0];
  EXPECT_EQ(overlap.sides[0].bloc, 1U);
  EXPECT_EQ(overlap.sides[1].bloc, 2U);
  EXPECT_EQ(overlap.years, (YearSpan{1992, 1994}));
  EXPECT_EQ(overlap.members, (Lines{"XA", "XB"}));
}

TEST(Overlaps, AreOfTheYearsInWhichBothPeriodsHold) {
  // The first period ends where the other bloc begins, and holds in that year, since nothing follows it.
  Placed blocs(three_models(), {{{2000, 2005, kFirst}}, {{2005, 2010, kSecond}}});
  for (const std::size_t bloc : {0U, 1U}) blocs.description(bloc).members = {"XA"};
  const Landscape landscape = blocs.landscape();
  ASSERT_EQ(landscape.overlaps.size(), 1U);
  EXPECT_EQ(landscape.overlaps[0].years, (YearSpan{2005, 2005}));
}

TEST(Overlaps, AreNotOfYearsThatBelongToALaterPeriod) {
  Placed blocs(three_models(), {{{2000, 2005, kFirst}, {2005, 2010, kSecond}}, {{2005, 2006, kSecond}}});
  for (const std::size_t bloc : {0U, 1U}) blocs.description(bloc).members = {"XA"};
  EXPECT_TRUE(blocs.landscape().overlaps.empty());
}

/// Values with each unknown fact of the models settled one way or the other, by the bits of `way`.
Values settled(const Values& values, std::size_t& way) {
  Values result = values;
  for (Triple& value : result) {
    if (!spans_everything(value)) continue;
    value = (way & 1U) != 0 ? kIn : kOut;
    way >>= 1;
  }
  return result;
}

TEST(TheEndsOfShares, AreReachedBySettlingTheFactsAndNeverPassed) {
  SplitMix64 random(11);
  for (int round = 0; round < 60; ++round) {
    std::vector<Values> blocs(3, Values(4, kOut));
    std::size_t open = 0;
    for (Values& values : blocs) {
      for (std::size_t m = 0; m < 3; ++m) {
        const std::size_t drawn = random.below(3);
        values[m] = drawn == 0 ? kIn : drawn == 1 ? kOut : kUnknown;
        open += drawn == 2 ? 1 : 0;
      }
    }
    const auto shares = [](const std::vector<Values>& coded) {
      const Placed placed(three_models(),
                          {{{1990, 1990, coded[0]}}, {{1990, 1990, coded[1]}}, {{1990, 1990, coded[2]}}});
      return placed.landscape().axes[0].stretches[0].shares;
    };
    const Shares found = shares(blocs);
    std::vector<Range> reached(3, Range{2, -1});
    for (std::size_t way = 0; way < (std::size_t{1} << open); ++way) {
      std::size_t rest = way;
      std::vector<Values> whole;
      for (const Values& values : blocs) whole.push_back(settled(values, rest));
      const Shares one = shares(whole);
      EXPECT_GE(one.surely_placed, found.surely_placed);
      EXPECT_LE(one.surely_placed, found.possibly_placed);
      for (std::size_t m = 0; m < one.of_models.size(); ++m) {
        EXPECT_TRUE(one.of_models[m].is_settled());
        reached[m] = {std::min(reached[m].low, one.of_models[m].low), std::max(reached[m].high, one.of_models[m].high)};
      }
    }
    for (std::size_t m = 0; m < found.of_models.size(); ++m) {
      EXPECT_NEAR(found.of_models[m].low, reached[m].low, 1e-12) << round;
      EXPECT_NEAR(found.of_models[m].high, reached[m].high, 1e-12) << round;
    }
  }
}

// --- claims

StoryClaim claim(YearSpan years, StoryClaim::Holds holds) {
  StoryClaim result;
  result.id = "said";
  result.years = years;
  result.holds = holds;
  return result;
}

/// What comes of one claim, as `1990-1994 borne_out 0 1`, `1995-1995 untold open 2`.
Lines told(const ClaimResult& result) {
  Lines lines;
  for (const ClaimSpan& span : result.spans) {
    std::string line =
        std::to_string(span.years.from) + "-" + std::to_string(span.years.to) + " " + std::string(name(span.outcome));
    if (span.outcome == Outcome::kUntold) line += " " + std::string(name(span.reason));
    for (const std::size_t bloc : span.blocs) line += " " + std::to_string(bloc);
    lines.push_back(line);
  }
  return lines;
}

std::vector<ClaimResult> tested(const StoryClaim& claim, const std::vector<std::vector<Coded>>& blocs) {
  Toy toy = three_models();
  toy.rulebook.landscape.claims.push_back(claim);
  return Placed(toy, blocs).claims();
}

Lines told(const StoryClaim& claim, const std::vector<std::vector<Coded>>& blocs) {
  return told(tested(claim, blocs).front());
}

TEST(AClaimThatAModelPrevails, IsBorneOutContradictedOrUntoldYearByYear) {
  const std::vector<std::vector<Coded>> blocs = {
      {{1990, 2000, kFirst}}, {{1992, 1994, kFirst}, {1994, 1997, kSecond}, {1997, 2000, kMaybeFirst}}};
  EXPECT_EQ(told(claim({1989, 2001}, StoryClaim::Holds::kPrevails), blocs),
            (Lines{"1989-1989 untold not_coded", "1990-1991 untold too_few 0", "1992-1993 borne_out 0 1",
                   "1994-1996 against 0 1", "1997-2000 untold open 1", "2001-2001 untold not_coded"}));
}

TEST(AClaimThatNoModelPrevails, FailsByTheBlocsInTheOneThatDoes) {
  const std::vector<std::vector<Coded>> blocs = {
      {{1990, 2000, kFirst}}, {{1990, 1995, kSecond}, {1995, 2000, kFirst}}, {{1995, 2000, kSecond}}};
  EXPECT_EQ(told(claim({1990, 2000}, StoryClaim::Holds::kNonePrevails), blocs),
            (Lines{"1990-1994 borne_out 0 1", "1995-2000 against 0 1"}));
}

TEST(AClaimOfLessHeterogeneity, IsHeldAgainstTheMeanOfTheEarlierYears) {
  StoryClaim less = claim({2000, 2003}, StoryClaim::Holds::kLessDiverse);
  less.earlier = {1990, 1993};
  // Two models by halves for two years, then one alone: 2, 2, 1, 1, and so 1.5 on average.
  const std::vector<std::vector<Coded>> blocs = {{{1990, 2003, kFirst}},
                                                 {{1990, 1991, kSecond}, {1992, 2001, kFirst}, {2002, 2003, kSecond}}};
  EXPECT_EQ(told(less, blocs), (Lines{"2000-2001 borne_out 0 1", "2002-2003 against 0 1"}));
  EXPECT_NEAR(tested(less, blocs).front().earlier->low, 1.5, 1e-12);
  less.earlier = {1980, 1985};
  EXPECT_EQ(told(less, blocs), Lines{"2000-2003 untold no_earlier 0 1"});
}

TEST(AClaimOfLessHeterogeneity, IsToldWhereEveryWayToSettleWhatIsOpenGivesOneAnswer) {
  StoryClaim less = claim({2000, 2000}, StoryClaim::Holds::kLessDiverse);
  less.earlier = {1990, 1991};
  // One period in all years: whatever the third bloc is, it is the same in both.
  const std::vector<Coded> lasting{{1990, 2000, kMaybeSecond}};
  EXPECT_EQ(told(less, {{{1990, 2000, kFirst}}, {{1990, 2000, kFirst}}, lasting}), Lines{"2000-2000 against 0 1"});
  // It may have been in the second model then or now.
  const std::vector<Coded> parted{{1990, 1995, kMaybeSecond}, {1996, 2000, kMaybeSecond}};
  EXPECT_EQ(told(less, {{{1990, 2000, kFirst}}, {{1990, 2000, kFirst}}, parted}), Lines{"2000-2000 untold open 2"});
  // Two that are in the third model or nowhere: 2 and 1 become 3 and 1.89 with one of them, 2.83 and 2 with both.
  const std::vector<Coded> third{{1990, 2000, {kOut, kOut, kUnknown, kOut}}};
  EXPECT_EQ(told(less, {{{1990, 2000, kFirst}}, {{1990, 1995, kSecond}, {1996, 2000, kFirst}}, third, third}),
            Lines{"2000-2000 borne_out 0 1"});
}

TEST(AClaim, HangsOnABlocWithoutWhichItTurns) {
  const std::vector<std::vector<Coded>> blocs = {
      {{1990, 1990, kFirst}}, {{1990, 1990, kFirst}}, {{1990, 1990, kSecond}}};
  const ClaimResult result = tested(claim({1990, 1990}, StoryClaim::Holds::kPrevails), blocs).front();
  EXPECT_EQ(told(result), Lines{"1990-1990 borne_out 0 1"});
  ASSERT_EQ(result.hangs_on.size(), 2U);  // one alone without either of the first two; nothing turns without the third
  EXPECT_EQ(result.hangs_on[0].bloc, 0U);
  EXPECT_EQ(result.hangs_on[1].bloc, 1U);
  EXPECT_EQ(result.hangs_on[0].without.front().outcome, Outcome::kAgainst);
}

}  // namespace
}  // namespace bloctype
