// Documents with one thing wrong, or only different: each key of a document in turn renamed, taken away, joined by
// another, or given values of other shapes. Places that look alike (all ids of indicators, all Spanish texts) are
// changed once.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "model/document.hpp"

namespace bloctype::schema {

struct Mutant {
  std::string what;  ///< `indicators/[]/id: removed`
  Node root;         ///< the whole document
  Node part;         ///< the document without the entries beside the changed one in lists at its root
};

/// What two places have in common that are changed once only: the last key of `path`, unless it is one of many names.
/// `path` ends in the key itself.
using PlaceName = std::function<std::string(const std::vector<std::string>& path)>;

/// Mutants of `root`. `seen` are the places that others had, `name` how a key counts among them.
std::vector<Mutant> mutants_of(const Node& root, const PlaceName& name, std::set<std::string>& seen);

}  // namespace bloctype::schema
