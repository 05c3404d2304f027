// What a timeline shows: bars over the years of each period, practice and discourse apart.
#include "figure/timeline.hpp"

#include <algorithm>
#include <cmath>

#include "figure/time_scale.hpp"
#include "tests/unit/figure/drawn.hpp"

namespace bloctype {
namespace {

FigureCase years(std::string bloc, std::optional<int> from, std::optional<int> to) {
  FigureCase entry;
  entry.bloc = std::move(bloc);
  entry.from = from;
  entry.to = to;
  return entry;
}

TEST(TimeScale, RunsFromTheFirstYearToTheEndOfTheLastKnown) {
  const std::vector<FigureCase> cases = {years("a", 1991, 2002), years("b", 1985, 1990),
                                         years("c", std::nullopt, 2050)};
  const auto scale = time_scale(cases, 0, 100);
  EXPECT_EQ(scale->first, 1985);
  EXPECT_EQ(scale->last, 2003);
}

TEST(TimeScale, EndsAPeriodWithItsYearUnlessALaterOneBeginsInIt) {
  const std::vector<FigureCase> cases = {years("a", 1991, 2002), years("a", 2003, 2015), years("b", 1991, 2002),
                                         years("b", 2002, 2002), years("b", 2015, 2016)};
  const auto scale = time_scale(cases, 0, 100);
  EXPECT_EQ(end_of(cases, 0, *scale), 2003) << "2002 is no interregnum";
  EXPECT_EQ(end_of(cases, 1, *scale), 2016) << "another bloc begins in 2015";
  EXPECT_EQ(end_of(cases, 2, *scale), 2002);
  EXPECT_EQ(end_of(cases, 3, *scale), 2003);
}

TEST(TimeScale, GoesNoFurtherWhereAPeriodGoesOn) {
  const std::vector<FigureCase> cases = {years("a", 1991, 2002), years("b", 2000, std::nullopt)};
  const auto scale = time_scale(cases, 0, 120);
  EXPECT_EQ(scale->last, 2003);
  EXPECT_EQ(end_of(cases, 1, *scale), 2003);
  EXPECT_DOUBLE_EQ(scale->at(1997), 60);
}

TEST(TimeScale, IsNoneWithoutAYearAndHasRoomForASingleOne) {
  EXPECT_FALSE(time_scale(std::vector<FigureCase>{years("a", std::nullopt, std::nullopt)}, 0, 1));
  const auto scale = time_scale(std::vector<FigureCase>{years("a", 2000, 2000)}, 0, 1);
  EXPECT_LT(scale->first, scale->last);
}

TEST(TimeScale, HasAHandfulOfRoundTicks) {
  const auto ticks = [](int first, int last) { return TimeScale{first, last, 0, 1}.ticks(); };
  EXPECT_EQ(ticks(1991, 2018), (std::vector<int>{1995, 2000, 2005, 2010, 2015}));
  EXPECT_EQ(ticks(2000, 2003), (std::vector<int>{2000, 2001, 2002}));
  EXPECT_LE(ticks(0, 9999).size(), 8U);
}

TEST(Tracks, PartCasesOfABlocThatShareTime) {
  const std::vector<FigureCase> cases = {
      years("a", 1991, 2002),         years("a", 2002, 2010), years("a", 1991, 2002), years("a", std::nullopt, 2002),
      years("b", 1990, std::nullopt), years("b", 1995, 2010), years("c", 1991, 2002), years("c", 1995, 2010)};
  const std::vector<Track> tracks = tracks_of(cases);
  ASSERT_EQ(tracks.size(), 6U);
  EXPECT_EQ(tracks[0].cases, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(tracks[1].cases, (std::vector<std::size_t>{2}));
  EXPECT_EQ(tracks[1].number, 2U);
  EXPECT_EQ(tracks[2].cases, (std::vector<std::size_t>{4}));
}

TEST(Timeline, DrawsEveryMembershipThatNoVerdictEndsAsHighAsItIs) {
  const auto drawn = drawn_shipped();
  const std::vector<FigureCase> cases = drawn->cases();
  const Figure figure = drawn->draw(FigureKind::kTimeline);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    for (std::size_t axis = 0; axis < 2; ++axis) {
      const Placement& practice = cases[i].practice(axis);
      for (std::size_t m = 0; m < practice.memberships.size(); ++m) {
        const auto is_it = [&](const Bar& bar) {
          return bar.subject == i && bar.axis == axis && bar.model == m && bar.reg == Register::kPractice;
        };
        const auto bar = std::find_if(figure.bars.begin(), figure.bars.end(), is_it);
        EXPECT_EQ(bar == figure.bars.end(), practice.gate.has_value());
        if (bar == figure.bars.end()) continue;
        const Triple& value = practice.memberships[m].value;
        EXPECT_NEAR(bar->box.height(), 11 * value.point.value_or(value.low), 1e-9);
      }
    }
  }
}

TEST(Timeline, EndsABarWhereTheNextBegins) {
  const auto drawn = drawn_shipped();
  const std::vector<FigureCase> cases = drawn->cases();
  const Figure figure = drawn->draw(FigureKind::kTimeline);
  for (const Bar& a : figure.bars) {
    for (const Bar& b : figure.bars) {
      const bool is_lane = a.axis == b.axis && a.model == b.model && a.reg == b.reg;
      if (!is_lane || cases[a.subject].bloc != cases[b.subject].bloc || a.subject == b.subject) continue;
      EXPECT_FALSE(a.box.grown(-0.1).meets(b.box.grown(-0.1)));
      const int between = *cases[b.subject].from - *cases[a.subject].to;
      if (between == 0 || between == 1) {
        EXPECT_NEAR(b.box.left - a.box.right, 0.8, 1e-9);
      }
    }
  }
}

TEST(Timeline, HasDashesInItsTableWhereAConditionComesBeforeTheModels) {
  const auto drawn = drawn_shipped();
  const std::vector<FigureCase> cases = drawn->cases();
  const Figure figure = drawn->draw(FigureKind::kTimeline, 0);
  const std::size_t models = cases.front().practice(0).memberships.size();
  std::size_t dashes = 0;
  for (std::size_t i = 0; i < figure.table.rows.size(); ++i) {
    const FigureCase& entry = cases[i / models];
    EXPECT_EQ(figure.table.rows[i][4] == "–", entry.practice(0).gate.has_value());
    EXPECT_EQ(figure.table.rows[i][5] == "–", entry.discourse(0).gate.has_value());
    dashes += figure.table.rows[i][4] == "–";
  }
  EXPECT_GT(dashes, 0U);
  EXPECT_NE(figure.description.find("a condition comes before the models"), std::string::npos);
}

TEST(Timeline, NamesTheCasesThatHaveNoYear) {
  Drawn drawn(typology());
  Description bloc = shipped_blocs().front();
  for (Period& period : bloc.periods) period.from.reset();
  const std::string id = bloc.periods.front().id;
  drawn.add(bloc);
  const Figure figure = drawn.draw(FigureKind::kTimeline);
  EXPECT_TRUE(figure.bars.empty());
  EXPECT_NE(figure.description.find(id), std::string::npos);
  EXPECT_FALSE(figure.table.rows.empty());
  expect_fit_for_print(figure, "without years");
}

TEST(Timeline, SaysWhereAPeriodThatGoesOnIsCutOff) {
  Drawn drawn(typology());
  Description bloc = shipped_blocs().front();
  bloc.periods.resize(1);
  bloc.periods[0].from = 1999;
  bloc.periods[0].to.reset();
  drawn.add(bloc);
  std::string words;
  for (const Label& label : drawn.draw(FigureKind::kTimeline).labels) words += label.text + " ";
  EXPECT_NE(words.find("drawn to the end of 1999"), std::string::npos) << words;
}

}  // namespace
}  // namespace bloctype
