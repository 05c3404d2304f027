// The words a coder may write for a value, in English, Spanish and Portuguese: the scale words of the rulebook, yes and
// no, and the ways to say that nothing is known. Shared by everything that reads codings.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/rulebook.hpp"

namespace bloctype {

class Vocabulary {
 public:
  /// What a word means: a value in [0, 1], or none for `unknown` and its like.
  using Meaning = std::optional<double>;

  explicit Vocabulary(const Rulebook& rulebook);

  /// The meaning of `word`, upper case and accents aside; nothing where it is no word of ours.
  std::optional<Meaning> look_up(std::string_view word) const;

  /// The meaning of the words of `language`, and of the scale's ids, that begin with `start`, upper case and accents
  /// aside, where they all have the same: first letters, for those who answer many questions. Where the indicator is
  /// answered with yes or no, only those and the words for unknown are meant.
  std::optional<Meaning> look_up_start(std::string_view start, const Indicator& indicator,
                                       std::string_view language) const;

  /// Words to suggest from, as they are written.
  const std::vector<std::string>& words() const { return words_; }
  /// Every word as fold() gives it, with its meaning, in order.
  std::vector<std::pair<std::string, Meaning>> entries() const;
  /// The scale words of the rulebook, lowest first, joined for a message: `absent, marginal, substantial, full`.
  const std::string& scale_words() const { return scale_words_; }
  /// Two of them that stand side by side in the middle of the scale: an example of an interval.
  const std::pair<std::string, std::string>& middle_words() const { return middle_words_; }

 private:
  /// What a word is for.
  enum class Sort { kForDegree, kForYesNo, kForNothing };
  struct Start {
    std::string language;  ///< empty for an id
    std::string text;
    Meaning meaning;
    Sort sort;
  };

  void add(std::string_view word, Meaning meaning);

  std::unordered_map<std::string, Meaning> meanings_;
  std::vector<std::string> words_;
  std::vector<Start> starts_;
  std::string scale_words_;
  std::pair<std::string, std::string> middle_words_;
};

}  // namespace bloctype
