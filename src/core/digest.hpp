// The SHA-256 of a rulebook's bytes, which results carry so that a reader can tell which rules made them.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace bloctype {

/// The SHA-256 of the parts one after another, as 64 small hexadecimal digits. Borders between parts do not count:
/// {"ab", "c"} and {"abc"} have the same digest.
std::string sha256_hex(std::span<const std::string_view> parts);

/// The SHA-256 of `bytes` in base 64 with padding, as a Content-Security-Policy names a style sheet.
std::string sha256_base64(std::string_view bytes);

}  // namespace bloctype
