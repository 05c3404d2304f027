// What a comparison says of a fact is tried on a changed description, classified as any other: on random rulebooks and
// on the shipped blocs.
#include "engine/comparison.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/number.hpp"
#include "embed/shipped.hpp"
#include "load/description_loader.hpp"
#include "tests/properties/random.hpp"

namespace bloctype {
namespace {

/// Results of blocs, with what is compared of them.
struct Comparing {
  Comparing(std::shared_ptr<const Rulebook> rulebook, const std::vector<Description>& descriptions)
      : classifier(std::move(rulebook)) {
    for (const Description& description : descriptions) {
      BlocResult& bloc = blocs.emplace_back();
      bloc.description = &description;
      for (const Period& period : description.periods) bloc.periods.push_back(classifier.place(period));
    }
    pairs = compare_blocs(classifier, blocs);
  }

  const Period& period(const PairComparison& pair, std::size_t side) const {
    const Side& of = pair.pair.sides[side];
    return *blocs[of.bloc].periods[of.period].period;
  }

  Classifier classifier;
  std::vector<BlocResult> blocs;
  std::vector<PairComparison> pairs;
};

/// What a headline says, in words that do not depend on order: kind or verdict, and models.
std::pair<std::string, std::set<std::size_t>> summary(const AxisResult& result, const AxisNodes& axis) {
  const Placement& placement = result.shown();
  const std::string kind =
      placement.gate ? axis.gates[*placement.gate].gate->verdict : std::string(name(placement.kind));
  return {(result.headline.declared_only ? "in words alone, " : "") + kind,
          {placement.models.begin(), placement.models.end()}};
}

/// One axis of one pair, tried by changed descriptions.
class Trial {
 public:
  Trial(const Comparing& run, const PairComparison& pair, std::size_t axis)
      : run_(run), pair_(pair), axis_(axis), found_(pair.axes[axis]) {}

  void expect_all() {
    for (const DifferingFact& fact : found_.facts) {
      for (std::size_t side = 0; side < 2; ++side) expect_exchange(fact, side);
    }
    for (std::size_t side = 0; side < 2; ++side) {
      if (found_.turning[side]) expect_turning(side);
      if (found_.on_evidence_alone) expect_kept(side);
    }
  }

  std::size_t deciding() const {
    return static_cast<std::size_t>(std::count_if(found_.facts.begin(), found_.facts.end(),
                                                  [](const DifferingFact& fact) { return fact.decides(); }));
  }

 private:
  const AxisNodes& nodes() const { return run_.classifier.program(found_.reg).axes[axis_]; }

  /// What a side is once it has the other's facts, in words and in deeds.
  AxisResult with(std::size_t side, const std::vector<std::size_t>& indicators) const {
    Period period = run_.period(pair_, side);
    for (const std::size_t i : indicators) period.facts[i].triples = run_.period(pair_, 1 - side).facts[i].triples;
    return run_.classifier.place(period).axes[axis_];
  }
  auto summary_with(std::size_t side, const std::vector<std::size_t>& indicators) const {
    return summary(with(side, indicators), nodes());
  }

  void expect_exchange(const DifferingFact& fact, std::size_t side) {
    const Exchange& said = fact.exchanged[side];
    const AxisResult is = with(side, {fact.indicator});
    const auto own = summary_with(side, {}), other = summary_with(1 - side, {});
    EXPECT_EQ(summary(said.result, nodes()), summary(is, nodes()));
    EXPECT_EQ(said.changes, summary(is, nodes()) != own);
    EXPECT_EQ(said.brings, summary(is, nodes()) != own && summary(is, nodes()) == other);
    const AxisResult before = with(side, {});
    const auto value = [&](const AxisResult& result, std::size_t m) {
      return result.placements[index_of(found_.reg)].memberships[m].value;
    };
    double moves = 0;
    for (const std::size_t m : found_.models_in_question) moves += moved(value(before, m), value(is, m));
    EXPECT_TRUE(equal9(said.moves, moves)) << said.moves << " " << moves;
  }

  void expect_turning(std::size_t side) {
    const TurningSet& said = *found_.turning[side];
    const auto other = summary_with(1 - side, {});
    std::vector<std::size_t> all;
    for (const DifferingFact& fact : found_.facts) all.push_back(fact.indicator);
    EXPECT_EQ(summary_with(side, all), other);
    if (said.outcome == TurningSet::Outcome::kFound) {
      EXPECT_EQ(summary_with(side, said.indicators), other);
      for (std::size_t i = 0; i < said.indicators.size(); ++i) {
        std::vector<std::size_t> fewer = said.indicators;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_NE(summary_with(side, fewer), other);
      }
    }
    const bool alone = said.outcome == TurningSet::Outcome::kFound && said.indicators.size() == 1;
    const bool pairs_searched = said.outcome == TurningSet::Outcome::kTooMany || said.indicators.size() == 3;
    for (std::size_t a = 0; a < all.size() && !alone; ++a) {
      EXPECT_NE(summary_with(side, {all[a]}), other);
      for (std::size_t b = 0; b < a && pairs_searched; ++b) EXPECT_NE(summary_with(side, {all[a], all[b]}), other);
    }
  }

  /// What is known to differ changes nothing.
  void expect_kept(std::size_t side) {
    std::vector<std::size_t> real;
    for (const DifferingFact& fact : found_.facts) {
      if (fact.ground == DifferingFact::Ground::kReal) real.push_back(fact.indicator);
    }
    EXPECT_EQ(summary_with(side, real), summary_with(side, {}));
  }

  const Comparing& run_;
  const PairComparison& pair_;
  std::size_t axis_;
  const AxisComparison& found_;
};

/// How many facts were said to decide.
std::size_t expect_all(const Comparing& run) {
  std::size_t deciding = 0;
  for (const PairComparison& pair : run.pairs) {
    for (std::size_t axis = 0; axis < pair.axes.size(); ++axis) {
      Trial trial(run, pair, axis);
      trial.expect_all();
      deciding += trial.deciding();
    }
  }
  return deciding;
}

TEST(Comparison, OfRandomPeriodsSaysWhatChangedDescriptionsGive) {
  std::size_t deciding = 0;
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    Random random(seed);
    const auto rulebook = random_rulebook(random, {8, 2, 3});
    const std::vector<Description> blocs = {random_description(random, *rulebook, 2)};
    deciding += expect_all(Comparing(rulebook, blocs));
    if (testing::Test::HasFailure()) {
      FAIL() << "seed " << seed << "\n" << written(*rulebook) << written(blocs[0].periods[0], *rulebook);
    }
  }
  EXPECT_GT(deciding, 200U);
}

TEST(Comparison, OfShippedBlocsSaysWhatChangedDescriptionsGive) {
  const auto rulebook = std::make_shared<const Rulebook>(*shipped_rulebook().value);
  const Vocabulary vocabulary(*rulebook);
  std::vector<Description> blocs;
  for (const std::string& id : shipped_bloc_ids()) {
    blocs.push_back(*load_description(*shipped_bloc(id), *rulebook, vocabulary).value);
  }
  for (std::size_t first = 0; first < blocs.size(); ++first) {
    const std::vector<Description> two = {blocs[first], blocs[(first + 1) % blocs.size()]};
    EXPECT_GT(expect_all(Comparing(rulebook, two)), 0U) << two[0].bloc;
  }
}

}  // namespace
}  // namespace bloctype
