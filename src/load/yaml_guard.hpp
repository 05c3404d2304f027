// The YAML guard: a look over a text before and beside yaml-cpp, for what that parser cannot do. It stops brackets that
// nest too deep or hold too much before they cost memory, and it knows where a quote or bracket that never ends was
// opened, where a colon is missing and which escape is bad. A text that yaml-cpp takes is refused here only for size,
// depth and directives.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "load/yaml_reader.hpp"

namespace bloctype {

/// What a kYamlSyntax diagnostic may give as its detail `problem`: names of interface texts.
namespace yaml_problem {
inline constexpr std::string_view kUnterminatedQuote = "@yaml.unterminated_quote";
inline constexpr std::string_view kUnclosedBracket = "@yaml.unclosed_bracket";
inline constexpr std::string_view kUnmatchedBracket = "@yaml.unmatched_bracket";
inline constexpr std::string_view kBadIndentation = "@yaml.bad_indentation";
inline constexpr std::string_view kTabIndentation = "@yaml.tab_indentation";
inline constexpr std::string_view kMissingColon = "@yaml.missing_colon";
inline constexpr std::string_view kTightColon = "@yaml.tight_colon";
inline constexpr std::string_view kSecondColon = "@yaml.second_colon";
inline constexpr std::string_view kMissingComma = "@yaml.missing_comma";
inline constexpr std::string_view kEmptyItem = "@yaml.empty_item";
inline constexpr std::string_view kMisplacedDash = "@yaml.misplaced_dash";
inline constexpr std::string_view kMixedList = "@yaml.mixed_list";
inline constexpr std::string_view kTextAfterValue = "@yaml.text_after_value";
inline constexpr std::string_view kTextAfterEnd = "@yaml.text_after_end";
inline constexpr std::string_view kReservedCharacter = "@yaml.reserved_character";
inline constexpr std::string_view kBadEscape = "@yaml.bad_escape";
inline constexpr std::string_view kBadBlockHeader = "@yaml.bad_block_header";
inline constexpr std::string_view kDirective = "@yaml.directive";
inline constexpr std::string_view kLongKey = "@yaml.long_key";
inline constexpr std::string_view kOther = "@yaml.other";

inline constexpr std::array kAll = {kUnterminatedQuote, kUnclosedBracket, kUnmatchedBracket,  kBadIndentation,
                                    kTabIndentation,    kMissingColon,    kTightColon,        kSecondColon,
                                    kMissingComma,      kEmptyItem,       kMisplacedDash,     kMixedList,
                                    kTextAfterValue,    kTextAfterEnd,    kReservedCharacter, kBadEscape,
                                    kBadBlockHeader,    kDirective,       kLongKey,           kOther};
}  // namespace yaml_problem

/// Something the guard saw, from `begin` up to `end` (byte offsets).
struct YamlSight {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view problem = yaml_problem::kOther;
};

/// What a look over a text found. `suspect` and the open quote and bracket explain an error that yaml-cpp reports; they
/// are no errors by themselves.
struct YamlGuard {
  std::optional<YamlSight> too_deep;      ///< the bracket that opens one level too many
  std::optional<YamlSight> too_many;      ///< the comma after which there are too many nodes
  std::optional<YamlSight> directive;     ///< a `%` line
  std::optional<YamlSight> open_quote;    ///< the quote that never ends
  std::optional<YamlSight> open_bracket;  ///< the last bracket that is never closed
  std::optional<YamlSight> bad_escape;    ///< the first one
  std::optional<YamlSight> suspect;       ///< the first key without a colon, colon too many, wrong indentation
};

/// Looks over `text` (line ends are line feeds) once; linear in its size. Stops where the document ends.
YamlGuard guard_yaml(std::string_view text, const YamlLimits& limits);

/// A quoted scalar as it is written.
struct QuotedScalar {
  std::size_t end = 0;  ///< past its closing quote; where it is not closed, the end of the text
  bool closed = false;
  std::optional<YamlSight> bad_escape;  ///< unknown or incomplete, or no code point
  std::optional<YamlSight> unsafe;      ///< the first escape that gives a character that is_unsafe()
  char32_t unsafe_character = 0;
};

/// Reads the quoted scalar whose opening quote is at `begin`.
QuotedScalar scan_quoted(std::string_view text, std::size_t begin);

/// What is wrong with the key in [begin, end), which no colon and blank follow: no colon at all, or no blank after it.
YamlSight sight_of_no_colon(std::string_view text, std::size_t begin, std::size_t end);

/// True where a line of `text` that starts at `offset` is a document marker: `mark` (`---` or `...`) and a blank or its
/// end.
bool is_document_marker(std::string_view text, std::size_t offset, std::string_view mark);

}  // namespace bloctype
