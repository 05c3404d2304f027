// Ids alone: what is shown can be pasted into a description.
#include "render/facts_text.hpp"

#include "core/number.hpp"

namespace bloctype {

std::string word_of(const Rulebook& rulebook, const CodedFact& fact) {
  if (rulebook.indicators[fact.indicator].yes_no) return fact.value > 0.5 ? "yes" : "no";
  for (const ScaleWord& word : rulebook.scale) {
    if (equal9(word.value, fact.value)) return word.id;
  }
  return fixed6(fact.value);
}

std::string facts_text(const Rulebook& rulebook, std::span<const CodedFact> facts) {
  std::string text;
  for (const CodedFact& fact : facts) {
    text += (text.empty() ? "" : ", ") + rulebook.indicators[fact.indicator].id + ": " + word_of(rulebook, fact);
  }
  return text;
}

Description described(const Rulebook& rulebook, std::span<const CodedFact> facts) {
  Description description;
  description.periods.resize(1);
  std::vector<Fact>& all = description.periods.front().facts;
  all.resize(rulebook.indicators.size());
  for (const CodedFact& fact : facts) {
    Coding coding;
    coding.values = {known(fact.value), known(fact.value)};
    all[fact.indicator].codings.push_back(std::move(coding));
    resolve(all[fact.indicator]);
  }
  return description;
}

void write_facts(JsonWriter& json, const Rulebook& rulebook, std::span<const CodedFact> facts) {
  json.begin_object();
  for (const CodedFact& fact : facts) {
    json.key(rulebook.indicators[fact.indicator].id);
    json.string(word_of(rulebook, fact));
  }
  json.end_object();
}

}  // namespace bloctype
