// Keys are those of `classify --format json` where they mean the same.
#include "render/batch_json.hpp"

#include "core/json_writer.hpp"
#include "core/utf8.hpp"
#include "core/windows_1252.hpp"

namespace bloctype {
namespace {

/// One record.
class Record {
 public:
  Record(std::string& out, std::string_view type) : out_(out), json_(out, JsonLayout::kCompact) {
    json_.begin_object();
    text("type", type);
  }
  ~Record() {
    json_.end_object();
    out_ += '\n';
  }
  Record(const Record&) = delete;
  Record& operator=(const Record&) = delete;

  JsonWriter& json() { return json_; }
  void text(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.string(value);
  }
  void integer(std::string_view key, std::size_t value) {
    json_.key(key);
    json_.integer(static_cast<std::int64_t>(value));
  }
  void year(std::string_view key, const std::optional<int>& value) {
    json_.key(key);
    value ? json_.integer(*value) : json_.null();
  }
  void number(std::string_view key, const std::optional<double>& value) {
    json_.key(key);
    value ? json_.number(*value) : json_.null();
  }
  void flag(std::string_view key, bool value) {
    json_.key(key);
    json_.boolean(value);
  }
  void models(std::string_view key, const std::vector<std::size_t>& list, const AxisNodes& nodes) {
    json_.key(key);
    json_.begin_array();
    for (const std::size_t model : list) json_.string(nodes.models[model].model->id);
    json_.end_array();
  }
  template <typename List, typename Write>
  void list(std::string_view key, const List& entries, const Write& write) {
    json_.key(key);
    json_.begin_array();
    for (const auto& entry : entries) {
      json_.begin_object();
      write(entry);
      json_.end_object();
    }
    json_.end_array();
  }

 private:
  std::string& out_;
  JsonWriter json_;
};

void write_axis(Record& record, const AxisResult& result, const AxisNodes& nodes, const Expected& expected) {
  const Placement& shown = result.shown();
  record.text("axis", nodes.axis->id);
  record.text("register", name(result.headline.reg));
  record.text("kind", kind_id(shown, nodes));
  record.models("models", shown.models, nodes);
  record.models("elements", shown.elements, nodes);
  record.json().key("nearest");
  shown.nearest ? record.json().string(nodes.models[*shown.nearest].model->id) : record.json().null();
  record.models("formally", result.headline.formally, nodes);
  record.models("undeclared", result.headline.undeclared, nodes);
  record.flag("declared_only", result.headline.declared_only);
  record.text("certainty", name(result.headline.certainty));
  record.json().key("memberships");
  record.json().begin_object();
  for (std::size_t m = 0; m < shown.memberships.size(); ++m) {
    const Membership& membership = shown.memberships[m];
    record.json().key(nodes.models[m].model->id);
    record.json().begin_object();
    record.number("low", membership.value.low);
    record.number("point", membership.value.point);
    record.number("high", membership.value.high);
    record.number("coverage", membership.coverage);
    record.json().end_object();
  }
  record.json().end_object();
  if (expected.written.empty()) return;
  record.text("expected", expected.written);
  record.json().key("agrees");
  expected.comparison ? record.json().boolean(expected.comparison->agrees) : record.json().null();
}

}  // namespace

BatchJson::BatchJson(const Programs& programs, BatchShape shape)
    : programs_(programs), rulebook_(*programs[0].rulebook), shape_(std::move(shape)) {}

void BatchJson::append(std::string& out, const BatchRow& row) const {
  Record record(out, "row");
  record.integer("row", row.entry.row);
  record.text("bloc", row.entry.bloc);
  record.year("from", row.entry.from);
  record.year("to", row.entry.to);
  if (shape_.with_coders) record.text("coder", row.entry.coder);
  std::size_t axis = 0;
  record.list("axes", row.axes, [&](const AxisResult& result) {
    write_axis(record, result, programs_[0].axes[axis], row.expected[axis]);
    ++axis;
  });
  record.json().key("findings");
  record.json().begin_array();
  for (std::size_t f = 0; f < rulebook_.findings.size(); ++f) {
    std::vector<Register> registers;
    for (const Register r : kRegisters) {
      if (finding_holds(programs_, f, r, row.values, row.place)) registers.push_back(r);
    }
    if (registers.empty()) continue;
    record.json().begin_object();
    record.text("id", rulebook_.findings[f].id);
    record.json().key("registers");
    record.json().begin_array();
    for (const Register r : registers) record.json().string(name(r));
    record.json().end_array();
    record.json().end_object();
  }
  record.json().end_array();
}

void BatchJson::append(std::string& out, const SetAside& row) const {
  Record record(out, "rejected");
  record.integer("row", row.row);
  record.list("reasons", row.reasons, [&](const Diagnostic& reason) {
    record.text("code", info(reason.code).name);
    record.integer("line", static_cast<std::size_t>(reason.place.line));
    record.integer("column", static_cast<std::size_t>(reason.place.column));
    for (const auto& [key, value] : reason.details) {
      if (key == "at_column") record.text("name", value);
      if (key == "found" || key == "suggestion") record.text(key, value);
    }
  });
  const bool is_utf8 = !find_invalid_utf8(row.raw);
  record.text("encoding", is_utf8 ? "utf-8" : "windows-1252");
  record.text("raw", is_utf8 ? row.raw : from_windows_1252(row.raw));
}

std::string BatchJson::summary(const BatchTotals& totals) const {
  std::string out;
  {
    Record record(out, "summary");
    record.flag("complete", totals.is_complete);
    record.integer("rows", totals.rows);
    record.integer("used", totals.used);
    record.integer("rejected", totals.set_aside);
    record.integer("blank", totals.blank);
    record.integer("left_out", totals.left_out);
    record.integer("placed", totals.placed);
    record.integer("unknown_expectations", totals.unknown_expectations);
    std::vector<std::size_t> axes;
    for (std::size_t i = 0; i < shape_.expects.size(); ++i) {
      if (shape_.expects[i]) axes.push_back(i);
    }
    record.list("agreement", axes, [&](std::size_t axis) {
      const Agreement& agreement = totals.agreement[axis];
      record.text("axis", rulebook_.axes[axis].id);
      record.integer("rows", agreement.rows());
      record.integer("agreed", agreement.agreed());
      record.number("observed", agreement.observed());
      record.number("by_chance", agreement.by_chance());
      record.number("kappa", agreement.kappa());
      record.integer("broad", agreement.broad());
      record.list("table", agreement.table(), [&](const auto& entry) {
        record.text("expected", entry.first.first);
        record.text("placed", entry.first.second);
        record.integer("count", entry.second);
      });
    });
    record.json().key("rules");
    record.json().begin_object();
    record.text("id", rulebook_.id);
    record.text("version", rulebook_.version);
    record.text("sha256", rulebook_.sha256);
    record.json().end_object();
  }
  return out;
}

}  // namespace bloctype
