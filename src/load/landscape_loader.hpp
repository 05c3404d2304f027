// landscape.yaml: from which share on a model prevails, from how many blocs on that is told, and what sources say of a
// region over time. Called by load/rulebook_loader once axes and models are known.
#pragma once

#include "load/rule_entries.hpp"
#include "model/document.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

/// Claims that could not be tested are reported and left out. `rulebook` has its axes and models.
LandscapeRules load_landscape(const Document& document, const RuleReader& reader, const Rulebook& rulebook);

}  // namespace bloctype
