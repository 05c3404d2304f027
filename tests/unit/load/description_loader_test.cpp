// Descriptions: bloc, sources, periods and facts, and everything that can be wrong with one. Values of single facts are
// coding_loader_test's affair.
#include "load/description_loader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "builders.hpp"

namespace bloctype {
namespace {

using Lines = std::vector<std::string>;

class DescriptionLoader : public testing::Test {
 protected:
  Loaded<Description> load(const std::string& text) const {
    return load_description(parsed(text), rulebook_, vocabulary_);
  }
  Lines told_of(const std::string& text) const { return told(load(text).diagnostics); }

  /// The description of `text`, which must have no errors.
  Description loaded(const std::string& text) const {
    Loaded<Description> result = load(text);
    EXPECT_TRUE(result.value.has_value()) << text << testing::PrintToString(told(result.diagnostics));
    return result.value.value_or(Description{});
  }

  const Fact& fact(const Period& period, std::string_view indicator) const {
    return period.facts[rulebook_.indicator(indicator).value()];
  }

  const Rulebook rulebook_ = ToyRules().rulebook();
  const Vocabulary vocabulary_{rulebook_};
};

/// Facts with a source, so that no warning stands beside what a test is about.
const std::string kFacts = "facts: {trade: {value: full, source: ana-2018}}\n";

TEST_F(DescriptionLoader, ReadsAWholeDescription) {
  const Description d = loaded(
      "bloc: mercosur\n"
      "hegemon: BR\n"
      "name: {pt: Mercosul, en: Mercosur}\n"
      "aliases: [Southern Common Market]\n"
      "members: [AR, BR]\n"
      "note: free text\n"
      "sources:\n"
      "  rui-2015: {author: Rui, title: A title, container: A journal, year: 2015}\n"
      "periods:\n"
      "  - {id: early, from: 1991, to: 2002, note: text, facts: {trade: {value: full, source: rui-2015}}}\n"
      "  - {from: 2003, facts: {trade: {value: absent, source: ana-2018}}}\n");
  EXPECT_EQ(d.bloc, "mercosur");
  EXPECT_EQ(d.hegemon, "BR");
  EXPECT_EQ(d.name.in("en"), "Mercosur");
  EXPECT_EQ(d.name.in("pt"), "Mercosul");
  EXPECT_EQ(d.name.in("fr"), "Mercosur");
  EXPECT_EQ(d.aliases, Lines{"Southern Common Market"});
  EXPECT_EQ(d.members, (Lines{"AR", "BR"}));
  ASSERT_EQ(d.sources.size(), 1U);
  EXPECT_EQ(d.sources[0].id, "rui-2015");
  EXPECT_EQ(d.sources[0].author, "Rui");
  EXPECT_EQ(d.sources[0].year, "2015");
  ASSERT_EQ(d.periods.size(), 2U);
  EXPECT_EQ(d.periods[0].id, "early");
  EXPECT_EQ(d.periods[0].from, 1991);
  EXPECT_EQ(d.periods[0].to, 2002);
  EXPECT_EQ(d.periods[0].place.line, 10);
  EXPECT_EQ(d.periods[1].id, "2003-");
  EXPECT_EQ(d.periods[1].to, std::nullopt);
  EXPECT_EQ(d.periods[1].facts.size(), rulebook_.indicators.size());
  EXPECT_TRUE(same(fact(d.periods[1], "trade").triples[0], known(0)));
}

TEST_F(DescriptionLoader, TakesUsForTheHegemonOfOneThatNamesNone) {
  EXPECT_EQ(loaded("bloc: a\n" + kFacts).hegemon, "US");
}

TEST_F(DescriptionLoader, MakesOnePeriodWithoutYearsOfFactsAlone) {
  const Description d = loaded("bloc: a\n" + kFacts);
  ASSERT_EQ(d.periods.size(), 1U);
  EXPECT_EQ(d.periods[0].id, "");
  EXPECT_EQ(d.periods[0].from, std::nullopt);
  EXPECT_EQ(d.periods[0].to, std::nullopt);
  EXPECT_TRUE(same(fact(d.periods[0], "trade").triples[0], known(1)));
}

TEST_F(DescriptionLoader, TakesEmptyFactsForNothingCoded) {
  for (const char* text : {"bloc: a\nfacts: {}\n", "bloc: a\nfacts:\n", "bloc: a\nperiods: [{from: 1991}]\n"}) {
    const Description d = loaded(text);
    ASSERT_EQ(d.periods.size(), 1U) << text;
    for (const Fact& f : d.periods[0].facts) EXPECT_TRUE(same(f.triples[0], kUnknown) && !f.coded[0]) << text;
    EXPECT_EQ(told_of(text), Lines()) << text;
  }
}

TEST_F(DescriptionLoader, AsksForABlocAndForFactsOrPeriods) {
  EXPECT_EQ(told_of(kFacts), Lines{"in.yaml:1:1: missing-key key=bloc"});
  EXPECT_EQ(told_of("bloc: a\n"), Lines{"in.yaml:1:1: no-facts"});
  EXPECT_EQ(told_of("hegemon: US\n"), (Lines{"in.yaml:1:1: missing-key key=bloc", "in.yaml:1:1: no-facts"}));
  EXPECT_EQ(told_of("[bloc]"), Lines{"in.yaml:1:1: wrong-shape found=@shape.list expected=@shape.map"});
  EXPECT_EQ(told_of("bloc: ''\n" + kFacts), Lines{"in.yaml:1:7: empty-text"});
  EXPECT_EQ(told_of("bloc: a\nperiods: []\n"), Lines{"in.yaml:2:10: empty-list"});
}

TEST_F(DescriptionLoader, RefusesUnknownNamesWithTheNearestOne) {
  struct Case {
    std::string text;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"bloc: a\nmember: [AR]\n" + kFacts, {"in.yaml:2:1: unknown-key found=member suggestion=members"}},
      {"bloc: a\nfacts:\n  trad: {value: full, source: ana-2018}\n",
       {"in.yaml:3:3: unknown-indicator found=trad suggestion=trade"}},
      {"bloc: a\nfacts:\n  hospitals: full\n", {"in.yaml:3:3: unknown-indicator found=hospitals"}},
      {"bloc: a\nfacts:\n  trade: {value: full, source: ana-2081}\n",
       {"in.yaml:3:32: unknown-source found=ana-2081 suggestion=ana-2018"}},
      {"bloc: a\nsources: {rui: {auther: R}}\n" + kFacts, {"in.yaml:2:17: unknown-key found=auther suggestion=author"}},
      {"bloc: a\nperiods:\n  - {form: 1991, facts: {}}\n",
       {"in.yaml:3:6: unknown-key found=form suggestion=from", "in.yaml:3:5: missing-key key=from"}},
      {"bloc: a\nname: {english: A}\n" + kFacts, {"in.yaml:2:8: unknown-key found=english"}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(told_of(c.text), c.told) << c.text;
    EXPECT_FALSE(load(c.text).value.has_value()) << c.text;
  }
}

TEST_F(DescriptionLoader, RefusesPartsOfTheWrongShape) {
  struct Case {
    std::string text;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"bloc: [a]\n" + kFacts, {"in.yaml:1:7: wrong-shape found=@shape.list expected=@shape.text"}},
      {"bloc: a\nfacts: [trade]\n", {"in.yaml:2:8: wrong-shape found=@shape.list expected=@shape.map"}},
      {"bloc: a\nfacts: full\n", {"in.yaml:2:8: wrong-shape found=@shape.text expected=@shape.map"}},
      {"bloc: a\nperiods: {from: 1991}\n", {"in.yaml:2:10: wrong-shape found=@shape.map expected=@shape.list"}},
      {"bloc: a\nperiods: [1991]\n", {"in.yaml:2:11: wrong-shape found=@shape.text expected=@shape.map"}},
      {"bloc: a\nsources: [rui]\n" + kFacts, {"in.yaml:2:10: wrong-shape found=@shape.list expected=@shape.map"}},
      {"bloc: a\nmembers: {AR: 1}\n" + kFacts, {"in.yaml:2:10: wrong-shape found=@shape.map expected=@shape.list"}},
      {"bloc: a\nfacts: \"\"\n", {"in.yaml:2:8: wrong-shape found=@shape.text expected=@shape.map"}},
      {"bloc: a\nnote: [b]\n" + kFacts, {"in.yaml:2:7: wrong-shape found=@shape.list expected=@shape.map"}},
      {"bloc: a\nnote: {why: b}\n" + kFacts, {}},
      {"bloc: a\nnote: {reason: b}\n" + kFacts, {"in.yaml:2:8: unknown-key found=reason"}},
      {"bloc: a\nperiods: [{from: 1991, note: [b]}]\n",
       {"in.yaml:2:30: wrong-shape found=@shape.list expected=@shape.map"}},
      {"bloc: a\nperiods: [{from: 1991, to: []}]\n",
       {"in.yaml:2:28: wrong-shape found=@shape.list expected=@shape.text"}},
      {"bloc: a\nperiods: [{from: 1991, to: {}}]\n",
       {"in.yaml:2:28: wrong-shape found=@shape.map expected=@shape.text"}},
  };
  for (const Case& c : cases) EXPECT_EQ(told_of(c.text), c.told) << c.text;
}

TEST_F(DescriptionLoader, LetsAFactNameASourceOfTheRulebookOrOfItsOwnFile) {
  EXPECT_EQ(told_of("bloc: a\nsources: {rui: {}}\nfacts: {trade: {value: full, source: rui}}\n"), Lines());
  EXPECT_EQ(told_of("bloc: a\nfacts: {trade: {value: full, source: ana-2018}}\n"), Lines());
  EXPECT_EQ(told_of("bloc: a\nfacts: {trade: {value: full, source: rui}}\n"),
            Lines{"in.yaml:2:38: unknown-source found=rui"});
}

TEST_F(DescriptionLoader, WarnsOnceOfFactsWithoutASource) {
  struct Case {
    std::string text;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"bloc: a\nfacts: {trade: full}\n", {"in.yaml:2:16: missing-source count=1 file=in.yaml"}},
      {"bloc: a\nfacts:\n  trade: full\n  speech: {value: full}\n  funds: {value: full, source: ana-2018}\n",
       {"in.yaml:3:10: missing-source count=2 file=in.yaml"}},
      {"bloc: a\nfacts: {trade: unknown}\n", {}},
      {"bloc: a\nfacts: {trade: full}\nperiods: [{from: 1991, to: 1992}, {from: 1993}]\n",
       {"in.yaml:2:16: missing-source count=1 file=in.yaml"}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(told_of(c.text), c.told) << c.text;
    EXPECT_TRUE(load(c.text).value.has_value()) << c.text;
  }
}

TEST_F(DescriptionLoader, LetsAPeriodReplaceASharedFactWhole) {
  const Description d = loaded(
      "bloc: a\n"
      "facts:\n"
      "  trade: {discourse: full, practice: full, source: ana-2018}\n"
      "  speech: {value: full, source: ana-2018}\n"
      "periods:\n"
      "  - {from: 1991, to: 1994, facts: {trade: {discourse: absent, source: ana-2018}}}\n"
      "  - {from: 1995}\n");
  const Fact& own = fact(d.periods[0], "trade");
  EXPECT_TRUE(same(own.triples[index_of(Register::kDiscourse)], known(0)));
  EXPECT_TRUE(same(own.triples[index_of(Register::kPractice)], kUnknown));  // not the shared one
  EXPECT_TRUE(same(fact(d.periods[0], "speech").triples[0], known(1)));
  EXPECT_TRUE(same(fact(d.periods[1], "trade").triples[0], known(1)));
}

TEST_F(DescriptionLoader, PutsPeriodsInOrderOfTime) {
  const Description d = loaded("bloc: a\nperiods: [{from: 2003, to: 2015}, {from: 2015}, {from: 1991, to: 2002}]\n");
  ASSERT_EQ(d.periods.size(), 3U);
  EXPECT_EQ(d.periods[0].id, "1991-2002");
  EXPECT_EQ(d.periods[1].id, "2003-2015");
  EXPECT_EQ(d.periods[2].id, "2015-");
}

TEST_F(DescriptionLoader, JudgesTheYearsOfPeriods) {
  struct Case {
    std::string periods;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"[{from: 1991, to: 2015}, {from: 2015}]", {}},  // a boundary year may be shared
      {"[{from: 1991, to: 1991}, {from: 1992, to: 1992}]", {}},
      {"[{from: 0, to: 9999}]", {}},
      {"[{from: 2000, to: 2005}, {from: 2005, to: 2005}, {from: 2005}]",
       {"in.yaml:2:59: period-overlap found=2005- other=2005-2005"}},
      {"[{from: 1991, to: 2016}, {from: 2015}]", {"in.yaml:2:35: period-overlap found=2015- other=1991-2016"}},
      {"[{from: 2015}, {from: 1991, to: 2016}]", {"in.yaml:2:11: period-overlap found=2015- other=1991-2016"}},
      {"[{from: 1991}, {from: 2015, to: 2018}]", {"in.yaml:2:25: period-overlap found=2015-2018 other=1991-"}},
      {"[{from: 1991, to: 2000}, {id: again, from: 1991, to: 2000}]",
       {"in.yaml:2:35: period-overlap found=again other=1991-2000"}},
      {"[{from: 2002, to: 2001}]", {"in.yaml:2:28: period-reversed from=2002 to=2001"}},
      {"[{from: 1991, to: 1991}]", {}},
      {"[{to: 1991}]", {"in.yaml:2:11: missing-key key=from"}},
      {"[{from: nineties}]", {"in.yaml:2:18: invalid-year found=nineties"}},
      {"[{from: 1991, to: 20020}]", {"in.yaml:2:28: invalid-year found=20020"}},
      {"[{from: 1991.5, to: -3}]", {"in.yaml:2:18: invalid-year found=1991.5", "in.yaml:2:30: invalid-year found=-3"}},
  };
  for (const Case& c : cases) EXPECT_EQ(told_of("bloc: a\nperiods: " + c.periods + "\n"), c.told) << c.periods;
}

TEST_F(DescriptionLoader, FindsEveryOverlapNotOnlyThoseOfNeighbours) {
  EXPECT_EQ(
      told_of("bloc: a\nperiods:\n- {from: 1990, to: 2010}\n- {from: 1991, to: 1995}\n- {from: 2000, to: 2005}\n"),
      (Lines{"in.yaml:4:3: period-overlap found=1991-1995 other=1990-2010",
             "in.yaml:5:3: period-overlap found=2000-2005 other=1990-2010"}));
}

TEST_F(DescriptionLoader, RefusesTwoPeriodsOfOneName) {
  EXPECT_EQ(told_of("bloc: a\nperiods:\n- {id: x, from: 1991, to: 1992}\n- {id: x, from: 1993}\n"),
            Lines{"in.yaml:4:8: duplicate-id found=x first=in.yaml:3"});
  EXPECT_EQ(told_of("bloc: a\nperiods:\n- {from: 1991, to: 1992}\n- {id: 1991-1992, from: 1993}\n"),
            Lines{"in.yaml:4:8: duplicate-id found=1991-1992 first=in.yaml:3"});
}

TEST_F(DescriptionLoader, ReportsAllThatIsWrongAtOnce) {
  EXPECT_EQ(
      sorted(told_of("bolc: a\n"
                     "sources: {rui: {titel: T}}\n"
                     "facts:\n"
                     "  trad: full\n"
                     "  treaty: marginal\n"
                     "  speech: {discourse: full}\n"
                     "periods:\n"
                     "  - {from: 2002, to: 2001, facts: {trade: [full, absent], funds: '1,5'}}\n"
                     "  - {from: soon, facts: {funds: half, speech: {value: full, source: eva}}}\n")),
      sorted({"in.yaml:1:1: unknown-key found=bolc suggestion=bloc", "in.yaml:1:1: missing-key key=bloc",
              "in.yaml:2:17: unknown-key found=titel suggestion=title",
              "in.yaml:4:3: unknown-indicator found=trad suggestion=trade",
              "in.yaml:5:11: yes-no-only found=marginal indicator=treaty",
              "in.yaml:6:23: split-coding indicator=speech subject=@subject.declared",
              "in.yaml:8:43: reversed-interval low=full high=absent",
              "in.yaml:8:66: decimal-comma found=1,5 suggestion=1.5", "in.yaml:8:22: period-reversed from=2002 to=2001",
              "in.yaml:9:33: unknown-word found=half expected=absent, marginal, substantial, full low=marginal "
              "high=substantial",
              "in.yaml:9:69: unknown-source found=eva", "in.yaml:9:12: invalid-year found=soon"}));
}

TEST_F(DescriptionLoader, ReadsTheSameWhateverTheOrderOfKeysAndFacts) {
  const Description a = loaded(
      "bloc: a\nname: {en: A, es: B}\nfacts:\n  trade: {value: full, source: ana-2018}\n  speech: {value: absent, "
      "source: ana-2018}\n");
  const Description b = loaded(
      "facts:\n  speech: {source: ana-2018, value: absent}\n  trade: {source: ana-2018, value: full}\nname: {es: B, "
      "en: "
      "A}\nbloc: a\n");
  EXPECT_EQ(a.bloc, b.bloc);
  EXPECT_EQ(a.name.in("pt"), b.name.in("pt"));
  for (std::size_t i = 0; i < rulebook_.indicators.size(); ++i) {
    EXPECT_TRUE(same(a.periods[0].facts[i].triples[0], b.periods[0].facts[i].triples[0])) << i;
    EXPECT_EQ(a.periods[0].facts[i].coded, b.periods[0].facts[i].coded) << i;
  }
}

}  // namespace
}  // namespace bloctype
