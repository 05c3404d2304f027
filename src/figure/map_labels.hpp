// Names beside the marks of a map, where there is room for them.
#pragma once

#include "figure/map_panel.hpp"

namespace bloctype {

/// Names each mark of a map of few cases that has room for it within its panel; the key has them all.
void label_marks(const MapView& view, Figure& figure);

}  // namespace bloctype
