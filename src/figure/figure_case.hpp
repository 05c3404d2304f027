// What figures are drawn of: bloc-periods with their placements, wherever they come from.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/classify.hpp"
#include "page/scene.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// One bloc-period. Cases of the same `bloc` are joined in order of their years.
struct FigureCase {
  std::string bloc;             ///< who it is, never shown
  std::string name;             ///< what a reader calls it, safe to print
  std::string period;           ///< the period's id, safe to print; may be empty
  std::optional<int> from, to;  ///< `to` none: it goes on
  const std::vector<AxisResult>* axes = nullptr;

  // Where the case comes from a description. A profile needs all of it; for a map or a timeline they may be missing.
  const Description* description = nullptr;
  const PeriodResult* result = nullptr;

  const AxisResult& axis(std::size_t a) const { return (*axes)[a]; }
  const Placement& practice(std::size_t a) const { return axis(a).placements[index_of(Register::kPractice)]; }
  const Placement& discourse(std::size_t a) const { return axis(a).placements[index_of(Register::kDiscourse)]; }
};

/// One period of a bloc. Points into both.
FigureCase figure_case(const Description& bloc, const PeriodResult& result, const Catalogue& texts);

/// Every period of `blocs`, in their order. Points into them.
std::vector<FigureCase> figure_cases(std::span<const BlocResult> blocs, const Catalogue& texts);

/// What to draw, for whom. Refers to all of it.
struct FigureRequest {
  const Classifier& classifier;
  std::span<const FigureCase> cases;
  const Catalogue& texts;
  std::optional<std::size_t> axis = std::nullopt;  ///< this one only

  /// The axes to draw.
  std::vector<std::size_t> axes() const;
  const AxisNodes& nodes(std::size_t a) const { return classifier.program(Register::kPractice).axes[a]; }
};

/// The blocs of a figure, by first appearance: which bloc each case is of.
struct FigureBlocs {
  explicit FigureBlocs(std::span<const FigureCase> cases);

  std::vector<std::size_t> of_case;               ///< one for each case
  std::vector<std::vector<std::size_t>> members;  ///< of each bloc, its cases in order of their years
};

}  // namespace bloctype
