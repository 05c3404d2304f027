// Sentences about one model: what carries it and what caps it where it is placed, and why it is not where it is not;
// and about the verdict that came before the models.
#pragma once

#include <string>
#include <string_view>

#include "render/axis_view.hpp"

namespace bloctype {

/// Models are numbered by their place in AxisNodes::models. Each function gives one paragraph, unwrapped.
class ModelSentences {
 public:
  explicit ModelSentences(const AxisView& view) : view_(view), phrases_(view.phrases()), texts_(view.texts) {}

  /// What carries a model that is in, what caps it, its variant, and how much of it is coded.
  std::string placed(std::size_t model) const;

  /// Why a model that is out or open is not placed.
  std::string not_placed(std::size_t model) const;
  /// The same in one line, after the nearest model has been told in full.
  std::string not_placed_either(std::size_t model) const;

  /// The one thing that keeps a case out of a model, in a few words: "necessary and weak: ...".
  std::string obstacle(std::size_t model) const;

  /// A model that a case is in by register `in` and out of by the other, with the features that make the difference.
  std::string gap(Register in, std::size_t model) const;

  /// Why the gate or outcome that ended the placement did, with the facts it went by.
  std::string verdict() const;

  /// One cap of a model with all its features.
  std::string cap(std::size_t model, const CapNode& cap) const;

 private:
  std::vector<std::size_t> carriers(std::size_t model) const;
  std::optional<std::size_t> capping(std::size_t model) const;
  std::string height(std::size_t model) const;
  std::string reason_of(std::size_t model) const;
  std::string reasons(std::size_t model) const;
  std::string cap_sentence(std::size_t model) const;
  std::string coverage_sentence(std::size_t model) const;
  std::string variant_sentence(std::size_t model) const;
  std::vector<std::string> gap_features(Register in, std::size_t model) const;
  std::vector<std::string> most_missed(const CapNode& cap) const;
  const ItemNode* item_of(const CapNode& cap) const;
  std::string deciding_item(const CapNode& cap) const;
  std::string deciding_clause(const CapNode& cap) const;
  std::string cite_of(std::size_t model, const CapNode& cap) const;

  const AxisView& view_;
  Phrases phrases_;
  const Catalogue& texts_;
};

}  // namespace bloctype
