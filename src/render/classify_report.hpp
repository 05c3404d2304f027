// The results of `classify` and `compare` as reports: where the blocs stand, what differs, then each period with its
// explanation, facts and sources.
#pragma once

#include <span>

#include "render/classify_page.hpp"
#include "render/compared_blocs.hpp"
#include "render/report.hpp"

namespace bloctype {

Report classify_report(const Classifier& classifier, std::span<const BlocResult> blocs, const Catalogue& texts,
                       const PageChoices& choices);

/// The result of `compare`: the same, with what differs between the blocs before the periods.
Report compare_report(const ComparedBlocs& compared, const Catalogue& texts);

/// The map and the timeline, each under a heading.
Page figures_of(const Classifier& classifier, std::span<const BlocResult> blocs, const Catalogue& texts,
                std::optional<std::size_t> axis);

/// A row for each bloc and period, a column for each axis: its headline, and how sure it is.
Table placements_table(const Classifier& classifier, std::span<const BlocResult> blocs, const Catalogue& texts,
                       std::optional<std::size_t> axis);

}  // namespace bloctype
