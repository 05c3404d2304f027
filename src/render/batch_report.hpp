// What a reader wants to know beside the table: how many rows were read, how well placements and expectations agree,
// and why where they do not.
#pragma once

#include <string>
#include <vector>

#include "engine/classify.hpp"
#include "page/style.hpp"
#include "render/axis_view.hpp"
#include "render/batch_row.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// The row, what was expected, what came out, and what decided: the gate, or the caps of the models in dispute.
/// `view` is of the axis on which they disagree.
std::string disagreement_text(const AxisView& view, const Case& entry, const ExpectedPlacement& expectation,
                              std::string_view written);

/// Agreement, Cohen's kappa with the counts behind it, and the table of what was expected and what came out.
std::string agreement_text(const Axis& axis, const Agreement& agreement, const Catalogue& texts, const Style& style);

}  // namespace bloctype
