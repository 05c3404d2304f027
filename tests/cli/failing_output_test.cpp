// Standard output that is full, closed or left by its reader: no command may pass that over.
#include <gtest/gtest.h>

#include <csignal>

#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

std::vector<Arguments> commands_that_write() {
  return {{"--help"},
          {"--version"},
          {"classify", "--help"},
          {"--help", "--lang", "es"},
          {"--man"},
          {"--completion", "zsh"},
          {"classify", "alba"},
          {"classify", "alba", "-v", "--color", "always"},
          {"classify", "alba", "--format", "json"},
          {"classify", "alba", "--format", "ndjson"},
          {"compare", "alba"},
          {"compare", "alba", "--format", "json"},
          {"landscape", "alba"},
          {"landscape", "alba", "--format", "json"},
          {"landscape", "alba", "--format", "csv"},
          {"classify", "alba", "-o", "-"},
          {"classify", "alba", "-o", "/dev/stdout"}};
}

std::string written(const Arguments& arguments) {
  std::string line;
  for (const std::string& argument : arguments) line += argument + " ";
  return line;
}

class FailingOutput : public testing::TestWithParam<Stream> {};

TEST_P(FailingOutput, IsToldByEveryCommand) {
  for (const Arguments& arguments : commands_that_write()) {
    const Outcome got = run({.arguments = arguments, .out = GetParam(), .environment = {{"LC_ALL", "C"}}});
    EXPECT_EQ(got.code, 2) << written(arguments);
    EXPECT_NE(got.err.find("[output-failed]"), std::string::npos) << written(arguments) << got.err;
  }
}

TEST_P(FailingOutput, DoesNotHideWhyTheInputWasRefused) {
  const Outcome got = run({.arguments = {"classify", "atlantis"}, .out = GetParam()});
  EXPECT_EQ(got.code, 2);
  EXPECT_NE(got.err.find("[unknown-bloc]"), std::string::npos);
  EXPECT_EQ(got.err.find("[output-failed]"), std::string::npos);
}

TEST_P(FailingOutput, DoesNotMatterToAFile) {
  const ScratchFolder folder;
  const Outcome got =
      run({.arguments = {"classify", "alba", "-o", "out.txt"}, .out = GetParam(), .folder = folder.path()});
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_EQ(read_text(folder / "out.txt"), run_with({"classify", "alba"}).out);
}

INSTANTIATE_TEST_SUITE_P(All, FailingOutput, testing::Values(Stream::kFull, Stream::kClosed), [](const auto& stream) {
  return std::string(stream.param == Stream::kFull ? "Full" : "Closed");
});

TEST(FailingErrors, LeaveTheExitCodeAsItIs) {
  for (const Stream stream : {Stream::kFull, Stream::kClosed}) {
    EXPECT_EQ(run({.arguments = {"classify", "atlantis"}, .err = stream}).code, 2);
    const Outcome got = run({.arguments = {"classify", "alba"}, .err = stream});
    EXPECT_EQ(got.code, 0);
    EXPECT_EQ(got.out, run_with({"classify", "alba"}).out);
    EXPECT_EQ(run({.arguments = {"classify", "alba"}, .out = stream, .err = stream}).code, 2);
  }
}

TEST(FailingErrors, NeverReachAFileThatTookTheNumberOfAClosedStream) {
  const ScratchFolder folder;
  write_text(folder / "bloc.yaml", "bloc: x\nfacts: {free_trade_core: full}\n");
  const Outcome got = run({.arguments = {"classify", "bloc.yaml", "-o", "out.txt"},
                           .in = Stream::kClosed,
                           .out = Stream::kClosed,
                           .err = Stream::kClosed,
                           .folder = folder.path()});
  EXPECT_EQ(got.code, 0);
  EXPECT_EQ(read_text(folder / "out.txt").find("warning"), std::string::npos);
  EXPECT_EQ(read_text(folder / "bloc.yaml"), "bloc: x\nfacts: {free_trade_core: full}\n");
}

TEST(ClosedInput, IsToldWhereItIsRead) {
  const Outcome got = run({.arguments = {"classify", "-"}, .in = Stream::kClosed});
  EXPECT_EQ(got.code, 2);
  EXPECT_NE(got.err.find("[unreadable-file]"), std::string::npos) << got.err;
}

TEST(ReaderThatLeft, EndsEveryCommandQuietlyByTheSignal) {
  for (const Arguments& arguments : commands_that_write()) {
    const Outcome got = run({.arguments = arguments, .out = Stream::kUnread});
    EXPECT_EQ(got.signal, SIGPIPE) << written(arguments);
    EXPECT_EQ(got.err, "") << written(arguments);
  }
}

}  // namespace
}  // namespace bloctype::blackbox
