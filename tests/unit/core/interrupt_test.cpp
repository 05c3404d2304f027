// Ctrl-C while a read waits.
#include "core/interrupt.hpp"

#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "child.hpp"
#include "core/byte_source.hpp"

namespace bloctype {
namespace {

constexpr unsigned kLongest = 20;  // seconds until a child that hangs is ended by SIGALRM

/// Standard input of this process is from now on a pipe that stays empty.
void wait_for_input_that_never_comes() {
  const Pipe pipe;
  ::dup2(pipe.read_end, STDIN_FILENO);
}

/// Sends INT when the main thread has had time to wait. The main thread does not take it, so that nothing but the wait
/// itself can notice: the case of a signal that comes between the look at the flag and the read.
std::thread interrupter() {
  std::thread thread([] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    ::kill(::getpid(), SIGINT);
  });
  sigset_t interrupts;
  sigemptyset(&interrupts);
  sigaddset(&interrupts, SIGINT);
  ::pthread_sigmask(SIG_BLOCK, &interrupts, nullptr);
  return thread;
}

TEST(Interrupt, EndsAReadThatTheSignalItselfDoesNotReach) {
  EXPECT_EQ(exit_code_of([] {
              ::alarm(kLongest);
              wait_for_input_that_never_comes();
              stop_on_interrupt();
              const auto source = ByteSource::open("-");
              std::thread thread = interrupter();
              char byte = 0;
              const std::size_t got = (*source.value)->read(&byte, 1);
              thread.join();
              return got == 0 && interrupted() && !(*source.value)->failure() ? 0 : 1;
            }),
            0);
}

TEST(Interrupt, LeavesSomethingToWaitFor) {
  EXPECT_EQ(exit_code_of([] {
              if (interrupt_descriptor() != -1) return 1;
              stop_on_interrupt();
              pollfd waiting{interrupt_descriptor(), POLLIN, 0};
              if (interrupted() || ::poll(&waiting, 1, 0) != 0) return 2;
              ::raise(SIGINT);
              return interrupted() && ::poll(&waiting, 1, 0) == 1 ? 0 : 3;
            }),
            0);
}

TEST(Interrupt, EndsTheProcessTheSecondTime) {
  const int status = wait_status(start_child([] {
    stop_on_interrupt();
    ::raise(SIGINT);
    ::raise(SIGINT);
    return 0;
  }));
  EXPECT_TRUE(WIFSIGNALED(status));
}

TEST(Interrupt, StaysIgnoredWhereItWas) {
  EXPECT_EQ(exit_code_of([] {
              ::signal(SIGINT, SIG_IGN);
              stop_on_interrupt();
              ::raise(SIGINT);
              return interrupted() ? 1 : 0;
            }),
            0);
}

}  // namespace
}  // namespace bloctype
