// Claims one by one; each with all its errors.
#include "load/landscape_loader.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "model/kind.hpp"

namespace bloctype {
namespace {

/// More than anybody codes, and safe to convert.
constexpr double kMostBlocs = 1e6;

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

class LandscapeReader {
 public:
  LandscapeReader(const RuleReader& reader, const Rulebook& rulebook) : reader_(reader), rulebook_(rulebook) {}

  LandscapeRules run(const Node& root) {
    LandscapeRules rules;
    const Fields fields(reading(), root, {"prevails_above", "least_blocs", "ours", "claims"});
    fields.require("prevails_above");
    rules.prevails_above = RuleReader::degree(fields, "prevails_above", rules.prevails_above);
    if (const Node* count = fields.require("least_blocs")) rules.least_blocs = number_of_blocs(*count);
    rules.ours = reader_.localized(fields, "ours");
    for_each_entry(fields, "claims", [&](const Node& node) {
      if (auto claim = read_claim(node)) rules.claims.push_back(std::move(*claim));
    });
    return rules;
  }

 private:
  const NodeReader& reading() const { return reader_.reading(); }

  std::size_t number_of_blocs(const Node& node) const {
    const auto number = reading().number(node);
    if (!number) return 1;
    if (*number >= 1 && *number <= kMostBlocs && std::floor(*number) == *number) {
      return static_cast<std::size_t>(*number);
    }
    reading().report(node, Code::kWrongShape, {{"found", "`" + node.text + "`"}, {"expected", "@shape.count"}});
    return 1;
  }

  std::optional<StoryClaim> read_claim(const Node& node) {
    const Fields fields(
        reading(), node,
        {"id", "axis", "from", "to", "prevails", "heterogeneity_below", "cite", "claim", "label", "says", "ours"});
    if (!fields) return std::nullopt;
    StoryClaim claim;
    claim.place = reading().place(node);
    claim.id = reader_.id(fields);
    if (!claim.id.empty()) take_id(*fields.find("id"));
    claim.claim = RuleReader::claim(fields);
    claim.cite = fields.texts("cite");
    claim.label = reader_.localized(fields, "label");
    claim.says = reader_.localized(fields, "says");
    claim.ours = reader_.localized(fields, "ours");
    const auto years = span(fields);
    const auto axis = axis_of(fields);
    const bool holds = read_holding(fields, axis, claim);
    if (!years || !axis || !holds) return std::nullopt;
    claim.years = *years;
    claim.axis = *axis;
    check_order(fields, claim);
    return claim;
  }

  void take_id(const Node& id) {
    const auto [first, is_new] = ids_.emplace(id.text, id.mark.line);
    if (is_new) return;
    reading().report(id, Code::kDuplicateId,
                     {{"found", id.text}, {"first", reading().source().name + ":" + std::to_string(first->second)}});
  }

  std::optional<YearSpan> span(const Fields& fields) const {
    const Node* from = fields.require("from");
    const Node* to = fields.require("to");
    const auto first = from == nullptr ? std::nullopt : reading().year(*from);
    const auto last = to == nullptr ? std::nullopt : reading().year(*to);
    if (!first || !last) return std::nullopt;
    if (*first > *last) {
      reading().report(*to, Code::kPeriodReversed,
                       {{"from", std::to_string(*first)}, {"to", std::to_string(*last)}, {"help", "claim"}});
    }
    return YearSpan{*first, *last};
  }

  void report_unknown(const Node& node, const std::vector<std::string>& known, std::string_view what) const {
    reading().report_unknown(node, Code::kUnknownName, known,
                             {{"what", std::string(what)}, {"expected", listed(known)}, {"help", "claim"}});
  }

  std::optional<std::size_t> axis_of(const Fields& fields) const {
    const Node* node = fields.require("axis");
    const auto id = node == nullptr ? std::nullopt : reading().text(*node);
    if (!id) return std::nullopt;
    const auto axis = rulebook_.axis(*id);
    std::vector<std::string> known;
    for (const Axis& entry : rulebook_.axes) known.push_back(entry.id);
    if (!axis) report_unknown(*node, known, "@named.axis");
    return axis;
  }

  /// What the claim holds: one of two keys.
  bool read_holding(const Fields& fields, const std::optional<std::size_t>& axis, StoryClaim& claim) const {
    const Node* below = fields.find("heterogeneity_below");
    if (below != nullptr) {
      if (const Node* key = fields.node()->find_key("prevails")) {
        reading().report(*key, Code::kUnknownKey, {{"found", "prevails"}, {"help", "claim"}});
      }
      const Fields earlier(reading(), *below, {"from", "to"});
      const auto years = earlier ? span(earlier) : std::nullopt;
      claim.holds = StoryClaim::Holds::kLessDiverse;
      claim.earlier = years.value_or(YearSpan());
      return years.has_value();
    }
    const Node* prevails = fields.require("prevails");
    const auto model = prevails == nullptr ? std::nullopt : reading().text(*prevails);
    if (!model) return false;
    claim.holds = StoryClaim::Holds::kNonePrevails;
    if (*model == name(Kind::kNone)) return true;  // no model may be called so
    claim.holds = StoryClaim::Holds::kPrevails;
    return axis && find_model(*prevails, *axis, claim);
  }

  bool find_model(const Node& node, std::size_t axis, StoryClaim& claim) const {
    std::vector<std::string> known;
    for (const std::size_t m : rulebook_.axes[axis].models) known.push_back(rulebook_.models[m].id);
    const auto found = std::find(known.begin(), known.end(), node.text);
    claim.model = static_cast<std::size_t>(found - known.begin());
    if (found != known.end()) return true;
    known.emplace_back(name(Kind::kNone));
    report_unknown(node, known, "@named.model");
    return false;
  }

  void check_order(const Fields& fields, const StoryClaim& claim) const {
    if (claim.holds != StoryClaim::Holds::kLessDiverse || claim.earlier.to < claim.years.from) return;
    const auto written = [](const YearSpan& years) {
      return std::to_string(years.from) + "-" + std::to_string(years.to);
    };
    reading().report(*fields.find("heterogeneity_below"), Code::kPeriodOverlap,
                     {{"found", written(claim.earlier)}, {"other", written(claim.years)}, {"help", "claim"}});
  }

  const RuleReader& reader_;
  const Rulebook& rulebook_;
  std::map<std::string, int> ids_;  ///< and the line of each
};

}  // namespace

LandscapeRules load_landscape(const Document& document, const RuleReader& reader, const Rulebook& rulebook) {
  return LandscapeReader(reader, rulebook).run(document.root);
}

}  // namespace bloctype
