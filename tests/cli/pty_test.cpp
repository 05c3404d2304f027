// The terminal that interactive commands are tested in: that it is one, and that what it tells is so.
#include "tests/cli/pty.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>

namespace bloctype::blackbox {
namespace {

Command shell_command(const std::string& line) { return {.program = "/bin/sh", .arguments = {"-c", line}}; }

std::string without_returns(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
  return text;
}

TEST(Terminal, ShowsWhatIsTypedAndWhatComesBack) {
  Terminal terminal({.program = "/bin/cat"});
  terminal.send_line("free trade");
  EXPECT_TRUE(terminal.expect("free trade\nfree trade\n")) << terminal.shown();
  terminal.send(kEndOfInputKey);
  const Outcome got = terminal.wait();
  EXPECT_EQ(got.code, 0);
  EXPECT_EQ(got.out, "free trade\r\nfree trade\r\n");
}

TEST(Terminal, IsAllThreeStreamsAndTheControllingOne) {
  Terminal terminal(shell_command("test -t 0 && test -t 1 && test -t 2 && echo here >/dev/tty"));
  EXPECT_EQ(terminal.wait().code, 0);
  EXPECT_EQ(terminal.shown(), "here\n");
}

TEST(Terminal, ExpectsEachTextBehindTheLastOne) {
  Terminal terminal(shell_command("echo one two one; read answer; echo $answer three"));
  EXPECT_TRUE(terminal.expect("two"));
  EXPECT_EQ(terminal.skipped(), "one ");
  EXPECT_TRUE(terminal.expect("one"));
  EXPECT_FALSE(terminal.expect("one", 0.2));
  terminal.send_line("1");
  EXPECT_TRUE(terminal.expect("1 three"));
  EXPECT_FALSE(terminal.expect("four"));  // at once: the program has ended
  EXPECT_EQ(terminal.wait().code, 0);
}

TEST(Terminal, KeepsWhatWasReadWhenTheTimeIsOver) {
  Terminal terminal(shell_command("echo something else; read never"));
  EXPECT_FALSE(terminal.expect("this", 0.5));
  EXPECT_EQ(terminal.everything(), "something else\r\n");
  EXPECT_FALSE(terminal.has_ended());
  EXPECT_TRUE(terminal.expect("else"));
}

TEST(Terminal, PassesCodesAndSignalsOn) {
  EXPECT_EQ(Terminal(shell_command("exit 7")).wait().code, 7);
  EXPECT_EQ(Terminal(shell_command("kill -9 $$")).wait().signal, SIGKILL);
  EXPECT_EQ(Terminal({.program = "/no/such/program"}).wait().code, 127);
}

TEST(Terminal, InterruptsBySignalAndNotByByte) {
  Terminal terminal({.program = "/bin/cat"});
  terminal.send_line("ready");
  ASSERT_TRUE(terminal.expect("ready\nready"));
  terminal.send(kInterruptKey);
  EXPECT_EQ(terminal.wait().signal, SIGINT);
}

TEST(Terminal, TakesMoreThanItHoldsAtOnce) {
  Terminal terminal(shell_command("stty -echo -icanon; echo ready; head -c 200000 | wc -c"));
  ASSERT_TRUE(terminal.expect("ready"));
  terminal.send(std::string(200000, 'x'));
  EXPECT_TRUE(terminal.expect("200000"));
  EXPECT_EQ(terminal.wait().code, 0);
}

TEST(Terminal, GivesBackAllOfALongOutput) {
  Terminal terminal(shell_command("i=0; while [ $i -lt 20000 ]; do echo $i; i=$((i + 1)); done"));
  EXPECT_EQ(terminal.wait().code, 0);
  EXPECT_TRUE(terminal.shown().ends_with("\n19998\n19999\n"));
  EXPECT_TRUE(terminal.shown().starts_with("0\n1\n2\n"));
}

TEST(Terminal, EndsWithItsProgramThoughSomethingHoldsItOpen) {
  Terminal terminal(shell_command("trap '' HUP; sleep 3 & echo done"));
  const Outcome got = terminal.wait();
  EXPECT_EQ(got.code, 0);
  EXPECT_EQ(terminal.shown(), "done\n");
}

TEST(Terminal, SaysWhetherItsSettingsArePutBack) {
  Terminal left(shell_command("stty -echo -icanon; echo changed"));
  EXPECT_EQ(left.wait().code, 0);
  EXPECT_FALSE(left.settings().are_restored());
  EXPECT_FALSE(left.settings().echoes());
  EXPECT_FALSE(left.settings().waits_for_lines());
  Terminal restored(shell_command("old=$(stty -g); stty raw -echo; stty \"$old\"; echo changed"));
  EXPECT_EQ(restored.wait().code, 0);
  EXPECT_TRUE(restored.settings().are_restored());
  EXPECT_TRUE(restored.settings().echoes());
}

TEST(Terminal, HasTheSizeThatItIsGivenAndTellsOfANewOne) {
  Terminal terminal(shell_command("stty size; trap 'stty size; exit' WINCH; echo ready; while :; do sleep 0.1; done"),
                    {.columns = 63, .rows = 17});
  EXPECT_TRUE(terminal.expect("17 63"));
  ASSERT_TRUE(terminal.expect("ready"));
  terminal.resize({.columns = 40, .rows = 12});
  EXPECT_TRUE(terminal.expect("12 40")) << terminal.shown();
  EXPECT_EQ(terminal.wait().code, 0);
}

TEST(Terminal, HoldsNothingButTheEnvironmentThatATestGives) {
  Command command = shell_command("env");
  command.environment = {{"LANG", "es_AR"}};
  Terminal terminal(command);
  EXPECT_EQ(terminal.wait().code, 0);
  EXPECT_NE(terminal.shown().find("LANG=es_AR\n"), std::string::npos);
  EXPECT_EQ(terminal.shown().find("HOME="), std::string::npos);
}

TEST(Terminal, KillsAProgramThatIsLeft) {
  pid_t left = 0;
  {
    Terminal terminal(shell_command("echo $$; exec sleep 100"));
    ASSERT_TRUE(terminal.expect("\n"));
    left = std::stoi(terminal.skipped());
    EXPECT_EQ(::kill(left, 0), 0);
  }
  EXPECT_NE(::kill(left, 0), 0);
}

TEST(Escapes, AreLeftOutOfWhatIsShown) {
  EXPECT_EQ(without_escapes("a\x1b[1;31mb\x1b[0mc"), "abc");
  EXPECT_EQ(without_escapes("a\x1b]0;title\ab\x1b]8;;x\x1b\\c"), "abc");
  EXPECT_EQ(without_escapes("a\x1b(Bb\x1b=c\x1bMd"), "abcd");
  EXPECT_EQ(without_escapes("a\r\nb\a"), "a\nb");
  EXPECT_EQ(without_escapes("a\x1b[1;"), "a");
  EXPECT_EQ(without_escapes("a\x1b"), "a");
}

TEST(Terminal, GivesAPlacementItsColoursAndItsWidth) {
  Terminal terminal({.arguments = {"classify", "mercosur"}, .environment = {{"TERM", "xterm"}}}, {.columns = 57});
  const Outcome got = terminal.wait();
  EXPECT_EQ(got.code, 0);
  EXPECT_NE(got.out.find("\x1b["), std::string::npos);
  EXPECT_EQ(terminal.shown(), run_with({"classify", "mercosur", "--width", "57"}).out);
  EXPECT_EQ(without_returns(got.out), run_with({"classify", "mercosur", "--width", "57", "--color", "always"}).out);
  EXPECT_TRUE(terminal.settings().are_restored());
}

}  // namespace
}  // namespace bloctype::blackbox
