// Expressions of the rule files: what a gate, an item, a variant or a finding asks of the indicators.
// A closed set of forms; every walk over them is a std::visit, so that a new form fails to compile until each treats
// it.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "core/diagnostic.hpp"

namespace bloctype {

struct Expression;

/// The indicator at this place in Rulebook::indicators.
struct Feature {
  std::size_t indicator = 0;
};
/// `not: x`; exactly one part.
struct Not {
  std::vector<Expression> part;
};
/// `all: [..]`, at least one part.
struct All {
  std::vector<Expression> parts;
};
/// `any: [..]`, at least one part.
struct Any {
  std::vector<Expression> parts;
};
/// `mean: [{.., weight}, ..]`; one weight a part, each above 0.
struct Mean {
  std::vector<Expression> parts;
  std::vector<double> weights;
};
/// `at_least: n, of: [..]`, 1 <= count <= number of parts.
struct AtLeast {
  std::size_t count = 1;
  std::vector<Expression> parts;
};

struct Expression {
  std::variant<Feature, Not, All, Any, Mean, AtLeast> form;
  Place place;
};

/// Every indicator an expression mentions, in order of appearance, each once.
std::vector<std::size_t> indicators_of(const Expression& expression);

/// The direct parts of an expression; empty for a feature.
const std::vector<Expression>& parts_of(const Expression& expression);

/// True where both ask the same: the same form over the same parts, weights included, places aside.
bool same(const Expression& a, const Expression& b);

}  // namespace bloctype
