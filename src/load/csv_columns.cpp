// One table of the names of columns; those of indicators and axes come from the rulebook.
#include "load/csv_columns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/edit_distance.hpp"
#include "core/utf8.hpp"
#include "core/windows_1252.hpp"
#include "load/csv_rows.hpp"
#include "load/value_text.hpp"

namespace bloctype {
namespace {

using Role = CsvColumn::Role;

constexpr std::size_t kLongestHeader = 1024 * 1024;
constexpr std::size_t kMostColumns = 5000;
constexpr std::size_t kLongestShown = 4000;  // of a header under a message
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kArchive = "PK\x03\x04";  // what .xlsx and .ods begin with
constexpr std::string_view kExpect = "expect.";
constexpr auto kDelimiters = std::to_array<char>({',', ';', '\t'});

struct NamedRole {
  std::string_view name;
  Role role;
};

constexpr auto kShared = std::to_array<NamedRole>(
    {{"bloc", Role::kBloc}, {"from", Role::kFrom}, {"to", Role::kTo}, {"hegemon", Role::kHegemon}});
constexpr auto kLong = std::to_array<NamedRole>({{"indicator", Role::kIndicator},
                                                 {"value", Role::kValue},
                                                 {"register", Role::kRegister},
                                                 {"coder", Role::kCoder},
                                                 {"source", Role::kSource},
                                                 {"where", Role::kWhere},
                                                 {"note", Role::kNote}});

/// How long the first row is, with its line end; none where it may go on behind `text`.
std::optional<std::size_t> first_row_size(std::string_view text) {
  bool in_quotes = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') in_quotes = !in_quotes;
    if (in_quotes) continue;
    if (text[i] == '\n') return i + 1;
    if (text[i] == '\r' && i + 1 < text.size()) return i + (text[i + 1] == '\n' ? 2 : 1);
  }
  return std::nullopt;
}

/// Files that begin with the marks of UTF-16 or 32, or have a zero byte among their first two.
bool looks_like_utf16(std::string_view text) {
  const std::string_view first = text.substr(0, 2);
  return first == "\xFF\xFE" || first == "\xFE\xFF" || first.find('\0') != std::string_view::npos;
}

/// A row with nothing in it but blanks and what may part cells.
bool is_blank(std::string_view row) { return row.find_first_not_of(" ,;\t\"\r\n") == std::string_view::npos; }

class HeaderLoader {
 public:
  HeaderLoader(CsvReader& reader, const std::string& file, const Rulebook& rulebook, const CsvChoices& choices)
      : reader_(reader), file_(file), rulebook_(rulebook) {
    header_.choices = choices;
  }

  Loaded<CsvHeader> run() {
    if (find_text()) {
      choose_dialect();
      name_columns();
      check_columns();
    }
    Loaded<CsvHeader> result;
    result.diagnostics = std::move(diagnostics_);
    if (!has_errors(result.diagnostics)) result.value = std::move(header_);
    return result;
  }

 private:
  /// The header's text, without the mark before it and the line end behind it.
  bool find_text() {
    std::size_t size = row_end(0);
    std::string_view start = reader_.peeked();
    if (start.starts_with(kArchive)) return refuse(Code::kCsvWorkbook, {});
    if (looks_like_utf16(start)) return refuse(Code::kCsvUtf16, {});
    if (start.substr(0, kByteOrderMark.size()) == kByteOrderMark) mark_ = kByteOrderMark.size();
    if (start.size() <= mark_) return refuse(Code::kEmptyFile, {{"help", "table"}});
    std::size_t before = mark_;  // empty rows, and one that names the delimiter, may stand before the header
    while (is_blank(start.substr(before, size - before)) || names_delimiter(start.substr(before, size - before))) {
      const std::size_t next = row_end(size);
      start = reader_.peeked();
      if (next == size) break;
      header_.rows += 1;
      before = size;
      size = next;
    }
    if (size > kLongestHeader) {
      return refuse(Code::kCsvRowTooLong, {{"limit", std::to_string(kLongestHeader / 1024)}});
    }
    header_.raw = start.substr(0, size);
    std::string_view text = std::string_view(header_.raw).substr(before);
    if (text.ends_with('\r')) header_.dialect.line_end = size < start.size() ? '\r' : '\n';
    while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
    const auto invalid = find_invalid_utf8(text);
    if (invalid && header_.choices.encoding == CsvEncoding::kUtf8) {
      return refuse(Code::kInvalidUtf8, {{"byte", shown_byte(text[*invalid])}});
    }
    const bool is_utf8 = header_.choices.encoding != CsvEncoding::kWindows1252 && !invalid;
    text_ = is_utf8 ? std::string(text) : from_windows_1252(text);
    const auto lines = static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n')) + header_.rows;
    line_ = static_cast<int>(header_.rows);
    reader_.skip(size, header_.rows, lines);
    if (is_blank(text_)) return refuse(Code::kEmptyFile, {{"help", "table"}});
    return true;
  }

  /// Spreadsheets may write `sep=;` as a first row.
  bool names_delimiter(std::string_view row) {
    while (row.ends_with('\n') || row.ends_with('\r')) row.remove_suffix(1);
    if (row.size() != 5 || fold(row.substr(0, 4)) != "sep=") return false;
    const bool is_known = std::find(kDelimiters.begin(), kDelimiters.end(), row.back()) != kDelimiters.end();
    if (is_known && !header_.choices.delimiter) header_.choices.delimiter = row.back();
    return is_known;
  }

  /// Where the row that begins at `begin` ends; reads as far as that takes.
  std::size_t row_end(std::size_t begin) {
    for (;;) {
      const std::string_view text = reader_.peeked();
      if (text.size() > begin) {
        if (const auto size = first_row_size(text.substr(begin))) return begin + *size;
      }
      if (text.size() > kLongestHeader || !reader_.peek_more()) return text.size();
    }
  }

  bool refuse(Code code, Diagnostic::Details details) {
    details.emplace_back("file", file_);
    report(code, std::move(details));
    return false;
  }

  /// The names in the header, parted by `delimiter`.
  std::vector<std::string> names(char delimiter) const {
    const CsvBlock block = scan_csv(text_, {delimiter, header_.dialect.line_end});
    std::vector<std::string> found;
    std::string storage;
    if (block.rows.empty()) return found;
    for (std::size_t i = 0; i < block.rows.front().cells; ++i) {
      found.emplace_back(trimmed(unquoted(block.raw_cell(block.rows.front(), i), storage)));
    }
    return found;
  }

  /// The delimiter that parts the header into most names that are known, else into most names.
  void choose_dialect() {
    char& delimiter = header_.dialect.delimiter;
    std::pair<std::size_t, std::size_t> most{0, 0};
    for (const char candidate : kDelimiters) {
      std::pair<std::size_t, std::size_t> score{0, 0};
      for (const std::string& name : names(candidate)) {
        ++score.second;
        if (known_in_any_shape(name)) ++score.first;
      }
      if (score <= most) continue;
      most = score;
      delimiter = candidate;
    }
    delimiter = header_.choices.delimiter.value_or(delimiter);
    header_.decimal_mark = delimiter == ',' ? '.' : ',';
    reader_.set_dialect(header_.dialect);
  }

  bool known_in_any_shape(const std::string& name) const {
    for (const CsvShape shape : {CsvShape::kWide, CsvShape::kLong}) {
      if (column_called(name, shape).role != Role::kIgnored) return true;
    }
    return false;
  }

  CsvColumn column_called(const std::string& written, CsvShape shape) const {
    const std::string name = fold(written);
    CsvColumn column;
    column.name = written;
    const auto in = [&](const auto& table) {
      for (const NamedRole& entry : table) {
        if (entry.name == name) column.role = entry.role;
      }
    };
    in(kShared);
    if (shape == CsvShape::kLong) {
      in(kLong);
      return column;
    }
    if (name.rfind(kExpect, 0) == 0) {
      const auto axis = rulebook_.axis(name.substr(kExpect.size()));
      if (axis) column = {Role::kExpectation, *axis, std::nullopt, written};
      return column;
    }
    std::string indicator = name;
    for (const auto& [suffix, reg] :
         {std::pair(".discourse", Register::kDiscourse), {".practice", Register::kPractice}}) {
      if (!name.ends_with(suffix)) continue;
      indicator.resize(name.size() - std::string_view(suffix).size());
      column.reg = reg;
    }
    if (const auto index = rulebook_.indicator(indicator)) column = {Role::kCode, *index, column.reg, written};
    return column;
  }

  void name_columns() {
    const std::vector<std::string> written = names(header_.dialect.delimiter);
    const auto has = [&](std::string_view name) {
      return std::any_of(written.begin(), written.end(), [&](const std::string& w) { return fold(w) == name; });
    };
    if (has("indicator") && has("value")) header_.shape = CsvShape::kLong;
    if (written.size() > kMostColumns) {
      report(Code::kCsvTooManyColumns,
             {{"count", std::to_string(written.size())}, {"limit", std::to_string(kMostColumns)}});
      return;
    }
    for (const std::string& name : written) header_.columns.push_back(column_called(name, header_.shape));
    const CsvBlock block = scan_csv(text_, {header_.dialect.delimiter, header_.dialect.line_end});
    if (block.rows.front().fault == CsvFault::kNone) return;
    report_fault(block);
    header_.columns.clear();
  }

  void check_columns() {
    std::map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < header_.columns.size(); ++i) {
      const CsvColumn& column = header_.columns[i];
      if (column.name.empty()) {
        report_strictly(i, Code::kCsvEmptyColumn, {{"column", std::to_string(i + 1)}});
        continue;
      }
      const auto [before, is_new] = first.emplace(fold(column.name), i);
      if (!is_new) {
        report_at(i, Code::kCsvDuplicateColumn,
                  {{"found", column.name}, {"first", std::to_string(before->second + 1)}});
      } else if (column.role == Role::kIgnored) {
        report_unknown(i);
      } else if (column.role == Role::kCode && column.reg) {
        check_split(i);
      }
    }
    if (header_.columns.empty()) return;
    if (!header_.find(Role::kBloc)) {  // then the row is no header, and what it does not name matters little
      std::erase_if(diagnostics_, [](const Diagnostic& d) { return d.code == Code::kCsvUnknownColumn; });
      return report_missing("bloc");
    }
    if (header_.shape == CsvShape::kWide && !header_.find(Role::kCode))
      report(Code::kCsvNoIndicators, {{"example", examples()}});
  }

  /// A few indicators that models need, as an example of names.
  std::string examples() const {
    std::vector<std::string> ids;
    for (const Model& model : rulebook_.models) {
      if (model.necessary.empty() || ids.size() == 3) continue;
      const std::string& id = rulebook_.indicators[indicators_of(model.necessary.front().expression).front()].id;
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
    std::string list;
    for (const std::string& id : ids) list += (list.empty() ? "" : ", ") + id;
    return list;
  }

  void check_split(std::size_t i) {
    const Indicator& indicator = rulebook_.indicators[header_.columns[i].index];
    if (indicator.subject == Subject::kBoth) return;
    Diagnostic::Details details = split_coding(indicator).details;
    details.insert(details.begin(), {"at_column", header_.columns[i].name});
    report_at(i, Code::kSplitCoding, std::move(details));
  }

  void report_unknown(std::size_t i) {
    std::vector<std::string> known;
    for (const NamedRole& entry : kShared) known.emplace_back(entry.name);
    if (header_.shape == CsvShape::kLong) {
      for (const NamedRole& entry : kLong) known.emplace_back(entry.name);
    } else {
      for (const Axis& axis : rulebook_.axes) known.push_back(std::string(kExpect) + axis.id);
      for (const Indicator& indicator : rulebook_.indicators) {
        known.push_back(indicator.id);
        if (indicator.subject != Subject::kBoth) continue;
        known.push_back(indicator.id + ".discourse");
        known.push_back(indicator.id + ".practice");
      }
    }
    Diagnostic::Details details{{"found", header_.columns[i].name}};
    if (auto near = nearest(header_.columns[i].name, known)) details.emplace_back("suggestion", *near);
    report_strictly(i, Code::kCsvUnknownColumn, std::move(details));
  }

  /// The header itself is not well written.
  void report_fault(const CsvBlock& block) {
    const CsvRow& row = block.rows.front();
    const std::string_view before(block.bytes.data(), row.fault_at);
    const auto line_begin = before.find_last_of("\r\n") + 1;  // 0 where there is none
    Diagnostic diagnostic{code_of(row.fault),
                          {file_, static_cast<int>(std::count(before.begin(), before.end(), '\n')) + line_, 0},
                          1,
                          text_.substr(line_begin, text_.find_first_of("\r\n", line_begin) - line_begin),
                          {{"limit", std::to_string(kLongestCell / 1024)},
                           {"count", std::to_string(row.line_feeds + 1)},
                           {"character", escape_unsafe(text_.substr(row.fault_at, 1))}},
                          {}};
    diagnostic.place.column = static_cast<int>(count_code_points(before.substr(line_begin))) + 1;
    diagnostics_.push_back(std::move(diagnostic));
  }

  void report_missing(const std::string& name) {
    std::vector<std::string> there;
    for (const CsvColumn& column : header_.columns) there.push_back(column.name);
    Diagnostic::Details details{{"found", name}};
    if (auto near = nearest(name, there)) details.emplace_back("suggestion", *near);
    report(Code::kCsvMissingColumn, std::move(details));
  }

  void report(Code code, Diagnostic::Details details) {
    diagnostics_.push_back({code, {file_, 0, 0}, 1, {}, std::move(details), {}});
  }

  /// At the column's name. Its place is that of its first letter in the line; names that run over lines have none.
  void report_at(std::size_t index, Code code, Diagnostic::Details details) {
    if (scanned_.rows.empty()) scanned_ = scan_csv(text_, header_.dialect);
    const CsvBlock& block = scanned_;
    const std::string_view cell = block.raw_cell(block.rows.front(), index);
    const std::string_view before(block.bytes.data(), static_cast<std::size_t>(cell.data() - block.bytes.data()));
    Diagnostic diagnostic{code, {file_, line_, 0}, 1, {}, std::move(details), {}};
    if (text_.size() <= kLongestShown && text_.find_first_of("\r\n") == std::string::npos) {
      diagnostic.place.column = static_cast<int>(count_code_points(before)) + 1;
      diagnostic.length = std::max(1, static_cast<int>(count_code_points(cell)));
      diagnostic.line = text_;
    }
    diagnostics_.push_back(std::move(diagnostic));
  }

  void report_strictly(std::size_t index, Code code, Diagnostic::Details details) {
    report_at(index, code, std::move(details));
    if (header_.choices.strict) diagnostics_.back().severity = Severity::kError;
  }

  CsvReader& reader_;
  std::string file_;
  const Rulebook& rulebook_;
  CsvHeader header_;
  std::size_t mark_ = 0;
  int line_ = 1;  ///< on which the header begins
  std::string text_;
  CsvBlock scanned_;  ///< the header in cells, once a message needs it
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::optional<std::size_t> CsvHeader::find(CsvColumn::Role role) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].role == role) return i;
  }
  return std::nullopt;
}

Loaded<CsvHeader> read_csv_header(CsvReader& reader, const std::string& file, const Rulebook& rulebook,
                                  const CsvChoices& choices) {
  return HeaderLoader(reader, file, rulebook, choices).run();
}

}  // namespace bloctype
