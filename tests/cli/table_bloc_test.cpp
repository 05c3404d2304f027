// `classify` of one bloc of a table: found, explained, and told apart from the others.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;
using nlohmann::json;

const std::string kWide =
    "bloc,from,to,hegemon,state_led_process,free_trade_core\n"
    "a,1990,1999,US,yes,full\n"
    "a,2000,2009,CN,yes,marginal\n"
    "b,,,,no,0.25\n"
    "c,,,,yes,fulll\n";

class TableBloc : public testing::Test {
 protected:
  TableBloc() {
    write_text(folder_ / "wide.csv", kWide);
    write_text(folder_ / "long.csv",
               "bloc,from,to,indicator,value,register,coder,source,where,note\n"
               "a,1990,1999,free_trade_core,full,,João,treaty,art. 2,as agreed\n"
               "a,1990,1999,free_trade_core,marginal,practice,luis,report,,\n");
  }
  Outcome classify(Arguments arguments) const {
    arguments.insert(arguments.begin(), "classify");
    return run({.arguments = std::move(arguments), .folder = folder_.path()});
  }

  ScratchFolder folder_;
};

TEST_F(TableBloc, HasItsRowsAsPeriods) {
  const json whole = json::parse(classify({"wide.csv", "--bloc", "A", "--format", "json"}).out);
  const json& periods = whole["blocs"][0]["periods"];
  ASSERT_EQ(periods.size(), 2U);
  EXPECT_EQ(periods[0]["period"], "1990-1999");
  EXPECT_EQ(periods[1]["from"], 2000);
}

TEST_F(TableBloc, IsExplainedInTheYearAskedForWithItsOwnHegemon) {
  const Outcome got = classify({"wide.csv", "--bloc", "a", "--at", "1995"});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_NE(got.out.find("a, 1990-1999"), std::string::npos) << got.out;
  EXPECT_EQ(got.out.find("2000-2009"), std::string::npos) << got.out;
  EXPECT_NE(got.out.find("hegemon: US"), std::string::npos) << got.out;
}

TEST_F(TableBloc, NamesTheCellsOfItsFacts) {
  EXPECT_NE(classify({"wide.csv", "--bloc", "b", "--format", "json"}).out.find("wide.csv:4"), std::string::npos);
}

TEST_F(TableBloc, OfALongTableShowsWhoCodedWhatAndWhere) {
  const json whole = json::parse(classify({"long.csv", "--bloc", "a", "--format", "json"}).out);
  const std::string text = whole.dump();
  for (const char* said : {"João", "luis", "treaty", "art. 2", "as agreed"}) {
    EXPECT_NE(text.find(said), std::string::npos) << said;
  }
}

TEST_F(TableBloc, TakesOneCoderWhoMayBeNamedWithoutAccents) {
  const json all = json::parse(classify({"long.csv", "--bloc", "a", "--format", "json"}).out);
  const json one = json::parse(classify({"long.csv", "--bloc", "a", "--coder", "joao", "--format", "json"}).out);
  const auto strategic = [](const json& whole) {
    return whole["blocs"][0]["periods"][0]["axes"][0]["practice"]["memberships"]["strategic"];
  };
  EXPECT_EQ(strategic(one)["high"], 1);
  EXPECT_LT(strategic(all)["low"].get<double>() + strategic(all)["high"].get<double>(), 2);
  const Outcome nobody = classify({"long.csv", "--bloc", "a", "--coder", "zoe"});
  EXPECT_EQ(nobody.code, 2);
  EXPECT_NE(nobody.err.find("João and luis"), std::string::npos) << nobody.err;
}

TEST_F(TableBloc, ThatIsNotThereOrNotNamedIsToldWithThoseThatAre) {
  const Outcome misspelt = classify({"wide.csv", "--bloc", "bb"});
  EXPECT_EQ(misspelt.code, 2);
  EXPECT_NE(misspelt.err.find("did you mean `b`?"), std::string::npos) << misspelt.err;
  const Outcome unnamed = classify({"wide.csv"});
  EXPECT_EQ(unnamed.code, 2);
  EXPECT_NE(unnamed.err.find("name it with --bloc"), std::string::npos) << unnamed.err;
  EXPECT_NE(unnamed.err.find("a, b and c"), std::string::npos) << unnamed.err;
}

TEST_F(TableBloc, WhoseOnlyRowIsBadIsToldWhy) {
  const Outcome got = classify({"wide.csv", "--bloc", "c"});
  EXPECT_EQ(got.code, 2);
  EXPECT_TRUE(got.out.empty());
  EXPECT_NE(got.err.find("error: row 5, free_trade_core: `fulll`"), std::string::npos) << got.err;
}

TEST_F(TableBloc, IsReadAsBatchReadsIt) {
  write_text(folder_ / "odd.csv", "bloc;free_trade_core\nUni\xF3n;0,67\n");
  const Outcome got = classify({"odd.csv", "--bloc", "union", "--delimiter", ";", "--encoding", "windows-1252"});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_NE(got.out.find("Unión"), std::string::npos) << got.out;
  const Outcome comma = classify({"odd.csv", "--bloc", "union", "--delimiter", ","});
  EXPECT_EQ(comma.code, 2);
}

TEST_F(TableBloc, CannotBeAskedOfADescription) {
  for (const char* option : {"--bloc", "--coder"}) {
    const Outcome got = classify({"mercosur", option, "a"});
    EXPECT_EQ(got.code, 2);
    EXPECT_NE(got.err.find("`mercosur`"), std::string::npos) << got.err;
  }
}

}  // namespace
}  // namespace bloctype::blackbox
