// Tables as people have them: rows and headers that are not as they should be. Every row is placed, set aside with its
// reasons, or blank, and the summary counts each once.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/cli/placed_table.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

const std::string kNul(1, '\0');

struct RowsCase {
  const char* name;
  std::string rows;  ///< under kColumns
  Cells placed;      ///< the blocs that come out
  RowCounts counts;
  Cells told;  ///< all that is, see messages_of()
};

std::vector<RowsCase> rows_cases() {
  return {
      {"Sound", "a,1990,1991,yes,1\nb,1992,,no,0.25\n", {"a", "b"}, {2, 2, 0, 0}, {}},
      {"WithTooFewCells", "a,1990,1991,yes\nb,,,yes,1\n", {"b"}, {2, 1, 1, 0}, {"2:1 error csv-ragged-row"}},
      {"WithTooManyCells", "a,,,yes,1\nb,,,yes,1,\n", {"a"}, {2, 1, 1, 0}, {"3:1 error csv-ragged-row"}},
      {"WithAQuoteNeverClosed",
       "a,,,yes,1\nb,\"1990,,yes,1\nc,,,yes,1\n",
       {"a"},
       {2, 1, 1, 0},
       {"3:3 error csv-unclosed-quote"}},
      {"WithAQuoteInsideACell", "a\"x,,,yes,1\nb,,,yes,1\n", {"b"}, {2, 1, 1, 0}, {"2:2 error csv-stray-quote"}},
      {"WithTextBehindAQuote", "\"a\"x,,,yes,1\nb,,,yes,1\n", {"b"}, {2, 1, 1, 0}, {"2:4 error csv-text-after-quote"}},
      {"WithDoubledQuotes", "\"a\"\"x\"\"\",,,yes,1\n\"\"\"\",,,yes,1\n", {"a\"x\"", "\""}, {2, 2, 0, 0}, {}},
      {"WithLineFeedsAndDelimitersInQuotes",
       "\"a\nb,c\",\"1990\",,yes,\"1\"\nd,,,yes,?x\n",
       {"a\nb,c"},
       {2, 1, 1, 0},
       {"4:9 error unknown-word"}},
      {"WithANul", "a" + kNul + ",,,yes,1\nb,,,yes,1\n", {"b"}, {2, 1, 1, 0}, {"2:2 error control-character"}},
      {"WithAnEscape", "a,,,yes,1\n\x1b[31mb,,,yes,1\n", {"a"}, {2, 1, 1, 0}, {"3:1 error control-character"}},
      {"WithAnEscapeInQuotes",
       "\"\x1b[2J\",,,yes,1\na,,,yes,1\n",
       {"a"},
       {2, 1, 1, 0},
       {"2:2 error control-character"}},
      {"WithACarriageReturnInACell", "a\rb,,,yes,1\nc,,,yes,1\n", {"c"}, {2, 1, 1, 0}, {"2:2 error control-character"}},
      {"WithACharacterThatTurnsTheText",
       "a\xE2\x80\xAE,,,yes,1\nc,,,yes,1\n",
       {"c"},
       {2, 1, 1, 0},
       {"2:2 error control-character"}},
      {"WithACellOf256KiB",
       std::string(256 * 1024, 'x') + ",,,no,1\n",
       {std::string(256 * 1024, 'x')},
       {1, 1, 0, 0},
       {}},
      {"WithACellBeyond256KiB",
       "a,,,yes,1\n" + std::string(256 * 1024 + 1, 'x') + ",,,yes,1\nb,,,yes,1\n",
       {"a", "b"},
       {3, 2, 1, 0},
       {"3:1 error csv-cell-too-long"}},
      {"WithADecimalCommaThatPartsCells",
       "a,,,yes,1,5\nb,,,yes,1\n",
       {"b"},
       {2, 1, 1, 0},
       {"2:1 error csv-ragged-row"}},
      {"WithADecimalCommaInQuotes",
       "a,,,yes,\"1,5\"\nb,,,yes,\"0,5\"\nc,,,yes,0.5\n",
       {"c"},
       {3, 1, 2, 0},
       {"2:9 error decimal-comma", "3:9 error decimal-comma"}},
      {"WithAnUnknownWord", "a,,,yes,fulll\nb,,,yes,full\n", {"b"}, {2, 1, 1, 0}, {"2:9 error unknown-word"}},
      {"WithANumberOutOfRange", "a,,,yes,1.5\nb,,,yes,1\n", {"b"}, {2, 1, 1, 0}, {"2:9 error out-of-range"}},
      {"WithAReversedInterval",
       "a,,,yes,1..0.5\nb,,,yes,0.5..1\n",
       {"b"},
       {2, 1, 1, 0},
       {"2:9 error reversed-interval"}},
      {"WithReversedYears",
       "a,1999,1991,yes,1\nb,1991,1991,yes,1\n",
       {"b"},
       {2, 1, 1, 0},
       {"2:8 error period-reversed"}},
      {"WithAYearThatIsNone", "a,soon,,yes,1\nb,,,yes,1\n", {"b"}, {2, 1, 1, 0}, {"2:3 error invalid-year"}},
      {"WithoutABloc",
       ",1990,,yes,1\n\" \",1990,,yes,1\n",
       {},
       {2, 0, 2, 0},
       {"2:1 error csv-no-bloc", "3:1 error csv-no-bloc"}},
      {"WithEveryMistakeTold",
       "a,soon,later,yess,1\n",
       {},
       {1, 0, 1, 0},
       {"2:3 error invalid-year", "2:8 error invalid-year", "2:14 error yes-no-only"}},
      {"ThatAreBlank", "\n,,,,\na,,,yes,1\n  \n \t, ,,,\n\"\",,,,\"\"\n\n", {"a"}, {7, 1, 0, 6}, {}},
      {"EndedByCarriageReturnAndLineFeed",
       "a,,,yes,1\r\n\r\nb,,,yes\r\n",
       {"a"},
       {3, 1, 1, 1},
       {"4:1 error csv-ragged-row"}},
      {"ThatComeTwice",
       "a,1990,1991,yes,1\na,1990,1992,yes,1\na,1990,1991,no,1\n",
       {"a", "a", "a"},
       {3, 3, 0, 0},
       {"warning csv-repeated-period"}},
      {"WithoutALineEnd", "a,,,yes,1\nb,,,yes,1", {"a", "b"}, {2, 2, 0, 0}, {"3:1 warning csv-no-line-end"}},
  };
}

void PrintTo(const RowsCase& given, std::ostream* out) { *out << given.name; }

class BatchRows : public testing::TestWithParam<RowsCase> {};

TEST_P(BatchRows, ArePlacedOrSetAsideOrBlank) {
  const RowsCase& given = GetParam();
  for (const char* jobs : {"1", "3"}) {
    const Outcome got = batch(kColumns + given.rows, {"--jobs", jobs});
    EXPECT_EQ(PlacedTable(got.out).column("bloc"), given.placed);
    EXPECT_EQ(counts_of(got.err), given.counts) << got.err;
    EXPECT_EQ(given.counts.sum(), given.counts.rows);
    EXPECT_EQ(messages_of(got.err), given.told) << got.err;
    EXPECT_EQ(got.code, given.counts.set_aside > 0 ? 1 : 0);
    EXPECT_LT(got.err.size(), 4000U) << "a message shows more of a row than anybody reads";
  }
}

INSTANTIATE_TEST_SUITE_P(All, BatchRows, testing::ValuesIn(rows_cases()), [](const auto& c) { return c.param.name; });

TEST(BatchRowsEndedByCarriageReturns, AreRowsToo) {
  std::string table = kColumns + "a,1990,1991,yes,1\n\n\"b\nc\",,,yes\nd,,,no,1\n";
  const Outcome expected = batch(table);
  std::replace(table.begin(), table.end(), '\n', '\r');
  const Outcome got = batch(table);
  EXPECT_EQ(PlacedTable(got.out).column("bloc"), (Cells{"a", "d"}));
  EXPECT_TRUE(got.out == expected.out);
  EXPECT_EQ(counts_of(got.err), (RowCounts{4, 2, 1, 1}));
  EXPECT_EQ(messages_of(got.err), messages_of(expected.err));
}

TEST(BatchQuoteNeverClosed, SaysHowManyLinesItTookWithIt) {
  const Outcome got = batch(kColumns + "a,,,yes,1\n\"b,,,yes,1\nc,,,yes,1\nd,,,yes,1\n");
  EXPECT_NE(got.err.find("3 lines"), std::string::npos) << got.err;
}

TEST(BatchQuoteNeverClosed, StopsTheRunAfterFourMebibytes) {
  for (const std::size_t mebibytes : {5, 9}) {
    const std::string table = kColumns + "a,,,yes,1\nb,,,yes\n\nc,,,no,1\nd,\"19" + std::string(mebibytes << 20, 'x');
    const Outcome got = batch(table);
    EXPECT_EQ(got.code, 2) << mebibytes << " MiB";
    EXPECT_EQ(PlacedTable(got.out).column("bloc"), (Cells{"a", "c"}));
    EXPECT_EQ(messages_of(got.err), (Cells{"3:1 error csv-ragged-row", "6:3 error csv-row-too-long"})) << got.err;
    EXPECT_EQ(counts_of(got.err), (RowCounts{4, 2, 1, 1}));
    EXPECT_NE(in_one_line(got.err).find("stopped at row 6:"), std::string::npos) << got.err;
  }
}

TEST(BatchNoLineEnd, SetsTheRowAsideWhereAskedToBeStrict) {
  const Outcome got = batch(kColumns + "a,,,yes,1\nb,,,yes,1", {"--strict"});
  EXPECT_EQ(got.code, 1);
  EXPECT_EQ(PlacedTable(got.out).column("bloc"), Cells{"a"});
  EXPECT_EQ(counts_of(got.err), (RowCounts{2, 1, 1, 0}));
  EXPECT_EQ(messages_of(got.err), Cells{"3:1 error csv-no-line-end"});
}

TEST(BatchMistakesInRows, AreNotHiddenByAHundredWarnings) {
  std::string of_rows = kColumns, of_columns = "bloc,free_trade_core", row = "b,fulll";
  for (int i = 0; i < 20'000; ++i) of_rows += "a,1990,1991,yes,1\n";
  for (int i = 0; i < 120; ++i) {
    of_columns += ",x" + std::to_string(i);
    row += ",";
  }
  for (const std::string& table : {of_rows + "b,,,yes,fulll\n", of_columns + "\n" + row + "\n"}) {
    const Outcome got = batch(table);
    EXPECT_EQ(got.code, 1);
    EXPECT_NE(got.err.find("`fulll`"), std::string::npos) << "the only error was counted among the warnings";
  }
}

// --- A file that was cut off

class BatchCutOff : public testing::TestWithParam<const char*> {
 protected:
  BatchCutOff() {
    std::size_t at = 0;
    for (const char* line : {"bloc,to,free_trade_core,state_led_process", "Unión,1991,0.25,yes",
                             "\"b, \"\"c\"\"\",,,no", "d,,marginal..full,yes"}) {
      (at++ == 0 ? header_ : rows_) += std::string(line) + GetParam();
    }
  }

  /// Rows of `text` that have their line end.
  static std::size_t whole_rows(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  }

  std::string header_, rows_;
};

TEST_P(BatchCutOff, GivesNoRowWhereTheHeaderIsCut) {
  for (std::size_t size = 0; size < header_.size(); ++size) {
    const Outcome got = batch(header_.substr(0, size));
    const bool names_the_bloc = size >= 4;
    EXPECT_EQ(got.code, names_the_bloc ? 0 : 2) << size;
    EXPECT_EQ(PlacedTable(got.out).size(), 0U) << size;
    EXPECT_EQ(got.out.empty(), !names_the_bloc) << size;
    EXPECT_FALSE(messages_of(got.err).empty()) << size;
  }
}

TEST_P(BatchCutOff, GivesEveryRowButTheLastAsInTheWholeFile) {
  const std::vector<std::string> whole = lines_of(batch(header_ + rows_).out);
  ASSERT_EQ(whole.size(), 4U);
  for (std::size_t size = 0; size <= rows_.size(); ++size) {
    const std::string part = rows_.substr(0, size);
    const std::size_t complete = whole_rows(part);
    const bool has_rest = !part.empty() && !part.ends_with('\n');
    const Outcome got = batch(header_ + part);
    std::vector<std::string> lines = lines_of(got.out);
    ASSERT_GE(lines.size(), complete + 1) << size;
    const bool is_rest_placed = lines.size() == complete + 2;
    lines.resize(complete + 1);
    EXPECT_TRUE(std::equal(lines.begin(), lines.end(), whole.begin())) << size;
    const Cells told = messages_of(got.err);
    const auto warned = std::count_if(told.begin(), told.end(),
                                      [](const std::string& m) { return m.ends_with("warning csv-no-line-end"); });
    EXPECT_EQ(warned, is_rest_placed ? 1 : 0) << "it says that the row is placed; at byte " << size << "\n" << got.err;
    const std::size_t used = complete + (is_rest_placed ? 1 : 0);
    EXPECT_EQ(counts_of(got.err), (RowCounts{complete + has_rest, used, complete + has_rest - used, 0})) << size;
    EXPECT_EQ(got.code, has_rest && !is_rest_placed ? 1 : 0) << size;
  }
}

TEST_P(BatchCutOff, SetsTheLastRowAsideWhereAskedToBeStrict) {
  const std::string whole = batch(header_ + rows_).out;
  for (std::size_t size = 0; size <= rows_.size(); ++size) {
    const std::string part = rows_.substr(0, size);
    const std::size_t complete = whole_rows(part);
    const bool has_rest = !part.empty() && !part.ends_with('\n');
    const Outcome got = batch(header_ + part, {"--strict"});
    EXPECT_TRUE(whole.starts_with(got.out)) << size;
    EXPECT_EQ(counts_of(got.err), (RowCounts{complete + has_rest, complete, has_rest, 0})) << size;
    EXPECT_EQ(got.code, has_rest ? 1 : 0) << size;
  }
}

INSTANTIATE_TEST_SUITE_P(LineEnds, BatchCutOff, testing::Values("\n", "\r\n"), [](const auto& line_end) {
  return std::string(line_end.param[0] == '\r' ? "CarriageReturnAndLineFeed" : "LineFeed");
});

}  // namespace
}  // namespace bloctype::blackbox
