// Interface texts in one language, by key. The texts stand in src/text/LANGUAGE/*.yaml and are embedded; renderers and
// the command line ask for whole phrases and fill in names.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/document.hpp"

namespace bloctype {

class Catalogue {
 public:
  using Value = std::pair<std::string_view, std::string_view>;

  /// The texts of one language, file by file: nested maps become keys joined by dots.
  Catalogue(std::string language, const std::vector<Node>& roots);

  const std::string& language() const { return language_; }

  /// The text under `key` with `{name}` replaced by the values. A key that does not exist gives itself: a test makes
  /// sure that none is asked for.
  std::string say(std::string_view key, std::initializer_list<Value> values = {}) const;
  std::string say(std::string_view key, const std::vector<std::pair<std::string, std::string>>& values) const;
  /// As say(), from `key.one` for a count of 1 and `key.other` for all others; `{count}` is the count.
  std::string count(std::string_view key, std::size_t count, std::initializer_list<Value> values = {}) const;

  bool has(std::string_view key) const;
  /// All keys, sorted.
  std::vector<std::string> keys() const;

  /// "a", "a and b", "a, b and c".
  std::string list(const std::vector<std::string>& parts) const;
  /// As list(), with "or".
  std::string alternatives(const std::vector<std::string>& parts) const;

 private:
  void add(const std::string& prefix, const Node& node);
  std::string joined(const std::vector<std::string>& parts, std::string_view last_joint) const;

  std::string language_;
  std::unordered_map<std::string, std::string> texts_;
};

}  // namespace bloctype
