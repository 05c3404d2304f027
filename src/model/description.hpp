// A description: what coders say of one bloc, period by period, with the source of every fact. Made by
// load/description_loader; engine/ reads the triples, render/ the sources and notes.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/rulebook.hpp"
#include "model/value.hpp"

namespace bloctype {

/// One coding of one indicator: a value as written, who gave it, and where it stands in the source.
struct Coding {
  std::array<std::optional<Triple>, 2> values;  ///< by Register; none where this coding says `unknown` or nothing
  std::string coder, source, where, date;
  Localized note;
  Place place;
};

/// What is coded of one indicator in one period: each register's triple over all codings, and the codings themselves.
struct Fact {
  std::array<Triple, 2> triples = {kUnknown, kUnknown};
  std::array<bool, 2> coded = {false, false};  ///< someone gave a value, a contested one included
  std::vector<Coding> codings;
};

struct Period {
  std::string id;               ///< empty where the description has no periods
  std::optional<int> from, to;  ///< years; `to` none: ongoing
  std::string hegemon;          ///< where it is another than the description's
  Localized note;
  std::vector<Fact> facts;  ///< one for each indicator of the rulebook, in its order
  Place place;
};

struct Description {
  std::string bloc, hegemon = "US";
  Localized name, note;
  std::vector<std::string> members, aliases;
  std::vector<Reference> sources;
  std::vector<Period> periods;  ///< at least one, in order of time
};

/// The triple of several codings of one register: equal ones merge, different ones become the contested hull of their
/// ends. Codings without a value are none; without any, unknown.
Triple merged(const std::vector<Triple>& codings);

/// Sets the triples of `fact` from its codings.
void resolve(Fact& fact);

/// The fact of one coding.
Fact fact_of(Coding coding);

/// The triples of every fact of a period: what the engine reads.
std::vector<Triple> triples_of(const Period& period, Register r);
/// The same, by Register.
std::array<std::vector<Triple>, 2> triples_of(const Period& period);

}  // namespace bloctype
