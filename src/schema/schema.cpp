// A walk over the YAML of a schema. Two kinds of map are not written as they are: texts by language, and
// `filled_with: NAME`, in whose place stands what the rulebook says.
#include "schema/schema.hpp"

#include <algorithm>
#include <vector>

#include "core/json_writer.hpp"
#include "core/number.hpp"
#include "embed/shipped.hpp"
#include "model/document.hpp"
#include "model/vocabulary.hpp"
#include "schema/spelling.hpp"

namespace bloctype {
namespace {

constexpr std::string_view kFallback = "en";
constexpr std::string_view kFilled = "filled_with";

// Numbers that are written as texts ("0.5", or 5e-1, which a YAML 1.1 reader takes for one).
constexpr std::string_view kGradeNumber =
    "0+(\\.[0-9]*)?|\\.[0-9]+|0*1(\\.0*)?|([0-9](\\.[0-9]*)?|\\.[0-9]+)[eE]-0*[1-9][0-9]*";
constexpr std::string_view kAnswerNumber = "0+(\\.0*)?|\\.0+|0*1(\\.0*)?";

class SchemaWriter {
 public:
  SchemaWriter(const Rulebook& rulebook, std::string_view language, JsonWriter& json)
      : rulebook_(rulebook), entries_(Vocabulary(rulebook).entries()), language_(language), json_(json) {}

  void write(const Node& node) {
    if (node.is_list()) {
      json_.begin_array();
      for (const Node& item : node.items) write(item);
      json_.end_array();
    } else if (node.is_map()) {
      write_map(node);
    } else {
      write_scalar(node);
    }
  }

 private:
  /// What stands in the place of `filled_with: NAME`.
  struct Filler {
    std::string_view name;
    void (SchemaWriter::*write)();
  };

  void write_map(const Node& node) {
    if (const Node* filler = node.find(kFilled)) return fill(filler->text);
    const Node* fallback = node.find(kFallback);
    if (fallback != nullptr && fallback->is_scalar()) {
      const Node* text = node.find(language_);
      return json_.string(text == nullptr ? fallback->text : text->text);
    }
    json_.begin_object();
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      json_.key(node.keys[i].text);
      write(node.items[i]);
    }
    json_.end_object();
  }

  void write_scalar(const Node& node) {
    const auto number = node.quoted ? std::nullopt : parse_number(node.text);
    const bool is_flag = !node.quoted && (node.text == "true" || node.text == "false");
    if (is_flag) {
      json_.boolean(node.text == "true");
    } else if (number) {
      json_.number(*number);
    } else {
      json_.string(node.text);
    }
  }

  void fill(std::string_view name) {
    static constexpr auto kFillers = std::to_array<Filler>({{"facts", &SchemaWriter::facts},
                                                            {"sources", &SchemaWriter::sources},
                                                            {"scale", &SchemaWriter::scale},
                                                            {"grades", &SchemaWriter::grades},
                                                            {"known_grades", &SchemaWriter::known_grades},
                                                            {"answers", &SchemaWriter::answers},
                                                            {"known_answers", &SchemaWriter::known_answers}});
    const auto filler = std::find_if(kFillers.begin(), kFillers.end(), [&](const Filler& f) { return f.name == name; });
    filler == kFillers.end() ? json_.null() : (this->*filler->write)();
  }

  // --- The indicators, a property each

  void facts() {
    json_.begin_object();
    for (const Indicator& indicator : rulebook_.indicators) {
      json_.key(indicator.id);
      json_.begin_object();
      json_.key("description");
      json_.string(help(indicator));
      json_.key("$ref");
      json_.string(std::string("#/$defs/") + kind_of_fact(indicator));
      json_.end_object();
    }
    json_.end_object();
  }

  /// The definition in description.yaml.
  static const char* kind_of_fact(const Indicator& indicator) {
    const bool once = indicator.subject != Subject::kBoth;
    if (indicator.yes_no) return once ? "answered_once" : "answered_fact";
    return once ? "graded_once" : "graded_fact";
  }

  /// Its label and question, and what a coder sees at both ends of the scale.
  std::string help(const Indicator& indicator) const {
    const std::string_view named = indicator.label.in(language_);
    std::string text(named.empty() ? std::string_view(indicator.id) : named);
    append_paragraph(text, "", indicator.question);
    if (rulebook_.scale.empty()) return text;
    append_paragraph(text, std::string(label(rulebook_.scale.back())) + ": ", indicator.full);
    append_paragraph(text, std::string(label(rulebook_.scale.front())) + ": ", indicator.absent);
    return text;
  }

  void append_paragraph(std::string& text, std::string_view heading, const Localized& words) const {
    if (!words.texts.empty()) text.append("\n\n").append(heading).append(words.in(language_));
  }

  // --- Words to offer

  std::string_view label(const ScaleWord& word) const {
    const std::string_view text = word.label.in(language_);
    return text.empty() ? std::string_view(word.id) : text;
  }

  void scale() {
    json_.begin_array();
    for (const ScaleWord& word : rulebook_.scale) offer(label(word));
    json_.end_array();
  }

  void sources() {
    json_.begin_array();
    for (const Reference& source : rulebook_.sources) offer(source.id);
    json_.end_array();
  }

  void offer(std::string_view text) {
    json_.begin_object();
    for (const std::string_view key : {"label", "body"}) {
      json_.key(key);
      json_.string(text);
    }
    json_.end_object();
  }

  // --- Patterns of all that is read as a value

  static bool is_answer(const Vocabulary::Meaning& meaning) {
    return !meaning || equal9(*meaning, 0) || equal9(*meaning, 1);
  }

  template <typename Fits>
  void pattern(std::string_view numbers, const Fits& fits) {
    std::string text = "^(";
    for (const auto& [word, meaning] : entries_) {
      if (fits(meaning)) text.append(spellings_of(word)).append("|");
    }
    json_.string(text.append(numbers).append(")$"));
  }

  void grades() {
    pattern(kGradeNumber, [](const Vocabulary::Meaning&) { return true; });
  }
  void known_grades() {
    pattern(kGradeNumber, [](const Vocabulary::Meaning& meaning) { return meaning.has_value(); });
  }
  void answers() { pattern(kAnswerNumber, is_answer); }
  void known_answers() {
    pattern(kAnswerNumber, [](const Vocabulary::Meaning& meaning) { return meaning && is_answer(meaning); });
  }

  const Rulebook& rulebook_;
  std::vector<std::pair<std::string, Vocabulary::Meaning>> entries_;
  std::string_view language_;
  JsonWriter& json_;
};

}  // namespace

std::string render_schema(SchemaKind kind, const Rulebook& rulebook, std::string_view language) {
  std::string out;
  JsonWriter json(out, JsonLayout::kIndented);
  SchemaWriter(rulebook, language, json).write(shipped_schema(name(kind)).root);
  return out + "\n";
}

std::string render_schemas(const Rulebook& rulebook, std::string_view language) {
  std::string out;
  JsonWriter json(out, JsonLayout::kIndented);
  SchemaWriter writer(rulebook, language, json);
  json.begin_object();
  for (const SchemaKind kind : kSchemaKinds) {
    json.key(name(kind));
    writer.write(shipped_schema(name(kind)).root);
  }
  json.end_object();
  return out + "\n";
}

}  // namespace bloctype
