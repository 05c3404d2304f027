// Sentences. What comes from data is escaped here, once, but for the lines that are quoted.
#include "render/diagnostics.hpp"

#include <algorithm>
#include <vector>

#include "core/utf8.hpp"
#include "page/page_text.hpp"

namespace bloctype {
namespace {

std::string place_text(const Place& place) {
  std::string text = escape_unsafe(place.file);
  if (place.line > 0) text += ":" + std::to_string(place.line) + ":" + std::to_string(std::max(place.column, 1));
  return text;
}

class NoticeWriter {
 public:
  explicit NoticeWriter(const Catalogue& texts) : texts_(texts) {}

  Notice short_form(const Diagnostic& d) const {
    const bool error = severity_of(d) == Severity::kError;
    const std::string place = place_text(d.place);
    Notice notice;
    notice.severity = error ? Notice::Severity::kError : Notice::Severity::kWarning;
    notice.place = place.empty() ? "bloctype" : place;
    notice.word = texts_.say(error ? "diagnostic.error" : "diagnostic.warning");
    notice.message = where_in_table(d) + message(d);
    notice.code = info(d.code).name;
    return notice;
  }

  Notice full_form(const Diagnostic& d) const {
    Notice notice = short_form(d);
    notice.quotes.push_back(quote(d.place, d.line, d.length));
    for (const Diagnostic::Related& related : d.related) {
      notice.quotes.push_back(quote(related.place, related.line, related.length));
      notice.quotes.back().said = place_text(related.place) + ": " + texts_.say(related.text);
    }
    notice.lead = texts_.say("diagnostic.help");
    notice.help = help(d);
    return notice;
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

  static Notice::Quote quote(const Place& place, const std::string& line, int length) {
    if (place.line == 0 || line.empty()) return {};
    return {{}, place.line, line, place.column, length};
  }

  const Catalogue& texts_;
};

}  // namespace

DiagnosticText diagnostic_text(const Diagnostic& diagnostic, const Catalogue& texts) {
  const NoticeWriter writer(texts);
  return {writer.message(diagnostic), writer.help(diagnostic)};
}

Page diagnostics_page(std::span<const Diagnostic> diagnostics, const Catalogue& texts, DiagnosticForm form) {
  const NoticeWriter writer(texts);
  std::vector<const Diagnostic*> shown;
  for (const Diagnostic& d : diagnostics) shown.push_back(&d);
  if (shown.size() > kMaxDiagnostics) {  // an error is not hidden by warnings
    const auto is_error = [](const Diagnostic* d) { return info(d->code).severity == Severity::kError; };
    std::stable_partition(shown.begin(), shown.end(), is_error);
    shown.resize(kMaxDiagnostics);
  }
  Page page;
  for (const Diagnostic* d : shown) {
    page.add(form == DiagnosticForm::kShort ? writer.short_form(*d) : writer.full_form(*d));
  }
  if (diagnostics.size() > kMaxDiagnostics) {
    page.paragraph(texts.count("diagnostic.more", diagnostics.size() - kMaxDiagnostics));
  }
  return page;
}

std::string render_diagnostics(std::span<const Diagnostic> diagnostics, const Catalogue& texts, const Style& style,
                               DiagnosticForm form) {
  return page_text(diagnostics_page(diagnostics, texts, form), style);
}

}  // namespace bloctype
