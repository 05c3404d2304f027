// Rows of a long table, each a coding, as bloc-periods: merging, registers, coders and grouping.
#include "load/long_cases.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tables.hpp"

namespace bloctype {
namespace {

using Lines = std::vector<std::string>;

const std::string kHeader = "bloc,from,to,indicator,value,register,coder,source,where,note\n";

/// A long table, all of it read.
struct Long {
  explicit Long(std::string_view rows, CoderChoice coders = {}, const std::string& header = kHeader)
      : table(header + std::string(rows)), reader(table.header, "t.csv", table.rulebook, table.vocabulary, coders) {
    EXPECT_FALSE(table.refused) << testing::PrintToString(table.told);
    goes_on = reader.add(table.block, report);
    reader.finish();
    cases.assign(reader.complete().begin(), reader.complete().end());
  }

  std::string value(std::size_t c, std::string_view indicator, Register reg) const {
    return shown(cases.at(c).period.facts[table.indicator(indicator)].triples[index_of(reg)]);
  }
  std::string practice(std::size_t c = 0, std::string_view indicator = "trade") const {
    return value(c, indicator, Register::kPractice);
  }
  std::string discourse(std::size_t c = 0, std::string_view indicator = "trade") const {
    return value(c, indicator, Register::kDiscourse);
  }
  Lines reasons() const {
    Lines all;
    for (const SetAside& row : report.set_aside) {
      for (const std::string& reason : told_plainly(row.reasons)) all.push_back(reason);
    }
    return all;
  }

  ReadTable table;
  LongCases reader;
  RowReport report;
  bool goes_on = false;
  std::vector<LongCase> cases;
};

/// What codings of `trade` in one bloc-period come to. Each is `VALUE`, `VALUE/REGISTER` or `VALUE/REGISTER/CODER`.
Long of_trade(const Lines& codings) {
  std::string rows;
  for (const std::string& coding : codings) {
    std::string cells = coding;
    while (std::count(cells.begin(), cells.end(), '/') < 2) cells += '/';
    std::replace(cells.begin(), cells.end(), '/', ',');
    rows += "x,1991,,trade," + cells + ",,,\n";
  }
  return Long(rows);
}

TEST(LongCases, MergeTheCodingsOfAnIndicator) {
  struct Case {
    Lines codings;
    std::string practice;
    std::string discourse;
  };
  const std::vector<Case> cases = {
      {{"full"}, "1 1 1", "1 1 1"},
      {{"?"}, kNothing, kNothing},
      {{""}, kNothing, kNothing},
      {{"full/practice"}, "1 1 1", kNothing},
      {{"full/discourse"}, kNothing, "1 1 1"},
      // several coders: equal values merge, others are the hull
      {{"marginal//ana", "marginal//rui"}, "0.33 0.33 0.33", "0.33 0.33 0.33"},
      {{"absent//ana", "marginal//rui"}, "0 0.165 0.33", "0 0.165 0.33"},
      {{"absent//ana", "full//rui"}, "0 none 1", "0 none 1"},
      {{"absent//ana", "0.2..0.4//rui", "marginal//eva"}, "0 0.2 0.4", "0 0.2 0.4"},
      {{"full//ana", "?//rui"}, "1 1 1", "1 1 1"},
      {{"full//ana", "//rui"}, "1 1 1", "1 1 1"},
      // one coder who names both registers
      {{"full/practice/ana", "absent/discourse/ana"}, "1 1 1", "0 0 0"},
      {{"absent/discourse/ana", "full/practice/ana"}, "1 1 1", "0 0 0"},
      {{"full/PRACTICE/ana", "absent/Discourse/ana"}, "1 1 1", "0 0 0"},
      // a plain value serves the register that its coder does not name, before or behind
      {{"full//ana", "absent/discourse/ana"}, "1 1 1", "0 0 0"},
      {{"absent/discourse/ana", "full//ana"}, "1 1 1", "0 0 0"},
      {{"full//ana", "absent/practice/ana"}, "0 0 0", "1 1 1"},
      {{"full//ana", "marginal/practice/ana", "absent/discourse/ana"}, "0.33 0.33 0.33", "0 0 0"},
      {{"marginal/practice/ana", "absent/discourse/ana", "full//ana"}, "0.33 0.33 0.33", "0 0 0"},
      {{"full//ana", "?/practice/ana"}, kNothing, "1 1 1"},
      {{"full", "absent/discourse"}, "1 1 1", "0 0 0"},
      // that of another coder stands beside it
      {{"full//ana", "absent/discourse/rui"}, "1 1 1", "0 none 1"},
      // one coder twice is two codings
      {{"absent//ana", "marginal//ana"}, "0 0.165 0.33", "0 0.165 0.33"},
      {{"absent/practice/ana", "marginal/practice/ana"}, "0 0.165 0.33", kNothing},
  };
  for (const Case& c : cases) {
    const Long codings = of_trade(c.codings);
    ASSERT_EQ(codings.cases.size(), 1U) << testing::PrintToString(c.codings);
    EXPECT_EQ(codings.practice(), c.practice) << testing::PrintToString(c.codings);
    EXPECT_EQ(codings.discourse(), c.discourse) << testing::PrintToString(c.codings);
    EXPECT_EQ(codings.report.used, c.codings.size());
  }
}

TEST(LongCases, DoNotDependOnTheOrderOfTheRowsOfABlocPeriod) {
  const std::vector<Lines> sets = {
      {"full//ana", "absent/discourse/ana", "marginal//rui", "0.2/practice/rui"},
      {"full//ana", "full/practice/rui", "?//rui", "absent/discourse/eva"},
      {"marginal//ana", "substantial//ana", "full/practice/ana"},
      {"marginal//ana", "substantial//ana", "0.1/practice/ana", "0.9/practice/ana"},
  };
  for (Lines codings : sets) {
    std::sort(codings.begin(), codings.end());
    const Long first = of_trade(codings);
    do {
      const Long again = of_trade(codings);
      EXPECT_EQ(again.practice(), first.practice()) << testing::PrintToString(codings);
      EXPECT_EQ(again.discourse(), first.discourse()) << testing::PrintToString(codings);
    } while (std::next_permutation(codings.begin(), codings.end()));
  }
}

TEST(LongCases, KeepWhoCodedAndWhere) {
  const Long one("x,1991,,trade,full,practice,ana,atas,p. 3,São Paulo\nx,1991,,trade,absent,,rui,,,\n");
  const auto& codings = one.cases.at(0).period.facts[one.table.indicator("trade")].codings;
  ASSERT_EQ(codings.size(), 2U);
  EXPECT_EQ(codings[0].coder, "ana");
  EXPECT_EQ(codings[0].source, "atas");
  EXPECT_EQ(codings[0].where, "p. 3");
  ASSERT_EQ(codings[0].note.texts.size(), 1U);
  EXPECT_EQ(codings[0].note.texts[0].second, "São Paulo");
  EXPECT_EQ(codings[0].place.line, 2);
  EXPECT_EQ(codings[0].place.column, 15);
  EXPECT_EQ(codings[1].coder, "rui");
  EXPECT_TRUE(codings[1].note.texts.empty());
}

TEST(LongCases, EndABlocPeriodWhereAnotherBegins) {
  const Long table(
      "x,1991,1998,trade,full,,,,,\n"
      "x,1991,1998,treaty,yes,,,,,\n"
      "x,1998,2004,trade,absent,,,,,\n"
      " \n"
      "x,1998,,trade,marginal,,,,,\n"
      "y,1998,,trade,substantial,,,,,\n");
  ASSERT_EQ(table.cases.size(), 4U);
  EXPECT_TRUE(table.goes_on);
  const std::vector<std::string> blocs = {"x", "x", "x", "y"};
  const std::vector<std::size_t> rows = {2, 4, 6, 7};
  const Lines values = {"1 1 1", "0 0 0", "0.33 0.33 0.33", "0.67 0.67 0.67"};
  for (std::size_t c = 0; c < 4; ++c) {
    EXPECT_EQ(table.cases[c].bloc, blocs[c]);
    EXPECT_EQ(table.cases[c].row, rows[c]);
    EXPECT_EQ(table.practice(c), values[c]);
  }
  EXPECT_EQ(table.cases[1].period.from, 1998);
  EXPECT_EQ(table.cases[1].period.to, 2004);
  EXPECT_EQ(table.cases[2].period.to, std::nullopt);
  EXPECT_EQ(table.practice(0, "treaty"), "1 1 1");
  EXPECT_EQ(table.practice(1, "treaty"), kNothing);
  EXPECT_EQ(table.report.blank, 1U);
}

TEST(LongCases, GoOnWithABlocPeriodOverTheBordersOfBlocks) {
  const ReadTable table(kHeader);
  LongCases reader(table.header, "t.csv", table.rulebook, table.vocabulary, {});
  RowReport report;
  EXPECT_TRUE(reader.add(scan_csv("x,1991,,trade,full,practice,,,,\n", {}), report));
  EXPECT_TRUE(reader.complete().empty());
  EXPECT_TRUE(reader.add(scan_csv("x,1991,,trade,absent,discourse,,,,\ny,1991,,trade,full,,,,,\n", {}), report));
  ASSERT_EQ(reader.complete().size(), 1U);
  const Fact& fact = reader.complete().front().period.facts[table.indicator("trade")];
  EXPECT_EQ(shown(fact.triples[index_of(Register::kPractice)]), "1 1 1");
  EXPECT_EQ(shown(fact.triples[index_of(Register::kDiscourse)]), "0 0 0");
  reader.finish();
  EXPECT_EQ(reader.complete().size(), 2U);
  reader.finish();
  EXPECT_EQ(reader.complete().size(), 2U);
}

TEST(LongCases, GoOnWithABlocPeriodBehindABadRow) {
  for (const char* bad :
       {"x,1991,,trade,strong,,,,,", "x,1991,,trad,full,,,,,", "x,1991,,trade,full,rhetoric,,,,",
        "x,1991,,speech,full,practice,,,,", "x,199I,,trade,full,,,,,", ",1991,,trade,full,,,,,",
        "x,1991,1990,trade,full,,,,,", "x,1991,,trade", "\"x\"x,1991,,trade,full,,,,,", "y,19911,,trade,full,,,,,"}) {
    const std::string end = std::string(bad) + "\n";
    const Long between("x,1991,,trade,full,,,,,\n" + end + "x,1991,,speech,absent,,,,,\n");
    ASSERT_EQ(between.cases.size(), 1U) << bad;
    EXPECT_EQ(between.practice(), "1 1 1") << bad;
    EXPECT_EQ(between.practice(0, "speech"), "0 0 0") << bad;
    EXPECT_EQ(between.report.used, 2U) << bad;
    ASSERT_EQ(between.report.set_aside.size(), 1U) << bad;
    EXPECT_EQ(between.report.set_aside[0].row, 3U) << bad;
    EXPECT_EQ(between.report.set_aside[0].raw, end);
    EXPECT_TRUE(between.goes_on) << bad;
  }
}

TEST(LongCases, TellWhatIsWrongWithARow) {
  struct Case {
    std::string row;
    Lines told;
  };
  const std::string scale = " expected=absent, marginal, substantial, full low=marginal high=substantial";
  const std::vector<Case> cases = {
      {"x,,,trad,full,,,,,", {"t.csv:2:5: unknown-indicator found=trad suggestion=trade at_column=indicator at_row=2"}},
      {"x,,,,full,,,,,", {"t.csv:2:5: unknown-indicator found= at_column=indicator at_row=2"}},
      {"x,,,trade,strong,,,,,", {"t.csv:2:11: unknown-word found=strong" + scale + " at_column=value at_row=2"}},
      {"x,,,trade,full,speech,,,,", {"t.csv:2:16: unknown-register found=speech at_column=register at_row=2"}},
      {"x,,,trade,strong,speech,,,,",
       {"t.csv:2:18: unknown-register found=speech at_column=register at_row=2",
        "t.csv:2:11: unknown-word found=strong" + scale + " at_column=value at_row=2"}},
      {"x,,,funds,full,discourse,,,,",
       {"t.csv:2:16: split-coding indicator=funds subject=@subject.done at_column=register at_row=2"}},
      {"x,,,speech,full,discourse,,,,",
       {"t.csv:2:17: split-coding indicator=speech subject=@subject.declared at_column=register at_row=2"}},
      {"x,,,treaty,marginal,,,,,",
       {"t.csv:2:12: yes-no-only found=marginal indicator=treaty at_column=value at_row=2"}},
  };
  for (const Case& c : cases) {
    const Long table(c.row + "\n");
    EXPECT_EQ(sorted(table.reasons()), sorted(c.told)) << c.row;
    EXPECT_EQ(table.report.used, 0U) << c.row;
  }
}

TEST(LongCases, KnowIndicatorsInAnyCase) {
  const Long table("x,,, TRADE ,full,,,,,\n");
  EXPECT_EQ(table.practice(), "1 1 1");
}

TEST(LongCases, StopWhereABlocPeriodComesBack) {
  Long table(
      "x,1991,,trade,full,,,,,\n"
      "y,1991,,trade,full,,,,,\n"
      "x,1991,,speech,full,,,,,\n"
      "z,1991,,trade,full,,,,,\n");
  EXPECT_FALSE(table.goes_on);
  ASSERT_TRUE(table.reader.not_grouped().has_value());
  EXPECT_EQ(told_plainly({*table.reader.not_grouped()}), Lines{"t.csv:4:1: csv-not-grouped found=x first=2 at_row=4"});
  EXPECT_EQ(table.report.rows, 2U);
  EXPECT_EQ(table.report.used, 2U);
  ASSERT_EQ(table.cases.size(), 2U);
  EXPECT_EQ(table.cases[0].bloc, "x");
  EXPECT_EQ(table.cases[1].bloc, "y");
  EXPECT_FALSE(table.reader.add(table.table.block, table.report));
}

TEST(LongCases, TellPeriodsOfOneBlocApartByBothYears) {
  EXPECT_TRUE(Long("x,1991,,trade,1,,,,,\nx,,1991,trade,1,,,,,\nx,,,trade,1,,,,,\nx,1991,1991,trade,1,,,,,\n").goes_on);
  EXPECT_FALSE(Long("x,,,trade,1,,,,,\ny,,,trade,1,,,,,\n x ,,,trade,1,,,,,\n").goes_on);
}

const std::string kCoders =
    "x,1991,,trade,full,,ana,,,\n"
    "x,1991,,trade,absent,,rui,,,\n"
    "x,1991,,speech,full,,ana,,,\n"
    "y,1991,,trade,marginal,,rui,,,\n";

TEST(LongCases, MergeCodersUnlessToldOtherwise) {
  const Long table(kCoders);
  ASSERT_EQ(table.cases.size(), 2U);
  EXPECT_EQ(table.practice(0), "0 none 1");
  EXPECT_EQ(table.cases[0].coder, "");
  EXPECT_EQ(table.reader.coders(), (Lines{"ana", "rui"}));
}

TEST(LongCases, MayBeOneForEachCoder) {
  const Long table(kCoders, {CoderChoice::Form::kApart, ""});
  ASSERT_EQ(table.cases.size(), 3U);
  const Lines coders = {"ana", "rui", "rui"};
  const Lines values = {"1 1 1", "0 0 0", "0.33 0.33 0.33"};
  for (std::size_t c = 0; c < 3; ++c) {
    EXPECT_EQ(table.cases[c].coder, coders[c]);
    EXPECT_EQ(table.practice(c), values[c]);
    EXPECT_EQ(table.cases[c].row, c < 2 ? 2U : 5U);
  }
  EXPECT_EQ(table.practice(0, "speech"), "1 1 1");
  EXPECT_EQ(table.practice(1, "speech"), kNothing);
}

TEST(LongCases, MayBeThoseOfOneCoder) {
  const Long table(kCoders, {CoderChoice::Form::kOne, "ana"});
  ASSERT_EQ(table.cases.size(), 1U);
  EXPECT_EQ(table.cases[0].bloc, "x");
  EXPECT_EQ(table.practice(0), "1 1 1");
  EXPECT_EQ(table.report.rows, 4U);
  EXPECT_EQ(table.report.used, 2U);
  EXPECT_EQ(table.report.left_out, 2U);

  const Long nobody(kCoders + "z,1991,,trade,strong,,rui,,,\n", {CoderChoice::Form::kOne, "eva"});
  EXPECT_TRUE(nobody.cases.empty());
  EXPECT_EQ(nobody.report.left_out, 5U);
  EXPECT_EQ(nobody.reasons(), Lines()) << "what others wrote is not looked at";
  EXPECT_EQ(nobody.reader.coders(), (Lines{"ana", "rui"}));
}

TEST(LongCases, NeedNoMoreColumnsThanBlocIndicatorAndValue) {
  const Long table("trade,x,full\nspeech,x,\"0,3\"\ntreaty,x,no\n", {}, "indicator,bloc,value\n");
  ASSERT_EQ(table.cases.size(), 1U);
  EXPECT_EQ(table.practice(), "1 1 1");
  EXPECT_EQ(table.practice(0, "treaty"), "0 0 0");
  EXPECT_EQ(table.report.set_aside.size(), 1U);
  EXPECT_EQ(table.cases[0].period.from, std::nullopt);
}

TEST(LongCases, AreTakenIntoBlocksInOrderUntilTheseAreFull) {
  std::string rows;
  for (std::size_t i = 0; i < kBlockRows + 1; ++i) {
    rows += "b" + std::to_string(i) + ",,,trade," + (i == 0 ? "full" : "absent") + ",practice,ana,,,\n";
  }
  Long table(rows);
  CaseBlock cases({table.table.rulebook.indicators.size(), table.table.rulebook.indicators.size()}, 1);
  const auto node = static_cast<NodeId>(table.table.indicator("trade"));
  cases.expected[0] = "left over";
  take_cases(table.reader.complete(), cases);
  EXPECT_TRUE(cases.is_full());
  EXPECT_EQ(table.reader.complete().size(), 1U);
  EXPECT_EQ(cases.cases[0].bloc, "b0");
  EXPECT_EQ(cases.cases[255].bloc, "b255");
  EXPECT_EQ(cases.cases[255].row, 257U);
  EXPECT_EQ(cases.expectation(0, 0), "");
  EXPECT_EQ(shown(cases.values[0].at(node, 0)), "1 1 1");
  EXPECT_EQ(shown(cases.values[1].at(node, 0)), kNothing);
  take_cases(table.reader.complete(), cases);
  ASSERT_EQ(cases.cases.size(), 1U);
  EXPECT_EQ(cases.cases[0].bloc, "b256");
  EXPECT_EQ(shown(cases.values[0].at(node, 0)), "0 0 0");
  EXPECT_TRUE(table.reader.complete().empty());
}

}  // namespace
}  // namespace bloctype
