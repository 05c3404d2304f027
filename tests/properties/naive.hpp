// The second implementation of the semantics: a slow and plain evaluator, written from the specification alone, one
// case at a time by walking the rules. It shares the engine's words for results, and none of its ways: no node table,
// no blocks, no shortcuts. The tests of this folder hold the engine against it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "engine/classify.hpp"
#include "model/description.hpp"
#include "model/rulebook.hpp"

namespace bloctype::naive {

/// One register's triple of every indicator.
using Inputs = std::vector<Triple>;
/// Both registers' triples, by Register.
using Registers = std::array<Inputs, 2>;

Registers inputs_of(const Period& period);

/// Comparison at nine decimals, in this implementation's own way.
bool less(double a, double b);
bool equal(double a, double b);
bool is_open(const Triple& t);

/// Section 1.
Triple contested(double low, double high);
Triple merged(const std::vector<Triple>& codings);

/// Section 2.
Triple value(const Expression& expression, const Inputs& inputs);

/// Section 3: the caps that exist in a run, in the order necessary, typical, contrary.
struct CapValue {
  Cap cap = Cap::kNecessary;
  Triple value;
};
std::vector<CapValue> caps(const Model& model, Register reg, const Inputs& inputs);

/// One axis in one run.
struct View {
  const Rulebook& rulebook;
  std::size_t axis = 0;
  Register reg = Register::kPractice;

  const Axis& rules() const { return rulebook.axes[axis]; }
  const Model& model(std::size_t of_axis) const { return rulebook.models[rules().models[of_axis]]; }
};

Membership membership(const View& view, const Model& model, const Inputs& inputs);

/// Section 4. Gates are numbered in order, outcomes after them; models by their place in the axis.
Placement place(const View& view, const Inputs& inputs);

/// The same kind (or verdict) and the same set of models.
bool same_reading(const Axis& axis, const Placement& a, const Placement& b);

/// Section 5.
Headline headline(const Placement& practice, const Placement& discourse);

/// Section 6, for the models of `placement`. `node` of a deviation is left 0.
std::vector<Deviation> deviations(const View& view, const Placement& placement, const Inputs& inputs);

/// Section 7: the registers in which a finding holds.
std::vector<Register> holds_in(const Finding& finding, const Registers& inputs);

/// Section 8: the indicators of the axis's model lists and outcomes in this run, one flag for each of the rulebook's.
std::vector<bool> occurring(const View& view);
std::vector<Pivot> pivotal(const View& view, const Inputs& inputs);
std::vector<Counterfactual> counterfactuals(const View& view, const Inputs& inputs);

/// Section 8: the rulebook with its weights drawn anew, for each of the draws.
std::vector<Rulebook> reweighted(const Rulebook& rulebook);
Robustness robustness(const Rulebook& rulebook, std::size_t axis, const std::vector<Rulebook>& draws,
                      const Registers& inputs);

}  // namespace bloctype::naive
