// Registers are told apart only where they differ.
#include "render/coded_words.hpp"

namespace bloctype {

std::string register_key(const Indicator& indicator) {
  switch (indicator.subject) {
    case Subject::kDeclared:
      return "declared";
    case Subject::kDone:
      return "done";
    case Subject::kBoth:
      break;
  }
  return "both";
}

std::string scale_words(const Rulebook& rulebook, const Phrases& phrases, const Catalogue& texts) {
  std::vector<std::string> words;
  for (const ScaleWord& word : rulebook.scale) words.push_back(phrases.text(word.label, word.id));
  return texts.alternatives(words);
}

std::string coded_words(const ShowView& view, const PlacedPeriod& placed, std::size_t indicator) {
  const Phrases deeds = view.phrases(placed, Register::kPractice);
  const Phrases words = view.phrases(placed, Register::kDiscourse);
  const Fact& fact = deeds.fact(indicator);
  if (!fact.coded[0] && !fact.coded[1]) return {};
  if (deeds.coded(indicator) == words.coded(indicator)) return deeds.coded(indicator);
  return view.texts().say("show.indicator.apart",
                          {{"words", words.coded(indicator)}, {"deeds", deeds.coded(indicator)}});
}

}  // namespace bloctype
