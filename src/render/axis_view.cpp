// Walks over the rules and values of one axis.
#include "render/axis_view.hpp"

#include <algorithm>

#include "core/number.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kMaxNamed = 3;  ///< facts named in one sentence before the rest is counted

}  // namespace

const CapNode* AxisView::cap(std::size_t m, Cap wanted) const {
  for (const CapNode& entry : model(m).caps) {
    if (entry.cap == wanted) return &entry;
  }
  return nullptr;
}

std::vector<ItemNode> AxisView::ranked(const CapNode& cap, Order order) const {
  std::vector<std::pair<double, ItemNode>> scored;
  for (const ItemNode& item : cap.items) {
    const auto point = block().at(item.node, 0).point;
    if (!point) continue;
    const double part = order == Order::kByShortfall ? 1 - *point : *point;
    if (!less9(order == Order::kByShortfall ? 0 : 0.5, part)) continue;
    scored.emplace_back(item.item->weight * part, item);
  }
  std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return less9(b.first, a.first); });
  std::vector<ItemNode> items;
  for (const auto& [score, item] : scored) items.push_back(item);
  return items;
}

const ItemNode* AxisView::twin(Register r, std::size_t m, Cap wanted, const Item& item) const {
  for (const CapNode& cap : model_in(r, m).caps) {
    for (const ItemNode& entry : cap.items) {
      if (cap.cap == wanted && entry.item == &item) return &entry;
    }
  }
  return nullptr;
}

std::optional<double> AxisView::support(Register r, Cap cap, const ItemNode& item) const {
  const auto point = period.values[index_of(r)].at(item.node, 0).point;
  return point && cap == Cap::kContrary ? std::optional(1 - *point) : point;
}

std::vector<std::size_t> AxisView::widening(std::size_t m, Bound bound) const {
  return bloctype::widening(program(), model(m).membership, bound, block(), 0);
}

OpenReason AxisView::open_reason(std::size_t m) const {
  return bloctype::open_reason(program(), model(m), membership(m), block(), 0, *period.period);
}

std::vector<std::size_t> AxisView::moving_facts(std::size_t m) const {
  const Status status = membership(m).status;
  const bool needs_evidence = status == Status::kOpen && open_reason(m) == OpenReason::kTooLittleEvidence;
  std::vector<std::size_t> facts;
  if (!needs_evidence) facts = widening(m, status == Status::kIn ? Bound::kLow : Bound::kHigh);
  if (!facts.empty()) return facts;
  const Phrases facts_of = phrases();
  for (const std::size_t indicator : model(m).indicators) {
    if (is_open(facts_of.value(indicator))) facts.push_back(indicator);
  }
  return facts;
}

std::string AxisView::causes(const std::vector<std::size_t>& indicators) const {
  if (indicators.size() <= kMaxNamed) return phrases().causes(indicators);
  const std::vector<std::size_t> first(indicators.begin(), indicators.begin() + kMaxNamed - 1);
  return texts.count("cause.and_more", indicators.size() - first.size(), {{"causes", phrases().causes(first)}});
}

std::string joined(const std::vector<std::string>& parts, std::string_view joint) {
  std::string out;
  for (const std::string& part : parts) {
    if (!part.empty()) out += (out.empty() ? "" : std::string(joint)) + part;
  }
  return out;
}

}  // namespace bloctype
