// Levels and margins of cards.
#include "render/card.hpp"

#include "page/page_text.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kListLevel = 3;        ///< of a heading over a list, below the title
constexpr std::size_t kEntry = 2;            ///< where an entry begins
constexpr std::size_t kHanging = 4;          ///< and where its further lines do
constexpr std::size_t kOneLine = 1U << 30U;  ///< a width that breaks no text

}  // namespace

void Card::list(const std::string& text, const std::vector<std::string>& entries) {
  if (entries.empty()) return;
  page_.heading(text, kListLevel);
  page_.items({entries, kEntry, kHanging, Items::Mark::kNone, {}});
}

void Card::steps(const std::string& text, const std::vector<std::string>& entries) {
  if (entries.size() < 2) return list(text, entries);
  page_.heading(text, kListLevel);
  page_.items({entries, kEntry, kHanging, Items::Mark::kNumber, {}});
}

bool Card::has(std::string_view text) const {
  Style style;
  style.width = kOneLine;
  return page_text(page_, style).find(text) != std::string::npos;
}

}  // namespace bloctype
