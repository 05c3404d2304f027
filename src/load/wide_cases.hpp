// A wide table: a row a bloc-period, a column an indicator.
#pragma once

#include <string>
#include <vector>

#include "load/cell_values.hpp"
#include "load/csv_rows.hpp"
#include "model/case_block.hpp"
#include "model/description.hpp"

namespace bloctype {

/// Reads rows as cases. Keeps what cells mean between blocks, so each thread has its own.
class WideCases {
 public:
  WideCases(const CsvHeader& header, std::string file, const Rulebook& rulebook, const Vocabulary& vocabulary);

  /// Reads rows of `block` from `first` on until `cases` is full, and gives the row after them. Bad rows are entered in
  /// the report, and in `cases` as such; used ones are counted.
  std::size_t load(const CsvBlock& block, std::size_t first, CaseBlock& cases, RowReport& report);

  /// One row as the period of a description, every fact with its cell as its place; what is wrong with its cells goes
  /// to `problems`.
  Period period(const RowRef& row, std::vector<Diagnostic>& problems);

  const CsvRows& rows() const { return rows_; }

 private:
  /// The columns that code one indicator: its own, and those that code it apart.
  struct CodeColumns {
    std::size_t indicator = 0;
    std::optional<std::size_t> both;
    std::array<std::optional<std::size_t>, 2> apart;  ///< by Register
  };

  /// The cells of one row, for the loop over columns.
  struct Cells {
    const char* bytes = nullptr;
    const std::uint32_t* ends = nullptr;
    std::uint32_t begin = 0;

    std::string_view raw(std::size_t cell) const {
      const std::size_t from = cell == 0 ? begin : ends[cell - 1] + std::size_t{1};
      return {bytes + from, ends[cell] - from};
    }
  };

  void load_identity(const RowRef& row, Case& entry, CaseBlock& cases, std::vector<Diagnostic>& problems);
  void load_codes(const CodeColumns& columns, CaseBlock& cases);
  void load_column(std::size_t column, const CodeColumns& columns, std::array<bool, 2> registers, CaseBlock& cases);
  void set_bad_rows_aside(CaseBlock& cases, RowReport& report);

  CsvRows rows_;
  const Rulebook& rulebook_;
  CellValues values_;
  std::vector<CodeColumns> codes_;
  std::size_t bloc_;
  std::vector<std::pair<std::size_t, std::size_t>> expectations_;  ///< column and axis
  std::vector<RowRef> taken_;                                      ///< one for each case
  std::vector<Cells> cells_;                                       ///< one for each case
  std::vector<std::vector<Diagnostic>> problems_;                  ///< one for each case
};

}  // namespace bloctype
