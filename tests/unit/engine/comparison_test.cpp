// What is found to differ between two cases, on small rulebooks where it can be seen by eye.
#include "engine/comparison.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "toy.hpp"

namespace bloctype {
namespace {

using Values = std::vector<Triple>;
using Lines = std::vector<std::string>;

const Triple kIn = known(1);
const Triple kOut = known(0);

/// Two blocs of one period each, compared.
class Compared {
 public:
  Compared(const Toy& toy, const Values& first, const Values& second)
      : classifier_(toy.classifier()), descriptions_{coded(first), coded(second)} {}

  Description& description(std::size_t side) { return descriptions_[side]; }
  const Rulebook& rulebook() const { return classifier_.rulebook(); }

  PairComparison pair() const {
    std::vector<BlocResult> blocs;
    for (const Description& entry : descriptions_) {
      BlocResult& bloc = blocs.emplace_back();
      bloc.description = &entry;
      bloc.periods.push_back(classifier_.place(entry.periods.front()));
    }
    return compare_blocs(classifier_, blocs).front();
  }
  AxisComparison axis() const { return pair().axes.front(); }

 private:
  Classifier classifier_;
  std::array<Description, 2> descriptions_;
};

/// Facts in order, as `a real decides`, `b evidence moves`, `c real idle`.
Lines facts_of(const AxisComparison& axis) {
  Lines lines;
  for (const DifferingFact& fact : axis.facts) {
    const std::string does = fact.brings() ? "brings" : fact.decides() ? "decides" : fact.is_idle() ? "idle" : "moves";
    lines.push_back(std::string(1, static_cast<char>('a' + fact.indicator)) + " " + std::string(name(fact.ground)) +
                    " " + does);
  }
  return lines;
}

/// Rules of the first fact, as `necessary 0`, `not typical 1`, `gate 0`.
Lines routes_of(const DifferingFact& fact) {
  Lines lines;
  for (const Route& route : fact.routes) {
    const std::string rule = route.gate ? "gate " + std::to_string(*route.gate)
                                        : std::string(name(route.cap)) + " " + std::to_string(route.model);
    lines.push_back((route.negated ? "not " : "") + rule);
  }
  return lines;
}

Toy two_models() {
  Toy toy(4);
  toy.model({item(f(0))}, {item(f(0), 3), item(f(1))}).model({item(f(2))});
  return toy;
}

TEST(AFact, DecidesWhereItsExchangeAloneChangesAPlacement) {
  const AxisComparison axis = Compared(two_models(), {kIn, kIn, kIn, kIn}, {kOut, kOut, kIn, kOut}).axis();
  EXPECT_EQ(axis.change, Change::kInKind);
  EXPECT_FALSE(axis.same_placement);
  EXPECT_EQ(axis.models_in_question, std::vector<std::size_t>{0});
  EXPECT_EQ(facts_of(axis), (Lines{"a real brings", "b real moves"}));  // the last is in no rule: of no axis
  EXPECT_EQ(routes_of(axis.facts[0]), (Lines{"necessary 0", "typical 0"}));
  EXPECT_TRUE(axis.facts[0].exchanged[0].brings);
  EXPECT_TRUE(axis.facts[0].exchanged[1].brings);
  EXPECT_DOUBLE_EQ(axis.facts[0].exchanged[0].moves, 1);
  EXPECT_DOUBLE_EQ(axis.facts[1].exchanged[0].moves, 0.25);
  EXPECT_EQ(axis.turning[0]->indicators, std::vector<std::size_t>{0});
}

TEST(AFact, OfTheSameDegreeIsNoDifference) {
  const AxisComparison axis = Compared(two_models(), {kIn, kIn, kIn, kIn}, {kIn, kIn, kIn, kIn}).axis();
  EXPECT_TRUE(axis.facts.empty());
  EXPECT_EQ(axis.change, Change::kNone);
  EXPECT_TRUE(axis.same_reasons);
  EXPECT_FALSE(axis.turning[0].has_value());
}

TEST(AFact, ThatMovesNoModelInQuestionIsIdle) {
  Toy toy(3);
  toy.model({item(f(0)), item(f(1))}).model({item(f(2))});
  const AxisComparison axis = Compared(toy, {kIn, kIn, kIn}, {kIn, known(0.67), kOut}).axis();
  EXPECT_EQ(facts_of(axis), (Lines{"c real brings", "b real idle"}));
}

TEST(AFact, CountsTheOtherWayRoundWhereARuleAsksForItsAbsence) {
  Toy toy(2);
  toy.model({item(no(f(0)))}, {}, {item(f(1))});
  EXPECT_EQ(routes_of(Compared(toy, {kIn, kOut}, {kOut, kOut}).axis().facts[0]), Lines{"not necessary 0"});
  EXPECT_EQ(routes_of(Compared(toy, {kOut, kIn}, {kOut, kOut}).axis().facts[0]), Lines{"contrary 0"});
}

TEST(AFact, IsNamedByTheItemsThatItMovesAlone) {
  Toy toy(2);
  toy.model({item(any({f(0), f(1)}))}, {item(f(0), 3), item(f(1))});
  const AxisComparison axis = Compared(toy, {kIn, kIn}, {kOut, kIn}).axis();
  EXPECT_EQ(routes_of(axis.facts[0]), Lines{"typical 0"});  // the other keeps the necessary feature up
}

TEST(AFact, OfAGateIsToldByTheGate) {
  Toy toy(2);
  toy.model({item(f(0))});
  toy.rulebook.axes[0].gates.push_back(gate(Gate::Sense::kUnless, f(1), "closed"));
  const AxisComparison axis = Compared(toy, {kIn, kIn}, {kIn, kOut}).axis();
  EXPECT_EQ(axis.change, Change::kInKind);
  EXPECT_EQ(facts_of(axis), Lines{"b real brings"});
  EXPECT_EQ(routes_of(axis.facts[0]), Lines{"gate 0"});
}

Toy all_of(std::size_t count) {
  Toy toy(count + 1);
  std::vector<Item> items;
  for (std::size_t i = 0; i < count; ++i) items.push_back(item(f(i)));
  toy.model(items).model({item(f(count))});
  return toy;
}

TEST(ATurningSet, IsTheSmallestThatDoesIt) {
  const AxisComparison axis = Compared(all_of(2), {kIn, kIn, kIn}, {kOut, kOut, kIn}).axis();
  EXPECT_EQ(axis.turning[0]->indicators, std::vector<std::size_t>{0});  // one lacking is enough to fall out
  EXPECT_EQ(axis.turning[0]->ways, 2U);
  EXPECT_EQ(axis.turning[1]->indicators, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(axis.turning[1]->ways, 1U);
}

TEST(ATurningSet, TakesAtMostThree) {
  const Values in = {kIn, kIn, kIn, kIn, kIn}, out = {kOut, kOut, kOut, kOut, kIn};
  const AxisComparison axis = Compared(all_of(4), in, out).axis();
  EXPECT_EQ(axis.turning[1]->outcome, TurningSet::Outcome::kTooMany);
  EXPECT_TRUE(axis.turning[1]->indicators.empty());
  const AxisComparison three = Compared(all_of(3), {kIn, kIn, kIn, kIn}, {kOut, kOut, kOut, kIn}).axis();
  EXPECT_EQ(three.turning[1]->indicators.size(), 3U);
}

TEST(ATurningSet, IsNotSearchedForAmongVeryManyFacts) {
  Toy toy(0);
  constexpr std::size_t kMany = 120;
  for (std::size_t i = 0; i < kMany; ++i) toy.rulebook.indicators.emplace_back().id = "i" + std::to_string(1000 + i);
  std::vector<Item> items;
  for (std::size_t i = 0; i < kMany; ++i) items.push_back(item(f(i)));
  toy.model(items);
  const AxisComparison axis = Compared(toy, Values(kMany, kIn), Values(kMany, kOut)).axis();
  EXPECT_EQ(axis.turning[0]->outcome, TurningSet::Outcome::kFound);
  EXPECT_EQ(axis.turning[1]->outcome, TurningSet::Outcome::kNotSearched);
}

TEST(Evidence, IsWhatDoesNotRuleOutTheSameValue) {
  struct Row {
    Triple a, b;
    DifferingFact::Ground ground;
  };
  using Ground = DifferingFact::Ground;
  for (const Row& row : {Row{kIn, kUnknown, Ground::kEvidence},
                         {kIn, contested(0.67, 1), Ground::kEvidence},
                         {contested(0, 0.33), contested(0.33, 1), Ground::kEvidence},
                         {kIn, contested(0, 0.33), Ground::kReal},
                         {kIn, known(0.67), Ground::kReal}}) {
    const AxisComparison axis = Compared(two_models(), {row.a, kIn, kIn, kIn}, {row.b, kIn, kIn, kIn}).axis();
    ASSERT_EQ(axis.facts.size(), 1U);
    EXPECT_EQ(axis.facts[0].ground, row.ground) << row.b.low << " " << row.b.high;
  }
}

TEST(Evidence, AloneMakesADifferenceThatTheRealOnesDoNot) {
  const AxisComparison unknown = Compared(two_models(), {kIn, kIn, kIn, kIn}, {kUnknown, known(0.67), kIn, kIn}).axis();
  EXPECT_FALSE(unknown.same_placement);
  EXPECT_EQ(unknown.change, Change::kUnsettled);
  EXPECT_TRUE(unknown.on_evidence_alone);
  const AxisComparison real = Compared(two_models(), {kIn, kUnknown, kIn, kIn}, {kOut, kIn, kIn, kIn}).axis();
  EXPECT_EQ(real.change, Change::kInKind);
  EXPECT_FALSE(real.on_evidence_alone);
}

TEST(Evidence, AloneMakesADifferenceInCertainty) {
  const AxisComparison axis = Compared(two_models(), {kIn, kIn, kOut, kIn}, {kIn, kIn, contested(0, 0.33), kIn}).axis();
  EXPECT_FALSE(axis.certainty_differs);  // out whatever comes of it
  const AxisComparison open =
      Compared(two_models(), {known(0.67), kIn, kIn, kIn}, {known(0.67), kUnknown, kIn, kIn}).axis();
  EXPECT_TRUE(open.same_placement);
  EXPECT_FALSE(open.certainty_differs);  // 0.67 of three quarters of the weight is enough
  Toy even(2);
  even.model({item(f(0))}, {item(f(0)), item(f(1))});
  const AxisComparison leaning = Compared(even, {known(0.67), kIn}, {known(0.67), kUnknown}).axis();
  EXPECT_TRUE(leaning.same_placement);
  EXPECT_TRUE(leaning.certainty_differs);
  EXPECT_TRUE(leaning.on_evidence_alone);
}

TEST(TheSamePlacement, HasTheSameReasonsWhereTheSameItemsHold) {
  Toy toy(3);
  toy.model({item(f(0))}, {item(f(1)), item(f(2)), item(f(0), 2)});
  const AxisComparison same = Compared(toy, {kIn, kIn, kOut}, {kIn, known(0.67), kOut}).axis();
  EXPECT_EQ(same.change, Change::kInDegree);
  EXPECT_TRUE(same.same_reasons);
  EXPECT_TRUE(same.reasons.empty());

  const AxisComparison other = Compared(toy, {kIn, kIn, kOut}, {kIn, kOut, kIn}).axis();
  EXPECT_TRUE(other.same_placement);
  EXPECT_FALSE(other.same_reasons);
  ASSERT_EQ(other.reasons.size(), 1U);
  EXPECT_EQ(other.reasons[0].items.size(), 2U);
  EXPECT_EQ(other.reasons[0].items[0].standings, (std::array{Standing::kHolds, Standing::kLacks}));
}

TEST(TheSamePlacement, HasOtherReasonsWhereAnotherCapHolds) {
  Toy toy(2);
  toy.model({item(f(0))}, {item(f(1))});
  const AxisComparison axis = Compared(toy, {known(0.67), kIn}, {kIn, known(0.67)}).axis();
  EXPECT_TRUE(axis.same_placement);
  EXPECT_FALSE(axis.same_reasons);
  EXPECT_TRUE(axis.reasons[0].other_cap);
  const AxisComparison tied = Compared(toy, {kOut, kOut}, {kIn, kOut}).axis();
  EXPECT_TRUE(tied.same_reasons);  // too few typical features in both, whatever else
}

TEST(TheSamePlacement, HasItsReasonsOpenWhereAnItemIsKnownInOneAlone) {
  Toy toy(2);
  toy.model({item(f(0))}, {item(f(0), 3), item(f(1))});
  const AxisComparison axis = Compared(toy, {kIn, kIn}, {kIn, kUnknown}).axis();
  EXPECT_TRUE(axis.same_placement);
  EXPECT_TRUE(axis.same_reasons);
  EXPECT_EQ(axis.reasons.size(), 1U);
}

TEST(TheSamePlacement, ByAnotherGateHasAnotherReason) {
  Toy toy(3);
  toy.model({item(f(0))});
  toy.rulebook.axes[0].gates.push_back(gate(Gate::Sense::kUnless, f(1), "closed"));
  toy.rulebook.axes[0].gates.push_back(gate(Gate::Sense::kUnless, f(2), "closed"));
  EXPECT_FALSE(Compared(toy, {kIn, kOut, kIn}, {kIn, kIn, kOut}).axis().same_reasons);
  EXPECT_TRUE(Compared(toy, {kIn, kOut, kIn}, {kOut, kOut, kIn}).axis().same_reasons);
}

TEST(WordsAndDeeds, AreToldApart) {
  Compared compared(two_models(), {kIn, kIn, kIn, kIn}, {kIn, kIn, kIn, kIn});
  Fact& fact = compared.description(1).periods[0].facts[2];
  fact.triples[index_of(Register::kPractice)] = kOut;
  const AxisComparison axis = compared.axis();
  EXPECT_EQ(axis.reg, Register::kPractice);
  EXPECT_EQ(axis.change, Change::kInKind);
  EXPECT_TRUE(axis.formally_differs);

  Compared words(two_models(), {kIn, kIn, kUnknown, kIn}, {kIn, kIn, kUnknown, kIn});
  for (const std::size_t side : {0, 1}) {
    for (const std::size_t i : {0, 1}) {
      words.description(side).periods[0].facts[i].triples[index_of(Register::kPractice)] = kUnknown;
    }
    words.description(side).periods[0].facts[2].triples[index_of(Register::kDiscourse)] = side == 0 ? kIn : kOut;
  }
  const AxisComparison declared = words.axis();
  EXPECT_EQ(declared.reg, Register::kDiscourse);
  EXPECT_EQ(declared.change, Change::kInKind);
}

TEST(AnExchange, IsOfWordsAndDeedsAndJudgedAsAHeadlineIs) {
  Compared compared(two_models(), {kIn, kIn, kOut, kIn}, {kUnknown, kIn, kOut, kIn});
  for (const std::size_t side : {0, 1}) {
    compared.description(side).periods[0].facts[2].triples[index_of(Register::kDiscourse)] = side == 0 ? kIn : kOut;
  }
  const AxisComparison axis = compared.axis();
  ASSERT_EQ(facts_of(axis), (Lines{"a evidence brings", "c real decides"}));
  const Exchange& unknown = axis.facts[0].exchanged[0];
  EXPECT_TRUE(unknown.changes);
  EXPECT_FALSE(unknown.brings);  // open in deeds as the other is, and yet placed by words
  EXPECT_TRUE(unknown.result.headline.declared_only);
  EXPECT_EQ(axis.turning[0]->indicators, (std::vector<std::size_t>{2, 0}));
  EXPECT_EQ(axis.facts[1].reg, Register::kDiscourse);
}

TEST(AVerdict, AgainstWhatIsMerelyUncodedIsUnsettled) {
  Toy toy(4);
  toy.model({item(f(0))}).model({item(f(2))});
  toy.rulebook.axes[0].gates.push_back(gate(Gate::Sense::kUnless, f(1), "closed"));
  toy.rulebook.axes[0].gates.push_back(gate(Gate::Sense::kUnless, f(3), "shut"));
  const Values ended = {kIn, kOut, kOut, kIn};
  const auto change = [&](const Values& other) { return Compared(toy, ended, other).axis().change; };
  EXPECT_EQ(change({kUnknown, kUnknown, kUnknown, kUnknown}), Change::kUnsettled);
  EXPECT_EQ(change({kUnknown, kIn, kUnknown, kIn}), Change::kUnsettled);
  EXPECT_EQ(change({kIn, kUnknown, kOut, kIn}), Change::kUnsettled);  // placed, and the gate could still end it
  EXPECT_EQ(change({kIn, kIn, kUnknown, kIn}), Change::kInKind);      // at least one model, and no gate open
  EXPECT_EQ(change({kIn, kIn, kOut, kUnknown}), Change::kInKind);     // another verdict is open, not this one
  EXPECT_EQ(change({kIn, kIn, kOut, kOut}), Change::kInKind);
}

TEST(Members, ThatBothHaveContradictThemselvesWhereNoModelIsShared) {
  Toy toy = two_models();
  toy.model({item(f(3))});
  const auto pair = [&](Values first, Values second, std::pair<int, int> years, const Triple& third = kOut) {
    first[3] = second[3] = third;
    Compared compared(toy, first, second);
    compared.description(0).members = {"AR", "VE", "BR"};
    compared.description(1).members = {"VE", "CU", "BR"};
    for (const std::size_t side : {0, 1}) {
      compared.description(side).periods[0].from = side == 0 ? 2000 : years.first;
      compared.description(side).periods[0].to = side == 0 ? 2010 : years.second;
    }
    return compared.pair();
  };
  const Values first_model = {kIn, kIn, kOut, kIn}, second_model = {kOut, kOut, kIn, kIn}, both = {kIn, kIn, kIn, kIn};
  const PairComparison rivals = pair(first_model, second_model, {2005, 2015});
  EXPECT_EQ(rivals.shared_members, (Lines{"BR", "VE"}));
  ASSERT_EQ(rivals.contradictions.size(), 1U);
  EXPECT_EQ(rivals.contradictions[0].certainty, Certainty::kDecided);
  EXPECT_TRUE(pair(first_model, both, {2005, 2015}).contradictions.empty());                       // a model in common
  EXPECT_TRUE(pair(first_model, second_model, {2010, 2015}).contradictions.empty());               // a boundary year
  EXPECT_TRUE(pair(first_model, {kOut, kOut, kOut, kIn}, {2005, 2015}).contradictions.empty());    // placed nowhere
  EXPECT_TRUE(pair(first_model, {kUnknown, kIn, kIn, kIn}, {2005, 2015}).contradictions.empty());  // could be shared
  const Values disputed = {kOut, kOut, contested(0.67, 1), kIn};
  EXPECT_EQ(pair(first_model, disputed, {2005, 2015}).contradictions.size(), 1U);
  EXPECT_TRUE(pair(first_model, second_model, {2005, 2015}, kUnknown).contradictions.empty());  // open in both
}

TEST(AFinding, OfOneAloneIsToldWithWhatTheOtherLeavesOpen) {
  Toy toy = two_models();
  Finding& finding = toy.rulebook.findings.emplace_back();
  finding.id = "noted";
  finding.condition = f(3);
  EXPECT_TRUE(Compared(toy, {kIn, kIn, kIn, kIn}, {kIn, kIn, kIn, kIn}).pair().findings.empty());
  const auto known_out = Compared(toy, {kIn, kIn, kIn, kIn}, {kIn, kIn, kIn, kOut}).pair().findings;
  ASSERT_EQ(known_out.size(), 1U);
  EXPECT_EQ(known_out[0].side, 0U);
  EXPECT_FALSE(known_out[0].is_open_in_other);
  const auto open = Compared(toy, {kIn, kIn, kIn, kUnknown}, {kIn, kIn, kIn, kIn}).pair().findings;
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].side, 1U);
  EXPECT_TRUE(open[0].is_open_in_other);
}

}  // namespace
}  // namespace bloctype
