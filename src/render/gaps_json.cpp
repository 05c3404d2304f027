// Each description is placed once more, for the models it is out of.
#include "render/gaps_json.hpp"

#include "core/json_writer.hpp"
#include "engine/reasons.hpp"
#include "render/facts_text.hpp"
#include "render/json_identity.hpp"

namespace bloctype {
namespace {

void write_gap(JsonWriter& json, const Classifier& classifier, const GapsOfKind& found, const RuleGap& gap) {
  const Rulebook& rulebook = classifier.rulebook();
  const Description description = described(rulebook, gap.facts);
  const PeriodResult period = classifier.place(description.periods.front());
  const AxisNodes& axis = classifier.program(Register::kPractice).axes[found.axis];
  const Placement& placement = period.axes[found.axis].placements[index_of(Register::kPractice)];
  json.begin_object();
  json.key("facts");
  write_facts(json, rulebook, gap.facts);
  json.key("models");
  json.begin_array();
  for (const std::size_t m : gap.models) json.string(axis.models[m].model->id);
  json.end_array();
  json.key("out");
  json.begin_object();
  for (std::size_t m = 0; m < axis.models.size(); ++m) {
    if (placement.memberships[m].status != Status::kOut) continue;
    json.key(axis.models[m].model->id);
    json.string(name(out_reason(axis.models[m], placement.memberships[m], period.values[0], 0)));
  }
  json.end_object();
  json.end_object();
}

}  // namespace

std::string render_gaps_json(const Classifier& classifier, std::span<const GapsOfKind> gaps) {
  std::string out;
  JsonWriter json(out, JsonLayout::kIndented);
  json.begin_object();
  write_identity(json, classifier.rulebook());
  json.key("gaps");
  json.begin_array();
  for (const GapsOfKind& found : gaps) {
    json.begin_object();
    write_member(json, "axis", classifier.rulebook().axes[found.axis].id);
    write_member(json, "kind", name(found.kind));
    json.key("complete");
    json.boolean(found.complete);
    write_member(json, "ways", found.ways);
    write_member(json, "looked", found.looked);
    json.key("descriptions");
    json.begin_array();
    for (const RuleGap& gap : found.gaps) write_gap(json, classifier, found, gap);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out + "\n";
}

}  // namespace bloctype
