// A page as data: what a command has to say, block by block, before any format. Renderers build it in the reader's
// language; page_text, page_markdown and page_html write it, each a walk over the blocks.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "page/scene.hpp"
#include "page/table.hpp"

namespace bloctype {

/// Texts are in one language and safe to print; each writer escapes what its format needs. Indents are columns of text,
/// and say elsewhere no more than that something belongs to what stands before it.
struct Heading {
  std::string text;
  std::size_t level = 2;    ///< 1 for the page, 2 for its parts, and so on
  std::size_t hanging = 0;  ///< of the further lines
};

/// A heading that names a thing and, in brackets, what kind of thing that is: "SOCIAL REGIONALISM (model, ...)".
struct Title {
  std::string name;
  std::string kind;       ///< may be empty
  std::size_t level = 2;  ///< as of a heading
};

/// A part that says first what came out: "ECONOMIC  hybrid: social and productive      leaning".
struct Conclusion {
  std::string subject, result, certainty;  ///< certainty is empty where the result says it
  std::size_t level = 3;                   ///< as of a heading
  std::size_t hanging = 0;                 ///< of the further lines; 0 for where the result begins
};

struct Paragraph {
  std::string text;
  std::size_t indent = 0;   ///< of the first line
  std::size_t hanging = 0;  ///< of the others
  std::string lead = {};    ///< strong, before the text
};

/// Short things side by side.
struct Parts {
  std::vector<std::string> parts;
  std::size_t indent = 0;
  std::string joint{};  ///< what stands between them; empty for what the format has for that
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
  std::string lead = {};
};

/// A list of things of each of which more is told, in lines below it.
struct Entries {
  struct Entry {
    std::string text;
    std::vector<std::string> lines;
  };
  std::vector<Entry> entries;
  Items::Mark mark = Items::Mark::kNone;
};

/// A message about a place in a text.
struct Notice {
  enum class Severity { kError, kWarning };

  /// A line of that text with the stretch that is meant.
  struct Quote {
    std::string said;  ///< of the line, before it; may be empty
    int number = 0;    ///< of the line; 0 where there is none to show
    std::string line;  ///< as it is, not yet safe to print
    int column = 0, length = 1;
  };

  Severity severity = Severity::kError;
  std::string place, word, message, code;  ///< the word is the severity's
  std::vector<Quote> quotes;
  std::string lead, help;  ///< what to do, after its lead; may be empty
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

using PageBlock = std::variant<Heading, Title, Conclusion, Paragraph, Parts, Records, Items, Entries, Notice, Tree,
                               Table, Figure, Gap, Fold>;

struct Fold {
  /// What paper shows of it: all, or nothing unless the reader has opened it.
  enum class OnPaper { kAll, kIfOpen };

  std::string summary;
  std::vector<PageBlock> blocks;
  OnPaper on_paper = OnPaper::kAll;
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
  void entries(Entries entries) {
    if (!entries.entries.empty()) add(std::move(entries));
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
