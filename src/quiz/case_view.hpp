// One axis of one subject, by deeds, as the makers of questions see it: its facts, its placement, its near misses, and
// the engine's own sentences about them.
#pragma once

#include <string>
#include <vector>

#include "quiz/makers.hpp"
#include "render/axis_view.hpp"
#include "render/model_sentences.hpp"

namespace bloctype {

/// A placement that the case does not have, and what the engine says of it.
struct NearMiss {
  Placement placement;
  std::string why;  ///< may be empty
};

class CaseView {
 public:
  CaseView(const QuizContext& context, const QuizSubject& subject, std::size_t axis)
      : texts_(context.texts),
        subject_(subject),
        view_{context.material.classifier, subject.description, subject.result, axis, context.texts},
        models_(view_) {}
  CaseView(const CaseView&) = delete;
  CaseView& operator=(const CaseView&) = delete;

  const Catalogue& texts() const { return texts_; }
  const AxisView& axis() const { return view_; }
  const ModelSentences& models() const { return models_; }
  const Placement& placement() const { return of(Register::kPractice); }
  const Placement& of(Register r) const { return view_.result().placements[index_of(r)]; }
  Reading reading() const { return reading_of(view_.nodes(), placement()); }
  std::string text(const Placement& placement) const { return view_.phrases().placement(placement, view_.nodes()); }

  /// Whether deeds place the case: but for traps, questions are asked of such cases alone.
  bool is_placed_by_deeds() const { return placement().kind != Kind::kUndecided; }
  bool is_decided() const { return placement().certainty == Certainty::kDecided; }

  /// "Mercosur, 2003-2015"; a case of the rulebook has no name that could be told.
  std::string title() const;
  std::string axis_label() const { return view_.phrases().label(*view_.nodes().axis); }

  /// Of a decided placement, the coded facts of the axis that settle it by themselves, and `kept` in any case, a line
  /// each: the others, light ones before heavy ones, can be unknown. Of any other, everything that is coded of the
  /// axis.
  std::vector<std::string> facts(const std::vector<std::size_t>& kept) const;
  /// The coded facts of the axis that are there rather than not.
  std::vector<std::size_t> present() const;

  /// Placements that the engine tells from this one, in a drawn order: at most two that a few recodings or words alone
  /// would make of it, then its other models, kinds and verdicts.
  std::vector<NearMiss> near_misses(SplitMix64& random) const;

  /// A recoding by the label of its fact: "free trade: marginal in place of full".
  std::string text(const Recoding& change) const;
  /// "It would read ... with ...".
  std::string text(const Counterfactual& entry) const;

  /// Why the case is where it is: the models that are placed, or also why the others are not.
  enum class Models { kPlaced, kAll };
  std::string explanation(Models told = Models::kAll) const;
  /// The question that goes furthest towards it.
  std::string hint() const;
  /// The model, else the axis, that a reader who got it wrong should read about.
  std::string read_again() const;

 private:
  bool is_coded(std::size_t indicator) const {
    return view_.phrases().fact(indicator).coded[index_of(Register::kPractice)];
  }
  std::string fact_line(std::size_t indicator) const;
  std::vector<std::size_t> deciding(const std::vector<std::size_t>& kept) const;
  std::vector<double> weights() const;
  void add(std::vector<NearMiss>& found, NearMiss miss) const;
  std::vector<NearMiss> recoded() const;
  std::vector<NearMiss> other_models() const;

  const Catalogue& texts_;
  const QuizSubject& subject_;
  AxisView view_;
  ModelSentences models_;
};

}  // namespace bloctype
