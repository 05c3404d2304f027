// Placements of a table as a table of Markdown: a line a case, the headlines in the reader's language.
#pragma once

#include <string>

#include "render/batch_row.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

class BatchMarkdown {
 public:
  BatchMarkdown(const Classifier& classifier, const BatchShape& shape, const Catalogue& texts)
      : classifier_(classifier), texts_(texts), with_coders_(shape.with_coders) {}

  /// The lines without which what follows is no table.
  std::string header() const;
  void append(std::string& out, const BatchRow& row) const;

 private:
  const Classifier& classifier_;
  const Catalogue& texts_;
  bool with_coders_;
};

}  // namespace bloctype
