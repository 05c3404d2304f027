// Blame by trial: a rulebook with one part put back is a rulebook, and places.
#include "lint/rulebook_diff.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "engine/agreement.hpp"

namespace bloctype {
namespace {

using What = RulePart::What;

/// A rulebook that places, and which of the two scales the facts are read by.
class Side {
 public:
  enum class Scale { kFirst, kSecond };

  Side(Rulebook rulebook, Scale scale)
      : classifier_(std::make_shared<const Rulebook>(std::move(rulebook))), scale_(scale) {}

  AxisResult place(const Compared& subject, std::size_t axis) const {
    const Period& facts = scale_ == Scale::kFirst ? subject.description.periods.front() : subject.second;
    return std::move(classifier_.place(facts).axes[axis]);
  }
  std::string label(const AxisResult& result, std::size_t axis) const {
    return placement_label(result, classifier_.program(result.headline.reg).axes[axis], classifier_.rulebook());
  }
  /// What must stay the same for a placement to be the same: its register, its kind or verdict, and its models and what
  /// is formal, as sets.
  std::string key(const AxisResult& result, std::size_t axis) const {
    const Placement& placed = result.shown();
    const AxisNodes& nodes = classifier_.program(result.headline.reg).axes[axis];
    const auto ids = [&](const std::vector<std::size_t>& models) {
      std::set<std::string> names;
      for (const std::size_t m : models) names.insert(nodes.models[m].model->id);
      std::string text;
      for (const std::string& name : names) text += "+" + name;
      return text;
    };
    const std::string kind = placed.gate ? nodes.gates[*placed.gate].gate->verdict : std::string(name(placed.kind));
    return (result.headline.declared_only ? "d " : "p ") + kind + ids(placed.models) + ";" +
           ids(result.headline.formally);
  }
  std::string key_of(const Compared& subject, std::size_t axis) const { return key(place(subject, axis), axis); }
  const Rulebook& rulebook() const { return classifier_.rulebook(); }

 private:
  Classifier classifier_;
  Scale scale_;
};

class Differ {
 public:
  Differ(const AlignedRulebooks& rulebooks, std::span<const Compared> compared)
      : compared_(compared),
        first_(rulebooks.first, Side::Scale::kFirst),
        second_(rulebooks.second, Side::Scale::kSecond) {}

  RulebookDiff run() && {
    diff_.parts = differing_parts(first_.rulebook(), second_.rulebook());
    find_axes();
    for (const Compared& subject : compared_) {
      for (const auto& [a, b] : axes_) compare(subject, a, b);
    }
    if (!diff_.changes.empty()) find_causes();
    return std::move(diff_);
  }

 private:
  void find_axes() {
    for (std::size_t a = 0; a < first_.rulebook().axes.size(); ++a) {
      const std::string& id = first_.rulebook().axes[a].id;
      const auto b = second_.rulebook().axis(id);
      if (b) axes_.emplace_back(a, *b);
      if (!b) diff_.only_first.push_back(id);
    }
    for (const Axis& axis : second_.rulebook().axes) {
      if (!first_.rulebook().axis(axis.id)) diff_.only_second.push_back(axis.id);
    }
  }

  void compare(const Compared& subject, std::size_t a, std::size_t b) {
    PlacementChange change;
    change.subject = &subject;
    change.axis = {a, b};
    change.results = {first_.place(subject, a), second_.place(subject, b)};
    change.labels = {first_.label(change.results[0], a), second_.label(change.results[1], b)};
    if (first_.key(change.results[0], a) != second_.key(change.results[1], b)) {
      diff_.changes.push_back(std::move(change));
    }
  }

  /// Each part in turn, put back into the second rulebook, and brought into the first.
  void find_causes() {
    std::vector<std::vector<std::size_t>> undo(diff_.changes.size()), move(diff_.changes.size());
    for (std::size_t p = 0; p < diff_.parts.size(); ++p) {
      const RulePart& part = diff_.parts[p];
      const bool is_scale = part.what == What::kScale;
      const auto undone = with(second_, first_, part, is_scale ? Side::Scale::kFirst : Side::Scale::kSecond);
      const auto moved = with(first_, second_, part, is_scale ? Side::Scale::kSecond : Side::Scale::kFirst);
      for (std::size_t c = 0; c < diff_.changes.size(); ++c) {
        const PlacementChange& change = diff_.changes[c];
        const auto& [a, b] = change.axis;
        const std::string before = first_.key(change.results[0], a);
        if (undone && undone->key_of(*change.subject, b) == before) undo[c].push_back(p);
        if (moved && moved->key_of(*change.subject, a) != before) move[c].push_back(p);
      }
    }
    for (std::size_t c = 0; c < diff_.changes.size(); ++c) {
      PlacementChange& change = diff_.changes[c];
      change.why = !undo[c].empty()   ? PlacementChange::Why::kEachUndoes
                   : !move[c].empty() ? PlacementChange::Why::kEachMoves
                                      : PlacementChange::Why::kTogether;
      change.causes = !undo[c].empty() ? undo[c] : !move[c].empty() ? move[c] : parts_of_axis(change.axis);
    }
  }

  /// One rulebook with a part of the other; none where it could not be placed by.
  static std::optional<Side> with(const Side& whole, const Side& from, const RulePart& part, Side::Scale scale) {
    Rulebook rulebook = whole.rulebook();
    take_over(part, from.rulebook(), rulebook);
    if (!is_placeable(rulebook)) return std::nullopt;
    return Side(std::move(rulebook), scale);
  }

  /// The parts that bear on an axis: its own, its models', and those of the whole rulebook.
  std::vector<std::size_t> parts_of_axis(const std::array<std::size_t, 2>& axis) const {
    std::set<std::string> owners{std::string(), first_.rulebook().axes[axis[0]].id};
    for (const auto* side : {&first_, &second_}) {
      const Rulebook& rulebook = side->rulebook();
      for (const std::size_t m : rulebook.axes[axis[side == &first_ ? 0 : 1]].models) {
        owners.insert(rulebook.models[m].id);
      }
    }
    std::vector<std::size_t> found;
    for (std::size_t p = 0; p < diff_.parts.size(); ++p) {
      if (owners.count(diff_.parts[p].owner) != 0) found.push_back(p);
    }
    return found;
  }

  std::span<const Compared> compared_;
  Side first_, second_;
  std::vector<std::pair<std::size_t, std::size_t>> axes_;
  RulebookDiff diff_;
};

}  // namespace

RulebookDiff compare_rulebooks(const AlignedRulebooks& rulebooks, std::span<const Compared> compared) {
  return Differ(rulebooks, compared).run();
}

std::string_view name(PlacementChange::Why why) {
  constexpr std::array<std::string_view, 3> kNames = {"each_undoes", "each_moves", "together"};
  return kNames[static_cast<std::size_t>(why)];
}

}  // namespace bloctype
