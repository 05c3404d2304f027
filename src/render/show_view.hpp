// What all cards of `show` see: the rulebook, compiled; the blocs they tell of, placed; and words for rules that belong
// to no case.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "engine/classify.hpp"
#include "page/style.hpp"
#include "render/axis_view.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// One period of a placed bloc.
struct PlacedPeriod {
  const Description* bloc = nullptr;
  const PeriodResult* result = nullptr;

  const Period& period() const { return *result->period; }
};

/// Refers to all that it is given, which must outlive it.
class ShowView {
 public:
  /// `blocs` are those of the collection, coded by the rulebook's indicators; there may be none. `rules_option` is what
  /// commands that are suggested must carry to mean the same rulebook, empty for the one inside.
  ShowView(const Classifier& classifier, std::span<const Description> blocs, const Catalogue& texts, const Style& style,
           std::string rules_option = {});

  const Classifier& classifier() const { return classifier_; }
  const Rulebook& rulebook() const { return classifier_.rulebook(); }
  const Catalogue& texts() const { return texts_; }
  const Style& style() const { return style_; }
  const std::vector<BlocResult>& blocs() const { return blocs_; }

  /// Every period of every bloc.
  std::vector<PlacedPeriod> periods() const;

  /// Words for rules without a case.
  Phrases phrases() const { return {classifier_, no_bloc_, no_period_, Register::kPractice, texts_}; }
  Phrases phrases(const PlacedPeriod& placed, Register reg) const {
    return {classifier_, *placed.bloc, *placed.result, reg, texts_};
  }
  AxisView axis_view(const PlacedPeriod& placed, std::size_t axis) const {
    return {classifier_, *placed.bloc, *placed.result, axis, texts_};
  }

  std::string name_of(const Description& bloc) const;
  /// "Bloc 1991-2002"; without periods the bloc alone.
  std::string name_of(const PlacedPeriod& placed) const;
  /// The same for a list in order: periods of one bloc together, "Bloc 1991-2002 and 2003-2015".
  std::string names_of(const std::vector<PlacedPeriod>& placed) const;

  std::string label(const Axis& axis) const;  ///< the whole one
  std::string label(const Verdict& verdict) const;

  /// "bloctype show ID", with the rulebook where it is another.
  std::string command(const std::string& arguments) const;

 private:
  const Classifier& classifier_;
  const Catalogue& texts_;
  const Style& style_;
  std::string rules_option_;
  std::vector<BlocResult> blocs_;
  Description no_bloc_;
  PeriodResult no_period_ = unplaced();
};

/// Periods of one bloc, next to each other, of which the same is said.
struct PeriodGroup {
  std::string words;
  std::vector<PlacedPeriod> periods;
};

/// `periods` in groups, by what `words_of` says of each.
template <typename WordsOf>
std::vector<PeriodGroup> grouped(const std::vector<PlacedPeriod>& periods, WordsOf words_of) {
  std::vector<PeriodGroup> groups;
  for (const PlacedPeriod& placed : periods) {
    const std::string words = words_of(placed);
    const bool goes_on =
        !groups.empty() && groups.back().words == words && groups.back().periods.back().bloc == placed.bloc;
    if (!goes_on) groups.push_back({words, {}});
    groups.back().periods.push_back(placed);
  }
  return groups;
}

/// The first sentence of a text.
std::string first_sentence(const std::string& text);

}  // namespace bloctype
