// How far a placed case stands from its ideal type, and which variant of it the case is.
// Deviations are named; they never change a placement.
#pragma once

#include <optional>
#include <vector>

#include "engine/evaluate.hpp"
#include "engine/place.hpp"
#include "engine/program.hpp"

namespace bloctype {

/// The list in which a feature is expected of a model.
enum class Role : std::uint8_t { kNecessary, kTypical, kContrary, kExpected };

/// A feature in one of its roles in a model, and how far the case is from what is expected of it there.
struct FeatureRole {
  std::size_t model = 0;  ///< by its place in AxisNodes::models
  Role role = Role::kNecessary;
  const Variant* variant = nullptr;  ///< for kExpected
  const Item* item = nullptr;        ///< for the other roles
  const Expression* expression = nullptr;
  NodeId node = 0;
  bool expected_full = true;     ///< full, or absent
  std::optional<double> degree;  ///< distance from what is expected, in [0, 1]; none where undocumented
};
/// Whether the case has what is expected; not where that is undocumented.
bool is_met(const FeatureRole& role);

/// A role that is not met.
using Deviation = FeatureRole;

/// in kind above 0.5, in degree up to it, undocumented without a value.
enum class Distance : std::uint8_t { kInKind, kInDegree, kUndocumented };
Distance distance(const Deviation& deviation);
std::string_view name(Distance distance);
std::string_view name(Role role);

/// The first variant whose condition holds (low > 0.5), if any.
const VariantNode* variant_of(const ModelNodes& model, const Block& block, std::size_t row);

/// Every feature of one model of the axis in every role that it has: necessary, typical, contrary, and what the variant
/// that the case is of expects; each list in file order.
std::vector<FeatureRole> feature_roles(const AxisNodes& axis, std::size_t model, const Block& block, std::size_t row);

/// Deviations of the models of `placement`, models in axis order; each feature once, in the first of its roles
/// that is not met.
std::vector<Deviation> deviations(const AxisNodes& axis, const Placement& placement, const Block& block,
                                  std::size_t row);

}  // namespace bloctype
