// Indicators first, then models, then the axes that bind them, then findings; each with all its errors.
#include "load/rulebook_loader.hpp"

#include <algorithm>
#include <map>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "load/fields.hpp"
#include "load/landscape_loader.hpp"
#include "load/rule_entries.hpp"
#include "model/kind.hpp"

namespace bloctype {
namespace {

/// Names that one kind of entry has claimed so far, ids and aliases alike, and where.
class Claims {
 public:
  /// Takes the id of a new entry; reports it, and gives false, where another has that name.
  bool take_id(const NodeReader& reading, const Node& node) { return take(reading, node, ++entries_); }
  /// Takes an alias of the newest entry, which may spell it in several ways.
  void take_alias(const NodeReader& reading, const Node& node) { take(reading, node, entries_); }

 private:
  bool take(const NodeReader& reading, const Node& node, int entry) {
    const auto [place, is_new] = names_.emplace(fold(node.text), std::pair(reading.place(node), entry));
    const auto& [first, owner] = place->second;
    if (is_new || owner == entry) return true;
    reading.report(node, Code::kDuplicateId,
                   {{"found", node.text}, {"first", first.file + ":" + std::to_string(first.line)}});
    return false;
  }

  std::map<std::string, std::pair<Place, int>> names_;
  int entries_ = 0;
};

class Loader {
 public:
  explicit Loader(const RulebookDocuments& documents) : documents_(documents) { rulebook_.sha256 = documents.sha256; }

  Loaded<Rulebook> run() && {
    load_typology_head();
    for (const Document& document : documents_.indicators) load_indicators(document);
    index_indicators();
    for (const Document& document : documents_.models) load_model(document);
    load_axes();
    for (const Document& document : documents_.findings) load_findings(document);
    for (const Document& document : documents_.landscape) {
      rulebook_.landscape = load_landscape(document, rules(document), rulebook_);
    }
    Loaded<Rulebook> result;
    result.diagnostics = std::move(diagnostics_);
    if (!has_errors(result.diagnostics)) result.value = std::move(rulebook_);
    return result;
  }

 private:
  NodeReader reading(const Document& document) { return {*document.source, diagnostics_}; }
  RuleReader rules(const Document& document) { return {reading(document), names_, rulebook_.languages}; }

  // --- typology.yaml, all but its axes

  void load_typology_head() {
    const Node& root = documents_.typology.root;
    const Fields fields(reading(documents_.typology), root,
                        {"id", "version", "languages", "name", "cite_as", "cite", "scale", "scale_words", "crossover",
                         "evidence_floor", "element_floor", "ours", "coding_rules", "sources", "verdicts", "axes"});
    rulebook_.languages = fields.texts("languages");
    if (rulebook_.languages.empty()) rulebook_.languages = {"en"};
    rulebook_.id = fields.required_text("id");
    rulebook_.version = fields.required_text("version");
    const RuleReader reader = rules(documents_.typology);
    rulebook_.name = reader.localized(fields, "name");
    rulebook_.cite_as = reader.localized(fields, "cite_as");
    rulebook_.ours = reader.localized(fields, "ours");
    rulebook_.crossover = RuleReader::degree(fields, "crossover", 0.5);
    rulebook_.evidence_floor = RuleReader::degree(fields, "evidence_floor", 0.4);
    rulebook_.element_floor = RuleReader::degree(fields, "element_floor", 0.4);
    load_scale(fields, reader);
    Claims sources, verdicts;
    for_each_entry(fields, "coding_rules", [&](const Node& node) {
      const Fields entry(fields.reading(), node, {"id", "text"});
      rulebook_.coding_rules.push_back({reader.id(entry), reader.localized(entry, "text")});
    });
    for_each_entry(fields, "sources", [&](const Node& node) {
      rulebook_.sources.push_back(reader.source(node));
      if (const Node* id = node.find("id")) sources.take_id(fields.reading(), *id);
    });
    for_each_entry(fields, "verdicts", [&](const Node& node) {
      const Fields entry(fields.reading(), node, {"id", "label", "says"});
      Verdict verdict{reader.id(entry), reader.localized(entry, "label"), reader.localized(entry, "says")};
      if (!verdict.id.empty()) verdicts.take_id(fields.reading(), *node.find("id"));
      rulebook_.verdicts.push_back(std::move(verdict));
    });
  }

  void load_scale(const Fields& fields, const RuleReader& reader) {
    const Node* scale = fields.require("scale");
    if (scale == nullptr || !fields.reading().expect_map(*scale)) return;
    if (scale->keys.empty()) fields.reading().report(*scale, Code::kEmptyList);
    for (std::size_t i = 0; i < scale->keys.size(); ++i) {
      ScaleWord word;
      word.id = scale->keys[i].text;
      word.value = fields.reading().degree(scale->items[i]).value_or(0);
      rulebook_.scale.push_back(std::move(word));
    }
    std::stable_sort(rulebook_.scale.begin(), rulebook_.scale.end(),
                     [](const ScaleWord& a, const ScaleWord& b) { return less9(a.value, b.value); });
    for_each_entry(fields, "scale_words", [&](const Node& node) {
      const Fields entry(fields.reading(), node, {"id", "label", "means"});
      const std::string wanted = entry.required_text("id");
      for (ScaleWord& word : rulebook_.scale) {
        if (word.id != wanted) continue;
        word.label = reader.localized(entry, "label");
        word.means = reader.localized(entry, "means");
      }
    });
  }

  // --- indicators

  void load_indicators(const Document& document) {
    const Fields file(reading(document), document.root, {"indicators"});
    if (file.require("indicators") == nullptr) return;
    for_each_entry(file, "indicators", [&](const Node& node) {
      Indicator indicator = rules(document).indicator(node);
      if (indicator.id.empty() || !indicator_claims_.take_id(file.reading(), *node.find("id"))) return;
      claim_aliases(file.reading(), node, indicator_claims_);
      rulebook_.indicators.push_back(std::move(indicator));
    });
  }

  static void claim_aliases(const NodeReader& reading, const Node& entry, Claims& claims) {
    const Node* aliases = entry.find("aliases");
    if (aliases == nullptr || !aliases->is_list()) return;
    for (const Node& alias : aliases->items) {
      if (alias.is_scalar()) claims.take_alias(reading, alias);
    }
  }

  void index_indicators() {
    std::sort(rulebook_.indicators.begin(), rulebook_.indicators.end(),
              [](const Indicator& a, const Indicator& b) { return a.id < b.id; });
    for (std::size_t i = 0; i < rulebook_.indicators.size(); ++i) {
      names_.ids.push_back(rulebook_.indicators[i].id);
      names_.places.emplace(rulebook_.indicators[i].id, i);
    }
  }

  // --- models

  /// A model with the axis it names and where; axes are resolved when they are loaded.
  struct LoadedModel {
    Model model;
    std::string axis;
    Mark axis_mark;
    const Document* document = nullptr;
    bool taken = false;
  };

  void load_model(const Document& document) {
    const Fields fields(reading(document), document.root,
                        {"model", "axis", "label", "short", "aliases", "cite", "theorists", "idea", "is_not", "ours",
                         "necessary", "typical", "contrary", "variants"});
    if (!fields) return;
    const RuleReader reader = rules(document);
    LoadedModel loaded;
    Model& model = loaded.model;
    model.id = reader.id(fields, "model");
    if (is_kind_word(model.id)) {
      fields.reading().report(*document.root.find("model"), Code::kReservedId, {{"found", model.id}});
    }
    model.place = fields.reading().place(document.root);
    model.label = reader.localized(fields, "label");
    model.short_label = reader.localized(fields, "short");
    model.idea = reader.localized(fields, "idea");
    model.is_not = reader.localized(fields, "is_not");
    model.ours = reader.localized(fields, "ours");
    model.cite = fields.texts("cite");
    model.aliases = fields.texts("aliases");
    model.theorists = fields.texts("theorists");
    const bool necessary = load_items(reader, fields, "necessary", RuleReader::List::kOther, model.necessary);
    const bool typical = load_items(reader, fields, "typical", RuleReader::List::kTypical, model.typical);
    load_items(reader, fields, "contrary", RuleReader::List::kOther, model.contrary);
    Claims variants;
    for_each_entry(fields, "variants", [&](const Node& node) {
      auto variant = reader.variant(node);
      if (const Node* id = node.find("id")) check_variant_id(fields.reading(), *id, variants);
      if (variant) model.variants.push_back(std::move(*variant));
    });
    if (necessary && typical) check_caps(fields.reading(), document.root, model);
    loaded.axis = fields.required_text("axis");
    if (const Node* axis = fields.find("axis")) loaded.axis_mark = axis->mark;
    loaded.document = &document;
    if (model.id.empty() || !model_claims_.take_id(fields.reading(), *document.root.find("model"))) return;
    claim_aliases(fields.reading(), document.root, model_claims_);
    models_.emplace(model.id, std::move(loaded));
  }

  /// Cases expect a variant by its id, or by a word that there is none.
  static void check_variant_id(const NodeReader& reading, const Node& id, Claims& variants) {
    if (id.text == kNoVariant || id.text == kVariantOpen) reading.report(id, Code::kReservedId, {{"found", id.text}});
    variants.take_id(reading, id);
  }

  /// False where an item could not be read: what the list then lacks is not the author's mistake.
  static bool load_items(const RuleReader& reader, const Fields& fields, std::string_view key, RuleReader::List list,
                         std::vector<Item>& into) {
    bool complete = true;
    for_each_entry(fields, key, [&](const Node& node) {
      auto item = reader.item(node, list);
      if (item) into.push_back(std::move(*item));
      complete = complete && item.has_value();
    });
    return complete;
  }

  /// A model without necessary and typical features in one of the runs would have nothing to be a member by.
  void check_caps(const NodeReader& reading, const Node& root, const Model& model) {
    for (const Register r : kRegisters) {
      const auto exists = [&](const Item& item) { return item.in_run(r); };
      if (std::any_of(model.necessary.begin(), model.necessary.end(), exists)) continue;
      if (std::any_of(model.typical.begin(), model.typical.end(), exists)) continue;
      reading.report(
          root, Code::kNoCap,
          {{"found", model.id}, {"register", r == Register::kPractice ? "@register.practice" : "@register.discourse"}});
      return;
    }
  }

  // --- axes

  void load_axes() {
    const NodeReader typology = reading(documents_.typology);
    const Node* axes = documents_.typology.root.find("axes");
    if (!documents_.typology.root.is_map()) return;
    if (axes == nullptr) {
      typology.report(documents_.typology.root, Code::kMissingKey, {{"key", "axes"}});
      return;
    }
    if (!typology.expect_list(*axes)) return;
    if (axes->items.empty()) typology.report(*axes, Code::kEmptyList);
    for (const Node& node : axes->items) load_axis(typology, node);
    for (const auto& [id, loaded] : models_) {
      if (loaded.taken || loaded.axis.empty()) continue;
      reading(*loaded.document).report(loaded.axis_mark, Code::kUnknownAxis, {{"found", loaded.axis}, {"model", id}});
    }
  }

  void load_axis(const NodeReader& reading, const Node& node) {
    const Fields fields(reading, node,
                        {"id", "combine", "models", "label", "short", "about", "note", "gates", "outcomes"});
    const RuleReader reader = rules(documents_.typology);
    Axis axis;
    axis.id = reader.id(fields);
    axis.place = reading.place(node);
    if (!axis.id.empty()) axis_claims_.take_id(reading, *node.find("id"));
    if (const Node* combine = fields.require("combine")) {
      if (combine->text == "rival") axis.combine = Axis::Combine::kRival;
      if (combine->text != "rival" && combine->text != "hybrid") {
        reading.report(*combine, Code::kUnknownChoice, {{"found", combine->text}, {"expected", "hybrid, rival"}});
      }
    }
    axis.label = reader.localized(fields, "label");
    axis.short_label = reader.localized(fields, "short");
    axis.about = reader.localized(fields, "about");
    axis.note = reader.localized(fields, "note");
    if (const Node* models = fields.require("models")) bind_models(reading, *models, axis);
    for_each_entry(fields, "gates", [&](const Node& n) {
      if (auto gate = reader.gate(n)) axis.gates.push_back(std::move(*gate));
    });
    for_each_entry(fields, "outcomes", [&](const Node& n) {
      if (auto outcome = reader.outcome(n)) axis.outcomes.push_back(std::move(*outcome));
    });
    check_verdicts(reading, node, axis);
    rulebook_.axes.push_back(std::move(axis));
  }

  /// A placement is told by a model or by a verdict, so no verdict may be called like a model of its axis.
  void check_verdicts(const NodeReader& reading, const Node& node, const Axis& axis) const {
    for (const auto& [list, key] : {std::pair("gates", "verdict"), std::pair("outcomes", "id")}) {
      const Node* gates = node.find(list);
      if (gates == nullptr) continue;
      for (const Node& gate : gates->items) {
        const Node* verdict = gate.find(key);
        for (const std::size_t m : axis.models) {
          const Model& model = rulebook_.models[m];
          if (verdict == nullptr || model.id != verdict->text) continue;
          reading.report(*verdict, Code::kDuplicateId, {{"found", model.id}, {"first", model.place.file}});
        }
      }
    }
  }

  /// Moves the models an axis lists into the rulebook, in its order.
  void bind_models(const NodeReader& reading, const Node& list, Axis& axis) {
    if (!reading.expect_list(list)) return;
    if (list.items.empty()) reading.report(list, Code::kEmptyList);
    if (list.items.size() > kMaxModels)
      reading.report(list, Code::kYamlTooLarge, {{"what", "@limit.models"}, {"limit", std::to_string(kMaxModels)}});
    std::vector<std::string> known;
    for (const auto& [id, loaded] : models_) known.push_back(id);
    for (const Node& node : list.items) {
      const auto found = models_.find(node.text);
      if (found == models_.end()) {
        reading.report_unknown(node, Code::kUnknownModel, known);
      } else if (found->second.taken) {
        reading.report(node, Code::kDuplicateId,
                       {{"found", node.text}, {"first", found->second.document->source->name}});
      } else if (found->second.axis != axis.id) {
        if (!found->second.axis.empty()) {
          reading.report(node, Code::kUnknownAxis, {{"found", found->second.axis}, {"model", node.text}});
        }
        found->second.taken = true;
      } else {
        found->second.taken = true;
        found->second.model.axis = rulebook_.axes.size();
        axis.models.push_back(rulebook_.models.size());
        rulebook_.models.push_back(std::move(found->second.model));
      }
    }
  }

  // --- findings

  void load_findings(const Document& document) {
    const Fields file(reading(document), document.root, {"findings"});
    if (file.require("findings") == nullptr) return;
    for_each_entry(file, "findings", [&](const Node& node) {
      auto finding = rules(document).finding(node);
      if (const Node* id = node.find("id")) finding_claims_.take_id(file.reading(), *id);
      if (finding) rulebook_.findings.push_back(std::move(*finding));
    });
  }

  const RulebookDocuments& documents_;
  std::vector<Diagnostic> diagnostics_;
  Rulebook rulebook_;
  IndicatorNames names_;
  std::map<std::string, LoadedModel> models_;
  Claims indicator_claims_, model_claims_, axis_claims_, finding_claims_;
};

}  // namespace

Loaded<Rulebook> load_rulebook(const RulebookDocuments& documents) { return Loader(documents).run(); }

}  // namespace bloctype
