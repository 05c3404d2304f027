// What a map shows: every case once, at its place or as near as others leave room, in the panel of its placement.
#include "figure/map.hpp"

#include <algorithm>
#include <set>

#include "figure/map_panel.hpp"
#include "figure/map_plan.hpp"
#include "tests/unit/figure/drawn.hpp"

namespace bloctype {
namespace {

const MapMark& mark_of(const Figure& figure, const std::vector<FigureCase>& cases, const std::string& bloc, int year) {
  for (const MapMark& mark : figure.marks) {
    if (cases[mark.subject].bloc == bloc && cases[mark.subject].from == year) return mark;
  }
  throw std::runtime_error("no mark of " + bloc);
}

void expect_well_placed(const Drawn& drawn, const std::string& what) {
  const std::vector<FigureCase> cases = drawn.cases();
  const FigureRequest request{drawn.classifier, cases, drawn.texts};
  const MapPlan plan = plan_map(request);
  const Figure figure = draw_map(request);
  ASSERT_EQ(figure.marks.size(), cases.size() * plan.bands.size()) << what;
  for (std::size_t band = 0; band < plan.bands.size(); ++band) {
    std::set<std::size_t> subjects;
    for (std::size_t i = 0; i < cases.size(); ++i) subjects.insert(figure.marks[band * cases.size() + i].subject);
    EXPECT_EQ(subjects.size(), cases.size()) << what;
  }
  for (std::size_t i = 0; i < figure.marks.size(); ++i) {
    const MapMark& mark = figure.marks[i];
    const Panel& panel = figure.panels[mark.panel];
    EXPECT_TRUE(panel.box.holds({mark.place.x - mark.radius, mark.place.y - mark.radius, mark.place.x + mark.radius,
                                 mark.place.y + mark.radius}))
        << what << " " << i;
    for (std::size_t j = i + 1; j < figure.marks.size(); ++j) {
      EXPECT_GE(distance(mark.place, figure.marks[j].place), mark.radius + figure.marks[j].radius) << what << " " << i;
    }
    const Placement& placement = cases[mark.subject].practice(plan.plane);
    std::vector<Triple> memberships;
    for (const Membership& m : placement.memberships) memberships.push_back(m.value);
    if (!mark.has_mix) {
      const bool may_have = is_placed_by_models(placement) && !panel.corners.empty();
      EXPECT_FALSE(may_have && mix(memberships, panel.corners)) << what << " " << i;
      continue;
    }
    EXPECT_NEAR(distance(mark.truth, *mix(memberships, panel.corners)), 0, 1e-6) << what << " " << i;
    EXPECT_TRUE(hull_holds(mark.region, mark.truth, 1e-3)) << what << " " << i;
  }
}

TEST(Map, PlacesEveryCaseOnceWhereTheFormulaPutsIt) {
  expect_well_placed(*drawn_shipped(), "shipped");
  expect_well_placed(*drawn_crowd(2), "crowd");
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    expect_well_placed(*drawn_at_random(seed), "seed " + std::to_string(seed));
  }
}

TEST(Map, MovesAMarkOnlyWhereItsPlaceIsTaken) {
  const auto drawn = drawn_shipped();
  for (const MapMark& mark : drawn->draw(FigureKind::kMap).marks) {
    EXPECT_NEAR(distance(mark.place, mark.truth), 0, 1e-9);
  }
}

TEST(Map, StandsCasesWithoutAMixInAPlaceOfTheirOwn) {
  const auto drawn = drawn_shipped();
  const std::vector<FigureCase> cases = drawn->cases();
  const Figure figure = drawn->draw(FigureKind::kMap);
  const MapMark& verdict = mark_of(figure, cases, "unasur", 2008);
  EXPECT_FALSE(verdict.has_mix);
  EXPECT_TRUE(verdict.region.empty());
  EXPECT_EQ(figure.panels[verdict.panel].title, "lowest common denominator");
  const MapMark& no_model = mark_of(figure, cases, "alba", 2013);
  EXPECT_TRUE(no_model.has_mix) << "out of every model, and yet between two";
  EXPECT_EQ(figure.panels[no_model.panel].title, "none of its models");
}

TEST(Map, OfACaseOfWhichNothingIsKnownStandsItAmongTheUndecided) {
  const auto drawn = drawn_shipped();
  Description blank = shipped_blocs().front();
  blank.bloc = "blank";
  blank.periods.resize(1);
  blank.periods[0].from = 1900;
  for (Fact& fact : blank.periods[0].facts) fact = Fact();
  drawn->add(blank);
  const Figure figure = drawn->draw(FigureKind::kMap);
  const MapMark& mark = mark_of(figure, drawn->cases(), "blank", 1900);
  EXPECT_FALSE(mark.has_mix);
  EXPECT_EQ(figure.panels[mark.panel].title, "undecided");
}

TEST(Map, HasAPanelForEveryModelWithOrWithoutCases) {
  Drawn drawn(typology());
  const std::vector<Panel> panels = drawn.draw(FigureKind::kMap).panels;
  EXPECT_EQ(panels.size(), 3U);
  for (const Panel& panel : panels) EXPECT_EQ(panel.corners.size(), 3U);
}

TEST(Map, JoinsThePeriodsOfABlocInOrderOfTheirYears) {
  Drawn drawn(typology());
  for (Description& bloc : shipped_blocs()) {
    std::reverse(bloc.periods.begin(), bloc.periods.end());  // whatever order they come in
    drawn.add(std::move(bloc));
  }
  const std::vector<FigureCase> cases = drawn.cases();
  const Figure figure = drawn.draw(FigureKind::kMap);
  std::size_t expected = 0;
  for (const std::vector<std::size_t>& periods : FigureBlocs(cases).members) expected += periods.size() - 1;
  EXPECT_EQ(figure.joins.size(), expected);
  EXPECT_GT(expected, 3U);
  for (const Join join : figure.joins) {
    const FigureCase& from = cases[figure.marks[join.from].subject];
    const FigureCase& to = cases[figure.marks[join.to].subject];
    EXPECT_EQ(from.bloc, to.bloc);
    EXPECT_LT(*from.from, *to.from);
  }
}

TEST(Map, OfOneAxisHasOnePanel) {
  const auto drawn = drawn_shipped();
  for (std::size_t axis = 0; axis < 2; ++axis) EXPECT_EQ(drawn->draw(FigureKind::kMap, axis).panels.size(), 1U);
}

TEST(Map, TellsTheSameNumbersInItsTable) {
  const auto drawn = drawn_shipped();
  const Figure figure = drawn->draw(FigureKind::kMap);
  ASSERT_EQ(figure.table.rows.size(), drawn->cases().size());
  EXPECT_EQ(figure.table.header, (std::vector<std::string>{"no.", "bloc", "period", "economic", "political",
                                                           "strategic", "social", "productive"}));
  for (std::size_t i = 0; i < figure.table.rows.size(); ++i) {
    const std::vector<std::string>& row = figure.table.rows[i];
    EXPECT_EQ(row[0], std::to_string(i + 1));
    if (row[1] == "NAFTA") {
      EXPECT_EQ(row[5], "0.93 [0.62–1]");
      EXPECT_EQ(row[6], "0");
    }
  }
}

TEST(Map, NeedsNothingOfACaseButItsNameYearsAndPlacements) {
  const auto drawn = drawn_shipped();
  std::vector<FigureCase> cases = drawn->cases();
  for (FigureCase& entry : cases) {
    entry.description = nullptr;
    entry.result = nullptr;
  }
  const FigureRequest request{drawn->classifier, cases, drawn->texts};
  EXPECT_EQ(draw(FigureKind::kMap, request).table.rows, drawn->draw(FigureKind::kMap).table.rows);
  EXPECT_EQ(draw(FigureKind::kTimeline, request).table.rows, drawn->draw(FigureKind::kTimeline).table.rows);
}

}  // namespace
}  // namespace bloctype
