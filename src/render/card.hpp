// A card of `show`: a title, paragraphs, and headed lists. Nothing on it is a table, so that it reads the same on a
// narrow screen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/page.hpp"

namespace bloctype {

/// Builds a card from top to bottom. Texts must be safe to print.
class Card {
 public:
  /// What it is about, and in brackets what kind of thing that is.
  void title(const std::string& name, const std::string& kind) { page_.add(Title{name, kind}); }
  /// A paragraph; nothing for an empty text.
  void paragraph(const std::string& text) { page_.paragraph(text); }
  /// Short things on one line or more, broken between them.
  void parts(const std::vector<std::string>& parts) { page_.add(Parts{parts, 0, "; "}); }
  /// A heading over a list of entries; nothing where the list is empty.
  void list(const std::string& text, const std::vector<std::string>& entries);
  /// The same of entries that come one after the other, numbered where there are several.
  void steps(const std::string& text, const std::vector<std::string>& entries);

  /// Whether `text` stands on it.
  bool has(std::string_view text) const;

  Page take() && { return std::move(page_); }

 private:
  Page page_;
};

}  // namespace bloctype
