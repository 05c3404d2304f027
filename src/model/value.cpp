// The arithmetic of coded values: intervals and when two values are the same.
#include "model/value.hpp"

#include "core/number.hpp"

namespace bloctype {

Triple contested(double low, double high) {
  if (equal9(low, high)) return known(low);
  const bool same_side = less9(0.5, low) || less9(high, 0.5);
  return {low, same_side ? std::optional((low + high) / 2) : std::nullopt, high};
}

bool is_open(const Triple& t) { return less9(t.low, t.high); }

bool spans_everything(const Triple& t) { return equal9(t.low, 0) && equal9(t.high, 1); }

bool same(const Triple& a, const Triple& b) {
  return equal9(a.low, b.low) && equal9(a.high, b.high) && a.point.has_value() == b.point.has_value() &&
         (!a.point || equal9(*a.point, *b.point));
}

}  // namespace bloctype
