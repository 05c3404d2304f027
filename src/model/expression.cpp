// Walks over expressions that need nothing but their shape.
#include "model/expression.hpp"

#include <algorithm>

namespace bloctype {
namespace {

const std::vector<Expression> kNoParts;

struct PartsOf {
  const std::vector<Expression>& operator()(const Feature&) const { return kNoParts; }
  const std::vector<Expression>& operator()(const Not& x) const { return x.part; }
  const std::vector<Expression>& operator()(const All& x) const { return x.parts; }
  const std::vector<Expression>& operator()(const Any& x) const { return x.parts; }
  const std::vector<Expression>& operator()(const Mean& x) const { return x.parts; }
  const std::vector<Expression>& operator()(const AtLeast& x) const { return x.parts; }
};

/// What sets two expressions of one form and the same parts apart.
struct SameForm {
  bool operator()(const Feature& a, const Feature& b) const { return a.indicator == b.indicator; }
  bool operator()(const Mean& a, const Mean& b) const { return a.weights == b.weights; }
  bool operator()(const AtLeast& a, const AtLeast& b) const { return a.count == b.count; }
  bool operator()(const Not&, const Not&) const { return true; }
  bool operator()(const All&, const All&) const { return true; }
  bool operator()(const Any&, const Any&) const { return true; }
  template <typename A, typename B>
  bool operator()(const A&, const B&) const {
    return false;
  }
};

void collect(const Expression& expression, std::vector<std::size_t>& into) {
  if (const auto* feature = std::get_if<Feature>(&expression.form)) {
    if (std::find(into.begin(), into.end(), feature->indicator) == into.end()) into.push_back(feature->indicator);
  }
  for (const Expression& part : parts_of(expression)) collect(part, into);
}

}  // namespace

const std::vector<Expression>& parts_of(const Expression& expression) { return std::visit(PartsOf{}, expression.form); }

std::vector<std::size_t> indicators_of(const Expression& expression) {
  std::vector<std::size_t> found;
  collect(expression, found);
  return found;
}

bool same(const Expression& a, const Expression& b) {
  const auto& left = parts_of(a);
  const auto& right = parts_of(b);
  return std::visit(SameForm{}, a.form, b.form) &&
         std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Expression& x, const Expression& y) { return same(x, y); });
}

}  // namespace bloctype
