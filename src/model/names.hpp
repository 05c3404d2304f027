// What the entries of a rulebook answer to when a person names them: id, label in any language, aliases.
// Command lines and interviews look names up here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/edit_distance.hpp"
#include "core/utf8.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

/// The id first, then labels, short labels and aliases, as they are written.
std::vector<std::string> names_of(const Axis& axis);
std::vector<std::string> names_of(const Model& model);
std::vector<std::string> names_of(const Indicator& indicator);
std::vector<std::string> names_of(const Finding& finding);
std::vector<std::string> names_of(const Verdict& verdict);
/// A work answers to its id, each of its sections to theirs.
std::vector<std::string> names_of(const Reference& source);

/// The entry of `list` that answers to `name`, upper case and accents aside.
template <typename Entry>
std::optional<std::size_t> find_named(const std::vector<Entry>& list, std::string_view name) {
  const std::string wanted = fold(name);
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (const std::string& candidate : names_of(list[i])) {
      if (fold(candidate) == wanted) return i;
    }
  }
  return std::nullopt;
}

/// Every name in `list`, for "did you mean".
template <typename Entry>
std::vector<std::string> all_names(const std::vector<Entry>& list) {
  std::vector<std::string> names;
  for (const Entry& entry : list) {
    for (std::string& name : names_of(entry)) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace bloctype
