// Builds the tree of a YAML text from the events of a parser, given as byte offsets, and refuses what no description
// needs: anchors, tags, merge keys, keys that are no plain words, and too much of anything. Called by yaml_reader
// alone.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "load/yaml_guard.hpp"
#include "load/yaml_reader.hpp"
#include "load/yaml_text.hpp"
#include "model/document.hpp"

namespace bloctype {

/// Why a text is refused, and the bytes that it stands on. Thrown from inside the parser to yaml_reader, never further.
struct YamlRefusal {
  Code code = Code::kYamlSyntax;
  std::size_t begin = 0;
  std::size_t end = 0;
  Diagnostic::Details details;
};

YamlRefusal refuse_syntax(const YamlSight& sight);
YamlRefusal refuse_syntax(std::size_t offset, std::string_view problem);
YamlRefusal refuse_size(std::size_t offset, std::string_view what, std::size_t limit);
YamlRefusal refuse_depth(std::size_t offset, int limit);
/// The tag, or the anchor or alias, that starts at `offset`.
YamlRefusal refuse_property(const YamlText& text, std::size_t offset);

/// A character that must not be in a text, or an escape that gives one.
YamlRefusal refuse_character(char32_t character, std::size_t begin, std::size_t end);

/// A byte that is not UTF-8.
YamlRefusal refuse_byte(char byte, std::size_t offset);

/// A key that its map had already.
struct RepeatedKey {
  std::string key;
  Mark first;
  Mark again;
};

class YamlTree {
 public:
  YamlTree(const YamlText& text, const YamlLimits& limits) : text_(text), limits_(limits) {}

  // The events in the order of the text; each may throw a YamlRefusal.
  void scalar(std::size_t begin, const std::string& value, bool quoted);
  /// Nothing where a value, an item or a key could be, or a plain `null` or `~`, which stays the text it is. For
  /// nothing, `begin` may be anywhere up to the next token.
  void null(std::size_t begin);
  void open(Node::Kind kind, std::size_t begin);
  void close();

  /// True while the text has said nothing, or only `---`.
  bool empty() const { return empty_; }
  /// Whether the innermost collection that is open is a map whose keys stand in `column`.
  bool is_in_map_at(int column) const;
  /// Once the document has ended: its root, and whether that is a list or a map without brackets.
  const Node& root() const { return root_; }
  bool has_block_root() const;
  Node take_root() { return std::move(root_); }
  /// Of the maps that are closed; in the order of the text within each map.
  const std::vector<RepeatedKey>& repeated_keys() const { return repeated_; }
  /// The last scalar, where it was a quoted one that spans lines; else an empty sight. Such a one often ends where its
  /// author meant another to begin.
  const YamlSight& last_long_quote() const { return last_long_quote_; }

 private:
  struct Frame {
    Node node;
    std::size_t begin = 0;
    std::size_t colon = 0;  // of the last key
  };

  bool expects_key() const;
  void count(std::size_t begin);
  std::size_t end_of_quoted(std::size_t begin) const;
  void check_key(const Node& key, std::size_t begin, std::size_t end);
  void check_indentation(const Mark& mark, std::size_t begin) const;
  bool follows_question_mark(std::size_t begin) const;
  bool is_null_word(std::size_t begin) const;
  std::size_t sign_of_nothing(std::size_t begin) const;
  std::size_t dash_before(std::size_t begin) const;
  void add(Node node);
  void find_repeated(const Node& map);

  const YamlText& text_;
  const YamlLimits& limits_;
  std::vector<Frame> open_;
  Node root_;
  std::size_t root_begin_ = 0;
  bool empty_ = true;
  int nodes_ = 0;
  std::vector<RepeatedKey> repeated_;
  YamlSight last_long_quote_;
};

}  // namespace bloctype
