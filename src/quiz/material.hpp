// What questions are made from: the shipped blocs period by period, and those made-up cases of the rulebook that tell
// in words what is to be learnt from them.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/classify.hpp"
#include "model/rule_case.hpp"

namespace bloctype {

/// One described case, placed.
struct QuizSubject {
  Description description;              ///< one period
  PeriodResult result;                  ///< points into `description`
  const RuleCase* rule_case = nullptr;  ///< where it is a case of the rulebook
  std::vector<std::size_t> own_facts;   ///< of a case: what it states itself, and does not take over from another

  const Period& period() const { return description.periods.front(); }
};

/// Points into the classifier and the cases.
struct QuizMaterial {
  const Classifier& classifier;
  std::vector<std::unique_ptr<QuizSubject>> blocs;
  std::vector<std::unique_ptr<QuizSubject>> cases;
};

QuizMaterial gather(const Classifier& classifier, std::span<const Description> blocs, std::span<const RuleCase> cases);

}  // namespace bloctype
