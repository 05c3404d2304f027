// The parts in which two rulebooks differ, what they say, and a part put in the place of its counterpart.
#include "lint/rule_parts.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <random>

#include "embed/shipped.hpp"
#include "engine/agreement.hpp"
#include "lint/aligned_rulebooks.hpp"
#include "load/rulebook_files.hpp"
#include "load/rulebook_loader.hpp"
#include "tests/unit/engine/toy.hpp"

namespace bloctype {
namespace {

using What = RulePart::What;
using Sense = Gate::Sense;

/// Two models over five indicators, with a gate and an outcome.
Rulebook toy() {
  Toy toy(5);
  toy.model({item(f(0))}, {item(f(1), 2), item(any({f(2), f(3)}))}, {item(f(4))});
  toy.model({item(f(2), 1, Register::kPractice), item(f(3))});
  Axis& axis = toy.rulebook.axes[0];
  axis.gates = {gate(Sense::kUnless, f(0), "outside")};
  axis.outcomes = {gate(Sense::kIf, all({f(3), f(4)}), "mixed")};
  return toy.rulebook;
}

/// What a part says in the first and the second: "typical b of m0: weight 2 -> weight 3".
std::string told(const RulePart& part, const Rulebook& first, const Rulebook& second) {
  std::string text = part.list.empty() ? "" : part.list + " ";
  text += part.id + (part.owner.empty() ? "" : " of " + part.owner);
  return text + ": " + what_it_says(part, first) + " -> " + what_it_says(part, second);
}

std::vector<std::string> told(const Rulebook& first, const Rulebook& second) {
  std::vector<std::string> all;
  for (const RulePart& part : differing_parts(first, second)) all.push_back(told(part, first, second));
  return all;
}

struct Edit {
  const char* name;
  std::function<void(Rulebook&)> apply;
  std::vector<std::string> told;
};

const std::vector<Edit>& edits() {
  static const std::vector<Edit> kEdits = {
      {"nothing", [](Rulebook&) {}, {}},
      {"a text",
       [](Rulebook& r) {
         r.models[0].label.texts = {{"en", "another name"}};
         r.models[0].necessary[0].reason.texts = {{"en", "another reason"}};
         r.axes[0].gates[0].cite = {"elsewhere"};
         r.models[0].typical[0].claim = Claim::kAuthor;
       },
       {}},
      {"a place", [](Rulebook& r) { r.models[0].typical[0].place.line = 77; }, {}},
      {"where elements begin", [](Rulebook& r) { r.element_floor = 0.9; }, {}},
      {"the scale",
       [](Rulebook& r) { r.scale[1].value = 0.25; },
       {": absent 0, marginal 0.33, substantial 0.67, full 1 -> absent 0, marginal 0.25, substantial 0.67, full 1"}},
      {"the crossover", [](Rulebook& r) { r.crossover = 0.6; }, {": 0.5 -> 0.6"}},
      {"the crossover by very little", [](Rulebook& r) { r.crossover = 0.5 + 2e-8; }, {": 0.5 -> 0.50000002"}},
      {"the evidence floor", [](Rulebook& r) { r.evidence_floor = 0; }, {": 0.4 -> 0"}},
      {"how models combine",
       [](Rulebook& r) { r.axes[0].combine = Axis::Combine::kRival; },
       {" of line: hybrid -> rival"}},
      {"a weight", [](Rulebook& r) { r.models[0].typical[0].weight = 3; }, {"typical b of m0: weight 2 -> weight 3"}},
      {"a necessary item less",
       [](Rulebook& r) { r.models[1].necessary.pop_back(); },
       {"necessary d of m1: necessary -> "}},
      {"a contrary item more",
       [](Rulebook& r) { r.models[1].contrary.push_back(item(no(f(0)))); },
       {"contrary not(a) of m1:  -> contrary"}},
      {"an item in another list",
       [](Rulebook& r) {
         r.models[0].contrary.push_back(r.models[0].typical.front());
         r.models[0].typical.erase(r.models[0].typical.begin());
       },
       {"typical b of m0: weight 2 -> ", "contrary b of m0:  -> contrary"}},
      {"an item that asks something else",
       [](Rulebook& r) {
         r.models[0].typical[1].expression = any({f(2), f(4)});
       },
       {"typical any(c, d) of m0: weight 1 -> ", "typical any(c, e) of m0:  -> weight 1"}},
      {"a register mark less",
       [](Rulebook& r) { r.models[1].necessary[0].only.reset(); },
       {"necessary c (practice) of m1: necessary -> ", "necessary c of m1:  -> necessary"}},
      {"the other register",
       [](Rulebook& r) { r.models[1].necessary[0].only = Register::kDiscourse; },
       {"necessary c (practice) of m1: necessary -> ", "necessary c (discourse) of m1:  -> necessary"}},
      {"the order of items alone", [](Rulebook& r) { std::swap(r.models[0].typical[0], r.models[0].typical[1]); }, {}},
      {"a gate less", [](Rulebook& r) { r.axes[0].gates.clear(); }, {"outside of line: unless a -> "}},
      {"a gate's threshold",
       [](Rulebook& r) { r.axes[0].gates[0].threshold = 0.2; },
       {"outside of line: unless a -> unless a, above 0.2"}},
      {"a gate's sense",
       [](Rulebook& r) { r.axes[0].gates[0].sense = Sense::kIf; },
       {"outside of line: unless a -> if a"}},
      {"a gate more",
       [](Rulebook& r) { r.axes[0].gates.push_back(gate(Sense::kIf, f(1), "far")); },
       {"far of line:  -> if b"}},
      {"a second gate of one verdict",
       [](Rulebook& r) { r.axes[0].gates.push_back(gate(Sense::kIf, f(1), "outside")); },
       {"outside of line:  -> if b"}},
      {"an outcome less", [](Rulebook& r) { r.axes[0].outcomes.clear(); }, {"mixed of line: if all(d, e) -> "}},
      {"a model less", [](Rulebook& r) { r.axes[0].models.pop_back(); }, {"m1 of line: m1 -> "}},
      {"a model more",
       [](Rulebook& r) {
         r.axes[0].models.push_back(r.models.size());
         r.models.push_back(r.models[0]);
         r.models.back().id = "m2";
       },
       {"m2 of line:  -> m2"}},
  };
  return kEdits;
}

TEST(DifferingParts, AreThoseThatWereEdited) {
  for (const Edit& edit : edits()) {
    Rulebook edited = toy();
    edit.apply(edited);
    EXPECT_EQ(told(toy(), edited), edit.told) << edit.name;
  }
}

TEST(DifferingParts, AreNoneBetweenARulebookAndItself) {
  EXPECT_TRUE(told(toy(), toy()).empty());
  const Rulebook shipped = *load_rulebook(shipped_rules()).value;
  EXPECT_TRUE(differing_parts(shipped, shipped).empty());
}

TEST(DifferingParts, SeeAnItemThatCountsTwice) {
  Rulebook first = toy();
  first.models[0].typical.push_back(item(f(1), 3));
  Rulebook second = first;
  second.models[0].typical.back().weight = 0.5;
  EXPECT_FALSE(differing_parts(first, second).empty());
  EXPECT_FALSE(differing_parts(first, toy()).empty());
}

TEST(DifferingParts, SeeTheOrderOfGates) {
  Rulebook first = toy();
  first.axes[0].gates.push_back(gate(Sense::kIf, f(1), "far"));
  Rulebook second = first;
  std::swap(second.axes[0].gates[0], second.axes[0].gates[1]);
  EXPECT_FALSE(differing_parts(first, second).empty());
}

TEST(DifferingParts, AreNotLookedForInWhatOneRulebookLacks) {
  Rulebook second = toy();
  second.axes[0].id = "another line";
  for (const RulePart& part : differing_parts(toy(), second)) {
    ADD_FAILURE() << told(part, toy(), second) << ": axes that are not compared differ as a whole";
  }
  Rulebook without = toy();
  without.axes[0].models.pop_back();
  EXPECT_EQ(told(toy(), without).size(), 1U) << "the items of a model are not told beside the model";
}

TEST(TakeOver, MakesAPartAsItIsInTheOther) {
  for (const Edit& edit : edits()) {
    if (edit.told.size() != 1 || edit.name == std::string("the scale")) continue;
    Rulebook edited = toy();
    edit.apply(edited);
    const std::vector<RulePart> parts = differing_parts(toy(), edited);
    ASSERT_EQ(parts.size(), 1U) << edit.name;
    Rulebook back = edited;
    take_over(parts[0], toy(), back);
    EXPECT_TRUE(told(toy(), back).empty()) << edit.name;
    Rulebook over = toy();
    take_over(parts[0], edited, over);
    EXPECT_TRUE(told(edited, over).empty()) << edit.name;
  }
}

TEST(TakeOver, LeavesEveryOtherPart) {
  for (const Edit& edit : edits()) {
    Rulebook edited = toy();
    edit.apply(edited);
    const std::vector<RulePart> parts = differing_parts(toy(), edited);
    for (const RulePart& part : parts) {
      if (part.what == What::kScale) continue;
      Rulebook back = edited;
      take_over(part, toy(), back);
      EXPECT_EQ(told(toy(), back).size(), parts.size() - 1) << edit.name;
    }
  }
}

TEST(TakeOver, PutsAGateWhereItStood) {
  Rulebook first = toy();
  first.axes[0].gates.insert(first.axes[0].gates.begin(), gate(Sense::kIf, f(1), "far"));
  Rulebook second = toy();
  take_over({What::kGate, "line", {}, "far"}, first, second);
  ASSERT_EQ(second.axes[0].gates.size(), 2U);
  EXPECT_EQ(second.axes[0].gates[0].verdict, "far");
}

TEST(TakeOver, PutsAModelWhereItStood) {
  Rulebook second = toy();
  second.axes[0].models.erase(second.axes[0].models.begin());
  take_over({What::kModel, "line", {}, "m0"}, toy(), second);
  ASSERT_EQ(second.axes[0].models.size(), 2U);
  EXPECT_EQ(second.models[second.axes[0].models[0]].id, "m0") << "ties are settled by this order";
}

/// Two axes, one model each; the second model may stand on either.
Rulebook two_axes(bool moved) {
  Toy toy(2);
  toy.model({item(f(0))}).model({item(f(1))});
  toy.rulebook.axes.push_back(toy.rulebook.axes[0]);
  toy.rulebook.axes[1].id = "other";
  toy.rulebook.axes[0].models = moved ? std::vector<std::size_t>{0} : std::vector<std::size_t>{0, 1};
  toy.rulebook.axes[1].models = moved ? std::vector<std::size_t>{1} : std::vector<std::size_t>{};
  return toy.rulebook;
}

TEST(TakeOver, TakesAModelFromTheAxisThatItLeft) {
  const Rulebook second = two_axes(true);
  Rulebook changed = two_axes(false);
  take_over({What::kModel, "line", {}, "m1"}, second, changed);
  EXPECT_EQ(changed.axes[0].models.size(), 1U);
}

TEST(PlaceOf, IsWhereAPartStands) {
  Rulebook rulebook = toy();
  rulebook.axes[0].place = {"typology.yaml", 1, 1};
  rulebook.axes[0].gates[0].place = {"typology.yaml", 2, 1};
  rulebook.axes[0].outcomes[0].place = {"typology.yaml", 3, 1};
  rulebook.models[0].place = {"m0.yaml", 4, 1};
  rulebook.models[0].typical[1].place = {"m0.yaml", 5, 1};
  const std::vector<std::pair<RulePart, int>> lines = {{{What::kCombine, "line", {}, {}}, 1},
                                                       {{What::kGate, "line", {}, "outside"}, 2},
                                                       {{What::kOutcome, "line", {}, "mixed"}, 3},
                                                       {{What::kModel, "line", {}, "m0"}, 4},
                                                       {{What::kItem, "m0", "typical", "any(c, d)"}, 5},
                                                       {{What::kGate, "line", {}, "outside", 1}, 0},
                                                       {{What::kItem, "m0", "necessary", "any(c, d)"}, 0},
                                                       {{What::kItem, "m9", "typical", "any(c, d)"}, 0},
                                                       {{What::kModel, "line", {}, "m9"}, 0},
                                                       {{What::kCrossover, {}, {}, {}}, 0},
                                                       {{What::kScale, {}, {}, {}}, 0}};
  for (const auto& [part, line] : lines) EXPECT_EQ(place_of(part, rulebook).line, line) << part.owner << " " << part.id;
}

/// The shipped rulebook, or an example.
Rulebook loaded(const std::string& example) {
  if (example.empty()) return *load_rulebook(shipped_rules()).value;
  return *load_rulebook_directory(std::string(BLOCTYPE_SOURCE_DIR) + "/examples/rulebooks/" + example).value;
}

/// A value for each indicator, by its id, or none.
using Values = std::map<std::string, Triple>;

std::vector<std::string> labels(const Classifier& classifier, const Values& values) {
  std::vector<Triple> inputs;
  for (const Indicator& indicator : classifier.rulebook().indicators) inputs.push_back(values.at(indicator.id));
  const Description description = coded(inputs);
  const PeriodResult result = classifier.place(description.periods.front());
  std::vector<std::string> all;
  for (std::size_t a = 0; a < result.axes.size(); ++a) {
    const Register reg = result.axes[a].headline.reg;
    all.push_back(placement_label(result.axes[a], classifier.program(reg).axes[a], classifier.rulebook()));
  }
  return all;
}

TEST(Aligned, RulebooksPlaceAsBefore) {
  const Rulebook first = loaded("");
  const Rulebook second = loaded("balassa");
  const AlignedRulebooks both = aligned(first, second);
  EXPECT_GT(both.first.indicators.size(), first.indicators.size());
  const std::array<Classifier, 4> classifiers = {
      Classifier(std::make_shared<const Rulebook>(first)), Classifier(std::make_shared<const Rulebook>(both.first)),
      Classifier(std::make_shared<const Rulebook>(second)), Classifier(std::make_shared<const Rulebook>(both.second))};
  std::mt19937 random(1);
  const std::vector<Triple> choices = {known(0), known(0.33), known(0.67), known(1), known(1), known(1), kUnknown};
  for (int i = 0; i < 200; ++i) {
    Values values;
    for (const Indicator& indicator : both.first.indicators) values[indicator.id] = choices[random() % choices.size()];
    EXPECT_EQ(labels(classifiers[1], values), labels(classifiers[0], values));
    EXPECT_EQ(labels(classifiers[3], values), labels(classifiers[2], values));
  }
}

TEST(Aligned, ARulebookKeepsItsOwnIndicators) {
  Rulebook second = toy();
  second.indicators[0].yes_no = true;
  second.indicators[1].id = "bb";
  const AlignedRulebooks both = aligned(toy(), second);
  ASSERT_EQ(both.first.indicators.size(), 6U);
  EXPECT_FALSE(both.first.indicators[0].yes_no);
  EXPECT_TRUE(both.second.indicators[0].yes_no);
  EXPECT_EQ(both.first.indicators[1].id, "b");
  EXPECT_EQ(both.first.indicators[2].id, "bb");
  EXPECT_EQ(told(both.first, both.second),
            (std::vector<std::string>{"typical b of m0: weight 2 -> ", "typical bb of m0:  -> weight 2"}));
}

TEST(Aligned, ExpressionsOfEveryFormAskTheSame) {
  Toy own(3);
  const std::vector<Expression> expressions = {f(2),
                                               no(f(1)),
                                               all({f(0), no(f(2))}),
                                               any({f(1), all({f(2), f(0)})}),
                                               mean({f(0), any({f(2)})}, {1, 3}),
                                               at_least(2, {f(0), f(1), f(2)})};
  for (const Expression& expression : expressions) {
    Rulebook& rulebook = own.rulebook;
    rulebook.models.clear();
    rulebook.axes[0].models.clear();
    own.model({item(expression)}, {item(expression)}, {item(expression)});
    rulebook.models[0].variants = {{"v", expression, {{expression, true, {}}}, Claim::kOurs, {}, {}, {}, {}}};
    rulebook.axes[0].gates = {gate(Sense::kIf, expression, "out")};
    rulebook.axes[0].outcomes = {gate(Sense::kIf, expression, "mixed")};
    rulebook.findings = {{"finding", expression, Claim::kOurs, {}, {}, {}, {}}};
    Toy other(2);
    other.rulebook.indicators[0].id = "aa";
    const Rulebook moved = aligned(rulebook, other.rulebook).first;
    const std::string expected = written(expression, rulebook);
    const Model& model = moved.models[0];
    for (const Expression& found :
         {model.necessary[0].expression, model.typical[0].expression, model.contrary[0].expression,
          model.variants[0].condition, model.variants[0].expects[0].expression, moved.axes[0].gates[0].condition,
          moved.axes[0].outcomes[0].condition, moved.findings[0].condition}) {
      EXPECT_EQ(written(found, moved), expected);
    }
  }
}

}  // namespace
}  // namespace bloctype
