// The text that the YAML parser sees, and what stands where in it: yaml-cpp counts columns in bytes and is fooled by a
// byte order mark and by carriage returns, so it gets a text without either and its byte offsets become marks here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace bloctype {

/// UTF-8 without its byte order mark, every line end (LF, CR LF, CR) a line feed. Offsets are in bytes of text(); those
/// past its end count as its end. Lines and code points are the same as in the text it was made of.
class YamlText {
 public:
  /// `raw` must be valid UTF-8.
  explicit YamlText(std::string_view raw);

  const std::string& text() const { return text_; }
  std::size_t size() const { return text_.size(); }
  /// The byte at `offset`, or a line feed past the end.
  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }

  std::size_t start_of_line(std::size_t offset) const;
  std::size_t end_of_line(std::size_t offset) const;    ///< the offset of its line feed, or the size
  std::size_t first_on_line(std::size_t offset) const;  ///< of the first byte that is no blank, at most end_of_line()
  std::size_t skip_blanks(std::size_t offset) const;    ///< past spaces and tabs

  /// The mark of [begin, end): where `begin` stands; as long as the range, but not past the end of its first line.
  Mark mark(std::size_t begin, std::size_t end) const;

 private:
  std::size_t line_of(std::size_t offset) const;               // from 0
  std::uint32_t code_points_before(std::size_t offset) const;  // steps of kStride and a rest: never a whole text

  std::string text_;
  std::vector<std::uint32_t> lines_;   // where each line starts
  std::vector<std::uint32_t> counts_;  // code points before offset i * kStride
};

/// A tab or a space.
constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }
constexpr bool is_blank_or_break(char c) { return is_blank(c) || c == '\n'; }

}  // namespace bloctype
