// One placed case of a table, and a row that was set aside, as the writers of every format see them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/agreement.hpp"
#include "engine/classify.hpp"
#include "model/case_block.hpp"

namespace bloctype {

/// What was expected of a case on one axis, and how it compares.
struct Expected {
  std::string_view written;              ///< empty where nothing was
  std::optional<Comparison> comparison;  ///< none where it names nothing in the rulebook
};

struct BatchRow {
  const Case& entry;
  const std::array<Block, 2>& values;
  std::size_t place = 0;  ///< its row in `values`
  const std::vector<AxisResult>& axes;
  const std::vector<Expected>& expected;  ///< one an axis
};

/// What a table tells besides its facts.
struct BatchShape {
  bool with_coders = false;   ///< each coder's codings are a case of their own
  std::vector<bool> expects;  ///< by axis: there is a column of expectations
};

/// The rows of a table, counted: rows = used + set_aside + blank + left_out.
struct BatchTotals {
  std::size_t rows = 0, used = 0, set_aside = 0, blank = 0;
  std::size_t left_out = 0;  ///< of other coders than the one asked for
  std::size_t placed = 0;    ///< cases; in a long table several rows are one
  std::size_t unknown_expectations = 0;
  std::vector<Agreement> agreement;  ///< by axis
  bool is_complete = true;           ///< false where the run was stopped
};

/// The kind of a placement, or the verdict in its place.
inline std::string_view kind_id(const Placement& placement, const AxisNodes& nodes) {
  return placement.gate ? std::string_view(nodes.gates[*placement.gate].gate->verdict) : name(placement.kind);
}

}  // namespace bloctype
