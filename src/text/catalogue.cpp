// Look-up and filling in.
#include "text/catalogue.hpp"

#include <algorithm>

namespace bloctype {
namespace {

/// `text` with each `{name}` that `value_of` knows replaced by its value.
template <typename ValueOf>
std::string filled(std::string_view text, ValueOf value_of) {
  std::string out;
  while (true) {
    const auto open = text.find('{');
    const auto close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) return out.append(text);
    out.append(text.substr(0, open));
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto value = value_of(name);
    if (value) {
      out.append(*value);
    } else {
      out.append(text.substr(open, close - open + 1));
    }
    text.remove_prefix(close + 1);
  }
}

template <typename Values>
std::optional<std::string_view> find_value(const Values& values, std::string_view name) {
  for (const auto& [key, value] : values) {
    if (key == name) return std::string_view(value);
  }
  return std::nullopt;
}

}  // namespace

Catalogue::Catalogue(std::string language, const std::vector<Node>& roots) : language_(std::move(language)) {
  for (const Node& root : roots) add("", root);
}

void Catalogue::add(const std::string& prefix, const Node& node) {
  if (node.is_scalar()) {
    texts_.emplace(prefix, node.text);
    return;
  }
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    add(prefix.empty() ? node.keys[i].text : prefix + "." + node.keys[i].text, node.items[i]);
  }
}

std::string Catalogue::say(std::string_view key, std::initializer_list<Value> values) const {
  const auto found = texts_.find(std::string(key));
  if (found == texts_.end()) return std::string(key);
  return filled(found->second, [&](std::string_view name) { return find_value(values, name); });
}

std::string Catalogue::say(std::string_view key, const std::vector<std::pair<std::string, std::string>>& values) const {
  const auto found = texts_.find(std::string(key));
  if (found == texts_.end()) return std::string(key);
  return filled(found->second, [&](std::string_view name) { return find_value(values, name); });
}

std::string Catalogue::count(std::string_view key, std::size_t count, std::initializer_list<Value> values) const {
  const std::string number = std::to_string(count);
  std::vector<std::pair<std::string, std::string>> all{{"count", number}};
  for (const auto& [name, value] : values) all.emplace_back(name, value);
  return say(std::string(key) + (count == 1 ? ".one" : ".other"), all);
}

bool Catalogue::has(std::string_view key) const { return texts_.count(std::string(key)) != 0; }

std::vector<std::string> Catalogue::keys() const {
  std::vector<std::string> names;
  for (const auto& [key, text] : texts_) names.push_back(key);
  std::sort(names.begin(), names.end());
  return names;
}

std::string Catalogue::joined(const std::vector<std::string>& parts, std::string_view last_joint) const {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? std::string(last_joint) : ", ";
    out += parts[i];
  }
  return out;
}

std::string Catalogue::list(const std::vector<std::string>& parts) const { return joined(parts, say("list.and")); }
std::string Catalogue::alternatives(const std::vector<std::string>& parts) const {
  return joined(parts, say("list.or"));
}

}  // namespace bloctype
