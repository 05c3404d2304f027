// `batch` on a table of about a million rows, beside programs that everybody has, on the same file in the same run.
// usage: bench_batch [ROWS] [ROUNDS]
//
// The table: bloc, from, to and 57 indicators. Of their cells 60 of 100 are numbers with two decimals, 30 scale words
// and 10 empty; an indicator answered by yes or no has those in place of numbers and words. Names of blocs are unique.
// wc shows what reading the file costs, Miller and Python what it costs to part its cells; none of them places a bloc.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/split_mix.hpp"
#include "embed/shipped.hpp"
#include "measured_run.hpp"
#include "temporary_folder.hpp"

namespace {

using namespace bloctype::bench;
using bloctype::Indicator;
using bloctype::Rulebook;
using bloctype::SplitMix64;

constexpr std::size_t kIndicators = 57;
constexpr std::size_t kBuffer = std::size_t{1} << 18U;  // small, for it counts into every peak (see Taken)
constexpr int kMostRows = 100'000'000;

/// A name and how it is measured against others.
struct Contestant {
  std::string name;
  Command command;
  bool is_yardstick = false;
  std::vector<Taken> runs = {};
};

std::string two_decimals(std::uint64_t hundredths) {
  const std::string digits = std::to_string(100 + hundredths % 100);
  return (hundredths < 100 ? "0." : "1.") + digits.substr(1);
}

void append_cell(std::string& out, const Indicator& indicator, const Rulebook& rulebook, std::uint64_t drawn) {
  const std::uint64_t share = drawn % 100;
  const std::uint64_t which = drawn / 100;
  if (share >= 90) return;
  if (indicator.yes_no) {
    out += which % 2 == 0 ? "yes" : "no";
  } else if (share >= 60) {
    out += rulebook.scale[which % rulebook.scale.size()].id;
  } else {
    out += two_decimals(which % 101);
  }
}

void append_row(std::string& out, std::uint64_t number, const Rulebook& rulebook, SplitMix64& drawing) {
  const std::uint64_t from = 1960 + drawing.next() % 60;
  out +=
      "bloc-" + std::to_string(number) + "," + std::to_string(from) + "," + std::to_string(from + drawing.next() % 10);
  for (std::size_t i = 0; i < kIndicators; ++i) {
    out += ',';
    append_cell(out, rulebook.indicators[i], rulebook, drawing.next());
  }
  out += '\n';
}

void write_table(const std::filesystem::path& file, int rows, const Rulebook& rulebook) {
  if (rulebook.indicators.size() < kIndicators) throw std::runtime_error("the rulebook has too few indicators");
  std::ofstream table(file, std::ios::binary);
  SplitMix64 drawing(2018);
  std::string text = "bloc,from,to";
  for (std::size_t i = 0; i < kIndicators; ++i) text += "," + rulebook.indicators[i].id;
  text += '\n';
  for (int row = 1; row <= rows; ++row) {
    append_row(text, static_cast<std::uint64_t>(row), rulebook, drawing);
    if (text.size() < kBuffer && row < rows) continue;
    table.write(text.data(), static_cast<std::streamsize>(text.size()));
    text.clear();
  }
  table.close();
  if (!table) throw std::runtime_error("the table could not be written");
}

bool is_installed(const std::string& program) {
  try {
    run({program, "--version"});
    return true;
  } catch (const std::runtime_error&) {
    std::printf("%s is not installed, and left out\n", program.c_str());
    return false;
  }
}

std::vector<Contestant> contestants(const std::string& file) {
  const std::string count_rows = "import csv, sys\nprint(sum(1 for row in csv.reader(open(sys.argv[1], newline=''))))";
  std::vector<Contestant> found{{"wc -l", {"wc", "-l", file}, true}};
  if (is_installed("mlr")) found.push_back({"mlr cat", {"mlr", "--icsv", "--ocsv", "cat", file}, true});
  if (is_installed("python3")) found.push_back({"python3 csv", {"python3", "-c", count_rows, file}, true});
  found.push_back({"bloctype batch", {BLOCTYPE_BINARY, "batch", file}});
  found.push_back({"bloctype batch --jobs 2", {BLOCTYPE_BINARY, "batch", "--jobs", "2", file}});
  return found;
}

/// How fast each is, and how many times as fast as each yardstick.
void print_times(const std::vector<Contestant>& found, double megabytes, const char* title, double Taken::*what) {
  std::printf("%-26s%10s%10s", title, "s", "MB/s");
  for (const Contestant& other : found) {
    if (other.is_yardstick) std::printf("%16s", ("x " + other.name).c_str());
  }
  std::printf("\n");
  for (const Contestant& contestant : found) {
    const double taken = median(contestant.runs, what);
    std::printf("  %-24s%10.3f%10.0f", contestant.name.c_str(), taken / 1e3, megabytes / (taken / 1e3));
    for (const Contestant& other : found) {
      if (other.is_yardstick) std::printf("%16.3f", median(other.runs, what) / taken);
    }
    std::printf("\n");
  }
}

void print_peaks(const std::vector<Contestant>& found) {
  std::printf("%-26s%10s\n", "peak memory", "MiB");
  for (const Contestant& contestant : found) {
    std::printf("  %-24s%10.1f\n", contestant.name.c_str(), median(contestant.runs, &Taken::peak) / 1024);
  }
  std::printf("  (%.1f MiB are this program's own: nothing it starts shows less)\n", own_peak() / 1024);
}

/// A positive count in argument `i`, or `otherwise`.
int count_in(int argc, char** argv, int i, int otherwise) {
  return argc > i ? std::clamp(std::atoi(argv[i]), 1, kMostRows) : otherwise;
}

void compare(int rows, int rounds) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "blocs.csv";
  {
    const Rulebook rulebook = *bloctype::shipped_rulebook().value;
    write_table(file, rows, rulebook);
  }
  const double megabytes = static_cast<double>(std::filesystem::file_size(file)) / 1e6;
  std::vector<Contestant> found = contestants(file.string());
  std::printf("%d rows of %zu columns, %.1f MB; medians of %d rounds\n", rows, kIndicators + 3, megabytes, rounds);
  std::fflush(stdout);
  for (int round = 0; round < rounds; ++round) {
    for (Contestant& contestant : found) contestant.runs.push_back(run(contestant.command));
  }
  print_times(found, megabytes, "from start to end", &Taken::wall);
  print_times(found, megabytes, "of all processors", &Taken::cpu);
  print_peaks(found);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    compare(count_in(argc, argv, 1, 1'000'000), count_in(argc, argv, 2, 3));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_batch: %s\n", error.what());
    return 1;
  }
}
