// A walk over the comparison, in ids. Additive changes only: scripts rely on what is here.
#include "render/compare_json.hpp"

#include <string_view>

#include "core/json_writer.hpp"
#include "render/json_members.hpp"

namespace bloctype {
namespace {

class CompareJson : private JsonMembers {
 public:
  CompareJson(const ComparedBlocs& compared, std::string& out)
      : JsonMembers(out, JsonLayout::kIndented), compared_(compared), rulebook_(compared.classifier.rulebook()) {}

  void document() {
    json_.begin_object();
    write_identity(json_, rulebook_);
    list("blocs", compared_.blocs, [&](const BlocResult& bloc) { bloc_object(bloc); });
    list("pairs", compared_.pairs, [&](const PairComparison& pair) { pair_object(pair); });
    json_.end_object();
  }

 private:
  const AxisNodes& nodes(std::size_t axis, Register reg) const { return compared_.classifier.program(reg).axes[axis]; }
  const std::string& id(std::size_t indicator) const { return rulebook_.indicators[indicator].id; }
  // --- blocs

  void bloc_object(const BlocResult& bloc) {
    json_.begin_object();
    member("bloc", bloc.description->bloc);
    member("argument", compared_.arguments[static_cast<std::size_t>(&bloc - compared_.blocs.data())]);
    strings("members", bloc.description->members);
    list("periods", bloc.periods, [&](const PeriodResult& period) {
      json_.begin_object();
      text_or_null("period", period.period->id);
      year("from", period.period->from);
      year("to", period.period->to);
      member("hegemon", hegemon_of(*bloc.description, *period.period));
      json_.key("axes");
      json_.begin_array();
      for (std::size_t axis = 0; axis < period.axes.size(); ++axis) {
        if (compared_.shows(axis)) headline(period.axes[axis], nodes(axis, Register::kPractice));
      }
      json_.end_array();
      json_.end_object();
    });
    json_.end_object();
  }

  void headline(const AxisResult& axis, const AxisNodes& nodes) {
    json_.begin_object();
    member("axis", nodes.axis->id);
    placement(axis.shown(), nodes);
    models("formally", axis.headline.formally, nodes);
    models("undeclared", axis.headline.undeclared, nodes);
    flag("declared_only", axis.headline.declared_only);
    member("certainty", name(axis.headline.certainty));
    json_.end_object();
  }

  void placement(const Placement& placement, const AxisNodes& nodes) {
    const bool gated = placement.gate.has_value();
    member("kind", gated ? std::string_view(nodes.gates[*placement.gate].gate->verdict) : name(placement.kind));
    models("models", placement.models, nodes);
  }

  // --- pairs

  void side(std::string_view key, const Side& side) {
    json_.key(key);
    json_.begin_object();
    write_member(json_, "bloc", side.bloc);
    text_or_null("period", compared_.period(side).period->id);
    json_.end_object();
  }

  void pair_object(const PairComparison& pair) {
    json_.begin_object();
    side("a", pair.pair.sides[0]);
    side("b", pair.pair.sides[1]);
    member("pairing", name(pair.pair.pairing));
    json_.key("axes");
    json_.begin_array();
    for (std::size_t axis = 0; axis < pair.axes.size(); ++axis) {
      if (compared_.shows(axis)) axis_object(pair.axes[axis], nodes(axis, pair.axes[axis].reg));
    }
    json_.end_array();
    list("findings", pair.findings, [&](const FindingDifference& entry) {
      json_.begin_object();
      member("id", entry.finding->id);
      member("only", letter(entry.side));
      list("registers", entry.registers, [&](Register r) { json_.string(name(r)); });
      flag("open_in_other", entry.is_open_in_other);
      json_.end_object();
    });
    flag("same_hegemon", pair.hegemons[0] == pair.hegemons[1]);
    strings("shared_members", pair.shared_members);
    json_.key("contradictions");
    json_.begin_array();
    for (const Contradiction& entry : pair.contradictions) {
      if (!compared_.shows(entry.axis)) continue;
      json_.begin_object();
      member("axis", rulebook_.axes[entry.axis].id);
      member("certainty", name(entry.certainty));
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  static std::string_view letter(std::size_t side) { return side == 0 ? "a" : "b"; }

  void axis_object(const AxisComparison& axis, const AxisNodes& nodes) {
    json_.begin_object();
    member("axis", nodes.axis->id);
    member("register", name(axis.reg));
    flag("same_placement", axis.same_placement);
    json_.key("same_reasons");
    axis.same_placement ? json_.boolean(axis.same_reasons) : json_.null();
    member("change", name(axis.change));
    flag("in_kind", axis.change == Change::kInKind);
    flag("formally_differs", axis.formally_differs);
    flag("certainty_differs", axis.certainty_differs);
    flag("on_evidence_alone", axis.on_evidence_alone);
    models("models_in_question", axis.models_in_question, nodes);
    facts("facts", axis, DifferingFact::Ground::kReal, nodes);
    facts("evidence", axis, DifferingFact::Ground::kEvidence, nodes);
    json_.key("together");
    json_.begin_object();
    for (std::size_t side = 0; side < 2; ++side) turning_set(side, axis.turning[side]);
    json_.end_object();
    list("reasons", axis.reasons, [&](const ReasonDifference& reason) { reason_object(reason, nodes); });
    json_.end_object();
  }

  void facts(std::string_view key, const AxisComparison& axis, DifferingFact::Ground ground, const AxisNodes& nodes) {
    json_.key(key);
    json_.begin_array();
    for (const DifferingFact& fact : axis.facts) {
      if (fact.ground == ground) fact_object(fact, nodes);
    }
    json_.end_array();
  }

  void fact_object(const DifferingFact& fact, const AxisNodes& nodes) {
    json_.begin_object();
    member("indicator", id(fact.indicator));
    member("register", name(fact.reg));
    for (std::size_t side = 0; side < 2; ++side) value(letter(side), fact.values[side]);
    flag("decides", fact.decides());
    number("moves", fact.moves());
    json_.key("exchanged");
    json_.begin_object();
    for (std::size_t side = 0; side < 2; ++side) {
      const Exchange& exchange = fact.exchanged[side];
      json_.key(letter(side));
      json_.begin_object();
      flag("changes", exchange.changes);
      flag("brings", exchange.brings);
      number("moves", exchange.moves);
      placement(exchange.result.shown(), nodes);
      flag("declared_only", exchange.result.headline.declared_only);
      json_.end_object();
    }
    json_.end_object();
    list("through", fact.routes, [&](const Route& route) { route_object(route, nodes); });
    json_.end_object();
  }

  void value(std::string_view key, const Triple& value) {
    json_.key(key);
    json_.begin_object();
    number("low", value.low);
    number("point", value.point);
    number("high", value.high);
    json_.end_object();
  }

  void route_object(const Route& route, const AxisNodes& nodes) {
    json_.begin_object();
    if (route.gate) {
      const GateNode& gate = nodes.gates[*route.gate];
      member("rule", gate.is_outcome ? "outcome" : "gate");
      member("verdict", gate.gate->verdict);
    } else {
      member("rule", name(route.cap));
      member("model", nodes.models[route.model].model->id);
    }
    member("claim", route.claim == Claim::kAuthor ? "author" : "ours");
    flag("negated", route.negated);
    json_.end_object();
  }

  void turning_set(std::size_t side, const std::optional<TurningSet>& set) {
    json_.key(letter(side));
    if (!set) return json_.null();
    json_.begin_object();
    member("outcome", name(set->outcome));
    list("indicators", set->indicators, [&](std::size_t i) { json_.string(id(i)); });
    write_member(json_, "ways", set->ways);
    json_.end_object();
  }

  void reason_object(const ReasonDifference& reason, const AxisNodes& nodes) {
    json_.begin_object();
    member("model", nodes.models[reason.model].model->id);
    json_.key("binding");
    json_.begin_object();
    for (std::size_t side = 0; side < 2; ++side) member(letter(side), name(reason.bindings[side]));
    json_.end_object();
    list("items", reason.items, [&](const ItemDifference& item) {
      json_.begin_object();
      member("cap", name(item.cap));
      member("item", written(item.item.item->expression, rulebook_));
      for (std::size_t side = 0; side < 2; ++side) member(letter(side), name(item.standings[side]));
      json_.end_object();
    });
    json_.end_object();
  }

  const ComparedBlocs& compared_;
  const Rulebook& rulebook_;
};

}  // namespace

std::string render_compare_json(const ComparedBlocs& compared) {
  std::string out;
  CompareJson(compared, out).document();
  return out + "\n";
}

}  // namespace bloctype
