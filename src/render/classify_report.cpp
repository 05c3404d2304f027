// Sentences are those of the text; what the text leaves to -v is folded here.
#include "render/classify_report.hpp"

#include <algorithm>

#include "core/lists.hpp"
#include "core/utf8.hpp"
#include "figure/figures.hpp"
#include "render/axis_page.hpp"
#include "render/compare_page.hpp"
#include "render/disagreement.hpp"
#include "render/facts_table.hpp"
#include "render/findings_text.hpp"
#include "render/tree_page.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kMostNamed = 3;  ///< in the title

/// The blocs and periods of one report.
class ReportWriter {
 public:
  ReportWriter(const Classifier& classifier, std::span<const BlocResult> blocs, const Catalogue& texts,
               const PageChoices& choices)
      : classifier_(classifier), blocs_(blocs), texts_(texts), choices_(choices) {}

  /// `between` stands after the figures.
  Page write(Page between) && {
    page_.heading(texts_.say("report.at_a_glance"));
    page_.add(placements_table(classifier_, blocs_, texts_, choices_.axis));
    page_.append(figures_of(classifier_, blocs_, texts_, choices_.axis));
    page_.append(std::move(between));
    for (const BlocResult& bloc : blocs_) {
      for (const PeriodResult& period : bloc.periods) this->period(bloc, period);
    }
    return std::move(page_);
  }

 private:
  AxisView view(const BlocResult& bloc, const PeriodResult& period, std::size_t axis) const {
    return {classifier_, *bloc.description, period, axis, texts_};
  }

  void period(const BlocResult& bloc, const PeriodResult& period) {
    const std::string& id = period.period->id;
    page_.heading(display_name(*bloc.description, texts_) + (id.empty() ? "" : ", " + escape_unsafe(id)));
    const Phrases phrases(classifier_, *bloc.description, period, Register::kPractice, texts_);
    page_.paragraph(phrases.text(bloc.description->note, ""));
    page_.paragraph(phrases.text(period.period->note, ""));
    for (std::size_t axis = 0; axis < period.axes.size(); ++axis) {
      if (!choices_.axis || *choices_.axis == axis) this->axis(view(bloc, period, axis));
    }
    page_.items(Items{findings_texts(phrases, period, FindingsForm::kInFull), 2, 2, Items::Mark::kNone,
                      texts_.say("findings.title")});
    facts(bloc, period);
  }

  void axis(const AxisView& view) {
    page_.append(axis_page(view, Departures::kNone));
    page_.paragraph(robustness_text(view));
    page_.append(why_not_pages(view, choices_.why_not));
    const std::string label = view.phrases().label(*view.nodes().axis);
    page_.add(Fold{texts_.say("report.profile", {{"axis", label}}), {profile(view)}});
    const std::vector<std::string> deviations = deviation_lines(view);
    if (!deviations.empty()) page_.add(Fold{distance_title(view, label), {Items{deviations}}});
    page_.add(Fold{texts_.say("report.tree", {{"axis", label}}), {explanation_tree(view)}, Fold::OnPaper::kIfOpen});
  }

  /// How many deviations there are, and how many features have no clear evidence: those are no distance.
  std::string distance_title(const AxisView& view, const std::string& label) const {
    const auto& all = view.result().deviations;
    const auto undocumented = static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [](const Deviation& d) { return distance(d) == Distance::kUndocumented; }));
    return texts_.say("report.deviations", {{"axis", label},
                                            {"count", std::to_string(all.size() - undocumented)},
                                            {"undocumented", std::to_string(undocumented)}});
  }

  /// The case against its ideal types, on one axis.
  Figure profile(const AxisView& view) const {
    const FigureCase drawn = figure_case(view.description, view.period, texts_);
    return draw(FigureKind::kProfile, {classifier_, {&drawn, 1}, texts_, view.axis});
  }

  void facts(const BlocResult& bloc, const PeriodResult& period) {
    Table table = facts_table(classifier_, *bloc.description, period, texts_);
    const std::vector<std::string> uncoded = uncoded_facts(classifier_, *bloc.description, period, texts_);
    const std::string all = std::to_string(classifier_.rulebook().indicators.size());
    const std::string coded = std::to_string(classifier_.rulebook().indicators.size() - uncoded.size());
    Fold fold{texts_.say("report.facts", {{"coded", coded}, {"all", all}}), {}};
    if (!table.empty()) fold.blocks.emplace_back(std::move(table));
    if (!uncoded.empty()) {
      fold.blocks.emplace_back(
          Paragraph{texts_.say("report.uncoded", {{"features", joined(uncoded, "; ")}}), 0, 0, {}});
    }
    page_.add(std::move(fold));
  }

  const Classifier& classifier_;
  std::span<const BlocResult> blocs_;
  const Catalogue& texts_;
  const PageChoices& choices_;
  Page page_;
};

std::string title_of(std::span<const BlocResult> blocs, const std::string& key, const Catalogue& texts) {
  std::vector<std::string> names;
  for (const BlocResult& bloc : blocs) add_once(names, display_name(*bloc.description, texts));
  return names.size() > kMostNamed ? texts.count(key + ".blocs", names.size())
                                   : texts.say(key + ".named", {{"blocs", texts.list(names)}});
}

}  // namespace

Report classify_report(const Classifier& classifier, std::span<const BlocResult> blocs, const Catalogue& texts,
                       const PageChoices& choices) {
  return {title_of(blocs, "report.title", texts), ReportWriter(classifier, blocs, texts, choices).write({})};
}

Report compare_report(const ComparedBlocs& compared, const Catalogue& texts) {
  PageChoices choices;
  choices.axis = compared.axis;
  return {title_of(compared.blocs, "compare.report.title", texts),
          ReportWriter(compared.classifier, compared.blocs, texts, choices)
              .write(compared_differences(compared, texts, Style()))};
}

Page figures_of(const Classifier& classifier, std::span<const BlocResult> blocs, const Catalogue& texts,
                std::optional<std::size_t> axis) {
  const std::vector<FigureCase> cases = figure_cases(blocs, texts);
  const FigureRequest request{classifier, cases, texts, axis};
  Page page;
  page.heading(texts.say("report.map"));
  page.add(draw(FigureKind::kMap, request));
  page.heading(texts.say("report.timeline"));
  page.add(draw(FigureKind::kTimeline, request));
  return page;
}

Table placements_table(const Classifier& classifier, std::span<const BlocResult> blocs, const Catalogue& texts,
                       std::optional<std::size_t> axis) {
  Table table{
      texts.say("report.placements"), {texts.say("report.column.bloc"), texts.say("report.column.period")}, {}, 2};
  const PeriodResult none = unplaced();
  const Description nothing;
  const Phrases phrases(classifier, nothing, none, Register::kPractice, texts);
  for (std::size_t a = 0; a < classifier.rulebook().axes.size(); ++a) {
    if (!axis || *axis == a) table.header.push_back(capitalised(phrases.label(classifier.rulebook().axes[a])));
  }
  for (const BlocResult& bloc : blocs) {
    for (const PeriodResult& period : bloc.periods) {
      std::vector<std::string> row = {display_name(*bloc.description, texts), escape_unsafe(period.period->id)};
      for (std::size_t a = 0; a < period.axes.size(); ++a) {
        if (axis && *axis != a) continue;
        row.push_back(placed_with_certainty({classifier, *bloc.description, period, a, texts}));
      }
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

}  // namespace bloctype
