// Items are told apart by what they ask, so an item that asks something else is another item. Gates have no name but
// their verdict, and keep it when their condition changes.
#include "lint/rule_parts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/number.hpp"

namespace bloctype {
namespace {

using What = RulePart::What;

// --- parts

template <typename R>  // Rulebook or const Rulebook
auto axis_of(const std::string& id, R& rulebook) -> decltype(&rulebook.axes.front()) {
  const auto place = rulebook.axis(id);
  return place ? &rulebook.axes[*place] : nullptr;
}

/// A model by its id, where its axis has it.
template <typename R>
auto model_of(const std::string& id, R& rulebook) -> decltype(&rulebook.models.front()) {
  for (auto& axis : rulebook.axes) {
    for (const std::size_t m : axis.models) {
      if (rulebook.models[m].id == id) return &rulebook.models[m];
    }
  }
  return nullptr;
}

template <typename M>  // Model or const Model
auto& list_of(const std::string& name, M& model) {
  if (name == "necessary") return model.necessary;
  return name == "typical" ? model.typical : model.contrary;
}

/// How an item is told apart: what it asks, and the run that it counts in.
std::string key_of(const Item& item, const Rulebook& rulebook) {
  std::string key = written(item.expression, rulebook);
  if (item.only) key += *item.only == Register::kPractice ? " (practice)" : " (discourse)";
  return key;
}

template <typename M>
auto find_item(const RulePart& part, M& model, const Rulebook& rulebook) {
  auto& list = list_of(part.list, model);
  std::size_t number = 0;
  return std::find_if(list.begin(), list.end(),
                      [&](const Item& item) { return key_of(item, rulebook) == part.id && number++ == part.number; });
}

template <typename A>  // Axis or const Axis
auto& gates_of(What what, A& axis) {
  return what == What::kGate ? axis.gates : axis.outcomes;
}

template <typename A>
auto find_gate(const RulePart& part, A& axis) {
  auto& gates = gates_of(part.what, axis);
  std::size_t number = 0;
  return std::find_if(gates.begin(), gates.end(),
                      [&](const Gate& gate) { return gate.verdict == part.id && number++ == part.number; });
}

bool is_on(const Axis& axis, const std::string& model, const Rulebook& rulebook) {
  return std::any_of(axis.models.begin(), axis.models.end(),
                     [&](std::size_t m) { return rulebook.models[m].id == model; });
}

/// The axis that lists a model, by its id; empty for none.
std::string axis_listing(const std::string& model, const Rulebook& rulebook) {
  for (const Axis& axis : rulebook.axes) {
    if (is_on(axis, model, rulebook)) return axis.id;
  }
  return {};
}

/// The gates of a list as parts, in order.
std::vector<RulePart> gate_parts(const Axis& axis, What what) {
  std::vector<RulePart> parts;
  std::map<std::string, std::size_t> numbers;
  for (const Gate& gate : gates_of(what, axis))
    parts.push_back({what, axis.id, {}, gate.verdict, numbers[gate.verdict]++});
  return parts;
}

What gates_in(const RulePart& order) { return order.list == "gates" ? What::kGate : What::kOutcome; }

/// Of the gates that both have, the order in which `rulebook` has them.
std::vector<RulePart> shared_order(const RulePart& order, const Rulebook& rulebook, const Rulebook& other) {
  std::vector<RulePart> parts = gate_parts(*axis_of(order.owner, rulebook), gates_in(order));
  std::erase_if(parts, [&](const RulePart& part) { return what_it_says(part, other).empty(); });
  return parts;
}

std::string order_text(const RulePart& order, const Axis& axis, const Rulebook& rulebook) {
  std::string text;
  for (const Gate& gate : gates_of(gates_in(order), axis)) {
    text += (text.empty() ? "" : ", ") + gate.verdict + " (" + written(gate.condition, rulebook) + ")";
  }
  return text;
}

void add_parts(const Rulebook& rulebook, std::vector<RulePart>& parts) {
  const auto add = [&](RulePart part) {
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(std::move(part));
  };
  add({What::kScale, {}, {}, {}});
  add({What::kCrossover, {}, {}, {}});
  add({What::kEvidenceFloor, {}, {}, {}});
  for (const Axis& axis : rulebook.axes) {
    add({What::kCombine, axis.id, {}, {}});
    for (const What what : {What::kGate, What::kOutcome}) {
      for (RulePart& part : gate_parts(axis, what)) add(std::move(part));
    }
    add({What::kOrder, axis.id, "gates", {}});
    add({What::kOrder, axis.id, "outcomes", {}});
    for (const std::size_t m : axis.models) {
      const Model& model = rulebook.models[m];
      add({What::kModel, axis.id, {}, model.id});
      for (const char* list : {"necessary", "typical", "contrary"}) {
        std::map<std::string, std::size_t> numbers;
        for (const Item& item : list_of(list, model)) {
          const std::string key = key_of(item, rulebook);
          add({What::kItem, model.id, list, key, numbers[key]++});
        }
      }
    }
  }
}

std::string scale_text(const Rulebook& rulebook) {
  std::string text;
  for (const ScaleWord& word : rulebook.scale)
    text += (text.empty() ? "" : ", ") + word.id + " " + shortest(word.value);
  return text;
}

/// The weights inside an expression, which written() leaves out: ", mean weights 2, 1".
std::string weights_text(const Expression& expression) {
  std::string text;
  if (const auto* mean = std::get_if<Mean>(&expression.form)) {
    for (const double weight : mean->weights) text += (text.empty() ? ", mean weights " : ", ") + shortest(weight);
  }
  for (const Expression& part : parts_of(expression)) text += weights_text(part);
  return text;
}

std::string gate_text(const Gate& gate, const Rulebook& rulebook) {
  const std::string sense = gate.sense == Gate::Sense::kIf ? "if " : "unless ";
  const std::string threshold = equal9(gate.threshold, 0.5) ? "" : ", above " + shortest(gate.threshold);
  return sense + written(gate.condition, rulebook) + weights_text(gate.condition) + threshold;
}

/// True where a part cannot be compared by itself, since what it belongs to is in one of the two alone.
bool belongs_to_what_one_lacks(const RulePart& part, const Rulebook& first, const Rulebook& second) {
  switch (part.what) {
    case What::kScale:
    case What::kCrossover:
    case What::kEvidenceFloor:
      return false;
    case What::kItem:
      return axis_listing(part.owner, first).empty() ||
             axis_listing(part.owner, first) != axis_listing(part.owner, second);
    case What::kCombine:
    case What::kModel:
    case What::kGate:
    case What::kOutcome:
    case What::kOrder:
      return axis_of(part.owner, first) == nullptr || axis_of(part.owner, second) == nullptr;
  }
  return false;
}

// --- taking over

/// Puts the entry at `from` where `to_list` has its counterpart at `to`; takes out or puts in where one has none.
template <typename List, typename From, typename To>
void replace_entry(const List& from_list, From from, List& to_list, To to) {
  if (from == from_list.end() && to != to_list.end()) {
    to_list.erase(to);
  } else if (from != from_list.end() && to != to_list.end()) {
    *to = *from;
  } else if (from != from_list.end()) {
    const auto index = std::min<std::ptrdiff_t>(from - from_list.begin(), static_cast<std::ptrdiff_t>(to_list.size()));
    to_list.insert(to_list.begin() + index, *from);
  }
}

/// Takes a model off every axis but `axis`.
void keep_on(const std::string& axis, const std::string& model, Rulebook& rulebook) {
  for (Axis& other : rulebook.axes) {
    if (other.id == axis) continue;
    std::erase_if(other.models, [&](std::size_t m) { return rulebook.models[m].id == model; });
  }
}

void take_over_model(const RulePart& part, const Rulebook& from, Rulebook& to) {
  const Axis& source = *axis_of(part.owner, from);
  Axis& target = *axis_of(part.owner, to);
  if (!is_on(source, part.id, from)) {
    std::erase_if(target.models, [&](std::size_t m) { return to.models[m].id == part.id; });
    return;
  }
  if (is_on(target, part.id, to)) return;
  const auto at = std::find_if(source.models.begin(), source.models.end(),
                               [&](std::size_t m) { return from.models[m].id == part.id; });
  const auto index = std::min<std::ptrdiff_t>(at - source.models.begin(), std::ssize(target.models));
  Model model = from.models[*at];
  model.axis = *to.axis(part.owner);
  target.models.insert(target.models.begin() + index, to.models.size());
  to.models.push_back(std::move(model));
  keep_on(part.owner, part.id, to);
}

/// Puts the gates that both have in the order of `from`, into the places that they have in `to`.
void take_over_order(const RulePart& part, const Rulebook& from, Rulebook& to) {
  Axis& axis = *axis_of(part.owner, to);
  auto& gates = gates_of(gates_in(part), axis);
  std::vector<std::ptrdiff_t> slots;
  std::vector<Gate> ordered;
  for (const RulePart& gate : shared_order(part, from, to)) {
    const auto at = find_gate(gate, axis);
    slots.push_back(at - gates.begin());
    ordered.push_back(*at);
  }
  std::sort(slots.begin(), slots.end());
  for (std::size_t i = 0; i < slots.size(); ++i) gates[static_cast<std::size_t>(slots[i])] = ordered[i];
}

}  // namespace

std::vector<RulePart> differing_parts(const Rulebook& first, const Rulebook& second) {
  std::vector<RulePart> parts;
  add_parts(first, parts);
  add_parts(second, parts);
  std::erase_if(parts, [&](const RulePart& part) {
    if (belongs_to_what_one_lacks(part, first, second)) return true;
    if (part.what == What::kOrder) return shared_order(part, first, second) == shared_order(part, second, first);
    return what_it_says(part, first) == what_it_says(part, second);
  });
  return parts;
}

std::string what_it_says(const RulePart& part, const Rulebook& rulebook) {
  switch (part.what) {
    case What::kScale:
      return scale_text(rulebook);
    case What::kCrossover:
      return shortest(rulebook.crossover);
    case What::kEvidenceFloor:
      return shortest(rulebook.evidence_floor);
    case What::kCombine: {
      const Axis* axis = axis_of(part.owner, rulebook);
      if (axis == nullptr) return {};
      return axis->combine == Axis::Combine::kHybrid ? "hybrid" : "rival";
    }
    case What::kOrder: {
      const Axis* axis = axis_of(part.owner, rulebook);
      return axis == nullptr ? std::string() : order_text(part, *axis, rulebook);
    }
    case What::kModel: {
      const Axis* axis = axis_of(part.owner, rulebook);
      return axis != nullptr && is_on(*axis, part.id, rulebook) ? part.id : std::string();
    }
    case What::kItem: {
      const Model* model = model_of(part.owner, rulebook);
      if (model == nullptr) return {};
      const auto item = find_item(part, *model, rulebook);
      if (item == list_of(part.list, *model).end()) return {};
      return (part.list == "typical" ? "weight " + shortest(item->weight) : part.list) + weights_text(item->expression);
    }
    case What::kGate:
    case What::kOutcome: {
      const Axis* axis = axis_of(part.owner, rulebook);
      if (axis == nullptr) return {};
      const auto gate = find_gate(part, *axis);
      return gate == gates_of(part.what, *axis).end() ? std::string() : gate_text(*gate, rulebook);
    }
  }
  return {};
}

Place place_of(const RulePart& part, const Rulebook& rulebook) {
  if (part.what == What::kItem || part.what == What::kModel) {
    const Model* model = model_of(part.what == What::kItem ? part.owner : part.id, rulebook);
    if (model == nullptr) return {};
    if (part.what == What::kModel) return model->place;
    const auto item = find_item(part, *model, rulebook);
    return item == list_of(part.list, *model).end() ? Place() : item->place;
  }
  const Axis* axis = axis_of(part.owner, rulebook);
  if (axis == nullptr) return {};
  if (part.what == What::kCombine || part.what == What::kOrder) return axis->place;
  const auto gate = find_gate(part, *axis);
  return gate == gates_of(part.what, *axis).end() ? Place() : gate->place;
}

bool is_placeable(const Rulebook& rulebook) {
  for (const Axis& axis : rulebook.axes) {
    for (const std::size_t m : axis.models) {
      for (const Register r : kRegisters) {
        const auto counts = [&](const Item& item) { return item.in_run(r); };
        const Model& model = rulebook.models[m];
        if (std::none_of(model.necessary.begin(), model.necessary.end(), counts) &&
            std::none_of(model.typical.begin(), model.typical.end(), counts)) {
          return false;
        }
      }
    }
  }
  return true;
}

void take_over(const RulePart& part, const Rulebook& from, Rulebook& to) {
  switch (part.what) {
    case What::kScale:
      return;
    case What::kCrossover:
      to.crossover = from.crossover;
      return;
    case What::kEvidenceFloor:
      to.evidence_floor = from.evidence_floor;
      return;
    case What::kCombine:
      axis_of(part.owner, to)->combine = axis_of(part.owner, from)->combine;
      return;
    case What::kModel:
      return take_over_model(part, from, to);
    case What::kOrder:
      return take_over_order(part, from, to);
    case What::kItem: {
      const Model& source = *model_of(part.owner, from);
      Model& target = *model_of(part.owner, to);
      return replace_entry(list_of(part.list, source), find_item(part, source, from), list_of(part.list, target),
                           find_item(part, target, to));
    }
    case What::kGate:
    case What::kOutcome: {
      const Axis& source = *axis_of(part.owner, from);
      Axis& target = *axis_of(part.owner, to);
      return replace_entry(gates_of(part.what, source), find_gate(part, source), gates_of(part.what, target),
                           find_gate(part, target));
    }
  }
}

std::string_view name(RulePart::What what) {
  constexpr std::array<std::string_view, 9> kNames = {"scale", "crossover", "evidence_floor", "combine", "model",
                                                      "item",  "gate",      "outcome",        "order"};
  return kNames[static_cast<std::size_t>(what)];
}

}  // namespace bloctype
