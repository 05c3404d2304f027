// The cases of the shipped rulebook show each model from both sides: cases that reach it, and near misses that are one
// fact away from one that does.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "embed/shipped.hpp"
#include "lint/case_run.hpp"
#include "load/case_loader.hpp"

namespace bloctype::structure {
namespace {

class ShippedCases : public testing::Test {
 protected:
  ShippedCases() : classifier_(std::make_shared<const Rulebook>(shipped_rulebook().value.value())) {
    const auto find = [](const std::string& name, const std::string&) {
      return Loaded<Document>{shipped_bloc(name), {}};
    };
    cases_ = load_cases(shipped_cases(), rulebook(), Vocabulary(rulebook()), find).value.value();
    results_ = run_cases(classifier_, cases_);
  }

  const Rulebook& rulebook() const { return classifier_.rulebook(); }

  /// Whether a case states a placement on the model's axis; only such a case shows anything.
  static bool states(const CaseResult& result, std::size_t axis) {
    const auto& axes = result.entry->axes;
    return std::any_of(axes.begin(), axes.end(), [&](const AxisExpectation& expectation) {
      return expectation.axis == axis && (expectation.headline || expectation.registers[0]);
    });
  }

  bool is_placed(const CaseResult& result, std::size_t model) const {
    const Model& entry = rulebook().models[model];
    const auto& models = rulebook().axes[entry.axis].models;
    const auto local = static_cast<std::size_t>(std::find(models.begin(), models.end(), model) - models.begin());
    const auto& placed = result.period.axes[entry.axis].placements[index_of(Register::kPractice)].models;
    return std::find(placed.begin(), placed.end(), local) != placed.end();
  }

  /// How many facts two cases code differently.
  static std::size_t distance(const CaseResult& a, const CaseResult& b) {
    const auto& x = a.entry->period().facts;
    const auto& y = b.entry->period().facts;
    std::size_t count = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      count += same(x[i].triples[0], y[i].triples[0]) && same(x[i].triples[1], y[i].triples[1]) ? 0 : 1;
    }
    return count;
  }

  Classifier classifier_;
  std::vector<RuleCase> cases_;
  std::vector<CaseResult> results_;
};

TEST_F(ShippedCases, AllPass) {
  EXPECT_GE(results_.size(), 100U);
  for (const CaseResult& result : results_) EXPECT_TRUE(result.passes()) << result.entry->name;
}

TEST_F(ShippedCases, ReachEachModelTwiceAndMissItTwiceByOneFact) {
  for (std::size_t model = 0; model < rulebook().models.size(); ++model) {
    const std::size_t axis = rulebook().models[model].axis;
    std::vector<const CaseResult*> reached, missed;
    for (const CaseResult& result : results_) {
      if (states(result, axis)) (is_placed(result, model) ? reached : missed).push_back(&result);
    }
    const auto is_near = [&](const CaseResult* miss) {
      return std::any_of(reached.begin(), reached.end(),
                         [&](const CaseResult* hit) { return distance(*miss, *hit) == 1; });
    };
    EXPECT_GE(reached.size(), 2U) << rulebook().models[model].id;
    EXPECT_GE(std::count_if(missed.begin(), missed.end(), is_near), 2) << rulebook().models[model].id;
  }
}

}  // namespace
}  // namespace bloctype::structure
