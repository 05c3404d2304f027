// The one part of Windows-1252 that is not Latin-1 is a table.
#include "core/windows_1252.hpp"

#include <array>

#include "core/utf8.hpp"

namespace bloctype {
namespace {

constexpr unsigned kFirst = 0x80;
constexpr std::array<char32_t, 32> kTable = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                             0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                             0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                             0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

}  // namespace

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const unsigned byte = static_cast<unsigned char>(c);
    append_utf8(text, byte >= kFirst && byte < kFirst + kTable.size() ? kTable[byte - kFirst] : char32_t{byte});
  }
  return text;
}

}  // namespace bloctype
