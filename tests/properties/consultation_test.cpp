// What an interview rests on, on random rulebooks: once no question is open, no further coding changes a kind or a
// model, and the bound on the questions to come is never exceeded. The second implementation judges.
#include "engine/consultation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "engine/classify.hpp"
#include "tests/properties/naive.hpp"
#include "tests/properties/random.hpp"

namespace bloctype {
namespace {

using naive::Inputs;

constexpr std::uint64_t kRulebooks = 100;
constexpr std::size_t kCompletionsTried = 60;

/// Kind, verdict and models of every axis in both registers, by the naive evaluator.
std::string readings(const Rulebook& rulebook, const Period& period) {
  std::string text;
  for (std::size_t axis = 0; axis < rulebook.axes.size(); ++axis) {
    for (const Register r : kRegisters) {
      const Placement placement = naive::place({rulebook, axis, r}, triples_of(period, r));
      text += std::string(name(placement.kind));
      if (placement.gate) {
        const Axis& rules = rulebook.axes[axis];
        const std::size_t gate = *placement.gate;
        text +=
            gate < rules.gates.size() ? rules.gates[gate].verdict : rules.outcomes[gate - rules.gates.size()].verdict;
      }
      const std::set<std::size_t> models(placement.models.begin(), placement.models.end());
      for (const std::size_t model : models) text += " " + std::to_string(model);
      text += ";";
    }
  }
  return text;
}

Period blank(const Rulebook& rulebook) {
  Period period;
  period.facts.resize(rulebook.indicators.size());
  return period;
}

/// The answer of `answers` to one question: a coding, which says nothing where they have none.
Fact answer_to(const Period& answers, std::size_t indicator) {
  Coding coding;
  for (const Register r : kRegisters) {
    const Fact& fact = answers.facts[indicator];
    if (fact.coded[index_of(r)]) coding.values[index_of(r)] = fact.triples[index_of(r)];
  }
  return fact_of(coding);
}

/// An interview in which `answers` answers; calls `after` with the period after each answer.
template <typename After>
Period interviewed(const Programs& programs, const Period& answers, After after) {
  Period period = blank(*programs[0].rulebook);
  while (true) {
    const auto open = open_questions(programs, period);
    const auto next = next_question(programs, period, open);
    if (!next) return period;
    period.facts[*next] = answer_to(answers, *next);
    after(period);
  }
}

template <typename Visit>
void for_each_seed(Visit visit) {
  for (std::uint64_t seed = 1; seed <= kRulebooks; ++seed) {
    Random random(seed);
    const auto rulebook = random_rulebook(random, {.indicators = 8, .axes = 2, .models = 3});
    visit(random, *rulebook, compile(*rulebook), random_period(random, *rulebook));
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed << "\n" << written(*rulebook);
  }
}

TEST(Interviews, EndWhereTheWholeDescriptionIsPlaced) {
  for_each_seed([](Random&, const Rulebook& rulebook, const Programs& programs, const Period& answers) {
    const Period end = interviewed(programs, answers, [](const Period&) {});
    EXPECT_EQ(readings(rulebook, end), readings(rulebook, answers)) << written(answers, rulebook);
  });
}

TEST(Interviews, EndWhereNoFurtherAnswerMatters) {
  for_each_seed([](Random& random, const Rulebook& rulebook, const Programs& programs, const Period& answers) {
    const Period end = interviewed(programs, answers, [](const Period&) {});
    const std::string placed = readings(rulebook, end);
    for (std::size_t i = 0; i < kCompletionsTried; ++i) {
      const Period more = random_period(random, rulebook);
      Period completed = end;
      for (std::size_t f = 0; f < completed.facts.size(); ++f) {
        if (!is_answered(completed.facts[f])) completed.facts[f] = more.facts[f];
      }
      EXPECT_EQ(readings(rulebook, completed), placed) << written(completed, rulebook);
    }
  });
}

TEST(Interviews, NeverAskMoreThanTheyHaveSaid) {
  for_each_seed([](Random&, const Rulebook& rulebook, const Programs& programs, const Period& answers) {
    std::size_t left = most_questions_left(programs, blank(rulebook));
    interviewed(programs, answers, [&](const Period& period) {
      const std::size_t now = most_questions_left(programs, period);
      EXPECT_LT(now, left);
      EXPECT_LE(open_questions(programs, period).size(), now);
      left = now;
    });
  });
}

TEST(Interviews, AskTheSameAgain) {
  for_each_seed([](Random&, const Rulebook&, const Programs& programs, const Period& answers) {
    std::vector<std::string> first, second;
    const auto keep = [&](std::vector<std::string>& into) {
      return [&](const Period& period) {
        std::string asked;
        for (const Fact& fact : period.facts) asked += is_answered(fact) ? '1' : '0';
        into.push_back(asked);
      };
    };
    interviewed(programs, answers, keep(first));
    interviewed(programs, answers, keep(second));
    EXPECT_EQ(first, second);
  });
}

}  // namespace
}  // namespace bloctype
