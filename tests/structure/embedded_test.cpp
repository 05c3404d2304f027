// What is inside the binary is what stands in the files: every file of rules/, examples/, src/text/ and src/schema/,
// tree by tree.
#include "embed/embedded.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/utf8.hpp"
#include "embed/shipped.hpp"
#include "load/packed.hpp"
#include "load/yaml_reader.hpp"
#include "source_files.hpp"
#include "tests/unit/load/trees.hpp"

namespace bloctype::structure {
namespace {

using Paths = std::vector<std::string>;

Paths on_disk(const std::string& folder, bool also_below) {
  Paths paths;
  for (const SourceFile& file : files_below(folder, {".yaml"})) {
    const bool is_below = file.path.find('/', folder.size() + 1) != std::string::npos;
    if (also_below || !is_below) paths.push_back(file.path);
  }
  return paths;
}

/// The files of a rulebook: not its cases.
Paths rules_on_disk() {
  Paths paths;
  for (const std::string& path : on_disk("rules", true)) {
    if (!path.starts_with("rules/cases/")) paths.push_back(path);
  }
  return paths;
}

template <typename Table, typename PathOf>
Paths paths_of(const Table& table, PathOf path_of) {
  Paths paths;
  for (const auto& entry : table) paths.emplace_back(path_of(entry));
  return paths;
}

void expect_fresh(const embedded::File& file) {
  for (const SourceFile& source : files_below(std::string(file.path.substr(0, file.path.rfind('/'))), {".yaml"})) {
    if (source.path != file.path) continue;
    const Loaded<Document> parsed = read_yaml(source.path, source.text);
    ASSERT_TRUE(parsed.value.has_value()) << source.path;
    EXPECT_EQ(difference(unpack(file.bytes), parsed.value->root), "") << source.path;
    return;
  }
  ADD_FAILURE() << "embedded, but no file: " << file.path;
}

TEST(Embedded, HoldsEveryRuleFileInPathOrder) {
  const Paths is = paths_of(embedded::kRules, [](const embedded::File& f) { return f.path; });
  EXPECT_EQ(is, rules_on_disk());
  EXPECT_GE(is.size(), 10U);
  for (const embedded::File& file : embedded::kRules) expect_fresh(file);
}

TEST(Embedded, HoldsEveryCaseInPathOrder) {
  const Paths is = paths_of(embedded::kCases, [](const embedded::File& f) { return f.path; });
  EXPECT_EQ(is, on_disk("rules/cases", false));
  EXPECT_GE(is.size(), 5U);
  for (const embedded::File& file : embedded::kCases) expect_fresh(file);
}

TEST(Embedded, HoldsEveryShippedBlocInOrderOfItsId) {
  Paths is = paths_of(embedded::kBlocs, [](const embedded::Bloc& b) { return b.file.path; });
  std::sort(is.begin(), is.end());
  EXPECT_EQ(is, on_disk("examples", false));
  EXPECT_GE(is.size(), 6U);
  for (const embedded::Bloc& bloc : embedded::kBlocs) expect_fresh(bloc.file);
  EXPECT_TRUE(std::is_sorted(embedded::kBlocs.begin(), embedded::kBlocs.end(),
                             [](const embedded::Bloc& a, const embedded::Bloc& b) { return a.id < b.id; }));
}

TEST(Embedded, HoldsTheTextsOfEveryLanguage) {
  const Paths is = paths_of(embedded::kTexts, [](const embedded::File& f) { return f.path; });
  EXPECT_EQ(is, on_disk("src/text", true));
  for (const embedded::File& file : embedded::kTexts) expect_fresh(file);
}

TEST(Embedded, HoldsEverySchema) {
  const Paths is = paths_of(embedded::kSchemas, [](const embedded::File& f) { return f.path; });
  EXPECT_EQ(is, on_disk("src/schema", false));
  EXPECT_EQ(is.size(), 3U);
  for (const embedded::File& file : embedded::kSchemas) expect_fresh(file);
}

TEST(Embedded, LetsEachBlocAnswerToItsNamesAndToNobodyElses) {
  std::map<std::string, std::string> owners;
  for (const std::string& id : shipped_bloc_ids()) {
    const auto document = shipped_bloc(id);
    ASSERT_TRUE(document.has_value()) << id;
    EXPECT_EQ(document->root.find("bloc")->text, id);
    std::vector<std::string> names{id};
    for (const char* key : {"name", "aliases"}) {
      const Node* node = document->root.find(key);
      if (node == nullptr) continue;
      for (const Node& item : node->items) names.push_back(item.text);
    }
    for (const std::string& name : names) {
      const auto [owner, is_new] = owners.emplace(fold(name), id);
      EXPECT_EQ(owner->second, id) << name;
      const auto found = shipped_bloc(name);
      ASSERT_TRUE(found.has_value()) << name;
      EXPECT_EQ(found->root.find("bloc")->text, id) << name;
    }
  }
  EXPECT_FALSE(shipped_bloc("no such bloc").has_value());
}

TEST(Embedded, GivesTheTextsOfALanguageAndEnglishForAnyOther) {
  for (const std::string& language : interface_languages()) EXPECT_EQ(interface_texts(language).language(), language);
  EXPECT_EQ(interface_texts("xx").language(), "en");
}

}  // namespace
}  // namespace bloctype::structure
