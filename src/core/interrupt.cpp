// One flag that a signal handler sets, and a pipe that it writes to: a flag alone can be set between a look at it and
// the read that then waits.
#include "core/interrupt.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

namespace bloctype {
namespace {

// A signal handler can reach nothing but statics.
std::atomic<bool> interrupt_came{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may store it");
struct sigaction action_before {};
std::array<int, 2> wake_up{-1, -1};  // the ends of the pipe: to wait for, and to write to

extern "C" void note_interrupt(int signal) {
  const int error = errno;
  interrupt_came.store(true);
  ::sigaction(signal, &action_before, nullptr);
  [[maybe_unused]] const ssize_t written = ::write(wake_up[1], "", 1);  // without the pipe, the flag has to do
  errno = error;
}

}  // namespace

void stop_on_interrupt() {
  if (::sigaction(SIGINT, nullptr, &action_before) != 0 || action_before.sa_handler == SIG_IGN) return;
  if (wake_up[0] < 0 && ::pipe2(wake_up.data(), O_CLOEXEC | O_NONBLOCK) != 0) wake_up = {-1, -1};
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, nullptr);  // no SA_RESTART: a read that waits must come back
}

bool interrupted() { return interrupt_came.load(); }

int interrupt_descriptor() { return wake_up[0]; }

}  // namespace bloctype
