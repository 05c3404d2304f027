// The checks of a rulebook, as one table: what `rules check` runs, what its help lists and what the tests go through.
// A check says what is missing, unused, unresolved or without effect in a rulebook that can be loaded, or in the
// documents of one that cannot. What a rulebook must have to be loaded at all load/ tells; what of it a reader would
// look for here has its row too.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "engine/program.hpp"
#include "lint/constant_expressions.hpp"
#include "lint/search.hpp"
#include "load/rulebook_files.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

/// What the checks that search need of a rulebook, made once for all of them.
struct Searched {
  explicit Searched(const Rulebook& rulebook);

  Programs programs;
  std::vector<ConstantExpression> constants;
  Unmoved unmoved;
};

/// What a check looks at.
struct Checked {
  std::string folder;  ///< empty for the rulebook inside the program
  const RulebookDocuments& documents;
  const Rulebook& inside;              ///< the rulebook in the program
  bool is_whole = true;                ///< every file could be read
  const Rulebook* rulebook = nullptr;  ///< nullptr where it could not be loaded
  const Searched* searched = nullptr;  ///< of that rulebook; run_checks() makes it
};

/// A rule of which a search has found that it can count, with the description that shows it.
struct Reached {
  std::string what;  ///< gate, outcome, model, variant
  Place place;
  std::string owner, id;
  Register reg = Register::kPractice;
  std::vector<CodedFact> witness;
};

/// Where the checks put what they find.
class CheckReport {
 public:
  explicit CheckReport(const RulebookDocuments& documents) : documents_(documents) {}

  /// A finding at a node of a document, or at the place of a rule, with the line it stands on.
  void add(const Document& document, const Node& node, Code code, Diagnostic::Details details = {});
  void add(const Place& place, Code code, Diagnostic::Details details = {});
  void reach(Reached reached) { reached_.push_back(std::move(reached)); }

  std::vector<Diagnostic>& diagnostics() { return diagnostics_; }
  std::vector<Reached>& reached() { return reached_; }

 private:
  const RulebookDocuments& documents_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<Reached> reached_;
};

/// One row of the table; `run` is nullptr where load/ tells it already. The severity stands with the code in
/// core/diagnostic.cpp, and the texts in src/text under its name: `title` (what the help lists), `message`, and `help`
/// (the advice).
struct Check {
  Code code;
  /// An entry by itself, all documents of the rulebook, or the rulebook that they make.
  enum class Needs { kNothing, kEntries, kDocuments, kRulebook } needs;
  void (*run)(const Checked& checked, CheckReport& report);
};

std::span<const Check> check_table();

/// Everything that the checks find; those that need a rulebook are left out where there is none.
struct CheckResult {
  std::vector<Diagnostic> diagnostics;
  std::vector<Reached> reached;
};
CheckResult run_checks(Checked checked);

/// Puts findings in order of file, line and column.
void sort_by_place(std::vector<Diagnostic>& diagnostics);

}  // namespace bloctype
