// YAML in flow style for what belongs to one fact, so that a fact is a line where it can be.
#include "render/description_yaml.hpp"

#include <algorithm>
#include <cctype>

#include "core/json_writer.hpp"
#include "core/number.hpp"
#include "core/utf8.hpp"

namespace bloctype {
namespace {

/// A text in double quotes. What may not stand in a description stands there as it would be shown: `\u{1B}`.
std::string quoted(std::string_view text) {
  std::string out;
  JsonWriter(out, JsonLayout::kCompact).string(escape_unsafe(text));
  return out;
}

/// Bare where nobody could take it for anything but a text.
std::string scalar(std::string_view text) {
  const bool is_plain = !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '-';
  });
  const bool is_name = is_plain && std::isalpha(static_cast<unsigned char>(text.front())) != 0;
  const std::string folded = fold(text);
  const bool is_word = folded == "yes" || folded == "no" || folded == "null" || folded == "true" || folded == "false";
  return is_name && !is_word ? std::string(text) : quoted(text);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

std::string map_of(const std::vector<std::string>& entries) { return "{" + joined(entries) + "}"; }

std::string localized(const Localized& text) {
  std::vector<std::string> entries;
  for (const auto& [language, words] : text.texts) entries.push_back(language + ": " + quoted(words));
  return map_of(entries);
}

class Writer {
 public:
  Writer(const Description& description, const Rulebook& rulebook) : description_(description), rulebook_(rulebook) {}

  std::string run() {
    out_ = "bloc: " + scalar(description_.bloc) + "\n";
    if (!description_.name.texts.empty()) out_ += "name: " + localized(description_.name) + "\n";
    out_ += "hegemon: " + scalar(description_.hegemon) + "\n";
    if (!description_.note.texts.empty()) out_ += "note: " + localized(description_.note) + "\n";
    list("aliases", description_.aliases);
    list("members", description_.members);
    sources();
    const bool is_dated = description_.periods.size() > 1 || description_.periods.front().from.has_value();
    if (!is_dated) {
      facts(description_.periods.front(), "");
      return std::move(out_);
    }
    out_ += "periods:\n";
    for (const Period& entry : description_.periods) period(entry);
    return std::move(out_);
  }

 private:
  void list(std::string_view key, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    std::vector<std::string> entries;
    for (const std::string& text : texts) entries.push_back(quoted(text));
    out_ += std::string(key) + ": [" + joined(entries) + "]\n";
  }

  void sources() {
    if (description_.sources.empty()) return;
    out_ += "sources:\n";
    for (const Reference& source : description_.sources) {
      std::vector<std::string> entries;
      const std::pair<const char*, const std::string*> parts[] = {{"author", &source.author},
                                                                  {"title", &source.title},
                                                                  {"container", &source.container},
                                                                  {"year", &source.year}};
      for (const auto& [key, text] : parts) {
        if (!text->empty()) entries.push_back(std::string(key) + ": " + quoted(*text));
      }
      out_ += "  " + quoted(source.id) + ": " + map_of(entries) + "\n";
    }
  }

  void period(const Period& period) {
    out_ += "  - id: " + quoted(period.id) + "\n";
    if (period.from) out_ += "    from: " + std::to_string(*period.from) + "\n";
    if (period.to) out_ += "    to: " + std::to_string(*period.to) + "\n";
    if (!period.note.texts.empty()) out_ += "    note: " + localized(period.note) + "\n";
    facts(period, "    ");
  }

  void facts(const Period& period, const std::string& indent) {
    std::string lines;
    for (std::size_t i = 0; i < period.facts.size(); ++i) {
      const std::vector<Coding>& codings = period.facts[i].codings;
      if (codings.empty()) continue;
      lines += indent + "  " + rulebook_.indicators[i].id + ":";
      if (codings.size() == 1) {
        lines += " " + coding(codings.front(), i) + "\n";
        continue;
      }
      lines += "\n";
      for (const Coding& entry : codings) lines += indent + "    - " + as_map(entry, i) + "\n";
    }
    out_ += indent + "facts:" + (lines.empty() ? " {}\n" : "\n" + lines);
  }

  /// The value alone where there is nothing else to say.
  std::string coding(const Coding& coding, std::size_t indicator) const {
    const bool is_bare = coding.source.empty() && coding.where.empty() && coding.coder.empty() && coding.date.empty() &&
                         coding.note.texts.empty();
    return is_bare && is_whole(coding, indicator) ? value(coding.values[0], indicator) : as_map(coding, indicator);
  }

  /// Whether one value serves both registers.
  bool is_whole(const Coding& coding, std::size_t indicator) const {
    const auto& [practice, discourse] = coding.values;
    if (rulebook_.indicators[indicator].subject != Subject::kBoth) return true;
    return practice.has_value() == discourse.has_value() && (!practice || same(*practice, *discourse));
  }

  std::string as_map(const Coding& coding, std::size_t indicator) const {
    std::vector<std::string> entries;
    if (is_whole(coding, indicator)) {
      entries.push_back("value: " + value(coding.values[0], indicator));
    } else {
      entries.push_back("discourse: " + value(coding.values[index_of(Register::kDiscourse)], indicator));
      entries.push_back("practice: " + value(coding.values[index_of(Register::kPractice)], indicator));
    }
    const std::pair<const char*, const std::string*> texts[] = {
        {"coder", &coding.coder}, {"source", &coding.source}, {"where", &coding.where}, {"date", &coding.date}};
    for (const auto& [key, text] : texts) {
      if (!text->empty()) entries.push_back(std::string(key) + ": " + quoted(*text));
    }
    if (!coding.note.texts.empty()) entries.push_back("note: " + localized(coding.note));
    return map_of(entries);
  }

  std::string value(const std::optional<Triple>& value, std::size_t indicator) const {
    if (!value) return "unknown";
    if (!is_open(*value)) return word(value->low, indicator);
    return "[" + word(value->low, indicator) + ", " + word(value->high, indicator) + "]";
  }

  std::string word(double degree, std::size_t indicator) const {
    if (rulebook_.indicators[indicator].yes_no && equal9(degree, 1)) return "yes";
    if (rulebook_.indicators[indicator].yes_no && equal9(degree, 0)) return "no";
    for (const ScaleWord& word : rulebook_.scale) {
      if (word.value == degree) return word.id;
    }
    return shortest(degree);
  }

  const Description& description_;
  const Rulebook& rulebook_;
  std::string out_;
};

}  // namespace

std::string render_description(const Description& description, const Rulebook& rulebook) {
  return Writer(description, rulebook).run();
}

}  // namespace bloctype
