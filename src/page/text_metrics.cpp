// Widths by character.
#include "page/text_metrics.hpp"

#include <array>

#include "core/utf8.hpp"

namespace bloctype {
namespace {

constexpr double kSafety = 1.16;  ///< up to the width of DejaVu Sans, which stands in where none of those is installed
constexpr double kBolder = 1.08;

// Advance widths of Helvetica for U+0020 to U+007E, in thousandths of the size (Adobe's font metrics, which Arial and
// Liberation Sans share).
constexpr std::array<int, 95> kWidths = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

constexpr int kUnknownWidth = 800;  ///< other scripts: wider than most of their letters
constexpr int kWideWidth = 1000;
constexpr int kPunctuationWidth = 556;  ///< dashes, quotation marks, dots: the widest usual ones

/// In thousandths of the size.
int width_of(char32_t c, std::string_view bytes) {
  if (c >= 0x20 && c <= 0x7E) return kWidths[c - 0x20];
  const std::size_t columns = display_width(bytes);
  if (columns != 1) return columns == 0 ? 0 : kWideWidth;
  const std::string plain = fold(bytes);  // an accented letter is as wide as the letter
  if (plain.size() == 1 && plain.front() >= 'a' && plain.front() <= 'z') {
    const bool is_capital = to_upper(bytes) == bytes;
    return kWidths[static_cast<std::size_t>((is_capital ? plain.front() - 0x20 : plain.front()) - 0x20)];
  }
  if (c == U'…' || c == U'—') return kWideWidth;
  return c >= 0x2010 && c <= 0x2027 ? kPunctuationWidth : kUnknownWidth;
}

/// The bytes of the character at the start of `text`, which is not empty.
std::string_view first_character(std::string_view text) {
  return text.substr(0, std::max<std::size_t>(decode_utf8(text).size, 1));
}

/// A text that is as wide as the room fits, whatever sums made up the room.
bool fits(std::string_view text, const Fit& fit) { return text_width(text, fit.size, fit.weight) <= fit.width + 1e-6; }

/// The longest start of `word` that fits, at least one character.
std::string_view start_that_fits(std::string_view word, const Fit& fit) {
  std::size_t end = first_character(word).size();
  while (end < word.size()) {
    const std::size_t next = end + first_character(word.substr(end)).size();
    if (!fits(word.substr(0, next), fit)) break;
    end = next;
  }
  return word.substr(0, end);
}

/// `line` with an ellipsis, as much of it as leaves room for that.
std::string shortened(std::string_view line, const Fit& fit) {
  const Fit room{fit.width - text_width("…", fit.size, fit.weight), fit.size, fit.weight, 0};
  std::string_view kept = line;
  if (!fits(kept, room)) kept = start_that_fits(kept, room);
  return std::string(stripped(kept)) + "…";
}

}  // namespace

double text_width(std::string_view text, double size, Weight weight) {
  int sum = 0;
  while (!text.empty()) {
    const CodePoint c = decode_utf8(text);
    const std::string_view bytes = first_character(text);
    sum += c.size == 0 ? kUnknownWidth : width_of(c.value, bytes);
    text.remove_prefix(bytes.size());
  }
  return sum / 1000.0 * size * kSafety * (weight == Weight::kBold ? kBolder : 1);
}

std::vector<std::string> fitted(std::string_view text, const Fit& fit) {
  std::vector<std::string> lines{""};
  while (!text.empty()) {
    const auto end = text.find(' ');
    std::string_view word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    while (!word.empty()) {
      if (fit.most_lines != 0 && lines.size() > fit.most_lines) break;
      const std::string longer = lines.back().empty() ? std::string(word) : lines.back() + " " + std::string(word);
      if (fits(longer, fit)) {
        lines.back() = longer;
        break;
      }
      if (!lines.back().empty()) {
        lines.emplace_back();
        continue;
      }
      const std::string_view start = start_that_fits(word, fit);
      lines.back() = start;
      word.remove_prefix(start.size());
      if (!word.empty()) lines.emplace_back();
    }
  }
  if (fit.most_lines != 0 && lines.size() > fit.most_lines) {
    lines.resize(fit.most_lines);
    lines.back() = shortened(lines.back(), fit);
  }
  return lines;
}

}  // namespace bloctype
