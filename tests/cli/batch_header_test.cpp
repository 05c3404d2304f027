// The first row of a table, and how the file is written: names of columns, delimiters, encodings.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/cli/placed_table.hpp"

namespace bloctype::blackbox {
namespace {

const std::string kMark = "\xEF\xBB\xBF";

std::string utf16(const std::string& text, bool big_endian) {
  std::string bytes;
  for (const char c : text) bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return bytes;
}

std::string many_columns(int count) {
  std::string header = "bloc";
  for (int i = 1; i < count; ++i) header += ",c" + std::to_string(i);
  return header + "\n";
}

struct HeaderCase {
  const char* name;
  std::string table;
  Cells told;  ///< see messages_of()
  Cells told_strictly;
  int code = 0;  ///< without --strict
};

std::vector<HeaderCase> header_cases() {
  const std::string table = kColumns + "a,,,yes,1\n";
  const Cells empty{"error empty-file"}, utf_16{"error csv-utf16"};
  const Cells twice{"1:6 error csv-duplicate-column"}, open{"1:22 error csv-unclosed-quote"};
  const Cells many{"error csv-too-many-columns"};
  return {
      {"WithAColumnTwice", "bloc,bloc,free_trade_core\na,b,1\n", twice, twice, 2},
      {"WithAColumnTwiceBesideItsCase", "from,From,bloc,free_trade_core\n1,1,a,1\n", twice, twice, 2},
      {"WithAnUnknownColumnTwice",
       "x,bloc,x,free_trade_core\n,a,,1\n",
       {"1:1 warning csv-unknown-column", "1:8 error csv-duplicate-column"},
       {"1:1 error csv-unknown-column", "1:8 error csv-duplicate-column"},
       2},
      {"WithoutANameForAColumn",
       "bloc,,free_trade_core, \na,,1,\n",
       {"1:6 warning csv-empty-column", "1:23 warning csv-empty-column"},
       {"1:6 error csv-empty-column", "1:23 error csv-empty-column"}},
      {"WithAnUnknownColumn",
       "bloc,social_policy_mandat,free_trade_core\na,1,1\n",
       {"1:6 warning csv-unknown-column"},
       {"1:6 error csv-unknown-column"}},
      {"WithAnUnknownAxis",
       "bloc,expect.military,free_trade_core\na,x,1\n",
       {"1:6 warning csv-unknown-column"},
       {"1:6 error csv-unknown-column"}},
      {"WithoutTheBloc", "block,free_trade_core\na,1\n", {"error csv-missing-column"}, {"error csv-missing-column"}, 2},
      {"ThatIsNotClosed", "free_trade_core,bloc,\"from\na,1\n", open, open, 2},
      {"OfTooManyColumns", many_columns(5001) + "a\n", many, many, 2},
      {"WithoutIndicators", "bloc,from\na,1990\n", {"warning csv-no-indicators"}, {"warning csv-no-indicators"}},
      {"ThatIsAll", kColumns, {"warning csv-no-rows"}, {"warning csv-no-rows"}},
      {"OfAnEmptyFile", "", empty, empty, 2},
      {"OfNothingButAMark", kMark, empty, empty, 2},
      {"OfUtf16WithItsMark", "\xFF\xFE" + utf16(table, false), utf_16, utf_16, 2},
      {"OfUtf16BigEndWithItsMark", "\xFE\xFF" + utf16(table, true), utf_16, utf_16, 2},
      {"OfUtf16WithoutAMark", utf16(table, false), utf_16, utf_16, 2},
      {"OfUtf16BigEndWithoutAMark", utf16(table, true), utf_16, utf_16, 2},
  };
}

void PrintTo(const HeaderCase& given, std::ostream* out) { *out << given.name; }

class BatchHeaders : public testing::TestWithParam<HeaderCase> {};

TEST_P(BatchHeaders, AreToldWithTheirColumn) {
  const Outcome got = batch(GetParam().table);
  EXPECT_EQ(got.code, GetParam().code) << got.err;
  EXPECT_EQ(messages_of(got.err), GetParam().told) << got.err;
  EXPECT_EQ(got.out.empty(), GetParam().code == 2);
}

TEST_P(BatchHeaders, AreRefusedForAnyDoubtWhereAskedToBeStrict) {
  const Outcome got = batch(GetParam().table, {"--strict"});
  EXPECT_EQ(messages_of(got.err), GetParam().told_strictly) << got.err;
  const bool has_error = got.err.find(" error: ") != std::string::npos;
  EXPECT_EQ(got.code, has_error ? 2 : 0);
  EXPECT_EQ(got.out.empty(), has_error);
}

INSTANTIATE_TEST_SUITE_P(All, BatchHeaders, testing::ValuesIn(header_cases()),
                         [](const auto& c) { return c.param.name; });

TEST(BatchHeader, SuggestsTheNearestNameOfAColumn) {
  for (const auto& [written, meant] : {std::pair("free_trade_cor", "free_trade_core"),
                                       {"social_policy_mandate.practise", "social_policy_mandate.practice"},
                                       {"expect.politcal", "expect.political"},
                                       {"hegemonn", "hegemon"}}) {
    const Outcome got = run({.arguments = {"batch", "-"}, .input = "bloc," + std::string(written) + "\na,\n"});
    EXPECT_EQ(got.code, 0);
    EXPECT_NE(got.err.find("did you mean `" + std::string(meant) + "`?"), std::string::npos) << got.err;
  }
}

TEST(BatchHeader, OfAnEmptyTableGetsNoAdviceForDescriptions) {
  const Outcome got = run({.arguments = {"batch", "-"}});
  EXPECT_EQ(got.err.find("periods:"), std::string::npos) << got.err;
}

TEST(BatchHeader, OfUtf16SaysHowToSaveIt) {
  const Outcome got = run({.arguments = {"batch", "-"}, .input = "\xFF\xFE" + utf16(kColumns, false)});
  EXPECT_NE(got.err.find("CSV UTF-8"), std::string::npos) << got.err;
}

TEST(BatchHeader, MayBeInAnyOrderAndCaseWithBlanksQuotesAndAMark) {
  const std::string expected = batch("bloc,from,to,free_trade_core\na,1990,1991,full\n").out;
  for (const char* header : {"to,free_trade_core,bloc,from", " To , FREE_TRADE_CORE,BLOC,\"from\""}) {
    for (const std::string& mark : {std::string(), kMark}) {
      const Outcome got = batch(mark + header + "\n1991,full,a,1990\n");
      EXPECT_EQ(got.code, 0) << got.err;
      EXPECT_TRUE(got.out == expected) << header;
      EXPECT_EQ(messages_of(got.err), Cells{});
    }
  }
}

TEST(BatchDelimiters, AreFoundInTheHeaderAndNamed) {
  const std::string expected = batch(kColumns + "\"a,b;c\",1990,1991,yes,0.5\n").out;
  for (const auto& [delimiter, name] : {std::pair(',', "delimiter ,"), {';', "delimiter ;"}, {'\t', "delimiter tab"}}) {
    std::string table = kColumns + "\"a/b;c\",1990,1991,yes,0.5\n";
    std::replace(table.begin(), table.end(), ',', delimiter);
    table.replace(table.find('/'), 1, ",");
    const Outcome got = batch(table);
    EXPECT_TRUE(got.out == expected) << name;
    EXPECT_NE(in_one_line(got.err).find(name), std::string::npos) << got.err;
  }
}

TEST(BatchDelimiters, OtherThanACommaLeaveItToDecimals) {
  const std::string expected = batch("bloc,free_trade_core,social_policy_mandate\na,0.5,0.25..0.75\n").out;
  for (const char delimiter : {';', '\t'}) {
    for (const char* cells : {"a/0,5/0,25..0,75", "a/0.5/0,25..0.75"}) {
      std::string table = std::string("bloc/free_trade_core/social_policy_mandate\n") + cells + "\n";
      std::replace(table.begin(), table.end(), '/', delimiter);
      const Outcome got = batch(table);
      EXPECT_EQ(got.code, 0) << got.err;
      EXPECT_TRUE(got.out == expected) << cells;
    }
  }
}

TEST(BatchDelimiters, CanBeGiven) {
  const Outcome got = batch("bloc;from,to\na;1990,x\n", {"--delimiter", ","});
  EXPECT_EQ(messages_of(got.err).back(), "error csv-missing-column");
  EXPECT_EQ(batch("bloc;from,to\na;1990\n", {"--delimiter", ";"}).code, 0);
  EXPECT_EQ(batch("bloc\tfrom\na\t1990\n", {"--delimiter", "tab"}).code, 0);
  EXPECT_EQ(batch("bloc\na\n", {"--delimiter", "|"}).code, 2);
}

// --- Encodings

const std::string kMixed =
    kColumns + "Mercós,1990,1991,yes,1\nUni\xF3n,1990,1991,yes,1\nA\xF1o \x80,,,no,1\nfim,,,no,1\n";

TEST(BatchEncodings, MayBeMixedAndEveryNameComesOutRight) {
  for (const char* jobs : {"1", "2"}) {
    const Outcome got = batch(kMixed, {"--jobs", jobs});
    EXPECT_EQ(got.code, 0);
    EXPECT_EQ(PlacedTable(got.out).column("bloc"), (Cells{"Mercós", "Unión", "Año €", "fim"}));
    EXPECT_EQ(messages_of(got.err), Cells{"3:4 warning csv-windows-1252"}) << got.err;
    EXPECT_NE(got.err.find("row 3: "), std::string::npos) << got.err;
    EXPECT_NE(got.err.find("2 rows were read as Windows-1252"), std::string::npos) << got.err;
  }
}

TEST(BatchEncodings, ThatAreGivenAreKeptTo) {
  const Outcome utf8 = batch(kMixed, {"--encoding", "utf-8"});
  EXPECT_EQ(utf8.code, 1);
  EXPECT_EQ(PlacedTable(utf8.out).column("bloc"), (Cells{"Mercós", "fim"}));
  EXPECT_EQ(messages_of(utf8.err), (Cells{"3:4 error invalid-utf8", "4:2 error invalid-utf8"}));
  const Outcome windows = batch(kMixed, {"--encoding", "windows-1252"});
  EXPECT_EQ(windows.code, 0);
  EXPECT_EQ(PlacedTable(windows.out).column("bloc"), (Cells{"MercÃ³s", "Unión", "Año €", "fim"}));
  EXPECT_EQ(messages_of(windows.err), Cells{});
}

TEST(BatchEncodings, OfWordsAndExpectationsAreReadToo) {
  const Outcome got = batch("bloc;state_led_process;expect.economic\na;s\xED;sin decidir\nb;sí;sin decidir\n");
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_EQ(PlacedTable(got.out).column("agrees.economic"), (Cells{"yes", "yes"}));
}

}  // namespace
}  // namespace bloctype::blackbox
