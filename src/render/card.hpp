// A card of `show`: a title, paragraphs, and headed lists, wrapped for reading. Nothing on it is a table, so that it
// reads the same on a narrow screen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/style.hpp"

namespace bloctype {

/// Writes a card from top to bottom. Texts must be safe to print.
class Card {
 public:
  explicit Card(const Style& style) : style_(style) {}

  /// What it is about, and in brackets what kind of thing that is.
  void title(const std::string& name, const std::string& kind);
  /// A paragraph; nothing for an empty text.
  void paragraph(const std::string& text);
  /// Short things on one line or more, broken between them.
  void parts(const std::vector<std::string>& parts);
  /// The heading of the entries that follow.
  void heading(const std::string& text);
  /// One entry, its further lines indented below it.
  void entry(const std::string& text);
  /// A heading over a list of entries; nothing where the list is empty.
  void list(const std::string& text, const std::vector<std::string>& entries);

  /// Whether `text` stands on it, unbroken.
  bool has(std::string_view text) const { return out_.find(text) != std::string::npos; }

  std::string take() && { return std::move(out_); }

 private:
  const Style& style_;
  std::string out_;
};

}  // namespace bloctype
