// What the short forms of a result mean, and the works behind them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/classify.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// The rulebook by name, id and version.
std::string rulebook_heading(const Rulebook& rulebook, const Catalogue& texts);

/// Degrees, certainty and brackets, in a paragraph.
std::string legend_of_numbers(const Rulebook& rulebook, const Catalogue& texts);

/// The works that rules and facts are cited from, each behind its mark: `18-: José Briceño-Ruiz, ... (2018)`.
std::vector<std::string> works_behind(const Rulebook& rulebook, std::span<const BlocResult> blocs);

/// The sections of the works, as rules and facts name them, and what they are about: "18-E: ...".
std::vector<std::string> section_names(const Rulebook& rulebook, const Catalogue& texts);

}  // namespace bloctype
