// From rows to lines of the result.
#include "cli/batch_worker.hpp"

#include <algorithm>

#include "load/expected_placement_reader.hpp"
#include "load/recent_periods.hpp"

namespace bloctype::cli {
namespace {

constexpr std::size_t kMostExpectationsKept = 10'000;

}  // namespace

void BlockResult::clear() {
  out.clear();
  report.clear();
  periods.clear();
  placed = disagreeing = 0;
  agreement.clear();
  disagreements.clear();
  unknown_expectations.clear();
  tally = {};
}

BatchWorker::BatchWorker(BatchPlan& plan)
    : plan_(plan),
      wide_(plan.header, plan.file, plan.classifier.rulebook(), plan.vocabulary),
      cases_({plan.classifier.programs()[0].nodes.size(), plan.classifier.programs()[1].nodes.size()},
             plan.classifier.rulebook().axes.size()),
      placer_(plan.classifier.programs()),
      expected_(plan.classifier.rulebook().axes.size()),
      expectations_(plan.classifier.rulebook().axes.size()) {}

void BatchWorker::run(const CsvBlock& block, BlockResult& result) {
  result.clear();
  result.agreement.resize(cases_.axes);
  std::size_t next_set_aside = 0;
  for (std::size_t row = 0; row < block.rows.size();) {
    row = wide_.load(block, row, cases_, result.report);
    place(&block, result, next_set_aside);
  }
}

void BatchWorker::run(std::deque<LongCase>& cases, BlockResult& result) {
  result.clear();
  result.agreement.resize(cases_.axes);
  std::size_t next_set_aside = 0;
  take_cases(cases, cases_);
  place(nullptr, result, next_set_aside);
}

/// Writes what stands in cases_, rows that were set aside in their places.
void BatchWorker::place(const CsvBlock* block, BlockResult& result, std::size_t& next_set_aside) {
  placer_.take(cases_.values, cases_.cases.size());
  const auto* json = std::get_if<BatchJson>(&plan_.writer);
  const bool tallies = std::holds_alternative<BatchWithoutRows>(plan_.writer);
  const auto write_set_aside = [&](std::size_t before) {
    const auto& rows = result.report.set_aside;
    for (; next_set_aside < rows.size() && rows[next_set_aside].row < before; ++next_set_aside) {
      if (json != nullptr) json->append(result.out, rows[next_set_aside]);
    }
  };
  for (std::size_t c = 0; c < cases_.cases.size(); ++c) {
    const Case& entry = cases_.cases[c];
    if (entry.is_bad) continue;
    write_set_aside(entry.row);
    placer_.place(c, axes_);
    compare(c, block, result);
    const BatchRow row{entry, cases_.values, c, axes_, expected_};
    std::visit([&](const auto& writer) { writer.append(result.out, row); }, plan_.writer);
    if (tallies) result.tally.add(row, plan_.classifier, plan_.texts);
    ++result.placed;
    if (block != nullptr) result.periods.emplace_back(hash_of(entry.bloc, entry.from, entry.to), entry.row);
  }
  write_set_aside(static_cast<std::size_t>(-1));
}

void BatchWorker::compare(std::size_t c, const CsvBlock* block, BlockResult& result) {
  const Case& entry = cases_.cases[c];
  for (std::size_t axis = 0; axis < cases_.axes; ++axis) {
    expected_[axis] = {};
    if (!plan_.shape.expects[axis]) continue;
    const std::string_view written = cases_.expectation(c, axis);
    expected_[axis].written = written;
    if (written.empty()) continue;
    const auto& read = expectation(written, axis);
    if (const auto* details = std::get_if<Diagnostic::Details>(&read)) {
      tell_unknown(entry, axis, *block, *details, result);
      continue;
    }
    const auto& wanted = std::get<ExpectedPlacement>(read);
    const Register shown = axes_[axis].headline.reg;
    expected_[axis].comparison =
        bloctype::compare(wanted, axes_[axis], plan_.classifier.program(shown).axes[axis], plan_.classifier.rulebook());
    result.agreement[axis].add(*expected_[axis].comparison);
    if (expected_[axis].comparison->agrees) continue;
    ++result.disagreeing;
    if (plan_.explains && result.disagreements.size() < kMostDisagreements) {
      explain(entry, axis, *block, wanted, result);
    }
  }
}

void BatchWorker::tell_unknown(const Case& entry, std::size_t axis, const CsvBlock& block,
                               const Diagnostic::Details& details, BlockResult& result) {
  RowReport ignored;
  const auto row = wide_.rows().take(block, entry.index, ignored);
  const auto& columns = plan_.header.columns;
  for (std::size_t i = 0; row && i < columns.size(); ++i) {
    if (columns[i].role != CsvColumn::Role::kExpectation || columns[i].index != axis) continue;
    result.unknown_expectations.push_back(wide_.rows().at_cell(*row, i, Code::kUnknownExpectation, details));
  }
}

/// The row is read again, as a description: explanations need its facts, not only their values.
void BatchWorker::explain(const Case& entry, std::size_t axis, const CsvBlock& block,
                          const ExpectedPlacement& expectation, BlockResult& result) {
  RowReport ignored;
  std::vector<Diagnostic> problems;
  const auto row = wide_.rows().take(block, entry.index, ignored);
  if (!row) return;
  const Period period = wide_.period(*row, problems);
  Description description;
  description.bloc = entry.bloc;
  if (std::string hegemon = wide_.rows().text(*row, CsvColumn::Role::kHegemon); !hegemon.empty()) {
    description.hegemon = std::move(hegemon);
  }
  const PeriodResult placed = plan_.classifier.place(period);
  const AxisView view{plan_.classifier, description, placed, axis, plan_.texts};
  result.disagreements.push_back(disagreement_of(view, entry, expectation, expected_[axis].written));
}

const std::variant<ExpectedPlacement, Diagnostic::Details>& BatchWorker::expectation(std::string_view text,
                                                                                     std::size_t axis) {
  auto& known = expectations_[axis];
  const auto found = known.find(std::string(text));
  if (found != known.end()) return found->second;
  if (known.size() == kMostExpectationsKept) known.clear();
  return known.emplace(text, read_expected_placement(text, axis, plan_.classifier.rulebook())).first->second;
}

}  // namespace bloctype::cli
