// What every command shares: language and style, the rulebook, inputs, diagnostics on standard error, output and exit
// code.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command_line.hpp"
#include "core/diagnostic.hpp"
#include "core/output.hpp"
#include "engine/classify.hpp"
#include "load/csv_columns.hpp"
#include "model/description.hpp"
#include "model/vocabulary.hpp"
#include "page/page.hpp"
#include "page/style.hpp"
#include "render/diagnostics.hpp"
#include "text/catalogue.hpp"

namespace bloctype::cli {

/// Exit codes of every command; the worst wins.
enum class Exit : int { kDone = 0, kToActOn = 1, kCannot = 2, kBug = 3, kInterrupted = 130 };

/// `NAME@YEAR` apart. A year must be one: other text behind an `@` belongs to the name.
std::pair<std::string, std::optional<int>> name_and_year(const std::string& argument);

/// One run of one command.
class Session {
 public:
  explicit Session(Invocation invocation);

  const Invocation& invocation() const { return invocation_; }
  const Catalogue& texts() const { return texts_; }
  const std::string& language() const { return texts_.language(); }
  /// For standard output, or the file of `-o`.
  const Style& style() const { return style_; }
  const Style& error_style() const { return error_style_; }
  /// Messages in full, or one line each (--error-format).
  DiagnosticForm diagnostic_form() const;

  void report(Diagnostic diagnostic);
  void report(std::vector<Diagnostic> diagnostics);
  /// A mistake in the command line: `problem` is an interface text.
  void report_usage(std::string_view problem, Diagnostic::Details values = {});
  /// Says one thing at once, for work that goes on: at most kMaxDiagnostics errors and as many warnings, unless `limit`
  /// is kNone. Where it is an error, there is something to act on, and the result is written all the same.
  enum class Limit { kUsual, kNone };
  void tell(const Diagnostic& diagnostic, Limit limit = Limit::kUsual);
  /// Says a text at once.
  void tell(std::string_view text);
  /// Says what was reported so far, and how many were not told where there were too many.
  void tell_reported();
  void found_something_to_act_on() { to_act_on_ = true; }

  /// True once an error was reported: then no result is written.
  bool refused() const;

  /// The rulebook of --rules, or the embedded one; nullptr, reported, where it cannot be used.
  std::shared_ptr<const Rulebook> load_rulebook() { return load_rulebook(invocation_.get("rules")); }
  /// The rulebook in `folder`, or the embedded one where that is empty.
  std::shared_ptr<const Rulebook> load_rulebook(const std::string& folder);
  /// The files of the rulebook in `folder` are inputs, which no output may replace.
  void add_rule_files(const std::string& folder);

  /// The axis or the model that answers to `name` (id, label or alias, upper case and accents aside); reported where
  /// none does.
  std::optional<std::size_t> find_axis(const Rulebook& rulebook, const std::string& name);
  /// The axis of --axis; none without it.
  std::optional<std::size_t> axis_option(const Rulebook& rulebook);
  std::optional<std::size_t> find_model(const Rulebook& rulebook, const std::string& name);

  /// The document of a description file, which then counts as an input.
  Loaded<Document> read_description(const std::string& file);
  /// One argument as a description: `-`, a file, or the name of a shipped bloc. The year of `NAME@YEAR` goes to
  /// `*year`.
  std::optional<Document> read_bloc(const std::string& argument, std::optional<int>* year);
  std::unique_ptr<Description> load_bloc(const std::string& argument, const Rulebook& rulebook,
                                         const Vocabulary& vocabulary, std::optional<int>* year);

  /// The blocs inside the program, by id; without those that are not coded by the indicators of this rulebook.
  static std::vector<Description> shipped_blocs(const Rulebook& rulebook, const Vocabulary& vocabulary);

  /// Leaves of the bloc that `argument` names the period that holds in `year`, the later one where two share it;
  /// reported where there is none. Without a year, all stay.
  void keep_year(Description& bloc, std::optional<int> year, const std::string& argument);

  /// One bloc of a table, which --bloc names, its codings those of --coder where that is given.
  std::unique_ptr<Description> load_table_bloc(const std::string& table, const Rulebook& rulebook,
                                               const Vocabulary& vocabulary);
  /// The whole number from 1 that an option gives, `otherwise` without it; reported where it is none.
  std::size_t count_option(std::string_view option, std::size_t otherwise);
  /// What --delimiter, --encoding and --strict say of a table; reported where a delimiter is none.
  CsvChoices table_choices();
  /// Whether an argument is a table of blocs: by the end of its name, or because --bloc is given.
  bool is_table(const std::string& argument) const;

  /// Writes a result to standard output or to the file of `-o`; a failure is reported.
  void write(std::string_view result);
  /// The same for a page, as Markdown where that is asked for, else as text.
  void write(const Page& page);
  /// An output for results that come bit by bit: the file of `option`, or standard output where it is not given;
  /// nullptr, reported, where it cannot be opened, or is a file that the command reads (see add_input()).
  std::unique_ptr<Output> open_output(std::string_view option);
  void add_input(const std::string& name) { inputs_.push_back(name); }
  /// Reports that `output` failed.
  void report_failed(const Output& output);

  /// Prints what was reported to standard error, and gives the exit code.
  Exit finish();

 private:
  void tell_how_many_more();
  std::string rendered(std::span<const Diagnostic> diagnostics) const;
  void report_output(const OutputError& error);
  Loaded<Document> read_argument(const std::string& name);

  Invocation invocation_;
  Catalogue texts_;
  Style style_, error_style_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<std::string> inputs_;  ///< files read, which may not be written
  std::size_t told_errors_ = 0, told_warnings_ = 0, untold_ = 0;
  bool to_act_on_ = false;
  bool is_refused_ = false;  ///< an error was told
};

}  // namespace bloctype::cli
