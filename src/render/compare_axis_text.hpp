// One axis of two periods in sentences: what differs, and the facts that make the difference. compare_page puts them
// on the page.
#pragma once

#include <string>
#include <vector>

#include "render/compared_axis.hpp"

namespace bloctype {

struct AxisText {
  std::string state;  ///< behind the name of the axis: "changed in kind"
  std::vector<AxisPart> parts;
};

AxisText axis_text(const ComparedAxis& view);

}  // namespace bloctype
