// A validator of others accepts what is shipped and what the program writes, and refuses what it reports.
#include "schema/schema.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "codes.hpp"
#include "embed/shipped.hpp"
#include "engine/classify.hpp"
#include "load/description_loader.hpp"
#include "load/rulebook_files.hpp"
#include "load/yaml_reader.hpp"
#include "render/json.hpp"
#include "tests/cli/scratch.hpp"
#include "validator.hpp"

namespace bloctype::schema {
namespace {

namespace fs = std::filesystem;

const fs::path kProject = BLOCTYPE_SOURCE_DIR;
const fs::path kDiagnostics = kProject / "tests" / "diagnostics";

const Rulebook& rulebook() {
  static const Rulebook shipped = shipped_rulebook().value.value();
  return shipped;
}

/// The .yaml files below `folder`, those of its folders too, in order of path.
std::vector<std::string> yaml_files(const fs::path& folder) {
  std::vector<std::string> paths;
  if (!fs::exists(folder)) return paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// The .yaml files in `folder` itself.
std::vector<std::string> yaml_files_in(const fs::path& folder) {
  std::vector<std::string> paths = yaml_files(folder);
  std::erase_if(paths, [&](const std::string& path) { return fs::path(path).parent_path() != folder; });
  return paths;
}

void expect_accepted(SchemaKind kind, const std::vector<std::string>& paths, std::string_view language = "en",
                     const Rulebook& by = rulebook()) {
  std::vector<Job> jobs;
  for (const std::string& path : paths) jobs.push_back(Job::of_file(kind, path));
  const std::vector<std::string> found = complaints(jobs, by, language);
  for (std::size_t i = 0; i < paths.size(); ++i) EXPECT_EQ(found[i], "") << paths[i];
}

TEST(Schemas, AcceptTheShippedRuleFiles) {
  const std::vector<std::string> paths = yaml_files(kProject / "rules");
  EXPECT_GE(paths.size(), 10U);
  expect_accepted(SchemaKind::kRulebook, paths);
}

TEST(Schemas, AcceptTheRulebooksAmongTheExamples) {
  std::size_t folders = 0;
  for (const auto& entry : fs::directory_iterator(kProject / "examples" / "rulebooks")) {
    std::vector<std::string> rules = yaml_files(entry.path());
    const std::vector<std::string> blocs = yaml_files_in(entry.path() / "blocs");
    std::erase_if(rules,
                  [&](const std::string& path) { return std::find(blocs.begin(), blocs.end(), path) != blocs.end(); });
    EXPECT_GE(rules.size(), 5U);
    EXPECT_GE(blocs.size(), 3U);
    expect_accepted(SchemaKind::kRulebook, rules);
    const Rulebook own = load_rulebook_directory(entry.path().string()).value.value();
    expect_accepted(SchemaKind::kDescription, blocs, "en", own);
    ++folders;
  }
  EXPECT_GE(folders, 1U);
}

TEST(Schemas, AcceptTheShippedBlocsInEveryLanguage) {
  const std::vector<std::string> paths = yaml_files_in(kProject / "examples");
  EXPECT_GE(paths.size(), 6U);
  for (const std::string& language : interface_languages()) expect_accepted(SchemaKind::kDescription, paths, language);
}

TEST(Schemas, AcceptTheResultsOfTheShippedBlocs) {
  const Classifier classifier(std::make_shared<const Rulebook>(rulebook()));
  const Vocabulary vocabulary(rulebook());
  std::vector<Description> blocs;
  for (const std::string& id : shipped_bloc_ids()) {
    blocs.push_back(load_description(*shipped_bloc(id), rulebook(), vocabulary).value.value());
  }
  const Document empty = read_yaml("", "bloc: nothing is known of it\nfacts: {}\n").value.value();
  blocs.push_back(load_description(empty, rulebook(), vocabulary).value.value());
  std::vector<Job> jobs;
  for (const auto robust : {Classifier::Robust::kNo, Classifier::Robust::kYes}) {
    std::vector<BlocResult> results;
    for (const Description& bloc : blocs) results.push_back(classifier.classify(bloc, robust));
    const auto document = nlohmann::ordered_json::parse(render_json(classifier, results));
    jobs.push_back(Job::of_value(SchemaKind::kResult, document));
    std::istringstream records(render_ndjson(classifier, results));
    for (std::string line; std::getline(records, line);) {
      jobs.push_back(Job::of_value(SchemaKind::kResult, nlohmann::ordered_json::parse(line)));
    }
  }
  EXPECT_GT(jobs.size(), 2 * blocs.size());
  for (const std::string& complaint : complaints(jobs, rulebook())) EXPECT_EQ(complaint, "");
}

TEST(Schemas, RefuseResultsThatBreakTheContractAndAllowFurtherFields) {
  const Classifier classifier(std::make_shared<const Rulebook>(rulebook()));
  const Vocabulary vocabulary(rulebook());
  const Description bloc =
      load_description(*shipped_bloc(shipped_bloc_ids().front()), rulebook(), vocabulary).value.value();
  const std::vector<BlocResult> results = {classifier.classify(bloc, Classifier::Robust::kYes)};
  const auto whole = nlohmann::ordered_json::parse(render_json(classifier, results));
  const std::string axis = "/blocs/0/periods/0/axes/0";
  const std::string member = "/blocs/0/periods/0/axes/0/practice/memberships/" + rulebook().models.front().id;
  struct Case {
    std::string path;
    std::string value;  ///< as JSON; empty to erase the member
    bool is_fine;
  };
  const std::vector<Case> cases = {{"/schema_version", "2", false},
                                   {"/schema_version", "", false},
                                   {"/rules/sha256", "\"abc\"", false},
                                   {"/rules/author", "\"x\"", true},
                                   {"/blocs", "{}", false},
                                   {"/blocs/0/periods", "", false},
                                   {"/blocs/0/periods/0/from", "\"1991\"", false},
                                   {"/blocs/0/periods/0/to", "null", true},
                                   {"/blocs/0/periods/0/more", "[1]", true},
                                   {axis + "/why", "", false},
                                   {axis + "/why/children/0/low", "2", false},
                                   {axis + "/headline/certainty", "\"sure\"", false},
                                   {axis + "/headline/nearest", "\"x\"", true},
                                   {axis + "/headline/kind", "\"a new verdict\"", false},
                                   {axis + "/headline/kind", "\"a_new_verdict\"", true},
                                   {axis + "/practice/gate", "[]", false},
                                   {axis + "/practice/gate", "{\"verdict\": \"x\"}", false},
                                   {axis + "/practice/gate", "{\"verdict\": \"x\", \"indicators\": []}", true},
                                   {axis + "/robustness", "", true},
                                   {axis + "/robustness/crossover", "[0.5]", false},
                                   {member + "/point", "null", true},
                                   {member + "/low", "null", false},
                                   {member + "/binding", "\"x\"", false}};
  std::vector<Job> jobs;
  for (const Case& c : cases) {
    auto changed = whole;
    const nlohmann::ordered_json::json_pointer at(c.path);
    if (c.value.empty()) {
      changed[at.parent_pointer()].erase(at.back());
    } else {
      changed[at] = nlohmann::ordered_json::parse(c.value);
    }
    jobs.push_back(Job::of_value(SchemaKind::kResult, changed));
  }
  const std::vector<std::string> found = complaints(jobs, rulebook());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    EXPECT_EQ(found[i].empty(), cases[i].is_fine) << cases[i].path << " " << cases[i].value << ": " << found[i];
  }
}

TEST(Schemas, KnowTheCasesOfARulebook) {
  struct Case {
    std::string text;
    bool is_fine;
  };
  const std::string begin = "cases:\n- name: x\n  ";
  const std::vector<Case> cases = {
      {"cases: []", true},
      {"cases: {}", false},
      {"cases: []\nmodels: []", false},
      {"cases: [{expect: {trade: none}}]", false},
      {begin + "facts: {}", false},
      {begin + "findings: []", true},
      {begin + "findings: [paper_only]", true},
      {begin + "findings: paper_only", false},
      {begin + "expect: {trade: open+closed; formally none | at_least open}", true},
      {begin + "expect: {trade: [open]}", false},
      {begin + "expect: {trade: {headline: open, practice: open, discourse: closed, certainty: leaning}}", true},
      {begin + "expect: {trade: {certainty: sure}}", false},
      {begin + "expect: {trade: {binds: {open: typical}, variants: {open: undetermined}}}", true},
      {begin + "expect: {trade: {binds: {open: rare}}}", false},
      {begin + "expect: {trade: {deviations: {open: {in_kind: ['any(a, b)'], undocumented: []}}}}", true},
      {begin + "expect: {trade: {deviations: {open: {in_mind: []}}}}", false},
      {begin + "findings: []\n  description: {en: Why}", true},
      {begin + "findings: []\n  bloc: ../blocs/efta.yaml\n  at: 1999", true},
      {begin + "findings: []\n  bloc: efta\n  at: then", false},
      {begin + "findings: []\n  at: 1999", false},
      {begin + "findings: []\n  like: y", true},
      {begin + "findings: []\n  like: y\n  bloc: efta", false},
      {begin + "findings: []\n  facts: {a: yes, b: [0, 1], c: {discourse: full, practice: 0.5}, d: unknown, e:}", true},
      {begin + "findings: []\n  facts: {a: {discurso: full}}", false},
      {begin + "findings: []\n  facts: {a: 2}", false},
      {begin + "findings: []\n  facts: {a: [0, 1, 1]}", false},
      {begin + "findings: []\n  facts: {A b: 1}", false},
  };
  std::vector<Job> jobs;
  for (const Case& c : cases) {
    const Node root = read_yaml("", c.text + "\n").value.value().root;
    jobs.push_back(Job::of_value(SchemaKind::kRulebook, value_of(root)));
  }
  const std::vector<std::string> found = complaints(jobs, rulebook());
  for (std::size_t i = 0; i < cases.size(); ++i)
    EXPECT_EQ(found[i].empty(), cases[i].is_fine) << cases[i].text << found[i];
}

/// `unknown-key` of `unknown-key.rules`.
std::string code_of(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name.substr(0, name.find('.'));
}

/// The documents that a case of tests/diagnostics is about; none for a table.
std::vector<Job> documents_of(const fs::path& folder) {
  const std::string command = blackbox::read_text(folder / "command");
  std::vector<Job> jobs;
  if (!command.starts_with("classify")) return jobs;
  for (const std::string& path : yaml_files(folder / "rules"))
    jobs.push_back(Job::of_file(SchemaKind::kRulebook, path));
  for (const std::string& path : yaml_files_in(folder)) jobs.push_back(Job::of_file(SchemaKind::kDescription, path));
  return jobs;
}

TEST(Schemas, RefuseWhatIsReportedOfTheShapeOfADocument) {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(kDiagnostics)) {
    if (entry.is_directory() && (is_seen(code_of(entry)) || is_unseen(code_of(entry)))) folders.push_back(entry);
  }
  std::sort(folders.begin(), folders.end());
  std::vector<Job> jobs;
  std::vector<std::size_t> ends;
  for (const fs::path& folder : folders) {
    for (Job& job : documents_of(folder)) jobs.push_back(std::move(job));
    ends.push_back(jobs.size());
  }
  const std::vector<std::string> found = complaints(jobs, rulebook());
  std::set<std::string> codes;
  for (std::size_t i = 0, at = 0; i < folders.size(); ++i) {
    const std::size_t begin = at;
    std::size_t refused = 0;
    for (; at < ends[i]; ++at) refused += found[at].empty() ? 0 : 1;
    if (at == begin) continue;  // a table
    codes.insert(code_of(folders[i]));
    EXPECT_EQ(refused > 0, is_seen(code_of(folders[i]))) << folders[i];
  }
  for (const std::string_view code : kSeen) EXPECT_EQ(codes.count(std::string(code)), 1U) << code;
  for (const std::string_view code : kUnseen) EXPECT_EQ(codes.count(std::string(code)), 1U) << code;
}

TEST(Schemas, StandInOneObjectAsTheyStandAlone) {
  for (const std::string& language : interface_languages()) {
    const auto all = nlohmann::ordered_json::parse(render_schemas(rulebook(), language));
    ASSERT_EQ(all.size(), kSchemaKinds.size());
    for (const SchemaKind kind : kSchemaKinds) {
      const auto alone = nlohmann::ordered_json::parse(render_schema(kind, rulebook(), language));
      EXPECT_EQ(all[std::string(name(kind))], alone) << name(kind);
      EXPECT_EQ(alone["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
  }
}

TEST(Schemas, TellLabelsAndQuestionsInTheLanguageThatIsAskedFor) {
  for (const std::string& language : interface_languages()) {
    const auto schema = nlohmann::ordered_json::parse(render_schema(SchemaKind::kDescription, rulebook(), language));
    const auto& facts = schema["$defs"]["facts"]["properties"];
    ASSERT_EQ(facts.size(), rulebook().indicators.size());
    for (const Indicator& indicator : rulebook().indicators) {
      const std::string help = facts[indicator.id]["description"];
      EXPECT_TRUE(help.starts_with(indicator.label.in(language))) << indicator.id;
      EXPECT_NE(help.find(indicator.question.in(language)), std::string::npos) << indicator.id;
    }
  }
}

/// References of a schema that lead nowhere, and what a placeholder left empty.
void find_loose_ends(const nlohmann::ordered_json& whole, const nlohmann::ordered_json& part,
                     std::vector<std::string>& found) {
  if (part.is_null()) found.emplace_back("null");
  if (!part.is_structured()) return;
  if (part.is_object() && part.contains("$ref")) {
    const std::string to = part["$ref"];
    const bool leads = to.starts_with("#/") && whole.contains(nlohmann::ordered_json::json_pointer(to.substr(1)));
    if (!leads) found.push_back(to);
  }
  for (const auto& each : part) find_loose_ends(whole, each, found);
}

TEST(Schemas, HaveNoLooseEnds) {
  for (const SchemaKind kind : kSchemaKinds) {
    const auto schema = nlohmann::ordered_json::parse(render_schema(kind, rulebook(), "en"));
    std::vector<std::string> found;
    find_loose_ends(schema, schema, found);
    EXPECT_EQ(found, std::vector<std::string>()) << name(kind);
  }
}

}  // namespace
}  // namespace bloctype::schema
