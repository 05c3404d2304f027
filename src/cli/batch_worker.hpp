// A block of cases: evaluated, placed, compared with what was expected, written. One for each thread.
#pragma once

#include <atomic>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "engine/classify.hpp"
#include "load/csv_columns.hpp"
#include "load/csv_reader.hpp"
#include "load/long_cases.hpp"
#include "load/wide_cases.hpp"
#include "model/case_block.hpp"
#include "model/expected_placement.hpp"
#include "model/vocabulary.hpp"
#include "render/batch_json.hpp"
#include "render/batch_markdown.hpp"
#include "render/batch_report.hpp"
#include "render/batch_row.hpp"
#include "render/batch_table.hpp"
#include "render/batch_tally.hpp"
#include "render/batch_text.hpp"
#include "text/catalogue.hpp"

namespace bloctype::cli {

/// Disagreements that are explained; those beyond are counted.
inline constexpr std::size_t kMostDisagreements = 100;

/// For results that are made of all rows at the end.
struct BatchWithoutRows {
  void append(std::string&, const BatchRow&) const {}
};

using BatchWriter = std::variant<BatchTable, BatchJson, BatchText, BatchMarkdown, BatchWithoutRows>;

/// What all blocks of a run share.
struct BatchPlan {
  const Classifier& classifier;
  const Vocabulary& vocabulary;
  const CsvHeader& header;
  std::string file;
  BatchShape shape;
  BatchWriter writer;
  const Catalogue& texts;
  const Style& error_style;
  std::atomic<bool> explains{true};  ///< until kMostDisagreements are
};

/// What came of a block. Its memory is used again.
struct BlockResult {
  std::string out;
  RowReport report;
  std::vector<std::pair<std::uint64_t, std::size_t>> periods;  ///< of a wide table: hash and row of each
  std::size_t placed = 0;
  std::vector<Agreement> agreement;         ///< by axis
  std::vector<Disagreement> disagreements;  ///< explained, at most kMostDisagreements
  std::size_t disagreeing = 0;              ///< how many there are
  std::vector<Diagnostic> unknown_expectations;
  BatchTally tally;  ///< where no rows are written

  void clear();
};

class BatchWorker {
 public:
  explicit BatchWorker(BatchPlan& plan);

  /// All rows of a block of a wide table.
  void run(const CsvBlock& block, BlockResult& result);
  /// Cases of a long table; removes those it has placed.
  void run(std::deque<LongCase>& cases, BlockResult& result);

 private:
  void place(const CsvBlock* block, BlockResult& result, std::size_t& next_set_aside);
  void compare(std::size_t c, const CsvBlock* block, BlockResult& result);
  void explain(const Case& entry, std::size_t axis, const CsvBlock& block, const ExpectedPlacement& expectation,
               BlockResult& result);
  void tell_unknown(const Case& entry, std::size_t axis, const CsvBlock& block, const Diagnostic::Details& details,
                    BlockResult& result);
  const std::variant<ExpectedPlacement, Diagnostic::Details>& expectation(std::string_view text, std::size_t axis);

  BatchPlan& plan_;
  WideCases wide_;
  CaseBlock cases_;
  BlockPlacer placer_;
  std::vector<AxisResult> axes_;
  std::vector<Expected> expected_;
  /// What expectations mean, by axis and text.
  std::vector<std::unordered_map<std::string, std::variant<ExpectedPlacement, Diagnostic::Details>>> expectations_;
};

}  // namespace bloctype::cli
