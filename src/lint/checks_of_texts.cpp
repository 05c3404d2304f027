// Walks over the documents as they are written. What is no map or list where one belongs is load/'s affair and is
// passed over here.
#include "lint/checks_of_texts.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "core/edit_distance.hpp"
#include "engine/program.hpp"

namespace bloctype {
namespace {

using Visit = std::function<void(const Document&, const Node&)>;

/// Calls `visit` for each map in the list under `key`.
void for_each_map(const Document& document, const Node& parent, std::string_view key, const Visit& visit) {
  const Node* list = parent.find(key);
  if (list == nullptr || !list->is_list()) return;
  for (const Node& node : list->items) {
    if (node.is_map()) visit(document, node);
  }
}

/// Every entry of the lists under `key` at the root of these documents.
void for_each_entry_of(const std::vector<Document>& documents, std::string_view key, const Visit& visit) {
  for (const Document& document : documents) for_each_map(document, document.root, key, visit);
}

void for_each_gate(const Checked& checked, const Visit& visit) {
  const Document& typology = checked.documents.typology;
  for_each_map(typology, typology.root, "axes", [&](const Document& document, const Node& axis) {
    for (const char* key : {"gates", "outcomes"}) for_each_map(document, axis, key, visit);
  });
}

constexpr auto kLists = std::to_array<std::string_view>({"necessary", "typical", "contrary"});

/// Every item of every model, those that are written as a bare id included.
void for_each_item(const Checked& checked, const Visit& visit) {
  for (const Document& document : checked.documents.models) {
    for (const std::string_view key : kLists) {
      const Node* list = document.root.find(key);
      if (list == nullptr || !list->is_list()) continue;
      for (const Node& node : list->items) visit(document, node);
    }
  }
}

/// Everything that is a rule: it cites, and says whose it is.
void for_each_rule(const Checked& checked, const Visit& visit) {
  for_each_gate(checked, visit);
  for_each_item(checked, visit);
  for_each_entry_of(checked.documents.models, "variants", visit);
  for_each_entry_of(checked.documents.findings, "findings", visit);
  for_each_entry_of(checked.documents.landscape, "claims", visit);
}

/// The list under `key`, or the one text there.
std::vector<const Node*> texts_under(const Node& node, std::string_view key) {
  std::vector<const Node*> texts;
  const Node* value = node.find(key);
  if (value == nullptr) return texts;
  if (value->is_scalar()) texts.push_back(value);
  for (const Node& item : value->items) {
    if (value->is_list() && item.is_scalar()) texts.push_back(&item);
  }
  return texts;
}

/// Every `cite` of the rulebook.
void for_each_citation(const Checked& checked, const Visit& visit) {
  const Visit cites = [&](const Document& document, const Node& node) {
    for (const Node* cite : texts_under(node, "cite")) visit(document, *cite);
  };
  for_each_rule(checked, cites);
  for_each_entry_of(checked.documents.indicators, "indicators", cites);
  for (const Document& document : checked.documents.models) cites(document, document.root);
  cites(checked.documents.typology, checked.documents.typology.root);
}

std::string text_of(const Node& node, std::string_view key) {
  const Node* value = node.find(key);
  return value == nullptr || !value->is_scalar() ? std::string() : value->text;
}

/// The ids of the entries under `key` of typology.yaml.
std::vector<std::string> ids_under(const Checked& checked, std::string_view key) {
  std::vector<std::string> ids;
  const Document& typology = checked.documents.typology;
  for_each_map(typology, typology.root, key,
               [&](const Document&, const Node& entry) { ids.push_back(text_of(entry, "id")); });
  return ids;
}

/// Whether a rule's verdict stands under the key `verdict` (a gate) or is its id (an outcome).
const Node* verdict_of(const Node& gate) {
  const Node* verdict = gate.find("verdict");
  return verdict != nullptr ? verdict : gate.find("id");
}

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Diagnostic::Details with_nearest(const std::string& found, const std::vector<std::string>& candidates) {
  Diagnostic::Details details{{"found", found}};
  if (auto near = nearest(found, candidates)) details.emplace_back("suggestion", *near);
  return details;
}

/// What an entry is called where a text of it is missing: the node of its id, or itself.
const Node& named(const Node& entry) {
  for (const char* key : {"id", "model", "verdict", "feature"}) {
    if (const Node* id = entry.find(key)) return *id;
  }
  return entry;
}

/// Finds texts that an entry lacks, whole or in a language.
class TextCheck {
 public:
  TextCheck(const Checked& checked, CheckReport& report) : report_(report) {
    for (const Node* language : texts_under(checked.documents.typology.root, "languages")) {
      languages_.push_back(language->text);
    }
    if (languages_.empty()) languages_.emplace_back("en");
  }

  /// `required` texts must be there; those of `optional` must be there in all languages or in none.
  void run(const Document& document, const Node& entry, std::initializer_list<std::string_view> required,
           std::initializer_list<std::string_view> optional = {}) {
    if (!entry.is_map()) return;
    for (const std::string_view key : required) {
      if (entry.find(key) == nullptr) {
        tell(document, named(entry), key, languages_);
      } else {
        in_all_languages(document, entry, key);
      }
    }
    for (const std::string_view key : optional) {
      if (entry.find(key) != nullptr) in_all_languages(document, entry, key);
    }
  }

 private:
  void in_all_languages(const Document& document, const Node& entry, std::string_view key) {
    const Node& text = *entry.find(key);
    if (text.is_list()) return;
    std::vector<std::string> lacking;
    for (std::size_t i = 0; i < languages_.size(); ++i) {
      const bool there = text.is_map() ? text.find(languages_[i]) != nullptr : i == 0;
      if (!there) lacking.push_back(languages_[i]);
    }
    if (!lacking.empty()) tell(document, *entry.find_key(key), key, lacking);
  }

  void tell(const Document& document, const Node& node, std::string_view key, const std::vector<std::string>& lacking) {
    std::string languages;
    for (const std::string& language : lacking) languages += (languages.empty() ? "" : ", ") + language;
    report_.add(document, node, Code::kMissingText, {{"key", std::string(key)}, {"languages", languages}});
  }

  CheckReport& report_;
  std::vector<std::string> languages_;
};

}  // namespace

void check_unread_files(const Checked& checked, CheckReport& report) {
  if (checked.folder.empty()) return;
  for (const std::string& file : unread_files(checked.folder)) {
    report.diagnostics().push_back({Code::kUnreadFile, {file, 0, 0}, 1, {}, {}, {}});
  }
}

void check_identity(const Checked& checked, CheckReport& report) {
  const Rulebook& inside = checked.inside;
  const Rulebook& own = *checked.rulebook;
  if (own.id != inside.id || own.version != inside.version || own.sha256 == inside.sha256) return;
  const Document& typology = checked.documents.typology;
  report.add(typology, *typology.root.find("id"), Code::kBorrowedIdentity,
             {{"found", own.id}, {"version", own.version}});
}

void check_citations(const Checked& checked, CheckReport& report) {
  std::vector<std::string> known = ids_under(checked, "sources");
  const Document& typology = checked.documents.typology;
  for_each_map(typology, typology.root, "sources", [&](const Document& document, const Node& source) {
    for_each_map(document, source, "sections",
                 [&](const Document&, const Node& section) { known.push_back(text_of(section, "id")); });
  });
  for_each_citation(checked, [&](const Document& document, const Node& cite) {
    if (!contains(known, cite.text)) report.add(document, cite, Code::kUnknownCitation, with_nearest(cite.text, known));
  });
}

void check_verdicts(const Checked& checked, CheckReport& report) {
  const std::vector<std::string> known = ids_under(checked, "verdicts");
  for_each_gate(checked, [&](const Document& document, const Node& gate) {
    const Node* verdict = verdict_of(gate);
    if (verdict == nullptr || contains(known, verdict->text)) return;
    report.add(document, *verdict, Code::kUnknownVerdict, with_nearest(verdict->text, known));
  });
}

void check_unused_verdicts(const Checked& checked, CheckReport& report) {
  std::set<std::string> given;
  for_each_gate(checked, [&](const Document&, const Node& gate) {
    if (const Node* verdict = verdict_of(gate)) given.insert(verdict->text);
  });
  const Document& typology = checked.documents.typology;
  for_each_map(typology, typology.root, "verdicts", [&](const Document& document, const Node& verdict) {
    const std::string id = text_of(verdict, "id");
    if (given.count(id) == 0) report.add(document, named(verdict), Code::kUnusedVerdict, {{"found", id}});
  });
}

void check_unused_indicators(const Checked& checked, CheckReport& report) {
  const Rulebook& rulebook = *checked.rulebook;
  std::vector<bool> used(rulebook.indicators.size(), false);
  const auto use = [&](const Expression& expression) {
    for (const std::size_t indicator : indicators_of(expression)) used[indicator] = true;
  };
  for (const Axis& axis : rulebook.axes) {
    for (const auto* gates : {&axis.gates, &axis.outcomes}) {
      for (const Gate& gate : *gates) use(gate.condition);
    }
  }
  for (const Model& model : rulebook.models) {
    for (const auto* list : {&model.necessary, &model.typical, &model.contrary}) {
      for (const Item& item : *list) use(item.expression);
    }
    for (const Variant& variant : model.variants) {
      use(variant.condition);
      for (const Expectation& expected : variant.expects) use(expected.expression);
    }
  }
  for (const Finding& finding : rulebook.findings) use(finding.condition);
  for (std::size_t i = 0; i < used.size(); ++i) {
    const std::string& id = rulebook.indicators[i].id;
    if (used[i]) continue;
    for_each_entry_of(checked.documents.indicators, "indicators", [&](const Document& document, const Node& entry) {
      if (text_of(entry, "id") == id) report.add(document, named(entry), Code::kUnusedIndicator, {{"found", id}});
    });
  }
}

void check_unused_sources(const Checked& checked, CheckReport& report) {
  std::set<std::string> cited;
  for_each_citation(checked, [&](const Document&, const Node& cite) { cited.insert(cite.text); });
  const Document& typology = checked.documents.typology;
  for_each_map(typology, typology.root, "sources", [&](const Document& document, const Node& source) {
    bool is_cited = cited.count(text_of(source, "id")) != 0;
    for_each_map(document, source, "sections", [&](const Document&, const Node& section) {
      is_cited = is_cited || cited.count(text_of(section, "id")) != 0;
    });
    if (!is_cited) report.add(document, named(source), Code::kUnusedSource, {{"found", text_of(source, "id")}});
  });
}

void check_missing_citations(const Checked& checked, CheckReport& report) {
  const Visit check = [&](const Document& document, const Node& rule) {
    if (texts_under(rule, "cite").empty()) report.add(document, named(rule), Code::kMissingCitation);
  };
  for_each_rule(checked, check);
  for_each_entry_of(checked.documents.indicators, "indicators", check);
}

void check_missing_claims(const Checked& checked, CheckReport& report) {
  for_each_rule(checked, [&](const Document& document, const Node& rule) {
    if (rule.find("claim") == nullptr) report.add(document, named(rule), Code::kMissingClaim);
  });
}

void check_missing_texts(const Checked& checked, CheckReport& report) {
  TextCheck texts(checked, report);
  const RulebookDocuments& documents = checked.documents;
  const Document& typology = documents.typology;
  texts.run(typology, typology.root, {"name"}, {"cite_as", "ours"});
  const auto under = [&](std::string_view key, std::initializer_list<std::string_view> required,
                         std::initializer_list<std::string_view> optional) {
    for_each_map(typology, typology.root, key, [&, required, optional](const Document& document, const Node& entry) {
      texts.run(document, entry, required, optional);
    });
  };
  under("scale_words", {"label"}, {"means"});
  under("coding_rules", {"text"}, {});
  under("verdicts", {"label"}, {"says"});
  under("axes", {"label"}, {"short", "about", "note"});
  for_each_map(typology, typology.root, "sources", [&](const Document& document, const Node& source) {
    for_each_map(document, source, "sections",
                 [&](const Document& d, const Node& section) { texts.run(d, section, {}, {"label"}); });
  });
  for_each_gate(checked, [&](const Document& d, const Node& gate) { texts.run(d, gate, {"reason"}, {"label"}); });
  for_each_entry_of(documents.indicators, "indicators", [&](const Document& d, const Node& indicator) {
    texts.run(d, indicator, {"label", "question"}, {"full", "absent", "confusions", "holds", "lacks"});
  });
  for (const Document& d : documents.models) texts.run(d, d.root, {"label"}, {"short", "idea", "is_not", "ours"});
  for_each_item(checked, [&](const Document& d, const Node& item) {
    const bool is_feature = item.find("feature") != nullptr;
    if (is_feature) texts.run(d, item, {}, {"label", "reason"});
    if (!is_feature) texts.run(d, item, {"label"}, {"reason"});
  });
  for_each_entry_of(documents.models, "variants",
                    [&](const Document& d, const Node& variant) { texts.run(d, variant, {"label"}, {"reason"}); });
  for_each_entry_of(documents.findings, "findings",
                    [&](const Document& d, const Node& finding) { texts.run(d, finding, {"message"}, {"label"}); });
  for (const Document& d : documents.landscape) texts.run(d, d.root, {}, {"ours"});
  for_each_entry_of(documents.landscape, "claims", [&](const Document& d, const Node& claim) {
    texts.run(d, claim, {"label", "says"}, {"ours"});
  });
}

}  // namespace bloctype
