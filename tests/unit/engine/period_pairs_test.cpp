// Which periods are set side by side.
#include "engine/period_pairs.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace bloctype {
namespace {

using Years = std::optional<int>;

Period years(Years from, Years to) {
  Period period;
  period.from = from;
  period.to = to;
  return period;
}

Description bloc(const std::vector<std::pair<Years, Years>>& periods) {
  Description description;
  for (const auto& [from, to] : periods) description.periods.push_back(years(from, to));
  return description;
}

/// Pairs as `0.1-1.0 overlap`: bloc and period of both.
std::vector<std::string> pairs_of(const std::vector<Description>& blocs) {
  std::vector<const Description*> pointers;
  for (const Description& entry : blocs) pointers.push_back(&entry);
  std::vector<std::string> lines;
  const auto side = [](const Side& s) { return std::to_string(s.bloc) + "." + std::to_string(s.period); };
  for (const PeriodPair& pair : period_pairs(pointers)) {
    lines.push_back(side(pair.sides[0]) + "-" + side(pair.sides[1]) + " " + std::string(name(pair.pairing)));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Overlap, IsMoreThanABoundaryYear) {
  struct Row {
    Period a, b;
    bool shared;
  };
  const std::vector<Row> rows = {
      {years(2000, 2005), years(2004, 2010), true},  {years(2000, 2005), years(2005, 2010), false},
      {years(2000, 2005), years(2006, 2010), false}, {years(2000, {}), years(1990, 2001), true},
      {years(2000, {}), years(1990, 2000), false},   {years(2000, {}), years(2010, {}), true},
      {years(2003, 2003), years(2000, 2005), true},   // a period of one year, within
      {years(2005, 2005), years(2000, 2005), false},  // the year belongs to what comes after
      {years(2003, 2003), years(2003, 2003), true},  {years({}, {}), years(2000, 2005), false},
      {years({}, {}), years({}, {}), false},
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(overlap(rows[i].a, rows[i].b), rows[i].shared) << i;
    EXPECT_EQ(overlap(rows[i].b, rows[i].a), rows[i].shared) << i;
  }
}

TEST(PeriodPairs, OfOneBlocAreEachWithTheOneBefore) {
  EXPECT_EQ(pairs_of({bloc({{1990, 2000}, {2000, 2010}, {2010, {}}})}),
            (Lines{"0.0-0.1 successive", "0.1-0.2 successive"}));
  EXPECT_EQ(pairs_of({bloc({{1990, 2000}})}), Lines());
}

TEST(PeriodPairs, OfTwoBlocsAreThoseThatShareTime) {
  EXPECT_EQ(pairs_of({bloc({{1990, 2000}, {2000, 2010}}), bloc({{1995, 2005}})}),
            (Lines{"0.0-1.0 overlap", "0.1-1.0 overlap", "0.0-0.1 successive"}));
}

TEST(PeriodPairs, OfTwoBlocsThatShareNoTimeAreTheLastOfEach) {
  EXPECT_EQ(pairs_of({bloc({{1990, 2000}, {2000, 2005}}), bloc({{2010, 2020}})}),
            (Lines{"0.1-1.0 last", "0.0-0.1 successive"}));
  EXPECT_EQ(pairs_of({bloc({{{}, {}}}), bloc({{{}, {}}})}), Lines{"0.0-1.0 last"});
}

TEST(PeriodPairs, OfSeveralBlocsAreEachWithTheFirst) {
  EXPECT_EQ(pairs_of({bloc({{1990, 2000}}), bloc({{1990, 2000}}), bloc({{1990, 2000}})}),
            (Lines{"0.0-1.0 overlap", "0.0-2.0 overlap"}));
}

}  // namespace
}  // namespace bloctype
