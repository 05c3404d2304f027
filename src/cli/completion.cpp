// `--completion SHELL`: gathers what can be offered. The words of the table (AXIS, FILE, BLOC...) say what stands
// where.
#include "cli/completion.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "cli/command_text.hpp"
#include "cli/commands.hpp"
#include "core/utf8.hpp"
#include "model/names.hpp"

namespace bloctype::cli {
namespace {

constexpr std::string_view kBlocs = "blocs";
constexpr std::string_view kEntries = "entries";
constexpr std::string_view kAxes = "axes";
constexpr std::string_view kModels = "models";
constexpr std::string_view kIndicators = "indicators";

constexpr std::string_view kFile = "FILE";
constexpr std::string_view kFolder = "DIR";

/// What a word of the table stands for. A NAME among the arguments is one of the rulebook or a bloc; as the value of an
/// option it is one of the user's own.
struct Meaning {
  std::string_view word;
  std::vector<std::string_view> lists;
  Offer::Paths paths = Offer::Paths::kNone;
};

Offer offer_of(std::string_view word, const std::vector<Meaning>& meanings) {
  Offer offer;
  const std::size_t dot = word.find('.');
  if (dot != std::string_view::npos) offer.ending = word.substr(dot + 1);
  for (const Meaning& meaning : meanings) {
    if (meaning.word != word.substr(0, dot)) continue;
    offer.lists = meaning.lists;
    offer.paths = meaning.paths;
  }
  return offer;
}

Offer offer_of_value(const OptionInfo& option) {
  const std::vector<Meaning> meanings = {
      {"AXIS", {kAxes}},
      {"MODEL", {kModels}},
      {"INDICATOR", {kIndicators}},
      {"BLOC", {kBlocs}},
      {kFile, {}, Offer::Paths::kFiles},
      {kFolder, {}, Offer::Paths::kFolders},
  };
  Offer offer = offer_of(option.value, meanings);
  offer.choices = choices_of(option);
  return offer;
}

/// All that can stand among the arguments: order and number are left to the command.
Offer offer_of_arguments(std::string_view arguments) {
  const std::vector<Meaning> meanings = {
      {"BLOC", {kBlocs}, Offer::Paths::kFiles},
      {"NAME", {kEntries, kBlocs}},
      {kFile, {}, Offer::Paths::kFiles},
      {kFolder, {}, Offer::Paths::kFolders},
  };
  Offer all;
  for (std::string word : split(arguments, ' ')) {
    word.erase(word.find_last_not_of("].") + 1);
    word.erase(0, word.find_first_not_of('['));
    if (word.find('|') != std::string::npos) all.choices = split(word, '|');
    Offer offer = offer_of(word, meanings);
    for (const std::string_view list : offer.lists) {
      if (std::find(all.lists.begin(), all.lists.end(), list) == all.lists.end()) all.lists.push_back(list);
    }
    if (!offer.ending.empty()) all.ending = offer.ending;
    if (all.paths != Offer::Paths::kFiles && offer.paths != Offer::Paths::kNone) all.paths = offer.paths;
  }
  return all;
}

bool needs_no_quotes(std::string_view word) {
  return !word.empty() && word.front() != '-' && std::all_of(word.begin(), word.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("_.@+-").find(c) != std::string_view::npos;
  });
}

/// Words of one kind as they are gathered: none twice, none that needs quotes.
class Words {
 public:
  void add(std::string word, std::string_view description) {
    if (!needs_no_quotes(word) || !seen_.insert(word).second) return;
    words_.push_back({std::move(word), escape_unsafe(description)});
  }
  template <typename Entry>
  void add_all(const std::vector<Entry>& entries, const std::string& language) {
    for (const Entry& entry : entries) add(entry.id, entry.label.in(language));
  }
  std::vector<Candidate> take() { return std::move(words_); }

 private:
  std::vector<Candidate> words_;
  std::set<std::string> seen_;
};

template <typename Entry>
std::vector<Candidate> words_of(const std::vector<Entry>& entries, const std::string& language) {
  Words words;
  words.add_all(entries, language);
  return words.take();
}

/// All of the rulebook that has a name.
std::vector<Candidate> entries_of(const Rulebook& rulebook, const std::string& language) {
  Words words;
  words.add_all(rulebook.axes, language);
  words.add_all(rulebook.models, language);
  words.add_all(rulebook.indicators, language);
  words.add_all(rulebook.findings, language);
  words.add_all(rulebook.verdicts, language);
  for (const Reference& source : rulebook.sources) {
    words.add(source.id, source.title);
    words.add_all(source.sections, language);
  }
  return words.take();
}

CandidateList list_of_blocs(const std::vector<Description>& blocs, const std::string& language) {
  Words names, dated;
  for (const Description& bloc : blocs) {
    names.add(bloc.bloc, bloc.name.in(language));
    for (const Period& period : bloc.periods) {
      if (period.from) dated.add(bloc.bloc + "@" + std::to_string(*period.from), period.id);
    }
  }
  return {kBlocs, names.take(), dated.take()};
}

std::vector<OfferedOption> offered(const Catalogue& texts, std::string_view command,
                                   std::span<const OptionInfo> options) {
  std::vector<OfferedOption> list;
  for (const OptionInfo& option : options) {
    list.push_back({option, brief_of_option(texts, command, option.name), offer_of_value(option)});
  }
  return list;
}

Completion gather(Session& session, const Rulebook& rulebook) {
  const Catalogue& texts = session.texts();
  const std::string& language = session.language();
  Completion all;
  all.made_by = "bloctype " BLOCTYPE_VERSION " --completion " + session.invocation().get("completion");
  all.lists = {list_of_blocs(Session::shipped_blocs(rulebook, Vocabulary(rulebook)), language),
               {kEntries, entries_of(rulebook, language), {}},
               {kAxes, words_of(rulebook.axes, language), {}},
               {kModels, words_of(rulebook.models, language), {}},
               {kIndicators, words_of(rulebook.indicators, language), {}}};
  all.common = offered(texts, "", common_options());
  all.program = offered(texts, "", program_options());
  for (const CommandInfo& command : command_table()) {
    const std::string name(command.name);
    all.commands.push_back({name, brief_of_command(texts, name), offered(texts, name, command.options),
                            offer_of_arguments(command.arguments)});
    const std::string group = name.substr(0, name.find(' '));
    if (group == name || (!all.groups.empty() && all.groups.back().name == group)) continue;
    all.groups.push_back({group, brief_of_command(texts, group), {}, {}});
  }
  return all;
}

}  // namespace

std::vector<std::string> spellings(const OptionInfo& option) {
  std::vector<std::string> list;
  if (!option.short_name.empty()) list.push_back("-" + std::string(option.short_name));
  list.push_back("--" + std::string(option.name));
  return list;
}

std::vector<std::string> options_with_value(const Completion& completion) {
  std::vector<OfferedOption> options = completion.common;
  options.insert(options.end(), completion.program.begin(), completion.program.end());
  for (const OfferedCommand& command : completion.commands) {
    options.insert(options.end(), command.options.begin(), command.options.end());
  }
  std::set<std::string> found;
  for (const OfferedOption& option : options) {
    if (option.option.value.empty()) continue;
    for (std::string& spelling : spellings(option.option)) found.insert(std::move(spelling));
  }
  return {found.begin(), found.end()};
}

std::vector<OfferedCommand> first_words(const Completion& completion) {
  std::vector<OfferedCommand> found;
  for (const OfferedCommand& command : completion.commands) {
    if (command.name.find(' ') == std::string::npos) found.push_back(command);
  }
  found.insert(found.end(), completion.groups.begin(), completion.groups.end());
  return found;
}

std::vector<OfferedCommand> second_words(const Completion& completion, const std::string& group) {
  std::vector<OfferedCommand> found;
  for (OfferedCommand command : completion.commands) {
    if (!command.name.starts_with(group + " ")) continue;
    command.name.erase(0, group.size() + 1);
    found.push_back(std::move(command));
  }
  return found;
}

std::string joined(const std::vector<std::string>& parts, std::string_view joint) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(joint)) + part;
  return text;
}

std::string replaced(std::string_view text, std::string_view part, std::string_view by) {
  std::string out(text);
  for (auto at = out.find(part); at != std::string::npos; at = out.find(part, at + by.size())) {
    out.replace(at, part.size(), by);
  }
  return out;
}

std::string quoted(std::string_view text) { return "'" + replaced(text, "'", "'\\''") + "'"; }

void completion(Session& session) {
  constexpr std::pair<std::string_view, std::string (*)(const Completion&)> kShells[] = {
      {"bash", bash_completion},
      {"zsh", zsh_completion},
      {"fish", fish_completion},
  };
  const auto rulebook = session.load_rulebook();
  if (rulebook == nullptr) return;
  for (const auto& [shell, script] : kShells) {
    if (session.invocation().get("completion") == shell) session.write(script(gather(session, *rulebook)));
  }
}

}  // namespace bloctype::cli
