// The table of reasons that people meet.
#include "core/system_error.hpp"

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

namespace bloctype {
namespace {

constexpr auto kReasons = std::to_array<std::pair<int, std::string_view>>({
    {ENOSPC, "@system.no_space"},
    {EDQUOT, "@system.no_space"},
    {EACCES, "@system.no_permission"},
    {EPERM, "@system.no_permission"},
    {EROFS, "@system.read_only"},
    {ENOENT, "@system.no_folder"},
    {ENOTDIR, "@system.no_folder"},
    {EISDIR, "@system.is_folder"},
    {EBADF, "@system.closed"},
    {EIO, "@system.input_output"},
    {EFBIG, "@system.too_large"},
});

}  // namespace

std::string system_reason(int error) {
  for (const auto& [number, text] : kReasons) {
    if (number == error) return std::string(text);
  }
  return std::generic_category().message(error);
}

}  // namespace bloctype
