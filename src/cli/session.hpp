// What every command shares: language and style, the rulebook, inputs, diagnostics on standard error, output and exit
// code.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.hpp"
#include "core/diagnostic.hpp"
#include "engine/classify.hpp"
#include "model/description.hpp"
#include "model/vocabulary.hpp"
#include "render/style.hpp"
#include "text/catalogue.hpp"

namespace bloctype::cli {

/// Exit codes of every command. 1 is kept for commands that can find something to act on.
enum class Exit : int { kDone = 0, kCannot = 2, kBug = 3 };

/// One run of one command.
class Session {
 public:
  explicit Session(Invocation invocation);

  const Invocation& invocation() const { return invocation_; }
  const Catalogue& texts() const { return texts_; }
  const std::string& language() const { return texts_.language(); }
  /// For standard output, or the file of `-o`.
  const Style& style() const { return style_; }

  void report(Diagnostic diagnostic);
  void report(std::vector<Diagnostic> diagnostics);
  /// A mistake in the command line: `problem` is an interface text.
  void report_usage(std::string_view problem, Diagnostic::Details values = {});
  /// True once an error was reported: then no result is written.
  bool refused() const;

  /// The rulebook of --rules, or the embedded one; nullptr, reported, where it cannot be used.
  std::shared_ptr<const Rulebook> load_rulebook();

  /// The axis or the model that answers to `name` (id, label or alias, upper case and accents aside); reported where
  /// none does.
  std::optional<std::size_t> find_axis(const Rulebook& rulebook, const std::string& name);
  std::optional<std::size_t> find_model(const Rulebook& rulebook, const std::string& name);

  /// One argument as a description: `-`, a file, or the name of a shipped bloc. The year of `NAME@YEAR` goes to
  /// `*year`.
  std::unique_ptr<Description> load_bloc(const std::string& argument, const Rulebook& rulebook,
                                         const Vocabulary& vocabulary, std::optional<int>* year);

  /// Writes a result to standard output or to the file of `-o`; a failure is reported.
  void write(std::string_view result);

  /// Prints what was reported to standard error, and gives the exit code.
  Exit finish();

 private:
  void add_rule_files(const std::string& folder);
  Loaded<Document> read_argument(const std::string& name);

  Invocation invocation_;
  Catalogue texts_;
  Style style_, error_style_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<std::string> inputs_;  ///< files read, which may not be written
};

}  // namespace bloctype::cli
