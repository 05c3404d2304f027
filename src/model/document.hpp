// A document: what a YAML file says, as a plain tree with the place of every part. Made by load/yaml_reader (from text)
// and load/packed (from the form that is embedded in the binary); read by the loaders. Knows nothing of rules or blocs.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"

namespace bloctype {

/// Where a node stands in its text: line and column count from 1, column in code points; length in code points, at
/// least 1.
struct Mark {
  std::int32_t line = 0;
  std::int32_t column = 0;
  std::int32_t length = 1;
};

/// The name and the text of a file; the text is empty for documents that were packed at build time.
struct Source {
  std::string name;
  std::string text;
  /// Where each line of `text` starts (find_line_starts); where left empty, diagnose() counts lines anew each time.
  std::vector<std::uint32_t> line_starts{};
};

/// The offset of the first byte of each line; LF, CR LF and CR end lines.
std::vector<std::uint32_t> find_line_starts(std::string_view text);

/// One node: a scalar (`text`), a list (`items`) or a map (`keys[i]` belongs to `items[i]`; keys are scalars, all
/// different).
struct Node {
  enum class Kind : std::uint8_t { kScalar, kList, kMap };

  Kind kind = Kind::kScalar;
  bool quoted = false;  ///< a scalar written with quotes or as a block
  Mark mark;
  std::string text;
  std::vector<Node> keys;
  std::vector<Node> items;

  bool is_scalar() const { return kind == Kind::kScalar; }
  bool is_list() const { return kind == Kind::kList; }
  bool is_map() const { return kind == Kind::kMap; }
  /// Nothing stands where a value could.
  bool is_nothing() const { return is_scalar() && !quoted && text.empty(); }
  /// The value under `key`, or nullptr.
  const Node* find(std::string_view key) const;
  /// The key itself, or nullptr.
  const Node* find_key(std::string_view key) const;
};

struct Document {
  std::shared_ptr<const Source> source;
  Node root;
};

/// A diagnostic at `mark` of `source`, with the line it stands on.
Diagnostic diagnose(const Source& source, Mark mark, Code code, Diagnostic::Details details = {});

}  // namespace bloctype
