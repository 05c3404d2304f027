// Any bytes to read_yaml: it must come back with a sound tree, or with diagnostics that are placed in the text and say
// what is wrong in the closed set of words that the interface texts know.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "core/utf8.hpp"
#include "load/yaml_guard.hpp"
#include "load/yaml_reader.hpp"

namespace bloctype {
namespace {

void require(bool holds, std::string_view what) {
  if (holds) return;
  std::cerr << "broken: " << what << '\n';
  std::abort();
}

void check_node(const Node& node, std::size_t lines) {
  require(node.mark.line >= 1 && static_cast<std::size_t>(node.mark.line) <= lines, "a node stands on a line");
  require(node.mark.column >= 1 && node.mark.length >= 1, "a node has a column and a length");
  require(!find_invalid_utf8(node.text), "a scalar is UTF-8");
  require(node.is_map() ? node.keys.size() == node.items.size() : node.keys.empty(), "keys belong to items");
  for (const Node& key : node.keys) {
    require(key.is_scalar() && !key.text.empty(), "a key is a text");
    require(node.find(key.text) == &node.items[static_cast<std::size_t>(&key - node.keys.data())], "a key comes once");
    check_node(key, lines);
  }
  for (const Node& item : node.items) check_node(item, lines);
}

void check_diagnostic(const Diagnostic& diagnostic, std::size_t lines) {
  require(diagnostic.length >= 1, "a caret has a length");
  if (diagnostic.code == Code::kEmptyFile || diagnostic.code == Code::kFileTooLarge) return;
  require(diagnostic.place.line >= 1 && static_cast<std::size_t>(diagnostic.place.line) <= lines,
          "a line is in the text");
  require(diagnostic.place.column >= 1, "a column counts from 1");
  const std::size_t length = count_code_points(diagnostic.line);
  require(static_cast<std::size_t>(diagnostic.place.column) <= length + 1, "a column is on its line");
  require((diagnostic.code == Code::kDuplicateKey) == !diagnostic.related.empty(), "a repeated key shows the first");
  for (const auto& [name, value] : diagnostic.details) {
    const auto& all = yaml_problem::kAll;
    require(name != "problem" || std::find(all.begin(), all.end(), value) != all.end(), "a problem has its sentence");
  }
}

}  // namespace
}  // namespace bloctype

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bloctype;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::size_t lines = find_line_starts(text).size();
  const auto read = read_yaml("fuzz", text);
  require(read.value.has_value() == read.diagnostics.empty(), "a value, or what is wrong");
  if (read.value) check_node(read.value->root, lines);
  for (const Diagnostic& diagnostic : read.diagnostics) check_diagnostic(diagnostic, lines);
  return 0;
}
