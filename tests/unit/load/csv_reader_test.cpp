// Where rows and cells end, and what keeps a row from being read; that blocks of any size give the same rows.
#include "load/csv_reader.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "tables.hpp"

namespace bloctype {
namespace {

namespace fs = std::filesystem;

using Rows = std::vector<std::vector<std::string>>;

constexpr CsvDialect kReturns = {',', '\r'};

Rows cells_of(const std::vector<ReadRow>& rows) {
  Rows cells;
  for (const ReadRow& row : rows) cells.push_back(row.cells);
  return cells;
}

std::string text_of(const std::vector<ReadRow>& rows) {
  std::string text;
  for (const ReadRow& row : rows) text += row.raw;
  return text;
}

TEST(CsvReader, PartsRowsAndCells) {
  struct Case {
    std::string text;
    Rows rows;
    CsvDialect dialect = {};
  };
  const std::vector<Case> cases = {
      {"", {}},
      {"a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}},
      {"a\n", {{"a"}}},
      {"\n", {{""}}},
      {"\n\na\n", {{""}, {""}, {"a"}}},
      {",\n", {{"", ""}}},
      {",a,\n", {{"", "a", ""}}},
      {" a , b\t\n", {{" a ", " b\t"}}},
      {"a;b,c\n", {{"a;b", "c"}}},
      {"a;b,c\n", {{"a", "b,c"}}, {';', '\n'}},
      {"a\tb,c\n", {{"a", "b,c"}}, {'\t', '\n'}},
      {"a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
      {"\r\na,\r\n", {{""}, {"a", ""}}},
      {"a,b\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
      {"a,b\rc,d\r", {{"a", "b"}, {"c", "d"}}, kReturns},
      {"a,\"b\nc\"\rd\r", {{"a", "b\nc"}, {"d"}}, kReturns},
      {"São Paulo,\xE7\n", {{"São Paulo", "\xE7"}}},
  };
  for (const Case& c : cases) EXPECT_EQ(cells_of(rows_of(c.text, c.dialect)), c.rows) << c.text;
}

TEST(CsvReader, UndoesQuotationMarks) {
  struct Case {
    std::string text;
    Rows rows;
  };
  const std::vector<Case> cases = {
      {"\"a\",\"b\"\n", {{"a", "b"}}},
      {"\"a,b\",c\n", {{"a,b", "c"}}},
      {"\"\",\"\"\n", {{"", ""}}},
      {"\"\"\"\"\n", {{"\""}}},
      {"\"\"\"a\"\"\",b\n", {{"\"a\"", "b"}}},
      {"\"a \"\"b\"\" c\"\n", {{"a \"b\" c"}}},
      {"\"a\"\",\"\"b\"\n", {{"a\",\"b"}}},
      {"\"a\nb\",c\nd\n", {{"a\nb", "c"}, {"d"}}},
      {"\"a\r\nb\"\r\nc\r\n", {{"a\r\nb"}, {"c"}}},
      {"\"a\rb\"\n", {{"a\rb"}}},
      {"\"a\tb\"\n", {{"a\tb"}}},
      {"\" a \"\n", {{" a "}}},
      {"a,\"b\"\r\n\"c\",d\r\n", {{"a", "b"}, {"c", "d"}}},
  };
  for (const Case& c : cases) {
    const auto rows = rows_of(c.text);
    EXPECT_EQ(cells_of(rows), c.rows) << c.text;
    for (const ReadRow& row : rows) EXPECT_EQ(row.fault, CsvFault::kNone) << c.text;
  }
}

TEST(CsvReader, TellsWhatKeepsARowFromBeingReadAndGoesOnBehindIt) {
  struct Case {
    std::string row;
    CsvFault fault;
    std::size_t at;
    CsvDialect dialect = {};
  };
  const std::vector<Case> cases = {
      {"a\"b,c", CsvFault::kStrayQuote, 1},
      {"c,the \"b\"", CsvFault::kStrayQuote, 6},
      {" \"a\"", CsvFault::kStrayQuote, 1},
      {"\"a\"b,c", CsvFault::kTextAfterQuote, 3},
      {"c,\"a\" ", CsvFault::kTextAfterQuote, 5},
      {"\"\"a", CsvFault::kTextAfterQuote, 2},
      {"\"the \"open\" bloc\",c", CsvFault::kTextAfterQuote, 6},
      {std::string("a\0b", 3), CsvFault::kControlCharacter, 1},
      {"a,b\x1B", CsvFault::kControlCharacter, 3},
      {"\"a\x1F\",b", CsvFault::kControlCharacter, 2},
      {"\"a\n\x01\",b", CsvFault::kControlCharacter, 3},
      {"a\vb", CsvFault::kControlCharacter, 1},
      {"a\rb,c", CsvFault::kControlCharacter, 1},
      {"\ra", CsvFault::kControlCharacter, 0},
      {"a,b\nc", CsvFault::kControlCharacter, 3, kReturns},
      {"a\x01,b\"c", CsvFault::kControlCharacter, 1},
      {"a\"b,c\x01", CsvFault::kStrayQuote, 1},
      {"\"a\"b,c\x01", CsvFault::kTextAfterQuote, 3},
  };
  for (const Case& c : cases) {
    const std::string end(1, c.dialect.line_end);
    const auto rows = rows_of("x,y" + end + c.row + end + "\"z\"" + end, c.dialect);
    ASSERT_EQ(rows.size(), 3U) << c.row;
    EXPECT_EQ(rows[1].fault, c.fault) << c.row;
    EXPECT_EQ(rows[1].fault_at, c.at) << c.row;
    EXPECT_EQ(rows[1].raw, c.row + end);
    for (const std::size_t sound : {0, 2}) EXPECT_EQ(rows[sound].fault, CsvFault::kNone) << c.row;
    EXPECT_EQ(rows[2].cells, std::vector<std::string>{"z"}) << c.row;
  }
}

TEST(CsvReader, TellsACellThatIsNeverClosedBeforeWhateverElseIsWrongWithItsRow) {
  struct Case {
    std::string row;
    std::size_t at;
  };
  const std::vector<Case> cases = {
      {"\"", 0}, {"a,\"b", 2}, {"a,\"b\nc,d\n", 2}, {"a,\"b\"\"", 2}, {"a\"b,\"c\n", 4}, {"\"a\"b,\"c\n", 5},
  };
  for (const Case& c : cases) {
    const auto rows = rows_of("x,y\n" + c.row);
    ASSERT_EQ(rows.size(), 2U) << c.row;
    EXPECT_EQ(rows[0].fault, CsvFault::kNone) << c.row;
    EXPECT_EQ(rows[1].fault, CsvFault::kUnclosedQuote) << c.row;
    EXPECT_EQ(rows[1].fault_at, c.at) << c.row;
    EXPECT_EQ(rows[1].raw, c.row);
    EXPECT_FALSE(rows[1].has_line_end) << c.row;
  }
}

TEST(CsvReader, TellsALastRowWithoutALineEnd) {
  struct Case {
    std::string text;
    Rows rows;
    bool has_line_end;
    CsvDialect dialect = {};
  };
  const std::vector<Case> cases = {
      {"a\nb,c", {{"a"}, {"b", "c"}}, false},    {"a\nb,c\n", {{"a"}, {"b", "c"}}, true},
      {"a\nb,", {{"a"}, {"b", ""}}, false},      {"a\n\"b\"", {{"a"}, {"b"}}, false},
      {"a\n\"b\"\r\n", {{"a"}, {"b"}}, true},    {"a\r\nb\r", {{"a"}, {"b"}}, false},
      {"a\rb", {{"a"}, {"b"}}, false, kReturns}, {"a\rb\r", {{"a"}, {"b"}}, true, kReturns},
  };
  for (const Case& c : cases) {
    const auto rows = rows_of(c.text, c.dialect);
    EXPECT_EQ(cells_of(rows), c.rows) << c.text;
    EXPECT_TRUE(rows.front().has_line_end) << c.text;
    EXPECT_EQ(rows.back().has_line_end, c.has_line_end) << c.text;
    EXPECT_EQ(rows.back().fault, CsvFault::kNone) << c.text;
  }
}

TEST(CsvReader, CountsRowsAndLinesApartWhereCellsHoldLineEnds) {
  const auto rows = rows_of("a\n\"b\n\nb\",\"c\r\nc\"\nd\n\"e\n");
  const std::vector<std::pair<std::size_t, std::size_t>> places = {{1, 1}, {2, 2}, {3, 6}, {4, 7}};
  ASSERT_EQ(rows.size(), places.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].number, places[i].first);
    EXPECT_EQ(rows[i].line, places[i].second);
  }
}

TEST(CsvReader, ReadsRowsThatAreLongerThanABlock) {
  const std::string cell(1000, 'a');
  const TextFile file("x\n" + cell + "," + cell + "\ny\n");
  EXPECT_EQ(cells_of(rows_of(file, {}, 16)), (Rows{{"x"}, {cell, cell}, {"y"}}));
}

TEST(CsvReader, SetsALimitToCells) {
  const std::string longest(kLongestCell, 'a');
  const auto rows = rows_of("x," + longest + "\ny," + longest + "a,z\nz\n");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].fault, CsvFault::kNone);
  EXPECT_EQ(rows[1].fault, CsvFault::kCellTooLong);
  EXPECT_EQ(rows[1].fault_at, 2U);
  EXPECT_EQ(rows[2].fault, CsvFault::kNone);
}

/// A row of `size` bytes, its line end included, in cells that are not too long.
std::string row_of(std::size_t size) {
  std::string row;
  while (row.size() < size) row += std::string(999, 'a') + ",";
  row.resize(size - 1);
  return row + "\n";
}

TEST(CsvReader, StopsAtARowThatNeverEnds) {
  const TextFile file("x\n\"a\"," + std::string(3 * kLongestRow, 'b'));
  const auto source = file.open();
  CsvReader reader(*source);
  CsvBlock block;
  ASSERT_TRUE(reader.read(block));
  EXPECT_EQ(block.rows.size(), 1U);
  ASSERT_TRUE(reader.read(block));
  ASSERT_EQ(block.rows.size(), 1U);
  EXPECT_EQ(block.first_row, 2U);
  EXPECT_EQ(block.rows[0].fault, CsvFault::kRowTooLong);
  EXPECT_EQ(block.rows[0].fault_at, 4U);
  EXPECT_FALSE(reader.read(block));
  EXPECT_LT(reader.bytes_read(), 3 * kLongestRow);
}

TEST(CsvReader, ReadsARowOfTheLongestLength) {
  const auto rows = rows_of("x\n" + row_of(kLongestRow) + "y\n");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].fault, CsvFault::kNone);
  EXPECT_EQ(rows[2].cells, std::vector<std::string>{"y"});
}

TEST(CsvReader, SetsTheSameLimitToRowsWhateverTheBlocks) {
  const TextFile file("x\n" + row_of(kLongestRow + 2) + "y\n");
  for (const std::size_t bytes : {std::size_t{1}, CsvReader::kUsualBytes, std::size_t{3'000'000}}) {
    const auto rows = rows_of(file, {}, bytes);
    ASSERT_EQ(rows.size(), 2U) << bytes;
    EXPECT_EQ(rows[0].fault, CsvFault::kNone) << bytes;
    EXPECT_EQ(rows[1].fault, CsvFault::kRowTooLong) << bytes;
  }
}

/// What random texts are made of: mostly short cells, and every byte that means something.
std::string random_text(std::mt19937& random) {
  const std::vector<std::string> parts = {"a",    "bc", ",",       ",",    ",",   "\n",   "\n",       "\r\n",
                                          "\r",   "\"", "\"",      "\"\"", "\t",  "\x01", "\xC3\xA9", " ",
                                          "\xE9", ";",  "\"x\n\"", "\n\"", "\",", "0.33"};
  std::string text;
  const std::size_t count = random() % 60;
  for (std::size_t i = 0; i < count; ++i) text += parts[random() % parts.size()];
  return text;
}

TEST(CsvReader, GivesTheSameRowsForBlocksOfEverySize) {
  std::mt19937 random(1);
  for (int i = 0; i < 150; ++i) {
    const std::string text = random_text(random);
    const TextFile file(text);
    for (const CsvDialect dialect : {CsvDialect{}, CsvDialect{';', '\n'}, kReturns}) {
      const auto whole = rows_of(file, dialect);
      ASSERT_EQ(text_of(whole), text);
      std::vector<ReadRow> scanned;
      append_rows(scan_csv(text, dialect), scanned);
      ASSERT_EQ(scanned, whole) << testing::PrintToString(text);
      for (std::size_t bytes = 1; bytes <= 64; ++bytes) {
        ASSERT_EQ(rows_of(file, dialect, bytes), whole) << bytes << " " << testing::PrintToString(text);
      }
    }
  }
}

/// RFC 4180 a letter at a time, for texts without faults. Line ends are LF or CR LF.
Rows naive_rows(const std::string& text) {
  Rows rows;
  std::vector<std::string> row;
  std::string cell;
  bool in_quotes = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      if (in_quotes && i + 1 < text.size() && text[i + 1] == '"') {
        cell += text[++i];
      } else {
        in_quotes = !in_quotes;
      }
    } else if (in_quotes || (c != ',' && c != '\n' && c != '\r')) {
      cell += c;
    } else if (c != '\r') {
      row.push_back(std::move(cell));
      cell.clear();
      if (c == '\n') rows.push_back(std::exchange(row, {}));
    }
  }
  if (text.empty() || text.back() == '\n') return rows;
  row.push_back(std::move(cell));
  rows.push_back(std::move(row));
  return rows;
}

TEST(CsvReader, AgreesWithAnotherReaderOnSoundTexts) {
  std::mt19937 random(2);
  const std::vector<std::string> cells = {"",      "a",        "0.33",     "São Paulo",      "\"\"",
                                          "\"a\"", "\",\"",    "\"a\nb\"", "\"a\"\"b\"",     "\"\"\"\"",
                                          " b ",   "\"\r\n\"", "\"full\"", "marginal..full", std::string(70, 'x')};
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    const std::size_t count = 1 + random() % 40;
    for (std::size_t k = 0; k < count; ++k) {
      text += cells[random() % cells.size()] + std::vector<std::string>{",", ",", ",", "\n", "\r\n"}[random() % 5];
    }
    std::vector<ReadRow> rows;
    append_rows(scan_csv(text, {}), rows);
    ASSERT_EQ(cells_of(rows), naive_rows(text)) << testing::PrintToString(text);
    for (const ReadRow& row : rows) ASSERT_EQ(row.fault, CsvFault::kNone) << testing::PrintToString(text);
  }
}

TEST(CsvReader, TellsWhetherABlockHoldsOtherThanAscii) {
  EXPECT_FALSE(scan_csv("Sao Paulo\x7F\n", {}).has_non_ascii);
  EXPECT_TRUE(scan_csv("S\xE3o Paulo\n", {}).has_non_ascii);
  EXPECT_TRUE(scan_csv(std::string(63, 'a') + "\x80", {}).has_non_ascii);
}

TEST(CsvReader, ShowsTheFrontOfTheInputWithoutTakingIt) {
  const std::string text = "a,b\n\"c\nd\"\ne\n";
  const TextFile file(text);
  const auto source = file.open();
  CsvReader reader(*source);
  EXPECT_EQ(reader.peeked(), "");
  EXPECT_TRUE(reader.peek_more());
  EXPECT_EQ(reader.peeked(), text);
  EXPECT_FALSE(reader.peek_more());
  EXPECT_FALSE(reader.peek_more());
  EXPECT_EQ(reader.peeked(), text);
  reader.skip(10, 2, 3);
  CsvBlock block;
  ASSERT_TRUE(reader.read(block));
  EXPECT_EQ(block.first_row, 3U);
  EXPECT_EQ(block.first_line, 4U);
  ASSERT_EQ(block.rows.size(), 1U);
  EXPECT_EQ(block.raw(block.rows[0]), "e\n");
  EXPECT_EQ(reader.bytes_read(), text.size());
  EXPECT_EQ(reader.source_size(), text.size());
  EXPECT_FALSE(reader.read(block));
}

TEST(CsvReader, GivesAllRowsHoweverMuchOfThemWasPeekedAt) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += std::to_string(i) + ",x\n";
  const TextFile file(text);
  for (int peeks = 0; peeks < 14; ++peeks) {
    const auto source = file.open();
    CsvReader reader(*source);
    for (int i = 0; i < peeks; ++i) reader.peek_more();
    EXPECT_TRUE(text.starts_with(reader.peeked()));
    CsvBlock block;
    std::vector<ReadRow> rows;
    while (reader.read(block)) append_rows(block, rows);
    EXPECT_EQ(rows.size(), 20'000U) << peeks;
    EXPECT_EQ(text_of(rows), text) << peeks;
    EXPECT_EQ(reader.bytes_read(), text.size()) << peeks;
  }
}

TEST(CsvReader, LeavesNoRowOfAnEarlierBlockInOneThatIsUsedAgain) {
  const TextFile file("a,b,c\nd\n");
  const auto source = file.open();
  CsvReader reader(*source);
  CsvBlock block;
  ASSERT_TRUE(reader.read(block, 6));
  EXPECT_EQ(block.rows.size(), 1U);
  ASSERT_TRUE(reader.read(block, 6));
  ASSERT_EQ(block.rows.size(), 1U);
  EXPECT_EQ(block.rows[0].cells, 1U);
  EXPECT_FALSE(reader.read(block, 6));
  EXPECT_TRUE(block.rows.empty());
}

/// A public suite for readers of CSV. Its fixture location_coordinates, which contradicts itself, is left out; Debian
/// does not ship it.
TEST(CsvReader, ReadsTheFilesOfCsvSpectrum) {
  const fs::path folder = "/usr/share/nodejs/csv-spectrum";
  ASSERT_TRUE(fs::is_directory(folder / "csvs")) << "install the Debian package node-csv-spectrum";
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(folder / "csvs")) {
    const std::string name = entry.path().stem().string();
    if (name == "location_coordinates") continue;
    ++count;
    const Rows rows = cells_of(rows_of(blackbox::read_text(entry.path())));
    ASSERT_FALSE(rows.empty()) << name;
    nlohmann::json read = nlohmann::json::array();
    for (std::size_t i = 1; i < rows.size(); ++i) {
      ASSERT_EQ(rows[i].size(), rows[0].size()) << name;
      nlohmann::json& row = read.emplace_back();
      for (std::size_t c = 0; c < rows[i].size(); ++c) row[rows[0][c]] = rows[i][c];
    }
    EXPECT_EQ(read, nlohmann::json::parse(blackbox::read_text(folder / "json" / (name + ".json")))) << name;
  }
  EXPECT_GE(count, 11U);
}

}  // namespace
}  // namespace bloctype
