// Whole runs of the program as a user starts it, beside runs of an empty program: medians, and how many times as long.
// usage: bench_process [RUNS]
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "coded.hpp"
#include "embed/shipped.hpp"

namespace {

using Command = std::vector<std::string>;

/// Milliseconds: from start to end, and of a processor. Only the latter can be compared while the machine is busy.
struct Taken {
  double wall = 0;
  double cpu = 0;
};

double milliseconds(const timeval& t) {
  return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_usec) / 1e3;
}

/// One run of `command`, which must end with 0; its output goes nowhere.
Taken run(const Command& command) {
  std::vector<char*> arguments;
  for (const std::string& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  int status = 0;
  rusage usage{};
  const auto start = std::chrono::steady_clock::now();
  const int failed = posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  if (failed != 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
    throw std::runtime_error(command[0] + " could not be run, or failed");
  }
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
  posix_spawn_file_actions_destroy(&actions);
  return {wall.count(), milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)};
}

double median(const std::vector<Taken>& runs, double Taken::*what) {
  std::vector<double> values;
  for (const Taken& taken : runs) values.push_back(taken.*what);
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Runs all commands in turn, `count` times, so that a busy moment of the machine hits them alike. The first is the
/// measure for the others.
void compare(const std::vector<std::pair<const char*, Command>>& commands, int count) {
  std::vector<std::vector<Taken>> runs(commands.size());
  for (int i = 0; i < count; ++i) {
    for (std::size_t c = 0; c < commands.size(); ++c) runs[c].push_back(run(commands[c].second));
  }
  std::printf("medians of %d runs, and how many times the empty program's   wall            processor\n", count);
  for (std::size_t c = 0; c < commands.size(); ++c) {
    std::printf("  %-56s", commands[c].first);
    for (const auto what : {&Taken::wall, &Taken::cpu}) {
      const double value = median(runs[c], what);
      std::printf(" %7.2f ms %5.1f", value, value / median(runs[0], what));
    }
    std::printf("\n");
  }
}

/// A folder that is removed with all that is in it.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "bloctype-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

void classify_many(int count) {
  const Folder folder;
  const bloctype::Rulebook rulebook = *bloctype::shipped_rulebook().value;
  Command command{BLOCTYPE_BINARY, "classify", "--format", "json"};
  for (int i = 0; i < count; ++i) {
    const std::filesystem::path file = folder.path() / (std::to_string(i) + ".yaml");
    std::ofstream(file) << bloctype::bench::coded_description(rulebook, static_cast<std::uint64_t>(i));
    command.push_back(file.string());
  }
  const Taken taken = run(command);
  std::printf("classify --format json, %d descriptions of %zu facts, one run: %.2f s, of a processor %.2f s\n", count,
              rulebook.indicators.size(), taken.wall / 1e3, taken.cpu / 1e3);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::string program = BLOCTYPE_BINARY;
    compare({{"empty program", {BLOCTYPE_EMPTY}},
             {"--version", {program, "--version"}},
             {"classify mercosur", {program, "classify", "mercosur"}},
             {"classify mercosur --format json", {program, "classify", "mercosur", "--format", "json"}}},
            argc > 1 ? std::max(1, std::atoi(argv[1])) : 200);
    classify_many(400);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_process: %s\n", error.what());
    return 1;
  }
}
