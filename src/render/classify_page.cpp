// The document: a heading; for each bloc an overview where it has several periods, then each period in detail; then
// what the numbers and brackets mean.
#include "render/classify_page.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "page/page_text.hpp"
#include "render/axis_page.hpp"
#include "render/findings_text.hpp"
#include "render/legend.hpp"
#include "render/tree_page.hpp"

namespace bloctype {
namespace {

constexpr std::ptrdiff_t kPeriodLines = 40;  ///< what one period should not exceed at 80 columns

class PageWriter {
 public:
  PageWriter(const Classifier& classifier, const Catalogue& texts, const Style& style, const PageChoices& choices)
      : classifier_(classifier), rulebook_(classifier.rulebook()), texts_(texts), style_(style), choices_(choices) {}

  Page write(std::span<const BlocResult> blocs) && {
    out_.paragraph(rulebook_heading(rulebook_, texts_));
    for (const BlocResult& bloc : blocs) {
      out_.gap();
      if (bloc.periods.size() > 1) overview(bloc);
      for (const PeriodResult& period : bloc.periods) {
        if (bloc.periods.size() > 1) out_.gap();
        out_.append(detail(bloc, period));
      }
    }
    legend(blocs);
    return std::move(out_);
  }

 private:
  std::string name_of(const Description& description) const { return display_name(description, texts_); }

  bool shows(std::size_t axis) const { return !choices_.axis || *choices_.axis == axis; }

  AxisView view(const BlocResult& bloc, const PeriodResult& period, std::size_t axis) const {
    return {classifier_, *bloc.description, period, axis, texts_};
  }

  /// A line for each period and axis.
  void overview(const BlocResult& bloc) {
    out_.heading(name_of(*bloc.description));
    Records records;
    for (const PeriodResult& period : bloc.periods) {
      std::vector<std::string> parts;
      for (std::size_t axis = 0; axis < period.axes.size(); ++axis) {
        if (!shows(axis)) continue;
        const AxisView v = view(bloc, period, axis);
        parts.push_back(texts_.say("overview.axis",
                                   {{"axis", v.phrases(v.reg()).label(*v.nodes().axis)}, {"placement", glance(v)}}));
      }
      records.records.push_back({escape_unsafe(period.period->id), std::move(parts)});
    }
    out_.add(std::move(records));
  }

  /// A headline in the overview: how sure it is, where it is not decided.
  std::string glance(const AxisView& v) const {
    const std::string placement = v.phrases().headline(v.result(), v.nodes());
    const Certainty certainty = v.result().headline.certainty;
    return certainty == Certainty::kLeaning ? v.phrases().with_certainty(placement, certainty) : placement;
  }

  Page detail(const BlocResult& bloc, const PeriodResult& period) const {
    const std::string& id = period.period->id;
    Page page;
    page.heading(name_of(*bloc.description) + (id.empty() ? "" : ", " + escape_unsafe(id)));
    for (std::size_t axis = 0; axis < period.axes.size(); ++axis) {
      if (!shows(axis)) continue;
      const AxisView v = view(bloc, period, axis);
      page.append(axis_page(v));
      page.paragraph(robustness_text(v), 2);
      page.append(why_not_pages(v, choices_.why_not));
    }
    findings(bloc, period, page);
    if (!choices_.whole_tree) return page;
    for (std::size_t axis = 0; axis < period.axes.size(); ++axis) {
      if (!shows(axis)) continue;
      page.gap();
      const AxisView v = view(bloc, period, axis);
      Tree tree = explanation_tree(v);
      add_deviations(tree, v);
      page.add(std::move(tree));
    }
    return page;
  }

  /// What qualifies the case: with its messages where the period then still fits a screen.
  void findings(const BlocResult& bloc, const PeriodResult& period, Page& page) const {
    if (period.findings.empty()) return;
    Page in_full = page;
    in_full.items(Items{findings_of(bloc, period, FindingsForm::kInFull), 2, 2, Items::Mark::kNone,
                        texts_.say("findings.title")});
    const bool fits = choices_.whole_tree || choices_.all_messages || lines_of(in_full) <= kPeriodLines;
    if (fits) {
      page = std::move(in_full);
    } else {
      page.add(Paragraph{joined(findings_of(bloc, period, FindingsForm::kByName), "; ") + ".", 0, 2,
                         texts_.say("findings.title")});
    }
  }

  std::ptrdiff_t lines_of(const Page& page) const {
    const std::string text = page_text(page, style_);
    return std::count(text.begin(), text.end(), '\n');
  }

  std::vector<std::string> findings_of(const BlocResult& bloc, const PeriodResult& period, FindingsForm form) const {
    return findings_texts({classifier_, *bloc.description, period, Register::kPractice, texts_}, period, form);
  }

  /// What the short forms mean, and the works behind them.
  void legend(std::span<const BlocResult> blocs) {
    out_.gap();
    out_.paragraph(legend_of_numbers(rulebook_, texts_));
    const std::vector<std::string> works = works_behind(rulebook_, blocs);
    if (!works.empty()) out_.paragraph(joined(works, "; ") + ".");
    if (!choices_.whole_tree) out_.paragraph(texts_.say("legend.more"));
  }

  const Classifier& classifier_;
  const Rulebook& rulebook_;
  const Catalogue& texts_;
  const Style& style_;
  const PageChoices& choices_;
  Page out_;
};

}  // namespace

Page classify_page(const Classifier& classifier, std::span<const BlocResult> blocs, const Catalogue& texts,
                   const Style& style, const PageChoices& choices) {
  return PageWriter(classifier, texts, style, choices).write(blocs);
}

}  // namespace bloctype
