// Members in the order of the contract.
#include "render/json_identity.hpp"

namespace bloctype {

void write_member(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  json.string(text);
}

void write_member(JsonWriter& json, std::string_view key, std::size_t count) {
  json.key(key);
  json.integer(static_cast<std::int64_t>(count));
}

void write_place(JsonWriter& json, const Place& place) {
  write_member(json, "file", place.file);
  write_member(json, "line", static_cast<std::size_t>(place.line));
}

void write_version(JsonWriter& json) {
  json.key("schema_version");
  json.integer(1);
  write_member(json, "bloctype", BLOCTYPE_VERSION);
}

void write_identity(JsonWriter& json, const Rulebook& rulebook) {
  write_version(json);
  json.key("rules");
  write_rulebook(json, rulebook);
}

void write_rulebook(JsonWriter& json, const Rulebook& rulebook) {
  json.begin_object();
  write_member(json, "id", rulebook.id);
  write_member(json, "version", rulebook.version);
  write_member(json, "sha256", rulebook.sha256);
  json.end_object();
}

}  // namespace bloctype
