// What a reader wants to know beside the table: how many rows were read, how well placements and expectations agree,
// and why where they do not.
#pragma once

#include <string>
#include <vector>

#include "engine/classify.hpp"
#include "page/style.hpp"
#include "page/table.hpp"
#include "render/axis_view.hpp"
#include "render/batch_row.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// A placement that is not the one that was expected.
struct Disagreement {
  std::string told;                  ///< the row, what was expected, what came out
  std::vector<std::string> reasons;  ///< what decided: the gate, or the caps of the models in dispute
};

/// `view` is of the axis on which they disagree.
Disagreement disagreement_of(const AxisView& view, const Case& entry, const ExpectedPlacement& expectation,
                             std::string_view written);
std::string disagreement_text(const Disagreement& disagreement, const Style& style);

/// Agreement and Cohen's kappa, with the counts behind it; then what a reader of them has to know.
std::vector<std::string> agreement_sentences(const Axis& axis, const Agreement& agreement, const Catalogue& texts);
/// What was expected, a row each, and what came out, a column each.
Table confusion_table(const Axis& axis, const Agreement& agreement, const Catalogue& texts);
/// Both, as text.
std::string agreement_text(const Axis& axis, const Agreement& agreement, const Catalogue& texts, const Style& style);

}  // namespace bloctype
