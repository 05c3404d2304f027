// Documents to a rulebook: what it holds, and that neither the order of files nor that of keys changes it. What is
// refused stands in rulebook_errors_test.cpp.
#include "load/rulebook_loader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "builders.hpp"
#include "rulebook_text.hpp"

namespace bloctype {
namespace {

using Lines = std::vector<std::string>;

/// A rulebook that says everything a rulebook can.
ToyRules rich() {
  ToyRules rules;
  rules.typology =
      "id: toy\n"
      "version: 1.2.0\n"
      "languages: [en, es, pt]\n"
      "name: {en: A toy, es: Un juguete}\n"
      "cite_as: {en: Toy}\n"
      "ours: {en: All of it}\n"
      "scale: {full: 1, absent: 0, substantial: 0.67, marginal: 0.33}\n"
      "scale_words: [{id: full, label: {en: full, es: plena}, means: {en: all}}]\n"
      "crossover: 0.55\n"
      "evidence_floor: 0.3\n"
      "element_floor: 0.2\n"
      "coding_rules: [{id: silence, text: {en: Silence is unknown.}}]\n"
      "sources: [{id: ana-2018, author: Ana, title: T, container: C, year: 2018, sections: [{id: 18-I}]}]\n"
      "verdicts: [{id: closed, label: {en: closed}, says: {en: It is closed.}}]\n"
      "axes:\n"
      "  - id: line\n"
      "    combine: hybrid\n"
      "    models: [welfare, market]\n"
      "    label: {en: the line}\n"
      "    gates:\n"
      "      - {unless: treaty, verdict: closed, cite: [18-I], claim: author, reason: {en: No treaty.}}\n"
      "      - {if: funds, above: 0.2, verdict: closed}\n"
      "    outcomes: [{id: stalled, if: {all: [trade, speech]}, claim: ours}]\n"
      "  - {id: poles, combine: rival, models: [aligned]}\n";
  rules.models = {{"market.yaml",
                   "model: market\n"
                   "axis: line\n"
                   "label: {es: mercado, en: market}\n"
                   "aliases: [free trade]\n"
                   "cite: [18-I]\n"
                   "necessary:\n"
                   "  - {feature: trade, register: practice, cite: [18-I], claim: author, reason: {en: R}}\n"
                   "typical:\n"
                   "  - trade\n"
                   "  - {any: [speech, funds], weight: 2, label: {en: L}}\n"
                   "  - {mean: [{feature: speech, weight: 3}, funds]}\n"
                   "contrary: [{not: treaty, register: discourse}]\n"
                   "variants:\n"
                   "  - {id: wide, if: funds, expects: [{feature: speech, at: full}, {feature: trade, at: absent}]}\n"},
                  {"welfare.yaml", "model: welfare\naxis: line\ntypical: [{at_least: 1, of: [funds, speech]}]\n"},
                  {"aligned.yaml", "model: aligned\naxis: poles\nnecessary: [speech]\n"}};
  rules.findings = {{"findings.yaml", "findings: [{id: said, if: speech, message: {en: M}}, {id: paid, if: funds}]\n"}};
  return rules;
}

TEST(RulebookLoader, ReadsAWholeRulebook) {
  const Rulebook r = rich().rulebook();
  EXPECT_EQ(r.id, "toy");
  EXPECT_EQ(r.version, "1.2.0");
  EXPECT_EQ(r.languages, (Lines{"en", "es", "pt"}));
  EXPECT_EQ(r.name.in("es"), "Un juguete");
  EXPECT_EQ(r.crossover, 0.55);
  EXPECT_EQ(r.evidence_floor, 0.3);
  EXPECT_EQ(r.element_floor, 0.2);
  EXPECT_EQ(r.sources.at(0).sections.at(0).id, "18-I");
  EXPECT_EQ(r.coding_rules.at(0).text.in("en"), "Silence is unknown.");
  ASSERT_NE(r.verdict("closed"), nullptr);
  EXPECT_EQ(r.verdict("closed")->says.in("en"), "It is closed.");
  EXPECT_EQ(r.findings.at(1).id, "paid");
  EXPECT_EQ(r.findings.at(0).message.in("en"), "M");
}

TEST(RulebookLoader, OrdersTheScaleByValueAndIndicatorsById) {
  const Rulebook r = rich().rulebook();
  Lines words, ids;
  for (const ScaleWord& word : r.scale) words.push_back(word.id);
  for (const Indicator& indicator : r.indicators) ids.push_back(indicator.id);
  EXPECT_EQ(words, (Lines{"absent", "marginal", "substantial", "full"}));
  EXPECT_EQ(ids, (Lines{"funds", "speech", "trade", "treaty"}));
  EXPECT_EQ(r.scale.at(3).label.in("es"), "plena");
  EXPECT_EQ(r.indicators.at(0).subject, Subject::kDone);
  EXPECT_EQ(r.indicators.at(1).subject, Subject::kDeclared);
  EXPECT_EQ(r.indicators.at(2).subject, Subject::kBoth);
  EXPECT_FALSE(r.indicators.at(2).yes_no);
  EXPECT_TRUE(r.indicators.at(3).yes_no);
}

TEST(RulebookLoader, OrdersModelsAsTheAxesListThem) {
  const Rulebook r = rich().rulebook();
  ASSERT_EQ(r.models.size(), 3U);
  EXPECT_EQ(r.models[0].id, "welfare");
  EXPECT_EQ(r.models[1].id, "market");
  EXPECT_EQ(r.models[2].id, "aligned");
  EXPECT_EQ(r.axes[0].models, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(r.axes[1].models, (std::vector<std::size_t>{2}));
  EXPECT_EQ(r.models[2].axis, 1U);
  EXPECT_EQ(r.axes[0].combine, Axis::Combine::kHybrid);
  EXPECT_EQ(r.axes[1].combine, Axis::Combine::kRival);
}

TEST(RulebookLoader, ReadsItemsWithAllTheyCarry) {
  const Rulebook r = rich().rulebook();
  const Model& market = r.models.at(1);
  const Item& necessary = market.necessary.at(0);
  EXPECT_EQ(necessary.only, Register::kPractice);
  EXPECT_EQ(necessary.claim, Claim::kAuthor);
  EXPECT_EQ(necessary.cite, Lines{"18-I"});
  EXPECT_EQ(necessary.reason.in("en"), "R");
  EXPECT_EQ(necessary.place.file, "market.yaml");
  EXPECT_EQ(necessary.place.line, 7);
  EXPECT_EQ(necessary.place.column, 5);
  EXPECT_EQ(market.typical.at(0).weight, 1);
  EXPECT_EQ(market.typical.at(0).claim, Claim::kOurs);
  EXPECT_EQ(market.typical.at(1).weight, 2);
  EXPECT_EQ(written(market.typical.at(1).expression, r), "any(speech, funds)");
  EXPECT_EQ(std::get<Mean>(market.typical.at(2).expression.form).weights, (std::vector<double>{3, 1}));
  EXPECT_EQ(written(market.contrary.at(0).expression, r), "not(treaty)");
  EXPECT_EQ(market.contrary.at(0).only, Register::kDiscourse);
  EXPECT_EQ(written(market.variants.at(0).condition, r), "funds");
  EXPECT_TRUE(market.variants.at(0).expects.at(0).full);
  EXPECT_FALSE(market.variants.at(0).expects.at(1).full);
}

TEST(RulebookLoader, ReadsGatesAndOutcomes) {
  const Rulebook r = rich().rulebook();
  const auto& gates = r.axes.at(0).gates;
  ASSERT_EQ(gates.size(), 2U);
  EXPECT_EQ(gates[0].sense, Gate::Sense::kUnless);
  EXPECT_EQ(gates[0].threshold, 0.5);
  EXPECT_EQ(gates[0].verdict, "closed");
  EXPECT_EQ(gates[0].claim, Claim::kAuthor);
  EXPECT_EQ(gates[0].reason.in("en"), "No treaty.");
  EXPECT_EQ(gates[0].place.line, 21);
  EXPECT_EQ(gates[1].sense, Gate::Sense::kIf);
  EXPECT_EQ(gates[1].threshold, 0.2);
  EXPECT_EQ(r.axes.at(0).outcomes.at(0).verdict, "stalled");
  EXPECT_EQ(written(r.axes.at(0).outcomes.at(0).condition, r), "all(trade, speech)");
}

TEST(RulebookLoader, HasDefaultsForWhatATypologyLeavesOut) {
  const Rulebook r = ToyRules().rulebook();
  EXPECT_EQ(r.crossover, 0.5);
  EXPECT_EQ(r.evidence_floor, 0.4);
  EXPECT_EQ(r.element_floor, 0.4);
  ToyRules without;
  without.typology = "id: toy\nversion: 1\nscale: {absent: 0}\naxes: [{id: line, combine: hybrid, models: [market]}]\n";
  EXPECT_EQ(without.rulebook().languages, Lines{"en"});
}

TEST(RulebookLoader, LetsATextFallBackToTheFirstLanguageWhateverTheOrderItIsWrittenIn) {
  ToyRules rules;
  rules.models[0].text += "label: {pt: mercado, en: market}\n";
  const Rulebook r = rules.rulebook();
  EXPECT_EQ(r.models[0].label.in("pt"), "mercado");
  EXPECT_EQ(r.models[0].label.in("es"), "market");
  EXPECT_EQ(r.models[0].label.in("de"), "market");
}

// --- order

std::string text_of(const ToyRules& rules) { return RulebookText(rules.rulebook()).text(); }

/// The same tree with the keys of every map the other way round.
Node turned(const Node& node) {
  Node copy = node;
  for (Node& item : copy.items) item = turned(item);
  if (copy.is_map()) {
    std::reverse(copy.keys.begin(), copy.keys.end());
    std::reverse(copy.items.begin(), copy.items.end());
  }
  return copy;
}

TEST(RulebookLoader, GivesTheSameRulebookWhateverTheOrderOfFiles) {
  ToyRules rules = rich();
  rules.indicators = {{"a.yaml", "indicators: [{id: trade, register: d/r}, {id: speech, register: d}]\n"},
                      {"b.yaml", "indicators: [{id: treaty, register: r, answers: yes_no}]\n"},
                      {"c.yaml", "indicators: [{id: funds, register: r}]\n"}};
  const std::string as_given = text_of(rules);
  EXPECT_EQ(as_given, text_of(rich()));
  std::reverse(rules.indicators.begin(), rules.indicators.end());
  std::reverse(rules.models.begin(), rules.models.end());
  EXPECT_EQ(text_of(rules), as_given);
  std::swap(rules.models[0], rules.models[1]);
  std::swap(rules.indicators[0], rules.indicators[1]);
  EXPECT_EQ(text_of(rules), as_given);
}

TEST(RulebookLoader, GivesTheSameRulebookWhateverTheOrderOfKeys) {
  RulebookDocuments documents = rich().documents();
  const auto turn = [](std::vector<Document>& list) {
    for (Document& document : list) document.root = turned(document.root);
  };
  documents.typology.root = turned(documents.typology.root);
  turn(documents.indicators);
  turn(documents.models);
  turn(documents.findings);
  const Loaded<Rulebook> loaded = load_rulebook(documents);
  ASSERT_EQ(told(loaded.diagnostics), Lines());
  EXPECT_EQ(RulebookText(*loaded.value).text(), text_of(rich()));
}

TEST(RulebookLoader, OrdersTextsAsTheRulebookOrdersItsLanguages) {
  ToyRules one, other;
  one.models[0].text += "label: {es: mercado, pt: feira}\n";  // the first language is lacking
  other.models[0].text += "label: {pt: feira, es: mercado}\n";
  EXPECT_EQ(one.rulebook().models[0].label.in("en"), "mercado");
  EXPECT_EQ(other.rulebook().models[0].label.in("en"), "mercado");
}

TEST(RulebookLoader, ChangesWithTheOrderOfWhatIsOrdered) {
  ToyRules rules = rich();  // or the two tests above would prove little
  const std::string as_given = text_of(rules);
  const auto at = rules.typology.find("[welfare, market]");
  rules.typology.replace(at, 17, "[market, welfare]");
  EXPECT_NE(text_of(rules), as_given);
}

}  // namespace
}  // namespace bloctype
