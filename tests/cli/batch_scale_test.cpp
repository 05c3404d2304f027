// Large tables: memory that stays flat, and many processes under GNU parallel.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <random>
#include <stdexcept>
#include <utility>

#include "tests/cli/placed_table.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

/// Sound rows of a few indicators, each row another.
std::string generated_rows(std::size_t bytes) {
  constexpr std::array<const char*, 6> kWords{"full", "0.67", "", "absent", "0.5..1", "marginal"};
  std::mt19937 random(7);
  std::string rows;
  for (int i = 0; rows.size() < bytes; ++i) {
    rows += "bloc " + std::to_string(i) + ",1990,1999,yes";
    for (int cell = 0; cell < 7; ++cell) rows += std::string(",") + kWords[random() % kWords.size()];
    rows += "\n";
  }
  return rows;
}

const std::string kHeader =
    "bloc,from,to,state_led_process,spatially_delimited,economic_integration_goal,free_trade_core,"
    "global_insertion_goal,social_policy_mandate,social_programmes_delivered,production_integration_goal\n";

#ifdef BLOCTYPE_SANITIZED
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

/// A run of `batch -` that takes its table from a pipe and writes to /dev/null.
class PipedRun {
 public:
  explicit PipedRun(const char* jobs) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe2");
    child_ = ::fork();
    if (child_ == 0) {
      const int null = ::open("/dev/null", O_WRONLY);
      ::dup2(ends[0], STDIN_FILENO);
      ::dup2(null, STDOUT_FILENO);
      ::dup2(null, STDERR_FILENO);
      ::alarm(60);
      ::execl(BLOCTYPE_BINARY, BLOCTYPE_BINARY, "batch", "-", "--jobs", jobs, nullptr);
      ::_exit(127);
    }
    ::close(ends[0]);
    pipe_ = ends[1];
  }
  PipedRun(const PipedRun&) = delete;
  PipedRun& operator=(const PipedRun&) = delete;

  bool give(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t n = ::write(pipe_, bytes.data(), bytes.size());
      if (n <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }

  /// The most memory it held so far, in KiB. The run has read all it was given, or has ended.
  std::size_t peak_memory() const {
    for (int waiting = 1; waiting > 0 && ::ioctl(pipe_, FIONREAD, &waiting) == 0;) ::usleep(500);
    for (const std::string& line : lines_of(read_text("/proc/" + std::to_string(child_) + "/status"))) {
      if (line.starts_with("VmHWM:")) return std::stoul(line.substr(6));
    }
    return 0;
  }

  int finish() {
    ::close(pipe_);
    int status = 0;
    ::waitpid(child_, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t child_ = -1;
  int pipe_ = -1;
};

TEST(BatchMemory, IsFlatWhateverTheNumberOfRows) {
  if (kIsSanitized) GTEST_SKIP() << "a sanitizer keeps memory of its own";
  ::signal(SIGPIPE, SIG_IGN);
  const std::string rows = generated_rows(4 << 20);
  for (const auto& [jobs, times] : {std::pair("1", 4), {"2", 15}}) {  // 16 MiB, 60 MiB
    PipedRun table(jobs);
    ASSERT_TRUE(table.give(kHeader) && table.give(rows) && table.give(rows));
    const std::size_t early = table.peak_memory();
    for (int i = 2; i < times; ++i) ASSERT_TRUE(table.give(rows));
    const std::size_t late = table.peak_memory();
    EXPECT_EQ(table.finish(), 0);
    EXPECT_GT(early, 1024U);
    EXPECT_LT(late, 64U * 1024U);
    EXPECT_LT(late, early + 4 * 1024U) << "memory grows with the table";
  }
}

class BatchUnderGnuParallel : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(shell(folder_.path(), "parallel --version >/dev/null").code, 0)
        << "GNU parallel is missing: apt-get install parallel";
  }
  Outcome in_parallel() const {
    return shell(folder_.path(),
                 "parallel --header : --pipepart --block 1M -k -a big.csv bloctype batch - --no-header");
  }

  ScratchFolder folder_;
};

TEST_F(BatchUnderGnuParallel, GivesTheRowsOfASingleRun) {
  write_text(folder_ / "big.csv", kHeader + generated_rows(3 << 20));
  const Outcome single = run({.arguments = {"batch", (folder_ / "big.csv").string(), "--no-header", "--jobs", "2"}});
  const Outcome got = in_parallel();
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_GT(single.out.size(), std::size_t{3} << 20);
  EXPECT_TRUE(got.out == single.out);
  const std::string errors = in_one_line(got.err);
  EXPECT_NE(errors.find("rows in: "), errors.rfind("rows in: ")) << "it was a single run";
}

TEST_F(BatchUnderGnuParallel, TellsByItsExitCodeThatAPartHadBadRows) {
  write_text(folder_ / "big.csv", kHeader + generated_rows(2 << 20) + "bad\n");
  EXPECT_EQ(in_parallel().code, 1);
}

}  // namespace
}  // namespace bloctype::blackbox
