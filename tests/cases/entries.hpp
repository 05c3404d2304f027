// A map of a case file, of which the keys are known: a key that is not, and one that is missing, are problems of the
// file, so that no slip of the pen makes a case say less than it seems to.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace bloctype::cases {

/// Where problems of a file go, as `file:line:col: what`.
class Problems {
 public:
  explicit Problems(std::string file) : file_(std::move(file)) {}

  void add(const Node& node, std::string_view what);
  void add(std::string line) { lines_.push_back(std::move(line)); }
  std::string place(const Node& node) const;
  const std::vector<std::string>& lines() const { return lines_; }

  // Each gives false, and adds a problem, where the node is not of that kind.
  bool is_map(const Node& node);
  bool is_list(const Node& node);

 private:
  std::string file_;
  std::vector<std::string> lines_;
};

class Entries {
 public:
  Entries(Problems& problems, const Node& node, std::initializer_list<std::string_view> known);

  const Node* find(std::string_view key) const { return node_ == nullptr ? nullptr : node_->find(key); }
  /// Adds a problem where the key is missing.
  const Node* require(std::string_view key) const;

 private:
  Problems* problems_;
  const Node* node_ = nullptr;
};

}  // namespace bloctype::cases
