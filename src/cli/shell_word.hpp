// A text as one word of a command that a reader may type: file names in suggested commands.
#pragma once

#include <string>
#include <string_view>

namespace bloctype::cli {

/// As it is where no shell reads more into it, else in single quotes; safe to print.
std::string shell_word(std::string_view text);

}  // namespace bloctype::cli
