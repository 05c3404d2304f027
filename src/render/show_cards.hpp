// The cards of `show`: what the rulebook says of one of its entries, of coding, or of a bloc; and the typology on one
// screen. Each is made from the rulebook that places, and ends in a line feed.
#pragma once

#include <string>

#include "model/entries.hpp"
#include "render/show_view.hpp"

namespace bloctype {

/// The typology as a whole: axes, models, verdicts, and where the blocs stand.
std::string typology_card(const ShowView& view);

/// The card of an entry, of whatever kind.
std::string entry_card(const ShowView& view, const Entry& entry);

std::string axis_card(const ShowView& view, const Axis& axis);
std::string model_card(const ShowView& view, const Model& model);
std::string verdict_card(const ShowView& view, const Verdict& verdict);
std::string finding_card(const ShowView& view, std::size_t finding);
std::string indicator_card(const ShowView& view, std::size_t indicator);
std::string source_card(const ShowView& view, const Reference& source);
std::string section_card(const ShowView& view, const Reference& source, const Section& section);

/// How facts are coded: scale, what is unknown or in dispute, registers, the rulebook's rules of coding.
std::string coding_card(const ShowView& view);

/// How a placement is read: its kinds, how sure it is, words and deeds, numbers, deviations.
std::string reading_card(const ShowView& view);

/// A bloc, which need not be one of the view's. `argument` is what commands call it.
std::string bloc_card(const ShowView& view, const BlocResult& bloc, const std::string& argument);

}  // namespace bloctype
