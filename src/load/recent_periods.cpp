// A table of hashes with open addressing, cleared of what is too old when it fills up.
#include "load/recent_periods.hpp"

#include <functional>
#include <utility>

namespace bloctype {
namespace {

/// The finaliser of SplitMix64: every bit of the result depends on every bit of `x`.
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

std::uint64_t number_of(std::optional<int> year) { return static_cast<std::uint64_t>(year.value_or(-1) + 1); }

}  // namespace

std::uint64_t hash_of(std::string_view bloc, std::optional<int> from, std::optional<int> to) {
  return mixed(std::hash<std::string_view>()(bloc) ^ mixed(number_of(from) << 32 | number_of(to)));
}

std::optional<std::size_t> RecentPeriods::enter(std::uint64_t hash, std::size_t row) {
  if (used_ > kSlots / 4 * 3) drop_old();
  ++entered_;
  std::size_t i = hash % kSlots;
  while (slots_[i].entered != 0 && slots_[i].hash != hash) i = (i + 1) % kSlots;
  Slot& slot = slots_[i];
  std::optional<std::size_t> before;
  if (slot.entered == 0) {
    ++used_;
  } else if (is_kept(slot)) {
    before = slot.row;
  }
  slot = {hash, entered_, row};
  return before;
}

void RecentPeriods::drop_old() {
  std::vector<Slot> old(kSlots);
  std::swap(old, slots_);
  used_ = 0;
  for (const Slot& slot : old) {
    if (slot.entered == 0 || !is_kept(slot)) continue;
    std::size_t i = slot.hash % kSlots;
    while (slots_[i].entered != 0) i = (i + 1) % kSlots;
    slots_[i] = slot;
    ++used_;
  }
}

}  // namespace bloctype
