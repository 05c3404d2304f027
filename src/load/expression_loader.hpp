// Expressions of the rule files: `feature`, `not`, `all`, `any`, `mean`, `at_least`, or a bare id.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "load/fields.hpp"
#include "model/expression.hpp"

namespace bloctype {

/// The ids an expression may name, and where each stands in Rulebook::indicators.
struct IndicatorNames {
  std::vector<std::string> ids;
  std::unordered_map<std::string, std::size_t> places;
};

/// Reads expressions; everything wrong with one is reported where it stands, and then it has no value.
class ExpressionReader {
 public:
  ExpressionReader(NodeReader reading, const IndicatorNames& names) : reading_(reading), names_(&names) {}

  /// An expression by itself: a bare id or a map with one operator and nothing else.
  std::optional<Expression> read(const Node& node) const;

  /// The operator of a map that may say other things too; `weight` and `register` are the caller's affair.
  std::optional<Expression> read_operator(const Node& map) const;

  /// The index of the indicator a scalar names.
  std::optional<std::size_t> indicator(const Node& node) const;

  /// A weight above 0; 1 where the map has none.
  std::optional<double> weight(const Node& map) const;

 private:
  enum class Weights { kNone, kAllowed };

  std::optional<Expression> read_part(const Node& node, Weights weights) const;
  std::optional<std::vector<Expression>> read_parts(const Node& list, Weights weights) const;
  std::optional<Expression> read_at_least(const Node& count, const Node& map) const;
  std::optional<Expression> read_mean(const Node& list) const;

  NodeReader reading_;
  const IndicatorNames* names_;
};

}  // namespace bloctype
