// What a cell says of an indicator; and that what is kept of cells never changes what the next one says.
#include "load/cell_values.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tables.hpp"

namespace bloctype {
namespace {

std::string shown(const CellValue& value) {
  if (value.is_empty) return "empty";
  if (value.is_uncoded) return "unknown";
  return shown(value.triple().value_or(kUnknown));
}

std::string shown(const ValueProblem& problem) {
  std::string text(info(problem.code).name);
  for (const auto& [key, value] : problem.details) {
    const bool is_of_scale =
        key == "expected" || (problem.code == Code::kUnknownWord && (key == "low" || key == "high"));
    if (!is_of_scale) text += " " + key + "=" + value;
  }
  return text;
}

/// A column of cells, each as it stands in the file, under a delimiter.
class Cells {
 public:
  explicit Cells(const std::vector<std::string>& cells, char delimiter = ',', const std::string& other_cell = "y")
      : table_(text_of(cells, delimiter, other_cell)), rows_(table_.header, "t.csv"), values_(fresh()) {
    EXPECT_EQ(table_.block.rows.size(), cells.size());
  }

  CellValues fresh() const { return {rows_, table_.rulebook, table_.vocabulary}; }

  std::string read(std::size_t row, std::string_view indicator) { return read(values_, row, indicator); }
  std::string read(CellValues& values, std::size_t row, std::string_view indicator) const {
    RowReport report;
    const auto taken = rows_.take(table_.block, row, report);
    if (!taken) return "set aside";
    const CellValue* value = values.read(*taken, 1, table_.indicator(indicator));
    return value == nullptr ? shown(values.take_problem()) : shown(*value);
  }

 private:
  static std::string text_of(const std::vector<std::string>& cells, char delimiter, const std::string& other_cell) {
    const std::string d(1, delimiter);
    std::string text = "bloc" + d + "trade" + d + "note\n";
    for (const std::string& cell : cells) text += "x" + d + cell + d + other_cell + "\n";
    return text;
  }

  ReadTable table_;
  CsvRows rows_;
  CellValues values_;
};

/// What one cell says, read anew.
std::string said(const std::string& cell, std::string_view indicator = "trade", char delimiter = ',') {
  return Cells({cell}, delimiter).read(0, indicator);
}

TEST(CellValues, AreWordsInThreeLanguagesInAnyCaseWithOrWithoutAccents) {
  struct Case {
    std::vector<std::string> words;
    std::string value;
  };
  const std::vector<Case> cases = {
      {{"absent", "ausente", "ABSENT", "Ausente"}, "0 0 0"},
      {{"marginal", "Marginal"}, "0.33 0.33 0.33"},
      {{"substantial", "sustancial", "substancial", "SUBSTANCIAL"}, "0.67 0.67 0.67"},
      {{"full", "plena", "pleno", "Pleno"}, "1 1 1"},
      {{"yes", "sí", "si", "SÍ", "sim"}, "1 1 1"},
      {{"no", "não", "nao", "NÃO"}, "0 0 0"},
      {{"unknown", "desconocido", "desconocida", "desconhecido", "desconhecida", "?", "NA", "na", "n/a", "N/A", "n.d."},
       "unknown"},
      {{"", " ", "\"\"", "\" \"", "\t"}, "empty"},
      {{" full", "full ", "\"full\"", "\" full \""}, "1 1 1"},
  };
  for (const Case& c : cases) {
    for (const std::string& word : c.words) {
      for (const char delimiter : {',', ';'}) EXPECT_EQ(said(word, "trade", delimiter), c.value) << word;
    }
  }
}

TEST(CellValues, AreNumbersFromZeroToOne) {
  struct Case {
    std::string cell;
    std::string value;
  };
  const std::vector<Case> cases = {
      {"0", "0 0 0"},
      {"1", "1 1 1"},
      {"0.33", "0.33 0.33 0.33"},
      {".5", "0.5 0.5 0.5"},
      {"1.0", "1 1 1"},
      {" 0.5 ", "0.5 0.5 0.5"},
      {"\"0.67\"", "0.67 0.67 0.67"},
      {"1e-3", "0.001 0.001 0.001"},
      {"0.5000", "0.5 0.5 0.5"},
      {"-0", "0 0 0"},
      {"0.123456789", "0.123456789 0.123456789 0.123456789"},
      {"1.0000000001", "1 1 1"},
      {"-0.0000000001", "0 0 0"},
  };
  for (const Case& c : cases) {
    for (const char delimiter : {',', ';', '\t'}) EXPECT_EQ(said(c.cell, "trade", delimiter), c.value) << c.cell;
  }
}

TEST(CellValues, MayHaveADecimalCommaWhereItDoesNotPartCells) {
  struct Case {
    std::string cell;
    std::string apart;   ///< under `;` and under tabs
    std::string quoted;  ///< in quotation marks, under `,`
  };
  const std::vector<Case> cases = {
      {"0,67", "0.67 0.67 0.67", "decimal-comma found=0,67 suggestion=0.67"},
      {",5", "0.5 0.5 0.5", "decimal-comma found=,5 suggestion=.5"},
      {"1,0", "1 1 1", "decimal-comma found=1,0 suggestion=1.0"},
      {"0,33..0,40", "0.33 0.365 0.4", "decimal-comma found=0,33 suggestion=0.33"},
      {"0.33..0,4", "0.33 0.365 0.4", "decimal-comma found=0,4 suggestion=0.4"},
      {"1,5", "out-of-range found=1,5", "decimal-comma found=1,5 suggestion=1.5"},
      {"0.000,5", "unknown-word found=0.000,5", "unknown-word found=0.000,5"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(said(c.cell, "trade", ';'), c.apart) << c.cell;
    EXPECT_EQ(said(c.cell, "trade", '\t'), c.apart) << c.cell;
    EXPECT_EQ(said("\"" + c.cell + "\"", "trade", ','), c.quoted) << c.cell;
  }
}

TEST(CellValues, MayBeIntervals) {
  struct Case {
    std::string cell;
    std::string value;
  };
  const std::vector<Case> cases = {
      {"absent..marginal", "0 0.165 0.33"},
      {"marginal..full", "0.33 none 1"},
      {"substantial..full", "0.67 0.835 1"},
      {"absent..full", "0 none 1"},
      {"full..full", "1 1 1"},
      {" ausente .. Sustancial ", "0 none 0.67"},
      {"\"marginal .. substantial\"", "0.33 none 0.67"},
      {"0.2..0.4", "0.2 0.3 0.4"},
      {".2...4", "0.2 0.3 0.4"},
      {"0..1", "0 none 1"},
      {"0.5..1", "0.5 none 1"},
      {"no..yes", "0 none 1"},
      {"marginal..0.4", "0.33 0.365 0.4"},
  };
  for (const Case& c : cases) EXPECT_EQ(said(c.cell), c.value) << c.cell;
}

TEST(CellValues, AreRefusedWithTheReason) {
  struct Case {
    std::string cell;
    std::string problem;
  };
  const std::vector<Case> cases = {
      {"substantail", "unknown-word found=substantail suggestion=substantial"},
      {"strong", "unknown-word found=strong"},
      {" strong ", "unknown-word found=strong"},
      {"\"very \"\"strong\"\"\"", "unknown-word found=very \"strong\""},
      {"=1", "unknown-word found==1"},
      {"+1", "unknown-word found=+1"},
      {"0x1", "unknown-word found=0x1"},
      {"nan", "unknown-word found=nan"},
      {"50%", "unknown-word found=50%"},
      {"2", "out-of-range found=2"},
      {"1.01", "out-of-range found=1.01"},
      {"-0.1", "out-of-range found=-0.1"},
      {"full..absent", "reversed-interval low=full high=absent"},
      {"0.4..0.2", "reversed-interval low=0.4 high=0.2"},
      {"unknown..full", "unknown-in-interval found=unknown"},
      {"full..?", "unknown-in-interval found=?"},
      {"marginal..strong", "unknown-word found=strong"},
      {"0..2", "out-of-range found=2"},
      {"..", "interval-ends count=0"},
      {"full..", "interval-ends count=1"},
      {"marginal-full", "unknown-word found=marginal-full"},
  };
  for (const Case& c : cases) EXPECT_EQ(said(c.cell), c.problem) << c.cell;
}

TEST(CellValues, OfAYesNoIndicatorAreItsEnds) {
  struct Case {
    std::string cell;
    std::string value;
  };
  const std::vector<Case> cases = {
      {"yes", "1 1 1"},
      {"não", "0 0 0"},
      {"1", "1 1 1"},
      {"0.0", "0 0 0"},
      {"full", "1 1 1"},
      {"no..yes", "0 none 1"},
      {"0..1", "0 none 1"},
      {"?", "unknown"},
      {"", "empty"},
      {"marginal", "yes-no-only found=marginal indicator=treaty"},
      {"0.5", "yes-no-only found=0.5 indicator=treaty"},
      {"no..0.5", "yes-no-only found=0.5 indicator=treaty"},
      {"2", "out-of-range found=2"},
  };
  for (const Case& c : cases) EXPECT_EQ(said(c.cell, "treaty"), c.value) << c.cell;
}

TEST(CellValues, AreTheSameEveryTimeTheyAreReadAndForIndicatorsOfBothSorts) {
  const std::vector<std::string> forms = {
      "full",   "absent", "marginal", "yes",     "no",     "?",    "unknown", "",
      "0",      "1",      "0.5",      "0.67",    "0.1234", "0..1", "no..yes", "absent..marginal",
      "0.2..1", "strong", "2",        "ausente", "não",    "-0.2", "1.0",     "marginal..marginal"};
  std::vector<std::string> cells;
  for (const std::string& form : forms) {
    for (const char* around : {"", " ", "\t"}) {
      cells.push_back(around + form + around);
      cells.push_back("\"" + cells.back() + "\"");
    }
  }
  for (int i = 0; i < 1500; ++i)
    cells.push_back(std::to_string(i / 1000) + "." + std::to_string(i));  // more than are kept
  Cells column(cells);
  std::mt19937 random(3);
  for (int i = 0; i < 30'000; ++i) {
    const std::size_t row = random() % (i % 2 == 0 ? forms.size() * 6 : cells.size());
    const std::string indicator = random() % 2 == 0 ? "trade" : "treaty";
    CellValues fresh = column.fresh();
    ASSERT_EQ(column.read(row, indicator), column.read(fresh, row, indicator)) << cells[row] << " of " << indicator;
  }
}

TEST(CellValues, TellTextsApartThatAreCutAtTheSameLength) {
  const std::vector<std::string> cells = {"0",
                                          "0.",
                                          "0.6",
                                          "0.67",
                                          "0.670",
                                          "0.6700",
                                          "0.67000",
                                          "0.670000",
                                          "0.6700001",
                                          "no",
                                          "no ",
                                          " no",
                                          "full..full",
                                          "full..full ",
                                          "marginal..full",
                                          "marginal..full  ",
                                          "marginal..full   ",
                                          "marginal..full    x"};
  Cells column(cells);
  for (int round = 0; round < 2; ++round) {
    for (std::size_t row = 0; row < cells.size(); ++row) {
      EXPECT_EQ(column.read(row, "trade"), said(cells[row])) << cells[row];
    }
  }
  EXPECT_EQ(said("marginal..full    x"), "unknown-word found=full    x");
}

TEST(CellValues, OfRowsInTwoEncodingsAreNotConfused) {
  const std::string utf8 = "n\xC3\xA3o";
  const std::string windows = "n\xE3o";
  Cells mixed({utf8, windows, utf8, windows, "full"});
  for (int round = 0; round < 2; ++round) {
    for (std::size_t row = 0; row < 4; ++row) EXPECT_EQ(mixed.read(row, "trade"), "0 0 0") << row;
    EXPECT_EQ(mixed.read(4, "trade"), "1 1 1");
  }

  // The same bytes are another text where their row is not UTF-8.
  ReadTable table("bloc,trade,note\nx," + utf8 + ",y\nx," + utf8 + ",\xE3\nx," + utf8 + ",y\n");
  const CsvRows rows(table.header, "t.csv");
  for (const auto& order : std::vector<std::vector<std::size_t>>{{0, 1, 2}, {1, 0, 1, 2}}) {
    CellValues values(rows, table.rulebook, table.vocabulary);
    for (const std::size_t row : order) {
      RowReport report;
      const CellValue* value = values.read(*rows.take(table.block, row, report), 1, table.indicator("trade"));
      EXPECT_EQ(value != nullptr, row != 1) << row;
      EXPECT_EQ(report.windows_1252, row == 1 ? 1U : 0U) << row;
      if (row == 1) {
        EXPECT_EQ(shown(values.take_problem()), "unknown-word found=nÃ£o");
      }
    }
  }
}

TEST(CellValues, HaveNoTripleWhereNobodyHasCodedThem) {
  Cells cells({"", "?", "absent..full"});
  CellValue value;
  value.is_uncoded = true;
  EXPECT_FALSE(value.triple().has_value());
  value.is_uncoded = false;
  EXPECT_TRUE(value.triple().has_value());
  EXPECT_EQ(cells.read(2, "trade"), "0 none 1");  // a dispute about everything is a coding
}

}  // namespace
}  // namespace bloctype
