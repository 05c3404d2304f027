// Indicators first, then models, then the axes that bind them, then findings; each with all its errors.
#include "load/rulebook_loader.hpp"

#include <algorithm>
#include <cctype>
#include <map>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "load/expression_loader.hpp"
#include "load/fields.hpp"
#include "model/kind.hpp"

namespace bloctype {
namespace {

bool is_id(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '_' || c == '-';
  });
}

/// Names that one kind of entry has claimed so far, ids and aliases alike, and where.
class Claims {
 public:
  /// Takes the id of a new entry; reports it, and gives false, where another has that name.
  bool take_id(const Reading& reading, const Node& node) { return take(reading, node, ++entries_); }
  /// Takes an alias of the newest entry, which may spell it in several ways.
  void take_alias(const Reading& reading, const Node& node) { take(reading, node, entries_); }

 private:
  bool take(const Reading& reading, const Node& node, int entry) {
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
    Loaded<Rulebook> result;
    result.diagnostics = std::move(diagnostics_);
    if (!has_errors(result.diagnostics)) result.value = std::move(rulebook_);
    return result;
  }

 private:
  Reading reading(const Document& document) { return {*document.source, diagnostics_}; }
  const std::string& first_language() const { return rulebook_.languages.front(); }
  Localized localized(const Fields& fields, std::string_view key) const {
    return fields.localized(key, first_language());
  }

  std::string id(const Fields& fields, std::string_view key = "id") {
    const Node* node = fields.require(key);
    if (node == nullptr) return {};
    const std::string value = fields.reading().text(*node).value_or("");
    if (!value.empty() && !is_id(value)) fields.reading().report(*node, Code::kInvalidId, {{"found", value}});
    return value;
  }

  /// Calls `load` for each entry of the list under `key`.
  template <typename Load>
  void each(const Fields& fields, std::string_view key, Load load) {
    const Node* list = fields.find(key);
    if (list == nullptr || !fields.reading().expect_list(*list)) return;
    for (const Node& node : list->items) load(node);
  }

  // --- typology.yaml, all but its axes

  void load_typology_head() {
    const Node& root = documents_.typology.root;
    const Fields fields(reading(documents_.typology), root,
                        {"id", "version", "languages", "name", "cite_as", "scale", "scale_words", "crossover",
                         "evidence_floor", "element_floor", "ours", "coding_rules", "sources", "verdicts", "axes"});
    rulebook_.languages = fields.texts("languages");
    if (rulebook_.languages.empty()) rulebook_.languages = {"en"};
    rulebook_.id = fields.required_text("id");
    rulebook_.version = fields.required_text("version");
    rulebook_.name = localized(fields, "name");
    rulebook_.cite_as = localized(fields, "cite_as");
    rulebook_.ours = localized(fields, "ours");
    rulebook_.crossover = degree(fields, "crossover", 0.5);
    rulebook_.evidence_floor = degree(fields, "evidence_floor", 0.4);
    rulebook_.element_floor = degree(fields, "element_floor", 0.4);
    load_scale(fields);
    Claims sources, verdicts;
    each(fields, "coding_rules", [&](const Node& node) {
      const Fields entry(fields.reading(), node, {"id", "text"});
      rulebook_.coding_rules.push_back({id(entry), localized(entry, "text")});
    });
    each(fields, "sources", [&](const Node& node) { load_source(fields.reading(), node, sources); });
    each(fields, "verdicts", [&](const Node& node) {
      const Fields entry(fields.reading(), node, {"id", "label", "says"});
      Verdict verdict{id(entry), localized(entry, "label"), localized(entry, "says")};
      if (!verdict.id.empty()) verdicts.take_id(fields.reading(), *node.find("id"));
      rulebook_.verdicts.push_back(std::move(verdict));
    });
  }

  static double degree(const Fields& fields, std::string_view key, double otherwise) {
    const Node* node = fields.find(key);
    return node == nullptr ? otherwise : fields.reading().degree(*node).value_or(otherwise);
  }

  void load_scale(const Fields& fields) {
    const Node* scale = fields.require("scale");
    if (scale == nullptr || !fields.reading().expect_map(*scale)) return;
    for (std::size_t i = 0; i < scale->keys.size(); ++i) {
      ScaleWord word;
      word.id = scale->keys[i].text;
      word.value = fields.reading().degree(scale->items[i]).value_or(0);
      rulebook_.scale.push_back(std::move(word));
    }
    std::stable_sort(rulebook_.scale.begin(), rulebook_.scale.end(),
                     [](const ScaleWord& a, const ScaleWord& b) { return less9(a.value, b.value); });
    each(fields, "scale_words", [&](const Node& node) {
      const Fields entry(fields.reading(), node, {"id", "label", "means"});
      const std::string wanted = entry.required_text("id");
      for (ScaleWord& word : rulebook_.scale) {
        if (word.id != wanted) continue;
        word.label = localized(entry, "label");
        word.means = localized(entry, "means");
      }
    });
  }

  void load_source(const Reading& reading, const Node& node, Claims& claims) {
    const Fields fields(reading, node, {"id", "author", "title", "container", "year", "sections"});
    Reference source{
        id(fields), fields.text("author"), fields.text("title"), fields.text("container"), fields.text("year"), {}};
    if (!source.id.empty()) claims.take_id(reading, *node.find("id"));
    each(fields, "sections", [&](const Node& section) {
      const Fields entry(reading, section, {"id", "label"});
      source.sections.push_back({entry.required_text("id"), localized(entry, "label")});
    });
    rulebook_.sources.push_back(std::move(source));
  }

  // --- indicators

  void load_indicators(const Document& document) {
    const Fields file(reading(document), document.root, {"indicators"});
    if (file.require("indicators") == nullptr) return;
    each(file, "indicators", [&](const Node& node) { load_indicator(file.reading(), node); });
  }

  void load_indicator(const Reading& reading, const Node& node) {
    const Fields fields(reading, node,
                        {"id", "register", "answers", "cite", "aliases", "label", "question", "full", "absent",
                         "confusions", "holds", "lacks"});
    Indicator indicator;
    indicator.id = id(fields);
    indicator.place = reading.place(node);
    indicator.subject = subject(fields);
    indicator.yes_no = answers_yes_no(fields);
    indicator.cite = fields.texts("cite");
    indicator.aliases = fields.texts("aliases");
    indicator.label = localized(fields, "label");
    indicator.question = localized(fields, "question");
    indicator.full = localized(fields, "full");
    indicator.absent = localized(fields, "absent");
    indicator.confusions = localized(fields, "confusions");
    indicator.holds = localized(fields, "holds");
    indicator.lacks = localized(fields, "lacks");
    if (indicator.id.empty() || !indicator_claims_.take_id(reading, *node.find("id"))) return;
    claim_aliases(fields, indicator_claims_);
    rulebook_.indicators.push_back(std::move(indicator));
  }

  void claim_aliases(const Fields& fields, Claims& claims) {
    const Node* aliases = fields.find("aliases");
    if (aliases == nullptr || !aliases->is_list()) return;
    for (const Node& alias : aliases->items) {
      if (alias.is_scalar()) claims.take_alias(fields.reading(), alias);
    }
  }

  static Subject subject(const Fields& fields) {
    const Node* node = fields.require("register");
    if (node == nullptr) return Subject::kBoth;
    if (node->text == "d") return Subject::kDeclared;
    if (node->text == "r") return Subject::kDone;
    if (node->text != "d/r")
      fields.reading().report(*node, Code::kUnknownChoice, {{"found", node->text}, {"expected", "d, r, d/r"}});
    return Subject::kBoth;
  }

  static bool answers_yes_no(const Fields& fields) {
    const Node* node = fields.find("answers");
    if (node == nullptr || node->text == "scale") return false;
    if (node->text == "yes_no") return true;
    fields.reading().report(*node, Code::kUnknownChoice, {{"found", node->text}, {"expected", "scale, yes_no"}});
    return false;
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
    LoadedModel loaded;
    Model& model = loaded.model;
    model.id = id(fields, "model");
    model.place = fields.reading().place(document.root);
    model.label = localized(fields, "label");
    model.short_label = localized(fields, "short");
    model.idea = localized(fields, "idea");
    model.is_not = localized(fields, "is_not");
    model.ours = localized(fields, "ours");
    model.cite = fields.texts("cite");
    model.aliases = fields.texts("aliases");
    model.theorists = fields.texts("theorists");
    each(fields, "necessary", [&](const Node& n) { load_item(fields.reading(), n, List::kOther, model.necessary); });
    each(fields, "typical", [&](const Node& n) { load_item(fields.reading(), n, List::kTypical, model.typical); });
    each(fields, "contrary", [&](const Node& n) { load_item(fields.reading(), n, List::kOther, model.contrary); });
    each(fields, "variants", [&](const Node& n) { load_variant(fields.reading(), n, model); });
    check_caps(fields.reading(), document.root, model);
    loaded.axis = fields.required_text("axis");
    if (const Node* axis = fields.find("axis")) loaded.axis_mark = axis->mark;
    loaded.document = &document;
    if (model.id.empty() || !model_claims_.take_id(fields.reading(), *document.root.find("model"))) return;
    claim_aliases(fields, model_claims_);
    models_.emplace(model.id, std::move(loaded));
  }

  enum class List { kTypical, kOther };

  void load_item(const Reading& reading, const Node& node, List list, std::vector<Item>& into) {
    const ExpressionReader expressions(reading, names_);
    Item item;
    item.place = reading.place(node);
    std::optional<Expression> expression;
    if (node.is_map()) {
      const Fields fields(reading, node,
                          {"feature", "not", "all", "any", "mean", "at_least", "of", "weight", "register", "cite",
                           "claim", "label", "reason"});
      expression = expressions.read_operator(node);
      load_item_marks(fields, list, expressions, item);
    } else {
      expression = expressions.read(node);
    }
    if (!expression) return;
    item.expression = std::move(*expression);
    into.push_back(std::move(item));
  }

  void load_item_marks(const Fields& fields, List list, const ExpressionReader& expressions, Item& item) {
    if (const Node* weight = fields.find("weight")) {
      if (list == List::kOther) {
        fields.reading().report(*weight, Code::kMisplacedWeight);
      } else {
        item.weight = expressions.weight(*fields.node()).value_or(1);
      }
    }
    if (const Node* reg = fields.find("register")) {
      if (reg->text == "practice" || reg->text == "discourse") {
        item.only = reg->text == "practice" ? Register::kPractice : Register::kDiscourse;
      } else {
        fields.reading().report(*reg, Code::kUnknownChoice,
                                {{"found", reg->text}, {"expected", "practice, discourse"}});
      }
    }
    item.cite = fields.texts("cite");
    item.claim = claim(fields);
    item.label = localized(fields, "label");
    item.reason = localized(fields, "reason");
  }

  static Claim claim(const Fields& fields) {
    const Node* node = fields.find("claim");
    if (node == nullptr || node->text == "ours") return Claim::kOurs;
    if (node->text != "author") {
      fields.reading().report(*node, Code::kUnknownChoice, {{"found", node->text}, {"expected", "author, ours"}});
    }
    return Claim::kAuthor;
  }

  void load_variant(const Reading& reading, const Node& node, Model& model) {
    const Fields fields(reading, node, {"id", "if", "label", "cite", "claim", "reason", "expects"});
    const ExpressionReader expressions(reading, names_);
    Variant variant;
    variant.id = id(fields);
    variant.place = reading.place(node);
    variant.claim = claim(fields);
    variant.cite = fields.texts("cite");
    variant.label = localized(fields, "label");
    variant.reason = localized(fields, "reason");
    each(fields, "expects", [&](const Node& n) { load_expectation(reading, n, variant); });
    const Node* condition = fields.require("if");
    auto expression = condition == nullptr ? std::nullopt : expressions.read(*condition);
    if (!expression) return;
    variant.condition = std::move(*expression);
    model.variants.push_back(std::move(variant));
  }

  void load_expectation(const Reading& reading, const Node& node, Variant& variant) {
    const Fields fields(reading, node, {"feature", "at"});
    const ExpressionReader expressions(reading, names_);
    const Node* feature = fields.require("feature");
    const Node* at = fields.require("at");
    if (feature == nullptr || at == nullptr) return;
    if (at->text != "full" && at->text != "absent") {
      reading.report(*at, Code::kUnknownChoice, {{"found", at->text}, {"expected", "full, absent"}});
    }
    if (const auto index = expressions.indicator(*feature)) {
      variant.expects.push_back({{Feature{*index}, reading.place(*feature)}, at->text == "full", reading.place(node)});
    }
  }

  /// A model without necessary and typical features in one of the runs would have nothing to be a member by.
  void check_caps(const Reading& reading, const Node& root, const Model& model) {
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
    const Reading typology = reading(documents_.typology);
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

  void load_axis(const Reading& reading, const Node& node) {
    const Fields fields(reading, node,
                        {"id", "combine", "models", "label", "short", "about", "note", "gates", "outcomes"});
    Axis axis;
    axis.id = id(fields);
    axis.place = reading.place(node);
    if (!axis.id.empty()) axis_claims_.take_id(reading, *node.find("id"));
    if (const Node* combine = fields.require("combine")) {
      if (combine->text == "rival") axis.combine = Axis::Combine::kRival;
      if (combine->text != "rival" && combine->text != "hybrid") {
        reading.report(*combine, Code::kUnknownChoice, {{"found", combine->text}, {"expected", "hybrid, rival"}});
      }
    }
    axis.label = localized(fields, "label");
    axis.short_label = localized(fields, "short");
    axis.about = localized(fields, "about");
    axis.note = localized(fields, "note");
    if (const Node* models = fields.require("models")) bind_models(reading, *models, axis);
    each(fields, "gates", [&](const Node& n) { load_gate(reading, n, axis.gates); });
    each(fields, "outcomes", [&](const Node& n) { load_outcome(reading, n, axis.outcomes); });
    rulebook_.axes.push_back(std::move(axis));
  }

  /// Moves the models an axis lists into the rulebook, in its order.
  void bind_models(const Reading& reading, const Node& list, Axis& axis) {
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
        reading.report(node, Code::kUnknownAxis, {{"found", found->second.axis}, {"model", node.text}});
        found->second.taken = true;
      } else {
        found->second.taken = true;
        found->second.model.axis = rulebook_.axes.size();
        axis.models.push_back(rulebook_.models.size());
        rulebook_.models.push_back(std::move(found->second.model));
      }
    }
  }

  void load_gate(const Reading& reading, const Node& node, std::vector<Gate>& into) {
    const Fields fields(reading, node, {"if", "unless", "above", "verdict", "cite", "claim", "label", "reason"});
    if (!fields) return;
    Gate gate;
    const Node* unless = fields.find("unless");
    if (unless != nullptr && fields.find("if") != nullptr) {
      reading.report(*unless, Code::kUnknownKey, {{"found", "unless"}});
    }
    gate.sense = unless != nullptr ? Gate::Sense::kUnless : Gate::Sense::kIf;
    gate.threshold = degree(fields, "above", 0.5);
    finish_gate(fields, node, unless != nullptr ? unless : fields.require("if"), "verdict", gate, into);
  }

  void load_outcome(const Reading& reading, const Node& node, std::vector<Gate>& into) {
    const Fields fields(reading, node, {"id", "if", "cite", "claim", "label", "reason"});
    if (!fields) return;
    Gate outcome;
    finish_gate(fields, node, fields.require("if"), "id", outcome, into);
  }

  void finish_gate(const Fields& fields, const Node& node, const Node* condition, std::string_view verdict_key,
                   Gate& gate, std::vector<Gate>& into) {
    gate.verdict = id(fields, verdict_key);
    gate.place = fields.reading().place(node);
    gate.claim = claim(fields);
    gate.cite = fields.texts("cite");
    gate.label = localized(fields, "label");
    gate.reason = localized(fields, "reason");
    if (is_kind_word(gate.verdict)) {
      fields.reading().report(*node.find(verdict_key), Code::kReservedId, {{"found", gate.verdict}});
    }
    if (condition == nullptr) return;
    const ExpressionReader expressions(fields.reading(), names_);
    auto expression = expressions.read(*condition);
    if (!expression) return;
    gate.condition = std::move(*expression);
    into.push_back(std::move(gate));
  }

  // --- findings

  void load_findings(const Document& document) {
    const Fields file(reading(document), document.root, {"findings"});
    each(file, "findings", [&](const Node& node) {
      const Fields fields(file.reading(), node, {"id", "if", "cite", "claim", "label", "message"});
      const ExpressionReader expressions(file.reading(), names_);
      Finding finding;
      finding.id = id(fields);
      finding.place = file.reading().place(node);
      finding.claim = claim(fields);
      finding.cite = fields.texts("cite");
      finding.label = localized(fields, "label");
      finding.message = localized(fields, "message");
      if (!finding.id.empty()) finding_claims_.take_id(file.reading(), *node.find("id"));
      const Node* condition = fields.require("if");
      auto expression = condition == nullptr ? std::nullopt : expressions.read(*condition);
      if (!expression) return;
      finding.condition = std::move(*expression);
      rulebook_.findings.push_back(std::move(finding));
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
