// What a case file expects of a result, compared with what the classifier gives. Only what is written is compared, but
// a list or a map that is written must be complete. Called by cases_test.
#pragma once

#include <string>
#include <vector>

#include "case_file.hpp"

namespace bloctype::cases {

struct Verdict {
  std::vector<std::string> differences;  ///< `values.yaml:12:8: line.practice.kind: expected pure, is none`
  std::vector<std::string> problems;     ///< the expectation itself cannot be read
};

/// Compares the only period of `result` with `expect`, a node of `file`.
Verdict compare(const CaseFile& file, const BlocResult& result, const Node& expect);

}  // namespace bloctype::cases
