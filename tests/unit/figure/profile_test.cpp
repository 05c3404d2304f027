// What a profile compares: the deviations that the engine names, and no others.
#include <algorithm>
#include <set>

#include "figure/profile_rows.hpp"
#include "tests/unit/figure/drawn.hpp"

namespace bloctype {
namespace {

/// Rows of placed models that deviate, against the deviations of the result.
void expect_same_deviations(const Drawn& drawn, const std::string& what) {
  const std::vector<FigureCase> cases = drawn.cases();
  const FigureRequest request{drawn.classifier, cases, drawn.texts};
  for (const FigureCase& entry : cases) {
    for (std::size_t axis = 0; axis < entry.axes->size(); ++axis) {
      const AxisResult& result = entry.axis(axis);
      const AxisNodes& nodes = drawn.classifier.program(result.headline.reg).axes[axis];
      const std::vector<Deviation> expected =
          deviations(nodes, result.shown(), entry.result->values[index_of(result.headline.reg)], 0);
      std::size_t found = 0;
      for (const ComparedModel& compared : compared_models(request, entry, axis)) {
        for (const ProfileRow& row : compared.rows) {
          if (!row.distance || compared.relation != Relation::kPlaced) continue;
          ++found;
          EXPECT_TRUE(std::any_of(expected.begin(), expected.end(), [&](const Deviation& d) {
            const FeatureRole& told = row.telling();
            return d.model == compared.model && d.expected_full == told.expected_full && d.role == told.role &&
                   d.expression == told.expression && distance(d) == *row.distance;
          })) << what;
        }
      }
      const bool is_placed = !result.shown().models.empty();
      EXPECT_EQ(found, is_placed ? expected.size() : 0) << what;
    }
  }
}

TEST(Profile, MarksTheDeviationsOfTheEngine) {
  expect_same_deviations(*drawn_shipped(), "shipped");
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    expect_same_deviations(*drawn_at_random(seed), "seed " + std::to_string(seed));
  }
}

TEST(Profile, ComparesWithTheModelsThatArePlacedElseWithTheFormalOnesElseWithTheNearest) {
  const auto drawn = drawn_shipped();
  const std::vector<FigureCase> cases = drawn->cases();
  const FigureRequest request{drawn->classifier, cases, drawn->texts};
  std::set<Relation> seen;
  for (const FigureCase& entry : cases) {
    for (std::size_t axis = 0; axis < 2; ++axis) {
      const std::vector<ComparedModel> compared = compared_models(request, entry, axis);
      const AxisResult& result = entry.axis(axis);
      if (result.shown().gate) {
        EXPECT_TRUE(compared.empty());
      }
      if (!result.shown().models.empty()) {
        EXPECT_EQ(compared.size(), result.shown().models.size());
      }
      for (const ComparedModel& model : compared) seen.insert(model.relation);
    }
  }
  EXPECT_EQ(seen.size(), 3U);
}

TEST(Profile, ListsEachFeatureOfAModelOnce) {
  const auto drawn = drawn_shipped();
  const std::vector<FigureCase> cases = drawn->cases();
  const FigureRequest request{drawn->classifier, cases, drawn->texts};
  for (const FigureCase& entry : cases) {
    for (const ComparedModel& compared : compared_models(request, entry, 0)) {
      EXPECT_FALSE(compared.rows.empty());
      for (std::size_t i = 0; i < compared.rows.size(); ++i) {
        for (std::size_t j = i + 1; j < compared.rows.size(); ++j) {
          EXPECT_FALSE(same(*compared.rows[i].roles.front().expression, *compared.rows[j].roles.front().expression));
        }
      }
    }
  }
}

TEST(Profile, HasEveryWeightThatAMembershipIsMadeOf) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto drawn = drawn_at_random(seed);
    const std::vector<FigureCase> cases = drawn->cases();
    const FigureRequest request{drawn->classifier, cases, drawn->texts};
    for (const FigureCase& entry : cases) {
      for (std::size_t axis = 0; axis < entry.axes->size(); ++axis) {
        for (const ComparedModel& compared : compared_models(request, entry, axis)) {
          const Register reg = entry.axis(axis).headline.reg;
          std::size_t expected = 0;
          for (const CapNode& cap : drawn->classifier.program(reg).axes[axis].models[compared.model].caps) {
            if (cap.cap == Cap::kTypical) expected += cap.items.size();
          }
          std::size_t found = 0;
          for (const ProfileRow& row : compared.rows) {
            found += static_cast<std::size_t>(std::count_if(
                row.roles.begin(), row.roles.end(), [](const FeatureRole& r) { return r.role == Role::kTypical; }));
          }
          EXPECT_EQ(found, expected) << "seed " << seed;
        }
      }
    }
  }
}

TEST(Profile, TakesTheNearestModelByItsUpperEndWhereNoneHasAPoint) {
  const auto drawn = drawn_shipped();
  std::vector<FigureCase> cases = drawn->cases();
  const std::vector<AxisResult> axes = [&] {
    std::vector<AxisResult> changed = *cases.front().axes;
    Placement& placement = changed[1].placements[index_of(Register::kPractice)];
    placement = {};
    placement.kind = Kind::kNone;
    placement.memberships.resize(2);
    placement.memberships[0].value = {0.22, std::nullopt, 0.37};
    placement.memberships[1].value = known(0);
    changed[1].headline = {};
    return changed;
  }();
  cases.resize(1);
  cases.front().axes = &axes;
  const FigureRequest request{drawn->classifier, cases, drawn->texts};
  const std::vector<ComparedModel> compared = compared_models(request, cases.front(), 1);
  ASSERT_EQ(compared.size(), 1U);
  EXPECT_EQ(compared.front().model, 0U);
  EXPECT_EQ(compared.front().relation, Relation::kNearest);
}

TEST(Profile, SaysInWordsWhereAVerdictLeavesNothingToCompare) {
  const auto drawn = drawn_shipped();
  std::string words;
  for (const Label& label : drawn->draw(FigureKind::kProfile).labels) words += label.text + " ";
  EXPECT_NE(words.find("A condition ends the placement before the models"), std::string::npos);
}

}  // namespace
}  // namespace bloctype
