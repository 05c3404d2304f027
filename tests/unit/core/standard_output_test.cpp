// Standard output: closed, full, slow or left by its reader. Each case runs in a child with a stdout of its own.
#include <fcntl.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <csignal>
#include <string>

#include "child.hpp"
#include "core/output.hpp"

namespace bloctype {
namespace {

constexpr const char* kText = "the new file\n";

TEST(StandardOutput, ArrivesWholeThroughASlowPipeThatDoesNotBlock) {
  for (const int flags : {0, O_NONBLOCK}) {
    const Pipe pipe(flags);
    const std::string bytes(1'000'003, 'b');
    const pid_t child = start_piped(pipe, [&] {
      const auto output = Output::standard();
      output->write("a");
      output->write(bytes);
      output->write("c");
      return output->finish() ? 0 : 1;
    });
    ::usleep(20000);
    ::fcntl(pipe.read_end, F_SETFL, 0);
    EXPECT_TRUE(read_all(pipe.read_end) == "a" + bytes + "c");
    EXPECT_EQ(wait_status(child), 0);
  }
}

TEST(StandardOutput, IsNamedByAHyphen) {
  const Pipe pipe;
  const pid_t child = start_piped(pipe, [] {
    OutputError error;
    const auto output = Output::open("-", &error);
    output->write(kText);
    return output->finish() ? 0 : 1;
  });
  EXPECT_EQ(read_all(pipe.read_end), kText);
  EXPECT_EQ(wait_status(child), 0);
}

TEST(StandardOutput, ThatWasNotFinishedHoldsWholePiecesOnly) {
  const Pipe pipe;
  const std::string row(999, 'r');
  const pid_t child = start_piped(pipe, [&] {
    const auto output = Output::standard();  // goes away unfinished
    for (int i = 0; i < 50; ++i) output->write(row + "\n");
    return 7;
  });
  const std::string bytes = read_all(pipe.read_end);
  EXPECT_GT(bytes.size(), 40000U);
  EXPECT_EQ(bytes.size() % 1000, 0U);
  EXPECT_EQ(WEXITSTATUS(wait_status(child)), 7);
}

TEST(StandardOutput, ThatIsClosedFailsAtTheFirstByteOnly) {
  struct Case {
    const char* text;
    bool finishes;
  };
  for (const Case& c : {Case{"", true}, Case{"x", false}}) {
    const int code = exit_code_of([&] {
      ::close(STDOUT_FILENO);
      const auto output = Output::standard();
      output->write(c.text);
      if (output->finish() != c.finishes) return 1;
      if (!c.finishes && output->failed()->error != EBADF) return 2;
      return c.finishes || output->failed()->file.empty() ? 0 : 3;
    });
    EXPECT_EQ(code, 0) << c.text;
  }
}

TEST(StandardOutput, ThatIsFullFails) {
  const int code = exit_code_of([] {
    ::dup2(::open("/dev/full", O_WRONLY), STDOUT_FILENO);
    const auto output = Output::standard();
    output->write("x");
    return !output->finish() && output->failed()->error == ENOSPC ? 0 : 1;
  });
  EXPECT_EQ(code, 0);
}

TEST(StandardOutput, ThatNobodyReadsEndsTheProcessBySigpipe) {
  for (const bool cleaning : {false, true}) {
    const Pipe pipe;
    ::close(pipe.read_end);
    const pid_t child = start_piped(pipe, [&] {
      std::signal(SIGPIPE, SIG_DFL);
      if (cleaning) remove_temporaries_on_signals();
      const auto output = Output::standard();
      output->write("x");
      return output->finish() ? 0 : 1;
    });
    const int status = wait_status(child);
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(WTERMSIG(status), SIGPIPE);
  }
}

}  // namespace
}  // namespace bloctype
