// Sentences about a case that fails and about a rule that no case puts to use, for every format that has any.
#pragma once

#include <string>
#include <vector>

#include "render/case_report.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// Of one thing that was expected: a sentence with what is, then sentences with why. None of them is empty.
std::vector<std::string> failure_sentences(const CaseReport& report, const CaseResult& result,
                                           const CaseFailure& failure, const Catalogue& texts);

/// What a rule that is not covered lacks.
std::string lack_sentence(const RuleUse& use, const Catalogue& texts);

}  // namespace bloctype
