// Which question to ask next: a consultation in the manner of MYCIN. Looks at what has been answered, and at which
// answers to come could still change where the case is placed. A question has been answered once its fact has a coding,
// also one that says `unknown`. What stays unknown or disputed is taken as it is: it will not be asked again.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "engine/program.hpp"
#include "model/description.hpp"

namespace bloctype {

/// Whether somebody has been asked: the fact has a coding, one that says nothing included.
inline bool is_answered(const Fact& fact) { return !fact.codings.empty(); }

/// The unanswered indicators of which some answer, together with others, could still change the kind or the models of a
/// placement in either register; in the order in which the rules name them (axes, gates, models, items). Found by
/// bounds: once it is empty, every further coding leaves all kinds and models as they are, however it turns out.
std::vector<std::size_t> open_questions(const Programs& programs, const Period& period);

/// An upper bound on the questions to come, whatever the answers: the unanswered indicators of gates and models that
/// are not settled. Never grows from one answer to the next.
std::size_t most_questions_left(const Programs& programs, const Period& period);

/// Of `open`, the question whose answer is expected to tell most about the placements that are still within reach, in
/// bits: the mutual information of answer and placement, summed over axes, when every open question is answered by any
/// of its scale words with equal chance (Shannon 1948). Estimated from a fixed set of kCompletions draws, so that equal
/// answers always lead to equal questions; of equals the first. None where `open` is empty.
std::optional<std::size_t> next_question(const Programs& programs, const Period& period,
                                         std::span<const std::size_t> open);

/// A multiple of the rows of a block.
inline constexpr std::size_t kCompletions = 1024;
static_assert(kCompletions % kBlockRows == 0);

}  // namespace bloctype
