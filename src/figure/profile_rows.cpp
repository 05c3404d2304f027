// Rows of profiles.
#include "figure/profile_rows.hpp"

#include <algorithm>
#include <array>

#include "core/lists.hpp"
#include "core/number.hpp"

namespace bloctype {
namespace {

ProfileRow& row_of(std::vector<ProfileRow>& rows, const FeatureRole& role) {
  const auto is_same = [&](const ProfileRow& row) { return same(*row.roles.front().expression, *role.expression); };
  const auto found = std::find_if(rows.begin(), rows.end(), is_same);
  return found == rows.end() ? rows.emplace_back() : *found;
}

/// Rows of the same roles stand together.
bool comes_first(const ProfileRow& a, const ProfileRow& b) {
  const auto by_role = [](const FeatureRole& x, const FeatureRole& y) { return x.role < y.role; };
  return std::lexicographical_compare(a.roles.begin(), a.roles.end(), b.roles.begin(), b.roles.end(), by_role);
}

std::vector<ProfileRow> rows_of(const AxisNodes& axis, std::size_t model, const Block& block) {
  std::vector<ProfileRow> rows;
  for (const FeatureRole& role : feature_roles(axis, model, block, 0)) {
    ProfileRow& row = row_of(rows, role);
    row.value = block.at(role.node, 0);
    row.roles.push_back(role);
  }
  for (ProfileRow& row : rows) {
    if (!is_met(row.telling())) row.distance = distance(row.telling());
  }
  std::stable_sort(rows.begin(), rows.end(), comes_first);
  return rows;
}

/// The nearest model by point; where none has one above 0, by upper end. Of an undecided case, a model of which nothing
/// is sure is none.
std::optional<std::size_t> nearest_of(const Placement& placement) {
  if (placement.nearest) return placement.nearest;
  std::optional<std::size_t> best;
  for (std::size_t m = 0; m < placement.memberships.size(); ++m) {
    const Triple& value = placement.memberships[m].value;
    if (!less9(0, placement.kind == Kind::kUndecided ? value.low : value.high)) continue;
    if (!best || less9(placement.memberships[*best].value.high, value.high)) best = m;
  }
  return best;
}

}  // namespace

const FeatureRole& ProfileRow::telling() const {
  const auto found = std::find_if_not(roles.begin(), roles.end(), is_met);
  return found == roles.end() ? roles.front() : *found;
}

std::string_view name(Relation relation) {
  constexpr std::array<std::string_view, 3> kNames = {"placed", "formally", "nearest"};
  return kNames[static_cast<std::size_t>(relation)];
}

std::vector<ComparedModel> compared_models(const FigureRequest& request, const FigureCase& entry, std::size_t axis) {
  const AxisResult& result = entry.axis(axis);
  const Placement& shown = result.shown();
  std::vector<ComparedModel> compared;
  if (shown.gate) return compared;
  std::vector<std::size_t> seen;
  const auto add = [&](std::size_t model, Relation relation) {
    if (contains(seen, model)) return;
    seen.push_back(model);
    const Register reg = result.headline.reg;
    const AxisNodes& nodes = request.classifier.program(reg).axes[axis];
    compared.push_back({model, relation, rows_of(nodes, model, entry.result->values[index_of(reg)])});
  };
  for (const std::size_t model : shown.models) add(model, Relation::kPlaced);
  if (!compared.empty()) return compared;
  for (const std::size_t model : result.headline.formally) add(model, Relation::kFormally);
  if (!compared.empty()) return compared;
  if (const auto nearest = nearest_of(shown)) add(*nearest, Relation::kNearest);
  return compared;
}

}  // namespace bloctype
