// The document: a heading; for each bloc an overview where it has several periods, then each period in detail; then
// what the numbers and brackets mean.
#include "render/text.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "render/axis_text.hpp"
#include "render/tree_text.hpp"

namespace bloctype {
namespace {

constexpr std::ptrdiff_t kPeriodLines = 40;  ///< what one period should not exceed at 80 columns

class TextRenderer {
 public:
  TextRenderer(const Classifier& classifier, const Catalogue& texts, const Style& style, const TextChoices& choices)
      : classifier_(classifier), rulebook_(classifier.rulebook()), texts_(texts), style_(style), choices_(choices) {}

  std::string document(std::span<const BlocResult> blocs) {
    const std::string language = texts_.language();
    paragraph(
        texts_.say("heading.rulebook",
                   {{"name", rulebook_.name.in(language)}, {"id", rulebook_.id}, {"version", rulebook_.version}}));
    for (const BlocResult& bloc : blocs) {
      out_ += "\n";
      if (bloc.periods.size() > 1) overview(bloc);
      for (const PeriodResult& period : bloc.periods) {
        if (bloc.periods.size() > 1) out_ += "\n";
        detail(bloc, period);
      }
    }
    legend(blocs);
    return std::move(out_);
  }

 private:
  enum class Findings { kInFull, kByName };

  void paragraph(const std::string& text, std::size_t indent = 0) {
    out_ += std::string(indent, ' ') + wrapped(text, style_.width, indent, indent);
  }

  std::string strong(const std::string& text) const { return painted(text, Tone::kStrong, style_.colour); }

  std::string name_of(const Description& description) const { return display_name(description, texts_); }

  bool shows(std::size_t axis) const { return !choices_.axis || *choices_.axis == axis; }

  AxisView view(const BlocResult& bloc, const PeriodResult& period, std::size_t axis) const {
    return {classifier_, *bloc.description, period, axis, texts_, style_};
  }

  /// A line for each period and axis.
  void overview(const BlocResult& bloc) {
    out_ += strong(name_of(*bloc.description)) + "\n";
    std::size_t column = 0;
    for (const PeriodResult& period : bloc.periods) column = std::max(column, display_width(period.period->id) + 4);
    for (const PeriodResult& period : bloc.periods) {
      std::vector<std::string> parts;
      for (std::size_t axis = 0; axis < period.axes.size(); ++axis) {
        if (!shows(axis)) continue;
        const AxisView v = view(bloc, period, axis);
        parts.push_back(texts_.say("overview.axis",
                                   {{"axis", v.phrases(v.reg()).label(*v.nodes().axis)}, {"placement", glance(v)}}));
      }
      std::string line = "  " + escape_unsafe(period.period->id);
      line.resize(line.size() + (column - display_width(line)), ' ');
      out_ += line + wrapped_parts(parts, separator(style_), style_.width, column).substr(column);
    }
  }

  /// A headline in the overview: how sure it is, where it is not decided.
  std::string glance(const AxisView& v) const {
    const std::string placement = v.phrases().headline(v.result(), v.nodes());
    const Certainty certainty = v.result().headline.certainty;
    return certainty == Certainty::kLeaning ? v.phrases().with_certainty(placement, certainty) : placement;
  }

  void detail(const BlocResult& bloc, const PeriodResult& period) {
    const std::string& id = period.period->id;
    const std::size_t begin = out_.size();
    out_ += strong(name_of(*bloc.description) + (id.empty() ? "" : ", " + escape_unsafe(id))) + "\n";
    for (std::size_t axis = 0; axis < period.axes.size(); ++axis) {
      if (!shows(axis)) continue;
      const AxisView v = view(bloc, period, axis);
      out_ += render_axis(v);
      robustness(v.result());
      why_not(v);
    }
    findings(bloc, period, begin);
    if (!choices_.whole_tree) return;
    for (std::size_t axis = 0; axis < period.axes.size(); ++axis) {
      if (shows(axis)) out_ += "\n" + render_tree(view(bloc, period, axis));
    }
  }

  void robustness(const AxisResult& axis) {
    if (!axis.robustness) return;
    paragraph(texts_.say("robustness", {{"from", shortest(axis.robustness->crossover_from)},
                                        {"to", shortest(axis.robustness->crossover_to)},
                                        {"share", fixed6(axis.robustness->weights * 100)},
                                        {"draws", std::to_string(kWeightDraws)},
                                        {"crossover", shortest(rulebook_.crossover)}}),
              2);
  }

  void why_not(const AxisView& v) {
    for (const std::size_t wanted : choices_.why_not) {
      for (std::size_t m = 0; m < v.nodes().models.size(); ++m) {
        if (v.nodes().models[m].model == &rulebook_.models[wanted]) out_ += render_why_not(v, m);
      }
    }
  }

  /// What qualifies the case: with its messages where the period, which began at `begin`, then still fits a screen.
  void findings(const BlocResult& bloc, const PeriodResult& period, std::size_t begin) {
    if (period.findings.empty()) return;
    const std::string in_full = findings_text(bloc, period, Findings::kInFull);
    const auto lines = std::count(out_.begin() + static_cast<std::ptrdiff_t>(begin), out_.end(), '\n') +
                       std::count(in_full.begin(), in_full.end(), '\n');
    out_ += choices_.whole_tree || lines <= kPeriodLines ? in_full : findings_text(bloc, period, Findings::kByName);
  }

  std::string findings_text(const BlocResult& bloc, const PeriodResult& period, Findings form) const {
    const std::string title = texts_.say("findings.title");
    std::vector<std::string> parts;
    for (const FindingResult& entry : period.findings) parts.push_back(finding_text(bloc, period, entry, form));
    const std::size_t column = display_width(title) + 1;
    if (form == Findings::kByName)
      return strong(title) + " " + wrapped(joined(parts, "; ") + ".", style_.width, column, 2);
    std::string out = strong(title) + " ";
    for (std::size_t i = 0; i < parts.size(); ++i) {
      out += i == 0 ? wrapped(parts[i], style_.width, column, 2) : "  " + wrapped(parts[i], style_.width, 2, 2);
    }
    return out;
  }

  std::string finding_text(const BlocResult& bloc, const PeriodResult& period, const FindingResult& entry,
                           Findings form) const {
    const Phrases phrases(classifier_, *bloc.description, period, Register::kPractice, texts_);
    const Finding& finding = *entry.finding;
    std::string text = phrases.text(finding.label, finding.id);
    if (entry.registers.size() == 1) {
      text += " (" + texts_.say("register." + std::string(name(entry.registers.front()))) + ")";
    }
    text += " " + phrases.cite(finding.cite, finding.claim);
    return form == Findings::kByName ? text : text + ". " + phrases.text(finding.message, finding.id);
  }

  /// What the short forms mean, and the works behind them.
  void legend(std::span<const BlocResult> blocs) {
    out_ += "\n";
    paragraph(joined({texts_.say("legend.numbers", {{"crossover", shortest(rulebook_.crossover)}}),
                      texts_.say("legend.certainty"), texts_.say("legend.brackets")}));
    std::vector<std::string> works;
    for (const Reference& source : rulebook_.sources) {
      if (!source.sections.empty()) add_once(works, work(prefix_of(source), source));
    }
    for (const BlocResult& bloc : blocs) {
      for (const Reference& source : bloc.description->sources) {
        if (!is_rulebook_source(source.id)) add_once(works, work(source.id, source));
      }
    }
    if (!works.empty()) paragraph(joined(works, "; ") + ".");
    if (!choices_.whole_tree) paragraph(texts_.say("legend.more"));
  }

  /// What is known of a work, behind the mark that facts and rules give it.
  static std::string work(const std::string& mark, const Reference& source) {
    std::vector<std::string> known;
    for (const std::string* part : {&source.author, &source.title}) {
      if (!part->empty()) known.push_back(*part);
    }
    const std::string year = source.year.empty() ? "" : "(" + source.year + ")";
    return escape_unsafe(joined({mark, joined(known, ", "), year}));
  }

  bool is_rulebook_source(const std::string& id) const {
    return std::any_of(rulebook_.sources.begin(), rulebook_.sources.end(),
                       [&](const Reference& source) { return source.id == id && !source.sections.empty(); });
  }

  /// What the ids of a work's sections begin with: `18-`.
  static std::string prefix_of(const Reference& source) {
    const std::string& id = source.sections.front().id;
    return id.substr(0, id.find('-') == std::string::npos ? id.size() : id.find('-') + 1);
  }

  const Classifier& classifier_;
  const Rulebook& rulebook_;
  const Catalogue& texts_;
  const Style& style_;
  const TextChoices& choices_;
  std::string out_;
};

}  // namespace

std::string render_text(const Classifier& classifier, std::span<const BlocResult> blocs, const Catalogue& texts,
                        const Style& style, const TextChoices& choices) {
  return TextRenderer(classifier, texts, style, choices).document(blocs);
}

}  // namespace bloctype
