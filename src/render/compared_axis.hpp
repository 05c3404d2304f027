// One axis of two periods as the sentence writers of `compare` see it: what was found, both results and their phrases,
// and what each side is called.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "engine/comparison.hpp"
#include "render/phrases.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// One of the two, and what sentences call it.
struct ComparedSide {
  const Description& description;
  const PeriodResult& period;
  std::string label;
};

/// A paragraph, unwrapped, and the entries of the list that it introduces.
struct AxisPart {
  std::string text;
  std::vector<std::string> points;
};

/// Refers to all that it shows. A side is 0 or 1.
struct ComparedAxis {
  const Classifier& classifier;
  const std::array<ComparedSide, 2>& sides;
  Pairing pairing;
  std::size_t axis;
  const AxisComparison& found;
  const Catalogue& texts;
  bool same_hegemon = true;

  bool is_change() const { return pairing == Pairing::kSuccessive; }
  const std::string& label(std::size_t side) const { return sides[side].label; }
  const AxisResult& result(std::size_t side) const { return sides[side].period.axes[axis]; }
  const Placement& placement(std::size_t side) const { return result(side).placements[index_of(found.reg)]; }
  const AxisNodes& nodes() const { return classifier.program(found.reg).axes[axis]; }
  Phrases phrases(std::size_t side) const { return phrases(side, found.reg); }
  Phrases phrases(std::size_t side, Register reg) const {
    return {classifier, sides[side].description, sides[side].period, reg, texts};
  }
  std::string model_name(std::size_t m) const { return phrases(0).short_label(*nodes().models[m].model); }

  /// A text for the change of one bloc (`KEY.change`), or for two blocs side by side (`KEY.apart`).
  std::string by_pairing(const std::string& key, std::initializer_list<Catalogue::Value> values = {}) const {
    return texts.say("compare." + key + (is_change() ? ".change" : ".apart"), values);
  }
};

inline constexpr std::size_t kMostNamed = 3;   ///< facts or models of one kind that are named
inline constexpr std::size_t kMostMovers = 2;  ///< likewise, of facts that decide nothing alone

}  // namespace bloctype
