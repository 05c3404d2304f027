// What a team expects of a case on one axis: a kind or a verdict, or a set of models; and what it may be instead.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/kind.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

struct ExpectedPlacement {
  /// One placement that would do. Models are bits by their place on the axis.
  struct Alternative {
    std::optional<Kind> kind;  ///< of a word for a kind, or kVerdict; none where models are named
    std::string verdict;
    std::uint64_t models = 0;
    std::optional<std::uint64_t> formally;  ///< where that matters
    std::string label;                      ///< in ids: `social+productive; formally strategic`
  };

  std::vector<Alternative> alternatives;  ///< at least one
};

/// The models of `axis` whose bits are set, in axis order, joined by `+`.
std::string joined_models(std::uint64_t models, const Axis& axis, const Rulebook& rulebook);

}  // namespace bloctype
