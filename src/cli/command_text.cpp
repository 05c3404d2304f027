// Keys of commands and options in the interface texts.
#include "cli/command_text.hpp"

#include <algorithm>

namespace bloctype::cli {
namespace {

/// `text` up to the first full stop or semicolon with a word before it and a blank behind, without the last full stop.
std::string first_clause(std::string_view text) {
  const std::size_t end = text.find_last_not_of(". \n") + 1;
  for (std::size_t i = 1; i + 1 < end; ++i) {
    const bool is_mark = (text[i] == '.' || text[i] == ';') && text[i + 1] == ' ';
    if (is_mark && text[i - 1] != ' ') return std::string(text.substr(0, i));
  }
  return std::string(text.substr(0, end));
}

}  // namespace

std::string key_of(std::string_view command) {
  std::string key = "command." + std::string(command);
  std::replace(key.begin(), key.end(), ' ', '.');
  return key;
}

std::string option_text(const Catalogue& texts, std::string_view command, std::string_view option) {
  const std::string own = key_of(command) + ".option." + std::string(option);
  return texts.say(texts.has(own) ? own : "option." + std::string(option));
}

std::string brief_of_command(const Catalogue& texts, std::string_view command) {
  return texts.say(key_of(command) + ".brief");
}

std::string brief_of_option(const Catalogue& texts, std::string_view command, std::string_view option) {
  return first_clause(option_text(texts, command, option));
}

std::string value_of(const OptionInfo& option) {
  return std::string(option.choices.empty() ? option.value : option.choices);
}

std::vector<std::pair<std::string, std::string>> entries_of(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> entries;
  for (const std::string& line : split(text, '\n')) {
    const auto begin = line.find_first_not_of(' ');
    if (begin == std::string::npos) continue;
    const auto end = line.find("  ", begin);
    const auto says = line.find_first_not_of(' ', end);
    entries.emplace_back(line.substr(begin, end - begin), says == std::string::npos ? "" : line.substr(says));
  }
  return entries;
}

}  // namespace bloctype::cli
