// Placements of a table as a table: CSV, or TSV. Columns, ids and numbers are the same in every language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/batch_row.hpp"

namespace bloctype {

/// How the table is written.
struct TableDialect {
  char delimiter = ',';
  char decimal_mark = '.';
  bool with_byte_order_mark = false;
  /// Cells that a spreadsheet would take for a formula (they start with `= + - @`, a tab or a carriage return, and are
  /// no number) get a `'` before them.
  bool guards_formulas = true;
};

class BatchTable {
 public:
  BatchTable(const Programs& programs, BatchShape shape, TableDialect dialect);

  /// The byte order mark, if there is one, and the names of the columns.
  std::string header() const;
  void append(std::string& out, const BatchRow& row) const;

 private:
  char* axis(char* to, const AxisResult& result, std::size_t axis) const;
  char* memberships(char* to, const AxisResult& result) const;
  char* models(char* to, const std::vector<std::size_t>& list, const AxisNodes& nodes) const;
  char* findings(char* to, const BatchRow& row) const;

  const Programs& programs_;
  const Rulebook& rulebook_;
  BatchShape shape_;
  TableDialect dialect_;
  std::string rules_;        ///< the last cell of each row
  std::size_t most_placed_;  ///< how many characters the cells between `bloc` and the expectations take at most
};

/// `value` as one cell.
std::string table_cell(std::string_view value, const TableDialect& dialect);

/// Which rules made a table: `ID VERSION sha256:DIGEST`.
std::string rules_of(const Rulebook& rulebook);

}  // namespace bloctype
