// Phrases of a case.
#include "figure/case_words.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/utf8.hpp"

namespace bloctype {
namespace {

Phrases phrases_without_case(const FigureRequest& request, const Description& blank, const PeriodResult& none) {
  return {request.classifier, blank, none, Register::kPractice, request.texts};
}

}  // namespace

CaseWords::CaseWords(const FigureRequest& request, std::size_t subject)
    : request_(request),
      case_(request.cases[subject]),
      unplaced_(unplaced()),
      phrases_(request.classifier, case_.description != nullptr ? *case_.description : blank_,
               case_.result != nullptr ? *case_.result : unplaced_, Register::kPractice, request.texts) {}

std::string CaseWords::period() const {
  if (!case_.period.empty()) return case_.period;
  if (!case_.from) return {};
  if (!case_.to) return request_.texts.say("figure.since", {{"from", std::to_string(*case_.from)}});
  return std::to_string(*case_.from) + "–" + std::to_string(*case_.to);
}

std::string CaseWords::title() const {
  const std::string when = period();
  return when.empty() ? case_.name : case_.name + ", " + when;
}

std::string CaseWords::placement(std::size_t axis) const {
  const AxisResult& result = case_.axis(axis);
  return phrases_.with_certainty(phrases_.headline(result, request_.nodes(axis)), result.headline.certainty);
}

std::string CaseWords::placements() const {
  std::string all;
  for (const std::size_t axis : request_.axes()) {
    all += (all.empty() ? "" : "; ") +
           request_.texts.say("overview.axis", {{"axis", axis_name(request_, axis)}, {"placement", placement(axis)}});
  }
  return all;
}

std::string CaseWords::in_practice(std::size_t axis) const {
  return phrases_.placement(case_.practice(axis), request_.nodes(axis));
}

std::string CaseWords::membership(std::size_t axis, Register reg, std::size_t model) const {
  const Placement& placement = case_.axis(axis).placements[index_of(reg)];
  if (placement.gate) return "–";
  const Membership& m = placement.memberships[model];
  return m.value.point || m.certainty != Certainty::kDecided ? phrases_.triple(m.value) : phrases_.range(m.value);
}

std::string axis_name(const FigureRequest& request, std::size_t axis) {
  const Description blank;
  const PeriodResult result = unplaced();
  return phrases_without_case(request, blank, result).label(*request.nodes(axis).axis);
}

std::string long_axis_name(const FigureRequest& request, std::size_t axis) {
  const Axis& entry = *request.nodes(axis).axis;
  const Description blank;
  const PeriodResult result = unplaced();
  return phrases_without_case(request, blank, result)
      .text(entry.label.texts.empty() ? entry.short_label : entry.label, entry.id);
}

std::string told_cases(const FigureRequest& request) {
  constexpr std::size_t kMostTold = 12;
  std::string out;
  if (request.cases.size() > kMostTold) return out;
  for (std::size_t i = 0; i < request.cases.size(); ++i) {
    const CaseWords words(request, i);
    out += " " + request.texts.say("figure.case", {{"case", words.title()}, {"placements", words.placements()}});
  }
  return out;
}

std::string model_name(const FigureRequest& request, std::size_t axis, std::size_t model) {
  const Description blank;
  const PeriodResult result = unplaced();
  return phrases_without_case(request, blank, result).short_label(*request.nodes(axis).models[model].model);
}

std::string told_dashes(const FigureRequest& request, std::span<const Register> registers) {
  const std::vector<std::size_t> axes = request.axes();
  const auto is_ended = [&](const FigureCase& entry) {
    return std::any_of(axes.begin(), axes.end(), [&](std::size_t axis) {
      return std::any_of(registers.begin(), registers.end(),
                         [&](Register reg) { return entry.axis(axis).placements[index_of(reg)].gate.has_value(); });
    });
  };
  const bool any = std::any_of(request.cases.begin(), request.cases.end(), is_ended);
  return any ? " " + request.texts.say("figure.table.dash") : std::string();
}

std::string source_words(const FigureRequest& request) {
  const Rulebook& rulebook = request.classifier.rulebook();
  const Description blank;
  const PeriodResult result = unplaced();
  const std::string typology = phrases_without_case(request, blank, result).text(rulebook.cite_as, "");
  std::vector<std::pair<std::string, std::string>> values = {{"version", BLOCTYPE_VERSION},
                                                             {"rulebook", escape_unsafe(rulebook.id)},
                                                             {"rulebook_version", escape_unsafe(rulebook.version)}};
  if (typology.empty()) return request.texts.say("figure.source.uncited", values);
  values.emplace_back("typology", typology);
  return request.texts.say("figure.source.cited", values);
}

}  // namespace bloctype
