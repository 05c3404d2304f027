// openpty, fork and login_tty (forkpty, with a look at the settings before the program can change them), and poll.
#include "tests/cli/pty.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <stdexcept>

namespace bloctype::blackbox {
namespace {

using Clock = std::chrono::steady_clock;

constexpr unsigned kLongestDialogue = 180;  // seconds
constexpr int kPatience = 100;              // milliseconds between looks at whether the program still runs

winsize kernel_size(WindowSize size) {
  winsize result{};
  result.ws_col = static_cast<unsigned short>(size.columns);
  result.ws_row = static_cast<unsigned short>(size.rows);
  return result;
}

/// The end of the escape sequence that starts at `at`; npos where `bytes` end within it. CSI (`ESC [`) goes up to its
/// final letter, OSC and its kin up to a bell or `ESC \`, others over their intermediates and one more.
std::size_t end_of_escape(std::string_view bytes, std::size_t at) {
  if (at + 1 >= bytes.size()) return std::string_view::npos;
  const char kind = bytes[at + 1];
  if (kind == '[') {
    for (std::size_t i = at + 2; i < bytes.size(); ++i) {
      if (bytes[i] >= '@' && bytes[i] <= '~') return i + 1;
    }
    return std::string_view::npos;
  }
  if (kind == ']' || kind == 'P' || kind == '_' || kind == '^') {
    for (std::size_t i = at + 2; i < bytes.size(); ++i) {
      if (bytes[i] == '\a') return i + 1;
      if (bytes[i] == '\x1b') return i + 1 < bytes.size() ? i + 2 : std::string_view::npos;
    }
    return std::string_view::npos;
  }
  std::size_t i = at + 1;
  while (i < bytes.size() && bytes[i] >= ' ' && bytes[i] <= '/') ++i;
  return i < bytes.size() ? i + 1 : std::string_view::npos;
}

}  // namespace

std::string without_escapes(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size();) {
    if (bytes[i] == '\x1b') {
      i = end_of_escape(bytes, i);
      if (i == std::string_view::npos) break;
      continue;
    }
    if (bytes[i] != '\r' && bytes[i] != '\a') text += bytes[i];
    ++i;
  }
  return text;
}

bool TerminalSettings::are_restored() const {
  return before.c_iflag == now.c_iflag && before.c_oflag == now.c_oflag && before.c_cflag == now.c_cflag &&
         before.c_lflag == now.c_lflag && std::equal(std::begin(before.c_cc), std::end(before.c_cc), now.c_cc);
}

Terminal::Terminal(const Command& command, WindowSize size) {
  const Image image(command);
  winsize window = kernel_size(size);
  int slave = -1;
  if (::openpty(&master_, &slave, nullptr, nullptr, &window) != 0) throw std::runtime_error("openpty");
  ::fcntl(master_, F_SETFD, FD_CLOEXEC);
  ::fcntl(master_, F_SETFL, O_NONBLOCK);
  ::tcgetattr(slave, &before_);
  child_ = ::fork();
  if (child_ < 0) throw std::runtime_error("fork");
  if (child_ == 0) {
    if (::login_tty(slave) != 0) ::_exit(125);
    image.become(kLongestDialogue);
  }
  ::close(slave);
}

Terminal::~Terminal() {
  if (!has_ended()) {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, &status_, 0);
  }
  ::close(master_);
}

bool Terminal::read_some(int milliseconds) {
  if (is_closed_) return false;
  pollfd ready{master_, POLLIN, 0};
  if (::poll(&ready, 1, milliseconds) <= 0) return true;
  std::array<char, 65536> chunk{};
  const ssize_t got = ::read(master_, chunk.data(), chunk.size());
  if (got > 0) everything_.append(chunk.data(), static_cast<std::size_t>(got));
  // The last one to close the terminal leaves EIO behind.
  if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) is_closed_ = true;
  return !is_closed_;
}

bool Terminal::expect(std::string_view text, double seconds) {
  const auto end = Clock::now() + std::chrono::duration<double>(seconds);
  for (bool more = true;;) {
    const std::string all = shown();
    if (const auto at = all.find(text, found_); at != std::string::npos) {
      skipped_ = all.substr(found_, at - found_);
      found_ = at + text.size();
      return true;
    }
    if (!more || Clock::now() >= end) return false;
    more = read_some(kPatience);
  }
}

void Terminal::send(std::string_view keys) {
  const auto end = Clock::now() + std::chrono::seconds(kLongestDialogue);
  while (!keys.empty() && !is_closed_ && Clock::now() < end) {
    const ssize_t sent = ::write(master_, keys.data(), keys.size());
    if (sent > 0) {
      keys.remove_prefix(static_cast<std::size_t>(sent));
    } else {
      pollfd ready{master_, POLLIN | POLLOUT, 0};
      ::poll(&ready, 1, kPatience);
      read_some(0);  // a program that waits for its output to be read takes no input
    }
  }
}

void Terminal::resize(WindowSize size) {
  const winsize window = kernel_size(size);
  if (::ioctl(master_, TIOCSWINSZ, &window) != 0) throw std::runtime_error("TIOCSWINSZ");
}

bool Terminal::has_ended() {
  if (!has_ended_) has_ended_ = ::waitpid(child_, &status_, WNOHANG) == child_;
  return has_ended_;
}

Outcome Terminal::wait() {
  for (;;) {
    const bool ended = has_ended();
    const std::size_t size = everything_.size();
    if (!read_some(kPatience)) break;
    // What it started may hold the terminal open after its end: then what is there by then is all.
    if (ended && everything_.size() == size) break;
  }
  if (!has_ended_ && ::waitpid(child_, &status_, 0) == child_) has_ended_ = true;
  Outcome outcome;
  outcome.out = everything_;
  if (WIFEXITED(status_)) outcome.code = WEXITSTATUS(status_);
  if (WIFSIGNALED(status_)) outcome.signal = WTERMSIG(status_);
  return outcome;
}

std::string Terminal::shown() const { return without_escapes(everything_); }

TerminalSettings Terminal::settings() const {
  TerminalSettings settings{before_, {}};
  if (::tcgetattr(master_, &settings.now) != 0) throw std::runtime_error("tcgetattr");
  return settings;
}

}  // namespace bloctype::blackbox
