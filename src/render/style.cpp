// Colours and wrapping.
#include "render/style.hpp"

#include <array>

#include "core/utf8.hpp"

namespace bloctype {

std::string painted(std::string_view text, Tone tone, Colour colour) {
  constexpr std::array<std::string_view, 6> kCodes = {"", "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[31m", "\x1b[33m"};
  const std::string_view code = kCodes[static_cast<std::size_t>(tone)];
  if (colour == Colour::kNever || code.empty()) return std::string(text);
  return std::string(code) + std::string(text) + "\x1b[0m";
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t first, std::size_t indent) {
  std::string out;
  std::size_t column = first;
  bool fresh = true;  // nothing of ours stands on this line yet
  while (!text.empty()) {
    const auto end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (word.empty()) continue;
    const std::size_t size = display_width(word);
    if (!fresh && column + 1 + size > width) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
      fresh = true;
    }
    if (!fresh) {
      out += ' ';
      ++column;
    }
    out += word;
    column += size;
    fresh = false;
  }
  return out + "\n";
}

std::string_view separator(const Style& style) { return style.layout == Layout::kUsual ? " · " : "; "; }

std::string wrapped_parts(const std::vector<std::string>& parts, std::string_view joint, std::size_t width,
                          std::size_t indent) {
  const std::string_view line_end = joint.substr(0, joint.find_last_not_of(' ') + 1);
  std::string out(indent, ' ');
  std::size_t column = indent;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool last = i + 1 == parts.size();
    const std::size_t size = display_width(parts[i]);
    if (i > 0 && column + display_width(joint) + size + (last ? 0 : display_width(line_end)) > width) {
      out += std::string(line_end) + "\n" + std::string(indent, ' ');
      column = indent;
    } else if (i > 0) {
      out += joint;
      column += display_width(joint);
    }
    out += parts[i];
    column += size;
  }
  return out + "\n";
}

}  // namespace bloctype
