// Expressions from document nodes.
#include "load/expression_loader.hpp"

#include <algorithm>
#include <array>

#include "core/number.hpp"

namespace bloctype {
namespace {

constexpr std::array<std::string_view, 6> kOperators = {"feature", "not", "all", "any", "mean", "at_least"};

}  // namespace

std::optional<std::size_t> ExpressionReader::indicator(const Node& node) const {
  const auto id = reading_.text(node);
  if (!id) return std::nullopt;
  const auto found = names_->places.find(*id);
  if (found != names_->places.end()) return found->second;
  reading_.report_unknown(node, Code::kUnknownFeature, names_->ids);
  return std::nullopt;
}

std::optional<double> ExpressionReader::weight(const Node& map) const {
  const Node* node = map.find("weight");
  if (node == nullptr) return 1.0;
  const auto value = reading_.number(*node);
  constexpr double kMaxWeight = 1e6;  // far beyond any use, and far from where sums lose their digits
  if (value && (!less9(0, *value) || *value > kMaxWeight)) {
    reading_.report(*node, Code::kInvalidWeight, {{"found", node->text}});
    return std::nullopt;
  }
  return value;
}

std::optional<Expression> ExpressionReader::read(const Node& node) const { return read_part(node, Weights::kNone); }

std::optional<Expression> ExpressionReader::read_part(const Node& node, Weights weights) const {
  if (!node.is_map()) {
    const auto index = indicator(node);
    if (!index) return std::nullopt;
    return Expression{Feature{*index}, reading_.place(node)};
  }
  Fields fields(reading_, node, {"feature", "not", "all", "any", "mean", "at_least", "of", "weight", "register"});
  bool in_place = true;
  if (const Node* misplaced = node.find("weight"); misplaced != nullptr && weights == Weights::kNone) {
    reading_.report(*misplaced, Code::kMisplacedWeight);
    in_place = false;
  }
  if (const Node* misplaced = node.find("register")) {
    reading_.report(*misplaced, Code::kMisplacedRegister);
    in_place = false;
  }
  auto expression = read_operator(node);
  return in_place ? expression : std::nullopt;
}

std::optional<Expression> ExpressionReader::read_operator(const Node& map) const {
  const auto is_operator = [](const Node& key) {
    return std::find(kOperators.begin(), kOperators.end(), key.text) != kOperators.end();
  };
  const auto key = std::find_if(map.keys.begin(), map.keys.end(), is_operator);
  if (key == map.keys.end()) {
    reading_.report(map, Code::kMissingKey, {{"key", "feature"}});
    return std::nullopt;
  }
  const auto second = std::find_if(key + 1, map.keys.end(), is_operator);
  if (second != map.keys.end()) {
    reading_.report(*second, Code::kUnknownKey, {{"found", second->text}});
    return std::nullopt;
  }
  const Node& operand = map.items[static_cast<std::size_t>(key - map.keys.begin())];
  const Node* of = map.find("of");
  if (of != nullptr && key->text != "at_least") {
    reading_.report(*map.find_key("of"), Code::kUnknownKey, {{"found", "of"}});
    return std::nullopt;
  }
  const Place place = reading_.place(*key);
  if (key->text == "at_least") return read_at_least(operand, map);
  if (key->text == "mean") return read_mean(operand);
  if (key->text == "feature") {
    const auto index = indicator(operand);
    return index ? std::optional(Expression{Feature{*index}, place}) : std::nullopt;
  }
  if (key->text == "not") {
    auto part = read_part(operand, Weights::kNone);
    if (!part) return std::nullopt;
    Not negation;
    negation.part.push_back(std::move(*part));
    return Expression{std::move(negation), place};
  }
  auto parts = read_parts(operand, Weights::kNone);
  if (!parts) return std::nullopt;
  if (key->text == "all") return Expression{All{std::move(*parts)}, place};
  return Expression{Any{std::move(*parts)}, place};
}

std::optional<std::vector<Expression>> ExpressionReader::read_parts(const Node& list, Weights weights) const {
  if (!reading_.expect_list(list)) return std::nullopt;
  if (list.items.empty()) {
    reading_.report(list, Code::kEmptyList);
    return std::nullopt;
  }
  std::vector<Expression> parts;
  for (const Node& item : list.items) {
    if (auto part = read_part(item, weights)) parts.push_back(std::move(*part));
  }
  if (parts.size() != list.items.size()) return std::nullopt;
  return parts;
}

std::optional<Expression> ExpressionReader::read_mean(const Node& list) const {
  auto parts = read_parts(list, Weights::kAllowed);
  Mean mean;
  for (const Node& item : list.items) {
    const auto w = item.is_map() ? weight(item) : std::optional(1.0);
    if (w) mean.weights.push_back(*w);
  }
  if (!parts || mean.weights.size() != parts->size()) return std::nullopt;
  mean.parts = std::move(*parts);
  return Expression{std::move(mean), reading_.place(list)};
}

std::optional<Expression> ExpressionReader::read_at_least(const Node& count, const Node& map) const {
  const Node* of = map.find("of");
  if (of == nullptr) {
    reading_.report(map, Code::kMissingKey, {{"key", "of"}});
    return std::nullopt;
  }
  auto parts = read_parts(*of, Weights::kNone);
  const std::size_t length = of->items.size();
  const auto n = parse_year(count.text);  // 1 to 4 digits: a list is never longer
  const bool in_range = count.is_scalar() && n && *n >= 1 && static_cast<std::size_t>(*n) <= length;
  if (!in_range && length > 0) {
    reading_.report(count, Code::kInvalidCount, {{"found", count.text}, {"length", std::to_string(length)}});
  }
  if (!parts || !in_range) return std::nullopt;
  return Expression{AtLeast{static_cast<std::size_t>(*n), std::move(*parts)}, reading_.place(count)};
}

}  // namespace bloctype
