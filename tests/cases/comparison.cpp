// One function a part of a result; each asks for the keys it knows, and any other is a problem of the file.
#include "comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "core/number.hpp"
#include "engine/reasons.hpp"
#include "entries.hpp"

namespace bloctype::cases {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kNothing = "none";

std::string joined(const Words& words) { return fmt::format("[{}]", fmt::join(words, ", ")); }

std::string number(std::optional<double> value) {
  return value ? fmt::format("{:.10g}", *value) : std::string(kNothing);
}

class Comparer {
 public:
  Comparer(const CaseFile& file, const PeriodResult& result)
      : classifier_(*file.classifier), rulebook_(classifier_.rulebook()), result_(result), problems_(file.name) {}

  Verdict run(const Node& expect) && {
    if (problems_.is_map(expect)) {
      for (std::size_t i = 0; i < expect.keys.size(); ++i) compare_part(expect.keys[i], expect.items[i]);
    }
    return {std::move(differences_), problems_.lines()};
  }

 private:
  void differ(const Node& node, const std::string& field, const std::string& expected, const std::string& is) {
    differences_.push_back(fmt::format("{}: {}: expected {}, is {}", problems_.place(node), field, expected, is));
  }

  // --- single values; each compares where the key stands

  void text(const Entries& fields, std::string_view key, const std::string& path, std::string_view is) {
    const Node* node = fields.find(key);
    if (node != nullptr && node->text != is) differ(*node, path + "." + std::string(key), node->text, std::string(is));
  }

  void words(const Entries& fields, std::string_view key, const std::string& path, const Words& is) {
    const Node* node = fields.find(key);
    if (node == nullptr || !problems_.is_list(*node)) return;
    Words expected;
    for (const Node& item : node->items) expected.push_back(item.text);
    if (expected != is) differ(*node, path + "." + std::string(key), joined(expected), joined(is));
  }

  /// `0.67`, `none`, or a fraction such as `4.34/7`, which shows where a number comes from.
  void degree(const Node& node, const std::string& path, std::optional<double> is) {
    std::optional<double> expected;
    if (node.text != kNothing) {
      const auto slash = node.text.find('/');
      expected = parse_number(node.text.substr(0, slash));
      if (slash != std::string::npos && expected) {
        const auto divisor = parse_number(node.text.substr(slash + 1));
        expected = divisor ? std::optional(*expected / *divisor) : std::nullopt;
      }
      if (!expected) return problems_.add(node, "no number: " + node.text);
    }
    const bool agree = expected.has_value() == is.has_value() && (!is || equal9(*expected, *is));
    if (!agree) differ(node, path, node.text, number(is));
  }

  void degree(const Entries& fields, std::string_view key, const std::string& path, std::optional<double> is) {
    if (const Node* node = fields.find(key)) degree(*node, path + "." + std::string(key), is);
  }

  /// Entries of a list that must be as long as `count`.
  void each(const Entries& fields, std::string_view key, const std::string& path, std::size_t count,
            const std::function<void(const Node&, std::size_t, const std::string&)>& compare) {
    const Node* node = fields.find(key);
    if (node == nullptr || !problems_.is_list(*node)) return;
    const std::string here = path + "." + std::string(key);
    if (node->items.size() != count) {
      differ(*node, here, fmt::format("{} entries", node->items.size()), fmt::format("{}", count));
    }
    for (std::size_t i = 0; i < std::min(count, node->items.size()); ++i) {
      compare(node->items[i], i, fmt::format("{}[{}]", here, i));
    }
  }

  // --- the parts of a result

  void compare_part(const Node& key, const Node& node) {
    if (key.text == "findings") return findings(node);
    const auto axis = rulebook_.axis(key.text);
    if (!axis) return problems_.add(key, "no axis of the rulebook: " + key.text);
    const Entries fields(problems_, node,
                         {"headline", "practice", "discourse", "both", "variants", "deviations", "robustness"});
    if (const Node* part = fields.find("headline")) headline(*part, *axis);
    if (const Node* part = fields.find("practice")) placement(*part, *axis, Register::kPractice);
    if (const Node* part = fields.find("discourse")) placement(*part, *axis, Register::kDiscourse);
    if (const Node* part = fields.find("both")) {
      for (const Register r : kRegisters) placement(*part, *axis, r);
    }
    if (const Node* part = fields.find("variants")) variants(*part, *axis);
    deviations(fields, *axis);
    if (const Node* part = fields.find("robustness")) robustness(*part, *axis);
  }

  void findings(const Node& node) {
    if (!problems_.is_map(node)) return;
    std::vector<std::pair<std::string, Words>> expected, is;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      expected.emplace_back(node.keys[i].text, Words());
      for (const Node& item : node.items[i].items) expected.back().second.push_back(item.text);
    }
    for (const FindingResult& found : result_.findings) {
      is.emplace_back(found.finding->id, Words());
      for (const Register r : found.registers) is.back().second.emplace_back(name(r));
    }
    const auto shown = [](const auto& list) {
      Words words;
      for (const auto& [id, registers] : list) words.push_back(id + " " + joined(registers));
      return joined(words);
    };
    if (expected != is) differ(node, "findings", shown(expected), shown(is));
  }

  Words ids(const std::vector<std::size_t>& models, std::size_t axis) const {
    Words words;
    for (const std::size_t m : models) words.push_back(id_of(m, axis));
    return words;
  }
  const std::string& id_of(std::size_t model, std::size_t axis) const {
    return rulebook_.models[rulebook_.axes[axis].models[model]].id;
  }
  const GateNode& gate(std::size_t index, std::size_t axis, Register r) const {
    return classifier_.program(r).axes[axis].gates[index];
  }

  void placed(const Entries& fields, const std::string& path, std::size_t axis, Register r, const Placement& p) {
    const bool has_verdict = p.kind == Kind::kVerdict;
    text(fields, "kind", path, has_verdict ? gate(*p.gate, axis, r).gate->verdict : name(p.kind));
    words(fields, "models", path, ids(p.models, axis));
    words(fields, "elements", path, ids(p.elements, axis));
    text(fields, "nearest", path, p.nearest ? std::string_view(id_of(*p.nearest, axis)) : kNothing);
  }

  void headline(const Node& node, std::size_t axis) {
    const AxisResult& result = result_.axes[axis];
    const Headline& headline = result.headline;
    const std::string path = rulebook_.axes[axis].id + ".headline";
    const Entries fields(
        problems_, node,
        {"kind", "models", "elements", "nearest", "certainty", "register", "declared_only", "formally", "undeclared"});
    placed(fields, path, axis, headline.reg, result.shown());
    text(fields, "certainty", path, name(headline.certainty));
    text(fields, "register", path, name(headline.reg));
    text(fields, "declared_only", path, headline.declared_only ? "yes" : "no");
    words(fields, "formally", path, ids(headline.formally, axis));
    words(fields, "undeclared", path, ids(headline.undeclared, axis));
  }

  void placement(const Node& node, std::size_t axis, Register r) {
    const Placement& p = result_.axes[axis].placements[index_of(r)];
    const std::string path = rulebook_.axes[axis].id + "." + std::string(name(r));
    const Entries fields(problems_, node,
                         {"kind", "models", "elements", "nearest", "certainty", "gate", "pending", "memberships",
                          "pivotal", "counterfactuals"});
    placed(fields, path, axis, r, p);
    text(fields, "certainty", path, name(p.certainty));
    text(fields, "gate", path, p.gate ? written(gate(*p.gate, axis, r).gate->condition, rulebook_) : kNothing);
    Words pending;
    for (const std::size_t g : p.pending) pending.push_back(gate(g, axis, r).gate->verdict);
    words(fields, "pending", path, pending);
    if (const Node* map = fields.find("memberships")) memberships(*map, path, axis, r);
    pivotal(fields, path, axis, r);
    counterfactuals(fields, path, axis, r);
  }

  /// Those of the models that are named: `model: [low, point, high]`, or a map that says more.
  void memberships(const Node& map, const std::string& path, std::size_t axis, Register r) {
    if (!problems_.is_map(map)) return;
    const auto& models = rulebook_.axes[axis].models;
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
      const auto model = rulebook_.model(map.keys[i].text);
      const auto found = model ? std::find(models.begin(), models.end(), *model) : models.end();
      if (found == models.end()) {
        problems_.add(map.keys[i], "no model of the axis: " + map.keys[i].text);
      } else {
        membership(map.items[i], path + "." + map.keys[i].text, axis, r,
                   static_cast<std::size_t>(found - models.begin()));
      }
    }
  }

  void membership(const Node& node, const std::string& path, std::size_t axis, Register r, std::size_t model) {
    const Membership& m = result_.axes[axis].placements[index_of(r)].memberships[model];
    if (node.is_list()) return triple(node, path, m.value);
    const Entries fields(problems_, node, {"value", "status", "certainty", "coverage", "binding", "why"});
    if (const Node* value = fields.find("value")) triple(*value, path, m.value);
    text(fields, "status", path, name(m.status));
    text(fields, "certainty", path, name(m.certainty));
    degree(fields, "coverage", path, m.coverage);
    text(fields, "binding", path, name(m.binding));
    if (fields.find("why") != nullptr) text(fields, "why", path, why(m, axis, r, model));
  }

  std::string_view why(const Membership& m, std::size_t axis, Register r, std::size_t model) const {
    const Program& program = classifier_.program(r);
    const ModelNodes& nodes = program.axes[axis].models[model];
    const Block& block = result_.values[index_of(r)];
    if (m.status == Status::kIn) return kNothing;
    if (m.status == Status::kOut) return name(out_reason(nodes, m, block, 0));
    return name(open_reason(program, nodes, m, block, 0, *result_.period));
  }

  void triple(const Node& node, const std::string& path, const Triple& is) {
    if (node.items.size() != 3) return problems_.add(node, "a value is [low, point, high]");
    degree(node.items[0], path + ".low", is.low);
    degree(node.items[1], path + ".point", is.point);
    degree(node.items[2], path + ".high", is.high);
  }

  /// In the register of the headline.
  void variants(const Node& map, std::size_t axis) {
    if (!problems_.is_map(map)) return;
    const std::size_t shown = index_of(result_.axes[axis].headline.reg);
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
      const auto& models = classifier_.programs()[shown].axes[axis].models;
      const auto found = std::find_if(models.begin(), models.end(),
                                      [&](const ModelNodes& m) { return m.model->id == map.keys[i].text; });
      if (found == models.end()) {
        problems_.add(map.keys[i], "no model of the axis: " + map.keys[i].text);
        continue;
      }
      const VariantNode* variant = variant_of(*found, result_.values[shown], 0);
      const std::string is = variant == nullptr ? "undetermined" : variant->variant->id;
      if (is != map.items[i].text) differ(map.items[i], "variants." + map.keys[i].text, map.items[i].text, is);
    }
  }

  void deviations(const Entries& axis_fields, std::size_t axis) {
    const auto& list = result_.axes[axis].deviations;
    each(axis_fields, "deviations", rulebook_.axes[axis].id, list.size(),
         [&](const Node& node, std::size_t i, const std::string& path) {
           const Deviation& d = list[i];
           const Entries fields(problems_, node, {"of", "as", "variant", "item", "expected", "degree", "severity"});
           fields.require("item");
           text(fields, "of", path, id_of(d.model, axis));
           text(fields, "as", path, name(d.role));
           text(fields, "variant", path, d.variant == nullptr ? kNothing : std::string_view(d.variant->id));
           text(fields, "item", path, written(*d.expression, rulebook_));
           text(fields, "expected", path, d.expected_full ? "full" : "absent");
           degree(fields, "degree", path, d.degree);
           text(fields, "severity", path, name(distance(d)));
         });
  }

  void pivotal(const Entries& axis_fields, const std::string& where, std::size_t axis, Register r) {
    const auto& list = result_.axes[axis].pivotal[index_of(r)];
    each(axis_fields, "pivotal", where, list.size(), [&](const Node& node, std::size_t i, const std::string& path) {
      const Entries fields(problems_, node, {"indicator", "flips", "gate_only"});
      fields.require("indicator");
      text(fields, "indicator", path, rulebook_.indicators[list[i].indicator].id);
      text(fields, "flips", path, std::to_string(list[i].flips));
      text(fields, "gate_only", path, list[i].gate_only ? "yes" : "no");
    });
  }

  void counterfactuals(const Entries& axis_fields, const std::string& where, std::size_t axis, Register r) {
    const auto& list = result_.axes[axis].recoded[index_of(r)];
    each(axis_fields, "counterfactuals", where, list.size(),
         [&](const Node& node, std::size_t i, const std::string& path) {
           const Entries fields(problems_, node, {"changes", "kind", "models"});
           if (const Node* changes = fields.require("changes")) recodings(*changes, path, list[i].changes);
           placed(fields, path, axis, r, list[i].placement);
         });
  }

  /// `{a: [0.67, 0]}`: from and to.
  void recodings(const Node& map, const std::string& path, const std::vector<Recoding>& changes) {
    if (!problems_.is_map(map)) return;
    Words expected, is;
    for (const Node& key : map.keys) expected.push_back(key.text);
    for (const Recoding& change : changes) is.push_back(rulebook_.indicators[change.indicator].id);
    if (expected != is) return differ(map, path + ".changes", joined(expected), joined(is));
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const Node& ends = map.items[i];
      if (ends.items.size() != 2) return problems_.add(ends, "a change is [from, to]");
      degree(ends.items[0], path + "." + is[i] + ".from", changes[i].from);
      degree(ends.items[1], path + "." + is[i] + ".to", changes[i].to);
    }
  }

  void robustness(const Node& node, std::size_t axis) {
    const std::string path = rulebook_.axes[axis].id + ".robustness";
    const Robustness& is = result_.axes[axis].robustness.value();
    const Entries fields(problems_, node, {"crossover", "weights"});
    if (const Node* ends = fields.find("crossover")) {
      if (ends->items.size() != 2) return problems_.add(*ends, "an interval is [from, to]");
      degree(ends->items[0], path + ".crossover.from", is.crossover_from);
      degree(ends->items[1], path + ".crossover.to", is.crossover_to);
    }
    degree(fields, "weights", path, is.weights);
  }

  const Classifier& classifier_;
  const Rulebook& rulebook_;
  const PeriodResult& result_;
  Problems problems_;
  std::vector<std::string> differences_;
};

}  // namespace

Verdict compare(const CaseFile& file, const BlocResult& result, const Node& expect) {
  return Comparer(file, result.periods.front()).run(expect);
}

}  // namespace bloctype::cases
