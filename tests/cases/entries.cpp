// Strict reading of maps.
#include "entries.hpp"

#include <algorithm>

namespace bloctype::cases {

std::string Problems::place(const Node& node) const {
  return file_ + ":" + std::to_string(node.mark.line) + ":" + std::to_string(node.mark.column);
}

void Problems::add(const Node& node, std::string_view what) {
  lines_.push_back(place(node) + ": " + std::string(what));
}

bool Problems::is_map(const Node& node) {
  if (!node.is_map()) add(node, "should be a map");
  return node.is_map();
}

bool Problems::is_list(const Node& node) {
  if (!node.is_list()) add(node, "should be a list");
  return node.is_list();
}

Entries::Entries(Problems& problems, const Node& node, std::initializer_list<std::string_view> known)
    : problems_(&problems) {
  if (!problems.is_map(node)) return;
  node_ = &node;
  for (const Node& key : node.keys) {
    if (std::find(known.begin(), known.end(), key.text) == known.end()) problems.add(key, "unknown key " + key.text);
  }
}

const Node* Entries::require(std::string_view key) const {
  const Node* found = find(key);
  if (found == nullptr && node_ != nullptr) problems_->add(*node_, "missing key " + std::string(key));
  return found;
}

}  // namespace bloctype::cases
