// The tables in examples/: that they say what the shipped descriptions say, and that `batch` places their rows as
// `classify` places those descriptions. A change to a description that forgets the tables fails here.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "core/utf8.hpp"
#include "embed/shipped.hpp"
#include "load/description_loader.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using nlohmann::json;
using Names = std::set<std::string>;
using Row = std::map<std::string, std::string>;  ///< cells by column

std::string table(const std::string& name) {
  return (std::filesystem::path(BLOCTYPE_SOURCE_DIR) / "examples" / name).string();
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts{""};
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

/// The rows of an example parted by commas; only the last cell of a row (a note) may be in quotes.
std::vector<Row> rows_of(const std::string& name) {
  std::vector<std::string> lines = split(read_text(table(name)), '\n');
  lines.pop_back();
  const std::vector<std::string> columns = split(lines.front(), ',');
  std::vector<Row> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string line = lines[i].substr(0, lines[i].find(",\""));
    std::vector<std::string> cells = split(line, ',');
    if (line.size() < lines[i].size())
      cells.push_back(lines[i].substr(line.size() + 2, lines[i].size() - line.size() - 3));
    EXPECT_EQ(cells.size(), columns.size()) << lines[i];
    cells.resize(columns.size());
    rows.emplace_back();
    for (std::size_t c = 0; c < cells.size(); ++c) rows.back()[columns[c]] = cells[c];
  }
  return rows;
}

/// What `batch --format ndjson` says, a line each: rows, and the summary at the end.
std::vector<json> records(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "batch");
  arguments.insert(arguments.end(), {"--format", "ndjson"});
  const Outcome outcome = run_with(std::move(arguments));
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  std::vector<json> found;
  std::vector<std::string> lines = split(outcome.out, '\n');
  lines.pop_back();
  for (const std::string& line : lines) found.push_back(json::parse(line));
  return found;
}

std::vector<json> rows_in(const std::vector<json>& records) {
  std::vector<json> rows;
  std::copy_if(records.begin(), records.end(), std::back_inserter(rows),
               [](const json& record) { return record["type"] == "row"; });
  return rows;
}

std::string period_name(const json& bloc, const json& period) {
  return bloc["bloc"].get<std::string>() + " " + period["from"].dump() + " " + period["to"].dump();
}
std::string period_name(const json& row) { return period_name(row, row); }

/// What `classify --format json` says of each period of these blocs.
std::map<std::string, json> classified(const std::vector<std::string>& blocs) {
  std::vector<std::string> arguments{"classify", "--format", "json"};
  arguments.insert(arguments.end(), blocs.begin(), blocs.end());
  const Outcome outcome = run_with(std::move(arguments));
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  std::map<std::string, json> periods;
  const json result = json::parse(outcome.out);
  for (const json& bloc : result["blocs"]) {
    for (const json& period : bloc["periods"]) periods[period_name(bloc, period)] = period;
  }
  return periods;
}

/// Ids, and the registers in which they hold.
std::map<std::string, json> findings(const json& among) {
  std::map<std::string, json> found;
  for (const json& finding : among["findings"]) found[finding["id"]] = finding["registers"];
  return found;
}

/// A row of `batch` says what `classify` says of the period, to the last digit.
void expect_same_placement(const json& row, const json& period) {
  ASSERT_EQ(row["axes"].size(), period["axes"].size());
  for (std::size_t i = 0; i < row["axes"].size(); ++i) {
    const json& axis = row["axes"][i];
    const json& whole = period["axes"][i];
    const std::string name = period_name(row) + " " + axis["axis"].get<std::string>();
    EXPECT_EQ(axis["axis"], whole["axis"]) << name;
    for (const auto& [key, value] : whole["headline"].items()) EXPECT_EQ(axis[key], value) << name << " " << key;
    const json& memberships = whole[axis["register"].get<std::string>()]["memberships"];
    EXPECT_EQ(axis["memberships"].size(), memberships.size()) << name;
    for (const auto& [model, membership] : axis["memberships"].items()) {
      for (const auto& [key, value] : membership.items()) {
        EXPECT_EQ(value, memberships[model][key]) << name << " " << model << " " << key;
      }
    }
  }
  EXPECT_EQ(findings(row), findings(period)) << period_name(row);
}

// --- blocs.csv

TEST(TheBlocsAsRows, AgreeWithEveryExpectation) {
  const std::vector<json> found = records({table("blocs.csv")});
  const json& summary = found.back();
  ASSERT_EQ(summary["type"], "summary");
  EXPECT_EQ(summary["used"], summary["rows"]);
  EXPECT_EQ(summary["placed"], summary["rows"]);
  EXPECT_EQ(summary["rejected"], 0);
  EXPECT_EQ(summary["unknown_expectations"], 0);
  ASSERT_EQ(summary["agreement"].size(), 2U);
  for (const json& axis : summary["agreement"]) {
    EXPECT_EQ(axis["rows"], 10);  // the author places all but UNASUR's standstill
    EXPECT_EQ(axis["agreed"], 10);
    EXPECT_EQ(axis["kappa"], 1);
  }
  const std::string told = run_with({"batch", table("blocs.csv"), "--width", "200"}).err;
  EXPECT_NE(told.find("10 of 10 agree"), std::string::npos) << told;
  EXPECT_NE(told.find("kappa 1.00"), std::string::npos) << told;
}

TEST(TheBlocsAsRows, ArePlacedAsClassifyPlacesTheDescriptions) {
  const std::map<std::string, json> periods = classified(shipped_bloc_ids());
  const std::vector<json> rows = rows_in(records({table("blocs.csv")}));
  Names placed, expected;
  for (const auto& [name, period] : periods) expected.insert(name);
  for (const json& row : rows) {
    placed.insert(period_name(row));
    if (const auto period = periods.find(period_name(row)); period != periods.end()) {
      expect_same_placement(row, period->second);
    }
  }
  EXPECT_EQ(placed, expected);
  EXPECT_EQ(rows.size(), expected.size());
}

/// What a cell says; nothing where it is empty.
std::optional<Triple> triple_in(const std::string& cell, const Vocabulary& vocabulary) {
  if (cell.empty()) return std::nullopt;
  const auto value_of = [&](const std::string& word) {
    const auto meaning = vocabulary.look_up(word);
    EXPECT_TRUE(meaning && *meaning) << word;
    return meaning ? meaning->value_or(-1) : -1;
  };
  const auto between = cell.find("..");
  if (between == std::string::npos) return known(value_of(cell));
  return contested(value_of(cell.substr(0, between)), value_of(cell.substr(between + 2)));
}

std::string year(std::optional<int> year) { return year ? std::to_string(*year) : ""; }

TEST(TheBlocsAsRows, SayOfEveryIndicatorWhatTheDescriptionsSay) {
  const Rulebook rulebook = shipped_rulebook().value.value();
  const Vocabulary vocabulary(rulebook);
  std::map<std::tuple<std::string, std::string, std::string>, Row> rows;
  for (const Row& row : rows_of("blocs.csv")) rows[{row.at("bloc"), row.at("from"), row.at("to")}] = row;
  Names codes;  // columns in use
  for (const std::string& id : shipped_bloc_ids()) {
    const Description bloc = load_description(*shipped_bloc(id), rulebook, vocabulary).value.value();
    for (const Period& period : bloc.periods) {
      const auto found = rows.find({id, year(period.from), year(period.to)});
      ASSERT_NE(found, rows.end()) << id << " " << period.id;
      Row& row = found->second;
      EXPECT_EQ(row["hegemon"], bloc.hegemon);
      for (std::size_t i = 0; i < rulebook.indicators.size(); ++i) {
        const std::string& indicator = rulebook.indicators[i].id;
        for (const Register r : kRegisters) {
          const std::string own = indicator + (r == Register::kPractice ? ".practice" : ".discourse");
          const std::string& column = row[own].empty() ? indicator : own;
          const std::optional<Triple> said = triple_in(row[column], vocabulary);
          if (said) codes.insert(column);
          const std::string where = id + " " + period.id + " " + own;
          EXPECT_EQ(said.has_value(), period.facts[i].coded[index_of(r)]) << where;
          EXPECT_TRUE(same(said.value_or(kUnknown), period.facts[i].triples[index_of(r)])) << where;
        }
      }
    }
  }
  // No column is without a use, and none is of an indicator that the rulebook does not know.
  std::string header = read_text(table("blocs.csv"));
  header.resize(header.find('\n'));
  for (const std::string& column : split(header, ',')) {
    const Names others{"bloc", "from", "to", "hegemon", "expect.economic", "expect.political"};
    EXPECT_TRUE(codes.contains(column) || others.contains(column)) << column;
  }
}

// --- bloques-excel.csv

TEST(TheTwinOfASpanishSpreadsheet, GivesTheSamePlacementsWithAWarning) {
  const Outcome plain = run_with({"batch", table("blocs.csv")});
  const Outcome twin = run_with({"batch", table("bloques-excel.csv")});
  EXPECT_EQ(twin.code, 0);
  EXPECT_EQ(twin.out, plain.out);
  EXPECT_EQ(plain.err.find("Windows-1252"), std::string::npos) << plain.err;
  EXPECT_NE(twin.err.find("[csv-windows-1252]"), std::string::npos) << twin.err;
  EXPECT_NE(twin.err.find("10 of 10 agree"), std::string::npos) << twin.err;
}

TEST(TheTwinOfASpanishSpreadsheet, IsStillWrittenAsOne) {
  // An editor that means well would make it UTF-8, or end its lines as others do.
  const std::string text = read_text(table("bloques-excel.csv"));
  EXPECT_TRUE(find_invalid_utf8(text));
  EXPECT_EQ(std::count(text.begin(), text.end(), '\r'), std::count(text.begin(), text.end(), '\n'));
  EXPECT_TRUE(text.ends_with("\r\n"));
  for (const char* part : {";0,67;", ";0,33..0,67;", ";s\xED;", ";sustancial;", ";\"strategic; formally "}) {
    EXPECT_NE(text.find(part), std::string::npos) << part;
  }
}

// --- coders.csv

/// What came of one axis of a bloc, and who coded it (nobody named where all are taken together).
struct Placed {
  std::string bloc, coder, axis, kind;
  std::vector<std::string> models;
  std::string certainty;

  bool operator==(const Placed&) const = default;
};

[[maybe_unused]] void PrintTo(const Placed& placed, std::ostream* out) {
  *out << placed.bloc << " " << placed.coder << " " << placed.axis << ": " << placed.kind << " "
       << json(placed.models).dump() << " " << placed.certainty;
}

std::vector<Placed> placed(const std::vector<json>& rows) {
  std::vector<Placed> found;
  for (const json& row : rows) {
    for (const json& axis : row["axes"]) {
      found.push_back(
          {row["bloc"], row.value("coder", ""), axis["axis"], axis["kind"], axis["models"], axis["certainty"]});
    }
  }
  return found;
}

TEST(TwoCoders, TogetherLeaveOpenWhatTheyDisputed) {
  EXPECT_EQ(placed(rows_in(records({table("coders.csv")}))),
            (std::vector<Placed>{{"mercosur", "", "economic", "at_least", {"strategic"}, "leaning"},
                                 {"mercosur", "", "political", "pure", {"autonomist"}, "decided"},
                                 {"unasur", "", "economic", "not_classifiable", {}, "decided"},
                                 {"unasur", "", "political", "pure", {"autonomist"}, "leaning"}}));
}

TEST(TwoCoders, ApartPlaceTheSameBlocsElsewhere) {
  EXPECT_EQ(
      placed(rows_in(records({table("coders.csv"), "--by-coder"}))),
      (std::vector<Placed>{{"mercosur", "ana", "economic", "hybrid", {"strategic", "social", "productive"}, "leaning"},
                           {"mercosur", "ana", "political", "pure", {"autonomist"}, "decided"},
                           {"mercosur", "luis", "economic", "pure", {"strategic"}, "leaning"},
                           {"mercosur", "luis", "political", "pure", {"autonomist"}, "decided"},
                           {"unasur", "ana", "economic", "not_classifiable", {}, "decided"},
                           {"unasur", "ana", "political", "lowest_common_denominator", {}, "decided"},
                           {"unasur", "luis", "economic", "not_classifiable", {}, "decided"},
                           {"unasur", "luis", "political", "pure", {"autonomist"}, "decided"}}));
}

TEST(TwoCoders, EachAloneArePlacedAsApart) {
  std::vector<json> apart = rows_in(records({table("coders.csv"), "--by-coder"}));
  for (const std::string coder : {"ana", "luis"}) {
    std::vector<json> expected;
    for (json row : apart) {
      if (row["coder"] != coder) continue;
      row.erase("coder");
      expected.push_back(std::move(row));
    }
    std::vector<json> alone = rows_in(records({table("coders.csv"), "--coder", coder}));
    for (std::vector<json>* rows : {&alone, &expected}) {
      for (json& row : *rows) row.erase("row");  // the first of the case, which is another's
    }
    EXPECT_EQ(alone, expected) << coder;
  }
}

/// Writes a description of each bloc in coders.csv, of these coders' codings, and tells the files.
std::vector<std::string> described(const Names& coders, const ScratchFolder& folder) {
  std::map<std::string, json> blocs;
  for (const Row& row : rows_of("coders.csv")) {
    if (!coders.contains(row.at("coder"))) continue;
    json& bloc = blocs[row.at("bloc")];
    bloc["bloc"] = row.at("bloc");
    json& period = bloc["periods"][0];
    period["id"] = row.at("from") + "-" + row.at("to");
    period["from"] = std::stoi(row.at("from"));
    period["to"] = std::stoi(row.at("to"));
    json& codings = period["facts"][row.at("indicator")];
    if (codings.empty() || codings.back()["coder"] != row.at("coder")) codings.push_back({{"coder", row.at("coder")}});
    const std::string& value = row.at("value");
    const auto between = value.find("..");
    codings.back()[row.at("register").empty() ? "value" : row.at("register")] =
        between == std::string::npos ? json(value) : json{value.substr(0, between), value.substr(between + 2)};
  }
  std::vector<std::string> files;
  for (const auto& [id, bloc] : blocs) {
    files.push_back((folder / (id + ".yaml")).string());
    write_text(files.back(), bloc.dump());  // JSON is YAML
  }
  return files;
}

TEST(TwoCoders, ArePlacedAsClassifyPlacesTheirDescriptionsApartAndTogether) {
  for (const Names& coders : {Names{"ana"}, Names{"luis"}, Names{"ana", "luis"}}) {
    std::vector<std::string> arguments{table("coders.csv")};
    if (coders.size() == 1) arguments.insert(arguments.end(), {"--coder", *coders.begin()});
    const ScratchFolder folder;
    const std::map<std::string, json> periods = classified(described(coders, folder));
    const std::vector<json> rows = rows_in(records(arguments));
    EXPECT_EQ(rows.size(), periods.size());
    for (const json& row : rows) {
      const auto period = periods.find(period_name(row));
      ASSERT_NE(period, periods.end()) << period_name(row);
      expect_same_placement(row, period->second);
    }
  }
}

TEST(TwoCoders, TheFirstOfThemCodesAsTheDescriptionsDo) {
  const std::map<std::string, json> periods = classified({"mercosur", "unasur"});
  for (const json& row : rows_in(records({table("coders.csv"), "--coder", "ana"}))) {
    const auto period = periods.find(period_name(row));
    ASSERT_NE(period, periods.end()) << period_name(row);
    expect_same_placement(row, period->second);
  }
}

TEST(TwoCoders, EveryCodingThatIsMadeUpSaysSo) {
  std::map<std::vector<std::string>, std::string> of_ana;
  std::vector<Row> rows = rows_of("coders.csv");
  const auto key = [](const Row& row) {
    return std::vector{row.at("bloc"), row.at("from"), row.at("indicator"), row.at("register")};
  };
  for (const Row& row : rows) {
    if (row.at("coder") == "ana") of_ana[key(row)] = row.at("value");
  }
  for (const Row& row : rows) {
    const bool is_made_up = row.at("coder") == "luis" && of_ana[key(row)] != row.at("value");
    EXPECT_EQ(row.at("note").starts_with("inventado: "), is_made_up) << row.at("bloc") << " " << row.at("indicator");
  }
}

}  // namespace
}  // namespace bloctype::blackbox
