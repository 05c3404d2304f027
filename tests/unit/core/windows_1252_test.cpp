// Windows-1252 as UTF-8, byte by byte.
#include "core/windows_1252.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/utf8.hpp"

namespace bloctype {
namespace {

std::string of_byte(unsigned byte) { return from_windows_1252(std::string(1, static_cast<char>(byte))); }

TEST(Windows1252, LeavesAsciiAsItIs) {
  for (unsigned byte = 0; byte < 0x80; ++byte) EXPECT_EQ(of_byte(byte), std::string(1, static_cast<char>(byte)));
  EXPECT_EQ(from_windows_1252(""), "");
}

TEST(Windows1252, HoldsItsOwnSignsWhereLatin1HasControlCharacters) {
  // 0x80 to 0x9F, in order; the five that have no meaning are left out.
  const std::vector<std::string> signs = {"€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š",
                                          "‹", "Œ", "",  "Ž", "",  "",  "‘", "’", "“", "”", "•",
                                          "–", "—", "˜", "™", "š", "›", "œ", "",  "ž", "Ÿ"};
  for (unsigned i = 0; i < signs.size(); ++i) {
    if (signs[i].empty()) continue;
    EXPECT_EQ(of_byte(0x80 + i), signs[i]) << i;
  }
}

TEST(Windows1252, MakesControlCharactersOfBytesWithoutAMeaning) {
  for (const unsigned byte : {0x81U, 0x8DU, 0x8FU, 0x90U, 0x9DU}) {
    EXPECT_EQ(of_byte(byte), std::string("\xC2") + static_cast<char>(byte));
    EXPECT_TRUE(is_unsafe(decode_utf8(of_byte(byte)).value));
  }
}

TEST(Windows1252, IsLatin1FromThere) {
  for (unsigned byte = 0xA0; byte < 0x100; ++byte) {
    const CodePoint point = decode_utf8(of_byte(byte));
    EXPECT_EQ(static_cast<unsigned>(point.value), byte);
    EXPECT_EQ(point.size, 2U);
  }
}

TEST(Windows1252, ReadsWordsOfThreeLanguages) {
  EXPECT_EQ(from_windows_1252("Uni\xE3o de Na\xE7\xF5"
                              "es Sul-Americanas"),
            "União de Nações Sul-Americanas");
  EXPECT_EQ(from_windows_1252("integraci\xF3n, \xBFqu\xE9? \x93s\xED\x94"), "integración, ¿qué? “sí”");
}

}  // namespace
}  // namespace bloctype
