// Sentences about a placement as a whole: what keeps it open and what to code next, what would change it, and how far
// the case stands from its ideal types.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/axis_view.hpp"

namespace bloctype {

/// Each function gives one paragraph, unwrapped, or nothing where there is nothing to say.
class OutlookSentences {
 public:
  explicit OutlookSentences(const AxisView& view) : view_(view), phrases_(view.phrases()), texts_(view.texts) {}

  /// What keeps the placement from being decided, and the question to answer next.
  std::string openness() const;

  /// The first recodings that change it; those with one outcome in one sentence.
  std::string alternatives() const;

  /// Deviations in kind by name, in degree by name or number, and what is not documented.
  std::string departures() const;

  /// The recodings that would place a model, a sentence each.
  std::vector<std::string> ways_in(std::size_t model) const;

 private:
  std::string moving_models() const;
  std::string move_of(std::size_t model) const;
  std::optional<std::size_t> next_fact() const;
  std::string recoding_key() const;
  std::string pending() const;
  std::string next_question() const;
  std::string changes_of(const Counterfactual& entry) const;
  std::string shortened(const std::vector<std::string>& names) const;
  std::string departure_label(const Deviation& deviation) const;
  std::string departure(const Deviation& deviation) const;

  const AxisView& view_;
  Phrases phrases_;
  const Catalogue& texts_;
};

}  // namespace bloctype
