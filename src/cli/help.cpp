// Help from the table of commands and the interface texts.
#include <algorithm>

#include "cli/command_text.hpp"
#include "cli/commands.hpp"
#include "core/utf8.hpp"
#include "render/check_page.hpp"

namespace bloctype::cli {
namespace {

/// `-o, --output FILE`
std::string spelling(const OptionInfo& option) {
  std::string text = option.short_name.empty() ? "    " : "-" + std::string(option.short_name) + ", ";
  text += "--" + std::string(option.name);
  if (!option.value.empty()) text += " " + value_of(option);
  return text;
}

std::string option_lines(const Session& session, std::string_view command, std::span<const OptionInfo> options) {
  constexpr std::size_t kColumn = 30;
  std::string out;
  for (const OptionInfo& option : options) {
    std::string line = "  " + spelling(option);
    if (line.size() + 2 > kColumn) {
      out += line + "\n";
      line.clear();
    }
    line.resize(kColumn, ' ');
    out += line + wrapped(option_text(session.texts(), command, option.name), session.style().width, kColumn, kColumn);
  }
  return out;
}

/// The entries of a text, each wrapped under its code.
std::string entry_lines(const Session& session, std::string_view key) {
  std::string out;
  for (const auto& [code, says] : entries_of(session.texts().say(key))) {
    const std::size_t indent = 2 + code.size() + 2;
    out += "  " + code + "  " + wrapped(says, session.style().width, indent, indent);
  }
  return out;
}

std::string heading(const Session& session, std::string_view key) {
  return "\n" + painted(session.texts().say(key), Tone::kStrong, session.style().colour) + "\n";
}

std::string command_lines(const Session& session, std::span<const CommandInfo> commands) {
  std::string out;
  for (const CommandInfo& command : commands) {
    std::string line = "  " + std::string(command.name);
    line.resize(16, ' ');
    out += line + wrapped(brief_of_command(session.texts(), command.name), session.style().width, 16, 16);
  }
  return out;
}

std::string command_help(const Session& session, const CommandInfo& command) {
  const std::string name(command.name);
  const std::size_t width = session.style().width;
  std::string out =
      session.texts().say("help.usage") + ": bloctype " + name + " " + std::string(command.arguments) + "\n\n";
  out += wrapped(session.texts().say(key_of(name) + ".about"), width, 0, 0);
  if (!command.options.empty()) out += heading(session, "help.options") + option_lines(session, name, command.options);
  out += heading(session, "help.common") + option_lines(session, name, common_options());
  if (name == "rules check") out += heading(session, "check.list") + list_of_checks(session.texts(), session.style());
  out += heading(session, "help.examples") + session.texts().say(key_of(name) + ".examples");
  out += heading(session, "help.exit") + entry_lines(session, "help.exit_codes");
  return out;
}

std::string group_help(const Session& session, std::string_view group, std::span<const CommandInfo> commands) {
  const std::string usage = "bloctype " + std::string(group) + " " + session.texts().say("help.synopsis");
  std::string out = session.texts().say("help.usage") + ": " + usage + "\n\n";
  out += wrapped(session.texts().say(key_of(group) + ".about"), session.style().width, 0, 0);
  out += heading(session, "help.commands") + command_lines(session, commands);
  out += heading(session, "help.common") + option_lines(session, "", common_options());
  return out + heading(session, "help.examples") + session.texts().say(key_of(group) + ".examples");
}

}  // namespace

std::string help_text(const Session& session, std::string_view wanted) {
  const auto commands = command_table();
  const auto found =
      std::find_if(commands.begin(), commands.end(), [&](const CommandInfo& c) { return c.name == wanted; });
  if (found != commands.end()) return command_help(session, *found);
  const std::vector<CommandInfo> group = commands_of(wanted);
  if (!group.empty()) return group_help(session, wanted, group);
  const std::size_t width = session.style().width;
  std::string out = wrapped(session.texts().say("help.about"), width, 0, 0) + "\n";
  out += session.texts().say("help.usage") + ": bloctype " + session.texts().say("help.synopsis") + "\n";
  out += heading(session, "help.commands");
  out += command_lines(session, commands);
  out += heading(session, "help.common") + option_lines(session, "", common_options());
  out += heading(session, "help.program") + option_lines(session, "", program_options());
  out += heading(session, "help.examples") + session.texts().say("help.first_steps");
  return out;
}

}  // namespace bloctype::cli
