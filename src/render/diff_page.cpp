// Placements first: they are what two scholars argue about. The rules that differ follow, numbered, and each placement
// names those that do it.
#include "render/diff_page.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "render/phrases.hpp"

namespace bloctype {
namespace {

using Why = PlacementChange::Why;

std::string place_text(const Place& place) {
  return place.line == 0 ? std::string() : " [" + escape_unsafe(place.file) + ":" + std::to_string(place.line) + "]";
}

constexpr std::size_t kIndent = 2;
constexpr std::size_t kOfGroup = 4;  ///< where the placements of a group begin
constexpr std::size_t kHanging = 6;  ///< and where their further lines do

class PageWriter {
 public:
  PageWriter(const ComparedRulebooks& compared, const Catalogue& texts)
      : compared_(compared),
        texts_(texts),
        classifiers_{Classifier(std::make_shared<const Rulebook>(compared.rulebooks.first)),
                     Classifier(std::make_shared<const Rulebook>(compared.rulebooks.second))} {}

  Page write() const {
    Page page;
    what_was_compared(page);
    page.gap();
    changes(page);
    parts(page);
    return page;
  }

 private:
  void what_was_compared(Page& page) const {
    const RulebookDiff& diff = compared_.diff;
    page.paragraph(texts_.say("diff.compared", {{"first", escape_unsafe(compared_.names[0])},
                                                {"second", escape_unsafe(compared_.names[1])},
                                                {"blocs", count("diff.blocs", Compared::Of::kBloc)},
                                                {"cases", count("diff.cases", Compared::Of::kCase)}}));
    if (!diff.only_first.empty()) {
      page.paragraph(texts_.count("diff.only_first", diff.only_first.size(), {{"axes", texts_.list(diff.only_first)}}));
    }
    if (!diff.only_second.empty()) {
      page.paragraph(
          texts_.count("diff.only_second", diff.only_second.size(), {{"axes", texts_.list(diff.only_second)}}));
    }
  }

  void changes(Page& page) const {
    const auto& changes = compared_.diff.changes;
    if (!has_common_axis()) return page.heading(texts_.say("diff.no_common_axis"));
    if (changes.empty()) return page.heading(texts_.say("diff.no_change"));
    page.heading(texts_.count("diff.changes", changes.size()));
    const bool moves_blocs = std::any_of(changes.begin(), changes.end(), [](const PlacementChange& change) {
      return change.subject->of == Compared::Of::kBloc;
    });
    if (!moves_blocs) page.paragraph(texts_.say("diff.no_bloc"), kIndent);
    for (const Group& group : groups()) {
      page.gap();
      page.paragraph(why(group), kIndent);
      Items items{{}, kOfGroup, kHanging, Items::Mark::kNone, {}};
      for (const PlacementChange* change : group) items.items.push_back(this->change(*change));
      page.items(std::move(items));
    }
    page.gap();
  }

  void parts(Page& page) const {
    const auto& parts = compared_.diff.parts;
    if (parts.empty() && !has_common_axis()) return;
    page.heading(parts.empty() ? texts_.say("diff.no_part") : texts_.count("diff.parts", parts.size()));
    Items items{{}, kIndent, kIndent, Items::Mark::kNumber, {}};
    for (std::size_t p = 0; p < parts.size(); ++p) items.items.push_back(part(p));
    page.items(std::move(items));
  }

  bool has_common_axis() const { return compared_.diff.only_first.size() < compared_.rulebooks.first.axes.size(); }

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

  /// The rules that do it.
  std::string why(const Group& group) const {
    std::vector<std::string> rules;
    for (const std::size_t p : group.front()->causes) rules.push_back("(" + std::to_string(p + 1) + ") " + what(p));
    std::string key = "diff.why." + std::string(name(group.front()->why));
    if (group.front()->why != Why::kTogether) key += rules.size() == 1 ? ".one" : ".other";
    return texts_.say(key, {{"rules", texts_.list(rules)}});
  }

  std::string change(const PlacementChange& change) const {
    return texts_.say(change.subject->of == Compared::Of::kCase ? "diff.change_case" : "diff.change",
                      {{"subject", escape_unsafe(change.subject->name)},
                       {"place", place_text(change.subject->place)},
                       {"axis", axis_label(change)},
                       {"first", headline(change, 0)},
                       {"second", headline(change, 1)}});
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
    const std::string line = texts_.say(key, {{"what", what(p)},
                                              {"first", says[0]},
                                              {"second", says[1]},
                                              {"first_place", places[0]},
                                              {"second_place", places[1]}});
    return is_idle(p) ? texts_.say("diff.idle", {{"says", line}}) : line;
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
  std::array<Classifier, 2> classifiers_;
};

}  // namespace

Page diff_page(const ComparedRulebooks& compared, const Catalogue& texts) {
  return PageWriter(compared, texts).write();
}

}  // namespace bloctype
