// Memberships in several models as one place: the mean of the corners of a regular polygon, weighted by the
// memberships; and what their bounds leave open of it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/value.hpp"
#include "page/scene.hpp"

namespace bloctype {

/// The corners of a plane for `models` models around `centre`, the first on top, then clockwise; two stand side by
/// side, four as a square. One model has two corners: from nothing (left) to the model (right).
std::vector<Point> plane_corners(std::size_t models, Point centre, double radius);

/// Where memberships stand between the corners: the mean of the corners, each weighted by its membership's point, or by
/// its low where it has none. With one model, the membership itself between the two corners. None where all weights are
/// 0: then there is no mix.
std::optional<Point> mix(const std::vector<Triple>& memberships, const std::vector<Point>& corners);

/// The corners, in order, of all places that mix() has for memberships within their bounds: exact, since a weighted
/// mean maps a box of weights onto the hull of its corners' images. Where all may be 0, the places that come near are
/// taken in. A single point where nothing is open; empty where there is no mix at all.
std::vector<Point> mix_region(const std::vector<Triple>& memberships, const std::vector<Point>& corners);

/// The convex hull, in order; points within 1e-6 of one another count as one.
std::vector<Point> convex_hull(std::vector<Point> points);

/// Whether a convex hull has `p` inside or within `slack` of it.
bool hull_holds(const std::vector<Point>& hull, Point p, double slack = 1e-6);

double distance(Point a, Point b);

}  // namespace bloctype
