// Texts of older spreadsheets.
#pragma once

#include <string>
#include <string_view>

namespace bloctype {

/// `bytes`, which are Windows-1252, in UTF-8. The five bytes that have no meaning there become control characters
/// (U+0081 and so on), as the standard of the web has it.
std::string from_windows_1252(std::string_view bytes);

}  // namespace bloctype
