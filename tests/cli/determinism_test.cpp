// Same input, same bytes: no run, folder, environment or order of what has no order may show in a result.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/golden.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

constexpr const char* kDescription = R"(bloc: toy
hegemon: US
name: {en: Toy, es: Juguete}
members: [AR, BR]
sources:
  one: {author: A, title: First, year: 2001}
  two: {author: B, title: Second, year: 2002}
facts:
  state_led_process: {value: yes, source: one}
  economic_integration_goal: {value: full, source: one}
  spatially_delimited: {value: full, source: two}
periods:
  - id: early
    from: 1990
    to: 2000
    facts:
      free_trade_core: {discourse: full, practice: marginal, source: one, where: p. 1}
      social_policy_mandate: {value: [marginal, full], source: two}
  - id: late
    from: 2000
    facts:
      free_trade_core: {value: substantial, source: two}
      social_policy_mandate: [{value: full, source: one}, {value: marginal, source: two}]
)";

/// The same with keys, periods and facts in other orders, other quotes and other indentation. Sources and codings,
/// which are told in the order of the file, stay as they are.
constexpr const char* kReordered = R"(# a comment
periods:
- facts: {social_policy_mandate: [{source: one, value: full}, {value: marginal, source: two}],
          free_trade_core: {source: "two", value: 'substantial'}}
  from: 2000
  id: late
- to: 2000
  from: 1990
  facts:
      social_policy_mandate:
          source: two
          value:
          - marginal
          - full
      free_trade_core: {where: p. 1, source: one, practice: marginal, discourse: full}
  id: early
sources:
  one: {title: First, year: 2001, author: A}
  two: {year: 2002, title: Second, author: B}
facts: {spatially_delimited: {source: two, value: full}, economic_integration_goal: {source: one, value: full},
        state_led_process: {source: one, value: "yes"}}
members: [BR, AR]
name: {es: Juguete, en: Toy}
hegemon: US
bloc: toy
)";

TEST(Determinism, HoldsFromRunToRun) {
  for (const Arguments& arguments : {Arguments{"classify", "alba", "mercosur", "unasur"},
                                     {"classify", "mercosur", "-v", "--robustness"},
                                     {"classify", "mercosur", "--format", "json", "--robustness"},
                                     {"classify", "alba", "--format", "ndjson"},
                                     {"--help"},
                                     {"classify", "atlantis", "alba@1066", "--axis", "x"}}) {
    const Outcome first = run_with(arguments);
    for (int i = 0; i < 3; ++i) {
      const Outcome again = run_with(arguments);
      EXPECT_TRUE(again.out == first.out);
      EXPECT_TRUE(again.err == first.err);
    }
  }
}

TEST(Determinism, HoldsInEveryFolderAndEnvironment) {
  const ScratchFolder folder;
  for (const char* format : {"text", "json"}) {
    const Arguments arguments{"classify", "mercosur", "--robustness", "--format", format};
    const Outcome got = run({.arguments = arguments,
                             .environment = {{"HOME", "/nowhere"},
                                             {"TZ", "Asia/Tokyo"},
                                             {"TERM", "xterm"},
                                             {"USER", "x"},
                                             {"TMPDIR", "/nowhere"},
                                             {"LC_COLLATE", "es_ES.UTF-8"},
                                             {"LC_CTYPE", "C"},
                                             {"MALLOC_PERTURB_", "165"},
                                             {"XDG_CONFIG_HOME", "/nowhere"}},
                             .folder = folder.path()});
    EXPECT_TRUE(got.out == run_with(arguments).out) << format;
  }
}

TEST(Determinism, DoesNotKnowTheOrderOfKeysFactsAndPeriods) {
  for (const Arguments& options : {Arguments{}, {"--lang", "es"}, {"--robustness", "--why-not", "social"}}) {
    Arguments arguments{"classify", "-"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Outcome one = run({.arguments = arguments, .input = kDescription});
    const Outcome other = run({.arguments = arguments, .input = kReordered});
    ASSERT_EQ(one.code, 0) << one.err;
    ASSERT_EQ(other.code, 0) << other.err;
    EXPECT_EQ(difference(one.out, other.out), "");
  }
}

TEST(Determinism, DoesNotKnowTheOtherBlocsOfARun) {
  const auto placed = [](const Arguments& blocs) {
    Arguments arguments{"classify", "--format", "json"};
    arguments.insert(arguments.end(), blocs.begin(), blocs.end());
    return nlohmann::json::parse(run_with(arguments).out)["blocs"];
  };
  const auto forth = placed({"alba", "mercosur", "nafta"});
  const auto back = placed({"nafta", "mercosur", "alba"});
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(forth[i], back[2 - i]);
  EXPECT_EQ(placed({"mercosur"})[0], forth[1]);
}

TEST(Determinism, DoesNotKnowTheNamesOfRuleFiles) {
  const ScratchFolder folder;
  fs::copy(fs::path(BLOCTYPE_SOURCE_DIR) / "rules", folder / "rules", fs::copy_options::recursive);
  fs::rename(folder / "rules/models/acquiescent.yaml", folder / "rules/models/z.yaml");
  fs::rename(folder / "rules/models/strategic.yaml", folder / "rules/models/y.yaml");
  fs::rename(folder / "rules/models/social.yaml", folder / "rules/models/a.yaml");
  fs::rename(folder / "rules/indicators/political.yaml", folder / "rules/indicators/a.yaml");
  for (const char* bloc : {"mercosur", "alba", "unasur"}) {
    const Arguments arguments{"classify", bloc, "--robustness"};
    Arguments with_rules = arguments;
    with_rules.insert(with_rules.end(), {"--rules", (folder / "rules").string()});
    const Outcome got = run_with(with_rules);
    EXPECT_TRUE(got.out == run_with(arguments).out) << got.err;
  }
}

}  // namespace
}  // namespace bloctype::blackbox
