// UTF-8 as this project needs it: strict validation, code point counts, and the width of text on a terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bloctype {

/// One decoded code point and the bytes it took (1 to 4). `size` is 0 when the bytes are not valid UTF-8 (overlong
/// forms, surrogates and values above U+10FFFF are not valid).
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;
};

/// Decodes the code point at the start of `bytes`, which must not be empty.
CodePoint decode_utf8(std::string_view bytes);

/// The offset of the first byte that is not valid UTF-8, or none.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

/// Appends `c`, which must be a Unicode scalar value (no surrogate, at most U+10FFFF), to `out`.
void append_utf8(std::string& out, char32_t c);

/// Control characters (tab, line feed and carriage return excepted), and the bidirectional controls that can make a
/// line read otherwise than it is: U+061C, U+200E-F, U+202A-E, U+2066-9; also U+2028-9, U+FEFF.
bool is_unsafe(char32_t c);

/// `text` with every unsafe character, and every byte that is not UTF-8, written as `\u{1B}`. Line feeds, tabs and
/// carriage returns are written so too: the result is one line.
std::string escape_unsafe(std::string_view text);

/// The number of code points; bytes that are not UTF-8 count one each.
std::size_t count_code_points(std::string_view text);

/// Columns that `text` takes on a terminal: combining marks 0, East Asian wide characters 2, others 1.
std::size_t display_width(std::string_view text);

/// `text` without blanks, tabs and carriage returns at its ends.
std::string_view stripped(std::string_view text);

/// `text` in lower case and without accents, for Latin letters (Latin-1 and Latin Extended-A), other characters as they
/// are: "Não" and "nao", "SÍ" and "si" fold to the same. A combining accent (U+0300-36F) after such a letter is dropped
/// too, so that composed and decomposed spellings agree.
std::string fold(std::string_view text);

/// `text` in upper case for the same letters: headings.
std::string to_upper(std::string_view text);
/// `text` with its first letter in upper case; opening marks (`¿ ¡ « " (`) may stand before it.
std::string capitalised(std::string_view text);

}  // namespace bloctype
