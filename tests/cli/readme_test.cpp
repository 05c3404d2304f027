// What README.md shows is what the program prints, and its example is the one that is built against an install.
#include <gtest/gtest.h>

#include <string>

#include "core/file.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

const std::string kProject = BLOCTYPE_SOURCE_DIR;

std::string text_of(const std::string& path) { return read_file(kProject + "/" + path, 1 << 20).value.value_or(""); }

/// The text between the line feed after `opening` and the next fence.
std::string block_after(const std::string& text, const std::string& opening) {
  const auto at = text.find(opening);
  if (at == std::string::npos) return {};
  const auto begin = at + opening.size();
  return text.substr(begin, text.find("```", begin) - begin);
}

TEST(Readme, ShowsWhatClassifyPrints) {
  const std::string shown = block_after(text_of("README.md"), "$ bloctype classify pacific-alliance\n");
  ASSERT_FALSE(shown.empty());
  EXPECT_EQ(run_with({"classify", "pacific-alliance"}).out, shown);
}

constexpr const char* kFigures[] = {"examples/map.svg", "examples/timeline.svg", "examples/shares.svg"};

/// The figures that are shown are those that the commands beside them make, to the byte.
TEST(Readme, ItsFiguresAreMadeByTheCommandsBesideThem) {
  const std::string commands = block_after(text_of("README.md"), "as wide as a\ncolumn of a journal.\n\n```sh\n");
  ASSERT_FALSE(commands.empty());
  const ScratchFolder scratch;
  std::filesystem::copy(kProject + "/examples", scratch / "examples");
  for (const char* figure : kFigures) std::filesystem::remove(scratch / figure);
  const Outcome got = shell(scratch.path(), "set -e\n" + commands);
  EXPECT_EQ(got.code, 0) << got.err;
  for (const char* figure : kFigures) {
    EXPECT_NE(text_of("README.md").find("](" + std::string(figure) + ")"), std::string::npos) << "shown";
    EXPECT_EQ(read_text(scratch / figure), text_of(figure)) << figure;
  }
  EXPECT_TRUE(read_text(scratch / "mercosur.html").starts_with("<!DOCTYPE html>"));
}

TEST(Readme, ItsDescriptionIsReadAndItsMisspeltTwinGivesTheMessageItShows) {
  const std::string readme = text_of("README.md");
  std::string description = block_after(readme, "## Code your own bloc\n\n```yaml\n");
  ASSERT_FALSE(description.empty());
  const ScratchFolder scratch;
  write_text(scratch / "my-bloc.yaml", description);
  EXPECT_EQ(run({.arguments = {"classify", "my-bloc.yaml"}, .folder = scratch.path()}).code, 0);

  const std::string name = "free_trade_core";
  description.replace(description.find(name), name.size(), "free_trade_cor");
  write_text(scratch / "my-bloc.yaml", description);
  const Outcome refused = run({.arguments = {"classify", "my-bloc.yaml"}, .folder = scratch.path()});
  EXPECT_EQ(refused.err, block_after(readme, "$ bloctype classify my-bloc.yaml\n"));
  EXPECT_EQ(refused.code, 2);
}

TEST(Readme, ItsCheckOfATableSaysWhatItShows) {
  const std::string readme = text_of("README.md");
  const auto begin = readme.find("$ sed '/^unasur");
  ASSERT_NE(begin, std::string::npos);
  const std::string line = readme.substr(begin + 2, readme.find('\n', begin) - begin - 2);
  const ScratchFolder scratch;
  std::filesystem::create_directory_symlink(kProject + "/examples", scratch / "examples");
  const Outcome got = shell(scratch.path(), line);
  EXPECT_EQ(got.err, block_after(readme, "$ " + line + "\n"));
  EXPECT_EQ(got.code, 1);
  EXPECT_NE(read_text(scratch / "placed.csv").find("unasur,2008,2015,not_classifiable"), std::string::npos);
}

TEST(Readme, ItsChangeOfAWeightChangesWhatItShows) {
  const std::string block = block_after(text_of("README.md"), "```console\n$ cp -r rules mine\n");
  const auto commands_end = block.find("$ bloctype rules diff mine\n");
  ASSERT_NE(commands_end, std::string::npos);
  const ScratchFolder scratch;
  std::filesystem::copy(kProject + "/rules", scratch / "rules", std::filesystem::copy_options::recursive);
  const std::string sed = block.substr(2, commands_end - 3);
  EXPECT_EQ(shell(scratch.path(), "cp -r rules mine && " + sed).code, 0);
  const std::string command = "bloctype rules diff mine";
  EXPECT_EQ(shell(scratch.path(), command).out, block.substr(commands_end + 2 + command.size() + 1));
}

TEST(Readme, ItsTablesArePlaced) {
  const std::string section = text_of("README.md");
  std::size_t found = 0;
  for (auto at = section.find("```csv\n"); at != std::string::npos; at = section.find("```csv\n", at + 1), ++found) {
    const std::string table = block_after(section.substr(at), "```csv\n");
    const Outcome got = run({.arguments = {"batch", "-"}, .input = table});
    EXPECT_EQ(got.err.find("[csv-"), std::string::npos) << got.err;
    EXPECT_NE(got.err.find("1 case placed"), std::string::npos) << got.err;
  }
  EXPECT_EQ(found, 2U);
}

TEST(Readme, ItsRunUnderGnuParallelGivesTheTableOfASingleRun) {
  std::string lines = block_after(text_of("README.md"), "(each row on one line):\n\n```sh\n");
  ASSERT_NE(lines.find("--block 10M"), std::string::npos);
  lines.replace(lines.find("10M"), 3, "20k");  // so that a small table has many parts
  const ScratchFolder scratch;
  std::string table = read_text(kProject + "/examples/blocs.csv");
  const std::string rows = table.substr(table.find('\n') + 1);
  for (int i = 0; i < 50; ++i) table += rows;
  write_text(scratch / "big.csv", table);
  const Outcome got = shell(scratch.path(), "set -e; " + lines);
  EXPECT_EQ(got.code, 0) << got.err;
  EXPECT_NE(got.err.find("rows in: "), got.err.rfind("rows in: ")) << "it was a single run";
  const Outcome single = run({.arguments = {"batch", "big.csv"}, .folder = scratch.path()});
  EXPECT_EQ(read_text(scratch / "placed.csv"), single.out);
}

TEST(Readme, ItsLibraryExampleIsTheOneThatTheTestsBuild) {
  EXPECT_EQ(block_after(text_of("README.md"), "```cpp\n"), text_of("tests/install/consumer/main.cpp"));
}

TEST(Readme, TheRuleThatTheFormatOpensWithStandsInTheRulebook) {
  const std::string rule = block_after(text_of("rules/README.md"), "```yaml\ntypical:\n");
  ASSERT_FALSE(rule.empty());
  EXPECT_NE(text_of("rules/models/strategic.yaml").find(rule), std::string::npos);
}

}  // namespace
}  // namespace bloctype::blackbox
