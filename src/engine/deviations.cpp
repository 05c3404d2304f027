// Variants and deviations.
#include "engine/deviations.hpp"

#include <algorithm>
#include <array>

#include "core/number.hpp"

namespace bloctype {
namespace {

constexpr std::array kRoles = {Role::kNecessary, Role::kTypical, Role::kContrary};

void set_degree(FeatureRole& role, const Block& block, std::size_t row) {
  const auto point = block.at(role.node, row).point;
  if (point) role.degree = role.expected_full ? 1 - *point : *point;
}

}  // namespace

bool is_met(const FeatureRole& role) { return role.degree && !less9(0, *role.degree); }

Distance distance(const Deviation& deviation) {
  if (!deviation.degree) return Distance::kUndocumented;
  return less9(0.5, *deviation.degree) ? Distance::kInKind : Distance::kInDegree;
}

std::string_view name(Distance d) {
  constexpr std::array<std::string_view, 3> kNames = {"in_kind", "in_degree", "undocumented"};
  return kNames[static_cast<std::size_t>(d)];
}

std::string_view name(Role role) {
  constexpr std::array<std::string_view, 4> kNames = {"necessary", "typical", "contrary", "expected"};
  return kNames[static_cast<std::size_t>(role)];
}

const VariantNode* variant_of(const ModelNodes& model, const Block& block, std::size_t row) {
  const auto holds = [&](const VariantNode& v) { return less9(0.5, block.low(v.condition)[row]); };
  const auto found = std::find_if(model.variants.begin(), model.variants.end(), holds);
  return found == model.variants.end() ? nullptr : &*found;
}

std::vector<FeatureRole> feature_roles(const AxisNodes& axis, std::size_t model, const Block& block, std::size_t row) {
  std::vector<FeatureRole> roles;
  const ModelNodes& nodes = axis.models[model];
  for (const CapNode& cap : nodes.caps) {
    const Role role = kRoles[static_cast<std::size_t>(cap.cap)];
    for (const ItemNode& item : cap.items) {
      roles.push_back(
          {model, role, nullptr, item.item, &item.item->expression, item.node, role != Role::kContrary, {}});
    }
  }
  const VariantNode* variant = variant_of(nodes, block, row);
  for (std::size_t e = 0; variant != nullptr && e < variant->expects.size(); ++e) {
    const Expectation& expectation = variant->variant->expects[e];
    roles.push_back({model,
                     Role::kExpected,
                     variant->variant,
                     nullptr,
                     &expectation.expression,
                     variant->expects[e],
                     expectation.full,
                     {}});
  }
  for (FeatureRole& role : roles) set_degree(role, block, row);
  return roles;
}

std::vector<Deviation> deviations(const AxisNodes& axis, const Placement& placement, const Block& block,
                                  std::size_t row) {
  std::vector<Deviation> found;
  for (std::size_t m = 0; m < axis.models.size(); ++m) {
    if (std::find(placement.models.begin(), placement.models.end(), m) == placement.models.end()) continue;
    const std::size_t first = found.size();
    for (const FeatureRole& role : feature_roles(axis, m, block, row)) {
      const auto is_same = [&](const Deviation& seen) { return same(*seen.expression, *role.expression); };
      if (is_met(role)) continue;
      if (std::any_of(found.begin() + static_cast<std::ptrdiff_t>(first), found.end(), is_same)) continue;
      found.push_back(role);
    }
  }
  return found;
}

}  // namespace bloctype
