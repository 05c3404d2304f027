// Margins of cards.
#include "render/card.hpp"

#include "core/utf8.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kEntry = 2;    ///< where an entry begins
constexpr std::size_t kHanging = 4;  ///< and where its further lines do

}  // namespace

void Card::title(const std::string& name, const std::string& kind) {
  const std::string upper = to_upper(name);
  const std::string line = wrapped(upper + " (" + kind + ")", style_.width, 0, kEntry);
  // The name is in colour where it stands on the first line whole.
  const bool is_whole = line.starts_with(upper);
  out_ += is_whole ? painted(upper, Tone::kStrong, style_.colour) + line.substr(upper.size()) : line;
}

void Card::paragraph(const std::string& text) {
  if (!text.empty()) out_ += wrapped(text, style_.width, 0, 0);
}

void Card::parts(const std::vector<std::string>& parts) { out_ += wrapped_parts(parts, "; ", style_.width, 0); }

void Card::heading(const std::string& text) {
  std::string lines = wrapped(text, style_.width, 0, 0);
  lines.pop_back();
  out_ += painted(lines, Tone::kStrong, style_.colour) + "\n";
}

void Card::entry(const std::string& text) {
  out_ += std::string(kEntry, ' ') + wrapped(text, style_.width, kEntry, kHanging);
}

void Card::list(const std::string& text, const std::vector<std::string>& entries) {
  if (entries.empty()) return;
  heading(text);
  for (const std::string& line : entries) entry(line);
}

}  // namespace bloctype
