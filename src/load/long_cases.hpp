// A long table: a row a coding, grouped by bloc-period. Several codings of one indicator are merged as in a
// description.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "load/cell_values.hpp"
#include "load/csv_rows.hpp"
#include "load/recent_periods.hpp"
#include "model/case_block.hpp"
#include "model/description.hpp"

namespace bloctype {

/// Whose codings count, and whether those of each coder are a case of their own.
struct CoderChoice {
  enum class Form : std::uint8_t { kTogether, kApart, kOne };
  Form form = Form::kTogether;
  std::string name;  ///< of kOne
};

/// A bloc-period of a long table.
struct LongCase {
  std::string bloc, hegemon, coder;
  Period period;
  std::size_t row = 0;  ///< the first of its rows
};

class LongCases {
 public:
  LongCases(const CsvHeader& header, std::string file, const Rulebook& rulebook, const Vocabulary& vocabulary,
            CoderChoice coders);

  /// Takes in the rows of a block. Bad rows are entered in the report, and the rest of their bloc-period goes on
  /// without them. False once a bloc-period comes back after another (see not_grouped()): then no more rows are taken.
  bool add(const CsvBlock& block, RowReport& report);
  /// Ends the last bloc-period.
  void finish();
  /// Forgets the last bloc-period, of which not all rows may have come: its first row.
  std::optional<std::size_t> drop_open();

  /// The bloc-periods that are complete, in the order of the file; whoever takes them removes them.
  std::deque<LongCase>& complete() { return complete_; }

  /// Bloc-periods that were ended since this was last emptied, and of which rows were set aside: they are placed
  /// without these codings.
  struct Incomplete {
    std::string bloc;
    std::optional<int> from, to;
  };
  std::vector<Incomplete>& incomplete() { return incomplete_; }

  const std::optional<Diagnostic>& not_grouped() const { return not_grouped_; }
  /// Coders that were named, at most 100 of them.
  const std::vector<std::string>& coders() const { return coders_; }

 private:
  /// One row's coding: of the register it names, or of both.
  struct OpenCoding {
    Coding coding;
    std::optional<Register> reg;
  };
  using OpenFacts = std::map<std::size_t, std::vector<OpenCoding>>;  ///< by indicator

  bool begin_or_go_on(const RowRef& row, std::vector<Diagnostic>& problems);
  static void give_way_to_named(std::vector<OpenCoding>& codings);
  void add_coding(const RowRef& row, std::vector<Diagnostic>& problems);
  std::optional<Register> register_of(const RowRef& row, const Indicator& indicator, std::vector<Diagnostic>& problems);
  std::optional<std::size_t> indicator_of(const RowRef& row, std::vector<Diagnostic>& problems) const;
  void note_coder(const std::string& coder);
  std::string text(const RowRef& row, std::optional<std::size_t> cell) const;

  CsvRows rows_;
  const Rulebook& rulebook_;
  CellValues values_;
  CoderChoice choice_;
  std::optional<std::size_t> bloc_, hegemon_, indicator_, value_, register_, coder_, source_, where_, note_;
  std::vector<std::string> indicator_ids_;

  bool is_open_ = false;
  std::string bloc_now_, hegemon_now_;
  std::optional<int> from_now_, to_now_;
  std::size_t first_row_ = 0;
  bool lacks_codings_ = false;  ///< a row of the open bloc-period was set aside
  std::vector<Incomplete> incomplete_;
  std::map<std::string, OpenFacts> open_;  ///< by coder, where each is a case of its own; else under no name
  RecentPeriods ended_;
  std::deque<LongCase> complete_;
  std::optional<Diagnostic> not_grouped_;
  std::vector<std::string> coders_;
};

/// Moves complete bloc-periods to `cases`, which is cleared first, until it is full.
void take_cases(std::deque<LongCase>& from, CaseBlock& cases);

}  // namespace bloctype
