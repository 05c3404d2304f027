// Why a status is what it is, in closed lists, and which indicators set a value: the ground for sentences, found by
// walking the node values downwards. Computes no value.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/evaluate.hpp"
#include "engine/place.hpp"
#include "engine/program.hpp"
#include "model/description.hpp"

namespace bloctype {

/// Why a model that is out is out.
enum class OutReason : std::uint8_t { kNecessaryAbsent, kNecessaryWeak, kTooFewTypical, kContrary };
OutReason out_reason(const ModelNodes& model, const Membership& membership, const Block& block, std::size_t row);
std::string_view name(OutReason reason);

/// Why a model that is open is open.
enum class OpenReason : std::uint8_t { kNotCoded, kContested, kAtCrossover, kTooLittleEvidence };
OpenReason open_reason(const Program& program, const ModelNodes& model, const Membership& membership,
                       const Block& block, std::size_t row, const Period& period);
std::string_view name(OpenReason reason);

/// An indicator at the end of a walk, and whether it was reached through an odd number of `not`.
struct Leaf {
  std::size_t indicator = 0;
  bool negated = false;
};

/// The one indicator that most sets the value of `node`: of `all` the least part, of `any` the greatest, of `mean` the
/// least or greatest, of `at_least: n` the n-th. By points where there are any, else by highs.
Leaf leading_leaf(const Program& program, NodeId node, const Block& block, std::size_t row);

enum class Bound : std::uint8_t { kLow, kHigh };

/// The open indicators that hold `bound` of `node` away from its other bound, in the order in which they are met.
std::vector<std::size_t> widening(const Program& program, NodeId node, Bound bound, const Block& block,
                                  std::size_t row);

}  // namespace bloctype
