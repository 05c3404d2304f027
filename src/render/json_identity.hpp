// What every JSON result begins with: the version of its shape, of the program, and the rulebook it rests on.
#pragma once

#include <string_view>

#include "core/json_writer.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

void write_member(JsonWriter& json, std::string_view key, std::string_view text);
void write_member(JsonWriter& json, std::string_view key, std::size_t count);

/// `file` and `line`.
void write_place(JsonWriter& json, const Place& place);

/// `schema_version` and `bloctype` of the object that is open.
void write_version(JsonWriter& json);

/// The same, and `rules`.
void write_identity(JsonWriter& json, const Rulebook& rulebook);

/// The id, version and digest of a rulebook, as an object.
void write_rulebook(JsonWriter& json, const Rulebook& rulebook);

}  // namespace bloctype
