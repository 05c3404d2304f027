// What has a greatest length goes to one stretch of memory at once; numbers are formatted there (see write_fixed6).
#include "render/batch_table.hpp"

#include <algorithm>
#include <charconv>

#include "core/number.hpp"

namespace bloctype {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kFormulaStarts = "=+-@\t\r";

bool may_be_formula(std::string_view value) {
  if (value.empty() || kFormulaStarts.find(value.front()) == std::string_view::npos) return false;
  if (value.front() == '+') value.remove_prefix(1);
  return !parse_number(value) && !parse_number(value, ',');
}

void append_quoted(std::string& out, std::string_view value) {
  out += '"';
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_cell(std::string& out, std::string_view value, const TableDialect& dialect) {
  const bool guard = dialect.guards_formulas && may_be_formula(value);
  const char special[] = {'"', '\n', '\r', dialect.delimiter};
  const bool plain = value.find_first_of(std::string_view(special, sizeof special)) == std::string_view::npos &&
                     !value.starts_with(' ') && !value.ends_with(' ');
  if (plain) {
    if (guard) out += '\'';
    out += value;
  } else {
    append_quoted(out, guard ? "'" + std::string(value) : std::string(value));
  }
}

void append_year(std::string& out, const std::optional<int>& year) {
  if (!year) return;
  char digits[8];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, *year).ptr);
}

char* written(char* to, std::string_view text) { return std::copy(text.begin(), text.end(), to); }

/// The longest that placements, memberships and findings of one row can be.
std::size_t most_characters(const Rulebook& rulebook) {
  constexpr std::size_t kMostLists = 5;    // models, elements, nearest, formally, undeclared
  constexpr std::size_t kMostOfAxis = 64;  // kind, whether declared only, certainty, delimiters
  constexpr std::size_t kNumbers = 4;
  std::size_t most = 0;
  for (const Axis& axis : rulebook.axes) {
    most += kMostOfAxis;
    for (const auto* gates : {&axis.gates, &axis.outcomes}) {
      for (const Gate& gate : *gates) most += gate.verdict.size();
    }
  }
  for (const Model& model : rulebook.models) {
    most += kMostLists * (model.id.size() + 1) + kNumbers * (kLongestFixed6 + 1);
  }
  for (const Finding& finding : rulebook.findings) most += finding.id.size() + 1;
  return most;
}

}  // namespace

std::string table_cell(std::string_view value, const TableDialect& dialect) {
  std::string out;
  append_cell(out, value, dialect);
  return out;
}

std::string rules_of(const Rulebook& rulebook) {
  return rulebook.id + " " + rulebook.version + " sha256:" + rulebook.sha256;
}

BatchTable::BatchTable(const Programs& programs, BatchShape shape, TableDialect dialect)
    : programs_(programs),
      rulebook_(*programs[0].rulebook),
      shape_(std::move(shape)),
      dialect_(dialect),
      rules_(table_cell(rules_of(rulebook_), dialect)),
      most_placed_(most_characters(rulebook_)) {}

std::string BatchTable::header() const {
  std::vector<std::string> names{"bloc", "from", "to"};
  if (shape_.with_coders) names.emplace_back("coder");
  for (const Axis& axis : rulebook_.axes) {
    for (const char* part :
         {"kind", "models", "elements", "nearest", "formally", "undeclared", "declared_only", "certainty"}) {
      names.push_back(axis.id + "." + part);
    }
  }
  for (const Model& model : rulebook_.models) {
    for (const char* part : {"low", "point", "high", "coverage"}) names.push_back(model.id + "." + part);
  }
  names.emplace_back("findings");
  for (std::size_t i = 0; i < rulebook_.axes.size(); ++i) {
    if (!shape_.expects[i]) continue;
    names.push_back("expected." + rulebook_.axes[i].id);
    names.push_back("agrees." + rulebook_.axes[i].id);
  }
  names.emplace_back("rules");
  std::string out(dialect_.with_byte_order_mark ? kByteOrderMark : std::string_view());
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += dialect_.delimiter;
    append_cell(out, names[i], dialect_);
  }
  return out + "\n";
}

void BatchTable::append(std::string& out, const BatchRow& row) const {
  append_cell(out, row.entry.bloc, dialect_);
  out += dialect_.delimiter;
  append_year(out, row.entry.from);
  out += dialect_.delimiter;
  append_year(out, row.entry.to);
  out += dialect_.delimiter;
  if (shape_.with_coders) {
    append_cell(out, row.entry.coder, dialect_);
    out += dialect_.delimiter;
  }
  const std::size_t before = out.size();
  out.resize(before + most_placed_);
  char* to = out.data() + before;
  for (std::size_t i = 0; i < row.axes.size(); ++i) to = axis(to, row.axes[i], i);
  for (const AxisResult& result : row.axes) to = memberships(to, result);
  to = findings(to, row);
  out.resize(static_cast<std::size_t>(to - out.data()));
  out += dialect_.delimiter;
  for (std::size_t i = 0; i < row.axes.size(); ++i) {
    if (!shape_.expects[i]) continue;
    const Expected& expected = row.expected[i];
    append_cell(out, expected.written, dialect_);
    out += dialect_.delimiter;
    if (!expected.written.empty()) {
      out += !expected.comparison ? "unknown" : expected.comparison->agrees ? "yes" : "no";
    }
    out += dialect_.delimiter;
  }
  out += rules_;
  out += '\n';
}

char* BatchTable::axis(char* to, const AxisResult& result, std::size_t axis) const {
  const Placement& shown = result.shown();
  const AxisNodes& nodes = programs_[0].axes[axis];
  const auto end_cell = [&] { *to++ = dialect_.delimiter; };
  to = written(to, kind_id(shown, nodes));
  end_cell();
  to = models(to, shown.models, nodes);
  end_cell();
  to = models(to, shown.elements, nodes);
  end_cell();
  if (shown.nearest) to = written(to, nodes.models[*shown.nearest].model->id);
  end_cell();
  to = models(to, result.headline.formally, nodes);
  end_cell();
  to = models(to, result.headline.undeclared, nodes);
  end_cell();
  to = written(to, result.headline.declared_only ? "yes" : "no");
  end_cell();
  to = written(to, name(result.headline.certainty));
  end_cell();
  return to;
}

char* BatchTable::memberships(char* to, const AxisResult& result) const {
  for (const Membership& membership : result.shown().memberships) {
    to = write_fixed6(to, membership.value.low, dialect_.decimal_mark);
    *to++ = dialect_.delimiter;
    if (membership.value.point) to = write_fixed6(to, *membership.value.point, dialect_.decimal_mark);
    *to++ = dialect_.delimiter;
    to = write_fixed6(to, membership.value.high, dialect_.decimal_mark);
    *to++ = dialect_.delimiter;
    to = write_fixed6(to, membership.coverage, dialect_.decimal_mark);
    *to++ = dialect_.delimiter;
  }
  return to;
}

char* BatchTable::models(char* to, const std::vector<std::size_t>& list, const AxisNodes& nodes) const {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) *to++ = '+';
    to = written(to, nodes.models[list[i]].model->id);
  }
  return to;
}

char* BatchTable::findings(char* to, const BatchRow& row) const {
  bool is_first = true;
  for (std::size_t f = 0; f < rulebook_.findings.size(); ++f) {
    bool holds = false;
    for (const Register r : kRegisters) holds = holds || finding_holds(programs_, f, r, row.values, row.place);
    if (!holds) continue;
    if (!is_first) *to++ = '+';
    is_first = false;
    to = written(to, rulebook_.findings[f].id);
  }
  return to;
}

}  // namespace bloctype
