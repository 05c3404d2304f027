// Headlines are those of `classify`.
#include "render/batch_text.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "render/phrases.hpp"

namespace bloctype {

std::string name_of(const Case& entry) {
  std::string text = escape_unsafe(entry.bloc);
  if (entry.from || entry.to) text += " ";
  if (entry.from) text += std::to_string(*entry.from);
  if (entry.from != entry.to) text += "-";
  if (entry.to && entry.from != entry.to) text += std::to_string(*entry.to);
  if (!entry.coder.empty()) text += " (" + escape_unsafe(entry.coder) + ")";
  return text;
}

void BatchText::append(std::string& out, const BatchRow& row) const {
  out += painted(wrapped(name_of(row.entry), style_.width, 0, 0), Tone::kStrong, style_.colour);
  Description description;
  description.bloc = row.entry.bloc;
  const PeriodResult none = unplaced();
  std::size_t widest = 0;
  const Phrases phrases(classifier_, description, none, Register::kPractice, texts_);
  for (const Axis& axis : classifier_.rulebook().axes) widest = std::max(widest, display_width(phrases.label(axis)));
  for (std::size_t i = 0; i < row.axes.size(); ++i) {
    const AxisResult& result = row.axes[i];
    const AxisNodes& nodes = classifier_.program(result.headline.reg).axes[i];
    std::string line = phrases.with_certainty(phrases.headline(result, nodes), result.headline.certainty);
    const Expected& expected = row.expected[i];
    if (expected.comparison && !expected.comparison->agrees) {
      line += "; " + texts_.say("batch.expected", {{"expected", escape_unsafe(expected.written)}});
    }
    const std::string label = phrases.label(*nodes.axis);
    const std::size_t column = 2 + widest + 2;
    out += "  " + label + std::string(column - 2 - display_width(label), ' ') +
           wrapped(line, style_.width, column, column);
  }
}

}  // namespace bloctype
