// What qualifies a case beside its placements.
#pragma once

#include <string>
#include <vector>

#include "render/phrases.hpp"

namespace bloctype {

enum class FindingsForm { kInFull, kByName };

/// A text for each finding that holds: its name, the register where it holds in one alone, its citation and, in full,
/// its message.
std::vector<std::string> findings_texts(const Phrases& phrases, const PeriodResult& period, FindingsForm form);

}  // namespace bloctype
