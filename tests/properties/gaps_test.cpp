// What `rules gaps` and `rules diff` rest on, on random rulebooks: a gap does what it says and brute force over all
// descriptions in the scale words finds no further kind of gap; aligning changes no placement, and two rulebooks differ
// in nothing but the parts that are told. The second implementation judges.
#include "lint/gaps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/number.hpp"
#include "lint/rule_parts.hpp"
#include "lint/rulebook_diff.hpp"
#include "tests/properties/naive.hpp"
#include "tests/properties/random.hpp"

namespace bloctype {
namespace {

using naive::Inputs;
using ModelSet = std::set<std::size_t>;

constexpr Size kSmall{.indicators = 5, .axes = 2, .models = 3};
constexpr Size kLarge{.indicators = 9, .axes = 2, .models = 4};

ModelSet set_of(const std::vector<std::size_t>& models) { return {models.begin(), models.end()}; }

std::vector<double> words_of(const Rulebook& rulebook, std::size_t indicator) {
  if (rulebook.indicators[indicator].yes_no) return {0, 1};
  std::vector<double> words;
  for (const ScaleWord& word : rulebook.scale) words.push_back(word.value);
  return words;
}

Inputs coded(const Rulebook& rulebook, const std::vector<CodedFact>& facts) {
  Inputs inputs(rulebook.indicators.size(), kUnknown);
  for (const CodedFact& fact : facts) inputs[fact.indicator] = known(fact.value);
  return inputs;
}

Placement in_deeds(const Rulebook& rulebook, std::size_t axis, const Inputs& inputs) {
  return naive::place({rulebook, axis, Register::kPractice}, inputs);
}

bool is_of(const RuleGap& gap, const Placement& placement) {
  return placement.kind == gap.kind && set_of(placement.models) == set_of(gap.models);
}

/// Calls `visit` with the gaps of each axis and kind of a random rulebook, for each seed up to the first that fails.
template <typename Visit>
void for_each_kind(std::uint64_t first, std::uint64_t count, Size size, Visit visit) {
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    Random random(seed);
    const auto rulebook = random_rulebook(random, size);
    const Program program = compile(*rulebook, Register::kPractice);
    for (std::size_t axis = 0; axis < rulebook->axes.size(); ++axis) {
      for (const GapsOfKind& found : find_gaps(program, axis)) visit(random, *rulebook, found);
    }
    if (!testing::Test::HasFailure()) continue;
    ADD_FAILURE() << "seed " << seed << "\n" << written(*rulebook);
    return;
  }
}

/// The same, gap by gap.
template <typename Visit>
void for_each_gap(std::uint64_t first, std::uint64_t count, Size size, Visit visit) {
  std::size_t seen = 0;
  for_each_kind(first, count, size, [&](Random& random, const Rulebook& rulebook, const GapsOfKind& found) {
    for (const RuleGap& gap : found.gaps) visit(random, rulebook, found.axis, gap);
    seen += found.gaps.size();
  });
  EXPECT_GT(seen, count / 4);
}

TEST(Gaps, AreDecidedAsTheySayByTheirFactsAlone) {
  for_each_gap(400000, 300, kLarge, [](Random&, const Rulebook& rulebook, std::size_t axis, const RuleGap& gap) {
    const Placement placement = in_deeds(rulebook, axis, coded(rulebook, gap.facts));
    EXPECT_TRUE(is_of(gap, placement));
    EXPECT_EQ(placement.certainty, Certainty::kDecided);
    EXPECT_EQ(gap.models.empty(), gap.kind == Kind::kNone);
    EXPECT_TRUE(gap.kind == Kind::kNone || gap.models.size() >= 2);
  });
}

TEST(Gaps, NeedEachOfTheirFacts) {
  for_each_gap(401000, 300, kLarge, [](Random&, const Rulebook& rulebook, std::size_t axis, const RuleGap& gap) {
    for (std::size_t i = 0; i < gap.facts.size(); ++i) {
      std::vector<CodedFact> fewer = gap.facts;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      const Placement placement = in_deeds(rulebook, axis, coded(rulebook, fewer));
      EXPECT_FALSE(is_of(gap, placement) && placement.certainty == Certainty::kDecided)
          << rulebook.indicators[gap.facts[i].indicator].id << " can be left out of " << gap.facts.size() << " facts";
    }
  });
}

TEST(Gaps, SurviveWhateverElseIsCoded) {
  for_each_gap(402000, 300, kLarge, [](Random& random, const Rulebook& rulebook, std::size_t axis, const RuleGap& gap) {
    for (int i = 0; i < 8; ++i) {
      Inputs inputs = naive::inputs_of(random_period(random, rulebook))[index_of(Register::kPractice)];
      for (const CodedFact& fact : gap.facts) inputs[fact.indicator] = known(fact.value);
      EXPECT_TRUE(is_of(gap, in_deeds(rulebook, axis, inputs)));
    }
  });
}

TEST(Gaps, AreInScaleWords) {
  for_each_gap(403000, 200, kLarge, [](Random&, const Rulebook& rulebook, std::size_t, const RuleGap& gap) {
    for (const CodedFact& fact : gap.facts) {
      const std::vector<double> words = words_of(rulebook, fact.indicator);
      EXPECT_NE(std::find(words.begin(), words.end(), fact.value), words.end()) << fact.value;
    }
  });
}

TEST(Gaps, ComeFewestFactsFirstAndEachOnce) {
  for_each_kind(404000, 300, kLarge, [](Random&, const Rulebook&, const GapsOfKind& found) {
    std::set<std::vector<std::pair<std::size_t, double>>> seen;
    std::size_t size = 0;
    for (const RuleGap& gap : found.gaps) {
      EXPECT_EQ(gap.kind, found.kind);
      EXPECT_LE(size, gap.facts.size());
      size = gap.facts.size();
      std::vector<std::pair<std::size_t, double>> facts;
      for (const CodedFact& fact : gap.facts) facts.emplace_back(fact.indicator, fact.value);
      EXPECT_TRUE(std::is_sorted(facts.begin(), facts.end()));
      EXPECT_TRUE(seen.insert(std::move(facts)).second);
    }
  });
}

TEST(Gaps, AreContestedOnAxesOfRivalsAlone) {
  for_each_kind(405000, 200, kSmall, [](Random&, const Rulebook& rulebook, const GapsOfKind& found) {
    const bool rivals = rulebook.axes[found.axis].combine == Axis::Combine::kRival;
    EXPECT_TRUE(rivals || found.kind == Kind::kNone);
  });
}

/// Every set of models between which some description in the scale words, with every indicator coded, is contested;
/// for kNone the empty set, where some description is placed nowhere.
std::set<ModelSet> by_brute_force(const Rulebook& rulebook, const GapsOfKind& found) {
  std::set<ModelSet> sets;
  std::vector<std::size_t> choices(rulebook.indicators.size(), 0);
  Inputs inputs(choices.size());
  for (std::size_t next = 0; next < choices.size();) {
    for (std::size_t i = 0; i < choices.size(); ++i) inputs[i] = known(words_of(rulebook, i)[choices[i]]);
    const Placement placement = in_deeds(rulebook, found.axis, inputs);
    if (placement.kind == found.kind) sets.insert(set_of(placement.models));
    for (next = 0; next < choices.size(); ++next) {
      if (++choices[next] < words_of(rulebook, next).size()) break;
      choices[next] = 0;
    }
  }
  return sets;
}

TEST(Gaps, AreFoundForEverySetOfModelsThatBruteForceFinds) {
  std::size_t with_gaps = 0;
  std::size_t without = 0;
  for_each_kind(410000, 250, kSmall, [&](Random&, const Rulebook& rulebook, const GapsOfKind& found) {
    EXPECT_TRUE(found.complete);
    std::set<ModelSet> sets;
    for (const RuleGap& gap : found.gaps) sets.insert(set_of(gap.models));
    const std::set<ModelSet> expected = by_brute_force(rulebook, found);
    EXPECT_EQ(sets, expected) << "axis " << found.axis << ", " << name(found.kind);
    ++(expected.empty() ? without : with_gaps);
  });
  EXPECT_GT(with_gaps, 50U);
  EXPECT_GT(without, 50U);
}

/// Two random rulebooks that share names: of axes and models always, of indicators by their letter.
struct Pair {
  explicit Pair(std::uint64_t seed) : random(seed), first(renamed()), second(renamed()) {}

  Rulebook renamed() {
    Rulebook rulebook = *random_rulebook(random, kLarge);
    for (std::size_t i = 0; i < rulebook.indicators.size(); ++i) {
      // Every third is its own, so that neither rulebook has all.
      std::string& id = rulebook.indicators[i].id;
      if (i % 3 != 0) id.resize(1);
    }
    return rulebook;
  }

  Random random;
  Rulebook first, second;
};

/// A period of the indicators of `own` as one of those of `all`, in which what `own` lacks is coded at random.
Period widened(Random& random, const Period& period, const Rulebook& own, const Rulebook& all) {
  Period wide = random_period(random, all);
  for (std::size_t i = 0; i < own.indicators.size(); ++i) {
    wide.facts[*all.indicator(own.indicators[i].id)] = period.facts[i];
  }
  return wide;
}

/// What is compared between two rulebooks: kind, verdict, set of models and what is formal, axis by axis.
std::vector<std::string> labels(const Rulebook& rulebook, const Period& period) {
  const naive::Registers inputs = naive::inputs_of(period);
  std::vector<std::string> all;
  for (std::size_t a = 0; a < rulebook.axes.size(); ++a) {
    const Placement practice = naive::place({rulebook, a, Register::kPractice}, inputs[index_of(Register::kPractice)]);
    const Placement discourse =
        naive::place({rulebook, a, Register::kDiscourse}, inputs[index_of(Register::kDiscourse)]);
    const Headline headline = naive::headline(practice, discourse);
    const Placement& shown = headline.reg == Register::kPractice ? practice : discourse;
    const Axis& axis = rulebook.axes[a];
    const auto ids = [&](const std::vector<std::size_t>& models) {
      std::set<std::string> sorted;
      for (const std::size_t m : models) sorted.insert(rulebook.models[axis.models[m]].id);
      std::string text;
      for (const std::string& id : sorted) text += " " + id;
      return text;
    };
    std::string text = axis.id + ": " + std::string(name(shown.kind)) + ids(shown.models);
    if (shown.gate) {
      const std::size_t gates = axis.gates.size();
      text += " " + (*shown.gate < gates ? axis.gates[*shown.gate] : axis.outcomes[*shown.gate - gates]).verdict;
    }
    all.push_back(text + "; formally" + ids(headline.formally) + (headline.declared_only ? " (discourse)" : ""));
  }
  return all;
}

TEST(Alignment, ChangesNoPlacement) {
  for (std::uint64_t seed = 420000; seed < 420300; ++seed) {
    SCOPED_TRACE(seed);
    Pair pair(seed);
    const AlignedRulebooks both = aligned(pair.first, pair.second);
    ASSERT_EQ(both.first.indicators.size(), both.second.indicators.size());
    for (std::size_t i = 0; i < both.first.indicators.size(); ++i) {
      ASSERT_EQ(both.first.indicators[i].id, both.second.indicators[i].id);
      ASSERT_TRUE(i == 0 || both.first.indicators[i - 1].id < both.first.indicators[i].id);
    }
    for (int i = 0; i < 5; ++i) {
      const Period first = random_period(pair.random, pair.first);
      const Period second = random_period(pair.random, pair.second);
      EXPECT_EQ(labels(both.first, widened(pair.random, first, pair.first, both.first)), labels(pair.first, first));
      EXPECT_EQ(labels(both.second, widened(pair.random, second, pair.second, both.second)),
                labels(pair.second, second));
    }
    ASSERT_FALSE(HasFailure()) << written(pair.first) << written(pair.second);
  }
}

/// The first rulebook with one differing part after the other as it is in the second, until none differs.
Rulebook taken_over(const AlignedRulebooks& both) {
  Rulebook changed = both.first;
  for (int i = 0; i < 200; ++i) {
    const std::vector<RulePart> parts = differing_parts(changed, both.second);
    if (parts.empty()) break;
    take_over(parts.front(), both.second, changed);
  }
  return changed;
}

TEST(DifferingParts, TakenOverTogetherGiveThePlacementsOfTheOther) {
  for (std::uint64_t seed = 430000; seed < 430200; ++seed) {
    SCOPED_TRACE(seed);
    Pair pair(seed);
    const AlignedRulebooks both = aligned(pair.first, pair.second);
    const Rulebook changed = taken_over(both);
    EXPECT_TRUE(differing_parts(changed, both.second).empty());
    for (int i = 0; i < 20; ++i) {
      const Period period = random_period(pair.random, both.first);
      std::vector<std::string> got = labels(changed, period);
      std::vector<std::string> expected = labels(both.second, period);
      const std::size_t shared = std::min(got.size(), expected.size());  // axes are numbered: axis0, axis1
      got.resize(shared);
      expected.resize(shared);
      EXPECT_EQ(got, expected);
    }
    ASSERT_FALSE(HasFailure()) << written(both.first) << written(both.second) << written(changed);
  }
}

/// A rulebook and one that differs from it in the order or the weight of some of its rules.
Rulebook shuffled(Random& random, Rulebook rulebook) {
  for (Axis& axis : rulebook.axes) {
    if (random.chance(50)) std::reverse(axis.gates.begin(), axis.gates.end());
    if (random.chance(30)) std::reverse(axis.models.begin(), axis.models.end());
    if (random.chance(20)) axis.outcomes.clear();
  }
  for (Model& model : rulebook.models) {
    if (random.chance(30)) std::reverse(model.necessary.begin(), model.necessary.end());
    if (!model.typical.empty() && random.chance(50)) model.typical.back().weight *= 4;
  }
  return rulebook;
}

TEST(RulebookDiff, NamesARuleForEveryPlacementThatDiffers) {
  std::size_t seen = 0;
  for (std::uint64_t seed = 440000; seed < 440200; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const Rulebook first = *random_rulebook(random, kSmall);
    const Rulebook second = seed % 2 == 0 ? shuffled(random, first) : *random_rulebook(random, kSmall);
    const AlignedRulebooks both = aligned(first, second);
    std::vector<Compared> compared;
    for (int i = 0; i < 10; ++i) {
      Compared& subject = compared.emplace_back();
      subject.name = std::to_string(i);
      subject.second = random_period(random, both.first);
      subject.description.periods = {subject.second};
    }
    const RulebookDiff diff = compare_rulebooks(both, compared);
    for (const PlacementChange& change : diff.changes) {
      EXPECT_NE(change.labels[0], change.labels[1]);
      EXPECT_FALSE(change.causes.empty()) << change.labels[0] << " -> " << change.labels[1];
    }
    seen += diff.changes.size();
    ASSERT_FALSE(HasFailure()) << written(both.first) << written(both.second);
  }
  EXPECT_GT(seen, 200U);
}

}  // namespace
}  // namespace bloctype
