// Findings are diagnostics, and look like those of every other command.
#include "render/check_text.hpp"

#include <algorithm>

#include "core/json_writer.hpp"
#include "core/utf8.hpp"
#include "render/facts_text.hpp"
#include "render/json_identity.hpp"

namespace bloctype {
namespace {

std::size_t count_of(const CheckedRulebook& checked, Severity severity) {
  return static_cast<std::size_t>(std::count_if(checked.diagnostics.begin(), checked.diagnostics.end(),
                                                [&](const Diagnostic& d) { return severity_of(d) == severity; }));
}

std::string summary(const CheckedRulebook& checked, const Catalogue& texts) {
  const std::size_t errors = count_of(checked, Severity::kError);
  const std::size_t warnings = count_of(checked, Severity::kWarning);
  const std::string found = errors + warnings == 0
                                ? texts.say("check.clean")
                                : texts.say("check.found", {{"errors", texts.count("check.errors", errors)},
                                                            {"warnings", texts.count("check.warnings", warnings)}});
  if (checked.rulebook == nullptr) return found + " " + texts.say("check.stopped");
  return texts.say("check.summary",
                   {{"rules", escape_unsafe(checked.name)},
                    {"indicators", texts.count("check.indicators", checked.rulebook->indicators.size())},
                    {"models", texts.count("check.models", checked.rulebook->models.size())},
                    {"cases", texts.count("check.cases", checked.cases)}}) +
         " " + found;
}

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

std::string render_check_text(const CheckedRulebook& checked, CheckDetail detail, DiagnosticForm form,
                              const Catalogue& texts, const Style& style) {
  std::string out = render_diagnostics(checked.diagnostics, texts, style, form);
  if (detail == CheckDetail::kWitnesses && checked.rulebook != nullptr && !checked.reached.empty()) {
    out += wrapped(texts.say("check.reached"), style.width, 0, 0);
    for (const Reached& reached : checked.reached) {
      const std::string head = texts.say("check.rule", {{"what", texts.say("check.what." + reached.what)},
                                                        {"owner", escape_unsafe(reached.owner)},
                                                        {"id", escape_unsafe(reached.id)},
                                                        {"file", escape_unsafe(reached.place.file)},
                                                        {"line", std::to_string(reached.place.line)}});
      out += "  " + wrapped(head, style.width, 2, 4);
      out += "    " + wrapped(escape_unsafe(facts_text(*checked.rulebook, reached.witness)), style.width, 4, 4);
    }
  }
  return out + wrapped(summary(checked, texts), style.width, 0, 0);
}

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
  write_member(json, "errors", count_of(checked, Severity::kError));
  write_member(json, "warnings", count_of(checked, Severity::kWarning));
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

std::string list_of_checks(const Catalogue& texts, const Style& style) {
  constexpr std::size_t kColumn = 24;
  std::string out;
  for (const Check& check : check_table()) {
    const std::string code(info(check.code).name);
    const std::string severity = texts.say("diagnostic." + std::string(name(info(check.code).severity)));
    std::string line = "  " + code;
    line.resize(kColumn, ' ');
    out += line + wrapped(severity + ": " + texts.say("diagnostic." + code + ".title"), style.width, kColumn, kColumn);
  }
  return out;
}

}  // namespace bloctype
