// What the help tells of commands and options, for tests of what else is made from the same table.
#pragma once

#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/run.hpp"

namespace bloctype::blackbox {

/// The commands that the general help lists: `rules check`.
inline std::vector<std::string> commands_in_help() {
  static const std::regex kCommand("^  ([a-z]+( [a-z]+)?)  +\\S.*");
  std::vector<std::string> commands;
  std::istringstream help(run_with({"--help"}).out);
  bool in_list = false;
  for (std::string line; std::getline(help, line);) {
    std::smatch match;
    if (line == "Commands") in_list = true;
    if (line.empty()) in_list = false;
    if (in_list && std::regex_match(line, match, kCommand)) commands.push_back(match[1]);
  }
  return commands;
}

/// The options that the help of a command lists (the general help for an empty one), in each spelling: `-o`,
/// `--output`.
inline std::set<std::string> options_in_help(const std::string& command) {
  static const std::regex kOption("^ {2,6}(?:(-[a-z]), )?(--[a-z-]+)(?: .*)?$");
  std::vector<std::string> arguments;
  std::istringstream words(command);
  for (std::string word; words >> word;) arguments.push_back(word);
  arguments.push_back("--help");
  std::set<std::string> options;
  std::istringstream help(run_with(arguments).out);
  for (std::string line; std::getline(help, line);) {
    std::smatch match;
    if (!std::regex_match(line, match, kOption)) continue;
    options.insert(match[2]);
    if (match[1].matched) options.insert(match[1]);
  }
  return options;
}

}  // namespace bloctype::blackbox
