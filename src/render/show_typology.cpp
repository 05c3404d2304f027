// The typology on one screen: what `show` says without a name.
#include "core/utf8.hpp"
#include "render/card.hpp"
#include "render/show_cards.hpp"
#include "render/show_words.hpp"

namespace bloctype {
namespace {

class TypologyCard {
 public:
  explicit TypologyCard(const ShowView& view) : view_(view), phrases_(view.phrases()), texts_(view.texts()) {}

  Page write() && {
    const Rulebook& rulebook = view_.rulebook();
    card_.title(phrases_.text(rulebook.name, rulebook.id), phrases_.text(rulebook.cite_as, rulebook.version));
    for (const Axis& axis : rulebook.axes) {
      card_.list(axis_heading(axis), models(axis));
      card_.paragraph(verdicts(axis));
    }
    card_.list(blocs_heading(), blocs());
    next();
    return std::move(card_).take();
  }

 private:
  std::string axis_heading(const Axis& axis) const {
    const bool is_hybrid = axis.combine == Axis::Combine::kHybrid;
    return texts_.say(
        is_hybrid ? "show.typology.hybrid" : "show.typology.rival",
        {{"axis", to_upper(view_.label(axis))}, {"about", first_sentence(phrases_.text(axis.about, axis.id))}});
  }

  std::vector<std::string> models(const Axis& axis) const {
    std::vector<std::string> lines;
    for (const std::size_t m : axis.models) {
      const Model& model = view_.rulebook().models[m];
      lines.push_back(
          joined({capitalised(phrases_.short_label(model)), first_sentence(phrases_.text(model.idea, ""))}, ": "));
    }
    return lines;
  }

  /// What may come before the models, and in their place.
  std::string verdicts(const Axis& axis) const {
    std::vector<std::string> labels;
    for (const auto* list : {&axis.gates, &axis.outcomes}) {
      for (const Gate& gate : *list) add_once(labels, phrases_.label_of_verdict(gate.verdict));
    }
    return labels.empty() ? std::string()
                          : texts_.say("show.typology.verdicts", {{"verdicts", texts_.alternatives(labels)}});
  }

  std::string blocs_heading() const {
    std::vector<std::string> axes;
    for (const Axis& axis : view_.rulebook().axes) axes.push_back(phrases_.label(axis));
    return texts_.say("show.typology.blocs", {{"axes", texts_.list(axes)}});
  }

  /// A line a period; periods of a bloc that follow one another in the same places share it.
  std::vector<std::string> blocs() const {
    std::vector<std::string> lines;
    for (const PeriodGroup& group : grouped(view_.periods(), [&](const PlacedPeriod& p) { return places(p); })) {
      lines.push_back(joined({view_.names_of(group.periods), group.words}, ": "));
    }
    return lines;
  }

  /// The placements by deeds alone: what words add is told on the card of the bloc.
  std::string places(const PlacedPeriod& placed) const {
    std::vector<std::string> words;
    for (std::size_t axis = 0; axis < placed.result->axes.size(); ++axis) {
      const AxisView v = view_.axis_view(placed, axis);
      const std::string placement = v.phrases().placement(v.shown(), v.nodes());
      words.push_back(v.result().headline.declared_only
                          ? texts_.say("headline.declared_only", {{"placement", placement}})
                          : placement);
    }
    return joined(words, separator(view_.style()));
  }

  void next() {
    const Rulebook& rulebook = view_.rulebook();
    std::vector<std::string> commands;
    if (!rulebook.models.empty()) commands.push_back("show " + rulebook.models.front().id);
    if (!view_.blocs().empty()) commands.push_back("show " + view_.blocs().front().description->bloc);
    commands.push_back("show " + texts_.say("show.reading.command"));
    commands.push_back("show " + texts_.say("show.coding.command"));
    add_next(card_, view_, commands);
  }

  const ShowView& view_;
  Phrases phrases_;
  const Catalogue& texts_;
  Card card_;
};

}  // namespace

Page typology_card(const ShowView& view) { return TypologyCard(view).write(); }

}  // namespace bloctype
