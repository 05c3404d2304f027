// The page: which pairs, the placements side by side, then pair by pair.
#include "render/compare_page.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "render/axis_view.hpp"
#include "render/compare_axis_text.hpp"
#include "render/legend.hpp"
#include "render/phrases.hpp"

namespace bloctype {
namespace {

using Strings = std::vector<std::string>;

constexpr std::size_t kIndent = 2;
constexpr std::size_t kAxisLevel = 3;  ///< of its heading

class PageWriter {
 public:
  PageWriter(const ComparedBlocs& compared, const Catalogue& texts, const Style& style)
      : compared_(compared), rulebook_(compared.classifier.rulebook()), texts_(texts), style_(style) {
    for (std::size_t b = 0; b < compared.blocs.size(); ++b) names_.push_back(name_of(b));
  }

  Page write() && {
    out_.paragraph(rulebook_heading(rulebook_, texts_));
    out_.paragraph(which_pairs());
    out_.gap();
    placements();
    pairs();
    out_.gap();
    out_.paragraph(legend());
    return std::move(out_);
  }

  Page differences() && {
    out_.heading(texts_.say("compare.report.differences"));
    out_.paragraph(which_pairs());
    pairs();
    out_.paragraph(legend());
    return std::move(out_);
  }

 private:
  void pairs() {
    for (const PairComparison& pair : compared_.pairs) this->pair(pair);
  }

  std::string legend() const { return texts_.say("compare.legend", {{"crossover", shortest(rulebook_.crossover)}}); }

  /// The name of a bloc; where another has the same, also how the user named it.
  std::string name_of(std::size_t bloc) const {
    const auto plain = [&](const BlocResult& result) { return display_name(*result.description, texts_); };
    const std::string name = plain(compared_.blocs[bloc]);
    const auto same = std::count_if(compared_.blocs.begin(), compared_.blocs.end(),
                                    [&](const BlocResult& other) { return plain(other) == name; });
    return same == 1 ? name : name + " [" + escape_unsafe(compared_.arguments[bloc]) + "]";
  }

  std::string period_name(const Side& side) const {
    const std::string& id = compared_.period(side).period->id;
    return names_[side.bloc] + (id.empty() ? "" : ", " + escape_unsafe(id));
  }

  // --- which pairs, and why no others

  std::string which_pairs() const {
    Strings parts;
    for (std::size_t b = 1; b < names_.size(); ++b) {
      const auto pair = std::find_if(compared_.pairs.begin(), compared_.pairs.end(), [&](const PairComparison& p) {
        return is_of_two(p) && p.pair.sides[1].bloc == b;
      });
      parts.push_back(texts_.say("compare.pairs." + std::string(name(pair->pair.pairing)),
                                 {{"first", names_[0]}, {"second", names_[b]}}));
    }
    if (names_.size() > 2) parts.push_back(texts_.say("compare.pairs.with_first", {{"first", names_[0]}}));
    for (std::size_t b = 0; b < names_.size(); ++b) {
      if (compared_.blocs[b].periods.size() > 1) {
        parts.push_back(texts_.say("compare.pairs.successive", {{"bloc", names_[b]}}));
      }
    }
    return joined(parts);
  }

  static bool is_of_two(const PairComparison& pair) { return pair.pair.sides[0].bloc != pair.pair.sides[1].bloc; }

  // --- placements

  void placements() {
    for (std::size_t axis = 0; axis < rulebook_.axes.size(); ++axis) {
      if (!compared_.shows(axis)) continue;
      out_.add(Title{axis_label(axis), {}});
      Records records;
      for (std::size_t b = 0; b < compared_.blocs.size(); ++b) {
        for (std::size_t p = 0; p < compared_.blocs[b].periods.size(); ++p) {
          records.records.push_back({period_name({b, p}), {headline({b, p}, axis)}});
        }
      }
      out_.add(std::move(records));
    }
  }

  std::string axis_label(std::size_t axis) const {
    const Axis& entry = rulebook_.axes[axis];
    const Localized& label = entry.short_label.texts.empty() ? entry.label : entry.short_label;
    const std::string_view text = label.in(texts_.language());
    return escape_unsafe(text.empty() ? std::string_view(entry.id) : text);
  }

  Phrases phrases(const Side& side, Register reg) const {
    return {compared_.classifier, *compared_.bloc(side).description, compared_.period(side), reg, texts_};
  }

  /// A headline; how sure it is, unless it says so itself.
  std::string headline(const Side& side, std::size_t axis) const {
    const AxisResult& result = compared_.period(side).axes[axis];
    const Headline& head = result.headline;
    const Phrases phrases = this->phrases(side, head.reg);
    return phrases.with_certainty(phrases.headline(result, compared_.classifier.program(head.reg).axes[axis]),
                                  head.certainty);
  }

  // --- one pair

  void pair(const PairComparison& pair) {
    const Side& a = pair.pair.sides[0];
    const Side& b = pair.pair.sides[1];
    const bool is_change = !is_of_two(pair);
    const std::string title =
        is_change ? texts_.say("compare.title.change", {{"bloc", names_[a.bloc]},
                                                        {"first", escape_unsafe(compared_.period(a).period->id)},
                                                        {"second", escape_unsafe(compared_.period(b).period->id)}})
                  : title_of_two(a, b);
    out_.gap();
    out_.heading(title);
    const auto side = [&](const Side& s) {
      return ComparedSide{*compared_.bloc(s).description, compared_.period(s),
                          is_change ? escape_unsafe(compared_.period(s).period->id) : names_[s.bloc]};
    };
    const std::array<ComparedSide, 2> sides = {side(a), side(b)};
    const bool same_hegemon = pair.hegemons[0] == pair.hegemons[1];
    for (std::size_t axis = 0; axis < pair.axes.size(); ++axis) {
      if (compared_.shows(axis))
        this->axis({compared_.classifier, sides, pair.pair.pairing, axis, pair.axes[axis], texts_, same_hegemon});
    }
    about_both(pair, sides);
  }

  std::string title_of_two(const Side& a, const Side& b) const {
    const bool has_comma = !compared_.period(a).period->id.empty();
    if (!has_comma) return texts_.list({period_name(a), period_name(b)});
    return texts_.say("compare.title.apart", {{"first", period_name(a)}, {"second", period_name(b)}});
  }

  void axis(const ComparedAxis& view) {
    const AxisText told = axis_text(view);
    const Localized& note = rulebook_.axes[view.axis].note;
    const std::string about = view.same_hegemon && !note.texts.empty()
                                  ? std::string(separator(style_)) + phrases_of(view.sides[0]).text(note, "")
                                  : std::string();
    out_.add(Conclusion{axis_label(view.axis), told.state + about, {}, kAxisLevel, kIndent});
    for (const AxisPart& part : told.parts) {
      out_.paragraph(part.text, kIndent);
      out_.items({part.points, kIndent, kIndent, Items::Mark::kDash, {}});
    }
  }

  Phrases phrases_of(const ComparedSide& side) const {
    return {compared_.classifier, side.description, side.period, Register::kPractice, texts_};
  }

  /// What concerns the pair and no one axis: hegemons, findings, members.
  void about_both(const PairComparison& pair, const std::array<ComparedSide, 2>& sides) {
    if (pair.hegemons[0] != pair.hegemons[1]) {
      out_.paragraph(texts_.say("compare.hegemons", {{"first", escape_unsafe(pair.hegemons[0])},
                                                     {"second", escape_unsafe(pair.hegemons[1])},
                                                     {"a", sides[0].label},
                                                     {"b", sides[1].label}}));
    }
    for (std::size_t side = 0; side < 2; ++side) findings(pair, sides, side);
    if (pair.shared_members.empty()) return;
    out_.paragraph(texts_.say("compare.members.shared", {{"members", members(pair)}}));
    for (const Contradiction& entry : pair.contradictions) {
      if (compared_.shows(entry.axis)) out_.paragraph(contradiction(pair, entry));
    }
  }

  void findings(const PairComparison& pair, const std::array<ComparedSide, 2>& sides, std::size_t side) {
    Strings known, open;
    const Phrases phrases = this->phrases(pair.pair.sides[side], Register::kPractice);
    for (const FindingDifference& entry : pair.findings) {
      if (entry.side != side) continue;
      const Finding& finding = *entry.finding;
      const std::string text =
          joined({phrases.text(finding.label, finding.id), phrases.cite(finding.cite, finding.claim)});
      (entry.is_open_in_other ? open : known).push_back(text);
    }
    const auto say = [&](std::string_view key, const Strings& list) {
      if (list.empty()) return;
      out_.paragraph(texts_.say(
          key, {{"side", sides[side].label}, {"other", sides[1 - side].label}, {"findings", joined(list, "; ")}}));
    };
    say("compare.findings.only", known);
    say("compare.findings.open", open);
  }

  std::string members(const PairComparison& pair) const {
    Strings names;
    for (const std::string& member : pair.shared_members) names.push_back(escape_unsafe(member));
    return texts_.list(names);
  }

  std::string contradiction(const PairComparison& pair, const Contradiction& entry) const {
    const std::array<Side, 2>& sides = pair.pair.sides;
    const std::array<std::string, 2> years =
        shared_years(*compared_.period(sides[0]).period, *compared_.period(sides[1]).period);
    const std::string text =
        texts_.say(years[1].empty() ? "compare.members.since" : "compare.members.at_once",
                   {{"axis", capitalised(phrases(sides[0], Register::kPractice).label(rulebook_.axes[entry.axis]))},
                    {"members", members(pair)},
                    {"from", years[0]},
                    {"to", years[1]},
                    {"first", placement(sides[0], entry.axis)},
                    {"second", placement(sides[1], entry.axis)}});
    const bool leaning = entry.certainty == Certainty::kLeaning;
    return joined({text, leaning ? texts_.say("compare.members.leaning") : ""});
  }

  std::string placement(const Side& side, std::size_t axis) const {
    const AxisNodes& nodes = compared_.classifier.program(Register::kPractice).axes[axis];
    return phrases(side, Register::kPractice).placement(compared_.period(side).axes[axis].shown(), nodes);
  }

  /// The years that two overlapping periods share; the last is empty where both go on.
  static std::array<std::string, 2> shared_years(const Period& a, const Period& b) {
    const int from = std::max(a.from.value_or(0), b.from.value_or(0));
    std::optional<int> to = a.to;
    if (b.to && (!to || *b.to < *to)) to = b.to;
    return {std::to_string(from), to ? std::to_string(*to) : std::string()};
  }

  const ComparedBlocs& compared_;
  const Rulebook& rulebook_;
  const Catalogue& texts_;
  const Style& style_;
  Strings names_;
  Page out_;
};

}  // namespace

Page compare_page(const ComparedBlocs& compared, const Catalogue& texts, const Style& style) {
  return PageWriter(compared, texts, style).write();
}

Page compared_differences(const ComparedBlocs& compared, const Catalogue& texts, const Style& style) {
  return PageWriter(compared, texts, style).differences();
}

}  // namespace bloctype
