// What `landscape` tells: the blocs and how the user named them, what is found of them, and what of it is shown. Shared
// by text, JSON and CSV.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/landscape.hpp"
#include "engine/story.hpp"

namespace bloctype {

struct LandscapeView {
  const Classifier& classifier;
  std::span<const BlocResult> blocs;
  std::span<const std::string> arguments;  ///< one for each bloc: the file or name it was read from
  const Landscape& landscape;
  const std::vector<ClaimResult>& claims;
  std::optional<std::size_t> axis;  ///< this one only

  const Rulebook& rulebook() const { return classifier.rulebook(); }
  const LandscapeRules& rules() const { return rulebook().landscape; }
  bool shows(std::size_t a) const { return !axis || *axis == a; }
  const PeriodResult& period(const Side& side) const { return blocs[side.bloc].periods[side.period]; }
  const AxisNodes& nodes(std::size_t a, Register reg = Register::kPractice) const {
    return classifier.program(reg).axes[a];
  }
};

}  // namespace bloctype
