// Indicators are listed where a rule first mentions them: axis by axis, what comes before the models, then each model.
#include "render/blank_form.hpp"

#include <algorithm>
#include <array>

#include "core/utf8.hpp"
#include "model/rules.hpp"
#include "page/style.hpp"
#include "render/axis_view.hpp"
#include "render/batch_table.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kWidth = 80;  // of a file, whatever the terminal
constexpr std::string_view kNothing = "unknown";
constexpr std::string_view kExampleBloc = "my-bloc";

using Row = std::array<std::string_view, 10>;
constexpr Row kColumns = {"bloc", "from", "to", "indicator", "value", "register", "coder", "source", "where", "note"};

/// Indicators that one part of the rules brings up first.
struct Section {
  std::string title;
  std::vector<std::size_t> indicators;
};

class Form {
 public:
  Form(const Rulebook& rulebook, const Catalogue& texts) : rulebook_(rulebook), texts_(texts) { divide(); }

  std::string yaml() const {
    std::string out = comment("", texts_.say("template.head", {{"name", text(rulebook_.name, rulebook_.id)},
                                                               {"id", rulebook_.id},
                                                               {"version", rulebook_.version}}));
    out += comment("", texts_.say("template.how", {{"words", words()}}));
    for (const ScaleWord& word : rulebook_.scale) out += comment("  ", scale_word(word));
    out += comment("  ", texts_.say("template.unknown"));
    out += examples();
    out += comment("", texts_.say("template.periods")) + "\n";
    out += "bloc: " + std::string(kExampleBloc) + "\n" + texts_.say("template.fields") + "\nfacts:\n";
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      out += (i == 0 ? "" : "\n") + comment("  ", "--- " + sections_[i].title);
      for (const std::size_t indicator : sections_[i].indicators) out += fact(rulebook_.indicators[indicator]);
    }
    return out;
  }

  std::string csv() const {
    std::string out = row_of(kColumns);
    for (const Section& section : sections_) {
      for (const std::size_t i : section.indicators) {
        const Indicator& indicator = rulebook_.indicators[i];
        if (indicator.subject != Subject::kBoth) {
          out += row(indicator, "");
        } else {
          for (const Register r : {Register::kDiscourse, Register::kPractice}) out += row(indicator, name_of(r));
        }
      }
    }
    return out;
  }

 private:
  static std::string_view name_of(Register r) { return r == Register::kPractice ? "practice" : "discourse"; }

  std::string text(const Localized& localized, std::string_view otherwise) const {
    const std::string_view found = localized.in(texts_.language());
    return escape_unsafe(found.empty() ? otherwise : found);
  }

  void divide() {
    std::vector<bool> seen(rulebook_.indicators.size(), false);
    for (const Rule& rule : all_rules(rulebook_)) {
      for (const std::size_t indicator : indicators_of(*rule.expression)) {
        if (!seen[indicator]) add(title(rule), indicator);
        seen[indicator] = true;
      }
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
      if (!seen[i]) add(texts_.say("template.section.other"), i);
    }
  }

  void add(const std::string& title, std::size_t indicator) {
    const auto there =
        std::find_if(sections_.begin(), sections_.end(), [&](const Section& s) { return s.title == title; });
    (there == sections_.end() ? *sections_.insert(there, {title, {}}) : *there).indicators.push_back(indicator);
  }

  std::string title(const Rule& rule) const {
    if (rule.axis != nullptr) {
      const Axis& axis = *rule.axis;
      return texts_.say(rule.role == Rule::Role::kGate ? "template.section.gates" : "template.section.outcomes",
                        {{"axis", text(axis.label, axis.id)}});
    }
    if (rule.model != nullptr) {
      const Axis& axis = rulebook_.axes[rule.model->axis];
      return texts_.say("template.section.model",
                        {{"axis", text(axis.label, axis.id)}, {"model", text(rule.model->label, rule.model->id)}});
    }
    return texts_.say("template.section.findings");
  }

  static std::string comment(const std::string& indent, const std::string& text) {
    const std::string lead = indent + "# ";
    std::string lines = wrapped(text, kWidth - lead.size(), 0, 0);
    std::string out = lead;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      out += lines[i];
      if (lines[i] == '\n' && i + 1 < lines.size()) out += lead;
    }
    return out;
  }

  /// A word as a reader says it; its id too, where that is another.
  std::string scale_word(const ScaleWord& word) const {
    const std::string said = label(word);
    const std::string both = said == word.id ? said : said + " (" + word.id + ")";
    return joined({both, text(word.means, "")}, ": ");
  }

  std::string words() const {
    std::vector<std::string> words;
    for (const ScaleWord& word : rulebook_.scale) words.push_back(label(word));
    return texts_.alternatives(words);
  }

  /// How a coding that takes more than a word is written.
  std::string examples() const {
    const std::string word = rulebook_.scale.empty() ? std::string("1") : label(rulebook_.scale.back());
    const std::string source = "{value: " + word + ", source: my-source, where: p. 5}";
    std::string out;
    if (rulebook_.scale.size() > 1) {
      const std::size_t upper = rulebook_.scale.size() / 2;
      const std::string low = label(rulebook_.scale[upper - 1]), high = label(rulebook_.scale[upper]);
      out += comment("  ", texts_.say("template.disputed", {{"interval", "[" + low + ", " + high + "]"}}));
      const std::string apart = "{discourse: " + high + ", practice: " + low + "}";
      out += comment("  ", texts_.say("template.apart", {{"example", apart}}));
    }
    return out + comment("  ", texts_.say("template.source", {{"example", source}}));
  }

  std::string label(const ScaleWord& word) const { return text(word.label, word.id); }

  std::string fact(const Indicator& indicator) const {
    std::string out = "\n" + comment("  ", text(indicator.question, indicator.id));
    out += comment("  ",
                   "(" + register_of(indicator) + (indicator.yes_no ? " " + texts_.say("template.yes_no") : "") + ")");
    return out + "  " + indicator.id + ": " + std::string(kNothing) + "\n";
  }

  std::string register_of(const Indicator& indicator) const {
    if (indicator.subject == Subject::kDeclared) return texts_.say("template.register.declared");
    if (indicator.subject == Subject::kDone) return texts_.say("template.register.done");
    return texts_.say("template.register.both");
  }

  std::string row(const Indicator& indicator, std::string_view reg) const {
    const std::string note = text(indicator.question, indicator.id);
    return row_of({kExampleBloc, "", "", indicator.id, kNothing, reg, "", "", "", note});
  }

  static std::string row_of(const Row& cells) {
    const TableDialect dialect;
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + table_cell(cells[i], dialect);
    return out + "\n";
  }

  const Rulebook& rulebook_;
  const Catalogue& texts_;
  std::vector<Section> sections_;
};

}  // namespace

std::string blank_yaml(const Rulebook& rulebook, const Catalogue& texts) { return Form(rulebook, texts).yaml(); }

std::string blank_csv(const Rulebook& rulebook, const Catalogue& texts) { return Form(rulebook, texts).csv(); }

}  // namespace bloctype
