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
