// Five characters.
#include "core/markup.hpp"

#include <array>
#include <utility>

namespace bloctype {

std::string escape_markup(std::string_view text) {
  constexpr std::array<std::pair<char, std::string_view>, 5> kEntities = {
      {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}}};
  std::string out;
  for (const char c : text) {
    std::string_view written(&c, 1);
    for (const auto& [character, entity] : kEntities) {
      if (character == c) written = entity;
    }
    out += written;
  }
  return out;
}

}  // namespace bloctype
