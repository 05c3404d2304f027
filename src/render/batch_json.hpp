// Placements of a table as records of JSON: one a placed row, one a row that was set aside, one for the whole.
#pragma once

#include <string>

#include "load/csv_rows.hpp"
#include "render/batch_row.hpp"

namespace bloctype {

class BatchJson {
 public:
  BatchJson(const Programs& programs, BatchShape shape);

  /// `{"type": "row", ...}` and a line feed.
  void append(std::string& out, const BatchRow& row) const;
  /// `{"type": "rejected", ...}` and a line feed.
  void append(std::string& out, const SetAside& row) const;
  /// `{"type": "summary", ...}` and a line feed: the last record. Without it the stream was cut.
  std::string summary(const BatchTotals& totals) const;

 private:
  const Programs& programs_;
  const Rulebook& rulebook_;
  BatchShape shape_;
};

}  // namespace bloctype
