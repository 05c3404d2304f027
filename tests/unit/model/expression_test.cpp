// Walks over expressions, and when two ask the same.
#include "model/expression.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "expressions.hpp"
#include "model/rulebook.hpp"

namespace bloctype {
namespace {

using Indices = std::vector<std::size_t>;

/// Every form, and a few that differ from another in one thing only.
std::vector<Expression> different() {
  return {f(0),
          f(1),
          no(f(0)),
          no(f(1)),
          no(no(f(0))),
          all({f(0)}),
          all({f(0), f(1)}),
          all({f(1), f(0)}),
          any({f(0), f(1)}),
          mean({f(0), f(1)}, {1, 1}),
          mean({f(0), f(1)}, {1, 2}),
          at_least(1, {f(0), f(1)}),
          at_least(2, {f(0), f(1)}),
          all({f(0), no(f(1))})};
}

TEST(Expression, NamesEachIndicatorOnceInOrderOfAppearance) {
  EXPECT_EQ(indicators_of(f(3)), Indices{3});
  EXPECT_EQ(indicators_of(all({f(2), no(f(0)), f(2), any({f(1), f(0)})})), (Indices{2, 0, 1}));
  EXPECT_EQ(indicators_of(mean({f(1), at_least(1, {f(4), f(1)})}, {1, 2})), (Indices{1, 4}));
}

TEST(Expression, GivesItsDirectParts) {
  EXPECT_TRUE(parts_of(f(0)).empty());
  EXPECT_EQ(parts_of(no(f(0))).size(), 1U);
  EXPECT_EQ(parts_of(all({f(0), any({f(1), f(2), f(3)})})).size(), 2U);
  EXPECT_EQ(parts_of(mean({f(0)}, {1})).size(), 1U);
  EXPECT_EQ(parts_of(at_least(1, {f(0), f(1), f(2)})).size(), 3U);
}

TEST(Expression, IsTheSameOnlyAsOneOfTheSameFormPartsAndNumbers) {
  const auto list = different();
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (std::size_t j = 0; j < list.size(); ++j) EXPECT_EQ(same(list[i], list[j]), i == j) << i << " " << j;
  }
}

TEST(Expression, IsTheSameWhereverItStands) {
  Expression a = all({f(0), f(1)});
  Expression b = a;
  b.place = {"other.yaml", 3, 4};
  EXPECT_TRUE(same(a, b));
}

TEST(Expression, IsWrittenAsTheRulesWriteIt) {
  Rulebook rulebook;
  for (const char* id : {"aid", "bank"}) rulebook.indicators.emplace_back().id = id;
  const std::vector<std::string> expected = {"aid",
                                             "bank",
                                             "not(aid)",
                                             "not(bank)",
                                             "not(not(aid))",
                                             "all(aid)",
                                             "all(aid, bank)",
                                             "all(bank, aid)",
                                             "any(aid, bank)",
                                             "mean(aid, bank)",
                                             "mean(aid, bank)",
                                             "at_least(1, aid, bank)",
                                             "at_least(2, aid, bank)",
                                             "all(aid, not(bank))"};
  const auto list = different();
  ASSERT_EQ(list.size(), expected.size());
  for (std::size_t i = 0; i < list.size(); ++i) EXPECT_EQ(written(list[i], rulebook), expected[i]);
}

}  // namespace
}  // namespace bloctype
