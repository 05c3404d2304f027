// The author's placements, which the shipped rulebook must reproduce from the shipped codings alone: section 3 of the
// project's codebook, row by row, after Briceño-Ruiz 2018 (and 2015 for ALBA).
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "embed/shipped.hpp"
#include "engine/classify.hpp"
#include "load/description_loader.hpp"

namespace bloctype::structure {
namespace {

using Ids = std::set<std::string>;

struct Row {
  std::string bloc, period, axis;
  Ids kinds;                         ///< any of these
  Ids models = {};                   ///< just these
  std::optional<Ids> formally = {};  ///< just these, where the table says so
};

[[maybe_unused]] void PrintTo(const Row& row, std::ostream* out) {
  *out << row.bloc << " " << row.period << " " << row.axis;
}

const std::vector<Row> kTable = {
    {"mercosur", "1991-2002", "economic", {"pure"}, {"strategic"}},
    {"mercosur", "1991-2002", "political", {"none"}},
    {"mercosur", "2003-2015", "economic", {"hybrid"}, {"strategic", "social", "productive"}},
    {"mercosur", "2003-2015", "political", {"pure"}, {"autonomist"}},
    {"mercosur", "2015-2018", "economic", {"pure"}, {"strategic"}, Ids{"social", "productive"}},
    {"mercosur", "2015-2018", "political", {"none"}},
    {"alba", "2001-2004", "economic", {"not_regionalism", "not_classifiable"}},
    {"alba", "2001-2004", "political", {"not_regionalism", "none", "undecided"}},
    {"alba", "2004-2013", "economic", {"pure"}, {"social"}, Ids{"productive"}},
    {"alba", "2004-2013", "political", {"pure"}, {"counter_hegemonic"}},
    {"alba", "2013-2018", "economic", {"none"}, {}, Ids{"social", "productive"}},
    {"alba", "2013-2018", "political", {"none"}, {}, Ids{"counter_hegemonic"}},
    {"pacific-alliance", "2011-2018", "economic", {"pure"}, {"strategic"}},
    {"pacific-alliance", "2011-2018", "political", {"pure"}, {"acquiescent"}},
    {"unasur", "2008-2015", "economic", {"not_classifiable"}},
    {"unasur", "2008-2015", "political", {"lowest_common_denominator"}},
    {"celac", "2011-2018", "economic", {"not_classifiable"}},
    {"celac", "2011-2018", "political", {"lowest_common_denominator"}},
    {"nafta", "1994-", "economic", {"pure"}, {"strategic"}},
    {"nafta", "1994-", "political", {"not_applicable"}},
};

/// The shipped blocs, classified once.
class Shipped {
 public:
  static const Shipped& blocs() {
    static const Shipped kBlocs;
    return kBlocs;
  }

  const Classifier& classifier() const { return classifier_; }
  const std::vector<BlocResult>& results() const { return results_; }

  const PeriodResult* period(const std::string& bloc, const std::string& id) const {
    for (const BlocResult& result : results_) {
      if (result.description->bloc != bloc) continue;
      for (const PeriodResult& period : result.periods) {
        if (period.period->id == id) return &period;
      }
    }
    return nullptr;
  }

  std::size_t axis(const std::string& id) const { return classifier_.rulebook().axis(id).value(); }
  const AxisNodes& nodes(std::size_t axis, Register r) const { return classifier_.program(r).axes[axis]; }

  std::string kind(const AxisResult& result, std::size_t axis) const {
    const Placement& shown = result.shown();
    if (shown.kind != Kind::kVerdict) return std::string(name(shown.kind));
    return nodes(axis, result.headline.reg).gates[*shown.gate].gate->verdict;
  }
  Ids ids(const std::vector<std::size_t>& models, std::size_t axis) const {
    Ids ids;
    for (const std::size_t m : models) ids.insert(model(m, axis));
    return ids;
  }
  const std::string& model(std::size_t index, std::size_t axis) const {
    return nodes(axis, Register::kPractice).models[index].model->id;
  }

 private:
  Shipped() : classifier_(std::make_shared<const Rulebook>(shipped_rulebook().value.value())) {
    const Vocabulary vocabulary(classifier_.rulebook());
    for (const std::string& id : shipped_bloc_ids()) {
      descriptions_.push_back(load_description(*shipped_bloc(id), classifier_.rulebook(), vocabulary).value.value());
    }
    for (const Description& description : descriptions_) results_.push_back(classifier_.classify(description));
  }

  Classifier classifier_;
  std::vector<Description> descriptions_;
  std::vector<BlocResult> results_;
};

class Placements : public testing::TestWithParam<Row> {};

TEST_P(Placements, AreTheAuthors) {
  const Row& row = GetParam();
  const Shipped& shipped = Shipped::blocs();
  const PeriodResult* period = shipped.period(row.bloc, row.period);
  ASSERT_NE(period, nullptr);
  const std::size_t axis = shipped.axis(row.axis);
  const AxisResult& result = period->axes[axis];
  EXPECT_TRUE(row.kinds.count(shipped.kind(result, axis)) != 0) << shipped.kind(result, axis);
  EXPECT_EQ(shipped.ids(result.shown().models, axis), row.models);
  EXPECT_EQ(result.headline.reg, Register::kPractice);
  if (row.formally) {
    EXPECT_EQ(shipped.ids(result.headline.formally, axis), *row.formally);
  }
}

struct RowName {
  std::string operator()(const testing::TestParamInfo<Row>& info) const {
    std::string text = info.param.bloc + "_" + info.param.period + "_" + info.param.axis;
    std::replace(text.begin(), text.end(), '-', '_');
    return text;
  }
};

INSTANTIATE_TEST_SUITE_P(OfTheTable, Placements, testing::ValuesIn(kTable), RowName());

/// Shipped periods of which the table says nothing.
const Ids kBeyondTheTable = {"unasur 2015-2018"};  // the standstill that the paper describes but does not place

TEST(PlacementsTable, HasARowForEveryShippedPeriodAndAxis) {
  Ids rows, expected;
  for (const Row& row : kTable) rows.insert(row.bloc + " " + row.period + " " + row.axis);
  const Shipped& shipped = Shipped::blocs();
  for (const BlocResult& bloc : shipped.results()) {
    for (const PeriodResult& period : bloc.periods) {
      const std::string name = bloc.description->bloc + " " + period.period->id;
      if (kBeyondTheTable.count(name) != 0) continue;
      for (const Axis& axis : shipped.classifier().rulebook().axes) expected.insert(name + " " + axis.id);
    }
  }
  EXPECT_EQ(rows, expected);
}

// --- what the table says beside kinds and models

std::string variant(const std::string& bloc, const std::string& period, const std::string& model) {
  const Shipped& shipped = Shipped::blocs();
  const std::size_t axis = shipped.axis("economic");
  const PeriodResult* result = shipped.period(bloc, period);
  for (const ModelNodes& nodes : shipped.nodes(axis, Register::kPractice).models) {
    if (nodes.model->id != model) continue;
    const VariantNode* found = variant_of(nodes, result->values[index_of(Register::kPractice)], 0);
    return found == nullptr ? "undetermined" : found->variant->id;
  }
  return "no such model";
}

/// The features in which a case deviates in `distance` from what its variant expects.
Ids from_its_variant(const std::string& bloc, const std::string& period, Distance wanted) {
  const Shipped& shipped = Shipped::blocs();
  Ids items;
  for (const Deviation& d : shipped.period(bloc, period)->axes[shipped.axis("economic")].deviations) {
    if (d.role == Role::kExpected && distance(d) == wanted) {
      items.insert(written(*d.expression, shipped.classifier().rulebook()));
    }
  }
  return items;
}

TEST(PlacementsTable, FindsThePacificAllianceSouthSouthAndDeviatingInKindByItsDeepRules) {
  EXPECT_EQ(variant("pacific-alliance", "2011-2018", "strategic"), "south_south");
  EXPECT_EQ(from_its_variant("pacific-alliance", "2011-2018", Distance::kInKind),
            (Ids{"deep_rules_agenda", "wto_plus_rules"}));
}

TEST(PlacementsTable, FindsNaftaNorthSouthWithoutDeviationFromThatVariant) {
  EXPECT_EQ(variant("nafta", "1994-", "strategic"), "north_south");
  for (const Distance d : {Distance::kInKind, Distance::kInDegree, Distance::kUndocumented}) {
    EXPECT_EQ(from_its_variant("nafta", "1994-", d), Ids());
  }
}

TEST(PlacementsTable, FindsSoftBalancingInAlba) {
  const PeriodResult* period = Shipped::blocs().period("alba", "2004-2013");
  ASSERT_NE(period, nullptr);
  Ids found;
  for (const FindingResult& finding : period->findings) found.insert(finding.finding->id);
  EXPECT_EQ(found.count("soft_balancing_instruments"), 1U);
}

TEST(PlacementsTable, FindsTheAutonomistModelNearestToUnasur) {
  const Shipped& shipped = Shipped::blocs();
  const std::size_t axis = shipped.axis("political");
  const AxisResult& result = shipped.period("unasur", "2008-2015")->axes[axis];
  ASSERT_TRUE(result.shown().nearest.has_value());
  EXPECT_EQ(shipped.model(*result.shown().nearest, axis), "autonomist");
}

TEST(PlacementsTable, NeverFindsMercosurAcquiescentInWordsOrDeeds) {
  const Shipped& shipped = Shipped::blocs();
  const std::size_t axis = shipped.axis("political");
  for (const char* id : {"1991-2002", "2003-2015", "2015-2018"}) {
    const AxisResult& result = shipped.period("mercosur", id)->axes[axis];
    for (std::size_t m = 0; m < shipped.nodes(axis, Register::kPractice).models.size(); ++m) {
      if (shipped.model(m, axis) != "acquiescent") continue;
      for (const Placement& placement : result.placements)
        EXPECT_EQ(placement.memberships[m].status, Status::kOut) << id;
    }
  }
}

TEST(PlacementsTable, OwesNothingToOneStepOfASingleLightFact) {
  // No row may hang on one step of one fact that weighs 1 in a typical list and stands nowhere else.
  const Shipped& shipped = Shipped::blocs();
  const Rulebook& rulebook = shipped.classifier().rulebook();
  std::set<std::size_t> heavy;
  const auto mark = [&](const Expression& e) {
    for (const std::size_t i : indicators_of(e)) heavy.insert(i);
  };
  for (const Model& model : rulebook.models) {
    for (const Item& item : model.necessary) mark(item.expression);
    for (const Item& item : model.contrary) mark(item.expression);
    for (const Item& item : model.typical) {
      if (item.weight > 1) mark(item.expression);
    }
  }
  for (const Axis& axis : rulebook.axes) {
    for (const Gate& outcome : axis.outcomes) mark(outcome.condition);
  }
  for (const BlocResult& bloc : shipped.results()) {
    for (const PeriodResult& period : bloc.periods) {
      for (const AxisResult& result : period.axes) {
        for (const Counterfactual& c : result.recoded[index_of(result.headline.reg)]) {
          if (c.changes.size() != 1 || heavy.count(c.changes[0].indicator) != 0) continue;
          EXPECT_GT(std::abs(c.changes[0].to - c.changes[0].from), 0.345)
              << bloc.description->bloc << " " << period.period->id << " "
              << rulebook.indicators[c.changes[0].indicator].id;
        }
      }
    }
  }
}

}  // namespace
}  // namespace bloctype::structure
