// Which language a run speaks, and what no language changes.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>

#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;
using Environment = std::map<std::string, std::string>;

const std::vector<std::string> kLanguages = {"en", "es", "pt"};
const std::vector<std::string> kBlocs = {"alba", "celac", "mercosur", "nafta", "pacific-alliance", "unasur"};

std::string help_in(const std::string& language) { return run_with({"--help", "--lang", language}).out; }

/// The language of a run, told by its help.
std::string language_of(const Arguments& options, const Environment& environment) {
  Arguments arguments{"--help"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const std::string help = run({.arguments = arguments, .environment = environment}).out;
  for (const std::string& language : kLanguages) {
    if (help == help_in(language)) return language;
  }
  return "none";
}

TEST(Language, IsThatOfTheOptionOrOfTheFirstVariableThatIsSet) {
  struct Case {
    Arguments options;
    Environment environment;
    std::string language;
  };
  const std::vector<Case> cases = {
      {{}, {}, "en"},
      {{}, {{"LANG", "es_AR.UTF-8"}}, "es"},
      {{}, {{"LANG", "pt_BR"}}, "pt"},
      {{}, {{"LANG", "pt"}}, "pt"},
      {{}, {{"LANG", "C.UTF-8"}}, "en"},
      {{}, {{"LANG", "de_DE.UTF-8"}}, "en"},
      {{}, {{"LANG", "es_ES@euro"}}, "es"},
      {{}, {{"LC_MESSAGES", "pt_PT.UTF-8"}, {"LANG", "es_MX.UTF-8"}}, "pt"},
      {{}, {{"LC_ALL", "es_UY.UTF-8"}, {"LC_MESSAGES", "pt_BR.UTF-8"}, {"LANG", "en_GB.UTF-8"}}, "es"},
      {{}, {{"LC_ALL", "C"}, {"LC_MESSAGES", "pt_BR.UTF-8"}, {"LANG", "es_MX.UTF-8"}}, "en"},
      {{}, {{"LC_ALL", ""}, {"LC_MESSAGES", ""}, {"LANG", "es_MX.UTF-8"}}, "es"},
      {{}, {{"BLOCTYPE_LANG", "pt"}, {"LC_ALL", "es_ES.UTF-8"}, {"LANG", "es_ES.UTF-8"}}, "pt"},
      {{}, {{"BLOCTYPE_LANG", ""}, {"LC_ALL", "es_ES.UTF-8"}}, "es"},
      {{}, {{"BLOCTYPE_LANG", "EN"}, {"LC_ALL", "es_ES.UTF-8"}}, "en"},
      {{}, {{"LC_NUMERIC", "es_ES.UTF-8"}, {"LC_CTYPE", "es_ES.UTF-8"}}, "en"},
      {{"--lang", "es"}, {{"BLOCTYPE_LANG", "pt"}, {"LC_ALL", "pt_BR.UTF-8"}}, "es"},
      {{"--lang=pt"}, {}, "pt"},
      {{"--lang", "es", "--lang", "pt"}, {}, "pt"},
      {{"--lang", "en"}, {{"LANG", "es_AR.UTF-8"}}, "en"},
  };
  for (std::size_t i = 0; i < cases.size(); ++i) {
    EXPECT_EQ(language_of(cases[i].options, cases[i].environment), cases[i].language) << "case " << i;
  }
}

TEST(Language, OfAPlacementIsThatOfHelp) {
  for (const std::string& language : kLanguages) {
    const std::string text = run_with({"classify", "alba", "--lang", language}).out;
    EXPECT_TRUE(run({.arguments = {"classify", "alba"}, .environment = {{"LANG", language}}}).out == text);
  }
}

TEST(Language, DiffersInHelpPlacementsAndMessages) {
  for (const Arguments& arguments : {Arguments{"--help"},
                                     {"classify", "--help"},
                                     {"classify", "mercosur"},
                                     {"classify", "mercosur", "-v"},
                                     {"classify", "nafta", "--robustness"},
                                     {"classify", "nafta", "--why-not", "social"},
                                     {"classify", "atlantis"},
                                     {"clasify"},
                                     {"classify", "alba", "-o", "/dev/full"}}) {
    std::vector<std::string> said;
    for (const std::string& language : kLanguages) {
      const Outcome got = run({.arguments = arguments, .environment = {{"BLOCTYPE_LANG", language}}});
      said.push_back(got.out + got.err);
    }
    EXPECT_FALSE(said[0] == said[1]) << arguments.back();
    EXPECT_FALSE(said[0] == said[2]) << arguments.back();
    EXPECT_FALSE(said[1] == said[2]) << arguments.back();
  }
}

TEST(Language, IsHeededForMistakesInTheCommandLineItself) {
  const Outcome spanish = run_with({"clasify", "--lang", "es"});
  EXPECT_EQ(spanish.code, 2);
  EXPECT_EQ(spanish.err, run({.arguments = {"clasify"}, .environment = {{"LANG", "es_CL.UTF-8"}}}).err);
  EXPECT_EQ(run_with({"--lang=es", "clasify"}).err, spanish.err);
}

TEST(Language, ThatIsNotOursIsRefusedAsAnOptionAndEnglishInTheEnvironment) {
  EXPECT_EQ(run_with({"classify", "alba", "--lang", "fr"}).code, 2);
  const Outcome got = run({.arguments = {"classify", "alba"}, .environment = {{"BLOCTYPE_LANG", "fr"}}});
  EXPECT_EQ(got.code, 0);
  EXPECT_TRUE(got.out == run_with({"classify", "alba"}).out);
}

TEST(Language, ChangesNoByteOfJson) {
  for (const std::string& bloc : kBlocs) {
    for (const char* format : {"json", "ndjson"}) {
      const std::string expected = run_with({"classify", bloc, "--robustness", "--format", format}).out;
      for (const std::string& language : kLanguages) {
        const Outcome got = run_with({"classify", bloc, "--robustness", "--format", format, "--lang", language});
        EXPECT_TRUE(got.out == expected) << bloc << " " << language;
      }
    }
  }
}

TEST(Language, ChangesNoExitCodeAndNoDiagnosticCode) {
  const std::regex code("\\[[a-z-]+\\]\n");
  for (const Arguments& arguments : {Arguments{"classify", "alba"},
                                     {"classify", "atlantis"},
                                     {"clasify"},
                                     {"classify", "alba", "-o", "/dev/full"}}) {
    const Outcome english = run_with(arguments);
    for (const std::string& language : kLanguages) {
      const Outcome got = run({.arguments = arguments, .environment = {{"BLOCTYPE_LANG", language}}});
      EXPECT_EQ(got.code, english.code);
      std::smatch ours;
      std::smatch theirs;
      const bool has_code = std::regex_search(english.err, theirs, code);
      EXPECT_EQ(std::regex_search(got.err, ours, code), has_code);
      EXPECT_EQ(has_code ? ours.str() : "", has_code ? theirs.str() : "");
    }
  }
}

/// Every number of a text, in the order of their size as texts: languages may say them in another order.
std::vector<std::string> numbers_in(const std::string& text) {
  const std::regex number("\\d+([.,]\\d+)?");
  std::vector<std::string> found;
  for (std::sregex_iterator i(text.begin(), text.end(), number); i != std::sregex_iterator(); ++i)
    found.push_back(i->str());
  std::sort(found.begin(), found.end());
  return found;
}

TEST(Numbers, AreWrittenAlikeInEveryLanguage) {
  for (const std::string& bloc : kBlocs) {
    const std::string english = run_with({"classify", bloc, "--axis", "economic", "--width", "500"}).out;
    for (const std::string& language : kLanguages) {
      const std::string text = run_with({"classify", bloc, "-v", "--robustness", "--lang", language}).out;
      EXPECT_FALSE(std::regex_search(text, std::regex("\\d,\\d"))) << bloc << " " << language;
      const std::string brief =
          run_with({"classify", bloc, "--axis", "economic", "--width", "500", "--lang", language}).out;
      EXPECT_EQ(numbers_in(brief), numbers_in(english)) << bloc << " " << language;
    }
  }
}

TEST(Numbers, AreNotTheAffairOfALocale) {
  for (const char* variable : {"LC_ALL", "LC_NUMERIC"}) {
    const Environment german{{variable, "de_DE.UTF-8"}, {"BLOCTYPE_LANG", "en"}};
    for (const char* format : {"text", "json"}) {
      const Arguments arguments{"classify", "mercosur", "--robustness", "--format", format};
      EXPECT_TRUE(run({.arguments = arguments, .environment = german}).out == run_with(arguments).out);
    }
    const std::string text = "bloc: x\nfacts: {free_trade_core: 0.67, social_policy_mandate: [0.1, 1e-1]}\n";
    EXPECT_EQ(run({.arguments = {"classify", "-"}, .input = text, .environment = german}).code, 0);
  }
}

TEST(Numbers, NeverReadAsAThresholdThatTheyAreNot) {
  for (const char* degree : {"0.4996", "0.5004", "0.49999", "0.500001"}) {
    const std::string text =
        "bloc: x\nfacts: {free_trade_core: " + std::string(degree) + ", global_insertion_goal: " + degree + "}\n";
    const std::string out = run({.arguments = {"classify", "-", "--axis", "economic"}, .input = text}).out;
    EXPECT_NE(out.find("strategic " + std::string(degree)), std::string::npos) << out;
    EXPECT_FALSE(std::regex_search(out, std::regex("strategic 0\\.50?[^0-9]"))) << out;
  }
}

TEST(Words, OfTheScaleAreTakenInEveryLanguageWithAndWithoutAccents) {
  struct Case {
    std::string word;
    std::string fact;
    std::string id;
  };
  for (const Case& c : {Case{"plena", "free_trade_core", "full"},
                        {"PLENO", "free_trade_core", "full"},
                        {"sustancial", "free_trade_core", "substantial"},
                        {"substancial", "free_trade_core", "substantial"},
                        {"ausente", "free_trade_core", "absent"},
                        {"desconocido", "free_trade_core", "unknown"},
                        {"desconhecido", "free_trade_core", "unknown"},
                        {"sí", "state_led_process", "yes"},
                        {"si", "state_led_process", "yes"},
                        {"sim", "state_led_process", "yes"},
                        {"não", "state_led_process", "no"},
                        {"nao", "state_led_process", "no"}}) {
    const auto described = [&](const std::string& word) {
      const Outcome got = run({.arguments = {"classify", "-", "--format", "json"},
                               .input = "bloc: x\nfacts: {" + c.fact + ": " + word + "}\n"});
      return got.code == 0 ? got.out : got.err;
    };
    EXPECT_TRUE(described(c.word) == described(c.id)) << c.word << "\n" << described(c.word).substr(0, 200);
  }
}

}  // namespace
}  // namespace bloctype::blackbox
