// The inverse of fold(), found by asking it for each letter it may change.
#include "schema/spelling.hpp"

#include <array>
#include <vector>

#include "core/utf8.hpp"

namespace bloctype {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

/// Where fold() changes letters: ASCII, Latin-1 and Latin Extended-A.
constexpr auto kLetters = std::to_array<Range>({{U'A', U'Z'}, {U'a', U'z'}, {0xC0, 0x17F}});

constexpr std::string_view kSpecial = "\\^$.|?*+()[]{}/";

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

std::string utf8(char32_t c) {
  std::string text;
  append_utf8(text, c);
  return text;
}

/// The letters that fold to `folded`, in order.
std::vector<char32_t> letters_of(std::string_view folded) {
  std::vector<char32_t> letters;
  for (const Range& range : kLetters) {
    for (char32_t c = range.first; c <= range.last; ++c) {
      if (fold(utf8(c)) == folded) letters.push_back(c);
    }
  }
  return letters;
}

/// `[...]`, with runs of neighbours as `a-c`.
std::string class_of(const std::vector<char32_t>& letters) {
  std::string text = "[";
  for (std::size_t i = 0; i < letters.size(); ++i) {
    std::size_t last = i;
    while (last + 1 < letters.size() && letters[last + 1] == letters[last] + 1) ++last;
    append_utf8(text, letters[i]);
    if (last > i + 1) text += '-';
    if (last > i) append_utf8(text, letters[last]);
    i = last;
  }
  return text + "]";
}

/// Combining accents, which fold() drops behind a letter.
std::string accents() { return "[" + utf8(0x300) + "-" + utf8(0x36F) + "]*"; }

}  // namespace

std::string spellings_of(std::string_view folded) {
  std::string pattern;
  while (!folded.empty()) {
    const CodePoint point = decode_utf8(folded);
    const std::size_t taken = point.size == 0 ? 1 : point.size;
    const std::string_view bytes = folded.substr(0, taken);
    const std::vector<char32_t> letters = letters_of(bytes);
    if (letters.size() > 1) {
      pattern += class_of(letters);
    } else {
      if (kSpecial.find(bytes) != std::string_view::npos) pattern += '\\';
      pattern += bytes;
    }
    if (is_ascii_letter(point.value)) pattern += accents();
    folded.remove_prefix(taken);
  }
  return pattern;
}

}  // namespace bloctype
