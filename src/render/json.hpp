// The result of `classify` as JSON (schema_version 1) and as newline-delimited JSON. Ids, keys and numbers are the same
// in every language.
#pragma once

#include <span>
#include <string>

#include "engine/classify.hpp"

namespace bloctype {

/// One JSON text, indented, with a line feed at its end.
std::string render_json(const Classifier& classifier, std::span<const BlocResult> blocs);

/// One line for each bloc and period: the same period object, beside the bloc's id and the rulebook's.
std::string render_ndjson(const Classifier& classifier, std::span<const BlocResult> blocs);

}  // namespace bloctype
