// Counts first, then the cases in dispute.
#include "render/table_report.hpp"

#include <algorithm>
#include <set>

#include "core/utf8.hpp"
#include "figure/figures.hpp"
#include "render/batch_text.hpp"
#include "render/phrases.hpp"

namespace bloctype {
namespace {

class TableReport {
 public:
  TableReport(const TableOutcome& outcome, const Catalogue& texts) : outcome_(outcome), texts_(texts) {}

  Report write() && {
    figures();
    page_.heading(texts_.say("report.spread"));
    for (std::size_t a = 0; a < outcome_.tally.placements().size(); ++a) page_.add(spread(a));
    if (!outcome_.tally.pairs().empty()) page_.add(crossed());
    agreement();
    disagreements();
    page_.heading(texts_.say("report.table_read"));
    for (const std::string& note : outcome_.notes) page_.paragraph(note);
    return {texts_.count("report.title.table", outcome_.tally.cases(), {{"file", outcome_.file}}), std::move(page_)};
  }

 private:
  const Rulebook& rulebook() const { return outcome_.classifier.rulebook(); }

  std::string label_of(std::size_t axis) const {
    const Description nothing;
    const PeriodResult none = unplaced();
    return Phrases(outcome_.classifier, nothing, none, Register::kPractice, texts_).label(rulebook().axes[axis]);
  }

  void figures() {
    const std::vector<FigureCase> cases = figure_cases(outcome_.tally);
    if (cases.empty()) return;
    page_.heading(texts_.say("report.map"));
    if (outcome_.tally.cases() > kMostDrawn) {
      return page_.paragraph(texts_.say("report.too_many_to_draw", {{"limit", std::to_string(kMostDrawn)}}));
    }
    page_.add(draw(FigureKind::kMap, {outcome_.classifier, cases, texts_}));
    const bool has_years = std::any_of(cases.begin(), cases.end(), [](const FigureCase& c) { return c.from; });
    if (!has_years) return;
    page_.heading(texts_.say("report.timeline"));
    page_.add(draw(FigureKind::kTimeline, {outcome_.classifier, cases, texts_}));
  }

  /// The placements of an axis, commonest first.
  Table spread(std::size_t axis) const {
    Table table{
        texts_.say("report.spread_of", {{"axis", label_of(axis)}}),
        {texts_.say("report.column.placement"), texts_.say("report.column.cases"), texts_.say("report.column.percent")},
        {},
        1};
    const auto& counts = outcome_.tally.placements()[axis];
    std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [label, count] : sorted) {
      const std::size_t tenths = (count * 2000 / outcome_.tally.cases() + 1) / 2;  // of a percent, to the nearest
      table.rows.push_back(
          {label, std::to_string(count), std::to_string(tenths / 10) + "." + std::to_string(tenths % 10)});
    }
    return table;
  }

  /// Placements on the first axis down, on the second across.
  Table crossed() const {
    std::set<std::string> across;
    for (const auto& [label, count] : outcome_.tally.placements()[1]) across.insert(label);
    Table table{texts_.say("report.crossed"),
                {texts_.say("report.crossed_head", {{"down", label_of(0)}, {"across", label_of(1)}})},
                {},
                1};
    table.header.insert(table.header.end(), across.begin(), across.end());
    for (const auto& [down, count] : outcome_.tally.placements()[0]) {
      std::vector<std::string> row = {down};
      for (const std::string& label : across) {
        const auto found = outcome_.tally.pairs().find({down, label});
        row.push_back(std::to_string(found == outcome_.tally.pairs().end() ? 0 : found->second));
      }
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  void agreement() {
    page_.heading(texts_.say("report.agreement"));
    bool is_expected = false;
    for (std::size_t a = 0; a < outcome_.totals.agreement.size(); ++a) {
      const Agreement& agreement = outcome_.totals.agreement[a];
      if (agreement.rows() == 0) continue;
      is_expected = true;
      for (std::string& sentence : agreement_sentences(rulebook().axes[a], agreement, texts_)) {
        page_.paragraph(std::move(sentence));
      }
      page_.add(confusion_table(rulebook().axes[a], agreement, texts_));
    }
    if (!is_expected) page_.paragraph(texts_.say("report.nothing_expected"));
  }

  void disagreements() {
    if (outcome_.disagreeing == 0) return;
    page_.paragraph(texts_.count("batch.disagreements", outcome_.disagreeing));
    Tree tree;
    for (const Disagreement& one : outcome_.disagreements) tree.roots.push_back({one.told, false, one.reasons, {}});
    page_.add(std::move(tree));
    const std::size_t more = outcome_.disagreeing - outcome_.disagreements.size();
    if (more > 0) page_.paragraph(texts_.count("diagnostic.more", more));
  }

  const TableOutcome& outcome_;
  const Catalogue& texts_;
  Page page_;
};

}  // namespace

Report table_report(const TableOutcome& outcome, const Catalogue& texts) { return TableReport(outcome, texts).write(); }

std::vector<FigureCase> figure_cases(const BatchTally& tally) {
  std::vector<FigureCase> cases;
  for (const KeptCase& kept : tally.kept()) {
    const std::string coder = kept.coder.empty() ? "" : " (" + escape_unsafe(kept.coder) + ")";
    cases.push_back(
        {kept.bloc + "\n" + kept.coder, escape_unsafe(kept.bloc) + coder, {}, kept.from, kept.to, &kept.axes});
  }
  return cases;
}

}  // namespace bloctype
