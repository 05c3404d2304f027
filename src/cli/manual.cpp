// `--man`: the manual page, as roff with the macros of man(7), from the table of commands and the texts of the help.
#include <algorithm>

#include "cli/command_text.hpp"
#include "cli/commands.hpp"
#include "core/utf8.hpp"

namespace bloctype::cli {
namespace {

constexpr std::string_view kProgram = "bloctype";

/// What roff reads as something else than itself.
std::string_view roff_of(char32_t c) {
  switch (c) {
    case U'\\':
      return "\\e";
    case U'-':
      return "\\-";
    case U'\'':
      return "\\(aq";
    case U'`':
      return "\\(ga";
    case U'"':
      return "\\(dq";
    case U'^':
      return "\\(ha";
    case U'~':
      return "\\(ti";
    default:
      return {};
  }
}

/// `\[u00E9]`: a page in plain ASCII is read alike everywhere.
std::string named_code_point(char32_t c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  for (; c != 0 || digits.size() < 4; c /= 16) digits.insert(digits.begin(), kDigits[c % 16]);
  return "\\[u" + digits + "]";
}

/// One line of text.
std::string roff(std::string_view text) {
  std::string safe = escape_unsafe(text);
  std::string out;
  if (!safe.empty() && safe.front() == '.') out += "\\&";
  for (std::string_view rest = safe; !rest.empty();) {
    const CodePoint c = decode_utf8(rest);
    if (const auto escape = roff_of(c.value); !escape.empty()) {
      out += escape;
    } else if (c.value >= 0x80) {
      out += named_code_point(c.value);
    } else {
      out += static_cast<char>(c.value);
    }
    rest.remove_prefix(c.size);
  }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

std::string section(std::string_view title) { return ".SH \"" + roff(to_upper(title)) + "\"\n"; }
std::string paragraph(std::string_view text) {
  return ".PP\n" + roff(text.substr(0, text.find_last_not_of(" \n") + 1)) + "\n";
}
/// `tag` is roff already.
std::string entry(const std::string& tag, std::string_view text) { return ".TP\n" + tag + "\n" + roff(text) + "\n"; }

/// Lines as they stand.
std::string verbatim(std::string_view text) {
  std::string out = ".PP\n.nf\n";
  for (const std::string& line : split(text, '\n')) out += roff(line) + "\n";
  return out + ".fi\n";
}

std::string tag_of(const OptionInfo& option) {
  std::string tag = option.short_name.empty() ? "" : bold("-" + std::string(option.short_name)) + ", ";
  tag += bold("--" + std::string(option.name));
  if (option.value.empty()) return tag;
  if (option.choices.empty()) return tag + " " + italic(option.value);
  std::string choices;
  for (const std::string& choice : choices_of(option)) choices += (choices.empty() ? " " : "|\\:") + bold(choice);
  return tag + choices;
}

std::string entries(const Catalogue& texts, std::string_view command, std::span<const OptionInfo> options) {
  std::string out;
  for (const OptionInfo& option : options) out += entry(tag_of(option), option_text(texts, command, option.name));
  return out;
}

std::string entries(std::string_view list) {
  std::string out;
  for (const auto& [name, says] : entries_of(list)) out += entry(bold(name), says);
  return out;
}

std::string command_part(const Catalogue& texts, const CommandInfo& command) {
  const std::string key = key_of(command.name);
  std::string out = ".SS \"" + bold(kProgram) + " " + bold(command.name);
  if (!command.arguments.empty()) out += " " + italic(command.arguments);
  out += "\"\n" + roff(texts.say(key + ".about")) + "\n" + entries(texts, command.name, command.options);
  return out + verbatim(texts.say(key + ".examples"));
}

std::string sources_of(const Rulebook& rulebook) {
  std::string out;
  for (const Reference& source : rulebook.sources) {
    std::string text = source.author + (source.year.empty() ? ". " : " (" + source.year + "). ") + source.title;
    if (text.back() != '?' && text.back() != '.') text += ".";
    if (!source.container.empty()) text += " " + source.container + ".";
    out += paragraph(text);
  }
  return out;
}

std::string page(const Catalogue& texts, const Rulebook& rulebook) {
  const std::string version = "bloctype " BLOCTYPE_VERSION;
  std::string out =
      ".TH BLOCTYPE 1 \"\" \"" + roff(version) + "\" \"" + roff(texts.say("man.manual")) + "\"\n.nh\n.ad l\n";
  out += section(texts.say("man.name")) + std::string(kProgram) + " \\- " + roff(texts.say("man.brief")) + "\n";
  out += section(texts.say("man.synopsis")) + bold(kProgram) + " " + italic(texts.say("help.synopsis")) + "\n";
  for (const OptionInfo& option : program_options()) out += ".br\n" + bold(kProgram) + " " + tag_of(option) + "\n";
  out += section(texts.say("man.description")) + roff(texts.say("help.about")) + "\n";
  out += paragraph(texts.say("man.input")) + paragraph(texts.say("man.output"));
  out += section(texts.say("help.commands"));
  for (const CommandInfo& command : command_table()) out += command_part(texts, command);
  out += section(texts.say("help.common")) + entries(texts, "", common_options());
  out += section(texts.say("help.program")) + entries(texts, "", program_options());
  out += section(texts.say("man.environment")) + entries(texts.say("man.variables"));
  out += section(texts.say("man.files")) + entries(texts.say("man.file_list"));
  out += section(texts.say("help.exit")) + entries(texts.say("help.exit_codes"));
  out += section(texts.say("help.examples")) + verbatim(texts.say("help.first_steps"));
  return out + section(texts.say("man.see_also")) + roff(texts.say("man.more")) + "\n" + sources_of(rulebook);
}

}  // namespace

void manual(Session& session) {
  const auto rulebook = session.load_rulebook();
  if (rulebook != nullptr) session.write(page(session.texts(), *rulebook));
}

}  // namespace bloctype::cli
