// Parts by their places in the list, which changes name as their causes.
#include "render/diff_json.hpp"

#include "core/json_writer.hpp"
#include "render/json_identity.hpp"

namespace bloctype {
namespace {

void write_strings(JsonWriter& json, std::string_view key, std::span<const std::string> values) {
  json.key(key);
  json.begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

}  // namespace

std::string render_diff_json(const ComparedRulebooks& compared) {
  const RulebookDiff& diff = compared.diff;
  std::string out;
  JsonWriter json(out, JsonLayout::kIndented);
  json.begin_object();
  write_version(json);
  json.key("rules");
  json.begin_array();
  write_rulebook(json, compared.rulebooks.first);
  write_rulebook(json, compared.rulebooks.second);
  json.end_array();
  write_member(json, "compared", compared.compared.size());
  write_strings(json, "axes_only_in_first", diff.only_first);
  write_strings(json, "axes_only_in_second", diff.only_second);
  json.key("differences");
  json.begin_array();
  for (const RulePart& part : diff.parts) {
    json.begin_object();
    write_member(json, "rule", name(part.what));
    write_member(json, "owner", part.owner);
    write_member(json, "list", part.list);
    write_member(json, "id", part.id);
    write_member(json, "first", what_it_says(part, compared.rulebooks.first));
    write_member(json, "second", what_it_says(part, compared.rulebooks.second));
    json.end_object();
  }
  json.end_array();
  json.key("changes");
  json.begin_array();
  for (const PlacementChange& change : diff.changes) {
    json.begin_object();
    write_member(json, "of", change.subject->of == Compared::Of::kBloc ? "bloc" : "case");
    write_member(json, "name", change.subject->name);
    if (change.subject->of == Compared::Of::kCase) write_place(json, change.subject->place);
    write_member(json, "axis", compared.rulebooks.first.axes[change.axis[0]].id);
    write_member(json, "first", change.labels[0]);
    write_member(json, "second", change.labels[1]);
    write_member(json, "why", name(change.why));
    json.key("causes");
    json.begin_array();
    for (const std::size_t cause : change.causes) json.integer(static_cast<std::int64_t>(cause));
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out + "\n";
}

}  // namespace bloctype
