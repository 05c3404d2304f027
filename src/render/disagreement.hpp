// Why a case is not where it was expected: the sentences that name the cap, item or gate that decided. For tables that
// are checked and for the cases of a rulebook.
#pragma once

#include <string>
#include <vector>

#include "model/expected_placement.hpp"
#include "render/axis_view.hpp"

namespace bloctype {

/// Unwrapped sentences, none of them empty. The axis of `view` must not agree with `expectation`.
std::vector<std::string> disagreement_reasons(const AxisView& view, const ExpectedPlacement& expectation);

/// What an axis says, with its certainty where the placement does not say it: "none of its models (decided)".
std::string placed_with_certainty(const AxisView& view);

}  // namespace bloctype
