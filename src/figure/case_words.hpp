// What figures say of a case, in the reader's words: its name and years, and its placements as every other text has
// them.
#pragma once

#include <span>
#include <string>

#include "figure/figure_case.hpp"
#include "render/phrases.hpp"

namespace bloctype {

class CaseWords {
 public:
  CaseWords(const FigureRequest& request, std::size_t subject);
  CaseWords(const CaseWords&) = delete;
  CaseWords& operator=(const CaseWords&) = delete;

  /// "1991-2002": the id of the period, or its years; empty where neither is known.
  std::string period() const;
  /// "Mercosur, 1991-2002"
  std::string title() const;
  /// "hybrid: social and productive (leaning)"
  std::string placement(std::size_t axis) const;
  /// The same on every axis of the figure, each named.
  std::string placements() const;
  /// The same without how sure it is; of deeds alone.
  std::string in_practice(std::size_t axis) const;
  /// "0.67 [0.40–0.85]"; the range alone where it decides without a point, a dash where a gate or outcome comes first.
  std::string membership(std::size_t axis, Register reg, std::size_t model) const;

  const Phrases& phrases() const { return phrases_; }

 private:
  const FigureRequest& request_;
  const FigureCase& case_;
  Description blank_;
  PeriodResult unplaced_;
  Phrases phrases_;
};

/// What the rulebook calls an axis and a model, for figures without any one case: shortest forms, safe to print.
std::string axis_name(const FigureRequest& request, std::size_t axis);
std::string long_axis_name(const FigureRequest& request, std::size_t axis);
std::string model_name(const FigureRequest& request, std::size_t axis, std::size_t model);

/// What each case is placed as, in sentences after a blank; nothing where there are too many to tell.
std::string told_cases(const FigureRequest& request);
/// What the dashes of a table mean that has memberships of `registers`, after a blank; nothing where it has none.
std::string told_dashes(const FigureRequest& request, std::span<const Register> registers);
/// What made the figure, and whose the typology is.
std::string source_words(const FigureRequest& request);

}  // namespace bloctype
