// Failures first, then rules without a case, then the counts.
#include "render/case_page.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "render/case_sentences.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kLevel = 2;    ///< of the heading over a case
constexpr std::size_t kHanging = 2;  ///< of further lines

std::string place_of(const Place& place) { return escape_unsafe(place.file) + ":" + std::to_string(place.line); }

/// "items 57 of 58; gates 9 of 9; ..."
std::string coverage_line(std::span<const RuleUse> uses, const Catalogue& texts) {
  std::vector<std::string> parts;
  for (const RuleKind kind : kRuleKinds) {
    std::size_t all = 0;
    std::size_t covered = 0;
    for (const RuleUse& use : uses) {
      if (use.kind != kind) continue;
      ++all;
      covered += use.is_covered() ? 1 : 0;
    }
    if (all == 0) continue;
    parts.push_back(texts.say("case.covered." + std::string(name(kind)),
                              {{"covered", std::to_string(covered)}, {"all", std::to_string(all)}}));
  }
  std::string line;
  for (const std::string& part : parts) line += (line.empty() ? "" : ", ") + part;
  const auto uncovered = std::count_if(uses.begin(), uses.end(), [](const RuleUse& use) { return !use.is_covered(); });
  const std::string told = texts.say("case.coverage", {{"parts", line}});
  return uncovered == 0 ? told : told + " " + texts.count("case.uncovered", static_cast<std::size_t>(uncovered));
}

/// What was expected and what is, and why.
Entries failures(const CaseReport& report, const CaseResult& result, const Catalogue& texts) {
  Entries entries;
  for (const CaseFailure& failure : result.failures) {
    std::vector<std::string> lines = failure_sentences(report, result, failure, texts);
    if (lines.empty()) continue;
    std::string first = std::move(lines.front());
    lines.erase(lines.begin());
    entries.entries.push_back({std::move(first), std::move(lines)});
  }
  return entries;
}

/// The rules that no case puts to use.
Items unused(const CaseReport& report, const Catalogue& texts) {
  Items items{{}, 0, kHanging, Items::Mark::kNone, {}};
  for (const RuleUse& use : report.uses) {
    if (!use.is_covered()) items.items.push_back(place_of(use.place) + ": " + lack_sentence(use, texts));
  }
  return items;
}

}  // namespace

Page case_page(const CaseReport& report, const Catalogue& texts) {
  Page page;
  for (const CaseResult& result : report.results) {
    if (result.passes()) continue;
    page.add(Heading{texts.say("case.fails",
                               {{"place", place_of(result.entry->place)}, {"name", escape_unsafe(result.entry->name)}}),
                     kLevel, kHanging});
    page.entries(failures(report, result, texts));
    page.gap();
  }
  page.items(unused(report, texts));
  if (!report.uses.empty()) page.paragraph(coverage_line(report.uses, texts), 0, kHanging);
  const std::size_t bad = report.failed();
  page.paragraph(texts.count("case.run", report.results.size()) + " " +
                     (bad == 0 ? texts.count("case.all_pass", report.results.size()) : texts.count("case.failed", bad)),
                 0, kHanging);
  return page;
}

}  // namespace bloctype
