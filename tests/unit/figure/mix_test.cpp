// The geometry of mixes: positions by the formula, and regions that hold what they say and no more.
#include "figure/mix.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/properties/random.hpp"

namespace bloctype {
namespace {

Triple between(double low, double point, double high) { return {low, point, high}; }

/// A membership with random bounds; its point may be missing.
Triple random_membership(Random& random) {
  const double a = random.chance(25) ? 0 : random.unit();
  const double b = random.chance(25) ? a : random.unit();
  Triple value{std::min(a, b), std::nullopt, std::max(a, b)};
  if (random.chance(80)) value.point = value.low + random.unit() * (value.high - value.low);
  return value;
}

std::vector<Triple> random_memberships(Random& random, std::size_t count) {
  std::vector<Triple> memberships;
  for (std::size_t i = 0; i < count; ++i) memberships.push_back(random_membership(random));
  return memberships;
}

TEST(Mix, IsTheMeanOfTheCornersWeightedByPoints) {
  const std::vector<Point> corners = {{0, 0}, {12, 0}, {0, 24}};
  const auto place = mix({known(0.5), known(0.25), known(0.25)}, corners);
  ASSERT_TRUE(place);
  EXPECT_NEAR(place->x, 3, 1e-12);
  EXPECT_NEAR(place->y, 6, 1e-12);
}

TEST(Mix, OfOneModelAloneIsItsCornerHoweverLowTheMembership) {
  const std::vector<Point> corners = plane_corners(3, {50, 50}, 20);
  const auto place = mix({known(0), known(0.01), known(0)}, corners);
  EXPECT_NEAR(distance(*place, corners[1]), 0, 1e-12);
}

TEST(Mix, CountsAMembershipWithoutAPointByItsLow) {
  const std::vector<Point> corners = {{0, 0}, {12, 0}, {0, 24}};
  const auto place = mix({known(0.5), {0.5, std::nullopt, 0.9}, known(0)}, corners);
  EXPECT_NEAR(place->x, 6, 1e-12);
}

TEST(Mix, OfNothingIsNone) {
  const std::vector<Point> corners = plane_corners(3, {}, 1);
  EXPECT_FALSE(mix({known(0), known(0), known(0)}, corners));
  EXPECT_FALSE(mix({kUnknown, kUnknown, kUnknown}, corners));
  EXPECT_TRUE(mix_region({known(0), known(0), known(0)}, corners).empty());
}

TEST(Mix, OfASingleModelIsItsMembershipOnASegment) {
  const std::vector<Point> corners = plane_corners(1, {50, 50}, 10);
  EXPECT_NEAR(mix({between(0.2, 0.3, 0.6)}, corners)->x, 46, 1e-12);
  const std::vector<Point> region = mix_region({between(0.2, 0.3, 0.6)}, corners);
  ASSERT_EQ(region.size(), 2U);
  EXPECT_NEAR(region[0].x, 44, 1e-12);
  EXPECT_NEAR(region[1].x, 52, 1e-12);
}

TEST(MixRegion, OfWhatIsKnownIsThePlaceItself) {
  const std::vector<Point> corners = plane_corners(3, {50, 50}, 20);
  const std::vector<Triple> memberships = {known(0.67), known(0.33), known(0.1)};
  const std::vector<Point> region = mix_region(memberships, corners);
  ASSERT_EQ(region.size(), 1U);
  EXPECT_NEAR(distance(region[0], *mix(memberships, corners)), 0, 1e-9);
}

TEST(MixRegion, OfWhatNobodyKnowsIsTheWholePlane) {
  for (std::size_t models = 3; models <= 6; ++models) {
    const std::vector<Point> corners = plane_corners(models, {50, 50}, 20);
    const std::vector<Point> region = mix_region(std::vector<Triple>(models, kUnknown), corners);
    EXPECT_EQ(region.size(), models);
    for (const Point corner : corners) EXPECT_TRUE(hull_holds(region, corner));
  }
}

TEST(MixRegion, HoldsTheMarkAndEveryCompletion) {
  Random random(7);
  for (int round = 0; round < 400; ++round) {
    const std::size_t models = random.between(1, 6);
    const std::vector<Point> corners = plane_corners(models, {50, 50}, 40);
    const std::vector<Triple> memberships = random_memberships(random, models);
    const std::vector<Point> region = mix_region(memberships, corners);
    if (const auto mark = mix(memberships, corners)) {
      EXPECT_TRUE(hull_holds(region, *mark, 1e-4)) << round;
    }
    for (int i = 0; i < 30; ++i) {
      std::vector<Triple> completion;
      for (const Triple& m : memberships) completion.push_back(known(m.low + random.unit() * (m.high - m.low)));
      const auto place = mix(completion, corners);
      if (place) {
        EXPECT_TRUE(hull_holds(region, *place, 1e-4)) << round;
      }
    }
  }
}

TEST(MixRegion, IsTheHullOfTheImagesOfAllCornersOfTheBox) {
  Random random(8);
  for (int round = 0; round < 200; ++round) {
    const std::size_t models = random.between(2, 6);
    const std::vector<Point> corners = plane_corners(models, {0, 0}, 40);
    std::vector<Triple> memberships = random_memberships(random, models);
    for (Triple& m : memberships) m.low = std::max(m.low, 0.01), m.high = std::max(m.low, m.high);
    std::vector<Point> images;
    for (std::size_t bits = 0; bits < std::size_t{1} << models; ++bits) {
      std::vector<Triple> ends;
      for (std::size_t i = 0; i < models; ++i) {
        ends.push_back(known((bits >> i & 1) != 0 ? memberships[i].high : memberships[i].low));
      }
      images.push_back(*mix(ends, corners));
    }
    const std::vector<Point> hull = convex_hull(images);
    for (const Point p : mix_region(memberships, corners)) EXPECT_TRUE(hull_holds(hull, p, 1e-4)) << round;
    for (const Point p : hull) EXPECT_TRUE(hull_holds(mix_region(memberships, corners), p, 1e-4)) << round;
  }
}

TEST(ConvexHull, LeavesOutWhatLiesWithin) {
  EXPECT_EQ(convex_hull({{0, 0}, {4, 0}, {4, 4}, {0, 4}, {2, 2}, {2, 0}, {4, 4}}).size(), 4U);
  EXPECT_EQ(convex_hull({{0, 0}, {2, 2}, {1, 1}}).size(), 2U);
  EXPECT_EQ(convex_hull({{1, 1}, {1, 1}}).size(), 1U);
  EXPECT_TRUE(convex_hull({}).empty());
}

TEST(ConvexHull, TellsInsideFromOutside) {
  const std::vector<Point> square = convex_hull({{0, 0}, {4, 0}, {4, 4}, {0, 4}});
  EXPECT_TRUE(hull_holds(square, {2, 2}));
  EXPECT_TRUE(hull_holds(square, {4, 2}));
  EXPECT_FALSE(hull_holds(square, {4.1, 2}));
  EXPECT_FALSE(hull_holds({{0, 0}, {4, 0}}, {2, 1}));
  EXPECT_TRUE(hull_holds({{0, 0}, {4, 0}}, {2, 0}));
}

}  // namespace
}  // namespace bloctype
