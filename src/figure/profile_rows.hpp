// A case against an ideal type as data: the features of the model, what is expected of each, and how far the case has
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/deviations.hpp"
#include "figure/figure_case.hpp"

namespace bloctype {

/// A feature of a model.
struct ProfileRow {
  std::vector<FeatureRole> roles;  ///< every one that it has in the model, at least one
  Triple value;
  std::optional<Distance> distance;  ///< from what is expected; none where there is no deviation

  /// The role that tells how far the case is from the ideal type: the first that is not met, else the first.
  const FeatureRole& telling() const;
};

/// Why a model is compared with: it is placed, or would be by words alone, or nothing is placed and it is nearest.
enum class Relation : std::uint8_t { kPlaced, kFormally, kNearest };
std::string_view name(Relation relation);

struct ComparedModel {
  std::size_t model = 0;  ///< by its place in AxisNodes::models
  Relation relation = Relation::kPlaced;
  std::vector<ProfileRow> rows;  ///< each feature once, by its roles: necessary, typical, contrary, expected
};

/// The models to compare a case with on one axis, in the register of its headline. None where a gate or outcome ended
/// the placement, where every membership is 0, or where it is undecided and nothing coded speaks for a model.
std::vector<ComparedModel> compared_models(const FigureRequest& request, const FigureCase& entry, std::size_t axis);

}  // namespace bloctype
