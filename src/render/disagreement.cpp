// By kind of disagreement: a verdict before the models, a verdict that did not come, models, what is formal.
#include "render/disagreement.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "engine/agreement.hpp"
#include "render/model_sentences.hpp"

namespace bloctype {
namespace {

/// The sentences that tell why a case is not where it was expected.
class Reasons {
 public:
  Reasons(const AxisView& view, const ExpectedPlacement& expectation)
      : view_(view), phrases_(view.phrases()), sentences_(view), expectation_(expectation) {}

  std::vector<std::string> all() const {
    const ExpectedPlacement::Alternative& first = expectation_.alternatives.front();
    if (placement_agrees(first, view_.result(), view_.nodes())) return formal(first);
    if (view_.shown().gate) return {sentences_.verdict()};
    std::vector<std::string> found;
    if (first.kind == Kind::kVerdict) found = silent_gates(first.verdict);
    for (std::size_t m = 0; m < view_.nodes().models.size(); ++m) {
      const bool is_expected = (first.models >> m & 1) != 0;
      const Status status = view_.membership(m).status;
      if (status == Status::kIn && !is_expected) found.push_back(is_in(m));
      if (status == Status::kOpen || (status == Status::kOut && is_expected)) {
        found.push_back(sentences_.not_placed(m));
      }
    }
    if (found.empty() && view_.shown().nearest) found.push_back(sentences_.not_placed(*view_.shown().nearest));
    return found;
  }

 private:
  /// A model that is in, by the cap that sets its value.
  std::string is_in(std::size_t model) const {
    const Membership& m = view_.membership(model);
    return view_.texts.say("batch.is_in", {{"model", capitalised(view_.short_label(model))},
                                           {"value", phrases_.triple(m.value)},
                                           {"cap", sentences_.cap(model, *view_.cap(model, m.binding))}});
  }

  /// A verdict that was expected and did not come: the facts by which its conditions do not hold, or by which they are
  /// open.
  std::vector<std::string> silent_gates(const std::string& verdict) const {
    std::vector<std::string> silent, open;
    for (const GateNode& gate : view_.nodes().gates) {
      if (gate.gate->verdict != verdict) continue;
      auto& facts = firing(gate, view_.block(), 0) == Firing::kPending ? open : silent;
      for (const std::size_t indicator : indicators_of(gate.gate->condition))
        facts.push_back(phrases_.named(indicator));
    }
    const auto& facts = open.empty() ? silent : open;
    return {view_.texts.say(open.empty() ? "batch.silent" : "batch.pending",
                            {{"verdict", phrases_.label_of_verdict(verdict)}, {"facts", view_.texts.list(facts)}})};
  }

  /// Where the deeds agree and the words do not.
  std::vector<std::string> formal(const ExpectedPlacement::Alternative& expected) const {
    const Headline& headline = view_.result().headline;
    const auto& placements = view_.result().placements;
    if (headline.declared_only || placements[0].gate || placements[1].gate)
      return {view_.texts.say("batch.no_formally")};
    std::vector<std::string> found;
    for (std::size_t m = 0; m < view_.nodes().models.size(); ++m) {
      const bool is_expected = (expected.formally.value_or(0) >> m & 1) != 0;
      const bool is_there = std::find(headline.formally.begin(), headline.formally.end(), m) != headline.formally.end();
      if (is_there && !is_expected) found.push_back(sentences_.gap(Register::kDiscourse, m));
      if (is_expected && !is_there) found.push_back(not_formally(m));
    }
    return found;
  }

  std::string not_formally(std::size_t model) const {
    const Membership& words = view_.result().placements[index_of(Register::kDiscourse)].memberships[model];
    const Membership& deeds = view_.membership(model);
    const std::string key = words.status != Status::kIn   ? "batch.not_formally"
                            : deeds.status == Status::kIn ? "batch.in_deeds_too"
                                                          : "batch.open_in_deeds";
    const Membership& told = words.status != Status::kIn ? words : deeds;
    return view_.texts.say(key,
                           {{"model", capitalised(view_.short_label(model))}, {"value", phrases_.triple(told.value)}});
  }

  const AxisView& view_;
  Phrases phrases_;
  ModelSentences sentences_;
  const ExpectedPlacement& expectation_;
};

}  // namespace

std::vector<std::string> disagreement_reasons(const AxisView& view, const ExpectedPlacement& expectation) {
  std::vector<std::string> reasons = Reasons(view, expectation).all();
  std::erase(reasons, std::string());
  return reasons;
}

std::string placed_with_certainty(const AxisView& view) {
  const Phrases phrases = view.phrases();
  return phrases.with_certainty(phrases.headline(view.result(), view.nodes()), view.result().headline.certainty);
}

}  // namespace bloctype
