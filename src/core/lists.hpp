// Lists as small sets, in the order in which they grew.
#pragma once

#include <algorithm>
#include <vector>

namespace bloctype {

template <typename T>
bool contains(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// Appends `value` where it is not there yet.
template <typename T>
void add_once(std::vector<T>& list, const T& value) {
  if (!contains(list, value)) list.push_back(value);
}

}  // namespace bloctype
