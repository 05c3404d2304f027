// Every text is there in English, Spanish and Portuguese: those of the rulebook, of the shipped blocs and of the
// interface; and every key that the program asks for exists.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "embed/shipped.hpp"
#include "load/description_loader.hpp"
#include "load/yaml_reader.hpp"
#include "schema/schema.hpp"
#include "source_files.hpp"
#include "text/catalogue.hpp"

namespace bloctype::structure {
namespace {

const std::vector<std::string> kLanguages = {"en", "es", "pt"};

bool is_blank_text(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

/// What `text` lacks of the three languages; empty where it lacks nothing.
std::string lack_of(const Localized& text) {
  std::vector<std::string> there;
  for (const auto& [language, words] : text.texts) {
    if (is_blank_text(words)) return "empty in " + language;
    there.push_back(language);
  }
  std::sort(there.begin(), there.end());
  if (there == kLanguages) return {};
  std::string lack = "only in";
  for (const std::string& language : there) lack += " " + language;
  return lack;
}

void expect_text(const Localized& text, const std::string& what) { EXPECT_EQ(lack_of(text), "") << what; }

std::string at(const Place& place, const std::string& what) {
  return place.file + ":" + std::to_string(place.line) + ": " + what;
}

TEST(Texts, LackingInALanguageAreFound) {  // or the others would prove nothing
  EXPECT_EQ(lack_of({{{"en", "a"}, {"es", "b"}, {"pt", "c"}}}), "");
  EXPECT_EQ(lack_of({{{"en", "a"}, {"es", "b"}}}), "only in en es");
  EXPECT_EQ(lack_of({}), "only in");
  EXPECT_EQ(lack_of({{{"en", "a"}, {"es", " \n"}, {"pt", "c"}}}), "empty in es");
  EXPECT_EQ(lack_of({{{"en", "a"}, {"es", "b"}, {"pt", "c"}, {"de", "d"}}}), "only in de en es pt");
}

TEST(Texts, OfTheTypologyAreThereInThreeLanguages) {
  const Rulebook r = shipped_rulebook().value.value();
  EXPECT_EQ(r.languages, kLanguages);
  expect_text(r.name, "name");
  expect_text(r.cite_as, "cite_as");
  expect_text(r.ours, "ours");
  EXPECT_EQ(r.scale.size(), 4U);
  for (const ScaleWord& word : r.scale) {
    expect_text(word.label, "label of " + word.id);
    expect_text(word.means, "means of " + word.id);
  }
  for (const CodingRule& rule : r.coding_rules) expect_text(rule.text, "coding rule " + rule.id);
  for (const Verdict& verdict : r.verdicts) {
    expect_text(verdict.label, "label of " + verdict.id);
    expect_text(verdict.says, "says of " + verdict.id);
  }
  for (const Reference& source : r.sources) {
    for (const Section& section : source.sections) expect_text(section.label, "section " + section.id);
  }
  for (const Axis& axis : r.axes) {
    expect_text(axis.label, "label of " + axis.id);
    expect_text(axis.short_label, "short of " + axis.id);
    expect_text(axis.about, "about of " + axis.id);
    if (!axis.note.texts.empty()) expect_text(axis.note, "note of " + axis.id);
    for (const auto* list : {&axis.gates, &axis.outcomes}) {
      for (const Gate& gate : *list) {
        expect_text(gate.reason, at(gate.place, "reason"));
        EXPECT_NE(r.verdict(gate.verdict), nullptr) << at(gate.place, gate.verdict);
      }
    }
  }
}

TEST(Texts, OfIndicatorsAreThereInThreeLanguages) {
  const Rulebook r = shipped_rulebook().value.value();
  EXPECT_GT(r.indicators.size(), 50U);
  for (const Indicator& i : r.indicators) {
    for (const auto& [key, text] : std::vector<std::pair<std::string, const Localized*>>{{"label", &i.label},
                                                                                         {"question", &i.question},
                                                                                         {"full", &i.full},
                                                                                         {"absent", &i.absent},
                                                                                         {"confusions", &i.confusions},
                                                                                         {"holds", &i.holds},
                                                                                         {"lacks", &i.lacks}}) {
      expect_text(*text, at(i.place, key + " of " + i.id));
    }
  }
}

TEST(Texts, OfModelsAndFindingsAreThereInThreeLanguages) {
  const Rulebook r = shipped_rulebook().value.value();
  EXPECT_EQ(r.models.size(), 6U);
  for (const Model& model : r.models) {
    for (const auto& [key, text] : std::vector<std::pair<std::string, const Localized*>>{{"label", &model.label},
                                                                                         {"short", &model.short_label},
                                                                                         {"idea", &model.idea},
                                                                                         {"is_not", &model.is_not},
                                                                                         {"ours", &model.ours}}) {
      expect_text(*text, at(model.place, key));
    }
    for (const auto* list : {&model.necessary, &model.typical, &model.contrary}) {
      for (const Item& item : *list) {
        expect_text(item.reason, at(item.place, "reason"));
        const bool is_feature = std::holds_alternative<Feature>(item.expression.form);
        if (!is_feature || !item.label.texts.empty()) expect_text(item.label, at(item.place, "label"));
      }
    }
    for (const Variant& variant : model.variants) {
      expect_text(variant.label, at(variant.place, "label"));
      expect_text(variant.reason, at(variant.place, "reason"));
    }
  }
  for (const Finding& finding : r.findings) {
    expect_text(finding.label, at(finding.place, "label"));
    expect_text(finding.message, at(finding.place, "message"));
  }
}

TEST(Texts, OfTheLandscapeAreThereInThreeLanguages) {
  const LandscapeRules rules = shipped_rulebook().value.value().landscape;
  expect_text(rules.ours, "ours of the landscape");
  EXPECT_GE(rules.claims.size(), 5U);
  for (const StoryClaim& claim : rules.claims) {
    expect_text(claim.label, at(claim.place, "label"));
    expect_text(claim.says, at(claim.place, "says"));
    expect_text(claim.ours, at(claim.place, "ours"));
  }
}

TEST(Texts, OfShippedBlocsAreThereInThreeLanguages) {
  const Rulebook r = shipped_rulebook().value.value();
  const Vocabulary vocabulary(r);
  std::size_t notes = 0;
  for (const std::string& id : shipped_bloc_ids()) {
    const Description bloc = load_description(*shipped_bloc(id), r, vocabulary).value.value();
    expect_text(bloc.name, id + " name");
    for (const Period& period : bloc.periods) {
      for (const Fact& fact : period.facts) {
        for (const Coding& coding : fact.codings) {
          ++notes;
          expect_text(coding.note, at(coding.place, "note"));
        }
      }
    }
  }
  EXPECT_GT(notes, 200U);
}

// --- the schemas

/// Maps of languages in a schema: those with a text under `en`.
void expect_texts(const Node& node, const std::string& file, std::size_t& seen) {
  const Node* english = node.find("en");
  if (english != nullptr && english->is_scalar()) {
    Localized text;
    for (std::size_t i = 0; i < node.keys.size(); ++i) text.texts.emplace_back(node.keys[i].text, node.items[i].text);
    expect_text(text, file + ":" + std::to_string(node.mark.line));
    ++seen;
  }
  for (const Node& item : node.items) expect_texts(item, file, seen);
}

TEST(Texts, OfSchemasAreThereInThreeLanguages) {
  std::size_t seen = 0;
  for (const SchemaKind kind : kSchemaKinds) {
    const Document schema = shipped_schema(name(kind));
    for (const char* key : {"title", "description"}) {
      EXPECT_NE(schema.root.find(key)->find("en"), nullptr) << name(kind);
    }
    expect_texts(schema.root, schema.source->name, seen);
  }
  EXPECT_GT(seen, 100U);
}

// --- the interface

/// Every file of a language. A key in two of them would hide one of its texts.
Catalogue texts_in(const std::string& language) {
  std::vector<Node> roots;
  std::size_t keys = 0;
  for (const SourceFile& file : files_below("src/text/" + language, {".yaml"})) {
    const Loaded<Document> document = read_yaml(file.path, file.text);
    if (!document.value) {
      ADD_FAILURE() << file.path << " cannot be read";
      continue;
    }
    roots.push_back(document.value->root);
    keys += Catalogue(language, {document.value->root}).keys().size();
  }
  const Catalogue texts(language, roots);
  EXPECT_EQ(texts.keys().size(), keys) << "a key of " << language << " stands in two files";
  return texts;
}

std::set<std::string> placeholders(const std::string& text) {
  static const std::regex kPlaceholder("\\{[a-z_]+\\}");
  std::set<std::string> found;
  for (std::sregex_iterator i(text.begin(), text.end(), kPlaceholder); i != std::sregex_iterator(); ++i) {
    found.insert(i->str());
  }
  return found;
}

TEST(InterfaceTexts, HaveTheSameKeysInEveryLanguage) {
  const Catalogue english = texts_in("en");
  EXPECT_GT(english.keys().size(), 100U);
  for (const char* language : {"es", "pt"}) {
    const Catalogue other = texts_in(language);
    for (const std::string& key : english.keys()) EXPECT_TRUE(other.has(key)) << language << " lacks " << key;
    for (const std::string& key : other.keys())
      EXPECT_TRUE(english.has(key)) << "en lacks " << key << " of " << language;
  }
}

TEST(InterfaceTexts, AreNeverEmpty) {
  for (const std::string& language : kLanguages) {
    const Catalogue texts = texts_in(language);
    for (const std::string& key : texts.keys()) EXPECT_FALSE(texts.say(key).empty()) << language << " " << key;
  }
}

TEST(InterfaceTexts, FillInTheSameNamesInEveryLanguage) {
  const Catalogue english = texts_in("en");
  for (const char* language : {"es", "pt"}) {
    const Catalogue other = texts_in(language);
    for (const std::string& key : english.keys()) {
      if (!other.has(key)) continue;
      EXPECT_EQ(placeholders(other.say(key)), placeholders(english.say(key))) << language << " " << key;
    }
  }
}

TEST(InterfaceTexts, HaveAMessageForEveryDiagnosticCode) {
  for (const std::string& language : kLanguages) {
    const Catalogue texts = texts_in(language);
    for (const CodeInfo& code : code_table()) {
      const std::string key = "diagnostic." + std::string(code.name) + ".message";
      EXPECT_TRUE(texts.has(key) || texts.has(key + ".other")) << language << " " << key;
    }
  }
}

TEST(InterfaceTexts, AreThereForEveryKeyThatSourcesAskFor) {
  static const std::regex kAsked("\\b(say|count)\\(\"([a-z_]+[a-z0-9_.-]*[a-z0-9])\"[,)]");
  static const std::regex kDetail("@[a-z_]+\\.[a-z0-9_.-]+");
  const Catalogue texts = texts_in("en");
  std::size_t seen = 0;
  for (const SourceFile& file : files_below("src", {".cpp", ".hpp"})) {
    const std::string& source = file.text;
    for (std::sregex_iterator i(source.begin(), source.end(), kAsked); i != std::sregex_iterator(); ++i) {
      const std::string key = (*i)[2];
      if ((*i)[1] == "count") {
        EXPECT_TRUE(texts.has(key + ".one") && texts.has(key + ".other")) << file.path << ": " << key;
      } else {
        EXPECT_TRUE(texts.has(key)) << file.path << ": " << key;
      }
      ++seen;
    }
    for (const Literal& literal : literals_of(source)) {
      if (!std::regex_match(literal.text, kDetail)) continue;
      EXPECT_TRUE(texts.has(literal.text.substr(1))) << file.path << ":" << literal.line << ": " << literal.text;
      ++seen;
    }
  }
  EXPECT_GT(seen, 60U);
}

}  // namespace
}  // namespace bloctype::structure
