// A condition of the rules in words: "a or b", "at least 2 of a, b and c".
#pragma once

#include <string>

#include "render/phrases.hpp"

namespace bloctype {

/// By the labels of its indicators; parts that are conditions of their own stand in brackets.
std::string in_words(const Expression& expression, const Phrases& phrases, const Catalogue& texts);

/// The ids of the indicators a condition takes together, in brackets: "(a, b)"; nothing for one indicator alone.
std::string ids_in_brackets(const Expression& expression, const Rulebook& rulebook);

}  // namespace bloctype
