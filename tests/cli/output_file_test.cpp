// -o FILE: what is replaced, what is kept, what is refused, and that a failure leaves everything as it was.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

constexpr const char* kOld = "what stood here before\n";

class OutputFile : public testing::Test {
 protected:
  Outcome write_to(const std::string& name) const {
    return run({.arguments = {"classify", "alba", "-o", name}, .folder = folder_.path()});
  }
  void expect_written(const Outcome& got, const fs::path& file) const {
    EXPECT_EQ(got.code, 0) << got.err;
    EXPECT_EQ(got.out, "");
    EXPECT_EQ(got.err, "");
    EXPECT_TRUE(read_text(file) == expected_) << file;
  }
  void expect_refused(const Outcome& got, const std::string& code) const {
    EXPECT_EQ(got.code, 2);
    EXPECT_EQ(got.out, "");
    EXPECT_NE(got.err.find("[" + code + "]"), std::string::npos) << got.err;
  }
  static unsigned mode_of(const fs::path& file) {
    struct stat status {};
    EXPECT_EQ(::stat(file.c_str(), &status), 0);
    return status.st_mode & 07777;
  }

  ScratchFolder folder_;
  const std::string expected_ = run_with({"classify", "alba"}).out;
};

TEST_F(OutputFile, IsMadeWhereThereIsNone) {
  expect_written(write_to("new.txt"), folder_ / "new.txt");
  EXPECT_EQ(mode_of(folder_ / "new.txt"), 0644U);
  EXPECT_EQ(folder_.size(), 1U);
}

TEST_F(OutputFile, ReplacesAnOldOneWholeAndKeepsItsMode) {
  for (const unsigned mode : {0600U, 0640U, 0755U}) {
    write_text(folder_ / "old.txt", expected_ + expected_);
    ::chmod((folder_ / "old.txt").c_str(), mode);
    expect_written(write_to("old.txt"), folder_ / "old.txt");
    EXPECT_EQ(mode_of(folder_ / "old.txt"), mode);
  }
  EXPECT_EQ(folder_.size(), 1U);
}

TEST_F(OutputFile, ReplacesTheTargetOfALinkAndKeepsTheLink) {
  fs::create_directory(folder_ / "deep");
  write_text(folder_ / "deep/target.txt", kOld);
  fs::create_symlink("deep/target.txt", folder_ / "link.txt");
  fs::create_symlink("link.txt", folder_ / "second.txt");
  expect_written(write_to("second.txt"), folder_ / "deep/target.txt");
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.txt"));
  EXPECT_TRUE(fs::is_symlink(folder_ / "second.txt"));
  EXPECT_FALSE(fs::is_symlink(folder_ / "deep/target.txt"));
}

TEST_F(OutputFile, IsMadeWhereALinkPointsToNothingYet) {
  fs::create_symlink("target.txt", folder_ / "link.txt");
  expect_written(write_to("link.txt"), folder_ / "target.txt");
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.txt"));
}

TEST_F(OutputFile, HoldsHelpAndVersionToo) {
  for (const char* option : {"--help", "--version"}) {
    const Outcome got = run({.arguments = {option, "-o", "out.txt"}, .folder = folder_.path()});
    EXPECT_EQ(got.code, 0);
    EXPECT_EQ(got.out, "");
    EXPECT_EQ(read_text(folder_ / "out.txt"), run_with({option}).out);
  }
}

TEST_F(OutputFile, HoldsTheSameBytesInEveryFormat) {
  for (const char* format : {"text", "json", "ndjson"}) {
    const Arguments arguments{"classify", "alba", "--format", format};
    Arguments to_file = arguments;
    to_file.insert(to_file.end(), {"-o", "out"});
    EXPECT_EQ(run({.arguments = to_file, .folder = folder_.path()}).code, 0);
    EXPECT_TRUE(read_text(folder_ / "out") == run_with(arguments).out) << format;
  }
}

TEST_F(OutputFile, IsStandardOutputWhereItIsAHyphen) {
  const Outcome got = write_to("-");
  EXPECT_EQ(got.code, 0);
  EXPECT_TRUE(got.out == expected_);
  EXPECT_EQ(folder_.size(), 0U);
}

TEST_F(OutputFile, MayBeADevice) {
  const Outcome got = write_to("/dev/stdout");
  EXPECT_EQ(got.code, 0);
  EXPECT_TRUE(got.out == expected_);
  EXPECT_EQ(write_to("/dev/null").code, 0);
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(OutputFile, MayBeANamedPipe) {
  const fs::path pipe = folder_ / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  ASSERT_GE(reader, 0);
  EXPECT_EQ(write_to("pipe").code, 0);
  std::string bytes(expected_.size() + 1, '\0');
  const ssize_t got = ::read(reader, bytes.data(), bytes.size());  // less than a pipe holds
  bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  ::close(reader);
  EXPECT_TRUE(bytes == expected_);
  EXPECT_TRUE(fs::is_fifo(pipe));
}

TEST_F(OutputFile, CannotBeAFolderOrBeInNone) {
  fs::create_directory(folder_ / "folder");
  for (const char* name : {"folder", "folder/", ".", "nowhere/out.txt", "nowhere/", "/dev/full"}) {
    expect_refused(write_to(name), "output-failed");
  }
  EXPECT_EQ(folder_.size(), 1U);
}

TEST_F(OutputFile, CannotBeOneThatMayNotBeWritten) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everything";
  write_text(folder_ / "old.txt", kOld);
  ::chmod((folder_ / "old.txt").c_str(), 0444);
  expect_refused(write_to("old.txt"), "output-failed");
  EXPECT_EQ(read_text(folder_ / "old.txt"), kOld);
}

TEST_F(OutputFile, IsNotTouchedWhereTheInputIsRefused) {
  write_text(folder_ / "old.txt", kOld);
  for (const char* bloc : {"atlantis", "nowhere.yaml", "alba@1066"}) {
    const Outcome got = run({.arguments = {"classify", "alba", bloc, "-o", "old.txt"}, .folder = folder_.path()});
    EXPECT_EQ(got.code, 2);
  }
  EXPECT_EQ(read_text(folder_ / "old.txt"), kOld);
  EXPECT_EQ(folder_.size(), 1U);
}

TEST_F(OutputFile, StaysAsItWasWhereWritingFails) {
  write_text(folder_ / "old.txt", kOld);
  const Outcome got =
      run({.arguments = {"classify", "alba", "-o", "old.txt"}, .folder = folder_.path(), .largest_file = 1000});
  expect_refused(got, "output-failed");
  EXPECT_EQ(read_text(folder_ / "old.txt"), kOld);
  EXPECT_EQ(folder_.size(), 1U) << "a temporary was left";
}

TEST_F(OutputFile, IsNotMadeWhereWritingFails) {
  expect_refused(
      run({.arguments = {"classify", "alba", "-o", "new.txt"}, .folder = folder_.path(), .largest_file = 1000}),
      "output-failed");
  EXPECT_EQ(folder_.size(), 0U);
}

TEST_F(OutputFile, StaysAsItWasOnAFullDisk) {
  if (::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, "size=8k") != 0)
    GTEST_SKIP() << "no file system may be mounted";
  write_text(folder_ / "old.txt", kOld);
  const Outcome got = write_to("old.txt");
  expect_refused(got, "output-failed");
  EXPECT_NE(got.err.find("old.txt"), std::string::npos);
  EXPECT_EQ(read_text(folder_ / "old.txt"), kOld);
  EXPECT_EQ(folder_.size(), 1U) << "a temporary was left";
  ::umount2(folder_.path().c_str(), MNT_DETACH);
}

// --- An output that is also an input

class OutputThatIsInput : public OutputFile {
 protected:
  OutputThatIsInput() {
    write_text(folder_ / "bloc.yaml", kDescription);
    fs::create_symlink("bloc.yaml", folder_ / "link.yaml");
    fs::create_hard_link(folder_ / "bloc.yaml", folder_ / "twin.yaml");
  }

  const std::string kDescription = read_text(example("alba"));
};

TEST_F(OutputThatIsInput, IsRefusedHoweverItIsSpelt) {
  for (const std::string& name : {std::string("bloc.yaml"), std::string("./bloc.yaml"), std::string("link.yaml"),
                                  std::string("twin.yaml"), (folder_ / "bloc.yaml").string()}) {
    const Outcome got = run({.arguments = {"classify", "bloc.yaml", "nafta", "-o", name}, .folder = folder_.path()});
    expect_refused(got, "output-is-input");
  }
  EXPECT_EQ(read_text(folder_ / "bloc.yaml"), kDescription);
  EXPECT_EQ(folder_.size(), 3U);
}

TEST_F(OutputThatIsInput, IsRefusedWhereTheInputIsALink) {
  expect_refused(run({.arguments = {"classify", "link.yaml", "-o", "bloc.yaml"}, .folder = folder_.path()}),
                 "output-is-input");
  EXPECT_EQ(read_text(folder_ / "bloc.yaml"), kDescription);
}

TEST_F(OutputThatIsInput, IsRefusedWhereItComesThroughStandardInput) {
  expect_refused(run({.arguments = {"classify", "-", "-o", "bloc.yaml"},
                      .input_file = folder_ / "bloc.yaml",
                      .folder = folder_.path()}),
                 "output-is-input");
  EXPECT_TRUE(read_text(folder_ / "bloc.yaml") == kDescription);
}

TEST_F(OutputThatIsInput, IsRefusedWhereItIsAFileOfTheRulebook) {
  fs::copy(fs::path(BLOCTYPE_SOURCE_DIR) / "rules", folder_ / "rules", fs::copy_options::recursive);
  for (const char* file : {"rules/typology.yaml", "rules/findings.yaml", "rules/models/social.yaml"}) {
    const std::string before = read_text(folder_ / file);
    expect_refused(run({.arguments = {"classify", "alba", "--rules", "rules", "-o", file}, .folder = folder_.path()}),
                   "output-is-input");
    EXPECT_TRUE(read_text(folder_ / file) == before) << file;
  }
}

TEST_F(OutputThatIsInput, IsNotOneThatOnlyBearsTheNameOfAShippedBloc) {
  expect_written(write_to("alba"), folder_ / "alba");
}

}  // namespace
}  // namespace bloctype::blackbox
