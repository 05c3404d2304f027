// Words that a person may type in a conversation in place of an answer, in every language of the interface.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bloctype::cli {

class Orders {
 public:
  /// `keys` are interface texts: the words of one order, parted by `|`.
  explicit Orders(std::span<const std::string_view> keys);

  /// Which of the keys, and what stands behind its word.
  struct Given {
    std::size_t order = 0;
    std::string rest;
  };

  /// The order that `line` begins with, upper case and accents aside; the longest one that fits.
  std::optional<Given> find(const std::string& line) const;

 private:
  std::map<std::string, std::size_t> words_;  ///< folded
};

}  // namespace bloctype::cli
