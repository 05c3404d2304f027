// `batch FILE.csv`: a header, then block after block. What the options say is settled here; the run is BatchRun's.
#include <algorithm>

#include "cli/batch_run.hpp"
#include "cli/commands.hpp"
#include "cli/drawing.hpp"
#include "core/interrupt.hpp"

namespace bloctype::cli {
namespace {

constexpr std::size_t kMostJobs = 64;

CoderChoice coder_choice(Session& session, const CsvHeader& header) {
  CoderChoice choice;
  const Invocation& invocation = session.invocation();
  if (invocation.has("by-coder")) choice.form = CoderChoice::Form::kApart;
  if (invocation.has("coder")) choice = {CoderChoice::Form::kOne, invocation.get("coder")};
  if (invocation.has("by-coder") && invocation.has("coder")) session.report_usage("usage.coder_twice");
  if (choice.form != CoderChoice::Form::kTogether && !header.find(CsvColumn::Role::kCoder)) {
    session.report_usage("usage.no_coders");
  }
  return choice;
}

/// The result and the rows that were set aside must go to two places.
void check_outputs(Session& session) {
  if (!session.invocation().has("rejects")) return;
  const std::string rejects = session.invocation().get("rejects");
  if (output_target(session.invocation().get("output", "-")) != output_target(rejects)) return;
  session.report_usage("usage.same_output", {{"found", rejects}});
}

BatchShape shape_of(const CsvHeader& header, const CoderChoice& coders, const Rulebook& rulebook) {
  BatchShape shape;
  shape.with_coders = coders.form == CoderChoice::Form::kApart;
  shape.expects.resize(rulebook.axes.size());
  for (const CsvColumn& column : header.columns) {
    if (column.role == CsvColumn::Role::kExpectation) shape.expects[column.index] = true;
  }
  return shape;
}

TableDialect table_dialect(const Invocation& invocation) {
  TableDialect dialect;
  if (invocation.get("format") == "tsv") dialect.delimiter = '\t';
  if (invocation.get("csv-dialect") == "excel") {
    if (dialect.delimiter == ',') dialect.delimiter = ';';
    dialect.decimal_mark = ',';
    dialect.with_byte_order_mark = true;
  }
  dialect.guards_formulas = !invocation.has("csv-raw");
  return dialect;
}

BatchWriter writer_of(const Session& session, const Classifier& classifier, const BatchShape& shape) {
  const std::string format = session.invocation().get("format", "csv");
  if (format == "json" || format == "ndjson") return BatchJson(classifier.programs(), shape);
  if (format == "html" || format == "svg") return BatchWithoutRows{};
  if (format == "markdown") return BatchMarkdown(classifier, shape, session.texts());
  if (format == "text") return BatchText(classifier, session.texts(), session.style());
  return BatchTable(classifier.programs(), shape, table_dialect(session.invocation()));
}

}  // namespace

void batch(Session& session) {
  const Invocation& invocation = session.invocation();
  if (invocation.arguments.size() != 1) return session.report_usage("usage.one_table");
  const std::string file = invocation.arguments.front();
  const CsvChoices choices = session.table_choices();
  const std::size_t jobs = std::min(session.count_option("jobs", 1), kMostJobs);
  check_figure(session, "csv");
  const auto rulebook = session.load_rulebook();
  Loaded<std::unique_ptr<ByteSource>> source = ByteSource::open(file);
  for (Diagnostic& diagnostic : source.diagnostics) diagnostic.details.emplace_back("help", "table");
  session.report(std::move(source.diagnostics));
  if (session.refused()) return;

  stop_on_interrupt();
  CsvReader reader(**source.value);
  Loaded<CsvHeader> header = read_csv_header(reader, file, *rulebook, choices);
  if (reader.failure()) return session.report(*reader.failure());
  if (interrupted()) return;
  for (const Diagnostic& diagnostic : header.diagnostics)
    header.value ? session.tell(diagnostic) : session.report(diagnostic);
  if (!header.value) return;
  const CoderChoice coders = coder_choice(session, *header.value);
  session.add_input(file);
  check_outputs(session);
  const auto output = session.refused() ? nullptr : session.open_output("output");
  const auto rejects = output != nullptr && invocation.has("rejects") ? session.open_output("rejects") : nullptr;
  if (session.refused()) return;

  const Classifier classifier(rulebook);
  const Vocabulary vocabulary(*rulebook);
  const BatchShape shape = shape_of(*header.value, coders, *rulebook);
  BatchPlan plan{
      classifier,      vocabulary,           *header.value, file, shape, writer_of(session, classifier, shape),
      session.texts(), session.error_style()};
  BatchRun run(session, reader, plan, *output, rejects.get());
  if (header.value->shape == CsvShape::kWide) {
    run.wide(jobs);
  } else {
    run.grouped(coders);
  }
  run.finish();
}

}  // namespace bloctype::cli
