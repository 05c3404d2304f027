// A file of engine cases: a toy rulebook, and cases with their twins. Reads tests/cases/*.yaml with the project's own
// loaders, so that rules and facts have the very shape of rules/ and examples/. How a file is written: README.md beside
// this. Called by cases_test; what a case expects is comparison's affair.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/classify.hpp"
#include "model/description.hpp"
#include "model/document.hpp"

namespace bloctype::cases {

/// Facts, and what should come of them.
struct Scenario {
  std::string name;
  Description description;  ///< without periods where the facts cannot be read
  Node expect;
};

/// A case and its twin, which differs from it in the facts of `but:` alone and must come out otherwise.
struct Case {
  Scenario given, twin;
};

struct CaseFile {
  std::string name;  ///< `values.yaml`
  std::unique_ptr<const Classifier> classifier;
  std::vector<Case> cases;
  std::vector<std::string> problems;  ///< as `file:line:col: what`; cases that can be read stand beside them
};

/// Every file of `folder` that ends in .yaml, in order of name.
std::vector<std::shared_ptr<const CaseFile>> read_case_files(const std::string& folder);

}  // namespace bloctype::cases
