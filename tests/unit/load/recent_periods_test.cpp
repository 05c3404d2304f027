// Which bloc-periods came before, and for how long that is remembered.
#include "load/recent_periods.hpp"

#include <gtest/gtest.h>

#include <set>

namespace bloctype {
namespace {

TEST(RecentPeriods, GiveTheRowAtWhichOneWasEnteredLast) {
  RecentPeriods periods;
  EXPECT_EQ(periods.enter(7, 2), std::nullopt);
  EXPECT_EQ(periods.enter(8, 3), std::nullopt);
  EXPECT_EQ(periods.enter(7, 4), 2U);
  EXPECT_EQ(periods.enter(7, 9), 4U);
  EXPECT_EQ(periods.enter(8, 10), 3U);
}

TEST(RecentPeriods, RememberZeroAndHashesThatShareASlot) {
  RecentPeriods periods;
  const std::uint64_t slots = std::uint64_t{1} << 18;
  for (std::uint64_t i = 0; i < 100; ++i) EXPECT_EQ(periods.enter(i * slots, i), std::nullopt);
  for (std::uint64_t i = 0; i < 100; ++i) EXPECT_EQ(periods.enter(i * slots, 100 + i), i);
}

TEST(RecentPeriods, RememberTheLastHundredThousandAndNoMore) {
  for (const std::size_t others : {RecentPeriods::kKept - 1, RecentPeriods::kKept}) {
    RecentPeriods periods;
    periods.enter(0, 1);
    for (std::size_t i = 1; i <= others; ++i) periods.enter(i, i + 1);
    const auto before = periods.enter(0, others + 2);
    EXPECT_EQ(before.has_value(), others < RecentPeriods::kKept) << others << " others in between";
  }
}

TEST(RecentPeriods, StillRememberAfterManyTimesAsMany) {
  RecentPeriods periods;
  std::size_t row = 0;
  const std::size_t count = 6 * RecentPeriods::kKept;
  for (std::uint64_t i = 0; i < count; ++i)
    ASSERT_EQ(periods.enter(hash_of("bloc", static_cast<int>(i % 10'000), static_cast<int>(i / 10'000)), ++row),
              std::nullopt)
        << i;
  for (std::uint64_t i = count - 1000; i < count; ++i) {
    ASSERT_EQ(periods.enter(hash_of("bloc", static_cast<int>(i % 10'000), static_cast<int>(i / 10'000)), ++row), i + 1);
  }
}

TEST(RecentPeriods, TellPeriodsApartByBlocAndBothYears) {
  std::set<std::uint64_t> hashes;
  std::size_t count = 0;
  for (const char* bloc : {"", "x", "y", "Mercosur", "mercosur"}) {
    for (const std::optional<int> from :
         {std::optional<int>(), std::optional(0), std::optional(1), std::optional(1991)}) {
      for (const std::optional<int> to :
           {std::optional<int>(), std::optional(0), std::optional(1), std::optional(1991)}) {
        hashes.insert(hash_of(bloc, from, to));
        ++count;
      }
    }
  }
  EXPECT_EQ(hashes.size(), count);
  EXPECT_EQ(hash_of("x", 1991, std::nullopt), hash_of("x", 1991, std::nullopt));
}

}  // namespace
}  // namespace bloctype
