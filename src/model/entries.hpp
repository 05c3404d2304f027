// The entries of a rulebook that a reader can ask for by name, of whatever kind: axes, models, verdicts, findings,
// indicators, works and their sections. `show` looks names up here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/rulebook.hpp"

namespace bloctype {

struct Entry {
  enum class Kind : std::uint8_t { kAxis, kModel, kVerdict, kFinding, kIndicator, kSource, kSection };

  Kind kind = Kind::kAxis;
  std::size_t index = 0;    ///< in the rulebook's list of that kind; of a section, its work's
  std::size_t section = 0;  ///< of a section, in its work

  bool operator==(const Entry&) const = default;
};

/// Every name in the rulebook with the entry that answers to it. A model answers also to its theorists and variants, a
/// work to its authors and its title, people to their full names and to the last part of them.
std::vector<std::pair<std::string, Entry>> named_entries(const Rulebook& rulebook);

/// The entries that answer to `name`, upper case and accents aside, by kind; none where none does.
std::vector<Entry> entries_named(const Rulebook& rulebook, std::string_view name);

/// The id of an entry.
const std::string& id_of(const Entry& entry, const Rulebook& rulebook);

}  // namespace bloctype
