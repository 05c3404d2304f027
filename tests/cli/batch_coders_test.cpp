// Long tables: a row a coding, several coders, and what becomes of their disagreement.
#include <gtest/gtest.h>

#include "tests/cli/placed_table.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

const std::string kLong = "bloc,from,to,indicator,value,register,coder,source,where,note\n";

/// Two coders who disagree on free trade, and agree on the rest.
const std::string kTwoCoders = kLong +
                               "a,1990,1999,state_led_process,yes,,ana,x,p. 1,\n"
                               "a,1990,1999,free_trade_core,full,,ana,x,p. 2,\"a note, long\"\n"
                               "a,1990,1999,state_led_process,yes,,bea,x,p. 1,\n"
                               "a,1990,1999,free_trade_core,0.25,,bea,x,p. 3,\n"
                               "b,2000,,state_led_process,no,,ana,,,\n";

std::string strategic(const PlacedTable& table, std::size_t row) {
  return table.cell(row, "strategic.low") + " " + table.cell(row, "strategic.point") + " " +
         table.cell(row, "strategic.high");
}

/// The strategic membership of a wide row with this value for free trade.
std::string wide_strategic(const std::string& value) {
  return strategic(PlacedTable(batch(kColumns + "a,1990,1999,yes," + value + "\n").out), 0);
}

TEST(BatchLongTables, ArePlacedABlocPeriodARow) {
  const Outcome got = batch(kTwoCoders);
  EXPECT_EQ(got.code, 0) << got.err;
  const PlacedTable table(got.out);
  EXPECT_EQ(table.column("bloc"), (Cells{"a", "b"}));
  EXPECT_EQ(table.column("from"), (Cells{"1990", "2000"}));
  EXPECT_EQ(table.column("to"), (Cells{"1999", ""}));
  EXPECT_EQ(table.column("economic.kind"), (Cells{"undecided", "not_regionalism"}));
  EXPECT_EQ(counts_of(got.err), (RowCounts{5, 5, 0, 0}));
  EXPECT_NE(in_one_line(got.err).find("2 cases placed"), std::string::npos) << got.err;
  EXPECT_NE(in_one_line(got.err).find("(long, "), std::string::npos) << got.err;
}

TEST(BatchCoders, WhoDisagreeSpanAnInterval) {
  const PlacedTable table(batch(kTwoCoders).out);
  EXPECT_EQ(strategic(table, 0), wide_strategic("0.25..1"));
  EXPECT_NE(strategic(table, 0), wide_strategic("0.25"));
  EXPECT_NE(strategic(table, 0), wide_strategic("full"));
}

TEST(BatchCoders, CanBeTakenOneByOne) {
  const Outcome ana = batch(kTwoCoders, {"--coder", "ana"});
  EXPECT_EQ(ana.code, 0) << ana.err;
  EXPECT_EQ(PlacedTable(ana.out).column("bloc"), (Cells{"a", "b"}));
  EXPECT_EQ(strategic(PlacedTable(ana.out), 0), wide_strategic("full"));
  EXPECT_EQ(counts_of(ana.err), (RowCounts{5, 3, 0, 0, 2})) << ana.err;
  const Outcome bea = batch(kTwoCoders, {"--coder", "bea"});
  EXPECT_EQ(PlacedTable(bea.out).column("bloc"), Cells{"a"}) << "bea has coded nothing of b";
  EXPECT_EQ(strategic(PlacedTable(bea.out), 0), wide_strategic("0.25"));
  EXPECT_EQ(counts_of(bea.err), (RowCounts{5, 2, 0, 0, 3})) << bea.err;
}

TEST(BatchCoders, CanBePlacedApart) {
  const Outcome got = batch(kTwoCoders, {"--by-coder"});
  EXPECT_EQ(got.code, 0) << got.err;
  const PlacedTable table(got.out);
  EXPECT_EQ(table.column("bloc"), (Cells{"a", "a", "b"}));
  EXPECT_EQ(table.column("coder"), (Cells{"ana", "bea", "ana"}));
  EXPECT_EQ(strategic(table, 0), wide_strategic("full"));
  EXPECT_EQ(strategic(table, 1), wide_strategic("0.25"));
  EXPECT_EQ(counts_of(got.err), (RowCounts{5, 5, 0, 0}));
}

TEST(BatchCoders, AreNamedInEveryFormat) {
  EXPECT_NE(batch(kTwoCoders, {"--by-coder", "--format", "ndjson"}).out.find("\"coder\":\"bea\""), std::string::npos);
  EXPECT_NE(batch(kTwoCoders, {"--by-coder", "--format", "text"}).out.find("a 1990-1999 (bea)"), std::string::npos);
}

TEST(BatchCoders, WhoAreNotThereAreRefusedWithThoseWhoAre) {
  const Outcome got = batch(kTwoCoders, {"--coder", "anna"});
  EXPECT_EQ(got.code, 2);
  EXPECT_EQ(messages_of(got.err), Cells{"error unknown-coder"});
  EXPECT_NE(got.err.find("ana and bea"), std::string::npos) << got.err;
  const Outcome full = run({.arguments = {"batch", "-", "--coder", "anna"}, .input = kTwoCoders});
  EXPECT_NE(full.err.find("did you mean `ana`?"), std::string::npos) << full.err;
}

TEST(BatchCoders, CannotBeAskedForInATableWithoutThem) {
  for (const std::string& table :
       {kColumns + "a,,,yes,1\n", std::string("bloc,indicator,value\na,free_trade_core,1\n")}) {
    for (const Arguments& options : {Arguments{"--coder", "ana"}, {"--by-coder"}}) {
      const Outcome got = batch(table, options);
      EXPECT_EQ(got.code, 2);
      EXPECT_EQ(got.out, "");
      EXPECT_EQ(messages_of(got.err).back(), "error usage") << got.err;
    }
  }
  EXPECT_EQ(batch(kTwoCoders, {"--coder", "ana", "--by-coder"}).code, 2);
}

TEST(BatchLongTables, ThatAreNotGroupedAreRefusedFromThatRowOn) {
  const std::string table =
      kTwoCoders + "a,1990,1999,spatially_delimited,full,,ana,,,\nc,,,free_trade_core,1,,ana,,,\n";
  for (const Arguments& options : {Arguments{}, {"--by-coder"}, {"--coder", "ana"}}) {
    const Outcome got = batch(table, options);
    EXPECT_EQ(got.code, 2);
    EXPECT_EQ(messages_of(got.err), Cells{"7:1 error csv-not-grouped"}) << got.err;
    EXPECT_NE(got.err.find("row 7: "), std::string::npos) << got.err;
    EXPECT_NE(got.err.find("row 2"), std::string::npos) << "it is not said where its rows began\n" << got.err;
    EXPECT_EQ(in_one_line(got.err).find("are complete"), std::string::npos) << "`a` is not\n" << got.err;
    EXPECT_TRUE(got.out == batch(kTwoCoders, options).out) << "the bloc-periods before it are placed";
    EXPECT_EQ(counts_of(got.err).rows, 5U);
    EXPECT_EQ(counts_of(got.err).sum(), 5U);
  }
  EXPECT_NE(run({.arguments = {"batch", "-"}, .input = table}).err.find("sort the table by bloc, from and to"),
            std::string::npos);
}

TEST(BatchLongTables, MayNameAPeriodOfTheSameBlocThatIsAnother) {
  const Outcome got =
      batch(kLong + "a,1990,1999,free_trade_core,1,,,,,\na,2000,,free_trade_core,0,,,,,\na,,,free_trade_core,0,,,,,\n");
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_EQ(PlacedTable(got.out).size(), 3U);
}

TEST(BatchLongTables, SetBadRowsAsideAndPlaceTheRest) {
  const Outcome got = batch(kLong +
                            "a,1990,1999,free_trade_core,1,,ana,,,\n"
                            "a,1990,1999,free_trade_cor,1,,ana,,,\n"
                            "a,1990,1999,free_trade_core,fulll,,ana,,,\n"
                            "a,1990,1999,social_policy_mandate,1,speech,ana,,,\n"
                            "a,1999,1990,free_trade_core,0,,ana,,,\n"
                            ",1990,1999,free_trade_core,0,,ana,,,\n"
                            "a,1990,1999,free_trade_core\n"
                            ",,,,,,,,,\n"
                            "a,1990,1999,state_led_process,yes,,ana,,,\n");
  EXPECT_EQ(got.code, 1);
  EXPECT_EQ(PlacedTable(got.out).column("bloc"), Cells{"a"}) << "bad rows part no bloc-period";
  EXPECT_EQ(strategic(PlacedTable(got.out), 0), wide_strategic("1"));
  EXPECT_EQ(counts_of(got.err), (RowCounts{9, 2, 6, 1})) << got.err;
  EXPECT_EQ(messages_of(got.err),
            (Cells{"3:13 error unknown-indicator", "4:29 error unknown-word", "5:37 error unknown-register",
                   "6:8 error period-reversed", "7:1 error csv-no-bloc", "8:1 error csv-ragged-row"}))
      << got.err;
}

TEST(BatchLongTables, CodeWordsAndDeedsApart) {
  const std::string wide =
      batch("bloc,social_policy_mandate.discourse,social_policy_mandate.practice\na,full,absent\n").out;
  for (const char* rows : {"a,social_policy_mandate,full,discourse\na,social_policy_mandate,absent,practice\n",
                           "a,social_policy_mandate,absent,\na,social_policy_mandate,full,discourse\n",
                           "a,Social_Policy_Mandate,plena,Discourse\na,social_policy_mandate,ausente,\n"}) {
    EXPECT_TRUE(batch(std::string("bloc,indicator,value,register\n") + rows).out == wide) << rows;
  }
}

TEST(BatchLongTables, OfManyRowsArePlacedAsWideOnes) {
  std::string wide = kColumns, narrow = "bloc,from,to,indicator,value\n";
  const Cells words{"full", "0.67", "marginal..full", "?", "absent"};
  for (int i = 0; i < 3000; ++i) {
    const std::string period = "bloc " + std::to_string(i) + ",1990," + std::to_string(1990 + i % 7);
    const std::string& word = words[static_cast<std::size_t>(i) % words.size()];
    wide += period + ",yes," + word + "\n";
    narrow += period + ",state_led_process,yes\n" + period + ",free_trade_core," + word + "\n";
  }
  EXPECT_TRUE(batch(narrow).out == batch(wide).out);
}

}  // namespace
}  // namespace bloctype::blackbox
