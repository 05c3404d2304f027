// First every case by itself, then the facts: a case may start from one that stands further down.
#include "load/case_loader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "load/coding_loader.hpp"
#include "load/description_loader.hpp"
#include "load/expected_placement_reader.hpp"
#include "load/fields.hpp"
#include "load/rule_entries.hpp"

namespace bloctype {
namespace {

constexpr auto kCertainties = std::to_array<std::string_view>({"decided", "leaning", "undecided"});
constexpr auto kCaps = std::to_array<std::string_view>({"necessary", "typical", "contrary"});
constexpr auto kSeverities = std::to_array<std::string_view>({"in_kind", "in_degree", "undocumented"});

std::string listed(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

/// A name that nothing has, with the nearest there is; where none is near, and they are few, all that there are.
void report_unknown_name(const NodeReader& reading, const Node& node, const std::vector<std::string>& known,
                         std::string_view what) {
  constexpr std::size_t kMostListed = 12;
  Diagnostic::Details details{{"what", std::string(what)}};
  if (!known.empty() && known.size() <= kMostListed) {
    details.emplace_back("expected", listed(std::vector<std::string_view>(known.begin(), known.end())));
    details.emplace_back("help", "listed");
  }
  reading.report_unknown(node, Code::kUnknownName, known, std::move(details));
}

/// Reads what is expected of one axis.
class AxisReader {
 public:
  AxisReader(const NodeReader& reading, const Rulebook& rulebook, AxisExpectation& expectation)
      : reading_(reading), rulebook_(rulebook), expectation_(expectation) {}

  void read(const Node& node) {
    expectation_.place = reading_.place(node);
    if (node.is_scalar()) {
      expectation_.headline = placement(node);
      return;
    }
    const Fields fields(reading_, node,
                        {"headline", "practice", "discourse", "certainty", "binds", "variants", "deviations"});
    if (!fields) return;
    if (node.keys.empty()) reading_.report(node, Code::kMissingKey, {{"key", "headline"}});
    if (const Node* text = fields.find("headline")) expectation_.headline = placement(*text);
    for (const Register r : kRegisters) {
      const Node* text = fields.find(r == Register::kPractice ? "practice" : "discourse");
      if (text != nullptr) expectation_.registers[index_of(r)] = placement_of_register(*text);
    }
    if (const Node* certainty = fields.find("certainty")) expectation_.certainty = word_of(*certainty, kCertainties);
    for_each_model(fields, "binds", [&](std::size_t model, const Node& cap) {
      expectation_.caps.emplace_back(model, word_of(cap, kCaps));
    });
    for_each_model(fields, "variants", [&](std::size_t model, const Node& variant) {
      expectation_.variants.emplace_back(model, variant_of(model, variant));
    });
    for_each_model(fields, "deviations", [&](std::size_t model, const Node& lists) { read_deviations(model, lists); });
  }

 private:
  std::optional<AxisExpectation::Written> placement(const Node& node) const {
    const auto text = reading_.text(node);
    if (!text) return std::nullopt;
    auto read = read_expected_placement(*text, expectation_.axis, rulebook_);
    if (auto* placement = std::get_if<ExpectedPlacement>(&read)) {
      return AxisExpectation::Written{std::move(*placement), *text};
    }
    auto& details = std::get<Diagnostic::Details>(read);
    details.emplace_back("help", "case");
    reading_.report(node, Code::kUnknownExpectation, std::move(details));
    return std::nullopt;
  }

  /// What is formal only shows between the two registers.
  std::optional<AxisExpectation::Written> placement_of_register(const Node& node) const {
    auto written = placement(node);
    if (!written) return written;
    for (const auto& alternative : written->placement.alternatives) {
      if (!alternative.formally) continue;
      reading_.report(node, Code::kMisplacedFormally);
      return std::nullopt;
    }
    return written;
  }

  std::string word_of(const Node& node, std::span<const std::string_view> words) const {
    if (std::find(words.begin(), words.end(), node.text) == words.end()) {
      reading_.report(node, Code::kUnknownChoice, {{"found", node.text}, {"expected", listed(words)}});
    }
    return node.text;
  }

  template <typename Read>
  void for_each_model(const Fields& fields, std::string_view key, Read read) const {
    const Node* map = fields.find(key);
    if (map == nullptr || !reading_.expect_map(*map)) return;
    for (std::size_t i = 0; i < map->keys.size(); ++i) {
      const auto model = rulebook_.model(map->keys[i].text);
      if (model && rulebook_.models[*model].axis == expectation_.axis) {
        read(*model, map->items[i]);
        continue;
      }
      std::vector<std::string> ids;
      for (const std::size_t m : rulebook_.axes[expectation_.axis].models) ids.push_back(rulebook_.models[m].id);
      report_unknown_name(reading_, map->keys[i], ids, "@named.model");
    }
  }

  std::string variant_of(std::size_t model, const Node& node) const {
    std::vector<std::string> ids{std::string(kVariantOpen), std::string(kNoVariant)};
    for (const Variant& variant : rulebook_.models[model].variants) ids.push_back(variant.id);
    if (std::find(ids.begin(), ids.end(), node.text) == ids.end()) {
      report_unknown_name(reading_, node, ids, "@named.variant");
    }
    return node.text;
  }

  void read_deviations(std::size_t model, const Node& lists) {
    if (!reading_.expect_map(lists)) return;
    for (std::size_t i = 0; i < lists.keys.size(); ++i) {
      AxisExpectation::Deviations deviations{model, word_of(lists.keys[i], kSeverities), {}};
      for (const Node& item : list_of(lists.items[i])) {
        if (is_feature_of(model, item)) deviations.features.push_back(item.text);
      }
      std::sort(deviations.features.begin(), deviations.features.end());
      expectation_.deviations.push_back(std::move(deviations));
    }
  }

  std::span<const Node> list_of(const Node& node) const {
    return reading_.expect_list(node) ? std::span(node.items) : std::span<const Node>();
  }

  bool is_feature_of(std::size_t index, const Node& node) const {
    const Model& model = rulebook_.models[index];
    std::vector<std::string> names;
    for (const auto* list : {&model.necessary, &model.typical, &model.contrary}) {
      for (const Item& item : *list) names.push_back(written(item.expression, rulebook_));
    }
    for (const Variant& variant : model.variants) {
      for (const Expectation& expected : variant.expects) names.push_back(written(expected.expression, rulebook_));
    }
    if (std::find(names.begin(), names.end(), node.text) != names.end()) return true;
    report_unknown_name(reading_, node, names, "@named.feature");
    return false;
  }

  const NodeReader& reading_;
  const Rulebook& rulebook_;
  AxisExpectation& expectation_;
};

/// A case with what its facts start from.
struct Draft {
  RuleCase entry;
  Facts own;
  const Node* like = nullptr;
  NodeReader reading;
  enum class State { kOpen, kAtWork, kDone } state = State::kOpen;
};

class Loader {
 public:
  Loader(const Rulebook& rulebook, const Vocabulary& vocabulary, const FindBloc& find_bloc, CaseParts parts)
      : rulebook_(rulebook), vocabulary_(vocabulary), find_bloc_(find_bloc), parts_(parts) {}

  Loaded<std::vector<RuleCase>> run(std::span<const Document> documents) && {
    for (const Document& document : documents) load_file(document);
    for (Draft& draft : drafts_) complete(draft);
    Loaded<std::vector<RuleCase>> result;
    result.diagnostics = std::move(diagnostics_);
    if (has_errors(result.diagnostics)) return result;
    result.value.emplace();
    for (Draft& draft : drafts_) result.value->push_back(std::move(draft.entry));
    return result;
  }

 private:
  void load_file(const Document& document) {
    const NodeReader reading(*document.source, diagnostics_);
    const Fields file(reading, document.root, {"cases"});
    if (file.require("cases") == nullptr) return;
    for_each_entry(file, "cases", [&](const Node& node) { load_case(reading, node, document.source->name); });
  }

  void load_case(const NodeReader& reading, const Node& node, const std::string& file) {
    const Fields fields(reading, node,
                        {"name", "description", "bloc", "at", "like", "hegemon", "facts", "expect", "findings"});
    if (!fields) return;
    Draft draft{{}, {}, nullptr, reading};
    RuleCase& entry = draft.entry;
    entry.name = fields.required_text("name");
    entry.place = reading.place(node);
    entry.about = fields.localized("description", rulebook_.languages.front());
    entry.description.periods.resize(1);
    entry.description.periods.front().facts.resize(rulebook_.indicators.size());
    if (fields.find("bloc") != nullptr) start_from_bloc(fields, file, entry);
    if (fields.find("bloc") == nullptr && fields.find("at") != nullptr) fields.require("bloc");
    entry.description.bloc = entry.name;
    if (fields.find("hegemon") != nullptr) entry.description.hegemon = fields.text("hegemon");
    draft.like = fields.find("like");
    if (draft.like != nullptr && fields.find("bloc") != nullptr) {
      reading.report(*node.find_key("like"), Code::kUnknownKey, {{"found", "like"}, {"help", "start"}});
    }
    CodingContext context{rulebook_, vocabulary_, {}, rulebook_.languages.front()};
    for (const auto* sources : {&rulebook_.sources, &std::as_const(entry.description.sources)}) {
      for (const Reference& source : *sources) context.sources.push_back(source.id);
    }
    if (const Node* facts = fields.find("facts")) draft.own = read_facts(reading, *facts, context);
    if (parts_ == CaseParts::kAll) read_expectations(fields, node, entry);
    if (!entry.name.empty()) take_name(reading, *node.find("name"));
    drafts_.push_back(std::move(draft));
  }

  void take_name(const NodeReader& reading, const Node& name) {
    const auto [first, is_new] = names_.emplace(name.text, drafts_.size());
    if (is_new) return;
    const Place& place = drafts_[first->second].entry.place;
    reading.report(name, Code::kDuplicateId,
                   {{"found", name.text}, {"first", place.file + ":" + std::to_string(place.line)}});
  }

  void read_expectations(const Fields& fields, const Node& node, RuleCase& entry) const {
    const NodeReader& reading = fields.reading();
    const Node* expect = fields.find("expect");
    const Node* findings = fields.find("findings");
    if (expect == nullptr && findings == nullptr) {
      reading.report(node, Code::kMissingKey, {{"key", "expect"}});
      return;
    }
    if (expect != nullptr && reading.expect_map(*expect)) {
      if (expect->keys.empty()) reading.report(*expect, Code::kMissingKey, {{"key", rulebook_.axes.front().id}});
      for (std::size_t i = 0; i < expect->keys.size(); ++i) {
        const auto axis = rulebook_.axis(expect->keys[i].text);
        if (!axis) {
          report_unknown_axis(reading, expect->keys[i]);
          continue;
        }
        AxisExpectation expectation;
        expectation.axis = *axis;
        AxisReader(reading, rulebook_, expectation).read(expect->items[i]);
        entry.axes.push_back(std::move(expectation));
      }
    }
    if (findings != nullptr && reading.expect_list(*findings)) entry.findings = read_findings(reading, *findings);
  }

  void report_unknown_axis(const NodeReader& reading, const Node& key) const {
    std::vector<std::string> ids;
    for (const Axis& axis : rulebook_.axes) ids.push_back(axis.id);
    report_unknown_name(reading, key, ids, "@named.axis");
  }

  std::vector<std::size_t> read_findings(const NodeReader& reading, const Node& list) const {
    std::vector<std::string> ids;
    for (const Finding& finding : rulebook_.findings) ids.push_back(finding.id);
    std::vector<std::size_t> found;
    for (const Node& node : list.items) {
      const auto place = std::find(ids.begin(), ids.end(), node.text);
      if (place == ids.end()) {
        report_unknown_name(reading, node, ids, "@named.finding");
      } else {
        found.push_back(static_cast<std::size_t>(place - ids.begin()));
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  /// Takes the period of the bloc that holds in the year under `at`.
  void start_from_bloc(const Fields& fields, const std::string& file, RuleCase& entry) {
    const NodeReader& reading = fields.reading();
    const Node& name = *fields.find("bloc");
    const Description* bloc = find_bloc(reading, name, file);
    if (bloc == nullptr) return;
    std::optional<int> year;
    if (const Node* at = fields.find("at")) year = reading.year(*at);
    const Period* chosen = nullptr;
    std::string ids;
    for (const Period& period : bloc->periods) {
      ids += (ids.empty() ? "" : ", ") + period.id;
      const bool holds =
          year ? period.from.value_or(*year) <= *year && *year <= period.to.value_or(*year) : bloc->periods.size() == 1;
      if (holds) chosen = &period;
    }
    if (chosen == nullptr && !year) {
      if (fields.find("at") == nullptr) reading.report(name, Code::kMissingKey, {{"key", "at"}});
      return;
    }
    if (chosen == nullptr) {
      reading.report(*fields.find("at"), Code::kUnknownPeriod,
                     {{"found", std::to_string(*year)}, {"bloc", name.text}, {"years", ids}});
      return;
    }
    entry.description = *bloc;
    entry.description.periods = {*chosen};
    entry.description.name = {};
  }

  /// The description of a bloc, read once; nullptr, reported, where it cannot be.
  const Description* find_bloc(const NodeReader& reading, const Node& name, const std::string& file) {
    const std::string key = file.substr(0, file.rfind('/') + 1) + "\n" + name.text;
    const auto known = blocs_.find(key);
    if (known != blocs_.end()) return known->second ? &*known->second : nullptr;
    std::optional<Description>& bloc = blocs_[key];
    Loaded<Document> document = find_bloc_(name.text, file);
    for (Diagnostic& d : document.diagnostics) {
      if (d.place.line == 0) d = diagnose_at(reading, name, std::move(d));
      diagnostics_.push_back(std::move(d));
    }
    if (!document.value) return nullptr;
    Loaded<Description> description = load_description(*document.value, rulebook_, vocabulary_);
    const auto errors = std::count_if(description.diagnostics.begin(), description.diagnostics.end(),
                                      [](const Diagnostic& d) { return severity_of(d) == Severity::kError; });
    if (errors > 0) {
      reading.report(name, Code::kUnfitBloc, {{"found", name.text}, {"count", std::to_string(errors)}});
    }
    bloc = std::move(description.value);
    return bloc ? &*bloc : nullptr;
  }

  /// The same finding, at the name in the case.
  static Diagnostic diagnose_at(const NodeReader& reading, const Node& node, Diagnostic diagnostic) {
    return diagnose(reading.source(), node.mark, diagnostic.code, std::move(diagnostic.details));
  }

  /// Puts the facts that a case starts from under its own: first those of the case at the far end of the chain.
  void complete(Draft& draft) {
    std::vector<std::pair<Draft*, Draft*>> chain;  // a case, and what it starts from
    for (Draft* at = &draft; at != nullptr && at->state == Draft::State::kOpen; at = chain.back().second) {
      at->state = Draft::State::kAtWork;
      chain.emplace_back(at, at->like == nullptr ? nullptr : find_like(*at));
    }
    for (; !chain.empty(); chain.pop_back()) finish(*chain.back().first, chain.back().second);
  }

  static void finish(Draft& draft, const Draft* first) {
    Description& description = draft.entry.description;
    if (first != nullptr) {
      const std::string hegemon = std::exchange(description.hegemon, "US");
      description = first->entry.description;
      description.bloc = draft.entry.name;
      if (hegemon != "US") description.hegemon = hegemon;
    }
    std::vector<Fact>& facts = description.periods.front().facts;
    for (auto& [indicator, fact] : draft.own) facts[indicator] = std::move(fact);
    draft.state = Draft::State::kDone;
  }

  Draft* find_like(const Draft& draft) {
    const auto found = names_.find(draft.like->text);
    if (found == names_.end()) {
      std::vector<std::string> names;
      for (const auto& [name, index] : names_) names.push_back(name);
      report_unknown_name(draft.reading, *draft.like, names, "@named.case");
      return nullptr;
    }
    Draft& first = drafts_[found->second];
    if (first.state != Draft::State::kAtWork) return &first;
    draft.reading.report(*draft.like, Code::kCaseCircle, {{"found", draft.like->text}});
    return nullptr;
  }

  const Rulebook& rulebook_;
  const Vocabulary& vocabulary_;
  const FindBloc& find_bloc_;
  CaseParts parts_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<Draft> drafts_;
  std::map<std::string, std::size_t> names_;  ///< each with its place among the drafts
  std::map<std::string, std::optional<Description>> blocs_;
};

}  // namespace

Loaded<std::vector<RuleCase>> load_cases(std::span<const Document> documents, const Rulebook& rulebook,
                                         const Vocabulary& vocabulary, const FindBloc& find_bloc, CaseParts parts) {
  return Loader(rulebook, vocabulary, find_bloc, parts).run(documents);
}

}  // namespace bloctype
