// The project's files as the structure tests read them: paths relative to the project, and their text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bloctype::structure {

struct SourceFile {
  std::string path;  ///< `src/core/utf8.cpp`
  std::string text;
};

/// Files below `folder` (relative to the project) that end in one of `suffixes`, in order of path.
std::vector<SourceFile> files_below(const std::string& folder, const std::vector<std::string_view>& suffixes);

/// A string literal of a C++ source: its contents, escapes undone where they are simple, and its line.
struct Literal {
  std::string text;
  int line = 0;
};

/// The string literals of a C++ source. Comments, characters, `#include` lines and the messages of static_assert
/// are passed over; neighbouring literals are one, as they are to the compiler; raw literals count.
std::vector<Literal> literals_of(std::string_view source);

}  // namespace bloctype::structure
