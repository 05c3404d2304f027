// "Did you mean": which names are near, and which one is the nearest.
#include "core/edit_distance.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace bloctype {
namespace {

TEST(EditDistance, CountsLettersMissingExtraWrongOrSwapped) {
  struct Case {
    std::string a;
    std::string b;
    std::size_t distance;
  };
  const std::vector<Case> cases = {
      {"", "", 0},
      {"", "abc", 3},
      {"mercosur", "mercosur", 0},
      {"mercosur", "mercosul", 1},
      {"mercosur", "mercsur", 1},
      {"mercosur", "mercossur", 1},
      {"mercosur", "mecrosur", 1},
      {"ca", "abc", 3},  // optimal string alignment: a swapped pair is not edited again
      {"kitten", "sitting", 3},
      {"Não", "nao", 0},
      {"ação", "acao", 0},
      {"日本", "日木", 1},
      {"a\xFF", "a\xFE", 1},
      {"a\xFF", "aÿ", 1},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(edit_distance(c.a, c.b), c.distance) << c.a << " " << c.b;
    EXPECT_EQ(edit_distance(c.b, c.a), c.distance) << c.b << " " << c.a;
  }
}

TEST(EditDistance, SuggestsTheNearestNameWithinTwo) {
  struct Case {
    std::string name;
    std::vector<std::string> candidates;
    std::optional<std::string> nearest;
  };
  const std::vector<Case> cases = {
      {"mercosul", {"caricom", "mercosur"}, "mercosur"},
      {"mercosuxxx", {"mercosur"}, std::nullopt},
      {"facs", {"face", "facts"}, "face"},      // equally near: byte order
      {"facs", {"facts", "face"}, "face"},      // whatever the order they come in
      {"bloks", {"blanks", "blocs"}, "blocs"},  // nearer beats earlier
      {"ab", {"xy"}, std::nullopt},             // nothing of the name would be left
      {"ab", {"ax"}, "ax"},
      {"x", {"y"}, std::nullopt},
      {"X", {"x"}, "x"},
      {"NÃO", {"nao"}, "nao"},
      {"", {"a", ""}, std::nullopt},
      {"name", {}, std::nullopt},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(nearest(c.name, c.candidates), c.nearest) << c.name;
  }
}

TEST(EditDistance, SkipsNamesOfVeryOtherLengthsAtOnce) {
  const std::vector<std::string> candidates(1000, "free_trade_core");
  EXPECT_EQ(nearest(std::string(1'000'000, 'a'), candidates), std::nullopt);
}

}  // namespace
}  // namespace bloctype
