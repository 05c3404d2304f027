// Expressions for tests, written as they read: all({f(0), no(f(1))}).
#pragma once

#include <utility>
#include <vector>

#include "model/expression.hpp"

namespace bloctype {

inline Expression f(std::size_t indicator) { return {Feature{indicator}, {}}; }
inline Expression no(Expression part) {
  Not negation;
  negation.part.push_back(std::move(part));
  return {std::move(negation), {}};
}
inline Expression all(std::vector<Expression> parts) { return {All{std::move(parts)}, {}}; }
inline Expression any(std::vector<Expression> parts) { return {Any{std::move(parts)}, {}}; }
inline Expression mean(std::vector<Expression> parts, std::vector<double> weights) {
  return {Mean{std::move(parts), std::move(weights)}, {}};
}
inline Expression at_least(std::size_t count, std::vector<Expression> parts) {
  return {AtLeast{count, std::move(parts)}, {}};
}

}  // namespace bloctype
