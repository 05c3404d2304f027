// What is said to a name, a value or an option that does not exist, and how far spellings may depart.
#include <gtest/gtest.h>

#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

TEST(Usage, NamesWhatIsNearestToAMisspelling) {
  struct Case {
    Arguments arguments;
    std::string suggestion;
  };
  for (const Case& c : {
           Case{{"clasify", "alba"}, "`classify`"},
           {{"--hlep"}, "`--help`"},
           {{"rules", "chek"}, "`rules check`"},
           {{"rules", "test", "--coverge"}, "`--coverage`"},
           {{"rules", "schema", "descripton"}, "`description`"},
           {{"classify", "alba", "--formt", "json"}, "`--format`"},
           {{"classify", "alba", "--formt=json"}, "`--format`"},
           {{"classify", "alba", "--robustnes"}, "`--robustness`"},
           {{"classify", "alba", "--axis", "economc"}, "`economic`"},
           {{"classify", "alba", "--why-not", "strategik"}, "`strategic`"},
           {{"classify", "alba", "--why-not", "counter-hegemonc"}, "`counter-hegemonic`"},
           {{"classify", "mercosr"}, "`Mercosur`"},
           {{"classify", "pacific-aliance"}, "`pacific-alliance`"},
           {{"classify", "mercosr@2010"}, "`Mercosur`"},
       }) {
    const Outcome got = run_with(c.arguments);
    EXPECT_EQ(got.code, 2);
    EXPECT_TRUE(contains(got.err, "did you mean " + c.suggestion)) << c.arguments.back() << "\n" << got.err;
  }
}

TEST(Usage, NamesNothingForWhatIsFarFromEverything) {
  for (const Arguments& arguments : {Arguments{"frobnicate"},
                                     {"--frobnicate"},
                                     {"classify", "atlantis"},
                                     {"classify", "alba", "--axis", "military"},
                                     {"classify", "alba", "--why-not", "liberal"},
                                     {"classify", "alba", "--format", "spreadsheet"}}) {
    const Outcome got = run_with(arguments);
    EXPECT_EQ(got.code, 2);
    EXPECT_FALSE(contains(got.err, "did you mean")) << got.err;
  }
}

TEST(Usage, SaysThatAnOptionStandsBeforeItsCommand) {
  for (const Arguments& arguments : {Arguments{"--coverage", "rules", "test"},
                                     {"rules", "--coverage", "test"},
                                     {"--at", "2010", "classify", "mercosur"}}) {
    const Outcome got = run_with(arguments);
    EXPECT_EQ(got.code, 2);
    EXPECT_TRUE(contains(got.err, "stands before the command")) << got.err;
    EXPECT_FALSE(contains(got.err, "did you mean")) << got.err;
  }
}

TEST(Usage, TakesAWordBehindACommandAsAnArgumentEvenWhereACommandIsCalledSo) {
  const ScratchFolder scratch;
  for (const char* name : {"rules", "test", "check"}) {
    std::filesystem::create_directory(scratch / name);
    EXPECT_TRUE(contains(run({.arguments = {"rules", "check", name}, .folder = scratch.path()}).err,
                         "`" + std::string(name) + "` holds no rulebook"));
  }
  write_text(scratch / "classify", read_text(std::string(BLOCTYPE_SOURCE_DIR) + "/examples/alba.yaml"));
  EXPECT_TRUE(contains(run({.arguments = {"classify", "classify"}, .folder = scratch.path()}).out, "ALBA"));
  EXPECT_TRUE(contains(run_with({"classify", "alba", "batch"}).err, "called `batch`"));
}

TEST(Usage, SaysWhichCommandsAGroupHas) {
  const Outcome got = run_with({"rules"});
  EXPECT_EQ(got.code, 2);
  for (const char* command : {"rules check", "rules test", "rules gaps", "rules schema", "rules diff"}) {
    EXPECT_TRUE(contains(got.err, command)) << got.err;
    const Outcome help = run_with({"rules", std::string(command).substr(6), "--help"});
    EXPECT_EQ(help.code, 0);
    EXPECT_TRUE(contains(help.out, "bloctype " + std::string(command))) << help.out;
    EXPECT_TRUE(contains(run_with({"rules", "--help"}).out, command));
  }
}

TEST(Usage, TakesOneRulebookAtATime) {
  for (const char* command : {"check", "test", "gaps"}) {
    EXPECT_EQ(run_with({"rules", command, "here", "there"}).code, 2);
    EXPECT_TRUE(contains(run_with({"rules", command, "here", "--rules", "there"}).err, "named twice"));
    EXPECT_EQ(run_with({"rules", command, "nowhere/at/all"}).code, 2);
  }
  EXPECT_EQ(run_with({"rules", "diff"}).code, 2);
  EXPECT_EQ(run_with({"rules", "schema", "rulebook", "result"}).code, 2);
}

TEST(Usage, SaysWhatThereIs) {
  EXPECT_TRUE(contains(run_with({"classify", "alba", "--axis", "military"}).err, "economic, political"));
  EXPECT_TRUE(contains(run_with({"classify", "alba", "--why-not", "liberal"}).err, "counter_hegemonic"));
  EXPECT_TRUE(contains(run_with({"classify", "atlantis"}).err, "mercosur"));
  EXPECT_TRUE(
      contains(run_with({"classify", "alba", "--format", "yaml"}).err, "text, markdown, html, svg, json, ndjson"));
}

TEST(Usage, RefusesValuesThatMeanNothing) {
  for (const Arguments& options : {Arguments{"--width", "wide"},
                                   {"--width=-3"},
                                   {"--width", ""},
                                   {"--at", "1991.5"},
                                   {"--at", "20155"},
                                   {"--at", ""},
                                   {"--at", "-2010"},
                                   {"--robustness=3"},
                                   {"--verbose=maybe"},
                                   {"--color", ""},
                                   {"--format", ""},
                                   {"--lang", "EN GB"},
                                   {"--error-format", "long"},
                                   {"--axis", ""},
                                   {"--why-not", ""},
                                   {"-o", ""}}) {
    Arguments arguments{"classify", "alba"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Outcome got = run_with(arguments);
    EXPECT_EQ(got.code, 2) << options.front() << " " << options.back();
    EXPECT_TRUE(got.out.empty()) << options.front() << " " << options.back();
  }
}

TEST(Usage, AsksForTheValueOfEveryOptionThatTakesOne) {
  for (const char* option : {"--at", "--axis", "--why-not", "--format", "--lang", "--rules", "--output", "-o",
                             "--color", "--width", "--error-format"}) {
    const Outcome got = run_with({"classify", "alba", option});
    EXPECT_EQ(got.code, 2) << option;
    EXPECT_TRUE(contains(got.err, "takes a value")) << got.err;
  }
}

TEST(Usage, LetsTheLastOfARepeatedOptionCount) {
  EXPECT_EQ(run_with({"classify", "alba", "--format", "json", "--format", "text"}).out,
            run_with({"classify", "alba"}).out);
}

TEST(Usage, TakesOptionsBeforeAndBehindArguments) {
  const std::string expected = run_with({"classify", "alba", "nafta", "--axis", "economic", "--width", "100"}).out;
  EXPECT_NE(expected, "");
  for (const Arguments& arguments : {Arguments{"classify", "--axis", "economic", "--width", "100", "alba", "nafta"},
                                     {"classify", "alba", "--axis", "economic", "nafta", "--width=100"},
                                     {"--width", "100", "classify", "alba", "nafta", "--axis=economic"},
                                     {"classify", "--axis", "economic", "--width=100", "--", "alba", "nafta"}}) {
    const Outcome got = run_with(arguments);
    EXPECT_EQ(got.out, expected) << got.err;
  }
}

TEST(Usage, TakesAxesAndModelsByIdOrNameInAnyLanguage) {
  const std::string axis = run_with({"classify", "alba", "--axis", "economic"}).out;
  for (const char* name : {"ECONOMIC", "económico", "economico", "Econômico"}) {
    EXPECT_EQ(run_with({"classify", "alba", "--axis", name}).out, axis) << name;
  }
  const std::string model = run_with({"classify", "alba", "--why-not", "counter_hegemonic"}).out;
  for (const char* name : {"counter-hegemonic", "Contrahegemónico", "contra-hegemonico", "contra-hegemônico"}) {
    EXPECT_EQ(run_with({"classify", "alba", "--why-not", name}).out, model) << name;
  }
}

TEST(Usage, ShowsOneAxisWhereAskedTo) {
  const std::string text = run_with({"classify", "alba", "--axis", "economic"}).out;
  EXPECT_TRUE(contains(text, "ECONOMIC"));
  EXPECT_FALSE(contains(text, "POLITICAL"));
}

TEST(Usage, ExplainsEveryModelOfWhyNot) {
  const std::string text = run_with({"classify", "nafta", "--why-not", "social", "--why-not", "autonomist"}).out;
  EXPECT_TRUE(contains(text, "Why not social"));
  EXPECT_TRUE(contains(text, "Why not autonomist"));
}

TEST(Usage, DoesNotReadNumbersIntoNames) {
  EXPECT_EQ(run_with({"classify", "1"}).code, 2);
  EXPECT_EQ(run_with({"1"}).code, 2);
  EXPECT_EQ(run_with({""}).code, 2);
  EXPECT_EQ(run_with({"classify", ""}).code, 2);
}

}  // namespace
}  // namespace bloctype::blackbox
