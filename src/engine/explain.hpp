// The explanation: a tree shaped like the rules, over the values that decided, down to the facts. Rendering it is one
// recursive walk. No value is computed here.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/classify.hpp"

namespace bloctype {

/// One node of the explanation. Which pointers are set follows from `form`.
struct Why {
  enum class Form : std::uint8_t { kAxis, kRegister, kGate, kOutcome, kModel, kCap, kItem, kOperator, kIndicator };

  Form form = Form::kAxis;
  Register reg = Register::kPractice;
  std::optional<Triple> value;   ///< none for an axis and a register, which have no value of their own
  std::optional<double> weight;  ///< under `typical` and `mean`
  bool binds = false;            ///< a cap: it is the tightest
  const Place* place = nullptr;
  const std::vector<std::string>* cite = nullptr;
  std::optional<Claim> claim;
  std::vector<Why> children;

  const Axis* axis = nullptr;
  const Gate* gate = nullptr;
  Firing firing = Firing::kSilent;
  const Model* model = nullptr;
  const Membership* membership = nullptr;
  Cap cap = Cap::kNecessary;
  const Item* item = nullptr;
  const Expression* expression = nullptr;  ///< items and operators
  const Indicator* indicator = nullptr;
  const Fact* fact = nullptr;
};

std::string_view name(Why::Form form);

/// The tree of one axis of one period: a branch for each register, and in it gates, outcomes and models in the order of
/// the rules. Points into the classifier's rulebook and into `result`.
Why explain(const Classifier& classifier, const PeriodResult& result, std::size_t axis);

/// The branch of one model in one register.
Why explain_model(const Classifier& classifier, const PeriodResult& result, std::size_t axis, Register reg,
                  std::size_t model);

}  // namespace bloctype
