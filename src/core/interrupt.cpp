// One flag that a signal handler sets.
#include "core/interrupt.hpp"

#include <atomic>
#include <csignal>

namespace bloctype {
namespace {

// A signal handler can reach nothing but statics.
std::atomic<bool> interrupt_came{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may store it");
struct sigaction action_before {};

extern "C" void note_interrupt(int signal) {
  interrupt_came.store(true);
  ::sigaction(signal, &action_before, nullptr);
}

}  // namespace

void stop_on_interrupt() {
  if (::sigaction(SIGINT, nullptr, &action_before) != 0 || action_before.sa_handler == SIG_IGN) return;
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, nullptr);  // no SA_RESTART: a read that waits must come back
}

bool interrupted() { return interrupt_came.load(); }

}  // namespace bloctype
