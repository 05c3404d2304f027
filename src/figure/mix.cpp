// The geometry of mixes.
#include "figure/mix.hpp"

#include <cmath>
#include <numbers>
#include <numeric>

namespace bloctype {
namespace {

constexpr double kNear = 1e-6;

double cross(Point o, Point a, Point b) { return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x); }

/// The mean of the corners, or none where the weights are all 0.
std::optional<Point> weighted(const std::vector<double>& weights, const std::vector<Point>& corners) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (sum <= 0) return std::nullopt;
  Point mean;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    mean.x += weights[i] / sum * corners[i].x;
    mean.y += weights[i] / sum * corners[i].y;
  }
  return mean;
}

Point between(Point a, Point b, double share) { return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)}; }

/// Adds the mix, or where all weights are 0 the corners of all models that may be above 0.
void add_extreme(const std::vector<double>& weights, const std::vector<Triple>& memberships,
                 const std::vector<Point>& corners, std::vector<Point>& found) {
  if (const auto place = weighted(weights, corners)) return found.push_back(*place);
  for (std::size_t i = 0; i < memberships.size(); ++i) {
    if (memberships[i].high > 0) found.push_back(corners[i]);
  }
}

double to_segment(Point p, Point a, Point b) {
  const double square = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
  if (square == 0) return distance(p, a);
  const double share = std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / square, 0.0, 1.0);
  return distance(p, between(a, b, share));
}

/// Leaves out corners that lie on the line between their neighbours, but for rounding.
void drop_flat_corners(std::vector<Point>& hull) {
  for (std::size_t i = 0; i < hull.size() && hull.size() > 2;) {
    const Point before = hull[(i + hull.size() - 1) % hull.size()];
    const Point after = hull[(i + 1) % hull.size()];
    if (to_segment(hull[i], before, after) > kNear) {
      ++i;
      continue;
    }
    hull.erase(hull.begin() + static_cast<std::ptrdiff_t>(i));
    i = 0;
  }
}

}  // namespace

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

std::vector<Point> plane_corners(std::size_t models, Point centre, double radius) {
  if (models <= 2) return {{centre.x - radius, centre.y}, {centre.x + radius, centre.y}};
  const double first = models == 4 ? -0.75 * std::numbers::pi : -0.5 * std::numbers::pi;
  std::vector<Point> corners;
  for (std::size_t i = 0; i < models; ++i) {
    const double angle = first + 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(models);
    corners.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  return corners;
}

std::optional<Point> mix(const std::vector<Triple>& memberships, const std::vector<Point>& corners) {
  std::vector<double> weights;
  for (const Triple& m : memberships) weights.push_back(m.point.value_or(m.low));
  if (weights.size() != 1) return weighted(weights, corners);
  return weights.front() > 0 ? std::optional(between(corners[0], corners[1], weights.front())) : std::nullopt;
}

std::vector<Point> mix_region(const std::vector<Triple>& memberships, const std::vector<Point>& corners) {
  const std::size_t count = memberships.size();
  if (count == 1) {
    return convex_hull(
        {between(corners[0], corners[1], memberships[0].low), between(corners[0], corners[1], memberships[0].high)});
  }
  // Furthest in a direction lies a mix of the high ends of the corners that are furthest that way and of the low ends
  // of the others. The order of a regular polygon's corners changes at multiples of half its angle alone.
  std::vector<Point> found;
  std::vector<std::size_t> order(count);
  for (std::size_t turn = 0; turn < 4 * count; ++turn) {
    const double angle = (static_cast<double>(turn) + 0.5) * std::numbers::pi / (2.0 * static_cast<double>(count));
    const auto along = [&](std::size_t i) { return corners[i].x * std::cos(angle) + corners[i].y * std::sin(angle); };
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return along(a) > along(b); });
    std::vector<double> weights;
    for (const Triple& m : memberships) weights.push_back(m.low);
    add_extreme(weights, memberships, corners, found);
    for (const std::size_t next : order) {
      weights[next] = memberships[next].high;
      add_extreme(weights, memberships, corners, found);
    }
  }
  return convex_hull(std::move(found));
}

std::vector<Point> convex_hull(std::vector<Point> points) {
  std::sort(points.begin(), points.end(), [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
  std::vector<Point> distinct;
  for (const Point p : points) {
    const auto near = [&](Point q) { return distance(p, q) < kNear; };
    if (std::none_of(distinct.begin(), distinct.end(), near)) distinct.push_back(p);
  }
  if (distinct.size() < 3) return distinct;
  std::vector<Point> hull;
  for (int side = 0; side < 2; ++side) {
    const std::size_t begin = hull.size();
    for (const Point p : distinct) {
      while (hull.size() >= begin + 2 && cross(hull[hull.size() - 2], hull.back(), p) <= 0) hull.pop_back();
      hull.push_back(p);
    }
    hull.pop_back();  // it begins the other side
    std::reverse(distinct.begin(), distinct.end());
  }
  drop_flat_corners(hull);
  return hull;
}

bool hull_holds(const std::vector<Point>& hull, Point p, double slack) {
  if (hull.empty()) return false;
  bool is_inside = hull.size() > 2;
  for (std::size_t i = 0; i < hull.size(); ++i) {
    const Point a = hull[i];
    const Point b = hull[(i + 1) % hull.size()];
    if (to_segment(p, a, b) <= slack) return true;
    if (cross(a, b, p) < 0) is_inside = false;
  }
  return is_inside;
}

}  // namespace bloctype
