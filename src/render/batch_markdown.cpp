// Cells are those of the text, in the order of its lines.
#include "render/batch_markdown.hpp"

#include "core/utf8.hpp"
#include "page/page_markdown.hpp"
#include "render/batch_text.hpp"

namespace bloctype {

std::string BatchMarkdown::header() const {
  std::vector<std::string> cells{texts_.say("batch.column.bloc"), texts_.say("batch.column.years")};
  if (with_coders_) cells.push_back(texts_.say("batch.column.coder"));
  for (const std::string& label : axis_labels(classifier_, texts_)) cells.push_back(capitalised(label));
  return markdown_head(cells, cells.size());
}

void BatchMarkdown::append(std::string& out, const BatchRow& row) const {
  std::vector<std::string> cells{escape_unsafe(row.entry.bloc), years_of(row.entry)};
  if (with_coders_) cells.push_back(escape_unsafe(row.entry.coder));
  for (std::string& placed : placements_of(row, classifier_, texts_)) cells.push_back(std::move(placed));
  out += markdown_row(cells);
}

}  // namespace bloctype
