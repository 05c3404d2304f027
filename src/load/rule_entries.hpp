// The entries of rule files one by one: indicators, items, variants, gates, outcomes, findings, sources. Each is read
// with all its errors; which entries belong together, and whose names are taken, is load/rulebook_loader's affair.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "load/expression_loader.hpp"
#include "load/fields.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

/// Calls `read` for each entry of the list under `key`; reports what is there and is no list.
template <typename Read>
void for_each_entry(const Fields& fields, std::string_view key, Read read) {
  const Node* list = fields.find(key);
  if (list == nullptr || !fields.reading().expect_list(*list)) return;
  for (const Node& node : list->items) read(node);
}

/// Reads entries of one document. An entry that could not be evaluated gives nothing.
class RuleReader {
 public:
  /// `names` are the indicators that expressions may mention; texts without a language are in the first of
  /// `languages`, and all others stand in their order.
  RuleReader(NodeReader reading, const IndicatorNames& names, std::vector<std::string> languages)
      : reading_(reading), expressions_(reading, names), languages_(std::move(languages)) {}

  const NodeReader& reading() const { return reading_; }
  /// The id under `key`: required, lower case letters, digits, `_` and `-`. Empty where there is none.
  std::string id(const Fields& fields, std::string_view key = "id") const;
  Localized localized(const Fields& fields, std::string_view key) const;
  /// The degree under `key`, or `otherwise` where there is none.
  static double degree(const Fields& fields, std::string_view key, double otherwise);
  /// Whose a rule says it is; ours where it says nothing.
  static Claim claim(const Fields& fields);

  Reference source(const Node& node) const;
  Indicator indicator(const Node& node) const;

  enum class List { kTypical, kOther };
  std::optional<Item> item(const Node& node, List list) const;
  std::optional<Variant> variant(const Node& node) const;
  std::optional<Gate> gate(const Node& node) const;
  std::optional<Gate> outcome(const Node& node) const;
  std::optional<Finding> finding(const Node& node) const;

 private:
  void read_marks(const Fields& fields, List list, Item& item) const;
  void read_expectation(const Node& node, Variant& variant) const;
  std::optional<Gate> finish_gate(const Fields& fields, const Node& node, const Node* condition,
                                  std::string_view verdict_key, Gate gate) const;
  std::optional<Expression> condition(const Node* node) const;

  NodeReader reading_;
  ExpressionReader expressions_;
  std::vector<std::string> languages_;  ///< of the rulebook, at least one
};

}  // namespace bloctype
