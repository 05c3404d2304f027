// How several codings of one indicator become one triple.
#include "model/description.hpp"

#include <algorithm>

namespace bloctype {

Triple merged(const std::vector<Triple>& codings) {
  if (codings.empty()) return kUnknown;
  const Triple& first = codings.front();
  const bool agreed = std::all_of(codings.begin(), codings.end(), [&](const Triple& t) { return same(t, first); });
  if (agreed) return first;
  double low = 1;
  double high = 0;
  for (const Triple& t : codings) {
    low = std::min(low, t.low);
    high = std::max(high, t.high);
  }
  return contested(low, high);
}

}  // namespace bloctype
