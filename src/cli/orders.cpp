// Words from the texts of all languages.
#include "cli/orders.hpp"

#include "core/utf8.hpp"
#include "embed/shipped.hpp"

namespace bloctype::cli {
namespace {

/// What stands behind the first `size` bytes of the folded line: folding may shorten letters.
std::string rest_of(const std::string& line, std::size_t size) {
  std::size_t at = 0;
  while (at < line.size() && fold(line.substr(0, at)).size() < size) ++at;
  const auto begin = line.find_first_not_of(" \t?", at);
  if (begin == std::string::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t?") - begin + 1);
}

}  // namespace

Orders::Orders(std::span<const std::string_view> keys) {
  for (const std::string& language : interface_languages()) {
    const Catalogue texts = interface_texts(language);
    for (std::size_t order = 0; order < keys.size(); ++order) {
      std::string list = fold(texts.say(keys[order])) + "|";
      for (auto end = list.find('|'); end != std::string::npos; end = list.find('|')) {
        words_.emplace(list.substr(0, end), order);
        list.erase(0, end + 1);
      }
    }
  }
}

std::optional<Orders::Given> Orders::find(const std::string& line) const {
  constexpr std::string_view kOpening = "¿";
  if (line.size() > kOpening.size() + 1 && line.starts_with(kOpening)) return find(line.substr(kOpening.size()));
  std::string folded = fold(line);
  if (folded.size() > 1 && folded.ends_with('?')) folded.pop_back();
  for (auto end = folded.size(); end != std::string::npos && end > 0; end = folded.rfind(' ', end - 1)) {
    const auto found = words_.find(folded.substr(0, end));
    if (found != words_.end()) return Given{found->second, rest_of(line, end)};
  }
  return std::nullopt;
}

}  // namespace bloctype::cli
