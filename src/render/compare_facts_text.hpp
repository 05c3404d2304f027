// Sentences about the facts that make a difference: what each decides alone, what some do together, what else moves the
// memberships, and what is a matter of evidence.
#pragma once

#include <string>
#include <vector>

#include "render/compared_axis.hpp"

namespace bloctype {

/// Paragraphs for two placements that differ, in the order of weight.
std::vector<AxisPart> parts_about_facts(const ComparedAxis& view);

/// Of the same placement, what is known of one side only and could move it; empty where there is nothing.
std::string about_evidence(const ComparedAxis& view);

/// The facts that move the memberships most, in one phrase; empty where none does.
std::string facts_that_move_most(const ComparedAxis& view);

}  // namespace bloctype
