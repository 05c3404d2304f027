// Every figure of the shipped blocs, of a crowd and of random rulebooks keeps to the page.
#include "tests/unit/figure/drawn.hpp"

namespace bloctype {
namespace {

TEST(Figures, OfTheShippedBlocsAreFitForPrintInThreeLanguages) {
  for (const char* language : {"en", "es", "pt"}) {
    const auto drawn = drawn_shipped(language);
    for (const FigureKind kind : kFigureKinds) {
      const std::string what = std::string(language) + " " + std::string(name(kind));
      expect_fit_for_print(drawn->draw(kind), what);
      for (std::size_t axis = 0; axis < 2; ++axis) {
        expect_fit_for_print(drawn->draw(kind, axis), what + " of axis " + std::to_string(axis));
      }
    }
  }
}

TEST(Figures, OfACrowdAreFitForPrint) {
  const auto drawn = drawn_crowd(1);
  EXPECT_GE(drawn->cases().size(), 60U);
  for (const FigureKind kind : kFigureKinds) expect_fit_for_print(drawn->draw(kind), std::string(name(kind)));
}

TEST(Figures, OfMoreThanAHundredCasesHaveRoomForTheirNumbers) {
  const auto drawn = drawn_crowd(4, 12);
  EXPECT_GT(drawn->cases().size(), 120U);
  expect_fit_for_print(drawn->draw(FigureKind::kMap), "map");
}

TEST(Figures, OfRandomRulebooksAreFitForPrint) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const auto drawn = drawn_at_random(seed);
    for (const FigureKind kind : kFigureKinds) {
      expect_fit_for_print(drawn->draw(kind), std::string(name(kind)) + " of seed " + std::to_string(seed));
    }
  }
}

TEST(Figures, EndInALineThatSaysWhereTheyComeFrom) {
  const auto drawn = drawn_shipped();
  for (const FigureKind kind : kFigureKinds) {
    const std::vector<Label> labels = drawn->draw(kind).labels;
    std::string words;
    double lowest = 0;
    for (const Label& label : labels) {
      words += label.text + " ";
      lowest = std::max(lowest, label.at.y);
    }
    EXPECT_NE(words.find("rulebook " + typology()->id + " " + typology()->version), std::string::npos) << name(kind);
    EXPECT_NE(words.find("typology: " + std::string(typology()->cite_as.in("en"))), std::string::npos) << name(kind);
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [&](const Label& label) {
      return label.at.y == lowest && label.text.find("not the author's.") != std::string::npos;
    })) << name(kind);
  }
}

TEST(Figures, AnswerToTheirNames) {
  for (const FigureKind kind : kFigureKinds) EXPECT_EQ(figure_kind(name(kind)), kind);
  EXPECT_EQ(figure_kind("chart"), std::nullopt);
}

TEST(Figures, OfNothingAreEmptyAndStillSayWhatTheyAre) {
  const Drawn drawn(typology());
  for (const FigureKind kind : kFigureKinds) expect_fit_for_print(drawn.draw(kind), std::string(name(kind)));
}

}  // namespace
}  // namespace bloctype
