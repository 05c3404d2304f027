// Sentences about one axis. Every one of them is a whole phrase of src/text with names filled in.
#include "render/axis_text.hpp"

#include <algorithm>
#include <cmath>

#include "core/number.hpp"
#include "core/utf8.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kMaxNamed = 3;    ///< facts named in one sentence before the rest is counted
constexpr std::size_t kMaxAlternatives = 2;

class AxisWriter {
 public:
  explicit AxisWriter(const AxisView& view) : view_(view), phrases_(view.phrases(view.reg())), texts_(view.texts) {}

  std::string paragraph() {
    heading();
    if (shown().gate) {
      verdict();
    } else {
      for (const std::size_t model : shown().models) placed(model);
    }
    for (const std::size_t model : result().headline.formally) gap("formally.gap", model);
    for (const std::size_t model : result().headline.undeclared) gap("undeclared.gap", model);
    certainty();
    if (!shown().gate) {
      bool nearest = true;
      for (const std::size_t model : others()) {
        if (told_apart(model) || (membership(model).status == Status::kOpen && shown().kind == Kind::kUndecided)) continue;
        nearest ? not_placed(model) : not_placed_either(model);
        nearest = false;
      }
    }
    alternatives();
    departures();
    return std::move(out_);
  }

  std::string why_not(std::size_t model) {
    const std::string title = texts_.say("why_not.title", {{"model", phrases_.label(*nodes().models[model].model)},
                                                           {"value", phrases_.triple(membership(model).value)}});
    out_ = painted(title, Tone::kStrong, view_.style.colour) + "\n";
    if (membership(model).status == Status::kIn) {
      sentence(texts_.say("why_not.is_in"));
      return std::move(out_);
    }
    not_placed(model);
    for (const CapNode& cap : nodes().models[model].caps) cap_line(model, cap);
    ways_in(model);
    return std::move(out_);
  }

 private:
  const AxisResult& result() const { return view_.result(); }
  const Placement& shown() const { return result().shown(); }
  const AxisNodes& nodes() const { return view_.nodes(); }
  const Membership& membership(std::size_t model) const { return shown().memberships[model]; }
  std::string short_label(std::size_t model) const { return phrases_.short_label(*nodes().models[model].model); }

  void sentence(const std::string& text) {
    out_ += std::string(kIndent, ' ') + wrapped(text, view_.style.width, kIndent, kIndent);
  }

  // --- headline

  void heading() {
    const std::string axis = to_upper(phrases_.label(*nodes().axis));
    const std::string certainty = texts_.say("certainty." + std::string(name(result().headline.certainty)));
    const std::string placement = phrases_.headline(result(), nodes());
    const std::size_t column = display_width(axis) + 2;
    std::string first = painted(axis, Tone::kStrong, view_.style.colour) + "  ";
    const std::size_t used = column + display_width(placement) + 2 + display_width(certainty);
    if (view_.style.layout == Layout::kUsual && used <= view_.style.width) {
      out_ += first + painted(placement, Tone::kStrong, view_.style.colour) +
              std::string(view_.style.width - used + 2, ' ') + certainty + "\n";
    } else {
      out_ += first + wrapped(texts_.say("headline.with_certainty", {{"placement", placement}, {"certainty", certainty}}),
                              view_.style.width, column, column);
    }
    std::vector<std::string> values;
    for (std::size_t m = 0; m < nodes().models.size(); ++m) {
      values.push_back(texts_.say("membership.value", {{"model", short_label(m)}, {"value", glance(membership(m))}}));
    }
    if (!nodes().axis->note.texts.empty()) values.push_back(phrases_.text(nodes().axis->note, ""));
    out_ += wrapped_parts(values, separator(view_.style), view_.style.width, kIndent);
  }

  /// A membership at a glance: bounds only where they leave open on which side it is.
  std::string glance(const Membership& m) const {
    if (m.value.point && (shown().gate || m.certainty == Certainty::kDecided)) return phrases_.number(*m.value.point);
    if (shown().gate || spans_everything(m.value)) return texts_.say("value.no_point");
    return phrases_.triple(m.value);
  }

  /// The gate or outcome that ended the placement, with the facts it went by.
  void verdict() {
    const Gate& gate = *nodes().gates[*shown().gate].gate;
    std::vector<std::string> facts;
    for (const std::size_t indicator : indicators_of(gate.condition)) facts.push_back(phrases_.named(indicator));
    sentence(phrases_.text(gate.reason, gate.verdict) + " " +
             texts_.say("verdict.facts", {{"facts", texts_.list(facts)}}) + " " + Phrases::cite(gate.cite));
    if (!shown().nearest) return;
    const Membership& nearest = membership(*shown().nearest);
    sentence(texts_.say("verdict.nearest", {{"model", phrases_.label(*nodes().models[*shown().nearest].model)},
                                            {"value", phrases_.triple(nearest.value)}}));
  }

  // --- models that are in

  /// Items of a cap with how much each adds to, or falls short of, a full value; most first.
  std::vector<ItemNode> ranked(const CapNode& cap, bool short_of_full) const {
    std::vector<std::pair<double, ItemNode>> scored;
    for (const ItemNode& item : cap.items) {
      const auto point = view_.block().at(item.node, 0).point;
      if (!point) continue;
      const double part = short_of_full ? 1 - *point : *point;
      if (!less9(short_of_full ? 0 : 0.5, part)) continue;
      scored.emplace_back(item.item->weight * part, item);
    }
    std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return less9(b.first, a.first); });
    std::vector<ItemNode> items;
    for (const auto& [score, item] : scored) items.push_back(item);
    return items;
  }

  std::size_t leading(const ItemNode& item) const {
    return leading_leaf(view_.program(), item.node, view_.block(), 0).indicator;
  }

  const CapNode* find_cap(std::size_t model, Cap cap) const {
    for (const CapNode& entry : nodes().models[model].caps) {
      if (entry.cap == cap) return &entry;
    }
    return nullptr;
  }

  /// The indicators that carry a model: the first items that hold, necessary before typical ones.
  std::vector<std::size_t> carriers(std::size_t model) const {
    const bool brief = shown().models.size() > 1 || membership(model).binding == Cap::kContrary;
    const std::size_t most = brief ? 2 : 3;
    std::vector<std::size_t> found;
    for (const CapNode& cap : nodes().models[model].caps) {
      if (cap.cap == Cap::kContrary) continue;
      for (const ItemNode& item : ranked(cap, false)) {
        const std::size_t indicator = leading(item);
        if (found.size() < most && std::find(found.begin(), found.end(), indicator) == found.end()) found.push_back(indicator);
      }
    }
    return found;
  }

  /// The indicator that sets the cap that binds, where that is a necessary or contrary feature short of its best.
  std::optional<std::size_t> capping(std::size_t model) const {
    const Membership& m = membership(model);
    if (m.binding == Cap::kTypical || (m.value.point && equal9(*m.value.point, 1))) return std::nullopt;
    return leading_leaf(view_.program(), find_cap(model, m.binding)->node, view_.block(), 0).indicator;
  }

  /// The clauses that carry a model; the one that caps it says so.
  std::string reasons(std::size_t model) const {
    const auto cap = capping(model);
    std::string text;
    for (const std::size_t indicator : carriers(model)) {
      const std::string clause = phrases_.clause(indicator);
      text += (text.empty() ? "" : "; ") + (cap == indicator ? texts_.say("cap.told", {{"clause", clause}}) : clause);
    }
    return text.empty() ? text : capitalised(text) + ".";
  }

  /// What keeps a model from 1, where no clause has said it.
  std::string cap_sentence(std::size_t model) const {
    const Membership& m = membership(model);
    if (m.value.point && equal9(*m.value.point, 1)) return {};
    const std::string key = "cap." + std::string(name(m.binding));
    if (const auto cap = capping(model)) {
      const std::vector<std::size_t> told = carriers(model);
      if (std::find(told.begin(), told.end(), *cap) != told.end()) return {};
      return texts_.say(key, {{"feature", phrases_.named(*cap)}});
    }
    std::vector<std::string> weak;
    for (const ItemNode& item : ranked(*find_cap(model, m.binding), true)) {
      if (weak.size() < 2) weak.push_back(phrases_.named(leading(item)));
    }
    return weak.empty() ? std::string() : texts_.say(key, {{"features", texts_.list(weak)}});
  }

  std::string coverage_sentence(std::size_t model) const {
    const std::size_t all = nodes().models[model].indicators.size();
    const auto coded = static_cast<std::size_t>(membership(model).coverage * static_cast<double>(all) + 0.5);
    if (coded == all) return {};
    return texts_.say("coverage", {{"coded", std::to_string(coded)}, {"all", std::to_string(all)}});
  }

  /// "It could be as low as 0.40, because a and b are not coded", where the interval is wide.
  std::string width_sentence(std::size_t model) const {
    const Triple& value = membership(model).value;
    if (membership(model).certainty == Certainty::kDecided) return {};
    const double point = value.point.value_or(value.low);
    const bool downwards = value.point && point - value.low >= value.high - point;
    const std::vector<std::size_t> causes = widening(view_.program(), nodes().models[model].membership,
                                                     downwards ? Bound::kLow : Bound::kHigh, view_.block(), 0);
    if (causes.empty()) return {};
    return texts_.say(downwards ? "width.low" : "width.high",
                      {{"bound", phrases_.number(downwards ? value.low : value.high)}, {"causes", causes_phrase(causes)}});
  }

  /// Causes by name, the rest counted.
  std::string causes_phrase(const std::vector<std::size_t>& causes) const {
    if (causes.size() <= kMaxNamed) return phrases_.causes(causes);
    const std::vector<std::size_t> first(causes.begin(), causes.begin() + kMaxNamed - 1);
    return texts_.count("cause.and_more", causes.size() - first.size(), {{"causes", phrases_.causes(first)}});
  }

  std::string variant_sentence(std::size_t model) const {
    const ModelNodes& entry = nodes().models[model];
    if (entry.variants.empty()) return {};
    if (const VariantNode* variant = variant_of(entry, view_.block(), 0)) {
      return texts_.say("variant.is", {{"variant", phrases_.text(variant->variant->label, variant->variant->id)}});
    }
    std::vector<std::string> facts;
    for (const VariantNode& variant : entry.variants) {
      for (const std::size_t indicator : indicators_of(variant.variant->condition)) {
        const std::string& id = phrases_.rulebook().indicators[indicator].id;
        if (std::find(facts.begin(), facts.end(), id) == facts.end()) facts.push_back(id);
      }
    }
    return texts_.say("variant.undetermined", {{"facts", texts_.list(facts)}});
  }

  void placed(std::size_t model) {
    sentence(joined({texts_.say("placed.model", {{"model", capitalised(short_label(model))}}), reasons(model),
                     cap_sentence(model), variant_sentence(model), coverage_sentence(model), width_sentence(model),
                     Phrases::cite(nodes().models[model].model->cite)}));
  }

  static std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) {
      if (!part.empty()) out += (out.empty() ? "" : " ") + part;
    }
    return out;
  }

  /// A model that words and deeds judge differently, with the features that make the difference.
  void gap(std::string_view key, std::size_t model) {
    const auto value = [&](Register r) { return phrases_.triple(result().placements[index_of(r)].memberships[model].value); };
    sentence(texts_.say(key, {{"model", short_label(model)},
                              {"words", value(Register::kDiscourse)},
                              {"deeds", value(Register::kPractice)},
                              {"features", texts_.list(gap_features(model))}}));
  }

  /// True for a model of which gap() has said why it is not placed.
  bool told_apart(std::size_t model) const {
    const auto& formally = result().headline.formally;
    return std::find(formally.begin(), formally.end(), model) != formally.end();
  }

  /// The indicators of a model that lie apart in the two registers, widest gap first, with both degrees; at most three.
  std::vector<std::string> gap_features(std::size_t model) const {
    const Phrases words = view_.phrases(Register::kDiscourse);
    const Phrases deeds = view_.phrases(Register::kPractice);
    std::vector<std::pair<double, std::string>> found;
    for (const std::size_t indicator : view_.classifier.program(Register::kPractice).axes[view_.axis].models[model].indicators) {
      const auto said = words.value(indicator).point;
      const auto done = deeds.value(indicator).point;
      if (!said || !done || equal9(*said, *done)) continue;
      found.emplace_back(std::abs(*said - *done), texts_.say("gap.feature", {{"feature", phrases_.label(indicator)},
                                                                              {"words", words.degree(indicator)},
                                                                              {"deeds", deeds.degree(indicator)}}));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return less9(b.first, a.first); });
    std::vector<std::string> names;
    for (const auto& [width, text] : found) {
      if (names.size() < 3) names.push_back(text);
    }
    for (const ItemNode& item : one_sided_items(model)) names.push_back(phrases_.named(item));
    return names;
  }

  /// Items that count in one register only.
  std::vector<ItemNode> one_sided_items(std::size_t model) const {
    std::vector<ItemNode> found;
    for (const CapNode& cap : nodes().models[model].caps) {
      for (const ItemNode& item : cap.items) {
        if (item.item->only) found.push_back(item);
      }
    }
    return found;
  }

  // --- certainty

  /// What keeps the placement from being decided, and the question to answer next.
  void certainty() {
    if (result().headline.certainty == Certainty::kDecided) return;
    sentence(joined({result().headline.declared_only ? texts_.say("certain.declared_only") : "", moving_models(), pending(),
                     next_question()}));
  }

  /// The facts that could move models: those that are pivotal, else those that widen the intervals.
  std::string moving_models() const {
    std::vector<std::string> models;
    std::vector<std::size_t> widening_facts;
    for (std::size_t m = 0; m < nodes().models.size(); ++m) {
      if (membership(m).certainty == Certainty::kDecided) continue;
      models.push_back(short_label(m));
      for (const Bound bound : {Bound::kLow, Bound::kHigh}) {
        for (const std::size_t f : widening(view_.program(), nodes().models[m].membership, bound, view_.block(), 0)) {
          if (std::find(widening_facts.begin(), widening_facts.end(), f) == widening_facts.end()) widening_facts.push_back(f);
        }
      }
    }
    if (models.empty() || shown().gate) return {};
    std::vector<std::size_t> facts;
    for (const Pivot& pivot : result().pivotal[index_of(view_.reg())]) {
      if (!pivot.gate_only) facts.push_back(pivot.indicator);
    }
    const bool alone_enough = !facts.empty();
    if (!alone_enough) facts = widening_facts;
    const bool open = shown().kind == Kind::kUndecided || shown().kind == Kind::kAtLeast;
    const std::string key = open ? "certain.open" : alone_enough ? "certain.leaning" : "certain.leaning_together";
    if (facts.empty()) return texts_.count("certain.at_crossover", models.size(), {{"models", texts_.list(models)}});
    return texts_.count(key, models.size(), {{"models", texts_.list(models)}, {"causes", causes_phrase(facts)}});
  }

  std::string pending() const {
    std::vector<std::string> verdicts;
    std::vector<std::size_t> facts;
    for (const std::size_t g : shown().pending) {
      const GateNode& gate = nodes().gates[g];
      const std::string label = phrases_.label_of_verdict(gate.gate->verdict);
      if (std::find(verdicts.begin(), verdicts.end(), label) == verdicts.end()) verdicts.push_back(label);
      for (const std::size_t indicator : indicators_of(gate.gate->condition)) {
        const bool listed = std::find(facts.begin(), facts.end(), indicator) != facts.end();
        if (!listed && is_open(phrases_.value(indicator))) facts.push_back(indicator);
      }
    }
    if (verdicts.empty()) return {};
    return texts_.say("certain.pending", {{"verdicts", texts_.alternatives(verdicts)}, {"causes", causes_phrase(facts)}});
  }

  /// The question whose answer can change most.
  std::string next_question() const {
    const auto& pivots = result().pivotal[index_of(view_.reg())];
    if (pivots.empty()) return {};
    const std::size_t indicator = pivots.front().indicator;
    return texts_.say("next", {{"fact", phrases_.rulebook().indicators[indicator].id}, {"question", phrases_.question(indicator)}});
  }

  // --- models that are not in

  /// Models that are not placed, nearest first.
  std::vector<std::size_t> others() const {
    std::vector<std::size_t> found;
    for (std::size_t m = 0; m < nodes().models.size(); ++m) {
      if (membership(m).status != Status::kIn) found.push_back(m);
    }
    std::stable_sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
      return less9(membership(b).value.point.value_or(membership(b).value.low), membership(a).value.point.value_or(membership(a).value.low));
    });
    return found;
  }

  void not_placed(std::size_t model) {
    const Membership& m = membership(model);
    if (m.status == Status::kOpen) {
      const OpenReason reason = open_reason(view_.program(), nodes().models[model], m, view_.block(), 0, phrases_.rulebook().crossover);
      const NodeId node = nodes().models[model].membership;
      std::vector<std::size_t> facts = widening(view_.program(), node, Bound::kHigh, view_.block(), 0);
      sentence(texts_.say("open." + std::string(name(reason)), {{"model", short_label(model)}, {"causes", causes_phrase(facts)}}));
      return;
    }
    const OutReason reason = out_reason(nodes().models[model], m, view_.block(), 0);
    const CapNode* cap = find_cap(model, m.binding);
    std::string feature;
    std::vector<std::string> weak;
    if (m.binding == Cap::kTypical) {
      for (const ItemNode& item : ranked(*cap, true)) {
        if (weak.size() < 3) weak.push_back(phrases_.named(leading(item)));
      }
    } else {
      feature = phrases_.clause(leading_leaf(view_.program(), cap->node, view_.block(), 0).indicator);
    }
    sentence(joined({texts_.say("out." + std::string(name(reason)),
                                {{"model", short_label(model)}, {"feature", feature}, {"features", texts_.list(weak)}}),
                     cite_of(*cap)}));
  }

  /// In one line: the nearest model has been told in full.
  void not_placed_either(std::size_t model) {
    const Membership& m = membership(model);
    if (m.status == Status::kOpen) return not_placed(model);
    const OutReason reason = out_reason(nodes().models[model], m, view_.block(), 0);
    const std::size_t indicator = leading_leaf(view_.program(), find_cap(model, m.binding)->node, view_.block(), 0).indicator;
    sentence(texts_.say("nor." + std::string(name(reason)), {{"model", short_label(model)}, {"feature", phrases_.named(indicator)}}));
  }

  /// The citation of the item that sets a cap's value.
  std::string cite_of(const CapNode& cap) const {
    const std::size_t indicator = leading_leaf(view_.program(), cap.node, view_.block(), 0).indicator;
    for (const ItemNode& item : cap.items) {
      const auto mentioned = indicators_of(item.item->expression);
      if (std::find(mentioned.begin(), mentioned.end(), indicator) != mentioned.end()) return Phrases::cite(item.item->cite);
    }
    return {};
  }

  void cap_line(std::size_t model, const CapNode& cap) {
    const bool binds = cap.cap == membership(model).binding;
    std::vector<std::string> features;
    for (const ItemNode& item : cap.items) features.push_back(phrases_.named(item));
    std::string text = texts_.say("why_not." + std::string(name(cap.cap)),
                                  {{"value", phrases_.triple(view_.block().at(cap.node, 0))}, {"features", texts_.list(features)}});
    if (binds) text += " " + texts_.say("why_not.binds");
    sentence(text);
  }

  void ways_in(std::size_t model) {
    std::vector<Triple> inputs;
    for (const Fact& fact : view_.period.period->facts) inputs.push_back(fact.triples[index_of(view_.reg())]);
    const auto ways = ways_into({view_.program(), nodes(), inputs}, model);
    if (ways.empty()) return sentence(texts_.say("why_not.no_way", {{"count", std::to_string(kMaxRecoded)}}));
    for (const Counterfactual& way : ways) {
      sentence(texts_.say("recoding.sentence", {{"placement", phrases_.placement(way.placement, nodes())},
                                                {"changes", texts_.say("recoding.if", {{"changes", changes_of(way)}})}}));
    }
  }

  // --- what would change it, and how far it stands from the ideal type

  std::string changes_of(const Counterfactual& entry) const {
    std::vector<std::string> changes;
    for (const Recoding& change : entry.changes) changes.push_back(phrases_.recoding(change));
    return texts_.list(changes);
  }

  /// The first recodings, those with one outcome in one sentence.
  void alternatives() {
    const auto& found = result().recoded[index_of(view_.reg())];
    std::vector<std::pair<std::string, std::vector<std::string>>> outcomes;
    const std::size_t most = shown().models.size() > 1 ? 1 : kMaxAlternatives;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i) {
      const std::string placement = phrases_.placement(found[i].placement, nodes());
      if (outcomes.empty() || outcomes.back().first != placement) outcomes.push_back({placement, {}});
      outcomes.back().second.push_back(texts_.say("recoding.if", {{"changes", changes_of(found[i])}}));
    }
    std::vector<std::string> sentences;
    for (const auto& [placement, changes] : outcomes) {
      sentences.push_back(texts_.say("recoding.sentence", {{"placement", placement}, {"changes", texts_.alternatives(changes)}}));
    }
    if (!sentences.empty()) sentence(joined(sentences));
  }

  void departures() {
    std::vector<std::string> in_kind, in_degree;
    std::size_t undocumented = 0;
    for (const Deviation& deviation : result().deviations) {
      const Distance d = distance(deviation);
      if (d == Distance::kUndocumented) ++undocumented;
      if (d == Distance::kInKind) in_kind.push_back(departure(deviation));
      if (d == Distance::kInDegree) in_degree.push_back(departure_label(deviation));
    }
    std::vector<std::string> parts;
    if (!in_kind.empty()) parts.push_back(texts_.say("departures.in_kind", {{"features", texts_.list(unique(in_kind))}}));
    if (!in_degree.empty()) parts.push_back(texts_.say("departures.in_degree", {{"features", shortened(unique(in_degree))}}));
    if (undocumented > 0) parts.push_back(texts_.count("departures.undocumented", undocumented));
    if (parts.empty()) return;
    sentence(texts_.say("departures.title") + " " + joined_by(parts, "; ") + ".");
  }

  static std::vector<std::string> unique(const std::vector<std::string>& list) {
    std::vector<std::string> kept;
    for (const std::string& entry : list) {
      if (std::find(kept.begin(), kept.end(), entry) == kept.end()) kept.push_back(entry);
    }
    return kept;
  }

  static std::string joined_by(const std::vector<std::string>& parts, std::string_view joint) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : std::string(joint)) + part;
    return out;
  }

  std::string shortened(const std::vector<std::string>& names) const {
    return names.size() <= 3 ? texts_.list(names) : texts_.count("departures.count", names.size());
  }

  std::string departure_label(const Deviation& deviation) const {
    if (deviation.item != nullptr) return phrases_.label(*deviation.item);
    return phrases_.label(std::get<Feature>(deviation.expression->form).indicator);
  }

  std::string departure(const Deviation& deviation) const {
    const std::size_t indicator = leading_leaf(view_.program(), deviation.node, view_.block(), 0).indicator;
    const bool of_variant = deviation.variant != nullptr;
    const std::string key = std::string(of_variant ? "departures.of_variant." : "departures.of_model.") +
                            (deviation.expected_full ? "full" : "absent");
    return texts_.say(key, {{"feature", departure_label(deviation)},
                            {"degree", phrases_.degree(indicator)},
                            {"variant", of_variant ? phrases_.text(deviation.variant->label, deviation.variant->id) : ""}});
  }

  const AxisView& view_;
  Phrases phrases_;
  const Catalogue& texts_;
  std::string out_;
};

}  // namespace

std::string render_axis(const AxisView& view) { return AxisWriter(view).paragraph(); }

std::string render_why_not(const AxisView& view, std::size_t model) { return AxisWriter(view).why_not(model); }

}  // namespace bloctype
