// Years only: what the periods hold is not looked at.
#include "engine/period_pairs.hpp"

#include <algorithm>
#include <limits>

namespace bloctype {
namespace {

int last_year(const Period& period) { return period.to.value_or(std::numeric_limits<int>::max()); }

/// The year lies in the period and is neither its first nor its last.
bool lies_within(int year, const Period& period) { return *period.from < year && year < last_year(period); }

void add_pairs_of_two(const std::vector<Period>& first, const std::vector<Period>& other, std::size_t number,
                      std::vector<PeriodPair>& pairs) {
  const auto together = overlapping(first, other);
  for (const auto& [a, b] : together) pairs.push_back({{Side{0, a}, Side{number, b}}, Pairing::kOverlap});
  if (!together.empty()) return;
  pairs.push_back({{Side{0, first.size() - 1}, Side{number, other.size() - 1}}, Pairing::kLast});
}

}  // namespace

std::string_view name(Pairing pairing) {
  constexpr std::array<std::string_view, 3> kNames = {"successive", "overlap", "last"};
  return kNames[static_cast<std::size_t>(pairing)];
}

bool overlap(const Period& a, const Period& b) {
  if (!a.from || !b.from) return false;
  const int begin = std::max(*a.from, *b.from);
  const int end = std::min(last_year(a), last_year(b));
  if (begin != end) return begin < end;
  // One year: a boundary, unless one of them has no other.
  const bool a_is_year = *a.from == last_year(a);
  const bool b_is_year = *b.from == last_year(b);
  return (a_is_year && b_is_year) || (a_is_year && lies_within(begin, b)) || (b_is_year && lies_within(begin, a));
}

std::vector<std::array<std::size_t, 2>> overlapping(const std::vector<Period>& first,
                                                    const std::vector<Period>& other) {
  std::vector<std::array<std::size_t, 2>> pairs;
  for (std::size_t a = 0; a < first.size(); ++a) {
    for (std::size_t b = 0; b < other.size(); ++b) {
      if (overlap(first[a], other[b])) pairs.push_back({a, b});
    }
  }
  return pairs;
}

std::vector<PeriodPair> period_pairs(std::span<const Description* const> blocs) {
  std::vector<PeriodPair> pairs;
  for (std::size_t other = 1; other < blocs.size(); ++other) {
    add_pairs_of_two(blocs[0]->periods, blocs[other]->periods, other, pairs);
  }
  for (std::size_t bloc = 0; bloc < blocs.size(); ++bloc) {
    for (std::size_t p = 1; p < blocs[bloc]->periods.size(); ++p) {
      pairs.push_back({{Side{bloc, p - 1}, Side{bloc, p}}, Pairing::kSuccessive});
    }
  }
  return pairs;
}

}  // namespace bloctype
