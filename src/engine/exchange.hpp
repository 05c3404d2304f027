// What decides between two cases: facts of the one are given the values they have in the other, and the case is judged
// again, in one register of one axis. Called by engine/comparison.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/place.hpp"
#include "engine/program.hpp"

namespace bloctype {

/// Two cases on one axis in one register. Lists of two are by case throughout: [0] is the first.
struct TwoCases {
  const Program& program;
  const AxisNodes& axis;
  std::array<std::vector<Triple>, 2> inputs;    ///< the register's triple of every indicator
  std::array<const Placement*, 2> placements;   ///< of the register
  std::vector<std::size_t> models_in_question;  ///< by their place in AxisNodes::models: whose moves count
};

/// One case, judged again with one value of the other's.
struct Exchange {
  bool changes = false;  ///< the kind, the verdict or the set of models
  bool brings = false;   ///< to those of the other case
  double moves = 0;      ///< what the memberships in question move by, summed: see moved()
  bool turns = false;    ///< a gate or outcome acts otherwise, or a model in question gains or loses its point
  Placement placement;   ///< what the case then is
};

/// A rule that an exchange is felt through: a gate or outcome, or an item of a model.
struct Route {
  std::optional<std::size_t> gate;  ///< by its place in AxisNodes::gates
  std::size_t model = 0;            ///< else by its place in AxisNodes::models
  Cap cap = Cap::kNecessary;
  Claim claim = Claim::kOurs;
  bool negated = false;  ///< the fact counts there by its absence

  bool operator==(const Route&) const = default;
};

/// A fact that two cases do not share.
struct DifferingFact {
  /// The values exclude each other, or what is known of one does not rule out that they are the same.
  enum class Ground : std::uint8_t { kReal, kEvidence };

  std::size_t indicator = 0;
  Ground ground = Ground::kReal;
  std::array<Triple, 2> values;
  std::array<Exchange, 2> exchanged;  ///< the first case with the second's value, and the second with the first's
  std::vector<Route> routes;

  /// Exchanged alone, it changes the placement of one of them.
  bool decides() const { return exchanged[0].changes || exchanged[1].changes; }
  /// It even brings one of them to the placement of the other.
  bool brings() const { return exchanged[0].brings || exchanged[1].brings; }
  double moves() const { return exchanged[0].moves + exchanged[1].moves; }
  bool is_idle() const;
};
std::string_view name(DifferingFact::Ground ground);

/// How far a membership moved: by its point or, where one of the two has none, by the bound that moved more.
double moved(const Triple& from, const Triple& to);

/// Every fact of the axis that differs: first those that bring one case to the other's placement, then those that
/// change it at all, then by how far they move; ties by id.
std::vector<DifferingFact> differing_facts(const TwoCases& cases);

/// A smallest set of facts that, exchanged together, turns the placement of one case into the other's.
struct TurningSet {
  enum class Outcome : std::uint8_t {
    kFound,
    kTooMany,      ///< it takes more than kMostTogether
    kNotSearched,  ///< too many facts differ to try
  };
  Outcome outcome = Outcome::kTooMany;
  std::vector<std::size_t> indicators;  ///< for kFound: of sets of that size the first, facts in the order given
  std::size_t ways = 0;                 ///< how many sets of that size do it
};
std::string_view name(TurningSet::Outcome outcome);

inline constexpr std::size_t kMostTogether = 3;

/// For case `side`, over `facts` of differing_facts(); the two placements must differ.
TurningSet turning_set(const TwoCases& cases, std::size_t side, const std::vector<DifferingFact>& facts);

/// Whether the case keeps its kind and models, and stays as decided or not, when all `indicators` are exchanged.
struct Kept {
  bool reading = true;
  bool decided = true;
};
Kept kept_by(const TwoCases& cases, std::size_t side, const std::vector<std::size_t>& indicators);

}  // namespace bloctype
