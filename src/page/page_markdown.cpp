// One function a block, each of which ends in an empty line. Figures give their tables.
#include "page/page_markdown.hpp"

#include <algorithm>
#include <cctype>

#include "core/utf8.hpp"

namespace bloctype {
namespace {

constexpr std::string_view kAlwaysMarks = "\\`*[]<>|$~&#";
constexpr std::string_view kBulletMarks = "+-=";  ///< at the start of a line

bool is_word(std::string_view text, std::size_t at) {
  return at < text.size() &&
         (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || static_cast<unsigned char>(text[at]) >= 0x80);
}

/// True for a `_` within a word, as in ids, where it is no mark.
bool is_within_word(std::string_view text, std::size_t at) {
  return at > 0 && is_word(text, at - 1) && is_word(text, at + 1);
}

/// How many characters, from the first, would begin a numbered list: "1." or "12)"; 0 where none do.
std::size_t number_mark(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  return digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')') ? digits : 0;
}

class MarkdownWriter {
 public:
  std::string write(const std::vector<PageBlock>& blocks) {
    for (const PageBlock& block : blocks) std::visit(*this, block);
    if (out_.ends_with("\n\n")) out_.pop_back();
    return std::move(out_);
  }

  void operator()(const Heading& heading) {
    out_ += std::string(std::clamp<std::size_t>(heading.level, 1, 6), '#') + " " + markdown(heading.text) + "\n\n";
  }

  void operator()(const Conclusion& conclusion) {
    const std::string certainty = conclusion.certainty.empty() ? "" : " (" + conclusion.certainty + ")";
    (*this)(Heading{capitalised(conclusion.subject) + ": " + conclusion.result + certainty, conclusion.level});
  }

  void operator()(const Paragraph& paragraph) {
    out_ += (paragraph.lead.empty() ? "" : strong(paragraph.lead) + " ") + markdown(paragraph.text) + "\n\n";
  }

  void operator()(const Parts& parts) { out_ += side_by_side(parts.parts) + "\n\n"; }

  void operator()(const Records& records) {
    for (const auto& record : records.records) {
      out_ += "- " + strong(record.label) + ": " + side_by_side(record.parts) + "\n";
    }
    out_ += "\n";
  }

  void operator()(const Items& items) {
    if (!items.lead.empty()) out_ += strong(items.lead) + "\n\n";
    for (std::size_t i = 0; i < items.items.size(); ++i) {
      out_ += items.mark == Items::Mark::kNumber ? std::to_string(i + 1) + ". " : std::string("- ");
      out_ += markdown(items.items[i]) + "\n";
    }
    out_ += "\n";
  }

  void operator()(const Tree& tree) {
    for (const Tree::Node& root : tree.roots) node(root, 0);
    out_ += "\n";
  }

  void operator()(const Table& table) {
    if (!table.caption.empty()) out_ += strong(table.caption) + "\n\n";
    row(table.header);
    out_ += "|";
    for (std::size_t c = 0; c < table.header.size(); ++c) out_ += c < table.heads ? " --- |" : " ---: |";
    out_ += "\n";
    for (const auto& cells : table.rows) row(cells);
    out_ += "\n";
  }

  void operator()(const Figure& figure) {
    if (!figure.table.empty()) (*this)(figure.table);
  }

  void operator()(const Gap&) {}

  void operator()(const Fold& fold) {
    out_ += strong(fold.summary) + "\n\n";
    for (const PageBlock& block : fold.blocks) std::visit(*this, block);
  }

 private:
  static std::string strong(const std::string& text) { return "**" + markdown(text) + "**"; }

  static std::string side_by_side(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : " · ") + markdown(part);
    return out;
  }

  void node(const Tree::Node& node, std::size_t depth) {
    const std::string indent(2 * depth, ' ');
    out_ += indent + "- " + (node.is_strong ? strong(node.text) : markdown(node.text)) + "\n";
    for (const std::string& note : node.notes) out_ += indent + "  - " + markdown(note) + "\n";
    for (const Tree::Node& child : node.children) this->node(child, depth + 1);
  }

  void row(const std::vector<std::string>& cells) {
    out_ += "|";
    for (const std::string& cell : cells) out_ += " " + markdown(cell) + " |";
    out_ += "\n";
  }

  std::string out_;
};

}  // namespace

std::string page_markdown(const Page& page) { return MarkdownWriter().write(page.blocks()); }

std::string markdown(std::string_view text) {
  std::string out;
  const std::size_t number = number_mark(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_mark = kAlwaysMarks.find(c) != std::string_view::npos || (c == '_' && !is_within_word(text, i)) ||
                         (i == 0 && kBulletMarks.find(c) != std::string_view::npos) || (number > 0 && i == number);
    if (is_mark) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

}  // namespace bloctype
