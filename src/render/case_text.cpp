// Failures first, then rules without a case, then the counts.
#include "render/case_text.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "core/json_writer.hpp"
#include "core/utf8.hpp"
#include "render/disagreement.hpp"
#include "render/json_identity.hpp"
#include "render/model_sentences.hpp"
#include "render/outlook_sentences.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kIndent = 4;

std::string place_of(const Place& place) { return escape_unsafe(place.file) + ":" + std::to_string(place.line); }

std::string_view name(CaseFailure::Of of) {
  constexpr std::array<std::string_view, 7> kNames = {"headline", "register",   "certainty", "binds",
                                                      "variants", "deviations", "findings"};
  return kNames[static_cast<std::size_t>(of)];
}

/// The sentences about one case that fails: for each thing that was expected a line with what is, and lines with why.
class FailureText {
 public:
  FailureText(const CaseReport& report, const CaseResult& result, const Catalogue& texts, const Style& style)
      : report_(report), result_(result), texts_(texts), style_(style) {}

  /// None of them empty.
  std::vector<std::string> lines(const CaseFailure& failure) const {
    std::vector<std::string> lines = of_findings(failure);
    if (failure.expectation != nullptr) {
      PeriodResult period{result_.period.period, result_.period.values, result_.period.axes, {}};
      AxisResult& axis = period.axes[failure.expectation->axis];
      if (failure.reg) axis = in_register(axis, *failure.reg);
      const AxisView view{
          report_.classifier, result_.entry->description, period, failure.expectation->axis, texts_, style_};
      lines = of_axis(failure, view);
    }
    std::erase(lines, std::string());
    return lines;
  }

 private:
  using Lines = std::vector<std::string>;

  Lines of_axis(const CaseFailure& failure, const AxisView& view) const {
    switch (failure.of) {
      case CaseFailure::Of::kHeadline:
      case CaseFailure::Of::kRegister:
        return of_placement(failure, view);
      case CaseFailure::Of::kCertainty:
        return of_certainty(failure, view);
      case CaseFailure::Of::kCap:
        return of_cap(failure, view);
      case CaseFailure::Of::kVariant:
        return of_model(failure, view, conditions_of(rulebook().models[*failure.model]), "case.variant");
      case CaseFailure::Of::kDeviations:
        return of_model(failure, view, features_called(rulebook().models[*failure.model], failure.differing),
                        "case.deviations");
      case CaseFailure::Of::kFindings:
        break;
    }
    return {};
  }

  Lines of_placement(const CaseFailure& failure, const AxisView& view) const {
    std::string where = view.phrases().label(*view.nodes().axis);
    if (failure.reg) {
      const std::string reg = texts_.say("register." + std::string(name(*failure.reg)));
      where = texts_.say("tree.register", {{"axis", where}, {"register", reg}});
    }
    Lines lines{texts_.say(
        "case.placement",
        {{"axis", where}, {"expected", escape_unsafe(failure.expected)}, {"placed", placed_with_certainty(view)}})};
    const auto& written =
        failure.reg ? failure.expectation->registers[index_of(*failure.reg)] : failure.expectation->headline;
    for (std::string& reason : disagreement_reasons(view, written->placement)) lines.push_back(std::move(reason));
    return lines;
  }

  Lines of_certainty(const CaseFailure& failure, const AxisView& view) const {
    const std::string why = OutlookSentences(view).openness();
    return {texts_.say("case.certainty", {{"axis", view.phrases().label(*view.nodes().axis)},
                                          {"expected", escape_unsafe(failure.expected)},
                                          {"placed", placed_with_certainty(view)}}),
            why.empty() ? texts_.say("case.decided") : why};
  }

  Lines of_cap(const CaseFailure& failure, const AxisView& view) const {
    const std::size_t model = local(view, *failure.model);
    return {texts_.say("case.cap", {{"model", view.short_label(model)},
                                    {"expected", texts_.say("case.cap_name." + failure.expected)},
                                    {"actual", texts_.say("case.cap_name." + failure.actual)}}),
            ModelSentences(view).cap(model, *view.cap(model, view.membership(model).binding))};
  }

  /// A variant or deviations: of a model that is placed with the facts that decided, of another with why it is not.
  Lines of_model(const CaseFailure& failure, const AxisView& view, const std::vector<const Expression*>& decided,
                 const std::string& key) const {
    const std::size_t model = local(view, *failure.model);
    const std::string label = view.short_label(model);
    const std::string expected = escape_unsafe(failure.expected);
    if (failure.actual.empty()) {
      return {texts_.say(key + "_not_placed", {{"model", label}, {"expected", expected}}),
              ModelSentences(view).not_placed(model)};
    }
    return {texts_.say(key, {{"model", label}, {"expected", expected}, {"actual", escape_unsafe(failure.actual)}}),
            facts_of(decided, view.phrases())};
  }

  Lines of_findings(const CaseFailure& failure) const {
    std::vector<const Expression*> decided;
    for (const Finding& finding : rulebook().findings) {
      if (contains(failure.differing, finding.id)) decided.push_back(&finding.condition);
    }
    const Phrases phrases(report_.classifier, result_.entry->description, result_.period, Register::kPractice, texts_);
    return {texts_.say("case.findings", {{"expected", failure.expected}, {"actual", failure.actual}}),
            facts_of(decided, phrases)};
  }

  const Rulebook& rulebook() const { return report_.classifier.rulebook(); }

  static bool contains(const Lines& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  }

  static std::vector<const Expression*> conditions_of(const Model& model) {
    std::vector<const Expression*> found;
    for (const Variant& variant : model.variants) found.push_back(&variant.condition);
    return found;
  }

  /// The features of a model that are written so.
  std::vector<const Expression*> features_called(const Model& model, const Lines& names) const {
    std::vector<const Expression*> found;
    const auto add = [&](const Expression& expression) {
      if (contains(names, written(expression, rulebook()))) found.push_back(&expression);
    };
    for (const auto* list : {&model.necessary, &model.typical, &model.contrary}) {
      for (const Item& item : *list) add(item.expression);
    }
    for (const Variant& variant : model.variants) {
      for (const Expectation& expected : variant.expects) add(expected.expression);
    }
    return found;
  }

  /// "The facts: a (full) and b (not coded)."; empty without expressions.
  std::string facts_of(const std::vector<const Expression*>& expressions, const Phrases& phrases) const {
    Lines facts;
    for (const Expression* expression : expressions) {
      for (const std::size_t indicator : indicators_of(*expression)) add_once(facts, phrases.named(indicator));
    }
    return facts.empty() ? std::string() : texts_.say("verdict.facts", {{"facts", texts_.list(facts)}});
  }

  static std::size_t local(const AxisView& view, std::size_t model) {
    const auto& models = view.nodes().axis->models;
    return static_cast<std::size_t>(std::find(models.begin(), models.end(), model) - models.begin());
  }

  const CaseReport& report_;
  const CaseResult& result_;
  const Catalogue& texts_;
  const Style& style_;
};

/// What a rule lacks, as the name of an interface text.
std::string lack_of(const RuleUse& use) {
  if (use.kind == RuleKind::kItem) return "case.unused.item";
  const std::string base = "case.unused." + std::string(name(use.kind));
  return base + (!use.decides && !use.passes ? ".neither" : use.decides ? ".passes" : ".decides");
}

std::string lack_line(const RuleUse& use, const Catalogue& texts) {
  return texts.say(lack_of(use), {{"owner", escape_unsafe(use.owner)},
                                  {"id", escape_unsafe(use.id)},
                                  {"list", use.list.empty() ? "" : texts.say("case.cap_name." + use.list)}});
}

/// "items 57 of 58; gates 9 of 9; ..."
std::string coverage_line(std::span<const RuleUse> uses, const Catalogue& texts) {
  std::vector<std::string> parts;
  for (const RuleKind kind : kRuleKinds) {
    std::size_t all = 0;
    std::size_t covered = 0;
    for (const RuleUse& use : uses) {
      if (use.kind != kind) continue;
      ++all;
      covered += use.is_covered() ? 1 : 0;
    }
    if (all == 0) continue;
    parts.push_back(texts.say("case.covered." + std::string(name(kind)),
                              {{"covered", std::to_string(covered)}, {"all", std::to_string(all)}}));
  }
  std::string line;
  for (const std::string& part : parts) line += (line.empty() ? "" : ", ") + part;
  const auto uncovered = std::count_if(uses.begin(), uses.end(), [](const RuleUse& use) { return !use.is_covered(); });
  const std::string told = texts.say("case.coverage", {{"parts", line}});
  return uncovered == 0 ? told : told + " " + texts.count("case.uncovered", static_cast<std::size_t>(uncovered));
}

std::size_t failed(const CaseReport& report) {
  return static_cast<std::size_t>(
      std::count_if(report.results.begin(), report.results.end(), [](const CaseResult& r) { return !r.passes(); }));
}

/// Text as XML has it; line feeds stay.
std::string xml(std::string_view text) {
  constexpr std::array<std::pair<char, std::string_view>, 5> kEntities = {
      {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\n', "&#10;"}}};
  std::string out;
  while (!text.empty()) {
    const auto end = text.find_first_of("&<>\"\n");
    out += escape_unsafe(text.substr(0, end));
    if (end == std::string_view::npos) break;
    for (const auto& [character, entity] : kEntities) {
      if (character == text[end]) out += entity;
    }
    text.remove_prefix(end + 1);
  }
  return out;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + xml(value) + "\"";
}

void write_failure(JsonWriter& json, const CaseFailure& failure, const Rulebook& rulebook) {
  json.begin_object();
  write_member(json, "of", name(failure.of));
  if (failure.expectation != nullptr) write_member(json, "axis", rulebook.axes[failure.expectation->axis].id);
  if (failure.reg) write_member(json, "register", name(*failure.reg));
  if (failure.model) write_member(json, "model", rulebook.models[*failure.model].id);
  write_member(json, "expected", failure.expected);
  write_member(json, "actual", failure.actual);
  json.end_object();
}

void write_coverage(JsonWriter& json, std::span<const RuleUse> uses) {
  json.begin_array();
  for (const RuleUse& use : uses) {
    json.begin_object();
    write_member(json, "rule", name(use.kind));
    write_member(json, "owner", use.owner);
    if (!use.list.empty()) write_member(json, "list", use.list);
    write_member(json, "id", use.id);
    write_place(json, use.place);
    json.key("decides");
    json.boolean(use.decides);
    if (use.kind != RuleKind::kItem) {
      json.key("passes");
      json.boolean(use.passes);
    }
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string render_case_text(const CaseReport& report, const Catalogue& texts, const Style& style) {
  std::string out;
  for (const CaseResult& result : report.results) {
    if (result.passes()) continue;
    const std::string head = texts.say(
        "case.fails", {{"place", place_of(result.entry->place)}, {"name", escape_unsafe(result.entry->name)}});
    out += painted(wrapped(head, style.width, 0, 2), Tone::kStrong, style.colour);
    const FailureText text(report, result, texts, style);
    for (const CaseFailure& failure : result.failures) {
      std::size_t indent = 2;
      for (const std::string& line : text.lines(failure)) {
        out += std::string(indent, ' ') + wrapped(line, style.width, indent, kIndent);
        indent = kIndent;
      }
    }
    out += "\n";
  }
  for (const RuleUse& use : report.uses) {
    if (use.is_covered()) continue;
    out += wrapped(place_of(use.place) + ": " + lack_line(use, texts), style.width, 0, 2);
  }
  if (!report.uses.empty()) out += wrapped(coverage_line(report.uses, texts), style.width, 0, 2);
  const std::size_t bad = failed(report);
  out += wrapped(texts.count("case.run", report.results.size()) + " " +
                     (bad == 0 ? texts.count("case.all_pass", report.results.size()) : texts.count("case.failed", bad)),
                 style.width, 0, 2);
  return out;
}

std::string render_case_json(const CaseReport& report) {
  const Rulebook& rulebook = report.classifier.rulebook();
  std::string out;
  JsonWriter json(out, JsonLayout::kIndented);
  json.begin_object();
  write_identity(json, rulebook);
  write_member(json, "failed", failed(report));
  json.key("cases");
  json.begin_array();
  for (const CaseResult& result : report.results) {
    json.begin_object();
    write_member(json, "name", result.entry->name);
    write_place(json, result.entry->place);
    json.key("passes");
    json.boolean(result.passes());
    json.key("failures");
    json.begin_array();
    for (const CaseFailure& failure : result.failures) write_failure(json, failure, rulebook);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.key("coverage");
  if (report.uses.empty()) {
    json.null();
  } else {
    write_coverage(json, report.uses);
  }
  json.end_object();
  return out + "\n";
}

std::string render_case_junit(const CaseReport& report, const Catalogue& texts, const Style& style) {
  std::map<std::string, std::string> suites;
  std::map<std::string, std::array<std::size_t, 2>> counts;
  const auto add = [&](const std::string& suite, const std::string& name, const Place& place, const std::string& head,
                       const std::string& body) {
    counts[suite][0] += 1;
    std::string& out = suites[suite];
    out += "    <testcase" + attribute("classname", suite) + attribute("name", name) + attribute("file", place.file) +
           attribute("line", std::to_string(place.line));
    if (head.empty()) {
      out += "/>\n";
      return;
    }
    counts[suite][1] += 1;
    out += ">\n      <failure" + attribute("message", head) + ">" + xml(body) + "</failure>\n    </testcase>\n";
  };
  for (const CaseResult& result : report.results) {
    std::string head, body;
    const FailureText text(report, result, texts, style);
    for (const CaseFailure& failure : result.failures) {
      for (const std::string& line : text.lines(failure)) {
        if (head.empty()) head = line;
        body += line + "\n";
      }
    }
    add(result.entry->place.file, result.entry->name, result.entry->place, head, body);
  }
  for (const RuleUse& use : report.uses) {
    const std::string name =
        use.owner + (use.owner.empty() ? "" : ": ") + use.list + (use.list.empty() ? "" : " ") + use.id;
    const std::string lack = use.is_covered() ? std::string() : lack_line(use, texts);
    add("coverage", name, use.place, lack, lack);
  }
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" +
                    attribute("name", report.classifier.rulebook().id) + ">\n";
  for (const auto& [suite, cases] : suites) {
    out += "  <testsuite" + attribute("name", suite) + attribute("tests", std::to_string(counts[suite][0])) +
           attribute("failures", std::to_string(counts[suite][1])) + ">\n" + cases + "  </testsuite>\n";
  }
  return out + "</testsuites>\n";
}

}  // namespace bloctype
