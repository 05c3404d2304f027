// One visit; a new form of expression fails to compile until it has words.
#include "render/expression_words.hpp"

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "render/axis_view.hpp"

namespace bloctype {
namespace {

struct Worded {
  const Phrases& phrases;
  const Catalogue& texts;

  /// A part: by itself where it is an indicator, else in brackets.
  std::string part(const Expression& expression) const {
    const std::string words = in_words(expression, phrases, texts);
    return std::holds_alternative<Feature>(expression.form) ? words : "(" + words + ")";
  }
  std::vector<std::string> all(const std::vector<Expression>& expressions) const {
    std::vector<std::string> words;
    for (const Expression& expression : expressions) words.push_back(part(expression));
    return words;
  }

  std::string operator()(const Feature& x) const { return phrases.label(x.indicator); }
  std::string operator()(const Not& x) const {
    return texts.say("show.condition.not", {{"feature", part(x.part.front())}});
  }
  std::string operator()(const All& x) const { return texts.list(all(x.parts)); }
  std::string operator()(const Any& x) const { return texts.alternatives(all(x.parts)); }
  std::string operator()(const Mean& x) const {
    std::vector<std::string> parts = all(x.parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      parts[i] = texts.say("show.condition.weighted", {{"feature", parts[i]}, {"weight", shortest(x.weights[i])}});
    }
    return texts.say("show.condition.mean", {{"features", texts.list(parts)}});
  }
  std::string operator()(const AtLeast& x) const {
    return texts.say("show.condition.at_least",
                     {{"count", std::to_string(x.count)}, {"features", texts.list(all(x.parts))}});
  }
};

}  // namespace

std::string in_words(const Expression& expression, const Phrases& phrases, const Catalogue& texts) {
  return std::visit(Worded{phrases, texts}, expression.form);
}

std::string ids_in_brackets(const Expression& expression, const Rulebook& rulebook) {
  if (std::holds_alternative<Feature>(expression.form)) return {};
  std::vector<std::string> ids;
  for (const std::size_t indicator : indicators_of(expression))
    ids.push_back(escape_unsafe(rulebook.indicators[indicator].id));
  return "(" + joined(ids, ", ") + ")";
}

}  // namespace bloctype
