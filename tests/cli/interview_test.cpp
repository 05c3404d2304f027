// `interview` as a person meets it: in a terminal, and replayed.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "embed/shipped.hpp"
#include "load/description_loader.hpp"
#include "tests/cli/pty.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Json = nlohmann::json;

const Rulebook& rulebook() {
  static const Rulebook rules = shipped_rulebook().value.value();
  return rules;
}

Description coded(const std::string& bloc) {
  return load_description(*shipped_bloc(bloc), rulebook(), Vocabulary(rulebook())).value.value();
}

std::string word(const std::optional<Triple>& value) {
  if (!value) return "unknown";
  return is_open(*value) ? shortest(value->low) + ".." + shortest(value->high) : shortest(value->low);
}

/// What a person who has the codings before them types for one indicator.
std::string answer_from(const Period& period, std::size_t indicator) {
  const Fact& fact = period.facts[indicator];
  const auto value = [&](Register r) {
    return fact.coded[index_of(r)] ? std::optional(fact.triples[index_of(r)]) : std::nullopt;
  };
  if (rulebook().indicators[indicator].subject != Subject::kBoth) return word(value(Register::kPractice));
  return "d=" + word(value(Register::kDiscourse)) + " p=" + word(value(Register::kPractice));
}

/// The indicator of the question that is shown last: `(free_trade_core)` at the end of its title.
std::string asked(const std::string& shown) {
  static const std::regex kTitle("Question [0-9]+, at most [0-9]+ more: [^\n]*\\(([a-z_]+)\\)\n");
  std::string id;
  for (std::sregex_iterator i(shown.begin(), shown.end(), kTitle), end; i != end; ++i) id = (*i)[1];
  return id;
}

constexpr WindowSize kWide{.columns = 250};

void answer_opening(Terminal& terminal, const std::string& name) {
  ASSERT_TRUE(terminal.expect("Which bloc is it?")) << terminal.shown();
  terminal.send_line(name);
  ASSERT_TRUE(terminal.expect("Which years")) << terminal.shown();
  terminal.send_line("");
  ASSERT_TRUE(terminal.expect("hegemon?")) << terminal.shown();
  terminal.send_line("");
}

/// Kind, models (as a set), formally and undeclared of each axis of the first period.
std::string placed(const std::string& bloc) {
  const Json result = Json::parse(run_with({"classify", bloc, "--format", "json"}).out);
  std::string text;
  const Json axes = result["blocs"][0]["periods"][0]["axes"];
  for (const Json& axis : axes) {
    const Json headline = axis["headline"];
    text += headline["kind"].get<std::string>();
    for (const char* list : {"models", "formally", "undeclared"}) {
      std::vector<std::string> models = headline[list];
      std::sort(models.begin(), models.end());
      text += std::string(" ") + list;
      for (const std::string& model : models) text += " " + model;
    }
    text += "; ";
  }
  return text;
}

/// Interviews in a terminal, answered from the codings of a shipped bloc. How many questions were asked.
std::size_t interviewed(const std::string& bloc, std::size_t period, const std::string& file) {
  const Description codings = coded(bloc);
  Terminal terminal({.arguments = {"interview", "-o", file}}, kWide);
  answer_opening(terminal, bloc);
  std::size_t questions = 0;
  while (terminal.expect("\n> ")) {
    const auto indicator = rulebook().indicator(asked(terminal.skipped()));
    if (!indicator) {
      ADD_FAILURE() << "no question in\n" << terminal.skipped();
      return questions;
    }
    ++questions;
    terminal.send_line(answer_from(codings.periods[period], *indicator));
  }
  EXPECT_EQ(terminal.wait().code, 0) << terminal.shown();
  EXPECT_NE(terminal.shown().find("No further answer could change"), std::string::npos) << terminal.shown();
  EXPECT_TRUE(terminal.settings().are_restored());
  return questions;
}

TEST(Interview, ReachesThePlacementsOfShippedBlocsByLessThanHalfOfTheQuestions) {
  const ScratchFolder folder;
  const std::vector<std::tuple<std::string, std::size_t, std::string>> cases = {
      {"mercosur", 1, "mercosur@2010"},
      {"alba", 2, "alba@2016"},
      {"pacific-alliance", 0, "pacific-alliance"},
      {"nafta", 0, "nafta"},
      {"celac", 0, "celac@2012"},
  };
  std::size_t questions = 0;
  for (const auto& [bloc, period, argument] : cases) {
    const std::string file = (folder / (bloc + ".yaml")).string();
    questions += interviewed(bloc, period, file);
    EXPECT_EQ(placed(file), placed(argument)) << bloc;
  }
  EXPECT_LT(2 * questions, rulebook().indicators.size() * cases.size());
}

TEST(Interview, EndsAtOnceWithoutATerminalOrAnswers) {
  for (const char* command : {"interview", "quiz"}) {
    const Outcome got = run({.arguments = {command}, .input = "full\n"});
    EXPECT_EQ(got.code, 2) << command;
    EXPECT_EQ(got.out, "");
    EXPECT_NE(got.err.find("no terminal"), std::string::npos) << got.err;
    EXPECT_NE(got.err.find("--answers"), std::string::npos) << got.err;
  }
}

TEST(Interview, KeepsTheAnswersWhenTheInputEndsAtAnyQuestion) {
  const std::vector<std::string> lines = {"Union", "", "", "full", "yes", "absent"};
  for (std::size_t count = 3; count <= lines.size(); ++count) {
    const ScratchFolder folder;
    std::string input;
    for (std::size_t i = 0; i < count; ++i) input += lines[i] + "\n";
    const std::string file = (folder / "union.yaml").string();
    const Outcome got = run({.arguments = {"interview", "--answers", "-", "-o", file}, .input = input});
    EXPECT_EQ(got.code, 0) << got.err;
    if (count == 3) {
      EXPECT_EQ(folder.size(), 0U);  // nothing was answered, and nothing is written
      continue;
    }
    EXPECT_EQ(run_with({"classify", file}).code, 0) << read_text(file);
    const std::string text = read_text(file);
    EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), 4 + count - 3) << text;
  }
}

TEST(Interview, GivesTheAnswersAsTextWhereNoFileIsNamed) {
  const Outcome got =
      run({.arguments = {"interview", "--answers", "-"}, .input = "Union\n\n\nfull; charter, article 1: \"unity\"\n"});
  EXPECT_EQ(got.code, 0);
  EXPECT_NE(got.out.find("spatially_delimited: {value: full, note: {en: \"charter, article 1: \\\"unity\\\"\"}}\n"),
            std::string::npos)
      << got.out;
}

TEST(Interview, StopsAtCtrlCAtEveryPromptAndWritesNoFile) {
  const std::vector<std::vector<std::string>> before = {
      {}, {"Union"}, {"Union", ""}, {"Union", "", ""}, {"Union", "", "", "full"}};
  for (const auto& lines : before) {
    const ScratchFolder folder;
    write_text(folder / "old.yaml", "as it was");
    Terminal terminal({.arguments = {"interview", "-o", (folder / "old.yaml").string(), "--transcript",
                                     (folder / "transcript.txt").string()}});
    for (const std::string& line : lines) {
      ASSERT_TRUE(terminal.expect(lines.size() > 3 && &line == &lines.back() ? "> " : "?")) << terminal.shown();
      terminal.send_line(line);
    }
    ASSERT_TRUE(terminal.expect(lines.size() < 3 ? "?" : "> ")) << terminal.shown();
    terminal.send(kInterruptKey);
    EXPECT_EQ(terminal.wait().code, 130) << terminal.shown();
    EXPECT_TRUE(terminal.settings().are_restored());
    EXPECT_EQ(read_text(folder / "old.yaml"), "as it was");
    EXPECT_EQ(folder.size(), 1U) << "a temporary is left";
    const bool has_answers = terminal.shown().find("spatially_delimited: full") != std::string::npos;
    EXPECT_EQ(has_answers, lines.size() > 3) << terminal.shown();
  }
}

TEST(Interview, StopsAtCtrlCWhereItAsksForAFile) {
  const ScratchFolder folder;
  Terminal terminal({.arguments = {"interview"}, .folder = folder.path()});
  answer_opening(terminal, "Union");
  for (const char* line : {"full", "quit"}) {
    ASSERT_TRUE(terminal.expect("> "));
    terminal.send_line(line);
  }
  ASSERT_TRUE(terminal.expect("which file?")) << terminal.shown();
  terminal.send(kInterruptKey);
  EXPECT_EQ(terminal.wait().code, 130);
  EXPECT_NE(terminal.shown().find("spatially_delimited: full"), std::string::npos) << terminal.shown();
  EXPECT_TRUE(terminal.settings().are_restored());
  EXPECT_EQ(folder.size(), 0U);
}

TEST(Interview, EndsAtCtrlDAtEveryPromptBeforeTheFirstQuestion) {
  const std::vector<std::string> lines = {"Union", "", ""};
  for (std::size_t count = 0; count <= lines.size(); ++count) {
    const ScratchFolder folder;
    Terminal terminal({.arguments = {"interview", "-o", (folder / "union.yaml").string()}});
    for (std::size_t i = 0; i < count; ++i) {
      ASSERT_TRUE(terminal.expect(i == 0 ? "is it?" : i == 1 ? "none)" : "US)")) << terminal.shown();
      terminal.send_line(lines[i]);
    }
    ASSERT_TRUE(terminal.expect(count == 0 ? "is it?" : count == 1 ? "none)" : count == 2 ? "US)" : "> "));
    terminal.send(kEndOfInputKey);
    EXPECT_EQ(terminal.wait().code, 0) << terminal.shown();
    EXPECT_TRUE(terminal.settings().are_restored());
    EXPECT_EQ(folder.size(), 0U);  // nothing was answered
  }
}

TEST(Interview, EndsAtCtrlDInATerminal) {
  const ScratchFolder folder;
  const std::string file = (folder / "union.yaml").string();
  Terminal terminal({.arguments = {"interview", "-o", file}});
  answer_opening(terminal, "Union");
  ASSERT_TRUE(terminal.expect("> "));
  terminal.send_line("f");
  ASSERT_TRUE(terminal.expect("> "));
  terminal.send(kEndOfInputKey);
  EXPECT_EQ(terminal.wait().code, 0);
  EXPECT_NE(read_text(file).find("spatially_delimited: full\n"), std::string::npos);
  EXPECT_TRUE(terminal.settings().are_restored());
}

TEST(Interview, TakesPastedGarbageForNoAnswer) {
  Terminal terminal({.arguments = {"interview"}}, {.columns = 40});
  answer_opening(terminal, "Union");
  ASSERT_TRUE(terminal.expect("Question 1,"));
  terminal.send("\xff\xfe{}[]\x1b[31m..=;=..\rabsent..\r..\r[full\r1e999\r0,5\r-1\rd=full\r;\r=\r" +
                std::string(3000, 'x') + "\r");
  ASSERT_TRUE(terminal.expect("xxxxxxxxxx")) << terminal.shown();
  terminal.send_line("full");
  ASSERT_TRUE(terminal.expect("Question 2,")) << terminal.shown();
  terminal.send_line("quit");
  ASSERT_TRUE(terminal.expect("which file?"));
  terminal.send_line("");
  EXPECT_EQ(terminal.wait().code, 0);
  EXPECT_EQ(terminal.everything().find("\x1b[31m"), std::string::npos);
}

TEST(Interview, FitsNarrowTerminals) {
  for (const char* language : {"en", "es", "pt"}) {
    Terminal terminal({.arguments = {"interview", "--lang", language}}, {.columns = 40});
    for (const char* line : {"Union", "", "", "?", "why", "how", "what-if full", "rules"}) {
      ASSERT_TRUE(terminal.expect(line == std::string("Union") ? "?"
                                  : line[0] == '\0'            ? ") "
                                                               : "> "))
          << terminal.shown();
      terminal.send_line(line);
    }
    ASSERT_TRUE(terminal.expect("> "));
    terminal.send(kEndOfInputKey);
    terminal.wait();
    std::istringstream lines(terminal.shown());
    for (std::string line; std::getline(lines, line);) {
      const bool is_prompt = line.find(") ") != std::string::npos && line.find("Enter") != std::string::npos;
      if (!is_prompt) {
        EXPECT_LE(display_width(line), 40U) << line;
      }
    }
  }
}

TEST(Interview, IsPlainTextForAScreenReader) {
  Terminal terminal({.arguments = {"interview"}, .environment = {{"ACCESSIBLE", "1"}, {"NO_COLOR", "1"}}});
  answer_opening(terminal, "Union");
  for (const char* line : {"why", "how", "full", "quit"}) {
    ASSERT_TRUE(terminal.expect("> "));
    terminal.send_line(line);
  }
  terminal.send_line("");
  terminal.wait();
  EXPECT_EQ(terminal.everything().find('\x1b'), std::string::npos);
  EXPECT_EQ(terminal.everything().find("·"), std::string::npos);
}

/// What an interview answers to these lines, from the first question on.
std::string replayed(const std::string& lines, const std::string& language = "en") {
  const Outcome got =
      run({.arguments = {"interview", "--answers", "-", "--lang", language}, .input = "Union\n2004-2013\n\n" + lines});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_EQ(got.err, "");
  return got.out;
}

std::size_t count_of(const std::string& text, std::string_view what) {
  std::size_t count = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

TEST(Interview, TakesScaleWordsOfAllLanguagesTheirFirstLettersAndNumbers) {
  for (const char* full : {"full", "FULL", "f", "plena", "Pleno", "1", "1.0"}) {
    EXPECT_NE(replayed(std::string(full) + "\n").find("spatially_delimited: full\n"), std::string::npos) << full;
  }
  for (const char* unknown : {"unknown", "u", "desconocido", "Desconhecido"}) {
    EXPECT_NE(replayed(std::string(unknown) + "\n").find("spatially_delimited: unknown\n"), std::string::npos)
        << unknown;
  }
  for (const char* yes : {"yes", "y", "sí", "si", "sim"}) {
    EXPECT_NE(replayed("full\n" + std::string(yes) + "\n").find("state_led_process: yes\n"), std::string::npos) << yes;
  }
  EXPECT_NE(replayed("p\n", "es").find("spatially_delimited: full\n"), std::string::npos);
  EXPECT_NE(replayed("f\n", "pt").find("spatially_delimited: full\n"), std::string::npos);  // ids in every language
  EXPECT_NE(replayed("plena\ns\n", "pt").find("state_led_process: yes\n"), std::string::npos);
  EXPECT_NE(replayed("p\nfull\n").find("`p` is not a value"), std::string::npos);  // another language's, and a register
  EXPECT_NE(replayed("m..f\n").find("spatially_delimited: [marginal, full]\n"), std::string::npos);
  EXPECT_NE(replayed("[marginal, 0.9]\n").find("spatially_delimited: [marginal, 0.9]\n"), std::string::npos);
}

TEST(Interview, TakesDiscourseAndPracticeApartInEveryLanguage) {
  const std::string wanted = "free_trade_core: {discourse: full, practice: marginal}\n";
  for (const char* answer : {"d=full p=marginal", "p = marginal, d = full", "discurso=plena práctica=marginal",
                             "discurso=pleno, prática=marginal", "Discourse=f practice=m"}) {
    EXPECT_NE(replayed("free_trade_core = " + std::string(answer) + "\n").find(wanted), std::string::npos) << answer;
  }
  EXPECT_NE(replayed("free_trade_core = d=[marginal, full]\n")
                .find("free_trade_core: {discourse: [marginal, full], practice: unknown}\n"),
            std::string::npos);
}

TEST(Interview, ObeysOrdersInEveryLanguage) {
  struct Words {
    const char *language, *why, *how, *what_if, *back, *help, *quit;
  };
  for (const Words& words : {Words{"en", "why", "how", "what-if absent", "back", "help", "quit"},
                             Words{"es", "¿por qué?", "cómo", "y si ausente", "atrás", "ayuda", "salir"},
                             Words{"pt", "por quê?", "como", "e se ausente", "voltar", "ajuda", "sair"}}) {
    std::string lines = "full\n";
    for (const char* line : {words.why, words.how, words.what_if, words.back, words.help, words.quit}) {
      lines += std::string(line) + "\n";
    }
    const std::string shown = replayed(lines, words.language);
    EXPECT_EQ(count_of(shown, "spatially_delimited)"), 2U) << shown;  // asked, and again after `back`
    EXPECT_EQ(count_of(shown, "`"), 0U) << shown;                     // no line was taken for a bad answer
    EXPECT_EQ(count_of(shown, "facts:"), 0U) << shown;                // the one answer was taken back
  }
}

TEST(Interview, SaysWhatAnAnswerWouldSettleAndThenItDoes) {
  const std::string shown = replayed("full\nwhy\nno\n");
  EXPECT_NE(shown.find("- no: economic: not (yet) regionalism (decided); political: not (yet)"), std::string::npos)
      << shown;
  EXPECT_NE(shown.find("No further answer could change where it is placed. 2 questions"), std::string::npos) << shown;
}

TEST(Interview, NamesTheLineOfABadAnswerInAFile) {
  const ScratchFolder folder;
  write_text(folder / "answers.txt", "Union\n\n\n# a note\nfulll\nfull\n");
  const Outcome got = run({.arguments = {"interview", "--answers", "answers.txt"}, .folder = folder.path()});
  EXPECT_EQ(got.code, 0);
  EXPECT_NE(got.out.find("answers.txt:5: `fulll` is not a value"), std::string::npos) << got.out;
  EXPECT_NE(got.out.find("did you mean `full`?"), std::string::npos) << got.out;
  EXPECT_NE(got.out.find("spatially_delimited: full\n"), std::string::npos);
}

TEST(Interview, IsRecordedSoThatItCanBeReplayed) {
  const ScratchFolder folder;
  const std::string answers = "Unión del Sur\n2004-\nBR\nfull; acta\nwhy\nno such word\nback\nd..f\n?\nyes\nno\nquit\n";
  const Outcome first = run({.arguments = {"interview", "--answers", "-", "--transcript", "one.txt", "-o", "one.yaml"},
                             .input = answers,
                             .folder = folder.path()});
  EXPECT_EQ(first.code, 0) << first.err;
  const Outcome second =
      run({.arguments = {"interview", "--answers", "one.txt", "--transcript", "two.txt", "-o", "two.yaml"},
           .folder = folder.path()});
  EXPECT_EQ(second.code, 0) << second.err;
  EXPECT_EQ(read_text(folder / "two.yaml"), read_text(folder / "one.yaml"));
  EXPECT_NE(read_text(folder / "one.yaml").find("from: 2004\n"), std::string::npos);
  EXPECT_NE(read_text(folder / "one.yaml").find("hegemon: BR\n"), std::string::npos);
  EXPECT_NE(read_text(folder / "one.txt").find("\nfull; acta\n"), std::string::npos);
}

TEST(Interview, BeginsWithADescription) {
  const Outcome got = run({.arguments = {"interview", "mercosur@2010", "--answers", "-"}, .input = "quit\n"});
  EXPECT_EQ(got.code, 0);
  EXPECT_EQ(got.out.find("Which bloc"), std::string::npos);
  EXPECT_EQ(run({.arguments = {"interview", "mercosur", "--answers", "-"}}).code, 2);  // which period?
  EXPECT_EQ(run({.arguments = {"interview", "mercosul@2010", "alba", "--answers", "-"}}).code, 2);
  const Outcome misspelt = run({.arguments = {"interview", "mercosurr", "--answers", "-"}});
  EXPECT_EQ(misspelt.code, 2);
  EXPECT_NE(misspelt.err.find("did you mean `Mercosur`"), std::string::npos) << misspelt.err;
}

TEST(Interview, LeavesADescriptionThatIsPlacedAsItWas) {
  const ScratchFolder folder;
  for (const char* bloc : {"mercosur@2010", "alba@2016", "nafta"}) {
    const std::string file = (folder / (std::string(bloc) + ".yaml")).string();
    // One more answer, so that there is something to keep.
    const Outcome got = run(
        {.arguments = {"interview", bloc, "--answers", "-", "-o", file}, .input = "post_liberal_policy = no\nquit\n"});
    ASSERT_EQ(got.code, 0) << got.err;
    EXPECT_EQ(placed(file), placed(bloc));
    EXPECT_EQ(run_with({"classify", file}).err.find(": error:"), std::string::npos);
  }
}

TEST(Interview, SavesUnderANameAndNeverOverAFile) {
  const ScratchFolder folder;
  write_text(folder / "there.yaml", "as it was");
  const Outcome got = run({.arguments = {"interview", "--answers", "-"},
                           .input = "Union\n\n\nfull\nsave\nsave there.yaml\nsave new.yaml\nyes\nsave new.yaml\nquit\n",
                           .folder = folder.path()});
  EXPECT_EQ(got.code, 0);
  EXPECT_EQ(read_text(folder / "there.yaml"), "as it was");
  EXPECT_NE(read_text(folder / "new.yaml").find("state_led_process: yes\n"), std::string::npos);
  EXPECT_EQ(got.out.find("Keep the answers"), std::string::npos);  // they are kept
}

TEST(Interview, DoesNotSayThatAFileHoldsWhatItDoesNot) {
  const ScratchFolder folder;
  const Outcome got = run({.arguments = {"interview", "--answers", "-"},
                           .input = "Union\n\n\nfull\nsave good.yaml\nsave no/such.yaml\nquit\n",
                           .folder = folder.path()});
  EXPECT_EQ(count_of(got.out, "The answers are in"), 1U) << got.out;
  EXPECT_EQ(folder.size(), 1U);
}

TEST(Interview, WritesTheFileOfTheOptionWhateverElseWasSaved) {
  const ScratchFolder folder;
  write_text(folder / "start.yaml", "bloc: union\nfacts: {spatially_delimited: full}\n");
  const std::vector<std::pair<std::vector<std::string>, std::string>> runs = {
      {{"--answers", "-"}, "Union\n\n\nfull\nsave other.yaml\nquit\n"},
      {{"start.yaml", "--answers", "-"}, "quit\n"},
      {{"--answers", "-"}, "Union\n\n\nfull\nyes\nsave\nback\nquit\n"},
  };
  for (const auto& [arguments, input] : runs) {
    std::vector<std::string> all = {"interview", "-o", "out.yaml"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    EXPECT_EQ(run({.arguments = all, .input = input, .folder = folder.path()}).code, 0);
    const std::string text = read_text(folder / "out.yaml");
    EXPECT_NE(text.find("spatially_delimited: full\n"), std::string::npos) << input;
    EXPECT_EQ(text.find("state_led_process"), std::string::npos) << input;
    std::filesystem::remove(folder / "out.yaml");
  }
}

TEST(Interview, MakesNoFileOfAnAnswer) {
  const ScratchFolder folder;
  std::filesystem::copy(std::string(BLOCTYPE_SOURCE_DIR) + "/examples/class/andean-pact.txt", folder / "answers.txt");
  const Outcome got = run({.arguments = {"interview", "--answers", "answers.txt"}, .folder = folder.path()});
  EXPECT_EQ(got.code, 0);
  EXPECT_EQ(folder.size(), 1U);
  EXPECT_NE(got.out.find("bloc: andean-pact\n"), std::string::npos) << got.out;
}

TEST(Interview, SavesNothingOverItsTranscriptOrItsAnswers) {
  const ScratchFolder folder;
  write_text(folder / "a.txt", "Union\n\n\nfull\nsave t.txt\nsave a.txt\nsave -\nquit\nkept.yaml\n");
  const Outcome got =
      run({.arguments = {"interview", "--answers", "a.txt", "--transcript", "t.txt"}, .folder = folder.path()});
  EXPECT_EQ(got.code, 0);
  EXPECT_EQ(count_of(got.out, "The answers are in"), 1U) << got.out;
  EXPECT_TRUE(read_text(folder / "t.txt").starts_with("# "));
  EXPECT_TRUE(read_text(folder / "a.txt").starts_with("Union\n"));
}

TEST(Interview, TellsASaveAsAWordOfTheShell) {
  const ScratchFolder folder;
  const Outcome got = run({.arguments = {"interview", "--answers", "-"},
                           .input = "Union\n\n\nfull\nsave my bloc.yaml\nquit\n",
                           .folder = folder.path()});
  EXPECT_NE(got.out.find("bloctype classify 'my bloc.yaml'"), std::string::npos) << got.out;
}

TEST(Interview, CountsAQuestionOnceHoweverOftenItIsAnswered) {
  const std::string shown = replayed("full\nspatially_delimited=substantial\nspatially_delimited=full\nno\n");
  EXPECT_NE(shown.find("placed. 2 questions"), std::string::npos) << shown;
}

TEST(Interview, TakesANameThatBeginsLikeAnOrder) {
  for (const char* name : {"Exit treaty bloc", "Salir del Sur", "Help union"}) {
    const Outcome got =
        run({.arguments = {"interview", "--answers", "-"}, .input = std::string(name) + "\n\n\nfull\n"});
    EXPECT_NE(got.out.find(std::string("name: {en: \"") + name + "\"}"), std::string::npos) << got.out;
  }
}

TEST(Interview, ReadsAnswersAsEditorsSaveThem) {
  const std::string lines = "Union\r\n\r\n\r\nfull\r\nyes\r\n";
  const Outcome marked = run({.arguments = {"interview", "--answers", "-"}, .input = "\xEF\xBB\xBF" + lines});
  EXPECT_NE(marked.out.find("bloc: union\n"), std::string::npos) << marked.out;
  EXPECT_NE(marked.out.find("state_led_process: yes\n"), std::string::npos);
  std::string wide = "\xFF\xFE";
  for (const char c : lines) wide += {c, '\0'};
  for (const std::string& bad : {wide, std::string("Uni\xF3n\n\n\nfull\n"), std::string("Union\n\n\nfu\0ll\n", 15)}) {
    const Outcome got = run({.arguments = {"interview", "--answers", "-"}, .input = bad});
    EXPECT_EQ(got.code, 2) << got.out;
    EXPECT_NE(got.err.find("UTF-8"), std::string::npos) << got.err;
  }
}

TEST(Interview, TakesNoPartOfAnOverlongLineForAnAnswer) {
  const std::string shown =
      replayed("absent" + std::string(5000, ' ') + "..full\nfull; " + std::string(5000, 'x') + "\nm\n");
  EXPECT_NE(shown.find("spatially_delimited: marginal\n"), std::string::npos) << shown;
}

TEST(Interview, ReplaysAnAnswerThatLooksLikeARemark) {
  const ScratchFolder folder;
  const Outcome first = run({.arguments = {"interview", "--answers", "-", "--transcript", "t.txt", "-o", "one.yaml"},
                             .input = " #1 bloc\n\n\nfull\n",
                             .folder = folder.path()});
  EXPECT_EQ(first.code, 0);
  run({.arguments = {"interview", "--answers", "t.txt", "-o", "two.yaml"}, .folder = folder.path()});
  EXPECT_EQ(read_text(folder / "two.yaml"), read_text(folder / "one.yaml"));
  EXPECT_NE(read_text(folder / "one.yaml").find("#1 bloc"), std::string::npos);
}

TEST(Interview, CannotReadTwoThingsFromStandardInput) {
  const Outcome got = run({.arguments = {"interview", "-", "--answers", "-"}, .input = "bloc: a\nfacts: {}\n"});
  EXPECT_EQ(got.code, 2);
  EXPECT_NE(got.err.find("standard input"), std::string::npos) << got.err;
}

TEST(Interview, SaysWhatItUnderstood) {
  EXPECT_NE(replayed("f\n").find("> f\n  Noted: full.\n"), std::string::npos);
  EXPECT_NE(replayed("d=f\nfree_trade_core=d=f p=m\n").find("full in discourse, marginal"), std::string::npos);
  EXPECT_NE(replayed("u\n").find("Noted: unknown."), std::string::npos);
}

TEST(Interview, AsksForAnotherFileWhereOneCannotBeWritten) {
  const ScratchFolder folder;
  const Outcome got = run({.arguments = {"interview", "--answers", "-"},
                           .input = "Union\n\n\nfull\nquit\nno/such/folder.yaml\nkept.yaml\n",
                           .folder = folder.path()});
  EXPECT_EQ(got.code, 0);
  EXPECT_NE(got.out.find("folder does not exist"), std::string::npos) << got.out;
  EXPECT_NE(read_text(folder / "kept.yaml").find("spatially_delimited: full\n"), std::string::npos);
}

TEST(Interview, SeesBeforeTheFirstQuestionWhatItCannotWrite) {
  const ScratchFolder folder;
  write_text(folder / "a.txt", "Union\n");
  const std::vector<std::vector<std::string>> commands = {
      {"interview", "--answers", "a.txt", "-o", "no/such/folder.yaml"},
      {"interview", "--answers", "a.txt", "--transcript", "a.txt"},
      {"interview", "--answers", "a.txt", "-o", "b.txt", "--transcript", "b.txt"},
      {"interview", "--answers", "none.txt"},
  };
  for (const auto& arguments : commands) {
    const Outcome got = run({.arguments = arguments, .folder = folder.path()});
    EXPECT_EQ(got.code, 2) << got.out;
    EXPECT_EQ(got.out, "");
    EXPECT_NE(got.err, "");
  }
  EXPECT_EQ(read_text(folder / "a.txt"), "Union\n");
  EXPECT_EQ(folder.size(), 1U);
}

TEST(Interview, DoesNotOverwriteItsOwnAnswers) {
  const ScratchFolder folder;
  write_text(folder / "a.txt", "Union\n\n\nfull\n");
  const Outcome got = run({.arguments = {"interview", "--answers", "a.txt", "-o", "a.txt"}, .folder = folder.path()});
  EXPECT_EQ(got.code, 2) << got.out;
  EXPECT_EQ(read_text(folder / "a.txt"), "Union\n\n\nfull\n");
}

TEST(Interview, WorksWithAnotherRulebook) {
  const std::string rules = std::string(BLOCTYPE_SOURCE_DIR) + "/examples/rulebooks/balassa";
  const Outcome got =
      run({.arguments = {"interview", "--rules", rules, "--answers", "-"}, .input = "Union\n\n\nwhy\n?\n"});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_NE(got.out.find("Question 1, at most"), std::string::npos) << got.out;
}

}  // namespace
}  // namespace bloctype::blackbox
