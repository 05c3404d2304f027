// Optimal string alignment in three rows, and the choice among candidates.
#include "core/edit_distance.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/utf8.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kFarthest = 2;
constexpr char32_t kAboveUnicode = 0x110000;

std::u32string folded_letters(std::string_view text) {
  const std::string folded = fold(text);
  std::u32string letters;
  letters.reserve(folded.size());
  for (std::string_view rest = folded; !rest.empty();) {
    const CodePoint point = decode_utf8(rest);
    letters += point.size > 0 ? point.value : kAboveUnicode + static_cast<unsigned char>(rest.front());
    rest.remove_prefix(std::max<std::size_t>(point.size, 1));
  }
  return letters;
}

std::size_t alignment(const std::u32string& a, const std::u32string& b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> two_up(width);
  std::vector<std::size_t> up(width);
  std::vector<std::size_t> row(width);
  for (std::size_t j = 0; j < width; ++j) row[j] = j;

  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(two_up, up);
    std::swap(up, row);
    row[0] = i;
    for (std::size_t j = 1; j < width; ++j) {
      const std::size_t changed = up[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({up[j] + 1, row[j - 1] + 1, changed});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_up[j - 2] + 1);
    }
  }
  return row.back();
}

/// How many letters both begin with.
std::size_t shared_prefix(const std::u32string& a, const std::u32string& b) {
  const auto [end, ignored] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(end - a.begin());
}

/// The shortest candidate that goes on where `letters`, at least five, end; ties in byte order.
std::optional<std::string> continued(const std::u32string& letters, std::span<const std::string> candidates) {
  constexpr std::size_t kLeastLetters = 5;
  std::optional<std::string> best;
  if (letters.size() < kLeastLetters) return best;
  for (const std::string& candidate : candidates) {
    if (folded_letters(candidate).compare(0, letters.size(), letters) != 0) continue;
    const auto rank = [](const std::string& text) { return std::pair(text.size(), std::string_view(text)); };
    if (!best || rank(candidate) < rank(*best)) best = candidate;
  }
  return best;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return alignment(folded_letters(a), folded_letters(b));
}

std::optional<std::string> nearest(std::string_view name, std::span<const std::string> candidates) {
  const std::u32string letters = folded_letters(name);
  std::optional<std::string> best;
  std::size_t best_distance = std::min(kFarthest + 1, letters.size());
  std::size_t best_prefix = 0;
  for (const std::string& candidate : candidates) {
    const std::u32string other = folded_letters(candidate);
    const auto [shorter, longer] = std::minmax({letters.size(), other.size()});
    if (longer - shorter > kFarthest) continue;

    const std::size_t distance = alignment(letters, other);
    const std::size_t prefix = shared_prefix(letters, other);
    const bool tied = best && distance == best_distance;
    const bool wins_tie = tied && (prefix != best_prefix ? prefix > best_prefix : candidate < *best);
    if (distance < best_distance || wins_tie) {
      best = candidate;
      best_distance = distance;
      best_prefix = prefix;
    }
  }
  return best ? best : continued(letters, candidates);
}

}  // namespace bloctype
