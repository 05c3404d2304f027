// What must not matter: the order of findings, periods and axes, the names of indicators, and the neighbours in a
// block.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <set>
#include <variant>
#include <vector>

#include "engine/classify.hpp"
#include "tests/properties/naive.hpp"
#include "tests/properties/random.hpp"

namespace bloctype {
namespace {

/// A random rulebook and bloc, free to be rearranged.
struct Sample {
  explicit Sample(std::uint64_t seed)
      : random(seed),
        rulebook(std::make_shared<Rulebook>(*random_rulebook(random, {.indicators = 8}))),
        description(random_description(random, *rulebook, 3)) {}

  BlocResult classify() const { return Classifier(rulebook).classify(description); }

  Random random;
  std::shared_ptr<Rulebook> rulebook;
  Description description;
};

bool is_identical(const Triple& a, const Triple& b) { return a.low == b.low && a.point == b.point && a.high == b.high; }

bool is_identical(const Membership& a, const Membership& b) {
  return is_identical(a.value, b.value) && a.coverage == b.coverage && a.status == b.status &&
         a.certainty == b.certainty && a.binding == b.binding;
}

bool is_identical(const Placement& a, const Placement& b) {
  const auto same_membership = [](const Membership& x, const Membership& y) { return is_identical(x, y); };
  return a.kind == b.kind && a.gate == b.gate && a.pending == b.pending && a.models == b.models &&
         a.elements == b.elements && a.nearest == b.nearest && a.certainty == b.certainty &&
         std::equal(a.memberships.begin(), a.memberships.end(), b.memberships.begin(), b.memberships.end(),
                    same_membership);
}

/// Placements, headline, deviations, and how much is pivotal and how far a recoding moves.
void expect_identical(const AxisResult& a, const AxisResult& b) {
  for (const Register reg : kRegisters) {
    const std::size_t r = index_of(reg);
    EXPECT_TRUE(is_identical(a.placements[r], b.placements[r]));
    EXPECT_EQ(a.pivotal[r].size(), b.pivotal[r].size());
    ASSERT_EQ(a.recoded[r].size(), b.recoded[r].size());
    for (std::size_t i = 0; i < a.recoded[r].size(); ++i) {
      EXPECT_EQ(a.recoded[r][i].changes.size(), b.recoded[r][i].changes.size());
    }
  }
  EXPECT_EQ(a.headline.reg, b.headline.reg);
  EXPECT_EQ(a.headline.certainty, b.headline.certainty);
  EXPECT_EQ(a.headline.formally, b.headline.formally);
  EXPECT_EQ(a.headline.undeclared, b.headline.undeclared);
  ASSERT_EQ(a.deviations.size(), b.deviations.size());
  for (std::size_t i = 0; i < a.deviations.size(); ++i) {
    EXPECT_EQ(a.deviations[i].model, b.deviations[i].model);
    EXPECT_EQ(a.deviations[i].role, b.deviations[i].role);
    EXPECT_EQ(a.deviations[i].degree, b.deviations[i].degree);
  }
}

std::set<std::pair<std::string, Register>> findings_in(const PeriodResult& period) {
  std::set<std::pair<std::string, Register>> found;
  for (const FindingResult& finding : period.findings) {
    for (const Register reg : finding.registers) found.insert({finding.finding->id, reg});
  }
  return found;
}

void rename(Expression& expression, const std::vector<std::size_t>& new_places);

struct Rename {
  const std::vector<std::size_t>& new_places;

  void operator()(Feature& x) const { x.indicator = new_places[x.indicator]; }
  void operator()(Not& x) const { rename(x.part.front(), new_places); }
  template <typename Form>
  void operator()(Form& x) const {
    for (Expression& part : x.parts) rename(part, new_places);
  }
};

void rename(Expression& expression, const std::vector<std::size_t>& new_places) {
  std::visit(Rename{new_places}, expression.form);
}

void rename(Rulebook& rulebook, const std::vector<std::size_t>& new_places) {
  for (Axis& axis : rulebook.axes) {
    for (auto* list : {&axis.gates, &axis.outcomes}) {
      for (Gate& gate : *list) rename(gate.condition, new_places);
    }
  }
  for (Model& model : rulebook.models) {
    for (auto* list : {&model.necessary, &model.typical, &model.contrary}) {
      for (Item& item : *list) rename(item.expression, new_places);
    }
    for (Variant& variant : model.variants) {
      rename(variant.condition, new_places);
      for (Expectation& expectation : variant.expects) rename(expectation.expression, new_places);
    }
  }
  for (Finding& finding : rulebook.findings) rename(finding.condition, new_places);
}

/// Entry i of the list moves to new_places[i].
template <typename T>
std::vector<T> moved(const std::vector<T>& list, const std::vector<std::size_t>& new_places) {
  std::vector<T> result(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) result[new_places[i]] = list[i];
  return result;
}

std::vector<std::size_t> shuffled(Random& random, std::size_t count) {
  std::vector<std::size_t> places(count);
  std::iota(places.begin(), places.end(), std::size_t{0});
  for (std::size_t i = count; i > 1; --i) std::swap(places[i - 1], places[random.below(i)]);
  return places;
}

/// The same bits; none is none, whatever its payload.
void expect_same_value(const Triple& many, const Triple& one, std::size_t row, NodeId node) {
  EXPECT_TRUE(is_identical(many, one)) << "node " << node << ", row " << row << ": (" << many.low << ", "
                                       << many.point.value_or(-1) << ", " << many.high << ") and (" << one.low << ", "
                                       << one.point.value_or(-1) << ", " << one.high << ")";
}

TEST(Independence, TheOrderOfFindingsChangesNoResult) {
  for (std::uint64_t seed = 200000; seed < 200300; ++seed) {
    SCOPED_TRACE(seed);
    Sample sample(seed);
    const BlocResult before = sample.classify();
    std::vector<std::set<std::pair<std::string, Register>>> found;
    for (const PeriodResult& period : before.periods) found.push_back(findings_in(period));
    Sample other(seed);
    std::reverse(other.rulebook->findings.begin(), other.rulebook->findings.end());
    const BlocResult after = other.classify();
    for (std::size_t p = 0; p < before.periods.size(); ++p) {
      EXPECT_EQ(findings_in(after.periods[p]), found[p]);
      for (std::size_t a = 0; a < before.periods[p].axes.size(); ++a) {
        expect_identical(after.periods[p].axes[a], before.periods[p].axes[a]);
      }
    }
    ASSERT_FALSE(HasFailure());
  }
}

TEST(Independence, TheOrderOfPeriodsChangesNoResult) {
  for (std::uint64_t seed = 210000; seed < 210300; ++seed) {
    SCOPED_TRACE(seed);
    const Sample sample(seed);
    Sample other(seed);
    std::reverse(other.description.periods.begin(), other.description.periods.end());
    const BlocResult before = sample.classify();
    const BlocResult after = other.classify();
    for (std::size_t p = 0; p < before.periods.size(); ++p) {
      const PeriodResult& same = after.periods[before.periods.size() - 1 - p];
      EXPECT_EQ(findings_in(same), findings_in(before.periods[p]));
      for (std::size_t a = 0; a < same.axes.size(); ++a) expect_identical(same.axes[a], before.periods[p].axes[a]);
    }
    ASSERT_FALSE(HasFailure());
  }
}

TEST(Independence, TheOrderOfAxesChangesNoResult) {
  for (std::uint64_t seed = 220000; seed < 220300; ++seed) {
    SCOPED_TRACE(seed);
    const Sample sample(seed);
    Sample other(seed);
    other.rulebook->models.clear();
    std::reverse(other.rulebook->axes.begin(), other.rulebook->axes.end());
    for (std::size_t a = 0; a < other.rulebook->axes.size(); ++a) {
      for (std::size_t& model : other.rulebook->axes[a].models) {
        other.rulebook->models.push_back(sample.rulebook->models[model]);
        other.rulebook->models.back().axis = a;
        model = other.rulebook->models.size() - 1;
      }
    }
    const BlocResult before = sample.classify();
    const BlocResult after = other.classify();
    for (std::size_t p = 0; p < before.periods.size(); ++p) {
      const std::size_t axes = before.periods[p].axes.size();
      for (std::size_t a = 0; a < axes; ++a) {
        expect_identical(after.periods[p].axes[axes - 1 - a], before.periods[p].axes[a]);
      }
    }
    ASSERT_FALSE(HasFailure());
  }
}

TEST(Independence, TheNamesOfIndicatorsChangeNoResult) {
  for (std::uint64_t seed = 230000; seed < 230300; ++seed) {
    SCOPED_TRACE(seed);
    const Sample sample(seed);
    Sample other(seed);
    const std::vector<std::size_t> new_places = shuffled(other.random, other.rulebook->indicators.size());
    other.rulebook->indicators = moved(other.rulebook->indicators, new_places);
    for (std::size_t i = 0; i < new_places.size(); ++i) {
      other.rulebook->indicators[i].id = sample.rulebook->indicators[i].id;
    }
    rename(*other.rulebook, new_places);
    for (Period& period : other.description.periods) period.facts = moved(period.facts, new_places);
    const BlocResult before = sample.classify();
    const BlocResult after = other.classify();
    for (std::size_t p = 0; p < before.periods.size(); ++p) {
      EXPECT_EQ(findings_in(after.periods[p]), findings_in(before.periods[p]));
      for (std::size_t a = 0; a < before.periods[p].axes.size(); ++a) {
        expect_identical(after.periods[p].axes[a], before.periods[p].axes[a]);
      }
    }
    ASSERT_FALSE(HasFailure());
  }
}

TEST(Independence, ABlockOfManyRowsGivesTheBitsOfBlocksOfOne) {
  const std::vector<std::size_t> row_counts = {1, 2, 3, 8, 31, 64, 129};
  for (std::uint64_t seed = 240000; seed < 240400; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const auto rulebook = random_rulebook(random);
    const Program program = compile(*rulebook, seed % 2 == 0 ? Register::kPractice : Register::kDiscourse);
    const std::size_t rows = random.of(row_counts);
    Block many(program.nodes.size(), rows + random.below(4));
    std::vector<naive::Inputs> cases;
    for (std::size_t row = 0; row < rows; ++row) {
      cases.push_back(naive::inputs_of(random_period(random, *rulebook))[index_of(program.reg)]);
      for (NodeId i = 0; i < cases.back().size(); ++i) many.set(i, row, cases.back()[i]);
    }
    evaluate(program, many, rows);
    for (std::size_t row = 0; row < rows; ++row) {
      const Block one = evaluate_case(program, cases[row]);
      for (NodeId node = 0; node < program.nodes.size(); ++node) {
        expect_same_value(many.at(node, row), one.at(node, 0), row, node);
      }
    }
    ASSERT_FALSE(HasFailure()) << written(*rulebook);
  }
}

}  // namespace
}  // namespace bloctype
