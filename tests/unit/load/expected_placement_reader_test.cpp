// What a table may write for a placement that is expected, against the shipped rulebook.
#include "load/expected_placement_reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "embed/shipped.hpp"

namespace bloctype {
namespace {

class ExpectedPlacementReader : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto loaded = shipped_rulebook();
    ASSERT_TRUE(loaded.value.has_value());
    rulebook_ = new Rulebook(std::move(*loaded.value));
  }
  static void TearDownTestSuite() {
    delete rulebook_;
    rulebook_ = nullptr;
  }

  static auto read(std::string_view text, std::string_view axis) {
    return read_expected_placement(text, rulebook_->axis(axis).value(), *rulebook_);
  }

  /// The labels of the alternatives, joined by `|`; or what is wrong, without the list of what was expected.
  static std::string label(std::string_view text, std::string_view axis = "economic") {
    const auto result = read(text, axis);
    std::string all;
    if (const auto* expected = std::get_if<ExpectedPlacement>(&result)) {
      for (const auto& alternative : expected->alternatives) all += (all.empty() ? "" : "|") + alternative.label;
      return all;
    }
    for (const auto& [key, value] : std::get<Diagnostic::Details>(result)) {
      if (key != "expected") all += "!" + key + "=" + value;
    }
    return all;
  }

  /// The first alternative of a text that must be fine.
  static ExpectedPlacement::Alternative first(std::string_view text, std::string_view axis = "economic") {
    const auto result = read(text, axis);
    const auto* expected = std::get_if<ExpectedPlacement>(&result);
    EXPECT_NE(expected, nullptr) << text;
    return expected == nullptr ? ExpectedPlacement::Alternative{} : expected->alternatives.front();
  }

  static const Rulebook* rulebook_;
};

const Rulebook* ExpectedPlacementReader::rulebook_ = nullptr;

TEST_F(ExpectedPlacementReader, KnowsKindsInThreeLanguages) {
  struct Case {
    Kind kind;
    std::vector<std::string> words;
  };
  const std::vector<Case> cases = {
      {Kind::kPure, {"pure", "Pure", "puro", "PURO"}},
      {Kind::kHybrid, {"hybrid", "híbrido", "hibrido", "HÍBRIDO"}},
      {Kind::kNone, {"none", "ninguno", "nenhum"}},
      {Kind::kAtLeast, {"at_least"}},
      {Kind::kUndecided, {"undecided", "sin decidir", "indefinido"}},
      {Kind::kContested, {"contested", "en disputa", "em disputa"}},
  };
  for (const Case& c : cases) {
    for (const std::string& word : c.words) {
      EXPECT_EQ(first(word).kind, c.kind) << word;
      EXPECT_EQ(label(word), name(c.kind)) << word;
      EXPECT_EQ(label(" " + word + "\t"), name(c.kind)) << word;
    }
  }
}

TEST_F(ExpectedPlacementReader, KnowsModelsByIdLabelShortLabelAndAliasInThreeLanguages) {
  struct Case {
    std::string id;
    std::vector<std::string> names;
  };
  const std::vector<Case> cases = {
      {"counter_hegemonic",
       {"counter_hegemonic", "Counter_Hegemonic", "counter-hegemonic", "contrahegemónico", "contrahegemonico",
        "contra-hegemônico", "counter-hegemonic regionalism", "regionalismo contrahegemónico",
        "Regionalismo Contra-Hegemônico", "counter-hegemony", "contrahegemonía", "regionalismo antissistêmico"}},
      {"acquiescent",
       {"acquiescent", "aquiescente", "acquiescent realism", "peripheral realism", "realismo periférico"}},
  };
  for (const Case& c : cases) {
    for (const std::string& name : c.names) EXPECT_EQ(label(name, "political"), c.id) << name;
  }
  EXPECT_EQ(label("estratégico"), "strategic");
}

TEST_F(ExpectedPlacementReader, ReadsSetsOfModelsInAnyOrder) {
  EXPECT_EQ(first("strategic").models, 1U);
  EXPECT_EQ(first("productive+strategic").models, 5U);
  EXPECT_EQ(label("productive+strategic"), "strategic+productive");
  EXPECT_EQ(label(" Social + estratégico+productive "), "strategic+social+productive");
  EXPECT_EQ(label("social+social"), "social");
  EXPECT_FALSE(first("social").kind.has_value());
  EXPECT_FALSE(first("social").formally.has_value());
}

TEST_F(ExpectedPlacementReader, KnowsTheVerdictsOfTheAxis) {
  for (const char* text : {"not_regionalism", "NOT_REGIONALISM", "not (yet) regionalism",
                           "no es (todavía) regionalismo", "(ainda) nao e regionalismo"}) {
    EXPECT_EQ(first(text).kind, Kind::kVerdict) << text;
    EXPECT_EQ(first(text).verdict, "not_regionalism") << text;
    EXPECT_EQ(label(text), "not_regionalism") << text;
  }
  for (const char* text : {"lowest_common_denominator", "lowest common denominator", "mínimo denominador comum"}) {
    EXPECT_EQ(label(text, "political"), "lowest_common_denominator") << text;
    EXPECT_EQ(label(text, "economic").substr(0, 7), "!found=") << text << " is of the other axis";
  }
}

TEST_F(ExpectedPlacementReader, ReadsAlternatives) {
  EXPECT_EQ(label("social|none"), "social|none");
  EXPECT_EQ(label(" social + strategic | undecided | not_regionalism"), "strategic+social|undecided|not_regionalism");
}

TEST_F(ExpectedPlacementReader, ReadsWhatIsFormallyExpected) {
  struct Case {
    std::string text;
    std::uint64_t formally;
    std::string label;
  };
  const std::vector<Case> cases = {
      {"strategic; formally social", 2, "strategic; formally social"},
      {"strategic;formally social", 2, "strategic; formally social"},
      {"strategic ; Formalmente Social + productivo", 6, "strategic; formally social+productive"},
      {"none; formally none", 0, "none; formally none"},
      {"strategic; formalmente ninguno", 0, "strategic; formally none"},
      {"hybrid; formally  productive+social", 6, "hybrid; formally social+productive"},
      {"not_regionalism; formally social", 2, "not_regionalism; formally social"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(first(c.text).formally, c.formally) << c.text;
    EXPECT_EQ(label(c.text), c.label) << c.text;
  }
  EXPECT_EQ(label("social; formally strategic | productive"), "social; formally strategic|productive");
}

TEST_F(ExpectedPlacementReader, TellsWhatItDoesNotKnowAndWhatIsNear) {
  struct Case {
    std::string text;
    std::string told;
  };
  const std::vector<Case> cases = {
      {"socail", "!found=socail!suggestion=social"},
      {"liberal", "!found=liberal"},
      {"strategic+socail", "!found=socail!suggestion=social"},
      {"social | undecidet", "!found=undecidet!suggestion=undecided"},
      {"strategic; formally socail", "!found=socail!suggestion=social"},
      {"strategic; formaly social", "!found=formaly social"},
      {"strategic; social", "!found=social"},
      {"strategic; formally", "!found=formally"},
      {"strategic+", "!found="},
      {"strategic|", "!found="},
      {"none+social", "!found=none"},
      {"strategic,social", "!found=strategic,social"},
      {"autonomist", "!found=autonomist"},
  };
  for (const Case& c : cases) {
    const std::string told = label(c.text);
    EXPECT_EQ(told.substr(0, c.told.size()), c.told) << c.text << " " << told;
  }
}

TEST_F(ExpectedPlacementReader, ListsWhatTheAxisKnows) {
  const auto result = read("liberal", "political");
  const auto& details = std::get<Diagnostic::Details>(result);
  ASSERT_GE(details.size(), 2U);
  EXPECT_EQ(details[1].first, "expected");
  for (const char* name : {"autonomist", "counter_hegemonic", "lowest_common_denominator", "undecided", "at_least"}) {
    EXPECT_NE(details[1].second.find(name), std::string::npos) << name;
  }
  EXPECT_EQ(details[1].second.find("strategic"), std::string::npos);
}

}  // namespace
}  // namespace bloctype
