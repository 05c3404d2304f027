// UTF-8: what is refused, what is shown escaped, how wide text is, and what folds to the same.
#include "core/utf8.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace bloctype {
namespace {

TEST(Utf8, DecodesOneToFourBytes) {
  struct Case {
    std::string bytes;
    char32_t value;
    std::size_t size;
  };
  const std::vector<Case> cases = {
      {"A", U'A', 1},
      {std::string(1, '\0'), 0, 1},
      {"\x7F", 0x7F, 1},
      {"\xC2\x80", 0x80, 2},
      {"\xC3\xA3o", 0xE3, 2},
      {"\xDF\xBF", 0x7FF, 2},
      {"\xE0\xA0\x80", 0x800, 3},
      {"\xED\x9F\xBF", 0xD7FF, 3},
      {"\xEE\x80\x80", 0xE000, 3},
      {"\xEF\xBF\xBF", 0xFFFF, 3},
      {"\xF0\x90\x80\x80", 0x10000, 4},
      {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(static_cast<unsigned>(c.value));
    EXPECT_EQ(decode_utf8(c.bytes).value, c.value);
    EXPECT_EQ(decode_utf8(c.bytes).size, c.size);

    std::string encoded;
    append_utf8(encoded, c.value);
    EXPECT_EQ(encoded, c.bytes.substr(0, c.size));
  }
}

TEST(Utf8, RefusesWhatIsNotUtf8) {
  const std::vector<std::string> cases = {
      "\x80",              // a continuation alone
      "\xC0\x80",          // NUL, overlong
      "\xC1\xBF",          // U+007F, overlong
      "\xC3",              // cut off
      "\xC3(",             // not continued
      "\xE0\x9F\xBF",      // U+07FF, overlong
      "\xED\xA0\x80",      // the first surrogate
      "\xED\xBF\xBF",      // the last surrogate
      "\xE2\x82",          // cut off
      "\xE2\x82(",         // not continued
      "\xF0\x8F\xBF\xBF",  // U+FFFF, overlong
      "\xF4\x90\x80\x80",  // U+110000
      "\xF0\x9F\x98",      // cut off
      "\xF5\x80\x80\x80",  // beyond Unicode
      "\xFF",
  };
  for (const std::string& bytes : cases) {
    SCOPED_TRACE(escape_unsafe(bytes));
    EXPECT_EQ(decode_utf8(bytes).size, 0U);
    EXPECT_EQ(find_invalid_utf8("se\xC3\xB1or " + bytes), 7U);
    EXPECT_EQ(find_invalid_utf8("a long stretch of plain letters " + bytes + " and more"), 32U);
  }
}

TEST(Utf8, FindsNothingInvalidInValidText) {
  for (const char* text : {"", "a", "plain ASCII of some length", "integración contra-hegemônica", "日本語, 😀"}) {
    EXPECT_EQ(find_invalid_utf8(text), std::nullopt) << text;
  }
}

TEST(Utf8, EscapesWhatCouldMisleadATerminal) {
  struct Case {
    std::string text;
    std::string shown;
  };
  const std::vector<Case> cases = {
      {"mercosur", "mercosur"},
      {"Não", "Não"},
      {"\x1B[31mred", "\\u{1B}[31mred"},
      {"a\tb\r\nc", "a\\u{9}b\\u{D}\\u{A}c"},
      {std::string("a\0b", 3), "a\\u{0}b"},
      {"\x7F", "\\u{7F}"},
      {"\xC2\x9B"
       "31m",
       "\\u{9B}31m"},
      {"\xE2\x80\xAE"
       "fdp",
       "\\u{202E}fdp"},
      {"\xE2\x81\xA6", "\\u{2066}"},
      {"\xE2\x80\xA8", "\\u{2028}"},
      {"\xD8\x9C", "\\u{61C}"},
      {"\xEF\xBB\xBF"
       "a",
       "\\u{FEFF}a"},
      {"a\xFF\xC3", "a\\u{FF}\\u{C3}"},
      {"\xC2\xA0", "\xC2\xA0"},
  };
  for (const Case& c : cases) EXPECT_EQ(escape_unsafe(c.text), c.shown);
}

TEST(Utf8, TellsUnsafeFromSafeAtTheBorders) {
  for (const std::uint32_t c :
       {0x0U, 0x8U, 0xBU, 0x1FU, 0x7FU, 0x80U, 0x9FU, 0x61CU, 0x200EU, 0x200FU, 0x2028U, 0x202EU, 0x2066U, 0x2069U}) {
    EXPECT_TRUE(is_unsafe(c)) << c;
  }
  for (const std::uint32_t c :
       {0x9U, 0xAU, 0xDU, 0x20U, 0x7EU, 0xA0U, 0x61BU, 0x200DU, 0x2010U, 0x2027U, 0x202FU, 0x2065U, 0x206AU}) {
    EXPECT_FALSE(is_unsafe(c)) << c;
  }
}

TEST(Utf8, MeasuresLengthAndWidth) {
  struct Case {
    std::string text;
    std::size_t code_points;
    std::size_t width;
  };
  const std::vector<Case> cases = {
      {"", 0, 0},
      {"abc", 3, 3},
      {"ação", 4, 4},
      {"a\xCC\x83o", 3, 2},  // a decomposed
      {"日本", 2, 4},
      {"\xEF\xBC\xA1", 1, 2},  // fullwidth A
      {"😀", 1, 2},
      {"e\xE2\x80\x8D"
       "e",
       3, 2},  // zero-width joiner
      {"─│█", 3, 3},
      {"a\xFF"
       "b",
       3, 3},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(count_code_points(c.text), c.code_points) << c.text;
    EXPECT_EQ(display_width(c.text), c.width) << c.text;
  }
}

TEST(Utf8, FoldsCaseAndAccentsOfLatinLettersOnly) {
  struct Case {
    std::string text;
    std::string folded;
  };
  const std::vector<Case> cases = {
      {"Não", "nao"},
      {"NA\xCC\x83O", "nao"},  // decomposed
      {"SÍ", "si"},
      {"Integración", "integracion"},
      {"ÀÉÎÕÜÇÑŸ", "aeioucny"},
      {"Łódź Žižek Đ ő", "lodz zizek d o"},
      {"Æß÷×", "æß÷×"},
      {"Œ", "œ"},
      {"Ω Й", "Ω Й"},
      {"и\xCC\x86", "и\xCC\x86"},  // no Latin letter before the accent
      {"A\xFF", "a\xFF"},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(fold(c.text), c.folded) << c.text;
}

TEST(Utf8, PutsLatinLettersInUpperCase) {
  struct Case {
    std::string text;
    std::string upper;
    std::string capitalised;
  };
  const std::vector<Case> cases = {
      {"económico", "ECONÓMICO", "Económico"},
      {"época", "ÉPOCA", "Época"},
      {"łódź ž ÿ", "ŁÓDŹ Ž Ÿ", "Łódź ž ÿ"},
      {"¿qué es?", "¿QUÉ ES?", "¿Qué es?"},
      {"`mercosur`", "`MERCOSUR`", "`mercosur`"},
      {"3 blocs", "3 BLOCS", "3 blocs"},
      {"straße ÷", "STRAßE ÷", "Straße ÷"},
      {"日本", "日本", "日本"},
      {"", "", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(to_upper(c.text), c.upper);
    EXPECT_EQ(capitalised(c.text), c.capitalised);
  }
}

}  // namespace
}  // namespace bloctype
