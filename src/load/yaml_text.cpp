// Offsets to lines and columns, each in constant or logarithmic time: a text of one long line must cost no more.
#include "load/yaml_text.hpp"

#include <algorithm>

namespace bloctype {
namespace {

constexpr std::size_t kStride = 256;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string with_line_feeds(std::string_view raw) {
  if (raw.starts_with(kByteOrderMark)) raw.remove_prefix(kByteOrderMark.size());
  std::string text;
  text.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\r') {
      text += raw[i];
    } else if (i + 1 == raw.size() || raw[i + 1] != '\n') {
      text += '\n';
    }
  }
  return text;
}

}  // namespace

YamlText::YamlText(std::string_view raw) : text_(with_line_feeds(raw)), lines_{0} {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (i % kStride == 0) counts_.push_back(count);
    if (starts_code_point(text_[i])) ++count;
    if (text_[i] == '\n') lines_.push_back(static_cast<std::uint32_t>(i + 1));
  }
  if (text_.size() % kStride == 0) counts_.push_back(count);
}

std::size_t YamlText::line_of(std::size_t offset) const {
  const auto after =
      std::upper_bound(lines_.begin(), lines_.end(), static_cast<std::uint32_t>(std::min(offset, size())));
  return static_cast<std::size_t>(after - lines_.begin()) - 1;
}

std::size_t YamlText::start_of_line(std::size_t offset) const { return lines_[line_of(offset)]; }

std::size_t YamlText::end_of_line(std::size_t offset) const {
  const std::size_t next = line_of(offset) + 1;
  return next < lines_.size() ? lines_[next] - 1 : size();
}

std::size_t YamlText::first_on_line(std::size_t offset) const { return skip_blanks(start_of_line(offset)); }

std::size_t YamlText::skip_blanks(std::size_t offset) const {
  while (is_blank(at(offset))) ++offset;
  return offset;
}

std::uint32_t YamlText::code_points_before(std::size_t offset) const {
  offset = std::min(offset, size());
  std::uint32_t count = counts_[offset / kStride];
  for (std::size_t i = offset / kStride * kStride; i < offset; ++i) {
    if (starts_code_point(text_[i])) ++count;
  }
  return count;
}

Mark YamlText::mark(std::size_t begin, std::size_t end) const {
  const std::size_t line = line_of(begin);
  const auto before = static_cast<std::int32_t>(code_points_before(begin));
  const auto until = static_cast<std::int32_t>(code_points_before(std::min(end, end_of_line(begin))));
  const auto start = static_cast<std::int32_t>(code_points_before(lines_[line]));
  return {static_cast<std::int32_t>(line) + 1, before - start + 1, std::max(until - before, 1)};
}

}  // namespace bloctype
