// What the environment says of language, width and colour.
#pragma once

#include <cstddef>
#include <string>

#include "cli/command_line.hpp"
#include "page/style.hpp"

namespace bloctype::cli {

/// The language of --lang, else of BLOCTYPE_LANG, LC_ALL, LC_MESSAGES, LANG, whichever is set first; `en` where none is
/// one of ours.
std::string choose_language(const Invocation& invocation);

/// The style for what goes to the file descriptor `fd`; `to_file` where results go to a file instead.
Style choose_style(const Invocation& invocation, int fd);

}  // namespace bloctype::cli
