// Rows to periods.
#include "load/csv_description.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/utf8.hpp"
#include "core/windows_1252.hpp"
#include "load/wide_cases.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kMostOthers = 20;

class Reader {
 public:
  Reader(const CsvHeader& header, const std::string& file, const std::string& bloc, const Rulebook& rulebook,
         const Vocabulary& vocabulary)
      : header_(header), file_(file), wanted_(fold(bloc)), rulebook_(rulebook), vocabulary_(vocabulary) {}

  void wide(CsvReader& reader) {
    WideCases cases(header_, file_, rulebook_, vocabulary_);
    CsvBlock block;
    while (reader.read(block)) {
      for (std::size_t i = 0; i < block.rows.size(); ++i) {
        RowReport report;
        const auto row = cases.rows().take(block, i, report);
        warn(report);
        if (!row || !is_wanted(cases.rows().text(*row, CsvColumn::Role::kBloc))) continue;
        std::vector<Diagnostic> problems;
        Period period = cases.period(*row, problems);
        if (problems.empty()) {
          add(cases.rows().text(*row, CsvColumn::Role::kBloc), cases.rows().text(*row, CsvColumn::Role::kHegemon),
              std::move(period));
        }
        warn(std::move(problems));
      }
    }
  }

  void grouped(CsvReader& reader, const CoderChoice& coders) {
    LongCases cases(header_, file_, rulebook_, vocabulary_, coders);
    CsvBlock block;
    while (!cases.not_grouped() && reader.read(block)) {
      RowReport report;
      cases.add(block, report);
      warn(report);
      take(cases);
    }
    cases.finish();
    take(cases);
    const auto is_asked_for = [&](const std::string& coder) { return fold(coder) == fold(coders.name); };
    const auto& named = cases.coders();
    if (coders.form == CoderChoice::Form::kOne && std::none_of(named.begin(), named.end(), is_asked_for)) {
      bloc_.coders = named;
    }
    if (cases.not_grouped()) result_.diagnostics.push_back(*cases.not_grouped());
  }

  Loaded<TableBloc> result() && {
    auto& periods = bloc_.description.periods;
    const auto starts = [](const Period& p) { return p.from.value_or(std::numeric_limits<int>::min()); };
    const auto ends = [](const Period& p) { return p.to.value_or(std::numeric_limits<int>::max()); };
    std::stable_sort(periods.begin(), periods.end(), [&](const Period& a, const Period& b) {
      return starts(a) != starts(b) ? starts(a) < starts(b) : ends(a) < ends(b);
    });
    if (periods.empty()) {  // whatever was wrong with the bloc's rows is why
      for (Diagnostic& d : result_.diagnostics) d.severity.reset();
    }
    if (!has_errors(result_.diagnostics)) result_.value = std::move(bloc_);
    return std::move(result_);
  }

 private:
  bool is_wanted(const std::string& bloc) {
    if (fold(bloc) == wanted_) return true;
    auto& others = bloc_.others;
    if (others.size() < kMostOthers && std::find(others.begin(), others.end(), bloc) == others.end()) {
      others.push_back(bloc);
    }
    return false;
  }

  void take(LongCases& cases) {
    for (LongCase& entry : cases.complete()) {
      if (is_wanted(entry.bloc)) add(entry.bloc, entry.hegemon, std::move(entry.period));
    }
    cases.complete().clear();
  }

  void add(std::string bloc, std::string hegemon, Period period) {
    Description& description = bloc_.description;
    description.bloc = std::move(bloc);
    period.hegemon = std::move(hegemon);
    if (period.from) period.id = std::to_string(*period.from) + "-" + (period.to ? std::to_string(*period.to) : "");
    for (const Fact& fact : period.facts) {
      for (const Coding& coding : fact.codings) name_source(coding.source);
    }
    description.periods.push_back(std::move(period));
  }

  void name_source(const std::string& id) {
    auto& sources = bloc_.description.sources;
    if (id.empty() || std::any_of(sources.begin(), sources.end(), [&](const Reference& s) { return s.id == id; }))
      return;
    sources.push_back({id, {}, {}, {}, {}, {}});
  }

  /// Rows that are set aside are told where they may be the bloc's: where its name stands in them.
  void warn(RowReport& report) {
    for (SetAside& row : report.set_aside) {
      const std::string text = find_invalid_utf8(row.raw) ? from_windows_1252(row.raw) : row.raw;
      if (fold(text).find(wanted_) != std::string::npos) warn(std::move(row.reasons));
    }
    warn(std::move(report.warnings));
    if (report.first_of_windows_1252 && !std::exchange(has_windows_1252_, true)) {
      warn({std::move(*report.first_of_windows_1252)});
    }
  }

  void warn(std::vector<Diagnostic> reasons) {
    for (Diagnostic& reason : reasons) {
      reason.severity = Severity::kWarning;
      result_.diagnostics.push_back(std::move(reason));
    }
  }

  const CsvHeader& header_;
  std::string file_;
  std::string wanted_;
  const Rulebook& rulebook_;
  const Vocabulary& vocabulary_;
  bool has_windows_1252_ = false;
  TableBloc bloc_;
  Loaded<TableBloc> result_;
};

}  // namespace

Loaded<TableBloc> read_table_bloc(CsvReader& reader, const CsvHeader& header, const std::string& file,
                                  const std::string& bloc, const CoderChoice& coders, const Rulebook& rulebook,
                                  const Vocabulary& vocabulary) {
  Reader table(header, file, bloc, rulebook, vocabulary);
  if (header.shape == CsvShape::kWide) {
    table.wide(reader);
  } else {
    table.grouped(reader, coders);
  }
  return std::move(table).result();
}

}  // namespace bloctype
