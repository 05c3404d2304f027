// A run of a rulebook's cases, as every format of `rules test` tells it.
#pragma once

#include <algorithm>
#include <span>

#include "lint/case_run.hpp"
#include "lint/coverage.hpp"

namespace bloctype {

/// `uses` is empty where coverage was not asked for.
struct CaseReport {
  const Classifier& classifier;
  std::span<const CaseResult> results;
  std::span<const RuleUse> uses;

  std::size_t failed() const {
    return static_cast<std::size_t>(
        std::count_if(results.begin(), results.end(), [](const CaseResult& result) { return !result.passes(); }));
  }
};

}  // namespace bloctype
