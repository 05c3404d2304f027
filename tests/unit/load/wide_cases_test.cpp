// Rows of a wide table as cases: what their columns say in each register, which rows are set aside and why.
#include "load/wide_cases.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tables.hpp"

namespace bloctype {
namespace {

using Lines = std::vector<std::string>;

/// A wide table, and its rows read as cases.
struct Wide {
  explicit Wide(std::string_view text, CsvChoices choices = {})
      : table(text, choices), reader(table.header, "t.csv", table.rulebook, table.vocabulary), cases(room()) {
    EXPECT_FALSE(table.refused) << testing::PrintToString(table.told);
    next = reader.load(table.block, 0, cases, report);
  }

  CaseBlock room() const { return {{table.rulebook.indicators.size(), table.rulebook.indicators.size()}, 1}; }

  Triple value(std::size_t c, std::string_view indicator, Register reg) const {
    return cases.values[index_of(reg)].at(static_cast<NodeId>(table.indicator(indicator)), c);
  }
  std::string practice(std::size_t c, std::string_view indicator = "trade") const {
    return shown(value(c, indicator, Register::kPractice));
  }
  std::string discourse(std::size_t c, std::string_view indicator = "trade") const {
    return shown(value(c, indicator, Register::kDiscourse));
  }

  /// A sound row as the period of a description.
  Period period(std::size_t index) {
    RowReport ignored;
    const auto row = reader.rows().take(table.block, index, ignored);
    EXPECT_TRUE(row.has_value()) << index;
    std::vector<Diagnostic> problems;
    Period result = reader.period(row.value(), problems);
    EXPECT_EQ(told(problems), Lines());
    return result;
  }

  /// The reasons why rows are set aside, as the report has them.
  Lines reasons() const {
    Lines all;
    for (const SetAside& row : report.set_aside) {
      for (const std::string& reason : told_plainly(row.reasons)) all.push_back(reason);
    }
    return all;
  }

  ReadTable table;
  WideCases reader;
  CaseBlock cases;
  RowReport report;
  std::size_t next = 0;
};

TEST(WideCases, CodeBothRegistersByOneColumn) {
  const Wide wide("bloc,trade,speech,treaty\nx,marginal,,yes\ny,?,absent..full,no\n");
  EXPECT_EQ(wide.practice(0), "0.33 0.33 0.33");
  EXPECT_EQ(wide.discourse(0), "0.33 0.33 0.33");
  EXPECT_EQ(wide.practice(0, "speech"), kNothing);
  EXPECT_EQ(wide.practice(0, "treaty"), "1 1 1");
  EXPECT_EQ(wide.discourse(0, "treaty"), "1 1 1");
  EXPECT_EQ(wide.practice(1), kNothing);
  EXPECT_EQ(wide.discourse(1, "speech"), "0 none 1");
  EXPECT_EQ(wide.discourse(1, "treaty"), "0 0 0");
  EXPECT_EQ(wide.practice(0, "funds"), kNothing) << "an indicator without a column";
}

TEST(WideCases, CodeRegistersApart) {
  struct Case {
    std::string header;
    std::string row;
    std::string practice;
    std::string discourse;
  };
  const std::vector<Case> cases = {
      {"bloc,trade.practice,trade.discourse", "x,full,absent", "1 1 1", "0 0 0"},
      {"bloc,trade.discourse,trade.practice", "x,full,absent", "0 0 0", "1 1 1"},
      {"bloc,trade.practice", "x,full", "1 1 1", kNothing},
      {"bloc,trade.discourse", "x,full", kNothing, "1 1 1"},
      {"bloc,trade.discourse", "x,", kNothing, kNothing},
      {"bloc,trade,trade.practice", "x,full,absent", "0 0 0", "1 1 1"},
      {"bloc,trade.practice,trade", "x,absent,full", "0 0 0", "1 1 1"},
      {"bloc,trade,trade.practice", "x,full,", "1 1 1", "1 1 1"},
      {"bloc,trade,trade.practice", "x,full,\" \"", "1 1 1", "1 1 1"},
      {"bloc,trade,trade.practice", "x,full,unknown", kNothing, "1 1 1"},
      {"bloc,trade,trade.discourse", "x,full,?", "1 1 1", kNothing},
      {"bloc,trade,trade.practice,trade.discourse", "x,full,,absent", "1 1 1", "0 0 0"},
      {"bloc,trade,trade.practice,trade.discourse", "x,full,NA,", kNothing, "1 1 1"},
      {"bloc,trade,trade.practice", "x,,full", "1 1 1", kNothing},
      {"bloc,trade,trade.practice", "x,?,", kNothing, kNothing},
      {"bloc,trade,trade.discourse", "x,full,0..0.2", "1 1 1", "0 0.1 0.2"},
  };
  for (const Case& c : cases) {
    const Wide wide(c.header + "\n" + c.row + "\n");
    EXPECT_EQ(wide.practice(0), c.practice) << c.header << "\n" << c.row;
    EXPECT_EQ(wide.discourse(0), c.discourse) << c.header << "\n" << c.row;
    EXPECT_EQ(wide.reasons(), Lines());
  }
}

TEST(WideCases, KnowTheirBlocYearsAndExpectations) {
  const Wide wide(
      "bloc,from,to,trade,expect.line\n"
      "Mercosur,1991,1998,full, market \n"
      ",,,,\n"
      "\"ALBA, \"\"TCP\"\"\", 2004 ,,full,\"none | market\"\n"
      "CAN,,,full,\n");
  ASSERT_EQ(wide.cases.cases.size(), 3U);
  struct Known {
    std::string bloc;
    std::optional<int> from, to;
    std::size_t row;
    std::size_t index;
    std::string expectation;
  };
  const std::vector<Known> all = {{"Mercosur", 1991, 1998, 2, 0, "market"},
                                  {"ALBA, \"TCP\"", 2004, std::nullopt, 4, 2, "none | market"},
                                  {"CAN", std::nullopt, std::nullopt, 5, 3, ""}};
  for (std::size_t c = 0; c < all.size(); ++c) {
    const Case& entry = wide.cases.cases[c];
    EXPECT_EQ(entry.bloc, all[c].bloc);
    EXPECT_EQ(entry.from, all[c].from) << c;
    EXPECT_EQ(entry.to, all[c].to) << c;
    EXPECT_EQ(entry.row, all[c].row) << c;
    EXPECT_EQ(entry.index, all[c].index) << c;
    EXPECT_EQ(wide.cases.expectation(c, 0), all[c].expectation) << c;
    EXPECT_FALSE(entry.is_bad) << c;
  }
  EXPECT_EQ(wide.report.blank, 1U);
}

TEST(WideCases, SetBadRowsAsideWithEveryReasonAndKeepTheOthers) {
  const Wide wide(
      "bloc,from,to,trade,treaty\n"
      "a,1991,1998,full,yes\n"
      "b,9l,1998,strong,marginal\n"
      "c,1991,1990,full,yes\n"
      " ,1991,,full,yes\n"
      "e,1991,,full\n"
      "\"f\"f,1991,,full,yes\n"
      "g,1991,,full,no\n");
  EXPECT_EQ(wide.reasons(), (Lines{"t.csv:3:3: invalid-year found=9l at_column=from at_row=3",
                                   "t.csv:3:11: unknown-word found=strong expected=absent, marginal, substantial, full "
                                   "low=marginal high=substantial at_column=trade at_row=3",
                                   "t.csv:3:18: yes-no-only found=marginal indicator=treaty at_column=treaty at_row=3",
                                   "t.csv:4:8: period-reversed from=1991 to=1990 at_column=to at_row=4",
                                   "t.csv:5:1: csv-no-bloc at_column=bloc at_row=5",
                                   "t.csv:6:1: csv-ragged-row cells=4 columns=5 at_row=6",
                                   "t.csv:7:4: csv-text-after-quote limit=256 count=1 at_row=7"}));
  ASSERT_EQ(wide.report.set_aside.size(), 5U);
  EXPECT_EQ(wide.report.set_aside[0].raw, "b,9l,1998,strong,marginal\n");
  EXPECT_EQ(wide.report.set_aside[4].raw, "\"f\"f,1991,,full,yes\n");
  EXPECT_EQ(wide.report.rows, 7U);
  EXPECT_EQ(wide.report.used, 2U);
  EXPECT_EQ(wide.report.blank, 0U);
  Lines placed;
  for (const Case& entry : wide.cases.cases) {
    if (!entry.is_bad) placed.emplace_back(entry.bloc);
  }
  EXPECT_EQ(placed, (Lines{"a", "g"}));
  EXPECT_EQ(wide.practice(wide.cases.cases.size() - 1, "treaty"), "0 0 0");
}

TEST(WideCases, LeaveBlankRowsOutAndCountThem) {
  const Wide wide("bloc,from,trade\n\n,,\n \n\"\",, \nx,,1\n,,,,,\n");
  EXPECT_EQ(wide.report.rows, 6U);
  EXPECT_EQ(wide.report.blank, 5U);
  EXPECT_EQ(wide.report.used, 1U);
  EXPECT_EQ(wide.reasons(), Lines());
}

TEST(WideCases, TellPlacesBehindCellsThatRunOverLines) {
  const Wide wide("bloc,note,trade\n\"a\",\"x\ny\",full\nb,\"São\nPaulo\",strong\nc,,bad\n");
  EXPECT_EQ(wide.reasons(), (Lines{"t.csv:5:8: unknown-word found=strong expected=absent, marginal, substantial, full "
                                   "low=marginal high=substantial at_column=trade at_row=3",
                                   "t.csv:6:4: unknown-word found=bad expected=absent, marginal, substantial, full "
                                   "low=marginal high=substantial at_column=trade at_row=4"}));
  ASSERT_EQ(wide.report.set_aside.size(), 2U);
  EXPECT_EQ(wide.report.set_aside[0].reasons[0].line, "Paulo\",strong");
  EXPECT_EQ(wide.report.set_aside[0].reasons[0].length, 6);
}

TEST(WideCases, PutTheCaretUnderWhatIsWrongHoweverLinesEnd) {
  for (const char* text :
       {"bloc,trade\n\"AL\nBA\",bad\n", "bloc,trade\r\n\"AL\r\nBA\",bad\r\n", "bloc,trade\n\"AL\rBA\",bad\n",
        "bloc,trade\r\"AL\rBA\",bad\r", "bloc,trade\r\"AL\nBA\",bad\r"}) {
    const Wide wide(text);
    ASSERT_EQ(wide.report.set_aside.size(), 1U) << testing::PrintToString(text);
    const Diagnostic& reason = wide.report.set_aside[0].reasons.at(0);
    const auto column = static_cast<std::size_t>(reason.place.column);
    ASSERT_LE(column, reason.line.size()) << testing::PrintToString(text);
    EXPECT_EQ(reason.line.substr(column - 1, 3), "bad") << testing::PrintToString(text);
  }
}

TEST(WideCases, ReadRowsThatAreNotUtf8AsWindows1252) {
  const std::string text = "bloc,trade\nUni\xE3o,n\xE3o\nUni\xC3\xA3o,full\nplain,full\nC\xF4ne,bad\n";
  const Wide detected(text);
  EXPECT_EQ(detected.cases.cases[0].bloc, "União");
  EXPECT_EQ(detected.practice(0), "0 0 0");
  EXPECT_EQ(detected.cases.cases[1].bloc, "União");
  EXPECT_EQ(detected.report.windows_1252, 2U);
  ASSERT_TRUE(detected.report.first_of_windows_1252.has_value());
  EXPECT_EQ(told_plainly({*detected.report.first_of_windows_1252}), Lines{"t.csv:2:4: csv-windows-1252 at_row=2"});
  EXPECT_EQ(detected.report.first_of_windows_1252->line, "União,não");
  ASSERT_EQ(detected.report.set_aside.size(), 1U);
  EXPECT_EQ(detected.report.set_aside[0].reasons[0].place.column, 6);
  EXPECT_EQ(detected.report.set_aside[0].raw, "C\xF4ne,bad\n") << "verbatim";

  CsvChoices choices;
  choices.encoding = CsvEncoding::kWindows1252;
  const Wide all(text, choices);
  EXPECT_EQ(all.cases.cases[1].bloc, "UniÃ£o");
  EXPECT_EQ(all.report.windows_1252, 0U) << "nothing to warn of where the user says so";

  choices.encoding = CsvEncoding::kUtf8;
  const Wide none(text, choices);
  EXPECT_EQ(none.report.used, 2U);
  ASSERT_EQ(none.reasons().size(), 2U);
  EXPECT_EQ(none.reasons()[0].substr(0, 25), "t.csv:2:4: invalid-utf8 b");
}

TEST(WideCases, SetRowsWithInvisibleCharactersAside) {
  struct Case {
    std::string bloc;
    std::string column;
  };
  const std::vector<Case> cases = {{"a\x1B[1m", "2"},
                                   {"a\u202E", "2"},
                                   {"é\u200F", "2"},
                                   {"\uFEFF"
                                    "a",
                                    "1"},
                                   {"ab\xC2\x81", "3"},
                                   {"ab\x81", "3"},
                                   {"ab\x7F", "3"}};
  for (const Case& c : cases) {
    const Wide wide("bloc,trade\n" + c.bloc + ",1\nb,1\n");
    EXPECT_EQ(wide.report.used, 1U) << testing::PrintToString(c.bloc);
    ASSERT_EQ(wide.reasons().size(), 1U) << testing::PrintToString(c.bloc);
    EXPECT_EQ(wide.reasons()[0].rfind("t.csv:2:" + c.column + ": control-character", 0), 0U) << wide.reasons()[0];
  }
  EXPECT_EQ(Wide("bloc,trade\nS\u00E3o \u2019 \u00A0\u2014,1\n").report.used, 1U);
}

TEST(WideCases, PlaceALastRowWithoutALineEndUnlessTheyAreStrict) {
  const std::string text = "bloc,trade\na,1\nb,1";
  const Wide usual(text);
  EXPECT_EQ(usual.report.used, 2U);
  EXPECT_EQ(told_plainly(usual.report.warnings), Lines{"t.csv:3:1: csv-no-line-end at_row=3"});
  CsvChoices choices;
  choices.strict = true;
  const Wide strict(text, choices);
  EXPECT_EQ(strict.report.used, 1U);
  EXPECT_EQ(strict.report.warnings.size(), 0U);
  EXPECT_EQ(strict.reasons(), Lines{"t.csv:3:1: csv-no-line-end at_row=3"});
  EXPECT_EQ(severity_of(strict.report.set_aside[0].reasons[0]), Severity::kError);
}

TEST(WideCases, ComeInBlocksOfWhatThereIsRoomFor) {
  std::string text = "bloc,trade,trade.practice,speech\n";
  for (std::size_t i = 0; i < kBlockRows; ++i) text += std::to_string(i) + ",full,absent,1\n\n";
  Wide wide(text + "late,,,\nlast,marginal,,\n");
  EXPECT_EQ(wide.cases.cases.size(), kBlockRows);
  EXPECT_TRUE(wide.cases.is_full());
  EXPECT_EQ(wide.next, 2 * kBlockRows - 1);
  EXPECT_EQ(wide.practice(0), "0 0 0");
  EXPECT_EQ(wide.practice(kBlockRows - 1), "0 0 0");

  // What stood in the block before is gone.
  wide.next = wide.reader.load(wide.table.block, wide.next, wide.cases, wide.report);
  EXPECT_EQ(wide.next, wide.table.block.rows.size());
  ASSERT_EQ(wide.cases.cases.size(), 2U);
  EXPECT_EQ(wide.cases.cases[0].bloc, "late");
  EXPECT_EQ(wide.practice(0), kNothing);
  EXPECT_EQ(wide.discourse(0), kNothing);
  EXPECT_EQ(wide.practice(0, "speech"), kNothing);
  EXPECT_EQ(wide.practice(1), "0.33 0.33 0.33");
  EXPECT_EQ(wide.report.rows, wide.table.block.rows.size());
  EXPECT_EQ(wide.report.used, kBlockRows + 2);
  EXPECT_EQ(wide.report.blank, kBlockRows);
}

TEST(WideCases, AreTheSameAsPeriodsOfADescription) {
  std::mt19937 random(4);
  const std::vector<std::string> cells = {"", "", "?", "full", "absent", "marginal..full", "0.4", "1", "0", "no..yes"};
  const std::vector<std::string> sure = {"", "?", "yes", "no", "0..1"};
  std::string text = "trade.practice,bloc,trade,speech,treaty,trade.discourse,from,to,hegemon\n";
  for (int i = 0; i < 200; ++i) {
    const auto one_of = [&](const std::vector<std::string>& list) { return list[random() % list.size()]; };
    text += one_of(cells) + ",b," + one_of(cells) + "," + one_of(cells) + "," + one_of(sure) + "," + one_of(cells) +
            ",19" + std::to_string(10 + i % 90) + ",,US\n";
  }
  Wide wide(text);
  ASSERT_EQ(wide.cases.cases.size(), 200U);
  for (std::size_t c = 0; c < wide.cases.cases.size(); ++c) {
    const Period period = wide.period(wide.cases.cases[c].index);
    EXPECT_EQ(period.from, wide.cases.cases[c].from);
    for (const Indicator& indicator : wide.table.rulebook.indicators) {
      for (const Register reg : kRegisters) {
        const Fact& fact = period.facts[wide.table.indicator(indicator.id)];
        ASSERT_EQ(shown(fact.triples[index_of(reg)]), shown(wide.value(c, indicator.id, reg)))
            << c << " " << indicator.id << "\n"
            << wide.table.block.raw(wide.table.block.rows[c]);
      }
    }
  }
}

TEST(WideCases, HaveTheirCellsAsPlacesOfTheirFacts) {
  Wide wide("bloc,from,trade,treaty,trade.practice\na,1991,full,?,\nb,,,yes,absent\n");
  const Period first = wide.period(0);
  const Period second = wide.period(1);
  const std::size_t trade = wide.table.indicator("trade");
  EXPECT_EQ(first.place.line, 2);
  EXPECT_EQ(first.from, 1991);
  ASSERT_EQ(first.facts[trade].codings.size(), 1U);
  EXPECT_EQ(first.facts[trade].codings[0].place.line, 2);
  EXPECT_EQ(first.facts[trade].codings[0].place.column, 8);
  ASSERT_EQ(second.facts[trade].codings.size(), 1U);
  EXPECT_EQ(second.facts[trade].codings[0].place.line, 3);
  EXPECT_EQ(second.facts[trade].codings[0].place.column, 9);
  EXPECT_TRUE(second.facts[trade].coded[index_of(Register::kPractice)]);
  EXPECT_FALSE(second.facts[trade].coded[index_of(Register::kDiscourse)]);
}

}  // namespace
}  // namespace bloctype
