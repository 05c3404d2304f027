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

class AxisWriter {
 public:
  explicit AxisWriter(const ComparedAxis& view)
      : view_(view), found_(view.found), texts_(view.texts), phrases_{view.phrases(0), view.phrases(1)} {}

  AxisText write() {
    out_.state = view_.by_pairing("state." + state());
    if (is_gated()) {
      if (!found_.same_placement && is_change()) add(verdicts());
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
    Models lost, kept_in_words, now_in_words;
    for (const std::size_t m : of_status(Status::kIn, Status::kOut)) {
      const bool in_words = contains(headline(1).formally, m);
      const bool was_in_words = !words(0).gate && status_in_words(0, m) == Status::kIn;
      (!in_words ? lost : was_in_words ? kept_in_words : now_in_words).push_back(m);
    }
    const Register r = found_.reg;
    const Models opened = joined_models(of_status(Status::kIn, Status::kOpen), of_status(Status::kOut, Status::kOpen));
    return joined({sentence("story.gained", of_status(Status::kOut, Status::kIn), r), sentence("story.lost", lost, r),
                   sentence("story.lost_in_deeds", kept_in_words, r), sentence("story.lost_to_words", now_in_words, r),
                   sentence("story.opened", opened, r),
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

  // --- words and deeds

  const Placement& words(std::size_t side) const {
    return view_.result(side).placements[index_of(Register::kDiscourse)];
  }
  Status status_in_words(std::size_t side, std::size_t m) const { return words(side).memberships[m].status; }

  /// Of what words alone or deeds alone give, where the two differ in it, what no sentence has told.
  std::string in_words() const {
    if (!found_.formally_differs || headline(0).declared_only || headline(1).declared_only) return {};
    if (words(0).gate || words(1).gate) return found_.same_placement ? verdict_in_words() : std::string();
    if (is_gated() && !found_.same_placement) return {};
    return is_change() ? story_in_words() : apart_in_words();
  }

  std::string verdict_in_words() const {
    const auto placed = [&](std::size_t side) { return phrases_[side].placement(words(side), nodes()); };
    return view_.by_pairing("words_verdict",
                            {{"first", placed(0)}, {"second", placed(1)}, {"a", label(0)}, {"b", label(1)}});
  }

  /// Models that headline(side) has in `list` and the other's has not.
  Models only_in(std::size_t side, std::vector<std::size_t> Headline::*list) const {
    Models models;
    for (const std::size_t m : headline(side).*list) {
      if (!contains(headline(1 - side).*list, m)) models.push_back(m);
    }
    return models;
  }

  std::string apart_in_words() const {
    Strings parts;
    for (std::size_t side = 0; side < 2; ++side) {
      Models said;
      for (const std::size_t m : only_in(side, &Headline::formally)) {
        if (!contains(placement(1 - side).models, m)) said.push_back(m);
      }
      parts.push_back(sentence("apart.words", said, Register::kDiscourse, side));
    }
    for (std::size_t side = 0; side < 2; ++side) {
      Strings done;
      for (const std::size_t m : only_in(side, &Headline::undeclared)) {
        if (contains(placement(1 - side).models, m)) done.push_back(view_.model_name(m));
      }
      if (done.empty()) continue;
      parts.push_back(texts_.say("compare.apart.deeds", {{"side", label(side)}, {"models", texts_.list(done)}}));
    }
    return joined(parts);
  }

  std::string story_in_words() const {
    Models became, is_now, lost, opened, open_in_deeds, joined_by_words, left_by_words, deeds_alone;
    for (const std::size_t m : only_in(1, &Headline::formally)) {
      if (placement(0).memberships[m].status == Status::kIn) continue;  // told as lost in deeds
      (status_in_words(0, m) == Status::kOut ? became : is_now).push_back(m);
    }
    for (const std::size_t m : only_in(0, &Headline::formally)) {
      const Status words_now = status_in_words(1, m);
      if (placement(1).memberships[m].status == Status::kIn) continue;  // told as gained
      if (words_now == Status::kOut) lost.push_back(m);
      if (words_now == Status::kOpen) opened.push_back(m);
      if (words_now == Status::kIn && found_.same_placement) open_in_deeds.push_back(m);
    }
    for (const std::size_t m : only_in(0, &Headline::undeclared)) {
      if (placement(1).memberships[m].status != Status::kIn) continue;  // told as lost or opened
      (status_in_words(1, m) == Status::kIn ? joined_by_words : opened).push_back(m);
    }
    for (const std::size_t m : only_in(1, &Headline::undeclared)) {
      if (placement(0).memberships[m].status != Status::kIn) continue;  // told as gained or settled
      (status_in_words(0, m) == Status::kIn ? left_by_words : deeds_alone).push_back(m);
    }
    const Register words = Register::kDiscourse, deeds = Register::kPractice;
    return joined({sentence("story.words_gained", became, words), sentence("story.words_now", is_now, words),
                   sentence("story.words_lost", lost, words), sentence("story.words_opened", opened, words),
                   sentence("story.opened", open_in_deeds, deeds), sentence("story.words_too", joined_by_words, words),
                   sentence("story.words_left", left_by_words, words),
                   sentence("story.deeds_alone", deeds_alone, deeds)});
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
      if (is_gated() && gate_facts(0) != gate_facts(1)) parts.push_back(gates());
    }
    return joined(parts);
  }

  std::string certainty(std::size_t side) const {
    return texts_.say("certainty." + std::string(name(headline(side).certainty)));
  }

  /// The facts of the condition that leads to a verdict, with their degrees.
  std::string gate_facts(std::size_t side) const {
    Strings facts;
    for (const std::size_t i : indicators_of(nodes().gates[*placement(side).gate].gate->condition)) {
      facts.push_back(phrases_[side].named(i));
    }
    return texts_.list(facts);
  }

  /// Those of both sides.
  std::string gates() const {
    Strings parts;
    for (std::size_t side = 0; side < 2; ++side) {
      parts.push_back(texts_.say("compare.reasons.gate", {{"side", label(side)}, {"facts", gate_facts(side)}}));
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
        if (features.size() < kMostNamed) add_once(features, feature(side, item.item));
      }
      if (features.empty()) continue;
      parts.push_back(
          texts_.say("compare.reasons.holds", {{"side", label(side)}, {"features", texts_.list(features)}}));
    }
    if (parts.empty()) return {};
    return texts_.say("compare.reasons.model",
                      {{"model", capitalised(view_.model_name(reason.model))}, {"reasons", joined(parts)}});
  }

  /// An item that holds: by the fact that sets it or, where that is one that is absent, by the item and the fact.
  std::string feature(std::size_t side, const ItemNode& item) const {
    const Block& block = view_.sides[side].period.values[index_of(found_.reg)];
    const Leaf leaf = leading_leaf(view_.classifier.program(found_.reg), item.node, block, 0);
    if (!leaf.negated) return phrases_[side].named(item);
    return texts_.say("compare.reasons.item", {{"item", phrases_[side].label(*item.item)},
                                               {"fact", phrases_[side].label(leaf.indicator)},
                                               {"coded", phrases_[side].coded(leaf.indicator)}});
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
