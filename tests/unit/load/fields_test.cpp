// Typed questions to a document: values where there are any, else what is wrong and where.
#include "load/fields.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "builders.hpp"

namespace bloctype {
namespace {

using Lines = std::vector<std::string>;

/// A document `x: ...` and the questions to its value; the value stands in column 4.
class Asked {
 public:
  explicit Asked(const std::string& value) : document_(parsed("x: " + value)) {}

  NodeReader reading() { return {*document_.source, diagnostics_}; }
  const Node& node() const { return *document_.root.find("x"); }
  const Node& root() const { return document_.root; }
  Lines told() const { return bloctype::told(diagnostics_); }
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  Document document_;
  std::vector<Diagnostic> diagnostics_;
};

TEST(Fields, ReadsATextThatIsNotEmpty) {
  struct Case {
    std::string value;
    std::optional<std::string> text;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"a", "a", {}},
      {"'1991'", "1991", {}},
      {"\"a b\"", "a b", {}},
      {"''", std::nullopt, {"in.yaml:1:4: empty-text"}},
      {"[a]", std::nullopt, {"in.yaml:1:4: wrong-shape found=@shape.list expected=@shape.text"}},
      {"{a: b}", std::nullopt, {"in.yaml:1:4: wrong-shape found=@shape.map expected=@shape.text"}},
  };
  for (const Case& c : cases) {
    Asked asked(c.value);
    EXPECT_EQ(asked.reading().text(asked.node()), c.text) << c.value;
    EXPECT_EQ(asked.told(), c.told) << c.value;
  }
}

TEST(Fields, ReadsNumbersAndNothingLikeThem) {
  struct Case {
    std::string value;
    std::optional<double> number;
    Lines told;
  };
  const auto no_number = [](const std::string& found) {
    return Lines{"in.yaml:1:4: wrong-shape found=`" + found + "` expected=@shape.number"};
  };
  const std::vector<Case> cases = {
      {"0.67", 0.67, {}},
      {"-3", -3.0, {}},
      {"1e-3", 0.001, {}},
      {"010", 10.0, {}},
      {"1,5", std::nullopt, {"in.yaml:1:4: decimal-comma found=1,5 suggestion=1.5"}},
      {"'0,33'", std::nullopt, {"in.yaml:1:4: decimal-comma found=0,33 suggestion=0.33"}},
      {".nan", std::nullopt, no_number(".nan")},
      {".inf", std::nullopt, no_number(".inf")},
      {"0x10", std::nullopt, no_number("0x10")},
      {"+1", std::nullopt, no_number("+1")},
      {"1e400", std::nullopt, no_number("1e400")},
      {"full", std::nullopt, no_number("full")},
      {"a,b", std::nullopt, no_number("a,b")},
      {"[1]", std::nullopt, {"in.yaml:1:4: wrong-shape found=@shape.list expected=@shape.text"}},
      {"''", std::nullopt, {"in.yaml:1:4: empty-text"}},
  };
  for (const Case& c : cases) {
    Asked asked(c.value);
    EXPECT_EQ(asked.reading().number(asked.node()), c.number) << c.value;
    EXPECT_EQ(asked.told(), c.told) << c.value;
  }
}

TEST(Fields, ReadsDegreesFromZeroToOne) {
  struct Case {
    std::string value;
    std::optional<double> degree;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"0", 0.0, {}},
      {"1", 1.0, {}},
      {"0.5", 0.5, {}},
      {"1.1", std::nullopt, {"in.yaml:1:4: out-of-range found=1.1"}},
      {"-0.1", std::nullopt, {"in.yaml:1:4: out-of-range found=-0.1"}},
      {"1.000001", std::nullopt, {"in.yaml:1:4: out-of-range found=1.000001"}},
      {"high", std::nullopt, {"in.yaml:1:4: wrong-shape found=`high` expected=@shape.number"}},
  };
  for (const Case& c : cases) {
    Asked asked(c.value);
    EXPECT_EQ(asked.reading().degree(asked.node()), c.degree) << c.value;
    EXPECT_EQ(asked.told(), c.told) << c.value;
  }
}

TEST(Fields, ReadsYearsOfOneToFourDigits) {
  struct Case {
    std::string value;
    std::optional<int> year;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"1991", 1991, {}},
      {"0", 0, {}},
      {"010", 10, {}},
      {"9999", 9999, {}},
      {"10000", std::nullopt, {"in.yaml:1:4: invalid-year found=10000"}},
      {"-5", std::nullopt, {"in.yaml:1:4: invalid-year found=-5"}},
      {"1991.5", std::nullopt, {"in.yaml:1:4: invalid-year found=1991.5"}},
      {"ca. 1991", std::nullopt, {"in.yaml:1:4: invalid-year found=ca. 1991"}},
      {"[1991]", std::nullopt, {"in.yaml:1:4: wrong-shape found=@shape.list expected=@shape.text"}},
  };
  for (const Case& c : cases) {
    Asked asked(c.value);
    EXPECT_EQ(asked.reading().year(asked.node()), c.year) << c.value;
    EXPECT_EQ(asked.told(), c.told) << c.value;
  }
}

TEST(Fields, ReadsAListOfTextsOrOne) {
  struct Case {
    std::string value;
    std::vector<std::string> texts;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"[a, b]", {"a", "b"}, {}},
      {"a", {"a"}, {}},
      {"[]", {}, {}},
      {"[a, [b], '']",
       {"a"},
       {"in.yaml:1:8: wrong-shape found=@shape.list expected=@shape.text", "in.yaml:1:13: empty-text"}},
      {"{a: b}", {}, {"in.yaml:1:4: wrong-shape found=@shape.map expected=@shape.list"}},
  };
  for (const Case& c : cases) {
    Asked asked(c.value);
    EXPECT_EQ(asked.reading().texts(asked.node()), c.texts) << c.value;
    EXPECT_EQ(asked.told(), c.told) << c.value;
  }
}

TEST(Fields, ReadsATextInSeveralLanguages) {
  using Texts = std::vector<std::pair<std::string, std::string>>;
  struct Case {
    std::string value;
    Texts texts;
    Lines told;
  };
  const std::vector<Case> cases = {
      {"bloc", {{"es", "bloc"}}, {}},
      {"{en: bloc, es: bloque}", {{"es", "bloque"}, {"en", "bloc"}}, {}},
      {"{pt: bloco}", {{"pt", "bloco"}}, {}},
      {"{english: bloc, es: bloque}", {{"es", "bloque"}}, {"in.yaml:1:5: unknown-key found=english"}},
      {"{EN: bloc}", {}, {"in.yaml:1:5: unknown-key found=EN"}},
      {"{e: bloc}", {}, {"in.yaml:1:5: unknown-key found=e"}},
      {"{en: '', es: [a]}",
       {},
       {"in.yaml:1:9: empty-text", "in.yaml:1:17: wrong-shape found=@shape.list expected=@shape.text"}},
      {"[bloc]", {}, {"in.yaml:1:4: wrong-shape found=@shape.list expected=@shape.map"}},
  };
  for (const Case& c : cases) {
    Asked asked(c.value);
    EXPECT_EQ(asked.reading().localized(asked.node(), "es").texts, c.texts) << c.value;
    EXPECT_EQ(asked.told(), c.told) << c.value;
  }
}

TEST(Fields, ReportsEveryUnknownKeyWithTheNearestKnownOne) {
  Asked asked("{blok: a, facts: b, extra: c, fcats: d}");
  const Fields fields(asked.reading(), asked.node(), {"bloc", "facts"});
  EXPECT_EQ(asked.told(),
            (Lines{"in.yaml:1:5: unknown-key found=blok suggestion=bloc", "in.yaml:1:24: unknown-key found=extra",
                   "in.yaml:1:34: unknown-key found=fcats suggestion=facts"}));
  EXPECT_EQ(fields.text("facts"), "b");
  EXPECT_EQ(fields.text("bloc"), "");
}

TEST(Fields, ReportsAMissingKeyAtItsMapWhenAskedFor) {
  Asked asked("{a: b}");
  const Fields fields(asked.reading(), asked.node(), {"a", "b", "c"});
  EXPECT_EQ(fields.text("b"), "");
  EXPECT_EQ(asked.told(), Lines());
  EXPECT_EQ(fields.required_text("c"), "");
  EXPECT_EQ(fields.required_text("a"), "b");
  EXPECT_EQ(asked.told(), Lines{"in.yaml:1:4: missing-key key=c"});
}

TEST(Fields, SaysOnceThatSomethingIsNoMapAndAnswersNothing) {
  Asked asked("[a]");
  const Fields fields(asked.reading(), asked.node(), {"a"});
  EXPECT_FALSE(static_cast<bool>(fields));
  EXPECT_EQ(fields.require("a"), nullptr);
  EXPECT_EQ(fields.required_text("a"), "");
  EXPECT_TRUE(fields.texts("a").empty());
  EXPECT_TRUE(fields.localized("a", "en").texts.empty());
  EXPECT_EQ(asked.told(), Lines{"in.yaml:1:4: wrong-shape found=@shape.list expected=@shape.map"});
}

TEST(Fields, GivesEachDiagnosticTheLineItStandsOnAndTheLengthOfItsCaret) {
  Asked asked("1\ny: ação\nz: 1,5 # comma");
  asked.reading().number(*asked.root().find("y"));
  asked.reading().number(*asked.root().find("z"));
  ASSERT_EQ(asked.diagnostics().size(), 2U);
  EXPECT_EQ(asked.diagnostics()[0].line, "y: ação");
  EXPECT_EQ(asked.diagnostics()[0].length, 4);
  EXPECT_EQ(asked.diagnostics()[1].line, "z: 1,5 # comma");
  EXPECT_EQ(asked.diagnostics()[1].length, 3);
  EXPECT_EQ(asked.told()[1], "in.yaml:3:4: decimal-comma found=1,5 suggestion=1.5");
}

}  // namespace
}  // namespace bloctype
