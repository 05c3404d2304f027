// From values to a verdict: status of each model, gates and outcomes, the placement of one register, and the headline
// of both. Reads node values of one row; computes no membership of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluate.hpp"
#include "engine/program.hpp"
#include "model/kind.hpp"

namespace bloctype {

enum class Status : std::uint8_t { kIn, kOut, kOpen };
enum class Certainty : std::uint8_t { kDecided, kLeaning, kUndecided };

std::string_view name(Status status);
std::string_view name(Certainty certainty);
std::string_view name(Cap cap);
std::string_view name(Register reg);

struct Membership {
  Triple value;
  double coverage = 0;  ///< share of the model's indicators that have a point, in [0, 1]
  Status status = Status::kOpen;
  Certainty certainty = Certainty::kUndecided;
  Cap binding = Cap::kNecessary;
};

/// Where an axis puts a case in one register. Models are numbered by their place in AxisNodes::models, gates by theirs
/// in AxisNodes::gates.
struct Placement {
  Kind kind = Kind::kUndecided;
  std::optional<std::size_t> gate;   ///< the gate or outcome that gave the verdict, for kVerdict
  std::vector<std::size_t> pending;  ///< gates and outcomes before it that could still fire
  std::vector<std::size_t> models;   ///< those in, by point, highest first
  std::vector<std::size_t> elements;
  std::optional<std::size_t> nearest;
  Certainty certainty = Certainty::kUndecided;
  std::vector<Membership> memberships;  ///< one for each model of the axis
};

/// What a gate or outcome does: it fires, could still fire, cannot, or is not asked since one before it fired.
enum class Firing : std::uint8_t { kFires, kPending, kSilent, kUnasked };
Firing firing(const GateNode& gate, const Block& block, std::size_t row);
std::string_view name(Firing state);

/// What must stay the same for a placement to count as unchanged: its kind (or verdict) and its set of models.
struct Reading {
  Kind kind = Kind::kUndecided;
  std::size_t verdict = 0;
  std::uint64_t models = 0;  ///< a bit for each model of the axis; an axis has at most kMaxModels

  bool operator==(const Reading&) const = default;
};

/// Reading of row `row`, and whether every completion of what is open shares it.
struct Judgement {
  Reading reading;
  bool decided = false;
};

/// The part of placing that recoding needs thousands of times: no lists, no order.
Judgement judge(const AxisNodes& axis, const Rulebook& rulebook, const Block& block, std::size_t row);

/// The placement of row `row`; its kind and models are those of judge(). `crossover` moves statuses only.
Placement place(const AxisNodes& axis, const Rulebook& rulebook, const Block& block, std::size_t row, double crossover);

/// Rows [first, first + count) of a block.
struct RowRange {
  std::size_t first = 0;
  std::size_t count = 0;
};

/// The first half of place(), for many rows: memberships of all models of the axis, row after row, but for their
/// binding caps, which only explanations need.
void find_memberships(const AxisNodes& axis, const Rulebook& rulebook, const Block& block, RowRange rows,
                      double crossover, std::vector<Membership>& memberships);
/// The second half: everything else of `placement`, whose memberships are those of `row`. Its memory is used again.
void place_by(const AxisNodes& axis, const Rulebook& rulebook, const Block& block, std::size_t row,
              Placement& placement);

Reading reading_of(const AxisNodes& axis, const Placement& placement);

/// What an axis says of a case: deeds place, words qualify.
struct Headline {
  Register reg = Register::kPractice;  ///< the register it is taken from
  bool declared_only = false;
  Certainty certainty = Certainty::kUndecided;
  std::vector<std::size_t> formally;    ///< in by discourse, out in practice; by point in discourse
  std::vector<std::size_t> undeclared;  ///< in by practice, out in discourse; by point in practice
};

Headline headline(const Placement& practice, const Placement& discourse);
void headline(const Placement& practice, const Placement& discourse, Headline& result);

}  // namespace bloctype
