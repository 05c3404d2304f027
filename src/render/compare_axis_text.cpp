// Sentences of one axis: what changed or differs, whether that is a matter of evidence and, for the same placement, its
// reasons. The facts are told by compare_facts_text.
#include "render/compare_axis_text.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "render/axis_view.hpp"
#include "render/compare_facts_text.hpp"
#include "render/phrases.hpp"

namespace bloctype {
namespace {

using Models = std::vector<std::size_t>;
using Strings = std::vector<std::string>;

bool contains(const Models& list, std::size_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

class AxisWriter {
 public:
  explicit AxisWriter(const ComparedAxis& view)
      : view_(view), found_(view.found), texts_(view.texts), phrases_{view.phrases(0), view.phrases(1)} {}

  AxisText write() {
    out_.state = view_.by_pairing("state." + state());
    if (is_gated()) {
      if (found_.change == Change::kInKind && is_change()) add(verdicts());
    } else {
      add(is_change() ? story() : apart());
    }
    add(in_words());
    add(same_placement());
    if (found_.on_evidence_alone) add(texts_.say("compare.evidence.alone"));
    if (found_.change == Change::kInDegree && is_change()) add(moves_of_models());
    if (found_.same_placement) {
      add(about_evidence(view_));
      return std::move(out_);
    }
    for (AxisPart& part : parts_about_facts(view_)) out_.parts.push_back(std::move(part));
    return std::move(out_);
  }

 private:
  void add(const std::string& text) {
    if (!text.empty()) out_.parts.push_back({text, {}});
  }

  bool is_change() const { return view_.is_change(); }
  const Headline& headline(std::size_t side) const { return view_.result(side).headline; }
  const Placement& placement(std::size_t side) const { return view_.placement(side); }
  const AxisNodes& nodes() const { return view_.nodes(); }
  const std::string& label(std::size_t side) const { return view_.label(side); }
  bool is_gated() const { return placement(0).gate || placement(1).gate; }

  std::string state() const {
    if (!found_.same_placement) return found_.change == Change::kInKind ? "in_kind" : "unsettled";
    if (found_.formally_differs) return "in_words";
    return found_.change == Change::kInDegree && is_change() ? "in_degree" : "same";
  }

  // --- models and verdicts

  std::string value(std::size_t side, Register reg, std::size_t m) const {
    const Triple& v = view_.result(side).placements[index_of(reg)].memberships[m].value;
    return v.point ? phrases_[side].number(*v.point) : phrases_[side].range(v);
  }

  /// "social (from 0.08 to 0.67)"; of two blocs "social (0.67; ALBA 0.08)", where `here` has the first value.
  std::string with_values(std::size_t m, Register reg, std::size_t here = 0) const {
    const std::string first = value(is_change() ? 0 : here, reg, m);
    const std::string second = value(is_change() ? 1 : 1 - here, reg, m);
    if (is_change() && first == second)
      return texts_.say("compare.model.same", {{"model", view_.model_name(m)}, {"value", first}});
    return view_.by_pairing(
        "model", {{"model", view_.model_name(m)}, {"first", first}, {"second", second}, {"other", label(1 - here)}});
  }

  std::string sentence(std::string_view key, const Models& models, Register reg, std::size_t here = 0) const {
    if (models.empty()) return {};
    Strings names;
    for (const std::size_t m : models) names.push_back(with_values(m, reg, here));
    return texts_.say("compare." + std::string(key), {{"models", texts_.list(names)}, {"side", label(here)}});
  }

  /// Models of these statuses in the first and the second case, in axis order.
  Models of_status(Status first, Status second) const {
    Models models;
    for (std::size_t m = 0; m < nodes().models.size(); ++m) {
      if (placement(0).memberships[m].status == first && placement(1).memberships[m].status == second) {
        models.push_back(m);
      }
    }
    return models;
  }

  static Models joined_models(Models a, const Models& b) {
    a.insert(a.end(), b.begin(), b.end());
    std::sort(a.begin(), a.end());
    return a;
  }

  std::string verdicts() const {
    return texts_.say("compare.verdicts", {{"first", phrases_[0].headline(view_.result(0), nodes())},
                                           {"second", phrases_[1].headline(view_.result(1), nodes())}});
  }

  /// What one bloc became, ceased to be and stayed.
  std::string story() const {
    if (found_.same_placement) return {};
    Models lost, lost_in_deeds;
    for (const std::size_t m : of_status(Status::kIn, Status::kOut)) {
      (contains(headline(1).formally, m) ? lost_in_deeds : lost).push_back(m);
    }
    const Register r = found_.reg;
    const Models opened = joined_models(of_status(Status::kIn, Status::kOpen), of_status(Status::kOut, Status::kOpen));
    return joined({sentence("story.gained", of_status(Status::kOut, Status::kIn), r), sentence("story.lost", lost, r),
                   sentence("story.lost_in_deeds", lost_in_deeds, r), sentence("story.opened", opened, r),
                   sentence("story.now_in", of_status(Status::kOpen, Status::kIn), r),
                   sentence("story.now_out", of_status(Status::kOpen, Status::kOut), r),
                   sentence("story.kept", of_status(Status::kIn, Status::kIn), r)});
  }

  /// What only one of two blocs is.
  std::string apart() const {
    if (found_.same_placement) return {};
    const Register r = found_.reg;
    const auto open_in = [&](std::size_t side) {
      Models models;
      for (std::size_t m = 0; m < nodes().models.size(); ++m) {
        const bool here = placement(side).memberships[m].status == Status::kOpen;
        if (here && placement(1 - side).memberships[m].status != Status::kOpen) models.push_back(m);
      }
      return models;
    };
    return joined({sentence("apart.only", of_status(Status::kIn, Status::kOut), r, 0),
                   sentence("apart.only", of_status(Status::kOut, Status::kIn), r, 1),
                   sentence("apart.both", of_status(Status::kIn, Status::kIn), r, 0),
                   sentence("apart.open", open_in(0), r, 0), sentence("apart.open", open_in(1), r, 1)});
  }

  /// What is said and not done, where the two differ in it and no sentence has told it.
  std::string in_words() const {
    if (!found_.formally_differs || (is_gated() && !found_.same_placement)) return {};
    std::array<Models, 2> only;
    for (std::size_t side = 0; side < 2; ++side) {
      for (const std::size_t m : headline(side).formally) {
        const bool told = is_change() && side == 1 && placement(0).memberships[m].status == Status::kIn;
        const bool placed_there = contains(placement(1 - side).models, m);
        if (!contains(headline(1 - side).formally, m) && !told && !placed_there) only[side].push_back(m);
      }
    }
    const Register words = Register::kDiscourse;
    if (!is_change())
      return joined({sentence("apart.words", only[0], words, 0), sentence("apart.words", only[1], words, 1)});
    return joined({sentence("story.words_gained", only[1], words), sentence("story.words_lost", only[0], words)});
  }

  std::string moves_of_models() {
    std::vector<std::pair<double, std::size_t>> moves;
    for (std::size_t m = 0; m < nodes().models.size(); ++m) {
      const double by = moved(placement(0).memberships[m].value, placement(1).memberships[m].value);
      if (less9(0, by)) moves.emplace_back(by, m);
    }
    std::stable_sort(moves.begin(), moves.end(), [](const auto& a, const auto& b) { return less9(b.first, a.first); });
    Models models;
    for (const auto& [by, m] : moves) {
      if (models.size() < kMostNamed) models.push_back(m);
    }
    const std::string models_told = sentence("degree.models", models, found_.reg);
    const std::string facts = facts_that_move_most(view_);
    return joined({models_told, facts.empty() ? "" : texts_.say("compare.degree.facts", {{"facts", facts}})});
  }

  // --- the same placement

  std::string same_placement() const {
    if (!found_.same_placement) return {};
    Strings parts;
    if (found_.certainty_differs) {
      parts.push_back(view_.by_pairing(
          "certainty", {{"first", certainty(0)}, {"second", certainty(1)}, {"a", label(0)}, {"b", label(1)}}));
    }
    if (!found_.same_reasons) {
      parts.push_back(texts_.say("compare.reasons.different"));
      if (is_gated()) parts.push_back(gates());
      for (const ReasonDifference& reason : found_.reasons) parts.push_back(reason_text(reason));
    } else {
      parts.push_back(texts_.say(found_.reasons.empty() ? "compare.reasons.same" : "compare.reasons.same_as_known"));
    }
    return joined(parts);
  }

  std::string certainty(std::size_t side) const {
    return texts_.say("certainty." + std::string(name(headline(side).certainty)));
  }

  /// The facts of the different conditions that lead to one verdict.
  std::string gates() const {
    Strings parts;
    for (std::size_t side = 0; side < 2; ++side) {
      Strings facts;
      for (const std::size_t i : indicators_of(nodes().gates[*placement(side).gate].gate->condition)) {
        facts.push_back(phrases_[side].named(i));
      }
      parts.push_back(texts_.say("compare.reasons.gate", {{"side", label(side)}, {"facts", texts_.list(facts)}}));
    }
    return joined(parts);
  }

  std::string reason_text(const ReasonDifference& reason) const {
    Strings parts;
    if (reason.other_cap) {
      const bool placed = contains(placement(0).models, reason.model);
      parts.push_back(texts_.say(placed ? "compare.reasons.holds_it" : "compare.reasons.keeps_out",
                                 {{"a", label(0)},
                                  {"first", cap_name(reason.bindings[0])},
                                  {"b", label(1)},
                                  {"second", cap_name(reason.bindings[1])}}));
    }
    for (std::size_t side = 0; side < 2; ++side) {
      Strings features;
      for (const ItemDifference& item : reason.items) {
        if (!item.is_real() || item.standings[side] != Standing::kHolds) continue;
        if (features.size() < kMostNamed) add_once(features, phrases_[side].named(item.item));
      }
      if (features.empty()) continue;
      parts.push_back(
          texts_.say("compare.reasons.holds", {{"side", label(side)}, {"features", texts_.list(features)}}));
    }
    if (parts.empty()) return {};
    return texts_.say("compare.reasons.model",
                      {{"model", capitalised(view_.model_name(reason.model))}, {"reasons", joined(parts)}});
  }

  std::string cap_name(Cap cap) const { return texts_.say("compare.cap." + std::string(name(cap))); }

  const ComparedAxis& view_;
  const AxisComparison& found_;
  const Catalogue& texts_;
  std::array<Phrases, 2> phrases_;
  AxisText out_;
};

}  // namespace

AxisText axis_text(const ComparedAxis& view) { return AxisWriter(view).write(); }

}  // namespace bloctype
