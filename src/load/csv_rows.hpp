// Rows of a table against its header: which are usable, blank or bad, what their cells say as text, and where in the
// file a message about one stands.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/diagnostic.hpp"
#include "load/csv_columns.hpp"
#include "load/csv_reader.hpp"

namespace bloctype {

/// A row that is set aside: as it stands in the file, and every reason.
struct SetAside {
  std::size_t row = 0;  ///< counted from 1, the header included
  std::string raw;
  std::vector<Diagnostic> reasons;
};

/// What happened to the rows of a block: rows = used + set_aside.size() + blank + left_out.
struct RowReport {
  std::size_t rows = 0, used = 0, blank = 0;
  std::size_t left_out = 0;  ///< of other coders than the one that was asked for
  std::vector<SetAside> set_aside;
  std::vector<Diagnostic> warnings;
  std::size_t windows_1252 = 0;  ///< rows that are not UTF-8
  std::optional<Diagnostic> first_of_windows_1252;

  void clear() { *this = RowReport(); }
};

/// One row of a block.
struct RowRef {
  const CsvBlock* block = nullptr;
  std::size_t index = 0;
  bool is_windows_1252 = false;

  bool lacks_line_end() const { return !row().has_line_end; }
  const CsvRow& row() const { return block->rows[index]; }
  std::size_t number() const { return block->first_row + index; }
  std::string_view raw_cell(std::size_t cell) const { return block->raw_cell(row(), cell); }
};

class CsvRows {
 public:
  CsvRows(const CsvHeader& header, std::string file)
      : header_(header),
        file_(std::move(file)),
        from_(header.find(CsvColumn::Role::kFrom)),
        to_(header.find(CsvColumn::Role::kTo)) {}

  const CsvHeader& header() const { return header_; }

  /// The row, where it can be read; blank and bad ones are entered in the report. Whoever uses a row that lacks its
  /// line end warns of it.
  std::optional<RowRef> take(const CsvBlock& block, std::size_t index, RowReport& report) const;

  /// What a cell says: without quotation marks, in UTF-8, blanks around it kept.
  std::string text(const RowRef& row, std::size_t cell) const;

  /// The same of the column with a role, without the blanks around it; empty where there is none.
  std::string text(const RowRef& row, CsvColumn::Role role) const;

  /// The years `from` and `to`, none where they are not given. A year that is none, and an end before the beginning,
  /// are problems.
  std::pair<std::optional<int>, std::optional<int>> years(const RowRef& row, std::vector<Diagnostic>& problems) const;

  /// A message about a cell, or about the row as a whole.
  Diagnostic at_cell(const RowRef& row, std::size_t cell, Code code, Diagnostic::Details details) const;
  Place place_of(const RowRef& row, std::size_t cell) const;
  Diagnostic at_row(const RowRef& row, Code code, Diagnostic::Details details = {}) const;

  /// What is wrong with how the row is written.
  std::optional<Diagnostic> fault_of(const RowRef& row) const;

  /// Sets the row aside for these reasons.
  static void set_aside(const RowRef& row, std::vector<Diagnostic> reasons, RowReport& report);

 private:
  std::optional<int> year(const RowRef& row, std::optional<std::size_t> cell, std::vector<Diagnostic>& problems) const;
  bool is_blank(const RowRef& row) const;
  std::optional<Diagnostic> unsafe_character(const RowRef& row) const;
  Diagnostic at_byte(const RowRef& row, std::size_t byte, Code code, Diagnostic::Details details) const;

  const CsvHeader& header_;
  std::string file_;
  std::optional<std::size_t> from_, to_;
};

/// `text`, which is UTF-8, without blanks, tabs and no-break spaces around it.
std::string_view trimmed(std::string_view text);

/// A byte as messages show it: E9.
std::string shown_byte(char byte);

/// The code of a fault in the writing of a row.
Code code_of(CsvFault fault);

}  // namespace bloctype
