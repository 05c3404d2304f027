// The search for a description against brute force over all descriptions in the scale words, on random rulebooks: what
// it finds does what it says, and what it does not find does not exist.
#include "lint/search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/evaluate.hpp"
#include "tests/properties/naive.hpp"
#include "tests/properties/random.hpp"

namespace bloctype {
namespace {

constexpr Size kSmall{.indicators = 5, .axes = 1, .models = 2};
constexpr std::array kSides = {Demand::Side::kAbove, Demand::Side::kAtLeast, Demand::Side::kBelow,
                               Demand::Side::kAtMost};

/// What a search is asked for, in one run of one rulebook.
struct Question {
  const Program& program;
  std::vector<Demand> demands;
};

std::vector<double> words_of(const Program& program, std::size_t indicator) {
  std::vector<double> words;
  for (const ScaleWord& word : program.rulebook->scale) words.push_back(word.value);
  if (program.rulebook->indicators[indicator].yes_no) words = {0, 1};
  return words;
}

/// Written anew, on values rounded as the semantics say.
bool is_met(const Demand& demand, double low, double high) {
  const auto rounded = [](double value) { return std::llround(value * 1e9); };
  switch (demand.side) {
    case Demand::Side::kAbove:
      return rounded(low) > rounded(demand.threshold);
    case Demand::Side::kAtLeast:
      return rounded(low) >= rounded(demand.threshold);
    case Demand::Side::kBelow:
      return rounded(high) < rounded(demand.threshold);
    case Demand::Side::kAtMost:
      return rounded(high) <= rounded(demand.threshold);
  }
  return false;
}

/// Whether this description, with what it leaves open, is sure to meet every demand.
bool is_met_by(const Question& question, const std::vector<Triple>& inputs) {
  const Block values = evaluate_case(question.program, inputs);
  return std::all_of(question.demands.begin(), question.demands.end(), [&](const Demand& demand) {
    return is_met(demand, values.low(demand.node)[0], values.high(demand.node)[0]);
  });
}

/// The next of all descriptions in the scale words; false after the last.
bool advance(const Program& program, std::vector<std::size_t>& choices) {
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (++choices[i] < words_of(program, i).size()) return true;
    choices[i] = 0;
  }
  return false;
}

/// Whether any description in the scale words, every indicator coded, meets the demands.
bool exists(const Question& question) {
  const Program& program = question.program;
  std::vector<std::vector<double>> words;
  std::size_t rows = 1;
  for (std::size_t i = 0; i < program.inputs; ++i) rows *= words.emplace_back(words_of(program, i)).size();
  Block block(program.nodes.size(), rows);
  std::vector<std::size_t> choices(program.inputs, 0);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < program.inputs; ++i)
      block.set(static_cast<NodeId>(i), row, known(words[i][choices[i]]));
    advance(program, choices);
  }
  evaluate(program, block, rows);
  for (std::size_t row = 0; row < rows; ++row) {
    const auto met = [&](const Demand& demand) {
      return is_met(demand, block.low(demand.node)[row], block.high(demand.node)[row]);
    };
    if (std::all_of(question.demands.begin(), question.demands.end(), met)) return true;
  }
  return false;
}

std::vector<Triple> inputs_of(const Program& program, const std::vector<CodedFact>& witness) {
  std::vector<Triple> inputs(program.inputs, kUnknown);
  for (const CodedFact& fact : witness) inputs[fact.indicator] = known(fact.value);
  return inputs;
}

/// What the checks ask: that a gate fires behind others, that a model is reached; and what nobody asks.
std::vector<std::vector<Demand>> demands_of(const Program& program, Random& random) {
  std::vector<std::vector<Demand>> all;
  const AxisNodes& axis = program.axes.front();
  for (std::size_t g = 0; g < axis.gates.size(); ++g) {
    pass_gates(axis, g, all.emplace_back(std::vector<Demand>{fires(axis.gates[g])}));
  }
  for (const ModelNodes& model : axis.models) {
    const Demand in{model.membership, Demand::Side::kAbove, program.rulebook->crossover};
    pass_gates(axis, axis.gates.size(), all.emplace_back(std::vector<Demand>{in}));
  }
  static const std::vector<double> thresholds = {0.5, 0.5, 0, 0.33, 0.4, 0.67, 1};
  for (std::size_t n = 0; n < 6; ++n) {
    auto& demands = all.emplace_back();
    const std::size_t count = random.between(1, 4);
    for (std::size_t i = 0; i < count; ++i) {
      const auto node = static_cast<NodeId>(random.below(program.nodes.size()));
      demands.push_back({node, kSides[random.below(kSides.size())], random.of(thresholds)});
    }
  }
  return all;
}

std::string told(const Question& question) {
  std::string text = written(*question.program.rulebook);
  for (const Demand& demand : question.demands) {
    text += "node " + std::to_string(demand.node) + ", side " + std::to_string(static_cast<int>(demand.side)) + " of " +
            std::to_string(demand.threshold) + "\n";
  }
  return text;
}

/// Calls `visit` with questions on random rulebooks, up to the first that fails.
template <typename Visit>
void for_each_question(Visit visit) {
  for (std::uint64_t seed = 9'000; seed < 9'150; ++seed) {
    Random random(seed);
    const auto rulebook = random_rulebook(random, kSmall);
    const Programs programs = compile(*rulebook);
    for (const Program& program : programs) {
      for (const std::vector<Demand>& demands : demands_of(program, random)) {
        const Question question{program, demands};
        visit(question, random);
        if (testing::Test::HasFailure()) {
          FAIL() << "seed " << seed << ", " << name(program.reg) << "\n" << told(question);
        }
      }
    }
  }
}

TEST(Search, FindsADescriptionExactlyWhereThereIsOne) {
  std::array<std::size_t, 2> count{};
  for_each_question([&](const Question& question, Random&) {
    const SearchResult result = find_witness(question.program, question.demands);
    EXPECT_FALSE(result.gave_up);
    EXPECT_GT(result.looked, 0U);
    EXPECT_EQ(result.witness.has_value(), exists(question));
    ++count[result.witness.has_value() ? 1 : 0];
  });
  EXPECT_GT(count[0], 300U);  // both happen often
  EXPECT_GT(count[1], 300U);
}

TEST(Search, FindsWhatMeetsTheDemandsWhateverElseIsCoded) {
  for_each_question([](const Question& question, Random& random) {
    const SearchResult result = find_witness(question.program, question.demands);
    if (!result.witness) return;
    EXPECT_TRUE(is_met_by(question, inputs_of(question.program, *result.witness)));
    for (int i = 0; i < 10; ++i) {
      const Period others = random_period(random, *question.program.rulebook);
      std::vector<Triple> inputs = naive::inputs_of(others)[index_of(question.program.reg)];
      for (const CodedFact& fact : *result.witness) inputs[fact.indicator] = known(fact.value);
      EXPECT_TRUE(is_met_by(question, inputs));
    }
  });
}

TEST(Search, FindsNoMoreFactsThanItTakes) {
  for_each_question([](const Question& question, Random&) {
    const SearchResult result = find_witness(question.program, question.demands);
    if (!result.witness) return;
    std::vector<Triple> inputs = inputs_of(question.program, *result.witness);
    for (const CodedFact& fact : *result.witness) {
      inputs[fact.indicator] = kUnknown;
      EXPECT_FALSE(is_met_by(question, inputs)) << "without indicator " << fact.indicator;
      inputs[fact.indicator] = known(fact.value);
    }
  });
}

TEST(Search, FindsFactsAsFarTowardsTheOtherEndAsTheyMayBe) {
  for_each_question([](const Question& question, Random&) {
    const SearchResult result = find_witness(question.program, question.demands);
    if (!result.witness) return;
    std::vector<Triple> inputs = inputs_of(question.program, *result.witness);
    for (const CodedFact& fact : *result.witness) {
      const bool is_high = fact.value > 0.5;
      for (const double word : words_of(question.program, fact.indicator)) {
        const bool is_softer = (word > 0.5) == is_high && std::abs(word - 0.5) < std::abs(fact.value - 0.5);
        if (!is_softer) continue;
        inputs[fact.indicator] = known(word);
        EXPECT_FALSE(is_met_by(question, inputs)) << "indicator " << fact.indicator << " at " << word;
      }
      inputs[fact.indicator] = known(fact.value);
    }
  });
}

TEST(Search, CodesIndicatorsOnceInOrderAndInWordsThatTheyTake) {
  for_each_question([](const Question& question, Random&) {
    const SearchResult result = find_witness(question.program, question.demands);
    if (!result.witness) return;
    std::size_t next = 0;
    for (const CodedFact& fact : *result.witness) {
      EXPECT_GE(fact.indicator, next);
      next = fact.indicator + 1;
      const std::vector<double> words = words_of(question.program, fact.indicator);
      EXPECT_EQ(std::count(words.begin(), words.end(), fact.value), 1);
    }
  });
}

/// A rulebook with one finding: in a ring of `count` facts, each is on the other side of 0.5 than its neighbours.
std::shared_ptr<const Rulebook> ring(std::size_t count) {
  Rulebook rulebook;
  rulebook.scale = {
      {"absent", 0, {}, {}}, {"marginal", 0.33, {}, {}}, {"substantial", 0.67, {}, {}}, {"full", 1, {}, {}}};
  rulebook.indicators.resize(count);
  const auto fact = [](std::size_t i) { return Expression{Feature{i}, {}}; };
  const auto no_fact = [&](std::size_t i) { return Expression{Not{{fact(i)}}, {}}; };
  All pairs;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t next = (i + 1) % count;
    const Expression first{All{{fact(i), no_fact(next)}}, {}};
    const Expression second{All{{no_fact(i), fact(next)}}, {}};
    pairs.parts.push_back({Any{{first, second}}, {}});
  }
  rulebook.findings.resize(1);
  rulebook.findings.front().condition = {std::move(pairs), {}};
  return std::make_shared<const Rulebook>(std::move(rulebook));
}

TEST(Search, SaysThatItGaveUpWhereItWouldHaveToLookForTooLong) {
  struct Ring {
    std::size_t facts = 0;
    bool closes = false;  ///< an even number goes round; an odd one does not
    bool gives_up = false;
  };
  for (const Ring& c : {Ring{5, false, false}, {6, true, false}, {12, true, false}, {13, false, true}}) {
    const auto rulebook = ring(c.facts);
    const Program program = compile(*rulebook, Register::kPractice);
    const Demand holds{program.findings.front().node, Demand::Side::kAbove, 0.5};
    const SearchResult result = find_witness(program, {&holds, 1});
    EXPECT_EQ(result.witness.has_value(), c.closes) << c.facts;
    EXPECT_EQ(result.gave_up, c.gives_up) << c.facts;
    EXPECT_EQ(result.looked > kSearchLimit, c.gives_up) << c.facts;
    EXPECT_LT(result.looked, kSearchLimit + 100) << c.facts;
  }
}

}  // namespace
}  // namespace bloctype
