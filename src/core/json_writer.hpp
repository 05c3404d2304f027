// JSON text, written from the front to the back: renderers walk a result and call it. It takes care of commas, indents,
// escapes and number formats; it leaves names, order and the final line feed to them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bloctype {

enum class JsonLayout {
  kIndented,  ///< a line a member, two blanks a level; empty objects and arrays as {} and []
  kCompact,   ///< one line without blanks: a record of ndjson
};

/// Appends one JSON text (RFC 8259) to a string. In an object, every value must follow a key(); a call out of place is
/// a bug, caught by an assertion.
///
///     std::string out;
///     JsonWriter json(out, JsonLayout::kCompact);
///     json.begin_object();
///     json.key("models");
///     json.begin_array();
///     json.string("strategic");
///     json.end_array();
///     json.end_object();  // {"models":["strategic"]}
class JsonWriter {
 public:
  /// `out` must outlive the writer; what stands in it already stays.
  JsonWriter(std::string& out, JsonLayout layout) : out_(out), layout_(layout) {}

  void begin_object() { begin('{', Kind::kObject); }
  void end_object() { end('}', Kind::kObject); }
  void begin_array() { begin('[', Kind::kArray); }
  void end_array() { end(']', Kind::kArray); }

  /// The name of the next value; only in an object.
  void key(std::string_view name);

  /// Text, with quotes, backslashes, control and bidirectional characters escaped; a byte that is not UTF-8 becomes
  /// U+FFFD.
  void string(std::string_view text);
  /// The shortest text that reads back as the same double; null where `value` is not finite.
  void number(double value);
  void integer(std::int64_t value);
  void boolean(bool value);
  void null();

 private:
  enum class Kind { kObject, kArray };
  struct Level {
    Kind kind;
    bool empty = true;
  };

  void begin(char bracket, Kind kind);
  void end(char bracket, Kind kind);
  void separate();
  void before_value();
  void new_line();
  void quote(std::string_view text);

  std::string& out_;
  JsonLayout layout_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace bloctype
