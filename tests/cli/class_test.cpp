// The class in README.md: every command of it works, says what is shown there, and does the same in Spanish and in
// Portuguese.
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

const std::string kProject = BLOCTYPE_SOURCE_DIR;

/// A command line, and what is shown to follow it.
struct Step {
  std::string line, output;
};

std::vector<Step> steps_of_the_class() {
  const std::string readme = read_text(kProject + "/README.md");
  const auto begin = readme.find("## A two-hour class\n");
  if (begin == std::string::npos) return {};
  std::istringstream lines(readme.substr(begin, readme.find("\n## ", begin + 1) - begin));
  std::vector<Step> steps;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      inside = line == "```console";
    } else if (inside && line.starts_with("$ ")) {
      steps.push_back({line.substr(2), {}});
    } else if (inside && !steps.empty()) {
      steps.back().output += line + "\n";
    }
  }
  return steps;
}

/// A folder in which the commands find what they name.
class Classroom {
 public:
  Classroom() { std::filesystem::create_directory_symlink(kProject + "/examples", folder_ / "examples"); }

  Outcome run(const std::string& line) const { return shell(folder_.path(), line); }
  const ScratchFolder& folder() const { return folder_; }

 private:
  ScratchFolder folder_;
};

TEST(Class, SaysWhatTheReadmeShows) {
  const std::vector<Step> steps = steps_of_the_class();
  ASSERT_GE(steps.size(), 10U);
  const Classroom classroom;
  for (const Step& step : steps) {
    const Outcome got = classroom.run(step.line);
    EXPECT_EQ(got.code, 0) << step.line;
    EXPECT_EQ(got.err, "") << step.line;
    EXPECT_EQ(got.out, step.output) << step.line;
  }
}

TEST(Class, UsesEveryCommandThatTeaches) {
  std::string all;
  for (const Step& step : steps_of_the_class()) all += step.line + "\n";
  for (const char* command : {"bloctype show", "bloctype compare", "bloctype interview", "bloctype classify",
                              "bloctype quiz", "--export gift"}) {
    EXPECT_NE(all.find(command), std::string::npos) << command;
  }
}

TEST(Class, IsTheSameInSpanishAndPortuguese) {
  const std::vector<Step> steps = steps_of_the_class();
  for (const std::string language : {"es", "pt"}) {
    const Classroom classroom;
    for (const Step& step : steps) {
      // A pattern that looks for English words finds none; then the step still has to work.
      const bool looks_for_words =
          step.line.find("grep") != std::string::npos || step.line.find("/^") != std::string::npos;
      const Outcome got = classroom.run("export BLOCTYPE_LANG=" + language + "; " + step.line);
      if (!looks_for_words) {
        EXPECT_EQ(got.code, 0) << language << " " << step.line;
      }
      EXPECT_EQ(got.err, "") << language << " " << step.line;
      if (!looks_for_words && !step.output.empty()) {
        EXPECT_NE(got.out, "") << language << " " << step.line;
        EXPECT_NE(got.out, step.output) << language << " " << step.line;
      }
    }
    EXPECT_NE(read_text(classroom.folder() / "andean-pact.yaml"), "") << language;
    EXPECT_NE(read_text(classroom.folder() / "quiz.gift"), "") << language;
  }
}

/// The coded facts of a description file, without names and notes.
std::vector<std::string> codings(const std::filesystem::path& file) {
  std::vector<std::string> found;
  std::istringstream lines(read_text(file));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("      ")) found.push_back(line.substr(0, line.find(", note: ")));
  }
  return found;
}

TEST(Class, HasTheSameAnswersInEveryLanguage) {
  const ScratchFolder folder;
  const std::string answers = kProject + "/examples/class/andean-pact";
  for (const std::string language : {"en", "es", "pt"}) {
    const std::string file = answers + (language == "en" ? "" : "." + language) + ".txt";
    const Outcome got =
        run({.arguments = {"interview", "--lang", language, "--answers", file, "-o", language + ".yaml"},
             .folder = folder.path()});
    EXPECT_EQ(got.code, 0) << got.err;
    EXPECT_EQ(codings(folder / (language + ".yaml")), codings(folder / "en.yaml"));
  }
  EXPECT_GT(codings(folder / "en.yaml").size(), 20U);
}

}  // namespace
}  // namespace bloctype::blackbox
