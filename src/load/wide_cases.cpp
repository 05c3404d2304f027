// Columns, one after the other, over the rows of a block.
#include "load/wide_cases.hpp"

#include <algorithm>
#include <tuple>

namespace bloctype {
namespace {

using Role = CsvColumn::Role;

}  // namespace

WideCases::WideCases(const CsvHeader& header, std::string file, const Rulebook& rulebook, const Vocabulary& vocabulary)
    : rows_(header, std::move(file)),
      rulebook_(rulebook),
      values_(rows_, rulebook, vocabulary),
      bloc_(header.find(Role::kBloc).value_or(0)) {
  std::vector<CodeColumns> by_indicator(rulebook.indicators.size());
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    const CsvColumn& column = header.columns[i];
    if (column.role == Role::kExpectation) expectations_.emplace_back(i, column.index);
    if (column.role != Role::kCode) continue;
    (column.reg ? by_indicator[column.index].apart[index_of(*column.reg)] : by_indicator[column.index].both) = i;
  }
  for (std::size_t i = 0; i < by_indicator.size(); ++i) {
    by_indicator[i].indicator = i;
    if (by_indicator[i].both || by_indicator[i].apart[0] || by_indicator[i].apart[1]) codes_.push_back(by_indicator[i]);
  }
}

std::size_t WideCases::load(const CsvBlock& block, std::size_t first, CaseBlock& cases, RowReport& report) {
  cases.clear();
  taken_.clear();
  cells_.clear();
  std::size_t next = first;
  for (; next < block.rows.size() && !cases.is_full(); ++next) {
    const auto row = rows_.take(block, next, report);
    if (!row) continue;
    if (problems_.size() <= taken_.size()) problems_.emplace_back();
    problems_[taken_.size()].clear();
    load_identity(*row, cases.cases.emplace_back(), cases, problems_[taken_.size()]);
    taken_.push_back(*row);
    cells_.push_back({block.bytes.data(), block.cell_ends.data() + row->row().first_cell, row->row().begin});
  }
  for (const CodeColumns& columns : codes_) load_codes(columns, cases);
  set_bad_rows_aside(cases, report);
  return next;
}

void WideCases::load_identity(const RowRef& row, Case& entry, CaseBlock& cases, std::vector<Diagnostic>& problems) {
  // Plain cells are shown as they stand, without a copy.
  const auto view = [&](std::size_t cell) {
    const std::string_view raw = row.raw_cell(cell);
    const bool is_plain = !row.is_windows_1252 && (raw.empty() || raw.front() != '"');
    return is_plain ? raw : cases.keep(rows_.text(row, cell));
  };
  entry.row = row.number();
  entry.index = row.index;
  entry.bloc = trimmed(view(bloc_));
  std::tie(entry.from, entry.to) = rows_.years(row, problems);
  if (entry.bloc.empty()) problems.push_back(rows_.at_cell(row, bloc_, Code::kCsvNoBloc, {}));
  for (const auto& [column, axis] : expectations_) {
    cases.expected[taken_.size() * cases.axes + axis] = trimmed(view(column));
  }
}

/// The indicator's own column serves both registers; a cell that codes it apart, where it says something, its own.
void WideCases::load_codes(const CodeColumns& columns, CaseBlock& cases) {
  if (columns.both) load_column(*columns.both, columns, {true, true}, cases);
  for (const Register r : kRegisters) {
    if (!columns.apart[index_of(r)]) continue;
    std::array<bool, 2> only{false, false};
    only[index_of(r)] = true;
    load_column(*columns.apart[index_of(r)], columns, only, cases);
  }
}

void WideCases::load_column(std::size_t column, const CodeColumns& columns, std::array<bool, 2> registers,
                            CaseBlock& cases) {
  const bool keeps_what_is_there = registers[0] != registers[1] && columns.both.has_value();
  const auto node = static_cast<NodeId>(columns.indicator);
  Block& first = cases.values[registers[0] ? 0 : 1];
  double* const low = first.low(node);
  double* const point = first.point(node);
  double* const high = first.high(node);
  const bool yes_no = rulebook_.indicators[columns.indicator].yes_no;
  for (std::size_t c = 0; c < taken_.size(); ++c) {
    const CellValue* value = values_.find(cells_[c].raw(column), yes_no);
    if (value == nullptr) value = values_.read(taken_[c], column, columns.indicator);
    if (value == nullptr) {
      ValueProblem problem = values_.take_problem();
      problems_[c].push_back(rows_.at_cell(taken_[c], column, problem.code, std::move(problem.details)));
      continue;
    }
    if (keeps_what_is_there && value->is_empty) continue;
    low[c] = value->low;
    point[c] = value->point;
    high[c] = value->high;
  }
  if (!registers[0] || !registers[1]) return;
  std::copy_n(low, taken_.size(), cases.values[1].low(node));
  std::copy_n(point, taken_.size(), cases.values[1].point(node));
  std::copy_n(high, taken_.size(), cases.values[1].high(node));
}

void WideCases::set_bad_rows_aside(CaseBlock& cases, RowReport& report) {
  for (std::size_t c = 0; c < taken_.size(); ++c) {
    cases.cases[c].is_bad = !problems_[c].empty();
    if (cases.cases[c].is_bad) {
      CsvRows::set_aside(taken_[c], std::move(problems_[c]), report);
      problems_[c].clear();
    } else {
      ++report.used;
      if (taken_[c].lacks_line_end()) report.warnings.push_back(rows_.at_row(taken_[c], Code::kCsvNoLineEnd));
    }
  }
  // Rows that could not be read at all were set aside before those that could.
  std::stable_sort(report.set_aside.begin(), report.set_aside.end(),
                   [](const SetAside& a, const SetAside& b) { return a.row < b.row; });
}

Period WideCases::period(const RowRef& row, std::vector<Diagnostic>& problems) {
  Period period;
  std::tie(period.from, period.to) = rows_.years(row, problems);
  period.place = rows_.place_of(row, bloc_);
  period.facts.resize(rulebook_.indicators.size());
  for (const CodeColumns& columns : codes_) {
    std::optional<Coding> coding;
    const auto take = [&](std::optional<std::size_t> column, std::initializer_list<Register> registers) {
      if (!column) return;
      const CellValue* value = values_.read(row, *column, columns.indicator);
      if (value == nullptr) {
        ValueProblem problem = values_.take_problem();
        problems.push_back(rows_.at_cell(row, *column, problem.code, std::move(problem.details)));
      } else if (!value->is_empty) {
        if (!coding) coding.emplace().place = rows_.place_of(row, *column);
        for (const Register r : registers) coding->values[index_of(r)] = value->triple();
      }
    };
    take(columns.both, {Register::kPractice, Register::kDiscourse});
    for (const Register r : kRegisters) take(columns.apart[index_of(r)], {r});
    if (!coding) continue;
    period.facts[columns.indicator].codings.push_back(std::move(*coding));
    resolve(period.facts[columns.indicator]);
  }
  return period;
}

}  // namespace bloctype
