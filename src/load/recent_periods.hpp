// Which bloc-periods came before in a table, as far back as is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace bloctype {

/// What tells one bloc-period from others, as one number.
std::uint64_t hash_of(std::string_view bloc, std::optional<int> from, std::optional<int> to);

/// Remembers the last 100,000 bloc-periods, in constant memory. Two that differ are taken for one with a chance of less
/// than one in 10^13 each time.
class RecentPeriods {
 public:
  static constexpr std::size_t kKept = 100'000;

  RecentPeriods() : slots_(kSlots) {}

  /// Enters the bloc-period of `row`; the row at which it was entered last, where it is remembered.
  std::optional<std::size_t> enter(std::uint64_t hash, std::size_t row);

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint64_t entered = 0;  ///< counted from 1; 0 for a free slot
    std::size_t row = 0;
  };

  static constexpr std::size_t kSlots = 1 << 18;

  bool is_kept(const Slot& slot) const { return slot.entered + kKept >= entered_; }
  void drop_old();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::uint64_t entered_ = 0;
};

}  // namespace bloctype
