// Signals while a run reads or writes. A run that writes is stopped as soon as its temporary is seen, so that the
// signal meets it there.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

namespace fs = std::filesystem;

constexpr const char* kOld = "what stood here before\n";

/// SIGINT is told by an exit code, others by themselves.
void expect_ended_by(int signal, const Outcome& got) {
  if (signal == SIGINT) {
    EXPECT_EQ(got.code, 130);
  } else {
    EXPECT_EQ(got.signal, signal);
  }
  EXPECT_EQ(got.out, "");
  EXPECT_EQ(got.err, "");
}

class Interruption : public testing::TestWithParam<int> {
 protected:
  Interruption() { write_text(folder_ / "old.txt", kOld); }

  /// A run with about 25 MB to write.
  Command large() const {
    std::vector<std::string> arguments{"classify", "--format", "json", "-o", "old.txt"};
    arguments.insert(arguments.end(), 40, "alba");
    return {.arguments = arguments, .folder = folder_.path()};
  }

  /// Whether a temporary is there before the run ends.
  bool sees_temporary(Process& process) const {
    while (folder_.size() == 1) {
      if (process.has_ended()) return false;
    }
    return true;
  }

  ScratchFolder folder_;
};

TEST_P(Interruption, WhileWritingLeavesTheOldFileAndNoTemporary) {
  for (int attempt = 0; attempt < 10; ++attempt) {
    Process process(large());
    if (sees_temporary(process)) {
      process.send(SIGSTOP);
      process.send(GetParam());
      process.send(SIGCONT);
      const Outcome got = process.wait();
      if (got.code == 0) {  // it was done before the signal came
        write_text(folder_ / "old.txt", kOld);
        continue;
      }
      expect_ended_by(GetParam(), got);
      EXPECT_EQ(read_text(folder_ / "old.txt"), kOld);
      EXPECT_EQ(folder_.size(), 1U) << "a temporary was left";
      return;
    }
    process.wait();
    write_text(folder_ / "old.txt", kOld);
  }
  GTEST_SKIP() << "no run could be caught while it wrote";
}

TEST_P(Interruption, WhileReadingLeavesTheOldFile) {
  const fs::path pipe = folder_ / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const int writer = ::open(pipe.c_str(), O_RDWR | O_CLOEXEC);  // so that the run waits for more
  ASSERT_GE(writer, 0);
  ASSERT_GT(::write(writer, "bloc: x\n", 8), 0);
  Process process({.arguments = {"classify", "pipe", "-o", "old.txt"}, .folder = folder_.path()});
  for (int waiting = 1; waiting > 0;) {  // until the run has read what there is, and waits
    ASSERT_EQ(::ioctl(writer, FIONREAD, &waiting), 0);
    ASSERT_FALSE(process.has_ended());
    ::usleep(1000);
  }
  process.send(GetParam());
  expect_ended_by(GetParam(), process.wait());
  ::close(writer);
  EXPECT_EQ(read_text(folder_ / "old.txt"), kOld);
  EXPECT_EQ(folder_.size(), 2U);
}

INSTANTIATE_TEST_SUITE_P(Signals, Interruption, testing::Values(SIGINT, SIGTERM, SIGHUP), [](const auto& signal) {
  return std::string(signal.param == SIGINT ? "INT" : signal.param == SIGTERM ? "TERM" : "HUP");
});

}  // namespace
}  // namespace bloctype::blackbox
