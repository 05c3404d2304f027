// Runs every case of tests/cases/*.yaml. A failure names file, case and field.
#include <gtest/gtest.h>

#include <cctype>

#include "case_file.hpp"
#include "comparison.hpp"

namespace bloctype::cases {
namespace {

std::vector<std::shared_ptr<const CaseFile>> files() { return read_case_files(BLOCTYPE_SOURCE_DIR "/tests/cases"); }

std::string lines(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& line : list) out += "\n  " + line;
  return out;
}

/// A name as gtest wants it: letters, digits and underscores.
std::string identifier(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool is_letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (is_letter) out += c;
    if (!is_letter && !out.empty() && out.back() != '_') out += '_';
  }
  return out;
}

struct FileName {
  std::string operator()(const testing::TestParamInfo<std::shared_ptr<const CaseFile>>& info) const {
    return identifier(info.param->name);
  }
};

class CaseFiles : public testing::TestWithParam<std::shared_ptr<const CaseFile>> {};

TEST_P(CaseFiles, CanBeReadWhole) {
  EXPECT_TRUE(GetParam()->problems.empty()) << lines(GetParam()->problems);
  EXPECT_FALSE(GetParam()->cases.empty());
}

INSTANTIATE_TEST_SUITE_P(All, CaseFiles, testing::ValuesIn(files()), FileName());

struct NumberedCase {
  std::shared_ptr<const CaseFile> file;
  std::size_t number = 0;

  const Case& operator*() const { return file->cases[number]; }
};

void PrintTo(const NumberedCase& c, std::ostream* out) { *out << c.file->name << ", case: " << (*c).given.name; }

std::vector<NumberedCase> cases() {
  std::vector<NumberedCase> all;
  for (const auto& file : files()) {
    for (std::size_t i = 0; i < file->cases.size(); ++i) all.push_back({file, i});
  }
  return all;
}

struct CaseName {
  std::string operator()(const testing::TestParamInfo<NumberedCase>& info) const {
    const std::string file = info.param.file->name.substr(0, info.param.file->name.find('.'));
    return identifier(file + "_" + std::to_string(info.param.number + 1) + "_" + (*info.param).given.name);
  }
};

class EngineCase : public testing::TestWithParam<NumberedCase> {
 protected:
  const CaseFile& file() const { return *GetParam().file; }
  const Case& both() const { return *GetParam(); }

  Verdict outcome_of(const Scenario& facts, const Node& expect) const {
    const BlocResult result = file().classifier->classify(facts.description, Classifier::Robust::kYes);
    return compare(file(), result, expect);
  }
  void expect_agreement(const Scenario& scenario) const {
    if (scenario.description.periods.empty()) GTEST_SKIP() << "the file cannot be read, as its own test says";
    const Verdict verdict = outcome_of(scenario, scenario.expect);
    EXPECT_TRUE(verdict.problems.empty()) << file().name << ": " << scenario.name << lines(verdict.problems);
    EXPECT_TRUE(verdict.differences.empty()) << file().name << ": " << scenario.name << lines(verdict.differences);
  }
};

TEST_P(EngineCase, ComesOutAsExpected) { expect_agreement(both().given); }

TEST_P(EngineCase, HasATwinThatComesOutOtherwise) {
  expect_agreement(both().twin);
  if (IsSkipped() || both().twin.description.periods.empty()) return;
  EXPECT_FALSE(outcome_of(both().twin, both().given.expect).differences.empty())
      << file().name << ": the twin `" << both().twin.name << "` meets the expectation of `" << both().given.name
      << "` too";
}

INSTANTIATE_TEST_SUITE_P(All, EngineCase, testing::ValuesIn(cases()), CaseName());

}  // namespace
}  // namespace bloctype::cases
