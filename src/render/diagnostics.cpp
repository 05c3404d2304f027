// Sentences and carets. What comes from data is escaped here, once.
#include "render/diagnostics.hpp"

#include <algorithm>
#include <vector>

#include "core/utf8.hpp"

namespace bloctype {
namespace {

/// A stretch of a line that fits the screen, with the caret's column in it.
struct Excerpt {
  std::string text;
  std::size_t indent = 0;  ///< columns before the caret
  std::size_t width = 1;   ///< columns under the caret
};

/// The code points of `line` one by one, as they are printed.
std::vector<std::string> printed(std::string_view line) {
  std::vector<std::string> out;
  while (!line.empty()) {
    const CodePoint c = decode_utf8(line);
    const std::size_t size = std::max<std::size_t>(c.size, 1);
    const std::string_view bytes = line.substr(0, size);
    out.push_back(bytes == "\t" ? " " : escape_unsafe(bytes));
    line.remove_prefix(size);
  }
  return out;
}

/// Columns before each part, and all of them behind the last.
std::vector<std::size_t> columns_before(const std::vector<std::string>& parts) {
  std::vector<std::size_t> columns{0};
  for (const std::string& part : parts) columns.push_back(columns.back() + display_width(part));
  return columns;
}

/// The part of the line around `column` that fits in `room` columns.
Excerpt excerpt(std::string_view line, int column, int length, std::size_t room) {
  const std::vector<std::string> parts = printed(line);
  const std::vector<std::size_t> columns = columns_before(parts);
  const auto width_of = [&](std::size_t from, std::size_t to) {
    const std::size_t last = std::min(to, parts.size());
    return from < last ? columns[last] - columns[from] : 0;
  };
  const std::size_t at = static_cast<std::size_t>(std::max(column, 1) - 1);
  const std::size_t wanted = static_cast<std::size_t>(std::max(length, 1));
  std::size_t begin = 0;
  const bool fits = columns.back() <= room;
  while (!fits && width_of(begin, at) > room / 2) ++begin;
  std::size_t end = begin;
  while (end < parts.size() && width_of(begin, end + 1) <= room) ++end;
  Excerpt result;
  const bool cut_before = begin > 0;
  if (cut_before) result.text = "…";
  for (std::size_t i = begin; i < end; ++i) result.text += parts[i];
  if (end < parts.size()) result.text += "…";
  result.indent = (cut_before ? 1 : 0) + width_of(begin, at);
  result.width = std::max<std::size_t>(1, width_of(at, std::min(at + wanted, end)));
  return result;
}

std::string place_text(const Place& place) {
  std::string text = escape_unsafe(place.file);
  if (place.line > 0) text += ":" + std::to_string(place.line) + ":" + std::to_string(std::max(place.column, 1));
  return text;
}

class Renderer {
 public:
  Renderer(const Catalogue& texts, const Style& style) : texts_(texts), style_(style) {}

  std::string full(const Diagnostic& d) const {
    std::string out = one_line(d) + marked_line(d.place, d.line, d.length);
    for (const Diagnostic::Related& related : d.related) {
      out += "  " + place_text(related.place) + ": " + texts_.say(related.text) + "\n";
      out += marked_line(related.place, related.line, related.length);
    }
    const std::string advice = help(d);
    if (advice.empty()) return out;
    const std::string label = texts_.say("diagnostic.help") + ": ";
    const std::size_t indent = 2 + display_width(label);
    return out + "  " + painted(label, Tone::kStrong, style_.colour) + wrapped(advice, style_.width, indent, indent);
  }

  /// What to do; empty where there is nothing to say.
  std::string help(const Diagnostic& d) const {
    const std::string key = "diagnostic." + std::string(info(d.code).name) + ".";
    const auto values = shown_values(d);
    std::string help_key = key + "help";
    if (has(values, "at_row") || has(values, "at_column")) help_key = first_of({key + "help_table", help_key});
    if (severity_of(d) != info(d.code).severity) help_key = first_of({key + "help_strict", help_key});
    for (const auto& [name, value] : d.details) {  // a kind of problem may have a help of its own
      if (name == "problem") help_key = first_of({key + "help_" + value.substr(value.find('.') + 1), help_key});
    }
    for (const auto& [name, value] : values) {
      if (name == "help") help_key = first_of({key + "help_" + value, help_key});
    }
    if (has(values, "suggestion"))
      help_key = first_of({help_key + "_nearest", first_of({key + "help_nearest", help_key})});
    return texts_.has(help_key) ? texts_.say(help_key, values) : std::string();
  }

  std::string one_line(const Diagnostic& d) const {
    const CodeInfo& code = info(d.code);
    const bool error = severity_of(d) == Severity::kError;
    const std::string severity = texts_.say(error ? "diagnostic.error" : "diagnostic.warning");
    const std::string place = place_text(d.place);
    return (place.empty() ? "bloctype" : place) + ": " +
           painted(severity, error ? Tone::kBad : Tone::kWarn, style_.colour) + ": " + where_in_table(d) + message(d) +
           " [" + std::string(code.name) + "]\n";
  }

  /// The sentence; where it depends on a count, the one for that count.
  std::string message(const Diagnostic& d) const {
    const auto values = shown_values(d);
    const std::string key = "diagnostic." + std::string(info(d.code).name) + ".message";
    if (texts_.has(key)) return texts_.say(key, values);
    const bool one =
        std::find(values.begin(), values.end(), std::pair<std::string, std::string>("count", "1")) != values.end();
    return texts_.say(key + (one ? ".one" : ".other"), values);
  }

 private:
  using Values = std::vector<std::pair<std::string, std::string>>;

  static bool has(const Values& values, std::string_view name) {
    return std::any_of(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
  }

  /// The first of two keys that is there.
  std::string first_of(const std::pair<std::string, std::string>& keys) const {
    return texts_.has(keys.first) ? keys.first : keys.second;
  }

  /// "row 12, free_trade_core: " of what stands in a table.
  std::string where_in_table(const Diagnostic& d) const {
    const Values values = shown_values(d);
    const bool row = has(values, "at_row");
    const bool column = has(values, "at_column");
    if (!row && !column) return {};
    return texts_.say(row && column ? "diagnostic.in_cell"
                      : row         ? "diagnostic.in_row"
                                    : "diagnostic.in_column",
                      values);
  }

  /// The values of a diagnostic as they are printed: names of texts resolved, data escaped.
  std::vector<std::pair<std::string, std::string>> shown_values(const Diagnostic& d) const {
    std::vector<std::pair<std::string, std::string>> values;
    for (const auto& [key, value] : d.details) values.emplace_back(key, escape_unsafe(value));
    const auto data = values;
    for (auto& [key, value] : values) {
      const bool ours = key != "found" || d.code == Code::kWrongShape;  // what was found is the user's, a shape is not
      if (ours && !value.empty() && value.front() == '@' && texts_.has(value.substr(1))) {
        value = texts_.say(value.substr(1), data);
      }
    }
    return values;
  }

  std::string marked_line(const Place& place, const std::string& line, int length) const {
    if (place.line == 0 || line.empty()) return {};
    const std::string number = std::to_string(place.line);
    const std::string gutter(number.size(), ' ');
    const std::size_t taken = number.size() + 6;
    const Excerpt shown = excerpt(line, place.column, length, style_.width > taken + 20 ? style_.width - taken : 20);
    return "  " + painted(number + " | ", Tone::kFaint, style_.colour) + shown.text + "\n" + "  " +
           painted(gutter + " | ", Tone::kFaint, style_.colour) + std::string(shown.indent, ' ') +
           painted(std::string(shown.width, '^'), Tone::kBad, style_.colour) + "\n";
  }

  const Catalogue& texts_;
  const Style& style_;
};

}  // namespace

DiagnosticText diagnostic_text(const Diagnostic& diagnostic, const Catalogue& texts) {
  const Style style;
  const Renderer renderer(texts, style);
  return {renderer.message(diagnostic), renderer.help(diagnostic)};
}

std::string render_diagnostics(std::span<const Diagnostic> diagnostics, const Catalogue& texts, const Style& style,
                               DiagnosticForm form) {
  const Renderer renderer(texts, style);
  std::vector<const Diagnostic*> shown;
  for (const Diagnostic& d : diagnostics) shown.push_back(&d);
  if (shown.size() > kMaxDiagnostics) {  // an error is not hidden by warnings
    const auto is_error = [](const Diagnostic* d) { return info(d->code).severity == Severity::kError; };
    std::stable_partition(shown.begin(), shown.end(), is_error);
    shown.resize(kMaxDiagnostics);
  }
  std::string out;
  for (const Diagnostic* d : shown) {
    out += form == DiagnosticForm::kShort ? renderer.one_line(*d) : renderer.full(*d);
  }
  if (diagnostics.size() > kMaxDiagnostics) {
    out += texts.count("diagnostic.more", diagnostics.size() - kMaxDiagnostics) + "\n";
  }
  return out;
}

}  // namespace bloctype
