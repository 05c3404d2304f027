// The patterns of values accept what the loader reads, in every spelling, and nothing else.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "embed/shipped.hpp"
#include "load/description_loader.hpp"
#include "model/vocabulary.hpp"
#include "validator.hpp"

namespace bloctype::schema {
namespace {

/// Texts a coder might write, rightly or wrongly.
std::vector<std::string> texts(const Vocabulary& vocabulary) {
  std::vector<std::string> list = {
      "Sí",      "SÍ",    "si",    "SI\u0301", "s\u0300i", "Não",          "NAO",         "na\u0303o",   "nã",
      "yes",     "YES!",  "Full",  "FULL",     "Plena",    "plenas",       "plen",        "ABSENT",      "absent ",
      " absent", "fu ll", "fulll", "máRginal", "?",        "??",           "n/a",         "N/A",         "n.d.",
      "nxdx",    "n.d",   "NA",    "~",        "null",     "nill",         "0",           "1",           "0.5",
      ".5",      "1.",    "1.0",   "0.",       ".",        "00.50",        "01",          "1.00",        "1.01",
      "2",       "-1",    "+1",    "0,67",     "5e-1",     "5E-01",        "5e1",         "5e-0",        "0.5.5",
      "0x1",     "nan",   "inf",   "1e-9",     "9.9e-1",   "high",         "true",        "ſubstantial", "ğ",
      "",        "0.33 ", "①",     "não sei",  "unknown",  "Desconhecida", "desconocido", "substancial", "sustancial",
      "ſi",      "sì",    "ŝĭ"};
  for (const auto& [word, meaning] : vocabulary.entries()) list.push_back(word);
  return list;
}

TEST(Patterns, AcceptTheSpellingsThatAreReadAndNoOthers) {
  const Rulebook rulebook = shipped_rulebook().value.value();
  const Vocabulary vocabulary(rulebook);
  struct Case {
    std::string what;
    bool is_read;
  };
  std::vector<Case> cases;
  std::vector<Job> jobs;
  const auto add = [&](const Indicator& indicator, const Node& value) {
    Node key, facts, bloc_key, bloc, facts_key;
    key.text = indicator.id;
    facts.kind = Node::Kind::kMap;
    facts.keys = {key};
    facts.items = {value};
    bloc_key.text = "bloc";
    bloc.text = "x";
    facts_key.text = "facts";
    Document document{std::make_shared<const Source>(), {}};
    document.root.kind = Node::Kind::kMap;
    document.root.keys = {bloc_key, facts_key};
    document.root.items = {bloc, facts};
    const auto value_as_json = value_of(document.root);
    cases.push_back({indicator.id + ": " + value_of(value).dump(),
                     load_description(document, rulebook, vocabulary).value.has_value()});
    jobs.push_back(Job::of_value(SchemaKind::kDescription, value_as_json));
  };
  bool seen[2] = {false, false};
  for (const Indicator& indicator : rulebook.indicators) {
    if (seen[indicator.yes_no ? 1 : 0]) continue;
    seen[indicator.yes_no ? 1 : 0] = true;
    for (const std::string& text : texts(vocabulary)) {
      Node value;
      value.text = text;
      value.quoted = true;
      add(indicator, value);
      Node high = value;
      high.text = "1";
      Node interval;
      interval.kind = Node::Kind::kList;
      interval.items = {value, high};
      add(indicator, interval);
    }
  }
  EXPECT_TRUE(seen[0] && seen[1]);
  const std::vector<std::string> found = complaints(jobs, rulebook);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    EXPECT_EQ(found[i].empty(), cases[i].is_read) << cases[i].what << ": " << found[i];
  }
}

}  // namespace
}  // namespace bloctype::schema
