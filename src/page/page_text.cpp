// One function a block; figures are left to formats that can draw.
#include "page/page_text.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "page/excerpt.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kDeeper = 2;      ///< a node of a tree below its parent, an entry of a list
constexpr std::size_t kFurther = 4;     ///< further lines of these, and what is told of them
constexpr std::size_t kColumnGap = 2;   ///< between columns
constexpr std::size_t kGutter = 6;      ///< beside the number of a quoted line
constexpr std::size_t kLeastRoom = 20;  ///< for such a line, however narrow the page is
constexpr std::string_view kDash = "- ";

class TextWriter {
 public:
  explicit TextWriter(const Style& style) : style_(style) {}

  std::string write(const std::vector<PageBlock>& blocks) {
    for (const PageBlock& block : blocks) std::visit(*this, block);
    return std::move(out_);
  }

  void operator()(const Heading& heading) {
    std::string lines = wrapped(heading.text, style_.width, 0, heading.hanging);
    lines.pop_back();
    out_ += strong(lines) + "\n";
  }

  void operator()(const Title& title) {
    const std::string name = to_upper(title.name);
    const std::string kind = title.kind.empty() ? "" : " (" + title.kind + ")";
    const std::string lines = wrapped(name + kind, style_.width, 0, kDeeper);
    const bool is_whole = lines.starts_with(name);  // on the first line, where it can be strong
    out_ += is_whole ? strong(name) + lines.substr(name.size()) : lines;
  }

  void operator()(const Conclusion& conclusion) {
    const std::string subject = to_upper(conclusion.subject);
    const std::size_t column = display_width(subject) + kColumnGap;
    const std::size_t used =
        column + display_width(conclusion.result) + kColumnGap + display_width(conclusion.certainty);
    out_ += strong(subject) + std::string(kColumnGap, ' ');
    if (conclusion.certainty.empty()) {
      out_ += wrapped(conclusion.result, style_.width, column, conclusion.hanging > 0 ? conclusion.hanging : column);
    } else if (style_.layout == Layout::kUsual && used <= style_.width) {
      out_ +=
          strong(conclusion.result) + std::string(style_.width - used + kColumnGap, ' ') + conclusion.certainty + "\n";
    } else {
      out_ += wrapped(conclusion.result + " (" + conclusion.certainty + ")", style_.width, column, column);
    }
  }

  void operator()(const Paragraph& paragraph) {
    const std::size_t column = margin(paragraph.indent, paragraph.lead);
    out_ += wrapped(paragraph.text, style_.width, column, paragraph.hanging);
  }

  void operator()(const Parts& parts) {
    const std::string_view joint = parts.joint.empty() ? separator(style_) : std::string_view(parts.joint);
    out_ += wrapped_parts(parts.parts, joint, style_.width, parts.indent);
  }

  void operator()(const Records& records) {
    std::size_t column = 0;
    for (const auto& record : records.records) column = std::max(column, display_width(record.label));
    column += records.indent + kColumnGap;
    for (const auto& record : records.records) {
      out_ += std::string(records.indent, ' ');
      if (style_.layout == Layout::kUsual && column <= style_.width / 2) {
        out_ += record.label + std::string(column - records.indent - display_width(record.label), ' ');
        out_ += wrapped_parts(record.parts, separator(style_), style_.width, column).substr(column);
      } else {
        const std::string text = record.label + ": " + wrapped_parts(record.parts, separator(style_), kNoEnd, 0);
        out_ += wrapped(text.substr(0, text.size() - 1), style_.width, records.indent, 2 * records.indent);
      }
    }
  }

  void operator()(const Items& items) {
    for (std::size_t i = 0; i < items.items.size(); ++i) {
      std::size_t column = margin(i == 0 && !items.lead.empty() ? 0 : items.indent, i == 0 ? items.lead : "");
      const std::string mark = mark_of(items.mark, i);
      out_ += mark;
      column += mark.size();
      out_ += wrapped(items.items[i], style_.width, column, mark.empty() ? items.hanging : column);
    }
  }

  void operator()(const Entries& entries) {
    for (std::size_t i = 0; i < entries.entries.size(); ++i) {
      const std::string mark = mark_of(entries.mark, i);
      const std::size_t column = kDeeper + mark.size();
      const std::size_t hanging = mark.empty() ? kFurther : column;
      out_ += std::string(kDeeper, ' ') + mark + wrapped(entries.entries[i].text, style_.width, column, hanging);
      for (const std::string& text : entries.entries[i].lines) {
        out_ += std::string(hanging, ' ') + wrapped(text, style_.width, hanging, hanging);
      }
    }
  }

  /// The message keeps to one line, which other programs can read.
  void operator()(const Notice& notice) {
    const Tone tone = notice.severity == Notice::Severity::kError ? Tone::kBad : Tone::kWarn;
    out_ += notice.place + ": " + painted(notice.word, tone, style_.colour) + ": " + notice.message + " [" +
            notice.code + "]\n";
    for (const Notice::Quote& quote : notice.quotes) this->quote(quote);
    if (notice.help.empty()) return;
    const std::string lead = notice.lead + ": ";
    const std::size_t column = kDeeper + display_width(lead);
    out_ += std::string(kDeeper, ' ') + strong(lead) + wrapped(notice.help, style_.width, column, column);
  }

  void operator()(const Tree& tree) {
    for (const Tree::Node& root : tree.roots) node(root, 0);
  }

  /// In columns where they fit, else a record for each row.
  void operator()(const Table& table) {
    if (!table.caption.empty()) (*this)(Heading{table.caption, 0});
    std::vector<std::size_t> widths(table.header.size());
    for (std::size_t c = 0; c < widths.size(); ++c) {
      widths[c] = display_width(table.header[c]);
      for (const auto& row : table.rows) widths[c] = std::max(widths[c], display_width(row[c]));
    }
    std::size_t all = kDeeper;
    for (const std::size_t width : widths) all += width + kColumnGap;
    if (style_.layout == Layout::kUsual && all - kColumnGap <= style_.width) {
      row(table.header, widths, table.heads);
      for (const auto& cells : table.rows) row(cells, widths, table.heads);
      return;
    }
    for (const auto& cells : table.rows) record(table, cells);
  }

  void operator()(const Figure&) {}
  void operator()(const Gap&) { out_ += "\n"; }

  void operator()(const Fold& fold) {
    (*this)(Heading{fold.summary, 0});
    for (const PageBlock& block : fold.blocks) std::visit(*this, block);
  }

 private:
  static constexpr std::size_t kNoEnd = 1U << 30U;  ///< a width that breaks no line

  std::string strong(const std::string& text) const { return painted(text, Tone::kStrong, style_.colour); }

  /// Writes the indent and the lead of a first line, and gives the column after it.
  std::size_t margin(std::size_t indent, const std::string& lead) {
    out_ += std::string(indent, ' ');
    if (lead.empty()) return indent;
    out_ += strong(lead) + " ";
    return indent + display_width(lead) + 1;
  }

  void line(const std::string& text, std::size_t indent) {
    out_ += std::string(indent, ' ') + wrapped(text, style_.width, indent, indent + kFurther);
  }

  static std::string mark_of(Items::Mark mark, std::size_t i) {
    if (mark == Items::Mark::kNumber) return std::to_string(i + 1) + ". ";
    return mark == Items::Mark::kDash ? std::string(kDash) : std::string();
  }

  /// The line behind its number, and carets below what is meant.
  void quote(const Notice::Quote& quote) {
    if (!quote.said.empty()) out_ += std::string(kDeeper, ' ') + quote.said + "\n";
    if (quote.number == 0) return;
    const std::string number = std::to_string(quote.number);
    const std::size_t taken = number.size() + kGutter;
    const std::size_t room = std::max(style_.width, taken + kLeastRoom) - taken;
    const Excerpt shown = excerpt(quote.line, quote.column, quote.length, room);
    const std::string margin(kDeeper, ' ');
    out_ += margin + painted(number + " | ", Tone::kFaint, style_.colour) + shown.text + "\n";
    out_ += margin + painted(std::string(number.size(), ' ') + " | ", Tone::kFaint, style_.colour) +
            std::string(shown.indent, ' ') + painted(std::string(shown.width, '^'), Tone::kBad, style_.colour) + "\n";
  }

  void node(const Tree::Node& node, std::size_t depth) {
    const std::size_t indent = depth * kDeeper;
    std::string text = wrapped(node.text, style_.width, indent, indent + kFurther);
    text.pop_back();
    out_ += std::string(indent, ' ') + (node.is_strong ? strong(text) : text) + "\n";
    for (const std::string& note : node.notes) line(note, indent + kFurther);
    for (const Tree::Node& child : node.children) this->node(child, depth + 1);
  }

  /// Cells that name the row stand to the left, numbers to the right.
  void row(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths, std::size_t heads) {
    std::string line(kDeeper, ' ');
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const std::string fill(widths[c] - display_width(cells[c]), ' ');
      line += c < heads ? cells[c] + fill : fill + cells[c];
      line += std::string(kColumnGap, ' ');
    }
    out_ += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }

  void record(const Table& table, const std::vector<std::string>& cells) {
    std::string text;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (cells[c].empty()) continue;
      text += (text.empty() ? "" : "; ") + (c < table.heads ? cells[c] : table.header[c] + ": " + cells[c]);
    }
    line(text, kDeeper);
  }

  const Style& style_;
  std::string out_;
};

}  // namespace

std::string page_text(const Page& page, const Style& style) { return TextWriter(style).write(page.blocks()); }

}  // namespace bloctype
