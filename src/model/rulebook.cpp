// Look-ups in the rulebook and the written form of its expressions.
#include "model/rulebook.hpp"

#include <algorithm>

namespace bloctype {
namespace {

template <typename T>
std::optional<std::size_t> find_id(const std::vector<T>& list, std::string_view id) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const T& entry) { return entry.id == id; });
  if (found == list.end()) return std::nullopt;
  return static_cast<std::size_t>(found - list.begin());
}

struct Written {
  const Rulebook& rulebook;

  std::string list(std::string text, const std::vector<Expression>& parts) const {
    for (const Expression& part : parts) {
      if (text.back() != '(') text += ", ";
      text += written(part, rulebook);
    }
    return text + ")";
  }
  std::string operator()(const Feature& x) const { return rulebook.indicators[x.indicator].id; }
  std::string operator()(const Not& x) const { return list("not(", x.part); }
  std::string operator()(const All& x) const { return list("all(", x.parts); }
  std::string operator()(const Any& x) const { return list("any(", x.parts); }
  std::string operator()(const Mean& x) const { return list("mean(", x.parts); }
  std::string operator()(const AtLeast& x) const { return list("at_least(" + std::to_string(x.count), x.parts); }
};

}  // namespace

std::string_view Localized::in(std::string_view language) const {
  for (const auto& [written_in, text] : texts) {
    if (written_in == language) return text;
  }
  return texts.empty() ? std::string_view() : std::string_view(texts.front().second);
}

std::optional<std::size_t> Rulebook::indicator(std::string_view wanted) const { return find_id(indicators, wanted); }
std::optional<std::size_t> Rulebook::model(std::string_view wanted) const { return find_id(models, wanted); }
std::optional<std::size_t> Rulebook::axis(std::string_view wanted) const { return find_id(axes, wanted); }

const Verdict* Rulebook::verdict(std::string_view wanted) const {
  const auto at = find_id(verdicts, wanted);
  return at ? &verdicts[*at] : nullptr;
}

std::vector<double> Rulebook::degrees_of(std::size_t indicator) const {
  if (indicators[indicator].yes_no) return {0, 1};
  std::vector<double> degrees;
  for (const ScaleWord& word : scale) degrees.push_back(word.value);
  return degrees;
}

std::string written(const Expression& expression, const Rulebook& rulebook) {
  return std::visit(Written{rulebook}, expression.form);
}

}  // namespace bloctype
