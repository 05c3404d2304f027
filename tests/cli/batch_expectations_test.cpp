// A table that says what it expects: agreement, kappa, the table of what came out, and why a row disagrees.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/cli/placed_table.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

/// `state_led_process` alone decides: `no` is not_regionalism on both axes, `yes` leaves both undecided.
const std::string kExpecting = "bloc,from,state_led_process,expect.economic,expect.political\n";

/// A table whose facts decide the economic placement. Its rows follow.
class DecidedTable {
 public:
  /// Free trade, and social aims and programmes in words and in deeds, as 0 or 1; all else is absent.
  DecidedTable& with(const std::string& trade, const std::string& words, const std::string& deeds,
                     const std::string& expectation) {
    const std::string bloc(1, static_cast<char>('a' + std::count(rows_.begin(), rows_.end(), '\n')));
    rows_ += bloc + ",yes";
    for (const auto& [column, what] : kColumnsOfFacts) {
      rows_ += "," + (what == 't' ? trade : what == 'w' ? words : what == 'd' ? deeds : std::string(1, what));
    }
    rows_ += "," + expectation + "\n";
    return *this;
  }
  std::string text() const {
    std::string header = "bloc,state_led_process";
    for (const auto& [column, what] : kColumnsOfFacts) header += std::string(",") + column;
    return header + ",expect.economic\n" + rows_;
  }
  /// The column agrees.economic.
  Cells agreeing() const { return PlacedTable(batch(text()).out).column("agrees.economic"); }

 private:
  static constexpr std::pair<const char*, char> kColumnsOfFacts[] = {
      {"economic_integration_goal", '1'},
      {"spatially_delimited", '1'},
      {"free_trade_core", 't'},
      {"global_insertion_goal", 't'},
      {"northern_trade_agreements", 't'},
      {"sensitive_sector_exclusions", 't'},
      {"firm_state_alliance", 't'},
      {"free_trade_rejected", '0'},
      {"solidarity_exchange", '0'},
      {"social_policy_mandate.discourse", 'w'},
      {"social_policy_mandate.practice", 'd'},
      {"social_programmes_delivered.discourse", 'w'},
      {"social_programmes_delivered.practice", 'd'},
      {"social_redistribution.discourse", 'w'},
      {"social_redistribution.practice", 'd'},
      {"regional_social_standards.discourse", 'w'},
      {"regional_social_standards.practice", 'd'},
      {"social_organs", 'd'},
      {"social_rights_claims", 'd'},
      {"social_clauses_only", '0'},
      {"production_integration_goal", '0'},
  };

  std::string rows_;
};

TEST(BatchExpectations, ThatAllHoldEndWithSuccess) {
  const Outcome got = batch(kExpecting + "a,1990,no,not_regionalism,not_regionalism\nb,,yes,undecided,\nc,,yes,,\n");
  EXPECT_EQ(got.code, 0) << got.err;
  const PlacedTable table(got.out);
  EXPECT_EQ(table.column("expected.economic"), (Cells{"not_regionalism", "undecided", ""}));
  EXPECT_EQ(table.column("agrees.economic"), (Cells{"yes", "yes", ""}));
  EXPECT_EQ(table.column("agrees.political"), (Cells{"yes", "", ""}));
  const std::string err = in_one_line(got.err);
  EXPECT_NE(err.find("economic: 2 of 2 agree (1.00; by chance it would be 0.50); Cohen's kappa 1.00"),
            std::string::npos)
      << err;
  EXPECT_NE(err.find("political: 1 of 1 agree (1.00); Cohen's kappa has no value"), std::string::npos) << err;
}

TEST(BatchExpectations, AreCountedInATableWithKappa) {
  std::string rows;
  for (int i = 0; i < 5; ++i) rows += "a" + std::to_string(i) + ",,no,not_regionalism,\n";
  for (int i = 0; i < 3; ++i) rows += "b" + std::to_string(i) + ",,yes,undecided,\n";
  rows += "c,,yes,not_regionalism,\nd,,no,undecided,\n";
  const Outcome got = batch(kExpecting + rows);
  EXPECT_EQ(got.code, 1);
  // 8 of 10; margins 6 and 4 both ways: by chance 0.36 + 0.16 = 0.52; kappa (0.80 - 0.52) / 0.48 = 0.58
  const std::string err = in_one_line(got.err);
  EXPECT_NE(err.find("economic: 8 of 10 agree (0.80; by chance it would be 0.52); Cohen's kappa 0.58"),
            std::string::npos)
      << err;
  EXPECT_NE(err.find("1 not_regionalism 5 1 2 undecided 1 3"), std::string::npos) << err;
  const auto summary = nlohmann::json::parse(lines_of(batch(kExpecting + rows, {"--format", "ndjson"}).out).back());
  const auto& economic = summary["agreement"][0];
  EXPECT_EQ(economic["rows"], 10);
  EXPECT_EQ(economic["agreed"], 8);
  EXPECT_NEAR(economic["kappa"].get<double>(), 0.28 / 0.48, 1e-12);
  std::size_t counted = 0;
  for (const auto& cell : economic["table"]) counted += cell["count"].get<std::size_t>();
  EXPECT_EQ(counted, 10U);
}

TEST(BatchExpectations, OfSeveralPlacementsAreToldSinceTheyFlatterKappa) {
  const std::string narrow = "a,,no,not_regionalism,\nb,,yes,undecided,\n";
  const std::string broad = narrow + "c,,yes,undecided|social,\n";
  EXPECT_EQ(in_one_line(batch(kExpecting + narrow).err).find("several placements"), std::string::npos);
  const Outcome got = batch(kExpecting + broad);
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_NE(in_one_line(got.err).find("1 expectation admits several placements"), std::string::npos) << got.err;
  const auto summary = nlohmann::json::parse(lines_of(batch(kExpecting + broad, {"--format", "ndjson"}).out).back());
  EXPECT_EQ(summary["agreement"][0]["broad"], 1);
  const std::string page = batch(kExpecting + broad, {"--format", "html"}).out;
  EXPECT_NE(page.find("1 expectation admits several placements"), std::string::npos);
}

TEST(BatchExpectations, AreRecordsInPlaceOfATableWhereThatIsReadAloud) {
  const Outcome got =
      run({.arguments = {"batch", "-"},
           .input = kExpecting + "a,,no,not_regionalism,\nb,,yes,not_regionalism,\nc,,yes,not_regionalism,\n",
           .environment = {{"ACCESSIBLE", "1"}}});
  const std::string err = in_one_line(got.err);
  EXPECT_NE(err.find("expected not_regionalism, placed not_regionalism: 1"), std::string::npos) << err;
  EXPECT_NE(err.find("expected not_regionalism, placed undecided: 2"), std::string::npos) << err;
  EXPECT_EQ(err.find("down"), std::string::npos) << err;
}

TEST(BatchExpectations, ThatFailAtAGateAreToldWithIt) {
  const Outcome got = batch(kExpecting + "alpha,1990,no,social,\n");
  EXPECT_EQ(got.code, 1);
  const std::string err = in_one_line(got.err);
  EXPECT_NE(err.find("row 2, alpha 1990-, economic: expected social; placed: not (yet) regionalism (decided)"),
            std::string::npos)
      << err;
  EXPECT_NE(err.find("founding act signed by states (no)"), std::string::npos) << "the gate that decided is not told\n"
                                                                               << err;
}

TEST(BatchExpectations, OfAGateThatIsStillOpenAreToldWithWhatIsNotCoded) {
  const std::string err = in_one_line(batch(kExpecting + "a,,yes,not_regionalism,\n").err);
  EXPECT_NE(err.find("It is open whether “not (yet) regionalism” applies"), std::string::npos) << err;
  EXPECT_NE(err.find("membership confined to one region (not coded)"), std::string::npos) << err;
}

TEST(BatchExpectations, ThatFailAtACapAreToldWithIt) {
  const Outcome got = batch(DecidedTable().with("1", "0", "0", "social").text());
  EXPECT_EQ(PlacedTable(got.out).cell(0, "economic.models"), "strategic") << got.out;
  EXPECT_EQ(got.code, 1);
  const std::string err = in_one_line(got.err);
  EXPECT_NE(err.find("row 2, a, economic: expected social; placed: strategic regionalism (decided)"), std::string::npos)
      << err;
  EXPECT_NE(err.find("Strategic is in with 1."), std::string::npos) << err;
  EXPECT_NE(err.find("Not social, for a necessary feature is absent: "), std::string::npos) << err;
}

TEST(BatchExpectations, AreSetsOfModelsInAnyOrderAndMayBeAlternatives) {
  EXPECT_EQ(DecidedTable()
                .with("1", "1", "1", "strategic+social")
                .with("1", "1", "1", " social + Strategic ")
                .with("1", "1", "1", "strategic")
                .with("1", "1", "1", "hybrid")
                .with("1", "1", "1", "productive|strategic+social")
                .with("1", "1", "1", "strategic | social")
                .with("1", "0", "0", "pure")
                .with("0", "0", "0", "none")
                .agreeing(),
            (Cells{"yes", "yes", "no", "yes", "yes", "no", "yes", "yes"}));
}

TEST(BatchExpectations, MayAskWhatIsFormallySaid) {
  EXPECT_EQ(DecidedTable()
                .with("1", "1", "0", "strategic")
                .with("1", "1", "0", "strategic; formally social+strategic")
                .with("1", "1", "0", "strategic; formally social")
                .with("1", "1", "0", "strategic; formally none")
                .with("1", "0", "0", "strategic; formally social")
                .with("1", "0", "0", "strategic; formally none")
                .with("1", "1", "0", "productive | strategic; formalmente social")
                .agreeing(),
            (Cells{"yes", "no", "yes", "no", "no", "yes", "yes"}));
}

TEST(BatchExpectations, OfWhatIsFormallySaidAreToldWithTheGap) {
  const Outcome got = batch(DecidedTable().with("1", "0", "0", "strategic; formally social").text());
  EXPECT_EQ(got.code, 1);
  const std::string err = in_one_line(got.err);
  EXPECT_NE(err.find("Social is not reached in words"), std::string::npos) << err;
}

TEST(BatchExpectations, MayBeInTheWordsOfEveryLanguage) {
  const std::string rows =
      "a,,no,no es (todavía) regionalismo,\nb,,no,(ainda) não é regionalismo,\nc,,yes,sin "
      "decidir,\nd,,yes,INDEFINIDO,\n";
  for (const char* language : {"en", "es", "pt"}) EXPECT_EQ(batch(kExpecting + rows, {"--lang", language}).code, 0);
}

TEST(BatchExpectations, ThatNameNothingAreToldApartAndCountedInNoTable) {
  const Outcome got = batch(kExpecting +
                            "a,,no,not_regionalism,not_regionalsm\nb,,yes,undecided,\nc,,yes,social+socal,\n"
                            "d,,yes,social; informally x,\ne,,yes,social |,\n");
  EXPECT_EQ(got.code, 1);
  const PlacedTable table(got.out);
  EXPECT_EQ(table.column("agrees.economic"), (Cells{"yes", "yes", "unknown", "unknown", "unknown"}));
  EXPECT_EQ(table.cell(0, "agrees.political"), "unknown");
  const std::string err = in_one_line(got.err);
  EXPECT_NE(err.find("row 2, expect.political: the expectation `not_regionalsm` names nothing"), std::string::npos)
      << err;
  EXPECT_NE(err.find("row 4, expect.economic: the expectation `socal` names nothing"), std::string::npos) << err;
  EXPECT_NE(err.find("economic: 2 of 2 agree"), std::string::npos) << err;
  EXPECT_EQ(err.find(" political: "), std::string::npos) << "a table of nothing\n" << err;
  EXPECT_NE(err.find("4 expectations name nothing in the rulebook"), std::string::npos) << err;
  EXPECT_EQ(counts_of(got.err), (RowCounts{5, 5, 0, 0})) << "the rows themselves are placed";
}

TEST(BatchExpectations, AreExplainedAHundredTimesAndThenCounted) {
  std::string table = kExpecting;
  for (int i = 0; i < 700; ++i)
    table += "bloc " + std::to_string(i) + ",,no," + (i % 2 == 0 ? "social" : "not_regionalism") + ",\n";
  for (const char* jobs : {"1", "3"}) {
    const Outcome got = batch(table, {"--jobs", jobs});
    const std::string err = in_one_line(got.err);
    EXPECT_NE(err.find("350 placements are not those that were expected"), std::string::npos);
    EXPECT_NE(err.find("row 200, bloc 198,"), std::string::npos);
    EXPECT_EQ(err.find("row 202, bloc 200,"), std::string::npos);
    EXPECT_NE(err.find("and 250 more"), std::string::npos);
    EXPECT_NE(err.find("350 of 700 agree"), std::string::npos);
  }
}

TEST(BatchExpectations, ArePossibleWithRowsThatAreSetAside) {
  const Outcome got = batch(kExpecting + "a,soon,no,social,\nb,,no,social,\n");
  EXPECT_NE(in_one_line(got.err).find("economic: 0 of 1 agree"), std::string::npos) << got.err;
  EXPECT_NE(got.err.find("row 3, b, economic"), std::string::npos) << got.err;
}

/// examples/blocs.csv with another expectation of the economic axis in one row.
std::string shipped_with(const std::string& row, const std::string& before, const std::string& after) {
  std::string table = read_text(std::string(BLOCTYPE_SOURCE_DIR) + "/examples/blocs.csv");
  const auto line = table.find("\n" + row) + 1;
  const auto at = table.find(before, line);
  EXPECT_LT(at, table.find('\n', line)) << row << " does not expect " << before;
  return table.replace(at, before.size(), after);
}

TEST(BatchExpectations, OfWhatIsFormallySaidAreToldWhetherItIsDoneToo) {
  const std::string err = in_one_line(batch(shipped_with("mercosur,2003", "strategic+social+productive",
                                                         "strategic+social+productive; formally social"))
                                          .err);
  EXPECT_NE(err.find("Social is in by deeds too"), std::string::npos) << err;
}

TEST(BatchExpectations, AreNotToldOfModelsWhereOnlyTheWordsDiffer) {
  const std::string err = in_one_line(
      batch(shipped_with("mercosur,2015", "strategic; formally social+productive", "pure; formally none")).err);
  EXPECT_NE(err.find("In words alone it is social"), std::string::npos) << err;
  EXPECT_EQ(err.find("is in with"), std::string::npos) << "that it is strategic was not in doubt\n" << err;
}

TEST(BatchExpectations, OfAVerdictAreToldWithEveryConditionItHas) {
  const std::string err =
      in_one_line(batch(shipped_with("alba,2004", "social; formally productive", "not_regionalism")).err);
  EXPECT_NE(err.find("founding act signed by states"), std::string::npos) << err;
  EXPECT_NE(err.find("membership confined to one region"), std::string::npos) << err;
}

TEST(BatchExpectations, ThatCodingsCouldStillMeetAreCounted) {
  const Outcome got = batch(kExpecting + "a,,yes,not_regionalism,\n");
  EXPECT_NE(in_one_line(got.err).find("1 of those that do not agree is undecided or leaves a model open"),
            std::string::npos)
      << got.err;
}

}  // namespace
}  // namespace bloctype::blackbox
