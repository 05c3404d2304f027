// YAML text to a Document, or to placed diagnostics. The only file that knows yaml-cpp; it refuses what YAML allows and
// no description needs (anchors, tags, several documents, ...) and everything that yaml-cpp would let pass in silence.
#pragma once

#include <string>

#include "core/diagnostic.hpp"
#include "model/document.hpp"

namespace bloctype {

/// Caps on one YAML text; beyond any of them the text is refused.
struct YamlLimits {
  std::size_t bytes = 1024 * 1024;
  int depth = 64;
  int nodes = 50'000;
  int keys_in_a_map = 5'000;
  std::size_t scalar_bytes = 64 * 1024;
};

/// Reads `text` (UTF-8, with or without a byte order mark), which `name` names in messages.
/// Total: never throws, whatever the bytes. Errors leave the value empty; each has line and column where there is one.
Loaded<Document> read_yaml(std::string name, std::string text, const YamlLimits& limits = {});

}  // namespace bloctype
