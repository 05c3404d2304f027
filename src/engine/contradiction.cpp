// Members as descriptions list them, without dates; models as placed.
#include "engine/contradiction.hpp"

#include <algorithm>

#include "core/lists.hpp"

namespace bloctype {
namespace {

bool contradict(const AxisResult& a, const AxisResult& b) {
  for (const AxisResult* each : {&a, &b}) {
    if (each->headline.declared_only || each->shown().models.empty()) return false;
  }
  for (std::size_t m = 0; m < a.shown().memberships.size(); ++m) {
    const bool out_of_one =
        a.shown().memberships[m].status == Status::kOut || b.shown().memberships[m].status == Status::kOut;
    if (!out_of_one) return false;
  }
  return true;
}

}  // namespace

std::vector<std::string> shared_members(const Description& a, const Description& b) {
  std::vector<std::string> shared;
  for (const std::string& member : a.members) {
    if (contains(b.members, member)) add_once(shared, member);
  }
  std::sort(shared.begin(), shared.end());
  return shared;
}

std::vector<Contradiction> contradictions(const PeriodResult& a, const PeriodResult& b) {
  std::vector<Contradiction> found;
  for (std::size_t axis = 0; axis < a.axes.size(); ++axis) {
    const AxisResult& first = a.axes[axis];
    const AxisResult& second = b.axes[axis];
    if (!contradict(first, second)) continue;
    found.push_back({axis, std::max(first.headline.certainty, second.headline.certainty)});
  }
  return found;
}

}  // namespace bloctype
