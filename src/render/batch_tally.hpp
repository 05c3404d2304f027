// What a report or a figure needs of all cases of a table: how their placements are spread, and the first of them as
// they are.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/classify.hpp"
#include "render/batch_row.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// A case that outlives the block it came in.
struct KeptCase {
  std::string bloc, coder;
  std::optional<int> from, to;
  std::vector<AxisResult> axes;
};

/// How many cases there are at most in a figure: more cannot be told apart.
inline constexpr std::size_t kMostDrawn = 200;

class BatchTally {
 public:
  void add(const BatchRow& row, const Classifier& classifier, const Catalogue& texts);
  /// Those that came after.
  void add(BatchTally&& more);

  std::size_t cases() const { return cases_; }
  /// The first kMostDrawn.
  const std::vector<KeptCase>& kept() const { return kept_; }
  /// How many cases have each placement on each axis, in the reader's words.
  const std::vector<std::map<std::string, std::size_t>>& placements() const { return placements_; }
  /// How many have each pair of placements, where there are two axes.
  const std::map<std::pair<std::string, std::string>, std::size_t>& pairs() const { return pairs_; }

 private:
  std::size_t cases_ = 0;
  std::vector<KeptCase> kept_;
  std::vector<std::map<std::string, std::size_t>> placements_;
  std::map<std::pair<std::string, std::string>, std::size_t> pairs_;
};

}  // namespace bloctype
