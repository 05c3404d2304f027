// Conditions of the rules in words.
#include "render/expression_words.hpp"

#include <gtest/gtest.h>

#include "embed/shipped.hpp"
#include "render/show_view.hpp"
#include "tests/unit/engine/toy.hpp"

namespace bloctype {
namespace {

std::string worded(const Expression& expression, const std::string& language = "en") {
  const Classifier classifier = Toy(4).classifier();
  const Catalogue texts = interface_texts(language);
  const Style style;
  const ShowView view(classifier, {}, texts, style);
  return in_words(expression, view.phrases(), texts);
}

TEST(ExpressionWords, SayEachForm) {
  EXPECT_EQ(worded(f(0)), "a");
  EXPECT_EQ(worded(no(f(1))), "not b");
  EXPECT_EQ(worded(all({f(0), f(1), f(2)})), "a, b and c");
  EXPECT_EQ(worded(any({f(0), f(1)})), "a or b");
  EXPECT_EQ(worded(at_least(2, {f(0), f(1), f(2)})), "at least 2 of a, b and c");
  EXPECT_EQ(worded(mean({f(0), f(1)}, {1, 2.5})), "the weighted mean of a (weight 1) and b (weight 2.5)");
}

TEST(ExpressionWords, PutPartsThatAreConditionsInBrackets) {
  EXPECT_EQ(worded(all({f(0), any({f(1), no(f(2))})})), "a and (b or (not c))");
}

TEST(ExpressionWords, AreThoseOfTheLanguage) {
  EXPECT_EQ(worded(any({f(0), f(1)}), "es"), "a o b");
  EXPECT_EQ(worded(no(f(0)), "pt"), "não a");
}

TEST(ExpressionWords, TellTheIdsOfWhatIsTakenTogether) {
  const Rulebook r = Toy(3).rulebook;
  EXPECT_EQ(ids_in_brackets(f(0), r), "");
  EXPECT_EQ(ids_in_brackets(any({f(2), f(0)}), r), "(c, a)");
}

TEST(FirstSentence, EndsAtAFullStopAndNotAtAnInitial) {
  EXPECT_EQ(first_sentence("One. Two."), "One.");
  EXPECT_EQ(first_sentence("By J. Doe and M. P. Roe. Two."), "By J. Doe and M. P. Roe.");
  EXPECT_EQ(first_sentence("One only"), "One only");
  EXPECT_EQ(first_sentence(""), "");
}

}  // namespace
}  // namespace bloctype
