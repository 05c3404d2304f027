// Triples: intervals, codings merged, and when two values are the same.
#include "model/value.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/description.hpp"

namespace bloctype {

namespace {

constexpr std::optional<double> kNone = std::nullopt;

std::string shown(const Triple& t) {
  const std::string point = t.point ? std::to_string(*t.point) : "none";
  return "(" + std::to_string(t.low) + ", " + point + ", " + std::to_string(t.high) + ")";
}

TEST(Value, HasAMiddleWhereADisputeIsStrictlyOnOneSideOfAHalf) {
  struct Case {
    double low, high;
    Triple is;
  };
  const std::vector<Case> cases = {
      {0.67, 1, {0.67, 0.835, 1}},
      {0, 0.33, {0, 0.165, 0.33}},
      {0.33, 0.67, {0.33, kNone, 0.67}},
      {0, 1, {0, kNone, 1}},
      {0.5, 1, {0.5, kNone, 1}},
      {0, 0.5, {0, kNone, 0.5}},
      {0.500001, 1, {0.500001, 0.7500005, 1}},
      {0, 0.499999, {0, 0.2499995, 0.499999}},
      {0.5, 0.5, {0.5, 0.5, 0.5}},
      {0.4, 0.4, {0.4, 0.4, 0.4}},
      {0.5 - 1e-12, 0.5 + 1e-12, {0.5, 0.5, 0.5}},  // equal to 1e-9
      {0.5 + 1e-12, 1, {0.5, kNone, 1}},            // a half to 1e-9
      {0.1 + 0.2, 0.3, {0.3, 0.3, 0.3}},
  };
  for (const Case& c : cases) EXPECT_TRUE(same(contested(c.low, c.high), c.is)) << c.low << " " << c.high;
}

TEST(Value, IsOpenWhereItsBoundsDiffer) {
  EXPECT_TRUE(is_open(kUnknown));
  EXPECT_TRUE(is_open(contested(0.67, 1)));
  EXPECT_FALSE(is_open(known(0.67)));
  EXPECT_FALSE(is_open({0.3, 0.3, 0.1 + 0.2}));
}

TEST(Value, OfTheWholeScaleHasTheShapeOfTheUnknown) {
  EXPECT_TRUE(spans_everything(kUnknown));
  EXPECT_TRUE(spans_everything(contested(0, 1)));
  EXPECT_FALSE(spans_everything(contested(0, 0.99)));
  EXPECT_FALSE(spans_everything(contested(0.01, 1)));
}

TEST(Value, IsTheSameToNineDecimalsInAllItsParts) {
  EXPECT_TRUE(same(known(0.3), known(0.1 + 0.2)));
  EXPECT_FALSE(same(known(0.3), known(0.300001)));
  EXPECT_FALSE(same({0, 0.5, 1}, kUnknown));
  EXPECT_FALSE(same({0, 0.5, 1}, {0, 0.4, 1}));
  EXPECT_FALSE(same({0, 0.5, 1}, {0.1, 0.5, 1}));
  EXPECT_FALSE(same({0, 0.5, 1}, {0, 0.5, 0.9}));
  EXPECT_TRUE(same(kUnknown, kUnknown));
}

TEST(Value, OfSeveralCodingsIsTheIntervalThatHoldsThem) {
  struct Case {
    std::vector<Triple> codings;
    Triple is;
  };
  const std::vector<Case> cases = {
      {{}, kUnknown},
      {{known(0.67)}, known(0.67)},
      {{known(0.67), known(0.67), known(0.67)}, known(0.67)},
      {{known(0.67), known(1)}, contested(0.67, 1)},
      {{known(1), known(0.67)}, contested(0.67, 1)},
      {{known(0), known(1)}, contested(0, 1)},
      {{contested(0.33, 0.67), known(1)}, contested(0.33, 1)},
      {{contested(0.33, 1), known(0.67)}, contested(0.33, 1)},
      {{contested(0.33, 1), contested(0.33, 1)}, contested(0.33, 1)},
      {{known(0.3), known(0.1 + 0.2)}, known(0.3)},
  };
  for (std::size_t i = 0; i < cases.size(); ++i) {
    EXPECT_TRUE(same(merged(cases[i].codings), cases[i].is)) << i << " " << shown(merged(cases[i].codings));
  }
}

}  // namespace
}  // namespace bloctype
