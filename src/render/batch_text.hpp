// Placements of a table for readers: a line for the case, and one for each axis.
#pragma once

#include <string>
#include <vector>

#include "page/style.hpp"
#include "render/batch_row.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

class BatchText {
 public:
  BatchText(const Classifier& classifier, const Catalogue& texts, const Style& style)
      : classifier_(classifier), texts_(texts), style_(style) {}

  void append(std::string& out, const BatchRow& row) const;

 private:
  const Classifier& classifier_;
  const Catalogue& texts_;
  const Style& style_;
};

/// "2003-2015", "2003-", or nothing.
std::string years_of(const Case& entry);

/// "mercosur 2003-2015", as far as the years are given; safe to print.
std::string name_of(const Case& entry);

/// What the axes are called.
std::vector<std::string> axis_labels(const Classifier& classifier, const Catalogue& texts);

/// What each axis says of a case and, where that is not what was expected, what was.
std::vector<std::string> placements_of(const BatchRow& row, const Classifier& classifier, const Catalogue& texts);

}  // namespace bloctype
