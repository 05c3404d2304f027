// `rules schema [rulebook|description|result]`: JSON Schemas for editors and validators.
#include <algorithm>

#include "cli/commands.hpp"
#include "core/edit_distance.hpp"
#include "schema/schema.hpp"

namespace bloctype::cli {
namespace {

/// The schema that is asked for; none for all, and for a name that is reported.
std::optional<SchemaKind> named_schema(Session& session) {
  const std::vector<std::string>& arguments = session.invocation().arguments;
  if (arguments.empty()) return std::nullopt;
  if (arguments.size() > 1) session.report_usage("usage.one_schema");
  for (const SchemaKind kind : kSchemaKinds) {
    if (arguments.front() == name(kind)) return kind;
  }
  const std::vector<std::string> names(kSchemaNames.begin(), kSchemaNames.end());
  Diagnostic::Details values{{"found", arguments.front()}, {"expected", session.texts().list(names)}};
  if (auto near = nearest(arguments.front(), names)) values.emplace_back("suggestion", *near);
  session.report_usage("usage.unknown_schema", std::move(values));
  return std::nullopt;
}

}  // namespace

void rules_schema(Session& session) {
  const std::optional<SchemaKind> kind = named_schema(session);
  if (session.refused()) return;
  const auto rulebook = session.load_rulebook();
  if (rulebook == nullptr) return;
  session.write(kind ? render_schema(*kind, *rulebook, session.language())
                     : render_schemas(*rulebook, session.language()));
}

}  // namespace bloctype::cli
