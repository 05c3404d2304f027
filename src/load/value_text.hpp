// One value as a coder writes it, in a description or in the cell of a table: a word or a number. What both mean is
// decided here and nowhere else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/diagnostic.hpp"
#include "model/vocabulary.hpp"

namespace bloctype {

/// Why a text is no value: a code and its details.
struct ValueProblem {
  Code code = Code::kUnknownWord;
  Diagnostic::Details details;
};

/// What a text says of an indicator: a degree in [0, 1], or none for `unknown`; or what is wrong with it.
using ValueText = std::variant<Vocabulary::Meaning, ValueProblem>;

/// Reads `text`, which must not be empty. `mark` stands before the decimals of numbers.
ValueText read_value_text(std::string_view text, const Indicator& indicator, const Vocabulary& vocabulary, char mark);

/// The problem of coding an indicator apart that has one value.
ValueProblem split_coding(const Indicator& indicator);

/// What an interval with these ends says, as they are written; none where it runs backwards or an end is unknown.
std::variant<Triple, ValueProblem> read_interval(std::string_view low, std::string_view high,
                                                 const Indicator& indicator, const Vocabulary& vocabulary, char mark);

}  // namespace bloctype
