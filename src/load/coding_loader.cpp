// Codings from document nodes.
#include "load/coding_loader.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "load/value_text.hpp"

namespace bloctype {
namespace {

/// Reads the values of one indicator.
class ValueReader {
 public:
  /// What a value says: known, contested, or nothing (`unknown`).
  using Said = std::optional<Triple>;

  ValueReader(const NodeReader& reading, const Indicator& indicator, const CodingContext& context)
      : reading_(reading), indicator_(indicator), context_(context) {}

  /// Nothing, reported, where `node` is no value.
  std::optional<Said> read(const Node& node) const {
    if (node.is_list()) return interval(node);
    if (node.is_map()) {
      reading_.report(node, Code::kWrongShape, {{"found", "@shape.map"}, {"expected", "@shape.value"}});
      return std::nullopt;
    }
    if (node.text.empty() && !node.quoted) return Said();
    const auto meaning = end(node);
    if (!meaning) return std::nullopt;
    return *meaning ? Said(known(**meaning)) : Said();
  }

 private:
  /// One end of an interval, or a value by itself: a degree, or none for `unknown`.
  std::optional<Vocabulary::Meaning> end(const Node& node) const {
    auto read = read_value_text(node.text, indicator_, context_.vocabulary, '.');
    if (auto* problem = std::get_if<ValueProblem>(&read)) {
      reading_.report(node, problem->code, std::move(problem->details));
      return std::nullopt;
    }
    return std::get<Vocabulary::Meaning>(read);
  }

  std::optional<Said> interval(const Node& node) const {
    if (node.items.size() != 2 || !node.items[0].is_scalar() || !node.items[1].is_scalar()) {
      reading_.report(node, Code::kIntervalEnds, {{"count", std::to_string(node.items.size())}});
      return std::nullopt;
    }
    std::vector<double> ends;
    for (const Node& item : node.items) {
      const auto meaning = end(item);
      if (!meaning) continue;
      if (*meaning) {
        ends.push_back(**meaning);
      } else {
        reading_.report(item, Code::kUnknownInInterval, {{"found", item.text}});
      }
    }
    if (ends.size() != 2) return std::nullopt;
    if (less9(ends[1], ends[0])) {
      reading_.report(node, Code::kReversedInterval, {{"low", node.items[0].text}, {"high", node.items[1].text}});
      return std::nullopt;
    }
    return Said(contested(ends[0], ends[1]));
  }

  const NodeReader& reading_;
  const Indicator& indicator_;
  const CodingContext& context_;
};

/// Reads the value under `key`, if it stands there, for the registers in `targets`.
void read_value(const Fields& fields, std::string_view key, const ValueReader& values,
                std::initializer_list<Register> targets, Coding& coding) {
  const Node* node = fields.find(key);
  if (node == nullptr) return;
  const auto said = values.read(*node);
  if (!said) return;
  for (const Register r : targets) coding.values[index_of(r)] = *said;
}

/// True where a fact of an indicator that has one value only is coded apart.
bool report_split(const Fields& fields, const Indicator& indicator) {
  bool split = false;
  for (const std::string_view key : {"discourse", "practice"}) {
    const Node* node = fields.find(key);
    if (node == nullptr || indicator.subject == Subject::kBoth) continue;
    fields.reading().report(*node, Code::kSplitCoding, split_coding(indicator).details);
    split = true;
  }
  return split;
}

void read_values(const Fields& fields, const Node& node, const Indicator& indicator, const ValueReader& values,
                 Coding& coding) {
  if (report_split(fields, indicator)) return;
  const bool has_value = fields.find("value") != nullptr;
  const bool has_both = fields.find("discourse") != nullptr && fields.find("practice") != nullptr;
  if (has_value && has_both)
    fields.reading().report(*fields.find("value"), Code::kUnusedValue, {{"indicator", indicator.id}});
  if (!has_value && fields.find("discourse") == nullptr && fields.find("practice") == nullptr) {
    fields.reading().report(node, Code::kMissingKey, {{"key", "value"}});
  }
  read_value(fields, "value", values, {Register::kPractice, Register::kDiscourse}, coding);
  read_value(fields, "discourse", values, {Register::kDiscourse}, coding);
  read_value(fields, "practice", values, {Register::kPractice}, coding);
}

Coding read_coding(const NodeReader& reading, const Node& node, const Indicator& indicator,
                   const CodingContext& context) {
  const ValueReader values(reading, indicator, context);
  Coding coding;
  coding.place = reading.place(node);
  if (!node.is_map()) {
    if (const auto said = values.read(node)) coding.values = {*said, *said};
    return coding;
  }
  const Fields fields(reading, node, {"value", "discourse", "practice", "source", "where", "note", "coder", "date"});
  read_values(fields, node, indicator, values, coding);
  coding.source = fields.text("source");
  coding.where = fields.text("where");
  coding.coder = fields.text("coder");
  coding.date = fields.text("date");
  coding.note = fields.localized("note", context.language);
  if (!coding.source.empty() &&
      std::find(context.sources.begin(), context.sources.end(), coding.source) == context.sources.end()) {
    reading.report_unknown(*fields.find("source"), Code::kUnknownSource, context.sources);
  }
  return coding;
}

bool is_list_of_codings(const Node& node) {
  return node.is_list() && std::any_of(node.items.begin(), node.items.end(), [](const Node& n) { return n.is_map(); });
}

}  // namespace

Fact read_fact(const NodeReader& reading, const Node& node, std::size_t index, const CodingContext& context) {
  const Indicator& indicator = context.rulebook.indicators[index];
  Fact fact;
  if (is_list_of_codings(node)) {
    for (const Node& item : node.items) {
      if (reading.expect_map(item)) fact.codings.push_back(read_coding(reading, item, indicator, context));
    }
  } else {
    fact.codings.push_back(read_coding(reading, node, indicator, context));
  }
  resolve(fact);
  return fact;
}

Facts read_facts(const NodeReader& reading, const Node& node, const CodingContext& context) {
  Facts facts;
  if (node.is_nothing() || (node.is_scalar() && (node.text == "~" || node.text == "null"))) return facts;
  if (!reading.expect_map(node)) return facts;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const auto index = context.rulebook.indicator(node.keys[i].text);
    if (!index) {
      std::vector<std::string> ids;
      for (const Indicator& indicator : context.rulebook.indicators) ids.push_back(indicator.id);
      reading.report_unknown(node.keys[i], Code::kUnknownIndicator, ids);
      continue;
    }
    facts.emplace(*index, read_fact(reading, node.items[i], *index, context));
  }
  return facts;
}

}  // namespace bloctype
