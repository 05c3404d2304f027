// Phrases from rules, facts and texts.
#include "render/phrases.hpp"

#include <algorithm>
#include <array>

#include "core/number.hpp"
#include "core/utf8.hpp"

namespace bloctype {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view joint) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : std::string(joint)) + part;
  return out;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

}  // namespace

std::string Phrases::text(const Localized& localized, std::string_view otherwise) const {
  const std::string_view found = localized.in(language());
  return escape_unsafe(replaced(std::string(found.empty() ? otherwise : found), "{hegemon}", hegemon()));
}

std::string Phrases::label(std::size_t indicator) const {
  const Indicator& entry = rulebook().indicators[indicator];
  return text(entry.label, entry.id);
}

std::string Phrases::label(const Item& item) const {
  if (const auto* feature = std::get_if<Feature>(&item.expression.form)) return label(feature->indicator);
  return text(item.label, written(item.expression, rulebook()));
}

std::string Phrases::register_name(Register reg) const { return texts_.say("register." + std::string(name(reg))); }

std::string Phrases::label_of_verdict(std::string_view id) const {
  const Verdict* verdict = rulebook().verdict(id);
  return verdict == nullptr ? std::string(id) : text(verdict->label, id);
}

std::string Phrases::number(double value) const {
  const std::array thresholds = {0.5, rulebook().crossover, rulebook().evidence_floor, rulebook().element_floor};
  return show(value, thresholds);
}

std::string Phrases::range(const Triple& value) const { return number(value.low) + "–" + number(value.high); }

std::string Phrases::triple(const Triple& value) const {
  std::string out = value.point ? number(*value.point) : texts_.say("value.no_point");
  // Ends that print alike would look like a slip; the interval is then too narrow to matter.
  if (is_open(value) && number(value.low) != number(value.high)) out += " [" + range(value) + "]";
  return out;
}

std::string Phrases::degree(const Triple& value, bool yes_no) const {
  if (is_open(value)) {
    if (spans_everything(value)) return texts_.say("value.disputed_whole");
    return texts_.say("value.disputed",
                      {{"low", degree(known(value.low), yes_no)}, {"high", degree(known(value.high), yes_no)}});
  }
  if (yes_no && equal9(value.low, 1)) return texts_.say("value.yes");
  if (yes_no && equal9(value.low, 0)) return texts_.say("value.no");
  for (const ScaleWord& word : rulebook().scale) {
    if (equal9(word.value, value.low)) return text(word.label, word.id);
  }
  return number(value.low);
}

std::string Phrases::degree(std::size_t indicator) const {
  if (!fact(indicator).coded[index_of(reg_)]) return texts_.say("value.not_coded");
  return degree(value(indicator), rulebook().indicators[indicator].yes_no);
}

std::string Phrases::degree(std::size_t indicator, double v) const {
  return degree(known(v), rulebook().indicators[indicator].yes_no);
}

const std::string& Phrases::hegemon() const {
  const bool has_own = period_.period != nullptr && !period_.period->hegemon.empty();
  return has_own ? period_.period->hegemon : description_.hegemon;
}

/// A section of the rulebook's own works by its id alone; of any other work with the work's id.
std::string Phrases::place_in_source(const Coding& coding) const {
  if (coding.where.empty()) return coding.source;
  for (const Reference& work : rulebook().sources) {
    for (const Section& section : work.sections) {
      if (work.id == coding.source && section.id == coding.where) return coding.where;
    }
  }
  return coding.source.empty() ? coding.where : coding.source + " " + coding.where;
}

std::string Phrases::sources(std::size_t indicator) const {
  std::vector<std::string> places;
  for (const Coding& coding : fact(indicator).codings) {
    if (!coding.values[index_of(reg_)]) continue;
    const std::string place = escape_unsafe(place_in_source(coding));
    if (!place.empty() && std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  }
  return joined(places, ", ");
}

std::string Phrases::coded(std::size_t indicator) const {
  const std::string place = sources(indicator);
  return degree(indicator) + (place.empty() ? "" : ", " + place);
}

std::string Phrases::attributed(std::size_t indicator, std::string_view phrase) const {
  return std::string(phrase) + " (" + coded(indicator) + ")";
}

std::string Phrases::clause(std::size_t indicator) const {
  const Indicator& entry = rulebook().indicators[indicator];
  const Triple& v = value(indicator);
  const bool holds = !less9(v.point.value_or(v.high), 0.5);
  const std::string_view name = entry.label.in(language());
  return attributed(indicator,
                    text(holds ? entry.holds : entry.lacks, name.empty() ? std::string_view(entry.id) : name));
}

std::string Phrases::named(std::size_t indicator) const { return attributed(indicator, label(indicator)); }

std::string Phrases::named(const ItemNode& item) const {
  const Block& block = period_.values[index_of(reg_)];
  return named(leading_leaf(classifier_.program(reg_), item.node, block, 0).indicator);
}

std::string Phrases::cite(const std::vector<std::string>& sections, std::optional<Claim> claim) const {
  std::vector<std::string> parts = sections;
  if (claim == Claim::kOurs) parts.push_back(texts_.say("mark.ours"));
  return parts.empty() ? std::string() : "[" + escape_unsafe(joined(parts, ", ")) + "]";
}

std::string Phrases::causes(const std::vector<std::size_t>& indicators) const {
  std::vector<std::string> unknown, disputed;
  for (const std::size_t indicator : indicators) {
    auto& list = fact(indicator).coded[index_of(reg_)] ? disputed : unknown;
    list.push_back(rulebook().indicators[indicator].id);
  }
  std::vector<std::string> parts;
  if (!unknown.empty())
    parts.push_back(texts_.count("cause.not_coded", unknown.size(), {{"facts", texts_.list(unknown)}}));
  if (!disputed.empty())
    parts.push_back(texts_.count("cause.disputed", disputed.size(), {{"facts", texts_.list(disputed)}}));
  return texts_.list(parts);
}

std::string Phrases::question(std::size_t indicator) const {
  const Indicator& entry = rulebook().indicators[indicator];
  const std::string whole = text(entry.question, entry.id);
  const auto end = whole.find('?');
  return end == std::string::npos ? whole : whole.substr(0, end + 1);
}

std::vector<std::string> Phrases::shorts(const std::vector<std::size_t>& models, const AxisNodes& nodes) const {
  std::vector<std::string> names;
  for (const std::size_t model : models) names.push_back(short_label(*nodes.models[model].model));
  return names;
}

std::string Phrases::placement(const Placement& placement, const AxisNodes& nodes) const {
  const std::string models = texts_.list(shorts(placement.models, nodes));
  switch (placement.kind) {
    case Kind::kVerdict:
      return label_of_verdict(nodes.gates[*placement.gate].gate->verdict);
    case Kind::kPure:
      return label(*nodes.models[placement.models.front()].model);
    case Kind::kNone:
    case Kind::kUndecided:
    case Kind::kHybrid:
    case Kind::kAtLeast:
    case Kind::kContested:
      return texts_.say("kind." + std::string(name(placement.kind)), {{"models", models}});
  }
  return {};
}

std::string Phrases::headline(const AxisResult& axis, const AxisNodes& nodes) const {
  const Placement& shown = axis.shown();
  std::string out = placement(shown, nodes);
  if (axis.headline.declared_only) out = texts_.say("headline.declared_only", {{"placement", out}});
  const auto append = [&](std::string_view key, const std::vector<std::size_t>& models) {
    if (models.empty()) return;
    out += texts_.say(std::string(key) + (shown.models.empty() ? ".alone" : ".beside"),
                      {{"models", texts_.list(shorts(models, nodes))}});
  };
  append("headline.formally", axis.headline.formally);
  if (!shown.elements.empty()) append("headline.elements", shown.elements);
  append("headline.undeclared", axis.headline.undeclared);
  return out;
}

std::string Phrases::recoding(const Recoding& change) const {
  return texts_.say("recoding.change", {{"fact", rulebook().indicators[change.indicator].id},
                                        {"from", degree(change.indicator, change.from)},
                                        {"to", degree(change.indicator, change.to)}});
}

std::string Phrases::with_certainty(const std::string& placement, Certainty certainty) const {
  if (certainty == Certainty::kUndecided) return placement;
  return texts_.say("headline.with_certainty",
                    {{"placement", placement}, {"certainty", texts_.say("certainty." + std::string(name(certainty)))}});
}

std::string display_name(const Description& bloc, const Catalogue& texts) {
  const std::string_view name = bloc.name.in(texts.language());
  return escape_unsafe(name.empty() ? std::string_view(bloc.bloc) : name);
}

}  // namespace bloctype
