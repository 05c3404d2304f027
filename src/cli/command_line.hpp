// The command line as data: which commands and options there are (one table that the parser, the help and the tests
// read), and what the user asked for. The only file that includes CLI11 is command_line.cpp.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"

namespace bloctype::cli {

/// An option of a command. Its description is the interface text `option.NAME`. What a shell offers for its value goes
/// by the word in `value` (see completion.cpp).
struct OptionInfo {
  std::string_view name;        ///< without dashes: `why-not`
  std::string_view short_name;  ///< a letter, or empty
  std::string_view value;       ///< what it takes, as help shows it: `MODEL`; empty for a switch
  std::string_view choices;     ///< the values it may have, joined by `|`; empty for any
  bool repeatable = false;
};

/// A command. Its texts are `command.NAME.brief` (a few words), `.about` and `.examples`; a blank in NAME is a dot.
struct CommandInfo {
  std::string_view name;       ///< one word, or two for a command of a group: `rules check`
  std::string_view arguments;  ///< as help shows them: `BLOC...`; a shell offers what each word stands for
  std::span<const OptionInfo> options;
};

std::span<const CommandInfo> command_table();
/// The commands of a group: those whose first word is `group`.
std::vector<CommandInfo> commands_of(std::string_view group);
/// Options that every command takes.
std::span<const OptionInfo> common_options();
/// Options of the program itself, which go without a command.
std::span<const OptionInfo> program_options();
/// The values of an option that may have only certain ones.
std::vector<std::string> choices_of(const OptionInfo& option);
/// `text` parted at each `separator`.
std::vector<std::string> split(std::string_view text, char separator);

/// What the user asked for. Options are as written; `choices` have been checked.
struct Invocation {
  std::string command;  ///< as in the table; a group's name where none of its commands was given; empty for neither
  std::vector<std::string> arguments;
  std::map<std::string, std::vector<std::string>, std::less<>> options;  ///< switches have an empty value
  bool wants_help = false;
  bool wants_version = false;

  bool has(std::string_view option) const { return options.find(option) != options.end(); }
  /// The last value given, or `otherwise`.
  std::string get(std::string_view option, std::string_view otherwise = "") const;
  std::vector<std::string> all(std::string_view option) const;
};

/// The options that say how to report mistakes (language, form, colour, width), read even from a command line that does
/// not parse.
Invocation reporting_options(int argc, const char* const* argv);

/// Parses; every mistake is a kUsage diagnostic (details: `problem`, an interface text, and its values).
Loaded<Invocation> parse_command_line(int argc, const char* const* argv);

}  // namespace bloctype::cli
