// Takes the note off, then the name of an indicator, then looks for registers, then reads values.
#include "load/answer_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "model/names.hpp"

namespace bloctype {
namespace {

using Said = std::variant<std::optional<Triple>, ValueProblem>;

/// What calls a register, folded.
constexpr auto kRegisterWords = std::to_array<std::pair<std::string_view, Register>>({
    {"d", Register::kDiscourse},
    {"discourse", Register::kDiscourse},
    {"discurso", Register::kDiscourse},
    {"p", Register::kPractice},
    {"practice", Register::kPractice},
    {"practica", Register::kPractice},
    {"pratica", Register::kPractice},
});

std::optional<Register> register_called(std::string_view word) {
  const std::string wanted = fold(word);
  for (const auto& [name, reg] : kRegisterWords) {
    if (name == wanted) return reg;
  }
  return std::nullopt;
}

class Reader {
 public:
  Reader(const Indicator& indicator, const Vocabulary& vocabulary, std::string_view language)
      : indicator_(indicator), vocabulary_(vocabulary), language_(language) {}

  Said value(std::string_view text) const {
    text = stripped(text);
    if (const auto ends = ends_of(text)) {
      auto interval = read_interval(whole_word(ends->first), whole_word(ends->second), indicator_, vocabulary_, '.');
      if (auto* problem = std::get_if<ValueProblem>(&interval)) return std::move(*problem);
      return std::get<Triple>(interval);
    }
    if (!vocabulary_.look_up(text)) {
      if (const auto meaning = vocabulary_.look_up_start(text, indicator_, language_); meaning && !text.empty()) {
        return *meaning ? std::optional(known(**meaning)) : std::nullopt;
      }
    }
    ValueText read = read_value_text(text, indicator_, vocabulary_, '.');
    if (auto* problem = std::get_if<ValueProblem>(&read)) return std::move(*problem);
    const auto& meaning = std::get<Vocabulary::Meaning>(read);
    return meaning ? std::optional(known(*meaning)) : std::nullopt;
  }

 private:
  /// The ends of `a..b` or `[a, b]`.
  static std::optional<std::pair<std::string_view, std::string_view>> ends_of(std::string_view text) {
    std::size_t at = text.find("..");
    std::size_t size = 2;
    if (text.starts_with('[') && text.ends_with(']')) {
      text = text.substr(1, text.size() - 2);
      at = text.find(',');
      size = 1;
    }
    if (at == std::string_view::npos) return std::nullopt;
    return std::pair(stripped(text.substr(0, at)), stripped(text.substr(at + size)));
  }

  /// The number that first letters stand for, as text; else `text` itself.
  std::string whole_word(std::string_view text) const {
    if (text.empty() || vocabulary_.look_up(text)) return std::string(text);
    const auto meaning = vocabulary_.look_up_start(text, indicator_, language_);
    return meaning && *meaning ? shortest(**meaning) : std::string(text);
  }

  const Indicator& indicator_;
  const Vocabulary& vocabulary_;
  std::string_view language_;
};

using Parts = std::map<Register, std::string>;

/// The parts of `d=full p=marginal` by register; empty where no register is named.
std::variant<Parts, ValueProblem> by_register(std::string_view text) {
  Parts parts;
  std::string* current = nullptr;
  while (!text.empty()) {
    const auto end = text.find_first_of(" \t,");
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const auto mark = word.find('=');
    const auto reg = mark == std::string_view::npos ? std::nullopt : register_called(word.substr(0, mark));
    if (reg) {
      const auto [part, is_new] = parts.emplace(*reg, word.substr(mark + 1));
      if (!is_new) return ValueProblem{Code::kDuplicateKey, {{"key", std::string(word.substr(0, mark))}}};
      current = &part->second;
    } else if (current != nullptr) {
      *current += " " + std::string(word);
    } else if (!word.empty()) {
      return Parts();
    }
  }
  return parts;
}

/// `text` without blanks around `=`, and with `[a, b]` as `a..b`, so that blanks and commas part registers.
std::string tightened(std::string_view text) {
  std::string out;
  bool inside = false;
  for (const char c : text) {
    if (c == '[' || c == ']') {
      inside = c == '[';
    } else if (inside && c == ',') {
      out += "..";
    } else if (c == '=') {
      while (!out.empty() && out.back() == ' ') out.pop_back();
      out += c;
    } else if (c != ' ' || !(inside || out.ends_with('='))) {
      out += c;
    }
  }
  return out;
}

std::optional<ValueProblem> read_values(std::string_view text, const Reader& reader, const Indicator& indicator,
                                        Coding& coding) {
  auto split = by_register(tightened(text));
  if (auto* problem = std::get_if<ValueProblem>(&split)) return std::move(*problem);
  const Parts& parts = std::get<Parts>(split);
  if (!parts.empty() && indicator.subject != Subject::kBoth) return split_coding(indicator);
  for (const auto& [reg, part] : parts) {
    Said said = reader.value(part);
    if (auto* problem = std::get_if<ValueProblem>(&said)) return std::move(*problem);
    coding.values[index_of(reg)] = std::get<std::optional<Triple>>(said);
  }
  if (!parts.empty()) return std::nullopt;
  Said said = reader.value(text);
  if (auto* problem = std::get_if<ValueProblem>(&said)) return std::move(*problem);
  coding.values.fill(std::get<std::optional<Triple>>(said));
  return std::nullopt;
}

}  // namespace

std::variant<Answer, ValueProblem> read_answer_text(std::string_view text, std::size_t asked, const Rulebook& rulebook,
                                                    const Vocabulary& vocabulary, std::string_view language) {
  Answer answer{asked, {}};
  const auto semicolon = text.find(';');
  if (semicolon != std::string_view::npos) {
    const std::string_view note = stripped(text.substr(semicolon + 1));
    if (!note.empty()) answer.coding.note.texts.emplace_back(language, escape_unsafe(note));
    text = text.substr(0, semicolon);
  }
  const auto mark = text.find('=');
  if (mark != std::string_view::npos && !register_called(stripped(text.substr(0, mark)))) {
    if (const auto named = find_named(rulebook.indicators, stripped(text.substr(0, mark)))) {
      answer.indicator = *named;
      text = text.substr(mark + 1);
    }
  }
  const Indicator& indicator = rulebook.indicators[answer.indicator];
  auto problem = read_values(stripped(text), Reader(indicator, vocabulary, language), indicator, answer.coding);
  if (problem) return std::move(*problem);
  return answer;
}

}  // namespace bloctype
