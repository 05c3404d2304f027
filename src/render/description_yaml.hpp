// A description as the file that reads back as the same: what an interview leaves behind.
#pragma once

#include <string>

#include "model/description.hpp"

namespace bloctype {

/// The whole description as YAML, ids and scale words as the rulebook has them; facts that nobody was asked for are
/// left out. Every fact stands in its period.
std::string render_description(const Description& description, const Rulebook& rulebook);

}  // namespace bloctype
