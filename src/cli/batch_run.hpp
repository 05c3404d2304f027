// One run over a table: blocks are read in order, worked on by one thread or several, and written in order.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/batch_worker.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "core/output.hpp"
#include "load/recent_periods.hpp"

namespace bloctype::cli {

class BatchRun {
 public:
  /// `rejects` may be nullptr.
  BatchRun(Session& session, CsvReader& reader, BatchPlan& plan, Output& output, Output* rejects);

  /// To the end of the table, or until an output fails, an INT comes, or the table cannot be read further (reported).
  void wide(std::size_t jobs);
  void grouped(const CoderChoice& coders);

  /// Ends the outputs and tells what came of it on standard error. After an INT a file that was to be replaced stays as
  /// it was.
  void finish();

 private:
  void wide_in_threads(std::size_t jobs);
  bool emit(BlockResult& result);
  void emit_report(RowReport& report);
  void note_incomplete(std::vector<LongCases::Incomplete>& incomplete);
  void take_out(std::string_view out);
  std::string set_aside_records(const RowReport& report) const;
  bool drop_row_without_end(CsvBlock& block);
  bool goes_on() const;
  std::string whole_json(const std::string& summary) const;
  std::vector<std::string> notes() const;
  std::string made_at_the_end();
  void tell_summary();

  Session& session_;
  CsvReader& reader_;
  BatchPlan& plan_;
  Output& output_;
  Output* rejects_;
  Progress progress_;
  const BatchJson* json_;
  bool has_years_;    ///< else a bloc's rows cannot be told apart
  bool is_one_text_;  ///< --format json: collected, and written at the end
  std::string collected_;
  RecentPeriods periods_;
  BatchTotals totals_;
  std::size_t disagreeing_ = 0;
  std::size_t windows_1252_ = 0;
  std::size_t repeated_ = 0;  ///< bloc-periods that came before
  std::vector<Disagreement> disagreements_;
  BatchTally tally_;
  bool is_stopped_ = false;
  bool is_unsorted_ = false;             ///< a bloc-period of a long table came back
  bool keeps_old_file_ = false;          ///< of -o
  std::vector<std::string> incomplete_;  ///< the first bloc-periods that were placed without all their codings
  std::size_t incomplete_count_ = 0;
  std::optional<std::size_t> stopped_at_;  ///< the row, where it is not the one after the last that was read
};

}  // namespace bloctype::cli
