// Headlines are those of `classify`.
#include "render/batch_text.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "render/phrases.hpp"

namespace bloctype {

std::string years_of(const Case& entry) {
  if (!entry.from && !entry.to) return {};
  const std::string from = entry.from ? std::to_string(*entry.from) : "";
  if (entry.from == entry.to) return from;
  return from + "-" + (entry.to ? std::to_string(*entry.to) : "");
}

std::string name_of(const Case& entry) {
  std::string text = escape_unsafe(entry.bloc);
  if (const std::string years = years_of(entry); !years.empty()) text += " " + years;
  if (!entry.coder.empty()) text += " (" + escape_unsafe(entry.coder) + ")";
  return text;
}

std::vector<std::string> axis_labels(const Classifier& classifier, const Catalogue& texts) {
  const Description nothing;
  const PeriodResult none = unplaced();
  const Phrases phrases(classifier, nothing, none, Register::kPractice, texts);
  std::vector<std::string> labels;
  for (const Axis& axis : classifier.rulebook().axes) labels.push_back(phrases.label(axis));
  return labels;
}

std::vector<std::string> placements_of(const BatchRow& row, const Classifier& classifier, const Catalogue& texts) {
  Description description;
  description.bloc = row.entry.bloc;
  const PeriodResult none = unplaced();
  const Phrases phrases(classifier, description, none, Register::kPractice, texts);
  std::vector<std::string> placements;
  for (std::size_t i = 0; i < row.axes.size(); ++i) {
    const AxisResult& result = row.axes[i];
    const AxisNodes& nodes = classifier.program(result.headline.reg).axes[i];
    std::string text = phrases.with_certainty(phrases.headline(result, nodes), result.headline.certainty);
    const Expected& expected = row.expected[i];
    if (expected.comparison && !expected.comparison->agrees) {
      text += "; " + texts.say("batch.expected", {{"expected", escape_unsafe(expected.written)}});
    }
    placements.push_back(std::move(text));
  }
  return placements;
}

void BatchText::append(std::string& out, const BatchRow& row) const {
  out += painted(wrapped(name_of(row.entry), style_.width, 0, 0), Tone::kStrong, style_.colour);
  const std::vector<std::string> labels = axis_labels(classifier_, texts_);
  std::size_t widest = 0;
  for (const std::string& label : labels) widest = std::max(widest, display_width(label));
  const std::size_t column = 2 + widest + 2;
  const std::vector<std::string> placements = placements_of(row, classifier_, texts_);
  for (std::size_t i = 0; i < placements.size(); ++i) {
    out += "  " + labels[i] + std::string(column - 2 - display_width(labels[i]), ' ') +
           wrapped(placements[i], style_.width, column, column);
  }
}

}  // namespace bloctype
