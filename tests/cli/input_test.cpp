// What a bloc argument may be: a shipped name, a file, standard input; with a year or without.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

std::string json_of(const Outcome& got) { return got.code == 0 ? got.out : got.err; }

/// The periods that a run shows, joined by blanks.
std::string periods_of(const Outcome& got) {
  if (got.code != 0) return got.err;
  std::string periods;
  const auto json = nlohmann::json::parse(got.out);
  for (const auto& period : json["blocs"][0]["periods"]) {
    periods += (periods.empty() ? "" : " ") + period["period"].get<std::string>();
  }
  return periods;
}

TEST(ShippedBlocs, AreFoundFromAnyFolder) {
  const ScratchFolder folder;
  for (const auto& entry : fs::directory_iterator(fs::path(BLOCTYPE_SOURCE_DIR) / "examples")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string name = entry.path().stem();
    const Outcome got = run({.arguments = {"classify", name}, .folder = folder.path()});
    EXPECT_EQ(got.code, 0) << name << got.err;
  }
  EXPECT_EQ(folder.size(), 0U);
}

TEST(ShippedBlocs, SayWhatTheirFilesSay) {
  for (const char* name : {"alba", "celac", "mercosur", "nafta", "pacific-alliance", "unasur"}) {
    const std::string shipped = run_with({"classify", name}).out;
    EXPECT_TRUE(shipped == run_with({"classify", example(name)}).out) << name;
  }
}

TEST(ShippedBlocs, AnswerToTheirNamesInThreeLanguagesWithAndWithoutAccents) {
  struct Case {
    std::string id;
    Arguments names;
  };
  for (const Case& c : {
           Case{"mercosur",
                {"MERCOSUR", "Mercosul", "Mercado Común del Sur", "mercado comun del sur", "Mercado Comum do Sul",
                 "Southern Common Market"}},
           {"pacific-alliance",
            {"Pacific Alliance", "Alianza del Pacífico", "alianza del pacifico", "ALIANZA DEL PACÍFICO",
             "Aliança do Pacífico", "Alianca do Pacifico"}},
           {"nafta", {"NAFTA", "TLCAN"}},
           {"alba", {"ALBA", "Alba"}},
           {"unasur", {"UNASUR", "Unasul"}},
           {"celac", {"CELAC"}},
       }) {
    const std::string expected = run_with({"classify", c.id}).out;
    for (const std::string& name : c.names) {
      const Outcome got = run_with({"classify", name});
      EXPECT_TRUE(got.out == expected) << name << "\n" << got.err;
    }
  }
}

TEST(ShippedBlocs, AreNotHiddenByAFolderOfTheirName) {
  const ScratchFolder folder;
  fs::create_directory(folder / "mercosur");
  fs::create_directory(folder / "alba@2010");
  for (const char* name : {"mercosur", "alba@2010"}) {
    EXPECT_EQ(run({.arguments = {"classify", name}, .folder = folder.path()}).out, run_with({"classify", name}).out);
  }
}

TEST(ShippedBlocs, GiveWayToAFileOfTheirName) {
  const ScratchFolder folder;
  fs::copy_file(example("nafta"), folder / "mercosur");
  const Outcome got = run({.arguments = {"classify", "mercosur"}, .folder = folder.path()});
  EXPECT_EQ(got.out, run_with({"classify", "nafta"}).out);
}

TEST(Blocs, StandInTheOrderOfTheCommandLine) {
  const Outcome got = run_with({"classify", "nafta", "alba", "celac", "nafta", "--format", "json"});
  const auto json = nlohmann::json::parse(got.out);
  ASSERT_EQ(json["blocs"].size(), 4U);
  EXPECT_EQ(json["blocs"][0]["bloc"], "nafta");
  EXPECT_EQ(json["blocs"][1]["bloc"], "alba");
  EXPECT_EQ(json["blocs"][2]["bloc"], "celac");
  EXPECT_EQ(json["blocs"][3], json["blocs"][0]);
}

TEST(StandardInput, IsReadWhereAHyphenStands) {
  const std::string text = read_text(example("alba"));
  EXPECT_TRUE(run({.arguments = {"classify", "-"}, .input = text}).out == run_with({"classify", "alba"}).out);
  const Outcome file = run({.arguments = {"classify", "-"}, .input_file = example("alba")});
  EXPECT_TRUE(file.out == run_with({"classify", "alba"}).out);
}

TEST(StandardInput, TakesAYearAsOthersDo) {
  const std::string text = read_text(example("mercosur"));
  EXPECT_EQ(periods_of(run({.arguments = {"classify", "-", "--at", "2015", "--format", "json"}, .input = text})),
            "2015-2018");
}

TEST(StandardInput, MayStandBesideFiles) {
  const Outcome got =
      run({.arguments = {"classify", "nafta", "-", "--format", "json"}, .input = read_text(example("alba"))});
  EXPECT_EQ(nlohmann::json::parse(got.out)["blocs"][1]["bloc"], "alba");
}

TEST(Files, MayBeNamedPipes) {
  const ScratchFolder folder;
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  Process process({.arguments = {"classify", "pipe"}, .folder = folder.path()});
  const std::string text = read_text(example("nafta"));
  const int writer = ::open((folder / "pipe").c_str(), O_WRONLY | O_CLOEXEC);  // once the run has opened it
  ASSERT_EQ(::write(writer, text.data(), text.size()), static_cast<ssize_t>(text.size()));
  ::close(writer);
  EXPECT_TRUE(process.wait().out == run_with({"classify", "nafta"}).out);
}

TEST(Files, MayHaveAByteOrderMarkAndCarriageReturns) {
  const std::string text = read_text(example("nafta"));
  std::string other = "\xEF\xBB\xBF";
  for (const char c : text) other += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_TRUE(run({.arguments = {"classify", "-"}, .input = other}).out == run_with({"classify", "nafta"}).out);
}

TEST(Files, MayHaveNamesLikeOptionsAndYears) {
  const ScratchFolder folder;
  const std::string expected = run_with({"classify", "nafta"}).out;
  for (const char* name :
       {"-v.yaml", "bloc@2010", "bloc@2010.yaml", "a b.yaml", "ñandú.yaml", "100%s.yaml", "*.yaml"}) {
    fs::copy_file(example("nafta"), folder / name);
    const Outcome got = run({.arguments = {"classify", "--", name}, .folder = folder.path()});
    EXPECT_TRUE(got.out == expected) << name << "\n" << got.err;
  }
  EXPECT_TRUE(run({.arguments = {"classify", "./-v.yaml"}, .folder = folder.path()}).out == expected);
}

TEST(Years, ChooseThePeriodThatHoldsInThem) {
  struct Case {
    std::string year;
    std::string period;
  };
  for (const Case& c : {Case{"1991", "1991-2002"},
                        {"2002", "1991-2002"},
                        {"2003", "2003-2015"},
                        {"2014", "2003-2015"},
                        {"2015", "2015-2018"},  // a shared year belongs to the later period
                        {"2018", "2015-2018"}}) {
    EXPECT_EQ(periods_of(run_with({"classify", "mercosur@" + c.year, "--format", "json"})), c.period);
    EXPECT_EQ(periods_of(run_with({"classify", "mercosur", "--at", c.year, "--format", "json"})), c.period);
    EXPECT_EQ(periods_of(run_with({"classify", example("mercosur").string() + "@" + c.year, "--format", "json"})),
              c.period);
  }
}

TEST(Years, OutsideEveryPeriodAreRefusedAndThePeriodsNamed) {
  for (const char* year : {"1", "1990", "2019", "9999"}) {
    for (const Arguments& arguments : {Arguments{"classify", "mercosur@" + std::string(year)},
                                       {"classify", "mercosur", "--at", year},
                                       {"classify", example("mercosur").string() + "@" + year}}) {
      const Outcome got = run_with(arguments);
      EXPECT_EQ(got.code, 2);
      EXPECT_NE(got.err.find("[unknown-period]"), std::string::npos) << got.err;
      EXPECT_NE(got.err.find("1991-2002, 2003-2015, 2015-2018"), std::string::npos) << got.err;
    }
  }
}

TEST(Years, BesideANameCountMoreThanThoseOfTheOption) {
  EXPECT_EQ(periods_of(run_with({"classify", "mercosur@1995", "--at", "2010", "--format", "json"})), "1991-2002");
}

TEST(Years, HoldForeverInAPeriodWithoutAnEnd) {
  const std::string text = "bloc: x\nperiods:\n  - {from: 1990, to: 2000}\n  - {from: 2000}\n";
  struct Case {
    std::string year;
    bool ongoing;
  };
  for (const Case& c : {Case{"1999", false}, {"2000", true}, {"9999", true}}) {
    const Outcome got = run({.arguments = {"classify", "-", "--at", c.year, "--format", "json"}, .input = text});
    const auto period = nlohmann::json::parse(json_of(got))["blocs"][0]["periods"][0];
    EXPECT_EQ(period["to"].is_null(), c.ongoing) << c.year;
  }
}

TEST(Years, AreTakenFromEachNameByItself) {
  const Outcome got = run_with({"classify", "mercosur@1995", "mercosur@2010", "--format", "json"});
  const auto json = nlohmann::json::parse(got.out);
  EXPECT_EQ(json["blocs"][0]["periods"][0]["period"], "1991-2002");
  EXPECT_EQ(json["blocs"][1]["periods"][0]["period"], "2003-2015");
}

TEST(Rulebooks, OfAFolderSayTheSameAsTheOneInside) {
  const ScratchFolder folder;
  const std::string rules = std::string(BLOCTYPE_SOURCE_DIR) + "/rules";
  for (const char* name : {"alba", "mercosur", "unasur"}) {
    const Outcome got = run({.arguments = {"classify", name, "--rules", rules}, .folder = folder.path()});
    EXPECT_TRUE(got.out == run_with({"classify", name}).out) << name << got.err;
    const auto ours = nlohmann::json::parse(run_with({"classify", name, "--format", "json", "--rules", rules}).out);
    const auto inside = nlohmann::json::parse(run_with({"classify", name, "--format", "json"}).out);
    EXPECT_EQ(ours["rules"], inside["rules"]);  // with the digest of the files
  }
}

TEST(Rulebooks, MayLackEveryTextAndSpeakALanguageOfTheirOwn) {
  const ScratchFolder folder;
  fs::create_directories(folder / "rules/models");
  fs::create_directories(folder / "rules/indicators");
  write_text(folder / "rules/typology.yaml",
             "id: toy\nversion: 1.0.0\nlanguages: [fr]\nscale: {no: 0, yes: 1}\n"
             "axes:\n  - {id: trade, combine: hybrid, models: [open]}\n");
  write_text(folder / "rules/indicators/trade.yaml", "indicators:\n  - {id: tariffs_cut, register: d/r}\n");
  write_text(folder / "rules/models/open.yaml", "model: open\naxis: trade\nnecessary:\n  - tariffs_cut\n");
  for (const char* format : {"text", "json"}) {
    for (const char* language : {"en", "es", "pt"}) {
      const Outcome got = run({.arguments = {"classify", "-", "--rules", "rules", "--robustness", "-v", "--why-not",
                                             "open", "--lang", language, "--format", format},
                               .input = "bloc: x\nfacts: {tariffs_cut: 1}\n",
                               .folder = folder.path()});
      EXPECT_EQ(got.code, 0) << got.err;
      EXPECT_NE(got.out.find("open"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace bloctype::blackbox
