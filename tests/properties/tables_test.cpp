// One bloc, three ways to write it: random facts of the shipped rulebook as a description in YAML, as a row of a wide
// table and as rows of a long one are placed alike, to the last digit.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/byte_source.hpp"
#include "core/number.hpp"
#include "embed/shipped.hpp"
#include "engine/classify.hpp"
#include "load/description_loader.hpp"
#include "load/long_cases.hpp"
#include "load/wide_cases.hpp"
#include "load/yaml_reader.hpp"
#include "tests/cli/scratch.hpp"
#include "tests/properties/random.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kRows = 40;
constexpr int kFirstYear = 1900;

/// What a coder says of an indicator, written for both; empty where nothing is said.
struct Written {
  std::string cell;
  std::string yaml;
};

/// The codings of an indicator: in its own column, and in those that code it apart.
struct Codings {
  Written both;
  std::array<Written, 2> apart;  ///< by Register
};

/// How a table is written, and the facts in it.
struct Facts {
  char delimiter = ',';
  std::string line_end = "\n";
  std::vector<std::array<bool, 3>> columns;  ///< for each indicator: its own, practice, discourse
  std::vector<std::vector<Codings>> rows;    ///< one for each indicator
};

class Writer {
 public:
  Writer(Random& random, const Rulebook& rulebook) : random_(random), rulebook_(rulebook) {}

  Facts facts() {
    Facts facts;
    facts.delimiter = random_.of<char>({',', ';', '\t'});
    facts.line_end = random_.of<std::string>({"\n", "\r\n"});
    for (const Indicator& indicator : rulebook_.indicators) {
      std::array<bool, 3>& columns = facts.columns.emplace_back();
      columns[0] = random_.chance(80);
      const bool may_be_apart = indicator.subject == Subject::kBoth;
      columns[1] = may_be_apart && random_.chance(50);
      columns[2] = may_be_apart && random_.chance(50);
    }
    for (std::size_t i = 0; i < kRows; ++i) facts.rows.push_back(row(facts));
    return facts;
  }

 private:
  std::vector<Codings> row(const Facts& facts) {
    gaps_ = random_.of<std::size_t>({5, 20, 60});
    std::vector<Codings> row;
    for (std::size_t i = 0; i < rulebook_.indicators.size(); ++i) {
      const bool yes_no = rulebook_.indicators[i].yes_no;
      Codings& codings = row.emplace_back();
      if (facts.columns[i][0]) codings.both = value(yes_no, facts.delimiter);
      for (const std::size_t reg : {0, 1}) {
        if (facts.columns[i][1 + reg]) codings.apart[reg] = value(yes_no, facts.delimiter);
      }
    }
    return row;
  }

  Written value(bool yes_no, char delimiter) {
    if (random_.chance(gaps_)) return {};
    if (random_.chance(8))
      return {around(random_.of<std::string>({"unknown", "?", "NA", "n/a", "desconhecido"})), "unknown"};
    if (random_.chance(15)) {
      std::string ends[2] = {yes_no ? "no" : end(), yes_no ? "yes" : end()};
      if (!yes_no && *number_of(ends[1]) < *number_of(ends[0])) std::swap(ends[0], ends[1]);
      return {around(mark(ends[0], delimiter) + ".." + mark(ends[1], delimiter)), "[" + ends[0] + ", " + ends[1] + "]"};
    }
    const std::string written = yes_no ? random_.of<std::string>({"yes", "no", "sim", "não", "1", "0"}) : end();
    return {around(mark(written, delimiter)), written};
  }

  /// A word or a number. Numbers lie at the thresholds more often than not.
  std::string end() {
    if (random_.chance(60)) return random_.of(words_);
    return random_.chance(60) ? random_.of<std::string>({"0.5", "0.4", "0.49", "0.51", "0", "1", "0.33"})
                              : shortest(random_.unit());
  }

  std::optional<double> number_of(const std::string& written) const {
    for (const ScaleWord& word : rulebook_.scale) {
      if (word.id == written) return word.value;
    }
    return parse_number(written);
  }

  /// A number with a decimal comma, where the table may have one.
  std::string mark(std::string written, char delimiter) {
    if (delimiter == ',' || !random_.chance(50) || !parse_number(written)) return written;
    std::replace(written.begin(), written.end(), '.', ',');
    return written;
  }

  std::string around(const std::string& cell) {
    const std::string blank = random_.chance(15) ? " " : "";
    return random_.chance(15) ? "\"" + blank + cell + "\"" : cell + blank;
  }

  Random& random_;
  const Rulebook& rulebook_;
  std::size_t gaps_ = 0;
  std::vector<std::string> words_ = {"absent", "marginal", "substantial", "full"};
};

std::string year_of(std::size_t row) { return std::to_string(kFirstYear + static_cast<int>(row)); }

const std::string kSuffixes[3] = {"", ".practice", ".discourse"};

const std::string& cell_of(const Codings& codings, std::size_t column) {
  return column == 0 ? codings.both.cell : codings.apart[column - 1].cell;
}

std::string wide_table(const Facts& facts, const Rulebook& rulebook) {
  const std::string d(1, facts.delimiter);
  std::string text = "bloc" + d + "from" + d + "to";
  const auto each_column = [&](auto visit) {
    for (std::size_t i = 0; i < rulebook.indicators.size(); ++i) {
      for (std::size_t column = 0; column < 3; ++column) {
        if (facts.columns[i][column]) visit(i, column);
      }
    }
  };
  each_column([&](std::size_t i, std::size_t column) { text += d + rulebook.indicators[i].id + kSuffixes[column]; });
  text += facts.line_end;
  for (std::size_t row = 0; row < facts.rows.size(); ++row) {
    text += "x" + d + year_of(row) + d + year_of(row);
    each_column([&](std::size_t i, std::size_t column) { text += d + cell_of(facts.rows[row][i], column); });
    text += facts.line_end;
  }
  return text;
}

std::string long_table(const Facts& facts, const Rulebook& rulebook) {
  const std::string d(1, facts.delimiter);
  std::string text = "bloc" + d + "from" + d + "to" + d + "indicator" + d + "register" + d + "value" + facts.line_end;
  for (std::size_t row = 0; row < facts.rows.size(); ++row) {
    const std::string begin = "x" + d + year_of(row) + d + year_of(row) + d;
    text += begin + rulebook.indicators.front().id + d + d + "?" + facts.line_end;  // so that there is a row at least
    for (std::size_t i = 0; i < rulebook.indicators.size(); ++i) {
      for (std::size_t column = 0; column < 3; ++column) {
        const std::string& cell = cell_of(facts.rows[row][i], column);
        if (cell.empty()) continue;
        const std::string reg = column == 0 ? "" : kSuffixes[column].substr(1);
        text += begin + rulebook.indicators[i].id + d + reg + d + cell + facts.line_end;
      }
    }
  }
  return text;
}

std::string description_text(const Facts& facts, const Rulebook& rulebook) {
  std::string text = "bloc: x\nperiods:\n";
  for (std::size_t row = 0; row < facts.rows.size(); ++row) {
    text += "  - from: " + year_of(row) + "\n    to: " + year_of(row) + "\n    facts:\n";
    text += "      " + rulebook.indicators.front().id + ": ";
    for (std::size_t i = 0; i < rulebook.indicators.size(); ++i) {
      const Codings& codings = facts.rows[row][i];
      std::string fact;
      const auto add = [&](const std::string& key, const Written& written) {
        if (!written.yaml.empty()) fact += (fact.empty() ? "" : ", ") + key + ": " + written.yaml;
      };
      add("value", codings.both);
      add("practice", codings.apart[0]);
      add("discourse", codings.apart[1]);
      if (i == 0) {
        text += (fact.empty() ? "unknown" : "{" + fact + "}") + "\n";
      } else if (!fact.empty()) {
        text += "      " + rulebook.indicators[i].id + ": {" + fact + "}\n";
      }
    }
  }
  return text;
}

void append(std::string& text, std::optional<double> value) { text += value ? shortest(*value) + " " : "none "; }

template <typename List>
void append_list(std::string& text, const List& list) {
  text += "[";
  for (const std::size_t entry : list) text += std::to_string(entry) + " ";
  text += "] ";
}

/// Everything that is said of an axis, except what explains it: the binding caps do.
std::string said(const AxisResult& axis) {
  std::string text = std::string(name(axis.headline.reg)) + (axis.headline.declared_only ? " declared " : " ") +
                     std::string(name(axis.headline.certainty)) + " ";
  append_list(text, axis.headline.formally);
  append_list(text, axis.headline.undeclared);
  for (const Placement& placement : axis.placements) {
    text += "\n" + std::string(name(placement.kind)) + " gate " + std::to_string(placement.gate.value_or(99)) +
            " nearest " + std::to_string(placement.nearest.value_or(99)) + " " +
            std::string(name(placement.certainty)) + " ";
    append_list(text, placement.pending);
    append_list(text, placement.models);
    append_list(text, placement.elements);
    for (const Membership& membership : placement.memberships) {
      append(text += "\n  ", membership.value.low);
      append(text, membership.value.point);
      append(text, membership.value.high);
      append(text, membership.coverage);
      text += std::string(name(membership.status)) + " " + std::string(name(membership.certainty));
    }
  }
  return text;
}

/// What is said of the axes of each row of `cases`.
void append_placed(const Classifier& classifier, CaseBlock& cases, std::vector<std::string>& to) {
  for (const Register r : kRegisters) {
    evaluate(classifier.program(r), cases.values[index_of(r)], cases.cases.size());
  }
  BlockPlacer placer(classifier.programs());
  placer.take(cases.values, cases.cases.size());
  std::vector<AxisResult> axes;
  for (std::size_t c = 0; c < cases.cases.size(); ++c) {
    placer.place(c, axes);
    std::string& text = to.emplace_back();
    for (const AxisResult& axis : axes) text += said(axis) + "\n";
  }
}

class Tables : public testing::Test {
 protected:
  Tables() : classifier_(std::make_shared<const Rulebook>(std::move(shipped_rulebook().value).value())) {}

  const Rulebook& rulebook() const { return classifier_.rulebook(); }

  std::vector<std::string> of_table(const std::string& text, CsvShape shape) const {
    const blackbox::ScratchFolder folder;
    blackbox::write_text(folder / "t.csv", text);
    const auto source = std::move(ByteSource::open((folder / "t.csv").string()).value).value();
    CsvReader reader(*source);
    const auto header = read_csv_header(reader, "t.csv", rulebook(), {});
    EXPECT_TRUE(header.value && header.diagnostics.empty() && header.value->shape == shape);
    if (!header.value) return {};

    CaseBlock cases({classifier_.programs()[0].nodes.size(), classifier_.programs()[1].nodes.size()},
                    rulebook().axes.size());
    CsvBlock block;
    RowReport report;
    std::vector<std::string> placed;
    if (shape == CsvShape::kWide) {
      WideCases wide(*header.value, "t.csv", rulebook(), vocabulary_);
      while (reader.read(block, 5000)) {
        for (std::size_t row = 0; row < block.rows.size();) {
          row = wide.load(block, row, cases, report);
          append_placed(classifier_, cases, placed);
        }
      }
    } else {
      LongCases grouped(*header.value, "t.csv", rulebook(), vocabulary_, {});
      while (reader.read(block, 5000)) EXPECT_TRUE(grouped.add(block, report));
      grouped.finish();
      while (!grouped.complete().empty()) {
        take_cases(grouped.complete(), cases);
        append_placed(classifier_, cases, placed);
      }
    }
    EXPECT_TRUE(report.set_aside.empty()) << (report.set_aside.empty() ? "" : report.set_aside.front().raw);
    EXPECT_EQ(report.used, report.rows);
    return placed;
  }

  Description described(const std::string& text) const {
    const Loaded<Document> document = read_yaml("x.yaml", text);
    EXPECT_TRUE(document.value.has_value());
    Loaded<Description> description = load_description(document.value.value(), rulebook(), vocabulary_);
    EXPECT_TRUE(description.value.has_value());
    return std::move(description.value).value();
  }

  std::vector<std::string> of_description(const Description& description) const {
    std::vector<std::string> placed;
    for (const Period& period : description.periods) {
      const PeriodResult result = classifier_.place(period);
      std::string& text = placed.emplace_back();
      for (const AxisResult& axis : result.axes) text += said(axis) + "\n";
    }
    return placed;
  }

  Classifier classifier_;
  Vocabulary vocabulary_{classifier_.rulebook()};
};

TEST_F(Tables, ArePlacedLikeDescriptions) {
  std::set<std::string> distinct;
  for (std::uint64_t seed = 70000; seed < 70010; ++seed) {
    Random random(seed);
    const Facts facts = Writer(random, rulebook()).facts();
    const auto yaml = of_description(described(description_text(facts, rulebook())));
    const auto wide = of_table(wide_table(facts, rulebook()), CsvShape::kWide);
    const auto grouped = of_table(long_table(facts, rulebook()), CsvShape::kLong);
    ASSERT_EQ(yaml.size(), kRows);
    ASSERT_EQ(wide.size(), kRows);
    ASSERT_EQ(grouped.size(), kRows);
    for (std::size_t row = 0; row < kRows; ++row) {
      ASSERT_EQ(wide[row], yaml[row]) << "seed " << seed << ", row " << row;
      ASSERT_EQ(grouped[row], yaml[row]) << "seed " << seed << ", row " << row;
    }
    distinct.insert(yaml.begin(), yaml.end());
  }
  EXPECT_GT(distinct.size(), 5 * kRows) << "the facts must differ for this to say anything";
}

TEST_F(Tables, ArePlacedAsClassifyPlaces) {
  Random random(71000);
  Facts facts = Writer(random, rulebook()).facts();
  facts.rows.resize(4);
  const Description description = described(description_text(facts, rulebook()));
  const BlocResult classified = classifier_.classify(description);
  const auto wide = of_table(wide_table(facts, rulebook()), CsvShape::kWide);
  ASSERT_EQ(wide.size(), classified.periods.size());
  for (std::size_t row = 0; row < wide.size(); ++row) {
    std::string text;
    for (const AxisResult& axis : classified.periods[row].axes) text += said(axis) + "\n";
    EXPECT_EQ(wide[row], text);
  }
}

}  // namespace
}  // namespace bloctype
