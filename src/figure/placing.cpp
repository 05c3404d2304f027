// Free places.
#include "figure/placing.hpp"

#include <cmath>
#include <numbers>

#include "figure/mix.hpp"

namespace bloctype {
namespace {

constexpr double kGap = 0.7;          ///< left free between two discs
constexpr double kRing = 1.25;        ///< from one ring to the next
constexpr double kArc = 1.5;          ///< from one place on a ring to the next
constexpr double kFirstAngle = -0.9;  ///< to the upper right, where a leader is read most easily

}  // namespace

bool meets(const Box& box, Point centre, double radius) {
  const Point nearest{std::clamp(centre.x, box.left, box.right), std::clamp(centre.y, box.top, box.bottom)};
  return distance(nearest, centre) < radius;
}

bool Placing::is_free(Point centre, double radius, const Box& area) const {
  const Box around{centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius};
  if (!area.holds(around)) return false;
  for (const Disc& disc : discs_) {
    if (distance(disc.centre, centre) < disc.radius + radius + kGap) return false;
  }
  for (const Box& box : boxes_) {
    if (meets(box, centre, radius)) return false;
  }
  return true;
}

bool Placing::is_free(const Box& box) const {
  for (const Disc& disc : discs_) {
    if (meets(box, disc.centre, disc.radius)) return false;
  }
  for (const Box& taken : boxes_) {
    if (taken.meets(box)) return false;
  }
  return true;
}

std::optional<Point> Placing::nearest(Point wanted, double radius, const Box& area) const {
  if (is_free(wanted, radius, area)) return wanted;
  const double furthest = std::hypot(area.width(), area.height());
  for (double ring = kRing; ring <= furthest; ring += kRing) {
    const int places = std::max(6, static_cast<int>(2 * std::numbers::pi * ring / kArc));
    for (int i = 0; i < places; ++i) {
      const double angle = kFirstAngle + 2 * std::numbers::pi * i / places;
      const Point place{wanted.x + ring * std::cos(angle), wanted.y + ring * std::sin(angle)};
      if (is_free(place, radius, area)) return place;
    }
  }
  return std::nullopt;
}

}  // namespace bloctype
