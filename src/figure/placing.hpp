// Where things may stand without covering one another: what is taken on a drawing, and the nearest free place for the
// next thing. The same things in the same order always get the same places.
#pragma once

#include <optional>
#include <vector>

#include "page/scene.hpp"

namespace bloctype {

class Placing {
 public:
  void take(const Box& box) { boxes_.push_back(box); }
  void take(Point centre, double radius) { discs_.push_back({centre, radius}); }

  /// Whether a disc within `area` meets nothing.
  bool is_free(Point centre, double radius, const Box& area) const;
  bool is_free(const Box& box) const;

  /// The place for a disc that is nearest to `wanted`, on rings around it; none where `area` is full. It is not taken.
  std::optional<Point> nearest(Point wanted, double radius, const Box& area) const;

 private:
  struct Disc {
    Point centre;
    double radius = 0;
  };

  std::vector<Box> boxes_;
  std::vector<Disc> discs_;
};

/// Whether a box and a disc meet.
bool meets(const Box& box, Point centre, double radius);

}  // namespace bloctype
