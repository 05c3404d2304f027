// What `rules test` says: the cases that fail, each with what was expected, what came out and the cap, item or gate
// that decided; what no case puts to use; and how many there are. As text, JSON and JUnit XML.
#pragma once

#include <span>
#include <string>

#include "lint/case_run.hpp"
#include "lint/coverage.hpp"
#include "page/style.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// A run of a rulebook's cases. `uses` is empty where coverage was not asked for.
struct CaseReport {
  const Classifier& classifier;
  std::span<const CaseResult> results;
  std::span<const RuleUse> uses;
};

std::string render_case_text(const CaseReport& report, const Catalogue& texts, const Style& style);

/// One JSON text (schema_version 1): `cases`, each with its failures, `coverage` or null, `passed` and `failed`.
std::string render_case_json(const CaseReport& report);

/// JUnit's XML: a suite a file, a case a case, and a suite of the rules that no case puts to use.
std::string render_case_junit(const CaseReport& report, const Catalogue& texts, const Style& style);

}  // namespace bloctype
