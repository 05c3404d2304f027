// Expressions of a rulebook that no scale word can move across the point at which they count (a gate's, the crossover,
// 0.5), so that they are always true or always false; in a mean, which has no such point, those whose degree is one.
// The check of constants tells them; other checks say nothing of rules that rest on them.
#pragma once

#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

#include "engine/program.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

/// An expression that is constant, and none of its parts is; and what it always is.
struct ConstantExpression {
  const Expression* expression = nullptr;
  double threshold = 0.5;   ///< the point at which it counts
  std::string_view always;  ///< an interface text; empty where the search gave up
  std::size_t looked = 0;   ///< partial descriptions that were evaluated
};

/// In the order of the rulebook, into which they point. A gate that never fires is not among them: that is a matter of
/// the gates before it too.
std::vector<ConstantExpression> constant_expressions(const Rulebook& rulebook);

/// Asks whether rules rest on a constant expression.
class Unmoved {
 public:
  explicit Unmoved(const std::vector<ConstantExpression>& constants);

  bool has(const Expression& expression) const;
  /// Whether it is itself constant, and not by a part of it; a gate with such a condition always fires.
  bool is_whole(const Expression& expression) const { return expressions_.count(&expression) != 0; }
  bool has(const AxisNodes& axis) const;
  bool has(const Model& model) const;

 private:
  std::set<const Expression*> expressions_;
};

}  // namespace bloctype
