// The script for zsh: specifications for its _arguments, and a function for each list.
#include "cli/completion.hpp"

namespace bloctype::cli {
namespace {

/// Offers lists by name, and paths: `files`, `files.csv`, `folders`.
constexpr std::string_view kOffer = R"sh(
_bloctype_offer() {
  local what ret=1
  for what; do
    case $what in
      files) _files && ret=0 ;;
      files.*) _files -g "*.${what#files.}" && ret=0 ;;
      folders) _files -/ && ret=0 ;;
      *) _bloctype_$what && ret=0 ;;
    esac
  done
  return ret
}
)sh";

/// `( 'word:what it is' ... )`
std::string array_of(const std::vector<Candidate>& candidates, std::string_view indent) {
  std::string out = "(\n";
  for (const Candidate& candidate : candidates) {
    out += std::string(indent) + "  " + quoted(candidate.word + ":" + candidate.description) + "\n";
  }
  return out + std::string(indent) + ")";
}

std::string list_function(const CandidateList& list) {
  const std::string name(list.name);
  std::string out = "\n_bloctype_" + name + "() {\n  local -a entries\n";
  out += "  entries=" + array_of(list.words, "  ") + "\n";
  if (!list.dated.empty()) out += "  [[ $PREFIX == *@* ]] && entries=" + array_of(list.dated, "  ") + "\n";
  return out + "  _describe -t " + name + " " + name + " entries\n}\n";
}

/// The action of a specification.
std::string action_of(const Offer& offer) {
  if (!offer.choices.empty()) return "(" + joined(offer.choices, " ") + ")";
  std::vector<std::string> parts;
  for (const std::string_view list : offer.lists) parts.emplace_back(list);
  if (offer.paths == Offer::Paths::kFiles) parts.push_back(offer.ending.empty() ? "files" : "files." + offer.ending);
  if (offer.paths == Offer::Paths::kFolders) parts.emplace_back("folders");
  return parts.empty() ? " " : " _bloctype_offer " + joined(parts, " ");
}

/// A description as it stands between brackets.
std::string bracketed(const std::string& text) {
  return "[" + replaced(replaced(replaced(text, "\\", "\\\\"), "[", "\\["), "]", "\\]") + "]";
}

std::string specification(const OfferedOption& offered, const std::string& spelling, const std::string& excluded) {
  const OptionInfo& option = offered.option;
  std::string text = option.repeatable ? "*" : excluded;
  text += spelling;
  if (!option.value.empty()) text += spelling.starts_with("--") ? "=" : "+";
  text += bracketed(offered.brief);
  if (!option.value.empty()) text += ":" + std::string(option.value) + ":" + action_of(offered.value);
  return quoted(text);
}

std::string specifications(const std::vector<OfferedOption>& options, std::string_view indent) {
  std::string out;
  for (const OfferedOption& option : options) {
    const std::vector<std::string> all = spellings(option.option);
    const std::string excluded = all.size() > 1 ? "(" + joined(all, " ") + ")" : "";
    for (const std::string& spelling : all) {
      out += std::string(indent) + specification(option, spelling, excluded) + "\n";
    }
  }
  return out;
}

std::string named(std::string_view command) { return "_bloctype_at_" + replaced(command, " ", "_"); }

std::string command_function(const OfferedCommand& command) {
  std::string out = "\n" + named(command.name) + "() {\n  local -a options\n  options=(\n";
  out += specifications(command.options, "    ") + "  )\n  _arguments -S : $common $options";
  const Offer& offer = command.arguments;
  if (!offer.choices.empty() || !offer.lists.empty() || offer.paths != Offer::Paths::kNone) {
    out += " " + quoted("*:" + std::string("argument") + ":" + action_of(offer));
  }
  return out + "\n}\n";
}

/// A function that completes one of `commands`, and then what that takes. `before` is the name it is reached by.
std::string choice_function(const std::string& name, const std::vector<OfferedCommand>& commands,
                            const std::string& before, const std::string& options) {
  std::vector<Candidate> words;
  std::string branches;
  for (const OfferedCommand& command : commands) {
    words.push_back({command.name, command.brief});
    branches += "        " + command.name + ") " + named(before + command.name) + " && ret=0 ;;\n";
  }
  std::string out = "\n" + name + "() {\n  local curcontext=$curcontext state line ret=1\n  local -a commands\n";
  out += "  typeset -A opt_args\n  commands=" + array_of(words, "  ") + "\n";
  out += "  _arguments -C -S : $common " + options + "'1: :->command' '*:: :->rest' && ret=0\n";
  out += "  case $state in\n    command) _describe -t commands command commands && ret=0 ;;\n";
  out += "    rest)\n      case $words[1] in\n" + branches + "      esac\n      ;;\n  esac\n  return ret\n}\n";
  return out;
}

}  // namespace

std::string zsh_completion(const Completion& completion) {
  std::string out = "#compdef bloctype\n# " + completion.made_by + "\n" + std::string(kOffer);
  for (const CandidateList& list : completion.lists) out += list_function(list);
  for (const OfferedCommand& command : completion.commands) out += command_function(command);
  for (const OfferedCommand& group : completion.groups) {
    out += choice_function(named(group.name), second_words(completion, group.name), group.name + " ", "");
  }
  out += choice_function("_bloctype_program", first_words(completion), "", "$program ");
  out += "\n_bloctype() {\n  local -a common program\n  common=(\n" + specifications(completion.common, "    ");
  out += "  )\n  program=(\n" + specifications(completion.program, "    ") + "  )\n  _bloctype_program\n}\n";
  // Read by the completion system, the file is the body of _bloctype; read by hand, it says what it completes.
  return out +
         "\nif [[ $funcstack[1] == _bloctype ]]; then\n  _bloctype \"$@\"\nelse\n  compdef _bloctype bloctype\nfi\n";
}

}  // namespace bloctype::cli
