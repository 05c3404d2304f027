// One fact: every way to write a value, and every way to write it wrongly. What values become once read is told by
// tests/cases/values.yaml; here stand words, places and messages.
#include "load/coding_loader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "builders.hpp"
#include "load/fields.hpp"

namespace bloctype {
namespace {

using Lines = std::vector<std::string>;

/// What the reader makes of a document that is one fact `INDICATOR: ...`.
struct Read {
  Fact fact;
  Lines told;

  const Triple& practice() const { return fact.triples[index_of(Register::kPractice)]; }
  const Triple& discourse() const { return fact.triples[index_of(Register::kDiscourse)]; }
};

class CodingReader : public testing::Test {
 protected:
  Read read(const std::string& text) const {
    const Document document = parsed(text);
    const CodingContext context{rulebook_, vocabulary_, {"ana-2018", "rui-2015"}, "en"};
    std::vector<Diagnostic> diagnostics;
    const auto indicator = rulebook_.indicator(document.root.keys.front().text);
    EXPECT_TRUE(indicator.has_value()) << text;
    Read result;
    result.fact = read_fact(NodeReader(*document.source, diagnostics), document.root.items.front(),
                            indicator.value_or(0), context);
    result.told = told(diagnostics);
    return result;
  }

  void expect_known(const std::string& text, double value) const {
    const Read is = read(text);
    EXPECT_EQ(is.told, Lines()) << text;
    EXPECT_TRUE(same(is.practice(), known(value))) << text;
    EXPECT_TRUE(same(is.discourse(), known(value))) << text;
    EXPECT_TRUE(is.fact.coded[0] && is.fact.coded[1]) << text;
  }
  void expect_unknown(const std::string& text) const {
    const Read is = read(text);
    EXPECT_EQ(is.told, Lines()) << text;
    EXPECT_TRUE(same(is.practice(), kUnknown) && same(is.discourse(), kUnknown)) << text;
    EXPECT_FALSE(is.fact.coded[0] || is.fact.coded[1]) << text;
  }

  const Rulebook rulebook_ = [] {
    ToyRules rules;
    rules.typology += "scale_words: [{id: full, label: {en: complete, pt: íntegro}}]\n";
    return rules.rulebook();
  }();
  const Vocabulary vocabulary_{rulebook_};
};

TEST_F(CodingReader, TakesScaleWordsInThreeLanguages) {
  struct Case {
    double value;
    std::vector<std::string> words;
  };
  const std::vector<Case> cases = {
      {0, {"absent", "ausente", "Absent", "AUSENTE", "0", "0.0"}},
      {0.33, {"marginal", "MARGINAL", "0.33"}},
      {0.67, {"substantial", "sustancial", "substancial", "Sustancial", "0.67", "6.7e-1"}},
      {1, {"full", "plena", "pleno", "Pleno", "1", "1.0"}},
      {0.5, {"0.5", ".5", "'0.5'"}},
  };
  for (const Case& c : cases) {
    for (const std::string& word : c.words) expect_known("trade: " + word, c.value);
  }
}

TEST_F(CodingReader, TakesTheRulebooksOwnLabelsWithAndWithoutAccents) {
  for (const char* word : {"complete", "íntegro", "integro", "ÍNTEGRO"}) expect_known(std::string("trade: ") + word, 1);
}

TEST_F(CodingReader, TakesYesAndNoInThreeLanguagesWithAndWithoutAccents) {
  for (const char* word : {"yes", "Yes", "sí", "si", "SÍ", "sim", "'yes'"}) {
    expect_known(std::string("treaty: ") + word, 1);
    expect_known(std::string("trade: ") + word, 1);
  }
  for (const char* word : {"no", "No", "não", "nao", "NÃO"}) {
    expect_known(std::string("treaty: ") + word, 0);
    expect_known(std::string("trade: ") + word, 0);
  }
}

TEST_F(CodingReader, TakesEveryWordForUnknown) {
  for (const char* word : {"unknown", "Unknown", "desconocido", "desconocida", "desconhecido", "desconhecida", "'?'",
                           "NA", "na", "n/a", "N/A", "n.d.", "null", "~", ""}) {
    expect_unknown(std::string("trade: ") + word);
    expect_unknown(std::string("treaty: ") + word);
  }
}

TEST_F(CodingReader, TakesIntervalsWithEndsOfAnyKind) {
  for (const char* interval : {"[substantial, full]", "[0.67, 1]", "[sustancial, pleno]", "[substancial, yes]"}) {
    const Read is = read(std::string("trade: ") + interval);
    EXPECT_EQ(is.told, Lines()) << interval;
    EXPECT_TRUE(same(is.practice(), contested(0.67, 1))) << interval;
    EXPECT_TRUE(is.fact.coded[0]) << interval;
  }
}

TEST_F(CodingReader, HoldsAContestedWholeScaleForCodedAndUnknownForNot) {
  EXPECT_EQ(read("trade: [absent, full]").fact.coded, (std::array<bool, 2>{true, true}));
  EXPECT_EQ(read("trade: unknown").fact.coded, (std::array<bool, 2>{false, false}));
  EXPECT_EQ(read("trade: {discourse: full}").fact.coded, (std::array<bool, 2>{false, true}));
  EXPECT_EQ(read("trade: {value: full, practice: unknown}").fact.coded, (std::array<bool, 2>{false, true}));
}

TEST_F(CodingReader, KeepsWhatACodingSaysOfItself) {
  const Read is =
      read("trade: {value: full, source: ana-2018, where: 18-C, coder: rui, date: 2020-01-02, note: {es: a, en: b}}");
  EXPECT_EQ(is.told, Lines());
  ASSERT_EQ(is.fact.codings.size(), 1U);
  const Coding& coding = is.fact.codings[0];
  EXPECT_EQ(coding.source, "ana-2018");
  EXPECT_EQ(coding.where, "18-C");
  EXPECT_EQ(coding.coder, "rui");
  EXPECT_EQ(coding.date, "2020-01-02");
  EXPECT_EQ(coding.note.in("es"), "a");
  EXPECT_EQ(coding.note.in("en"), "b");
  EXPECT_EQ(coding.place.line, 1);
  EXPECT_EQ(coding.place.column, 8);
  EXPECT_EQ(read("trade: {value: full, note: plain}").fact.codings[0].note.in("en"), "plain");
}

TEST_F(CodingReader, KeepsEveryOneOfSeveralCodingsWithItsPlace) {
  const Read is =
      read("trade:\n  - {value: full, coder: ana}\n  - {value: unknown, coder: eva}\n  - {practice: marginal}\n");
  EXPECT_EQ(is.told, Lines());
  ASSERT_EQ(is.fact.codings.size(), 3U);
  EXPECT_EQ(is.fact.codings[2].place.line, 4);
  EXPECT_EQ(is.fact.codings[2].place.column, 5);
  EXPECT_FALSE(is.fact.codings[1].values[0].has_value());
  EXPECT_TRUE(same(is.practice(), contested(0.33, 1)));
  EXPECT_TRUE(same(is.discourse(), known(1)));
}

TEST_F(CodingReader, RefusesWhatIsNoValueWhereItStands) {
  const std::string words = " expected=absent, marginal, substantial, full low=marginal high=substantial";
  struct Case {
    std::string text;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"trade: half", {"in.yaml:1:8: unknown-word found=half" + words}},
      {"trade: medium", {"in.yaml:1:8: unknown-word found=medium" + words}},
      {"trade: fulll", {"in.yaml:1:8: unknown-word found=fulll" + words + " suggestion=full"}},
      {"trade: substantail", {"in.yaml:1:8: unknown-word found=substantail" + words + " suggestion=substantial"}},
      {"trade: magrinal", {"in.yaml:1:8: unknown-word found=magrinal" + words + " suggestion=marginal"}},
      {"trade: .inf", {"in.yaml:1:8: unknown-word found=.inf" + words}},
      {"trade: 0x1", {"in.yaml:1:8: unknown-word found=0x1" + words}},
      {"trade: ''", {"in.yaml:1:8: unknown-word found=" + words}},
      {"trade: 1.5", {"in.yaml:1:8: out-of-range found=1.5"}},
      {"trade: -0.1", {"in.yaml:1:8: out-of-range found=-0.1"}},
      {"trade: 2", {"in.yaml:1:8: out-of-range found=2"}},
      {"trade: 1,5", {"in.yaml:1:8: decimal-comma found=1,5 suggestion=1.5"}},
      {"trade: 0,67", {"in.yaml:1:8: decimal-comma found=0,67 suggestion=0.67"}},
      {"trade: {value: '0,67'}", {"in.yaml:1:16: decimal-comma found=0,67 suggestion=0.67"}},
  };
  for (const Case& c : cases) {
    const Read is = read(c.text);
    EXPECT_EQ(is.told, c.told) << c.text;
    EXPECT_TRUE(same(is.practice(), kUnknown)) << c.text;
  }
}

TEST_F(CodingReader, RefusesWhatIsNoNumberThoughMachinesCallItOne) {
  for (const char* value : {".nan", ".NaN", "nan", ".inf", "-.inf", "inf", "0x1", "1e999", "1_0"}) {
    const Read is = read(std::string("trade: ") + value);
    ASSERT_EQ(is.told.size(), 1U) << value;
    EXPECT_TRUE(is.told[0].starts_with(std::string("in.yaml:1:8: unknown-word found=") + value + " ")) << is.told[0];
    EXPECT_FALSE(is.fact.coded[0] || is.fact.coded[1]) << value;
  }
}

TEST_F(CodingReader, RefusesIntervalsThatAreNone) {
  const std::string words = " expected=absent, marginal, substantial, full low=marginal high=substantial";
  struct Case {
    std::string interval;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"[full]", {"in.yaml:1:8: interval-ends count=1"}},
      {"[]", {"in.yaml:1:8: interval-ends count=0"}},
      {"[absent, marginal, full]", {"in.yaml:1:8: interval-ends count=3"}},
      {"[[absent, full], full]", {"in.yaml:1:8: interval-ends count=2"}},
      {"[full, absent]", {"in.yaml:1:8: reversed-interval low=full high=absent"}},
      {"[1, 0.99]", {"in.yaml:1:8: reversed-interval low=1 high=0.99"}},
      {"[unknown, full]", {"in.yaml:1:9: unknown-in-interval found=unknown"}},
      {"['?', n/a]", {"in.yaml:1:9: unknown-in-interval found=?", "in.yaml:1:14: unknown-in-interval found=n/a"}},
      {"[half, full]", {"in.yaml:1:9: unknown-word found=half" + words}},
      {"[0.5, 1.5]", {"in.yaml:1:14: out-of-range found=1.5"}},
      {"[-1, ful]",
       {"in.yaml:1:9: out-of-range found=-1", "in.yaml:1:13: unknown-word found=ful" + words + " suggestion=full"}},
  };
  for (const Case& c : cases) {
    const Read is = read("trade: " + c.interval);
    EXPECT_EQ(is.told, c.told) << c.interval;
    EXPECT_FALSE(is.fact.coded[0]) << c.interval;
  }
}

TEST_F(CodingReader, RefusesDegreesOfAYesOrNoIndicator) {
  struct Case {
    std::string value;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"marginal", {"in.yaml:1:9: yes-no-only found=marginal indicator=treaty"}},
      {"substantial", {"in.yaml:1:9: yes-no-only found=substantial indicator=treaty"}},
      {"0.5", {"in.yaml:1:9: yes-no-only found=0.5 indicator=treaty"}},
      {"[no, marginal]", {"in.yaml:1:14: yes-no-only found=marginal indicator=treaty"}},
      {"{value: 0.99}", {"in.yaml:1:17: yes-no-only found=0.99 indicator=treaty"}},
      {"absent", {}},
      {"full", {}},
      {"0", {}},
      {"1", {}},
      {"[no, yes]", {}},
      {"unknown", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(read("treaty: " + c.value).told, c.told) << c.value;
}

TEST_F(CodingReader, RefusesToCodeApartWhatHasOneValue) {
  struct Case {
    std::string text;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"speech: {discourse: full}", {"in.yaml:1:21: split-coding indicator=speech subject=@subject.declared"}},
      {"speech: {practice: full}", {"in.yaml:1:20: split-coding indicator=speech subject=@subject.declared"}},
      {"funds: {practice: full}", {"in.yaml:1:19: split-coding indicator=funds subject=@subject.done"}},
      {"funds: {value: full, discourse: absent}", {"in.yaml:1:33: split-coding indicator=funds subject=@subject.done"}},
      {"funds: {discourse: full, practice: absent}",
       {"in.yaml:1:20: split-coding indicator=funds subject=@subject.done",
        "in.yaml:1:36: split-coding indicator=funds subject=@subject.done"}},
      {"speech: {value: full}", {}},
      {"trade: {discourse: full, practice: absent}", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.text).told, c.told) << c.text;
}

TEST_F(CodingReader, WarnsOfAValueThatServesNoRegister) {
  const Read is = read("trade: {value: marginal, discourse: full, practice: absent}");
  EXPECT_EQ(is.told, Lines{"in.yaml:1:16: unused-value indicator=trade"});
  EXPECT_TRUE(same(is.discourse(), known(1)));
  EXPECT_TRUE(same(is.practice(), known(0)));
  EXPECT_EQ(read("trade: {value: marginal, discourse: full}").told, Lines());
}

TEST_F(CodingReader, RefusesWhatACodingMayNotSay) {
  struct Case {
    std::string text;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"trade: {source: ana-2018}", {"in.yaml:1:8: missing-key key=value"}},
      {"trade: {}", {"in.yaml:1:8: missing-key key=value"}},
      {"trade: {value: {low: absent}}", {"in.yaml:1:16: wrong-shape found=@shape.map expected=@shape.value"}},
      {"trade: {vlaue: full}",
       {"in.yaml:1:9: unknown-key found=vlaue suggestion=value", "in.yaml:1:8: missing-key key=value"}},
      {"trade: {value: full, sorce: ana-2018}", {"in.yaml:1:22: unknown-key found=sorce suggestion=source"}},
      {"trade: {value: full, source: ana-2019}", {"in.yaml:1:30: unknown-source found=ana-2019 suggestion=ana-2018"}},
      {"trade: {value: full, source: eva}", {"in.yaml:1:30: unknown-source found=eva"}},
      {"trade: {value: full, source: [ana-2018]}",
       {"in.yaml:1:30: wrong-shape found=@shape.list expected=@shape.text"}},
      {"trade: {value: full, note: {english: a}}", {"in.yaml:1:29: unknown-key found=english"}},
      {"trade: [{value: full}, marginal]", {"in.yaml:1:24: wrong-shape found=@shape.text expected=@shape.map"}},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.text).told, c.told) << c.text;
}

TEST_F(CodingReader, ReportsEverythingThatIsWrongWithOneFact) {
  const Read is = read(
      "speech:\n"
      "  - {value: ful, source: nobody, coder: ana}\n"
      "  - {discourse: full, wher: 18-C}\n"
      "  - {value: [full, absent]}\n");
  EXPECT_EQ(is.told,
            (Lines{"in.yaml:2:13: unknown-word found=ful expected=absent, marginal, substantial, full low=marginal "
                   "high=substantial "
                   "suggestion=full",
                   "in.yaml:2:26: unknown-source found=nobody", "in.yaml:3:23: unknown-key found=wher suggestion=where",
                   "in.yaml:3:17: split-coding indicator=speech subject=@subject.declared",
                   "in.yaml:4:13: reversed-interval low=full high=absent"}));
}

}  // namespace
}  // namespace bloctype
