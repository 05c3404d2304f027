// `show --template`: blank descriptions that can be read as they stand, and filled in in any language.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "embed/shipped.hpp"
#include "tests/cli/placed_table.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

const Arguments kLanguages = {"en", "es", "pt"};

std::string blank(const std::string& format, const std::string& language) {
  const Outcome got = run_with({"show", "--template", format, "--lang", language});
  EXPECT_EQ(got.code, 0) << got.err;
  return got.out;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("there is no " + from);
  return text.replace(at, from.size(), to);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

nlohmann::json axes_of(const ScratchFolder& folder, const std::string& file) {
  const Outcome got = run({.arguments = {"classify", file, "--format", "json"}, .folder = folder.path()});
  EXPECT_EQ(got.code, 0) << got.err;
  return nlohmann::json::parse(got.out)["blocs"][0]["periods"][0]["axes"];
}

// --- As printed

TEST(Template, InYamlIsClassifiedAsItStandsAndUndecided) {
  const ScratchFolder folder;
  for (const std::string& language : kLanguages) {
    write_text(folder / "my.yaml", blank("yaml", language));
    const Outcome got = run({.arguments = {"classify", "my.yaml", "--format", "json"}, .folder = folder.path()});
    EXPECT_EQ(got.code, 0);
    EXPECT_EQ(got.err, "");
    for (const auto& axis : axes_of(folder, "my.yaml")) EXPECT_EQ(axis["headline"]["kind"], "undecided");
  }
}

TEST(Template, InCsvIsReadByBatchAsItStandsAndUndecided) {
  const ScratchFolder folder;
  for (const std::string& language : kLanguages) {
    write_text(folder / "my.csv", blank("csv", language));
    const Outcome got = run({.arguments = {"batch", "my.csv", "--lang", language}, .folder = folder.path()});
    EXPECT_EQ(got.code, 0);
    for (const char* warning : {"warning", "advertencia", "aviso", "error", "erro"}) {
      EXPECT_EQ(got.err.find(warning), std::string::npos) << got.err;
    }
    EXPECT_EQ(count(got.out, ",undecided,"), 4U) << got.out;  // kind and certainty of each axis
  }
}

TEST(Template, AsksEveryQuestionOnceAndOfBothRegistersWhereTheyMayBeCodedApart) {
  const Rulebook rulebook = shipped_rulebook().value.value();
  for (const std::string& language : kLanguages) {
    const std::string yaml = blank("yaml", language);
    const std::string one_line = in_one_line(std::regex_replace(yaml, std::regex("\n +# "), " "));
    const auto rows = read_cells(blank("csv", language));
    for (const Indicator& indicator : rulebook.indicators) {
      EXPECT_EQ(count(yaml, "\n  " + indicator.id + ": unknown\n"), 1U) << indicator.id;
      EXPECT_NE(one_line.find(indicator.question.in(language)), std::string::npos) << indicator.id;
      Arguments registers;
      for (const Cells& row : rows) {
        if (row[3] != indicator.id) continue;
        registers.push_back(row[5]);
        EXPECT_EQ(row[9], indicator.question.in(language));
      }
      EXPECT_EQ(registers, indicator.subject == Subject::kBoth ? (Arguments{"discourse", "practice"}) : Arguments{""})
          << indicator.id;
    }
  }
}

TEST(Template, IsOfTheRulebookThatIsAskedFor) {
  const ScratchFolder folder;
  const std::string rules = BLOCTYPE_SOURCE_DIR "/examples/rulebooks/balassa";
  for (const std::string format : {"yaml", "csv"}) {
    const Outcome got = run_with({"show", "--template", format, "--rules", rules});
    EXPECT_NE(got.out.find("founding_agreement"), std::string::npos);
    EXPECT_EQ(got.out.find("free_trade_core"), std::string::npos);
    write_text(folder / ("my." + format), got.out);
  }
  EXPECT_EQ(run({.arguments = {"classify", "my.yaml", "--rules", rules}, .folder = folder.path()}).code, 0);
  EXPECT_EQ(run({.arguments = {"batch", "my.csv", "--rules", rules}, .folder = folder.path()}).code, 0);
}

TEST(Template, IsTheSameFileWhateverTheTerminal) {
  for (const std::string format : {"yaml", "csv"}) {
    const Outcome got = run({.arguments = {"show", "--template", format, "--color", "always"},
                             .environment = {{"COLUMNS", "40"}, {"ACCESSIBLE", "1"}}});
    EXPECT_EQ(got.out, blank(format, "en"));
  }
}

TEST(Template, TakesNoNames) {
  const Outcome got = run_with({"show", "social", "--template", "yaml"});
  EXPECT_EQ(got.code, 2);
  EXPECT_EQ(got.out, "");
  EXPECT_NE(got.err.find("`social`"), std::string::npos) << got.err;
  EXPECT_EQ(run_with({"show", "--template", "xml"}).code, 2);
}

// --- Filled in

/// An indicator and the words it is answered with; `practice` is empty where one answer serves both.
struct Answer {
  std::string indicator, discourse, practice = "";
};

/// A bloc that is strategic alone, in the words of a language: yes, none, little, much, all.
std::vector<Answer> answers(const Cells& words) {
  const std::string &yes = words[0], &none = words[1], &little = words[2], &much = words[3], &all = words[4];
  return {{"state_led_process", yes},
          {"spatially_delimited", all},
          {"economic_integration_goal", much},
          {"free_trade_core", all, much},
          {"global_insertion_goal", all},
          {"northern_trade_agreements", little},
          {"sensitive_sector_exclusions", little},
          {"free_trade_rejected", none},
          {"solidarity_exchange", none, none},
          {"social_policy_mandate", much, none},
          {"social_programmes_delivered", none, none},
          {"production_integration_goal", none, none}};
}

const Cells kEnglish = {"yes", "absent", "marginal", "substantial", "full"};
const Cells kSpanish = {"sí", "ausente", "marginal", "sustancial", "plena"};
const Cells kPortuguese = {"sim", "ausente", "marginal", "substancial", "pleno"};

std::string filled_yaml(std::string text, const std::vector<Answer>& given) {
  for (const Answer& answer : given) {
    const std::string value = answer.practice.empty()
                                  ? answer.discourse
                                  : "{discourse: " + answer.discourse + ", practice: " + answer.practice + "}";
    text = replaced(text, "\n  " + answer.indicator + ": unknown\n", "\n  " + answer.indicator + ": " + value + "\n");
  }
  return text;
}

std::string filled_csv(std::string text, const std::vector<Answer>& given) {
  for (const Answer& answer : given) {
    const std::string row = "," + answer.indicator + ",";
    if (answer.practice.empty()) {
      text = replaced(text, row + "unknown,,", row + answer.discourse + ",,");
    } else {
      text = replaced(text, row + "unknown,discourse,", row + answer.discourse + ",discourse,");
      text = replaced(text, row + "unknown,practice,", row + answer.practice + ",practice,");
    }
  }
  return text;
}

TEST(Template, FilledInInAnyLanguagePlacesAlike) {
  const ScratchFolder folder;
  write_text(folder / "en.yaml", filled_yaml(blank("yaml", "en"), answers(kEnglish)));
  write_text(folder / "es.yaml", filled_yaml(blank("yaml", "es"), answers(kSpanish)));
  write_text(folder / "pt.yaml", filled_yaml(blank("yaml", "pt"), answers(kPortuguese)));
  const nlohmann::json english = axes_of(folder, "en.yaml");
  EXPECT_EQ(english[0]["headline"]["kind"], "pure");
  EXPECT_EQ(english[0]["headline"]["models"], nlohmann::json::array({"strategic"}));
  for (const char* file : {"es.yaml", "pt.yaml"}) {
    const nlohmann::json other = axes_of(folder, file);
    for (std::size_t axis = 0; axis < english.size(); ++axis) {
      for (const char* key : {"headline", "practice", "discourse"}) EXPECT_EQ(other[axis][key], english[axis][key]);
    }
  }
}

TEST(Template, FilledInAsCsvPlacesAlikeInAnyLanguageAndAsTheYamlDoes) {
  const ScratchFolder folder;
  const auto placed = [&](const std::string& language, const Cells& words) {
    write_text(folder / "my.csv", filled_csv(blank("csv", language), answers(words)));
    const Outcome got = run({.arguments = {"batch", "my.csv"}, .folder = folder.path()});
    EXPECT_EQ(got.code, 0) << got.err;
    return got.out;
  };
  const std::string english = placed("en", kEnglish);
  EXPECT_NE(english.find("\nmy-bloc,,,pure,strategic,"), std::string::npos) << english;
  EXPECT_EQ(placed("es", kSpanish), english);
  EXPECT_EQ(placed("pt", kPortuguese), english);
  write_text(folder / "my.yaml", filled_yaml(blank("yaml", "en"), answers(kEnglish)));
  const nlohmann::json strategic = axes_of(folder, "my.yaml")[0]["practice"]["memberships"]["strategic"];
  write_text(folder / "my.csv", filled_csv(blank("csv", "en"), answers(kEnglish)));
  const Outcome row =
      run({.arguments = {"classify", "my.csv", "--bloc", "my-bloc", "--format", "json"}, .folder = folder.path()});
  EXPECT_EQ(nlohmann::json::parse(row.out)["blocs"][0]["periods"][0]["axes"][0]["practice"]["memberships"]["strategic"],
            strategic);
}

TEST(Template, ShowsInItsCommentsWhatCanBeWritten) {
  const ScratchFolder folder;
  for (const std::string& language : kLanguages) {
    std::string text = blank("yaml", language);
    const std::string comments = in_one_line(std::regex_replace(text, std::regex("\n *# "), " "));
    // The examples of an interval, of words and deeds apart, and of a source, are taken over as they stand.
    const auto example = [&](const std::string& begin, const std::string& end) {
      const auto from = comments.find(begin);
      return comments.substr(from, comments.find(end, from) + 1 - from);
    };
    text = replaced(text, "social_organs: unknown", "social_organs: " + example("[marginal", "]"));
    text = replaced(text, "free_trade_core: unknown", "free_trade_core: " + example("{discourse", "}"));
    text = replaced(text, "global_insertion_goal: unknown", "global_insertion_goal: " + example("{value", "}"));
    // Sources and periods lose their mark.
    const std::regex fields("\n# (hegemon|members|sources|  my-source|periods|  - from|    to|    facts)");
    text = std::regex_replace(text, fields, "\n$1");
    write_text(folder / "my.yaml", text);
    const Outcome got = run({.arguments = {"classify", "my.yaml", "--format", "json"}, .folder = folder.path()});
    EXPECT_EQ(got.code, 0) << got.err;
    EXPECT_EQ(count(text, "\n# periods"), 0U);
    EXPECT_EQ(nlohmann::json::parse(got.out)["blocs"][0]["periods"][0]["from"], 2000);
  }
}

}  // namespace
}  // namespace bloctype::blackbox
