// The script for fish: a `complete` for each word and option, and a function for each list.
#include "cli/completion.hpp"

namespace bloctype::cli {
namespace {

/// The command that the words up to the cursor name.
constexpr std::string_view kCommand = R"sh(
function __bloctype_command
    set -l words
    set -l option
    set -l tokens (commandline -opc)
    for token in $tokens[2..-1]
        if set -q option[1]
            set -e option[1]
            continue
        end
        switch $token
            case @WITH_VALUE@
                set option $token
            case '-*'
            case '*'
                set words $words $token
        end
    end
    switch "$words[1]"
        case @GROUPS@
            echo "$words[1..2]"
        case '*'
            echo "$words[1]"
    end
end

function __bloctype_at
    test (__bloctype_command) = "$argv[1]"
end
)sh";

std::string fish_quoted(std::string_view text) {
  return "'" + replaced(replaced(text, "\\", "\\\\"), "'", "\\'") + "'";
}

std::string printed(const std::vector<Candidate>& candidates, std::string_view indent) {
  if (candidates.empty()) return std::string(indent) + "true\n";
  std::string out = std::string(indent) + "printf '%s\\t%s\\n'";
  for (const Candidate& candidate : candidates) {
    out += " \\\n" + std::string(indent) + "    " + candidate.word + " " + fish_quoted(candidate.description);
  }
  return out + "\n";
}

std::string list_function(const CandidateList& list) {
  std::string out = "\nfunction __bloctype_" + std::string(list.name) + "\n";
  if (list.dated.empty()) return out + printed(list.words, "    ") + "end\n";
  out += "    if string match -q '*@*' -- (commandline -ct)\n" + printed(list.dated, "        ");
  return out + "    else\n" + printed(list.words, "        ") + "    end\nend\n";
}

/// What `-a` and its neighbours say of an offer; `-x` or nothing is left to the caller.
std::string words_of(const Offer& offer) {
  std::vector<std::string> parts = offer.choices;
  for (const std::string_view list : offer.lists) parts.push_back("(__bloctype_" + std::string(list) + ")");
  if (offer.paths == Offer::Paths::kFolders) parts.emplace_back("(__fish_complete_directories)");
  if (!offer.ending.empty()) parts.push_back("(__fish_complete_suffix ." + offer.ending + ")");
  return parts.empty() ? "" : " -a " + fish_quoted(joined(parts, " "));
}

bool takes_any_file(const Offer& offer) { return offer.paths == Offer::Paths::kFiles && offer.ending.empty(); }

std::string complete(const std::string& command) {
  return "complete -c bloctype -n " + fish_quoted("__bloctype_at " + fish_quoted(command));
}

std::string option_line(const std::string& start, const OfferedOption& offered) {
  const OptionInfo& option = offered.option;
  std::string out = start + " -l " + std::string(option.name);
  if (!option.short_name.empty()) out += " -s " + std::string(option.short_name);
  if (!option.value.empty()) out += (takes_any_file(offered.value) ? " -r -F" : " -x") + words_of(offered.value);
  return out + " -d " + fish_quoted(offered.brief) + "\n";
}

std::string command_lines(const OfferedCommand& command) {
  const std::string start = complete(command.name);
  std::string out = "\n";
  for (const OfferedOption& option : command.options) out += option_line(start, option);
  const std::string words = words_of(command.arguments);
  if (!words.empty()) out += start + words + "\n";
  if (takes_any_file(command.arguments)) out += start + " -F\n";
  return out;
}

std::string choice_lines(const std::string& before, const std::vector<OfferedCommand>& commands) {
  std::string out;
  for (const OfferedCommand& command : commands) {
    out += complete(before) + " -a " + command.name + " -d " + fish_quoted(command.brief) + "\n";
  }
  return out;
}

}  // namespace

std::string fish_completion(const Completion& completion) {
  std::vector<std::string> groups;
  for (const OfferedCommand& group : completion.groups) groups.push_back(group.name);
  std::string functions = replaced(kCommand, "@WITH_VALUE@", joined(options_with_value(completion), " "));
  std::string out = "# " + completion.made_by + "\n" + replaced(functions, "@GROUPS@", joined(groups, " "));
  for (const CandidateList& list : completion.lists) out += list_function(list);
  out += "\ncomplete -c bloctype -f\n" + choice_lines("", first_words(completion));
  for (const OfferedCommand& group : completion.groups) {
    out += choice_lines(group.name, second_words(completion, group.name));
  }
  out += "\n";
  for (const OfferedOption& option : completion.common) out += option_line("complete -c bloctype", option);
  for (const OfferedOption& option : completion.program) out += option_line(complete(""), option);
  for (const OfferedCommand& command : completion.commands) out += command_lines(command);
  return out;
}

}  // namespace bloctype::cli
