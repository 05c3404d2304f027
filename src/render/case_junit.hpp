// What `rules test` found, for continuous integration.
#pragma once

#include <string>

#include "render/case_report.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// JUnit's XML: a suite a file, a case a case, and a suite of the rules that no case puts to use.
std::string render_case_junit(const CaseReport& report, const Catalogue& texts);

}  // namespace bloctype
