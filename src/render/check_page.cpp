// Findings are diagnostics, and look like those of every other command.
#include "render/check_page.hpp"

#include "core/utf8.hpp"
#include "page/style.hpp"
#include "render/facts_text.hpp"

namespace bloctype {
namespace {

std::string summary(const CheckedRulebook& checked, const Catalogue& texts) {
  const std::size_t errors = checked.count(Severity::kError);
  const std::size_t warnings = checked.count(Severity::kWarning);
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

/// Each rule with the facts under which it counts.
Entries witnesses(const CheckedRulebook& checked, const Catalogue& texts) {
  Entries entries;
  for (const Reached& reached : checked.reached) {
    const std::string head = texts.say("check.rule", {{"what", texts.say("check.what." + reached.what)},
                                                      {"owner", escape_unsafe(reached.owner)},
                                                      {"id", escape_unsafe(reached.id)},
                                                      {"file", escape_unsafe(reached.place.file)},
                                                      {"line", std::to_string(reached.place.line)}});
    entries.entries.push_back({head, {escape_unsafe(facts_text(*checked.rulebook, reached.witness))}});
  }
  return entries;
}

}  // namespace

Page check_page(const CheckedRulebook& checked, CheckDetail detail, DiagnosticForm form, const Catalogue& texts) {
  Page page = diagnostics_page(checked.diagnostics, texts, form);
  if (detail == CheckDetail::kWitnesses && checked.rulebook != nullptr && !checked.reached.empty()) {
    page.paragraph(texts.say("check.reached"));
    page.add(witnesses(checked, texts));
  }
  page.paragraph(summary(checked, texts));
  return page;
}

std::string list_of_checks(const Catalogue& texts, const Style& style) {
  constexpr std::size_t kColumn = 24;
  std::string out;
  for (const Check& check : check_table()) {
    const std::string code(info(check.code).name);
    const bool is_error = info(check.code).severity == Severity::kError;
    const std::string severity = texts.say(is_error ? "diagnostic.error" : "diagnostic.warning");
    std::string line = "  " + code;
    line.resize(kColumn, ' ');
    out += line + wrapped(severity + ": " + texts.say("diagnostic." + code + ".title"), style.width, kColumn, kColumn);
  }
  return out;
}

}  // namespace bloctype
