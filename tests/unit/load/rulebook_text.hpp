// A rulebook written out, places aside: two that are written alike are the same to everything that reads them.
#pragma once

#include <string>
#include <vector>

#include "model/rulebook.hpp"

namespace bloctype {

class RulebookText {
 public:
  explicit RulebookText(const Rulebook& rulebook) : rulebook_(rulebook) { write(); }

  const std::string& text() const { return text_; }

 private:
  void add(const std::string& what) { text_ += what + "\n"; }
  void add(const std::string& name, const std::vector<std::string>& list) {
    std::string line = name + ":";
    for (const std::string& entry : list) line += " " + entry;
    add(line);
  }
  void add(const std::string& name, const Localized& localized) {
    for (const auto& [language, text] : localized.texts) add(name + " " + language + " " + text);
  }
  void add(const std::string& name, const Expression& expression) { add(name + " " + exact(expression)); }

  /// With the weights of means, which written() leaves out.
  std::string exact(const Expression& expression) const {
    std::string out = written(expression, rulebook_);
    if (const auto* mean = std::get_if<Mean>(&expression.form)) {
      for (const double weight : mean->weights) out += " " + std::to_string(weight);
    }
    for (const Expression& part : parts_of(expression)) out += " " + exact(part);
    return out;
  }

  void add(const std::string& name, const std::vector<Item>& items) {
    for (const Item& item : items) {
      add(name, item.expression);
      const std::string only = !item.only ? "both" : *item.only == Register::kPractice ? "practice" : "discourse";
      add("weight " + std::to_string(item.weight) + " only " + only + " ours " +
          std::to_string(item.claim == Claim::kOurs));
      add("cite", item.cite);
      add("label", item.label);
      add("reason", item.reason);
    }
  }

  void add(const std::string& name, const std::vector<Gate>& gates) {
    for (const Gate& gate : gates) {
      add(name + " " + gate.verdict, gate.condition);
      add("unless " + std::to_string(gate.sense == Gate::Sense::kUnless) + " threshold " +
          std::to_string(gate.threshold));
      add("reason", gate.reason);
    }
  }

  void write() {
    add(rulebook_.id + " " + rulebook_.version);
    add("languages", rulebook_.languages);
    add("name", rulebook_.name);
    add(std::to_string(rulebook_.crossover) + " " + std::to_string(rulebook_.evidence_floor) + " " +
        std::to_string(rulebook_.element_floor));
    for (const ScaleWord& word : rulebook_.scale) {
      add("word " + word.id + " " + std::to_string(word.value));
      add("label", word.label);
    }
    for (const Indicator& indicator : rulebook_.indicators) {
      add("indicator " + indicator.id + " " + std::to_string(static_cast<int>(indicator.subject)) +
          std::to_string(indicator.yes_no));
      add("cite", indicator.cite);
      add("aliases", indicator.aliases);
      add("label", indicator.label);
      add("question", indicator.question);
    }
    for (const Axis& axis : rulebook_.axes) {
      add("axis " + axis.id + " rival " + std::to_string(axis.combine == Axis::Combine::kRival));
      for (const std::size_t model : axis.models) add("has " + std::to_string(model));
      add("gate", axis.gates);
      add("outcome", axis.outcomes);
    }
    for (const Model& model : rulebook_.models) {
      add("model " + model.id + " of " + std::to_string(model.axis));
      add("label", model.label);
      add("necessary", model.necessary);
      add("typical", model.typical);
      add("contrary", model.contrary);
      for (const Variant& variant : model.variants) {
        add("variant " + variant.id, variant.condition);
        for (const Expectation& e : variant.expects) add(e.full ? "full" : "absent", e.expression);
      }
    }
    for (const Finding& finding : rulebook_.findings) add("finding " + finding.id, finding.condition);
    for (const Verdict& verdict : rulebook_.verdicts) add("verdict " + verdict.id, verdict.says);
    for (const Reference& source : rulebook_.sources) add("source " + source.id + " " + source.author);
  }

  const Rulebook& rulebook_;
  std::string text_;
};

}  // namespace bloctype
