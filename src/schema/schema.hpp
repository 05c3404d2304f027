// JSON Schemas (2020-12) of what users write and what programs read: rule files, bloc descriptions, results of
// `classify`. They stand in src/schema/*.yaml; here they are written as JSON, their texts in one language, and that of
// descriptions is completed from a rulebook. What a schema cannot say (that an id exists, that periods do not overlap)
// is left to the loaders; what it refuses, they refuse too.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "model/rulebook.hpp"

namespace bloctype {

enum class SchemaKind { kRulebook, kDescription, kResult };

inline constexpr std::array<SchemaKind, 3> kSchemaKinds = {SchemaKind::kRulebook, SchemaKind::kDescription,
                                                           SchemaKind::kResult};
inline constexpr std::array<std::string_view, 3> kSchemaNames = {"rulebook", "description", "result"};

constexpr std::string_view name(SchemaKind kind) { return kSchemaNames[static_cast<std::size_t>(kind)]; }

/// One schema, with a line feed at its end. `language` is that of the texts an editor shows: the schema's own fall back
/// to English, the rulebook's to its first. Only descriptions depend on `rulebook`.
///
///     std::string schema = render_schema(SchemaKind::kDescription, rulebook, "es");
std::string render_schema(SchemaKind kind, const Rulebook& rulebook, std::string_view language);

/// All of them in one object: `{"rulebook": {...}, "description": {...}, "result": {...}}`. Each is whole: its
/// references are from its own root.
std::string render_schemas(const Rulebook& rulebook, std::string_view language);

}  // namespace bloctype
