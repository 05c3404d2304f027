// One finding a text.
#include "render/findings_text.hpp"

namespace bloctype {
namespace {

std::string findings_text(const Phrases& phrases, const FindingResult& entry, FindingsForm form) {
  const Finding& finding = *entry.finding;
  std::string text = phrases.text(finding.label, finding.id);
  if (entry.registers.size() == 1) text += " (" + phrases.register_name(entry.registers.front()) + ")";
  text += " " + phrases.cite(finding.cite, finding.claim);
  return form == FindingsForm::kByName ? text : text + ". " + phrases.text(finding.message, finding.id);
}

}  // namespace

std::vector<std::string> findings_texts(const Phrases& phrases, const PeriodResult& period, FindingsForm form) {
  std::vector<std::string> texts;
  for (const FindingResult& entry : period.findings) texts.push_back(findings_text(phrases, entry, form));
  return texts;
}

}  // namespace bloctype
