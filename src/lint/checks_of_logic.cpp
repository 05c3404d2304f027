// What "never" means: no description in the scale words makes it so. Each question is a list of demands on node values,
// in practice first and then in discourse, since a rule that counts in one register counts.
#include "lint/checks_of_logic.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "core/number.hpp"

namespace bloctype {
namespace {

/// Calls `visit` for each indicator that an expression mentions, with the direction in which it counts.
void for_each_sign(const Expression& expression, bool counts_for,
                   const std::function<void(std::size_t, bool, const Place&)>& visit) {
  if (const auto* feature = std::get_if<Feature>(&expression.form)) {
    visit(feature->indicator, counts_for, expression.place);
    return;
  }
  const bool inner = std::holds_alternative<Not>(expression.form) ? !counts_for : counts_for;
  for (const Expression& part : parts_of(expression)) for_each_sign(part, inner, visit);
}

/// Tells of a rule that a search has found can never count; or that the search gave up.
void tell_never(CheckReport& report, const Place& place, const SearchResult& result, Code code, std::string_view what,
                Diagnostic::Details details) {
  details.emplace_back("count", std::to_string(result.looked));
  if (result.gave_up) details.emplace_back("what", std::string(what));
  report.add(place, result.gave_up ? Code::kSearchGaveUp : code, std::move(details));
}

/// The first register, practice before discourse, in which a search succeeds; else the sum of what was looked at.
struct Either {
  Register reg = Register::kPractice;
  SearchResult result;
};
Either find_in_either(const Programs& programs, const std::function<std::vector<Demand>(const Program&)>& demands) {
  Either found;
  std::size_t looked = 0;
  bool gave_up = false;
  for (const Register r : kRegisters) {
    found = {r, find_witness(programs[index_of(r)], demands(programs[index_of(r)]))};
    looked += found.result.looked;
    gave_up = gave_up || found.result.gave_up;
    if (found.result.witness) break;
  }
  found.result.looked = looked;
  found.result.gave_up = gave_up && !found.result.witness;
  return found;
}

/// What a case that is placed in a model meets: no gate fires before, and its membership is above the crossover.
std::vector<Demand> placed_in(const Program& program, std::size_t axis, std::size_t model) {
  const AxisNodes& nodes = program.axes[axis];
  std::vector<Demand> demands{{nodes.models[model].membership, Demand::Side::kAbove, program.rulebook->crossover}};
  pass_gates(nodes, nodes.gates.size(), demands);
  return demands;
}

/// Whether a case can get past all gates and outcomes of an axis.
SearchResult past_gates(const Programs& programs, std::size_t axis) {
  return find_in_either(programs,
                        [&](const Program& program) {
                          std::vector<Demand> demands;
                          pass_gates(program.axes[axis], program.axes[axis].gates.size(), demands);
                          return demands;
                        })
      .result;
}

/// Of a variant: its condition holds, and none of those before it is known to.
void add_variant(const ModelNodes& model, std::size_t variant, std::vector<Demand>& demands) {
  for (std::size_t v = 0; v < variant; ++v) {
    demands.push_back({model.variants[v].condition, Demand::Side::kAtMost, 0.5});
  }
  demands.push_back({model.variants[variant].condition, Demand::Side::kAbove, 0.5});
}

/// Calls `visit` with the numbers of each axis, and of each model on it.
template <typename Visit>
void for_each_model(const Programs& programs, Visit visit) {
  for (std::size_t axis = 0; axis < programs[0].axes.size(); ++axis) {
    for (std::size_t model = 0; model < programs[0].axes[axis].models.size(); ++model) visit(axis, model);
  }
}

/// Of a variant and the model's necessary features, with some of what the variant expects, as far as the scale goes.
std::vector<Demand> demands_of(const ModelNodes& nodes, std::size_t v, std::span<const Expectation> expected,
                               const Rulebook& rulebook) {
  std::vector<Demand> demands;
  add_variant(nodes, v, demands);
  if (nodes.caps.front().cap == Cap::kNecessary) {
    demands.push_back({nodes.caps.front().node, Demand::Side::kAbove, rulebook.crossover});
  }
  for (const Expectation& expectation : expected) {
    const auto place = static_cast<std::size_t>(&expectation - nodes.model->variants[v].expects.data());
    const NodeId node = nodes.variants[v].expects[place];
    const std::vector<double> degrees = rulebook.degrees_of(indicators_of(expectation.expression).front());
    demands.push_back(expectation.full ? Demand{node, Demand::Side::kAtLeast, degrees.back()}
                                       : Demand{node, Demand::Side::kAtMost, degrees.front()});
  }
  return demands;
}

}  // namespace

void check_signs(const Checked& checked, CheckReport& report) {
  const Rulebook& rulebook = *checked.rulebook;
  for (const Model& model : rulebook.models) {
    std::set<std::size_t> told;
    for (const Register r : kRegisters) {
      std::map<std::size_t, std::pair<bool, Place>> first;
      const auto visit = [&](std::size_t indicator, bool counts_for, const Place& place) {
        const auto [known, is_new] = first.emplace(indicator, std::pair(counts_for, place));
        if (is_new || known->second.first == counts_for || !told.insert(indicator).second) return;
        report.add(place, Code::kBothSigns,
                   {{"found", rulebook.indicators[indicator].id},
                    {"model", model.id},
                    {"here", counts_for ? "@check.sign.towards" : "@check.sign.against"},
                    {"there", counts_for ? "@check.sign.against" : "@check.sign.towards"},
                    {"line", std::to_string(known->second.second.line)}});
      };
      for (const auto* list : {&model.necessary, &model.typical, &model.contrary}) {
        for (const Item& item : *list) {
          if (item.in_run(r)) for_each_sign(item.expression, list != &model.contrary, visit);
        }
      }
    }
  }
}

void check_counted_twice(const Checked& checked, CheckReport& report) {
  const Rulebook& rulebook = *checked.rulebook;
  for (const Model& model : rulebook.models) {
    std::set<std::size_t> told;
    for (const Register r : kRegisters) {
      std::map<std::size_t, Place> first;
      for (const Item& item : model.typical) {
        if (!item.in_run(r)) continue;
        for (const std::size_t indicator : indicators_of(item.expression)) {
          const auto [known, is_new] = first.emplace(indicator, item.place);
          if (is_new || !told.insert(indicator).second) continue;
          report.add(item.place, Code::kCountedTwice,
                     {{"found", rulebook.indicators[indicator].id}, {"line", std::to_string(known->second.line)}});
        }
      }
    }
  }
}

void check_constants(const Checked& checked, CheckReport& report) {
  for (const ConstantExpression& found : checked.searched->constants) {
    Diagnostic::Details details{{"found", written(*found.expression, *checked.rulebook)},
                                {"threshold", shortest(found.threshold)},
                                {"count", std::to_string(found.looked)}};
    const bool gave_up = found.always.empty();
    details.emplace_back(gave_up ? "what" : "always", gave_up ? "@check.what.expression" : std::string(found.always));
    report.add(found.expression->place, gave_up ? Code::kSearchGaveUp : Code::kConstantExpression, std::move(details));
  }
}

void check_gates(const Checked& checked, CheckReport& report) {
  const Programs& programs = checked.searched->programs;
  const Unmoved& unmoved = checked.searched->unmoved;
  for (std::size_t axis = 0; axis < programs[0].axes.size(); ++axis) {
    const AxisNodes& nodes = programs[0].axes[axis];
    for (std::size_t g = 0; g < nodes.gates.size(); ++g) {
      const Gate& gate = *nodes.gates[g].gate;
      if (unmoved.is_whole(gate.condition)) break;  // it always fires, and so none behind it does
      if (unmoved.has(gate.condition)) continue;
      const std::string what = nodes.gates[g].is_outcome ? "outcome" : "gate";
      const Either found = find_in_either(programs, [&](const Program& program) {
        std::vector<Demand> demands{fires(program.axes[axis].gates[g])};
        pass_gates(program.axes[axis], g, demands);
        return demands;
      });
      if (found.result.witness) {
        report.reach({what, gate.place, nodes.axis->id, gate.verdict, found.reg, *found.result.witness});
      } else {
        tell_never(report, gate.place, found.result, Code::kGateNeverFires,
                   nodes.gates[g].is_outcome ? "@check.what.outcome" : "@check.what.gate", {{"found", gate.verdict}});
      }
    }
  }
}

void check_passage(const Checked& checked, CheckReport& report) {
  const Programs& programs = checked.searched->programs;
  const Unmoved& unmoved = checked.searched->unmoved;
  for (std::size_t axis = 0; axis < programs[0].axes.size(); ++axis) {
    const AxisNodes& nodes = programs[0].axes[axis];
    if (unmoved.has(nodes)) continue;
    const SearchResult found = past_gates(programs, axis);
    if (found.witness || found.gave_up) continue;
    report.add(nodes.gates.back().gate->place, Code::kGatesPassNothing,
               {{"found", nodes.axis->id}, {"count", std::to_string(found.looked)}});
  }
}

void check_models(const Checked& checked, CheckReport& report) {
  const Programs& programs = checked.searched->programs;
  const Unmoved& unmoved = checked.searched->unmoved;
  for_each_model(programs, [&](std::size_t axis, std::size_t m) {
    const Model& model = *programs[0].axes[axis].models[m].model;
    if (unmoved.has(programs[0].axes[axis]) || unmoved.has(model)) return;
    if (!past_gates(programs, axis).witness) return;  // that is told of the gates
    const Either found = find_in_either(programs, [&](const Program& program) { return placed_in(program, axis, m); });
    if (found.result.witness) {
      report.reach({"model", model.place, programs[0].axes[axis].axis->id, model.id, found.reg, *found.result.witness});
    } else {
      tell_never(report, model.place, found.result, Code::kModelUnreachable, "@check.what.model",
                 {{"found", model.id}});
    }
  });
}

void check_variants(const Checked& checked, CheckReport& report) {
  const Programs& programs = checked.searched->programs;
  const Unmoved& unmoved = checked.searched->unmoved;
  for_each_model(programs, [&](std::size_t axis, std::size_t m) {
    const Model& model = *programs[0].axes[axis].models[m].model;
    if (unmoved.has(programs[0].axes[axis]) || unmoved.has(model)) return;
    const auto placed = [&](const Program& program) { return placed_in(program, axis, m); };
    if (!find_in_either(programs, placed).result.witness) return;  // that is told of the model
    for (std::size_t v = 0; v < model.variants.size(); ++v) {
      if (unmoved.has(model.variants[v].condition)) return;
      const Either found = find_in_either(programs, [&](const Program& program) {
        std::vector<Demand> demands = placed(program);
        add_variant(program.axes[axis].models[m], v, demands);
        return demands;
      });
      const Variant& variant = model.variants[v];
      if (found.result.witness) {
        report.reach({"variant", variant.place, model.id, variant.id, found.reg, *found.result.witness});
      } else {
        tell_never(report, variant.place, found.result, Code::kVariantNeverHolds, "@check.what.variant",
                   {{"found", variant.id}, {"model", model.id}});
      }
    }
  });
}

void check_expectations(const Checked& checked, CheckReport& report) {
  const Programs& programs = checked.searched->programs;
  const Unmoved& unmoved = checked.searched->unmoved;
  for_each_model(programs, [&](std::size_t axis, std::size_t m) {
    const Model& model = *programs[0].axes[axis].models[m].model;
    if (unmoved.has(model)) return;
    for (std::size_t v = 0; v < model.variants.size(); ++v) {
      const Variant& variant = model.variants[v];
      // The necessary features and the variant's condition, without and with what the variant expects.
      const auto can = [&](std::span<const Expectation> expected) {
        return find_in_either(programs,
                              [&](const Program& program) {
                                return demands_of(program.axes[axis].models[m], v, expected, *checked.rulebook);
                              })
            .result;
      };
      if (!can({}).witness) continue;  // that is told of the variant
      const auto tell = [&](const Expectation& expected, const SearchResult& found) {
        tell_never(report, expected.expression.place, found, Code::kContraryExpectation, "@check.what.expectation",
                   {{"found", written(expected.expression, *checked.rulebook)},
                    {"variant", variant.id},
                    {"at", expected.full ? "@check.at.full" : "@check.at.absent"}});
      };
      bool each_can = true;
      for (const Expectation& expected : variant.expects) {
        const SearchResult found = can({&expected, 1});
        each_can = each_can && found.witness;
        if (!found.witness) tell(expected, found);
      }
      if (!each_can || variant.expects.empty()) continue;
      const SearchResult together = can(variant.expects);
      if (!together.witness) tell(variant.expects.back(), together);
    }
  });
}

}  // namespace bloctype
