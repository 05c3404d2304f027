// Placements first: they are what two scholars argue about. The rules that differ follow, numbered, and each placement
// names those that do it.
#include "render/diff_text.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "render/json_identity.hpp"
#include "render/phrases.hpp"

namespace bloctype {
namespace {

using What = RulePart::What;
using Why = PlacementChange::Why;

std::string_view name(What what) {
  constexpr std::array<std::string_view, 9> kNames = {"scale", "crossover", "evidence_floor", "combine", "model",
                                                      "item",  "gate",      "outcome",        "order"};
  return kNames[static_cast<std::size_t>(what)];
}

std::string_view name(Why why) {
  constexpr std::array<std::string_view, 3> kNames = {"each_undoes", "each_moves", "together"};
  return kNames[static_cast<std::size_t>(why)];
}

std::string place_text(const Place& place) {
  return place.line == 0 ? std::string() : " [" + escape_unsafe(place.file) + ":" + std::to_string(place.line) + "]";
}

class DiffText {
 public:
  DiffText(const ComparedRulebooks& compared, const Catalogue& texts, const Style& style)
      : compared_(compared),
        texts_(texts),
        style_(style),
        classifiers_{Classifier(std::make_shared<const Rulebook>(compared.rulebooks.first)),
                     Classifier(std::make_shared<const Rulebook>(compared.rulebooks.second))} {}

  std::string whole() const {
    const RulebookDiff& diff = compared_.diff;
    std::string out = paragraph(texts_.say("diff.compared", {{"first", escape_unsafe(compared_.names[0])},
                                                             {"second", escape_unsafe(compared_.names[1])},
                                                             {"blocs", count("diff.blocs", Compared::Of::kBloc)},
                                                             {"cases", count("diff.cases", Compared::Of::kCase)}}));
    if (!diff.only_first.empty())
      out += paragraph(texts_.say("diff.only_first", {{"axes", texts_.list(diff.only_first)}}));
    if (!diff.only_second.empty()) {
      out += paragraph(texts_.say("diff.only_second", {{"axes", texts_.list(diff.only_second)}}));
    }
    out += "\n" + heading(diff.changes.empty() ? texts_.say("diff.no_change")
                                               : texts_.count("diff.changes", diff.changes.size()));
    const bool moves_blocs = std::any_of(diff.changes.begin(), diff.changes.end(), [](const PlacementChange& change) {
      return change.subject->of == Compared::Of::kBloc;
    });
    if (!diff.changes.empty() && !moves_blocs) out += "  " + wrapped(texts_.say("diff.no_bloc"), style_.width, 2, 2);
    for (const Group& group : groups()) out += "\n" + text_of(group);
    if (!diff.changes.empty()) out += "\n";
    out += heading(diff.parts.empty() ? texts_.say("diff.no_part") : texts_.count("diff.parts", diff.parts.size()));
    for (std::size_t p = 0; p < diff.parts.size(); ++p) out += part(p);
    return out;
  }

 private:
  std::string paragraph(const std::string& text) const { return wrapped(text, style_.width, 0, 0); }
  std::string heading(const std::string& text) const {
    return painted(wrapped(text, style_.width, 0, 0), Tone::kStrong, style_.colour);
  }

  std::string count(std::string_view key, Compared::Of of) const {
    return texts_.count(key,
                        static_cast<std::size_t>(std::count_if(compared_.compared.begin(), compared_.compared.end(),
                                                               [&](const Compared& c) { return c.of == of; })));
  }

  /// The placements that the same rules change in the same way, in the order of the first of them.
  using Group = std::vector<const PlacementChange*>;
  std::vector<Group> groups() const {
    std::vector<Group> groups;
    for (const PlacementChange& change : compared_.diff.changes) {
      const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
        return group.front()->why == change.why && group.front()->causes == change.causes;
      });
      if (same == groups.end()) {
        groups.push_back({&change});
      } else {
        same->push_back(&change);
      }
    }
    return groups;
  }

  std::string text_of(const Group& group) const {
    std::vector<std::string> rules;
    for (const std::size_t p : group.front()->causes) rules.push_back("(" + std::to_string(p + 1) + ") " + what(p));
    std::string key = "diff.why." + std::string(name(group.front()->why));
    if (group.front()->why != Why::kTogether) key += rules.size() == 1 ? ".one" : ".other";
    std::string out = "  " + wrapped(texts_.say(key, {{"rules", texts_.list(rules)}}), style_.width, 2, 2);
    for (const PlacementChange* change : group) {
      const std::string line =
          texts_.say(change->subject->of == Compared::Of::kCase ? "diff.change_case" : "diff.change",
                     {{"subject", escape_unsafe(change->subject->name)},
                      {"place", place_text(change->subject->place)},
                      {"axis", axis_label(*change)},
                      {"first", headline(*change, 0)},
                      {"second", headline(*change, 1)}});
      out += "    " + wrapped(line, style_.width, 4, 6);
    }
    return out;
  }

  std::string axis_label(const PlacementChange& change) const {
    const Axis& axis = compared_.rulebooks.first.axes[change.axis[0]];
    const std::string_view label = axis.short_label.in(texts_.language());
    return escape_unsafe(label.empty() ? std::string_view(axis.id) : label);
  }

  std::string headline(const PlacementChange& change, std::size_t side) const {
    const PeriodResult none = unplaced();
    const AxisResult& result = change.results[side];
    const Classifier& classifier = classifiers_[side];
    const Phrases phrases(classifier, change.subject->description, none, result.headline.reg, texts_);
    return phrases.headline(result, classifier.program(result.headline.reg).axes[change.axis[side]]);
  }

  /// What a part is: "strategic, typical: free_trade_core".
  std::string what(std::size_t p) const {
    const RulePart& part = compared_.diff.parts[p];
    const std::string list = part.list.empty() ? std::string() : texts_.say("diff.list." + part.list);
    return texts_.say("diff.what." + std::string(name(part.what)),
                      {{"owner", escape_unsafe(part.owner)}, {"list", list}, {"id", escape_unsafe(part.id)}});
  }

  std::string part(std::size_t p) const {
    const RulePart& part = compared_.diff.parts[p];
    const std::array<const Rulebook*, 2> rulebooks = {&compared_.rulebooks.first, &compared_.rulebooks.second};
    std::array<std::string, 2> says, places;
    for (std::size_t side = 0; side < 2; ++side) {
      says[side] = escape_unsafe(what_it_says(part, *rulebooks[side]));
      places[side] = place_text(place_of(part, *rulebooks[side]));
    }
    const std::string key = says[0].empty()   ? "diff.only_in_second"
                            : says[1].empty() ? "diff.only_in_first"
                                              : "diff.says";
    const std::string number = std::to_string(p + 1) + ". ";
    const std::size_t indent = 2 + number.size();
    std::string line = texts_.say(key, {{"what", what(p)},
                                        {"first", says[0]},
                                        {"second", says[1]},
                                        {"first_place", places[0]},
                                        {"second_place", places[1]}});
    if (is_idle(p)) line = texts_.say("diff.idle", {{"says", line}});
    return "  " + number + wrapped(line, style_.width, indent, indent);
  }

  /// A rule that differs and is no cause of any change.
  bool is_idle(std::size_t p) const {
    const auto& changes = compared_.diff.changes;
    return !changes.empty() && std::none_of(changes.begin(), changes.end(), [&](const PlacementChange& change) {
      return std::find(change.causes.begin(), change.causes.end(), p) != change.causes.end();
    });
  }

  const ComparedRulebooks& compared_;
  const Catalogue& texts_;
  const Style& style_;
  std::array<Classifier, 2> classifiers_;
};

void write_strings(JsonWriter& json, std::string_view key, std::span<const std::string> values) {
  json.key(key);
  json.begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

}  // namespace

std::string render_diff_text(const ComparedRulebooks& compared, const Catalogue& texts, const Style& style) {
  return DiffText(compared, texts, style).whole();
}

std::string render_diff_json(const ComparedRulebooks& compared) {
  const RulebookDiff& diff = compared.diff;
  std::string out;
  JsonWriter json(out, JsonLayout::kIndented);
  json.begin_object();
  write_version(json);
  json.key("rules");
  json.begin_array();
  write_rulebook(json, compared.rulebooks.first);
  write_rulebook(json, compared.rulebooks.second);
  json.end_array();
  write_member(json, "compared", compared.compared.size());
  write_strings(json, "axes_only_in_first", diff.only_first);
  write_strings(json, "axes_only_in_second", diff.only_second);
  json.key("differences");
  json.begin_array();
  for (const RulePart& part : diff.parts) {
    json.begin_object();
    write_member(json, "rule", name(part.what));
    write_member(json, "owner", part.owner);
    write_member(json, "list", part.list);
    write_member(json, "id", part.id);
    write_member(json, "first", what_it_says(part, compared.rulebooks.first));
    write_member(json, "second", what_it_says(part, compared.rulebooks.second));
    json.end_object();
  }
  json.end_array();
  json.key("changes");
  json.begin_array();
  for (const PlacementChange& change : diff.changes) {
    json.begin_object();
    write_member(json, "of", change.subject->of == Compared::Of::kBloc ? "bloc" : "case");
    write_member(json, "name", change.subject->name);
    if (change.subject->of == Compared::Of::kCase) write_place(json, change.subject->place);
    write_member(json, "axis", compared.rulebooks.first.axes[change.axis[0]].id);
    write_member(json, "first", change.labels[0]);
    write_member(json, "second", change.labels[1]);
    write_member(json, "why", name(change.why));
    json.key("causes");
    json.begin_array();
    for (const std::size_t cause : change.causes) json.integer(static_cast<std::int64_t>(cause));
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out + "\n";
}

}  // namespace bloctype
