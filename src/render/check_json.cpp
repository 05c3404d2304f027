// Messages are those of the page.
#include "render/check_json.hpp"

#include "core/json_writer.hpp"
#include "render/facts_text.hpp"
#include "render/json_identity.hpp"

namespace bloctype {
namespace {

std::string_view name(Severity severity) { return severity == Severity::kError ? "error" : "warning"; }

void write_diagnostic(JsonWriter& json, const Diagnostic& diagnostic, const Catalogue& texts) {
  const DiagnosticText text = diagnostic_text(diagnostic, texts);
  json.begin_object();
  write_member(json, "code", info(diagnostic.code).name);
  write_member(json, "severity", name(severity_of(diagnostic)));
  write_member(json, "file", diagnostic.place.file);
  write_member(json, "line", static_cast<std::size_t>(diagnostic.place.line));
  write_member(json, "column", static_cast<std::size_t>(diagnostic.place.column));
  write_member(json, "message", text.message);
  write_member(json, "help", text.help);
  json.end_object();
}

}  // namespace

std::string render_check_json(const CheckedRulebook& checked, const Catalogue& texts) {
  std::string out;
  JsonWriter json(out, JsonLayout::kIndented);
  json.begin_object();
  write_version(json);
  json.key("rules");
  if (checked.rulebook == nullptr) {
    json.null();
  } else {
    write_rulebook(json, *checked.rulebook);
  }
  write_member(json, "errors", checked.count(Severity::kError));
  write_member(json, "warnings", checked.count(Severity::kWarning));
  json.key("findings");
  json.begin_array();
  for (const Diagnostic& diagnostic : checked.diagnostics) write_diagnostic(json, diagnostic, texts);
  json.end_array();
  json.key("reached");
  json.begin_array();
  for (const Reached& reached : checked.reached) {
    json.begin_object();
    write_member(json, "rule", reached.what);
    write_member(json, "owner", reached.owner);
    write_member(json, "id", reached.id);
    write_place(json, reached.place);
    write_member(json, "register", bloctype::name(reached.reg));
    json.key("facts");
    write_facts(json, *checked.rulebook, reached.witness);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out + "\n";
}

}  // namespace bloctype
