// Checks of rows, and their places in the file.
#include "load/csv_rows.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "core/windows_1252.hpp"

namespace bloctype {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  for (bool goes_on = true; goes_on;) {
    goes_on = false;
    for (const std::string_view blank : {std::string_view(" "), std::string_view("\t"), kNoBreakSpace}) {
      if (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        goes_on = true;
      }
      if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        goes_on = true;
      }
    }
  }
  return text;
}

std::string shown_byte(char byte) {
  constexpr char kHex[] = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {kHex[value >> 4], kHex[value & 15]};
}

Code code_of(CsvFault fault) {
  switch (fault) {
    case CsvFault::kNone:
    case CsvFault::kStrayQuote:
      return Code::kCsvStrayQuote;
    case CsvFault::kTextAfterQuote:
      return Code::kCsvTextAfterQuote;
    case CsvFault::kUnclosedQuote:
      return Code::kCsvUnclosedQuote;
    case CsvFault::kControlCharacter:
      return Code::kControlCharacter;
    case CsvFault::kCellTooLong:
      return Code::kCsvCellTooLong;
    case CsvFault::kRowTooLong:
      return Code::kCsvRowTooLong;
  }
  return Code::kCsvStrayQuote;
}

std::optional<RowRef> CsvRows::take(const CsvBlock& block, std::size_t index, RowReport& report) const {
  ++report.rows;
  RowRef row{&block, index, false};
  if (is_blank(row)) {
    ++report.blank;
    return std::nullopt;
  }
  std::optional<Diagnostic> reason;
  if (header_.choices.encoding == CsvEncoding::kWindows1252) {
    row.is_windows_1252 = true;
  } else if (block.has_non_ascii) {
    if (const auto invalid = find_invalid_utf8(block.raw(row.row()))) {
      const std::size_t byte = row.row().begin + *invalid;
      row.is_windows_1252 = header_.choices.encoding == CsvEncoding::kDetected;
      if (row.is_windows_1252) {
        ++report.windows_1252;
        if (!report.first_of_windows_1252) report.first_of_windows_1252 = at_byte(row, byte, Code::kCsvWindows1252, {});
      } else {
        reason = at_byte(row, byte, Code::kInvalidUtf8, {{"byte", shown_byte(block.bytes[byte])}});
      }
    }
  }
  if (!reason) reason = fault_of(row);
  if (!reason && block.has_non_ascii) reason = unsafe_character(row);
  if (!reason && row.row().cells != header_.columns.size()) {
    reason = at_row(row, Code::kCsvRaggedRow,
                    {{"cells", std::to_string(row.row().cells)},
                     {"columns", std::to_string(header_.columns.size())},
                     {"help", row.row().cells < header_.columns.size() ? "few" : "many"}});
  }
  if (!reason && row.lacks_line_end() && header_.choices.strict) {
    reason = at_row(row, Code::kCsvNoLineEnd);
    reason->severity = Severity::kError;
  }
  if (!reason) return row;
  set_aside(row, {std::move(*reason)}, report);
  return std::nullopt;
}

std::string CsvRows::text(const RowRef& row, std::size_t cell) const {
  std::string storage;
  const std::string_view plain = unquoted(row.raw_cell(cell), storage);
  return row.is_windows_1252 ? from_windows_1252(plain) : std::string(plain);
}

std::optional<int> CsvRows::year(const RowRef& row, std::optional<std::size_t> cell,
                                 std::vector<Diagnostic>& problems) const {
  if (!cell || row.raw_cell(*cell).empty()) return std::nullopt;
  if (const auto plain = parse_year(row.raw_cell(*cell))) return plain;
  const std::string whole = text(row, *cell);
  const std::string_view written = trimmed(whole);
  const auto value = parse_year(written);
  if (!value && !written.empty()) {
    Diagnostic::Details details{{"found", std::string(written)}};
    const bool is_span =
        written.size() >= 9 && parse_year(written.substr(0, 4)) && parse_year(written.substr(written.size() - 4));
    if (is_span) {
      details.emplace_back("help", "span");
      details.emplace_back("from", written.substr(0, 4));
      details.emplace_back("to", written.substr(written.size() - 4));
    }
    problems.push_back(at_cell(row, *cell, Code::kInvalidYear, std::move(details)));
  }
  return value;
}

std::pair<std::optional<int>, std::optional<int>> CsvRows::years(const RowRef& row,
                                                                 std::vector<Diagnostic>& problems) const {
  const auto from = year(row, from_, problems);
  const auto to = year(row, to_, problems);
  if (from && to && *to < *from) {
    problems.push_back(
        at_cell(row, *to_, Code::kPeriodReversed, {{"from", std::to_string(*from)}, {"to", std::to_string(*to)}}));
  }
  return {from, to};
}

std::string CsvRows::text(const RowRef& row, CsvColumn::Role role) const {
  const auto cell = header_.find(role);
  return cell ? std::string(trimmed(text(row, *cell))) : std::string();
}

Place CsvRows::place_of(const RowRef& row, std::size_t cell) const {
  return at_cell(row, cell, Code::kCsvNoBloc, {}).place;
}

Diagnostic CsvRows::at_cell(const RowRef& row, std::size_t cell, Code code, Diagnostic::Details details) const {
  const std::string_view raw = row.raw_cell(cell);
  details.emplace_back("at_column", header_.columns[cell].name);
  Diagnostic diagnostic =
      at_byte(row, static_cast<std::size_t>(raw.data() - row.block->bytes.data()), code, std::move(details));
  diagnostic.length = std::max(1, static_cast<int>(row.is_windows_1252 ? raw.size() : count_code_points(raw)));
  return diagnostic;
}

Diagnostic CsvRows::at_row(const RowRef& row, Code code, Diagnostic::Details details) const {
  return at_byte(row, row.row().begin, code, std::move(details));
}

void CsvRows::set_aside(const RowRef& row, std::vector<Diagnostic> reasons, RowReport& report) {
  std::stable_sort(reasons.begin(), reasons.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
  report.set_aside.push_back({row.number(), std::string(row.block->raw(row.row())), std::move(reasons)});
}

bool CsvRows::is_blank(const RowRef& row) const {
  if (row.row().fault != CsvFault::kNone) return false;
  for (std::size_t cell = 0; cell < row.row().cells; ++cell) {
    const std::string_view raw = row.raw_cell(cell);
    if (!trimmed(raw).empty() && raw != "\"\"") return false;
  }
  return true;
}

std::optional<Diagnostic> CsvRows::fault_of(const RowRef& row) const {
  const CsvRow& r = row.row();
  if (r.fault == CsvFault::kNone) return std::nullopt;
  const std::string_view raw = row.block->raw(r);
  const std::size_t lines = r.line_feeds + (raw.ends_with(header_.dialect.line_end) && r.line_feeds > 0 ? 0 : 1);
  Diagnostic::Details details{
      {"limit", std::to_string((r.fault == CsvFault::kRowTooLong ? kLongestRow : kLongestCell) / 1024)},
      {"count", std::to_string(lines)}};
  if (r.fault == CsvFault::kControlCharacter) {
    const char character = row.block->bytes[r.fault_at];
    details.emplace_back("character", escape_unsafe({&character, 1}));
    if (character == '\r' || character == '\n') details.emplace_back("help", "line_end");
  }
  return at_byte(row, r.fault_at, code_of(r.fault), std::move(details));
}

/// Characters that are not seen, or turn the direction of what is, beyond ASCII.
std::optional<Diagnostic> CsvRows::unsafe_character(const RowRef& row) const {
  const std::string_view raw = row.block->raw(row.row());
  for (std::size_t i = 0; i < raw.size();) {
    if (static_cast<unsigned char>(raw[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::string character = row.is_windows_1252 ? from_windows_1252(raw.substr(i, 1))
                                                      : std::string(raw.substr(i, decode_utf8(raw.substr(i)).size));
    if (is_unsafe(decode_utf8(character).value)) {
      return at_byte(row, row.row().begin + i, Code::kControlCharacter, {{"character", escape_unsafe(character)}});
    }
    i += row.is_windows_1252 ? 1 : character.size();
  }
  return std::nullopt;
}

/// The place of a byte of the row: its line, which is not the row's number where cells hold line feeds, and its column.
Diagnostic CsvRows::at_byte(const RowRef& row, std::size_t byte, Code code, Diagnostic::Details details) const {
  constexpr std::size_t kLongestShown = 2000;
  const CsvBlock& block = *row.block;
  std::size_t line = block.first_line + row.row().line;
  const std::string_view raw = block.raw(row.row());
  const std::size_t offset = byte - row.row().begin;
  const char line_end = header_.dialect.line_end;
  line +=
      static_cast<std::size_t>(std::count(raw.begin(), raw.begin() + static_cast<std::ptrdiff_t>(offset), line_end));
  const std::size_t before = offset == 0 ? std::string_view::npos : raw.rfind(line_end, offset - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::string_view shown = raw.substr(begin, std::min(raw.find(line_end, begin), raw.size()) - begin);
  if (shown.ends_with('\r') || shown.ends_with('\n')) shown.remove_suffix(1);
  shown = shown.substr(0, std::max(kLongestShown, offset - begin));
  const auto decoded = [&](std::string_view bytes) {
    return row.is_windows_1252 ? from_windows_1252(bytes) : std::string(bytes);
  };
  details.emplace_back("at_row", std::to_string(row.number()));
  const auto column = static_cast<int>(count_code_points(decoded(raw.substr(begin, offset - begin)))) + 1;
  return {code, {file_, static_cast<int>(line), column}, 1, decoded(shown), std::move(details), {}};
}

}  // namespace bloctype
