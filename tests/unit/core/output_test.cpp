// Output: replaced whole or not at all, every failure told, nothing left behind. What ends a process runs in a child.
#include "core/output.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "child.hpp"
#include "scratch.hpp"

namespace bloctype {
namespace {

namespace fs = std::filesystem;

constexpr const char* kOld = "the old file\n";
constexpr const char* kNew = "the new file\n";

std::string bytes_of(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

int open_error(const std::string& path) {
  OutputError error;
  const auto output = Output::open(path, &error);
  EXPECT_EQ(error.file, output == nullptr ? path : "");
  return output == nullptr ? error.error : 0;
}

class OutputTest : public Scratch {
 protected:
  std::string make_old(mode_t mode = 0644) const {
    std::ofstream(path_) << kOld;
    ::chmod(path_.c_str(), mode);
    return path_.string();
  }

  static mode_t mode_of(const fs::path& path) {
    struct stat status {};
    EXPECT_EQ(::stat(path.c_str(), &status), 0);
    return status.st_mode & 07777;
  }

  void expect_only_the_old_file() const {
    EXPECT_EQ(bytes_of(path_), kOld);
    EXPECT_EQ(files_in_folder(), 1U);
  }

  static std::unique_ptr<Output> open(const fs::path& path) {
    OutputError error;
    auto output = Output::open(path.string(), &error);
    EXPECT_NE(output, nullptr) << error.error;
    return output;
  }

  static bool put(const fs::path& path, std::string_view bytes) {
    const auto output = open(path);
    if (output == nullptr) return false;
    output->write(bytes);
    return output->finish();
  }

  fs::path path_ = folder_ / "result.txt";
};

TEST_F(OutputTest, ReplacesAFileOnlyWhenItIsFinished) {
  make_old();
  const auto output = open(path_);
  output->write("the new ");
  output->write("file\n");
  EXPECT_EQ(bytes_of(path_), kOld);
  EXPECT_TRUE(output->finish());
  EXPECT_TRUE(output->finish()) << "asking again changes nothing";
  EXPECT_FALSE(output->failed().has_value());
  EXPECT_EQ(bytes_of(path_), kNew);
  EXPECT_EQ(files_in_folder(), 1U);
}

TEST_F(OutputTest, WithoutFinishLeavesTheOldFile) {
  make_old();
  {
    const auto output = open(path_);
    output->write(std::string(200000, 'x'));
    EXPECT_EQ(files_in_folder(), 2U);
  }
  expect_only_the_old_file();
}

TEST_F(OutputTest, WritesManyAndLargePiecesInOrder) {
  std::string expected;
  const auto output = open(path_);
  for (std::size_t i = 0; i < 3000; ++i) {
    const std::string piece(i % 997 == 0 ? 70000 : i % 83, static_cast<char>('a' + i % 26));
    output->write(piece);
    expected += piece;
  }
  EXPECT_TRUE(output->finish());
  EXPECT_TRUE(bytes_of(path_) == expected);
}

TEST_F(OutputTest, KeepsTheModeOfTheFileItReplaces) {
  for (const mode_t mode : {0600U, 0640U, 0666U, 0755U}) {
    make_old(mode);
    EXPECT_TRUE(put(path_, kNew));
    EXPECT_EQ(mode_of(path_), mode);
  }
}

TEST_F(OutputTest, GivesANewFileTheModeTheUmaskLeaves) {
  const mode_t before = ::umask(027);
  EXPECT_TRUE(put(path_, kNew));
  ::umask(before);
  EXPECT_EQ(mode_of(path_), 0640U);
}

TEST_F(OutputTest, WritesAnEmptyFileWhereNothingIsWritten) {
  make_old();
  EXPECT_TRUE(put(path_, ""));
  EXPECT_EQ(bytes_of(path_), "");
}

TEST_F(OutputTest, ReplacesTheTargetOfALinkAndKeepsTheLink) {
  fs::create_directory(folder_ / "far");
  std::ofstream(folder_ / "far" / "target") << kOld;
  fs::create_symlink("far/target", folder_ / "near");
  fs::create_symlink(folder_ / "near", folder_ / "link");
  EXPECT_TRUE(put(folder_ / "link", kNew));
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  EXPECT_TRUE(fs::is_symlink(folder_ / "near"));
  EXPECT_FALSE(fs::is_symlink(folder_ / "far" / "target"));
  EXPECT_EQ(bytes_of(folder_ / "far" / "target"), kNew);
}

TEST_F(OutputTest, MakesTheTargetOfADanglingLink) {
  fs::create_symlink("target", folder_ / "link");
  EXPECT_TRUE(put(folder_ / "link", kNew));
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  EXPECT_EQ(bytes_of(folder_ / "target"), kNew);
}

TEST_F(OutputTest, TakesNamesOfEveryLengthAndRelativeNames) {
  EXPECT_TRUE(put(folder_ / std::string(NAME_MAX, 'n'), kNew));
  EXPECT_EQ(exit_code_of([&] { return ::chdir(folder_.c_str()) == 0 && put("relative", kNew) ? 0 : 1; }), 0);
  EXPECT_EQ(bytes_of(folder_ / "relative"), kNew);
}

TEST_F(OutputTest, SaysWhyANameCannotBeOpened) {
  make_old();
  fs::create_symlink("loop", folder_ / "loop");
  struct Case {
    std::string path;
    int error;
  };
  const std::vector<Case> cases = {
      {"", ENOENT},
      {folder_.string(), EISDIR},
      {(folder_ / "new" / "").string(), EISDIR},
      {(folder_ / "missing" / "new").string(), ENOENT},
      {(path_ / "below").string(), ENOTDIR},
      {(folder_ / "loop").string(), ELOOP},
      {(folder_ / std::string(300, 'n')).string(), ENAMETOOLONG},
      {std::string("a\0b", 3), ENOENT},
      {"/dev/fd/987", EBADF},
  };
  for (const Case& c : cases) EXPECT_EQ(open_error(c.path), c.error) << c.path;
  EXPECT_EQ(files_in_folder(), 2U);
  EXPECT_EQ(bytes_of(path_), kOld);
}

TEST_F(OutputTest, DoesNotReplaceWhatMayNotBeWritten) {
  if (::geteuid() == 0) GTEST_SKIP() << "root writes everything";
  make_old(0444);
  EXPECT_EQ(open_error(path_.string()), EACCES);
  fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(open_error((folder_ / "new").string()), EACCES);
  fs::permissions(folder_, fs::perms::owner_all);
  expect_only_the_old_file();
}

TEST_F(OutputTest, LeavesTheOldFileWhenAWriteFails) {
  make_old();
  const int code = exit_code_of([&] {
    remove_temporaries_on_signals();  // a file size limit is an error, not an end
    const rlimit limit{100000, 100000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 90;
    const auto output = open(path_);
    output->write(std::string(150000, 'x'));
    const auto failure = output->failed();
    if (!failure || failure->error != EFBIG || failure->file != path_) return 91;
    if (files_in_folder() != 1) return 92;
    output->write("more");
    return output->finish() ? 93 : 0;
  });
  EXPECT_EQ(code, 0);
  expect_only_the_old_file();
}

TEST_F(OutputTest, LeavesNothingWhenTheLastBytesFail) {
  const int code = exit_code_of([&] {
    remove_temporaries_on_signals();
    const rlimit limit{4, 4};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 90;
    const auto output = open(path_);
    output->write(kNew);
    if (output->failed()) return 91;
    return output->finish() || output->failed()->error != EFBIG ? 92 : 0;
  });
  EXPECT_EQ(code, 0);
  EXPECT_EQ(files_in_folder(), 0U);
}

TEST_F(OutputTest, LeavesNothingWhenTheRenameFails) {
  const auto output = open(path_);
  output->write(kNew);
  fs::create_directory(path_);
  EXPECT_FALSE(output->finish());
  ASSERT_TRUE(output->failed().has_value());
  EXPECT_EQ(output->failed()->error, EISDIR);
  EXPECT_EQ(files_in_folder(), 1U);
}

TEST_F(OutputTest, HoldsSixteenFilesOpenAtOnce) {
  std::vector<std::unique_ptr<Output>> outputs;
  for (int i = 0; i < 16; ++i) outputs.push_back(open(folder_ / std::to_string(i)));
  EXPECT_EQ(open_error(path_.string()), EMFILE);
  EXPECT_TRUE(outputs.back()->finish());
  outputs.clear();
  EXPECT_TRUE(put(path_, kNew));
  EXPECT_EQ(files_in_folder(), 2U);
}

TEST_F(OutputTest, TellsThatADeviceIsFull) {
  const auto output = open("/dev/full");
  output->write("one byte is enough");
  EXPECT_FALSE(output->finish());
  ASSERT_TRUE(output->failed().has_value());
  EXPECT_EQ(output->failed()->error, ENOSPC);
  EXPECT_EQ(output->failed()->file, "/dev/full");
  EXPECT_FALSE(output->finish());
}

TEST_F(OutputTest, WritesDevicesAndPipesDirectly) {
  EXPECT_TRUE(put("/dev/null", kNew));
  EXPECT_TRUE(fs::is_character_file("/dev/null"));

  const fs::path pipe = folder_ / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const pid_t child = start_child([&] { return put(pipe, kNew) ? 0 : 1; });
  EXPECT_EQ(read_all(::open(pipe.c_str(), O_RDONLY)), kNew);
  EXPECT_EQ(wait_status(child), 0);
  EXPECT_TRUE(fs::is_fifo(pipe));
}

TEST_F(OutputTest, AppendsWhereTheNameIsThatOfADescriptor) {
  make_old();
  for (const char* name : {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}) {
    const int code = exit_code_of([&] {
      const int fd = ::open(path_.c_str(), O_WRONLY | O_APPEND);
      return ::dup2(fd, STDOUT_FILENO) == STDOUT_FILENO && put(name, kNew) ? 0 : 1;
    });
    EXPECT_EQ(code, 0) << name;
  }
  EXPECT_EQ(bytes_of(path_), std::string(kOld) + kNew + kNew + kNew);
}

TEST_F(OutputTest, NeverTakesThePlaceOfAClosedStandardStream) {
  const int code = exit_code_of([&] {
    ::close(STDOUT_FILENO);
    const auto output = open(path_);
    if (::write(STDOUT_FILENO, "stray", 5) != -1) return 1;
    output->write(kNew);
    return output->finish() ? 0 : 2;
  });
  EXPECT_EQ(code, 0);
  EXPECT_EQ(bytes_of(path_), kNew);
}

// Signals.

TEST_F(OutputTest, RemovesTheTemporariesWhenASignalEndsTheProcess) {
  make_old();
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const Pipe ready;
    const pid_t child = start_piped(ready, [&] {
      for (const int s : {SIGINT, SIGTERM, SIGHUP}) std::signal(s, SIG_DFL);
      remove_temporaries_on_signals();
      const auto first = open(path_);
      const auto second = open(folder_ / "second");
      first->write(std::string(200000, 'x'));
      if (files_in_folder() != 3 || ::write(STDOUT_FILENO, "!", 1) != 1) return 1;
      for (;;) ::pause();
    });
    char byte = 0;
    ASSERT_EQ(::read(ready.read_end, &byte, 1), 1);
    ::close(ready.read_end);
    ASSERT_EQ(::kill(child, signal), 0);
    const int status = wait_status(child);
    if (signal == SIGINT) {
      EXPECT_TRUE(WIFEXITED(status));
      EXPECT_EQ(WEXITSTATUS(status), 130);
    } else {
      EXPECT_TRUE(WIFSIGNALED(status));
      EXPECT_EQ(WTERMSIG(status), signal);
    }
    expect_only_the_old_file();
  }
}

TEST_F(OutputTest, GoesOnThroughSignalsThatWereIgnored) {
  const int code = exit_code_of([&] {
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGHUP, SIG_IGN);
    remove_temporaries_on_signals();
    const auto output = open(path_);
    output->write(kNew);
    ::raise(SIGINT);
    ::raise(SIGHUP);
    return output->finish() ? 0 : 1;
  });
  EXPECT_EQ(code, 0);
  EXPECT_EQ(bytes_of(path_), kNew);
}

TEST_F(OutputTest, TellsWhetherTwoNamesAreOneFile) {
  const std::string path = make_old();
  std::ofstream(folder_ / "other") << kOld;
  fs::create_symlink("result.txt", folder_ / "symbolic");
  fs::create_hard_link(path_, folder_ / "hard");
  EXPECT_TRUE(same_file(path, path));
  EXPECT_TRUE(same_file(path, (folder_ / "." / "result.txt").string()));
  EXPECT_TRUE(same_file(path, (folder_ / "symbolic").string()));
  EXPECT_TRUE(same_file((folder_ / "hard").string(), path));
  EXPECT_FALSE(same_file(path, (folder_ / "other").string()));
  EXPECT_FALSE(same_file(path, (folder_ / "missing").string()));
  EXPECT_FALSE(same_file((folder_ / "missing").string(), (folder_ / "missing").string()));
}

}  // namespace
}  // namespace bloctype
