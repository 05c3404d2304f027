// Cases for figures (the shipped blocs, a crowd made of them, random ones), and what must hold of any drawing.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "embed/shipped.hpp"
#include "figure/figures.hpp"
#include "figure/mix.hpp"
#include "load/description_loader.hpp"
#include "model/vocabulary.hpp"
#include "tests/properties/random.hpp"

namespace bloctype {

/// Descriptions with their results, and the cases in them. Stays where it is: the cases point into it.
class Drawn {
 public:
  explicit Drawn(std::shared_ptr<const Rulebook> rulebook, const std::string& language = "en")
      : classifier(rulebook), texts(interface_texts(language)) {}
  Drawn(const Drawn&) = delete;
  Drawn& operator=(const Drawn&) = delete;

  void add(Description description) {
    descriptions_.push_back(std::make_unique<Description>(std::move(description)));
    results_.push_back(classifier.place(*descriptions_.back()));
  }

  std::vector<FigureCase> cases() const { return figure_cases(results_, texts); }

  Figure draw(FigureKind kind, std::optional<std::size_t> axis = std::nullopt) const {
    const std::vector<FigureCase> all = cases();
    return bloctype::draw(kind, {classifier, all, texts, axis});
  }

  const Classifier classifier;
  const Catalogue texts;

 private:
  std::vector<std::unique_ptr<Description>> descriptions_;
  std::vector<BlocResult> results_;
};

inline std::shared_ptr<const Rulebook> typology() {
  static const auto rulebook = std::make_shared<const Rulebook>(shipped_rulebook().value.value());
  return rulebook;
}

inline std::vector<Description> shipped_blocs() {
  const Vocabulary vocabulary(*typology());
  std::vector<Description> blocs;
  for (const std::string& id : shipped_bloc_ids()) {
    blocs.push_back(load_description(*shipped_bloc(id), *typology(), vocabulary).value.value());
  }
  return blocs;
}

inline std::unique_ptr<Drawn> drawn_shipped(const std::string& language = "en") {
  auto drawn = std::make_unique<Drawn>(typology(), language);
  for (Description& bloc : shipped_blocs()) drawn->add(std::move(bloc));
  return drawn;
}

/// The shipped blocs over and over (six times for 60 cases), each time with more facts recoded or lost.
inline std::unique_ptr<Drawn> drawn_crowd(std::uint64_t seed, std::size_t copies = 6) {
  Random random(seed);
  auto drawn = std::make_unique<Drawn>(typology());
  for (std::size_t copy = 0; copy < copies; ++copy) {
    for (Description bloc : shipped_blocs()) {
      bloc.bloc += std::to_string(copy);
      for (Period& period : bloc.periods) {
        for (Fact& fact : period.facts) {
          if (!random.chance(copy % 8 * 5)) continue;
          const Triple value = random.chance(30) ? kUnknown : known(random.of(std::vector<double>{0, 0.33, 0.67, 1}));
          fact.triples = {value, value};
        }
      }
      drawn->add(std::move(bloc));
    }
  }
  return drawn;
}

/// A random rulebook and blocs, with long names and without labels.
inline std::unique_ptr<Drawn> drawn_at_random(std::uint64_t seed) {
  Random random(seed);
  const auto rulebook = random_rulebook(random, {10, 3, 6});
  auto drawn = std::make_unique<Drawn>(rulebook);
  for (std::size_t i = 0; i < 8; ++i) {
    Description bloc = random_description(random, *rulebook, random.between(1, 4));
    bloc.bloc = "bloc " + std::to_string(i) + std::string(random.below(60), 'W');
    int year = 1950 + static_cast<int>(random.below(50));
    for (Period& period : bloc.periods) {
      period.from.reset();
      period.to.reset();
      if (random.chance(80)) period.from = year;
      year += static_cast<int>(random.below(12));
      if (random.chance(80)) period.to = year;
    }
    drawn->add(std::move(bloc));
  }
  return drawn;
}

/// What every figure keeps to: words and shapes on the canvas, text of a size that can be read in print, no label on
/// another.
inline void expect_fit_for_print(const Figure& figure, const std::string& what) {
  const Box canvas = Box{0, 0, figure.width, figure.height}.grown(0.01);
  EXPECT_FALSE(figure.title.empty()) << what;
  EXPECT_FALSE(figure.description.empty()) << what;
  for (const Label& label : figure.labels) {
    EXPECT_TRUE(canvas.holds(box_of(label))) << what << ": " << label.text;
    EXPECT_GE(label.size, 6) << what << ": " << label.text;
  }
  for (const Shape& shape : figure.shapes) {
    for (const Point p : shape.points) {
      EXPECT_TRUE(canvas.holds({p.x - shape.radius, p.y - shape.radius, p.x + shape.radius, p.y + shape.radius}))
          << what << ": " << p.x << ", " << p.y;
    }
  }
  for (std::size_t i = 0; i < figure.labels.size(); ++i) {
    for (std::size_t j = i + 1; j < figure.labels.size(); ++j) {
      const Box a = box_of(figure.labels[i]).grown(-0.05);
      EXPECT_FALSE(a.meets(box_of(figure.labels[j]).grown(-0.05)))
          << what << ": `" << figure.labels[i].text << "` and `" << figure.labels[j].text << "`";
    }
  }
  for (const std::vector<std::string>& row : figure.table.rows) {
    EXPECT_EQ(row.size(), figure.table.header.size()) << what;
  }
}

}  // namespace bloctype
