// Commas, indents and escapes of JSON text.
#include "core/json_writer.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/number.hpp"
#include "core/utf8.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

void append_escaped(std::string& out, char32_t c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[(c >> static_cast<unsigned>(shift)) & 0xFU];
}

// The letter of the two-character escape, or NUL.
char short_escape(char32_t c) {
  switch (c) {
    case U'"':
      return '"';
    case U'\\':
      return '\\';
    case U'\b':
      return 'b';
    case U'\f':
      return 'f';
    case U'\n':
      return 'n';
    case U'\r':
      return 'r';
    case U'\t':
      return 't';
    default:
      return '\0';
  }
}

}  // namespace

void JsonWriter::key(std::string_view name) {
  assert(!levels_.empty() && levels_.back().kind == Kind::kObject && !after_key_);
  separate();
  quote(name);
  out_ += layout_ == JsonLayout::kIndented ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::string(std::string_view text) {
  before_value();
  quote(text);
}

void JsonWriter::number(double value) {
  before_value();
  out_ += std::isfinite(value) ? shortest(value) : "null";
}

void JsonWriter::integer(std::int64_t value) {
  before_value();
  out_ += std::to_string(value);
}

void JsonWriter::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  before_value();
  out_ += "null";
}

void JsonWriter::begin(char bracket, Kind kind) {
  before_value();
  out_ += bracket;
  levels_.push_back({kind});
}

void JsonWriter::end(char bracket, [[maybe_unused]] Kind kind) {
  assert(!levels_.empty() && levels_.back().kind == kind && !after_key_);
  const bool empty = levels_.back().empty;
  levels_.pop_back();
  if (!empty) new_line();
  out_ += bracket;
}

// The comma and the line before a member.
void JsonWriter::separate() {
  if (levels_.empty()) return;
  if (!levels_.back().empty) out_ += ',';
  levels_.back().empty = false;
  new_line();
}

void JsonWriter::before_value() {
  assert(levels_.empty() || levels_.back().kind == Kind::kArray || after_key_);
  if (!after_key_) separate();
  after_key_ = false;
}

void JsonWriter::new_line() {
  if (layout_ == JsonLayout::kCompact) return;
  out_ += '\n';
  out_.append(kIndent * levels_.size(), ' ');
}

void JsonWriter::quote(std::string_view text) {
  out_ += '"';
  while (!text.empty()) {
    const CodePoint point = decode_utf8(text);
    const std::size_t taken = std::max<std::size_t>(point.size, 1);
    if (point.size == 0) {
      out_ += kReplacement;
    } else if (const char letter = short_escape(point.value); letter != '\0') {
      out_ += '\\';
      out_ += letter;
    } else if (is_unsafe(point.value)) {
      append_escaped(out_, point.value);
    } else {
      out_ += text.substr(0, taken);
    }
    text.remove_prefix(taken);
  }
  out_ += '"';
}

}  // namespace bloctype
