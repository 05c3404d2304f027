// What differs between periods of blocs and matters: placements, the facts that make the difference, reasons, findings,
// members. Plain data, found by judging again and never by a rule of its own; `compare` tells it.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/change.hpp"
#include "engine/classify.hpp"
#include "engine/contradiction.hpp"
#include "engine/exchange.hpp"
#include "engine/period_pairs.hpp"

namespace bloctype {

/// Whether an item of a model holds (point above 0.5).
enum class Standing : std::uint8_t { kHolds, kLacks, kOpen };
std::string_view name(Standing standing);

/// An item that stands otherwise in the two cases.
struct ItemDifference {
  Cap cap = Cap::kNecessary;
  ItemNode item;
  std::array<Standing, 2> standings;
  bool is_real() const { return standings[0] != Standing::kOpen && standings[1] != Standing::kOpen; }
};

/// Why one model is where it is in both cases: the cap that binds and the items that stand otherwise.
struct ReasonDifference {
  std::size_t model = 0;  ///< by its place in AxisNodes::models
  std::array<Cap, 2> bindings;
  bool other_cap = false;  ///< no cap holds it in both cases
  std::vector<ItemDifference> items;

  bool is_real() const {
    return other_cap || std::any_of(items.begin(), items.end(), [](const ItemDifference& i) { return i.is_real(); });
  }
};

struct AxisComparison {
  /// That of both headlines; where they differ, the one in which the placements do, practice first.
  Register reg = Register::kPractice;
  Change change = Change::kNone;
  bool same_placement = true;      ///< kind or verdict, set of models, and whether words alone place it
  bool formally_differs = false;   ///< what it is in words alone, or in deeds alone
  bool certainty_differs = false;  ///< of the headline
  /// The really different facts, all exchanged, change neither placement (nor, where that alone differs, how decided it
  /// is): what is known makes the difference, not the blocs.
  bool on_evidence_alone = false;
  std::vector<std::size_t> models_in_question;
  std::vector<DifferingFact> facts;
  std::array<std::optional<TurningSet>, 2> turning;  ///< by case; none where the register's placements are the same
  bool same_reasons = true;                          ///< for the same placement
  std::vector<ReasonDifference> reasons;             ///< likewise: models of which something differs
};

/// A finding that one of two periods has.
struct FindingDifference {
  const Finding* finding = nullptr;
  std::size_t side = 0;
  std::vector<Register> registers;
  bool is_open_in_other = false;  ///< the facts that are known there do not rule it out
};

struct PairComparison {
  PeriodPair pair;
  std::array<std::string, 2> hegemons;
  std::vector<std::string> shared_members;  ///< of two different blocs, sorted
  std::vector<AxisComparison> axes;
  std::vector<FindingDifference> findings;
  std::vector<Contradiction> contradictions;
};

/// The reference hegemon of a period.
const std::string& hegemon_of(const Description& description, const Period& period);

/// `blocs` are of `classifier`, each with all the periods to be compared, in order of time.
std::vector<PairComparison> compare_blocs(const Classifier& classifier, std::span<const BlocResult> blocs);

}  // namespace bloctype
