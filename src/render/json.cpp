// A walk over the result. Additive changes only: scripts rely on what is here.
#include "render/json.hpp"

#include <algorithm>
#include <string_view>

#include "engine/explain.hpp"
#include "engine/reasons.hpp"
#include "render/json_members.hpp"

namespace bloctype {
namespace {

/// Writes results of one classifier.
class JsonRenderer : private JsonMembers {
 public:
  JsonRenderer(const Classifier& classifier, std::string& out, JsonLayout layout)
      : JsonMembers(out, layout), classifier_(classifier), rulebook_(classifier.rulebook()) {}

  void document(std::span<const BlocResult> blocs) {
    json_.begin_object();
    head();
    list("blocs", blocs, [&](const BlocResult& bloc) {
      json_.begin_object();
      bloc_head(*bloc.description);
      list("periods", bloc.periods, [&](const PeriodResult& period) {
        json_.begin_object();
        period_members(period);
        json_.end_object();
      });
      json_.end_object();
    });
    json_.end_object();
  }

  void record(const BlocResult& bloc, const PeriodResult& period) {
    json_.begin_object();
    head();
    bloc_head(*bloc.description);
    period_members(period);
    json_.end_object();
  }

 private:
  using JsonMembers::member;
  void member(std::string_view key, const std::optional<double>& value) { number(key, value); }
  void member(std::string_view key, double value) { number(key, value); }
  void member(std::string_view key, const std::optional<int>& value) { year(key, value); }

  void head() { write_identity(json_, rulebook_); }

  void bloc_head(const Description& description) {
    member("bloc", description.bloc);
    const std::string_view name = description.name.in("");
    member("name", name.empty() ? std::string_view(description.bloc) : name);
    member("hegemon", description.hegemon);
  }

  void period_members(const PeriodResult& period) {
    text_or_null("period", period.period->id);
    member("from", period.period->from);
    member("to", period.period->to);
    json_.key("axes");
    json_.begin_array();
    for (std::size_t axis = 0; axis < period.axes.size(); ++axis) axis_object(period, axis);
    json_.end_array();
    list("findings", period.findings, [&](const FindingResult& finding) {
      json_.begin_object();
      member("id", finding.finding->id);
      list("registers", finding.registers, [&](Register r) { json_.string(name(r)); });
      strings("cite", finding.finding->cite);
      json_.end_object();
    });
  }

  void axis_object(const PeriodResult& period, std::size_t index) {
    const AxisResult& axis = period.axes[index];
    const AxisNodes& nodes = nodes_of(index, Register::kPractice);
    json_.begin_object();
    member("axis", nodes.axis->id);
    json_.key("headline");
    headline_object(axis, nodes);
    for (const Register r : kRegisters) {
      json_.key(name(r));
      placement_object(axis.placements[index_of(r)], nodes_of(index, r));
    }
    variants(period, index);
    list("deviations", axis.deviations, [&](const Deviation& d) { deviation_object(d, nodes); });
    pivotal(axis);
    counterfactuals(axis, nodes);
    if (axis.robustness) robustness_object(*axis.robustness);
    json_.key("why");
    why_object(explain(classifier_, period, index));
    json_.end_object();
  }

  const AxisNodes& nodes_of(std::size_t axis, Register r) const { return classifier_.program(r).axes[axis]; }

  static std::string_view kind_of(const Placement& placement, const AxisNodes& nodes) {
    return placement.gate ? std::string_view(nodes.gates[*placement.gate].gate->verdict) : name(placement.kind);
  }
  void nearest(const Placement& placement, const AxisNodes& nodes) {
    text_or_null("nearest", placement.nearest ? std::string_view(nodes.models[*placement.nearest].model->id) : "");
  }

  void headline_object(const AxisResult& axis, const AxisNodes& nodes) {
    const Placement& shown = axis.shown();
    json_.begin_object();
    member("kind", kind_of(shown, nodes));
    models("models", shown.models, nodes);
    models("formally", axis.headline.formally, nodes);
    models("undeclared", axis.headline.undeclared, nodes);
    flag("declared_only", axis.headline.declared_only);
    models("elements", shown.elements, nodes);
    nearest(shown, nodes);
    member("certainty", name(axis.headline.certainty));
    json_.end_object();
  }

  void gate_object(const GateNode& gate) {
    json_.begin_object();
    member("verdict", gate.gate->verdict);
    std::vector<std::size_t> indicators = indicators_of(gate.gate->condition);
    std::sort(indicators.begin(), indicators.end());
    list("indicators", indicators, [&](std::size_t i) { json_.string(rulebook_.indicators[i].id); });
    json_.end_object();
  }

  void placement_object(const Placement& placement, const AxisNodes& nodes) {
    json_.begin_object();
    member("kind", kind_of(placement, nodes));
    models("models", placement.models, nodes);
    models("elements", placement.elements, nodes);
    nearest(placement, nodes);
    member("certainty", name(placement.certainty));
    json_.key("gate");
    placement.gate ? gate_object(nodes.gates[*placement.gate]) : json_.null();
    list("pending", placement.pending, [&](std::size_t g) { gate_object(nodes.gates[g]); });
    json_.key("memberships");
    json_.begin_object();
    for (std::size_t m = 0; m < nodes.models.size(); ++m) {
      json_.key(nodes.models[m].model->id);
      membership_object(placement.memberships[m]);
    }
    json_.end_object();
    json_.end_object();
  }

  void triple(const Triple& value) {
    member("low", value.low);
    member("point", value.point);
    member("high", value.high);
  }

  void membership_object(const Membership& membership) {
    json_.begin_object();
    triple(membership.value);
    member("coverage", membership.coverage);
    member("status", name(membership.status));
    member("certainty", name(membership.certainty));
    member("binding", name(membership.binding));
    json_.end_object();
  }

  /// The variant of each placed model that has variants; null where it is undetermined.
  void variants(const PeriodResult& period, std::size_t index) {
    const AxisResult& axis = period.axes[index];
    const Register reg = axis.headline.reg;
    json_.key("variants");
    json_.begin_object();
    for (const std::size_t m : axis.shown().models) {
      const ModelNodes& model = nodes_of(index, reg).models[m];
      if (model.variants.empty()) continue;
      const VariantNode* variant = variant_of(model, period.values[index_of(reg)], 0);
      text_or_null(model.model->id, variant == nullptr ? "" : std::string_view(variant->variant->id));
    }
    json_.end_object();
  }

  void deviation_object(const Deviation& deviation, const AxisNodes& nodes) {
    const auto* feature = std::get_if<Feature>(&deviation.expression->form);
    json_.begin_object();
    member("model", nodes.models[deviation.model].model->id);
    text_or_null("variant", deviation.variant == nullptr ? "" : std::string_view(deviation.variant->id));
    member("item", written(*deviation.expression, rulebook_));
    text_or_null("indicator", feature == nullptr ? "" : std::string_view(rulebook_.indicators[feature->indicator].id));
    member("role", name(deviation.role));
    member("expected", deviation.expected_full ? "full" : "absent");
    member("degree", deviation.degree);
    member("severity", name(distance(deviation)));
    json_.end_object();
  }

  void pivotal(const AxisResult& axis) {
    json_.key("pivotal");
    json_.begin_array();
    for (const Register r : kRegisters) {
      for (const Pivot& pivot : axis.pivotal[index_of(r)]) {
        json_.begin_object();
        member("register", name(r));
        member("indicator", rulebook_.indicators[pivot.indicator].id);
        json_.key("flips");
        json_.integer(pivot.flips);
        flag("gate_only", pivot.gate_only);
        json_.end_object();
      }
    }
    json_.end_array();
  }

  void counterfactuals(const AxisResult& axis, const AxisNodes& nodes) {
    json_.key("counterfactuals");
    json_.begin_array();
    for (const Register r : kRegisters) {
      for (const Counterfactual& entry : axis.recoded[index_of(r)]) {
        json_.begin_object();
        member("register", name(r));
        list("changes", entry.changes, [&](const Recoding& change) {
          json_.begin_object();
          member("indicator", rulebook_.indicators[change.indicator].id);
          member("from", change.from);
          member("to", change.to);
          json_.end_object();
        });
        member("kind", kind_of(entry.placement, nodes));
        models("models", entry.placement.models, nodes);
        json_.end_object();
      }
    }
    json_.end_array();
  }

  void robustness_object(const Robustness& robustness) {
    json_.key("robustness");
    json_.begin_object();
    json_.key("crossover");
    json_.begin_array();
    json_.number(robustness.crossover_from);
    json_.number(robustness.crossover_to);
    json_.end_array();
    member("weights", robustness.weights);
    json_.end_object();
  }

  std::string id_of(const Why& why) const {
    switch (why.form) {
      case Why::Form::kAxis:
        return why.axis->id;
      case Why::Form::kRegister:
        return std::string(name(why.reg));
      case Why::Form::kGate:
      case Why::Form::kOutcome:
        return why.gate->verdict;
      case Why::Form::kModel:
        return why.model->id;
      case Why::Form::kCap:
        return std::string(name(why.cap));
      case Why::Form::kItem:
      case Why::Form::kOperator:
        return written(*why.expression, rulebook_);
      case Why::Form::kIndicator:
        return why.indicator->id;
    }
    return {};
  }

  void why_object(const Why& why) {
    json_.begin_object();
    member("id", id_of(why));
    member("form", name(why.form));
    if (why.form != Why::Form::kAxis) member("register", name(why.reg));
    json_.key("low");
    why.value ? json_.number(why.value->low) : json_.null();
    member("point", why.value ? why.value->point : std::nullopt);
    json_.key("high");
    why.value ? json_.number(why.value->high) : json_.null();
    why_marks(why);
    list("children", why.children, [&](const Why& child) { why_object(child); });
    json_.end_object();
  }

  void why_marks(const Why& why) {
    if (why.weight) member("weight", *why.weight);
    if (why.form == Why::Form::kCap) flag("binds", why.binds);
    if (why.form == Why::Form::kModel) member("status", name(why.membership->status));
    if (why.form == Why::Form::kGate || why.form == Why::Form::kOutcome) {
      member("sense", why.gate->sense == Gate::Sense::kUnless ? "unless" : "if");
      member("threshold", why.gate->threshold);
      member("state", name(why.firing));
    }
    if (why.claim) member("claim", *why.claim == Claim::kAuthor ? "author" : "ours");
    if (why.cite != nullptr) strings("cite", *why.cite);
    if (why.place != nullptr) member("rule", why.place->file + ":" + std::to_string(why.place->line));
    if (why.fact != nullptr) {
      list("codings", why.fact->codings, [&](const Coding& coding) { coding_object(coding, why.reg); });
    }
  }

  void coding_object(const Coding& coding, Register reg) {
    json_.begin_object();
    const auto& value = coding.values[index_of(reg)];
    json_.key("low");
    value ? json_.number(value->low) : json_.null();
    json_.key("high");
    value ? json_.number(value->high) : json_.null();
    text_or_null("source", coding.source);
    text_or_null("where", coding.where);
    text_or_null("coder", coding.coder);
    text_or_null("date", coding.date);
    text_or_null("note", coding.note.in(""));
    member("place", coding.place.file + ":" + std::to_string(coding.place.line));
    json_.end_object();
  }

  const Classifier& classifier_;
  const Rulebook& rulebook_;
};

}  // namespace

std::string render_json(const Classifier& classifier, std::span<const BlocResult> blocs) {
  std::string out;
  JsonRenderer(classifier, out, JsonLayout::kIndented).document(blocs);
  return out + "\n";
}

std::string render_ndjson(const Classifier& classifier, std::span<const BlocResult> blocs) {
  std::string out;
  for (const BlocResult& bloc : blocs) {
    for (const PeriodResult& period : bloc.periods) {
      JsonRenderer(classifier, out, JsonLayout::kCompact).record(bloc, period);
      out += "\n";
    }
  }
  return out;
}

}  // namespace bloctype
