// `quiz` as a person meets it: in a terminal, replayed, and refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <sstream>

#include "core/utf8.hpp"
#include "tests/cli/pty.hpp"
#include "tests/cli/rules_folder.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

Arguments operator+(Arguments a, const Arguments& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, mark);) parts.push_back(part);
  return parts;
}

/// The cards that `quiz OPTIONS` exports for Anki: front, back and tags of each.
std::vector<std::vector<std::string>> cards(const Arguments& options) {
  const Outcome got = run_with(Arguments{"quiz", "--export", "anki"} + options);
  EXPECT_EQ(got.code, 0) << got.err;
  std::vector<std::vector<std::string>> found;
  for (const std::string& line : split(got.out, '\n')) {
    if (!line.starts_with('#')) found.push_back(split(line, '\t'));
  }
  return found;
}

/// The letter of each right choice, as the backs of the cards tell them.
std::string right_letters(const Arguments& options) {
  std::string letters;
  for (const auto& card : cards(options)) letters += card.at(1).at(0);
  return letters;
}

/// Another letter than the right one: every question has at least two choices.
char wrong(char letter) { return letter == 'a' ? 'b' : 'a'; }

Outcome replayed(const Arguments& options, const std::string& answers) {
  return run({.arguments = Arguments{"quiz", "--answers", "-"} + options, .input = answers});
}

/// The first `right` questions answered rightly, the others wrongly.
std::string answers_to(const std::string& letters, std::size_t right) {
  std::string lines;
  for (std::size_t i = 0; i < letters.size(); ++i)
    lines += std::string(1, i < right ? letters[i] : wrong(letters[i])) + "\n";
  return lines;
}

const Arguments kFive = {"--count", "5", "--seed", "9"};

TEST(Quiz, AsksAndTellsAWholeQuizInATerminal) {
  const std::string letters = right_letters(kFive);
  ASSERT_EQ(letters.size(), 5U);
  Terminal terminal({.arguments = Arguments{"quiz"} + kFive});
  for (std::size_t i = 0; i < letters.size(); ++i) {
    ASSERT_TRUE(terminal.expect("Question " + std::to_string(i + 1) + " of 5: ")) << terminal.shown();
    ASSERT_TRUE(terminal.expect("\n> ")) << terminal.shown();
    // The last one wrongly, the others as a letter, a letter with its bracket, or a number.
    const std::string number = std::to_string(letters[i] - 'a' + 1);
    const std::string typed[] = {std::string(1, letters[i]), std::string(1, static_cast<char>(letters[i] - 'a' + 'A')),
                                 std::string(1, letters[i]) + ")", number, std::string(1, wrong(letters[i]))};
    terminal.send_line(typed[i]);
    ASSERT_TRUE(terminal.expect(i < 4 ? "Right.\n" : "Not so.")) << terminal.shown();
  }
  ASSERT_TRUE(terminal.expect(std::string(1, letters[4]) + ") ")) << terminal.shown();
  ASSERT_TRUE(terminal.expect("Right: 4 of 5 (80 %).")) << terminal.shown();
  ASSERT_TRUE(terminal.expect("To read again")) << terminal.shown();
  const Outcome got = terminal.wait();
  EXPECT_EQ(got.code, 0);
  EXPECT_EQ(terminal.shown().find("not asked"), std::string::npos);
  EXPECT_TRUE(terminal.settings().are_restored());
}

TEST(Quiz, SendsReadersToPagesThatShowHas) {
  const Outcome got =
      replayed({"--count", "60", "--seed", "2"}, answers_to(right_letters({"--count", "60", "--seed", "2"}), 0));
  const auto at = got.out.find("To read again");
  ASSERT_NE(at, std::string::npos);
  const std::vector<std::string> lines = split(got.out.substr(at), '\n');
  ASSERT_GT(lines.size(), 8U);
  EXPECT_TRUE(contains(got.out.substr(at), "bloctype show:\n  "));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    EXPECT_EQ(run_with({"show", lines[i].substr(lines[i].rfind(' ') + 1)}).code, 0) << lines[i];
    EXPECT_EQ(std::count(lines.begin(), lines.end(), lines[i]), 1) << "told twice: " << lines[i];
  }
}

TEST(Quiz, StopsAtCtrlCAtAQuestionAndLeavesNoTranscript) {
  for (const bool has_answered : {false, true}) {
    const ScratchFolder folder;
    Terminal terminal({.arguments = Arguments{"quiz", "--transcript", (folder / "quiz.txt").string()} + kFive});
    ASSERT_TRUE(terminal.expect("> ")) << terminal.shown();
    if (has_answered) {
      terminal.send_line("a");
      ASSERT_TRUE(terminal.expect("Question 2")) << terminal.shown();
      ASSERT_TRUE(terminal.expect("> "));
    }
    terminal.send(kInterruptKey);
    EXPECT_EQ(terminal.wait().code, 130) << terminal.shown();
    EXPECT_TRUE(terminal.settings().are_restored());
    EXPECT_EQ(folder.size(), 0U);
  }
}

TEST(Quiz, EndsAtCtrlDWithAResult) {
  const std::string letters = right_letters(kFive);
  Terminal terminal({.arguments = Arguments{"quiz"} + kFive});
  ASSERT_TRUE(terminal.expect("> ")) << terminal.shown();
  terminal.send_line(letters.substr(0, 1));
  ASSERT_TRUE(terminal.expect("\n> ")) << terminal.shown();
  terminal.send(kEndOfInputKey);
  EXPECT_EQ(terminal.wait().code, 0);
  EXPECT_TRUE(contains(terminal.shown(), "Right: 1 of 5 (20 %).\n4 questions were not asked.")) << terminal.shown();
  EXPECT_TRUE(terminal.settings().are_restored());
}

TEST(Quiz, TakesPastedGarbageForNoAnswer) {
  Terminal terminal({.arguments = Arguments{"quiz"} + kFive}, {.columns = 40});
  ASSERT_TRUE(terminal.expect("> "));
  terminal.send("\xff\xfe\x1b[31m\r\r0\r9\raa\r-1\r))\r)\r1e0\rz)\r" + std::string(3000, 'a') + "\r");
  ASSERT_TRUE(terminal.expect("aaaaaaaaaa")) << terminal.shown();
  for (int refusal = 0; refusal < 11; ++refusal) {
    ASSERT_TRUE(terminal.expect("Answer with a letter from a to")) << refusal << terminal.shown();
  }
  terminal.send_line("quit");
  EXPECT_EQ(terminal.wait().code, 0);
  EXPECT_EQ(terminal.shown().find("Question 2"), std::string::npos) << "something was taken for an answer";
  EXPECT_EQ(terminal.everything().find("\x1b[31m"), std::string::npos);
}

TEST(Quiz, KeepsToFortyColumnsInEveryLanguage) {
  for (const char* language : {"en", "es", "pt"}) {
    const Arguments options = {"--count", "200", "--width", "40", "--lang", language};
    std::string answers;
    for (int i = 0; i < 200; ++i) answers += "?\nnonsense\na\n";
    const Outcome got = replayed(options, answers);
    EXPECT_EQ(got.code, 0);
    const std::vector<std::string> lines = split(got.out, '\n');
    EXPECT_GT(lines.size(), 4000U);
    for (const std::string& line : lines) EXPECT_LE(display_width(line), 40U) << line;
    for (const std::string& line : split(got.err, '\n')) EXPECT_LE(display_width(line), 80U) << line;
  }
}

TEST(Quiz, SpeaksPlainlyToAScreenReader) {
  for (const char* language : {"en", "es", "pt"}) {
    Terminal terminal(
        {.arguments = Arguments{"quiz", "--count", "14", "--lang", language}, .environment = {{"ACCESSIBLE", "1"}}});
    for (int i = 0; i < 14; ++i) {
      ASSERT_TRUE(terminal.expect("> ")) << terminal.shown();
      terminal.send_line("a");
    }
    EXPECT_EQ(terminal.wait().code, 0);
    // Bold, and nothing that moves the cursor.
    static const std::regex kStyled("\x1b\\[[0-9;]*m");
    EXPECT_EQ(std::regex_replace(terminal.everything(), kStyled, "").find('\x1b'), std::string::npos);
    for (const char* sign : {"·", "─", "│", "•", "▪"})
      EXPECT_EQ(terminal.everything().find(sign), std::string::npos) << sign;
  }
}

TEST(Quiz, TakesItsOrdersInEveryLanguageWhateverIsSpoken) {
  for (const char* language : {"en", "es", "pt"}) {
    for (const auto& [hint, pass, quit] :
         std::vector<std::tuple<std::string, std::string, std::string>>{{"hint", "pass", "quit"},
                                                                        {"Pista", "PASAR", "salir"},
                                                                        {"dica", "passar", "sair"},
                                                                        {"?", "skip", "exit"}}) {
      const Outcome got = replayed(Arguments{"--topic", "place", "--count", "3", "--lang", language},
                                   hint + "\n" + pass + "\n" + quit + "\n");
      const std::string told = hint + " " + language + "\n" + got.out;
      EXPECT_EQ(got.code, 0) << told;
      const std::map<std::string, std::vector<std::string>> said = {
          {"en", {"Ask first: ", "The answer is ", "Right: 0 of 3", "2 questions were not asked"}},
          {"es", {"Pregunte primero: ", "La respuesta es ", "Aciertos: 0 de 3", "Quedaron 2 preguntas"}},
          {"pt", {"Pergunte primeiro: ", "A resposta é ", "Acertos: 0 de 3", "2 perguntas"}}};
      std::size_t at = 0;
      for (const std::string& part : said.at(language)) {
        at = got.out.find(part, at);
        ASSERT_NE(at, std::string::npos) << part << " for " << told;
      }
    }
  }
}

TEST(Quiz, EndsWithOneBelowThePassMarkOnly) {
  const std::string letters = right_letters(kFive);
  const auto code = [&](const std::string& mark, const std::string& answers) {
    return replayed(Arguments{"--pass", mark} + kFive, answers).code;
  };
  EXPECT_EQ(code("60", answers_to(letters, 3)), 0);
  EXPECT_EQ(code("60.5", answers_to(letters, 3)), 1);
  EXPECT_EQ(code("60", answers_to(letters, 2)), 1);
  EXPECT_EQ(code("0", answers_to(letters, 0)), 0);
  EXPECT_EQ(code("100", answers_to(letters, 5)), 0);
  // Going early counts what was not asked.
  EXPECT_EQ(code("60", letters.substr(0, 1) + "\nquit\n"), 1);
  EXPECT_EQ(code("20", letters.substr(0, 1) + "\nquit\n"), 0);
  EXPECT_EQ(code("60", ""), 1);
  const Outcome low = replayed(Arguments{"--pass", "60"} + kFive, answers_to(letters, 2));
  EXPECT_TRUE(contains(low.out, "That is below the 60 % that --pass asks for.")) << low.out;
}

TEST(Quiz, ReplaysItsTranscriptToTheSameResult) {
  for (const char* language : {"en", "es", "pt"}) {
    const ScratchFolder folder;
    const std::string transcript = (folder / "quiz.txt").string();
    const Arguments options = Arguments{"--lang", language} + kFive;
    const Outcome first = replayed(Arguments{"--transcript", transcript} + options,
                                   "?\nnonsense # 1\n# no answer\nA\npass\nb)\nc\n\n1\n");
    ASSERT_EQ(first.code, 0) << first.err;
    const Outcome again = run_with(Arguments{"quiz", "--answers", transcript} + options);
    EXPECT_EQ(again.code, 0) << again.err;
    const auto result = [](const std::string& out) { return out.substr(out.rfind("\n\n")); };
    EXPECT_EQ(result(first.out), result(again.out));
    EXPECT_EQ(std::count(first.out.begin(), first.out.end(), '>'), std::count(again.out.begin(), again.out.end(), '>'));
  }
}

TEST(Quiz, RefusesWhatMakesNoSense) {
  const std::vector<std::pair<Arguments, std::string>> refused = {
      {{"--pass", "101"}, "`--pass` takes a share from 0 to 100, and got `101`"},
      {{"--pass", "nan"}, "got `nan`"},
      {{"--pass", ""}, "--pass"},
      {{"--count", "0"}, "`--count` takes a whole number from 1"},
      {{"--count", "1.5"}, "got `1.5`"},
      {{"--seed", "x"}, "`--seed`"},
      {{"mercosur"}, "got `mercosur`"},
      {{"-o", "quiz.gift"}, "-o is for --export"},
      {{"--export", "gift", "--answers", "a.txt"}, "`--answers` is for a quiz that is asked"},
      {{"--export", "gift", "--transcript", "a.txt"}, "`--transcript` is for a quiz that is asked"},
      {{"--export", "gift", "--pass", "50"}, "`--pass` is for a quiz that is asked"},
      {{"--topic", "trp"}, "trap"},
      {{"--export", "moodle"}, "gift"},
      {{"--rules", "no-such-folder"}, "no-such-folder"},
      {{"--answers", "no-such-file"}, "no-such-file"},
  };
  for (const auto& [arguments, said] : refused) {
    const ScratchFolder folder;
    const Outcome got = run({.arguments = Arguments{"quiz"} + arguments, .input = "a\n", .folder = folder.path()});
    EXPECT_EQ(got.code, 2) << said;
    EXPECT_EQ(got.out, "") << said;
    EXPECT_TRUE(contains(got.err, said)) << got.err;
    EXPECT_EQ(folder.size(), 0U);
  }
  const Outcome both = run_with({"quiz", "mercosur", "--pass", "101", "--count", "0"});
  for (const char* part : {"`mercosur`", "`101`", "`0`"}) EXPECT_TRUE(contains(both.err, part)) << both.err;
}

TEST(Quiz, SaysHowManyQuestionsThereAreWhereMoreAreAskedFor) {
  const Outcome all = run_with({"quiz", "--export", "anki", "--count", "100000", "--topic", "theorist"});
  EXPECT_EQ(all.code, 0);
  const auto count = std::to_string(std::count(all.out.begin(), all.out.end(), '\n') - 4);
  EXPECT_EQ(all.err, "The rulebook gives only " + count + " questions of this kind.\n");
  EXPECT_EQ(run_with({"quiz", "--export", "anki", "--count", count, "--topic", "theorist"}).err, "");
}

TEST(Quiz, AsksOfTheTopicsThatAreNamedAlone) {
  const auto topics = [](const Arguments& options) {
    std::vector<std::string> names;
    for (const auto& card : cards(options)) names.push_back(card.at(2).substr(std::string("bloctype ").size()));
    return names;
  };
  for (const char* topic : {"place", "cap", "flip", "necessary", "theorist", "trap", "register"}) {
    EXPECT_EQ(topics({"--topic", topic, "--count", "3"}), std::vector<std::string>(3, topic));
  }
  EXPECT_EQ(topics({"--topic", "cap", "--topic", "trap", "--topic", "cap", "--count", "4"}),
            (std::vector<std::string>{"cap", "trap", "cap", "trap"}));
  const std::vector<std::string> all = {"place", "cap", "flip", "necessary", "theorist", "trap", "register"};
  EXPECT_EQ(topics({"--count", "7"}), all);
}

TEST(Quiz, IsTheSameForTheSameSeedAndAnotherForAnother) {
  const auto exported = [](const char* seed) { return run_with({"quiz", "--export", "markdown", "--seed", seed}).out; };
  EXPECT_EQ(exported("7"), exported("7"));
  EXPECT_EQ(exported("1"), run_with({"quiz", "--export", "markdown"}).out);
  const std::string seven = exported("7");
  const std::string eight = exported("8");
  EXPECT_NE(seven.substr(seven.find("## ")), eight.substr(eight.find("## ")));
}

TEST(Quiz, HasTheSameAnswersInEveryLanguage) {
  const Arguments options = {"--count", "100", "--seed", "4"};
  const auto facts = [&](const char* language) {
    std::vector<std::size_t> counts;
    for (const auto& card : cards(options + Arguments{"--lang", language}))
      counts.push_back(split(card[0], '<').size());
    return counts;
  };
  for (const char* language : {"es", "pt"}) {
    EXPECT_EQ(right_letters(options + Arguments{"--lang", language}), right_letters(options)) << language;
    EXPECT_EQ(facts(language), facts("en")) << language;
  }
}

TEST(Quiz, AsksOfAnotherRulebookByItsRulesAndCases) {
  const std::string folder = std::string(BLOCTYPE_SOURCE_DIR) + "/examples/rulebooks/balassa";
  const Outcome got = run_with({"quiz", "--rules", folder, "--export", "markdown", "--count", "1000"});
  EXPECT_EQ(got.code, 0) << got.err;
  for (const char* title : {". what is necessary\n", ". a trap\n", ". words and deeds\n"})
    EXPECT_TRUE(contains(got.out, title)) << title;
  for (const char* title : {". place this case\n", ". what holds it\n", "Mercosur"})
    EXPECT_EQ(got.out.find(title), std::string::npos) << title;
  const Outcome none = run_with({"quiz", "--rules", folder, "--topic", "theorist", "--export", "gift"});
  EXPECT_EQ(none.code, 2);
  EXPECT_EQ(none.out, "");
  EXPECT_TRUE(contains(none.err, "the rulebook gives no question of this kind")) << none.err;
}

TEST(Quiz, AsksOfARulebookWithoutTheoristsAndCases) {
  const RulesFolder rules;
  const Outcome got = run({.arguments = {"quiz", "--rules", "rules", "--answers", "-", "--count", "3"},
                           .input = "a\na\na\n",
                           .folder = rules.path()});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_TRUE(contains(got.out, "Question 3 of 3")) << got.out;
  for (const char* topic : {"place", "cap", "flip", "theorist", "trap"}) {
    EXPECT_EQ(
        run({.arguments = {"quiz", "--rules", "rules", "--export", "gift", "--topic", topic}, .folder = rules.path()})
            .code,
        2)
        << topic;
  }
}

}  // namespace
}  // namespace bloctype::blackbox
