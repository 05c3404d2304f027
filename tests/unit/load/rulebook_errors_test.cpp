// Everything a rulebook is refused for, each with its place, and the smallest change to a rulebook in order that does
// it.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "builders.hpp"

namespace bloctype {
namespace {

using Lines = std::vector<std::string>;

Lines told_of(const ToyRules& rules) {
  const Loaded<Rulebook> loaded = rules.load();
  EXPECT_EQ(loaded.value.has_value(), !has_errors(loaded.diagnostics));
  return told(loaded.diagnostics);
}

struct Case {
  std::string text;
  Lines told;
};

/// The head of a typology of five lines; axes follow from line 6 on.
const std::string kHead =
    "id: toy\nversion: 1\nlanguages: [en]\nscale: {absent: 0, full: 1}\nsources: [{id: ana-2018}]\n";
const std::string kAxes = "axes: [{id: line, combine: hybrid, models: [market]}]\n";

Lines with_typology(const std::string& text) {
  ToyRules rules;
  rules.typology = text;
  return told_of(rules);
}

Lines with_indicators(const std::string& entries) {
  ToyRules rules;
  rules.indicators.push_back({"more.yaml", "indicators:\n" + entries});
  return told_of(rules);
}

/// A market.yaml of two lines and `rest`, which starts in line 3.
Lines with_model(const std::string& rest) {
  ToyRules rules;
  rules.models[0].text = "model: market\naxis: line\n" + rest;
  return told_of(rules);
}

Lines with_findings(const std::string& text) {
  ToyRules rules;
  rules.findings = {{"findings.yaml", text}};
  return told_of(rules);
}

TEST(RulebookErrors, OfTheTypologysHead) {
  const std::vector<Case> cases = {
      {"version: 1\nscale: {full: 1}\n" + kAxes, {"typology.yaml:1:1: missing-key key=id"}},
      {"id: toy\nscale: {full: 1}\n" + kAxes, {"typology.yaml:1:1: missing-key key=version"}},
      {"id: toy\nversion: 1\n" + kAxes, {"typology.yaml:1:1: missing-key key=scale"}},
      {"id: toy\nversion: 1\nscale: [full]\n" + kAxes,
       {"typology.yaml:3:8: wrong-shape found=@shape.list expected=@shape.map"}},
      {kHead + "crossover: 1.5\n" + kAxes, {"typology.yaml:6:12: out-of-range found=1.5"}},
      {kHead + "evidence_floor: -0.1\n" + kAxes, {"typology.yaml:6:17: out-of-range found=-0.1"}},
      {kHead + "element_floor: 0,4\n" + kAxes, {"typology.yaml:6:16: decimal-comma found=0,4 suggestion=0.4"}},
      {"id: toy\nversion: 1\nscale: {full: 1.1}\n" + kAxes, {"typology.yaml:3:15: out-of-range found=1.1"}},
      {kHead + "crosover: 0.5\n" + kAxes, {"typology.yaml:6:1: unknown-key found=crosover suggestion=crossover"}},
      {kHead + "sections: []\n" + kAxes, {"typology.yaml:6:1: unknown-key found=sections"}},
      {kHead + "verdicts: [{label: {en: a}}]\n" + kAxes, {"typology.yaml:6:12: missing-key key=id"}},
      {kHead + "verdicts: {id: a}\n" + kAxes,
       {"typology.yaml:6:11: wrong-shape found=@shape.map expected=@shape.list"}},
      {kHead + "verdicts: [{id: a}, {id: a}]\n" + kAxes,
       {"typology.yaml:6:26: duplicate-id found=a first=typology.yaml:6"}},
      {"id: toy\nversion: 1\nscale: {full: 1}\nsources: [{id: a}, {id: A}]\n" + kAxes,
       {"typology.yaml:4:25: invalid-id found=A", "typology.yaml:4:25: duplicate-id found=A first=typology.yaml:4"}},
      {kHead + "scale_words: [{label: {en: full}}]\n" + kAxes, {"typology.yaml:6:15: missing-key key=id"}},
      {"[toy]", {"typology.yaml:1:1: wrong-shape found=@shape.list expected=@shape.map"}},
  };
  for (const Case& c : cases) EXPECT_EQ(with_typology(c.text), c.told) << c.text;
}

TEST(RulebookErrors, OfIndicators) {
  const std::vector<Case> cases = {
      {"  - {id: reach}\n", {"more.yaml:2:5: missing-key key=register"}},
      {"  - {register: d}\n", {"more.yaml:2:5: missing-key key=id"}},
      {"  - {id: reach, register: x}\n", {"more.yaml:2:27: unknown-choice found=x expected=d, r, d/r"}},
      {"  - {id: reach, register: r, answers: maybe}\n",
       {"more.yaml:2:39: unknown-choice found=maybe expected=scale, yes_no"}},
      {"  - {id: Free Trade, register: r}\n", {"more.yaml:2:10: invalid-id found=Free Trade"}},
      {"  - {id: réach, register: r}\n", {"more.yaml:2:10: invalid-id found=réach"}},
      {"  - {id: trade, register: r}\n", {"more.yaml:2:10: duplicate-id found=trade first=indicators.yaml:2"}},
      {"  - {id: reach, register: r, aliases: [Trade]}\n",
       {"more.yaml:2:40: duplicate-id found=Trade first=indicators.yaml:2"}},
      {"  - {id: a, register: r, aliases: [same]}\n  - {id: b, register: r, aliases: [sáme]}\n",
       {"more.yaml:3:36: duplicate-id found=sáme first=more.yaml:2"}},
      {"  - {id: a, register: r, aliases: [once, Once]}\n", {}},  // its own, spelt twice
      {"  - {id: reach, register: r, lable: {en: a}}\n", {"more.yaml:2:30: unknown-key found=lable suggestion=label"}},
      {"  - reach\n",
       {
           "more.yaml:2:5: wrong-shape found=@shape.text expected=@shape.map",
       }},
  };
  for (const Case& c : cases) EXPECT_EQ(with_indicators(c.text), c.told) << c.text;
  ToyRules rules;
  rules.indicators.push_back({"more.yaml", "indicator: []\n"});
  EXPECT_EQ(told_of(rules), (Lines{"more.yaml:1:1: unknown-key found=indicator suggestion=indicators",
                                   "more.yaml:1:1: missing-key key=indicators"}));
}

TEST(RulebookErrors, OfItems) {
  const std::vector<Case> cases = {
      {"necessary: [trad]\n", {"market.yaml:3:13: unknown-feature found=trad suggestion=trade"}},
      {"necessary: [trade, {feature: hospital}]\n", {"market.yaml:3:30: unknown-feature found=hospital"}},
      {"typical: [{feature: trade, weight: 0}]\n", {"market.yaml:3:36: invalid-weight found=0"}},
      {"typical: [{feature: trade, weight: -1}]\n", {"market.yaml:3:36: invalid-weight found=-1"}},
      {"typical: [{feature: trade, weight: lots}]\n",
       {"market.yaml:3:36: wrong-shape found=`lots` expected=@shape.number"}},
      {"necessary: [{feature: trade, weight: 2}]\n", {"market.yaml:3:38: misplaced-weight"}},
      {"necessary: [trade]\ncontrary: [{feature: funds, weight: 2}]\n", {"market.yaml:4:37: misplaced-weight"}},
      {"necessary: [trade]\ntypical: [{all: [{feature: funds, weight: 2}]}]\n", {"market.yaml:4:43: misplaced-weight"}},
      {"necessary: [trade]\ntypical: [{all: [{feature: funds, register: practice}]}]\n",
       {"market.yaml:4:45: misplaced-register"}},
      {"necessary: [trade]\ntypical: [{mean: [{feature: funds, weight: -3}]}]\n",
       {"market.yaml:4:44: invalid-weight found=-3"}},
      {"necessary: [trade]\ntypical: [{at_least: 3, of: [funds, trade]}]\n",
       {"market.yaml:4:22: invalid-count found=3 length=2"}},
      {"necessary: [trade]\ntypical: [{any: []}]\n", {"market.yaml:4:17: empty-list"}},
      {"necessary: [{feature: trade, register: deeds}]\n",
       {"market.yaml:3:40: unknown-choice found=deeds expected=practice, discourse"}},
      {"necessary: [{feature: trade, claim: his}]\n",
       {"market.yaml:3:37: unknown-choice found=his expected=author, ours"}},
      {"necessary: [{feature: trade, cites: [18-E]}]\n", {"market.yaml:3:30: unknown-key found=cites suggestion=cite"}},
      {"necessary: [trade, {weight: 2}]\n",
       {"market.yaml:3:20: missing-key key=feature", "market.yaml:3:29: misplaced-weight"}},
      {"necessary: {feature: trade}\n",
       {"market.yaml:3:12: wrong-shape found=@shape.map expected=@shape.list",
        "market.yaml:1:1: no-cap found=market register=@register.practice"}},
  };
  for (const Case& c : cases) EXPECT_EQ(with_model(c.text), c.told) << c.text;
}

TEST(RulebookErrors, OfModelsWithNothingToBeAMemberBy) {
  const std::vector<Case> cases = {
      {"contrary: [trade]\n", {"market.yaml:1:1: no-cap found=market register=@register.practice"}},
      {"necessary: []\ntypical: []\n", {"market.yaml:1:1: no-cap found=market register=@register.practice"}},
      {"necessary: [{feature: trade, register: practice}]\n",
       {"market.yaml:1:1: no-cap found=market register=@register.discourse"}},
      {"typical: [{feature: trade, register: discourse}]\n",
       {"market.yaml:1:1: no-cap found=market register=@register.practice"}},
      {"necessary: [{feature: trade, register: practice}]\ntypical: [{feature: funds, register: discourse}]\n", {}},
      {"typical: [trade]\n", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(with_model(c.text), c.told) << c.text;
}

TEST(RulebookErrors, OfVariants) {
  const std::vector<Case> cases = {
      {"variants: [{id: a, if: funds, expects: [{feature: hospital, at: full}]}]\n",
       {"market.yaml:4:51: unknown-feature found=hospital"}},
      {"variants: [{id: a, if: fund}]\n", {"market.yaml:4:24: unknown-feature found=fund suggestion=funds"}},
      {"variants: [{id: a}]\n", {"market.yaml:4:12: missing-key key=if"}},
      {"variants: [{if: funds}]\n", {"market.yaml:4:12: missing-key key=id"}},
      {"variants: [{id: a, if: funds, expects: [{feature: speech, at: half}]}]\n",
       {"market.yaml:4:63: unknown-choice found=half expected=full, absent"}},
      {"variants: [{id: a, if: funds, expects: [{feature: speech}]}]\n", {"market.yaml:4:41: missing-key key=at"}},
      {"variants: [{id: a, if: funds, expects: [speech]}]\n",
       {"market.yaml:4:41: wrong-shape found=@shape.text expected=@shape.map"}},
      {"variants: [{id: a, if: funds, expect: []}]\n",
       {"market.yaml:4:31: unknown-key found=expect suggestion=expects"}},
  };
  for (const Case& c : cases) EXPECT_EQ(with_model("necessary: [trade]\n" + c.text), c.told) << c.text;
}

TEST(RulebookErrors, OfModelsAndTheAxesThatListThem) {
  ToyRules rules;
  rules.models.push_back({"again.yaml", "model: market\naxis: line\nnecessary: [trade]\n"});
  EXPECT_EQ(told_of(rules), Lines{"again.yaml:1:8: duplicate-id found=market first=market.yaml:1"});

  rules = ToyRules();
  rules.models.push_back({"welfare.yaml", "model: welfare\naxis: line\naliases: [Market]\nnecessary: [trade]\n"});
  rules.typology = kHead + "axes: [{id: line, combine: hybrid, models: [market, welfare]}]\n";
  EXPECT_EQ(told_of(rules), Lines{"welfare.yaml:3:11: duplicate-id found=Market first=market.yaml:1"});

  rules = ToyRules();
  rules.typology = kHead + "axes: [{id: line, combine: hybrid, models: [market, markets, hospital]}]\n";
  EXPECT_EQ(told_of(rules), (Lines{"typology.yaml:6:53: unknown-model found=markets suggestion=market",
                                   "typology.yaml:6:62: unknown-model found=hospital"}));

  rules = ToyRules();
  rules.models.push_back({"lost.yaml", "model: lost\naxis: nowhere\nnecessary: [trade]\n"});
  EXPECT_EQ(told_of(rules), Lines{"lost.yaml:2:7: unknown-axis found=nowhere model=lost"});

  rules = ToyRules();  // an axis there is, but it does not list the model
  rules.models.push_back({"lost.yaml", "model: lost\naxis: line\nnecessary: [trade]\n"});
  EXPECT_EQ(told_of(rules), Lines{"lost.yaml:2:7: unknown-axis found=line model=lost"});

  rules = ToyRules();
  rules.models[0].text = "model: market\naxis: poles\nnecessary: [trade]\n";
  EXPECT_EQ(told_of(rules), Lines{"typology.yaml:6:45: unknown-axis found=poles model=market"});

  rules = ToyRules();
  rules.typology = kHead + "axes: [{id: line, combine: hybrid, models: [market, market]}]\n";
  EXPECT_EQ(told_of(rules), Lines{"typology.yaml:6:53: duplicate-id found=market first=market.yaml"});

  rules = ToyRules();
  rules.models[0].text = "axis: line\nnecessary: [trade]\n";
  EXPECT_EQ(told_of(rules),
            (Lines{"market.yaml:1:1: missing-key key=model", "typology.yaml:6:45: unknown-model found=market"}));
}

TEST(RulebookErrors, OfAxes) {
  const std::vector<Case> cases = {
      {"", {"typology.yaml:1:1: missing-key key=axes"}},
      {"axes: []\n", {"typology.yaml:6:7: empty-list", "market.yaml:2:7: unknown-axis found=line model=market"}},
      {"axes: {id: line}\n", {"typology.yaml:6:7: wrong-shape found=@shape.map expected=@shape.list"}},
      {"axes: [{id: line, combine: both, models: [market]}]\n",
       {"typology.yaml:6:28: unknown-choice found=both expected=hybrid, rival"}},
      {"axes: [{id: line, models: [market]}]\n", {"typology.yaml:6:8: missing-key key=combine"}},
      {"axes: [{id: line, combine: rival}]\n",
       {"typology.yaml:6:8: missing-key key=models", "market.yaml:2:7: unknown-axis found=line model=market"}},
      {"axes: [{id: line, combine: rival, models: []}]\n",
       {"typology.yaml:6:43: empty-list", "market.yaml:2:7: unknown-axis found=line model=market"}},
      {"axes: [{id: line, combine: rival, models: [market]}, {id: line, combine: rival, models: []}]\n",
       {"typology.yaml:6:59: duplicate-id found=line first=typology.yaml:6", "typology.yaml:6:89: empty-list"}},
      {"axes: [{id: line, combine: rival, models: [market], gate: []}]\n",
       {"typology.yaml:6:53: unknown-key found=gate suggestion=gates"}},
  };
  for (const Case& c : cases) EXPECT_EQ(with_typology(kHead + c.text), c.told) << c.text;
}

TEST(RulebookErrors, OfTooManyModelsOnOneAxis) {
  ToyRules rules;
  std::string list = "market";
  for (int i = 1; i <= 64; ++i) {
    const std::string id = "m" + std::to_string(i);
    rules.models.push_back({id + ".yaml", "model: " + id + "\naxis: line\nnecessary: [trade]\n"});
    if (i < 64) list += ", " + id;
  }
  rules.models.pop_back();
  rules.typology = kHead + "axes: [{id: line, combine: hybrid, models: [" + list + "]}]\n";
  EXPECT_EQ(told_of(rules), Lines());
  rules.models.push_back({"m64.yaml", "model: m64\naxis: line\nnecessary: [trade]\n"});
  rules.typology = kHead + "axes: [{id: line, combine: hybrid, models: [" + list + ", m64]}]\n";
  EXPECT_EQ(told_of(rules), Lines{"typology.yaml:6:44: yaml-too-large what=@limit.models limit=64"});
}

TEST(RulebookErrors, OfGatesAndOutcomes) {
  const std::string line =
      "axes:\n  - id: line\n    combine: hybrid\n    models: [market]\n    ";  // 9 lines, then column 5
  const std::vector<Case> cases = {
      {"gates: [{unless: treaties, verdict: a}]\n", {"typology.yaml:10:22: unknown-feature found=treaties"}},
      {"gates: [{unless: treaty}]\n", {"typology.yaml:10:13: missing-key key=verdict"}},
      {"gates: [{verdict: a}]\n", {"typology.yaml:10:13: missing-key key=if"}},
      {"gates: [{unless: treaty, verdict: pure}]\n", {"typology.yaml:10:39: reserved-id found=pure"}},
      {"gates: [{if: treaty, verdict: undecided}]\n", {"typology.yaml:10:35: reserved-id found=undecided"}},
      {"outcomes: [{id: none, if: treaty}]\n", {"typology.yaml:10:21: reserved-id found=none"}},
      {"outcomes: [{id: Common Minimum, if: treaty}]\n", {"typology.yaml:10:21: invalid-id found=Common Minimum"}},
      {"gates: [{if: treaty, above: 1.2, verdict: a}]\n", {"typology.yaml:10:33: out-of-range found=1.2"}},
      {"gates: [{if: treaty, below: 0.2, verdict: a}]\n", {"typology.yaml:10:26: unknown-key found=below"}},
      {"gates: [{if: {feature: treaty, weight: 2}, verdict: a}]\n", {"typology.yaml:10:44: misplaced-weight"}},
      {"gates: [{if: {feature: treaty, register: practice}, verdict: a}]\n",
       {"typology.yaml:10:46: misplaced-register"}},
      {"outcomes: [{id: a}]\n", {"typology.yaml:10:16: missing-key key=if"}},
      {"outcomes: [{id: a, if: treaty, above: 0.2}]\n", {"typology.yaml:10:36: unknown-key found=above"}},
      {"outcomes: [{if: treaty}]\n", {"typology.yaml:10:16: missing-key key=id"}},
  };
  for (const Case& c : cases) EXPECT_EQ(with_typology(kHead + line + c.text), c.told) << c.text;
}

TEST(RulebookErrors, OfAGateThatAsksTwiceStandAtTheSecondKey) {
  EXPECT_EQ(
      with_typology(kHead + "axes: [{id: line, combine: hybrid, models: [market], gates: [{if: treaty, unless: trade, "
                            "verdict: a}]}]\n"),
      Lines{"typology.yaml:6:75: unknown-key found=unless"});
}

TEST(RulebookErrors, OfEveryReservedWord) {
  for (const char* word : {"pure", "hybrid", "none", "at_least", "undecided", "contested"}) {
    const Lines is = with_typology(
        kHead + "axes: [{id: line, combine: hybrid, models: [market], outcomes: [{id: " + word + ", if: treaty}]}]\n");
    EXPECT_EQ(is, Lines{std::string("typology.yaml:6:70: reserved-id found=") + word});
  }
}

TEST(RulebookErrors, OfFindings) {
  const std::vector<Case> cases = {
      {"findings: [{id: a, if: nothing}]\n", {"findings.yaml:1:24: unknown-feature found=nothing"}},
      {"findings: [{id: a}]\n", {"findings.yaml:1:12: missing-key key=if"}},
      {"findings: [{if: trade}]\n", {"findings.yaml:1:12: missing-key key=id"}},
      {"findings: [{id: a, if: trade}, {id: a, if: funds}]\n",
       {"findings.yaml:1:37: duplicate-id found=a first=findings.yaml:1"}},
      {"findings: {id: a}\n", {"findings.yaml:1:11: wrong-shape found=@shape.map expected=@shape.list"}},
      {"findings: [{id: a, if: trade, massage: {en: m}}]\n",
       {"findings.yaml:1:31: unknown-key found=massage suggestion=message"}},
      {"findings: []\n", {}},
      {"{}\n", {"findings.yaml:1:1: missing-key key=findings"}},
  };
  for (const Case& c : cases) EXPECT_EQ(with_findings(c.text), c.told) << c.text;
}

TEST(RulebookErrors, OfAllFilesComeAtOnce) {
  ToyRules rules;
  rules.typology =
      "id: toy\nscale: {full: 2}\naxes: [{id: line, combine: rival, models: [market], gates: [{if: treat, "
      "verdict: pure}]}]\n";
  rules.indicators.push_back({"more.yaml", "indicators: [{id: trade, register: q}]\n"});
  rules.models[0].text =
      "model: market\naxis: line\nnecessary: [trade, spech]\ntypical: [{feature: funds, weight: 0}]\n";
  rules.findings = {{"findings.yaml", "findings: [{id: a, if: fund}]\n"}};
  EXPECT_EQ(sorted(told_of(rules)),
            sorted({"typology.yaml:1:1: missing-key key=version", "typology.yaml:2:15: out-of-range found=2",
                    "more.yaml:1:36: unknown-choice found=q expected=d, r, d/r",
                    "more.yaml:1:19: duplicate-id found=trade first=indicators.yaml:2",
                    "market.yaml:3:20: unknown-feature found=spech suggestion=speech",
                    "market.yaml:4:36: invalid-weight found=0", "typology.yaml:3:82: reserved-id found=pure",
                    "typology.yaml:3:66: unknown-feature found=treat suggestion=treaty",
                    "findings.yaml:1:24: unknown-feature found=fund suggestion=funds"}));
}

}  // namespace
}  // namespace bloctype
