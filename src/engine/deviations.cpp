// Variants and deviations.
#include "engine/deviations.hpp"

#include <algorithm>
#include <array>

#include "core/number.hpp"

namespace bloctype {
namespace {

/// Adds deviations of one model, each feature once.
class Collector {
 public:
  Collector(const Block& block, std::size_t row, std::vector<Deviation>& into)
      : block_(block), row_(row), into_(into) {}

  void add(Deviation deviation) {
    const auto listed = [&](const Expression* seen) { return same(*seen, *deviation.expression); };
    if (std::any_of(listed_.begin(), listed_.end(), listed)) return;
    const auto point = block_.at(deviation.node, row_).point;
    if (point) {
      deviation.degree = deviation.expected_full ? 1 - *point : *point;
      if (!less9(0, *deviation.degree)) return;
    }
    listed_.push_back(deviation.expression);
    into_.push_back(deviation);
  }

 private:
  const Block& block_;
  std::size_t row_;
  std::vector<Deviation>& into_;
  std::vector<const Expression*> listed_;
};

constexpr std::array kRoles = {Role::kNecessary, Role::kTypical, Role::kContrary};

}  // namespace

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

std::vector<Deviation> deviations(const AxisNodes& axis, const Placement& placement, const Block& block,
                                  std::size_t row) {
  std::vector<Deviation> found;
  for (std::size_t m = 0; m < axis.models.size(); ++m) {
    if (std::find(placement.models.begin(), placement.models.end(), m) == placement.models.end()) continue;
    Collector collector(block, row, found);
    for (const CapNode& cap : axis.models[m].caps) {
      const Role role = kRoles[static_cast<std::size_t>(cap.cap)];
      for (const ItemNode& item : cap.items) {
        collector.add({m, role, nullptr, item.item, &item.item->expression, item.node, role != Role::kContrary, {}});
      }
    }
    const VariantNode* variant = variant_of(axis.models[m], block, row);
    if (variant == nullptr) continue;
    for (std::size_t e = 0; e < variant->expects.size(); ++e) {
      const Expectation& expectation = variant->variant->expects[e];
      collector.add({m,
                     Role::kExpected,
                     variant->variant,
                     nullptr,
                     &expectation.expression,
                     variant->expects[e],
                     expectation.full,
                     {}});
    }
  }
  return found;
}

}  // namespace bloctype
