// What the arguments of `show` name: entries of the rulebook, shipped blocs and description files, the card on coding.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "cli/session.hpp"
#include "model/entries.hpp"

namespace bloctype::cli {

/// A bloc, with the periods that were asked for, and what commands call it.
struct NamedBloc {
  std::unique_ptr<Description> description;
  std::string argument;
};
/// What is about no entry: how to code, and how to read a placement.
enum class Guide { kCoding, kReading };
using Subject = std::variant<Entry, NamedBloc, Guide>;

/// The subjects of all arguments, in order, each once; what names nothing is reported, with the names nearest to it.
/// Neighbouring arguments that make one name together are one: `show social regionalism`.
std::vector<Subject> named_subjects(Session& session, const Rulebook& rulebook, std::span<const Description> shipped);

}  // namespace bloctype::cli
