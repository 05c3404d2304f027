// rules/README.md is a tutorial: its files are written, its commands run and what they print is compared, in order.
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

/// A fenced block of a Markdown text.
struct Fenced {
  std::string language;
  std::vector<std::string> lines;

  std::string text() const {
    std::string all;
    for (const std::string& line : lines) all += line + "\n";
    return all;
  }
};

std::vector<Fenced> blocks_of(const std::string& markdown) {
  std::vector<Fenced> blocks;
  bool inside = false;
  std::istringstream in(markdown);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) blocks.push_back({line.substr(3), {}});
    } else if (inside) {
      blocks.back().lines.push_back(line);
    }
  }
  return blocks;
}

/// The part of the README that is run.
std::string tutorial() {
  const std::string readme = read_text(std::string(BLOCTYPE_SOURCE_DIR) + "/rules/README.md");
  const auto begin = readme.find("## From an empty folder");
  return readme.substr(begin, readme.find("\n## ", begin + 1) - begin);
}

/// What a block of `$ command` lines and their output says, and what the commands print.
void run_and_compare(const std::filesystem::path& folder, const Fenced& block) {
  ASSERT_TRUE(!block.lines.empty() && block.lines.front().starts_with("$ ")) << block.text();
  std::string printed;
  for (const std::string& line : block.lines) {
    if (!line.starts_with("$ ")) continue;
    const Outcome got = shell(folder, line.substr(2));
    EXPECT_LE(got.code, 1) << line;
    printed += line + "\n" + got.out + got.err;
  }
  EXPECT_EQ(printed, block.text());
}

TEST(Tutorial, RunsAsWritten) {
  const ScratchFolder scratch;
  std::size_t files = 0;
  std::size_t runs = 0;
  for (const Fenced& block : blocks_of(tutorial())) {
    if (block.language == "yaml") {
      ASSERT_TRUE(block.lines.front().starts_with("# ")) << block.text();
      const std::filesystem::path file = scratch.path() / block.lines.front().substr(2);
      ASSERT_TRUE(std::filesystem::is_directory(file.parent_path())) << "no step makes the folder of " << file;
      write_text(file, block.text());
      ++files;
    } else if (block.language == "console") {
      run_and_compare(scratch.path(), block);
      ++runs;
    } else {
      ASSERT_EQ(block.language, "sh");
      EXPECT_EQ(shell(scratch.path(), "set -e\n" + block.text()).code, 0) << block.text();
    }
  }
  EXPECT_EQ(files, 7U);
  EXPECT_EQ(runs, 7U);
}

TEST(Tutorial, EndsWithRulesThatAreSoundAndCovered) {
  const ScratchFolder scratch;
  for (const char* folder : {"indicators", "models", "cases"}) {
    std::filesystem::create_directories(scratch.path() / "assemblies" / folder);
  }
  for (const Fenced& block : blocks_of(tutorial())) {
    if (block.language == "yaml") write_text(scratch.path() / block.lines.front().substr(2), block.text());
  }
  EXPECT_EQ(shell(scratch.path(), "bloctype rules check assemblies").code, 0);
  EXPECT_EQ(shell(scratch.path(), "bloctype rules test assemblies --coverage").code, 0);
}

}  // namespace
}  // namespace bloctype::blackbox
