// Reads environment variables and asks the terminal.
#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "embed/shipped.hpp"

namespace bloctype::cli {
namespace {

constexpr std::size_t kDefaultWidth = 80;
constexpr std::size_t kLeastWidth = 30;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

std::size_t width_in(const std::string& text) {
  const auto number = parse_year(text);  // 1 to 4 digits
  return number ? static_cast<std::size_t>(*number) : 0;
}

std::size_t choose_width(const Invocation& invocation, int fd) {
  std::size_t width = width_in(invocation.get("width"));
  if (width == 0) width = width_in(environment("COLUMNS"));
  winsize size{};
  if (width == 0 && ioctl(fd, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  return width == 0 ? kDefaultWidth : std::max(width, kLeastWidth);
}

Colour choose_colour(const Invocation& invocation, int fd) {
  const std::string when = invocation.get("color", "auto");
  if (when != "auto") return when == "always" ? Colour::kAlways : Colour::kNever;
  if (!environment("NO_COLOR").empty() || environment("TERM") == "dumb") return Colour::kNever;
  return isatty(fd) == 1 ? Colour::kAlways : Colour::kNever;
}

}  // namespace

std::string choose_language(const Invocation& invocation) {
  std::string wanted = invocation.get("lang");
  for (const char* name : {"BLOCTYPE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (wanted.empty()) wanted = environment(name);
  }
  const std::string code = fold(wanted.substr(0, 2));
  const std::vector<std::string> languages = interface_languages();
  return std::find(languages.begin(), languages.end(), code) != languages.end() ? code : "en";
}

Style choose_style(const Invocation& invocation, int fd) {
  Style style{choose_width(invocation, fd), choose_colour(invocation, fd), Layout::kUsual};
  if (!environment("ACCESSIBLE").empty() && environment("ACCESSIBLE") != "0") style.layout = Layout::kAccessible;
  if (fd == STDOUT_FILENO && invocation.has("output") && invocation.get("color", "auto") == "auto") {
    style.colour = Colour::kNever;
  }
  return style;
}

}  // namespace bloctype::cli
