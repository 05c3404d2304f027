// The cards of `show`: what the rulebook says of one of its entries, of coding, or of a bloc; and the typology on one
// screen. Each is made from the rulebook that places.
#pragma once

#include <string>

#include "model/entries.hpp"
#include "page/page.hpp"
#include "render/show_view.hpp"

namespace bloctype {

/// The typology as a whole: axes, models, verdicts, and where the blocs stand.
Page typology_card(const ShowView& view);

/// The card of an entry, of whatever kind.
Page entry_card(const ShowView& view, const Entry& entry);

Page axis_card(const ShowView& view, const Axis& axis);
Page model_card(const ShowView& view, const Model& model);
Page verdict_card(const ShowView& view, const Verdict& verdict);
Page finding_card(const ShowView& view, std::size_t finding);
Page indicator_card(const ShowView& view, std::size_t indicator);
Page source_card(const ShowView& view, const Reference& source);
Page section_card(const ShowView& view, const Reference& source, const Section& section);

/// How facts are coded: scale, what is unknown or in dispute, registers, the rulebook's rules of coding.
Page coding_card(const ShowView& view);

/// How a placement is read: its kinds, how sure it is, words and deeds, numbers, deviations.
Page reading_card(const ShowView& view);

/// A bloc, which need not be one of the view's. `argument` is what commands call it.
Page bloc_card(const ShowView& view, const BlocResult& bloc, const std::string& argument);

}  // namespace bloctype
