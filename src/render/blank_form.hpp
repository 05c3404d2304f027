// A blank description with every question of the rulebook, for coders to fill in: as YAML for one bloc, as CSV for a
// table of codings. Nothing is coded in it: it can be read as it stands, and is placed nowhere.
#pragma once

#include <string>

#include "model/rulebook.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// Questions as comments, in sections in the order in which the rules ask; every value unknown.
std::string blank_yaml(const Rulebook& rulebook, const Catalogue& texts);

/// A row an indicator, two where discourse and practice may be coded apart; the question is the note.
std::string blank_csv(const Rulebook& rulebook, const Catalogue& texts);

}  // namespace bloctype
