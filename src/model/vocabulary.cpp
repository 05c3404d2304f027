// The table of words.
#include "model/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "core/utf8.hpp"

namespace bloctype {
namespace {

/// Words in the three languages of the interface for ids of the usual scale; a rulebook's own labels come on top.
constexpr auto kScaleWords = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"ausente", "absent"},
    {"sustancial", "substantial"},
    {"substancial", "substantial"},
    {"plena", "full"},
    {"pleno", "full"},
});

/// A word, and the language of those who begin it when they answer by its first letters.
struct Word {
  std::string_view language, word;
};

constexpr auto kYes = std::to_array<Word>({{"en", "yes"}, {"es", "sí"}, {"pt", "sim"}});
constexpr auto kNo = std::to_array<Word>({{"en", "no"}, {"es", "no"}, {"pt", "não"}});
constexpr auto kNothing = std::to_array<Word>(
    {{"en", "unknown"}, {"es", "desconocido"}, {"es", "desconocida"}, {"pt", "desconhecido"}, {"pt", "desconhecida"}});
/// Signs for it, which nobody begins.
constexpr auto kUnknownSigns = std::to_array<std::string_view>({"?", "NA", "n/a", "n.d.", "null", "~"});

}  // namespace

Vocabulary::Vocabulary(const Rulebook& rulebook) {
  for (const ScaleWord& word : rulebook.scale) {
    add(word.id, word.value);
    scale_words_ += (scale_words_.empty() ? "" : ", ") + word.id;
    starts_.push_back({"", word.id, word.value, Sort::kForDegree});
    for (const auto& [language, label] : word.label.texts) {
      add(label, word.value);
      starts_.push_back({language, label, word.value, Sort::kForDegree});
    }
    for (const auto& [other, id] : kScaleWords) {
      if (id == word.id) add(other, word.value);
    }
  }
  if (rulebook.scale.size() > 1) {
    const std::size_t upper = rulebook.scale.size() / 2;
    middle_words_ = {rulebook.scale[upper - 1].id, rulebook.scale[upper].id};
  }
  const auto add_all = [&](std::span<const Word> words, Meaning meaning, Sort sort) {
    for (const Word& word : words) {
      add(word.word, meaning);
      starts_.push_back({std::string(word.language), std::string(word.word), meaning, sort});
    }
  };
  add_all(kYes, 1.0, Sort::kForYesNo);
  add_all(kNo, 0.0, Sort::kForYesNo);
  add_all(kNothing, std::nullopt, Sort::kForNothing);
  for (const auto& sign : kUnknownSigns) add(sign, std::nullopt);
}

void Vocabulary::add(std::string_view word, Meaning meaning) {
  constexpr std::size_t kLeastLetters = 4;          // shorter ones are near to everything
  constexpr std::string_view kOfMachines = "null";  // it says nothing to a coder
  if (meanings_.emplace(fold(word), meaning).second && count_code_points(word) >= kLeastLetters && word != kOfMachines)
    words_.emplace_back(word);
}

std::optional<Vocabulary::Meaning> Vocabulary::look_up(std::string_view word) const {
  const auto found = meanings_.find(fold(word));
  if (found == meanings_.end()) return std::nullopt;
  return found->second;
}

std::optional<Vocabulary::Meaning> Vocabulary::look_up_start(std::string_view start, const Indicator& indicator,
                                                             std::string_view language) const {
  std::optional<Meaning> found;
  for (const Start& word : starts_) {
    const bool is_other_sort = word.sort == (indicator.yes_no ? Sort::kForDegree : Sort::kForYesNo);
    const bool is_other_language = !word.language.empty() && word.language != language;
    if (is_other_sort || is_other_language || !fold(word.text).starts_with(fold(start))) continue;
    if (found && *found != word.meaning) return std::nullopt;
    found = word.meaning;
  }
  return found;
}

std::vector<std::pair<std::string, Vocabulary::Meaning>> Vocabulary::entries() const {
  std::vector<std::pair<std::string, Meaning>> entries(meanings_.begin(), meanings_.end());
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return entries;
}

}  // namespace bloctype
