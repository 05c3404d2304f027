// What the loader tests arrange with: documents from YAML, a small rulebook that can be changed file by file, and
// diagnostics as lines to compare.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "load/rulebook_loader.hpp"
#include "load/yaml_reader.hpp"
#include "model/document.hpp"

namespace bloctype {

/// `file:line:col: code key=value key=value`, one for each.
inline std::vector<std::string> told(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& d : diagnostics) {
    std::string line = d.place.file + ":" + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + ": " +
                       std::string(info(d.code).name);
    for (const auto& [key, value] : d.details) line += " " + key + "=" + value;
    lines.push_back(std::move(line));
  }
  return lines;
}

/// For texts with several faults, where the order in which they are found is of no account.
inline std::vector<std::string> sorted(std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// The document of `text`, which must be fine as YAML.
inline Document parsed(const std::string& text, const std::string& name = "in.yaml") {
  Loaded<Document> document = read_yaml(name, text);
  EXPECT_EQ(told(document.diagnostics), std::vector<std::string>()) << text;
  return document.value.value_or(Document{std::make_shared<const Source>(Source{name, text}), {}});
}

/// A rulebook of one axis, one model and four indicators, as texts of its files.
struct ToyRules {
  struct File {
    std::string name;
    std::string text;
  };

  std::string typology =
      "id: toy\n"
      "version: 1\n"
      "languages: [en, es, pt]\n"
      "scale: {absent: 0, marginal: 0.33, substantial: 0.67, full: 1}\n"
      "sources: [{id: ana-2018}]\n"
      "axes: [{id: line, combine: hybrid, models: [market]}]\n";
  std::vector<File> indicators = {{"indicators.yaml",
                                   "indicators:\n"
                                   "  - {id: trade, register: d/r}\n"
                                   "  - {id: speech, register: d}\n"
                                   "  - {id: funds, register: r}\n"
                                   "  - {id: treaty, register: r, answers: yes_no}\n"}};
  std::vector<File> models = {{"market.yaml",
                               "model: market\n"
                               "axis: line\n"
                               "necessary: [trade]\n"}};
  std::vector<File> findings;

  RulebookDocuments documents() const {
    RulebookDocuments all;
    all.typology = parsed(typology, "typology.yaml");
    for (const File& file : indicators) all.indicators.push_back(parsed(file.text, file.name));
    for (const File& file : models) all.models.push_back(parsed(file.text, file.name));
    for (const File& file : findings) all.findings.push_back(parsed(file.text, file.name));
    return all;
  }

  Loaded<Rulebook> load() const { return load_rulebook(documents()); }

  /// The rulebook, which must be in order.
  Rulebook rulebook() const {
    Loaded<Rulebook> loaded = load();
    EXPECT_EQ(told(loaded.diagnostics), std::vector<std::string>());
    return loaded.value.value_or(Rulebook{});
  }
};

}  // namespace bloctype
