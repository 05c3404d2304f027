// What the `rules` commands read: a rulebook's documents, the rulebook they make, and its cases, from a folder or from
// inside the program.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "load/case_loader.hpp"
#include "load/rulebook_files.hpp"

namespace bloctype::cli {

/// A rulebook and all that was found wrong with it on the way.
struct RulesInput {
  std::string folder;  ///< empty for the rulebook inside
  RulebookFiles files;
  std::vector<Document> case_documents;
  bool is_whole = true;                        ///< every rule file could be read
  std::shared_ptr<const Rulebook> rulebook;    ///< nullptr where it has errors
  std::optional<std::vector<RuleCase>> cases;  ///< none where they, or the rulebook, have errors
  std::vector<Diagnostic> diagnostics;         ///< of all of these

  /// How many cases there are, sound or not.
  std::size_t case_count() const;
};

/// The folder that the command line names: the first argument, else --rules, else empty. Both at once are reported.
std::string named_rules(Session& session);

/// Reads a rulebook and its cases; nothing, reported, where there is no rulebook at all.
std::optional<RulesInput> read_rules(Session& session, const std::string& folder);

/// The documents of the cases beside the rulebook in `folder`, and their facts as `rulebook` reads them, without what
/// they expect; empty, reported, where they have errors.
std::vector<Document> read_cases(Session& session, const std::string& folder);
std::vector<RuleCase> load_facts_of_cases(Session& session, std::span<const Document> documents,
                                          const Rulebook& rulebook);

}  // namespace bloctype::cli
