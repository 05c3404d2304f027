// The codings of a period, fact by fact, with the places in the sources that a reader can check.
#pragma once

#include <string>

#include "page/table.hpp"
#include "render/phrases.hpp"

namespace bloctype {

/// A row for each coding, in the order of the rulebook. What has none is told apart: see uncoded_facts().
Table facts_table(const Classifier& classifier, const Description& description, const PeriodResult& period,
                  const Catalogue& texts);

/// The labels of the indicators that nobody has coded.
std::vector<std::string> uncoded_facts(const Classifier& classifier, const Description& description,
                                       const PeriodResult& period, const Catalogue& texts);

}  // namespace bloctype
