// What `rules test` says: the cases that fail, each with what was expected, what came out and the cap, item or gate
// that decided; what no case puts to use; and how many there are.
#pragma once

#include "page/page.hpp"
#include "render/case_report.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

Page case_page(const CaseReport& report, const Catalogue& texts);

}  // namespace bloctype
