// The rulebook: a typology as its author and its coders wrote it down. Plain and immutable once loaded; indicators,
// models and axes refer to one another by their place in these lists. Made by load/rulebook_loader, compiled by
// engine/program.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/diagnostic.hpp"
#include "model/expression.hpp"
#include "model/value.hpp"

namespace bloctype {

/// A text in the languages it was written in, in the order of the rulebook's `languages`.
struct Localized {
  std::vector<std::pair<std::string, std::string>> texts;

  /// The text in `language`, else the first there is, else empty.
  std::string_view in(std::string_view language) const;
};

/// Whose judgement a rule is: in the cited source, or this project's way to make it countable.
enum class Claim { kAuthor, kOurs };

/// What an indicator is about: declarations (`d`), deeds or facts (`r`), or both, which may be coded apart (`d/r`).
enum class Subject { kDeclared, kDone, kBoth };

struct Indicator {
  std::string id;
  Subject subject = Subject::kBoth;
  bool yes_no = false;
  std::vector<std::string> cite;
  std::vector<std::string> aliases;
  Localized label, question, full, absent, confusions, holds, lacks;
  Place place;
};

/// One entry of a model's necessary, typical or contrary list.
struct Item {
  Expression expression;
  double weight = 1;             ///< above 0; counts under `typical` only
  std::optional<Register> only;  ///< the one run it exists in, where the rule says so
  Claim claim = Claim::kOurs;
  std::vector<std::string> cite;
  Localized label, reason;
  Place place;

  bool in_run(Register r) const { return !only || *only == r; }
};

/// What a variant leads one to expect of a model.
struct Expectation {
  Expression expression;
  bool full = true;  ///< full, or absent
  Place place;
};

struct Variant {
  std::string id;
  Expression condition;
  std::vector<Expectation> expects;
  Claim claim = Claim::kOurs;
  std::vector<std::string> cite;
  Localized label, reason;
  Place place;
};

struct Model {
  std::string id;
  std::size_t axis = 0;
  std::vector<Item> necessary, typical, contrary;
  std::vector<Variant> variants;
  std::vector<std::string> cite, aliases, theorists;
  Localized label, short_label, idea, is_not, ours;
  Place place;
};

/// A gate or an outcome of an axis: a verdict that ends the placement where its condition holds.
struct Gate {
  enum class Sense { kIf, kUnless };

  Sense sense = Sense::kIf;
  Expression condition;
  double threshold = 0.5;  ///< in [0, 1]; `above:`
  std::string verdict;
  Claim claim = Claim::kOurs;
  std::vector<std::string> cite;
  Localized label, reason;
  Place place;
};

struct Verdict {
  std::string id;
  Localized label, says;
};

struct Axis {
  enum class Combine { kHybrid, kRival };

  std::string id;
  Combine combine = Combine::kHybrid;
  std::vector<std::size_t> models;
  std::vector<Gate> gates, outcomes;
  Localized label, short_label, about, note;
  Place place;
};

struct Finding {
  std::string id;
  Expression condition;
  Claim claim = Claim::kOurs;
  std::vector<std::string> cite;
  Localized label, message;
  Place place;
};

struct Section {
  std::string id;
  Localized label;
};

/// A work that rules or facts cite.
struct Reference {
  std::string id, author, title, container, year;
  std::vector<Section> sections;
};

/// First and last year, both included.
struct YearSpan {
  int from = 0;
  int to = 0;

  bool operator==(const YearSpan&) const = default;
};

/// What a source says of a region over time, so that coded blocs can be held against it.
struct StoryClaim {
  enum class Holds {
    kPrevails,      ///< `model` does
    kNonePrevails,  ///< no model does
    kLessDiverse    ///< there is less heterogeneity than in `earlier`
  };

  std::string id;
  std::size_t axis = 0;
  YearSpan years;
  Holds holds = Holds::kNonePrevails;
  std::size_t model = 0;  ///< by its place in Axis::models
  YearSpan earlier;
  Claim claim = Claim::kOurs;
  std::vector<std::string> cite;
  Localized label, says, ours;
  Place place;
};

/// How many blocs over time are read together; without a file of it, by these numbers and against no claims.
struct LandscapeRules {
  double prevails_above = 0.5;  ///< share of the placements, in [0, 1]
  std::size_t least_blocs = 2;  ///< with fewer that have a model, nothing is told of the blocs as a whole
  Localized ours;
  std::vector<StoryClaim> claims;
};

struct ScaleWord {
  std::string id;
  double value = 0;
  Localized label, means;
};

struct CodingRule {
  std::string id;
  Localized text;
};

struct Rulebook {
  std::string id, version, sha256;
  std::vector<std::string> languages;
  Localized name, cite_as, ours;
  std::vector<ScaleWord> scale;  ///< lowest value first
  double crossover = 0.5, evidence_floor = 0.4, element_floor = 0.4;
  std::vector<Indicator> indicators;
  std::vector<Axis> axes;
  std::vector<Model> models;  ///< in axis order
  std::vector<Finding> findings;
  std::vector<Verdict> verdicts;
  std::vector<Reference> sources;
  std::vector<CodingRule> coding_rules;
  LandscapeRules landscape;

  std::optional<std::size_t> indicator(std::string_view id) const;
  std::optional<std::size_t> model(std::string_view id) const;
  std::optional<std::size_t> axis(std::string_view id) const;
  const Verdict* verdict(std::string_view id) const;
  /// The degrees that a coder can write for an indicator in one word, lowest first.
  std::vector<double> degrees_of(std::size_t indicator) const;
};

/// An expression as it is written in messages and results: `free_trade_core`, `any(a, b)`, `at_least(2, a, b)`.
std::string written(const Expression& expression, const Rulebook& rulebook);

}  // namespace bloctype
