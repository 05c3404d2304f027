// The result of `batch` as a report: how placements are spread, how they agree with what the table expects, and where
// they do not.
#pragma once

#include <string>
#include <vector>

#include "figure/figure_case.hpp"
#include "render/batch_report.hpp"
#include "render/batch_tally.hpp"
#include "render/report.hpp"

namespace bloctype {

/// What came of a table. Refers to all of it.
struct TableOutcome {
  const Classifier& classifier;
  std::string file;  ///< safe to print
  const BatchTotals& totals;
  const BatchTally& tally;
  const std::vector<Disagreement>& disagreements;  ///< the first of them
  std::size_t disagreeing = 0;                     ///< how many there are
  std::vector<std::string> notes;                  ///< on how the table was read
};

Report table_report(const TableOutcome& outcome, const Catalogue& texts);

/// The cases that were kept, to draw; `tally` must outlive them.
std::vector<FigureCase> figure_cases(const BatchTally& tally);

}  // namespace bloctype
