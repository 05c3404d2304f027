// A program in a terminal, and the test as the person before it: reads what is on the screen, types, resizes the
// window. For interactive commands and for shells; run.hpp is for the rest.
#pragma once

#include <sys/types.h>
#include <termios.h>

#include <string>
#include <string_view>

#include "tests/cli/run.hpp"

namespace bloctype::blackbox {

struct WindowSize {
  int columns = 80;
  int rows = 24;
};

/// How a terminal treats what is typed: its settings at the start, and those that it has now.
struct TerminalSettings {
  termios before{}, now{};
  /// Whether a program that changed them has put them back.
  bool are_restored() const;
  bool echoes() const { return (now.c_lflag & ECHO) != 0; }
  bool waits_for_lines() const { return (now.c_lflag & ICANON) != 0; }
};

/// Keys, for send().
inline constexpr std::string_view kInterruptKey = "\x03";   ///< Ctrl-C
inline constexpr std::string_view kEndOfInputKey = "\x04";  ///< Ctrl-D
inline constexpr std::string_view kSuspendKey = "\x1a";     ///< Ctrl-Z
inline constexpr std::string_view kKillLineKey = "\x15";    ///< Ctrl-U

/// One program in one terminal, which is its controlling one. Streams and input of the command are not looked at: all
/// three are the terminal. A program that runs longer than three minutes ends by SIGALRM; one that is left is killed.
///
///     Terminal terminal({.arguments = {"interview"}}, {.columns = 40});
///     ASSERT_TRUE(terminal.expect("?")) << terminal.shown();
///     terminal.send_line("yes");
///     EXPECT_EQ(terminal.wait().code, 0);
///     EXPECT_TRUE(terminal.settings().are_restored());
class Terminal {
 public:
  explicit Terminal(const Command& command, WindowSize size = {});
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// Reads until `text` is shown behind what the last expect() found. False where that takes longer, or the program
  /// ended without it; what was read is kept.
  bool expect(std::string_view text, double seconds = 30);
  /// Types; what the program writes meanwhile is read.
  void send(std::string_view keys);
  void send_line(std::string_view line) { send(std::string(line) + "\r"); }
  void resize(WindowSize size);

  /// Reads to the end, and gives exit code or signal, with everything() as `out`.
  Outcome wait();
  bool has_ended();

  /// What was shown between the last two texts that were expected and found.
  const std::string& skipped() const { return skipped_; }
  /// The bytes that came, as they came.
  const std::string& everything() const { return everything_; }
  /// The text among them: without escape sequences, carriage returns and bells.
  std::string shown() const;
  /// Of the terminal, also after the end.
  TerminalSettings settings() const;

 private:
  /// Reads what is there, after at most `milliseconds`; false at the end.
  bool read_some(int milliseconds);

  pid_t child_ = -1;
  int master_ = -1;
  termios before_{};
  std::string everything_, skipped_;
  std::size_t found_ = 0;  ///< where the text that was expected last ends in shown()
  int status_ = 0;
  bool is_closed_ = false, has_ended_ = false;
};

/// `bytes` without escape sequences, carriage returns and bells; a sequence that is not complete is left out too.
std::string without_escapes(std::string_view bytes);

}  // namespace bloctype::blackbox
