// Which files make a rulebook, read from a folder: typology.yaml, findings.yaml, landscape.yaml, indicators/*.yaml,
// models/*.yaml. Its cases stand beside them in cases/*.yaml. Other files are no part of it.
#pragma once

#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "load/rulebook_loader.hpp"

namespace bloctype {

/// What a folder holds, as far as it could be read.
struct RulebookFiles {
  RulebookDocuments documents;  ///< without the files that could not be read; typology.source is then nullptr
  std::vector<Diagnostic> diagnostics;
};

/// The documents of the rulebook in `directory` and the digest of their bytes in path order.
RulebookFiles read_rulebook_files(const std::string& directory);

/// The documents of `directory`/cases, in path order; none where there is no such folder.
Loaded<std::vector<Document>> read_case_files(const std::string& directory);

/// Files in `directory` that end in .yaml or .yml and that nothing reads, in path order.
std::vector<std::string> unread_files(const std::string& directory);

/// The rulebook in `directory`, with every diagnostic of its files.
Loaded<Rulebook> load_rulebook_directory(const std::string& directory);

}  // namespace bloctype
