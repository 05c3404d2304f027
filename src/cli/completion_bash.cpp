// The script for bash. It reads the line itself, for bash parts words at `=` and `@`, which stand within ours.
#include "cli/completion.hpp"

namespace bloctype::cli {
namespace {

/// The words up to the cursor: which command they name, and which option waits for its value.
constexpr std::string_view kWords = R"sh(
  local line=${COMP_LINE:0:COMP_POINT} IFS=$' \t\n'
  local -a words
  read -r -a words <<<"$line"
  [[ $line == *[[:blank:]] ]] && words+=('')
  local last=$((${#words[@]} - 1)) command='' option='' rest='' i
  local word=${words[last]}
  for ((i = 1; i < last; ++i)); do
    if [[ $option ]]; then
      option=''
    elif [[ ! $rest && ${words[i]} == -- ]]; then
      rest=yes
    elif [[ ! $rest && ${words[i]} == -* ]]; then
      case ${words[i]} in
        @WITH_VALUE@) option=${words[i]} ;;
      esac
    elif [[ ! $command ]]; then
      command=${words[i]}
    else
      case $command in
        @GROUPS@) command+=" ${words[i]}" ;;
      esac
    fi
  done
  local value=$word offered='' paths='' ending=''
  if [[ ! $option && ! $rest && $word == --*=* ]]; then
    option=${word%%=*} value=${word#*=}
  fi
)sh";

/// What fits. Of the word, bash replaces its own part, $2, and leaves what stands before it; what is quoted it
/// completes itself, as far as it is a path.
constexpr std::string_view kReply = R"sh(
  local front=${word%"$value"} kept=${word%"$2"} part
  COMPREPLY=()
  if [[ $paths ]]; then
    compopt -o filenames 2>/dev/null
    [[ $paths == files ]] && compopt -o default 2>/dev/null
    [[ $paths == folders ]] && compopt -o dirnames 2>/dev/null
  fi
  [[ $word != *"$2" || $word == *[\"\'\\]* ]] && return 0
  for part in $offered; do
    [[ $part == "$value"* ]] || continue
    part=$front$part
    COMPREPLY+=("${part#"$kept"}")
  done
  [[ $paths ]] || return 0
  while read -r part; do
    part=$front$part
    COMPREPLY+=("${part#"$kept"}")
  done < <(
    compgen -d -- "$value"
    [[ $paths == files ]] && compgen -f -X "!*$ending" -- "$value" | while read -r part; do
      [[ -d $part ]] || printf '%s\n' "$part"
    done
  )
  return 0
}
complete -F _bloctype bloctype
)sh";

std::string words_of(const std::vector<Candidate>& candidates) {
  std::vector<std::string> words;
  for (const Candidate& candidate : candidates) words.push_back(candidate.word);
  return quoted(joined(words, " "));
}

std::string lists(const Completion& completion) {
  std::string out;
  for (const CandidateList& list : completion.lists) {
    const std::string name(list.name);
    out += "  local " + name + "=" + words_of(list.words) + "\n";
    if (!list.dated.empty()) out += "  local dated_" + name + "=" + words_of(list.dated) + "\n";
  }
  return out;
}

/// Behind an `@`, a list gives its dated words.
std::string dated_lists(const Completion& completion) {
  std::string out;
  for (const CandidateList& list : completion.lists) {
    if (list.dated.empty()) continue;
    out += "  [[ $value == *@* ]] && " + std::string(list.name) + "=$dated_" + std::string(list.name) + "\n";
  }
  return out;
}

/// `offered="en es pt" paths=files`: what an offer sets; empty for nothing.
std::string set_by(const Offer& offer) {
  std::vector<std::string> words = offer.choices;
  for (const std::string_view list : offer.lists) words.push_back("$" + std::string(list));
  std::vector<std::string> parts;
  if (!words.empty()) parts.push_back("offered=\"" + joined(words, " ") + "\"");
  if (offer.paths == Offer::Paths::kFiles) parts.push_back("paths=files");
  if (offer.paths == Offer::Paths::kFolders) parts.push_back("paths=folders");
  if (!offer.ending.empty()) parts.push_back("ending=." + offer.ending);
  return joined(parts, " ");
}

/// The branches for the values of options; `any` is a pattern for what stands before `command`, or empty.
std::string value_branches(const std::string& any, const std::string& command,
                           const std::vector<OfferedOption>& options) {
  std::string out;
  for (const OfferedOption& option : options) {
    const std::string set = set_by(option.value);
    if (set.empty()) continue;
    std::vector<std::string> patterns;
    for (const std::string& spelling : spellings(option.option))
      patterns.push_back(any + quoted(command + " " + spelling));
    out += "      " + joined(patterns, " | ") + ") " + set + " ;;\n";
  }
  return out;
}

std::string names_of(const std::vector<OfferedOption>& options) {
  std::vector<std::string> names;
  for (const OfferedOption& option : options) {
    for (std::string& spelling : spellings(option.option)) names.push_back(std::move(spelling));
  }
  return joined(names, " ");
}

std::string names_of(const std::vector<OfferedCommand>& commands) {
  std::vector<std::string> names;
  for (const OfferedCommand& command : commands) names.push_back(command.name);
  return joined(names, " ");
}

std::string values(const Completion& completion) {
  std::string out = "  if [[ $option ]]; then\n    case \"$command $option\" in\n";
  out += value_branches("*", "", completion.common) + value_branches("", "", completion.program);
  for (const OfferedCommand& command : completion.commands) out += value_branches("", command.name, command.options);
  return out + "    esac\n";
}

std::string options(const Completion& completion) {
  std::string out = "  elif [[ ! $rest && $word == -* ]]; then\n    case $command in\n";
  out += "      '') offered='" + names_of(completion.program) + "' ;;\n";
  for (const OfferedCommand& command : completion.commands) {
    if (command.options.empty()) continue;
    out += "      " + quoted(command.name) + ") offered='" + names_of(command.options) + "' ;;\n";
  }
  return out + "    esac\n    offered+=' " + names_of(completion.common) + "'\n";
}

std::string arguments(const Completion& completion) {
  std::string out = "  else\n    case $command in\n";
  out += "      '') offered='" + names_of(first_words(completion)) + "' ;;\n";
  for (const OfferedCommand& group : completion.groups) {
    out += "      " + quoted(group.name) + ") offered='" + names_of(second_words(completion, group.name)) + "' ;;\n";
  }
  for (const OfferedCommand& command : completion.commands) {
    const std::string set = set_by(command.arguments);
    if (!set.empty()) out += "      " + quoted(command.name) + ") " + set + " ;;\n";
  }
  return out + "    esac\n  fi\n";
}

}  // namespace

std::string bash_completion(const Completion& completion) {
  std::vector<std::string> groups;
  for (const OfferedCommand& group : completion.groups) groups.push_back(group.name);
  std::string words = replaced(kWords, "@WITH_VALUE@", joined(options_with_value(completion), " | "));
  words = replaced(words, "@GROUPS@", joined(groups, " | "));
  return "# " + completion.made_by + "\n\n_bloctype() {\n" + lists(completion) + words + dated_lists(completion) +
         "\n" + values(completion) + options(completion) + arguments(completion) + std::string(kReply);
}

}  // namespace bloctype::cli
