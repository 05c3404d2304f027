// Expectations as a table has them: `social+productive; formally strategic | undecided`.
#pragma once

#include <string_view>
#include <variant>

#include "core/diagnostic.hpp"
#include "model/expected_placement.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

/// The expectation that `text`, which must not be empty, has of `axis`: alternatives parted by `|`, each a kind, the id
/// of a verdict or models joined by `+`, with `; formally ` and models (or `none`) where that matters. Models answer to
/// their ids, labels and aliases, kinds to their words in three languages. Else the details of what names nothing in
/// the rulebook: `found`, `expected`, and `suggestion` where something is near.
std::variant<ExpectedPlacement, Diagnostic::Details> read_expected_placement(std::string_view text, std::size_t axis,
                                                                             const Rulebook& rulebook);

}  // namespace bloctype
