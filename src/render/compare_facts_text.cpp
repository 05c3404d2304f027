// Facts come in the order in which the engine puts them: those that decide, then by how far they move.
#include "render/compare_facts_text.hpp"

#include "core/number.hpp"
#include "render/axis_view.hpp"

namespace bloctype {
namespace {

using Models = std::vector<std::size_t>;
using Strings = std::vector<std::string>;

class FactsWriter {
 public:
  explicit FactsWriter(const ComparedAxis& view)
      : view_(view), found_(view.found), texts_(view.texts), phrases_{view.phrases(0), view.phrases(1)} {}

  std::vector<AxisPart> parts() {
    deciding();
    add(together());
    add(joined({movers(), idle()}));
    add(evidence());
    return std::move(parts_);
  }

  std::string most_moving() {
    Strings facts;
    for (const DifferingFact& fact : found_.facts) {
      if (facts.size() < kMostMovers && is_real(fact) && !fact.is_idle()) facts.push_back(told(fact));
    }
    return joined(facts, "; ");
  }

  /// What is known of one side only and moves something: first what each does alone.
  std::string evidence() {
    Strings parts;
    for (const Effect& effect : effects(DifferingFact::Ground::kEvidence)) {
      Strings facts;
      for (const DifferingFact* fact : effect.facts) facts.push_back(named_once(*fact));
      parts.push_back(effect_text(effect) + " " + shortened(facts) + ".");
    }
    Strings rest;
    for (const DifferingFact& fact : found_.facts) {
      if (!is_real(fact) && !fact.decides() && !fact.is_idle()) rest.push_back(degrees(fact));
    }
    if (parts.empty() && rest.empty()) return {};
    if (parts.empty()) return view_.by_pairing("evidence.facts", {{"facts", shortened(rest)}});
    if (!rest.empty()) parts.push_back(texts_.say("compare.evidence.rest", {{"facts", shortened(rest)}}));
    return view_.by_pairing("evidence.title") + " " + joined(parts);
  }

 private:
  const std::string& label(std::size_t side) const { return view_.label(side); }
  const AxisNodes& nodes() const { return view_.nodes(); }

  /// A fact with both degrees; a place in the sources that both have is named once.
  std::string degrees(const DifferingFact& fact) const {
    const std::array<Phrases, 2> phrases = {view_.phrases(0, fact.reg), view_.phrases(1, fact.reg)};
    const std::array<std::string, 2> places = {phrases[0].sources(fact.indicator), phrases[1].sources(fact.indicator)};
    const bool shared = !places[0].empty() && places[0] == places[1];
    const auto degree = [&](std::size_t side) {
      return joined({phrases[side].degree(fact.indicator), shared ? "" : places[side]}, ", ");
    };
    const std::string text =
        view_.by_pairing(shared ? "fact.shared" : "fact.each", {{"fact", phrases[0].label(fact.indicator)},
                                                                {"first", degree(0)},
                                                                {"second", degree(1)},
                                                                {"place", places[0]},
                                                                {"a", label(0)},
                                                                {"b", label(1)}});
    if (fact.reg == found_.reg) return text;
    return texts_.say("compare.fact." + std::string(name(fact.reg)), {{"fact", text}});
  }

  std::string routes(const DifferingFact& fact) const {
    Strings names;
    for (const Route& route : fact.routes) add_once(names, route_name(route, fact.routes));
    return texts_.list(names);
  }

  /// A rule, and that it is ours where it is.
  std::string route_name(const Route& route, const std::vector<Route>& all) const {
    const std::string mark = route.claim == Claim::kOurs ? phrases_[0].cite({}, route.claim) : std::string();
    return joined({route_phrase(route, all), mark});
  }

  /// "necessary and typical for social": of one model at once.
  std::string route_phrase(const Route& route, const std::vector<Route>& all) const {
    if (route.gate) {
      const GateNode& gate = nodes().gates[*route.gate];
      return texts_.say(gate.is_outcome ? "compare.route.outcome" : "compare.route.gate",
                        {{"verdict", phrases_[0].label_of_verdict(gate.gate->verdict)}});
    }
    const auto has = [&](Cap cap) {
      const Route wanted{std::nullopt, route.model, cap, route.claim, route.negated};
      return std::find(all.begin(), all.end(), wanted) != all.end();
    };
    std::string key = std::string(name(route.cap));
    if (route.cap != Cap::kContrary && has(Cap::kNecessary) && has(Cap::kTypical)) key = "necessary_typical";
    return texts_.say("compare.route." + std::string(route.negated ? "absence_" : "") + key,
                      {{"model", view_.model_name(route.model)}});
  }

  /// A fact with its degrees and the rules it goes through; by its name alone once that has been said.
  std::string told(const DifferingFact& fact) {
    if (contains(told_, fact.indicator)) return phrases_[0].label(fact.indicator);
    told_.push_back(fact.indicator);
    return joined({degrees(fact), routes(fact)}, ", ");
  }

  static bool is_real(const DifferingFact& fact) { return fact.ground == DifferingFact::Ground::kReal; }

  /// Facts of which each alone does the same to one side.
  struct Effect {
    std::size_t side = 0;
    const Exchange* exchange = nullptr;
    std::vector<const DifferingFact*> facts;
  };

  std::vector<Effect> effects(DifferingFact::Ground ground) const {
    std::vector<Effect> effects;
    for (const DifferingFact& fact : found_.facts) {
      for (std::size_t side = 0; side < 2; ++side) {
        const Exchange& exchange = fact.exchanged[side];
        if (fact.ground != ground || !exchange.changes) continue;
        const auto same = std::find_if(effects.begin(), effects.end(), [&](const Effect& effect) {
          return effect.side == side && is_same(effect.exchange->result, exchange.result);
        });
        if (same == effects.end()) {
          effects.push_back({side, &exchange, {&fact}});
        } else {
          same->facts.push_back(&fact);
        }
      }
    }
    return effects;
  }

  bool is_same(const AxisResult& a, const AxisResult& b) const {
    return reading_of(nodes(), a.shown()) == reading_of(nodes(), b.shown()) &&
           a.headline.declared_only == b.headline.declared_only;
  }

  /// The facts that decide, by what they do alone.
  void deciding() {
    for (const Effect& effect : effects(DifferingFact::Ground::kReal)) {
      add(effect_text(effect), facts_of(effect));
    }
  }

  /// What an effect is: it brings the other placement, or only takes models away, or only adds some, or else.
  std::string effect_text(const Effect& effect) const {
    const AxisResult& was = view_.result(effect.side);
    const AxisResult& is = effect.exchange->result;
    const Placement& before = was.shown();
    const Placement& after = is.shown();
    Models lost, gained;
    bool settled = !before.gate && !after.gate && !was.headline.declared_only && !is.headline.declared_only;
    for (std::size_t m = 0; m < before.memberships.size(); ++m) {
      const Status from = before.memberships[m].status, to = after.memberships[m].status;
      if (from == Status::kIn && to == Status::kOut) lost.push_back(m);
      if (from == Status::kOut && to == Status::kIn) gained.push_back(m);
      settled = settled && (from == to || (from != Status::kOpen && to != Status::kOpen));
    }
    std::string does = effect.exchange->brings ? "brings" : "changes";
    if (does == "changes" && settled && gained.empty()) does = "lost";
    if (does == "changes" && settled && lost.empty() && !before.models.empty()) does = "gained";
    Strings models;
    for (const std::size_t m : does == "lost" ? lost : gained) models.push_back(view_.model_name(m));
    return texts_.count("compare.effect." + does, effect.facts.size(),
                        {{"side", label(effect.side)},
                         {"other", label(1 - effect.side)},
                         {"models", does == "lost" ? texts_.alternatives(models) : texts_.list(models)},
                         {"placement", placement(effect.side, is)}});
  }

  /// A placement, and that words alone give it where they do.
  std::string placement(std::size_t side, const AxisResult& result) const {
    const std::string text = phrases_[side].placement(result.shown(), nodes());
    return result.headline.declared_only ? texts_.say("headline.declared_only", {{"placement", text}}) : text;
  }

  Strings facts_of(const Effect& effect) {
    const bool all = effect.facts.size() <= kMostNamed + 1;  // one alone is not worth counting
    Strings points;
    for (const DifferingFact* fact : effect.facts) {
      if (all || points.size() < kMostNamed) points.push_back(told(*fact));
    }
    const std::size_t more = effect.facts.size() - points.size();
    if (more > 0) points.push_back(texts_.count("compare.facts.more", more));
    return points;
  }

  std::string movers() const {
    Strings facts;
    std::size_t more = 0;
    for (const DifferingFact& fact : found_.facts) {
      if (fact.decides() || fact.is_idle() || !is_real(fact) || contains(told_, fact.indicator)) continue;
      facts.size() < kMostMovers ? facts.push_back(degrees(fact)) : void(++more);
    }
    if (facts.empty()) return {};
    return joined({texts_.say("compare.facts.move", {{"facts", texts_.list(facts)}}),
                   more == 0 ? "" : texts_.count("compare.facts.more_move", more)});
  }

  /// What it takes together, where no fact alone turns one side into the other.
  std::string together() {
    if (!found_.turning[0] || !found_.turning[1]) return {};
    const TurningSet& first = *found_.turning[0];
    const TurningSet& second = *found_.turning[1];
    const bool alike = first.outcome == second.outcome && first.indicators == second.indicators;
    if (alike) return together(0, "compare.together.either.");
    const std::string one = together(0, "compare.together.one.");
    return joined({one, together(1, "compare.together.one.")});
  }

  std::string together(std::size_t side, const std::string& key) {
    const TurningSet& turning = *found_.turning[side];
    if (turning.indicators.size() == 1) return {};  // told as what it does alone
    Strings facts;
    for (const DifferingFact& fact : found_.facts) {
      if (contains(turning.indicators, fact.indicator)) facts.push_back(told(fact));
    }
    const std::string text =
        texts_.say(key + std::string(name(turning.outcome)), {{"side", label(side)},
                                                              {"other", label(1 - side)},
                                                              {"facts", joined(facts, "; ")},
                                                              {"most", std::to_string(kMostTogether)}});
    return turning.ways < 2 ? text : text + " " + texts_.count("compare.together.ways", turning.ways - 1);
  }

  std::string named_once(const DifferingFact& fact) {
    if (contains(told_, fact.indicator)) return phrases_[0].label(fact.indicator);
    told_.push_back(fact.indicator);
    return degrees(fact);
  }

  /// The first of a list, the rest counted.
  std::string shortened(Strings names) const {
    if (names.size() > kMostNamed) {
      const std::size_t more = names.size() - (kMostNamed - 1);
      names.resize(kMostNamed - 1);
      names.push_back(texts_.count("compare.facts.more", more));
    }
    return texts_.list(names);
  }

  std::string idle() const {
    const auto count = static_cast<std::size_t>(
        std::count_if(found_.facts.begin(), found_.facts.end(),
                      [&](const DifferingFact& fact) { return fact.is_idle() && fact.reg == found_.reg; }));
    return count == 0 ? std::string() : texts_.count("compare.facts.idle", count);
  }

  void add(const std::string& text, Strings points = {}) {
    if (!text.empty()) parts_.push_back({text, std::move(points)});
  }

  const ComparedAxis& view_;
  const AxisComparison& found_;
  const Catalogue& texts_;
  std::array<Phrases, 2> phrases_;
  std::vector<std::size_t> told_;  ///< facts whose degrees have been said
  std::vector<AxisPart> parts_;
};

}  // namespace

std::vector<AxisPart> parts_about_facts(const ComparedAxis& view) { return FactsWriter(view).parts(); }

std::string about_evidence(const ComparedAxis& view) { return FactsWriter(view).evidence(); }

std::string facts_that_move_most(const ComparedAxis& view) { return FactsWriter(view).most_moving(); }

}  // namespace bloctype
