// Shares of placements among models: known distributions, and the ends of intervals against every way to settle what is
// open.
#include "engine/shares.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <functional>
#include <vector>

#include "core/split_mix.hpp"

namespace bloctype {
namespace {

using Blocs = std::vector<ModelsOfBloc>;

constexpr double kTolerance = 1e-12;

TEST(Entropy, OfKnownDistributionsIsWhatTheTextbooksGive) {
  const auto bits = [](const std::vector<double>& shares) { return entropy(shares); };
  EXPECT_EQ(bits({1, 0, 0}), 0);
  EXPECT_NEAR(bits({0.5, 0.5}), 1, kTolerance);
  EXPECT_NEAR(bits({0.25, 0.25, 0.25, 0.25}), 2, kTolerance);
  EXPECT_NEAR(bits({0.5, 0.25, 0.125, 0.125}), 1.75, kTolerance);
  EXPECT_NEAR(bits({0.9, 0.1}), 0.4689955935892812, kTolerance);
  EXPECT_NEAR(effective_number(bits({0.25, 0.25, 0.25, 0.25})), 4, kTolerance);
  EXPECT_NEAR(effective_number(bits({1, 0})), 1, kTolerance);
}

TEST(Shares, OfABlocInSeveralModelsArePartedEvenly) {
  const Shares shares = shares_of(Blocs{{{0, 1, 2}, {}}, {{0}, {}}, {{}, {}}}, 3);
  EXPECT_EQ(shares.surely_placed, 2U);
  EXPECT_EQ(shares.possibly_placed, 2U);  // one without a model counts nowhere
  ASSERT_EQ(shares.of_models.size(), 3U);
  EXPECT_NEAR(shares.of_models[0].low, 4.0 / 6, kTolerance);
  EXPECT_NEAR(shares.of_models[1].high, 1.0 / 6, kTolerance);
  EXPECT_TRUE(shares.of_models[0].is_settled());
  EXPECT_TRUE(shares.heterogeneity->is_settled());
}

TEST(Shares, WithoutABlocThatCanBePlacedAreNone) {
  const Shares shares = shares_of(Blocs{{{}, {}}}, 2);
  EXPECT_TRUE(shares.of_models.empty());
  EXPECT_FALSE(shares.heterogeneity.has_value());
}

TEST(Shares, OfABlocThatMayBeInOneModelOrNoneGoByWhetherItIs) {
  // The first is in model 0; the second may be in model 1, or nowhere.
  const Shares shares = shares_of(Blocs{{{0}, {}}, {{}, {1}}}, 2);
  EXPECT_EQ(shares.surely_placed, 1U);
  EXPECT_EQ(shares.possibly_placed, 2U);
  EXPECT_EQ(shares.of_models[0], (Range{0.5, 1}));
  EXPECT_EQ(shares.of_models[1], (Range{0, 0.5}));
  EXPECT_EQ(*shares.heterogeneity, (Range{0, 1}));
}

TEST(Heterogeneity, OfBlocsThatAreOpenAlikeIsExactHoweverManyThereAre) {
  // Two that are settled keep it from 0: the least is that of five more in the first model, 6 to 1.
  Blocs blocs = {{{0}, {}}, {{1}, {}}};
  blocs.insert(blocs.end(), 5, ModelsOfBloc{{}, {0, 1, 2}});
  const Range found = *shares_of(blocs, 3).heterogeneity;
  EXPECT_NEAR(found.low, entropy(std::vector<double>{6.0 / 7, 1.0 / 7, 0}), kTolerance);
  EXPECT_NEAR(found.high, std::log2(3.0), kTolerance);
}

TEST(Heterogeneity, OfTooManyOpenPlacementsHasTheWidestEnds) {
  Blocs blocs;  // no two are open alike: 4 to the 6th ways among four of five models, and 8 times that
  for (std::size_t a = 0; a < 4; ++a) {
    for (std::size_t b = a + 1; b < 4; ++b) blocs.push_back({{}, {a, b}});
  }
  EXPECT_NEAR(shares_of(blocs, 5).heterogeneity->high, 2, kTolerance);
  blocs.push_back({{}, {0, 1, 2}});
  EXPECT_EQ(*shares_of(blocs, 5).heterogeneity, (Range{0, std::log2(5.0)}));
  EXPECT_EQ(*shares_of(blocs, 5).largest, (Range{0.25, 1}));  // no bloc can be in the fifth
}

/// Calls `visit` with every way to settle what is open.
void for_each_completion(Blocs& blocs, std::size_t bloc, const std::function<void()>& visit) {
  if (bloc == blocs.size()) return visit();
  const ModelsOfBloc whole = blocs[bloc];
  for (std::size_t chosen = 0; chosen < (std::size_t{1} << whole.open.size()); ++chosen) {
    blocs[bloc] = {whole.in, {}};
    for (std::size_t i = 0; i < whole.open.size(); ++i) {
      if ((chosen >> i & 1U) != 0) blocs[bloc].in.push_back(whole.open[i]);
    }
    for_each_completion(blocs, bloc + 1, visit);
  }
  blocs[bloc] = whole;
}

TEST(Shares, HaveTheEndsThatGoingThroughAllCompletionsGives) {
  SplitMix64 random(7);
  std::size_t open_cases = 0;
  for (int round = 0; round < 400; ++round) {
    constexpr std::size_t kModels = 3;
    Blocs blocs(1 + random.below(4));
    for (ModelsOfBloc& bloc : blocs) {
      for (std::size_t m = 0; m < kModels; ++m) {
        const auto drawn = random.below(4);
        if (drawn == 0) bloc.in.push_back(m);
        if (drawn == 1) bloc.open.push_back(m);
      }
    }
    const Shares found = shares_of(blocs, kModels);
    std::vector<Range> expected(kModels, Range{2, -1});
    Range bits{99, -1}, largest{2, -1};
    std::array<std::array<double, kModels>, 6> greatest{};  // by the least number of blocs placed
    bool any = false;
    for_each_completion(blocs, 0, [&] {
      std::vector<double> sums(kModels, 0.0);
      double placed = 0;
      for (const ModelsOfBloc& bloc : blocs) {
        for (const std::size_t m : bloc.in) sums[m] += 1 / static_cast<double>(bloc.in.size());
        placed += bloc.in.empty() ? 0 : 1;
      }
      if (placed == 0) return;
      any = true;
      double whole = 0, h = 0, most = 0;
      for (std::size_t m = 0; m < kModels; ++m) {
        const double share = sums[m] / placed;
        whole += share;
        most = std::max(most, share);
        for (std::size_t least = 0; least <= static_cast<std::size_t>(placed); ++least) {
          greatest[least][m] = std::max(greatest[least][m], share);
        }
        if (share > 0) h -= share * std::log(share) / std::log(2.0);
        expected[m] = {std::min(expected[m].low, share), std::max(expected[m].high, share)};
      }
      EXPECT_NEAR(whole, 1, kTolerance);
      bits = {std::min(bits.low, h), std::max(bits.high, h)};
      largest = {std::min(largest.low, most), std::max(largest.high, most)};
    });
    ASSERT_EQ(found.heterogeneity.has_value(), any) << round;
    if (!any) continue;
    for (std::size_t m = 0; m < kModels; ++m) {
      EXPECT_NEAR(found.of_models[m].low, expected[m].low, kTolerance) << round;
      EXPECT_NEAR(found.of_models[m].high, expected[m].high, kTolerance) << round;
      open_cases += found.of_models[m].is_settled() ? 0 : 1;
      for (std::size_t least = 0; least < greatest.size(); ++least) {
        EXPECT_NEAR(greatest_share(m, blocs, least), greatest[least][m], kTolerance) << round << " " << least;
      }
    }
    EXPECT_NEAR(found.largest->low, largest.low, kTolerance) << round;
    EXPECT_NEAR(found.largest->high, largest.high, kTolerance) << round;
    EXPECT_NEAR(found.heterogeneity->low, bits.low, 1e-9) << round;
    EXPECT_NEAR(found.heterogeneity->high, bits.high, 1e-9) << round;
  }
  EXPECT_GT(open_cases, 100U);
}

}  // namespace
}  // namespace bloctype
