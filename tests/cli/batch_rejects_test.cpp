// --rejects FILE: the rows that were set aside, as they stood, under the header as it stood, ready to be mended and fed
// again.
#include <gtest/gtest.h>

#include "tests/cli/placed_table.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

class BatchRejects : public testing::Test {
 protected:
  /// `batch` on the file blocs.csv, in the folder.
  Outcome place(const std::string& table, Arguments options) const {
    write_text(folder_ / "blocs.csv", table);
    options.insert(options.begin(), {"batch", "blocs.csv", "--error-format", "short"});
    return run({.arguments = options, .folder = folder_.path()});
  }
  std::string rejects() const { return read_text(folder_ / "bad.csv"); }

  ScratchFolder folder_;
};

void replace(std::string& text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
}

TEST_F(BatchRejects, AreTheBytesOfTheFile) {
  const std::string header =
      "\xEF\xBB\xBF"
      "bloc;from; to ;\"free_trade_core\"\r\n";
  const std::string bad[] = {"Uni\xF3n;1990;1991;fulll\r\n", "\"a\r\n\"\"b\"\"\";x;;0,5\n", "c\x1b;;;1\r\n", "d;;\r\n",
                             "\xE2\x80\xAE;;;1\r\n",         "e;1991;\"1990\";unknwon"};
  std::string table = header + "good;1990;1991;0,5\r\n";
  for (const std::string& row : bad) table += row + (row == bad[5] ? "" : ";;;\r\n" + std::string("good;;;1\n"));
  std::string expected = header;
  for (const std::string& row : bad) expected += row;
  for (const char* jobs : {"1", "3"}) {
    const Outcome got = place(table, {"--rejects", "bad.csv", "--jobs", jobs});
    EXPECT_EQ(got.code, 1);
    EXPECT_EQ(counts_of(got.err), (RowCounts{17, 6, 6, 5})) << got.err;
    EXPECT_TRUE(rejects() == expected) << rejects();
    EXPECT_NE(got.err.find("bad.csv"), std::string::npos) << "it is not said where they are";
  }
}

TEST_F(BatchRejects, ArePlacedOnceMended) {
  place("\xEF\xBB\xBF" + kColumns + "a,,,yes,fulll\r\nb,,,yes,1\r\nUni\xF3n,,,yes\r\n", {"--rejects", "bad.csv"});
  std::string mended = rejects();
  replace(mended, "fulll", "full");
  replace(mended, "yes\r\n", "yes,1\r\n");
  const Outcome got = place(mended, {"--rejects", "bad.csv"});
  EXPECT_EQ(got.code, 0);
  EXPECT_EQ(PlacedTable(got.out).column("bloc"), (Cells{"a", "Unión"}));
  EXPECT_EQ(rejects(), "\xEF\xBB\xBF" + kColumns) << "nothing was set aside, but for the header";
}

TEST_F(BatchRejects, OfALongTableAreMendedAlike) {
  const std::string header = "bloc,indicator,value,coder\n";
  const Outcome got = place(header + "a,free_trade_core,1,ana\na,free_trade_cor,1,bea\nb,free_trade_core,2,ana\n",
                            {"--rejects", "bad.csv"});
  EXPECT_EQ(got.code, 1);
  EXPECT_EQ(counts_of(got.err), (RowCounts{3, 1, 2, 0}));
  EXPECT_EQ(rejects(), header + "a,free_trade_cor,1,bea\nb,free_trade_core,2,ana\n");
}

TEST_F(BatchRejects, AreAllToldAndWithoutTheFileAHundred) {
  std::string table = kColumns;
  for (int i = 0; i < 130; ++i) table += "a,,,yes,fulll\n";
  const Outcome without = place(table, {});
  EXPECT_EQ(messages_of(without.err).size(), 100U);
  EXPECT_NE(without.err.find("and 30 more\n"), std::string::npos) << without.err;
  EXPECT_NE(without.err.find("--rejects"), std::string::npos) << "it is not said how to keep them";
  const Outcome with = place(table, {"--rejects", "bad.csv"});
  EXPECT_EQ(messages_of(with.err).size(), 130U);
  EXPECT_EQ(with.err.find(" more\n"), std::string::npos);
  for (const Outcome* got : {&without, &with}) {
    EXPECT_EQ(got->code, 1);
    EXPECT_EQ(counts_of(got->err), (RowCounts{130, 0, 130, 0}));
  }
}

TEST_F(BatchRejects, CannotGoWhereTheTableComesFrom) {
  const std::string table = kColumns + "a,,,yes,fulll\n";
  std::filesystem::create_symlink("blocs.csv", folder_ / "link.csv");
  for (const char* name : {"blocs.csv", "./blocs.csv", "link.csv"}) {
    const Outcome got = place(table, {"--rejects", name});
    EXPECT_EQ(got.code, 2);
    EXPECT_EQ(got.out, "");
    EXPECT_NE(got.err.find("[output-is-input]"), std::string::npos) << got.err;
  }
  const Outcome got = run({.arguments = {"batch", "-", "--rejects", "blocs.csv"},
                           .input_file = folder_ / "blocs.csv",
                           .folder = folder_.path()});
  EXPECT_EQ(got.code, 2);
  EXPECT_EQ(read_text(folder_ / "blocs.csv"), table);
}

TEST_F(BatchRejects, CannotGoWhereTheResultGoes) {
  write_text(folder_ / "old.csv", "what stood here before\n");
  std::filesystem::create_symlink("old.csv", folder_ / "link.csv");
  std::filesystem::create_symlink("new.csv", folder_ / "link-to-new.csv");
  const std::string table = kColumns + "a,,,yes,1\nb,,,yes,fulll\n";
  for (const auto& [output, rejects] : {std::pair("old.csv", "old.csv"),
                                        {"old.csv", "./old.csv"},
                                        {"link.csv", "old.csv"},
                                        {"new.csv", "new.csv"},
                                        {"link-to-new.csv", "new.csv"},
                                        {"new.csv", "link-to-new.csv"},
                                        {"new.csv", "./new.csv"},
                                        {"-", "-"},
                                        {"-", "/dev/stdout"}}) {
    const Outcome got = place(table, {"-o", output, "--rejects", rejects});
    EXPECT_EQ(got.code, 2) << output << " and " << rejects;
    EXPECT_EQ(got.out, "");
    EXPECT_EQ(read_text(folder_ / "old.csv"), "what stood here before\n");
    EXPECT_FALSE(std::filesystem::exists(folder_ / "new.csv"));
    std::filesystem::remove(folder_ / "new.csv");
    write_text(folder_ / "old.csv", "what stood here before\n");
  }
}

TEST_F(BatchRejects, StayAsTheyWereWhereTheResultCannotBeWritten) {
  write_text(folder_ / "bad.csv", "what stood here before\n");
  const Outcome got = place(kColumns + "a,,,yes,fulll\nb,,,yes,1\n", {"-o", "/dev/full", "--rejects", "bad.csv"});
  EXPECT_EQ(got.code, 2);
  EXPECT_EQ(rejects(), "what stood here before\n");
  EXPECT_EQ(folder_.size(), 2U) << "a temporary was left";
}

TEST_F(BatchRejects, ThatCannotBeWrittenAreTold) {
  for (const char* name : {"/dev/full", "nowhere/bad.csv", "."}) {
    const Outcome got = place(kColumns + "a,,,yes,fulll\nb,,,yes,1\n", {"--rejects", name});
    EXPECT_EQ(got.code, 2) << name;
    EXPECT_NE(got.err.find("[output-failed]"), std::string::npos) << got.err;
    EXPECT_NE(got.err.find(name), std::string::npos) << got.err;
  }
}

}  // namespace
}  // namespace bloctype::blackbox
