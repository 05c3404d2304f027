// Members that JSON results have in common, beyond what the writer knows. A base for the classes that write results:
// `json_` is the writer that all of them use.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/program.hpp"
#include "render/json_identity.hpp"

namespace bloctype {

class JsonMembers {
 protected:
  JsonMembers(std::string& out, JsonLayout layout) : json_(out, layout) {}

  /// An array of whatever `write` writes of each entry.
  template <typename List, typename Write>
  void list(std::string_view key, const List& entries, Write write) {
    json_.key(key);
    json_.begin_array();
    for (const auto& entry : entries) write(entry);
    json_.end_array();
  }
  void member(std::string_view key, std::string_view text) { write_member(json_, key, text); }
  void text_or_null(std::string_view key, std::string_view text) {
    json_.key(key);
    text.empty() ? json_.null() : json_.string(text);
  }
  void year(std::string_view key, const std::optional<int>& value) {
    json_.key(key);
    value ? json_.integer(*value) : json_.null();
  }
  void flag(std::string_view key, bool value) {
    json_.key(key);
    json_.boolean(value);
  }
  void number(std::string_view key, const std::optional<double>& value) {
    json_.key(key);
    value ? json_.number(*value) : json_.null();
  }
  void strings(std::string_view key, const std::vector<std::string>& values) {
    list(key, values, [&](const std::string& value) { json_.string(value); });
  }
  /// Ids of models, which are given by their place on the axis.
  void models(std::string_view key, const std::vector<std::size_t>& entries, const AxisNodes& nodes) {
    list(key, entries, [&](std::size_t m) { json_.string(nodes.models[m].model->id); });
  }

  JsonWriter json_;
};

}  // namespace bloctype
