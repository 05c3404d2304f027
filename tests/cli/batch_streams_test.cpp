// Where tables come from and results go: pipes, files that are replaced, outputs that fail, signals.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <nlohmann/json.hpp>
#include <regex>
#include <thread>

#include "tests/cli/placed_table.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

constexpr const char* kOld = "what stood here before\n";

std::string table_of(int rows) {
  std::string table = kColumns;
  for (int i = 0; i < rows; ++i) table += "bloc " + std::to_string(i) + ",1990,1999,yes,0.5\n";
  return table;
}

TEST(BatchStreams, ReadAFileAndStandardInputAlike) {
  const ScratchFolder folder;
  write_text(folder / "-blocs.csv", table_of(10));
  const std::string expected = batch(table_of(10)).out;
  for (const Arguments& arguments : {Arguments{"batch", "./-blocs.csv"}, {"batch", (folder / "-blocs.csv").string()}}) {
    const Outcome got = run({.arguments = arguments, .folder = folder.path()});
    EXPECT_EQ(got.code, 0) << got.err;
    EXPECT_TRUE(got.out == expected);
    EXPECT_NE(got.err.find("-blocs.csv (wide"), std::string::npos) << got.err;
  }
  EXPECT_TRUE(run({.arguments = {"batch", "-"}, .input_file = folder / "-blocs.csv"}).out == expected);
}

TEST(BatchStreams, RefuseWhatIsNoTable) {
  for (const Arguments& arguments : {Arguments{"batch"},
                                     {"batch", "a.csv", "b.csv"},
                                     {"batch", "nowhere.csv"},
                                     {"batch", "/"},
                                     {"batch", "alba"},
                                     {"batch", ""}}) {
    const Outcome got = run_with(arguments);
    EXPECT_EQ(got.code, 2);
    EXPECT_EQ(got.out, "");
    EXPECT_NE(got.err.find("error: "), std::string::npos);
  }
  EXPECT_EQ(run({.arguments = {"batch", "-"}, .in = Stream::kClosed}).code, 2);
}

TEST(BatchStreams, TellOfAFullOrClosedOutputInEveryFormat) {
  for (const char* format : {"csv", "tsv", "ndjson", "json", "text"}) {
    for (const Stream stream : {Stream::kFull, Stream::kClosed}) {
      for (const int rows : {1, 3000}) {
        const Outcome got =
            run({.arguments = {"batch", "-", "--format", format}, .input = table_of(rows), .out = stream});
        EXPECT_EQ(got.code, 2) << format;
        EXPECT_NE(got.err.find("[output-failed]"), std::string::npos) << got.err;
      }
    }
  }
}

TEST(BatchStreams, EndBySignalWhereTheReaderLeft) {
  for (const char* format : {"csv", "tsv", "ndjson", "json", "text"}) {
    for (const char* jobs : {"1", "3"}) {
      const Outcome got = run({.arguments = {"batch", "-", "--format", format, "--jobs", jobs},
                               .input = table_of(3000),
                               .out = Stream::kUnread});
      EXPECT_EQ(got.signal, SIGPIPE) << format;
      EXPECT_EQ(got.err, "") << format;
    }
  }
}

TEST(BatchStreams, DoNotMindAStandardErrorThatFails) {
  for (const Stream stream : {Stream::kFull, Stream::kClosed}) {
    const Outcome got = run({.arguments = {"batch", "-"}, .input = table_of(3) + "bad\n", .err = stream});
    EXPECT_EQ(got.code, 1);
    EXPECT_EQ(PlacedTable(got.out).size(), 3U);
  }
}

// --- -o FILE

class BatchOutputFile : public testing::Test {
 protected:
  BatchOutputFile() { write_text(folder_ / "old.csv", kOld); }

  Outcome place(const std::string& table, Arguments options = {}, std::size_t largest_file = 0) const {
    options.insert(options.begin(), {"batch", "-", "-o", "old.csv"});
    return run({.arguments = options, .input = table, .folder = folder_.path(), .largest_file = largest_file});
  }
  void expect_unchanged(const Outcome& got) const {
    EXPECT_EQ(got.code, 2) << got.err;
    EXPECT_EQ(read_text(folder_ / "old.csv"), kOld);
    EXPECT_EQ(folder_.size(), 1U) << "a temporary was left";
  }

  ScratchFolder folder_;
};

TEST_F(BatchOutputFile, IsReplacedWholeAlsoWhereRowsAreSetAside) {
  const Outcome got = place(table_of(3000) + "bad\n", {"--jobs", "2"});
  EXPECT_EQ(got.code, 1);
  EXPECT_EQ(got.out, "");
  EXPECT_TRUE(read_text(folder_ / "old.csv") == batch(table_of(3000)).out);
  EXPECT_EQ(folder_.size(), 1U);
}

TEST_F(BatchOutputFile, StaysWhereWritingFails) { expect_unchanged(place(table_of(3000), {}, 100'000)); }

TEST_F(BatchOutputFile, StaysWhereTheTableIsRefused) {
  expect_unchanged(place("from\n1990\n"));
  expect_unchanged(place(table_of(1), {"--coder", "ana"}));
  expect_unchanged(place(table_of(1), {"--jobs", "0"}));
}

TEST_F(BatchOutputFile, StaysWhereTheTableCannotBeReadToItsEnd) {
  const std::string header = "bloc,indicator,value,coder\n";
  {
    SCOPED_TRACE("not grouped");
    expect_unchanged(place(header + "a,free_trade_core,1,\nb,free_trade_core,1,\na,free_trade_core,0,\n"));
  }
  {
    SCOPED_TRACE("a coder who is not there");
    expect_unchanged(place(header + "a,free_trade_core,1,ana\n", {"--coder", "bea"}));
  }
  {
    SCOPED_TRACE("a quote never closed");
    expect_unchanged(place(table_of(3) + "\"" + std::string(9 << 20, 'x')));
  }
}

TEST_F(BatchOutputFile, CannotBeTheTable) {
  write_text(folder_ / "old.csv", table_of(3));
  for (const char* output : {"old.csv", "./old.csv"}) {
    const Outcome file = run({.arguments = {"batch", "old.csv", "-o", output}, .folder = folder_.path()});
    const Outcome input =
        run({.arguments = {"batch", "-", "-o", output}, .input_file = folder_ / "old.csv", .folder = folder_.path()});
    for (const Outcome* got : {&file, &input}) {
      EXPECT_EQ(got->code, 2);
      EXPECT_NE(got->err.find("[output-is-input]"), std::string::npos) << got->err;
    }
  }
  EXPECT_EQ(read_text(folder_ / "old.csv"), table_of(3));
}

// --- Input that comes in pieces, grows, or never ends

class BatchPipe : public testing::Test {
 protected:
  BatchPipe() {
    if (::mkfifo((folder_ / "pipe").c_str(), 0600) != 0) throw std::runtime_error("mkfifo");
    begin();
  }
  ~BatchPipe() override { end(); }

  Command reading(Arguments options = {}) const {
    options.insert(options.begin(), {"batch", "pipe"});
    return {.arguments = options, .folder = folder_.path()};
  }
  void give(const std::string& bytes) const {
    ASSERT_EQ(::write(writer_, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }
  /// Until the run has read what there is, and waits.
  void wait_until_read(Process& process) const {
    for (int waiting = 1; waiting > 0;) {
      ASSERT_EQ(::ioctl(writer_, FIONREAD, &waiting), 0);
      ASSERT_FALSE(process.has_ended());
      ::usleep(500);
    }
    for (int looks = 0; looks < 3 && !process.has_ended(); ::usleep(2'000)) looks = process.is_idle() ? looks + 1 : 0;
  }
  void begin() {
    writer_ = ::open((folder_ / "pipe").c_str(), O_RDWR | O_CLOEXEC);  // so that the run waits for more
  }
  void end() {
    if (writer_ >= 0) ::close(writer_);
    writer_ = -1;
  }

  ScratchFolder folder_;
  int writer_ = -1;
};

TEST_F(BatchPipe, GivesTheSameInWhateverPiecesATableComes) {
  const std::string table = kColumns + "\"Unión, \"\"x\"\"\",1990,1999,yes,0.25\r\n\"a\r\nb\",,,no,1\r\nlast,,,yes,0.5";
  const Outcome expected = batch(table);
  Process process(reading({"--error-format", "short"}));
  for (std::size_t i = 0; i < table.size(); ++i) {
    give(table.substr(i, 1));
    if (i % 4 == 0) ::usleep(300);
  }
  wait_until_read(process);
  end();
  const Outcome got = process.wait();
  EXPECT_EQ(got.code, 0);
  EXPECT_TRUE(got.out == expected.out);
  EXPECT_EQ(messages_of(got.err), messages_of(expected.err));
}

TEST_F(BatchPipe, SaysHowFarItHasComeOnlyWhereThatIsAskedFor) {
  std::string rows;
  while (rows.size() < 150'000) rows += "b" + std::to_string(rows.size()) + ",,,yes,0.25\n";  // more than one block
  for (const Arguments& options : {Arguments{"--progress"}, Arguments{}}) {
    Process process(reading(options));
    give(kColumns);
    wait_until_read(process);
    ::usleep(900'000);  // work that takes longer than half a second
    for (std::size_t at = 0; at < rows.size(); at += 4096) give(rows.substr(at, 4096));
    wait_until_read(process);
    end();
    const Outcome got = process.wait();
    EXPECT_EQ(got.code, 0) << got.err;
    EXPECT_EQ(std::regex_search(got.err, std::regex("(^|\n)\\d+ rows\n")), !options.empty()) << got.err;
    EXPECT_EQ(got.err.find('\x1B'), std::string::npos) << "no cursor moves where there is none";
    begin();
  }
}

TEST(BatchGrowingFile, GivesTheRowsThereWere) {
  const ScratchFolder folder;
  const std::string file = folder / "blocs.csv";
  write_text(file, table_of(20'000));
  std::atomic<bool> is_over{false};
  std::thread writer([&] {
    std::ofstream out(file, std::ios::binary | std::ios::app);
    for (int i = 0; i < 2000 && !is_over; ++i) {
      out << "more " << i << ",1990,1999,yes,0.5\n" << std::flush;
      ::usleep(50);
    }
  });
  const Outcome got = run({.arguments = {"batch", file}});
  is_over = true;
  writer.join();
  const std::vector<std::string> whole = lines_of(run({.arguments = {"batch", file}}).out);
  std::vector<std::string> lines = lines_of(got.out);
  ASSERT_GE(lines.size(), 20'001U);
  ASSERT_LE(lines.size(), whole.size());
  lines.pop_back();  // it may have been cut off
  EXPECT_TRUE(std::equal(lines.begin(), lines.end(), whole.begin()));
  EXPECT_EQ(counts_of(got.err).rows, counts_of(got.err).sum());
}

struct Interrupted {
  const char* name;
  int rows;
  Arguments options;
};

void PrintTo(const Interrupted& given, std::ostream* out) { *out << given.name; }

class BatchInterrupted : public BatchPipe, public testing::WithParamInterface<Interrupted> {};

TEST_P(BatchInterrupted, GivesTheRowsThatCameAndSaysWhereItStopped) {
  const std::string table = table_of(GetParam().rows);
  Process process(reading(GetParam().options));
  give(table + "half,19");
  wait_until_read(process);
  process.send(SIGINT);
  const Outcome got = process.wait();
  EXPECT_EQ(got.code, 130) << got.signal;
  EXPECT_TRUE(got.out == batch(table, GetParam().options).out);
  const auto rows = static_cast<std::size_t>(GetParam().rows);
  EXPECT_EQ(counts_of(got.err), (RowCounts{rows, rows, 0, 0})) << got.err;
  EXPECT_NE(in_one_line(got.err).find("stopped it at row " + std::to_string(rows + 2) + ":"), std::string::npos)
      << got.err;
}

INSTANTIATE_TEST_SUITE_P(All, BatchInterrupted,
                         testing::Values(Interrupted{"AfterFewRows", 3, {}}, Interrupted{"AfterManyRows", 1000, {}},
                                         Interrupted{"WithThreads", 1000, {"--jobs", "3"}},
                                         Interrupted{"AsText", 1000, {"--format", "text"}}),
                         [](const auto& c) { return c.param.name; });

TEST_F(BatchPipe, LeavesTheOldFilesWhereItIsInterrupted) {
  for (const int signal : {SIGINT, SIGTERM}) {
    write_text(folder_ / "old.csv", kOld);
    write_text(folder_ / "bad.csv", kOld);
    Process process(reading({"-o", "old.csv", "--rejects", "bad.csv"}));
    give(table_of(1000) + "bad\n");
    wait_until_read(process);
    process.send(signal);
    const Outcome got = process.wait();
    EXPECT_TRUE(signal == SIGINT ? got.code == 130 : got.signal == SIGTERM);
    EXPECT_EQ(got.out, "");
    EXPECT_EQ(read_text(folder_ / "old.csv"), kOld);
    EXPECT_EQ(read_text(folder_ / "bad.csv"), kOld);
    EXPECT_EQ(folder_.size(), 3U) << "a temporary was left";
  }
}

TEST_F(BatchPipe, TellsRecordsThatAreNotComplete) {
  for (const char* format : {"ndjson", "json"}) {
    Process process(reading({"--format", format}));
    give(table_of(500));
    wait_until_read(process);
    process.send(SIGINT);
    const std::string out = process.wait().out;
    const bool is_one_text = std::string(format) == "json";
    const auto last = nlohmann::json::parse(is_one_text ? out : lines_of(out).back());
    const auto& summary = is_one_text ? last["summary"] : last;
    EXPECT_EQ(summary["type"], "summary");
    EXPECT_EQ(summary["complete"], false);
    EXPECT_EQ(summary["placed"], 500);
  }
}

TEST_F(BatchPipe, PlacesNoBlocPeriodOfALongTableByHalfItsRows) {
  std::string table = "bloc,indicator,value\n";
  for (int i = 0; i < 200; ++i) table += "bloc " + std::to_string(i) + ",free_trade_core,full\n";
  Process process(reading());
  give(table + "open,free_trade_core,full\nopen,social_policy_mandate,full\n");
  wait_until_read(process);
  process.send(SIGINT);
  const Outcome got = process.wait();
  EXPECT_EQ(got.code, 130);
  EXPECT_TRUE(got.out == batch(table).out);
  EXPECT_NE(in_one_line(got.err).find("stopped it at row 202:"), std::string::npos)
      << "rows 202 and 203 are of a bloc-period that was not placed\n"
      << got.err;
}

}  // namespace
}  // namespace bloctype::blackbox
