// A case of a rulebook: coded facts, and where the rulebook's author says they belong. Made by load/case_loader, run by
// lint/case_run. A case is to a rulebook what a test is to a program.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/description.hpp"
#include "model/expected_placement.hpp"

namespace bloctype {

/// What is expected of one axis; whatever is left out is not checked. Models are numbered as in Rulebook::models.
struct AxisExpectation {
  /// A placement, and the words in which it was written.
  struct Written {
    ExpectedPlacement placement;
    std::string text;
  };
  /// The features in which a placed model is missed, of one severity (in_kind, in_degree, undocumented): exactly these,
  /// in ids (see written()), sorted.
  struct Deviations {
    std::size_t model = 0;
    std::string severity;
    std::vector<std::string> features;
  };
  using OfModel = std::pair<std::size_t, std::string>;

  std::size_t axis = 0;
  std::optional<Written> headline;
  std::array<std::optional<Written>, 2> registers;  ///< by Register: that register's own placement
  std::string certainty;                            ///< of the headline; empty: any
  std::vector<OfModel> caps;                        ///< the cap that binds, by its name
  std::vector<OfModel> variants;  ///< the case's variant of a placed model, or kVariantOpen, or kNoVariant
  std::vector<Deviations> deviations;
  Place place;

  bool states_variant_of(std::size_t model) const {
    for (const OfModel& entry : variants) {
      if (entry.first == model) return true;
    }
    return false;
  }
};

struct RuleCase {
  std::string name;
  Localized about;
  Description description;  ///< one period: the facts of the bloc or the case it starts from, under its own
  std::vector<AxisExpectation> axes;
  std::optional<std::vector<std::size_t>> findings;  ///< exactly these hold, sorted; none: not checked
  Place place;

  const Period& period() const { return description.periods.front(); }
};

}  // namespace bloctype
