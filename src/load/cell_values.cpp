// Cells: kept ones, numbers, and all others.
#include "load/cell_values.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "model/block.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kLongestKeptNumber = 4;  // 0.67: longer ones are seldom the same
constexpr std::string_view kBetweenEnds = "..";

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool begins_like_number(std::string_view text) {
  return !text.empty() && ((text.front() >= '0' && text.front() <= '9') || text.front() == '.');
}

CellValue cell_of(const Triple& t) {
  const bool fits = (equal9(t.low, 0) || equal9(t.low, 1)) && (equal9(t.high, 0) || equal9(t.high, 1));
  return {t.low, t.point.value_or(Block::kNone), t.high, false, false, fits};
}

CellValue uncoded(bool is_empty) { return {0, Block::kNone, 1, is_empty, true, true}; }

}  // namespace

std::optional<Triple> CellValue::triple() const {
  if (is_uncoded) return std::nullopt;
  return Triple{low, std::isnan(point) ? std::nullopt : std::optional(point), high};
}

CellValues::CellValues(const CsvRows& rows, const Rulebook& rulebook, const Vocabulary& vocabulary)
    : rows_(rows), rulebook_(rulebook), vocabulary_(vocabulary), mark_(rows.header().decimal_mark), entries_(kSlots) {
  keep("", uncoded(true));
}

const CellValue* CellValues::find_further(const Key& key) const {
  std::size_t slot = slot_of(key);
  for (std::size_t i = 0; i < kProbes && !(entries_[slot].key == Key()); ++i, slot = (slot + 1) % kSlots) {
    if (entries_[slot].key == key) return &entries_[slot].value;
  }
  return nullptr;
}

void CellValues::keep(std::string_view raw, const CellValue& value) {
  if (kept_ == kMostKept || raw.size() > kLongestKept || !is_ascii(raw)) return;
  char padded[kLongestKept + sizeof(Key)] = {};
  std::copy(raw.begin(), raw.end(), padded);
  const Key key = key_of({padded, raw.size()});
  std::size_t slot = slot_of(key);
  for (std::size_t i = 0; i < kProbes; ++i, slot = (slot + 1) % kSlots) {
    if (!(entries_[slot].key == Key())) continue;
    entries_[slot] = {key, value};
    ++kept_;
    return;
  }
}

const CellValue* CellValues::read_anew(const RowRef& row, std::size_t cell, std::size_t index) {
  const Indicator& indicator = rulebook_.indicators[index];
  const std::string_view raw = row.raw_cell(cell);
  if (begins_like_number(raw) && !indicator.yes_no) {
    const auto number = parse_number(raw, mark_);
    if (number && *number >= 0 && *number <= 1) {
      last_ = cell_of(known(*number));
      if (raw.size() <= kLongestKeptNumber) keep(raw, last_);
      return &last_;
    }
  }
  const std::string text = rows_.text(row, cell);
  auto read = value_of(trimmed(text), indicator);
  if (auto* problem = std::get_if<ValueProblem>(&read)) {
    problem_ = std::move(*problem);
    return nullptr;
  }
  last_ = std::get<CellValue>(read);
  if (!begins_like_number(raw) || raw.size() <= kLongestKeptNumber) keep(raw, last_);
  return &last_;
}

std::variant<CellValue, ValueProblem> CellValues::value_of(std::string_view text, const Indicator& indicator) const {
  if (text.empty()) return uncoded(true);
  const auto between = text.find(kBetweenEnds);
  if (between != std::string_view::npos && !vocabulary_.look_up(text)) {
    const std::string_view low = trimmed(text.substr(0, between));
    const std::string_view high = trimmed(text.substr(between + kBetweenEnds.size()));
    if (low.empty() || high.empty()) {
      return ValueProblem{Code::kIntervalEnds, {{"count", low.empty() && high.empty() ? "0" : "1"}}};
    }
    auto interval = read_interval(low, high, indicator, vocabulary_, mark_);
    if (auto* problem = std::get_if<ValueProblem>(&interval)) return std::move(*problem);
    return cell_of(std::get<Triple>(interval));
  }
  ValueText value = read_value_text(text, indicator, vocabulary_, mark_);
  if (auto* problem = std::get_if<ValueProblem>(&value)) return std::move(*problem);
  const auto& meaning = std::get<Vocabulary::Meaning>(value);
  return meaning ? cell_of(known(*meaning)) : uncoded(false);
}

}  // namespace bloctype
