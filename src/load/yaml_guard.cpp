// A lexer of YAML that keeps just as much state as its questions need: open brackets and the columns of open block
// collections, by the same rules as yaml-cpp, so that both take quotes and brackets in plain and block text for text.
#include "load/yaml_guard.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <vector>

#include "core/utf8.hpp"
#include "load/yaml_text.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kLongestKey = 1024;  // bytes before the colon; yaml-cpp takes longer ones for no keys

struct EscapeLetter {
  char letter;
  char32_t value;
};

// What a backslash and a letter give. yaml-cpp also takes `\'`, which YAML does not know.
constexpr auto kEscapes = std::to_array<EscapeLetter>({
    {'0', 0},    {'a', 7},    {'b', 8},      {'t', 9},      {'\t', 9},    {'n', 10},  {'v', 11},
    {'f', 12},   {'r', 13},   {'e', 0x1B},   {' ', ' '},    {'"', '"'},   {'/', '/'}, {'\\', '\\'},
    {'N', 0x85}, {'_', 0xA0}, {'L', 0x2028}, {'P', 0x2029}, {'\n', '\n'},
});

// How many hexadecimal digits follow the letter; 0 for others.
constexpr std::size_t digits_after(char letter) {
  return letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
}

bool is_any_marker(std::string_view text, std::size_t offset) {
  return is_document_marker(text, offset, "---") || is_document_marker(text, offset, "...");
}

/// Notes in `scalar` what is wrong with the escape at `begin`, and gives its end.
std::size_t take_escape(std::string_view text, std::size_t begin, QuotedScalar* scalar) {
  if (begin + 1 >= text.size()) return text.size();
  const char letter = text[begin + 1];
  const std::size_t wanted = digits_after(letter);
  char32_t value = 0;
  std::size_t end = begin + 2;
  bool valid = true;
  if (wanted > 0) {
    const std::string_view digits = text.substr(end, wanted);
    std::uint32_t number = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    end += static_cast<std::size_t>(parsed.ptr - digits.data());
    value = number;
    valid = end == begin + 2 + wanted && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  } else {
    const auto known =
        std::find_if(kEscapes.begin(), kEscapes.end(), [&](const auto& e) { return e.letter == letter; });
    valid = known != kEscapes.end();
    if (valid) value = known->value;
  }
  if (!valid && !scalar->bad_escape) scalar->bad_escape = YamlSight{begin, end, yaml_problem::kBadEscape};
  if (valid && is_unsafe(value) && !scalar->unsafe) {
    scalar->unsafe = YamlSight{begin, end, {}};
    scalar->unsafe_character = value;
  }
  return end;
}

class Guard {
 public:
  Guard(std::string_view text, const YamlLimits& limits) : text_(text), limits_(limits) {}

  YamlGuard look() {
    while (at_ < text_.size() && !found_.too_deep && !found_.too_many) step();
    if (!brackets_.empty()) found_.open_bracket = one(brackets_.back(), yaml_problem::kUnclosedBracket);
    return found_;
  }

 private:
  struct Block {
    std::size_t column = 0;
    bool list = false;
  };

  static YamlSight one(std::size_t offset, std::string_view problem) { return {offset, offset + 1, problem}; }

  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }
  bool in_flow() const { return !brackets_.empty(); }
  bool is_indicator(char c) const { return at(at_) == c && is_blank_or_break(at(at_ + 1)); }
  bool deeper_than_top(std::size_t column) const { return blocks_.empty() || column > blocks_.back().column; }
  std::size_t end_of_line(std::size_t offset) const { return std::min(text_.find('\n', offset), text_.size()); }
  std::size_t skip_blanks(std::size_t offset) const {
    while (is_blank(at(offset))) ++offset;
    return offset;
  }

  void suspect(YamlSight sight) {
    if (!found_.suspect) found_.suspect = sight;
  }

  void step() {
    const char c = text_[at_];
    if (c == '\n') {
      line_ = ++at_;
      key_allowed_ = true;
    } else if (is_blank(c)) {
      ++at_;
    } else if (c == '#') {
      at_ = end_of_line(at_);
    } else if (at_ == line_ && is_any_marker(text_, at_)) {
      at_ = in_document_ || c == '.' ? text_.size() : at_ + 3;
      key_allowed_ = false;
    } else if (at_ == line_ && c == '%' && !in_flow()) {
      if (!found_.directive) found_.directive = YamlSight{at_, end_of_line(at_), yaml_problem::kDirective};
      at_ = end_of_line(at_);
    } else {
      in_document_ = true;
      if (in_flow()) {
        flow_token(c);
      } else {
        block_token(c);
      }
    }
  }

  // --- Block context

  void block_token(char c) {
    const std::size_t column = at_ - line_;
    leave_blocks(column);
    if (is_indicator('-') || is_indicator('?')) {
      if (key_allowed_) enter_block(column, c == '-');
      ++at_;
    } else if (is_indicator(':')) {
      ++at_;
    } else if (c == '[' || c == '{') {
      open_bracket();
    } else if (c == '&' || c == '*' || c == '!') {
      skip_word(" \t\n");
    } else if (c == '|' || c == '>') {
      skip_block_scalar();
    } else if (c == '"' || c == '\'') {
      const std::size_t begin = at_;
      if (skip_quoted()) after_scalar(begin, column);
    } else {
      const std::size_t begin = at_;
      skip_plain(":");
      after_scalar(begin, column);
    }
  }

  void leave_blocks(std::size_t column) {
    while (!blocks_.empty()) {
      const Block& top = blocks_.back();
      const bool ends = top.column > column || (top.column == column && top.list && !is_indicator('-'));
      if (!ends) return;
      blocks_.pop_back();
    }
  }

  void enter_block(std::size_t column, bool list) {
    const bool list_in_map = list && !blocks_.empty() && blocks_.back().column == column && !blocks_.back().list;
    if (deeper_than_top(column) || list_in_map) blocks_.push_back({column, list});
  }

  /// The scalar from `begin` to at_ is a key, or a value, or what its author took for one.
  void after_scalar(std::size_t begin, std::size_t column) {
    const std::size_t colon = skip_blanks(at_);
    const bool has_colon = at(colon) == ':' && is_blank_or_break(at(colon + 1));
    const bool is_key = key_allowed_ && !blocks_.empty() && !blocks_.back().list && blocks_.back().column == column;
    if (!has_colon) {
      if (is_key) suspect(sight_of_no_colon(text_, begin, at_));
    } else if (begin < line_) {
      const std::size_t last_line = skip_blanks(line_);
      const bool in_line = key_allowed_ && last_line - line_ == column;
      suspect(is_key || in_line ? sight_of_no_colon(text_, begin, end_of_line(begin))
                                : YamlSight{last_line, at_, yaml_problem::kBadIndentation});
    } else if (colon - begin > kLongestKey) {
      suspect({begin, at_, yaml_problem::kLongKey});
    } else if (!key_allowed_) {
      suspect(one(colon, yaml_problem::kSecondColon));
    } else {
      enter_block(column, false);
    }
    if (has_colon) at_ = colon + 1;
    key_allowed_ = false;
  }

  void skip_block_scalar() {
    std::size_t least = blocks_.empty() ? 1 : blocks_.back().column + 1;
    bool detected = false;
    for (std::size_t i = at_ + 1; i < at_ + 3; ++i) {
      if (at(i) < '1' || at(i) > '9') continue;
      least += static_cast<std::size_t>(at(i) - '1');
      detected = true;
    }
    for (at_ = end_of_line(at_); at_ < text_.size(); at_ = end_of_line(at_)) {
      std::size_t first = at_ + 1;
      while (at(first) == ' ') ++first;
      const std::size_t column = first - at_ - 1;
      if (at(first) == '\n' && first < text_.size()) {
        at_ = first;
        continue;
      }
      if (column < least) break;
      if (!detected) least = column;
      detected = true;
      at_ = first;
    }
    if (at_ < text_.size()) line_ = ++at_;
    key_allowed_ = true;
  }

  // --- Flow context

  void flow_token(char c) {
    if (c == '[' || c == '{') {
      open_bracket();
    } else if (c == ']' || c == '}') {
      brackets_.pop_back();
      ++at_;
    } else if (c == ',') {
      if (++commas_ > static_cast<std::size_t>(limits_.nodes)) found_.too_many = one(at_, {});
      ++at_;
    } else if (c == '"' || c == '\'') {
      skip_quoted();
    } else if (c == '&' || c == '*' || c == '!') {
      skip_word(" \t\n,[]{}");
    } else if (c == '?' || is_indicator(':') || is_indicator('-')) {
      ++at_;
    } else {
      skip_plain(":,?[]{}");
    }
  }

  void open_bracket() {
    brackets_.push_back(at_);
    if (blocks_.size() + brackets_.size() > static_cast<std::size_t>(limits_.depth)) found_.too_deep = one(at_, {});
    key_allowed_ = false;
    ++at_;
  }

  // --- Scalars

  void skip_word(std::string_view ends) { at_ = std::min(text_.find_first_of(ends, at_ + 1), text_.size()); }

  /// False where the quote never ends; then there is nothing more to see.
  bool skip_quoted() {
    const QuotedScalar scalar = scan_quoted(text_, at_);
    if (!found_.bad_escape) found_.bad_escape = scalar.bad_escape;
    if (!scalar.closed) {
      found_.open_quote = YamlSight{at_, end_of_line(at_), yaml_problem::kUnterminatedQuote};
    } else {
      const std::size_t start = start_of_last_line(at_, scalar.end);
      if (start > at_) line_ = start;
    }
    at_ = scalar.end;
    return scalar.closed;
  }

  std::size_t start_of_last_line(std::size_t begin, std::size_t end) const {
    const std::size_t last = text_.substr(begin, end - begin).rfind('\n');
    return last == std::string_view::npos ? begin : begin + last + 1;
  }

  /// Leaves at_ past the last byte of a plain scalar that is no blank. `stops` end it (a colon only before a blank).
  void skip_plain(std::string_view stops) {
    std::size_t end = at_ + 1;
    std::size_t next = at_;
    while (true) {
      end = std::max(end, end_of_plain_line(next, stops));
      const std::size_t rest = skip_blanks(end);
      if (at(rest) != '\n' || rest >= text_.size()) break;
      next = text_.find_first_not_of(" \t\n", rest);
      if (next == std::string_view::npos) break;
      const std::size_t start = text_.rfind('\n', next) + 1;
      const bool indented = in_flow() || deeper_than_top(next - start);
      const bool at_marker = next == start && is_any_marker(text_, next);
      if (!indented || at_marker || text_[next] == '#') break;
      if (end_of_plain_line(next, stops) == next) break;  // starts with what ends it
      line_ = start;
    }
    at_ = end;
  }

  /// Past the last byte, from `begin` on, that belongs to a plain scalar; `begin` where none does.
  std::size_t end_of_plain_line(std::size_t begin, std::string_view stops) const {
    std::size_t end = begin;
    for (std::size_t i = begin; i < text_.size() && text_[i] != '\n'; ++i) {
      const char c = text_[i];
      if (c == '#' && i > begin && is_blank(text_[i - 1])) break;
      if (stops.find(c) != std::string_view::npos && (c != ':' || ends_plain(i))) break;
      if (!is_blank(c)) end = i + 1;
    }
    return end;
  }

  bool ends_plain(std::size_t colon) const {
    const char next = at(colon + 1);
    return is_blank_or_break(next) || (in_flow() && (next == ',' || next == ']' || next == '}'));
  }

  std::string_view text_;
  YamlLimits limits_;
  YamlGuard found_;
  std::vector<Block> blocks_;
  std::vector<std::size_t> brackets_;  // where each open one stands
  std::size_t at_ = 0;
  std::size_t line_ = 0;  // where the line of at_ starts
  std::size_t commas_ = 0;
  bool key_allowed_ = true;   // nothing but dashes stands before at_ on its line
  bool in_document_ = false;  // something other than comments and directives has come
};

}  // namespace

YamlGuard guard_yaml(std::string_view text, const YamlLimits& limits) { return Guard(text, limits).look(); }

QuotedScalar scan_quoted(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  QuotedScalar result;
  std::size_t i = begin + 1;
  while (i < text.size()) {
    const char c = text[i];
    std::size_t next = i + 1;
    if (c == quote) {
      const bool doubled = quote == '\'' && next < text.size() && text[next] == quote;
      if (!doubled) {
        result.end = next;
        result.closed = true;
        return result;
      }
      ++next;
    } else if (c == '\\' && quote == '"') {
      next = take_escape(text, i, &result);
    }
    if (text[next - 1] == '\n' && is_any_marker(text, next)) break;
    i = next;
  }
  result.end = text.size();
  return result;
}

YamlSight sight_of_no_colon(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view key = text.substr(begin, end - begin);
  const std::size_t colon = key.find(':');
  const bool is_tight = colon != std::string_view::npos && !key.substr(colon).starts_with("://");
  return {begin, end, is_tight ? yaml_problem::kTightColon : yaml_problem::kMissingColon};
}

bool is_document_marker(std::string_view text, std::size_t offset, std::string_view mark) {
  if (text.substr(offset, mark.size()) != mark) return false;
  const std::size_t after = offset + mark.size();
  return after >= text.size() || is_blank_or_break(text[after]);
}

}  // namespace bloctype
