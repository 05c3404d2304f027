// What the interface texts say of commands and options. Help, the manual and the shells' completion take it from here,
// so that they say the same.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command_line.hpp"
#include "text/catalogue.hpp"

namespace bloctype::cli {

/// `command.rules.check` of `rules check`.
std::string key_of(std::string_view command);

/// A command's own text of an option where it has one, else the one that they share.
std::string option_text(const Catalogue& texts, std::string_view command, std::string_view option);

/// A command, or a group of them, in a few words.
std::string brief_of_command(const Catalogue& texts, std::string_view command);
/// The text of an option up to its first full stop or semicolon.
std::string brief_of_option(const Catalogue& texts, std::string_view command, std::string_view option);

/// What the help shows for an option's value: its choices, or what it stands for; empty for a switch.
std::string value_of(const OptionInfo& option);

/// The entries of a text that lists some, one a line: what stands before two blanks, and what stands behind.
std::vector<std::pair<std::string, std::string>> entries_of(std::string_view text);

}  // namespace bloctype::cli
