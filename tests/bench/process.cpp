// Whole runs of the program as a user starts it, beside runs of an empty program: medians, and how many times as long.
// usage: bench_process [RUNS]
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "coded.hpp"
#include "embed/shipped.hpp"
#include "measured_run.hpp"
#include "temporary_folder.hpp"

namespace {

using bloctype::bench::Command;
using bloctype::bench::Taken;

/// Runs all commands in turn, `count` times, so that a busy moment of the machine hits them alike. The first is the
/// measure for the others.
void compare(const std::vector<std::pair<const char*, Command>>& commands, int count) {
  std::vector<std::vector<Taken>> runs(commands.size());
  for (int i = 0; i < count; ++i) {
    for (std::size_t c = 0; c < commands.size(); ++c) runs[c].push_back(bloctype::bench::run(commands[c].second));
  }
  std::printf("medians of %d runs, and how many times the empty program's   wall            processor\n", count);
  for (std::size_t c = 0; c < commands.size(); ++c) {
    std::printf("  %-56s", commands[c].first);
    for (const auto what : {&Taken::wall, &Taken::cpu}) {
      const double value = bloctype::bench::median(runs[c], what);
      std::printf(" %7.2f ms %5.1f", value, value / bloctype::bench::median(runs[0], what));
    }
    std::printf("\n");
  }
}

void classify_many(int count) {
  const bloctype::bench::TemporaryFolder folder;
  const bloctype::Rulebook rulebook = *bloctype::shipped_rulebook().value;
  Command command{BLOCTYPE_BINARY, "classify", "--format", "json"};
  for (int i = 0; i < count; ++i) {
    const std::filesystem::path file = folder.path() / (std::to_string(i) + ".yaml");
    std::ofstream(file) << bloctype::bench::coded_description(rulebook, static_cast<std::uint64_t>(i));
    command.push_back(file.string());
  }
  const Taken taken = bloctype::bench::run(command);
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
