// What comes out of a table, format by format; the same bytes whatever the language and however many threads.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/utf8.hpp"
#include "tests/cli/placed_table.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;
using nlohmann::json;

const std::string kAxisColumns =
    "economic.kind,economic.models,economic.elements,economic.nearest,economic.formally,economic.undeclared,"
    "economic.declared_only,economic.certainty,"
    "political.kind,political.models,political.elements,political.nearest,political.formally,political.undeclared,"
    "political.declared_only,political.certainty,"
    "strategic.low,strategic.point,strategic.high,strategic.coverage,"
    "social.low,social.point,social.high,social.coverage,"
    "productive.low,productive.point,productive.high,productive.coverage,"
    "acquiescent.low,acquiescent.point,acquiescent.high,acquiescent.coverage,"
    "autonomist.low,autonomist.point,autonomist.high,autonomist.coverage,"
    "counter_hegemonic.low,counter_hegemonic.point,counter_hegemonic.high,counter_hegemonic.coverage,"
    "findings";

/// Rows of every sort: sound, bad, blank, repeated, disagreeing, quoted, not UTF-8.
std::string motley_table(int rows) {
  std::string table = kColumns;
  table.insert(table.size() - 1, ",social_policy_mandate.discourse,social_policy_mandate.practice,expect.economic");
  const Cells words{"full", "0.67", "marginal..full", "", "absent", "?", "0.123456789"};
  for (int i = 0; i < rows; ++i) {
    const std::string& word = words[static_cast<std::size_t>(i) % words.size()];
    std::string bloc = "bloc " + std::to_string(i - (i % 61 == 0 ? 7 : 0));
    if (i % 13 == 0) bloc = "\"" + bloc + ", the \"\"old\"\"\none\"";
    if (i % 29 == 0) bloc = "Uni\xF3n " + std::to_string(i);
    if (i % 31 == 0) bloc = "=Unión " + std::to_string(i);
    table += bloc + ",1990," + (i % 17 == 0 ? "1980" : "1999") + (i % 3 == 0 ? ",no," : ",yes,");
    table += word + "," + (i % 19 == 0 ? "fulll" : "full") + ",0.5," + (i % 5 == 0 ? "not_regionalism" : "");
    table += i % 97 == 0 ? ",one more\n" : i % 101 == 0 ? " | nothing known\n" : "\n";
    if (i % 41 == 0) table += ",,,,,,,\n";
  }
  return table + "\"never closed,1990,\n";
}

std::vector<json> records_of(const std::string& out) {
  std::vector<json> records;
  for (const std::string& line : lines_of(out)) records.push_back(json::parse(line));
  return records;
}

/// Whether no line is longer than `width`, but for one that is a single word.
void expect_fits(const std::string& text, std::size_t width) {
  for (const std::string& line : lines_of(text)) {
    const bool is_one_word = line.find(' ', line.find_first_not_of(' ')) == std::string::npos;
    EXPECT_TRUE(display_width(line) <= width || is_one_word) << line;
  }
}

TEST(BatchCsv, NamesItsColumnsAsUsersWereTold) {
  const std::string rules = ",rules";
  const std::string with_expectations =
      ",expected.economic,agrees.economic,expected.political,agrees.political" + rules;
  const auto header = [](const std::string& columns, Arguments options = {}) {
    return lines_of(batch(columns + "\n", std::move(options)).out).front();
  };
  EXPECT_EQ(header("bloc"), "bloc,from,to," + kAxisColumns + rules);
  EXPECT_EQ(header("expect.political,bloc,expect.economic"), "bloc,from,to," + kAxisColumns + with_expectations);
  EXPECT_EQ(header("bloc,expect.political"),
            "bloc,from,to," + kAxisColumns + ",expected.political,agrees.political" + rules);
  EXPECT_EQ(header("bloc,indicator,value,coder", {"--by-coder"}), "bloc,from,to,coder," + kAxisColumns + rules);
}

TEST(BatchCsv, SaysWhichRulesMadeIt) {
  const Outcome got = batch(kColumns + "a,,,yes,1\n");
  const json whole = json::parse(run_with({"classify", "alba", "--format", "json"}).out);
  const std::string sha256 = whole["rules"]["sha256"], id = whole["rules"]["id"], version = whole["rules"]["version"];
  EXPECT_EQ(PlacedTable(got.out).cell(0, "rules"), id + " " + version + " sha256:" + sha256);
}

TEST(BatchCsv, PlacesARowAsClassifyPlacesTheDescription) {
  const Outcome got = batch(
      "bloc,from,to,hegemon,state_led_process,free_trade_core,social_policy_mandate.discourse\n"
      "x,1990,1999,US,yes,0.67,marginal..full\n");
  const Outcome classified = run({.arguments = {"classify", "-", "--format", "json"},
                                  .input = "bloc: x\nhegemon: US\nperiods:\n  - from: 1990\n    to: 1999\n    facts:\n"
                                           "      state_led_process: yes\n      free_trade_core: 0.67\n"
                                           "      social_policy_mandate: {discourse: [marginal, full]}\n"});
  const PlacedTable table(got.out);
  const json whole = json::parse(classified.out);
  for (const json& axis : whole["blocs"][0]["periods"][0]["axes"]) {
    const std::string id = axis["axis"];
    EXPECT_EQ(table.cell(0, id + ".kind"), axis["headline"]["kind"].get<std::string>());
    EXPECT_EQ(table.cell(0, id + ".certainty"), axis["headline"]["certainty"].get<std::string>());
    for (const auto& [model, value] : axis["practice"]["memberships"].items()) {
      EXPECT_NEAR(std::stod(table.cell(0, model + ".low")), value["low"].get<double>(), 1e-6);
      EXPECT_NEAR(std::stod(table.cell(0, model + ".high")), value["high"].get<double>(), 1e-6);
      EXPECT_EQ(table.cell(0, model + ".point").empty(), value["point"].is_null());
    }
  }
}

TEST(BatchCsv, IsTheSameInEveryLanguageAndForAnyNumberOfThreads) {
  const std::string table = motley_table(3000);
  const Outcome expected = batch(table);
  EXPECT_EQ(expected.code, 1);
  EXPECT_GT(PlacedTable(expected.out).size(), 2000U);
  EXPECT_EQ(counts_of(expected.err).rows, counts_of(expected.err).sum());
  for (const char* jobs : {"2", "3", "8"}) {
    const Outcome got = batch(table, {"--jobs", jobs});
    EXPECT_TRUE(got.out == expected.out) << jobs;
    EXPECT_TRUE(got.err == expected.err) << jobs;
    EXPECT_EQ(got.code, expected.code);
  }
  for (const char* language : {"es", "pt"}) {
    const Outcome got = batch(table, {"--lang", language, "--jobs", "2"});
    EXPECT_TRUE(got.out == expected.out) << language;
    EXPECT_EQ(got.code, expected.code);
  }
}

TEST(BatchNdjson, IsTheSameForAnyNumberOfThreads) {
  const std::string table = motley_table(1000);
  const Outcome expected = batch(table, {"--format", "ndjson"});
  EXPECT_TRUE(batch(table, {"--format", "ndjson", "--jobs", "3", "--lang", "pt"}).out == expected.out);
}

TEST(BatchCsv, GuardsCellsThatASpreadsheetWouldRun) {
  const std::string table = "bloc,expect.economic\n=1+1,=x\n@x,\n-x,-x\n+x,\n\"=\"\"a\"\",b\",\n-1,\n\"-1,5\",\na=b,\n";
  const Cells raw{"=1+1", "@x", "-x", "+x", "=\"a\",b", "-1", "-1,5", "a=b"};
  const PlacedTable guarded(batch(table).out);
  EXPECT_EQ(guarded.column("bloc"), (Cells{"'=1+1", "'@x", "'-x", "'+x", "'=\"a\",b", "-1", "-1,5", "a=b"}));
  EXPECT_EQ(guarded.cell(0, "expected.economic"), "'=x");
  EXPECT_EQ(PlacedTable(batch(table, {"--csv-raw"}).out).column("bloc"), raw);
  const std::string tsv = batch(table, {"--format", "tsv"}).out;
  EXPECT_EQ(PlacedTable(tsv, '\t').cell(3, "bloc"), "'+x");
  const std::vector<json> records = records_of(batch(table, {"--format", "ndjson"}).out);
  for (std::size_t i = 0; i < raw.size(); ++i) EXPECT_EQ(records[i]["bloc"], raw[i]);
}

TEST(BatchCsv, CanLeaveOutItsHeader) {
  const std::string whole = batch(motley_table(50)).out;
  EXPECT_TRUE(batch(motley_table(50), {"--no-header"}).out == whole.substr(whole.find('\n') + 1));
  EXPECT_EQ(batch(kColumns, {"--no-header"}).out, "");
}

TEST(BatchCsv, ForASpreadsheetHasAMarkSemicolonsAndDecimalCommas) {
  const std::string table = kColumns + "\"a;b\",1990,1999,yes,0.25\n\"c,d\",,,no,1\n=e,,,no,1\n";
  const Outcome got = batch(table, {"--csv-dialect", "excel"});
  ASSERT_TRUE(got.out.starts_with("\xEF\xBB\xBF"));
  const std::vector<Cells> cells = read_cells(got.out.substr(3), ';');
  std::vector<Cells> expected = read_cells(batch(table).out);
  for (std::size_t row = 1; row < expected.size(); ++row) {
    for (std::size_t i = 1; i + 1 < expected[row].size(); ++i) {
      std::replace(expected[row][i].begin(), expected[row][i].end(), '.', ',');
    }
  }
  EXPECT_EQ(cells, expected);
  EXPECT_EQ(PlacedTable(got.out.substr(3), ';').cell(0, "strategic.point"), "0,25");
}

TEST(BatchTsv, HoldsTheSameCells) {
  const std::string table = motley_table(200) + "";
  EXPECT_EQ(read_cells(batch(table, {"--format", "tsv"}).out, '\t'), read_cells(batch(table).out));
  EXPECT_EQ(read_cells(batch("bloc\n\"a\tb\"\n", {"--format", "tsv"}).out, '\t').at(1).at(0), "a\tb");
}

TEST(BatchNdjson, HoldsEveryRowInOrderAndASummaryAtItsEnd) {
  const std::string table = motley_table(500);
  const Outcome got = batch(table, {"--format", "ndjson"});
  const RowCounts counts = counts_of(got.err);
  const PlacedTable placed(batch(table).out);
  std::vector<json> records = records_of(got.out);
  const json summary = records.back();
  EXPECT_EQ(summary["type"], "summary");
  EXPECT_EQ(summary["complete"], true);
  EXPECT_EQ((RowCounts{summary["rows"], summary["used"], summary["rejected"], summary["blank"], summary["left_out"]}),
            counts);
  records.pop_back();
  EXPECT_EQ(records.size(), counts.used + counts.set_aside);
  std::size_t row = 0, before = 1;
  for (const json& record : records) {
    EXPECT_GT(record["row"].get<std::size_t>(), before) << "rows are not in the order of the file";
    before = record["row"];
    if (record["type"] == "rejected") {
      EXPECT_FALSE(record["reasons"].empty());
      EXPECT_FALSE(record["raw"].get<std::string>().empty());
      for (const json& reason : record["reasons"]) {
        EXPECT_GE(reason["line"].get<std::size_t>(), record["row"].get<std::size_t>());
        EXPECT_FALSE(reason["code"].get<std::string>().empty());
      }
      continue;
    }
    ASSERT_EQ(record["type"], "row") << "more than one summary, or something else";
    EXPECT_EQ("'" + record["bloc"].get<std::string>(),
              (record["bloc"].get<std::string>()[0] == '=' ? "" : "'") + placed.cell(row, "bloc"));
    EXPECT_EQ(record["axes"][0]["kind"], placed.cell(row, "economic.kind"));
    ++row;
  }
  EXPECT_EQ(row, placed.size());
}

TEST(BatchNdjson, TellsWhichCellsOfARowAreBad) {
  const Outcome got = batch(kColumns + "a,1990,1980,yes,fulll\n", {"--format", "ndjson"});
  const json record = records_of(got.out).front();
  EXPECT_EQ(record["type"], "rejected");
  EXPECT_EQ(record["raw"], "a,1990,1980,yes,fulll\n");
  ASSERT_EQ(record["reasons"].size(), 2U);
  EXPECT_EQ(record["reasons"][0]["code"], "period-reversed");
  EXPECT_EQ(record["reasons"][1]["name"], "free_trade_core");
  EXPECT_EQ(record["reasons"][1]["suggestion"], "full");
}

TEST(BatchNdjson, HoldsBadRowsOfALongTableToo) {
  const Outcome got = batch("bloc,indicator,value\na,free_trade_core,1\na,free_trade_cor,1\nb,free_trade_core,0\n",
                            {"--format", "ndjson"});
  std::vector<std::size_t> rejected;
  for (const json& record : records_of(got.out)) {
    if (record["type"] == "rejected") rejected.push_back(record["row"]);
  }
  EXPECT_EQ(rejected, std::vector<std::size_t>{3});
}

TEST(BatchJson, IsOneTextWithTheSameRecords) {
  const std::string table = motley_table(300);
  const Outcome got = batch(table, {"--format", "json"});
  ASSERT_TRUE(json::accept(got.out));
  EXPECT_TRUE(got.out.ends_with("}\n"));
  const json whole = json::parse(got.out);
  EXPECT_EQ(whole["schema_version"], 1);
  std::vector<json> rows, rejected;
  json summary;
  for (const json& record : records_of(batch(table, {"--format", "ndjson"}).out)) {
    if (record["type"] == "row") rows.push_back(record);
    if (record["type"] == "rejected") rejected.push_back(record);
    if (record["type"] == "summary") summary = record;
  }
  EXPECT_EQ(whole["rows"], json(rows));
  EXPECT_EQ(whole["rejected"], json(rejected));
  EXPECT_EQ(whole["summary"], summary);
}

TEST(BatchJson, IsOneTextForAnEmptyTableAndNothingForARefusedOne) {
  EXPECT_EQ(json::parse(batch(kColumns, {"--format", "json"}).out)["rows"], json::array());
  EXPECT_EQ(batch("from\n1\n", {"--format", "json"}).out, "");
  const Outcome stopped = batch("bloc,indicator,value\na,free_trade_core,1\nb,free_trade_core,1\na,free_trade_core,1\n",
                                {"--format", "json"});
  EXPECT_EQ(stopped.code, 2);
  EXPECT_EQ(stopped.out, "");
}

TEST(BatchText, FitsItsWidthInEveryLanguage) {
  std::string table = motley_table(0);
  table.resize(table.rfind('"'));
  for (const char* row :
       {"a bloc with a name of many words that go on and on,1990,1999,no,full,,,social | strategic+social\n",
        "averylongnamewithoutanyblankinitthatmustnotbecutanywhere,,,no,full,,,\n", "x,,,yes,1,full,0,pure\n"}) {
    table += row;
  }
  for (const char* language : {"en", "es", "pt"}) {
    for (const std::size_t width : {40, 80}) {
      const Outcome got = batch(table, {"--format", "text", "--lang", language, "--width", std::to_string(width)});
      EXPECT_EQ(got.code, 1);
      EXPECT_NE(got.out.find("averylongnamewithoutanyblankinitthatmustnotbecutanywhere"), std::string::npos);
      expect_fits(got.out, width);
      expect_fits(got.err, width);
    }
  }
}

TEST(BatchText, SaysHowToReadEachPlacement) {
  const std::string table = "bloc,from,state_led_process,expect.economic\na,1990,no,social\n";
  for (const auto& [language, verdict] : {std::pair("en", "not (yet) regionalism (decided); expected social"),
                                          {"es", "no es (todavía) regionalismo (decidido); se esperaba social"},
                                          {"pt", "(ainda) não é regionalismo (decidido); esperava-se social"}}) {
    const Outcome got = batch(table, {"--format", "text", "--lang", language});
    EXPECT_TRUE(got.out.starts_with("a 1990-\n")) << got.out;
    EXPECT_NE(got.out.find(verdict), std::string::npos) << got.out;
  }
}

}  // namespace
}  // namespace bloctype::blackbox
