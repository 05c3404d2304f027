// Every sentence is a whole phrase of src/text with names filled in.
#include "render/model_sentences.hpp"

#include <algorithm>
#include <cmath>

#include "core/number.hpp"
#include "core/utf8.hpp"

namespace bloctype {

/// The indicators that carry a model: the first items that hold, necessary before typical ones.
std::vector<std::size_t> ModelSentences::carriers(std::size_t model) const {
  const bool brief = view_.shown().models.size() > 1 || view_.membership(model).binding == Cap::kContrary;
  const std::size_t most = brief ? 2 : 3;
  std::vector<std::size_t> found;
  for (const CapNode& cap : view_.model(model).caps) {
    if (cap.cap == Cap::kContrary) continue;
    for (const ItemNode& item : view_.ranked(cap, AxisView::Order::kByContribution)) {
      const std::size_t indicator = view_.leading(item.node);
      if (found.size() < most && std::find(found.begin(), found.end(), indicator) == found.end())
        found.push_back(indicator);
    }
  }
  return found;
}

/// The indicator that sets the cap that binds, where that is a necessary or contrary feature short of its best.
std::optional<std::size_t> ModelSentences::capping(std::size_t model) const {
  const Membership& m = view_.membership(model);
  if (m.binding == Cap::kTypical || (m.value.point && equal9(*m.value.point, 1))) return std::nullopt;
  return view_.leading(view_.cap(model, m.binding)->node);
}

/// The value a cap holds a model to.
std::string ModelSentences::height(std::size_t model) const {
  const Triple& value = view_.membership(model).value;
  return phrases_.number(value.point.value_or(value.high));
}

/// The clauses that carry a model; the one that caps it says so.
std::string ModelSentences::reasons(std::size_t model) const {
  const auto cap = capping(model);
  std::string text;
  for (const std::size_t indicator : carriers(model)) {
    const std::string clause = phrases_.clause(indicator);
    text += (text.empty() ? "" : "; ") +
            (cap == indicator ? texts_.say("cap.told", {{"clause", clause}, {"value", height(model)}}) : clause);
  }
  return text.empty() ? text : capitalised(text) + ".";
}

/// What keeps a model from 1, where no clause has said it.
std::string ModelSentences::cap_sentence(std::size_t model) const {
  const Membership& m = view_.membership(model);
  if (m.value.point && equal9(*m.value.point, 1)) return {};
  const std::string key = "cap." + std::string(name(m.binding));
  if (const auto cap = capping(model)) {
    const std::vector<std::size_t> told = carriers(model);
    if (std::find(told.begin(), told.end(), *cap) != told.end()) return {};
    return texts_.say(key, {{"feature", phrases_.named(*cap)}, {"value", height(model)}});
  }
  std::vector<std::string> weak;
  for (const ItemNode& item : view_.ranked(*view_.cap(model, m.binding), AxisView::Order::kByShortfall)) {
    if (weak.size() < 2) weak.push_back(phrases_.named(view_.leading(item.node)));
  }
  return weak.empty() ? std::string() : texts_.say(key, {{"features", texts_.list(weak)}});
}

std::string ModelSentences::coverage_sentence(std::size_t model) const {
  const std::size_t all = view_.model(model).indicators.size();
  const auto coded = static_cast<std::size_t>(view_.membership(model).coverage * static_cast<double>(all) + 0.5);
  if (coded == all) return {};
  return texts_.say("coverage", {{"coded", std::to_string(coded)}, {"all", std::to_string(all)}});
}

std::string ModelSentences::variant_sentence(std::size_t model) const {
  const ModelNodes& entry = view_.model(model);
  if (entry.variants.empty()) return {};
  if (const VariantNode* variant = variant_of(entry, view_.block(), 0)) {
    return texts_.say("variant.is", {{"variant", phrases_.text(variant->variant->label, variant->variant->id)}});
  }
  std::vector<std::string> facts;
  for (const VariantNode& variant : entry.variants) {
    for (const std::size_t indicator : indicators_of(variant.variant->condition)) {
      if (is_open(phrases_.value(indicator))) add_once(facts, phrases_.rulebook().indicators[indicator].id);
    }
  }
  return facts.empty() ? texts_.say("variant.none")
                       : texts_.say("variant.undetermined", {{"facts", texts_.list(facts)}});
}

std::string ModelSentences::placed(std::size_t model) const {
  return joined({texts_.say("placed.model", {{"model", capitalised(view_.short_label(model))}}), reasons(model),
                 cap_sentence(model), variant_sentence(model), coverage_sentence(model),
                 phrases_.cite(view_.model(model).model->cite)});
}

std::string ModelSentences::gap(Register in, std::size_t model) const {
  const auto value = [&](Register r) {
    const Membership& m = view_.result().placements[index_of(r)].memberships[model];
    const bool settled = m.value.point && m.certainty == Certainty::kDecided;
    return settled ? phrases_.number(*m.value.point) : phrases_.triple(m.value);
  };
  return texts_.say("gap." + std::string(name(in)), {{"model", view_.short_label(model)},
                                                     {"words", value(Register::kDiscourse)},
                                                     {"deeds", value(Register::kPractice)},
                                                     {"features", texts_.list(gap_features(in, model))}});
}

/// The items that speak for a model more in register `in` than in the other, widest gap first, with both degrees, and
/// those that count in the other alone and are not met there; where there are none, what binds in the other.
std::vector<std::string> ModelSentences::gap_features(Register in, std::size_t model) const {
  constexpr std::size_t kMost = 3;
  const Register other = in == Register::kPractice ? Register::kDiscourse : Register::kPractice;
  const Phrases words = view_.phrases(Register::kDiscourse);
  const Phrases deeds = view_.phrases(Register::kPractice);
  std::vector<std::pair<double, std::string>> found;
  for (const CapNode& cap : view_.model_in(other, model).caps) {
    for (const ItemNode& item : cap.items) {
      const auto there = view_.support(other, cap.cap, item);
      const ItemNode* twin = view_.twin(in, model, cap.cap, *item.item);
      const auto here = twin == nullptr ? std::optional(1.0) : view_.support(in, cap.cap, *twin);
      if (!there || !here || !less9(*there, *here) || (twin == nullptr && !less9(*there, 0.5))) continue;
      const std::size_t indicator = view_.leading_in(other, item.node);
      const std::string apart = texts_.say("gap.feature", {{"feature", phrases_.label(indicator)},
                                                           {"words", words.degree(indicator)},
                                                           {"deeds", deeds.degree(indicator)}});
      found.emplace_back(*here - *there, twin == nullptr ? view_.phrases(other).named(indicator) : apart);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return less9(b.first, a.first); });
  std::vector<std::string> names;
  for (const auto& [width, text] : found) {
    if (names.size() < kMost) add_once(names, text);
  }
  if (!names.empty()) return names;
  const Cap binding = view_.result().placements[index_of(other)].memberships[model].binding;
  for (const CapNode& cap : view_.model_in(other, model).caps) {
    if (cap.cap == binding) names.push_back(view_.phrases(other).named(view_.leading_in(other, cap.node)));
  }
  return names;
}

/// The features that a cap misses most, at most three; where none of its items has a value, the first of those.
std::vector<std::string> ModelSentences::most_missed(const CapNode& cap) const {
  constexpr std::size_t kMost = 3;
  std::vector<ItemNode> items = view_.ranked(cap, AxisView::Order::kByShortfall);
  if (items.empty()) items = cap.items;
  std::vector<std::string> names;
  for (const ItemNode& item : items) {
    if (names.size() < kMost) add_once(names, phrases_.named(view_.leading(item.node)));
  }
  return names;
}

std::string ModelSentences::not_placed(std::size_t model) const {
  const Membership& m = view_.membership(model);
  if (m.status == Status::kOpen) {
    return texts_.say("open." + std::string(name(view_.open_reason(model))),
                      {{"model", view_.short_label(model)}, {"causes", view_.causes(view_.moving_facts(model))}});
  }
  const CapNode* cap = view_.cap(model, m.binding);
  const bool typical = m.binding == Cap::kTypical;
  const std::string feature = typical ? std::string() : deciding_clause(*cap);
  const std::vector<std::string> weak = typical ? most_missed(*cap) : std::vector<std::string>();
  return joined(
      {texts_.say("out." + reason_of(model),
                  {{"model", view_.short_label(model)}, {"feature", feature}, {"features", texts_.list(weak)}}),
       cite_of(model, *cap)});
}

std::string ModelSentences::not_placed_either(std::size_t model) const {
  const Membership& m = view_.membership(model);
  if (m.status == Status::kOpen) return not_placed(model);
  return texts_.say("nor." + reason_of(model),
                    {{"model", view_.short_label(model)}, {"feature", deciding_item(*view_.cap(model, m.binding))}});
}

std::string ModelSentences::obstacle(std::size_t model) const {
  const Membership& m = view_.membership(model);
  if (m.status == Status::kOpen) {
    const std::string reason(name(view_.open_reason(model)));
    return texts_.say("obstacle." + reason, {{"causes", view_.causes(view_.moving_facts(model))}});
  }
  const CapNode& cap = *view_.cap(model, m.binding);
  const bool is_mean = m.binding == Cap::kTypical;
  return texts_.say("obstacle." + reason_of(model),
                    {{"feature", is_mean ? most_missed(cap).front() : deciding_item(cap)}});
}

/// The closed list of reasons, and apart from it a necessary feature that rules out what is there.
std::string ModelSentences::reason_of(std::size_t model) const {
  const Membership& m = view_.membership(model);
  const bool rules_out = m.binding == Cap::kNecessary && view_.leaf(view_.cap(model, m.binding)->node).negated;
  if (rules_out) return "necessary_opposed";
  return std::string(name(out_reason(view_.model(model), m, view_.block(), 0)));
}

/// The item that sets a cap's value; nullptr where that is an average.
const ItemNode* ModelSentences::item_of(const CapNode& cap) const {
  const std::size_t indicator = view_.leading(cap.node);
  for (const ItemNode& item : cap.items) {
    const auto mentioned = indicators_of(item.item->expression);
    if (std::find(mentioned.begin(), mentioned.end(), indicator) != mentioned.end()) return &item;
  }
  return nullptr;
}

/// That item by name, with its degree: of an expression its own, of a feature the coded one and where it stands.
std::string ModelSentences::deciding_item(const CapNode& cap) const {
  const ItemNode* item = item_of(cap);
  if (item == nullptr || parts_of(item->item->expression).size() < 2) return phrases_.named(view_.leading(cap.node));
  return phrases_.label(*item->item) + " (" + phrases_.degree(view_.block().at(item->node, 0), false) + ")";
}

/// A clause about the fact that sets a cap's value; where it takes several facts together, their item by its label.
std::string ModelSentences::deciding_clause(const CapNode& cap) const {
  const ItemNode* item = item_of(cap);
  const bool is_of_one = item == nullptr || parts_of(item->item->expression).size() < 2 ||
                         std::holds_alternative<Any>(item->item->expression.form);
  return is_of_one ? phrases_.clause(view_.leading(cap.node)) : deciding_item(cap);
}

/// The citation of that item; of an average, the model's.
std::string ModelSentences::cite_of(std::size_t model, const CapNode& cap) const {
  const ItemNode* item = cap.cap == Cap::kTypical ? nullptr : item_of(cap);
  return item == nullptr ? phrases_.cite(view_.model(model).model->cite)
                         : phrases_.cite(item->item->cite, item->item->claim);
}

std::string ModelSentences::verdict() const {
  const Gate& gate = *view_.nodes().gates[*view_.shown().gate].gate;
  std::vector<std::string> facts;
  for (const std::size_t indicator : indicators_of(gate.condition)) facts.push_back(phrases_.named(indicator));
  return joined({phrases_.text(gate.reason, gate.verdict), texts_.say("verdict.facts", {{"facts", texts_.list(facts)}}),
                 phrases_.cite(gate.cite, gate.claim)});
}

std::string ModelSentences::cap(std::size_t model, const CapNode& cap) const {
  const bool binds = cap.cap == view_.membership(model).binding;
  std::vector<std::string> features;
  for (const ItemNode& item : cap.items) features.push_back(phrases_.named(item));
  std::string text =
      texts_.say("why_not." + std::string(name(cap.cap)),
                 {{"value", phrases_.triple(view_.block().at(cap.node, 0))}, {"features", texts_.list(features)}});
  if (binds) text += " " + texts_.say("why_not.binds");
  return text;
}

}  // namespace bloctype
