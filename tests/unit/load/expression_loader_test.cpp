// Expressions of the rule files, and everything that can be wrong with one.
#include "load/expression_loader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "builders.hpp"

namespace bloctype {
namespace {

using Lines = std::vector<std::string>;

const std::vector<std::string> kIds = {"aid", "bank", "court"};

/// What the reader makes of `if: ...`; the expression starts in column 5.
struct Read {
  std::string written;  ///< empty where there is no expression
  Lines told;
  std::optional<Expression> expression;
};

Read read(const std::string& text) {
  IndicatorNames names{kIds, {}};
  Rulebook rulebook;
  for (std::size_t i = 0; i < kIds.size(); ++i) {
    names.places.emplace(kIds[i], i);
    rulebook.indicators.emplace_back().id = kIds[i];
  }
  const Document document = parsed("if: " + text);
  std::vector<Diagnostic> diagnostics;
  Read result;
  result.expression =
      ExpressionReader(NodeReader(*document.source, diagnostics), names).read(*document.root.find("if"));
  if (result.expression) result.written = written(*result.expression, rulebook);
  result.told = told(diagnostics);
  return result;
}

TEST(ExpressionReader, ReadsEveryForm) {
  struct Case {
    std::string text, written;
  };
  const std::vector<Case> cases = {
      {"aid", "aid"},
      {"{feature: bank}", "bank"},
      {"{not: aid}", "not(aid)"},
      {"{not: {not: aid}}", "not(not(aid))"},
      {"{all: [aid, bank]}", "all(aid, bank)"},
      {"{any: [aid]}", "any(aid)"},
      {"{mean: [aid, {feature: bank, weight: 2}]}", "mean(aid, bank)"},
      {"{at_least: 2, of: [aid, bank, court]}", "at_least(2, aid, bank, court)"},
      {"{of: [aid], at_least: 1}", "at_least(1, aid)"},
      {"{all: [{not: aid}, {any: [bank, {mean: [court, aid]}]}]}", "all(not(aid), any(bank, mean(court, aid)))"},
  };
  for (const Case& c : cases) {
    const Read is = read(c.text);
    EXPECT_EQ(is.written, c.written) << c.text;
    EXPECT_EQ(is.told, Lines()) << c.text;
  }
}

TEST(ExpressionReader, GivesAWeightOfOneWhereNoneIsWritten) {
  const Read is = read("{mean: [aid, {feature: bank, weight: 2.5}, {not: court}, {any: [aid], weight: 0.1}]}");
  ASSERT_TRUE(is.expression.has_value());
  EXPECT_EQ(std::get<Mean>(is.expression->form).weights, (std::vector<double>{1, 2.5, 1, 0.1}));
}

TEST(ExpressionReader, RefusesWhatIsWrongWhereItStands) {
  struct Case {
    std::string text;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"aids", {"in.yaml:1:5: unknown-feature found=aids suggestion=aid"}},
      {"hospital", {"in.yaml:1:5: unknown-feature found=hospital"}},
      {"''", {"in.yaml:1:5: empty-text"}},
      {"[aid]", {"in.yaml:1:5: wrong-shape found=@shape.list expected=@shape.text"}},
      {"{feature: [aid]}", {"in.yaml:1:15: wrong-shape found=@shape.list expected=@shape.text"}},
      {"{feature: bnak}", {"in.yaml:1:15: unknown-feature found=bnak suggestion=bank"}},
      {"{not: cuort}", {"in.yaml:1:11: unknown-feature found=cuort suggestion=court"}},
      {"{all: []}", {"in.yaml:1:11: empty-list"}},
      {"{any: []}", {"in.yaml:1:11: empty-list"}},
      {"{mean: []}", {"in.yaml:1:12: empty-list"}},
      {"{at_least: 1, of: []}", {"in.yaml:1:23: empty-list"}},
      {"{any: aid}", {"in.yaml:1:11: wrong-shape found=@shape.text expected=@shape.list"}},
      {"{mean: {feature: aid}}", {"in.yaml:1:12: wrong-shape found=@shape.map expected=@shape.list"}},
      {"{all: [aids, bank, {any: []}]}",
       {"in.yaml:1:12: unknown-feature found=aids suggestion=aid", "in.yaml:1:30: empty-list"}},
      {"{at_least: 0, of: [aid]}", {"in.yaml:1:16: invalid-count found=0 length=1"}},
      {"{at_least: 3, of: [aid, bank]}", {"in.yaml:1:16: invalid-count found=3 length=2"}},
      {"{at_least: -1, of: [aid]}", {"in.yaml:1:16: invalid-count found=-1 length=1"}},
      {"{at_least: most, of: [aid]}", {"in.yaml:1:16: invalid-count found=most length=1"}},
      {"{at_least: 1}", {"in.yaml:1:5: missing-key key=of"}},
      {"{}", {"in.yaml:1:5: missing-key key=feature"}},
      {"{fature: aid}",
       {"in.yaml:1:6: unknown-key found=fature suggestion=feature", "in.yaml:1:5: missing-key key=feature"}},
      {"{feature: aid, above: 1}", {"in.yaml:1:20: unknown-key found=above"}},
      {"{all: [aid], any: [bank]}", {"in.yaml:1:18: unknown-key found=any"}},
  };
  for (const Case& c : cases) {
    const Read is = read(c.text);
    EXPECT_EQ(is.told, c.told) << c.text;
    if (c.told.front().find("above") == std::string::npos) {
      EXPECT_EQ(is.written, "") << c.text;
    }
  }
}

TEST(ExpressionReader, RefusesWeightsAndRegistersWhereTheyMeanNothing) {
  struct Case {
    std::string text;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"{feature: aid, weight: 2}", {"in.yaml:1:28: misplaced-weight"}},
      {"{all: [{feature: aid, weight: 2}]}", {"in.yaml:1:35: misplaced-weight"}},
      {"{any: [bank, {not: aid, weight: 2}]}", {"in.yaml:1:37: misplaced-weight"}},
      {"{not: {feature: aid, weight: 2}}", {"in.yaml:1:34: misplaced-weight"}},
      {"{at_least: 1, of: [{feature: aid, weight: 2}]}", {"in.yaml:1:47: misplaced-weight"}},
      {"{feature: aid, register: practice}", {"in.yaml:1:30: misplaced-register"}},
      {"{all: [{feature: aid, register: practice}]}", {"in.yaml:1:37: misplaced-register"}},
      {"{mean: [{feature: aid, register: discourse}]}", {"in.yaml:1:38: misplaced-register"}},
  };
  for (const Case& c : cases) {
    const Read is = read(c.text);
    EXPECT_EQ(is.told, c.told) << c.text;
    EXPECT_EQ(is.written, "") << c.text;
  }
}

TEST(ExpressionReader, RefusesWeightsThatAreNotAboveZero) {
  struct Case {
    std::string weight;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"0", {"in.yaml:1:36: invalid-weight found=0"}},
      {"-2", {"in.yaml:1:36: invalid-weight found=-2"}},
      {"0.0", {"in.yaml:1:36: invalid-weight found=0.0"}},
      {"'1,5'", {"in.yaml:1:36: decimal-comma found=1,5 suggestion=1.5"}},
      {"heavy", {"in.yaml:1:36: wrong-shape found=`heavy` expected=@shape.number"}},
      {".inf", {"in.yaml:1:36: wrong-shape found=`.inf` expected=@shape.number"}},
  };
  for (const Case& c : cases) {
    const Read is = read("{mean: [{feature: aid, weight: " + c.weight + "}]}");
    EXPECT_EQ(is.told, c.told) << c.weight;
    EXPECT_EQ(is.written, "") << c.weight;
  }
  EXPECT_EQ(read("{mean: [{feature: aid, weight: 0.001}]}").told, Lines());
}

TEST(ExpressionReader, PutsTheUnknownKeyOfAtTheKey) {
  EXPECT_EQ(read("{all: [aid], of: [bank]}").told, Lines{"in.yaml:1:18: unknown-key found=of"});
}

TEST(ExpressionReader, ReportsAllThatIsWrongWithOneExpression) {
  struct Case {
    std::string text;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"{all: [{feature: aids, weight: 2}]}",
       {"in.yaml:1:36: misplaced-weight", "in.yaml:1:22: unknown-feature found=aids suggestion=aid"}},
      {"{mean: [{feature: aid, weight: 0}, {feature: bank, weight: -1}]}",
       {"in.yaml:1:36: invalid-weight found=0", "in.yaml:1:64: invalid-weight found=-1"}},
      {"{mean: [aids, {feature: bank, weight: 0}]}",
       {"in.yaml:1:13: unknown-feature found=aids suggestion=aid", "in.yaml:1:43: invalid-weight found=0"}},
      {"{at_least: 0, of: [aids]}",
       {"in.yaml:1:24: unknown-feature found=aids suggestion=aid", "in.yaml:1:16: invalid-count found=0 length=1"}},
  };
  for (const Case& c : cases) EXPECT_EQ(sorted(read(c.text).told), sorted(c.told)) << c.text;
}

TEST(ExpressionReader, KeepsThePlaceOfEveryPart) {
  const Read is = read("{all: [aid, {not: bank}]}");
  ASSERT_TRUE(is.expression.has_value());
  const auto& parts = parts_of(*is.expression);
  EXPECT_EQ(is.expression->place.file, "in.yaml");
  EXPECT_EQ(parts[0].place.line, 1);
  EXPECT_EQ(parts[0].place.column, 12);
  EXPECT_EQ(parts[1].place.column, 18);
  EXPECT_EQ(parts_of(parts[1])[0].place.column, 23);
}

}  // namespace
}  // namespace bloctype
