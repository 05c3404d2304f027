// Reading, working, writing; what is said of it.
#include "cli/batch_run.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "cli/drawing.hpp"
#include "core/edit_distance.hpp"
#include "core/interrupt.hpp"
#include "core/utf8.hpp"
#include "render/batch_report.hpp"
#include "render/table_report.hpp"

namespace bloctype::cli {
namespace {

constexpr std::size_t kLargestJson = 64 * 1024 * 1024;
constexpr std::size_t kMostRepeatedTold = 10;
constexpr std::size_t kMostIncompleteNamed = 20;
constexpr std::size_t kBlocksPerJob = 2;  // so that no thread waits for the writer

/// Blocks of a wide table, worked on by several threads.
class Crew {
 public:
  struct Part {
    CsvBlock block;
    BlockResult result;
    std::exception_ptr failure;
    bool is_done = false;
  };

  Crew(BatchPlan& plan, std::size_t jobs) {
    for (std::size_t i = 0; i < jobs; ++i) threads_.emplace_back([this, &plan] { work(plan); });
  }
  ~Crew() {
    {
      const std::lock_guard lock(mutex_);
      is_over_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  void start(Part& part) {
    {
      const std::lock_guard lock(mutex_);
      part.is_done = false;
      waiting_.push_back(&part);
    }
    changed_.notify_all();
  }

  void wait(Part& part) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return part.is_done; });
    if (part.failure) std::rethrow_exception(part.failure);
  }

 private:
  void work(BatchPlan& plan) {
    BatchWorker worker(plan);
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [&] { return is_over_ || !waiting_.empty(); });
      if (is_over_) return;
      Part& part = *waiting_.front();
      waiting_.pop_front();
      lock.unlock();
      try {
        worker.run(part.block, part.result);
      } catch (...) {
        part.failure = std::current_exception();
      }
      lock.lock();
      part.is_done = true;
      changed_.notify_all();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Part*> waiting_;
  bool is_over_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace

BatchRun::BatchRun(Session& session, CsvReader& reader, BatchPlan& plan, Output& output, Output* rejects)
    : session_(session),
      reader_(reader),
      plan_(plan),
      output_(output),
      rejects_(rejects),
      progress_(session, reader.source_size()),
      json_(std::get_if<BatchJson>(&plan.writer)),
      has_years_(plan.header.find(CsvColumn::Role::kFrom) || plan.header.find(CsvColumn::Role::kTo)),
      is_one_text_(session.invocation().get("format") == "json") {
  totals_.agreement.resize(plan.shape.expects.size());
  if (rejects_ != nullptr) rejects_->write(plan.header.raw);
  const auto* table = std::get_if<BatchTable>(&plan.writer);
  if (table != nullptr && !session.invocation().has("no-header")) output_.write(table->header());
  if (const auto* markdown = std::get_if<BatchMarkdown>(&plan.writer)) output_.write(markdown->header());
}

void BatchRun::wide(std::size_t jobs) {
  if (jobs > 1) return wide_in_threads(jobs);
  BatchWorker worker(plan_);
  CsvBlock block;
  BlockResult result;
  while (goes_on() && reader_.read(block)) {
    is_stopped_ = drop_row_without_end(block);
    worker.run(block, result);
    if (!emit(result)) return;
  }
}

void BatchRun::wide_in_threads(std::size_t jobs) {
  std::vector<Crew::Part> parts(jobs * kBlocksPerJob);
  Crew crew(plan_, jobs);
  std::size_t read = 0;
  std::size_t written = 0;
  const auto write_next = [&] {
    Crew::Part& part = parts[written++ % parts.size()];
    crew.wait(part);
    return emit(part.result);
  };
  while (goes_on()) {
    if (read - written == parts.size() && !write_next()) return;
    Crew::Part& part = parts[read % parts.size()];
    if (!reader_.read(part.block)) break;
    is_stopped_ = drop_row_without_end(part.block);
    crew.start(part);
    ++read;
  }
  while (written < read) {
    if (!write_next()) return;
  }
}

void BatchRun::grouped(const CoderChoice& coders) {
  const Rulebook& rulebook = plan_.classifier.rulebook();
  LongCases cases(plan_.header, plan_.file, rulebook, plan_.vocabulary, coders);
  BatchWorker worker(plan_);
  CsvBlock block;
  BlockResult result;
  while (goes_on() && reader_.read(block)) {
    is_stopped_ = drop_row_without_end(block);
    RowReport report;
    if (!cases.add(block, report)) {
      session_.report(*cases.not_grouped());
      is_stopped_ = is_unsorted_ = true;
    }
    emit_report(report);
    if (json_ != nullptr) take_out(set_aside_records(report));
    note_incomplete(cases.incomplete());
    while (cases.complete().size() >= kBlockRows) {
      worker.run(cases.complete(), result);
      if (!emit(result)) return;
    }
  }
  if (goes_on() && !reader_.failure()) {
    cases.finish();
  } else if (!cases.not_grouped()) {
    stopped_at_ = cases.drop_open();  // half of a bloc-period is none
  }
  note_incomplete(cases.incomplete());
  while (!cases.complete().empty()) {
    worker.run(cases.complete(), result);
    if (!emit(result)) return;
  }
  const auto& named = cases.coders();
  if (coders.form != CoderChoice::Form::kOne || totals_.left_out == 0 || totals_.used + totals_.set_aside > 0) return;
  Diagnostic::Details details{{"found", coders.name}, {"coders", plan_.texts.list(named)}};
  if (auto near = nearest(coders.name, named)) details.emplace_back("suggestion", *near);
  session_.report({Code::kUnknownCoder, {plan_.file, 0, 0}, 1, {}, std::move(details), {}});
}

void BatchRun::note_incomplete(std::vector<LongCases::Incomplete>& incomplete) {
  for (const auto& period : incomplete) {
    Case entry;
    entry.bloc = period.bloc;
    entry.from = period.from;
    entry.to = period.to;
    if (incomplete_.size() < kMostIncompleteNamed) incomplete_.push_back(name_of(entry));
    ++incomplete_count_;
  }
  incomplete.clear();
}

/// A row that never ends stops the run: what follows cannot be told from it.
bool BatchRun::drop_row_without_end(CsvBlock& block) {
  if (block.rows.empty() || block.rows.back().fault != CsvFault::kRowTooLong) return false;
  const CsvRows rows(plan_.header, plan_.file);
  session_.report(*rows.fault_of({&block, block.rows.size() - 1, false}));
  block.rows.pop_back();
  return true;
}

bool BatchRun::goes_on() const {
  return !is_stopped_ && !interrupted() && !output_.failed() && (rejects_ == nullptr || !rejects_->failed());
}

/// False where the run is over.
bool BatchRun::emit(BlockResult& result) {
  emit_report(result.report);
  for (const auto& [hash, row] : result.periods) {
    const auto before = has_years_ ? periods_.enter(hash, row) : std::nullopt;
    if (!before || ++repeated_ > kMostRepeatedTold) continue;
    progress_.clear();
    session_.tell({Code::kCsvRepeatedPeriod,
                   {plan_.file, 0, 0},
                   1,
                   {},
                   {{"first", std::to_string(*before)}, {"at_row", std::to_string(row)}},
                   {}});
  }
  for (const Diagnostic& unknown : result.unknown_expectations) {
    progress_.clear();
    session_.tell(unknown);
  }
  totals_.unknown_expectations += result.unknown_expectations.size();
  totals_.placed += result.placed;
  disagreeing_ += result.disagreeing;
  for (std::size_t i = 0; i < result.agreement.size(); ++i) totals_.agreement[i].add(result.agreement[i]);
  for (Disagreement& one : result.disagreements) {
    if (disagreements_.size() < kMostDisagreements) disagreements_.push_back(std::move(one));
  }
  tally_.add(std::move(result.tally));
  if (disagreements_.size() == kMostDisagreements) plan_.explains = false;
  take_out(result.out);
  progress_.show(reader_.bytes_read(), totals_.rows);
  return !output_.failed() && !(is_one_text_ && is_stopped_);
}

/// Writes what a format has of the result, or keeps it where it is written at the end.
void BatchRun::take_out(std::string_view out) {
  if (!is_one_text_) return output_.write(out);
  collected_ += out;
  if (collected_.size() <= kLargestJson || is_stopped_) return;
  session_.report({Code::kResultTooLarge, {}, 1, {}, {{"limit", std::to_string(kLargestJson / 1024 / 1024)}}, {}});
  is_stopped_ = true;
}

std::string BatchRun::set_aside_records(const RowReport& report) const {
  std::string out;
  for (const SetAside& row : report.set_aside) json_->append(out, row);
  return out;
}

void BatchRun::emit_report(RowReport& report) {
  totals_.rows += report.rows;
  totals_.used += report.used;
  totals_.blank += report.blank;
  totals_.left_out += report.left_out;
  totals_.set_aside += report.set_aside.size();
  if (!report.set_aside.empty() || !report.warnings.empty()) progress_.clear();
  for (const SetAside& row : report.set_aside) {
    for (const Diagnostic& reason : row.reasons) {
      session_.tell(reason, rejects_ == nullptr ? Session::Limit::kUsual : Session::Limit::kNone);
    }
    if (rejects_ != nullptr) rejects_->write(row.raw);
  }
  for (const Diagnostic& warning : report.warnings) session_.tell(warning);
  if (windows_1252_ == 0 && report.first_of_windows_1252) session_.tell(*report.first_of_windows_1252);
  windows_1252_ += report.windows_1252;
}

std::string BatchRun::whole_json(const std::string& summary) const {
  std::string rows;
  std::string rejected;
  for (std::size_t begin = 0; begin < collected_.size();) {
    const std::size_t end = collected_.find('\n', begin);
    const std::string_view record(collected_.data() + begin, end - begin);
    std::string& list = record.starts_with("{\"type\":\"row\"") ? rows : rejected;
    list += (list.empty() ? "\n" : ",\n") + std::string(record);
    begin = end + 1;
  }
  return "{\"schema_version\":1,\"bloctype\":\"" BLOCTYPE_VERSION "\",\"rows\":[" + rows + "],\n\"rejected\":[" +
         rejected + "],\n\"summary\":" + summary.substr(0, summary.size() - 1) + "}\n";
}

void BatchRun::finish() {
  progress_.clear();
  if (reader_.failure()) session_.report(*reader_.failure());
  totals_.is_complete = !is_stopped_ && !interrupted() && !reader_.failure();
  if (totals_.rows == 0 && totals_.is_complete) session_.tell({Code::kCsvNoRows, {plan_.file, 0, 0}, 1, {}, {}, {}});
  if (json_ != nullptr) {
    const std::string summary = json_->summary(totals_);
    if (!is_one_text_) {
      output_.write(summary);
    } else if (!session_.refused()) {
      output_.write(whole_json(summary));
    }
  }
  const bool is_made_at_the_end = std::holds_alternative<BatchWithoutRows>(plan_.writer);
  if (is_made_at_the_end && !session_.refused()) output_.write(made_at_the_end());
  // A file that was to be replaced stays as it was where the table was not read to its end, and the rejects with it.
  keeps_old_file_ = (!totals_.is_complete || session_.refused()) && session_.invocation().has("output");
  const bool is_written = keeps_old_file_ || output_.finish();
  if (!is_written) session_.report_failed(output_);
  if (rejects_ != nullptr && !keeps_old_file_ && is_written && !rejects_->finish()) session_.report_failed(*rejects_);
  if (disagreeing_ > 0) session_.found_something_to_act_on();
  session_.tell_reported();
  const bool is_nothing_written = (is_one_text_ || is_made_at_the_end) && session_.refused();
  if (!is_nothing_written) tell_summary();
}

void BatchRun::tell_summary() {
  const Catalogue& texts = plan_.texts;
  const Style& style = plan_.error_style;
  std::string out;
  const auto paragraph = [&](const std::string& text) { out += wrapped(text, style.width, 0, 2); };
  if (!disagreements_.empty()) {
    paragraph(texts.count("batch.disagreements", disagreeing_));
    for (const Disagreement& one : disagreements_) out += disagreement_text(one, style);
    if (disagreeing_ > disagreements_.size()) {
      out += "  " + wrapped(texts.count("diagnostic.more", disagreeing_ - disagreements_.size()), style.width, 2, 2);
    }
  }
  bool is_first = true;
  for (std::size_t i = 0; i < totals_.agreement.size(); ++i) {
    if (totals_.agreement[i].rows() == 0) continue;
    if (is_first) paragraph(texts.say("batch.agreement_title"));
    is_first = false;
    out += agreement_text(plan_.classifier.rulebook().axes[i], totals_.agreement[i], texts, style);
  }
  for (const std::string& note : notes()) paragraph(note);
  session_.tell(out);
}

/// How the table was read, and what became of its rows.
std::vector<std::string> BatchRun::notes() const {
  const Catalogue& texts = plan_.texts;
  std::vector<std::string> notes;
  const auto paragraph = [&](std::string text) { notes.push_back(std::move(text)); };
  if (totals_.unknown_expectations > 0) {
    paragraph(texts.count("batch.unknown_expectations", totals_.unknown_expectations));
  }
  if (repeated_ > kMostRepeatedTold) paragraph(texts.count("batch.repeated", repeated_));
  if (windows_1252_ > 1) paragraph(texts.count("batch.windows_1252", windows_1252_));
  const char delimiter = plan_.header.dialect.delimiter;
  std::string rows = texts.say(
      "batch.rows", {{"file", escape_unsafe(plan_.file == "-" ? texts.say("input.standard") : plan_.file)},
                     {"shape", texts.say(plan_.header.shape == CsvShape::kWide ? "batch.wide" : "batch.long")},
                     {"delimiter", delimiter == '\t' ? texts.say("batch.tab") : std::string(1, delimiter)},
                     {"rows", std::to_string(totals_.rows)},
                     {"used", std::to_string(totals_.used)},
                     {"rejected", std::to_string(totals_.set_aside)},
                     {"blank", std::to_string(totals_.blank)}});
  if (totals_.left_out > 0) rows += texts.say("batch.left_out", {{"count", std::to_string(totals_.left_out)}});
  paragraph(rows + "; " + texts.count("batch.placed", totals_.placed) + ".");
  if (totals_.set_aside > 0) {
    paragraph(rejects_ == nullptr
                  ? texts.say("batch.take_rejects")
                  : texts.say("batch.rejects", {{"file", escape_unsafe(session_.invocation().get("rejects"))}}));
  }
  if (incomplete_count_ > 0) {
    paragraph(texts.count("batch.incomplete", incomplete_count_, {{"cases", texts.list(incomplete_)}}));
  }
  if (!totals_.is_complete && !is_unsorted_) {
    const std::size_t row = stopped_at_.value_or(plan_.header.rows + totals_.rows + 1);
    paragraph(texts.say(interrupted() ? "batch.interrupted" : "batch.stopped", {{"row", std::to_string(row)}}));
  }
  if (keeps_old_file_)
    paragraph(texts.say("batch.not_written", {{"file", escape_unsafe(session_.invocation().get("output"))}}));
  return notes;
}

/// What is made of all rows at the end: a report, or a figure; empty, reported, where there are too many to draw.
std::string BatchRun::made_at_the_end() {
  const Rulebook& rulebook = plan_.classifier.rulebook();
  const std::string file = escape_unsafe(plan_.file == "-" ? plan_.texts.say("input.standard") : plan_.file);
  if (session_.invocation().get("format") == "html") {
    const TableOutcome outcome{plan_.classifier, file, totals_, tally_, disagreements_, disagreeing_, notes()};
    return report_html(table_report(outcome, plan_.texts), rulebook, {}, plan_.texts);
  }
  if (tally_.cases() > kMostDrawn) {
    session_.report_usage("usage.too_many_to_draw",
                          {{"found", std::to_string(tally_.cases())}, {"limit", std::to_string(kMostDrawn)}});
    return {};
  }
  const std::vector<FigureCase> cases = figure_cases(tally_);
  return figure_svg(session_, {plan_.classifier, cases, plan_.texts});
}

}  // namespace bloctype::cli
