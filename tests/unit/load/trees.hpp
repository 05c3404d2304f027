// Documents compared node by node.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "model/document.hpp"

namespace bloctype {

/// Where two trees first differ, as a path of keys and places; empty where they are the same, marks and quotes
/// included.
inline std::string difference(const Node& a, const Node& b, const std::string& path = "root") {
  if (a.kind != b.kind) return path + ": kind";
  if (a.quoted != b.quoted) return path + ": quotes";
  if (a.text != b.text) return path + ": text " + a.text + " and " + b.text;
  if (a.mark.line != b.mark.line || a.mark.column != b.mark.column || a.mark.length != b.mark.length) {
    return path + ": mark";
  }
  if (a.keys.size() != b.keys.size() || a.items.size() != b.items.size()) return path + ": size";
  for (std::size_t i = 0; i < a.keys.size(); ++i) {
    std::string found = difference(a.keys[i], b.keys[i], path + "/key " + std::to_string(i));
    if (!found.empty()) return found;
  }
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    const std::string name = i < a.keys.size() ? a.keys[i].text : std::to_string(i);
    std::string found = difference(a.items[i], b.items[i], path + "/" + name);
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace bloctype
