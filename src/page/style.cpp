// Colours and wrapping.
#include "page/style.hpp"

#include <array>

#include "core/utf8.hpp"

namespace bloctype {

std::string painted(std::string_view text, Tone tone, Colour colour) {
  constexpr std::array<std::string_view, 5> kCodes = {"", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m"};
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
  const std::string line_end(joint.substr(0, joint.find_last_not_of(' ') + 1));
  std::string out;
  std::string line(indent, ' ');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string part = parts[i] + (i + 1 < parts.size() ? line_end : std::string());
    const bool fresh = line.size() == indent;
    if (!fresh && display_width(line) + 1 + display_width(part) > width) {
      out += line + "\n";
      line.assign(indent, ' ');
    }
    line += (line.size() == indent ? "" : " ") + part;
    if (display_width(line) <= width) continue;
    // A part that is longer than a line is broken as text is.
    const std::string broken = wrapped(std::string_view(line).substr(indent), width, indent, indent);
    const auto last = broken.rfind('\n', broken.size() - 2);
    out += std::string(indent, ' ') + broken.substr(0, last == std::string::npos ? 0 : last + 1);
    line = last == std::string::npos ? std::string(indent, ' ') + broken : broken.substr(last + 1);
    line.pop_back();
  }
  return out + line + "\n";
}

}  // namespace bloctype
