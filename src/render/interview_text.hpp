// What an interview says: the questions, why they are asked, where the answers have led so far.
#pragma once

#include <cstddef>
#include <string>

#include "engine/classify.hpp"
#include "page/style.hpp"
#include "render/phrases.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// Sentences about one description with one period, as far as it has been answered. Refers to all it is given.
class InterviewText {
 public:
  InterviewText(const Classifier& classifier, const Description& description, const Catalogue& texts,
                const Style& style)
      : classifier_(classifier),
        description_(description),
        texts_(texts),
        style_(style),
        facts_(unplaced(&description.periods.front())) {}

  /// The question for an indicator, with what full and absent look like and how to answer.
  std::string question(std::size_t indicator) const;

  /// Ids of scale words, parted by commas, as a reader calls them.
  std::string scale_words(const std::string& ids) const;

  /// What is easily confused, what the words mean, and what else can be typed.
  std::string help(std::size_t indicator) const;

  /// The rulebook's rules for coders.
  std::string coding_rules() const;

  /// Which rules ask for an indicator, what is known of them, and what each answer would settle.
  std::string why(std::size_t indicator) const;

  /// Where the answers have led so far, explained.
  std::string how() const;

  /// Where each axis would be with the facts of `changed`.
  std::string what_if(const Period& changed) const;

  /// What was understood of the answer for an indicator, which is named where it is not the one that was asked for.
  enum class Named { kNo, kYes };
  std::string noted(std::size_t indicator, Named named) const;

  /// The axes that are decided now and were not with the facts of `before`; empty where there are none.
  std::string newly_decided(const Period& before) const;

  /// The headlines, a line an axis.
  std::string headlines() const;

  /// The placement as `classify` explains it.
  std::string placement() const;

 private:
  const Period& period() const { return description_.periods.front(); }
  const Rulebook& rulebook() const { return classifier_.rulebook(); }
  Phrases phrases(Register r = Register::kPractice) const { return {classifier_, description_, facts_, r, texts_}; }
  std::string paragraph(const std::string& text, std::size_t indent) const;
  std::string words_of(std::size_t indicator) const;
  std::string roles(std::size_t indicator) const;
  std::string settles(const PeriodResult& now, const Period& changed) const;
  std::string headline(const PeriodResult& result, std::size_t axis) const;

  const Classifier& classifier_;
  const Description& description_;
  const Catalogue& texts_;
  const Style& style_;
  PeriodResult facts_;  ///< what phrases need: the facts as they are, and no values
};

}  // namespace bloctype
