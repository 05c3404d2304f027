// Tables where they fit, records where they do not.
#include "render/batch_report.hpp"

#include <algorithm>
#include <cmath>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "render/batch_text.hpp"
#include "render/disagreement.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kMostColumns = 9;  ///< of a table of labels; more become records

/// Two decimals, whatever thresholds there are: these are no memberships.
std::string two_decimals(double value) {
  const double hundredths = std::nearbyint(value * 100);
  std::string text = fixed6(std::abs(hundredths) / 100);
  if (text.find('.') == std::string::npos) text += ".";
  text.resize(text.find('.') + 3, '0');
  return (hundredths < 0 ? "-" : "") + text;
}

/// The labels of an agreement, in byte order.
std::vector<std::string> labels_of(const Agreement& agreement) {
  std::vector<std::string> labels;
  for (const auto& [pair, count] : agreement.table()) {
    labels.push_back(pair.first);
    labels.push_back(pair.second);
  }
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  return labels;
}

std::size_t count_of(const Agreement& agreement, const std::string& expected, const std::string& placed) {
  const auto found = agreement.table().find({expected, placed});
  return found == agreement.table().end() ? 0 : found->second;
}

std::string label_of(const Axis& axis, const Catalogue& texts) {
  const std::string_view label = axis.short_label.in(texts.language());
  return escape_unsafe(label.empty() ? std::string_view(axis.id) : label);
}

std::string right(const std::string& text, std::size_t width) {
  return std::string(width > text.size() ? width - text.size() : 0, ' ') + text;
}

/// Rows are what was expected, columns what came out, by the numbers of the rows.
std::string confusion_text(const Agreement& agreement, const std::vector<std::string>& labels, const Catalogue& texts,
                           const Style& style) {
  std::size_t digits = 1;
  for (const auto& [pair, count] : agreement.table()) digits = std::max(digits, std::to_string(count).size());
  const std::size_t column = digits + 2;
  std::size_t widest = display_width(texts.say("batch.table"));
  for (const std::string& label : labels) widest = std::max(widest, 3 + display_width(label));
  if (style.layout == Layout::kAccessible || labels.size() > kMostColumns ||
      kIndent + widest + labels.size() * column > style.width) {
    return {};
  }
  const auto line = [&](const std::string& head, const auto& cell) {
    std::string out = std::string(kIndent, ' ') + head + std::string(widest - display_width(head), ' ');
    for (std::size_t i = 0; i < labels.size(); ++i) out += right(cell(i), column);
    return out + "\n";
  };
  std::string out = line(texts.say("batch.table"), [](std::size_t i) { return std::to_string(i + 1); });
  for (std::size_t r = 0; r < labels.size(); ++r) {
    out += line(std::to_string(r + 1) + "  " + escape_unsafe(labels[r]), [&](std::size_t i) {
      const std::size_t count = count_of(agreement, labels[r], labels[i]);
      return count == 0 ? std::string(".") : std::to_string(count);
    });
  }
  return out;
}

std::string confusion_records(const Agreement& agreement, const Catalogue& texts, const Style& style) {
  std::string out;
  for (const auto& [pair, count] : agreement.table()) {
    const std::string text = texts.say("batch.record", {{"expected", escape_unsafe(pair.first)},
                                                        {"placed", escape_unsafe(pair.second)},
                                                        {"count", std::to_string(count)}});
    out += std::string(kIndent, ' ') + wrapped(text, style.width, kIndent, kIndent + 2);
  }
  return out;
}

}  // namespace

Disagreement disagreement_of(const AxisView& view, const Case& entry, const ExpectedPlacement& expectation,
                             std::string_view written) {
  std::string told = view.texts.say("batch.disagreement", {{"row", std::to_string(entry.row)},
                                                           {"case", name_of(entry)},
                                                           {"axis", view.phrases().label(*view.nodes().axis)},
                                                           {"expected", escape_unsafe(written)},
                                                           {"placed", placed_with_certainty(view)}});
  return {std::move(told), disagreement_reasons(view, expectation)};
}

std::string disagreement_text(const Disagreement& disagreement, const Style& style) {
  std::string out = "  " + wrapped(disagreement.told, style.width, 2, kIndent);
  for (const std::string& reason : disagreement.reasons) {
    out += std::string(kIndent, ' ') + wrapped(reason, style.width, kIndent, kIndent);
  }
  return out;
}

std::vector<std::string> agreement_sentences(const Axis& axis, const Agreement& agreement, const Catalogue& texts) {
  const auto kappa = agreement.kappa();
  const std::string share = two_decimals(agreement.observed());
  std::vector<std::string> sentences = {texts.say(kappa ? "batch.agreement" : "batch.agreement_without_kappa",
                                                  {{"axis", label_of(axis, texts)},
                                                   {"agreed", std::to_string(agreement.agreed())},
                                                   {"rows", std::to_string(agreement.rows())},
                                                   {"share", share},
                                                   {"chance", two_decimals(agreement.by_chance())},
                                                   {"kappa", two_decimals(kappa.value_or(0))}})};
  if (agreement.open() > 0) sentences.push_back(texts.count("batch.still_open", agreement.open()));
  if (kappa && agreement.broad() > 0) sentences.push_back(texts.count("batch.broad", agreement.broad()));
  return sentences;
}

Table confusion_table(const Axis& axis, const Agreement& agreement, const Catalogue& texts) {
  Table table{texts.say("batch.table_of", {{"axis", label_of(axis, texts)}}), {texts.say("batch.table")}, {}, 1};
  const std::vector<std::string> labels = labels_of(agreement);
  for (const std::string& label : labels) table.header.push_back(escape_unsafe(label));
  for (const std::string& expected : labels) {
    std::vector<std::string> row = {escape_unsafe(expected)};
    for (const std::string& placed : labels) row.push_back(std::to_string(count_of(agreement, expected, placed)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string agreement_text(const Axis& axis, const Agreement& agreement, const Catalogue& texts, const Style& style) {
  std::string out;
  for (const std::string& sentence : agreement_sentences(axis, agreement, texts)) {
    const std::size_t indent = out.empty() ? 2 : kIndent;
    out += std::string(indent, ' ') + wrapped(sentence, style.width, indent, kIndent);
  }
  const std::vector<std::string> labels = labels_of(agreement);
  if (labels.size() < 2) return out;
  const std::string table = confusion_text(agreement, labels, texts, style);
  return out + (table.empty() ? confusion_records(agreement, texts, style) : table);
}

}  // namespace bloctype
