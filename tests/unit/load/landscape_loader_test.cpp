// landscape.yaml: what it says, and everything it is refused for, each with its place.
#include "load/landscape_loader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "builders.hpp"

namespace bloctype {
namespace {

using Lines = std::vector<std::string>;

const std::string kHead = "prevails_above: 0.6\nleast_blocs: 3\n";

Loaded<Rulebook> with_landscape(const std::string& text) {
  RulebookDocuments documents = ToyRules().documents();
  documents.landscape.push_back(parsed(text, "landscape.yaml"));
  return load_rulebook(documents);
}

/// `text` stands in line 4 of the file, the first of a claim.
Lines told_of_claim(const std::string& text) {
  return told(with_landscape(kHead + "claims:\n  - {" + text + "}\n").diagnostics);
}

TEST(ALandscape, IsReadWithItsClaims) {
  const Loaded<Rulebook> loaded = with_landscape(kHead +
                                                 "ours: {en: Both.}\n"
                                                 "claims:\n"
                                                 "  - {id: one, axis: line, from: 1990, to: 1999, prevails: market,\n"
                                                 "     claim: author, cite: [18-I], says: {en: It did.}}\n"
                                                 "  - {id: none, axis: line, from: 2000, to: 2000, prevails: none}\n"
                                                 "  - {id: less, axis: line, from: 2001, to: 2002,\n"
                                                 "     heterogeneity_below: {from: 1990, to: 2000}}\n");
  ASSERT_EQ(told(loaded.diagnostics), Lines());
  const LandscapeRules& rules = loaded.value->landscape;
  EXPECT_EQ(rules.prevails_above, 0.6);
  EXPECT_EQ(rules.least_blocs, 3U);
  EXPECT_EQ(rules.ours.in("en"), "Both.");
  ASSERT_EQ(rules.claims.size(), 3U);
  EXPECT_EQ(rules.claims[0].holds, StoryClaim::Holds::kPrevails);
  EXPECT_EQ(rules.claims[0].model, 0U);
  EXPECT_EQ(rules.claims[0].claim, Claim::kAuthor);
  EXPECT_EQ(rules.claims[0].years, (YearSpan{1990, 1999}));
  EXPECT_EQ(rules.claims[1].holds, StoryClaim::Holds::kNonePrevails);
  EXPECT_EQ(rules.claims[2].holds, StoryClaim::Holds::kLessDiverse);
  EXPECT_EQ(rules.claims[2].earlier, (YearSpan{1990, 2000}));
}

TEST(ALandscape, ThatIsNotThereClaimsNothingAndHasTheUsualNumbers) {
  const Rulebook rulebook = ToyRules().rulebook();
  EXPECT_EQ(rulebook.landscape.prevails_above, 0.5);
  EXPECT_EQ(rulebook.landscape.least_blocs, 2U);
  EXPECT_TRUE(rulebook.landscape.claims.empty());
}

TEST(ALandscape, IsRefusedForWhatItsHeadLacksOrCannotBe) {
  const auto told_of = [](const std::string& text) { return told(with_landscape(text).diagnostics); };
  EXPECT_EQ(told_of("claims: []\n"), (Lines{"landscape.yaml:1:1: missing-key key=prevails_above",
                                            "landscape.yaml:1:1: missing-key key=least_blocs"}));
  EXPECT_EQ(told_of("prevails_above: 1.5\nleast_blocs: 2\n"), Lines{"landscape.yaml:1:17: out-of-range found=1.5"});
  for (const std::string count : {"0", "-1", "1.5", "1e9"}) {
    EXPECT_EQ(told_of("prevails_above: 0.5\nleast_blocs: " + count + "\n"),
              Lines{"landscape.yaml:2:14: wrong-shape found=`" + count + "` expected=@shape.count"});
  }
  EXPECT_EQ(told_of(kHead + "threshold: 1\n"), Lines{"landscape.yaml:3:1: unknown-key found=threshold"});
}

TEST(AClaimOfALandscape, IsRefusedWithEverythingThatIsWrongWithIt) {
  EXPECT_EQ(sorted(told_of_claim("id: Said")),
            (Lines{"landscape.yaml:4:10: invalid-id found=Said", "landscape.yaml:4:5: missing-key key=axis",
                   "landscape.yaml:4:5: missing-key key=from", "landscape.yaml:4:5: missing-key key=prevails",
                   "landscape.yaml:4:5: missing-key key=to"}));
  const std::string years = ", from: 1990, to: 1999, ";
  EXPECT_EQ(told_of_claim("id: a, axis: lien" + years + "prevails: none"),
            Lines{"landscape.yaml:4:19: unknown-name what=@named.axis expected=line help=claim found=lien "
                  "suggestion=line"});
  EXPECT_EQ(told_of_claim("id: a, axis: line" + years + "prevails: markt"),
            Lines{"landscape.yaml:4:57: unknown-name what=@named.model expected=market, none help=claim found=markt "
                  "suggestion=market"});
  EXPECT_EQ(told_of_claim("id: a, axis: line, from: 1999, to: 1990, prevails: none"),
            Lines{"landscape.yaml:4:41: period-reversed from=1999 to=1990 help=claim"});
  EXPECT_EQ(told_of_claim("id: a, axis: line" + years + "heterogeneity_below: {from: 1980, to: 1990}"),
            Lines{"landscape.yaml:4:68: period-overlap found=1980-1990 other=1990-1999 help=claim"});
  EXPECT_EQ(told_of_claim("id: a, axis: line" + years + "prevails: none, heterogeneity_below: {from: 1, to: 2}"),
            Lines{"landscape.yaml:4:47: unknown-key found=prevails help=claim"});
  EXPECT_EQ(
      told_of_claim("id: a, axis: line" + years + "prevails: none}\n  - {id: a, axis: line" + years + "prevails: none"),
      Lines{"landscape.yaml:5:10: duplicate-id found=a first=landscape.yaml:4"});
}

}  // namespace
}  // namespace bloctype
