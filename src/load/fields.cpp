// Typed reading of document nodes.
#include "load/fields.hpp"

#include <algorithm>
#include <cctype>

#include "core/edit_distance.hpp"
#include "core/number.hpp"

namespace bloctype {
namespace {

/// What a node is, as the name of an interface text.
std::string shape_of(const Node& node) {
  if (node.is_map()) return "@shape.map";
  return node.is_list() ? "@shape.list" : "@shape.text";
}

bool is_language_code(std::string_view key) {
  return (key.size() == 2 || key.size() == 3) &&
         std::all_of(key.begin(), key.end(), [](unsigned char c) { return std::islower(c) != 0; });
}

}  // namespace

void NodeReader::report(Mark mark, Code code, Diagnostic::Details details) const {
  diagnostics_->push_back(diagnose(*source_, mark, code, std::move(details)));
}

void NodeReader::report_unknown(const Node& node, Code code, std::span<const std::string> candidates,
                                Diagnostic::Details details) const {
  details.emplace_back("found", node.text);
  if (auto near = nearest(node.text, candidates)) details.emplace_back("suggestion", *near);
  report(node, code, std::move(details));
}

bool NodeReader::expect_map(const Node& node) const {
  if (node.is_map()) return true;
  report(node, Code::kWrongShape, {{"found", shape_of(node)}, {"expected", "@shape.map"}});
  return false;
}

bool NodeReader::expect_list(const Node& node) const {
  if (node.is_list()) return true;
  report(node, Code::kWrongShape, {{"found", shape_of(node)}, {"expected", "@shape.list"}});
  return false;
}

std::optional<std::string> NodeReader::text(const Node& node) const {
  if (!node.is_scalar()) {
    report(node, Code::kWrongShape, {{"found", shape_of(node)}, {"expected", "@shape.text"}});
    return std::nullopt;
  }
  if (node.text.empty()) {
    report(node, Code::kEmptyText);
    return std::nullopt;
  }
  return node.text;
}

std::optional<double> NodeReader::number(const Node& node) const {
  const auto written = text(node);
  if (!written) return std::nullopt;
  if (const auto value = parse_number(*written)) return value;
  if (auto mended = without_decimal_comma(*written)) {
    report(node, Code::kDecimalComma, {{"found", *written}, {"suggestion", std::move(*mended)}});
  } else {
    report(node, Code::kWrongShape, {{"found", "`" + *written + "`"}, {"expected", "@shape.number"}});
  }
  return std::nullopt;
}

std::optional<double> NodeReader::degree(const Node& node) const {
  const auto value = number(node);
  if (value && (less9(*value, 0) || less9(1, *value))) {
    report(node, Code::kOutOfRange, {{"found", node.text}});
    return std::nullopt;
  }
  return value ? std::optional(std::clamp(*value, 0.0, 1.0)) : std::nullopt;
}

std::optional<int> NodeReader::year(const Node& node) const {
  const auto written = text(node);
  if (!written) return std::nullopt;
  const auto value = parse_year(*written);
  if (!value) report(node, Code::kInvalidYear, {{"found", *written}});
  return value;
}

std::vector<std::string> NodeReader::texts(const Node& node) const {
  std::vector<std::string> result;
  if (node.is_scalar()) {
    if (auto one = text(node)) result.push_back(std::move(*one));
    return result;
  }
  if (!expect_list(node)) return result;
  for (const Node& item : node.items) {
    if (auto one = text(item)) result.push_back(std::move(*one));
  }
  return result;
}

Localized NodeReader::localized(const Node& node, std::string_view first_language) const {
  Localized result;
  if (node.is_scalar()) {
    if (auto one = text(node)) result.texts.emplace_back(first_language, std::move(*one));
    return result;
  }
  if (!expect_map(node)) return result;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    if (!is_language_code(node.keys[i].text)) {
      report(node.keys[i], Code::kUnknownKey, {{"found", node.keys[i].text}});
    } else if (auto one = text(node.items[i])) {
      result.texts.emplace_back(node.keys[i].text, std::move(*one));
    }
  }
  // The first language first, whatever the order of the keys: it is the one that others fall back to.
  std::stable_partition(result.texts.begin(), result.texts.end(),
                        [&](const auto& t) { return t.first == first_language; });
  return result;
}

Fields::Fields(NodeReader reading, const Node& node, std::initializer_list<std::string_view> known)
    : reading_(reading), mark_(node.mark) {
  if (!reading_.expect_map(node)) return;
  node_ = &node;
  const std::vector<std::string> names(known.begin(), known.end());
  for (const Node& key : node.keys) {
    if (std::find(names.begin(), names.end(), key.text) == names.end()) {
      reading_.report_unknown(key, Code::kUnknownKey, names);
    }
  }
}

const Node* Fields::require(std::string_view key) const {
  if (node_ == nullptr) return nullptr;
  const Node* value = node_->find(key);
  if (value == nullptr) reading_.report(mark_, Code::kMissingKey, {{"key", std::string(key)}});
  return value;
}

std::string Fields::text(std::string_view key) const {
  const Node* value = find(key);
  return value == nullptr ? std::string() : reading_.text(*value).value_or("");
}

std::string Fields::required_text(std::string_view key) const {
  const Node* value = require(key);
  return value == nullptr ? std::string() : reading_.text(*value).value_or("");
}

std::vector<std::string> Fields::texts(std::string_view key) const {
  const Node* value = find(key);
  return value == nullptr ? std::vector<std::string>() : reading_.texts(*value);
}

Localized Fields::localized(std::string_view key, std::string_view first_language) const {
  const Node* value = find(key);
  return value == nullptr ? Localized() : reading_.localized(*value, first_language);
}

}  // namespace bloctype
