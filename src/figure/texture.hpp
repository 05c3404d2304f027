// Areas told apart by their texture, so that no colour has to be seen.
#pragma once

#include <cstddef>
#include <vector>

#include "page/scene.hpp"

namespace bloctype {

/// An area of a hue with the lines that go with it: the first is plain, and each of the next has lines of its own.
void add_textured(std::vector<Shape>& shapes, const Box& box, std::size_t number);
/// An area of which it is open what it is: close lines on paper, within a broken outline.
void add_open(std::vector<Shape>& shapes, const Box& box);

}  // namespace bloctype
