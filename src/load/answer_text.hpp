// One answer of a person who is asked for an indicator, as it is typed: a value or a dispute, discourse and practice
// together or apart, and a note.
#pragma once

#include <cstddef>
#include <string_view>
#include <variant>

#include "load/value_text.hpp"
#include "model/description.hpp"
#include "model/vocabulary.hpp"

namespace bloctype {

/// What an answer says, and of which indicator.
struct Answer {
  std::size_t indicator = 0;
  Coding coding;
};

/// Reads `text`, which must not be empty, as an answer to the question for `asked`:
///
///     substantial                       a scale word in any language, its first letters in `language`, or a number
///     marginal..full   [0.2, 0.4]       disputed
///     d=full p=marginal                 discourse and practice, where the indicator has both
///     social_organs = full              another indicator than the one that was asked for
///     full; treaty, article 3           with a note, in `language`
std::variant<Answer, ValueProblem> read_answer_text(std::string_view text, std::size_t asked, const Rulebook& rulebook,
                                                    const Vocabulary& vocabulary, std::string_view language);

}  // namespace bloctype
