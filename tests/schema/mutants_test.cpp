// The schemas against the loaders, key by key of what is shipped: what a loader refuses for its shape a schema refuses,
// and what it accepts a schema accepts.
#include "mutants.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "codes.hpp"
#include "core/file.hpp"
#include "embed/shipped.hpp"
#include "load/description_loader.hpp"
#include "load/rulebook_files.hpp"
#include "load/rulebook_loader.hpp"
#include "load/yaml_reader.hpp"
#include "validator.hpp"

namespace bloctype::schema {
namespace {

const std::string kShipped = BLOCTYPE_SOURCE_DIR "/rules";
const std::string kWhole = BLOCTYPE_SOURCE_DIR "/tests/schema/whole";  // every key and form once

bool is_language(const std::string& key) { return key == "en" || key == "es" || key == "pt"; }

std::string last_key(const std::vector<std::string>& path) {
  const std::string& key = path.back();
  if (is_language(key)) return "LANGUAGE";
  const std::string parent = path.size() < 2 ? "" : path[path.size() - 2];
  return parent == "scale" || (parent == "sources" && path.size() == 2) ? "NAME" : key;
}

class Verdicts {
 public:
  void add(SchemaKind kind, const Mutant& mutant, const std::vector<Diagnostic>& diagnostics) {
    Case c{mutant.what, false, false, {}};
    for (const Diagnostic& d : diagnostics) {
      if (severity_of(d) != Severity::kError) continue;
      c.refused = true;
      c.for_shape = c.for_shape || !is_unseen(info(d.code).name);
      c.codes += " " + std::string(info(d.code).name);
    }
    cases_.push_back(std::move(c));
    jobs_.push_back(Job::of_value(kind, value_of(mutant.part)));
  }

  void compare(const Rulebook& rulebook) const {
    const std::vector<std::string> found = complaints(jobs_, rulebook);
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const Case& c = cases_[i];
      EXPECT_TRUE(found[i].empty() ? !c.for_shape : c.refused)
          << c.what << ": the loader says `" << c.codes << " `, the schema `" << found[i] << "`";
    }
    EXPECT_GT(cases_.size(), 300U);
  }

 private:
  struct Case {
    std::string what;
    bool refused;
    bool for_shape;
    std::string codes;
  };
  std::vector<Case> cases_;
  std::vector<Job> jobs_;
};

/// The files of a rulebook one after the other, each with the others whole beside it.
template <typename Try>
void for_each_rule_file(RulebookDocuments& documents, const Try& try_all) {
  try_all(documents.typology);
  for (auto* list : {&documents.indicators, &documents.models, &documents.findings, &documents.landscape}) {
    for (Document& document : *list) try_all(document);
  }
}

Document description(const std::string& path) {
  return read_yaml(path, read_file(path, 1024 * 1024).value.value()).value.value();
}

std::vector<std::string> shipped_descriptions() {
  std::vector<std::string> paths;
  for (const std::string& id : shipped_bloc_ids()) {
    paths.push_back(std::string(BLOCTYPE_SOURCE_DIR "/") + shipped_bloc(id)->source->name);
  }
  return paths;
}

TEST(Mutants, OfRuleFilesAreRefusedByTheSchemaWhereTheLoaderRefusesTheirShape) {
  Verdicts verdicts;
  std::set<std::string> seen;
  for (const std::string& folder : {kWhole, kShipped}) {
    RulebookDocuments documents = read_rulebook_files(folder).documents;
    for_each_rule_file(documents, [&](Document& document) {
      const Node whole = document.root;
      for (Mutant& mutant : mutants_of(whole, last_key, seen)) {
        document.root = std::move(mutant.root);
        verdicts.add(SchemaKind::kRulebook, mutant, load_rulebook(documents).diagnostics);
      }
      document.root = whole;
    });
  }
  verdicts.compare(shipped_rulebook().value.value());
}

TEST(Mutants, OfDescriptionsAreRefusedByTheSchemaWhereTheLoaderRefusesTheirShape) {
  const auto compare = [](const Rulebook& rulebook, const std::vector<std::string>& paths) {
    const Vocabulary vocabulary(rulebook);
    // Indicators that are read alike count as one.
    const PlaceName name = [&](const std::vector<std::string>& path) -> std::string {
      const auto indicator = rulebook.indicator(path.back());
      if (!indicator) return last_key(path);
      const Indicator& i = rulebook.indicators[*indicator];
      return std::string(i.yes_no ? "ANSWER" : "GRADE") + (i.subject == Subject::kBoth ? "" : "_ONCE");
    };
    Verdicts verdicts;
    std::set<std::string> seen;
    for (const std::string& path : paths) {
      Document document = description(path);
      const Node whole = document.root;
      for (Mutant& mutant : mutants_of(whole, name, seen)) {
        document.root = std::move(mutant.root);
        verdicts.add(SchemaKind::kDescription, mutant, load_description(document, rulebook, vocabulary).diagnostics);
      }
    }
    verdicts.compare(rulebook);
  };
  compare(load_rulebook_directory(kWhole).value.value(), {kWhole + "/bloc.yaml"});
  compare(shipped_rulebook().value.value(), shipped_descriptions());
}

/// Keys of all maps in `value`.
void collect_keys(const nlohmann::ordered_json& value, std::set<std::string>& keys) {
  for (const auto& [key, each] : value.items()) {
    if (value.is_object()) keys.insert(key);
    if (each.is_structured()) collect_keys(each, keys);
  }
}

/// The names under every `properties` of a schema.
void collect_properties(const nlohmann::ordered_json& schema, std::set<std::string>& names) {
  for (const auto& [key, each] : schema.items()) {
    if (!each.is_structured()) continue;
    if (key == "properties") {
      for (const auto& property : each.items()) names.insert(property.key());
    }
    collect_properties(each, names);
  }
}

TEST(Mutants, AreMadeOfDocumentsInWhichEveryKeyOfTheSchemasStands) {
  const Rulebook rulebook = load_rulebook_directory(kWhole).value.value();
  std::set<std::string> standing, known;
  RulebookDocuments documents = read_rulebook_files(kWhole).documents;
  for_each_rule_file(documents, [&](Document& document) { collect_keys(value_of(document.root), standing); });
  auto rules = nlohmann::ordered_json::parse(render_schema(SchemaKind::kRulebook, rulebook, "en"));
  // Cases have no loader of this kind: they are no part of a rulebook.
  for (const char* name : {"case_file", "case", "expectation", "coding"}) rules["$defs"].erase(name);
  collect_properties(rules, known);
  collect_keys(value_of(description(kWhole + "/bloc.yaml").root), standing);
  collect_properties(nlohmann::ordered_json::parse(render_schema(SchemaKind::kDescription, rulebook, "en")), known);
  for (const std::string& name : known) {
    EXPECT_TRUE(standing.count(name) != 0 || name == "pt") << name;
  }
}

}  // namespace
}  // namespace bloctype::schema
