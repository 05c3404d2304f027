// The table of commands, and CLI11 set up from it.
#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "core/edit_distance.hpp"
#include "core/number.hpp"

namespace bloctype::cli {
namespace {

constexpr std::string_view kColumns = "COLUMNS";

constexpr auto kCommonOptions = std::to_array<OptionInfo>({
    {"lang", "", "LANGUAGE", "en|es|pt"},
    {"rules", "", "DIR", ""},
    {"output", "o", "FILE", ""},
    {"color", "", "WHEN", "auto|always|never"},
    {"width", "", kColumns, ""},
    {"error-format", "", "FORM", "full|short"},
    {"help", "h", "", ""},
    {"version", "", "", ""},
});

constexpr auto kProgramOptions = std::to_array<OptionInfo>({
    {"completion", "", "SHELL", "bash|zsh|fish"},
    {"man", "", "", ""},
});

constexpr auto kClassifyOptions = std::to_array<OptionInfo>({
    {"at", "", "YEAR", ""},
    {"axis", "", "AXIS", ""},
    {"why-not", "", "MODEL", "", true},
    {"robustness", "", "", ""},
    {"verbose", "v", "", ""},
    {"format", "", "FORMAT", "text|markdown|html|svg|json|ndjson"},
    {"figure", "", "FIGURE", "map|timeline|profile"},
    {"bloc", "", "NAME", ""},
    {"coder", "", "NAME", ""},
    {"delimiter", "", "MARK", ""},
    {"encoding", "", "NAME", "utf-8|windows-1252"},
});

constexpr auto kBatchOptions = std::to_array<OptionInfo>({
    {"format", "", "FORMAT", "csv|tsv|ndjson|json|text|markdown|html|svg"},
    {"figure", "", "FIGURE", "map|timeline"},
    {"coder", "", "NAME", ""},
    {"by-coder", "", "", ""},
    {"rejects", "", "FILE", ""},
    {"strict", "", "", ""},
    {"delimiter", "", "MARK", ""},
    {"encoding", "", "NAME", "utf-8|windows-1252"},
    {"no-header", "", "", ""},
    {"csv-raw", "", "", ""},
    {"csv-dialect", "", "NAME", "excel"},
    {"jobs", "", "COUNT", ""},
    {"progress", "", "", ""},
});

constexpr auto kRulesCheckOptions = std::to_array<OptionInfo>({
    {"format", "", "FORMAT", "text|markdown|json"},
    {"verbose", "v", "", ""},
});

constexpr auto kRulesTestOptions = std::to_array<OptionInfo>({
    {"coverage", "", "", ""},
    {"format", "", "FORMAT", "text|markdown|json|junit"},
});

constexpr auto kRulesGapsOptions = std::to_array<OptionInfo>({
    {"axis", "", "AXIS", ""},
    {"most", "", "COUNT", ""},
    {"format", "", "FORMAT", "text|markdown|json"},
});

constexpr auto kRulesDiffOptions = std::to_array<OptionInfo>({
    {"format", "", "FORMAT", "text|markdown|json"},
});

constexpr auto kShowOptions = std::to_array<OptionInfo>({
    {"template", "", "FORMAT", "yaml|csv"},
    {"format", "", "FORMAT", "text|markdown"},
});

constexpr auto kCompareOptions = std::to_array<OptionInfo>({
    {"axis", "", "AXIS", ""},
    {"format", "", "FORMAT", "text|markdown|html|svg|json"},
    {"figure", "", "FIGURE", "map|timeline|profile"},
});

constexpr auto kLandscapeOptions = std::to_array<OptionInfo>({
    {"axis", "", "AXIS", ""},
    {"format", "", "FORMAT", "text|markdown|html|svg|json|csv"},
    {"figure", "", "FIGURE", "shares|map|timeline"},
});

constexpr auto kInterviewOptions = std::to_array<OptionInfo>({
    {"answers", "", "FILE", ""},
    {"transcript", "", "FILE", ""},
});

constexpr auto kQuizOptions = std::to_array<OptionInfo>({
    {"count", "", "COUNT", ""},
    {"seed", "", "NUMBER", ""},
    {"topic", "", "TOPIC", "place|cap|flip|necessary|theorist|trap|register", true},
    {"pass", "", "PERCENT", ""},
    {"answers", "", "FILE", ""},
    {"transcript", "", "FILE", ""},
    {"export", "", "FORMAT", "gift|anki|markdown"},
});

constexpr auto kCommands = std::to_array<CommandInfo>({
    {"classify", "BLOC...", kClassifyOptions},
    {"batch", "FILE.csv", kBatchOptions},
    {"show", "[NAME...]", kShowOptions},
    {"compare", "BLOC BLOC...", kCompareOptions},
    {"landscape", "BLOC...", kLandscapeOptions},
    {"interview", "[BLOC]", kInterviewOptions},
    {"quiz", "", kQuizOptions},
    {"rules check", "[DIR]", kRulesCheckOptions},
    {"rules test", "[DIR]", kRulesTestOptions},
    {"rules gaps", "[DIR]", kRulesGapsOptions},
    {"rules schema", "[rulebook|description|result]", {}},
    {"rules diff", "[DIR] DIR [BLOC...]", kRulesDiffOptions},
});

/// `rules` of `rules check`; the whole name where it has one word.
std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }
/// `check` of `rules check`; empty where the name has one word.
std::string_view second_word(std::string_view name) {
  const auto blank = name.find(' ');
  return blank == std::string_view::npos ? std::string_view() : name.substr(blank + 1);
}

/// One parser of a command line, with what CLI11 found of each option.
class Parser {
 public:
  Loaded<Invocation> run(int argc, const char* const* argv) {
    app_.set_help_flag();
    app_.allow_extras();
    app_.prefix_command(false);
    app_.require_subcommand(0, 1);  // behind a command, a word that is one as well is an argument
    add_options(app_, common_options());
    add_options(app_, program_options());
    for (const CommandInfo& command : kCommands) {
      CLI::App* parent = &app_;
      if (!second_word(command.name).empty()) parent = add_command(app_, first_word(command.name));
      const std::string_view word = parent == &app_ ? command.name : second_word(command.name);
      add_options(*add_command(*parent, word), command.options);
    }
    const auto rest =
        std::find_if(argv + std::min(argc, 1), argv + argc, [](const char* a) { return std::string_view(a) == "--"; });
    try {
      app_.parse(static_cast<int>(rest - argv), argv);
    } catch (const CLI::ArgumentMismatch& error) {
      report("@usage.value_missing", {{"option", option_in(error.what())}});
    } catch (const CLI::ParseError& error) {
      report("@usage.unreadable", {{"option", option_in(error.what())}});
    }
    if (result_.diagnostics.empty()) collect();
    if (rest != argv + argc) invocation_.arguments.insert(invocation_.arguments.end(), rest + 1, argv + argc);
    if (result_.diagnostics.empty()) result_.value = std::move(invocation_);
    return std::move(result_);
  }

 private:
  /// The command `name` of `parent`, with the common options; the one that is there already.
  CLI::App* add_command(CLI::App& parent, std::string_view name) {
    const auto there = parent.get_subcommands([&](CLI::App* app) { return app->get_name() == name; });
    if (!there.empty()) return there.front();
    CLI::App* sub = parent.add_subcommand(std::string(name));
    sub->set_help_flag();
    sub->allow_extras();
    sub->require_subcommand(0, 1);
    add_options(*sub, common_options());
    return sub;
  }

  void add_options(CLI::App& app, std::span<const OptionInfo> options) {
    for (const OptionInfo& option : options) {
      std::string flags = "--" + std::string(option.name);
      if (!option.short_name.empty()) flags = "-" + std::string(option.short_name) + "," + flags;
      if (option.value.empty()) {
        app.add_flag(flags);
      } else {
        // Every value is kept, so that a repeated option is told apart from a single one; the last one counts.
        app.add_option(flags)
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
            ->trigger_on_parse(false);
      }
    }
  }

  void collect() {
    std::vector<CLI::App*> apps{&app_};
    for (std::size_t i = 0; i < apps.size(); ++i) {
      for (CLI::App* sub : apps[i]->get_subcommands()) {
        invocation_.command += (invocation_.command.empty() ? "" : " ") + sub->get_name();
        apps.push_back(sub);
      }
    }
    const CommandInfo* command = find_command(invocation_.command);
    for (CLI::App* app : apps) {
      take(*app, common_options());
      if (command != nullptr && app == apps.back()) take(*app, command->options);
      report_extras(*app, command);
    }
    take(app_, program_options());
    if (!invocation_.command.empty()) report_program_options();
    invocation_.wants_help = invocation_.has("help");
    invocation_.wants_version = invocation_.has("version");
  }

  /// They say what the program writes in place of what a command would.
  void report_program_options() {
    for (const OptionInfo& option : program_options()) {
      if (!invocation_.has(option.name)) continue;
      report("@usage.without_command", {{"option", "--" + std::string(option.name)}});
    }
  }

  static bool is_program_option(std::string_view written) {
    return std::any_of(kProgramOptions.begin(), kProgramOptions.end(), [&](const OptionInfo& option) {
      return written.substr(0, written.find('=')) == "--" + std::string(option.name);
    });
  }

  static const CommandInfo* find_command(std::string_view name) {
    const auto found =
        std::find_if(kCommands.begin(), kCommands.end(), [&](const CommandInfo& c) { return c.name == name; });
    return found == kCommands.end() ? nullptr : &*found;
  }

  void take(CLI::App& app, std::span<const OptionInfo> options) {
    for (const OptionInfo& option : options) {
      const CLI::Option* given = app.get_option("--" + std::string(option.name));
      if (given->count() == 0) continue;
      auto& values = invocation_.options[std::string(option.name)];
      if (option.value.empty()) {
        check_switch(option, *given);
        continue;
      }
      for (const std::string& value : given->results()) {
        check_choice(option, value);
        values.push_back(value);
      }
    }
  }

  void check_switch(const OptionInfo& option, const CLI::Option& given) {
    for (const std::string& value : given.results()) {
      if (value != "true") report("@usage.switch", {{"option", "--" + std::string(option.name)}, {"found", value}});
    }
  }

  void check_choice(const OptionInfo& option, const std::string& value) {
    if (option.value == kColumns && parse_year(value).value_or(0) == 0) {
      report("@usage.bad_number", {{"option", "--" + std::string(option.name)}, {"found", value}});
    }
    const std::vector<std::string> choices = choices_of(option);
    if (choices.empty() || std::find(choices.begin(), choices.end(), value) != choices.end()) return;
    std::string expected;
    for (const std::string& choice : choices) expected += (expected.empty() ? "" : ", ") + choice;
    report("@usage.bad_value", {{"option", "--" + std::string(option.name)}, {"found", value}, {"expected", expected}});
  }

  void report_extras(const CLI::App& app, const CommandInfo* command) {
    std::vector<std::string> known;
    for (const OptionInfo& option : common_options()) known.push_back("--" + std::string(option.name));
    if (command != nullptr) {
      for (const OptionInfo& option : command->options) known.push_back("--" + std::string(option.name));
    }
    if (invocation_.command.empty()) {
      for (const OptionInfo& option : program_options()) known.push_back("--" + std::string(option.name));
    }
    for (const std::string& extra : app.remaining()) {
      const bool is_option = extra.size() > 1 && extra.front() == '-';
      if (!is_option && command != nullptr) {
        invocation_.arguments.push_back(extra);
        continue;
      }
      if (is_option && is_program_option(extra)) {
        report("@usage.without_command", {{"option", extra.substr(0, extra.find('='))}});
        continue;
      }
      std::vector<std::string> commands;
      for (const CommandInfo& c : kCommands) commands.emplace_back(c.name);
      const std::string found = is_option || invocation_.command.empty() ? extra : invocation_.command + " " + extra;
      const auto near = nearest(found.substr(0, found.find('=')), is_option ? known : commands);
      Diagnostic::Details values{{"found", found}};
      if (near && near != found) values.emplace_back("suggestion", *near);
      const bool is_early = is_option && near == found;
      report(is_early    ? "@usage.early_option"
             : is_option ? "@usage.unknown_option"
                         : "@usage.unknown_command",
             std::move(values));
      if (!is_option) return;  // what follows a command that does not exist is its arguments
    }
  }

  /// The option that CLI11's own words name first: they start with it.
  static std::string option_in(std::string_view words) {
    const auto begin = words.find("--");
    if (begin == std::string_view::npos) return std::string(words.substr(0, words.find_first_of(": ")));
    return std::string(words.substr(begin, words.find_first_of(": ,", begin) - begin));
  }

  void report(std::string problem, Diagnostic::Details values) {
    values.emplace_back("problem", std::move(problem));
    result_.diagnostics.push_back({Code::kUsage, {}, 1, {}, std::move(values), {}});
  }

  CLI::App app_;
  Invocation invocation_;
  Loaded<Invocation> result_;
};

}  // namespace

std::span<const CommandInfo> command_table() { return kCommands; }
std::span<const OptionInfo> common_options() { return kCommonOptions; }
std::span<const OptionInfo> program_options() { return kProgramOptions; }

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return parts;
}

std::vector<std::string> choices_of(const OptionInfo& option) { return split(option.choices, '|'); }

std::vector<CommandInfo> commands_of(std::string_view group) {
  std::vector<CommandInfo> found;
  for (const CommandInfo& command : kCommands) {
    if (!second_word(command.name).empty() && first_word(command.name) == group) found.push_back(command);
  }
  return found;
}

std::string Invocation::get(std::string_view option, std::string_view otherwise) const {
  const auto found = options.find(option);
  return found == options.end() || found->second.empty() ? std::string(otherwise) : found->second.back();
}

std::vector<std::string> Invocation::all(std::string_view option) const {
  const auto found = options.find(option);
  return found == options.end() ? std::vector<std::string>() : found->second;
}

Invocation reporting_options(int argc, const char* const* argv) {
  Invocation invocation;
  for (const std::string_view option : {"lang", "error-format", "color", "width"}) {
    const std::string flag = "--" + std::string(option);
    for (int i = 1; i < argc; ++i) {
      const std::string_view argument(argv[i]);
      if (argument == flag && i + 1 < argc) invocation.options[std::string(option)] = {argv[i + 1]};
      if (argument.rfind(flag + "=", 0) == 0) {
        invocation.options[std::string(option)] = {std::string(argument.substr(flag.size() + 1))};
      }
    }
  }
  return invocation;
}

Loaded<Invocation> parse_command_line(int argc, const char* const* argv) { return Parser().run(argc, argv); }

}  // namespace bloctype::cli
