// The order of the sentences about one axis.
#include "render/axis_page.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "render/model_sentences.hpp"
#include "render/outlook_sentences.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kWhyNotLevel = 4;  ///< of its heading

class AxisWriter {
 public:
  explicit AxisWriter(const AxisView& view)
      : view_(view), phrases_(view.phrases()), texts_(view.texts), models_(view), outlook_(view) {}

  Page page(Departures departures) && {
    heading();
    if (shown().gate) {
      verdict();
    } else {
      for (const std::size_t model : shown().models) sentence(models_.placed(model));
    }
    for (const std::size_t model : headline().formally) sentence(models_.gap(Register::kDiscourse, model));
    for (const std::size_t model : headline().undeclared) sentence(models_.gap(Register::kPractice, model));
    sentence(outlook_.openness());
    if (!shown().gate) not_placed();
    sentence(outlook_.alternatives());
    if (departures == Departures::kInBrief) sentence(outlook_.departures());
    return std::move(out_);
  }

  Page why_not(std::size_t model) && {
    const std::string title = texts_.say("why_not.title", {{"model", phrases_.label(*view_.model(model).model)},
                                                           {"value", phrases_.triple(view_.membership(model).value)}});
    out_.heading(title, kWhyNotLevel);
    const bool is_in = view_.membership(model).status == Status::kIn;
    if (shown().gate) sentence(texts_.say("why_not.gate", {{"reason", models_.verdict()}}));
    if (is_in) sentence(texts_.say(shown().gate ? "why_not.in_by_models" : "why_not.is_in"));
    if (!is_in) sentence(models_.not_placed(model));
    for (const CapNode& cap : view_.model(model).caps) sentence(models_.cap(model, cap));
    if (is_in || shown().gate) return std::move(out_);
    for (const std::string& way : outlook_.ways_in(model)) sentence(way);
    return std::move(out_);
  }

 private:
  const Placement& shown() const { return view_.shown(); }
  const Headline& headline() const { return view_.result().headline; }

  void sentence(const std::string& text) { out_.paragraph(text, kIndent); }

  void heading() {
    const bool says_it_itself = headline().certainty == Certainty::kUndecided;
    out_.add(Conclusion{phrases_.label(*view_.nodes().axis), phrases_.headline(view_.result(), view_.nodes()),
                        says_it_itself ? "" : texts_.say("certainty." + std::string(name(headline().certainty)))});
    std::vector<std::string> values;
    for (std::size_t m = 0; m < view_.nodes().models.size(); ++m) {
      values.push_back(
          texts_.say("membership.value", {{"model", view_.short_label(m)}, {"value", glance(view_.membership(m))}}));
    }
    if (!view_.nodes().axis->note.texts.empty()) values.push_back(phrases_.text(view_.nodes().axis->note, ""));
    out_.add(Parts{std::move(values), kIndent});
  }

  /// A membership at a glance: bounds only where they leave open on which side it is.
  std::string glance(const Membership& m) const {
    const bool settled = shown().gate || m.certainty == Certainty::kDecided;
    if (m.value.point && settled) return phrases_.number(*m.value.point);
    if (m.status == Status::kOpen && spans_everything(m.value)) return texts_.say("value.no_point");
    return m.value.point ? phrases_.triple(m.value) : phrases_.range(m.value);
  }

  void verdict() {
    sentence(models_.verdict());
    if (!shown().nearest) return;
    const Membership& nearest = view_.membership(*shown().nearest);
    sentence(texts_.say("verdict.nearest", {{"model", phrases_.label(*view_.model(*shown().nearest).model)},
                                            {"value", phrases_.triple(nearest.value)}}));
  }

  /// The models that are not placed, the nearest in full; those that the sentences before have told of are left out.
  void not_placed() {
    bool nearest = true;
    for (const std::size_t model : others()) {
      if (is_told(model)) continue;
      sentence(nearest ? models_.not_placed(model) : models_.not_placed_either(model));
      nearest = false;
    }
  }

  /// Models that are not placed, nearest first.
  std::vector<std::size_t> others() const {
    std::vector<std::size_t> found;
    for (std::size_t m = 0; m < view_.nodes().models.size(); ++m) {
      if (view_.membership(m).status != Status::kIn) found.push_back(m);
    }
    std::stable_sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
      return less9(view_.membership(b).value.point.value_or(view_.membership(b).value.low),
                   view_.membership(a).value.point.value_or(view_.membership(a).value.low));
    });
    return found;
  }

  bool is_told(std::size_t model) const {
    const auto& formally = headline().formally;
    const bool is_gap = std::find(formally.begin(), formally.end(), model) != formally.end();
    return is_gap || view_.membership(model).status == Status::kOpen;
  }

  const AxisView& view_;
  Phrases phrases_;
  const Catalogue& texts_;
  ModelSentences models_;
  OutlookSentences outlook_;
  Page out_;
};

}  // namespace

Page axis_page(const AxisView& view, Departures departures) { return AxisWriter(view).page(departures); }

std::string robustness_text(const AxisView& view) {
  const auto& found = view.result().robustness;
  if (!found) return {};
  return view.texts.say("robustness", {{"from", shortest(found->crossover_from)},
                                       {"to", shortest(found->crossover_to)},
                                       {"share", fixed6(found->weights * 100)},
                                       {"draws", std::to_string(kWeightDraws)},
                                       {"crossover", shortest(view.classifier.rulebook().crossover)}});
}

Page why_not_page(const AxisView& view, std::size_t model) { return AxisWriter(view).why_not(model); }

Page why_not_pages(const AxisView& view, const std::vector<std::size_t>& models) {
  Page page;
  for (const std::size_t wanted : models) {
    for (std::size_t m = 0; m < view.nodes().models.size(); ++m) {
      const bool is_wanted = view.model(m).model == &view.classifier.rulebook().models[wanted];
      if (is_wanted) page.append(why_not_page(view, m));
    }
  }
  return page;
}

}  // namespace bloctype
