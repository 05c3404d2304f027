// One bloc, all its periods and axes: what the command line and the library call. Keeps the node values beside the
// verdicts, so that every explanation is a walk over the values that decided.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "engine/deviations.hpp"
#include "engine/evaluate.hpp"
#include "engine/place.hpp"
#include "engine/program.hpp"
#include "engine/recode.hpp"
#include "engine/robustness.hpp"
#include "model/description.hpp"

namespace bloctype {

struct AxisResult {
  Headline headline;
  std::array<Placement, 2> placements;                 ///< by Register
  std::vector<Deviation> deviations;                   ///< of the headline's register
  std::array<std::vector<Pivot>, 2> pivotal;           ///< by Register
  std::array<std::vector<Counterfactual>, 2> recoded;  ///< by Register
  std::optional<Robustness> robustness;

  const Placement& shown() const { return placements[index_of(headline.reg)]; }
};

struct FindingResult {
  const Finding* finding = nullptr;
  std::vector<Register> registers;  ///< those in which it holds, at least one
};

struct PeriodResult {
  const Period* period = nullptr;
  std::array<Block, 2> values;  ///< by Register, one row each
  std::vector<AxisResult> axes;
  std::vector<FindingResult> findings;
};

/// A result without values and placements: for phrases about rules, or about the facts of a period, alone.
inline PeriodResult unplaced(const Period* period = nullptr) { return {period, {Block(0, 0), Block(0, 0)}, {}, {}}; }

struct BlocResult {
  const Description* description = nullptr;
  std::vector<PeriodResult> periods;
};

/// Places the cases of a block, one after the other, without what only explanations need:
/// the same placements as place() gives.
class BlockPlacer {
 public:
  explicit BlockPlacer(const Programs& programs);

  /// Computes of rows 0 .. rows-1 what placements and findings need; inputs must be set. `values` must stay as they are
  /// while place() reads them.
  void take(std::array<Block, 2>& values, std::size_t rows);
  /// Placements and headlines of all axes of one row. Memory of `axes` is used again.
  void place(std::size_t row, std::vector<AxisResult>& axes) const;

 private:
  const Programs& programs_;
  std::array<std::vector<NodeRange>, 2> needed_;  ///< by Register
  const std::array<Block, 2>* values_ = nullptr;
  std::vector<std::array<std::vector<Membership>, 2>> memberships_;  ///< by axis and Register, row after row
};

/// Whether a finding, by its place in the rulebook, holds for one row in register `r`.
bool finding_holds(const Programs& programs, std::size_t finding, Register r, const std::array<Block, 2>& values,
                   std::size_t row);

/// Classifies descriptions against one rulebook. Immutable once built; a result points into the rulebook and the
/// description.
class Classifier {
 public:
  enum class Robust { kNo, kYes };

  explicit Classifier(std::shared_ptr<const Rulebook> rulebook);

  const Rulebook& rulebook() const { return *rulebook_; }
  const Programs& programs() const { return programs_; }
  const Program& program(Register r) const { return programs_[index_of(r)]; }

  /// Places one case without searching for what would change it.
  PeriodResult place(const Period& period) const;
  /// The same for every period of a description.
  BlocResult place(const Description& description) const;

  /// Places every period of `description`, whose facts must be those of this rulebook's indicators.
  BlocResult classify(const Description& description, Robust robust = Robust::kNo) const;

 private:
  PeriodResult classify_period(const Period& period, const std::vector<Programs>& draws) const;

  std::shared_ptr<const Rulebook> rulebook_;
  Programs programs_;
};

}  // namespace bloctype
