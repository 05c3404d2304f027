// From YAML to rulebooks, descriptions and expectations.
#include "case_file.hpp"

#include <algorithm>
#include <utility>

#include "core/file.hpp"
#include "entries.hpp"
#include "load/description_loader.hpp"
#include "load/rulebook_loader.hpp"
#include "load/yaml_reader.hpp"
#include "model/vocabulary.hpp"

namespace bloctype::cases {
namespace {

constexpr std::size_t kMaxBytes = 1024 * 1024;

Node word(std::string text, Mark mark) {
  Node node;
  node.text = std::move(text);
  node.mark = mark;
  return node;
}

/// The map `{key: value}`, as it would stand in a file of its own.
Node map_of(const std::string& key, const Node& value) {
  Node map;
  map.kind = Node::Kind::kMap;
  map.mark = value.mark;
  map.keys.push_back(word(key, value.mark));
  map.items.push_back(value);
  return map;
}

/// `facts` with those of `but` in their place.
Node with(const Node& facts, const Node& but) {
  Node all = facts;
  for (std::size_t i = 0; i < but.keys.size(); ++i) {
    const auto found =
        std::find_if(all.keys.begin(), all.keys.end(), [&](const Node& key) { return key.text == but.keys[i].text; });
    if (found == all.keys.end()) {
      all.keys.push_back(but.keys[i]);
      all.items.push_back(but.items[i]);
    } else {
      all.items[static_cast<std::size_t>(found - all.keys.begin())] = but.items[i];
    }
  }
  return all;
}

class CaseReader {
 public:
  explicit CaseReader(const std::string& name) : problems_(name) { file_.name = name; }

  CaseFile read(std::string text) && {
    Loaded<Document> document = read_yaml(file_.name, std::move(text));
    report(document.diagnostics);
    if (document.value) {
      source_ = document.value->source;
      read_file(document.value->root);
    }
    file_.problems = problems_.lines();
    return std::move(file_);
  }

 private:
  void read_file(const Node& root) {
    const Entries file(problems_, root, {"about", "rulebook", "cases"});
    const Node* rulebook = file.require("rulebook");
    const Node* cases = file.require("cases");
    if (rulebook == nullptr || cases == nullptr || !load_rules(*rulebook) || !problems_.is_list(*cases)) return;
    for (const Node& node : cases->items) read_case(node);
  }

  void report(const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& d : diagnostics) {
      if (info(d.code).severity == Severity::kWarning) continue;
      std::string line = d.place.file + ":" + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) +
                         ": " + std::string(info(d.code).name);
      for (const auto& [key, value] : d.details) line += " " + key + "=" + value;
      problems_.add(std::move(line));
    }
  }

  bool load_rules(const Node& node) {
    const Entries entries(problems_, node, {"typology", "indicators", "models", "findings"});
    const Node* typology = entries.require("typology");
    const Node* indicators = entries.require("indicators");
    const Node* models = entries.require("models");
    if (typology == nullptr || indicators == nullptr || models == nullptr) return false;
    RulebookDocuments documents;
    documents.typology = {source_, *typology};
    documents.indicators.push_back({source_, map_of("indicators", *indicators)});
    for (const Node& model : models->items) documents.models.push_back({source_, model});
    if (const Node* findings = entries.find("findings")) {
      documents.findings.push_back({source_, map_of("findings", *findings)});
    }
    Loaded<Rulebook> rulebook = load_rulebook(documents);
    report(rulebook.diagnostics);
    if (!rulebook.value) return false;
    file_.classifier = std::make_unique<const Classifier>(std::make_shared<const Rulebook>(std::move(*rulebook.value)));
    return true;
  }

  void read_case(const Node& node) {
    const Entries given(problems_, node, {"case", "facts", "expect", "twin"});
    const Node* facts = given.require("facts");
    const Node* twin = given.require("twin");
    if (facts == nullptr || twin == nullptr) return;
    const Entries other(problems_, *twin, {"case", "but", "expect"});
    const Node* but = other.require("but");
    if (but == nullptr || !problems_.is_map(*but)) return;
    file_.cases.push_back({scenario(given, *facts), scenario(other, with(*facts, *but))});
  }

  Scenario scenario(const Entries& entries, const Node& facts) {
    Scenario scenario;
    if (const Node* name = entries.require("case")) scenario.name = name->text;
    if (const Node* expect = entries.require("expect")) scenario.expect = *expect;
    Node root = map_of("facts", facts);
    root.keys.push_back(word("bloc", facts.mark));
    root.items.push_back(word("toy", facts.mark));
    const Rulebook& rulebook = file_.classifier->rulebook();
    Loaded<Description> loaded = load_description({source_, root}, rulebook, Vocabulary(rulebook));
    report(loaded.diagnostics);
    if (loaded.value) scenario.description = std::move(*loaded.value);
    return scenario;
  }

  Problems problems_;
  std::shared_ptr<const Source> source_;
  CaseFile file_;
};

}  // namespace

std::vector<std::shared_ptr<const CaseFile>> read_case_files(const std::string& folder) {
  std::vector<std::shared_ptr<const CaseFile>> files;
  for (const std::string& name : list_files(folder, ".yaml").value.value_or(std::vector<std::string>())) {
    Loaded<std::string> text = read_file(folder + "/" + name, kMaxBytes);
    files.push_back(std::make_shared<const CaseFile>(CaseReader(name).read(text.value.value_or(""))));
  }
  return files;
}

}  // namespace bloctype::cases
