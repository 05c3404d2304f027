// Columns, not bytes: what is escaped or wide takes more of them.
#include "page/excerpt.hpp"

#include <algorithm>
#include <vector>

#include "core/utf8.hpp"

namespace bloctype {
namespace {

/// The code points of `line` one by one, as they are printed.
std::vector<std::string> printed(std::string_view line) {
  std::vector<std::string> out;
  while (!line.empty()) {
    const CodePoint c = decode_utf8(line);
    const std::size_t size = std::max<std::size_t>(c.size, 1);
    const std::string_view bytes = line.substr(0, size);
    out.push_back(bytes == "\t" ? " " : escape_unsafe(bytes));
    line.remove_prefix(size);
  }
  return out;
}

/// Columns before each part, and all of them behind the last.
std::vector<std::size_t> columns_before(const std::vector<std::string>& parts) {
  std::vector<std::size_t> columns{0};
  for (const std::string& part : parts) columns.push_back(columns.back() + display_width(part));
  return columns;
}

}  // namespace

Excerpt excerpt(std::string_view line, int column, int length, std::size_t room) {
  const std::vector<std::string> parts = printed(line);
  const std::vector<std::size_t> columns = columns_before(parts);
  const auto width_of = [&](std::size_t from, std::size_t to) {
    const std::size_t last = std::min(to, parts.size());
    return from < last ? columns[last] - columns[from] : 0;
  };
  const std::size_t at = static_cast<std::size_t>(std::max(column, 1) - 1);
  const std::size_t wanted = static_cast<std::size_t>(std::max(length, 1));
  std::size_t begin = 0;
  const bool fits = columns.back() <= room;
  while (!fits && width_of(begin, at) > room / 2) ++begin;
  std::size_t end = begin;
  while (end < parts.size() && width_of(begin, end + 1) <= room) ++end;
  Excerpt result;
  const bool cut_before = begin > 0;
  if (cut_before) result.text = "…";
  for (std::size_t i = begin; i < end; ++i) result.text += parts[i];
  if (end < parts.size()) result.text += "…";
  result.indent = (cut_before ? 1 : 0) + width_of(begin, at);
  result.width = std::max<std::size_t>(1, width_of(at, std::min(at + wanted, end)));
  return result;
}

}  // namespace bloctype
