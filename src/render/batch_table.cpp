// The hot writer: appends to one string, and formats numbers itself (see append_fixed6).
#include "render/batch_table.hpp"

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
      rules_(table_cell(rules_of(rulebook_), dialect)) {}

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
    text(out, names[i]);
  }
  return out + "\n";
}

void BatchTable::append(std::string& out, const BatchRow& row) const {
  text(out, row.entry.bloc);
  out += dialect_.delimiter;
  append_year(out, row.entry.from);
  out += dialect_.delimiter;
  append_year(out, row.entry.to);
  out += dialect_.delimiter;
  if (shape_.with_coders) {
    text(out, row.entry.coder);
    out += dialect_.delimiter;
  }
  for (std::size_t i = 0; i < row.axes.size(); ++i) axis(out, row.axes[i], i);
  for (const AxisResult& result : row.axes) memberships(out, result);
  findings(out, row);
  out += dialect_.delimiter;
  for (std::size_t i = 0; i < row.axes.size(); ++i) {
    if (!shape_.expects[i]) continue;
    const Expected& expected = row.expected[i];
    text(out, expected.written);
    out += dialect_.delimiter;
    if (!expected.written.empty()) {
      out += !expected.comparison ? "unknown" : expected.comparison->agrees ? "yes" : "no";
    }
    out += dialect_.delimiter;
  }
  out += rules_;
  out += '\n';
}

void BatchTable::text(std::string& out, std::string_view value) const { append_cell(out, value, dialect_); }

void BatchTable::axis(std::string& out, const AxisResult& result, std::size_t axis) const {
  const Placement& shown = result.shown();
  const AxisNodes& nodes = programs_[0].axes[axis];
  const char delimiter = dialect_.delimiter;
  out += kind_id(shown, nodes);
  out += delimiter;
  models(out, shown.models, nodes);
  out += delimiter;
  models(out, shown.elements, nodes);
  out += delimiter;
  if (shown.nearest) out += nodes.models[*shown.nearest].model->id;
  out += delimiter;
  models(out, result.headline.formally, nodes);
  out += delimiter;
  models(out, result.headline.undeclared, nodes);
  out += delimiter;
  out += result.headline.declared_only ? "yes" : "no";
  out += delimiter;
  out += name(result.headline.certainty);
  out += delimiter;
}

void BatchTable::memberships(std::string& out, const AxisResult& result) const {
  for (const Membership& membership : result.shown().memberships) {
    append_fixed6(out, membership.value.low, dialect_.decimal_mark);
    out += dialect_.delimiter;
    if (membership.value.point) append_fixed6(out, *membership.value.point, dialect_.decimal_mark);
    out += dialect_.delimiter;
    append_fixed6(out, membership.value.high, dialect_.decimal_mark);
    out += dialect_.delimiter;
    append_fixed6(out, membership.coverage, dialect_.decimal_mark);
    out += dialect_.delimiter;
  }
}

void BatchTable::models(std::string& out, const std::vector<std::size_t>& list, const AxisNodes& nodes) const {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += '+';
    out += nodes.models[list[i]].model->id;
  }
}

void BatchTable::findings(std::string& out, const BatchRow& row) const {
  bool is_first = true;
  for (std::size_t f = 0; f < rulebook_.findings.size(); ++f) {
    bool holds = false;
    for (const Register r : kRegisters) holds = holds || finding_holds(programs_, f, r, row.values, row.place);
    if (!holds) continue;
    if (!is_first) out += '+';
    is_first = false;
    out += rulebook_.findings[f].id;
  }
}

}  // namespace bloctype
