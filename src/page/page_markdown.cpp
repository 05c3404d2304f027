// One function a block, each of which ends in an empty line. Figures give their tables.
#include "page/page_markdown.hpp"

#include <algorithm>
#include <cctype>

#include "core/utf8.hpp"
#include "page/excerpt.hpp"

namespace bloctype {
namespace {

constexpr std::string_view kAlwaysMarks = "\\`*[]<>|$~&#@";
constexpr std::string_view kBulletMarks = "+-=";  ///< at the start of a line
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kQuoteRoom = 80;  ///< columns of a quoted line

bool is_word(std::string_view text, std::size_t at) {
  return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
}

/// True for a `_` within a word, as in ids, where it is no mark.
bool is_within_word(std::string_view text, std::size_t at) {
  return at > 0 && is_word(text, at - 1) && is_word(text, at + 1);
}

/// True for the character without which an address is none: the colon of `https://`, the dot of `www.`.
bool is_of_address(std::string_view text, std::size_t at) {
  const bool is_www = text[at] == '.' && at >= 3 && fold(text.substr(at - 3, 3)) == "www";
  return is_www || text.substr(at, 3) == "://";
}

/// How many characters, from the first, would begin a numbered list: "1." or "12)"; 0 where none do.
std::size_t number_mark(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  return digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')') ? digits : 0;
}

/// `text` as code: between more backticks than stand together in it, and at least `least`.
std::string ticks_for(std::string_view text, std::size_t least) {
  std::size_t most = 0;
  for (std::size_t run = 0; const char c : text) {
    run = c == '`' ? run + 1 : 0;
    most = std::max(most, run);
  }
  return std::string(std::max(least, most + 1), '`');
}

std::string code(std::string_view text) {
  const std::string ticks = ticks_for(text, 1);
  const std::string_view pad = text.starts_with('`') || text.ends_with('`') ? " " : "";
  return ticks + std::string(pad) + std::string(text) + std::string(pad) + ticks;
}

std::string strong(const std::string& text) { return text.empty() ? "" : "**" + markdown(text) + "**"; }

bool is_list(const PageBlock& block) {
  return std::holds_alternative<Items>(block) || std::holds_alternative<Entries>(block) ||
         std::holds_alternative<Records>(block) || std::holds_alternative<Tree>(block) ||
         std::holds_alternative<Notice>(block);
}

class MarkdownWriter {
 public:
  std::string write(const std::vector<PageBlock>& blocks) {
    write_all(blocks);
    if (out_.ends_with("\n\n")) out_.pop_back();
    return std::move(out_);
  }

  void operator()(const Heading& heading) {
    out_ += std::string(std::clamp<std::size_t>(heading.level, 1, 6), '#') + " " + markdown(heading.text) + "\n\n";
  }

  void operator()(const Title& title) {
    const std::string kind = title.kind.empty() ? "" : " (" + title.kind + ")";
    (*this)(Heading{capitalised(title.name) + kind, title.level});
  }

  void operator()(const Conclusion& conclusion) {
    const std::string certainty = conclusion.certainty.empty() ? "" : " (" + conclusion.certainty + ")";
    (*this)(Heading{capitalised(conclusion.subject) + ": " + conclusion.result + certainty, conclusion.level});
  }

  void operator()(const Paragraph& paragraph) {
    out_ += (paragraph.lead.empty() ? "" : strong(paragraph.lead) + " ") + markdown(paragraph.text) + "\n\n";
  }

  void operator()(const Parts& parts) { out_ += side_by_side(parts.parts, parts.joint) + "\n\n"; }

  void operator()(const Records& records) {
    for (const auto& record : records.records) {
      out_ += mark() + strong(record.label) + ": " + side_by_side(record.parts, "") + "\n";
    }
    out_ += "\n";
  }

  void operator()(const Items& items) {
    if (!items.lead.empty()) out_ += strong(items.lead) + "\n\n";
    for (std::size_t i = 0; i < items.items.size(); ++i) {
      out_ += mark(items.mark, i) + markdown(items.items[i]) + "\n";
    }
    out_ += "\n";
  }

  void operator()(const Entries& entries) {
    for (std::size_t i = 0; i < entries.entries.size(); ++i) {
      const std::string mark = this->mark(entries.mark, i);
      out_ += mark + markdown(entries.entries[i].text) + "\n";
      for (const std::string& line : entries.entries[i].lines) {
        out_ += std::string(mark.size(), ' ') + this->mark() + markdown(line) + "\n";
      }
    }
    out_ += "\n";
  }

  /// One item of a list, however many follow one another.
  void operator()(const Notice& notice) {
    out_ += mark() + strong(notice.word) + " " + code(notice.code) + ", " + code(notice.place) + ": " +
            markdown(notice.message) + "\n\n";
    for (const Notice::Quote& quote : notice.quotes) this->quote(quote);
    if (!notice.help.empty()) out_ += "  " + markdown(capitalised(notice.lead) + ": " + notice.help) + "\n\n";
  }

  void operator()(const Tree& tree) {
    for (const Tree::Node& root : tree.roots) node(root, 0);
    out_ += "\n";
  }

  void operator()(const Table& table) {
    if (!table.caption.empty()) out_ += strong(table.caption) + "\n\n";
    out_ += markdown_head(table.header, table.heads);
    for (const auto& cells : table.rows) out_ += markdown_row(cells);
    out_ += "\n";
  }

  void operator()(const Figure& figure) {
    if (!figure.table.empty()) (*this)(figure.table);
  }

  void operator()(const Gap&) {}

  void operator()(const Fold& fold) {
    out_ += strong(fold.summary) + "\n\n";
    write_all(fold.blocks);
  }

 private:
  /// Lists that follow one another have other marks, so that they stay apart; notices make one list.
  void write_all(const std::vector<PageBlock>& blocks) {
    for (const PageBlock& block : blocks) {
      if (std::holds_alternative<Gap>(block)) continue;
      const bool goes_on = last_ != nullptr && last_->index() == block.index() && std::holds_alternative<Notice>(block);
      const bool is_next = last_ != nullptr && is_list(*last_) && is_list(block);
      if (!goes_on) has_other_marks_ = is_next && !has_other_marks_;
      last_ = &block;
      std::visit(*this, block);
    }
  }

  std::string mark(Items::Mark mark = Items::Mark::kNone, std::size_t i = 0) const {
    if (mark == Items::Mark::kNumber) return std::to_string(i + 1) + (has_other_marks_ ? ") " : ". ");
    return has_other_marks_ ? "* " : "- ";
  }

  static std::string side_by_side(const std::vector<std::string>& parts, std::string_view joint) {
    std::string out;
    for (const std::string& part : parts) {
      out += (out.empty() ? "" : joint.empty() ? " · " : std::string(joint)) + markdown(part);
    }
    return out;
  }

  void quote(const Notice::Quote& quote) {
    if (!quote.said.empty()) out_ += "  " + markdown(quote.said) + "\n\n";
    if (quote.number == 0) return;
    const std::string number = std::to_string(quote.number);
    const Excerpt shown = excerpt(quote.line, quote.column, quote.length, kQuoteRoom);
    const std::string ticks = ticks_for(shown.text, 3);
    out_ += "  " + ticks + "\n  " + number + " | " + shown.text + "\n  " + std::string(number.size(), ' ') + " | " +
            std::string(shown.indent, ' ') + std::string(shown.width, '^') + "\n  " + ticks + "\n\n";
  }

  void node(const Tree::Node& node, std::size_t depth) {
    const std::string indent(2 * depth, ' ');
    out_ += indent + mark() + (node.is_strong ? strong(node.text) : markdown(node.text)) + "\n";
    for (const std::string& note : node.notes) out_ += indent + "  " + mark() + markdown(note) + "\n";
    for (const Tree::Node& child : node.children) this->node(child, depth + 1);
  }

  std::string out_;
  const PageBlock* last_ = nullptr;
  bool has_other_marks_ = false;
};

}  // namespace

std::string page_markdown(const Page& page) { return MarkdownWriter().write(page.blocks()); }

std::string markdown_head(const std::vector<std::string>& cells, std::size_t heads) {
  std::string out = markdown_row(cells) + "|";
  for (std::size_t c = 0; c < cells.size(); ++c) out += c < heads ? " --- |" : " ---: |";
  return out + "\n";
}

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells) out += " " + markdown(cell) + " |";
  return out + "\n";
}

std::string markdown(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  text = text.substr(0, text.find_last_not_of(kBlanks) + 1);
  std::string out;
  const std::size_t number = number_mark(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_mark = kAlwaysMarks.find(c) != std::string_view::npos || (c == '_' && !is_within_word(text, i)) ||
                         (i == 0 && kBulletMarks.find(c) != std::string_view::npos) || (number > 0 && i == number) ||
                         is_of_address(text, i);
    if (is_mark) out += '\\';
    out += kBlanks.find(c) == std::string_view::npos ? c : ' ';
  }
  return out;
}

}  // namespace bloctype
