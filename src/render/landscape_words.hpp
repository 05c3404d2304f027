// Names, years, numbers and states of a landscape as phrases in the reader's language, safe to print. The page and the
// story are made of them.
#pragma once

#include <string>
#include <vector>

#include "render/landscape_view.hpp"
#include "render/phrases.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

class LandscapeWords {
 public:
  LandscapeWords(const LandscapeView& view, const Catalogue& texts) : view_(view), texts_(texts) {}

  std::string text(const Localized& localized) const;
  std::string axis(std::size_t axis) const;
  std::string model(std::size_t axis, std::size_t model) const;
  std::string models(std::size_t axis, const std::vector<std::size_t>& models) const;
  /// The name of a bloc; where another has the same, also how the user named it.
  std::string bloc(std::size_t bloc) const;
  /// "A, B and C"; of many, the first and how many more.
  std::string blocs(const std::vector<std::size_t>& blocs) const;

  /// "2003", "2003–2015".
  std::string years(const YearSpan& years) const;
  /// "0.67", "0.33–0.67".
  std::string share(const Range& share) const;
  std::string effective(const Range& bits) const;
  std::string number(const Range& range) const;
  /// How many blocs have a model: "3", "2–3".
  std::string count(const Shares& shares) const;

  /// Who prevails in a run of stretches, by which blocs, with which share.
  std::string prevailing(std::size_t axis, const StretchRun& run) const;
  /// What a bloc was or became, with what it is in words alone.
  std::string headline(const Side& side, const BlocChange& change) const;
  std::string overlap(const ContradictingOverlap& overlap) const;
  std::string cite(const std::vector<std::string>& sections, Claim claim) const;

 private:
  Phrases phrases(const Side& side, Register reg = Register::kPractice) const;
  std::string range(const Range& range, std::string_view low, std::string_view high) const;
  std::string listed(std::vector<std::string> names) const;
  std::string placement(const Side& side, std::size_t axis) const;
  std::string blocs_with_placements(std::size_t axis, const StretchRun& run, bool all) const;

  const LandscapeView& view_;
  const Catalogue& texts_;
};

/// The least low and the greatest high.
Range hull(const Range& a, const Range& b);

}  // namespace bloctype
