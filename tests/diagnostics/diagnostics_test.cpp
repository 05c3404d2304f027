// One folder here for each diagnostic code, and further ones named CODE.WHAT: `command` holds the arguments of a run in
// a copy of that folder (one line, parted by blanks), `expected` its exit code and all that it says on standard error,
// in English and 80 columns. BLOCTYPE_UPDATE_GOLDEN=1 writes `expected` anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "tests/cli/golden.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(BLOCTYPE_SOURCE_DIR) / "tests" / "diagnostics";

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string many_keys(std::size_t count) {
  std::string out = "bloc: x\n";
  for (std::size_t i = 0; i < count; ++i) out += "key" + std::to_string(i) + ": 1\n";
  return out;
}

/// Inputs too large to be kept as files.
struct Generated {
  std::string_view name;
  std::string file;
  std::string text;
};

/// A rulebook's models, one more than an axis may have; its typology names them.
std::vector<Generated> many_models() {
  std::vector<Generated> files;
  for (int i = 0; i < 65; ++i) {
    const std::string id = "m" + std::to_string(i);
    files.push_back({"yaml-too-large.models", "rules/models/" + id + ".yaml",
                     "model: " + id + "\naxis: trade\nnecessary: [tariffs_cut]\n"});
  }
  return files;
}

std::vector<Generated> generated() {
  std::vector<Generated> files = many_models();
  const std::vector<Generated> large = {
      {"file-too-large", "large.yaml", "bloc: x\n" + repeated("# filled up with comments\n", 50'000)},
      {"yaml-too-large", "keys.yaml", many_keys(5'001)},
      {"yaml-too-large.parts", "parts.yaml", "bloc: x\nmembers:\n" + repeated("  - AR\n", 50'000)},
      {"yaml-too-large.text", "text.yaml", "bloc: x\nnote: >-\n" + repeated("  a line of a text without end\n", 3'000)},
      {"yaml-too-deep", "deep.yaml", "bloc: x\nfacts: " + repeated("[", 65) + "\n"},
  };
  files.insert(files.end(), large.begin(), large.end());
  return files;
}

struct Case {
  std::string name;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

std::vector<Case> cases() {
  std::vector<Case> list;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.is_directory()) list.push_back({entry.path().filename().string()});
  }
  std::sort(list.begin(), list.end(), [](const Case& a, const Case& b) { return a.name < b.name; });
  return list;
}

/// `unknown-key` of `unknown-key.in-a-model`.
std::string code_of(const Case& c) { return c.name.substr(0, c.name.find('.')); }

std::vector<std::string> words(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> list;
  for (std::string word; in >> word;) list.push_back(word);
  return list;
}

struct CaseName {
  std::string operator()(const testing::TestParamInfo<Case>& info) const {
    std::string name = info.param.name;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
    return name;
  }
};

class DiagnosticCase : public testing::TestWithParam<Case> {
 protected:
  DiagnosticCase() {
    fs::copy(kFolder / GetParam().name, folder_.path(), fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    fs::remove(folder_ / "expected");
    for (const Generated& input : generated()) {
      if (input.name != GetParam().name) continue;
      fs::create_directories((folder_ / input.file).parent_path());
      write_text(folder_ / input.file, input.text);
    }
    arguments_ = words(read_text(folder_ / "command"));
  }

  Outcome outcome(std::vector<std::string> options = {}) {
    options.insert(options.end(), arguments_.begin(), arguments_.end());
    return run({.arguments = options, .environment = {{"LC_ALL", "C"}}, .folder = folder_.path()});
  }

  ScratchFolder folder_;
  std::vector<std::string> arguments_;
};

TEST_P(DiagnosticCase, SaysWhatItsGoldenFileHolds) {
  const Outcome got = outcome();
  EXPECT_TRUE(
      matches_golden(kFolder / GetParam().name / "expected", "exit " + std::to_string(got.code) + "\n" + got.err));
  EXPECT_NE(got.err.find("[" + code_of(GetParam()) + "]"), std::string::npos);
}

TEST_P(DiagnosticCase, RefusesForAnErrorAndGoesOnAfterAWarning) {
  const Outcome got = outcome();
  const bool error = got.err.find(": error: ") != std::string::npos;
  EXPECT_EQ(got.code, error ? 2 : 0);
  EXPECT_EQ(got.out.empty(), error);
}

TEST_P(DiagnosticCase, TellsTheSameCodesInOneLineEach) {
  const auto codes = [](const std::string& text) {
    std::vector<std::string> found;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
      const bool is_head = line.find(": error: ") != std::string::npos || line.find(": warning: ") != std::string::npos;
      if (is_head && line.ends_with(']')) found.push_back(line.substr(line.rfind('[')));
    }
    return found;
  };
  const Outcome brief = outcome({"--error-format=short"});
  EXPECT_EQ(codes(brief.err), codes(outcome().err));
  EXPECT_EQ(codes(brief.err).size(), static_cast<std::size_t>(std::count(brief.err.begin(), brief.err.end(), '\n')));
}

TEST_P(DiagnosticCase, NamesNoLibraryAndNoSourceOfOurs) {
  const std::string said = outcome().err;
  for (const char* word :
       {"yaml-cpp", "YAML::", "std::", "CLI11", "CLI::", "nlohmann", "terminate", "what()", ".cpp"}) {
    EXPECT_EQ(said.find(word), std::string::npos) << word;
  }
}

INSTANTIATE_TEST_SUITE_P(All, DiagnosticCase, testing::ValuesIn(cases()), CaseName());

TEST(Diagnostics, HaveACaseForEveryCodeInTheTable) {
  const std::vector<Case> list = cases();
  for (const CodeInfo& code : code_table()) {
    EXPECT_TRUE(std::any_of(list.begin(), list.end(), [&](const Case& c) { return code_of(c) == code.name; }))
        << "tests/diagnostics/" << code.name << " is missing";
  }
}

TEST(Diagnostics, HaveACodeForEveryCase) {
  for (const Case& c : cases()) {
    EXPECT_TRUE(std::any_of(code_table().begin(), code_table().end(), [&](const CodeInfo& code) {
      return code.name == code_of(c);
    })) << c.name;
  }
}

}  // namespace
}  // namespace bloctype::blackbox
