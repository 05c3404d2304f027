// Rows to codings, codings to facts, facts to bloc-periods.
#include "load/long_cases.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/edit_distance.hpp"
#include "core/utf8.hpp"

namespace bloctype {
namespace {

using Role = CsvColumn::Role;

constexpr std::size_t kMostCodersNamed = 100;

}  // namespace

LongCases::LongCases(const CsvHeader& header, std::string file, const Rulebook& rulebook, const Vocabulary& vocabulary,
                     CoderChoice coders)
    : rows_(header, std::move(file)),
      rulebook_(rulebook),
      values_(rows_, rulebook, vocabulary),
      choice_(std::move(coders)),
      bloc_(header.find(Role::kBloc)),
      hegemon_(header.find(Role::kHegemon)),
      indicator_(header.find(Role::kIndicator)),
      value_(header.find(Role::kValue)),
      register_(header.find(Role::kRegister)),
      coder_(header.find(Role::kCoder)),
      source_(header.find(Role::kSource)),
      where_(header.find(Role::kWhere)),
      note_(header.find(Role::kNote)) {
  for (const Indicator& indicator : rulebook.indicators) indicator_ids_.push_back(indicator.id);
}

bool LongCases::add(const CsvBlock& block, RowReport& report) {
  for (std::size_t i = 0; i < block.rows.size() && !not_grouped_; ++i) {
    const std::size_t before = report.set_aside.size();
    const auto row = rows_.take(block, i, report);
    if (!row) {
      lacks_codings_ = lacks_codings_ || (is_open_ && report.set_aside.size() > before);
      continue;
    }
    std::vector<Diagnostic> problems;
    if (!begin_or_go_on(*row, problems)) {
      --report.rows;  // it is not read
      break;
    }
    const std::string coder = text(*row, coder_);
    note_coder(coder);
    if (choice_.form == CoderChoice::Form::kOne && fold(coder) != fold(choice_.name)) {
      ++report.left_out;
      continue;
    }
    add_coding(*row, problems);
    if (problems.empty()) {
      ++report.used;
      if (row->lacks_line_end()) report.warnings.push_back(rows_.at_row(*row, Code::kCsvNoLineEnd));
    } else {
      lacks_codings_ = lacks_codings_ || is_open_;
      CsvRows::set_aside(*row, std::move(problems), report);
    }
  }
  return !not_grouped_;
}

/// A row of another bloc-period than the last one ends that. A row whose bloc or years cannot be read belongs to none.
bool LongCases::begin_or_go_on(const RowRef& row, std::vector<Diagnostic>& problems) {
  std::string bloc = text(row, bloc_);
  const auto [from, to] = rows_.years(row, problems);
  if (bloc.empty()) problems.push_back(rows_.at_cell(row, *bloc_, Code::kCsvNoBloc, {}));
  if (!problems.empty()) return true;
  if (is_open_ && bloc == bloc_now_ && from == from_now_ && to == to_now_) return true;
  finish();
  if (const auto before = ended_.enter(hash_of(bloc, from, to), row.number())) {
    not_grouped_ = rows_.at_row(row, Code::kCsvNotGrouped, {{"found", bloc}, {"first", std::to_string(*before)}});
    return false;
  }
  bloc_now_ = std::move(bloc);
  hegemon_now_ = text(row, hegemon_);
  from_now_ = from;
  to_now_ = to;
  first_row_ = row.number();
  is_open_ = true;
  return true;
}

void LongCases::add_coding(const RowRef& row, std::vector<Diagnostic>& problems) {
  const auto indicator = indicator_of(row, problems);
  if (!indicator) return;
  const auto reg = register_of(row, rulebook_.indicators[*indicator], problems);
  const CellValue* value = values_.read(row, *value_, *indicator);
  if (value == nullptr) {
    ValueProblem problem = values_.take_problem();
    problems.push_back(rows_.at_cell(row, *value_, problem.code, std::move(problem.details)));
  }
  if (!problems.empty()) return;
  OpenFacts& facts = open_[choice_.form == CoderChoice::Form::kApart ? text(row, coder_) : ""];
  if (value->is_empty) return;  // it says nothing, as in a wide table

  OpenCoding open{{}, reg};
  Coding& coding = open.coding;
  for (const Register r : kRegisters) {
    if (!reg || *reg == r) coding.values[index_of(r)] = value->triple();
  }
  coding.coder = text(row, coder_);
  coding.source = text(row, source_);
  coding.where = text(row, where_);
  if (std::string note = text(row, note_); !note.empty()) {
    coding.note.texts.emplace_back(rulebook_.languages.front(), std::move(note));
  }
  coding.place = rows_.place_of(row, *value_);
  facts[*indicator].push_back(std::move(open));
}

/// A row without a register serves the register that its coder does not name, from the same source.
void LongCases::give_way_to_named(std::vector<OpenCoding>& codings) {
  using Named = std::tuple<std::string_view, std::string_view, Register>;
  std::set<Named> named;
  for (const OpenCoding& open : codings) {
    if (open.reg) named.emplace(open.coding.coder, open.coding.source, *open.reg);
  }
  for (OpenCoding& open : codings) {
    for (const Register r : kRegisters) {
      const bool gives_way = !open.reg && named.count({open.coding.coder, open.coding.source, r}) > 0;
      if (gives_way) open.coding.values[index_of(r)].reset();
    }
  }
}

std::optional<std::size_t> LongCases::indicator_of(const RowRef& row, std::vector<Diagnostic>& problems) const {
  const std::string name = text(row, indicator_);
  const auto index = rulebook_.indicator(fold(name));
  if (index) return index;
  Diagnostic::Details details{{"found", name}};
  if (auto near = nearest(name, indicator_ids_)) details.emplace_back("suggestion", *near);
  problems.push_back(rows_.at_cell(row, *indicator_, Code::kUnknownIndicator, std::move(details)));
  return std::nullopt;
}

std::optional<Register> LongCases::register_of(const RowRef& row, const Indicator& indicator,
                                               std::vector<Diagnostic>& problems) {
  const std::string written = text(row, register_);
  if (written.empty()) return std::nullopt;
  const std::string name = fold(written);
  for (const auto& [word, reg] : {std::pair("practice", Register::kPractice), {"discourse", Register::kDiscourse}}) {
    if (name != word) continue;
    if (indicator.subject == Subject::kBoth) return reg;
    problems.push_back(rows_.at_cell(row, *register_, Code::kSplitCoding, split_coding(indicator).details));
    return std::nullopt;
  }
  problems.push_back(rows_.at_cell(row, *register_, Code::kUnknownRegister, {{"found", written}}));
  return std::nullopt;
}

void LongCases::note_coder(const std::string& coder) {
  if (coder.empty() || coders_.size() == kMostCodersNamed) return;
  if (std::find(coders_.begin(), coders_.end(), coder) == coders_.end()) coders_.push_back(coder);
}

std::string LongCases::text(const RowRef& row, std::optional<std::size_t> cell) const {
  return cell ? std::string(trimmed(rows_.text(row, *cell))) : std::string();
}

void LongCases::finish() {
  if (!is_open_) return;
  if (lacks_codings_ && !open_.empty()) incomplete_.push_back({bloc_now_, from_now_, to_now_});
  lacks_codings_ = false;
  for (auto& [coder, facts] : open_) {
    LongCase entry{bloc_now_, hegemon_now_, coder, {}, first_row_};
    entry.period.from = from_now_;
    entry.period.to = to_now_;
    entry.period.facts.resize(rulebook_.indicators.size());
    for (auto& [indicator, codings] : facts) {
      Fact& fact = entry.period.facts[indicator];
      give_way_to_named(codings);
      for (OpenCoding& open : codings) fact.codings.push_back(std::move(open.coding));
      resolve(fact);
    }
    complete_.push_back(std::move(entry));
  }
  open_.clear();
  is_open_ = false;
}

std::optional<std::size_t> LongCases::drop_open() {
  if (!is_open_) return std::nullopt;
  open_.clear();
  is_open_ = false;
  return first_row_;
}

void take_cases(std::deque<LongCase>& from, CaseBlock& cases) {
  cases.clear();
  for (; !from.empty() && !cases.is_full(); from.pop_front()) {
    LongCase& entry = from.front();
    const std::size_t c = cases.cases.size();
    for (const Register r : kRegisters) {
      for (std::size_t i = 0; i < entry.period.facts.size(); ++i) {
        cases.values[index_of(r)].set(static_cast<NodeId>(i), c, entry.period.facts[i].triples[index_of(r)]);
      }
    }
    for (std::size_t axis = 0; axis < cases.axes; ++axis) cases.expected[c * cases.axes + axis] = {};
    cases.cases.push_back({cases.keep(std::move(entry.bloc)), cases.keep(std::move(entry.coder)), entry.period.from,
                           entry.period.to, entry.row, 0, false});
  }
}

}  // namespace bloctype
