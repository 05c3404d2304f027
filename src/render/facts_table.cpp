// A register that a coding says nothing of is left empty; a column that would be empty throughout is left out.
#include "render/facts_table.hpp"

#include <algorithm>

#include "core/lists.hpp"
#include "core/utf8.hpp"
#include "render/axis_view.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kCoder = 4;  ///< the column of coders

/// The labels of the columns, by interface text.
std::vector<std::string> columns(const Catalogue& texts) {
  std::vector<std::string> header;
  for (const char* key : {"facts.column.feature", "facts.column.discourse", "facts.column.practice",
                          "facts.column.source", "facts.column.coder", "facts.column.note"}) {
    header.push_back(texts.say(key));
  }
  return header;
}

std::string degree_of(const Coding& coding, Register reg, const Phrases& phrases, const Indicator& indicator) {
  const auto& value = coding.values[index_of(reg)];
  return value ? phrases.degree(*value, indicator.yes_no) : std::string();
}

}  // namespace

Table facts_table(const Classifier& classifier, const Description& description, const PeriodResult& period,
                  const Catalogue& texts) {
  const Rulebook& rulebook = classifier.rulebook();
  const Phrases phrases(classifier, description, period, Register::kPractice, texts);
  Table table{texts.say("facts.caption"), columns(texts), {}, 1};
  for (std::size_t i = 0; i < rulebook.indicators.size(); ++i) {
    const Indicator& indicator = rulebook.indicators[i];
    for (const Coding& coding : period.period->facts[i].codings) {
      const bool is_unknown = !coding.values[0] && !coding.values[1];
      const std::string source = coding.source.empty() ? texts.say("tree.no_source") : coding.source;
      table.rows.push_back(
          {phrases.label(i) + " (" + indicator.id + ")",
           is_unknown ? texts.say("facts.unknown") : degree_of(coding, Register::kDiscourse, phrases, indicator),
           is_unknown ? texts.say("facts.unknown") : degree_of(coding, Register::kPractice, phrases, indicator),
           escape_unsafe(joined({source, coding.where, coding.date})), escape_unsafe(coding.coder),
           phrases.text(coding.note, "")});
    }
  }
  const bool has_coders =
      std::any_of(table.rows.begin(), table.rows.end(), [](const auto& row) { return !row[kCoder].empty(); });
  if (has_coders) return table;
  table.header.erase(table.header.begin() + kCoder);
  for (auto& row : table.rows) row.erase(row.begin() + kCoder);
  return table;
}

std::vector<std::string> uncoded_facts(const Classifier& classifier, const Description& description,
                                       const PeriodResult& period, const Catalogue& texts) {
  const Phrases phrases(classifier, description, period, Register::kPractice, texts);
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < classifier.rulebook().indicators.size(); ++i) {
    if (period.period->facts[i].codings.empty()) labels.push_back(phrases.label(i));
  }
  return labels;
}

}  // namespace bloctype
