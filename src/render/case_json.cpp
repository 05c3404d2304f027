// Failures in ids: what to say of them is the page's affair.
#include "render/case_json.hpp"

#include <array>

#include "core/json_writer.hpp"
#include "render/json_identity.hpp"

namespace bloctype {
namespace {

std::string_view name(CaseFailure::Of of) {
  constexpr std::array<std::string_view, 7> kNames = {"headline", "register",   "certainty", "binds",
                                                      "variants", "deviations", "findings"};
  return kNames[static_cast<std::size_t>(of)];
}

void write_failure(JsonWriter& json, const CaseFailure& failure, const Rulebook& rulebook) {
  json.begin_object();
  write_member(json, "of", name(failure.of));
  if (failure.expectation != nullptr) write_member(json, "axis", rulebook.axes[failure.expectation->axis].id);
  if (failure.reg) write_member(json, "register", name(*failure.reg));
  if (failure.model) write_member(json, "model", rulebook.models[*failure.model].id);
  write_member(json, "expected", failure.expected);
  write_member(json, "actual", failure.actual);
  json.end_object();
}

void write_coverage(JsonWriter& json, std::span<const RuleUse> uses) {
  json.begin_array();
  for (const RuleUse& use : uses) {
    json.begin_object();
    write_member(json, "rule", name(use.kind));
    write_member(json, "owner", use.owner);
    if (!use.list.empty()) write_member(json, "list", use.list);
    write_member(json, "id", use.id);
    write_place(json, use.place);
    json.key("decides");
    json.boolean(use.decides);
    if (use.kind != RuleKind::kItem) {
      json.key("passes");
      json.boolean(use.passes);
    }
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string render_case_json(const CaseReport& report) {
  const Rulebook& rulebook = report.classifier.rulebook();
  std::string out;
  JsonWriter json(out, JsonLayout::kIndented);
  json.begin_object();
  write_identity(json, rulebook);
  write_member(json, "failed", report.failed());
  json.key("cases");
  json.begin_array();
  for (const CaseResult& result : report.results) {
    json.begin_object();
    write_member(json, "name", result.entry->name);
    write_place(json, result.entry->place);
    json.key("passes");
    json.boolean(result.passes());
    json.key("failures");
    json.begin_array();
    for (const CaseFailure& failure : result.failures) write_failure(json, failure, rulebook);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.key("coverage");
  if (report.uses.empty()) {
    json.null();
  } else {
    write_coverage(json, report.uses);
  }
  json.end_object();
  return out + "\n";
}

}  // namespace bloctype
