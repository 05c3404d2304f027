// The one evaluator: values of a program's nodes for a block of cases. Total and pure: every node of the range is
// computed for every row, nothing short-circuits, and bounds and points come out together.
#pragma once

#include <cstddef>
#include <span>

#include "engine/program.hpp"
#include "model/block.hpp"

namespace bloctype {

/// Computes the nodes of `range` for rows 0 .. rows-1. The inputs, and nodes before the range that it reads, must be
/// set.
void evaluate(const Program& program, NodeRange range, Block& block, std::size_t rows);

/// Computes every node beyond the inputs.
void evaluate(const Program& program, Block& block, std::size_t rows);

/// A block of one, with the indicators' values given, evaluated whole.
Block evaluate_case(const Program& program, std::span<const Triple> inputs);

}  // namespace bloctype
