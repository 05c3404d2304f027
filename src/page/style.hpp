// How text may look where it is going: width, colour, whether lines and boxes can be drawn.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bloctype {

enum class Colour { kNever, kAlways };
enum class Layout { kUsual, kAccessible };  ///< accessible: no box characters, records in place of tables

struct Style {
  std::size_t width = 80;
  Colour colour = Colour::kNever;
  Layout layout = Layout::kUsual;
};

/// What a piece of text is, for colour; colour never says anything that a word does not.
enum class Tone { kPlain, kStrong, kFaint, kBad, kWarn };

/// `text` in the colours of `tone`, or as it is.
std::string painted(std::string_view text, Tone tone, Colour colour);

/// `text` wrapped at `width` columns: the first line starts at column `first` (what stands there is already printed),
/// the others are indented by `indent`. Wraps at blanks, never cuts a word. Ends in a line feed.
std::string wrapped(std::string_view text, std::size_t width, std::size_t first, std::size_t indent);

/// What stands between short records on one line.
std::string_view separator(const Style& style);

/// `parts` joined by `joint`, broken between parts alone, every line indented by `indent`. Ends in a line feed.
std::string wrapped_parts(const std::vector<std::string>& parts, std::string_view joint, std::size_t width,
                          std::size_t indent);

}  // namespace bloctype
