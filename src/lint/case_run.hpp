// Runs the cases of a rulebook: places each and holds the placement against what the case expects. Called by
// `rules test`; what to say of a failure is render/case_sentences' affair.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/classify.hpp"
#include "model/rule_case.hpp"

namespace bloctype {

/// One thing in which a case is not as it expects. `expected` and `actual` are in ids.
struct CaseFailure {
  enum class Of { kHeadline, kRegister, kCertainty, kCap, kVariant, kDeviations, kFindings };

  Of of = Of::kHeadline;
  const AxisExpectation* expectation = nullptr;  ///< nullptr for findings
  std::optional<Register> reg;                   ///< for kRegister
  std::optional<std::size_t> model;              ///< for kCap, kVariant, kDeviations; as in Rulebook::models
  std::string expected, actual;
  std::vector<std::string> differing{};  ///< for kDeviations and kFindings: what is in one of the two alone
};

struct CaseResult {
  const RuleCase* entry = nullptr;
  PeriodResult period;
  std::vector<CaseFailure> failures;

  bool passes() const { return failures.empty(); }
};

/// Cases in order. Results point into them and into the classifier's rulebook.
std::vector<CaseResult> run_cases(const Classifier& classifier, std::span<const RuleCase> cases);

/// The same axis as if `r` were the register that places: what a failure in one register is explained by.
AxisResult in_register(const AxisResult& axis, Register r);

}  // namespace bloctype
