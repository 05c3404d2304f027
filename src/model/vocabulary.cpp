// The table of words.
#include "model/vocabulary.hpp"

#include <algorithm>
#include <array>
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

constexpr auto kYes = std::to_array<std::string_view>({"yes", "sí", "sim"});
constexpr auto kNo = std::to_array<std::string_view>({"no", "não"});
constexpr auto kUnknownWords = std::to_array<std::string_view>(
    {"unknown", "desconocido", "desconocida", "desconhecido", "desconhecida", "?", "NA", "n/a", "n.d.", "null", "~"});

}  // namespace

Vocabulary::Vocabulary(const Rulebook& rulebook) {
  for (const ScaleWord& word : rulebook.scale) {
    add(word.id, word.value);
    scale_words_ += (scale_words_.empty() ? "" : ", ") + word.id;
    for (const auto& [language, label] : word.label.texts) add(label, word.value);
    for (const auto& [other, id] : kScaleWords) {
      if (id == word.id) add(other, word.value);
    }
  }
  if (rulebook.scale.size() > 1) {
    const std::size_t upper = rulebook.scale.size() / 2;
    middle_words_ = {rulebook.scale[upper - 1].id, rulebook.scale[upper].id};
  }
  for (const auto& word : kYes) add(word, 1.0);
  for (const auto& word : kNo) add(word, 0.0);
  for (const auto& word : kUnknownWords) add(word, std::nullopt);
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

std::optional<Vocabulary::Meaning> Vocabulary::look_up_start(std::string_view start, const Indicator& indicator) const {
  std::vector<std::string> candidates = words_;
  if (indicator.yes_no) {
    candidates.insert(candidates.end(), kYes.begin(), kYes.end());
    candidates.insert(candidates.end(), kNo.begin(), kNo.end());
  }
  std::optional<Meaning> found;
  for (const std::string& word : candidates) {
    const Meaning meaning = meanings_.at(fold(word));
    const bool is_between = meaning && *meaning > 0 && *meaning < 1;
    const bool is_short_form = word.find('.') != std::string::npos;  // `n.d.` is not what `n` stands for
    if (!fold(word).starts_with(fold(start)) || is_short_form || (indicator.yes_no && is_between)) continue;
    if (found && *found != meaning) return std::nullopt;
    found = meaning;
  }
  return found;
}

std::vector<std::pair<std::string, Vocabulary::Meaning>> Vocabulary::entries() const {
  std::vector<std::pair<std::string, Meaning>> entries(meanings_.begin(), meanings_.end());
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return entries;
}

}  // namespace bloctype
