// fork and exec. What the program writes goes to memory files, so that it never waits for a reader.
#include "tests/cli/run.hpp"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>

namespace bloctype::blackbox {
namespace {

constexpr unsigned kLongestRun = 60;  // seconds

int checked(int result, const char* what) {
  if (result < 0) throw std::runtime_error(what);
  return result;
}

std::string read_all(int fd) {
  std::string bytes;
  std::array<char, 65536> chunk{};
  for (ssize_t got = 0; (got = ::read(fd, chunk.data(), chunk.size())) > 0;) {
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
  }
  return bytes;
}

int memory_file(const std::string& bytes) {
  const int fd = checked(::memfd_create("bloctype", MFD_CLOEXEC), "memfd_create");
  if (::write(fd, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) throw std::runtime_error("write");
  ::lseek(fd, 0, SEEK_SET);
  return fd;
}

/// An end for the program, and one for the test where it reads what was written.
struct Ends {
  int program = -1;
  int test = -1;
};

Ends terminal() {
  Ends ends;
  ends.test = checked(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC), "posix_openpt");
  checked(::grantpt(ends.test), "grantpt");
  checked(::unlockpt(ends.test), "unlockpt");
  ends.program = checked(::open(::ptsname(ends.test), O_RDWR | O_NOCTTY | O_CLOEXEC), "open a terminal");
  winsize size{};
  size.ws_col = kTerminalColumns;
  size.ws_row = 24;
  checked(::ioctl(ends.program, TIOCSWINSZ, &size), "TIOCSWINSZ");
  return ends;
}

Ends open_output(Stream stream) {
  if (stream == Stream::kClosed) return {};
  if (stream == Stream::kFull) return {checked(::open("/dev/full", O_WRONLY | O_CLOEXEC), "open /dev/full"), -1};
  if (stream == Stream::kTerminal) return terminal();
  if (stream == Stream::kUnread) {
    std::array<int, 2> pipe{};
    checked(::pipe2(pipe.data(), O_CLOEXEC), "pipe2");
    ::close(pipe[0]);
    return {pipe[1], -1};
  }
  const int fd = memory_file("");
  return {fd, ::fcntl(fd, F_DUPFD_CLOEXEC, 0)};
}

int open_input(const Command& command) {
  if (command.in == Stream::kClosed) return -1;
  if (command.input_file.empty()) return memory_file(command.input);
  return checked(::open(command.input_file.c_str(), O_RDONLY | O_CLOEXEC), "open the input");
}

/// Makes `fd` the stream `number` of the child, or closes that.
void take_stream(int fd, int number) {
  if (fd < 0) {
    ::close(number);
  } else {
    ::dup2(fd, number);
  }
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (std::string& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

}  // namespace

Image::Image(const Command& command) : command_(command), arguments_{command.program} {
  arguments_.insert(arguments_.end(), command.arguments.begin(), command.arguments.end());
  for (const auto& [name, value] : command.environment) variables_.push_back(name + "=" + value);
  argv_ = pointers(arguments_);
  environment_ = pointers(variables_);
}

void Image::become(unsigned seconds) const {
  for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGXFSZ}) ::signal(signal, SIG_DFL);
  ::umask(022);
  ::alarm(seconds);
  if (command_.largest_file > 0) {
    const rlimit limit{command_.largest_file, command_.largest_file};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  if (!command_.folder.empty() && ::chdir(command_.folder.c_str()) != 0) ::_exit(126);
  ::execve(argv_[0], argv_.data(), environment_.data());
  ::_exit(127);
}

Process::Process(const Command& command) : out_stream_(command.out) {
  const Image image(command);
  const int input = open_input(command);
  const Ends out = open_output(command.out);
  const Ends err = open_output(command.err);

  child_ = checked(::fork(), "fork");
  if (child_ == 0) {
    take_stream(input, STDIN_FILENO);
    take_stream(out.program, STDOUT_FILENO);
    take_stream(err.program, STDERR_FILENO);
    image.become(kLongestRun);
  }
  for (const int fd : {input, out.program, err.program}) {
    if (fd >= 0) ::close(fd);
  }
  out_ = out.test;
  err_ = err.test;
}

void Process::send(int signal) const { ::kill(child_, signal); }

bool Process::has_ended() {
  if (!ended_) ended_ = ::waitpid(child_, &status_, WNOHANG) == child_;
  return ended_;
}

bool Process::is_idle() const {
  std::error_code ignored;
  std::size_t threads = 0;
  for (const auto& thread : std::filesystem::directory_iterator("/proc/" + std::to_string(child_) + "/task", ignored)) {
    std::ifstream file(thread.path() / "stat");
    const std::string stat((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    const auto end_of_name = stat.rfind(") ");  // the state is the letter behind it
    if (end_of_name == std::string::npos || stat[end_of_name + 2] != 'S') return false;
    ++threads;
  }
  return threads > 0;
}

Outcome Process::wait() {
  Outcome outcome;
  // A terminal holds little, so it is read while the program writes; its end is an error of read.
  if (out_stream_ == Stream::kTerminal) outcome.out = read_all(out_);
  if (!ended_) checked(::waitpid(child_, &status_, 0), "waitpid");
  ended_ = true;
  if (WIFEXITED(status_)) outcome.code = WEXITSTATUS(status_);
  if (WIFSIGNALED(status_)) outcome.signal = WTERMSIG(status_);
  if (out_ >= 0 && out_stream_ != Stream::kTerminal) {
    ::lseek(out_, 0, SEEK_SET);
    outcome.out = read_all(out_);
  }
  if (err_ >= 0) {
    ::lseek(err_, 0, SEEK_SET);
    outcome.err = read_all(err_);
  }
  for (const int fd : {out_, err_}) {
    if (fd >= 0) ::close(fd);
  }
  return outcome;
}

Outcome run(const Command& command) { return Process(command).wait(); }

Outcome shell(const std::filesystem::path& folder, const std::string& line) {
  const std::filesystem::path program(BLOCTYPE_BINARY);
  const std::string err = (folder / ".errors").string();
  const std::string command = "cd '" + folder.string() + "' && export LC_ALL=C COLUMNS= HOME=. PATH='" +
                              program.parent_path().string() + "':\"$PATH\" && { " + line + "\n} 2>'" + err + "'";
  Outcome outcome;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("popen");
  std::array<char, 65536> chunk{};
  for (std::size_t n = 0; (n = ::fread(chunk.data(), 1, chunk.size(), pipe)) > 0;) outcome.out.append(chunk.data(), n);
  const int status = ::pclose(pipe);
  if (WIFEXITED(status)) outcome.code = WEXITSTATUS(status);
  std::ifstream errors(err, std::ios::binary);
  outcome.err.assign(std::istreambuf_iterator<char>(errors), {});
  return outcome;
}

Outcome run_with(std::vector<std::string> arguments) { return run({.arguments = std::move(arguments)}); }

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string in_one_line(const std::string& text) { return std::regex_replace(text, std::regex("\\s+"), " "); }

}  // namespace bloctype::blackbox
