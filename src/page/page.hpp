// A page as data: what a command has to say, block by block, before any format. Renderers build it in the reader's
// language; page_text, page_markdown and page_html write it, each a walk over the blocks.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "figure/scene.hpp"
#include "page/table.hpp"

namespace bloctype {

/// Texts are in one language and safe to print; each writer escapes what its format needs. Indents are columns of text,
/// and say elsewhere no more than that something belongs to what stands before it.
struct Heading {
  std::string text;
  std::size_t level = 2;  ///< 1 for the page, 2 for its parts, and so on
};

/// A part that says first what came out: "ECONOMIC  hybrid: social and productive      leaning".
struct Conclusion {
  std::string subject, result, certainty;  ///< certainty is empty where the result says it
  std::size_t level = 3;                   ///< as of a heading
};

struct Paragraph {
  std::string text;
  std::size_t indent = 0;   ///< of the first line
  std::size_t hanging = 0;  ///< of the others
  std::string lead;         ///< strong, before the text
};

/// Short things side by side.
struct Parts {
  std::vector<std::string> parts;
  std::size_t indent = 0;
};

/// What is told of each of several things, one below the other.
struct Records {
  struct Record {
    std::string label;
    std::vector<std::string> parts;  ///< short things side by side; one for a running text
  };
  std::vector<Record> records;
  std::size_t indent = 2;
};

/// A list. With a lead its first item stands on the same line.
struct Items {
  enum class Mark { kNone, kDash, kNumber };

  std::vector<std::string> items;
  std::size_t indent = 2;
  std::size_t hanging = 2;  ///< of the further lines of an item, counted from the margin
  Mark mark = Mark::kNone;
  std::string lead;
};

/// What rests on what.
struct Tree {
  struct Node {
    std::string text;
    bool is_strong = false;
    std::vector<std::string> notes;
    std::vector<Node> children;
  };
  std::vector<Node> roots;
};

/// An empty line of a text; other formats part blocks by themselves.
struct Gap {};

struct Fold;  ///< what a reader may open: a summary over blocks

using PageBlock = std::variant<Heading, Conclusion, Paragraph, Parts, Records, Items, Tree, Table, Figure, Gap, Fold>;

struct Fold {
  std::string summary;
  std::vector<PageBlock> blocks;
};

/// Blocks from top to bottom. Empty texts and lists leave nothing behind.
class Page {
 public:
  void heading(std::string text, std::size_t level = 2) { add(Heading{std::move(text), level}); }
  void paragraph(const std::string& text, std::size_t indent = 0) { paragraph(text, indent, indent); }
  void paragraph(const std::string& text, std::size_t indent, std::size_t hanging) {
    if (!text.empty()) add(Paragraph{text, indent, hanging, {}});
  }
  void items(Items items) {
    if (!items.items.empty()) add(std::move(items));
  }
  void gap() { add(Gap{}); }
  void add(PageBlock block) { blocks_.push_back(std::move(block)); }
  void append(Page more) {
    for (PageBlock& block : more.blocks_) blocks_.push_back(std::move(block));
  }

  const std::vector<PageBlock>& blocks() const { return blocks_; }
  bool empty() const { return blocks_.empty(); }

 private:
  std::vector<PageBlock> blocks_;
};

}  // namespace bloctype
