// What a shell can offer at each place of a command line, as data: from the table of commands and a rulebook. A file
// for each shell (completion_bash.cpp, completion_zsh.cpp, completion_fish.cpp) writes it down as that shell's script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.hpp"

namespace bloctype::cli {

/// A word that can be completed, and what it stands for; letters, digits and `_ . @ + -` alone, so it needs no quotes.
struct Candidate {
  std::string word, description;
};

/// Words of one kind.
struct CandidateList {
  std::string_view name;  ///< `axes`: what scripts call it
  std::vector<Candidate> words;
  std::vector<Candidate> dated;  ///< what is offered in their place behind an `@`; empty for most
};

/// What can stand in one place. A folder can be on the way to each kind of path.
struct Offer {
  enum class Paths { kNone, kFiles, kFolders };

  std::vector<std::string> choices;
  std::vector<std::string_view> lists;  ///< by name
  Paths paths = Paths::kNone;
  std::string ending;  ///< of the files: `csv`; empty for any
};

struct OfferedOption {
  OptionInfo option;
  std::string brief;
  Offer value;
};

struct OfferedCommand {
  std::string name;  ///< `rules check`, or `rules` of a group
  std::string brief;
  std::vector<OfferedOption> options;  ///< without those that every command takes
  Offer arguments;
};

struct Completion {
  std::string made_by;  ///< how the script was made, for its head
  std::vector<CandidateList> lists;
  std::vector<OfferedOption> common, program;
  std::vector<OfferedCommand> commands, groups;
};

/// The options that take a value, with every spelling that they have: `-o`, `--output`.
std::vector<std::string> options_with_value(const Completion& completion);
std::vector<std::string> spellings(const OptionInfo& option);
/// The words that can come first: commands of one word, and groups.
std::vector<OfferedCommand> first_words(const Completion& completion);
/// The commands of a group, by their second word.
std::vector<OfferedCommand> second_words(const Completion& completion, const std::string& group);

/// `parts` with `joint` between them.
std::string joined(const std::vector<std::string>& parts, std::string_view joint);
/// `text` between `'`, as bash and zsh read it.
std::string quoted(std::string_view text);
std::string replaced(std::string_view text, std::string_view part, std::string_view by);

std::string bash_completion(const Completion& completion);
std::string zsh_completion(const Completion& completion);
std::string fish_completion(const Completion& completion);

}  // namespace bloctype::cli
