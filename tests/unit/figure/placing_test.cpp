// Free places.
#include "figure/placing.hpp"

#include <gtest/gtest.h>

#include "figure/glyph.hpp"
#include "figure/mix.hpp"

namespace bloctype {
namespace {

constexpr Box kArea{0, 0, 60, 60};

TEST(Placing, GivesTheWantedPlaceWhereItIsFree) {
  const Placing placing;
  EXPECT_NEAR(distance(*placing.nearest({30, 30}, 5, kArea), {30, 30}), 0, 1e-12);
}

TEST(Placing, PutsManyOnOnePlaceSideBySide) {
  Placing placing;
  std::vector<Point> places;
  for (int i = 0; i < 12; ++i) {
    const auto place = placing.nearest({30, 30}, 5, kArea);
    ASSERT_TRUE(place) << i;
    EXPECT_TRUE(kArea.holds({place->x - 5, place->y - 5, place->x + 5, place->y + 5}));
    for (const Point other : places) EXPECT_GE(distance(*place, other), 10);
    placing.take(*place, 5);
    places.push_back(*place);
  }
}

TEST(Placing, KeepsClearOfBoxes) {
  Placing placing;
  placing.take(Box{20, 20, 40, 40});
  const auto place = placing.nearest({30, 30}, 5, kArea);
  ASSERT_TRUE(place);
  EXPECT_FALSE(meets({20, 20, 40, 40}, *place, 5));
}

TEST(Placing, SaysWhereNothingIsFree) {
  Placing placing;
  placing.take(Box{0, 0, 60, 60});
  EXPECT_FALSE(placing.nearest({30, 30}, 5, kArea));
  EXPECT_FALSE(Placing().nearest({30, 30}, 31, kArea)) << "too large";
}

TEST(Glyphs, OfManyBlocsDifferInFormOrHue) {
  for (std::size_t a = 0; a < 56; ++a) {
    for (std::size_t b = a + 1; b < 56; ++b) {
      const Shape first = shape_of({a, Filling::kFilled, Dash::kSolid}, {});
      const Shape second = shape_of({b, Filling::kFilled, Dash::kSolid}, {});
      const bool is_same_form =
          first.points.size() == second.points.size() && distance(first.points.front(), second.points.front()) < 0.1;
      EXPECT_FALSE(is_same_form && first.look.fill.hue == second.look.fill.hue) << a << " " << b;
    }
  }
}

}  // namespace
}  // namespace bloctype
