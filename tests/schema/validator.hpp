// The schemas as a validator of others reads them: written to a folder by the library, and asked about many documents
// in one run of tests/schema/validate.py.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "model/rulebook.hpp"
#include "schema/schema.hpp"

namespace bloctype::schema {

/// A document and the schema it is held against.
class Job {
 public:
  static Job of_file(SchemaKind kind, const std::string& path);
  static Job of_value(SchemaKind kind, nlohmann::ordered_json value);

  /// One line, for the validator.
  std::string line() const { return job_.dump(); }

 private:
  explicit Job(nlohmann::ordered_json job) : job_(std::move(job)) {}
  nlohmann::ordered_json job_;
};

/// For each job why its document is refused; empty where it is accepted. Throws where the validator cannot be run, or
/// finds that a schema is none.
std::vector<std::string> complaints(const std::vector<Job>& jobs, const Rulebook& rulebook,
                                    std::string_view language = "en");

/// A tree as an editor reads it: plain scalars by the rules of YAML 1.2, quoted ones as texts.
nlohmann::ordered_json value_of(const Node& node);

}  // namespace bloctype::schema
