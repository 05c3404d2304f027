// Shared parts of a run.
#include "cli/session.hpp"

#include <unistd.h>

#include <charconv>
#include <filesystem>

#include "cli/terminal.hpp"
#include "core/edit_distance.hpp"
#include "core/file.hpp"
#include "core/number.hpp"
#include "core/output.hpp"
#include "core/system_error.hpp"
#include "core/utf8.hpp"
#include "embed/shipped.hpp"
#include "load/csv_description.hpp"
#include "load/description_loader.hpp"
#include "load/rulebook_files.hpp"
#include "load/yaml_reader.hpp"
#include "model/names.hpp"
#include "page/page_markdown.hpp"
#include "page/page_text.hpp"

namespace bloctype::cli {
namespace {

constexpr std::size_t kMaxDescriptionBytes = 1024 * 1024;

bool is_regular(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored) && !std::filesystem::is_directory(path, ignored);
}

bool looks_like_path(const std::string& argument) {
  return argument.find('/') != std::string::npos || argument.find(".yaml") != std::string::npos ||
         argument.find(".yml") != std::string::npos;
}

/// Writes to standard error as far as that is possible; nothing can be said about a failure to say.
void write_to_stderr(std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(STDERR_FILENO, text.data(), text.size());
    if (n <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
}

}  // namespace

std::pair<std::string, std::optional<int>> name_and_year(const std::string& argument) {
  const auto at = argument.rfind('@');
  const auto year = at == std::string::npos || at == 0 ? std::nullopt : parse_year(argument.substr(at + 1));
  return year ? std::pair(argument.substr(0, at), year) : std::pair(argument, year);
}

Session::Session(Invocation invocation)
    : invocation_(std::move(invocation)),
      texts_(interface_texts(choose_language(invocation_))),
      style_(choose_style(invocation_, STDOUT_FILENO)),
      error_style_(choose_style(invocation_, STDERR_FILENO)) {}

void Session::report(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }

void Session::report(std::vector<Diagnostic> diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) report(std::move(diagnostic));
}

void Session::report_usage(std::string_view problem, Diagnostic::Details values) {
  values.emplace_back("problem", "@" + std::string(problem));
  report({Code::kUsage, {}, 1, {}, std::move(values), {}});
}

bool Session::refused() const { return is_refused_ || has_errors(diagnostics_); }

void Session::add_rule_files(const std::string& folder) {
  if (folder.empty()) return;
  std::error_code ignored;
  for (const char* part : {"", "/cases", "/indicators", "/models"}) {
    for (const auto& entry : std::filesystem::directory_iterator(folder + part, ignored)) {
      inputs_.push_back(entry.path().string());
    }
  }
}

std::shared_ptr<const Rulebook> Session::load_rulebook(const std::string& folder) {
  add_rule_files(folder);
  Loaded<Rulebook> loaded = folder.empty() ? shipped_rulebook() : load_rulebook_directory(folder);
  report(std::move(loaded.diagnostics));
  return loaded.value ? std::make_shared<const Rulebook>(std::move(*loaded.value)) : nullptr;
}

namespace {

/// The usage problem of a name that none of `list` answers to: the nearest name, and all ids.
template <typename Entry>
Diagnostic::Details unknown_name(const std::vector<Entry>& list, const std::string& name) {
  std::string ids;
  for (const Entry& entry : list) ids += (ids.empty() ? "" : ", ") + entry.id;
  Diagnostic::Details values{{"found", name}, {"expected", ids}};
  if (auto near = nearest(name, all_names(list))) values.emplace_back("suggestion", *near);
  return values;
}

}  // namespace

std::optional<std::size_t> Session::find_axis(const Rulebook& rulebook, const std::string& name) {
  const auto found = find_named(rulebook.axes, name);
  if (!found) report_usage("usage.unknown_axis", unknown_name(rulebook.axes, name));
  return found;
}

std::optional<std::size_t> Session::axis_option(const Rulebook& rulebook) {
  return invocation_.has("axis") ? find_axis(rulebook, invocation_.get("axis")) : std::nullopt;
}

std::optional<std::size_t> Session::find_model(const Rulebook& rulebook, const std::string& name) {
  const auto found = find_named(rulebook.models, name);
  if (!found) report_usage("usage.unknown_model", unknown_name(rulebook.models, name));
  return found;
}

std::vector<Description> Session::shipped_blocs(const Rulebook& rulebook, const Vocabulary& vocabulary) {
  std::vector<Description> blocs;
  for (const std::string& id : shipped_bloc_ids()) {
    Loaded<Description> bloc = load_description(*shipped_bloc(id), rulebook, vocabulary);
    if (bloc.value) blocs.push_back(std::move(*bloc.value));
  }
  return blocs;
}

Loaded<Document> Session::read_argument(const std::string& name) {
  if (name != "-" && !is_regular(name)) {
    if (auto shipped = shipped_bloc(name)) return {std::move(shipped), {}};
    if (!looks_like_path(name) && !std::filesystem::exists(name)) {
      Diagnostic::Details details{{"found", name}, {"shipped", texts_.list(shipped_bloc_ids())}};
      if (auto near = nearest(name, shipped_bloc_names())) details.emplace_back("suggestion", *near);
      return {std::nullopt, {{Code::kUnknownBloc, {}, 1, {}, std::move(details), {}}}};
    }
  }
  return read_description(name);
}

Loaded<Document> Session::read_description(const std::string& file) {
  Loaded<std::string> text = read_file(file, kMaxDescriptionBytes);
  if (!text.value) return {std::nullopt, std::move(text.diagnostics)};
  inputs_.push_back(file);
  return read_yaml(file, std::move(*text.value));
}

std::optional<Document> Session::read_bloc(const std::string& argument, std::optional<int>* year) {
  const auto [name, asked] = is_regular(argument) ? std::pair(argument, std::optional<int>()) : name_and_year(argument);
  if (asked) *year = asked;
  Loaded<Document> document = read_argument(name);
  report(std::move(document.diagnostics));
  return std::move(document.value);
}

std::unique_ptr<Description> Session::load_bloc(const std::string& argument, const Rulebook& rulebook,
                                                const Vocabulary& vocabulary, std::optional<int>* year) {
  const std::optional<Document> document = read_bloc(argument, year);
  if (!document) return nullptr;
  Loaded<Description> description = load_description(*document, rulebook, vocabulary);
  report(std::move(description.diagnostics));
  return description.value ? std::make_unique<Description>(std::move(*description.value)) : nullptr;
}

void Session::keep_year(Description& bloc, std::optional<int> year, const std::string& argument) {
  if (!year) return;
  std::string ids;
  std::vector<Period> kept;
  for (Period& period : bloc.periods) {
    ids += (ids.empty() ? "" : ", ") + period.id;
    const bool begun = !period.from || *period.from <= *year;
    const bool ended = period.to && *period.to < *year;
    if (!begun || ended) continue;
    // A table may code a bloc-period twice; then both are told.
    if (kept.empty() || kept.back().from != period.from || kept.back().to != period.to) kept.clear();
    kept.push_back(std::move(period));
  }
  bloc.periods = std::move(kept);
  if (!bloc.periods.empty()) return;
  report({Code::kUnknownPeriod, {}, 1, {}, {{"found", std::to_string(*year)}, {"bloc", argument}, {"years", ids}}, {}});
}

std::size_t Session::count_option(std::string_view option, std::size_t otherwise) {
  const std::string written = invocation_.get(option, std::to_string(otherwise));
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), count);
  if (error == std::errc() && end == written.data() + written.size() && count > 0) return count;
  report_usage("usage.bad_count", {{"option", "--" + std::string(option)}, {"found", written}});
  return otherwise;
}

CsvChoices Session::table_choices() {
  CsvChoices choices;
  choices.strict = invocation_.has("strict");
  const std::string encoding = invocation_.get("encoding");
  if (encoding == "utf-8") choices.encoding = CsvEncoding::kUtf8;
  if (encoding == "windows-1252") choices.encoding = CsvEncoding::kWindows1252;
  const std::string mark = invocation_.get("delimiter");
  if (mark == "," || mark == ";" || mark == "\t") choices.delimiter = mark.front();
  if (mark == "tab" || mark == "\\t") choices.delimiter = '\t';
  if (invocation_.has("delimiter") && !choices.delimiter) {
    report_usage("usage.bad_value", {{"option", "--delimiter"}, {"found", mark}, {"expected", ",  ;  tab"}});
  }
  return choices;
}

bool Session::is_table(const std::string& argument) const {
  const std::string name = fold(argument);
  if (name.ends_with(".csv") || name.ends_with(".tsv")) return true;
  return invocation_.has("bloc") && (argument == "-" || (is_regular(argument) && !looks_like_path(argument)));
}

std::unique_ptr<Description> Session::load_table_bloc(const std::string& table, const Rulebook& rulebook,
                                                      const Vocabulary& vocabulary) {
  Loaded<std::unique_ptr<ByteSource>> source = ByteSource::open(table);
  report(std::move(source.diagnostics));
  if (!source.value) return nullptr;
  inputs_.push_back(table);
  CsvReader reader(**source.value);
  Loaded<CsvHeader> header = read_csv_header(reader, table, rulebook, table_choices());
  report(std::move(header.diagnostics));
  if (!header.value) return nullptr;
  CoderChoice coders;
  if (invocation_.has("coder")) coders = {CoderChoice::Form::kOne, invocation_.get("coder")};
  const std::string name = invocation_.get("bloc");
  Loaded<TableBloc> read = read_table_bloc(reader, *header.value, table, name, coders, rulebook, vocabulary);
  if (reader.failure()) report(*reader.failure());
  report(std::move(read.diagnostics));
  if (!read.value || refused()) return nullptr;
  if (!read.value->description.periods.empty()) {
    return std::make_unique<Description>(std::move(read.value->description));
  }
  if (!read.value->coders.empty()) {
    Diagnostic::Details unknown{{"found", coders.name}, {"coders", texts_.list(read.value->coders)}};
    if (auto coder = nearest(coders.name, read.value->coders)) unknown.emplace_back("suggestion", *coder);
    report({Code::kUnknownCoder, {table, 0, 0}, 1, {}, std::move(unknown), {}});
    return nullptr;
  }
  const auto near = nearest(name, read.value->others);
  Diagnostic::Details details{{"found", name}, {"expected", texts_.list(read.value->others)}};
  if (near) details.emplace_back("suggestion", *near);
  report_usage(name.empty() ? "usage.no_table_bloc" : "usage.unknown_table_bloc", std::move(details));
  return nullptr;
}

std::unique_ptr<Output> Session::open_output(std::string_view option) {
  const std::string path = invocation_.get(option, "-");
  for (const std::string& input : inputs_) {
    if (path == "-" || !same_file(path, input == "-" ? "/dev/stdin" : input)) continue;
    report({Code::kOutputIsInput,
            {path, 0, 0},
            1,
            {},
            {{"file", path}, {"option", option == "output" ? "-o" : "--" + std::string(option)}},
            {}});
    return nullptr;
  }
  OutputError error;
  auto output = path == "-" ? Output::standard() : Output::open(path, &error);
  if (output == nullptr) report_output(error);
  return output;
}

void Session::report_failed(const Output& output) {
  report_output(output.failed().value_or(OutputError{invocation_.get("output"), 0}));
}

void Session::report_output(const OutputError& error) {
  const std::string shown = error.file.empty() || error.file == "-" ? texts_.say("output.standard") : error.file;
  report({Code::kOutputFailed, {}, 1, {}, {{"file", shown}, {"reason", system_reason(error.error)}}, {}});
}

void Session::write(std::string_view result) {
  const std::unique_ptr<Output> output = open_output("output");
  if (output == nullptr) return;
  output->write(result);
  if (!output->finish()) report_failed(*output);
}

void Session::write(const Page& page) {
  const bool is_markdown = invocation_.get("format") == "markdown";
  write(is_markdown ? page_markdown(page) : page_text(page, style_));
}

void Session::tell(const Diagnostic& diagnostic, Limit limit) {
  const bool is_error = severity_of(diagnostic) == Severity::kError;
  to_act_on_ = to_act_on_ || is_error;
  std::size_t& told = is_error ? told_errors_ : told_warnings_;  // an error is not hidden by warnings
  if (limit == Limit::kUsual && told == kMaxDiagnostics) {
    ++untold_;
    return;
  }
  if (limit == Limit::kUsual) ++told;
  tell(rendered({&diagnostic, 1}));
}

void Session::tell(std::string_view text) { write_to_stderr(text); }

DiagnosticForm Session::diagnostic_form() const {
  return invocation_.get("error-format", "full") == "short" ? DiagnosticForm::kShort : DiagnosticForm::kFull;
}

std::string Session::rendered(std::span<const Diagnostic> diagnostics) const {
  return render_diagnostics(diagnostics, texts_, error_style_, diagnostic_form());
}

void Session::tell_how_many_more() {
  if (untold_ > 0) tell(texts_.count("diagnostic.more", untold_) + "\n");
  untold_ = 0;
}

void Session::tell_reported() {
  tell_how_many_more();
  tell(rendered(diagnostics_));
  is_refused_ = refused();
  diagnostics_.clear();
}

Exit Session::finish() {
  tell_reported();
  if (refused()) return Exit::kCannot;
  return to_act_on_ ? Exit::kToActOn : Exit::kDone;
}

}  // namespace bloctype::cli
