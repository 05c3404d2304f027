// Entries from document nodes.
#include "load/rule_entries.hpp"

#include <algorithm>
#include <cctype>

#include "model/kind.hpp"

namespace bloctype {
namespace {

bool is_id(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '_' || c == '-';
  });
}

Subject subject(const Fields& fields) {
  const Node* node = fields.require("register");
  if (node == nullptr) return Subject::kBoth;
  if (node->text == "d") return Subject::kDeclared;
  if (node->text == "r") return Subject::kDone;
  if (node->text != "d/r")
    fields.reading().report(*node, Code::kUnknownChoice, {{"found", node->text}, {"expected", "d, r, d/r"}});
  return Subject::kBoth;
}

bool answers_yes_no(const Fields& fields) {
  const Node* node = fields.find("answers");
  if (node == nullptr || node->text == "scale") return false;
  if (node->text == "yes_no") return true;
  fields.reading().report(*node, Code::kUnknownChoice, {{"found", node->text}, {"expected", "scale, yes_no"}});
  return false;
}

}  // namespace

std::string RuleReader::id(const Fields& fields, std::string_view key) const {
  const Node* node = fields.require(key);
  if (node == nullptr) return {};
  const std::string value = reading_.text(*node).value_or("");
  if (!value.empty() && !is_id(value)) reading_.report(*node, Code::kInvalidId, {{"found", value}});
  return value;
}

Localized RuleReader::localized(const Fields& fields, std::string_view key) const {
  Localized result = fields.localized(key, languages_.front());
  const auto rank = [&](const auto& text) { return std::find(languages_.begin(), languages_.end(), text.first); };
  std::stable_sort(result.texts.begin(), result.texts.end(),
                   [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  return result;
}

double RuleReader::degree(const Fields& fields, std::string_view key, double otherwise) {
  const Node* node = fields.find(key);
  return node == nullptr ? otherwise : fields.reading().degree(*node).value_or(otherwise);
}

Claim RuleReader::claim(const Fields& fields) {
  const Node* node = fields.find("claim");
  if (node == nullptr || node->text == "ours") return Claim::kOurs;
  if (node->text != "author") {
    fields.reading().report(*node, Code::kUnknownChoice, {{"found", node->text}, {"expected", "author, ours"}});
  }
  return Claim::kAuthor;
}

std::optional<Expression> RuleReader::condition(const Node* node) const {
  return node == nullptr ? std::nullopt : expressions_.read(*node);
}

Reference RuleReader::source(const Node& node) const {
  const Fields fields(reading_, node, {"id", "author", "title", "container", "year", "sections"});
  Reference source{
      id(fields), fields.text("author"), fields.text("title"), fields.text("container"), fields.text("year"), {}};
  for_each_entry(fields, "sections", [&](const Node& section) {
    const Fields entry(reading_, section, {"id", "label"});
    source.sections.push_back({entry.required_text("id"), localized(entry, "label")});
  });
  return source;
}

Indicator RuleReader::indicator(const Node& node) const {
  const Fields fields(reading_, node,
                      {"id", "register", "answers", "cite", "aliases", "label", "question", "full", "absent",
                       "confusions", "holds", "lacks"});
  Indicator indicator;
  indicator.id = id(fields);
  indicator.place = reading_.place(node);
  indicator.subject = subject(fields);
  indicator.yes_no = answers_yes_no(fields);
  indicator.cite = fields.texts("cite");
  indicator.aliases = fields.texts("aliases");
  indicator.label = localized(fields, "label");
  indicator.question = localized(fields, "question");
  indicator.full = localized(fields, "full");
  indicator.absent = localized(fields, "absent");
  indicator.confusions = localized(fields, "confusions");
  indicator.holds = localized(fields, "holds");
  indicator.lacks = localized(fields, "lacks");
  return indicator;
}

std::optional<Item> RuleReader::item(const Node& node, List list) const {
  Item item;
  item.place = reading_.place(node);
  std::optional<Expression> expression;
  if (node.is_map()) {
    const Fields fields(reading_, node,
                        {"feature", "not", "all", "any", "mean", "at_least", "of", "weight", "register", "cite",
                         "claim", "label", "reason"});
    expression = expressions_.read_operator(node);
    read_marks(fields, list, item);
  } else {
    expression = expressions_.read(node);
  }
  if (!expression) return std::nullopt;
  item.expression = std::move(*expression);
  return item;
}

void RuleReader::read_marks(const Fields& fields, List list, Item& item) const {
  if (const Node* weight = fields.find("weight")) {
    if (list == List::kOther) {
      reading_.report(*weight, Code::kMisplacedWeight);
    } else {
      item.weight = expressions_.weight(*fields.node()).value_or(1);
    }
  }
  if (const Node* reg = fields.find("register")) {
    if (reg->text == "practice" || reg->text == "discourse") {
      item.only = reg->text == "practice" ? Register::kPractice : Register::kDiscourse;
    } else {
      reading_.report(*reg, Code::kUnknownChoice, {{"found", reg->text}, {"expected", "practice, discourse"}});
    }
  }
  item.cite = fields.texts("cite");
  item.claim = claim(fields);
  item.label = localized(fields, "label");
  item.reason = localized(fields, "reason");
}

std::optional<Variant> RuleReader::variant(const Node& node) const {
  const Fields fields(reading_, node, {"id", "if", "label", "cite", "claim", "reason", "expects"});
  Variant variant;
  variant.id = id(fields);
  variant.place = reading_.place(node);
  variant.claim = claim(fields);
  variant.cite = fields.texts("cite");
  variant.label = localized(fields, "label");
  variant.reason = localized(fields, "reason");
  for_each_entry(fields, "expects", [&](const Node& n) { read_expectation(n, variant); });
  auto expression = condition(fields.require("if"));
  if (!expression) return std::nullopt;
  variant.condition = std::move(*expression);
  return variant;
}

void RuleReader::read_expectation(const Node& node, Variant& variant) const {
  const Fields fields(reading_, node, {"feature", "at"});
  const Node* feature = fields.require("feature");
  const Node* at = fields.require("at");
  if (feature == nullptr || at == nullptr) return;
  if (at->text != "full" && at->text != "absent") {
    reading_.report(*at, Code::kUnknownChoice, {{"found", at->text}, {"expected", "full, absent"}});
  }
  if (const auto index = expressions_.indicator(*feature)) {
    variant.expects.push_back({{Feature{*index}, reading_.place(*feature)}, at->text == "full", reading_.place(node)});
  }
}

std::optional<Gate> RuleReader::gate(const Node& node) const {
  const Fields fields(reading_, node, {"if", "unless", "above", "verdict", "cite", "claim", "label", "reason"});
  if (!fields) return std::nullopt;
  Gate gate;
  const Node* unless = fields.find("unless");
  if (unless != nullptr && fields.find("if") != nullptr) {
    reading_.report(*node.find_key("unless"), Code::kUnknownKey, {{"found", "unless"}});
  }
  gate.sense = unless != nullptr ? Gate::Sense::kUnless : Gate::Sense::kIf;
  gate.threshold = degree(fields, "above", 0.5);
  return finish_gate(fields, node, unless != nullptr ? unless : fields.require("if"), "verdict", std::move(gate));
}

std::optional<Gate> RuleReader::outcome(const Node& node) const {
  const Fields fields(reading_, node, {"id", "if", "cite", "claim", "label", "reason"});
  if (!fields) return std::nullopt;
  return finish_gate(fields, node, fields.require("if"), "id", Gate());
}

std::optional<Gate> RuleReader::finish_gate(const Fields& fields, const Node& node, const Node* if_node,
                                            std::string_view verdict_key, Gate gate) const {
  gate.verdict = id(fields, verdict_key);
  gate.place = reading_.place(node);
  gate.claim = claim(fields);
  gate.cite = fields.texts("cite");
  gate.label = localized(fields, "label");
  gate.reason = localized(fields, "reason");
  if (is_kind_word(gate.verdict)) {
    reading_.report(*node.find(verdict_key), Code::kReservedId, {{"found", gate.verdict}});
  }
  auto expression = condition(if_node);
  if (!expression) return std::nullopt;
  gate.condition = std::move(*expression);
  return gate;
}

std::optional<Finding> RuleReader::finding(const Node& node) const {
  const Fields fields(reading_, node, {"id", "if", "cite", "claim", "label", "message"});
  Finding finding;
  finding.id = id(fields);
  finding.place = reading_.place(node);
  finding.claim = claim(fields);
  finding.cite = fields.texts("cite");
  finding.label = localized(fields, "label");
  finding.message = localized(fields, "message");
  auto expression = condition(fields.require("if"));
  if (!expression) return std::nullopt;
  finding.condition = std::move(*expression);
  return finding;
}

}  // namespace bloctype
