// Shapes, and the room that labels take.
#include "page/scene.hpp"

#include "page/text_metrics.hpp"

namespace bloctype {

Box box_of(const Label& label) {
  const double width = text_width(label.text, label.size, label.weight);
  double left = label.at.x;
  if (label.anchor == Anchor::kMiddle) left -= width / 2;
  if (label.anchor == Anchor::kEnd) left -= width;
  return {left, label.at.y - kAscent * label.size, left + width, label.at.y + kDescent * label.size};
}

Shape line(std::vector<Point> points, Colouring stroke, double width, Dash dash) {
  return {Shape::Form::kLine, std::move(points), 0, {kNoColour, stroke, width, 1, dash}};
}

Shape area(std::vector<Point> points, Look look) { return {Shape::Form::kArea, std::move(points), 0, look}; }

Shape area(const Box& box, Look look) {
  return area({{box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}}, look);
}

Shape disc(Point centre, double radius, Look look) { return {Shape::Form::kDisc, {centre}, radius, look}; }

}  // namespace bloctype
