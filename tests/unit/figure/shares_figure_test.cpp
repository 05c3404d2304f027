// What a figure of shares shows: bands as high as shares, what is open on top of them, blank years, and names that keep
// to the page in every language.
#include "figure/shares_figure.hpp"

#include <algorithm>
#include <map>

#include "core/file.hpp"
#include "load/rulebook_files.hpp"
#include "load/yaml_reader.hpp"
#include "page/svg.hpp"
#include "tests/unit/figure/drawn.hpp"

namespace bloctype {
namespace {

constexpr double kPlot = 84;

/// Blocs read together. Stays where it is: what is found points into it.
class Surveyed {
 public:
  Surveyed(std::shared_ptr<const Rulebook> rulebook, std::vector<Description> blocs, const std::string& language = "en")
      : classifier_(std::move(rulebook)), texts_(interface_texts(language)), blocs_(std::move(blocs)) {
    for (const Description& bloc : blocs_) {
      results_.push_back(classifier_.place(bloc));
      arguments_.push_back(bloc.bloc);
    }
    landscape_ = landscape_of(classifier_, results_);
  }
  Surveyed(const Surveyed&) = delete;
  Surveyed& operator=(const Surveyed&) = delete;

  const Landscape& landscape() const { return landscape_; }
  Figure figure(std::optional<std::size_t> axis = std::nullopt) const {
    return draw_shares({classifier_, results_, arguments_, landscape_, claims_, axis}, texts_);
  }

 private:
  Classifier classifier_;
  Catalogue texts_;
  std::vector<Description> blocs_;
  std::vector<BlocResult> results_;
  std::vector<std::string> arguments_;
  Landscape landscape_;
  std::vector<ClaimResult> claims_;
};

std::vector<Description> balassas_blocs(const Rulebook& rulebook) {
  const Vocabulary vocabulary(rulebook);
  const std::string folder = BLOCTYPE_SOURCE_DIR "/examples/rulebooks/balassa/blocs/";
  std::vector<Description> blocs;
  const std::vector<std::string> files = list_files(folder, ".yaml").value.value();
  for (const std::string& file : files) {
    blocs.push_back(load_description(read_yaml(file, read_file(folder + file, 1U << 20U).value.value()).value.value(),
                                     rulebook, vocabulary)
                        .value.value());
  }
  return blocs;
}

std::shared_ptr<const Rulebook> balassa() {
  return std::make_shared<const Rulebook>(
      load_rulebook_directory(BLOCTYPE_SOURCE_DIR "/examples/rulebooks/balassa").value.value());
}

/// Blocs of a random rulebook with periods that follow one another, or leave years out.
std::unique_ptr<Surveyed> surveyed_at_random(std::uint64_t seed) {
  Random random(seed);
  const auto rulebook = random_rulebook(random, {10, 3, 6});
  std::vector<Description> blocs;
  for (std::size_t i = 0; i < 1 + random.below(8); ++i) {
    Description bloc = random_description(random, *rulebook, random.between(1, 6));
    bloc.bloc = "bloc " + std::to_string(i);
    int year = 1950 + static_cast<int>(random.below(40));
    for (Period& period : bloc.periods) {
      period.from = year;
      period.to = year + static_cast<int>(random.below(12));
      year = *period.to + 1 + static_cast<int>(random.below(3));
    }
    blocs.push_back(std::move(bloc));
  }
  return std::make_unique<Surveyed>(rulebook, std::move(blocs));
}

std::string words_of(const Figure& figure) {
  std::string words;
  for (const Label& label : figure.labels) words += label.text + "\n";
  return words;
}

/// What each model has in a year, and under none what is open, as parts of the height of the plot.
std::map<std::optional<std::size_t>, double> drawn_in(const Figure& figure, std::size_t axis, int year) {
  std::map<std::optional<std::size_t>, double> heights;
  for (const ShareStep& step : figure.steps) {
    if (step.axis == axis && step.from <= year && year <= step.to) heights[step.model] += step.box.height() / kPlot;
  }
  return heights;
}

/// Every year of every axis stands as high as its shares are, one upon the other without a gap.
void expect_heights_of(const Surveyed& surveyed, const std::string& what) {
  const Figure figure = surveyed.figure();
  for (std::size_t axis = 0; axis < surveyed.landscape().axes.size(); ++axis) {
    for (int year = surveyed.landscape().years.from; year <= surveyed.landscape().years.to; ++year) {
      const Shares& shares = surveyed.landscape().axes[axis].in_year(year)->shares;
      const auto drawn = drawn_in(figure, axis, year);
      double sum = 0;
      for (std::size_t m = 0; m < shares.of_models.size(); ++m) {
        const auto found = drawn.find(m);
        EXPECT_NEAR(found == drawn.end() ? 0 : found->second, shares.of_models[m].low, 1e-8) << what << " in " << year;
        sum += shares.of_models[m].low;
      }
      const auto open = drawn.find(std::nullopt);
      const double left_open = shares.possibly_placed == 0 ? 0 : 1 - sum;
      EXPECT_NEAR(open == drawn.end() ? 0 : open->second, left_open, 1e-8) << what << " in " << year;
      EXPECT_EQ(drawn.empty(), shares.possibly_placed == 0) << what << " in " << year;
    }
  }
}

TEST(SharesFigure, OfTheShippedBlocsIsFitForPrintInThreeLanguages) {
  for (const char* language : {"en", "es", "pt"}) {
    const Surveyed all(typology(), shipped_blocs(), language);
    expect_fit_for_print(all.figure(), language);
    for (std::size_t axis = 0; axis < 2; ++axis) expect_fit_for_print(all.figure(axis), language);
    for (Description& bloc : shipped_blocs()) {
      const std::string name = bloc.bloc;
      std::vector<Description> one;
      one.push_back(std::move(bloc));
      expect_fit_for_print(Surveyed(typology(), std::move(one), language).figure(), language + (" " + name));
    }
    const auto stages = balassa();
    expect_fit_for_print(Surveyed(stages, balassas_blocs(*stages), language).figure(), language);
  }
}

TEST(SharesFigure, OfRandomBlocsIsFitForPrintAndAsHighAsTheirShares) {
  std::size_t open = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto surveyed = surveyed_at_random(seed);
    const Figure figure = surveyed->figure();
    expect_fit_for_print(figure, "seed " + std::to_string(seed));
    expect_heights_of(*surveyed, "seed " + std::to_string(seed));
    open += static_cast<std::size_t>(
        std::count_if(figure.steps.begin(), figure.steps.end(), [](const ShareStep& step) { return !step.model; }));
  }
  EXPECT_GT(open, 60U);  // or nothing was shown of what is open
}

TEST(SharesFigure, IsAsHighAsTheSharesOfTheShippedBlocs) {
  const Surveyed surveyed(typology(), shipped_blocs());
  expect_heights_of(surveyed, "shipped");
  const auto drawn = drawn_in(surveyed.figure(), 0, 2004);  // Mercosur a third each, ALBA social, NAFTA strategic
  EXPECT_NEAR(drawn.at(0), 4.0 / 9, 1e-9);
  EXPECT_NEAR(drawn.at(1), 4.0 / 9, 1e-9);
  EXPECT_NEAR(drawn.at(2), 1.0 / 9, 1e-9);
}

TEST(SharesFigure, SaysWhoPrevailsAndWhyYearsAreBlank) {
  const Surveyed surveyed(typology(), shipped_blocs());
  const std::string economic = words_of(surveyed.figure(0));
  for (const char* words : {"\nstrategic\n", "\nnone\n", "\ntoo\nfew\n", "\n2.62\n", "\n0.5\n"}) {
    EXPECT_NE(economic.find(words), std::string::npos) << words << economic;
  }
  const std::string political = words_of(surveyed.figure(1));
  EXPECT_NE(political.find("\nno bloc has a model\n"), std::string::npos) << political;
  EXPECT_EQ(economic.find("no bloc has a model"), std::string::npos) << economic;
}

/// No colour has to be seen: in its key each model has a number and, but for one, lines of its own.
TEST(SharesFigure, TellsModelsApartByNumberAndTexture) {
  const Surveyed surveyed(typology(), shipped_blocs());
  const Figure figure = surveyed.figure(0);
  const std::string words = words_of(figure);
  for (const char* entry : {"\n1 strategic\n", "\n2 social\n", "\n3 productive\n"}) {
    EXPECT_NE(words.find(entry), std::string::npos) << entry;
  }
  const auto lines_in = [&](const Box& box) {
    return std::count_if(figure.shapes.begin(), figure.shapes.end(), [&](const Shape& shape) {
      return shape.form == Shape::Form::kLine && shape.look.stroke.paint == Paint::kPaper &&
             std::all_of(shape.points.begin(), shape.points.end(), [&](Point p) {
               return box.grown(0.01).holds({p.x, p.y, p.x, p.y});
             });
    });
  };
  for (const ShareStep& step : figure.steps) {
    const auto lines = lines_in(step.box);
    EXPECT_EQ(lines > 2, step.model != 0U) << *step.model << " in " << step.from;  // at most the edges have others
  }
}

TEST(SharesFigure, IsTheSameEveryTime) {
  const auto svg = [] { return render_svg(Surveyed(typology(), shipped_blocs()).figure(), SvgPlace::kFile, "shares"); };
  EXPECT_EQ(svg(), svg());
}

TEST(SharesFigure, HasARowForEachModelInItsTable) {
  const Table table = Surveyed(typology(), shipped_blocs()).figure().table;
  const std::vector<std::string> row{"economic", "2011–2012", "strategic", "0.58", "4", "2.43", "strategic"};
  EXPECT_NE(std::find(table.rows.begin(), table.rows.end(), row), table.rows.end());
  EXPECT_EQ(table.rows.size(), 3U * (7 + 5));
}

}  // namespace
}  // namespace bloctype
