// Placements against what was expected of them: whether they agree, and how well they do over many rows.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "engine/classify.hpp"
#include "model/expected_placement.hpp"

namespace bloctype {

/// One case on one axis. Both labels are in ids, and equal exactly where the two agree.
struct Comparison {
  bool agrees = false;
  bool is_open = false;  ///< the placement is undecided, or leaves a model open
  std::string expected;
  std::string placed;
  bool is_broad = false;  ///< more than one placement would agree: several alternatives, or a kind whatever its models
};

/// Whether a placement is the expected one, what is said formally aside.
bool placement_agrees(const ExpectedPlacement::Alternative& expected, const AxisResult& axis, const AxisNodes& nodes);

/// Compares a headline with an expectation. Models agree as sets, whatever their order, unless a model is still open
/// (`at_least`); a kind agrees with every placement of that kind. Of several alternatives the one that agrees is the
/// expectation; where none does, all are, joined by `|` whatever their order.
Comparison compare(const ExpectedPlacement& expectation, const AxisResult& axis, const AxisNodes& nodes,
                   const Rulebook& rulebook);

/// A headline in ids, with what is formal where anything is: `strategic; formally social+productive`.
std::string placement_label(const AxisResult& axis, const AxisNodes& nodes, const Rulebook& rulebook);

/// Comparisons of one axis, counted.
class Agreement {
 public:
  void add(const Comparison& comparison);
  void add(const Agreement& other);

  /// How many times each label was expected, and what came out.
  const std::map<std::pair<std::string, std::string>, std::size_t>& table() const { return table_; }

  std::size_t rows() const;
  std::size_t agreed() const { return agreed_; }
  /// How many of those that do not agree are open.
  std::size_t open() const { return open_; }
  /// How many expectations are broad. Each counts under one label, that which agrees, so that others that would agree
  /// by chance are not counted: by_chance() is then a lower bound, and kappa() an upper one.
  std::size_t broad() const { return broad_; }
  /// The share that agrees, in [0, 1]; 0 without rows.
  double observed() const;
  /// The share that would agree by chance: the sum over labels of the share that expects it times the share that is
  /// placed so.
  double by_chance() const;
  /// Cohen's kappa, (observed - chance) / (1 - chance) (Cohen 1960); none without rows, and where chance is 1.
  std::optional<double> kappa() const;

 private:
  std::map<std::pair<std::string, std::string>, std::size_t> table_;
  std::size_t agreed_ = 0;
  std::size_t open_ = 0;
  std::size_t broad_ = 0;
};

}  // namespace bloctype
