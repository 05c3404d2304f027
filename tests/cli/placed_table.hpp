// Tables of blocs as tests write them, and what `batch` makes of them: rows, counts of rows, messages in short.
#pragma once

#include <cctype>
#include <map>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/cli/run.hpp"

namespace bloctype::blackbox {

using Cells = std::vector<std::string>;

/// A header that most tests need no more than.
inline const std::string kColumns = "bloc,from,to,state_led_process,free_trade_core\n";

inline std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The cells of a CSV (RFC 4180).
inline std::vector<Cells> read_cells(const std::string& text, char delimiter = ',') {
  std::vector<Cells> rows;
  Cells row{""};
  bool in_quotes = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_quotes && c == '"' && text.substr(i + 1, 1) == "\"") {
      row.back() += text[++i];
    } else if (c == '"') {
      in_quotes = !in_quotes;
    } else if (!in_quotes && c == delimiter) {
      row.emplace_back();
    } else if (!in_quotes && c == '\n') {
      rows.push_back(std::move(row));
      row = {""};
    } else {
      row.back() += c;
    }
  }
  if (row != Cells{""}) throw std::runtime_error("the last row has no line end");
  return rows;
}

/// What `batch` wrote as CSV, by the names of its columns.
class PlacedTable {
 public:
  explicit PlacedTable(const std::string& csv, char delimiter = ',') : rows_(read_cells(csv, delimiter)) {
    if (rows_.empty()) return;
    for (std::size_t i = 0; i < rows_.front().size(); ++i) columns_[rows_.front()[i]] = i;
    rows_.erase(rows_.begin());
  }

  std::size_t size() const { return rows_.size(); }
  const std::string& cell(std::size_t row, const std::string& column) const {
    return rows_.at(row).at(columns_.at(column));
  }
  Cells column(const std::string& name) const {
    Cells cells;
    for (std::size_t row = 0; row < rows_.size(); ++row) cells.push_back(cell(row, name));
    return cells;
  }

 private:
  std::vector<Cells> rows_;
  std::map<std::string, std::size_t> columns_;
};

/// What the English summary counts: "rows in: 6 = 3 used + 1 set aside + 2 blank".
struct RowCounts {
  std::size_t rows = 0, used = 0, set_aside = 0, blank = 0, left_out = 0;
  bool operator==(const RowCounts&) const = default;
  std::size_t sum() const { return used + set_aside + blank + left_out; }
};

inline std::ostream& operator<<(std::ostream& out, const RowCounts& c) {
  return out << c.rows << " rows = " << c.used << " used + " << c.set_aside << " set aside + " << c.blank << " blank + "
             << c.left_out << " left out";
}

/// Nothing but zeros where there is no summary.
inline RowCounts counts_of(const std::string& err) {
  static const std::regex kSummary(
      R"(rows in: (\d+) = (\d+) used \+ (\d+) set aside \+ (\d+) blank(?: \+ (\d+) of other coders)?)");
  const std::string text = in_one_line(err);
  std::smatch found;
  if (!std::regex_search(text, found, kSummary)) return {};
  const auto number = [&](std::size_t i) { return found[i].matched ? std::stoul(found[i]) : 0; };
  return {number(1), number(2), number(3), number(4), number(5)};
}

/// Each message of `--error-format short` as "LINE:COLUMN SEVERITY CODE"; without LINE:COLUMN where it names no place.
inline Cells messages_of(const std::string& err) {
  static const std::regex kMessage(R"(^\S+?:(\d+:\d+:)? (error|warning): .*\[([a-z0-9-]+)\]$)");
  Cells messages;
  for (const std::string& line : lines_of(err)) {
    std::smatch found;
    if (!std::regex_match(line, found, kMessage)) continue;
    std::string place = found[1];
    if (!place.empty()) place.back() = ' ';
    messages.push_back(place + found[2].str() + " " + found[3].str());
  }
  return messages;
}

/// `batch -` on `table`, with short messages.
inline Outcome batch(const std::string& table, std::vector<std::string> options = {}) {
  options.insert(options.begin(), {"batch", "-", "--error-format", "short"});
  return run({.arguments = std::move(options), .input = table});
}

}  // namespace bloctype::blackbox
