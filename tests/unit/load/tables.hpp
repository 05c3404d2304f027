// What the tests of tables arrange with: a text as a source of bytes, its rows with all that is known of them, and a
// table against a small rulebook.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "builders.hpp"
#include "core/byte_source.hpp"
#include "core/number.hpp"
#include "load/csv_columns.hpp"
#include "load/csv_reader.hpp"
#include "model/vocabulary.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype {

/// told(), without the choice among the sentences of a code's help.
inline std::vector<std::string> told_plainly(std::vector<Diagnostic> diagnostics) {
  for (Diagnostic& d : diagnostics) {
    std::erase_if(d.details, [](const auto& detail) { return detail.first == "help"; });
  }
  return told(diagnostics);
}

/// A text in a file of its own, which can be read as often as wanted.
class TextFile {
 public:
  explicit TextFile(std::string_view text) { blackbox::write_text(path(), text); }

  std::unique_ptr<ByteSource> open() const {
    auto source = ByteSource::open(path().string());
    EXPECT_EQ(told(source.diagnostics), std::vector<std::string>());
    return std::move(source.value).value();
  }

 private:
  std::filesystem::path path() const { return folder_ / "table.csv"; }

  blackbox::ScratchFolder folder_;
};

/// A row with its cells, out of its block.
struct ReadRow {
  std::vector<std::string> cells;  ///< without quotation marks
  std::string raw;
  std::size_t number = 0;
  std::size_t line = 0;
  CsvFault fault = CsvFault::kNone;
  std::size_t fault_at = 0;  ///< into `raw`; 0 without a fault
  bool has_line_end = true;

  bool operator==(const ReadRow&) const = default;
};

inline void PrintTo(const ReadRow& row, std::ostream* out) {
  *out << row.number << ":" << row.line << testing::PrintToString(row.cells) << " fault " << static_cast<int>(row.fault)
       << " at " << row.fault_at << (row.has_line_end ? "" : ", open") << " raw " << testing::PrintToString(row.raw);
}

inline void append_rows(const CsvBlock& block, std::vector<ReadRow>& to) {
  std::string storage;
  std::size_t line = block.first_line;
  for (std::size_t i = 0; i < block.rows.size(); ++i) {
    const CsvRow& row = block.rows[i];
    ReadRow& read = to.emplace_back();
    for (std::size_t c = 0; c < row.cells; ++c) read.cells.emplace_back(unquoted(block.raw_cell(row, c), storage));
    read.raw = block.raw(row);
    read.number = block.first_row + i;
    read.line = line;
    read.fault = row.fault;
    read.fault_at = row.fault == CsvFault::kNone ? 0 : row.fault_at - row.begin;
    read.has_line_end = row.has_line_end;
    line += row.line_feeds + 1;
  }
}

/// All rows of a file, read in blocks of `bytes`.
inline std::vector<ReadRow> rows_of(const TextFile& file, CsvDialect dialect = {},
                                    std::size_t bytes = CsvReader::kUsualBytes) {
  const auto source = file.open();
  CsvReader reader(*source, dialect);
  CsvBlock block;
  std::vector<ReadRow> rows;
  while (reader.read(block, bytes)) append_rows(block, rows);
  return rows;
}

inline std::vector<ReadRow> rows_of(std::string_view text, CsvDialect dialect = {}) {
  return rows_of(TextFile(text), dialect);
}

/// `low point high`, to nine decimals.
inline std::string shown(const Triple& t) {
  return shortest(round9(t.low)) + " " + (t.point ? shortest(round9(*t.point)) : "none") + " " +
         shortest(round9(t.high));
}

inline const std::string kNothing = shown(kUnknown);

/// A table with its header read against the rulebook of ToyRules, and the rows behind it as one block.
struct ReadTable {
  explicit ReadTable(std::string_view text, CsvChoices choices = {}, ToyRules toy = {})
      : rulebook(toy.rulebook()), vocabulary(rulebook) {
    const TextFile file(text);
    const auto source = file.open();
    CsvReader reader(*source);
    Loaded<CsvHeader> loaded = read_csv_header(reader, "t.csv", rulebook, choices);
    told = told_plainly(loaded.diagnostics);
    refused = !loaded.value.has_value();
    if (loaded.value) header = std::move(*loaded.value);
    reader.read(block);
  }

  std::size_t indicator(std::string_view id) const { return rulebook.indicator(id).value(); }

  Rulebook rulebook;
  Vocabulary vocabulary;
  CsvHeader header;
  CsvBlock block;
  std::vector<std::string> told;  ///< of the header
  bool refused = false;
};

}  // namespace bloctype
