// Documents: looking up a key, and a diagnostic with the line it stands on.
#include "model/document.hpp"

#include <algorithm>

namespace bloctype {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Past the line end (LF, CR LF or CR) that follows `offset`; npos where the text ends first.
std::size_t next_line(std::string_view text, std::size_t offset) {
  const std::size_t end = text.find_first_of("\r\n", offset);
  if (end == std::string_view::npos) return end;
  return end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
}

/// Where line `number` (from 1) starts; npos where there is none.
std::size_t start_of_line(const Source& source, std::int32_t number) {
  const auto index = static_cast<std::size_t>(number) - 1;
  if (!source.line_starts.empty()) {
    return index < source.line_starts.size() ? source.line_starts[index] : std::string_view::npos;
  }
  std::size_t start = 0;
  for (std::size_t i = 0; i < index && start != std::string_view::npos; ++i) start = next_line(source.text, start);
  return start;
}

std::string_view line_at(const Source& source, std::int32_t number) {
  const std::size_t start = number < 1 ? std::string_view::npos : start_of_line(source, number);
  if (start == std::string_view::npos) return {};
  std::string_view line = std::string_view(source.text).substr(start);
  line = line.substr(0, line.find_first_of("\r\n"));
  if (number == 1 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  return line;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const Node& node) { return node.text == key; });
  return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

const Node* Node::find_key(std::string_view key) const {
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const Node& k) { return k.text == key; });
  return found == keys.end() ? nullptr : &*found;
}

std::vector<std::uint32_t> find_line_starts(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t next = next_line(text, 0); next != std::string_view::npos; next = next_line(text, next)) {
    starts.push_back(static_cast<std::uint32_t>(next));
  }
  return starts;
}

Diagnostic diagnose(const Source& source, Mark mark, Code code, Diagnostic::Details details) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.place = {source.name, mark.line, mark.column};
  diagnostic.length = std::max(mark.length, 1);
  diagnostic.line = line_at(source, mark.line);
  diagnostic.details = std::move(details);
  return diagnostic;
}

}  // namespace bloctype
