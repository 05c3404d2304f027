// One folder here for each diagnostic code, and further ones named CODE.WHAT: `command` holds the arguments of a run in
// a copy of that folder (one line, parted by blanks), `expected` its exit code and all that it says on standard error,
// in English and 80 columns. BLOCTYPE_UPDATE_GOLDEN=1 writes `expected` anew.
//
// classify says nothing where anything is wrong. batch sets bad rows aside (exit 1) and places the others; what is
// wrong with the table as a whole, or ends the reading, is exit 2.
//
// `rules` commands run on base/, a small rulebook without a fault, with the files of the folder over it. What is wrong
// with a rulebook is the result of `rules check`, on standard output; `rules test` tells it on standard error. So
// `expected` holds both, standard output first. `clean` holds the same files mended in the one place, to be laid over
// base/ in their stead: nothing is found there.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "lint/checks.hpp"
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

std::string many_blocs(std::size_t count) {
  std::string out = "bloc,free_trade_core\n";
  for (std::size_t i = 0; i < count; ++i) out += "bloc " + std::to_string(i) + ",full\n";
  return out;
}

std::string many_columns(std::size_t count) {
  std::string out = "bloc";
  for (std::size_t i = 1; i < count; ++i) out += ",column " + std::to_string(i);
  return out + "\n";
}

/// An input too large to be kept as a file. It is written for its own case alone.
struct Generated {
  std::string_view name;
  std::string file;
  std::function<std::string()> text;
};

/// A rulebook's models, one more than an axis may have; its typology names them.
std::vector<Generated> many_models() {
  std::vector<Generated> files;
  for (int i = 0; i < 65; ++i) {
    const std::string id = "m" + std::to_string(i);
    files.push_back({"yaml-too-large.models", "rules/models/" + id + ".yaml",
                     [id] { return "model: " + id + "\naxis: trade\nnecessary: [tariffs_cut]\n"; }});
  }
  return files;
}

std::vector<Generated> generated() {
  std::vector<Generated> files = many_models();
  const std::string table = "bloc,free_trade_core\nALBA,absent\n";
  const std::vector<Generated> large = {
      {"file-too-large", "large.yaml", [] { return "bloc: x\n" + repeated("# filled up with comments\n", 50'000); }},
      {"yaml-too-large", "keys.yaml", [] { return many_keys(5'001); }},
      {"yaml-too-large.parts", "parts.yaml", [] { return "bloc: x\nmembers:\n" + repeated("  - AR\n", 50'000); }},
      {"yaml-too-large.text", "text.yaml",
       [] { return "bloc: x\nnote: >-\n" + repeated("  a line of a text without end\n", 3'000); }},
      {"yaml-too-deep", "deep.yaml", [] { return "bloc: x\nfacts: " + repeated("[", 65) + "\n"; }},
      {"csv-too-many-columns", "blocs.csv", [] { return many_columns(5'001) + "ALBA\n"; }},
      {"csv-cell-too-long", "blocs.csv",
       [=] { return table + "\"Mercosur" + repeated(" and so on\n", 24'000) + "\",full\nUNASUR,absent\n"; }},
      {"csv-row-too-long", "blocs.csv",
       [=] { return table + "\"Mercosur" + repeated(",full\nUNASUR,absent", 500'000) + "\n"; }},
      {"result-too-large", "blocs.csv", [] { return many_blocs(90'000); }},
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
    if (fs::exists(entry.path() / "command")) list.push_back({entry.path().filename().string()});
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

/// The first line of a diagnostic: its code, and the row of a table where it names one.
struct Told {
  std::string code;
  std::string row;
};

std::vector<Told> told(const std::string& text, const std::string& severity) {
  std::vector<Told> found;
  std::istringstream in(text);
  const std::string mark = ": " + severity + ": ";
  for (std::string line; std::getline(in, line);) {
    const auto at = line.find(mark);
    if (at == std::string::npos || !line.ends_with(']')) continue;
    Told& each = found.emplace_back();
    const auto begin = line.rfind('[') + 1;
    each.code = line.substr(begin, line.size() - 1 - begin);
    std::istringstream rest(line.substr(at + mark.size()));
    std::string first;
    if (rest >> first; first == "row") rest >> each.row;
  }
  return found;
}

/// About a row, and yet the end of it all: nothing behind it can be read rightly.
bool ends_the_reading(const Told& error) { return error.code == "csv-not-grouped" || error.code == "csv-row-too-long"; }

/// Errors of a table that only its rows bring to light.
bool is_found_on_the_way(const Told& error) { return ends_the_reading(error) || error.code == "unknown-coder"; }

/// One line, with single blanks.
std::string unwrapped(const std::string& text) {
  std::string out;
  for (const std::string& word : words(text)) out += " " + word;
  return out;
}

/// The number that stands before the first `mark`; none where `mark` does not occur.
std::optional<std::size_t> number_before(const std::string& text, const std::string& mark) {
  const auto end = text.find(mark);
  if (end == std::string::npos) return std::nullopt;
  const auto begin = text.find_last_not_of("0123456789", end - 1) + 1;
  return std::stoul(text.substr(begin, end - begin));
}

bool is_of(const Case& c, std::string_view command) {
  return read_text(kFolder / c.name / "command").starts_with(std::string(command) + " ");
}

std::vector<Case> cases_of(std::string_view command) {
  std::vector<Case> list = cases();
  std::erase_if(list, [=](const Case& c) { return !is_of(c, command); });
  return list;
}

std::vector<Case> cases_of_all_but(std::string_view command) {
  std::vector<Case> list = cases();
  std::erase_if(list, [=](const Case& c) { return is_of(c, command); });
  return list;
}

/// What stands in `from`, with its folders, over what stands in `to`.
void lay_over(const fs::path& from, const fs::path& to) {
  fs::copy(from, to,
           fs::copy_options::recursive | fs::copy_options::copy_symlinks | fs::copy_options::overwrite_existing);
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
    arguments_ = words(read_text(kFolder / GetParam().name / "command"));
    if (is_rules()) lay_over(kFolder / "base", folder_.path());
    lay_over(kFolder / GetParam().name, folder_.path());
    for (const char* ours : {"expected", "clean"}) fs::remove_all(folder_ / ours);
    for (const Generated& input : generated()) {
      if (input.name != GetParam().name) continue;
      fs::create_directories((folder_ / input.file).parent_path());
      write_text(folder_ / input.file, input.text());
    }
  }

  Outcome outcome(std::vector<std::string> options = {}) {
    options.insert(options.end(), arguments_.begin(), arguments_.end());
    return run({.arguments = options, .environment = {{"LC_ALL", "C"}}, .folder = folder_.path()});
  }

  bool is_batch() const { return is_of(GetParam(), "batch"); }
  bool is_rules() const { return is_of(GetParam(), "rules"); }
  bool is_check() const { return is_of(GetParam(), "rules check"); }

  /// Where it tells what is wrong.
  std::string said(const Outcome& got) const { return is_rules() ? got.out + got.err : got.err; }

  ScratchFolder folder_;
  std::vector<std::string> arguments_;
};

/// Those of classify and batch.
class InputCase : public DiagnosticCase {};
/// Those of batch.
class TableCase : public DiagnosticCase {};
/// Those of rules.
class RulesCase : public DiagnosticCase {};

TEST_P(DiagnosticCase, SaysWhatItsGoldenFileHolds) {
  const Outcome got = outcome();
  EXPECT_TRUE(
      matches_golden(kFolder / GetParam().name / "expected", "exit " + std::to_string(got.code) + "\n" + said(got)));
  EXPECT_NE(said(got).find("[" + code_of(GetParam()) + "]"), std::string::npos);
}

TEST_P(InputCase, RefusesForAnErrorAndGoesOnAfterAWarning) {
  const Outcome got = outcome();
  const std::vector<Told> errors = told(got.err, "error");
  const auto is_fatal = [&](const Told& error) { return !is_batch() || error.row.empty() || ends_the_reading(error); };
  const bool refused = std::any_of(errors.begin(), errors.end(), is_fatal);
  EXPECT_EQ(got.code, refused ? 2 : errors.empty() ? 0 : 1);
  // A table is read while it is placed: an error that is found on the way comes after what was written before.
  const bool had_begun = is_batch() && std::any_of(errors.begin(), errors.end(), is_found_on_the_way);
  EXPECT_EQ(got.out.empty(), refused && !had_begun);
}

TEST_P(TableCase, SetsAsideTheRowsWithErrorsAndPlacesTheOthers) {
  const Outcome got = outcome();
  std::set<std::string> bad_rows;
  for (const Told& error : told(got.err, "error")) {
    if (!error.row.empty() && error.code != "unknown-expectation" && !ends_the_reading(error))
      bad_rows.insert(error.row);
  }
  const std::string said = unwrapped(got.err);
  EXPECT_EQ(number_before(said, " set aside + ").value_or(0), bad_rows.size());
  if (!number_before(said, " used + ")) {
    EXPECT_EQ(got.code, 2);
  } else if (got.code < 2) {
    const std::size_t lines = static_cast<std::size_t>(std::count(got.out.begin(), got.out.end(), '\n'));
    const auto cases =
        number_before(said, said.find(" 1 case placed") == std::string::npos ? " cases placed" : " case placed");
    EXPECT_EQ(lines, cases.value_or(0) + 1);  // with the header
  }
}

TEST_P(RulesCase, HasFoundSomethingToActOnWhereItTellsAnError) {
  const Outcome got = outcome();
  const bool has_errors = !told(said(got), "error").empty();
  EXPECT_EQ(got.code, has_errors ? 1 : 0);
  EXPECT_EQ(got.out.empty(), !is_check()) << got.out;
  EXPECT_EQ(got.err.empty(), is_check()) << got.err;
}

TEST_P(RulesCase, FindsThisOneKindOfProblemAndNoOther) {
  const std::string text = said(outcome());
  for (const char* severity : {"error", "warning"}) {
    for (const Told& each : told(text, severity)) EXPECT_EQ(each.code, code_of(GetParam())) << text;
  }
}

TEST_P(RulesCase, FindsNothingInTheSameRulebookMended) {
  ASSERT_TRUE(fs::is_directory(kFolder / GetParam().name / "clean"));
  const ScratchFolder mended;
  lay_over(kFolder / "base", mended.path());
  lay_over(kFolder / GetParam().name / "clean", mended.path());
  const Outcome got = run({.arguments = arguments_, .environment = {{"LC_ALL", "C"}}, .folder = mended.path()});
  EXPECT_EQ(got.code, 0);
  EXPECT_EQ(got.err, "");
  for (const char* severity : {"error", "warning"}) EXPECT_TRUE(told(got.out, severity).empty()) << got.out;
  EXPECT_NE(got.out, "");
}

TEST_P(DiagnosticCase, TellsTheSameCodesInOneLineEach) {
  const auto codes = [](const std::string& text) {
    std::vector<std::string> found;
    for (const char* severity : {"error", "warning"}) {
      for (const Told& each : told(text, severity)) found.push_back(each.code);
    }
    return found;
  };
  const Outcome brief = outcome({"--error-format=short"});
  const std::string text = said(brief);
  EXPECT_EQ(codes(text), codes(said(outcome())));
  EXPECT_EQ(text.find("\n  help: "), std::string::npos);
  EXPECT_EQ(text.find(" | "), std::string::npos);
  if (is_batch() || is_check()) return;  // a summary follows
  EXPECT_EQ(codes(text).size(), static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
}

TEST_P(DiagnosticCase, NamesNoLibraryAndNoSourceOfOurs) {
  const std::string text = said(outcome());
  for (const char* word :
       {"yaml-cpp", "YAML::", "std::", "CLI11", "CLI::", "nlohmann", "terminate", "what()", ".cpp"}) {
    EXPECT_EQ(text.find(word), std::string::npos) << word;
  }
}

INSTANTIATE_TEST_SUITE_P(All, DiagnosticCase, testing::ValuesIn(cases()), CaseName());
INSTANTIATE_TEST_SUITE_P(All, InputCase, testing::ValuesIn(cases_of_all_but("rules")), CaseName());
INSTANTIATE_TEST_SUITE_P(All, TableCase, testing::ValuesIn(cases_of("batch")), CaseName());
INSTANTIATE_TEST_SUITE_P(All, RulesCase, testing::ValuesIn(cases_of("rules")), CaseName());

TEST(Diagnostics, HaveACaseForEveryCodeInTheTable) {
  const std::vector<Case> list = cases();
  for (const CodeInfo& code : code_table()) {
    EXPECT_TRUE(std::any_of(list.begin(), list.end(), [&](const Case& c) { return code_of(c) == code.name; }))
        << "tests/diagnostics/" << code.name << " is missing";
  }
}

TEST(Diagnostics, HaveARulebookForEveryCheckInTheTable) {
  for (const Check& check : check_table()) {
    const std::vector<Case> list = cases_of("rules check");
    EXPECT_TRUE(
        std::any_of(list.begin(), list.end(), [&](const Case& c) { return code_of(c) == info(check.code).name; }))
        << "tests/diagnostics has no run of rules check for " << info(check.code).name;
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
