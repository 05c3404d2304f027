// Which files make a rulebook, read from a folder: typology.yaml, findings.yaml, indicators/*.yaml, models/*.yaml.
// Other files beside them (a README, cases/) are no part of it.
#pragma once

#include <string>

#include "core/diagnostic.hpp"
#include "load/rulebook_loader.hpp"

namespace bloctype {

/// The documents of the rulebook in `directory` and the digest of their bytes in path order.
Loaded<RulebookDocuments> read_rulebook_files(const std::string& directory);

/// The rulebook in `directory`, with every diagnostic of its files.
Loaded<Rulebook> load_rulebook_directory(const std::string& directory);

}  // namespace bloctype
