// Single quotes keep all but themselves.
#include "cli/shell_word.hpp"

#include <algorithm>

#include "core/utf8.hpp"

namespace bloctype::cli {
namespace {

bool is_plain(char c) {
  constexpr std::string_view kMarks = "_-./@:,+%";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80 || kMarks.find(c) != std::string_view::npos;
}

}  // namespace

std::string shell_word(std::string_view text) {
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) return escape_unsafe(text);
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return escape_unsafe(quoted + "'");
}

}  // namespace bloctype::cli
