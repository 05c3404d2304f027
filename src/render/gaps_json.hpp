// What `rules gaps` found, for programs.
#pragma once

#include <span>
#include <string>

#include "engine/classify.hpp"
#include "lint/gaps.hpp"

namespace bloctype {

/// One JSON text (schema_version 1) with all of them.
std::string render_gaps_json(const Classifier& classifier, std::span<const GapsOfKind> gaps);

}  // namespace bloctype
