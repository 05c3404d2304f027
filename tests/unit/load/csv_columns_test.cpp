// What the first row of a table makes of it: how it is written, its shape, and what each column is.
#include "load/csv_columns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tables.hpp"

namespace bloctype {
namespace {

using Lines = std::vector<std::string>;
using Role = CsvColumn::Role;

Lines told_of(std::string_view text, CsvChoices choices = {}) { return ReadTable(text, choices).told; }

TEST(CsvColumns, FindTheDelimiterInTheHeader) {
  struct Case {
    std::string header;
    char delimiter;
    char decimal_mark;
  };
  const std::vector<Case> cases = {
      {"bloc,from,trade", ',', '.'},      {"bloc;from;trade", ';', ','},
      {"bloc\tfrom\ttrade", '\t', ','},   {"bloc", ',', '.'},
      {"\"bloc\";\"trade\"", ';', ','},   {"BLOC;Trade", ';', ','},
      {"bloc;trade;a,b,c,d,e", ';', ','},  // names that are known go before many names
      {"bloc,trade,a;b;c;d;e", ',', '.'}, {"bloc,\"a;b;c\"", ',', '.'},
      {"bloc;indicator;value", ';', ','}, {"bloc\ttrade.practice\texpect.line", '\t', ','},
  };
  for (const Case& c : cases) {
    const ReadTable table(c.header + "\n");
    EXPECT_EQ(table.header.dialect.delimiter, c.delimiter) << c.header;
    EXPECT_EQ(table.header.decimal_mark, c.decimal_mark) << c.header;
    EXPECT_FALSE(table.refused) << c.header;
  }
}

TEST(CsvColumns, LeaveTheDelimiterToWhoeverGivesOne) {
  CsvChoices choices;
  choices.delimiter = ';';
  const ReadTable table("bloc;a,trade,speech\nx;y\n", choices);
  EXPECT_EQ(table.header.dialect.delimiter, ';');
  EXPECT_EQ(table.header.decimal_mark, ',');
  ASSERT_EQ(table.header.columns.size(), 2U);
  EXPECT_EQ(table.header.columns[1].name, "a,trade,speech");
  EXPECT_EQ(table.block.rows.at(0).cells, 2U);
}

TEST(CsvColumns, TellWideTablesFromLongOnes) {
  struct Case {
    std::string header;
    CsvShape shape;
  };
  const std::vector<Case> cases = {
      {"bloc,from,to,trade", CsvShape::kWide},   {"bloc", CsvShape::kWide},
      {"bloc,indicator", CsvShape::kWide},       {"bloc,value", CsvShape::kWide},
      {"bloc,indicator,value", CsvShape::kLong}, {"Value,INDICATOR,Bloc", CsvShape::kLong},
  };
  for (const Case& c : cases) EXPECT_EQ(ReadTable(c.header + "\n").header.shape, c.shape) << c.header;
}

TEST(CsvColumns, KnowTheColumnsOfAWideTableInAnyCaseAndOrder) {
  const ReadTable table("to, Bloc ,\"FROM\",hegemon,trade,Trade.Practice,TRADE.DISCOURSE,treaty,Expect.Line\n");
  EXPECT_EQ(table.told, Lines());
  const auto& columns = table.header.columns;
  const std::vector<Role> roles = {Role::kTo,   Role::kBloc, Role::kFrom, Role::kHegemon,    Role::kCode,
                                   Role::kCode, Role::kCode, Role::kCode, Role::kExpectation};
  ASSERT_EQ(columns.size(), roles.size());
  for (std::size_t i = 0; i < roles.size(); ++i) EXPECT_EQ(columns[i].role, roles[i]) << columns[i].name;
  EXPECT_EQ(columns[1].name, "Bloc");
  EXPECT_EQ(columns[4].reg, std::nullopt);
  EXPECT_EQ(columns[5].reg, Register::kPractice);
  EXPECT_EQ(columns[6].reg, Register::kDiscourse);
  for (const std::size_t i : {4, 5, 6}) EXPECT_EQ(columns[i].index, table.indicator("trade"));
  EXPECT_EQ(columns[7].index, table.indicator("treaty"));
  EXPECT_EQ(columns[8].index, 0U);
  EXPECT_TRUE(table.header.find(CsvColumn::Role::kExpectation).has_value());
  EXPECT_EQ(table.header.find(Role::kBloc), 1U);
  EXPECT_EQ(table.header.find(Role::kCoder), std::nullopt);
}

TEST(CsvColumns, KnowTheColumnsOfALongTable) {
  const ReadTable table("bloc,from,to,hegemon,indicator,value,register,coder,source,where,note\n");
  EXPECT_EQ(table.told, Lines());
  const std::vector<Role> roles = {Role::kBloc,      Role::kFrom,  Role::kTo,       Role::kHegemon,
                                   Role::kIndicator, Role::kValue, Role::kRegister, Role::kCoder,
                                   Role::kSource,    Role::kWhere, Role::kNote};
  for (std::size_t i = 0; i < roles.size(); ++i) EXPECT_EQ(table.header.columns[i].role, roles[i]);
  EXPECT_EQ(told_of("bloc,indicator,value,trade\n"), Lines{"t.csv:1:22: csv-unknown-column found=trade"});
}

TEST(CsvColumns, KeepTheHeaderAsItStands) {
  struct Case {
    std::string header;
    char line_end;
  };
  const std::vector<Case> cases = {
      {"bloc,trade\n", '\n'},
      {"bloc,trade\r\n", '\n'},
      {"bloc,trade\r", '\r'},
      {"\xEF\xBB\xBF"
       "bloc,trade\r\n",
       '\n'},
      {"\"bloc\",\"trade\"\n", '\n'},
  };
  for (const Case& c : cases) {
    const std::string end = c.line_end == '\r' ? "\r" : "\n";
    const ReadTable table(c.header + "x,full" + end + "y,absent" + end);
    EXPECT_EQ(table.told, Lines()) << c.header;
    EXPECT_EQ(table.header.raw, c.header);
    EXPECT_EQ(table.header.dialect.line_end, c.line_end) << c.header;
    ASSERT_EQ(table.header.columns.size(), 2U) << c.header;
    EXPECT_EQ(table.header.columns[0].role, Role::kBloc) << c.header;
    ASSERT_EQ(table.block.rows.size(), 2U) << c.header;
    EXPECT_EQ(table.block.raw_cell(table.block.rows[1], 0), "y") << c.header;
    EXPECT_EQ(table.block.first_row, 2U) << c.header;
  }
}

TEST(CsvColumns, MayBeAllThereIs) {
  for (const char* text : {"bloc,trade", "bloc,trade\n", "bloc,trade\r\n", "bloc,trade\r"}) {
    const ReadTable table(text);
    EXPECT_EQ(table.told, Lines()) << text;
    EXPECT_EQ(table.header.columns.size(), 2U) << text;
    EXPECT_TRUE(table.block.rows.empty()) << text;
  }
}

TEST(CsvColumns, MayHoldLineEndsInTheirNames) {
  const ReadTable table("bloc,\"trade\nin goods\",trade\nx,1,1\n");
  EXPECT_EQ(table.told, Lines{"t.csv:1:0: csv-unknown-column found=trade\nin goods"});
  EXPECT_EQ(table.block.first_row, 2U);
  EXPECT_EQ(table.block.first_line, 3U);
}

TEST(CsvColumns, AreReadFromAHeaderOfManyKilobytes) {
  std::string header = "bloc";
  for (int i = 0; i < 1000; ++i) header += ",note " + std::to_string(i);
  const ReadTable table(header + ",trade\nx\n");
  EXPECT_EQ(table.told.size(), 1000U);
  EXPECT_EQ(table.header.columns.back().role, Role::kCode);
}

TEST(CsvColumns, ReadAHeaderThatIsNotUtf8AsWindows1252) {
  const std::string text = "bloc,pa\xEDs,trade\nx,y,1\n";
  EXPECT_EQ(ReadTable(text).header.columns.at(1).name, "país");
  CsvChoices choices;
  choices.encoding = CsvEncoding::kWindows1252;
  EXPECT_EQ(ReadTable(text, choices).header.columns.at(1).name, "país");
  EXPECT_EQ(ReadTable("bloc,pa\xC3\xADs\n", choices).header.columns.at(1).name, "paÃ\u00ADs");
}

TEST(CsvColumns, RefuseAHeaderThatIsNotUtf8WhereOnlyThatIsAllowed) {
  CsvChoices choices;
  choices.encoding = CsvEncoding::kUtf8;
  const ReadTable table("bloc,pa\xEDs,trade\nx,y,1\n", choices);
  EXPECT_TRUE(table.refused);
  EXPECT_TRUE(std::any_of(table.told.begin(), table.told.end(), [](const std::string& line) {
    return line.find("invalid-utf8") != std::string::npos;
  })) << testing::PrintToString(table.told);
  EXPECT_FALSE(ReadTable("bloc,pa\xC3\xADs,trade\n", choices).refused);
}

TEST(CsvColumns, RefuseUtf16AndZeroBytes) {
  using namespace std::string_literals;
  for (const std::string& text : {"\xFF\xFE"
                                  "b\0l\0"s,
                                  "\xFE\xFF\0b\0l"s, "b\0l\0o\0c\0"s, "\0b\0l"s, "\xFF\xFE\0\0b\0\0\0"s}) {
    EXPECT_EQ(told_of(text), Lines{"t.csv:0:0: csv-utf16 file=t.csv"}) << testing::PrintToString(text);
  }
}

TEST(CsvColumns, RefuseAFileWithNothingInIt) {
  for (const char* text : {"", "\xEF\xBB\xBF", "\n", "\r\n", " \n"}) {
    const ReadTable table(text);
    EXPECT_TRUE(table.refused) << text;
    EXPECT_EQ(table.told, Lines{"t.csv:0:0: empty-file file=t.csv"}) << testing::PrintToString(text);
  }
}

TEST(CsvColumns, MayStandBehindBlankRows) {
  for (const char* text : {"\nbloc,trade\nx,1\n", ",\nbloc,trade\nx,1\n", "\r\nbloc,trade\r\nx,1\r\n",
                           "\xEF\xBB\xBF\nbloc,trade\nx,1\n", "\rbloc,trade\rx,1\r"}) {
    const ReadTable table(text);
    EXPECT_EQ(table.told, Lines()) << testing::PrintToString(text);
    ASSERT_EQ(table.header.columns.size(), 2U) << testing::PrintToString(text);
    EXPECT_EQ(table.block.first_row, 3U) << testing::PrintToString(text);
    EXPECT_EQ(table.block.first_line, 3U) << testing::PrintToString(text);
    ASSERT_EQ(table.block.rows.size(), 1U) << testing::PrintToString(text);
    EXPECT_EQ(table.block.raw_cell(table.block.rows[0], 0), "x") << testing::PrintToString(text);
  }
  EXPECT_EQ(told_of("\n\nbloc,trad,trade\n"), Lines{"t.csv:3:6: csv-unknown-column found=trad suggestion=trade"});
}

TEST(CsvColumns, AreToldWhereTheyAreWrong) {
  struct Case {
    std::string header;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"bloc,trade,Trade", {"t.csv:1:12: csv-duplicate-column found=Trade first=2"}},
      {"bloc,trade,trade,trade",
       {"t.csv:1:12: csv-duplicate-column found=trade first=2",
        "t.csv:1:18: csv-duplicate-column found=trade first=2"}},
      {"bloc,notes,notes,trade",
       {"t.csv:1:6: csv-unknown-column found=notes", "t.csv:1:12: csv-duplicate-column found=notes first=2"}},
      {"from,trade", {"t.csv:0:0: csv-missing-column found=bloc"}},
      {"blok,trade", {"t.csv:0:0: csv-missing-column found=bloc suggestion=blok"}},
      {"bloc,speech.practice,trade",
       {"t.csv:1:6: split-coding at_column=speech.practice indicator=speech subject=@subject.declared"}},
      {"bloc,funds.discourse",
       {"t.csv:1:6: split-coding at_column=funds.discourse indicator=funds subject=@subject.done"}},
      {"Ação,bloc,\"a\"b,trade", {"t.csv:1:14: csv-text-after-quote limit=256 count=1 character=b"}},
  };
  for (const Case& c : cases) {
    const ReadTable table(c.header + "\n");
    EXPECT_EQ(sorted(table.told), sorted(c.told)) << c.header;
    EXPECT_TRUE(table.refused) << c.header;
  }
}

TEST(CsvColumns, AreLeftOutWithAWarningWhereTheyAreNotKnown) {
  struct Case {
    std::string header;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"bloc,,trade", {"t.csv:1:6: csv-empty-column column=2"}},
      {"bloc,,\"\", ,trade",
       {"t.csv:1:6: csv-empty-column column=2", "t.csv:1:7: csv-empty-column column=3",
        "t.csv:1:10: csv-empty-column column=4"}},
      {"bloc,trad,trade", {"t.csv:1:6: csv-unknown-column found=trad suggestion=trade"}},
      {"bloc,trade.practise,trade", {"t.csv:1:6: csv-unknown-column found=trade.practise suggestion=trade.practice"}},
      {"bloc,expect.lime,trade", {"t.csv:1:6: csv-unknown-column found=expect.lime suggestion=expect.line"}},
      {"bloc,Área,members,trade",
       {"t.csv:1:6: csv-unknown-column found=Área", "t.csv:1:11: csv-unknown-column found=members"}},
      {"bloc,.practice,trade", {"t.csv:1:6: csv-unknown-column found=.practice"}},
  };
  CsvChoices strict;
  strict.strict = true;
  for (const Case& c : cases) {
    const ReadTable table(c.header + "\n");
    EXPECT_EQ(table.told, c.told) << c.header;
    EXPECT_FALSE(table.refused) << c.header;
    for (const CsvColumn& column : table.header.columns) {
      const bool is_read = column.name == "bloc" || column.name == "trade";
      EXPECT_EQ(column.role == Role::kIgnored, !is_read) << c.header << ": " << column.name;
    }
    EXPECT_TRUE(ReadTable(c.header + "\n", strict).refused) << c.header;
  }
}

TEST(CsvColumns, AreAtMostFiveThousand) {
  std::string header = "bloc";
  for (int i = 1; i < 5000; ++i) header += ",n" + std::to_string(i);
  EXPECT_FALSE(ReadTable(header + "\n").refused);
  EXPECT_EQ(told_of(header + ",trade\n"), Lines{"t.csv:0:0: csv-too-many-columns count=5001 limit=5000"});
}

TEST(CsvColumns, AreNotReadFromAHeaderWhoseQuotationMarksAreNotInOrder) {
  struct Case {
    std::string text;
    std::string code;
    std::string place;
  };
  const std::vector<Case> cases = {
      {"bloc,\"trade\nx,1\ny,2\n", "csv-unclosed-quote", "t.csv:1:6: "},
      {"bloc,tra\"de\nx,1\n", "csv-stray-quote", "t.csv:1:9: "},
      {"bloc,\"tra\"de\nx,1\n", "csv-text-after-quote", "t.csv:1:11: "},
      {"bloc,tra\x1B"
       "de\nx,1\n",
       "control-character", "t.csv:1:9: "},
  };
  for (const Case& c : cases) {
    const ReadTable table(c.text);
    EXPECT_TRUE(table.refused) << c.text;
    EXPECT_TRUE(std::any_of(table.told.begin(), table.told.end(),
                            [&](const std::string& line) { return line.rfind(c.place + c.code, 0) == 0; }))
        << c.text << testing::PrintToString(table.told);
  }
}

}  // namespace
}  // namespace bloctype
