// What decides between two cases: facts of the one are given the values they have in the other, in words and in deeds,
// and the case is judged again on one axis, as its headline is. Called by engine/comparison.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/classify.hpp"

namespace bloctype {

/// What a headline says of a case, without its certainty and what qualifies it.
struct HeadlineReading {
  Reading reading;
  bool declared_only = false;

  bool operator==(const HeadlineReading&) const = default;
};

/// Two cases on one axis. Lists of two are by case throughout, [0] is the first; those of two registers by Register.
struct TwoCases {
  const Programs& programs;
  std::size_t axis = 0;
  Register reg = Register::kPractice;                          ///< in question: its values and memberships are told
  std::array<std::array<std::vector<Triple>, 2>, 2> inputs{};  ///< by case and Register: those of every indicator
  std::array<const AxisResult*, 2> results{};
  std::vector<std::size_t> models_in_question{};  ///< by their place in AxisNodes::models: whose moves count

  const AxisNodes& nodes(Register r) const { return programs[index_of(r)].axes[axis]; }
};

/// One case, judged again with what the other has for one fact.
struct Exchange {
  bool changes = false;  ///< the kind, the verdict or the set of models of the headline, or whether words alone give it
  bool brings = false;   ///< to those of the other case
  double moves = 0;      ///< what the memberships in question move by, summed: see moved()
  bool turns = false;    ///< a gate or outcome acts otherwise, or a model in question gains or loses its point
  AxisResult result;     ///< what the case then is: headline and placements alone
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
  Register reg = Register::kPractice;  ///< the one in question, or the other where the fact differs in that alone
  Ground ground = Ground::kReal;
  std::array<Triple, 2> values;       ///< of that register
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

/// Every fact of the axis that differs in the register in question or, where deeds leave a case undecided, in the
/// other, since words may then speak: first those that bring one case to the other's placement, then those that change
/// it at all, then by how far they move; ties by id.
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

/// Whether the headline of the case keeps its reading, and its certainty, when all `indicators` are exchanged.
struct Kept {
  bool reading = true;
  bool certainty = true;
};
Kept kept_by(const TwoCases& cases, std::size_t side, const std::vector<std::size_t>& indicators);

}  // namespace bloctype
