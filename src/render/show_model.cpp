// The card of a model: its idea, its features and whose claim each is, its variants, and the blocs nearest to it.
#include <algorithm>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "render/card.hpp"
#include "render/expression_words.hpp"
#include "render/model_sentences.hpp"
#include "render/show_cards.hpp"
#include "render/show_words.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kMostMisses = 3;

class ModelCard {
 public:
  ModelCard(const ShowView& view, const Model& model)
      : view_(view),
        model_(model),
        at_(place_on_axis(view.rulebook(), model)),
        phrases_(view.phrases()),
        texts_(view.texts()) {}

  Page write() && {
    const Axis& axis = view_.rulebook().axes[model_.axis];
    card_.title(phrases_.label(model_), texts_.say("show.kind.model", {{"axis", view_.label(axis)}}));
    card_.paragraph(joined({phrases_.text(model_.idea, ""), theorists(), phrases_.cite(model_.cite)}));
    card_.list(texts_.say("show.model.necessary"), items(model_.necessary));
    card_.list(texts_.say("show.model.typical"), typical());
    card_.list(texts_.say("show.model.contrary"), items(model_.contrary));
    card_.list(texts_.say("show.model.variants"), variants());
    labelled("show.model.is_not", model_.is_not);
    labelled("show.model.ours", model_.ours);
    blocs();
    next();
    return std::move(card_).take();
  }

 private:
  std::string theorists() const {
    std::vector<std::string> names;
    for (const std::string& theorist : model_.theorists) names.push_back(escape_unsafe(theorist));
    return names.empty() ? std::string()
                         : texts_.count("show.model.theorists", names.size(), {{"names", texts_.list(names)}});
  }

  void labelled(std::string_view key, const Localized& text) {
    if (!text.texts.empty()) card_.paragraph(texts_.say(key, {{"text", phrases_.text(text, "")}}));
  }

  std::vector<std::string> items(const std::vector<Item>& list) const {
    std::vector<std::string> lines;
    for (const Item& item : list) lines.push_back(reasoned(feature(item), item));
    return lines;
  }

  /// Heavier features each with its reason; where several share the least weight, those in one entry, by name: the
  /// cards of their indicators give the reasons.
  std::vector<std::string> typical() const {
    const double least = least_weight();
    std::vector<std::string> lines, light;
    for (const Item& item : model_.typical) {
      if (!less9(least, item.weight)) light.push_back(joined({feature(item), phrases_.cite(item.cite, item.claim)}));
    }
    const bool is_together = light.size() > 1 && light.size() < model_.typical.size();
    for (const Item& item : model_.typical) {
      const std::string weighted =
          texts_.say("show.model.weighted", {{"feature", feature(item)}, {"weight", shortest(item.weight)}});
      if (!is_together || less9(least, item.weight)) lines.push_back(reasoned(weighted, item));
    }
    if (!is_together) return lines;
    lines.push_back(texts_.say("show.model.light", {{"features", joined(light, "; ")}, {"weight", shortest(least)}}));
    return lines;
  }

  double least_weight() const {
    double least = model_.typical.empty() ? 1 : model_.typical.front().weight;
    for (const Item& item : model_.typical) least = std::min(least, item.weight);
    return least;
  }

  std::string feature(const Item& item) const {
    const std::string named = joined({phrases_.label(item), ids_in_brackets(item.expression, view_.rulebook())});
    if (!item.only) return named;
    return texts_.say("show.model.only_" + std::string(name(*item.only)), {{"feature", named}});
  }

  std::string reasoned(const std::string& what, const Item& item) const {
    return joined({joined({what, phrases_.text(item.reason, "")}, ": "), phrases_.cite(item.cite, item.claim)});
  }

  std::vector<std::string> variants() const {
    std::vector<std::string> lines;
    for (const Variant& variant : model_.variants) {
      const std::string what =
          texts_.say("show.model.variant", {{"variant", phrases_.text(variant.label, variant.id)},
                                            {"condition", in_words(variant.condition, phrases_, texts_)}});
      lines.push_back(joined({what, expected(variant), phrases_.cite(variant.cite, variant.claim)}));
    }
    return lines;
  }

  std::string expected(const Variant& variant) const {
    std::vector<std::string> full, absent;
    for (const Expectation& expectation : variant.expects) {
      (expectation.full ? full : absent).push_back(in_words(expectation.expression, phrases_, texts_));
    }
    const auto sentence = [&](std::string_view key, const std::vector<std::string>& features) {
      return features.empty() ? std::string() : texts_.say(key, {{"features", texts_.list(features)}});
    };
    return joined({sentence("show.model.expects_full", full), sentence("show.model.expects_absent", absent)});
  }

  // --- the blocs

  const Membership& membership(const PlacedPeriod& placed) const {
    return view_.axis_view(placed, model_.axis).membership(at_);
  }

  std::string value(const PlacedPeriod& placed) const {
    return view_.axis_view(placed, model_.axis).phrases().triple(membership(placed).value);
  }

  static bool holds(const std::vector<std::size_t>& list, std::size_t entry) {
    return std::find(list.begin(), list.end(), entry) != list.end();
  }

  /// Those for which `keeps` holds, highest membership first.
  template <typename Keeps>
  std::vector<PlacedPeriod> periods(Keeps keeps) const {
    std::vector<PlacedPeriod> found;
    for (const PlacedPeriod& placed : view_.periods()) {
      if (keeps(placed.result->axes[model_.axis])) found.push_back(placed);
    }
    const auto height = [&](const PlacedPeriod& placed) {
      const Triple& value = membership(placed).value;
      return value.point.value_or(value.low);
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const PlacedPeriod& a, const PlacedPeriod& b) { return less9(height(b), height(a)); });
    return found;
  }

  void blocs() {
    if (view_.blocs().empty()) return;
    std::vector<std::string> there;
    for (const PlacedPeriod& p : periods([&](const AxisResult& a) { return holds(a.shown().models, at_); })) {
      there.push_back(texts_.say("show.model.placed", {{"bloc", view_.name_of(p)}, {"value", value(p)}}));
    }
    card_.paragraph(there.empty() ? texts_.say("show.model.nowhere")
                                  : texts_.say("show.model.placed_there", {{"blocs", joined(there, "; ")}}));
    const auto formally = periods([&](const AxisResult& a) { return holds(a.headline.formally, at_); });
    if (!formally.empty()) card_.paragraph(texts_.say("show.model.formally", {{"blocs", view_.names_of(formally)}}));
    card_.list(texts_.say("show.model.near_misses"), near_misses());
  }

  /// Periods that are not placed there, though what is coded speaks for it.
  std::vector<PlacedPeriod> misses() const {
    return periods([&](const AxisResult& a) {
      const Triple& value = a.shown().memberships[at_].value;
      return !holds(a.shown().models, at_) && value.point && less9(0, *value.point);
    });
  }

  std::string miss(const PlacedPeriod& placed) const {
    const AxisView v = view_.axis_view(placed, model_.axis);
    const std::string obstacle =
        v.shown().gate ? texts_.say("obstacle.verdict", {{"verdict", v.phrases().placement(v.shown(), v.nodes())}})
                       : ModelSentences(v).obstacle(at_);
    return joined({value(placed), obstacle}, "; ");
  }

  /// Periods of a bloc that miss it alike share a line.
  std::vector<std::string> near_misses() const {
    std::vector<PeriodGroup> groups = grouped(misses(), [&](const PlacedPeriod& placed) { return miss(placed); });
    groups.resize(std::min(groups.size(), kMostMisses));
    std::vector<std::string> lines;
    for (const PeriodGroup& group : groups) lines.push_back(joined({view_.names_of(group.periods), group.words}, ": "));
    return lines;
  }

  void next() {
    std::vector<std::string> commands;
    if (const auto near = misses(); !near.empty()) {
      commands.push_back("classify " + argument_of(near.front()) + " --why-not " + model_.id);
    }
    for (const auto* list : {&model_.necessary, &model_.typical}) {
      if (list->empty()) continue;
      const std::size_t indicator = indicators_of(list->front().expression).front();
      commands.push_back("show " + view_.rulebook().indicators[indicator].id);
      break;
    }
    commands.push_back("show " + view_.rulebook().axes[model_.axis].id);
    add_next(card_, view_, commands);
  }

  const ShowView& view_;
  const Model& model_;
  std::size_t at_;  ///< among the models of its axis
  Phrases phrases_;
  const Catalogue& texts_;
  Card card_;
};

}  // namespace

Page model_card(const ShowView& view, const Model& model) { return ModelCard(view, model).write(); }

}  // namespace bloctype
