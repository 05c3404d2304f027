// The program as its users meet it: started without a shell, in an environment that holds nothing but what a test
// gives, with standard streams that a test chooses. Black-box tests call it; what the output should be is theirs to
// say.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace bloctype::blackbox {

/// Where a standard stream of the program leads.
enum class Stream {
  kCaptured,
  kClosed,
  kFull,      ///< /dev/full: every write fails
  kUnread,    ///< a pipe that nobody reads any more
  kTerminal,  ///< a terminal of its own, kTerminalColumns wide; what it shows is captured
};

constexpr int kTerminalColumns = 50;

/// One run. Members are named where a test gives them: run({.arguments = {"classify", "alba"}}).
struct Command {
  std::string program = BLOCTYPE_BINARY;  ///< a path
  std::vector<std::string> arguments = {};
  std::string input = {};                 ///< what standard input holds
  std::filesystem::path input_file = {};  ///< standard input as `<` gives it, in place of `input`
  Stream in = Stream::kCaptured;          ///< kClosed, or what `input` says
  Stream out = Stream::kCaptured;
  Stream err = Stream::kCaptured;
  std::map<std::string, std::string> environment = {};  ///< all of it
  std::filesystem::path folder = {};                    ///< the working directory; empty for that of the test
  std::size_t largest_file = 0;                         ///< bytes after which writing a file fails; 0 for no limit
};

/// What came of it. A run that takes longer than a minute ends by SIGALRM.
struct Outcome {
  std::string out;
  std::string err;
  int code = -1;   ///< -1 where a signal ended it
  int signal = 0;  ///< 0 where none did
};

/// A command as the kernel takes it, made before the fork: a child that the test forks off becomes it.
class Image {
 public:
  explicit Image(const Command& command);
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;
  /// In the child: as a shell would start it, whatever the test runner ignores or leaves open; SIGALRM ends it after
  /// `seconds`. Standard streams are the child's to set.
  [[noreturn]] void become(unsigned seconds) const;

 private:
  const Command& command_;
  std::vector<std::string> arguments_, variables_;
  std::vector<char*> argv_, environment_;
};

/// A run that goes on beside the test, which must wait for it.
class Process {
 public:
  explicit Process(const Command& command);
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void send(int signal) const;
  bool has_ended();
  /// Whether every thread of it sleeps: it waits for something from outside. False once it has ended.
  bool is_idle() const;
  Outcome wait();

 private:
  pid_t child_ = -1;
  int out_ = -1;  ///< what it wrote; -1 where that is not captured
  int err_ = -1;
  int status_ = 0;
  bool ended_ = false;
  Stream out_stream_;
};

Outcome run(const Command& command);

/// A line of shell in `folder`, as a user types it: `bloctype` is the program. Its standard output and error, and its
/// exit code.
Outcome shell(const std::filesystem::path& folder, const std::string& line);

/// A run with these arguments and nothing else.
Outcome run_with(std::vector<std::string> arguments);

bool contains(const std::string& text, const std::string& part);
/// Blanks and line ends as one blank each, so that a sentence is found wherever it was wrapped.
std::string in_one_line(const std::string& text);

}  // namespace bloctype::blackbox
