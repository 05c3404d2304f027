// bloctype: places a regional bloc among ideal types of regionalism, and says why.
//
// A *typology* is a rulebook: axes, models, and the questions (indicators) that a coder answers about a bloc. The one
// that comes with the library is Briceño-Ruiz's of 2018; others are folders of YAML files. A *bloc* is what coders say
// of one regional bloc, period by period. Classifying it gives a *result*: for each period and each axis the models it
// belongs to, how sure that is, and what would have to be different.
//
//     #include <bloctype/bloctype.hpp>
//     #include <iostream>
//
//     int main() {
//       const auto typology = bloctype::Typology::shipped();
//       const auto bloc = typology.read("union.yaml", R"(
//     bloc: union
//     facts:
//       state_led_process: yes
//       spatially_delimited: yes
//       economic_integration_goal: full
//       free_trade_core: full
//       global_insertion_goal: substantial
//       firm_state_alliance: substantial
//       social_policy_mandate: absent
//       social_programmes_delivered: absent
//       production_integration_goal: absent
//     )");
//       for (const auto& message : bloc.messages) std::cerr << message.text;
//       if (!bloc.value) return 2;
//
//       const auto result = bloc.value->classify();
//       const auto& economic = result.periods.front().axes.front();
//       std::cout << economic.id << ": " << economic.headline.kind << ", " << economic.headline.certainty << "\n";
//       for (const auto& m : economic.practice.memberships) {
//         std::cout << "  " << m.model << " is " << m.status << ", in [" << m.low << ", " << m.high << "]\n";
//       }
//       std::cout << result.to_text("es");  // the whole explanation, in Spanish
//     }
//
// It prints `economic: pure, leaning`, then each model with its bounds, then the text.
// To build against it: `find_package(bloctype)`, and link `bloctype::bloctype`.
//
// Values. A membership is a degree in [0, 1]: 0 fully out, 1 fully in, 0.5 neither (the crossover). The words of the
// scale are `absent` 0, `marginal` 0.33, `substantial` 0.67 and `full` 1. What nobody coded is unknown: neither absent
// nor 0.5, but anything in [0, 1]. So every membership has bounds: `low` and `high` hold however the unknown and the
// disputed facts turn out, `point` is the value by what is known. Comparisons are on values rounded to 1e-9.
//
// The formulas are those of fuzzy-set ideal type analysis (Kvist 2007; Hudson and Kühner 2009), with the crossover of
// Ragin (2008): a model's membership is min(N, T, C), where N is the least of its necessary features, T the weighted
// mean of its typical ones, and C is 1 - the greatest of its contrary ones. A bloc is in a model above the crossover.
// The bounds are this project's addition. All is done twice, for deeds (`practice`) and for words (`discourse`): deeds
// place, words qualify.
//
// Errors. Mistakes in input are messages, never exceptions; nothing here throws but std::bad_alloc. Ids, words and
// numbers are the same in every language, and those of the program's JSON. Typology and Bloc are handles, immutable and
// cheap to copy, which threads may share. One that was moved from may only be assigned to or destroyed.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bloctype {

// The inline namespace keeps these names apart from the library's own types, which live in `bloctype` too: its symbols
// never meet them at link time. Users do not write it.
inline namespace v1 {

/// Something to say about an input.
struct Message {
  enum class Severity { kError, kWarning };

  std::string code;  ///< stable, such as `unknown-indicator`
  Severity severity = Severity::kError;
  std::string file;  ///< as the caller named it; empty where there is none
  int line = 0;      ///< from 1; 0 where the file as a whole is meant
  int column = 0;    ///< from 1, in code points
  std::string text;  ///< as the program prints it: place, sentence, the line with a caret, what to do; ends in "\n"
};

/// A value where the input could be used, and everything there is to say about it. Warnings leave the value there.
template <typename T>
struct Outcome {
  std::optional<T> value;
  std::vector<Message> messages;
};

/// What was found of one bloc. Plain data, a copy of its own: it may outlive the bloc and the typology.
/// Models are named by id; a list of models is by point, highest first.
class Result {
 public:
  struct Membership {
    std::string model;
    double low = 0;               ///< in [0, 1]; low <= point <= high
    std::optional<double> point;  ///< none where too little is known, or a dispute straddles 0.5
    double high = 1;
    double coverage = 0;    ///< share of the model's indicators that have a point, in [0, 1]
    std::string status;     ///< `in`, `out`, `open`
    std::string certainty;  ///< `decided` (whatever the unknown facts turn out to be), `leaning`, `undecided`
    std::string binding;    ///< the cap that sets the value: `necessary`, `typical`, `contrary`
  };

  /// Where one register puts the bloc on one axis.
  struct Placement {
    std::string kind;  ///< `pure`, `hybrid`, `contested`, `none`, `at_least`, `undecided`, or a verdict such as
                       ///< `not_regionalism`
    std::vector<std::string> models;     ///< those it is in; empty with a verdict
    std::vector<std::string> elements;   ///< models it is out of, though not by much
    std::optional<std::string> nearest;  ///< the model with the highest point above 0
    std::string certainty;
    std::vector<Membership> memberships;  ///< one for each model of the axis, in the typology's order
  };

  /// What an axis says of the bloc: the placement by practice; by discourse only where practice leaves it undecided.
  struct Headline {
    std::string kind;
    std::vector<std::string> models, elements;
    std::optional<std::string> nearest;
    std::vector<std::string> formally;    ///< in by discourse, out in practice
    std::vector<std::string> undeclared;  ///< in by practice, out in discourse
    bool declared_only = false;           ///< true: by discourse
    std::string certainty;
  };

  /// A feature in which the bloc departs from a model it is placed in. It never changes the placement.
  struct Deviation {
    std::string model;
    std::optional<std::string> variant;    ///< of the model, where it is the variant that expects the feature
    std::string item;                      ///< the feature as the rules write it: an indicator, or `any(a, b)`
    std::optional<std::string> indicator;  ///< where the item is just one
    std::string expected;                  ///< `full`, `absent`
    std::optional<double> degree;          ///< distance from it, in (0, 1]; none where nothing is coded
    std::string severity;                  ///< `in_kind` (above 0.5), `in_degree`, `undocumented`
  };

  /// An unknown or disputed fact on which the placement hangs.
  struct Pivot {
    std::string in_register;  ///< `practice`, `discourse`
    std::string indicator;
    int flips = 0;           ///< how many words of the scale would change the kind or the models, at least 1
    bool gate_only = false;  ///< it matters to whether the typology applies at all, not to any model
  };

  struct Change {
    std::string indicator;
    double from = 0, to = 0;
  };

  /// A smallest set of known facts that, coded otherwise, changes the placement, and what the placement then is.
  struct Counterfactual {
    std::string in_register;
    std::vector<Change> changes;  ///< at most 3
    std::string kind;
    std::vector<std::string> models;
  };

  struct Axis {
    std::string id;  ///< `economic`, `political`
    Headline headline;
    Placement practice, discourse;
    std::vector<Deviation> deviations;  ///< by the headline's register
    std::vector<Pivot> pivotal;         ///< practice first; those that flip most first
    std::vector<Counterfactual> counterfactuals;
  };

  /// A note that qualifies the bloc without placing it, such as `soft_balancing`.
  struct Finding {
    std::string id;
    std::vector<std::string> registers;  ///< in which it holds, at least one
    std::vector<std::string> cite;
  };

  struct Period {
    std::string id;               ///< empty where the description has no periods
    std::optional<int> from, to;  ///< years; `to` none: ongoing
    std::vector<Axis> axes;       ///< in the typology's order
    std::vector<Finding> findings;
  };

  std::string bloc;             ///< its id
  std::vector<Period> periods;  ///< in order of time, at least one

  /// The program's `--format json` for this bloc, `why` trees included. Of what was found, not of what was changed in
  /// the fields since.
  std::string to_json() const;

  /// The program's text, in `en`, `es` or `pt` (another language gives `en`), wrapped at `width` columns (20 or more).
  std::string to_text(std::string_view language = "en", std::size_t width = 80) const;

  struct Impl;
  explicit Result(std::shared_ptr<const Impl> impl);

 private:
  std::shared_ptr<const Impl> impl_;
};

/// What coders say of one bloc, read against one typology, which it keeps alive.
class Bloc {
 public:
  const std::string& id() const;

  /// Places every period. Never fails: facts that nobody coded leave a placement `undecided`.
  Result classify() const;

  struct Impl;
  explicit Bloc(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

 private:
  std::shared_ptr<const Impl> impl_;
};

/// A rulebook, ready to classify.
class Typology {
 public:
  /// The one inside the library (rules/ of the sources).
  static Typology shipped();

  /// The one in `directory`: typology.yaml, indicators/*.yaml, models/*.yaml, findings.yaml. Messages are in
  /// `language`.
  static Outcome<Typology> load(const std::string& directory, std::string_view language = "en");

  const std::string& id() const;
  const std::string& version() const;
  const std::string& sha256() const;  ///< of its files' bytes, in path order: which rules made a result

  /// A description from YAML: `bloc:`, and `facts:` or `periods:`; at most 1 MiB. `name` stands for the file in
  /// messages.
  Outcome<Bloc> read(const std::string& name, std::string yaml, std::string_view language = "en") const;

  /// A bloc that comes with the library, by id or any of its names: "mercosur", "Mercosul".
  Outcome<Bloc> shipped_bloc(const std::string& name, std::string_view language = "en") const;

  struct Impl;
  explicit Typology(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

 private:
  std::shared_ptr<const Impl> impl_;
};

}  // namespace v1
}  // namespace bloctype
