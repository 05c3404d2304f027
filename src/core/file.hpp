// Whole files in, with every way a file can fail as a diagnostic.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"

namespace bloctype {

/// The bytes of `path`, or of standard input for "-". A missing file, a directory, an unreadable file and one above
/// `max_bytes` are errors (kNoSuchFile, kNotAFile, kUnreadableFile, kFileTooLarge; details: `file`, and `reason` in the
/// system's words where it has one; `limit` in bytes).
Loaded<std::string> read_file(const std::string& path, std::size_t max_bytes);

/// The names, not paths, of the regular files (links followed) directly in `directory` that end in `suffix`, in byte
/// order. A folder that does not exist or is none gives no names; one that cannot be read is kUnreadableFile.
Loaded<std::vector<std::string>> list_files(const std::string& directory, std::string_view suffix);

}  // namespace bloctype
