// One function a block. Every text passes escape_markup(); drawings are written by page/svg, which does so itself.
#include "page/page_html.hpp"

#include "core/digest.hpp"
#include "core/markup.hpp"
#include "core/utf8.hpp"
#include "embed/shipped.hpp"
#include "page/svg.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kFewestParts = 3;  ///< for which a list of parts is given

std::string element(std::string_view tag, std::string_view text) {
  return "<" + std::string(tag) + ">" + escape_markup(text) + "</" + std::string(tag) + ">";
}

class HtmlWriter {
 public:
  std::string write(const std::vector<PageBlock>& blocks) {
    for (const PageBlock& block : blocks) std::visit(*this, block);
    return std::move(out_);
  }

  void operator()(const Heading& heading) { headed(heading.level, escape_markup(heading.text)); }

  void operator()(const Title& title) {
    const std::string kind = title.kind.empty() ? "" : " (" + title.kind + ")";
    headed(title.level, escape_markup(capitalised(title.name) + kind));
  }

  void operator()(const Conclusion& conclusion) {
    std::string text = "<span class=\"subject\">" + escape_markup(capitalised(conclusion.subject)) + ":</span> " +
                       escape_markup(conclusion.result);
    if (!conclusion.certainty.empty()) {
      text += " <span class=\"certainty\">(" + escape_markup(conclusion.certainty) + ")</span>";
    }
    headed(conclusion.level, text);
  }

  void operator()(const Paragraph& paragraph) {
    const std::string lead = paragraph.lead.empty() ? "" : element("strong", paragraph.lead) + " ";
    line("<p>" + lead + escape_markup(paragraph.text) + "</p>");
  }

  void operator()(const Parts& parts) { list("<ul class=\"parts\">", parts.parts, "</ul>"); }

  void operator()(const Records& records) {
    line("<dl>");
    for (const auto& record : records.records) {
      line("<div>" + element("dt", record.label));
      for (const std::string& part : record.parts) line(element("dd", part));
      line("</div>");
    }
    line("</dl>");
  }

  void operator()(const Items& items) {
    if (!items.lead.empty()) line("<p>" + element("strong", items.lead) + "</p>");
    const bool is_numbered = items.mark == Items::Mark::kNumber;
    list(is_numbered ? "<ol>" : "<ul>", items.items, is_numbered ? "</ol>" : "</ul>");
  }

  void operator()(const Entries& entries) {
    line(entries.mark == Items::Mark::kNumber ? "<ol>" : "<ul>");
    for (const Entries::Entry& entry : entries.entries) {
      line("<li>" + escape_markup(entry.text));
      for (const std::string& text : entry.lines) line(element("p", text));
      line("</li>");
    }
    line(entries.mark == Items::Mark::kNumber ? "</ol>" : "</ul>");
  }

  void operator()(const Notice& notice) {
    line("<p>" + element("strong", notice.word) + " " +
         escape_markup(notice.place + ": " + notice.message + " [" + notice.code + "]") + "</p>");
    for (const Notice::Quote& quote : notice.quotes) {
      if (quote.number > 0) line(element("pre", escape_unsafe(quote.line)));
    }
    if (!notice.help.empty()) line("<p>" + element("strong", notice.lead) + ": " + escape_markup(notice.help) + "</p>");
  }

  void operator()(const Tree& tree) {
    line("<ul class=\"tree\">");
    for (const Tree::Node& root : tree.roots) node(root);
    line("</ul>");
  }

  void operator()(const Table& table) {
    const std::string name =
        table.caption.empty() ? "" : " role=\"region\" aria-label=\"" + escape_markup(table.caption) + "\"";
    line("<div class=\"wide\" tabindex=\"0\"" + name + "><table>");
    if (!table.caption.empty()) line(element("caption", table.caption));
    line("<thead><tr>");
    for (const std::string& cell : table.header) line("<th scope=\"col\">" + escape_markup(cell) + "</th>");
    line("</tr></thead>\n<tbody>");
    for (const auto& row : table.rows) {
      line("<tr>");
      for (std::size_t c = 0; c < row.size(); ++c) {
        line(c < table.heads ? "<th scope=\"row\">" + escape_markup(row[c]) + "</th>" : element("td", row[c]));
      }
      line("</tr>");
    }
    line("</tbody></table></div>");
  }

  void operator()(const Figure& figure) {
    const std::string id = "figure-" + std::to_string(++figures_);
    line("<figure>");
    line("<div class=\"wide\" tabindex=\"0\">");  // on a phone it keeps its size, and scrolls
    out_ += render_svg(figure, SvgPlace::kPage, id);
    line("</div>");
    line("<figcaption>" + escape_markup(figure.title) + "</figcaption>");
    line("<details>" + element("summary", figure.table.caption) + "\n" + element("p", figure.description));
    if (!figure.table.empty()) (*this)(figure.table);
    line("</details>");
    line("</figure>");
  }

  void operator()(const Gap&) {}

  void operator()(const Fold& fold) {
    const bool is_whole = fold.on_paper == Fold::OnPaper::kAll;
    line(std::string("<details class=\"fold") + (is_whole ? "" : " screen") + "\">" + element("summary", fold.summary));
    for (const PageBlock& block : fold.blocks) std::visit(*this, block);
    line("</details>");
  }

  /// Links to the parts that were written.
  std::string contents(const std::string& label) const {
    if (parts_.size() < kFewestParts) return {};
    std::string out = "<nav aria-label=\"" + escape_markup(label) + "\">\n<ul>\n";
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      out += "<li><a href=\"#part-" + std::to_string(i + 1) + "\">" + parts_[i] + "</a></li>\n";
    }
    return out + "</ul>\n</nav>\n";
  }

 private:
  void line(const std::string& text) { out_ += text + "\n"; }

  /// A heading of markup; those of level 2 are parts of the page.
  void headed(std::size_t level, const std::string& markup) {
    const std::string tag = "h" + std::to_string(level);
    std::string id;
    if (level == 2) {
      parts_.push_back(markup);
      id = " id=\"part-" + std::to_string(parts_.size()) + "\"";
    }
    line("<" + tag + id + ">" + markup + "</" + tag + ">");
  }

  void list(const std::string& begin, const std::vector<std::string>& items, const std::string& end) {
    line(begin);
    for (const std::string& item : items) line(element("li", item));
    line(end);
  }

  /// What rests on something can be opened; the rest is a line.
  void node(const Tree::Node& node) {
    const std::string text = node.is_strong ? element("strong", node.text) : escape_markup(node.text);
    if (node.notes.empty() && node.children.empty()) return line("<li>" + text + "</li>");
    line("<li><details><summary>" + text + "</summary>");
    for (const std::string& note : node.notes) line("<p class=\"note\">" + escape_markup(note) + "</p>");
    if (!node.children.empty()) {
      line("<ul>");
      for (const Tree::Node& child : node.children) this->node(child);
      line("</ul>");
    }
    line("</details></li>");
  }

  std::string out_;
  std::vector<std::string> parts_;  ///< markup of the headings of level 2
  std::size_t figures_ = 0;
};

/// What a browser may load: the style sheet that has this digest.
std::string policy(std::string_view style) {
  return "default-src 'none'; style-src 'sha256-" + sha256_base64(style) + "'; base-uri 'none'; form-action 'none'";
}

}  // namespace

std::string page_html(const Page& page, const HtmlHead& head) {
  const std::string_view style = page_style();
  // The first block is the heading of the page; the list of parts follows it.
  HtmlWriter writer;
  const std::vector<PageBlock> rest(page.blocks().begin() + 1, page.blocks().end());
  const std::string title = HtmlWriter().write({page.blocks().front()});
  const std::string body = writer.write(rest);
  return "<!DOCTYPE html>\n<html lang=\"" + escape_markup(head.language) + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
         "<meta http-equiv=\"Content-Security-Policy\" content=\"" + escape_markup(policy(style)) + "\">\n" +
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
         "<meta name=\"color-scheme\" content=\"light dark\">\n" + element("title", head.title) + "\n<style>" +
         std::string(style) + "</style>\n</head>\n<body>\n<header>\n" + title + writer.contents(head.contents) +
         "</header>\n<main>\n" + body + "</main>\n</body>\n</html>\n";
}

}  // namespace bloctype
